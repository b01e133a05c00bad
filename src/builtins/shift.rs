//! `shift [n]`: drops the first `n` positional parameters (bash manual 4.1).

use bstr::ByteSlice;

use super::args;
use crate::exec::conditional::parse_integer;
use crate::exec::report;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const SHIFT: Builtin = Builtin {
    name: "shift",
    run: Run::Plain(shift),
    kind: Kind::Special,
    usage: "shift [n]",
    summary: "Drop the first positional parameters.",
};

fn shift(shell: &mut Shell, args: &[Field]) -> Outcome {
    let operands = match args::only_help(shell, &SHIFT, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    let count = match operands {
        [] => 1,
        [word, rest @ ..] => {
            let Some(count) = parse_integer(word) else {
                let text = format_args!("{}: numeric argument required", word.as_bstr());
                return report::builtin(shell, SHIFT.name, text);
            };
            if !rest.is_empty() {
                report::builtin(shell, "shift", format_args!("too many arguments"))?;
                return Err(Flow::Abandon(Status::FAILURE)); // bash -c 'shift 1 2; echo no'
            }
            count
        }
    };
    let positional = &shell.frames.positional;
    match usize::try_from(count) {
        Ok(0) => Ok(Status::SUCCESS),
        Ok(count) if count <= positional.len() => {
            let rest = positional.without(count);
            shell.set_positional(rest);
            Ok(Status::SUCCESS)
        }
        Ok(_) if !shell.options.get(Opt::SHIFT_VERBOSE) && !shell.options.get(Opt::POSIX) => Ok(Status::FAILURE),
        _ => match args.first() {
            // as it was written: bash -c 'shopt -s shift_verbose; shift -- 3'
            Some(word) => report::builtin(shell, "shift", format_args!("{}: shift count out of range", word.as_bstr())),
            None => report::builtin(shell, "shift", format_args!("shift count out of range")),
        },
    }
}
