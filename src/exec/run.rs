//! Lists and single commands; the one place that writes `$?` (bash manual 3.2.4, 3.2.5; POSIX 2.9.2–2.9.4).

use super::{background, compound, coprocess, function, job_text, pipeline, signals, simple, traps};
use crate::state::{Condition, Ctx, Flow, Opt, Outcome, Process, Shell, Status};
use crate::syntax::{AndOr, AndOrOp, Command, List, print_command};
use crate::sys::{Signal, WaitStatus};

/// Runs the commands of a list one after the other; an empty list succeeds.
pub fn run_list(shell: &mut Shell, list: &List, ctx: Ctx) -> Outcome {
    let Some((last, before)) = list.0.split_last() else { return Ok(Status::SUCCESS) };
    for command in before {
        run_command(shell, command, ctx.inside())?;
    }
    run_command(shell, last, ctx)
}

/// Runs one command and sets `$?`.
pub fn run_command(shell: &mut Shell, command: &Command, ctx: Ctx) -> Outcome {
    if signals::pending() {
        signals::between_commands(shell)?;
    }
    // a trap that the command itself sets does not judge it: f() { trap 'echo no' ERR; return 1; }; f
    let judged = shell.traps.has_command(Condition::ERR);
    let outcome = match command {
        Command::Simple(simple) => simple::run_simple(shell, simple, ctx),
        Command::Compound(compound) => {
            compound::run_compound(shell, compound, Ctx { tail: false, negated: false, ..ctx })
        }
        Command::Pipeline(pipeline) => pipeline::run_pipeline(shell, pipeline, Ctx { tail: false, ..ctx }),
        Command::AndOr(and_or) => return run_and_or(shell, and_or, ctx),
        Command::Background(command) => background::run_background(shell, command),
        Command::Function(definition) => function::define(shell, definition),
        Command::List(list) => return run_list(shell, list, ctx),
        Command::Coprocess(coprocess) => coprocess::run_coprocess(shell, coprocess),
    };
    let status = outcome?;
    let before = std::mem::replace(&mut shell.status, status);
    if sets_pipestatus(command) {
        shell.pipestatus.clear();
        shell.pipestatus.push(status.0);
    }
    if shell.killed.is_some() && !(ctx.tail && is_plain(command)) {
        let (stopped, interrupted) = stopped_or_interrupted(shell);
        tell_killed(shell, command);
        if stopped && shell.frames.loops > 0 {
            return Err(Flow::Break(shell.frames.loops, status));
        }
        if interrupted {
            return Err(Flow::Abandon(status));
        }
    }
    if shell.stop.is_some() {
        if shell.jobs.left {
            shell.status = before; // it was not waited for
        }
        return Err(traps::leave(shell, status));
    }
    // what the last command of `( )` sends to it comes too late for the EXIT trap: (trap 'echo no' EXIT; kill $BASHPID)
    let ends = (ctx.tail || ctx.last) && shell.process_serial > 0 && shell.trace_depth < shell.exit_trace_depth;
    if shell.traps.due != 0 || signals::pending() && !ends {
        signals::between_commands(shell)?;
    }
    if !status.is_success() && !ctx.checked && !ctx.negated {
        failed(shell, command, status, judged)?;
    }
    Ok(status)
}

/// Whether a subshell that ends in `command` becomes it.
fn is_plain(command: &Command) -> bool {
    matches!(command, Command::Simple(simple) if simple.redirects.is_empty())
}

/// At a prompt: whether a command was stopped, which ends the loops around it, or Ctrl-C has ended it, and all that was typed.
fn stopped_or_interrupted(shell: &mut Shell) -> (bool, bool) {
    if !signals::stays(shell) {
        return (false, false);
    }
    let statuses = shell.killed.iter().flatten().filter_map(|process| process.status);
    let (mut stopped, mut killed) = (false, false);
    for status in statuses {
        stopped |= matches!(status, WaitStatus::Stopped(_));
        killed = matches!(status, WaitStatus::Signaled(Signal::INT, _));
    }
    shell.jobs.ctrl_c |= killed;
    (stopped, killed)
}

/// Tells that the command in the foreground was killed; one that was stopped becomes a job.
fn tell_killed(shell: &mut Shell, command: &Command) {
    let Some(mut processes) = shell.killed.take() else { return };
    let text = print_command(command, &shell.frames.text, &shell.names);
    if let Command::Pipeline(pipeline) = command
        && pipeline.stages.len() == processes.len()
    {
        for (process, stage) in processes.iter_mut().zip(&pipeline.stages) {
            process.text = print_command(stage, &shell.frames.text, &shell.names);
        }
    }
    let is_stopped = |process: &Process| matches!(process.status, Some(WaitStatus::Stopped(_)));
    if processes.iter().any(is_stopped) {
        job_text::keep_stopped(shell, processes, text);
    } else {
        job_text::tell_foreground(shell, processes, text);
    }
}

/// Whether PIPESTATUS is the status of `command` alone. Inside of groups and loops the last command has set it.
fn sets_pipestatus(command: &Command) -> bool {
    match command {
        Command::Simple(_) => true,
        Command::Compound(compound) => compound::fails_by_itself(compound),
        Command::Pipeline(pipeline) => pipeline.stages.len() == 1 && !pipeline.negated,
        _ => false,
    }
}

/// Sets `$?` for a caller outside this file that has no command to run (a trap's end, a substitution).
pub fn set_status(shell: &mut Shell, status: Status) {
    shell.status = status;
}

/// A command that nobody checks has failed: the ERR trap, then errexit. What is inside of a compound command has been
/// through here itself; a negated pipeline never is.
fn failed(shell: &mut Shell, command: &Command, status: Status, judged: bool) -> Result<(), Flow> {
    let counts = match command {
        Command::Simple(_) | Command::Coprocess(_) => true,
        Command::Compound(compound) => compound::fails_by_itself(compound),
        Command::Pipeline(pipeline) => !pipeline.negated && pipeline.stages.len() > 1,
        _ => false,
    };
    if !counts {
        return Ok(());
    }
    if judged {
        traps::note_subshell(shell, command);
        traps::run_error(shell, status)?;
    }
    if shell.options.get(Opt::ERREXIT) {
        return Err(traps::leave_failed(shell, status));
    }
    Ok(())
}

/// `a && b || c`: each but the last is checked by what follows it.
fn run_and_or(shell: &mut Shell, and_or: &AndOr, ctx: Ctx) -> Outcome {
    let mut status = run_command(shell, &and_or.first, ctx.checked())?;
    let last = and_or.rest.len().saturating_sub(1);
    for (place, (operator, command)) in and_or.rest.iter().enumerate() {
        if status.is_success() == (*operator == AndOrOp::And) {
            let ctx = if place == last { ctx } else { ctx.checked() };
            status = run_command(shell, command, ctx)?;
        }
    }
    Ok(status)
}
