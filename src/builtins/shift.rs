//! `shift [n]`: drops the first `n` positional parameters (bash manual 4.1).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::conditional::parse_integer;
use crate::exec::report;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const SHIFT: Builtin = Builtin {
    name: "shift",
    run: Run::Plain(shift),
    kind: Kind::Special,
    usage: "shift [n]",
    summary: "Shift positional parameters.",
};

fn shift(shell: &mut Shell, args: &[Field]) -> Outcome {
    if args.first().is_some_and(|word| &word[..] == b"--help") {
        return args::refuse(shell, SHIFT.name, SHIFT.usage, args::Wrong::Help);
    }
    let mut options = Options::new(args, "");
    let operands = match args.first() {
        Some(word) if &word[..] == b"--" => {
            let _ = options.next();
            options.operands()
        }
        _ => args,
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
            let rest = positional.get(count..).unwrap_or_default().to_vec();
            shell.set_positional(rest);
            Ok(Status::SUCCESS)
        }
        Ok(_) if !shell.options.get(Opt::SHIFT_VERBOSE) => Ok(Status::FAILURE),
        _ => report::builtin(shell, "shift", format_args!("{count}: shift count out of range")),
    }
}
