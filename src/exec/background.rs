//! `command &` (bash manual 3.2.4; POSIX 2.9.3.1).

use super::pipeline::{self, Apart};
use super::{job_text, report, signals, simple, subshell};
use crate::state::{Condition, Ctx, Opt, Outcome, Process, Shell, Status};
use crate::syntax::{Command, Pipeline, WordBody, print_command};
use crate::sys::fd::{self, Mode};
use crate::sys::trap::Disposition;
use crate::sys::{self, Fd, Pid, Signal};

/// Starts a command in the background. Without job control it reads from /dev/null and ignores INT and QUIT.
pub(super) fn run_background(shell: &mut Shell, command: &Command) -> Outcome {
    subshell::settle(shell)?;
    let command = not_inverted(command);
    if let Command::Pipeline(pipeline) = command
        && pipeline.stages.len() > 1
        && pipeline.time.is_none()
        && pipeline::apart(shell) != Apart::Readers
    {
        return run_stages(shell, pipeline);
    }
    if let Command::Simple(simple) = command
        && let [word] = &simple.words[..]
        && let WordBody::Literal(job) = &word.body
        && job.starts_with(b"%")
    {
        return simple::run_job(shell, b"bg", std::slice::from_ref(job));
    }
    let job_control = shell.options.get(Opt::MONITOR);
    let text = print_command(command, &shell.frames.text, &shell.names);
    let runs = pipeline::begin_stage(shell, command)?;
    match subshell::start_fork(shell)? {
        Some(child) => {
            if job_control {
                let _ = sys::child::set_group(child, Pid(0));
            }
            let group = job_control.then_some(child);
            let number = job_text::add(shell, vec![Process::new(child)], text, group);
            if signals::stays(shell) {
                report::plain(format_args!("[{number}] {}", child.0));
            }
            shell.jobs.last_background = Some(child);
            Ok(Status::SUCCESS)
        }
        None => {
            if job_control {
                let _ = sys::child::set_group(Pid(0), Pid(0));
            }
            detach(shell, command, !shell.stdin_given);
            let outcome = match runs {
                true => pipeline::run_alone(shell, command, Ctx::default(), false),
                false => Ok(Status::SUCCESS),
            };
            subshell::end_process(shell, subshell::status_of(outcome))
        }
    }
}

/// A pipeline is one job of several processes; `$!` is its last.
fn run_stages(shell: &mut Shell, pipeline: &Pipeline) -> Outcome {
    let apart = if shell.options.get(Opt::MONITOR) { Apart::Together } else { Apart::No };
    let started = pipeline::start_stages(shell, pipeline, Ctx::default(), apart, true)?;
    let text = |stage| print_command(stage, &shell.frames.text, &shell.names);
    let texts: Vec<Vec<u8>> = pipeline.stages.iter().map(text).collect();
    let command = texts.join(&b" | "[..]);
    let processes: Vec<Process> =
        started.pids.iter().zip(texts).map(|(&pid, text)| Process { text, ..Process::new(pid) }).collect();
    let group = started.pids.first().copied().filter(|_| apart == Apart::Together);
    job_text::add(shell, processes, command, group);
    shell.jobs.last_background = started.pids.last().copied();
    Ok(Status::SUCCESS)
}

/// `! command &`: nobody sees the status turned round.
fn not_inverted(command: &Command) -> &Command {
    match command {
        Command::Pipeline(pipeline) if pipeline.time.is_none() => match &*pipeline.stages {
            [only] => only,
            _ => command,
        },
        _ => command,
    }
}

/// What a process of the background does first: without job control it ignores INT and QUIT, and reads nothing of what the
/// shell reads.
pub(super) fn detach(shell: &mut Shell, command: &Command, reads_nothing: bool) {
    if shell.options.get(Opt::MONITOR) {
        return;
    }
    for signal in [Signal::INT, Signal::QUIT] {
        let _ = sys::trap::set(signal, Disposition::Ignore);
    }
    if !matches!(command, Command::Simple(_)) {
        shell.traps.show_ignored(Condition::of(Signal::INT)); // bash -c '{ trap; } &'
    }
    if reads_nothing && let Ok(null) = fd::open(b"/dev/null", Mode::Read) {
        let _ = fd::dup_to(null, Fd::STDIN);
        if null != Fd::STDIN {
            fd::close(null);
        }
    }
}
