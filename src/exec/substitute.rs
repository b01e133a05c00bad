//! `$( … )`, `` ` … ` ``, `<( … )`, `>( … )` (bash manual 3.5.4, 3.5.6).

use super::{output, redirect, report, run, signals, subshell, text, traps};
use crate::state::{Condition, Ctx, Flow, Opt, Outcome, Owner, Shell, Status, Trap, Undo};
use crate::syntax::{Body, Command, Field, List, Program, Redirect, Source, Substitution, SubstitutionKind};
use crate::sys::{self, Fd, Signal, WaitStatus};

/// Runs a command substitution: its output without NULs and without the newlines at its end.
pub fn substitute(shell: &mut Shell, substitution: &Substitution) -> Result<Vec<u8>, Flow> {
    let mut output = match &*substitution.body {
        Body::Parsed(list) => {
            let line = substitution.line;
            captured(shell, |shell| on_line(shell, line, |shell| run_body(shell, list)))?
        }
        Body::Text(text) => match only_input(shell, text) {
            Some(program) => read_input(shell, &program)?,
            None => {
                let line = shell.frames.line;
                captured(shell, |shell| text::run_substitution(shell, text, line))?
            }
        },
        Body::File(file) => read_file(shell, file)?,
    };
    if memchr::memchr(0, &output).is_some() {
        report::message(shell, format_args!("warning: command substitution: ignored null byte in input"));
        output.retain(|&byte| byte != 0);
    }
    while output.last() == Some(&b'\n') {
        output.pop();
    }
    Ok(output)
}

/// `` `< file` ``
fn only_input(shell: &mut Shell, text: &[u8]) -> Option<Program> {
    if !text.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let mut source = Source::new(text, shell.frames.line.max(1));
    let program = text::parse(shell, &mut source).ok().flatten()?;
    (source.is_at_end() && input_of(&program.command).is_some()).then_some(program)
}

fn input_of(command: &Command) -> Option<&Redirect> {
    match command {
        Command::Simple(simple) if simple.is_only_input() => simple.redirects.first(),
        _ => None,
    }
}

fn read_input(shell: &mut Shell, program: &Program) -> Result<Vec<u8>, Flow> {
    let Some(file) = input_of(&program.command) else { return Ok(Vec::new()) };
    let outer = std::mem::replace(&mut shell.frames.text, program.text.clone());
    let output = read_file(shell, file);
    shell.frames.text = outer;
    output
}

/// Runs the body whose first token is on `first`: it counts lines from that of the command around it.
fn on_line(shell: &mut Shell, first: u32, body: impl FnOnce(&mut Shell) -> Outcome) -> Outcome {
    let shift = shell.frames.line.wrapping_sub(first);
    let outer = std::mem::replace(&mut shell.frames.shift, shift);
    let outcome = text::deeper(shell, body);
    shell.frames.shift = outer;
    outcome
}

/// Commands of the body: the last of them may be started straight away as the end of the substitution.
fn run_body(shell: &mut Shell, list: &List) -> Outcome {
    let Some((last, before)) = list.0.split_last() else { return Ok(Status::SUCCESS) };
    let checked = shell.checked; // it is tested where the command around it is
    for command in before {
        run::run_command(shell, command, Ctx { checked, ..Ctx::default() })?;
    }
    run::run_command(shell, last, Ctx { last: true, checked, tail: true, negated: false })
}

/// Runs `body` with descriptor 1 in a buffer, inline.
fn captured(shell: &mut Shell, body: impl FnOnce(&mut Shell) -> Outcome) -> Result<Vec<u8>, Flow> {
    if !subshell::may_be_inline(shell) {
        return forked(shell, body);
    }
    let inline = subshell::open(shell);
    if shell.options.get(Opt::ERREXIT) && !shell.options.get(Opt::INHERIT_ERREXIT) && !shell.options.get(Opt::POSIX) {
        let before = shell.options;
        shell.journal.subshell(|| Undo::Options(before));
        shell.options.set(Opt::ERREXIT, false);
    }
    let _ = output::flush(shell);
    let outer_out = std::mem::take(&mut shell.fds.out);
    let (outer_captured, outer_capturing) = (shell.fds.captured, shell.fds.capturing);
    let outer_mark = std::mem::replace(&mut shell.fds.capture_mark, shell.journal.mark());
    (shell.fds.captured, shell.fds.capturing) = (true, true);
    let terminal = shell.jobs.terminal.take(); // nothing here is a job: Ctrl-Z does nothing, Ctrl-C ends all
    let outcome = body(shell);
    let status = subshell::close(shell, inline, outcome);
    shell.jobs.terminal = terminal;
    forget_killed(shell);
    let output = std::mem::replace(&mut shell.fds.out, outer_out);
    (shell.fds.captured, shell.fds.capturing) = (outer_captured, outer_capturing);
    shell.fds.capture_mark = outer_mark;
    finish(shell, status)?;
    Ok(output)
}

/// The same in a process of its own.
fn forked(shell: &mut Shell, body: impl FnOnce(&mut Shell) -> Outcome) -> Result<Vec<u8>, Flow> {
    let (read, write) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let terminal = shell.jobs.terminal.take();
    let Some(child) = subshell::start_fork(shell)? else {
        sys::fd::close(read);
        subshell::connect(shell, write, Fd::STDOUT);
        sys::fd::close(write);
        if !shell.options.get(Opt::INHERIT_ERREXIT) {
            shell.options.set(Opt::ERREXIT, false);
        }
        let outcome = body(shell);
        subshell::end_process(shell, subshell::status_of(outcome))
    };
    sys::fd::close(write);
    let mut output = Vec::new();
    signals::read_output(shell, read, child, &mut output);
    sys::fd::close(read);
    let status = subshell::status_of(signals::wait_foreground(shell, &[child]));
    shell.jobs.terminal = terminal;
    forget_killed(shell);
    finish(shell, status)?;
    Ok(output)
}

/// What ends a substitution's process is not told; SIGINT was meant for the shell too.
fn forget_killed(shell: &mut Shell) {
    let last = shell.killed.take().and_then(|processes| processes.last()?.status);
    let Some(WaitStatus::Signaled(Signal::INT, _)) = last else { return };
    match shell.traps.get(Condition::of(Signal::INT)) {
        Trap::Command(_) => shell.traps.due |= 1 << Signal::INT.0,
        Trap::Default if signals::stays(shell) => shell.jobs.ctrl_c = true,
        Trap::Default if shell.journal.inline == 0 => shell.stop = Some(Signal::INT),
        _ => {}
    }
}

/// Keeps the status for `x=$(…)`, and ends the shell where a signal has stopped it meanwhile.
fn finish(shell: &mut Shell, status: Status) -> Result<(), Flow> {
    shell.substitution_status = Some(status);
    run::set_status(shell, status);
    match shell.stop {
        Some(_) => Err(Flow::Exit(status)),
        None if shell.jobs.ctrl_c => Err(Flow::Abandon(status)),
        None => Ok(()),
    }
}

/// `$(< file)`
fn read_file(shell: &mut Shell, file: &crate::syntax::Redirect) -> Result<Vec<u8>, Flow> {
    let mark = shell.journal.mark();
    let mut output = Vec::new();
    let status = match redirect::apply(shell, std::slice::from_ref(file)) {
        Ok(()) => {
            let _ = sys::fd::read_to_end(Fd::STDIN, &mut output); // x=$(< /) succeeds
            Status::SUCCESS
        }
        // bash ends here even where somebody would look at the status: set -e; x=$(< nosuch) || echo no
        Err(Ok(status)) if shell.options.get(Opt::ERREXIT) && !shell.invocation.interactive => {
            shell.roll_back(mark, Owner::Command);
            return Err(traps::leave(shell, status));
        }
        Err(Ok(status)) => status,
        Err(Err(flow)) => {
            shell.roll_back(mark, Owner::Command);
            return Err(flow);
        }
    };
    shell.roll_back(mark, Owner::Command);
    finish(shell, status)?;
    Ok(output)
}

/// Starts a process substitution: the path of our end of its pipe, which stays open until the command has ended.
pub fn process_substitution(shell: &mut Shell, substitution: &Substitution) -> Result<Field, Flow> {
    let reads = substitution.kind == SubstitutionKind::ProcessIn;
    let (read, write) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let (ours, theirs) = if reads { (read, write) } else { (write, read) };
    let Some(child) = subshell::start_fork(shell)? else {
        sys::fd::close(ours);
        subshell::connect(shell, theirs, if reads { Fd::STDOUT } else { Fd::STDIN });
        sys::fd::close(theirs);
        let outcome = match &*substitution.body {
            Body::Parsed(list) => on_line(shell, substitution.line, |shell| {
                run::run_list(shell, list, Ctx { last: true, ..Ctx::default() })
            }),
            Body::Text(text) => {
                let line = shell.frames.line;
                text::run_substitution(shell, text, line)
            }
            Body::File(_) => Ok(Status::SUCCESS),
        };
        subshell::end_process(shell, subshell::status_of(outcome))
    };
    sys::fd::close(theirs);
    let number = (10..64).rev().map(Fd).find(|&number| !sys::fd::is_open(number));
    let kept = match number {
        Some(number) => sys::fd::dup_to(ours, number).map(|()| number),
        None => sys::fd::dup_above(ours, 64, false),
    };
    let kept = kept.map_err(|error| signals::fork_failed(shell, "dup", error))?;
    sys::fd::close(ours);
    shell.jobs.last_background = Some(child);
    shell.jobs.note_other(child);
    shell.fds.substitutions.push(kept);
    Ok(Field::from(format!("/dev/fd/{}", kept.0).as_bytes()))
}
