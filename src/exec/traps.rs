//! Running traps: signals, EXIT, ERR, DEBUG, RETURN (bash manual 4.1, `trap`; 3.7.6).

use super::run::set_status;
use super::text;
use crate::state::{Condition, Flow, Opt, Shell, Status, Trap};
use crate::syntax::{Compound, print_head};
use crate::sys::Signal;

/// Runs the commands of one trap with `$?` as it is; afterwards `$?` is as before. What `exit` and `return` say goes on.
fn run_trap(shell: &mut Shell, condition: Condition) -> Result<(), Flow> {
    let Trap::Command(commands) = shell.traps.get(condition).clone() else { return Ok(()) };
    let bit = 1u128 << condition.0;
    if shell.traps.running & bit != 0 {
        return Ok(());
    }
    let (status, pipestatus, line) = (shell.status, shell.pipestatus.clone(), shell.frames.line);
    let outer = shell.traps.innermost.replace((condition, status));
    shell.traps.running |= bit;
    let outcome = text::run_trap(shell, &commands);
    shell.traps.running &= !bit;
    shell.traps.innermost = outer;
    outcome?;
    shell.pipestatus = pipestatus;
    shell.frames.line = line;
    set_status(shell, status);
    Ok(())
}

/// Runs the traps of the signals that have come, lowest first.
pub fn run_due(shell: &mut Shell) -> Result<(), Flow> {
    while shell.traps.due != 0 && shell.journal.inline == 0 {
        let number = shell.traps.due.trailing_zeros() as u8;
        shell.traps.due &= !(1 << number);
        let times = match Condition(number).signal() {
            Some(Signal::CHLD) => std::mem::take(&mut shell.traps.children_ended),
            _ => 1,
        };
        for _ in 0..times {
            run_trap(shell, Condition(number))?;
        }
    }
    Ok(())
}

/// The EXIT trap, once: the status with which the shell ends, which the trap may change with `exit`.
pub fn run_exit(shell: &mut Shell, status: Status) -> Status {
    let Trap::Command(_) = shell.traps.get(Condition::EXIT) else { return status };
    let stop = shell.stop.take();
    set_status(shell, status);
    let outcome = run_trap(shell, Condition::EXIT);
    shell.traps.set(Condition::EXIT, Trap::Default);
    match outcome {
        Err(Flow::Exit(status)) => status,
        Err(Flow::Return(_) | Flow::Abandon(_) | Flow::Break(..) | Flow::Continue(_)) | Ok(()) => {
            shell.stop = stop;
            status
        }
    }
}

/// The ERR trap: in functions and subshells under errtrace alone.
pub fn run_error(shell: &mut Shell, status: Status) -> Result<(), Flow> {
    let nested = shell.frames.level > 0 && !shell.options.get(Opt::ERRTRACE);
    if nested || !shell.traps.has_command(Condition::ERR) {
        return Ok(());
    }
    set_status(shell, status);
    run_trap(shell, Condition::ERR)
}

/// The DEBUG trap before a command: in functions under functrace alone. Under extdebug its status decides: 2 in a function or
/// sourced file returns, other failures skip the command (`Err(Flow::Continue(0))` is never used for that: see `skips`).
pub fn run_debug(shell: &mut Shell, text: impl FnOnce(&Shell) -> Vec<u8>) -> Result<(), Flow> {
    if shell.dynamic.wants_command && shell.traps.running == 0 {
        shell.dynamic.command = text(shell);
    }
    if !shell.traps.has_command(Condition::DEBUG) {
        return Ok(());
    }
    let traced = shell.options.get(Opt::FUNCTRACE) || shell.traps.debug_in_function;
    if shell.frames.level > 0 && !traced {
        return Ok(());
    }
    run_trap(shell, Condition::DEBUG)
}

/// The same before a compound command.
pub fn run_debug_head(shell: &mut Shell, compound: &Compound) -> Result<(), Flow> {
    run_debug(shell, |shell| print_head(&compound.kind, &shell.frames.text, &shell.names))
}

/// The RETURN trap when a function or sourced file ends.
pub fn run_return(shell: &mut Shell, inherits: bool) -> Result<(), Flow> {
    if inherits && shell.traps.has_command(Condition::RETURN) { run_trap(shell, Condition::RETURN) } else { Ok(()) }
}
