//! What a parameter stands for: namerefs, subscripts and `${!x}` followed, and the value that is there.

use crate::state::{Attrs, Nameref, Opt, Shell, Value, split_reference};
use crate::syntax::{
    Arithmetic, Field, Name, Parameter, Subject, Subscript, TextKind, Word, is_name, parse_arithmetic_text,
    parse_word_text,
};

use super::{ExpandError, arithmetic, dialect_of, one, warn, with_text};

/// What a parameter stands for.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A variable's string, or element 0.
    Variable(Name),
    /// An element.
    Element(Name, Index),
    /// All elements of a variable; true for `[*]`.
    All(Name, bool),
    /// `$1` …
    Positional(u32),
    /// `$@`, or with true `$*`.
    Arguments(bool),
    /// `$#` and the other special ones.
    Special(Subject),
    /// A text: the name that `${!nameref}` gives.
    Text(Field),
    /// Nothing that could have a value.
    Nothing,
}

/// Which element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Index {
    /// Of an indexed array, not negative.
    Number(i64),
    /// Of an associative one.
    Key(Vec<u8>),
}

/// Finds what `parameter` stands for.
pub(super) fn locate(shell: &mut Shell, parameter: &Parameter) -> Result<Place, ExpandError> {
    let place = match parameter.subject {
        Subject::Variable(name) => {
            if parameter.indirect && parameter.subscript.is_none() && is_nameref(shell, name) {
                return named_by(shell, name);
            }
            locate_variable(shell, name, parameter.subscript.as_deref())?
        }
        Subject::Positional(number) => Place::Positional(number),
        Subject::At => Place::Arguments(false),
        Subject::Star => Place::Arguments(true),
        subject => Place::Special(subject),
    };
    if parameter.indirect { follow(shell, parameter, &place) } else { Ok(place) }
}

/// Whether `name` is a nameref.
pub(super) fn is_nameref(shell: &Shell, name: Name) -> bool {
    shell.vars.get(name).attrs.any(Attrs::NAMEREF)
}

/// `${!r}` of a nameref: the name of what it refers to, in the end.
fn named_by(shell: &mut Shell, name: Name) -> Result<Place, ExpandError> {
    Ok(match shell.deref(name) {
        Nameref::Target(target) => {
            let base = shell.names.spelling(target.name).clone();
            Place::Text(match target.subscript {
                Some(subscript) => [&base[..], b"[", &subscript, b"]"].concat().into(),
                None => base,
            })
        }
        Nameref::Unbound(name) => return Err(ExpandError::InvalidIndirect(shell.names.spelling(name).clone())),
        Nameref::Circular(name) | Nameref::Own(name) => circular(shell, name),
        Nameref::Invalid(_, text) => Place::Text(text),
    })
}

fn circular(shell: &mut Shell, name: Name) -> Place {
    let name = shell.names.spelling(name).clone();
    warn(shell, &[b"warning: ", &name[..], b": circular name reference"].concat());
    Place::Nothing
}

/// A variable with what stands between its brackets.
fn locate_variable(shell: &mut Shell, name: Name, subscript: Option<&Subscript>) -> Result<Place, ExpandError> {
    let name = match follow_nameref(shell, name) {
        Ok((name, None)) => name,
        Ok((name, Some(element))) if subscript.is_none() => return locate_text(shell, name, &element),
        Ok(_) => return Ok(Place::Nothing),
        Err(place) => return Ok(place),
    };
    Ok(match subscript {
        None => Place::Variable(name),
        Some(Subscript::At) => Place::All(name, false),
        Some(Subscript::Star) => Place::All(name, true),
        Some(Subscript::Index { word, arith }) => match index(shell, name, word, arith)? {
            Some(index) => Place::Element(name, index),
            None => Place::Nothing,
        },
    })
}

/// The variable (and element) that `name` refers to, itself as a rule; a place where it refers to none.
fn follow_nameref(shell: &mut Shell, name: Name) -> Result<(Name, Option<Field>), Place> {
    if !is_nameref(shell, name) {
        return Ok((name, None));
    }
    match shell.deref(name) {
        Nameref::Target(target) => Ok((target.name, target.subscript)),
        Nameref::Own(name) => {
            circular(shell, name);
            let value = shell.with_global(name, |shell| shell.scalar(name).map(Field::from));
            Err(value.map_or(Place::Nothing, Place::Text))
        }
        Nameref::Circular(name) => Err(circular(shell, name)),
        Nameref::Unbound(_) | Nameref::Invalid(..) => Err(Place::Nothing),
    }
}

/// The element of `name` that the text of a subscript means.
pub(super) fn locate_text(shell: &mut Shell, name: Name, subscript: &[u8]) -> Result<Place, ExpandError> {
    Ok(match subscript {
        b"@" => Place::All(name, false),
        b"*" => Place::All(name, true),
        _ => match index_of_text(shell, name, subscript)? {
            Some(index) => Place::Element(name, index),
            None => Place::Nothing,
        },
    })
}

/// What a subscript of the tree means for reading; `None` after a warning that it is a bad one.
pub(super) fn index(
    shell: &mut Shell,
    name: Name,
    word: &Word,
    expression: &Arithmetic,
) -> Result<Option<Index>, ExpandError> {
    if is_associative(shell, name) {
        let key = one(shell, word)?;
        return Ok(checked_key(shell, name, key));
    }
    let number = match expression {
        Arithmetic::Compiled(expression, _) => match expression.constant() {
            Some(number) => number,
            None => super::arithmetic_compiled(shell, expression)?,
        },
        expression => arithmetic(shell, expression)?,
    };
    Ok(checked_number(shell, name, number))
}

/// The same of a text: `a[TEXT]` in an expression, a nameref, an operand of `read`.
pub(super) fn index_of_text(shell: &mut Shell, name: Name, text: &[u8]) -> Result<Option<Index>, ExpandError> {
    if is_associative(shell, name) {
        let key = key_of_text(shell, text)?;
        return Ok(checked_key(shell, name, key));
    }
    let number = number_of_text(shell, text)?;
    Ok(checked_number(shell, name, number))
}

/// Whether `name` is an associative array.
pub(super) fn is_associative(shell: &mut Shell, name: Name) -> bool {
    matches!(shell.value(name), Value::Assoc(_))
}

fn needs_expansion(text: &[u8]) -> bool {
    text.iter().any(|byte| matches!(byte, b'$' | b'`' | b'"' | b'\'' | b'\\'))
}

/// A key written in a text: expanded, quotes removed.
pub(super) fn key_of_text(shell: &mut Shell, text: &[u8]) -> Result<Vec<u8>, ExpandError> {
    if !needs_expansion(text) {
        return Ok(text.to_vec());
    }
    let source = Field::from(&b""[..]);
    let line = shell.frames.line;
    let options = shell.options;
    let parsed = parse_word_text(text, TextKind::Unquoted, line, &mut shell.names, &dialect_of(options, &source));
    match parsed {
        Ok(parsed) => with_text(shell, parsed.text, |shell| one(shell, &parsed.value)),
        Err(_) => Ok(text.to_vec()),
    }
}

/// A subscript of an indexed array written in a text: an expression.
pub(super) fn number_of_text(shell: &mut Shell, text: &[u8]) -> Result<i64, ExpandError> {
    if let Some(number) = super::arithmetic::decimal(text) {
        return Ok(number);
    }
    if !needs_expansion(text) {
        return super::arithmetic_text(shell, text);
    }
    let source = Field::from(&b""[..]);
    let line = shell.frames.line;
    let options = shell.options;
    match parse_arithmetic_text(text, line, &mut shell.names, &dialect_of(options, &source)) {
        Ok(parsed) => with_text(shell, parsed.text, |shell| arithmetic(shell, &parsed.value)),
        Err(_) => super::arithmetic_text(shell, text),
    }
}

fn checked_key(shell: &mut Shell, name: Name, key: Vec<u8>) -> Option<Index> {
    if key.is_empty() {
        bad_subscript(shell, name);
        return None;
    }
    Some(Index::Key(key))
}

/// A negative number counts from the end.
fn checked_number(shell: &mut Shell, name: Name, number: i64) -> Option<Index> {
    if number >= 0 {
        return Some(Index::Number(number));
    }
    let end = match shell.value(name) {
        Value::Indexed(array) => array.end(),
        _ => 0,
    };
    match end.checked_add(number) {
        Some(number) if number >= 0 => Some(Index::Number(number)),
        _ => {
            bad_subscript(shell, name);
            None
        }
    }
}

/// bash goes on: `a=(1); echo "${a[-5]}"; echo here`
fn bad_subscript(shell: &mut Shell, name: Name) {
    let name = shell.names.spelling(name).clone();
    warn(shell, &[&name[..], b": bad array subscript"].concat());
}

/// `${!x}`: what the value of `place` names.
fn follow(shell: &mut Shell, parameter: &Parameter, place: &Place) -> Result<Place, ExpandError> {
    let reference = match place {
        Place::All(..) | Place::Arguments(_) => {
            let items = items(shell, place);
            if items.is_empty() && matches!(place, Place::Arguments(_)) {
                return Ok(Place::Nothing);
            }
            if items.is_empty() {
                return Err(ExpandError::InvalidIndirect(plain_spelling(shell, parameter)));
            }
            items.join(&b' ')
        }
        place => match with_value(shell, place, |value| value.map(<[u8]>::to_vec)) {
            Some(reference) => reference,
            None if !is_missing(shell, place) => return Ok(Place::Nothing),
            None => return Err(ExpandError::InvalidIndirect(plain_spelling(shell, parameter))),
        },
    };
    locate_reference(shell, &reference)
}

/// Whether there is no variable at all where `${!x}` looks for a name: an error, as an element or `$1` that is not there
/// is none.
fn is_missing(shell: &Shell, place: &Place) -> bool {
    match place {
        Place::Element(name, _) => !shell.vars.get(*name).exists(),
        Place::Positional(_) | Place::Special(_) => false,
        _ => true,
    }
}

/// The value that `${!x}` takes for a name.
pub(super) fn reference(shell: &mut Shell, parameter: &Parameter) -> Field {
    let place = match parameter.subject {
        Subject::Variable(name) => Place::Variable(name),
        Subject::Positional(number) => Place::Positional(number),
        subject => Place::Special(subject),
    };
    with_value(shell, &place, |value| Field::from(value.unwrap_or_default()))
}

/// What a text names: `x`, `a[1]`, `1`, `@`.
fn locate_reference(shell: &mut Shell, reference: &[u8]) -> Result<Place, ExpandError> {
    let special = match reference {
        b"@" => Some(Place::Arguments(false)),
        b"*" => Some(Place::Arguments(true)),
        b"#" => Some(Place::Special(Subject::Count)),
        b"?" => Some(Place::Special(Subject::Status)),
        b"-" => Some(Place::Special(Subject::Flags)),
        b"$" => Some(Place::Special(Subject::Pid)),
        b"!" => Some(Place::Special(Subject::LastBackground)),
        digits if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) => {
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            Some(match digits.parse() {
                Ok(0) => Place::Special(Subject::Zero),
                Ok(number) => Place::Positional(number),
                Err(_) => Place::Nothing,
            })
        }
        _ => None,
    };
    if let Some(place) = special {
        return Ok(place);
    }
    let (base, subscript) = split_reference(reference);
    if !is_name(base) || subscript.is_some_and(<[u8]>::is_empty) {
        return Err(ExpandError::InvalidName(reference.into()));
    }
    let name = shell.names.intern(base);
    match (follow_nameref(shell, name), subscript) {
        (Ok((name, None)), None) => Ok(Place::Variable(name)),
        (Ok((name, Some(element))), None) => locate_text(shell, name, &element),
        (Ok((name, None)), Some(subscript)) => locate_text(shell, name, subscript),
        (Ok(_), Some(_)) => Ok(Place::Nothing),
        (Err(place), _) => Ok(place),
    }
}

/// How bash names the parameter in messages: `x`, `a[$i]`, `!x`, `1`, `@`.
pub(super) fn spelling(shell: &Shell, parameter: &Parameter) -> Field {
    let plain = plain_spelling(shell, parameter);
    if parameter.indirect { Field::from([b"!", &plain[..]].concat()) } else { plain }
}

/// The same without the `!` of an indirect expansion.
fn plain_spelling(shell: &Shell, parameter: &Parameter) -> Field {
    let mut text = Vec::new();
    text.extend_from_slice(&subject_spelling(shell, parameter.subject));
    match parameter.subscript.as_deref() {
        None => {}
        Some(Subscript::At) => text.extend_from_slice(b"[@]"),
        Some(Subscript::Star) => text.extend_from_slice(b"[*]"),
        Some(Subscript::Index { word, .. }) => {
            text.push(b'[');
            text.extend_from_slice(shell.frames.text.get(word.text));
            text.push(b']');
        }
    }
    text.into()
}

/// The parameter's name, without `$`.
pub(super) fn subject_spelling(shell: &Shell, subject: Subject) -> Field {
    let character = match subject {
        Subject::Variable(name) => return shell.names.spelling(name).clone(),
        Subject::Positional(number) => return number.to_string().into_bytes().into(),
        Subject::At => b"@",
        Subject::Star => b"*",
        Subject::Count => b"#",
        Subject::Status => b"?",
        Subject::Flags => b"-",
        Subject::Pid => b"$",
        Subject::LastBackground => b"!",
        Subject::Zero => b"0",
    };
    Field::from(&character[..])
}

/// Gives `take` the string at `place`; `None` when it is unset. A list is no string.
pub(super) fn with_value<T>(shell: &mut Shell, place: &Place, take: impl FnOnce(Option<&[u8]>) -> T) -> T {
    match place {
        Place::Variable(name) => take(shell.scalar(*name)),
        Place::Element(name, index) => take(element(shell.value(*name), index)),
        Place::Positional(number) => take(shell.frames.parameter(*number as usize).map(|field| &field[..])),
        Place::Special(subject) => take(special_value(shell, *subject).as_deref()),
        Place::Text(text) => take(Some(text)),
        Place::All(..) | Place::Arguments(_) | Place::Nothing => take(None),
    }
}

/// The element of `value` at `index`; a string is the element 0 of itself.
pub(super) fn element<'a>(value: &'a Value, index: &Index) -> Option<&'a [u8]> {
    match (value, index) {
        (Value::Indexed(array), Index::Number(number)) => array.get(*number).map(|field| &field[..]),
        (Value::Assoc(array), Index::Key(key)) => array.get(key).map(|field| &field[..]),
        (Value::Scalar(text), Index::Number(0)) => Some(text),
        _ => None,
    }
}

/// The elements at `place`, where it is a list.
pub(super) fn items(shell: &mut Shell, place: &Place) -> Vec<Field> {
    match place {
        Place::Arguments(_) => shell.frames.positional.to_vec(),
        Place::All(name, _) => match shell.value(*name) {
            Value::Unset => Vec::new(),
            Value::Scalar(text) => vec![Field::from(&text[..])],
            Value::Indexed(array) => array.iter().map(|(_, field)| field.clone()).collect(),
            Value::Assoc(array) => array.iter().map(|(_, field)| field.clone()).collect(),
        },
        _ => Vec::new(),
    }
}

/// The value of a special parameter.
fn special_value(shell: &Shell, subject: Subject) -> Option<Vec<u8>> {
    let number = |number: i64| Some(itoa::Buffer::new().format(number).as_bytes().to_vec());
    match subject {
        Subject::Count => number(shell.frames.positional.len() as i64),
        Subject::Status => number(i64::from(shell.status.0)),
        Subject::Pid => number(i64::from(shell.invocation.pid.0)),
        Subject::LastBackground => number(i64::from(shell.jobs.last_background?.0)),
        Subject::Zero => Some(shell.frames.zero.to_vec()),
        Subject::Flags => Some(flags(shell)),
        Subject::Variable(_) | Subject::Positional(_) | Subject::At | Subject::Star => None,
    }
}

/// `$-`
fn flags(shell: &Shell) -> Vec<u8> {
    let mut letters = shell.options.letters();
    let invocation = &shell.invocation;
    if invocation.interactive {
        let place = letters.iter().position(|&letter| !(b'a'..=b'h').contains(&letter)).unwrap_or(letters.len());
        letters.insert(place, b'i');
    }
    if invocation.restricted || shell.options.get(Opt::RESTRICTED_SHELL) {
        let place = letters.iter().position(|&letter| !(b'a'..=b'r').contains(&letter)).unwrap_or(letters.len());
        letters.insert(place, b'r');
    }
    if invocation.command_string {
        letters.push(b'c');
    }
    if invocation.standard_input {
        letters.push(b's');
    }
    letters
}

/// Names of the variables that begin with `prefix`, sorted; those that are set.
pub(super) fn names_with_prefix(shell: &Shell, prefix: &[u8]) -> Vec<Field> {
    let mut names: Vec<Field> = shell
        .vars
        .iter()
        .filter(|(_, variable)| !matches!(variable.value, Value::Unset) || variable.attrs.any(Attrs::DYNAMIC))
        .map(|(name, _)| shell.names.spelling(name))
        .filter(|name| name.starts_with(prefix))
        .cloned()
        .collect();
    names.sort_unstable();
    names
}

/// `${!a[@]}`: the keys or indices that are set.
pub(super) fn keys(shell: &mut Shell, name: Name) -> Vec<Field> {
    let name = match follow_nameref(shell, name) {
        Ok((name, None)) => name,
        _ => return Vec::new(),
    };
    match shell.value(name) {
        Value::Unset => Vec::new(),
        Value::Scalar(_) => vec![Field::from(&b"0"[..])],
        Value::Indexed(array) => {
            let mut digits = itoa::Buffer::new();
            array.iter().map(|(index, _)| Field::from(digits.format(index).as_bytes())).collect()
        }
        Value::Assoc(array) => array.iter().map(|(key, _)| key.clone()).collect(),
    }
}
