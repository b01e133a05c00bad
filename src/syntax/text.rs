//! Doors for texts that are no programs: prompts, here-document-like strings, array values, references.

use std::rc::Rc;

use super::Dialect;
use super::arithmetic::ArithmeticEnd;
use super::ast::{Arithmetic, ArrayElement, Subscript, Text, Word};
use super::error::{Parse, SyntaxError};
use super::lexer::Token;
use super::parser::Parser;
use super::pieces::Use;
use super::source::Source;
use super::word::{End, QuotedEnd, span};
use crate::names::{Names, is_name_byte, is_name_start};

/// What was parsed, and the spelling of the words in it.
#[derive(Debug)]
pub struct Parsed<T> {
    /// What was parsed.
    pub value: T,
    /// Spelling of its words.
    pub text: Rc<Text>,
}

/// How [`parse_word_text`] reads a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextKind {
    /// As if in double quotes, where a `"` is a character like others: a here-document's body, PS4, ENV.
    Quoted,
    /// As a word's characters outside quotes, blanks and operators included: a value that is expanded as a word.
    Unquoted,
}

/// Reads all of `text` as one word.
pub fn parse_word_text(
    text: &[u8],
    kind: TextKind,
    line: u32,
    names: &mut Names,
    dialect: &Dialect,
) -> Result<Parsed<Word>, SyntaxError> {
    parse_all(text, line, names, dialect, |parser| {
        let mut pieces = parser.pieces();
        match kind {
            TextKind::Quoted => {
                parser.in_text = true;
                parser.quoted(QuotedEnd::Text, line, &mut pieces)?;
            }
            TextKind::Unquoted => parser.unquoted(End::Text, Use::Value, &mut pieces)?,
        }
        Ok(parser.make_word(pieces, Use::Value, span(0, parser.src.pos)))
    })
}

/// Reads all of `text` as an arithmetic expression: `$` and quotes mean what they mean in `$((…))`.
pub fn parse_arithmetic_text(
    text: &[u8],
    line: u32,
    names: &mut Names,
    dialect: &Dialect,
) -> Result<Parsed<Arithmetic>, SyntaxError> {
    parse_all(text, line, names, dialect, |parser| parser.arithmetic(ArithmeticEnd::Text, line))
}

/// Reads `text`, `( word … [k]=v … )`, as the value of an array (`declare "a=(1 2)"`); `None` when it is none.
pub fn parse_array_text(
    text: &[u8],
    line: u32,
    names: &mut Names,
    dialect: &Dialect,
) -> Result<Option<Parsed<Box<[ArrayElement]>>>, SyntaxError> {
    if !(text.starts_with(b"(") && text.ends_with(b")")) {
        return Ok(None);
    }
    parse_all(text, line, names, dialect, |parser| {
        parser.src.pos += 1;
        let elements = parser.array_elements()?;
        if parser.token() == Token::End { Ok(elements) } else { Err(parser.unexpected()) }
    })
    .map(Some)
}

/// Reads the subscript `text`, brackets not included (see [`parse_reference`]).
pub fn parse_subscript(
    text: &[u8],
    line: u32,
    names: &mut Names,
    dialect: &Dialect,
) -> Result<Parsed<Subscript>, SyntaxError> {
    let closed = [text, b"]"].concat();
    parse_all(&closed, line, names, dialect, |parser| parser.subscript())
}

/// Takes `name` or `name[subscript]` apart, an operand of `read`, `unset`, `printf -v` and their kind: the name and
/// the subscript's text. `None` when it is neither.
pub fn parse_reference(text: &[u8]) -> Option<(&[u8], Option<&[u8]>)> {
    if !is_name_start(*text.first()?) {
        return None;
    }
    let length = text.iter().position(|&byte| !is_name_byte(byte)).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    if rest.is_empty() {
        return Some((name, None));
    }
    let subscript = rest.strip_prefix(b"[")?.strip_suffix(b"]")?;
    (!subscript.is_empty() && subscript_length(rest) == Some(rest.len())).then_some((name, Some(subscript)))
}

/// Length of `[…]` at the start of `text`, its brackets included; quotes hide brackets.
pub fn subscript_length(text: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    for (index, &byte) in text.iter().enumerate() {
        match (quote, byte) {
            _ if escaped => escaped = false,
            (None | Some(b'"'), b'\\') => escaped = true,
            (None, b'\'' | b'"') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'[') => depth += 1,
            (None, b']') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Runs `parse` on `text`.
fn parse_all<T>(
    text: &[u8],
    line: u32,
    names: &mut Names,
    dialect: &Dialect,
    parse: impl FnOnce(&mut Parser) -> Parse<T>,
) -> Result<Parsed<T>, SyntaxError> {
    let mut source = Source::new(text, line);
    source.begin();
    source.raw(0);
    let mut parser = Parser::new(&mut source, names, dialect);
    let result = parse(&mut parser);
    let text = parser.text.clone();
    match result {
        Ok(value) => {
            text.fill(source.parsed());
            Ok(Parsed { value, text })
        }
        Err(error) => Err(*error),
    }
}
