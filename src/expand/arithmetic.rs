//! Arithmetic with the shell's variables (bash manual 6.5): values that are expressions, arrays, namerefs, `set -u`.

use super::buffer::{Buffer, Mode};
use super::subject::{self, Index, Place, element, index_of_text, with_value};
use super::{ExpandError, bind, warn, word};
use crate::arith::{self, ArithError, Expr, Place as Reference, Variables};
use crate::state::{Attrs, Nameref, Opt, Shell, Value};
use crate::syntax::{Expansion, Field, Name, Part, is_name, is_name_byte};

/// As many values may name other values, one in the other, as in bash.
const DEEPEST: u32 = 1024;

/// The value of `expression`.
pub(super) fn evaluate(shell: &mut Shell, expression: &Expr) -> Result<i64, ExpandError> {
    let mut reader = Reader { shell, failed: None };
    match arith::eval(expression, &mut reader) {
        Ok(value) => Ok(value),
        Err(error) => Err(reader.error(error)),
    }
}

/// The value of a text that is an expression.
pub(super) fn evaluate_text(shell: &mut Shell, text: &[u8]) -> Result<i64, ExpandError> {
    if let Some(number) = decimal(text) {
        return Ok(number);
    }
    let shell = &mut *shell;
    match shell.compiled.expression(text, &mut shell.names) {
        Ok(expression) => evaluate(shell, &expression),
        Err(error) => Err(ExpandError::Arithmetic(text.into(), error)),
    }
}

/// The text of an expression once its parameters and substitutions are expanded. What comes into a subscript is quoted
/// there: it ends none, and is not expanded again; nor is what was written behind a backslash.
pub(super) fn expanded(shell: &mut Shell, expansion: &Expansion) -> Result<Vec<u8>, ExpandError> {
    let mut buffer = Buffer::new(Mode::Plain);
    let mut brackets = 0_u32;
    for part in &expansion.parts {
        match part {
            Part::Text(bytes) | Part::Quoted(bytes) => {
                for &byte in bytes {
                    match byte {
                        b'[' if brackets > 0 || ends_in_name(&buffer.bytes) => brackets += 1,
                        b']' => brackets = brackets.saturating_sub(1),
                        b'$' | b'`' if brackets > 0 => buffer.bytes.push(b'\\'),
                        _ => {}
                    }
                    buffer.bytes.push(byte);
                }
            }
            part if brackets > 0 => {
                let mut key = Buffer::new(Mode::Plain);
                word::add_part(shell, part, &mut key)?;
                for byte in key.bytes {
                    if matches!(byte, b'[' | b']' | b'$' | b'`' | b'"' | b'\'' | b'\\') {
                        buffer.bytes.push(b'\\');
                    }
                    buffer.bytes.push(byte);
                }
            }
            part => word::add_part(shell, part, &mut buffer)?,
        }
    }
    Ok(buffer.bytes)
}

fn ends_in_name(text: &[u8]) -> bool {
    let start = text.iter().rposition(|&byte| !is_name_byte(byte)).map_or(0, |at| at + 1);
    text.get(start..).is_some_and(is_name)
}

/// The number that `text` is, if it is nothing but a decimal one of at most 18 digits.
#[inline]
pub fn decimal(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    match digits {
        [digit @ b'0'..=b'9'] => {
            let value = i64::from(digit - b'0');
            return Some(if negative { -value } else { value });
        }
        [] | [b'0', ..] => return None, // octal, if a number at all
        digits if digits.len() > 18 => return None,
        _ => {}
    }
    let mut value = 0_i64;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(if negative { -value } else { value })
}

/// Reads and writes variables for an expression; keeps the reason when it fails.
struct Reader<'a> {
    shell: &'a mut Shell,
    failed: Option<ExpandError>,
}

impl Reader<'_> {
    fn error(&mut self, error: ArithError) -> ExpandError {
        match (error, self.failed.take()) {
            (ArithError::Variable, Some(reason)) => reason,
            (error, _) => ExpandError::Arithmetic(Field::from(&b""[..]), error),
        }
    }

    fn fail(&mut self, error: ExpandError) -> ArithError {
        match error {
            ExpandError::Arithmetic(_, error @ ArithError::At(_)) => error,
            error => {
                self.failed = Some(error);
                ArithError::Variable
            }
        }
    }

    /// The value of `text`, which a variable holds.
    fn number(&mut self, text: &[u8]) -> Result<i64, ArithError> {
        if let Some(number) = decimal(text) {
            return Ok(number);
        }
        if self.shell.expression_depth >= DEEPEST {
            return Err(ArithError::too_deep(text));
        }
        let expression = self.shell.compiled.expression(text, &mut self.shell.names)?;
        self.shell.expression_depth += 1;
        let value = arith::eval(&expression, self);
        self.shell.expression_depth -= 1;
        value
    }

    fn get_slowly(&mut self, name: Name) -> Result<i64, ArithError> {
        let place = match self.shell.deref(name) {
            Nameref::Target(target) => match target.subscript {
                None => Place::Variable(target.name),
                Some(element) => {
                    subject::locate_text(self.shell, target.name, &element).map_err(|error| self.fail(error))?
                }
            },
            _ => Place::Nothing,
        };
        match with_value(self.shell, &place, |value| value.map(<[u8]>::to_vec)) {
            Some(text) => self.number(&text),
            None => self.unset(name),
        }
    }

    fn unset(&mut self, name: Name) -> Result<i64, ArithError> {
        if self.shell.options.get(Opt::NOUNSET) {
            let name = self.shell.names.spelling(name).clone();
            return Err(self.fail(ExpandError::Unset(name)));
        }
        Ok(0)
    }

    /// The variable and index that `place` means; `None` after a warning, or where there is none.
    fn locate(&mut self, place: &Reference) -> Result<Option<(Name, Index)>, ArithError> {
        let text = place.subscript.as_deref().unwrap_or_default();
        let Nameref::Target(target) = self.shell.deref(place.name) else { return Ok(None) };
        let name = target.name;
        if text.is_empty() {
            let spelling = self.shell.names.spelling(name).clone();
            warn(self.shell, &[&spelling[..], b"[]: bad array subscript"].concat());
            return Ok(None);
        }
        if self.shell.expression_depth >= DEEPEST {
            return Err(ArithError::too_deep(text));
        }
        self.shell.expression_depth += 1;
        let index = index_of_text(self.shell, name, text);
        self.shell.expression_depth -= 1;
        Ok(index.map_err(|error| self.fail(error))?.map(|index| (name, index)))
    }

    fn get_element(&mut self, name: Name, index: &Index) -> Result<i64, ArithError> {
        let value = self.shell.value(name);
        let empty = match value {
            Value::Unset => true,
            Value::Assoc(array) => array.is_empty(),
            _ => false,
        };
        match element(value, index).map(<[u8]>::to_vec) {
            Some(text) => self.number(&text),
            None if empty => self.unset(name),
            None => Ok(0),
        }
    }

    fn set_element(&mut self, name: Name, index: &Index, value: i64) -> Result<(), ArithError> {
        let mut digits = itoa::Buffer::new();
        let text = digits.format(value).as_bytes();
        bind::assign_index(self.shell, name, index, text, false).map_err(|error| self.fail(error))
    }
}

impl Variables for Reader<'_> {
    fn get(&mut self, place: &Reference) -> Result<i64, ArithError> {
        if place.subscript.is_none() {
            return self.get_name(place.name);
        }
        match self.locate(place)? {
            Some((name, index)) => self.get_element(name, &index),
            None => Ok(0),
        }
    }

    fn set(&mut self, place: &Reference, value: i64) -> Result<(), ArithError> {
        let Some(subscript) = &place.subscript else { return self.set_name(place.name, value) };
        let mut digits = itoa::Buffer::new();
        let text = digits.format(value).as_bytes();
        match bind::assign_element(self.shell, place.name, subscript, text, false) {
            // told, and no more: bash -c 'a=(1); ((a[-9]=5)); echo $?'
            Err(ExpandError::BadSubscript(what)) => {
                warn(self.shell, &[&what[..], b": bad array subscript"].concat());
                Ok(())
            }
            result => result.map_err(|error| self.fail(error)),
        }
    }

    #[inline]
    fn get_name(&mut self, name: Name) -> Result<i64, ArithError> {
        let variable = self.shell.vars.get(name);
        if !variable.attrs.any(Attrs::NAMEREF.with(Attrs::DYNAMIC))
            && let Value::Scalar(text) = &variable.value
            && let Some(number) = decimal(text)
        {
            return Ok(number);
        }
        self.get_slowly(name)
    }

    #[inline]
    fn set_name(&mut self, name: Name, value: i64) -> Result<(), ArithError> {
        let mut digits = itoa::Buffer::new();
        let text = digits.format(value).as_bytes();
        if self.shell.vars.get(name).attrs.any(Attrs::NAMEREF) {
            return bind::assign(self.shell, name, text, false).map_err(|error| self.fail(error));
        }
        self.shell.assign(name, text).map_err(|error| self.fail(error.into()))
    }

    fn get_located(&mut self, place: &Reference) -> Result<(i64, Option<i64>), ArithError> {
        match self.locate(place)? {
            Some((name, index)) => {
                let value = self.get_element(name, &index)?;
                Ok((value, if let Index::Number(number) = index { Some(number) } else { None }))
            }
            None => Ok((0, None)),
        }
    }

    fn set_located(&mut self, place: &Reference, index: Option<i64>, value: i64) -> Result<(), ArithError> {
        match (index, self.shell.deref(place.name)) {
            (Some(number), Nameref::Target(target)) => self.set_element(target.name, &Index::Number(number), value),
            _ => self.set(place, value),
        }
    }
}
