//! Subshells: inline first, forked when they must be (src/README.md).
//!
//! `( … )` and `$( … )` start in this process behind a mark of the journal. At the first thing that no journal can undo
//! [`settle`] forks there: the child goes on as the real subshell; the parent reads what it writes, waits, and unwinds with
//! [`Flow::Exit`] to where the subshell began. The reasons, in one list: an exec, limits, a background job, a trap, waiting
//! for or sending to jobs, `BASHPID`, a redirection from the captured descriptor 1, an external command in a command
//! substitution with something behind it. In doubt, fork.

use super::{coprocess, report, run, signals, terminal, traps};
use crate::state::{Condition, Ctx, Flow, Mark, Opt, Outcome, Owner, Shell, Status, Trap, Undo};
use crate::syntax::List;
use crate::sys::{self, Fd, Pid, Signal};

/// An open inline subshell: what is to be put back besides the journal.
pub struct Inline {
    mark: Mark,
    serial: u32,
    process: u32,
    loops: u32,
    random: u32,
    subshell_base: i64,
    seconds_zero: i64,
    getopts: crate::state::Getopts,
    last_argument: crate::syntax::Field,
    stdin_given: bool,
    command: Option<Vec<u8>>,
    exit_trace_depth: u32,
}

/// Whether a subshell may start inline: not where traps would have to be reset that could run in it or count it,
/// or where BASHPID is asked for.
pub fn may_be_inline(shell: &Shell) -> bool {
    const TRAPS: [Condition; 4] = [Condition::DEBUG, Condition::ERR, Condition::RETURN, Condition(Signal::CHLD.0)];
    !shell.dynamic.wants_process && !TRAPS.iter().any(|&trap| shell.traps.has_command(trap))
}

/// Opens an inline subshell.
pub fn open(shell: &mut Shell) -> Inline {
    let inline = Inline {
        mark: shell.journal.mark(),
        serial: shell.journal.serial,
        process: shell.process_serial,
        loops: shell.frames.loops,
        random: shell.dynamic.random,
        subshell_base: shell.dynamic.subshell_base,
        seconds_zero: shell.dynamic.seconds_zero,
        getopts: shell.getopts.clone(),
        last_argument: shell.dynamic.last_argument.clone(),
        stdin_given: shell.stdin_given,
        command: shell.dynamic.wants_command.then(|| shell.dynamic.command.clone()),
        exit_trace_depth: std::mem::replace(&mut shell.exit_trace_depth, shell.trace_depth + 1),
    };
    shell.journal.inline += 1;
    shell.journal.last_serial += 1;
    shell.journal.serial = shell.journal.last_serial;
    shell.subshell_depth += 1;
    inline
}

/// Closes it: in the child that [`settle`] made of it this is the end of the process; else everything is put back.
pub fn close(shell: &mut Shell, inline: Inline, outcome: Outcome) -> Status {
    let status = status_of(outcome);
    if shell.process_serial != inline.process {
        end_process(shell, status);
    }
    shell.roll_back(inline.mark, Owner::Subshell);
    shell.journal.inline -= 1;
    shell.journal.serial = inline.serial;
    shell.subshell_depth -= 1;
    shell.frames.loops = inline.loops;
    shell.dynamic.random = inline.random;
    shell.dynamic.subshell_base = inline.subshell_base;
    shell.dynamic.seconds_zero = inline.seconds_zero;
    shell.getopts = inline.getopts;
    shell.dynamic.last_argument = inline.last_argument;
    shell.stdin_given = inline.stdin_given;
    shell.exit_trace_depth = inline.exit_trace_depth;
    inline.command.into_iter().for_each(|command| shell.dynamic.command = command);
    status
}

/// Ends a subshell's process: its EXIT trap, its output, its status.
pub fn end_process(shell: &mut Shell, mut status: Status) -> ! {
    if signals::pending() {
        let trap = shell.traps.set(Condition::EXIT, Trap::Default); // what ends the process now leaves it no time
        match signals::between_commands(shell) {
            Ok(()) => drop(shell.traps.set(Condition::EXIT, trap)),
            Err(flow) => status = status_of(Err(flow)),
        }
    }
    let status = traps::run_exit(shell, status);
    let _ = super::output::flush(shell);
    signals::end(shell, status)
}

/// Makes `to` a copy of `from` in a child, which is of no use without it: a failure is told and ends the process.
pub fn connect(shell: &mut Shell, from: Fd, to: Fd) {
    if let Err(error) = sys::fd::dup_to(from, to) {
        report::message(
            shell,
            format_args!("cannot duplicate fd {} to fd {}: {}", from.0, to.0, sys::file::message(error)),
        );
        sys::child::exit(Status::FAILURE.0);
    }
}

/// The status with which a subshell ends, however control left it.
pub fn status_of(outcome: Outcome) -> Status {
    match outcome {
        Ok(status) => status,
        Err(Flow::Exit(status) | Flow::Return(status) | Flow::Abandon(status)) => status,
        Err(Flow::Break(..) | Flow::Continue(_)) => Status::SUCCESS,
    }
}

/// `( list )`
pub fn run_subshell(shell: &mut Shell, list: &List, ctx: Ctx) -> Outcome {
    let terminal = terminal::given(shell); // with it the subshell is a job
    if terminal.is_none() && may_be_inline(shell) && shell.jobs.coprocess.is_none() {
        let inline = open(shell);
        leave_loops(shell);
        let tail = !shell.traps.any_command();
        let outcome = run::run_list(shell, list, Ctx { tail, ..ctx.inside() });
        return Ok(close(shell, inline, outcome));
    }
    match start_fork(shell)? {
        Some(child) => {
            if terminal.is_some() {
                let _ = sys::child::set_group(child, child);
            }
            signals::wait_foreground(shell, &[child])
        }
        None => {
            leave_loops(shell);
            coprocess::close_ends(shell);
            terminal::enter(terminal, None);
            let outcome = run::run_list(shell, list, Ctx { last: true, ..ctx });
            end_process(shell, status_of(outcome))
        }
    }
}

/// A loop around `( … )` or a compound command that is a subshell is none of its: `break` complains there. In a substitution
/// it ends the substitution: `for i in 1; do x=$(break; echo no); done`.
pub fn leave_loops(shell: &mut Shell) {
    shell.frames.loops = 0;
}

/// Forks a real subshell: `None` in the child, which has become one.
pub fn start_fork(shell: &mut Shell) -> Result<Option<Pid>, Flow> {
    match signals::fork(shell)? {
        Some(child) => Ok(Some(child)),
        None => {
            become_subshell(shell);
            shell.subshell_depth += 1;
            shell.exit_trace_depth = shell.trace_depth + 1;
            Ok(None)
        }
    }
}

/// What a forked child changes to be a subshell: traps reset, jobs forgotten, nothing to be put back any more.
pub fn become_subshell(shell: &mut Shell) {
    shell.process_serial += 1;
    shell.journal.inline = 0;
    shell.journal.serial = 0;
    let (functrace, errtrace) = (shell.options.get(Opt::FUNCTRACE), shell.options.get(Opt::ERRTRACE));
    signals::reset_for_subshell(shell);
    shell.traps.reset_for_subshell(functrace, errtrace);
    terminal::forget(shell);
    shell.jobs.reset_for_subshell();
    shell.fds.capturing = false;
    if shell.fds.captured {
        shell.fds.captured = false;
        shell.fds.out.clear();
    }
}

/// Makes the innermost inline subshell a process of its own, if there is one: what comes next cannot be taken back.
/// In the parent it gives `Err(Flow::Exit)` once that process has ended; the caller passes it on.
pub fn settle(shell: &mut Shell) -> Result<(), Flow> {
    if shell.journal.inline == 0 {
        return Ok(());
    }
    let pipe = match shell.fds.capturing {
        true => Some(sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?),
        false => None,
    };
    match signals::fork(shell)? {
        Some(child) => {
            if let Some((read, write)) = pipe {
                sys::fd::close(write);
                let mut output = Vec::new();
                signals::read_output(shell, read, child, &mut output);
                sys::fd::close(read);
                captured_output(shell).extend_from_slice(&output);
            }
            let status = signals::wait_foreground(shell, &[child]);
            Err(Flow::Exit(status_of(status)))
        }
        None => {
            if let Some((read, write)) = pipe {
                sys::fd::close(read);
                connect_capture(shell, write);
            }
            become_subshell(shell);
            Ok(())
        }
    }
}

/// Where the output of the innermost command substitution is collected: aside in the journal while descriptor 1 is redirected.
fn captured_output(shell: &mut Shell) -> &mut Vec<u8> {
    if !shell.fds.captured {
        let since = shell.fds.capture_mark.0;
        for change in shell.journal.changes.iter_mut().skip(since).rev() {
            if let Undo::Capture(aside) = &mut change.undo {
                return aside;
            }
        }
    }
    &mut shell.fds.out
}

/// In the child: descriptor 1 (or what is kept of it aside while it is redirected) becomes the pipe to the parent.
fn connect_capture(shell: &mut Shell, write: Fd) {
    if shell.fds.captured {
        connect(shell, write, Fd::STDOUT);
        sys::fd::close(write);
        return;
    }
    let since = shell.fds.capture_mark.0;
    let mut aside = false;
    for change in shell.journal.changes.iter_mut().skip(since) {
        match &mut change.undo {
            Undo::Capture(_) => {
                change.undo = Undo::Void;
                aside = true;
            }
            Undo::Descriptor { fd: Fd::STDOUT, saved } if aside => {
                if let Some(old) = saved.replace(write) {
                    sys::fd::close(old);
                }
                return;
            }
            _ => {}
        }
    }
    sys::fd::close(write);
}
