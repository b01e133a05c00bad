//! Arithmetic texts: where they end, and which can be compiled now (bash manual 3.5.5, 6.5).

use crate::arith;

use super::ast::{Arithmetic, Expansion, ParameterOp, Part, Steps, Subject};
use super::error::Parse;
use super::parser::Parser;
use super::pieces::Pieces;
use crate::names::{Names, is_name_byte};

/// Where an arithmetic text ends. The end itself is left there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ArithmeticEnd {
    /// `$((…))`, `((…))`: at the first of the two `)`.
    Parentheses,
    /// `$[…]`, subscripts: at `]`.
    Bracket,
    /// A part of `for ((…;…;…))`: at `;` or `)`.
    Semicolon,
    /// A part of `${x:…:…}`: at `:` or `}`.
    Colon,
    /// A text of its own.
    Text,
}

/// Depth of `(`, `[`, `{` and the `?` of conditional expressions.
#[derive(Default)]
struct Nesting {
    parentheses: u32,
    brackets: u32,
    braces: u32,
    questions: u32,
}

impl Nesting {
    /// Counts `byte`; true where it is the end.
    fn ends(&mut self, byte: u8, end: ArithmeticEnd) -> bool {
        let flat = self.parentheses == 0;
        match byte {
            b'(' => self.parentheses += 1,
            b')' => {
                if flat && matches!(end, ArithmeticEnd::Parentheses | ArithmeticEnd::Semicolon) {
                    return true;
                }
                self.parentheses = self.parentheses.saturating_sub(1);
            }
            b'[' => self.brackets += 1,
            b']' => {
                if self.brackets == 0 && end == ArithmeticEnd::Bracket {
                    return true;
                }
                self.brackets = self.brackets.saturating_sub(1);
            }
            b'{' => self.braces += 1,
            b'}' => {
                if self.braces == 0 && end == ArithmeticEnd::Colon {
                    return true;
                }
                self.braces = self.braces.saturating_sub(1);
            }
            b'?' => self.questions += 1,
            b':' => {
                if flat && self.questions == 0 && self.brackets == 0 && end == ArithmeticEnd::Colon {
                    return true;
                }
                self.questions = self.questions.saturating_sub(1);
            }
            b';' => return end == ArithmeticEnd::Semicolon,
            _ => {}
        }
        false
    }
}

impl Parser<'_> {
    /// Reads an arithmetic text up to `end`; `line` is where it was opened.
    pub(super) fn arithmetic(&mut self, end: ArithmeticEnd, line: u32) -> Parse<Arithmetic> {
        let start = self.src.pos;
        if let Some(length) = self.plain_arithmetic(end) {
            self.src.pos += length;
            let text = self.src.slice(start, self.src.pos).into();
            return Ok(compile(text, self.names));
        }
        let mut pieces = self.pieces();
        let mut nesting = Nesting::default();
        loop {
            let Some(byte) = self.src.peek() else {
                match end {
                    ArithmeticEnd::Text => break,
                    ArithmeticEnd::Bracket => return Err(self.unclosed(b']', line)),
                    ArithmeticEnd::Colon => return Err(self.unclosed(b'}', line)),
                    _ => return Err(self.unclosed(b')', line)),
                }
            };
            if nesting.ends(byte, end) {
                break;
            }
            self.arithmetic_byte(byte, end, &mut pieces)?;
        }
        Ok(self.expanded_arithmetic(start, pieces))
    }

    /// Length of the text up to `end` if it stands on the line reached and nothing in it is to be expanded.
    fn plain_arithmetic(&self, end: ArithmeticEnd) -> Option<usize> {
        let mut nesting = Nesting::default();
        let rest = self.src.rest();
        for (index, &byte) in rest.iter().enumerate() {
            if matches!(byte, b'$' | b'`' | b'"' | b'\'' | b'\\') {
                return None;
            }
            if nesting.ends(byte, end) {
                return Some(index);
            }
        }
        (end == ArithmeticEnd::Text && self.src.is_limited()).then_some(rest.len())
    }

    /// Takes the byte at the place reached, or all that it begins. The text is expanded as if in double quotes, but
    /// its own double quotes vanish.
    fn arithmetic_byte(&mut self, byte: u8, end: ArithmeticEnd, out: &mut Pieces) -> Parse<()> {
        match byte {
            b'$' if self.src.byte(1) == Some(b'\'') && end != ArithmeticEnd::Text => {
                // bash has turned it into '…' when it read it
                let mut value = Pieces::default();
                self.ansi_quotes(&mut value)?;
                out.inside(&super::print::words::single_quoted(&value.literal()));
                return Ok(());
            }
            b'$' if self.src.byte(1) == Some(b'"') && end != ArithmeticEnd::Text => {}
            b'$' => return self.dollar(true, out),
            b'`' => return self.backquotes(true, out),
            b'"' if end != ArithmeticEnd::Text => {
                let line = self.src.line_at(self.src.pos);
                self.src.pos += 1;
                self.quoted(super::word::QuotedEnd::Quote, line, out)?;
            }
            b'"' => {}
            b'\'' if end != ArithmeticEnd::Text => {
                let start = self.src.pos;
                self.single_quotes(&mut Pieces::default())?;
                out.inside(self.src.slice(start, self.src.pos));
                return Ok(());
            }
            b'\\' => {
                let next = self.src.raw(1);
                if let Some(next @ (b'$' | b'`' | b'"' | b'\\')) = next {
                    out.inside(&[next]);
                    self.src.pos += 2;
                    return Ok(());
                }
                out.inside(b"\\");
            }
            _ => out.inside(&[byte]),
        }
        self.src.pos += 1;
        Ok(())
    }

    /// The expression of the text from `start` to the place reached, read as `pieces`.
    fn expanded_arithmetic(&mut self, start: usize, pieces: Pieces) -> Arithmetic {
        let mut parts = self.make_parts(pieces);
        if let [Part::Quoted(text)] = &*parts
            && text.as_ref() == self.src.slice(start, self.src.pos)
        {
            return compile(text.clone(), self.names); // nothing was expanded, it only takes several lines
        }
        super::pieces::name_bad(&mut parts, super::word::span(start, self.src.pos));
        // `$x` is looked at before the expression changes x: k=2; echo $((++k % $k))
        let guess = guess(&parts, self.names)
            .and_then(|text| arith::parse(&text, self.names).ok())
            .filter(|guess| !guess.assigns());
        let text = Box::new(Expansion { steps: Steps::default(), parts });
        Arithmetic::Expanded { text, guess }
    }
}

/// The expression of a text with nothing to expand. What does not parse is kept, so that the message comes when it runs.
pub(super) fn compile(text: Box<[u8]>, names: &mut Names) -> Arithmetic {
    match arith::parse(&text, names) {
        Ok(expr) => Arithmetic::Compiled(expr, text),
        Err(_) => {
            let parts = [Part::Quoted(text)].into();
            Arithmetic::Expanded { text: Box::new(Expansion { steps: Steps::default(), parts }), guess: None }
        }
    }
}

/// The text with each `$x` taken as the variable `x`, where that means the same as long as `x` holds a plain number:
/// not when it touches another word, is assigned to, or stands in a subscript, which may be a key.
fn guess(parts: &[Part], names: &Names) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let mut brackets = 0_i32;
    let mut behind_name = false;
    for part in parts {
        match part {
            Part::Text(bytes) | Part::Quoted(bytes) => {
                if behind_name && (starts_badly(bytes) || bytes.contains(&b'\'')) {
                    return None;
                }
                for byte in bytes {
                    brackets += i32::from(*byte == b'[') - i32::from(*byte == b']');
                    if brackets != 0 && matches!(byte, b'$' | b'`') {
                        return None; // it was behind a backslash
                    }
                }
                text.extend_from_slice(bytes);
                behind_name = false;
            }
            Part::Parameter(parameter) => {
                let Subject::Variable(name) = parameter.subject else { return None };
                let plain = parameter.op == ParameterOp::Plain && parameter.subscript.is_none() && !parameter.indirect;
                if !plain || brackets != 0 || behind_name || ends_badly(&text) {
                    return None;
                }
                text.extend_from_slice(names.spelling(name));
                behind_name = true;
            }
            _ => return None,
        }
    }
    Some(text)
}

/// Whether a name before `text` would become another one or be assigned to.
fn starts_badly(text: &[u8]) -> bool {
    if text.first().is_some_and(|&byte| is_name_byte(byte) || byte == b'#' || byte == b'.') {
        return true;
    }
    match text.trim_ascii_start() {
        [b'[', ..] | [b'+', b'+', ..] | [b'-', b'-', ..] => true,
        [b'=', next, ..] => *next != b'=',
        [b'=', ..] => true,
        [b'+' | b'-' | b'*' | b'/' | b'%' | b'&' | b'|' | b'^', b'=', ..] => true,
        [b'<', b'<', b'=', ..] | [b'>', b'>', b'=', ..] => true,
        _ => false,
    }
}

/// Whether a name behind `text` would become another one or be assigned to.
fn ends_badly(text: &[u8]) -> bool {
    text.last().is_some_and(|&byte| is_name_byte(byte) || byte == b'#' || byte == b'@' || byte == b'.')
        || text.trim_ascii_end().ends_with(b"++")
        || text.trim_ascii_end().ends_with(b"--")
}
