//! `set -x` (bash manual 4.3.1): what is run, after expansion, behind PS4.

use crate::expand::{self, quote};
use crate::state::{Argument, Element, Opt, Shell, special};
use crate::syntax::{Arithmetic, AssignValue, Assignment, Field, Name, Word, subscript_length};
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
        return emit(shell, &spelling);
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

/// The head of a `for` or `select` loop, before each turn.
pub(super) fn for_loop(shell: &mut Shell, keyword: &[u8], name: Name, words: Option<&[Word]>) {
    let mut text = [keyword, &shell.names.spelling(name)[..], b" in"].concat();
    match words {
        None => text.extend_from_slice(b" \"$@\""),
        Some(words) => {
            for word in words {
                text.push(b' ');
                text.extend_from_slice(shell.frames.text.get(word.text));
            }
        }
    }
    emit(shell, &text);
}

/// The word of a `case`.
pub(super) fn case(shell: &mut Shell, word: &Word) {
    let text = [b"case ", shell.frames.text.get(word.text), b" in"].concat();
    emit(shell, &text);
}

/// A test of `[[ ]]` with its operands expanded.
pub(super) fn test(shell: &mut Shell, negated: bool, parts: &[&[u8]]) {
    let shown = |part: &&[u8]| if part.is_empty() { b"''".to_vec() } else { part.to_vec() };
    let words: Vec<Vec<u8>> = parts.iter().map(shown).collect();
    let not: &[u8] = if negated { b"! " } else { b"" };
    emit(shell, &[b"[[ ", not, &words.join(&b' '), b" ]]"].concat());
}

/// A pattern as bash shows it: a backslash before each character that was quoted. `value`: what it expands to.
pub(super) fn pattern(shell: &Shell, word: &Word, value: &[u8]) -> Vec<u8> {
    let spelling = shell.frames.text.get(word.text);
    let escaped = |text: &[u8]| text.iter().flat_map(|&byte| [b'\\', byte]).collect::<Vec<u8>>();
    let expands = spelling.iter().any(|byte| matches!(byte, b'$' | b'`' | b'\\'));
    if expands {
        let whole = spelling.len() > 1 && spelling.starts_with(b"\"") && spelling.ends_with(b"\"");
        return if whole { escaped(value) } else { value.to_vec() };
    }
    let (mut shown, mut quote) = (Vec::new(), None);
    for &byte in spelling {
        match (quote, byte) {
            (None, b'\'' | b'"') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), byte) => shown.extend([b'\\', byte]),
            (None, byte) => shown.push(byte),
        }
    }
    shown
}

/// `(( … ))`
pub(super) fn arithmetic(shell: &mut Shell, expression: &Arithmetic) {
    if let Ok(text) = expand::arithmetic_shown(shell, expression) {
        emit(shell, &[b"(( ", &text[..], b" ))"].concat());
    }
}

/// Writes a line behind PS4, whose first character stands once more for every level of nesting.
fn emit(shell: &mut Shell, text: &[u8]) {
    let ps4 = shell.scalar(special::PS4).unwrap_or_default().to_vec();
    shell.options.set(Opt::XTRACE, false);
    let mut prefix = expand::string(shell, &ps4).unwrap_or(ps4);
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
