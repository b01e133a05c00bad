//! `unset`: variables, elements, namerefs, functions (bash manual 4.1).

use super::args::{self, Options};
use crate::exec::{report, subshell};
use crate::expand::{ExpandError, bind};
use crate::state::{Attrs, Builtin, Kind, Nameref, Outcome, Run, Shell, Status, VarError, functions};
use crate::syntax::{Field, Name, parse_reference};

pub(super) const UNSET: Builtin = Builtin {
    name: "unset",
    run: Run::Plain(unset),
    kind: Kind::Special,
    usage: "unset [-f] [-v] [-n] [name ...]",
    summary: "Forget variables and functions.",
};

fn unset(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut function, mut variable, mut nameref) = (false, false, false);
    let mut options = Options::new(args, "fvn");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'f' => function = true,
                b'v' => variable = true,
                _ => nameref = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, UNSET.name, UNSET.usage, wrong),
        }
    }
    if function && variable {
        return report::builtin(
            shell,
            UNSET.name,
            format_args!("cannot simultaneously unset a function and a variable"),
        );
    }
    let mut status = Status::SUCCESS;
    for word in options.operands() {
        let done =
            if function { unset_function(shell, word)? } else { unset_variable(shell, word, nameref, variable)? };
        if !done.is_success() {
            status = done;
        }
    }
    Ok(status)
}

fn unset_function(shell: &mut Shell, word: &[u8]) -> Outcome {
    let Some(name) = shell.names.find(word) else { return Ok(Status::SUCCESS) };
    if shell.functions.get(name).is_none() {
        return Ok(Status::SUCCESS);
    }
    if shell.functions.attrs(name) & functions::READONLY != 0 {
        return cannot(shell, word, "readonly function");
    }
    shell.set_function(name, None);
    Ok(Status::SUCCESS)
}

/// `unset: x: cannot unset: readonly variable`
fn cannot(shell: &Shell, word: &[u8], why: &str) -> Outcome {
    report::message_bytes(shell, &[b"unset: ", word, b": cannot unset: ", why.as_bytes()].concat());
    Ok(Status::FAILURE)
}

/// A variable; where there is none of that name and `-v` was not said, a function.
fn unset_variable(shell: &mut Shell, word: &[u8], nameref: bool, only: bool) -> Outcome {
    let Some((base, subscript)) = parse_reference(word) else {
        return if only || nameref { Ok(Status::SUCCESS) } else { unset_function(shell, word) };
    };
    let Some(name) = shell.names.find(base) else { return Ok(Status::SUCCESS) };
    if nameref {
        let is_nameref = shell.vars.get(name).attrs.any(Attrs::NAMEREF);
        let readonly = shell.vars.get(name).attrs.any(Attrs::READONLY);
        return if is_nameref || readonly { unset_name(shell, name) } else { Ok(Status::SUCCESS) };
    }
    let (name, element) = match shell.deref(name) {
        Nameref::Target(target) => (target.name, target.subscript),
        _ => (name, None),
    };
    let element = element.as_deref().or(subscript).map(<[u8]>::to_vec);
    if let Some(subscript) = element {
        return unset_element(shell, name, &subscript);
    }
    if !shell.vars.get(name).exists() && !only && shell.functions.get(name).is_some() {
        return unset_function(shell, word);
    }
    unset_name(shell, name)
}

fn unset_name(shell: &mut Shell, name: Name) -> Outcome {
    if shell.unset_reveals(name) {
        subshell::settle(shell)?; // what comes back to light is in the journal of the shell around
    }
    match shell.unset(name) {
        Ok(()) => Ok(Status::SUCCESS),
        Err(VarError::Readonly(_)) => cannot(shell, &shell.names.spelling(name).clone(), "readonly variable"),
    }
}

fn unset_element(shell: &mut Shell, name: Name, subscript: &[u8]) -> Outcome {
    match bind::unset_element(shell, name, subscript) {
        Ok(()) => Ok(Status::SUCCESS),
        Err(ExpandError::Variable(VarError::Readonly(name))) => {
            cannot(shell, &shell.names.spelling(name).clone(), "readonly variable")
        }
        Err(error @ (ExpandError::Arithmetic(..) | ExpandError::TooDeep(_))) => Err(report::expansion(shell, error)),
        Err(error) => report::builtin_expansion(shell, UNSET.name, error),
    }
}
