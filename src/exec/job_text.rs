//! Jobs as bash prints them: `jobs`, `fg`, `bg`, and how one was killed or stopped (bash manual 7.1).

use super::report;
use crate::state::{Condition, Job, JobState, Opt, Process, Shell, special};
use crate::syntax::Field;
use crate::sys::{Fd, Pid, Signal, WaitStatus, child, fd, file};

/// What is shown of a job.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A line with its number.
    Standard,
    /// A line for each process, with its id.
    Long,
    /// The same without the number: what a script is told of a job that was killed.
    Killed,
}

/// How wide the state is: as bash's longest name of a signal.
const STATE_WIDTH: usize = 24;

/// The lines of `job`.
pub fn lines(shell: &Shell, job: &Job, style: Style) -> Vec<u8> {
    let mut out = Vec::new();
    if style != Style::Killed {
        let mark = match Some(job.number) {
            number if shell.jobs.current_job() == number => '+',
            number if shell.jobs.previous_job() == number => '-',
            _ => ' ',
        };
        out.extend_from_slice(format!("[{}]{mark} ", job.number).as_bytes());
    }
    let long = style != Style::Standard;
    let state = job.state();
    for (place, process) in job.processes.iter().enumerate() {
        let (first, last) = (place == 0, place + 1 == job.processes.len());
        if !first {
            out.extend_from_slice(if long { b"     " } else { b" |" });
        }
        if long {
            out.extend_from_slice(format!("{:>5}", process.pid.0).as_bytes());
        }
        out.push(b' ');
        let shown = if long { process.status } else { job.status() };
        if first {
            out.extend_from_slice(padded(&state_text(shell, state, shown), shown, STATE_WIDTH).as_bytes());
        } else if long {
            let same = job.processes.first().is_some_and(|first| first.status == process.status);
            let text = if same { String::new() } else { state_text(shell, state, shown) };
            let width = if text.is_empty() { STATE_WIDTH - 2 } else { STATE_WIDTH };
            out.extend_from_slice(padded(&text, shown, width).as_bytes());
            out.extend_from_slice(b"| ");
        }
        out.extend_from_slice(if process.text.is_empty() { &job.command } else { &process.text });
        if last && state == JobState::Running {
            out.extend_from_slice(b" &");
        }
        if last {
            out.extend_from_slice(&elsewhere(shell, job));
        }
        if long || last {
            out.push(b'\n');
        }
    }
    out
}

fn padded(text: &str, shown: Option<WaitStatus>, width: usize) -> String {
    let core = if matches!(shown, Some(WaitStatus::Signaled(_, true))) { "(core dumped) " } else { "" };
    format!("{text:<width$}{core}")
}

/// `Running`, `Done`, `Exit 3`, `Stopped`, `Terminated` …
fn state_text(shell: &Shell, state: JobState, shown: Option<WaitStatus>) -> String {
    let posix = shell.options.get(Opt::POSIX);
    match (state, shown) {
        (JobState::Running, _) => "Running".to_owned(),
        (JobState::Stopped, Some(WaitStatus::Stopped(signal))) if posix => format!("Stopped(SIG{})", signal.name()),
        (JobState::Stopped, _) => "Stopped".to_owned(),
        (JobState::Done, Some(WaitStatus::Signaled(signal, _))) => file::signal_message(signal).to_string(),
        (JobState::Done, Some(WaitStatus::Exited(code))) if code != 0 && posix => format!("Done({code})"),
        (JobState::Done, Some(WaitStatus::Exited(code))) if code != 0 => format!("Exit {code}"),
        (JobState::Done, _) => "Done".to_owned(),
    }
}

/// Where the job was started, when that is not here.
fn elsewhere(shell: &Shell, job: &Job) -> Vec<u8> {
    let here = shell.vars.get(special::PWD).value.scalar().unwrap_or_default();
    if job.directory.is_empty() || &job.directory[..] == here {
        return Vec::new();
    }
    let home = shell.vars.get(special::HOME).value.scalar().unwrap_or_default();
    let shown = match job.directory.strip_prefix(home).filter(|_| home.len() > 1) {
        Some(rest) if rest.is_empty() || rest.starts_with(b"/") => [b"~", rest].concat(),
        _ => job.directory.to_vec(),
    };
    [b"  (wd: ", &shown[..], b")"].concat()
}

/// The foreground command that was killed, as bash tells it: INT and PIPE go without a word, TERM and what is trapped
/// without the command.
pub fn tell_foreground(shell: &Shell, processes: Vec<Process>, command: Vec<u8>) {
    let Some(WaitStatus::Signaled(signal, core)) = processes.last().and_then(|process| process.status) else { return };
    match signal {
        Signal::INT | Signal::PIPE => {}
        signal if shell.stop == Some(signal) => {} // the shell itself dies of it
        _ if shell.invocation.interactive && shell.process_serial > 0 => {}
        signal
            if shell.invocation.interactive
                || signal == Signal::TERM
                || shell.traps.has_command(Condition::of(signal)) =>
        {
            let core = if core { " (core dumped)" } else { "" };
            report::plain(format_args!("{}{core}", file::signal_message(signal)));
        }
        _ => report::message_lines(shell, &lines(shell, &unlisted(processes, command), Style::Killed)),
    }
}

/// A job that is in no table.
fn unlisted(processes: Vec<Process>, command: Vec<u8>) -> Job {
    Job { number: 0, processes, command, group: None, directory: Default::default(), notified: true, no_hangup: false }
}

/// Tells how background job `number` was killed, where bash does: not by INT, PIPE or TERM, and not what is trapped.
/// With job control those are told too, as `jobs` has them.
pub fn tell_killed(shell: &mut Shell, number: u32) {
    let Some(job) = shell.jobs.get_mut(number) else { return };
    let Some(WaitStatus::Signaled(signal, _)) = job.status() else { return };
    if std::mem::replace(&mut job.notified, true) {
        return;
    }
    let Some(job) = shell.jobs.get(number) else { return };
    let quiet =
        matches!(signal, Signal::INT | Signal::PIPE | Signal::TERM) || shell.traps.has_command(Condition::of(signal));
    if !quiet {
        report::message_lines(shell, &lines(shell, job, Style::Killed));
    } else if shell.options.get(Opt::MONITOR) {
        let _ = fd::write_all(Fd::STDERR, &lines(shell, job, Style::Standard));
    }
}

/// A foreground command that has stopped goes on as a job.
pub fn keep_stopped(shell: &mut Shell, processes: Vec<Process>, command: Vec<u8>) {
    let group = processes.first().map(|process| process.pid).filter(|&pid| child::group_of(pid) == Some(pid));
    let number = add(shell, processes, command, group);
    if shell.invocation.interactive
        && let Some(job) = shell.jobs.get(number)
    {
        let _ = fd::write_all(Fd::STDERR, &[b"\n", &lines(shell, job, Style::Standard)[..]].concat());
    }
    if let Some(job) = shell.jobs.get_mut(number) {
        job.notified |= shell.invocation.interactive;
    }
}

/// Adds a background job that was started here.
pub fn add(shell: &mut Shell, processes: Vec<Process>, command: Vec<u8>, group: Option<Pid>) -> u32 {
    let directory = Field::from(shell.vars.get(special::PWD).value.scalar().unwrap_or_default());
    shell.jobs.add(processes, command, group, directory)
}
