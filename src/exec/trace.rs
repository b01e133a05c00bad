//! `set -x` (bash manual 4.3.1): what is run, after expansion, behind PS4.

use crate::expand::{self, quote};
use crate::state::{Argument, Opt, Shell, special};
use crate::syntax::{Arithmetic, Assignment, Field, Name, Word};
use crate::sys;

/// A simple command.
pub(super) fn simple(shell: &mut Shell, args: &[Field], arguments: &[(usize, Argument)]) {
    if !shell.options.get(Opt::XTRACE) {
        return;
    }
    let mut words: Vec<Vec<u8>> = args.iter().map(|arg| quote::for_trace(arg, shell.utf8)).collect();
    for (place, argument) in arguments.iter().rev() {
        let text = match argument {
            Argument::Field(field) => quote::for_trace(field, shell.utf8),
            Argument::Compound { text, .. } => text.to_vec(),
        };
        words.insert((*place).min(words.len()), text);
    }
    emit(shell, &words.join(&b' '));
}

/// An assignment that was made.
pub(super) fn assignment(shell: &mut Shell, assignment: &Assignment) {
    if !shell.options.get(Opt::XTRACE) {
        return;
    }
    let spelling = shell.frames.text.get(assignment.text).to_vec();
    let name = shell.names.spelling(assignment.name).clone();
    let text = match (&assignment.value, &assignment.subscript) {
        (crate::syntax::AssignValue::Scalar(_), None) if !assignment.append => {
            let value = shell.scalar(assignment.name).unwrap_or_default().to_vec();
            [&name[..], b"=", &quote::for_trace_of_value(&value, shell.utf8)].concat()
        }
        _ => spelling,
    };
    emit(shell, &text);
}

/// The head of a `for` loop, before each turn.
pub(super) fn for_loop(shell: &mut Shell, name: Name, words: Option<&[Word]>) {
    let mut text = [b"for ", &shell.names.spelling(name)[..], b" in"].concat();
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
pub(super) fn case(shell: &mut Shell, subject: &[u8]) {
    let text = [b"case ", &quote::for_trace(subject, shell.utf8)[..], b" in"].concat();
    emit(shell, &text);
}

/// `(( … ))`
pub(super) fn arithmetic(shell: &mut Shell, expression: &Arithmetic) {
    if let Ok(text) = expand::arithmetic_shown(shell, expression) {
        emit(shell, &[b"(( ", &text[..], b" ))"].concat());
    }
}

/// Writes a line behind PS4, whose first character stands once for every level of nesting.
fn emit(shell: &mut Shell, text: &[u8]) {
    let ps4 = shell.scalar(special::PS4).unwrap_or_default().to_vec();
    shell.options.set(Opt::XTRACE, false);
    let mut prefix = expand::string(shell, &ps4).unwrap_or(ps4);
    shell.options.set(Opt::XTRACE, true);
    if let Some(&first) = prefix.first() {
        let levels = shell.subshell_trace_depth();
        prefix.splice(0..0, std::iter::repeat_n(first, levels));
    }
    let _ = sys::fd::write_all(shell.trace_fd, &[&prefix[..], text, b"\n"].concat());
}
