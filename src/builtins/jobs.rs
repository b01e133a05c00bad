//! `jobs`, `fg`, `bg`, `disown` (bash manual 7.2; POSIX `jobs`, `fg`, `bg`).

use bstr::ByteSlice;

use super::args::{self, Options, Wrong};
use crate::exec::conditional::parse_integer;
use crate::exec::job_text::{self, Style};
use crate::exec::signals::{self, Woken};
use crate::exec::{find as look_up, output, report, simple, subshell, terminal};
use crate::state::{Builtin, Flow, Job, JobState, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::{Pid, Signal, WaitStatus, child};

pub(super) const JOBS: Builtin = Builtin {
    name: "jobs",
    run: Run::Plain(jobs),
    kind: Kind::Regular,
    usage: "jobs [-lnprs] [jobspec ...] or jobs -x command [args]",
    summary: "List jobs.",
};

pub(super) const FG: Builtin = Builtin {
    name: "fg",
    run: Run::Plain(fg),
    kind: Kind::Regular,
    usage: "fg [job_spec]",
    summary: "Bring a job to the foreground.",
};

pub(super) const BG: Builtin = Builtin {
    name: "bg",
    run: Run::Plain(bg),
    kind: Kind::Regular,
    usage: "bg [job_spec ...]",
    summary: "Let stopped jobs go on in the background.",
};

pub(super) const DISOWN: Builtin = Builtin {
    name: "disown",
    run: Run::Plain(disown),
    kind: Kind::Regular,
    usage: "disown [-h] [-ar] [jobspec ... | pid ...]",
    summary: "Forget jobs.",
};

/// The job of `%spec`; that there is none, or several, is told in `builtin`'s name. `shown`: as it was written.
pub(super) fn find(shell: &mut Shell, builtin: &str, shown: &[u8], spec: &[u8]) -> Result<Option<u32>, Flow> {
    match shell.jobs.find(spec) {
        Ok(number) => return Ok(Some(number)),
        Err(true) => {
            report::builtin(shell, builtin, format_args!("{}: ambiguous job spec", spec.as_bstr()))?;
            if !matches!(builtin, "jobs" | "disown") {
                return Ok(None);
            }
            Status::FAILURE
        }
        Err(false) => Status::FAILURE,
    };
    report::builtin(shell, builtin, format_args!("{}: no such job", shown.as_bstr()))?;
    Ok(None)
}

/// Which jobs are shown, and how.
#[derive(Default)]
struct Show {
    long: bool,
    changed: bool,
    pids: bool,
    running: bool,
    stopped: bool,
}

fn jobs(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut show = Show::default();
    let mut execute = false;
    let mut options = Options::new(args, "lpnrsx");
    loop {
        match options.next() {
            Ok(Some(option)) => match option.letter {
                b'l' => show.long = true,
                b'p' => show.pids = true,
                b'n' => show.changed = true,
                b'r' => show.running = true,
                b's' => show.stopped = true,
                _ => execute = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, JOBS.name, JOBS.usage, wrong),
        }
    }
    if execute {
        return run_with_groups(shell, options.operands());
    }
    if shell.journal.inline == 0 {
        signals::reap_ended(shell);
    }
    let mut status = Status::SUCCESS;
    let numbers: Vec<u32> = if options.operands().is_empty() {
        shell.jobs.list.iter().map(|job| job.number).collect()
    } else {
        let mut numbers = Vec::new();
        for word in options.operands() {
            match find(shell, JOBS.name, word, word.strip_prefix(b"%").unwrap_or(word))? {
                Some(number) => numbers.push(number),
                None => status = Status::FAILURE,
            }
        }
        numbers
    };
    for number in numbers {
        print(shell, number, &show);
    }
    if shell.journal.inline == 0 {
        shell.jobs.clean();
    }
    output::flush_unchecked(shell);
    Ok(status)
}

/// Whether an interactive shell stays though it was asked to end: the first time that there are stopped jobs, which it says.
pub fn stays_for_stopped(shell: &mut Shell) -> bool {
    signals::reap_ended(shell);
    let lists = shell.options.get(Opt::CHECKJOBS);
    let mut states = shell.jobs.list.iter().map(Job::state);
    let stopped = states.any(|state| state == JobState::Stopped);
    let any = stopped || lists && shell.jobs.list.iter().any(|job| job.state() == JobState::Running);
    let command = shell.dynamic.commands;
    let told = std::mem::replace(&mut shell.jobs.told_stopped, command);
    if !any || shell.jobs.inherited || (told > 0 && told + 1 >= command) {
        return false;
    }
    report::plain(format_args!("There are {} jobs.", if stopped { "stopped" } else { "running" }));
    if lists {
        tell(shell, |_| true);
    }
    true
}

/// Tells which background jobs have ended or stopped since the last time: before a prompt, on standard error.
pub fn tell_ended_jobs(shell: &mut Shell) {
    if shell.jobs.list.is_empty() {
        return;
    }
    signals::reap_ended(shell);
    tell(shell, |job| !job.notified && job.state() != JobState::Running);
}

/// Shows jobs on standard error.
fn tell(shell: &mut Shell, which: fn(&Job) -> bool) {
    let numbers: Vec<u32> = shell.jobs.list.iter().filter(|job| which(job)).map(|job| job.number).collect();
    for number in numbers {
        if shell.jobs.get(number).is_some_and(|job| !job.notified && job.state() == JobState::Stopped) {
            shell.fds.out.push(b'\n');
        }
        print(shell, number, &Show::default());
    }
    let text = std::mem::take(&mut shell.fds.out);
    let _ = crate::sys::fd::write_all(crate::sys::Fd::STDERR, &text); // nobody is left to tell
    shell.jobs.clean();
}

fn print(shell: &mut Shell, number: u32, show: &Show) {
    let Some(job) = shell.jobs.get(number) else { return };
    let state = job.state();
    if show.changed && job.notified
        || show.running && state != JobState::Running
        || show.stopped && state != JobState::Stopped
    {
        return;
    }
    let line = match job.processes.first() {
        Some(process) if show.pids => format!("{}\n", process.pid.0).into_bytes(),
        _ => job_text::lines(shell, job, if show.long { Style::Long } else { Style::Standard }),
    };
    shell.fds.out.extend_from_slice(&line);
    if shell.journal.inline == 0
        && let Some(job) = shell.jobs.get_mut(number)
    {
        job.notified = true;
    }
}

/// `jobs -x command`: job specifications among the words become process groups.
fn run_with_groups(shell: &mut Shell, words: &[Field]) -> Outcome {
    let replaced: Vec<Field> = words
        .iter()
        .map(|word| {
            let number = word.strip_prefix(b"%").and_then(|spec| shell.jobs.find(spec).ok());
            let leader = number.and_then(|number| shell.jobs.get(number)?.processes.first().map(|process| process.pid));
            leader.map_or_else(|| word.clone(), |pid| Field::from(pid.0.to_string().as_bytes()))
        })
        .collect();
    let Some(first) = replaced.first() else { return Ok(Status::SUCCESS) };
    let name = shell.names.intern(first);
    let found = look_up::command(shell, name);
    simple::run_words(shell, found, &replaced)
}

/// The jobs that `fg` and `bg` are asked for: `%n` with or without its `%`; the current one when none is named.
fn wanted(shell: &mut Shell, builtin: &str, usage: &str, args: &[Field]) -> Result<Result<Vec<u32>, Status>, Flow> {
    let mut options = Options::new(args, "");
    let first = options.next();
    if let Err(Wrong::Help) = first {
        return args::refuse(shell, builtin, usage, Wrong::Help).map(Err);
    }
    if !shell.options.get(Opt::MONITOR) {
        report::builtin(shell, builtin, format_args!("no job control"))?;
        return Ok(Err(Status::FAILURE));
    }
    if let Err(wrong) = first {
        return args::refuse(shell, builtin, usage, wrong).map(Err);
    }
    let current = Field::from(&b"current"[..]);
    if options.operands().is_empty() {
        let number = find(shell, builtin, &current, b"")?;
        return Ok(number.map(|number| vec![number]).ok_or(Status::FAILURE));
    }
    let mut numbers = Vec::new();
    let count = if builtin == FG.name { 1 } else { usize::MAX }; // what stands behind it is not looked at
    for word in options.operands().iter().take(count) {
        if let Some(number) = find(shell, builtin, word, word.strip_prefix(b"%").unwrap_or(word))? {
            numbers.push(number);
        }
    }
    Ok(if numbers.is_empty() { Err(Status::FAILURE) } else { Ok(numbers) })
}

/// Lets the job's processes go on.
fn resume(shell: &mut Shell, number: u32) {
    let Some(job) = shell.jobs.get_mut(number) else { return };
    let mut targets: Vec<Pid> = job.group.map(|group| Pid(-group.0)).into_iter().collect();
    for process in &mut job.processes {
        if matches!(process.status, Some(WaitStatus::Stopped(_))) {
            process.status = None;
        }
        if job.group.is_none() && process.status.is_none() {
            targets.push(process.pid);
        }
    }
    for pid in targets {
        let _ = child::send(pid, Signal::CONT.0);
    }
}

fn fg(shell: &mut Shell, args: &[Field]) -> Outcome {
    subshell::settle(shell)?;
    shell.jobs.drop_inherited();
    let numbers = match wanted(shell, FG.name, FG.usage, args)? {
        Ok(numbers) => numbers,
        Err(status) => return Ok(status),
    };
    let Some(&number) = numbers.first() else { return Ok(Status::FAILURE) };
    if let Some(job) = shell.jobs.get(number) {
        let line = [&job.command[..], b"\n"].concat();
        shell.fds.out.extend_from_slice(&line);
    }
    let _ = output::flush(shell);
    if let Some(group) = shell.jobs.get(number).and_then(|job| job.group) {
        terminal::give(shell, group);
    }
    resume(shell, number);
    let over = |shell: &mut Shell| shell.jobs.get(number).is_none_or(|job| job.state() != JobState::Running);
    let woken = signals::wait_until(shell, over);
    terminal::take_back(shell);
    if let Woken::Trapped(signal) = woken {
        return Ok(Status(128 + signal.0));
    }
    let Some(job) = shell.jobs.get(number) else { return Ok(Status::FAILURE) };
    let status = job.status().map_or(127, WaitStatus::code);
    match job.state() {
        JobState::Done => {
            let interrupted = matches!(job.status(), Some(WaitStatus::Signaled(Signal::INT, _)));
            let (processes, command) = (job.processes.clone(), job.command.clone());
            shell.jobs.remove(number);
            job_text::tell_foreground(shell, processes, command);
            if interrupted && signals::stays(shell) {
                shell.jobs.ctrl_c = true;
                return Err(Flow::Abandon(Status(status)));
            }
        }
        JobState::Stopped => shell.jobs.make_current(number),
        JobState::Running => {}
    }
    Ok(Status(status))
}

fn bg(shell: &mut Shell, args: &[Field]) -> Outcome {
    subshell::settle(shell)?;
    shell.jobs.drop_inherited();
    let numbers = match wanted(shell, BG.name, BG.usage, args)? {
        Ok(numbers) => numbers,
        Err(status) => return Ok(status),
    };
    for number in numbers {
        let Some(job) = shell.jobs.get(number) else { continue };
        if job.state() == JobState::Running {
            report::builtin(shell, BG.name, format_args!("job {number} already in background"))?;
            continue;
        }
        let mark = if shell.jobs.current_job() == Some(number) { '+' } else { '-' };
        let line = [format!("[{number}]{mark} ").as_bytes(), &job.command, b" &\n"].concat();
        shell.fds.out.extend_from_slice(&line);
        resume(shell, number);
    }
    Ok(Status::SUCCESS)
}

fn disown(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut keep, mut all, mut running) = (false, false, false);
    let mut options = Options::new(args, "har");
    loop {
        match options.next() {
            Ok(Some(option)) => match option.letter {
                b'h' => keep = true,
                b'a' => all = true,
                _ => running = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, DISOWN.name, DISOWN.usage, wrong),
        }
    }
    subshell::settle(shell)?;
    shell.jobs.drop_inherited();
    match disown_which(shell, options.operands(), all, running)? {
        Ok(numbers) => {
            for number in numbers {
                forget(shell, number, keep);
            }
            Ok(Status::SUCCESS)
        }
        Err(status) => Ok(status),
    }
}

/// The numbers of the jobs that `disown` is to forget.
fn disown_which(
    shell: &mut Shell,
    operands: &[Field],
    all: bool,
    running: bool,
) -> Result<Result<Vec<u32>, Status>, Flow> {
    if operands.is_empty() && (all || running) {
        let counts = |job: &&Job| !running || job.state() == JobState::Running;
        return Ok(Ok(shell.jobs.list.iter().filter(counts).map(|job| job.number).collect()));
    }
    if operands.is_empty() {
        let number = find(shell, DISOWN.name, b"current", b"")?;
        return Ok(number.map(|number| vec![number]).ok_or(Status::FAILURE));
    }
    let mut numbers = Vec::new();
    let mut failed = false;
    for word in operands {
        let of_pid = parse_integer(word).and_then(|pid| i32::try_from(pid).ok());
        let number = match of_pid.and_then(|pid| shell.jobs.of_pid(Pid(pid))) {
            Some(job) => Some(job.number),
            None if of_pid.is_some() => {
                report::builtin(shell, DISOWN.name, format_args!("{}: no such job", word.as_bstr()))?;
                None
            }
            None => find(shell, DISOWN.name, word, word.strip_prefix(b"%").unwrap_or(word))?,
        };
        failed |= number.is_none();
        numbers.extend(number);
    }
    for &number in numbers.iter().filter(|_| failed) {
        forget(shell, number, false);
    }
    Ok(if failed { Err(Status::FAILURE) } else { Ok(numbers) })
}

fn forget(shell: &mut Shell, number: u32, keep: bool) {
    if let Some(job) = shell.jobs.get(number)
        && job.state() == JobState::Stopped
        && !keep
        && shell.process_serial == 0
    {
        let group = job.processes.first().map_or(0, |process| process.pid.0);
        let text = format_args!("warning: deleting stopped job {number} with process group {group}");
        report::message(shell, text);
    }
    match shell.jobs.get_mut(number) {
        Some(job) if keep => job.no_hangup = true,
        _ => shell.jobs.give_up(number),
    }
}
