//! `declare -f name`, `declare -F name`, `declare -fx name`: functions are shown, or get attributes.

use super::operand::Operand;
use super::show::{self, function_attributes};
use super::{Request, invalid_identifier, refuse};
use crate::exec::report;
use crate::state::{Attrs, Opt, Outcome, Shell, Status, functions as attributes};
use crate::syntax::is_name;

/// The letter of an attribute that no function can have.
pub(super) fn wrong_option(request: &Request) -> Option<char> {
    let given = [(request.array, 'a'), (request.assoc, 'A'), (request.on.any(Attrs::INTEGER), 'i')];
    given.iter().find(|(given, _)| *given).map(|&(_, letter)| letter)
}

/// One operand of `declare -f` or `-F`.
pub(super) fn declare(shell: &mut Shell, request: &Request, operand: &Operand) -> Outcome {
    let builtin = request.builtin.name;
    if shell.options.get(Opt::POSIX) && !is_name(operand.left()) {
        return invalid_identifier(shell, builtin, operand.word);
    }
    if operand.given.is_some() {
        report::builtin(shell, builtin, format_args!("cannot use `-f' to make functions"))?;
        return Ok(Status::FAILURE);
    }
    let known = shell.names.find(operand.word);
    let Some(name) = known.filter(|&name| shell.functions.get(name).is_some()) else { return Ok(Status::FAILURE) };
    let before = shell.functions.attrs(name);
    if before & attributes::READONLY != 0 && request.off.any(Attrs::READONLY) {
        return refuse(shell, builtin, operand.word, "readonly function");
    }
    let (on, off) = (function_attributes(request.on), function_attributes(request.off));
    if request.on == Attrs(0) && request.off == Attrs(0) {
        show(shell, operand.word, request.names_only);
    } else {
        shell.set_function_attrs(name, (before | on) & !off);
    }
    Ok(Status::SUCCESS)
}

/// `declare -f name`: the definition alone; `declare -F name`: the name, with its place under extdebug.
fn show(shell: &mut Shell, word: &[u8], names_only: bool) {
    let Some(name) = shell.names.find(word) else { return };
    let Some(function) = shell.functions.get(name) else { return };
    let text = if !names_only {
        shell.function_text(function)
    } else if shell.options.get(Opt::EXTDEBUG) {
        let source: &[u8] = if function.source.is_empty() { b"environment" } else { &function.source };
        [word, b" ", function.line.to_string().as_bytes(), b" ", source].concat()
    } else {
        word.to_vec()
    };
    shell.fds.out.extend_from_slice(&text);
    shell.fds.out.push(b'\n');
}

/// `export -f name`, `readonly -f name`, `export -nf name`.
pub(super) fn mark(shell: &mut Shell, builtin: &str, word: &[u8], attribute: Attrs, undo: bool) -> Outcome {
    let known = shell.names.find(word);
    let Some(name) = known.filter(|&name| shell.functions.get(name).is_some()) else {
        return refuse(shell, builtin, word, "not a function");
    };
    if attribute == Attrs::EXPORT && !undo && word.iter().any(|byte| matches!(byte, b'=' | b'/')) {
        return refuse(shell, builtin, word, "cannot export");
    }
    let (before, bit) = (shell.functions.attrs(name), show::function_attributes(attribute));
    shell.set_function_attrs(name, if undo { before & !bit } else { before | bit });
    Ok(Status::SUCCESS)
}
