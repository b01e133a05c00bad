//! `exit` and `return` (POSIX 2.14; bash manual 4.1).

use bstr::ByteSlice;

use super::args;
use super::startup::run_logout_files;
use crate::exec::conditional::parse_integer;
use crate::exec::{report, traps};
use crate::state::{Builtin, Condition, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const EXIT: Builtin =
    Builtin { name: "exit", run: Run::Plain(exit), kind: Kind::Special, usage: "exit [n]", summary: "End the shell." };

pub(super) const RETURN: Builtin = Builtin {
    name: "return",
    run: Run::Plain(r#return),
    kind: Kind::Special,
    usage: "return [n]",
    summary: "End a function or a sourced file.",
};

fn exit(shell: &mut Shell, args: &[Field]) -> Outcome {
    let operands = match args::only_help(shell, &EXIT, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    // in the EXIT trap the status is the one that the shell was about to end with
    let before = shell.traps.innermost.filter(|(condition, _)| *condition == Condition::EXIT);
    let status = status(shell, EXIT.name, operands, before)?;
    if shell.invocation.interactive && shell.subshell_depth == 0 {
        let word = if shell.options.get(Opt::LOGIN_SHELL) { "logout" } else { "exit" };
        report::plain(format_args!("{word}"));
        if shell.jobs.terminal.is_some() && super::jobs::stays_for_stopped(shell) {
            return Ok(Status::FAILURE);
        }
    }
    if shell.options.get(Opt::LOGIN_SHELL) {
        run_logout_files(shell)?;
    }
    // its trap sees the function's locals: bash -c 'f() { local x=1; exit; }; trap "echo \$x" EXIT; f'
    Err(traps::leave(shell, status))
}

/// `return` ends a function or a sourced file; elsewhere it is an error that ends nothing.
fn r#return(shell: &mut Shell, args: &[Field]) -> Outcome {
    let operands = match args::only_help(shell, &RETURN, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    // a trap cannot change the status of what it interrupts, but DEBUG is there to say something
    let before = shell.traps.innermost.filter(|(condition, _)| *condition != Condition::DEBUG);
    let status = status(shell, RETURN.name, operands, before)?;
    if shell.frames.can_return() {
        return Err(Flow::Return(status));
    }
    report::builtin(shell, RETURN.name, format_args!("can only `return' from a function or sourced script"))?;
    if shell.runs_special && !shell.invocation.interactive { Err(Flow::Exit(Status::USAGE)) } else { Ok(Status::USAGE) }
}

/// The status that the argument gives; without one `before` or `$?`; 2 when it is no number. Two numbers end the command.
pub(super) fn status(
    shell: &mut Shell,
    name: &str,
    operands: &[Field],
    before: Option<(Condition, Status)>,
) -> Result<Status, Flow> {
    match operands {
        [] => Ok(before.map_or(shell.status, |(_, status)| status)),
        [word] => match parse_integer(word) {
            Some(number) => Ok(Status((number & 255) as u8)),
            None => {
                report::builtin(shell, name, format_args!("{}: numeric argument required", word.as_bstr()))?;
                Ok(Status::USAGE)
            }
        },
        [word, ..] if parse_integer(word).is_none() => {
            report::builtin(shell, name, format_args!("{}: numeric argument required", word.as_bstr()))?;
            Ok(Status::USAGE)
        }
        _ => {
            report::builtin(shell, name, format_args!("too many arguments"))?;
            Err(Flow::Abandon(Status::FAILURE)) // bash -c 'f() { return 1 2; }; f; echo no'
        }
    }
}
