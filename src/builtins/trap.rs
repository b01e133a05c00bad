//! `trap`: what is to be done for a signal, at the end, on errors (POSIX 2.14 `trap`; bash manual 4.1).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::{report, signals, subshell};
use crate::expand::quote;
use crate::state::{Builtin, Condition, Kind, Opt, Outcome, Run, Shell, Status, Trap};
use crate::syntax::Field;

pub(super) const TRAP: Builtin = Builtin {
    name: "trap",
    run: Run::Plain(trap),
    kind: Kind::Special,
    usage: "trap [-lp] [[arg] signal_spec ...]",
    summary: "Run commands when a signal comes or the shell ends.",
};

/// What is asked for.
enum Request<'a> {
    List,
    Print(&'a [Field]),
    Set(Trap, &'a [Field]),
    Usage,
}

fn trap(shell: &mut Shell, args: &[Field]) -> Outcome {
    match parse(shell, args) {
        Ok(Request::List) => super::kill::list(shell, &[]),
        Ok(Request::Print(conditions)) => print(shell, conditions, !args.is_empty()),
        Ok(Request::Set(trap, conditions)) => set(shell, &trap, conditions),
        Ok(Request::Usage) => report::builtin_usage(shell, TRAP.name, TRAP.usage),
        Err(wrong) => args::refuse(shell, TRAP.name, TRAP.usage, wrong),
    }
}

fn parse<'a>(shell: &Shell, args: &'a [Field]) -> Result<Request<'a>, args::Wrong> {
    let (mut list, mut print) = (false, false);
    let mut options = Options::new(args, "lp");
    while let Some(option) = options.next()? {
        match option.letter {
            b'l' => list = true,
            _ => print = true,
        }
    }
    let operands = options.operands();
    if list {
        return Ok(Request::List);
    }
    let Some((action, conditions)) = operands.split_first().filter(|_| !print) else {
        return Ok(Request::Print(operands));
    };
    // `trap 2 3` and `trap INT`: without an action the signals are reset
    let numbers = !action.is_empty() && action.iter().all(u8::is_ascii_digit) && Condition::parse(action).is_some();
    let alone = conditions.is_empty() && !shell.options.get(Opt::POSIX) && Condition::parse(action).is_some();
    if numbers || alone {
        return Ok(Request::Set(Trap::Default, operands));
    }
    Ok(match (&action[..], conditions) {
        (_, []) => Request::Usage,
        (b"-", conditions) => Request::Set(Trap::Default, conditions),
        (b"", conditions) => Request::Set(Trap::Ignored, conditions),
        (_, conditions) => Request::Set(Trap::Command(action.clone()), conditions),
    })
}

fn invalid(shell: &Shell, condition: &[u8]) -> Outcome {
    report::builtin(shell, TRAP.name, format_args!("{}: invalid signal specification", condition.as_bstr()))
}

/// Prints traps as commands that set them again: those of `conditions`, or all.
/// `with_default`: in POSIX mode those without a trap too (`trap -p`).
fn print(shell: &mut Shell, conditions: &[Field], with_default: bool) -> Outcome {
    signals::note_ignored_at_entry(shell);
    let mut status = Status::SUCCESS;
    let mut wanted = Vec::new();
    for spec in conditions {
        match Condition::parse(spec) {
            Some(condition) => wanted.push(condition),
            None => status = invalid(shell, spec)?,
        }
    }
    if shell.options.get(Opt::POSIX) && conditions.is_empty() && with_default {
        wanted.extend((0..=Condition::RETURN.0).map(Condition));
    }
    let all: Vec<(Condition, Trap)> = shell.traps.iter().map(|(condition, trap)| (condition, trap.clone())).collect();
    if conditions.is_empty() && wanted.is_empty() {
        all.iter().for_each(|(condition, trap)| print_one(shell, *condition, trap));
    }
    for condition in wanted {
        match all.iter().find(|(set, _)| *set == condition) {
            Some((_, trap)) => print_one(shell, condition, trap),
            None if shell.options.get(Opt::POSIX) => print_one(shell, condition, &Trap::Default),
            None => {}
        }
    }
    Ok(status)
}

fn print_one(shell: &mut Shell, condition: Condition, trap: &Trap) {
    let action = match trap {
        Trap::Command(action) => quote::single_quoted(action),
        Trap::Default => b"-".to_vec(),
        _ => b"''".to_vec(),
    };
    let name = condition.name();
    let name = if shell.options.get(Opt::POSIX) { name.trim_start_matches("SIG") } else { &name };
    let line = [b"trap -- ", &action[..], b" ", name.as_bytes(), b"\n"].concat();
    shell.fds.out.extend_from_slice(&line);
}

/// Sets `trap` for each condition. What was ignored when the shell started stays so, without a word (POSIX 2.11).
fn set(shell: &mut Shell, trap: &Trap, conditions: &[Field]) -> Outcome {
    subshell::settle(shell)?;
    signals::note_ignored_at_entry(shell);
    shell.traps.inherited = None;
    let mut status = Status::SUCCESS;
    for spec in conditions {
        let Some(condition) = Condition::parse(spec) else {
            status = invalid(shell, spec)?;
            continue;
        };
        if shell.traps.ignored_at_entry & (1 << condition.0) != 0 {
            continue;
        }
        if let Trap::Command(action) = trap {
            shell.dynamic.wants_command |= memchr::memmem::find(action, b"BASH_COMMAND").is_some();
        }
        shell.traps.set(condition, trap.clone());
        if condition == Condition::EXIT && matches!(trap, Trap::Command(_)) {
            signals::catch(shell); // a signal that ends the shell runs it, also when there was never a child
        }
        if let Some(signal) = condition.signal() {
            signals::arrange(shell, signal);
        }
    }
    Ok(status)
}
