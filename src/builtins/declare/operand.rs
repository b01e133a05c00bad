//! An operand taken apart: name, subscript, `+`, value.

use crate::state::{Argument, Element};
use crate::syntax::{Field, is_name_byte, is_name_start, subscript_length};

/// What is assigned.
pub(super) enum Given<'a> {
    /// `=text`
    Text(&'a [u8]),
    /// `=(…)`, expanded.
    List(&'a [Element]),
}

/// `name`, `name=value`, `name[subscript]+=value`, `name=(…)`.
pub(super) struct Operand<'a> {
    /// As it was given, without a compound value.
    pub(super) word: &'a [u8],
    /// The variable; the whole word where that is no assignment.
    pub(super) name: &'a [u8],
    /// Between the brackets.
    pub(super) subscript: Option<&'a [u8]>,
    /// `+=`
    pub(super) append: bool,
    pub(super) given: Option<Given<'a>>,
}

impl<'a> Operand<'a> {
    pub(super) fn new(argument: &'a Argument) -> Operand<'a> {
        match argument {
            Argument::Field(word) => Operand::of_word(word),
            Argument::Compound { name, append, elements, .. } => {
                let (base, subscript) = split_subscript(name);
                Operand { word: name, name: base, subscript, append: *append, given: Some(Given::List(elements)) }
            }
        }
    }

    fn of_word(word: &'a Field) -> Operand<'a> {
        let Some(equals) = assignment(word) else {
            let (name, subscript) = split_subscript(word);
            return Operand { word, name, subscript, append: false, given: None };
        };
        let (left, right) = word.split_at(equals);
        let (left, append) = match left {
            [left @ .., b'+'] => (left, true),
            left => (left, false),
        };
        let (name, subscript) = split_subscript(left);
        Operand { word, name, subscript, append, given: Some(Given::Text(right.get(1..).unwrap_or_default())) }
    }

    /// The word up to `=` or `+=`.
    pub(super) fn left(&self) -> &'a [u8] {
        match self.given {
            Some(Given::Text(value)) => {
                let operator = if self.append { 2 } else { 1 };
                self.word.get(..self.word.len() - value.len() - operator).unwrap_or_default()
            }
            _ => self.word,
        }
    }

    /// The value if it is a text that was given.
    pub(super) fn text(&self) -> Option<&'a [u8]> {
        match self.given {
            Some(Given::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// The place of the `=` if the word is an assignment.
fn assignment(word: &[u8]) -> Option<usize> {
    if !is_name_start(*word.first()?) {
        return None;
    }
    let mut at = word.iter().position(|&byte| !is_name_byte(byte))?;
    if word.get(at) == Some(&b'[') {
        at += subscript_length(word.get(at..)?)?;
    }
    match word.get(at..)? {
        [b'=', ..] => Some(at),
        [b'+', b'=', ..] => Some(at + 1),
        _ => None,
    }
}

/// `a[1]` → `a`, `1`; anything else as it is.
fn split_subscript(word: &[u8]) -> (&[u8], Option<&[u8]>) {
    let Some(open) = memchr::memchr(b'[', word) else { return (word, None) };
    let (base, rest) = word.split_at(open);
    match rest {
        [b'[', subscript @ .., b']'] if subscript_length(rest) == Some(rest.len()) && !base.is_empty() => {
            (base, Some(subscript))
        }
        _ => (word, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_are_taken_apart_as_bash_does() {
        type Row = (&'static str, &'static str, Option<&'static str>, bool, Option<&'static str>);
        let rows: [Row; 9] = [
            ("x", "x", None, false, None),
            ("x=1", "x", None, false, Some("1")),
            ("x+=1=2", "x", None, true, Some("1=2")),
            ("a[1]=b", "a", Some("1"), false, Some("b")),
            ("a[x[1]]+=", "a", Some("x[1]"), true, Some("")),
            ("a[1]", "a", Some("1"), false, None),
            ("1a=b", "1a=b", None, false, None),
            ("a[1", "a[1", None, false, None),
            ("=b", "=b", None, false, None),
        ];
        for (word, name, subscript, append, value) in rows {
            let argument = Argument::Field(word.as_bytes().into());
            let operand = Operand::new(&argument);
            assert_eq!(operand.name, name.as_bytes(), "{word}");
            assert_eq!(operand.subscript, subscript.map(str::as_bytes), "{word}");
            assert_eq!((operand.append, operand.text()), (append, value.map(str::as_bytes)), "{word}");
        }
    }
}
