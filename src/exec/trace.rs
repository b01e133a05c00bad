//! `set -x` (bash manual 4.3.1): what is run, after expansion, behind PS4.

use super::report;
use crate::expand::{self, prompt, quote};
use crate::state::{Argument, Element, Opt, Shell, special};
use crate::syntax::{AssignValue, Assignment, Compound, Field, Name, print_assignment, print_head, subscript_length};
use crate::sys;

/// A simple command.
pub(super) fn simple(shell: &mut Shell, args: &[Field], arguments: &[(usize, Argument)]) {
    if !shell.options.get(Opt::XTRACE) {
        return;
    }
    for (_, argument) in arguments {
        if let Argument::Compound { name, append, elements, .. } = argument {
            list(shell, name, *append, elements);
        }
    }
    let mut words: Vec<Vec<u8>> = args.iter().map(|arg| quote::for_trace(arg, shell.utf8)).collect();
    for (place, argument) in arguments.iter().rev() {
        let text = match argument {
            Argument::Field(field) => quote::for_trace(field, shell.utf8),
            Argument::Compound { name, .. } => name.to_vec(),
        };
        words.insert((*place).min(words.len()), text);
    }
    emit(shell, &words.join(&b' '));
}

/// An assignment that is about to be made: with its value expanded, a list as it was written.
pub(super) fn assignment(shell: &mut Shell, assignment: &Assignment, value: Option<&[u8]>) {
    if !shell.options.get(Opt::XTRACE) {
        return;
    }
    let spelling = shell.frames.text.get(assignment.text).to_vec();
    let Some(value) = value.filter(|_| matches!(assignment.value, AssignValue::Scalar(_))) else {
        let text = print_assignment(assignment, &shell.frames.text, &shell.names);
        return emit(shell, &text);
    };
    let name = shell.names.spelling(assignment.name).clone();
    let subscript = match &assignment.subscript {
        Some(_) => spelling.get(name.len()..).map_or(0, |rest| subscript_length(rest).unwrap_or(0)),
        None => 0,
    };
    let target = spelling.get(..name.len() + subscript).unwrap_or(&name);
    let operator: &[u8] = if assignment.append { b"+=" } else { b"=" };
    emit(shell, &[target, operator, &quote::for_trace_of_value(value, shell.utf8)].concat());
}

/// The list of a declaration builtin, which bash shows before the builtin.
fn list(shell: &mut Shell, name: &[u8], append: bool, elements: &[Element]) {
    let shown = |element: &Element| {
        let value = quote::single_quoted(&element.value);
        match &element.subscript {
            None => value,
            Some(subscript) => {
                let operator: &[u8] = if element.append { b"]+=" } else { b"]=" };
                [b"[", &quote::single_quoted(subscript)[..], operator, &value].concat()
            }
        }
    };
    let words: Vec<Vec<u8>> = elements.iter().map(shown).collect();
    let operator: &[u8] = if append { b"+=(" } else { b"=(" };
    emit(shell, &[name, operator, &words.join(&b' '), b")"].concat());
}

/// What `export` and `readonly` assign.
pub fn marked(shell: &mut Shell, name: &[u8], append: bool, value: &[u8]) {
    if shell.options.get(Opt::XTRACE) {
        let operator: &[u8] = if append { b"+=" } else { b"=" };
        emit(shell, &[name, operator, &quote::for_trace_of_value(value, shell.utf8)].concat());
    }
}

/// An assignment in front of a command: with what the variable will hold.
pub(super) fn temporary(shell: &mut Shell, name: Name, value: &[u8]) {
    if shell.options.get(Opt::XTRACE) {
        let text = [&shell.names.spelling(name)[..], b"=", &quote::for_trace_of_value(value, shell.utf8)].concat();
        emit(shell, &text);
    }
}

/// The head of `for`, `select` or `case`, as it was written.
pub(super) fn head(shell: &mut Shell, compound: &Compound) {
    if shell.options.get(Opt::XTRACE) {
        let text = print_head(&compound.kind, &shell.frames.text, &shell.names);
        emit(shell, text.trim_ascii_end());
    }
}

/// `(( … ))`, expanded.
pub(super) fn arithmetic(shell: &mut Shell, expression: &[u8]) {
    let text = [b"(( ", expression, b" ))"].concat();
    emit(shell, &text);
}

/// One test of `[[ … ]]`.
pub(super) fn test(shell: &mut Shell, negated: bool, words: &[&[u8]]) {
    let mut text = b"[[ ".to_vec();
    if negated {
        text.extend_from_slice(b"! ");
    }
    for word in words {
        text.extend_from_slice(if word.is_empty() { b"''" } else { word });
        text.push(b' ');
    }
    text.extend_from_slice(b"]]");
    emit(shell, &text);
}

/// Writes a line behind PS4, whose first character stands once more for every level of nesting.
fn emit(shell: &mut Shell, text: &[u8]) {
    let ps4 = shell.scalar(special::PS4).unwrap_or_default().to_vec();
    shell.options.set(Opt::XTRACE, false);
    let decoded = if ps4.contains(&b'\\') { prompt::prompt(shell, &ps4) } else { expand::string(shell, &ps4) };
    let mut prefix = decoded.unwrap_or_else(|error| {
        if !matches!(error, expand::ExpandError::Syntax(_)) {
            report::expansion(shell, error);
        }
        ps4
    });
    shell.options.set(Opt::XTRACE, true);
    if shell.trace_depth > 0 {
        let first = match bstr::decode_utf8(&prefix) {
            (Some(_), length) if shell.utf8 => length,
            _ => prefix.len().min(1),
        };
        let first = prefix.get(..first).unwrap_or_default().repeat(shell.trace_depth as usize);
        prefix.splice(0..0, first);
    }
    let _ = sys::fd::write_all(shell.trace_fd, &[&prefix[..], text, b"\n"].concat());
}
