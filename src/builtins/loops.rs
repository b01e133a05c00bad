//! `break` and `continue` (POSIX 2.14).

use bstr::ByteSlice;

use super::args;
use crate::exec::conditional::parse_integer;
use crate::exec::report;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const BREAK: Builtin = Builtin {
    name: "break",
    run: Run::Plain(r#break),
    kind: Kind::Special,
    usage: "break [n]",
    summary: "Leave a loop.",
};

pub(super) const CONTINUE: Builtin = Builtin {
    name: "continue",
    run: Run::Plain(r#continue),
    kind: Kind::Special,
    usage: "continue [n]",
    summary: "Begin the next turn of a loop.",
};

/// Status with which a script ends when the count is no number: bash's EX_USAGE beyond a status.
const BAD_COUNT: Status = Status(128);

fn r#break(shell: &mut Shell, args: &[Field]) -> Outcome {
    leave(shell, &BREAK, args, |levels| Flow::Break(levels, Status::SUCCESS))
}

fn r#continue(shell: &mut Shell, args: &[Field]) -> Outcome {
    leave(shell, &CONTINUE, args, Flow::Continue)
}

/// Leaves as many loops as the argument says, at most those there are. A count below 1 leaves them all, and fails.
fn leave(shell: &mut Shell, builtin: &Builtin, args: &[Field], flow: fn(u32) -> Flow) -> Outcome {
    let operands = match args::only_help(shell, builtin, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    if shell.frames.loops == 0 && shell.options.get(Opt::POSIX) {
        return Ok(Status::SUCCESS); // POSIX leaves it open, and bash says nothing
    }
    if shell.frames.loops == 0 {
        report::builtin(shell, builtin.name, format_args!("only meaningful in a `for', `while', or `until' loop"))?;
        return Ok(Status::SUCCESS);
    }
    let count = match operands {
        [] => 1,
        [word, rest @ ..] => match parse_integer(word) {
            None => {
                let text = format_args!("{}: numeric argument required", word.as_bstr());
                report::builtin(shell, builtin.name, text)?;
                return Err(Flow::Exit(BAD_COUNT));
            }
            Some(_) if !rest.is_empty() => {
                report::builtin(shell, builtin.name, format_args!("too many arguments"))?;
                return Err(Flow::Abandon(Status::FAILURE));
            }
            Some(count) => count,
        },
    };
    match u32::try_from(count.min(i64::from(u32::MAX))) {
        Ok(count @ 1..) => Err(flow(count.min(shell.frames.loops))),
        _ => {
            report::builtin(shell, builtin.name, format_args!("{count}: loop count out of range"))?;
            Err(Flow::Break(shell.frames.loops, Status::FAILURE))
        }
    }
}
