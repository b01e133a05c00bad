//! `${x@Q}` and the other transformations (bash manual 3.5.3).

use super::buffer::{Buffer, Mode};
use super::edit::Edit;
use super::parameter::{List, add_edited, add_list, check_set, is_string, list_of};
use super::subject::{Place, items, with_value};
use super::{ExpandError, prompt, quote};
use crate::state::{Attrs, Shell, Value, Variable};
use crate::syntax::{CaseKind, Field, Name, Parameter, ansi_c};

/// Appends the value at `place` as `letter` has it.
pub(super) fn add(
    shell: &mut Shell,
    parameter: &Parameter,
    place: &Place,
    letter: u8,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    let edit = match letter {
        b'U' => Some(Edit::case(shell, CaseKind::Upper, true)),
        b'u' => Some(Edit::case(shell, CaseKind::Upper, false)),
        b'L' => Some(Edit::case(shell, CaseKind::Lower, true)),
        _ => None,
    };
    if let Some(edit) = edit {
        check_set(shell, parameter, place)?;
        add_edited(shell, parameter, place, &edit, out);
        return Ok(());
    }
    let quoted = parameter.quoted;
    match list_of(shell, place) {
        Some(list) => {
            let mut elements = list_elements(shell, place, letter)?;
            let has_blank = shell.ifs.join.is_empty() || shell.ifs.class[usize::from(b' ')] != 0;
            let is_torn = has_blank && out.mode == Mode::Fields && !(quoted && list.star);
            match &mut elements[..] {
                [set, dashes, first, ..] if letter == b'A' && list.arguments && !is_torn => {
                    *first = [&set[..], b" ", dashes, b" ", first].concat().into();
                    elements.drain(..2);
                }
                _ if letter == b'A' && !list.arguments && !is_torn => elements = vec![elements.join(&b' ').into()],
                _ => {}
            }
            let joined = list.arguments || !matches!(letter, b'A' | b'K');
            let is_nothing = matches!(&elements[..], [only] if only.is_empty());
            if is_nothing && matches!(letter, b'P' | b'a') && is_string(shell, place) {
                elements.clear(); // "${x[@]@P}" of a string is no field
            }
            add_list(shell, &elements, List { quoted, edited: true, joined, ..list }, out);
        }
        None => {
            let is_attribute = matches!(letter, b'A' | b'a') && variable_of(shell, place).is_some_and(Variable::exists);
            if !is_attribute {
                check_set(shell, parameter, place)?;
            }
            let text = one(shell, place, letter)?;
            out.expansion(&text, quoted);
        }
    }
    Ok(())
}

/// `${x@Z}`: nothing as long as there is no value.
pub(super) fn unknown(shell: &mut Shell, parameter: &Parameter, place: &Place) -> Result<(), ExpandError> {
    let is_set = match list_of(shell, place) {
        Some(_) => !items(shell, place).is_empty(),
        None => with_value(shell, place, |value| value.is_some()),
    };
    if is_set {
        let text = shell.frames.text.get(parameter.text);
        return Err(ExpandError::BadTransformation(text.into()));
    }
    Ok(())
}

/// A single value.
fn one(shell: &mut Shell, place: &Place, letter: u8) -> Result<Vec<u8>, ExpandError> {
    let value = with_value(shell, place, |value| value.map(<[u8]>::to_vec));
    match letter {
        b'a' => {
            Ok(variable_of(shell, place).map(|variable| attribute_letters(variable).into_bytes()).unwrap_or_default())
        }
        b'A' => Ok(match place {
            Place::Variable(name) | Place::Element(name, _) => statement(shell, *name, value.as_deref()),
            _ => Vec::new(),
        }),
        _ => match value {
            Some(value) => element(shell, &value, letter),
            None => Ok(Vec::new()),
        },
    }
}

/// A string, or an element of a list.
fn element(shell: &mut Shell, value: &[u8], letter: u8) -> Result<Vec<u8>, ExpandError> {
    match letter {
        b'E' => Ok(ansi_c(value)),
        b'P' => prompt(shell, value),
        _ => Ok(quote::for_transformation(value, shell.utf8)),
    }
}

fn list_elements(shell: &mut Shell, place: &Place, letter: u8) -> Result<Vec<Field>, ExpandError> {
    let items = items(shell, place);
    match (letter, place) {
        (b'A', Place::Arguments(_)) if items.is_empty() => Ok(Vec::new()),
        (b'A', Place::Arguments(_)) => {
            let quoted = items.iter().map(|item| quote::for_transformation(item, shell.utf8).into());
            Ok([Field::from(&b"set"[..]), Field::from(&b"--"[..])].into_iter().chain(quoted).collect())
        }
        (b'A', Place::All(name, _)) => Ok(array_statement(shell, *name)),
        (b'a', Place::All(name, _)) => {
            let variable = shell.vars.get(*name);
            let letters = Field::from(attribute_letters(variable).as_bytes());
            let is_empty = !variable.exists() || variable.value.is_array() && !variable.attrs.any(Attrs::VALUELESS);
            Ok(vec![letters; items.len().max(usize::from(!is_empty))])
        }
        (b'a', _) => Ok(vec![Field::from(&b""[..]); items.len()]),
        (b'K', Place::All(name, _)) => Ok(key_value_text(shell, *name)),
        (b'k', Place::All(name, _)) => Ok(keys_and_values(shell, *name)),
        _ => items.iter().map(|item| element(shell, item, letter).map(Field::from)).collect(),
    }
}

fn variable_of<'a>(shell: &'a Shell, place: &Place) -> Option<&'a Variable> {
    match place {
        Place::Variable(name) | Place::Element(name, _) | Place::All(name, _) => Some(shell.vars.get(*name)),
        _ => None,
    }
}

/// The letters of a variable's attributes in the order of `declare -p`: `ar`, `x`.
pub fn attribute_letters(variable: &Variable) -> String {
    let kind = match variable.value {
        Value::Indexed(_) => "a",
        Value::Assoc(_) => "A",
        _ => "",
    };
    let mut letters = String::from(kind);
    for (attribute, letter) in [
        (Attrs::INTEGER, 'i'),
        (Attrs::NAMEREF, 'n'),
        (Attrs::READONLY, 'r'),
        (Attrs::TRACE, 't'),
        (Attrs::EXPORT, 'x'),
        (Attrs::CAPITAL, 'c'),
        (Attrs::LOWER, 'l'),
        (Attrs::UPPER, 'u'),
    ] {
        if variable.attrs.any(attribute) {
            letters.push(letter);
        }
    }
    letters
}

/// `declare -i x='3'`, or `x='3'` where it has no attributes; empty for what does not exist.
fn statement(shell: &Shell, name: Name, value: Option<&[u8]>) -> Vec<u8> {
    let variable = shell.vars.get(name);
    let letters = attribute_letters(variable);
    let mut text = Vec::new();
    if !letters.is_empty() {
        text.extend_from_slice(format!("declare -{letters} ").as_bytes());
    } else if value.is_none() {
        return text;
    }
    text.extend_from_slice(shell.names.spelling(name));
    if let Some(value) = value {
        text.push(b'=');
        text.extend_from_slice(&quote::for_transformation(value, shell.utf8));
    }
    text
}

/// The words of `declare -a a=([0]="x" …)`.
fn array_statement(shell: &mut Shell, name: Name) -> Vec<Field> {
    shell.refresh(name);
    let variable = shell.vars.get(name);
    let spelling = shell.names.spelling(name);
    if !variable.value.is_array() {
        let text = statement(shell, name, variable.value.scalar());
        return if text.is_empty() { Vec::new() } else { vec![text.into()] };
    }
    let letters = attribute_letters(variable);
    let last = if variable.attrs.any(Attrs::VALUELESS) {
        spelling.clone()
    } else {
        [&spelling[..], b"=", &array_text(&variable.value, shell.utf8)].concat().into()
    };
    vec![Field::from(&b"declare"[..]), Field::from(format!("-{letters}").as_bytes()), last]
}

/// `([0]="x" [2]="y")` of an array, as `declare -p` has it; a blank follows each element of an associative one.
pub fn array_text(value: &Value, utf8: bool) -> Vec<u8> {
    let mut text = b"(".to_vec();
    match value {
        Value::Indexed(array) => {
            let mut digits = itoa::Buffer::new();
            for (at, (index, element)) in array.iter().enumerate() {
                let gap = if at > 0 { " [" } else { "[" };
                text.extend_from_slice(gap.as_bytes());
                text.extend_from_slice(digits.format(index).as_bytes());
                text.extend_from_slice(b"]=");
                text.extend_from_slice(&quote::for_declare(element, utf8));
            }
        }
        Value::Assoc(array) => {
            for (key, element) in array.iter() {
                text.push(b'[');
                text.extend_from_slice(&quote::for_key(key, utf8));
                text.extend_from_slice(b"]=");
                text.extend_from_slice(&quote::for_declare(element, utf8));
                text.push(b' ');
            }
        }
        Value::Unset | Value::Scalar(_) => {}
    }
    text.push(b')');
    text
}

/// `0 "x" 2 "y"`: one text.
fn key_value_text(shell: &mut Shell, name: Name) -> Vec<Field> {
    let utf8 = shell.utf8;
    let text = match shell.value(name) {
        Value::Unset => return Vec::new(),
        Value::Scalar(text) => quote::for_transformation(text, utf8),
        Value::Indexed(array) if array.is_empty() => return Vec::new(),
        Value::Assoc(array) if array.is_empty() => return Vec::new(),
        Value::Indexed(array) => {
            let pair = |(index, element): (i64, &Field)| {
                [index.to_string().as_bytes(), b" ", &quote::for_declare(element, utf8)].concat()
            };
            array.iter().map(pair).collect::<Vec<_>>().join(&b' ')
        }
        Value::Assoc(array) => {
            let pair = |(key, element): (&Field, &Field)| {
                [&quote::for_key(key, utf8), &b" "[..], &quote::for_declare(element, utf8), b" "].concat()
            };
            array.iter().flat_map(pair).collect()
        }
    };
    vec![text.into()]
}

/// Each key and each element, a field of its own.
fn keys_and_values(shell: &mut Shell, name: Name) -> Vec<Field> {
    let utf8 = shell.utf8;
    match shell.value(name) {
        Value::Unset => Vec::new(),
        Value::Scalar(text) => vec![quote::for_transformation(text, utf8).into()],
        Value::Indexed(array) => {
            array.iter().flat_map(|(index, field)| [index.to_string().into_bytes().into(), field.clone()]).collect()
        }
        Value::Assoc(array) => array.iter().flat_map(|(key, field)| [key.clone(), field.clone()]).collect(),
    }
}
