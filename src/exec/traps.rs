//! Running traps: signals, EXIT, ERR, DEBUG, RETURN (bash manual 4.1, `trap`; 3.7.6).

use super::run::set_status;
use super::text;
use crate::state::{Condition, Flow, Mark, Opt, Owner, Shell, Status, Trap};
use crate::syntax::{Command, Compound, CompoundKind, Simple, print_head, print_simple};
use crate::sys::Signal;

/// Runs the commands of one trap with `$?` as it is; afterwards `$?` is as before. What `exit` and `return` say goes on.
/// Gives the status of the last of them. DEBUG, ERR, RETURN and EXIT do not interrupt themselves; signals may.
fn run_trap(shell: &mut Shell, condition: Condition) -> Result<Status, Flow> {
    let Trap::Command(commands) = shell.traps.get(condition).clone() else { return Ok(Status::SUCCESS) };
    let bit = 1u128 << condition.0;
    let runs_already = shell.traps.running & bit != 0;
    if runs_already && condition.signal().is_none() {
        return Ok(Status::SUCCESS);
    }
    // bash counts lines from 1 in the traps of signals and of EXIT; the others stand where they interrupt
    let (origin, line) = match condition {
        Condition::DEBUG => ("debug trap", shell.frames.line),
        Condition::ERR => ("error trap", shell.frames.line),
        Condition::RETURN => ("return trap", shell.frames.line),
        Condition::EXIT => ("exit trap", 1),
        _ => ("trap", 1),
    };
    let (status, pipestatus, outer_line) = (shell.status, shell.pipestatus.clone(), shell.frames.line);
    let outer_checked = std::mem::take(&mut shell.checked);
    let outer = shell.traps.innermost.replace((condition, status));
    shell.traps.running |= bit;
    shell.frames.line = line;
    let outcome = text::run_trap(shell, &commands, origin, line);
    if !runs_already && !matches!(outcome, Err(Flow::Exit(_))) {
        shell.traps.running &= !bit;
    }
    shell.traps.innermost = outer;
    shell.frames.line = outer_line;
    shell.checked = outer_checked;
    let last = outcome?;
    shell.pipestatus = pipestatus;
    set_status(shell, status);
    Ok(last)
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
    if stop.is_none() {
        set_status(shell, status);
    }
    shell.trace_depth = shell.exit_trace_depth;
    let outcome = run_trap(shell, Condition::EXIT);
    shell.traps.set(Condition::EXIT, Trap::Default);
    match outcome {
        Err(Flow::Exit(status)) => status,
        Err(Flow::Return(_) | Flow::Abandon(_) | Flow::Break(..) | Flow::Continue(_)) | Ok(_) => {
            shell.stop = stop;
            status
        }
    }
}

/// Ends the shell with `status`: the EXIT trap of this process runs where it was left, in its functions.
pub fn leave(shell: &mut Shell, status: Status) -> Flow {
    Flow::Exit(if shell.journal.inline == 0 { run_exit(shell, status) } else { status })
}

/// The same for errexit. A text that is run as a whole (`-c`, `eval`, a sourced file) is left first; a script is where it
/// was, but without the functions' locals.
pub fn leave_failed(shell: &mut Shell, status: Status) -> Flow {
    let in_text = shell.invocation.command_string && shell.process_serial == 0;
    if in_text || shell.trace_depth > 0 || !shell.traps.has_command(Condition::EXIT) {
        return Flow::Exit(status);
    }
    if shell.subshell_depth == 0 {
        shell.roll_back(Mark::default(), Owner::Function);
    }
    leave(shell, status)
}

/// The ERR trap: `$?` is the failure, LINENO the line of what has failed.
pub fn run_error(shell: &mut Shell, status: Status) -> Result<(), Flow> {
    if !shell.traps.has_command(Condition::ERR) {
        return Ok(());
    }
    set_status(shell, status);
    let line = std::mem::replace(&mut shell.frames.line, shell.frames.error_line);
    let result = run_trap(shell, Condition::ERR);
    shell.frames.line = line;
    result.map(drop)
}

/// Notes the command that begins for BASH_COMMAND, and runs the DEBUG trap. False: under extdebug the trap failed, so
/// the command is not run; with 2 the function or sourced file returns.
pub fn run_debug(shell: &mut Shell, text: impl FnOnce(&Shell) -> Vec<u8>) -> Result<bool, Flow> {
    if shell.dynamic.wants_command && shell.traps.running == 0 {
        shell.dynamic.command = text(shell);
    }
    if shell.traps.has_command(Condition::DEBUG) { debug(shell) } else { Ok(true) }
}

fn debug(shell: &mut Shell) -> Result<bool, Flow> {
    if std::mem::take(&mut shell.traps.announced) || shell.traps.running & (1 << Condition::DEBUG.0) != 0 {
        return Ok(true);
    }
    let status = run_trap(shell, Condition::DEBUG)?;
    if status.is_success() || !shell.options.get(Opt::EXTDEBUG) {
        return Ok(true);
    }
    if status == Status::USAGE && shell.frames.can_return() {
        return Err(Flow::Return(status));
    }
    Ok(false)
}

/// The same before a compound command.
pub fn run_debug_head(shell: &mut Shell, compound: &Compound) -> Result<bool, Flow> {
    run_debug(shell, |shell| print_head(&compound.kind, &shell.frames.text, &shell.names))
}

/// A subshell that has failed, for BASH_COMMAND in the ERR trap; it has no DEBUG trap of its own.
pub fn note_subshell(shell: &mut Shell, command: &Command) {
    if let Command::Compound(compound) = command
        && matches!(compound.kind, CompoundKind::Subshell(_))
        && shell.dynamic.wants_command
        && shell.traps.running == 0
    {
        shell.dynamic.command = print_head(&compound.kind, &shell.frames.text, &shell.names);
    }
}

/// What this shell does of a simple command for which it then forks: its line, BASH_COMMAND, and the DEBUG trap.
/// False: it is not to be run.
pub fn announce(shell: &mut Shell, simple: &Simple) -> Result<bool, Flow> {
    let line = shell.frames.enter_line(simple.line);
    let runs = run_debug(shell, |shell| print_simple(simple, &shell.frames.text, &shell.names));
    shell.frames.line = line;
    runs
}

/// The RETURN trap when a function or sourced file ends.
pub fn run_return(shell: &mut Shell) -> Result<(), Flow> {
    let debugs = shell.traps.running & (1 << Condition::DEBUG.0) != 0;
    if debugs { Ok(()) } else { run_trap(shell, Condition::RETURN).map(drop) }
}
