//! All expansions of a word, to fields (bash manual 3.5).

use std::ops::Range;

use super::buffer::{Buffer, Kind, Mode};
use super::tilde::{self, Tilde};
use super::{ExpandError, Sequence, brace, glob, parameter, split, word};
use crate::state::{Opt, Shell};
use crate::syntax::{
    Expansion, Field, Parameter, ParameterOp, Part, Steps, Subject, Subscript, Word, WordBody, is_name_byte,
    is_name_start,
};

/// All expansions of each word, in order: the arguments of a command, the words of `for`, elements of an array.
pub fn fields(shell: &mut Shell, words: &[Word]) -> Result<Vec<Field>, ExpandError> {
    let mut fields = Vec::with_capacity(words.len());
    for word in words {
        fields_of(shell, word, &mut fields)?;
    }
    Ok(fields)
}

/// All expansions of one word, added to `fields`.
#[inline]
pub fn fields_of(shell: &mut Shell, word: &Word, fields: &mut Vec<Field>) -> Result<(), ExpandError> {
    match &word.body {
        WordBody::Literal(text) => fields.push(text.clone()),
        WordBody::Expand(expansion) => add_fields(shell, expansion, fields)?,
        WordBody::Assign(_) => {
            let mut buffer = Buffer::new(Mode::Plain);
            word::add(shell, word, Tilde::Value, false, &mut buffer)?;
            fields.push(buffer.bytes.into());
        }
    }
    Ok(())
}

/// The same of an element of an array, in which no tilde stands behind `=`.
pub(super) fn elements_of(shell: &mut Shell, word: &Word, fields: &mut Vec<Field>) -> Result<(), ExpandError> {
    match &word.body {
        WordBody::Expand(expansion) if expansion.steps.has(Steps::TILDE) && !expansion.steps.has(Steps::BRACE) => {
            let mut buffer = Buffer::new(Mode::Fields);
            word::add_parts(shell, expansion, Tilde::Start, &mut buffer)?;
            finish(shell, &buffer, fields)
        }
        _ => fields_of(shell, word, fields),
    }
}

/// The target of a redirection: `None` when it is not exactly one field (`ambiguous redirect`).
pub fn redirect_target(shell: &mut Shell, word: &Word) -> Result<Option<Field>, ExpandError> {
    if let WordBody::Literal(text) = &word.body {
        return Ok(Some(text.clone()));
    }
    if shell.options.get(Opt::POSIX) && !shell.invocation.interactive {
        // POSIX 2.7: it is neither split nor globbed
        let target = super::assigned(shell, word)?;
        return Ok(Some(Field::from(target)).filter(|target| !target.is_empty() || is_quoted(word)));
    }
    let mut fields = Vec::new();
    fields_of(shell, word, &mut fields)?;
    Ok(if fields.len() == 1 { fields.pop() } else { None })
}

/// Whether something of the word is quoted, so that it is a field even when it is empty.
fn is_quoted(word: &Word) -> bool {
    let WordBody::Expand(expansion) = &word.body else { return true };
    expansion.parts.iter().any(|part| match part {
        Part::Quoted(_) => true,
        Part::Parameter(parameter) => parameter.quoted,
        _ => false,
    })
}

/// The elements of `{1..9}` where that is all the words are: a loop can take one at a time.
pub fn sequence(shell: &Shell, words: &[Word]) -> Option<Sequence> {
    match words {
        [word] if shell.options.get(Opt::BRACEEXPAND) => Sequence::of_word(&word.body),
        _ => None,
    }
}

fn add_fields(shell: &mut Shell, expansion: &Expansion, fields: &mut Vec<Field>) -> Result<(), ExpandError> {
    if let [Part::Parameter(parameter)] = &*expansion.parts
        && add_parameter(shell, parameter, fields)
    {
        return Ok(());
    }
    if expansion.steps.has(Steps::BRACE) && shell.options.get(Opt::BRACEEXPAND) {
        return add_braces(shell, expansion, fields);
    }
    let argument = if shell.options.get(Opt::POSIX) { Tilde::Start } else { Tilde::Argument };
    if !expansion.steps.has(Steps::SPLIT)
        && !expansion.steps.has(Steps::GLOB)
        && !expansion.parts.iter().any(may_be_list)
    {
        let mut buffer = Buffer::new(Mode::Plain);
        word::add_parts(shell, expansion, argument, &mut buffer)?;
        fields.push(buffer.bytes.into());
        return Ok(());
    }
    let mut buffer = Buffer::new(Mode::Fields);
    word::add_parts(shell, expansion, argument, &mut buffer)?;
    finish(shell, &buffer, fields)
}

/// The fields of `$x`, `"$x"`, `"$@"` and their kind, where there is nothing to split or glob; false where there is.
#[inline]
fn add_parameter(shell: &mut Shell, parameter: &Parameter, fields: &mut Vec<Field>) -> bool {
    if let Some(text) = parameter::plain_value(shell, parameter) {
        if parameter.quoted || is_plain(shell, text) {
            if parameter.quoted || !text.is_empty() {
                let field = match parameter.subject {
                    Subject::Positional(number) => shell.frames.parameter(number as usize).cloned(),
                    _ => None,
                };
                fields.push(field.unwrap_or_else(|| text.into()));
            }
            return true;
        }
        return false;
    }
    parameter::add_all(shell, parameter, fields)
}

/// Whether an unquoted `text` is one field as it stands, or none when it is empty.
#[inline]
fn is_plain(shell: &Shell, text: &[u8]) -> bool {
    let class = &shell.ifs.class;
    !text.iter().any(|&byte| class[usize::from(byte)] != 0 || matches!(byte, b'*' | b'?' | b'[' | b'('))
}

/// Whether the part may be a list, so that the word may be no field or several though all is quoted.
fn may_be_list(part: &Part) -> bool {
    let Part::Parameter(parameter) = part else { return false };
    parameter.indirect
        || matches!(parameter.subject, Subject::At | Subject::Star)
        || matches!(parameter.subscript.as_deref(), Some(Subscript::At | Subscript::Star))
        || matches!(parameter.op, ParameterOp::Default { .. } | ParameterOp::Prefix { .. } | ParameterOp::Keys { .. })
}

/// Each word that brace expansion makes, through the steps that follow.
fn add_braces(shell: &mut Shell, expansion: &Expansion, fields: &mut Vec<Field>) -> Result<(), ExpandError> {
    if let [Part::Text(text)] = &*expansion.parts
        && let Some(sequence) = Sequence::of_text(text)
    {
        fields.extend(sequence);
        return Ok(());
    }
    let Some(source) = brace::encode(expansion) else { return Ok(()) }; // two million parts
    let words = brace::expand(&source);
    // what braces made is no assignment
    let is_changed = !matches!(&words[..], [only] if *only == source);
    let argument = if is_changed || shell.options.get(Opt::POSIX) { Tilde::Start } else { Tilde::Argument };
    for text in &words {
        let is_special = |&byte: &u8| matches!(byte, 0 | b'~' | b'*' | b'?' | b'[' | b'(');
        if !text.iter().any(is_special) {
            if !text.is_empty() {
                fields.push(Field::from(&text[..]));
            }
            continue;
        }
        let pieces = brace::decode(text, expansion);
        let last = pieces.len().saturating_sub(1);
        let mut buffer = Buffer::new(Mode::Fields);
        let mut taken = 0;
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                brace::Piece::Text(text) => {
                    let text = text.get(std::mem::take(&mut taken)..).unwrap_or_default();
                    tilde::add_text(shell, text, at == 0, at == last, argument, &mut buffer);
                }
                brace::Piece::Part(part) => match (part, pieces.get(at + 1)) {
                    (Part::Parameter(parameter), Some(brace::Piece::Text(text))) if is_bare(shell, parameter) => {
                        taken = text.iter().take_while(|&&byte| is_name_byte(byte)).count();
                        add_lengthened(shell, parameter, text.get(..taken).unwrap_or_default(), &mut buffer)?;
                    }
                    _ => word::add_part(shell, part, &mut buffer)?,
                },
            }
        }
        finish(shell, &buffer, fields)?;
    }
    Ok(())
}

/// Whether the parameter is spelled `$name`.
fn is_bare(shell: &Shell, parameter: &Parameter) -> bool {
    !parameter.quoted
        && matches!(parameter.subject, Subject::Variable(_))
        && shell.frames.text.get(parameter.text).get(1).is_some_and(|&byte| is_name_start(byte))
}

/// `$name` whose name goes on in `more`: braces are expanded before bash looks for parameters, so `$a{b,c}` is `$ab $ac`.
fn add_lengthened(
    shell: &mut Shell,
    parameter: &Parameter,
    more: &[u8],
    buffer: &mut Buffer,
) -> Result<(), ExpandError> {
    let Subject::Variable(name) = parameter.subject else { return Ok(()) };
    if more.is_empty() {
        return parameter::add(shell, parameter, buffer);
    }
    let spelling = [&shell.names.spelling(name)[..], more].concat();
    let subject = Subject::Variable(shell.names.intern(&spelling));
    let op = ParameterOp::Plain;
    let lengthened = Parameter { quoted: false, subject, subscript: None, indirect: false, op, text: parameter.text };
    parameter::add(shell, &lengthened, buffer)
}

/// The same with the option `braceexpand`.
pub fn makes_braces(shell: &Shell, word: &Word) -> bool {
    shell.options.get(Opt::BRACEEXPAND) && has_braces(word)
}

/// Whether brace expansion makes something else of `word`.
pub(super) fn has_braces(word: &Word) -> bool {
    let WordBody::Expand(expansion) = &word.body else { return false };
    brace::encode(expansion).is_some_and(|text| !matches!(&brace::expand(&text)[..], [only] if *only == text))
}

/// Splitting, pathname expansion and quote removal.
fn finish(shell: &mut Shell, buffer: &Buffer, fields: &mut Vec<Field>) -> Result<(), ExpandError> {
    let ranges = ranges(shell, buffer);
    if !may_be_pattern(buffer) {
        fields.extend(ranges.into_iter().map(|range| Field::from(buffer.slice(range))));
        return Ok(());
    }
    for range in ranges {
        glob::add_field(shell, buffer, range, fields)?;
    }
    Ok(())
}

fn ranges(shell: &Shell, buffer: &Buffer) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    split::split_fields(buffer, &shell.ifs, shell.utf8, &mut |range| ranges.push(range));
    ranges
}

/// Whether an unquoted pattern character is in the word at all.
fn may_be_pattern(buffer: &Buffer) -> bool {
    let mut start = 0;
    buffer.runs().iter().any(|run| {
        let bytes = buffer.slice(start..run.end);
        start = run.end;
        matches!(run.kind, Kind::Text | Kind::Split)
            && bytes.iter().any(|byte| matches!(byte, b'*' | b'?' | b'[' | b'('))
    })
}
