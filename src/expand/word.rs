//! The parts of a word, one after the other, into a buffer.

use super::buffer::Buffer;
use super::tilde::{self, Tilde};
use super::{ExpandError, arithmetic, parameter};
use crate::state::Shell;
use crate::syntax::{
    ArithmeticPart, AssignValue, Assignment, Expansion, Part, Steps, Subscript, Substitution, Word, WordBody,
};

/// Appends `word`; `quoted`: it stands in double quotes as a whole.
pub(super) fn add(
    shell: &mut Shell,
    word: &Word,
    tilde: Tilde,
    quoted: bool,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    match &word.body {
        WordBody::Literal(text) if quoted => out.expansion(text, true),
        WordBody::Literal(text) => out.text(text),
        WordBody::Expand(expansion) => add_parts(shell, expansion, tilde, out)?,
        WordBody::Assign(assignment) => add_assignment(shell, assignment, out)?,
    }
    Ok(())
}

/// Appends the parts of a word.
pub(super) fn add_parts(
    shell: &mut Shell,
    expansion: &Expansion,
    tilde: Tilde,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    let tildes = expansion.steps.has(Steps::TILDE);
    let last = expansion.parts.len().saturating_sub(1);
    for (at, part) in expansion.parts.iter().enumerate() {
        match part {
            Part::Text(text) if tildes => tilde::add_text(shell, text, at == 0, at == last, tilde, out),
            Part::Text(text) => out.text(text),
            part => add_part(shell, part, out)?,
        }
    }
    Ok(())
}

/// Appends one part.
#[inline]
pub(super) fn add_part(shell: &mut Shell, part: &Part, out: &mut Buffer) -> Result<(), ExpandError> {
    match part {
        Part::Text(text) => out.text(text),
        Part::Quoted(text) => out.quoted(text),
        Part::Parameter(parameter) => parameter::add(shell, parameter, out)?,
        Part::Command(substitution) => add_substitution(shell, substitution, out)?,
        Part::Arithmetic(part) => add_arithmetic(shell, part, out)?,
    }
    Ok(())
}

fn add_arithmetic(shell: &mut Shell, part: &ArithmeticPart, out: &mut Buffer) -> Result<(), ExpandError> {
    let value = arithmetic(shell, &part.expr)?;
    out.expansion(itoa::Buffer::new().format(value).as_bytes(), part.quoted);
    Ok(())
}

fn add_substitution(shell: &mut Shell, substitution: &Substitution, out: &mut Buffer) -> Result<(), ExpandError> {
    use crate::syntax::SubstitutionKind::{Backquote, Dollar, ProcessIn, ProcessOut};
    match substitution.kind {
        Dollar | Backquote => {
            let bytes = (shell.wiring.substitute)(shell, substitution)?;
            out.expansion(&bytes, substitution.quoted);
        }
        ProcessIn | ProcessOut => {
            // the name of a pipe is neither split nor a pattern
            let path = (shell.wiring.process_substitution)(shell, substitution)?;
            out.quoted(&path);
        }
    }
    Ok(())
}

/// `a=b` where a word is wanted after all (`declare` behind an alias, `command` with a function of that name).
fn add_assignment(shell: &mut Shell, assignment: &Assignment, out: &mut Buffer) -> Result<(), ExpandError> {
    let AssignValue::Scalar(value) = &assignment.value else {
        let text = shell.frames.text.clone();
        out.quoted(text.get(assignment.text));
        return Ok(());
    };
    out.quoted(&shell.names.spelling(assignment.name).clone());
    match assignment.subscript.as_deref() {
        None => {}
        Some(Subscript::At) => out.quoted(b"[@]"),
        Some(Subscript::Star) => out.quoted(b"[*]"),
        Some(Subscript::Index { word, .. }) => {
            let text = shell.frames.text.clone();
            out.quoted(&[b"[", text.get(word.text), b"]"].concat());
        }
    }
    out.quoted(if assignment.append { b"+=" } else { b"=" });
    let value = super::argument(shell, value)?;
    out.quoted(&value);
    Ok(())
}
