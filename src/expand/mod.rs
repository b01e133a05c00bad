//! Expansion: words in, fields out (bash manual 3.5; POSIX 2.6).
//!
//! The steps, in order: brace, tilde, parameter/command/arithmetic, splitting, pathname, quote removal. One function a use.
//! Commands inside words go through `state::Wiring`.

mod arithmetic;
pub mod bind;
mod brace;
mod buffer;
mod character;
mod edit;
mod error;
mod fields;
mod glob;
mod parameter;
pub mod prompt;
pub mod quote;
mod slice;
mod split;
mod subject;
mod tilde;
mod transform;
mod word;

#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use arithmetic::decimal;
pub use brace::Sequence;
pub use error::ExpandError;
pub use fields::{fields, fields_of, makes_braces, redirect_target, sequence};
pub use glob::split_ignore;
pub use prompt::prompt;
pub use transform::{array_text, attribute_letters};

use crate::arith::Expr;
use crate::pattern::{Flags, Pattern};
use crate::state::{Opt, Options, Shell};
use crate::syntax::{
    Arithmetic, Dialect, Expansion, Field, Part, Steps, Subject, Text, TextKind, Word, WordBody, parse_word_text,
};

use buffer::{Buffer, Join, Mode};
use tilde::Tilde;

/// One field, whatever is in it: no braces, splitting, pathnames. Tilde at its start. (`case` words, `[[ ]]`, here-strings.)
pub fn one(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    string_of(shell, word, Mode::Plain)
}

/// The right side of an assignment: as `one`, with tildes after each unquoted `:` too.
pub fn assigned(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    value_of(shell, word, Join::Value)
}

/// The same where the assignment is an argument of a declaration builtin.
pub fn argument(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    value_of(shell, word, Join::Argument)
}

fn value_of(shell: &mut Shell, word: &Word, join: Join) -> Result<Vec<u8>, ExpandError> {
    if let WordBody::Literal(text) = &word.body {
        return Ok(text.to_vec());
    }
    let mut buffer = Buffer::new(Mode::Plain);
    buffer.join = join;
    word::add(shell, word, Tilde::Value, false, &mut buffer)?;
    Ok(buffer.bytes)
}

/// A pattern of `[[ == ]]`: quoted characters are literal; extended patterns are always on, nocasematch is kept.
pub fn pattern(shell: &mut Shell, word: &Word, text: &[u8]) -> Result<Rc<Pattern>, ExpandError> {
    let flags = flags_for(shell, text, true);
    pattern_of(shell, word, flags)
}

/// How `text` is matched by `[[ ]]` and `case`: byte by byte where it is no UTF-8.
fn flags_for(shell: &Shell, text: &[u8], extglob: bool) -> Flags {
    let utf8 = shell.utf8 && std::str::from_utf8(text).is_ok();
    Flags { extglob, nocase: shell.options.get(Opt::NOCASEMATCH), utf8, period: false }
}

/// A pattern of `[[ == ]]` as `set -x` shows it: every quoted character behind a backslash.
pub fn pattern_shown(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    string_of(shell, word, Mode::ShownPattern)
}

/// The pattern of such a text.
pub fn pattern_of_text(shell: &mut Shell, pattern: &[u8], text: &[u8]) -> Rc<Pattern> {
    let flags = flags_for(shell, text, true);
    shell.compiled.pattern(pattern, flags)
}

/// Whether a pattern of `case` matches all of `text`.
pub fn matches(shell: &mut Shell, text: &[u8], word: &Word) -> Result<bool, ExpandError> {
    let nocase = shell.options.get(Opt::NOCASEMATCH);
    if let WordBody::Literal(literal) = &word.body
        && !nocase
    {
        return Ok(text == &literal[..]);
    }
    if let WordBody::Expand(expansion) = &word.body
        && let [Part::Text(star)] = &*expansion.parts
        && **star == *b"*"
    {
        return Ok(true);
    }
    let flags = flags_for(shell, text, shell.options.get(Opt::EXTGLOB));
    Ok(pattern_of(shell, word, flags)?.matches(text))
}

/// The right side of `=~`: quoted characters are escaped so that the regular expression takes them literally.
pub fn regex(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    string_of(shell, word, Mode::Regex)
}

/// The body of a here-document.
pub fn here_document(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    string_of(shell, word, Mode::HereDocument)
}

/// `text` expanded as if in double quotes (PS1, PS4, BASH_ENV, ENV, mail …).
pub fn string(shell: &mut Shell, text: &[u8]) -> Result<Vec<u8>, ExpandError> {
    if !text.iter().any(|byte| matches!(byte, b'$' | b'`' | b'\\')) {
        return Ok(text.to_vec());
    }
    text_of(shell, text, TextKind::Quoted)
}

/// `text` expanded as a word without quotes around it, quotes removed, not split (the words of `compgen -W`).
pub fn word_text(shell: &mut Shell, text: &[u8]) -> Result<Vec<u8>, ExpandError> {
    text_of(shell, text, TextKind::Unquoted)
}

fn text_of(shell: &mut Shell, text: &[u8], kind: TextKind) -> Result<Vec<u8>, ExpandError> {
    if crate::sys::stack::is_low() {
        return Err(ExpandError::TooDeep(Field::from(text))); // x='${x@P}'; echo "${x@P}"
    }
    let source = Field::from(&b""[..]);
    let (line, options) = (shell.frames.line, shell.options);
    match parse_word_text(text, kind, line, &mut shell.names, &dialect_of(options, &source)) {
        Ok(parsed) => with_text(shell, parsed.text, |shell| one(shell, &parsed.value)),
        Err(error) => Err(ExpandError::Syntax(error)),
    }
}

/// The value of an expression of the tree.
#[inline]
pub fn arithmetic(shell: &mut Shell, expression: &Arithmetic) -> Result<i64, ExpandError> {
    match expression {
        Arithmetic::Compiled(expression, _) => arithmetic::evaluate(shell, expression),
        Arithmetic::Expanded { text, guess } => {
            if let Some(guess) = guess
                && is_guess_right(shell, text)
            {
                match arithmetic::evaluate(shell, guess) {
                    // once more, for a message that shows the values
                    Err(ExpandError::Arithmetic(..)) => {}
                    result => return result,
                }
            }
            let text = arithmetic::expanded(shell, text)?;
            arithmetic::evaluate_text(shell, &text)
        }
    }
}

/// The text of an expression after expansion, without the blanks before it (`set -x`, BASH_COMMAND).
pub fn arithmetic_shown(shell: &mut Shell, expression: &Arithmetic) -> Result<Vec<u8>, ExpandError> {
    let text = match expression {
        Arithmetic::Compiled(_, text) => text.to_vec(),
        Arithmetic::Expanded { text, .. } => {
            let mut buffer = Buffer::new(Mode::Plain);
            word::add_parts(shell, text, Tilde::Start, &mut buffer)?;
            buffer.bytes
        }
    };
    let start = text.iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(text.len());
    Ok(text.get(start..).unwrap_or_default().to_vec())
}

/// The text of an expression, expanded.
pub fn arithmetic_string(shell: &mut Shell, expression: &Arithmetic) -> Result<Vec<u8>, ExpandError> {
    match expression {
        Arithmetic::Compiled(_, text) => Ok(text.to_vec()),
        Arithmetic::Expanded { text, .. } => {
            let mut buffer = Buffer::new(Mode::Plain);
            word::add_parts(shell, text, Tilde::Start, &mut buffer)?;
            Ok(buffer.bytes)
        }
    }
}

/// The value of an expression given as a text that needs no expansion any more (`let`, `declare -i`, `test -eq` in `[[`).
pub fn arithmetic_text(shell: &mut Shell, text: &[u8]) -> Result<i64, ExpandError> {
    arithmetic::evaluate_text(shell, text)
}

/// The text of an operand of `-v`, `-eq` and its kind in `[[`.
pub fn arithmetic_operand(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, ExpandError> {
    match &word.body {
        WordBody::Expand(expansion) => arithmetic::expanded(shell, expansion),
        _ => one(shell, word),
    }
}

/// The value of a compiled expression.
fn arithmetic_compiled(shell: &mut Shell, expression: &Expr) -> Result<i64, ExpandError> {
    arithmetic::evaluate(shell, expression)
}

/// Whether every `$x` in the expression holds a plain number, so that it may be read as `x`.
fn is_guess_right(shell: &Shell, text: &Expansion) -> bool {
    text.parts.iter().all(|part| match part {
        Part::Parameter(parameter) => match parameter.subject {
            Subject::Variable(_) => parameter::plain_value(shell, parameter)
                .is_some_and(|text| arithmetic::decimal(text).is_some_and(|number| number >= 0)),
            _ => false,
        },
        _ => true,
    })
}

/// A word as one string of the kind `mode`.
fn string_of(shell: &mut Shell, word: &Word, mode: Mode) -> Result<Vec<u8>, ExpandError> {
    match &word.body {
        WordBody::Literal(text) if !matches!(mode, Mode::Regex | Mode::ShownPattern) => Ok(text.to_vec()),
        _ => {
            let mut buffer = Buffer::new(mode);
            buffer.beside_at = mode == Mode::HereDocument && has_at(word);
            word::add(shell, word, Tilde::Start, false, &mut buffer)?;
            Ok(buffer.bytes)
        }
    }
}

/// Whether `$@` stands in the word, not in the operand of another parameter.
fn has_at(word: &Word) -> bool {
    let WordBody::Expand(expansion) = &word.body else { return false };
    expansion.parts.iter().any(|part| matches!(part, Part::Parameter(parameter) if parameter.subject == Subject::At))
}

/// A word as a pattern.
fn pattern_of(shell: &mut Shell, word: &Word, flags: Flags) -> Result<Rc<Pattern>, ExpandError> {
    if let WordBody::Expand(expansion) = &word.body
        && let [Part::Text(text)] = &*expansion.parts
        && !expansion.steps.has(Steps::TILDE)
    {
        return Ok(shell.compiled.pattern(text, flags));
    }
    let mut buffer = Buffer::new(Mode::Pattern);
    word::add(shell, word, Tilde::Start, false, &mut buffer)?;
    Ok(shell.compiled.pattern(&buffer.bytes, flags))
}

/// What the grammar of a text depends on at run time; without aliases.
pub fn dialect_of(options: Options, source: &Field) -> Dialect<'_> {
    Dialect {
        extglob: options.get(Opt::EXTGLOB),
        posix: options.get(Opt::POSIX),
        aliases: None,
        source,
        deepest: crate::sys::stack::levels(),
    }
}

/// Runs `act` while messages find the spelling of words in `text`.
fn with_text<T>(shell: &mut Shell, text: Rc<Text>, act: impl FnOnce(&mut Shell) -> T) -> T {
    let outer = std::mem::replace(&mut shell.frames.text, text);
    let result = act(shell);
    shell.frames.text = outer;
    result
}

/// Says what bash complains of while it goes on.
fn warn(shell: &Shell, text: &[u8]) {
    (shell.wiring.warn)(shell, text);
}
