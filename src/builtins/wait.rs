//! `wait`: for background processes and jobs (POSIX `wait`; bash manual 7.2).

use bstr::ByteSlice;

use super::args::{self, Options, Wrong};
use super::jobs;
use crate::exec::conditional::parse_integer;
use crate::exec::signals::{self, Woken};
use crate::exec::{job_text, report, subshell};
use crate::expand::bind;
use crate::state::{Builtin, Flow, JobState, Kind, Outcome, Run, Shell, Status};
use crate::syntax::{Field, is_name};
use crate::sys::{Pid, WaitStatus};

pub(super) const WAIT: Builtin = Builtin {
    name: "wait",
    run: Run::Plain(wait),
    kind: Kind::Regular,
    usage: "wait [-fn] [-p var] [id ...]",
    summary: "Wait for jobs and processes.",
};

/// Whom to wait for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Process(Pid),
    Job(u32),
}

/// What the arguments say.
struct Request<'a> {
    /// `-n`: for the first that ends.
    next: bool,
    /// `-p`: where the id of whoever ended goes.
    variable: Option<Field>,
    operands: &'a [Field],
}

fn wait(shell: &mut Shell, args: &[Field]) -> Outcome {
    shell.jobs.drop_inherited();
    let request = match parse(args) {
        Ok(request) => request,
        Err(wrong) => return args::refuse(shell, WAIT.name, WAIT.usage, wrong),
    };
    // a subshell has no children of its parent's to wait for, and may get its own: then it is a process
    if shell.journal.inline > 0 {
        subshell::settle(shell)?;
        shell.jobs.drop_inherited();
    }
    if let Some(variable) = &request.variable {
        if !is_name(variable.split(|&byte| byte == b'[').next().unwrap_or_default()) {
            return report::builtin(shell, WAIT.name, format_args!("`{}': not a valid identifier", variable.as_bstr()));
        }
        let name = shell.names.intern(variable);
        if shell.unset(name).is_err() {
            let text = format_args!("{}: cannot unset: readonly variable", variable.as_bstr());
            return report::builtin(shell, WAIT.name, text);
        }
    }
    let (status, ended) = if request.next {
        wait_next(shell, request.operands)?
    } else if request.operands.is_empty() {
        (wait_all(shell), None)
    } else {
        wait_each(shell, request.operands)?
    };
    if shell.jobs.ctrl_c {
        return Err(Flow::Abandon(status));
    }
    if let (Some(variable), Some(pid)) = (&request.variable, ended) {
        let text = pid.0.to_string();
        if let Err(error) = bind::assign_reference(shell, variable, text.as_bytes(), false) {
            return report::builtin_expansion(shell, WAIT.name, error);
        }
    }
    Ok(status)
}

fn parse(args: &[Field]) -> Result<Request<'_>, Wrong> {
    let mut options = Options::new(args, "fnp:");
    let (mut next, mut variable) = (false, None);
    while let Some(option) = options.next()? {
        match option.letter {
            b'n' => next = true,
            b'p' => variable = option.value,
            _ => {} // -f: to the end, which is what is always waited for without job control
        }
    }
    Ok(Request { next, variable, operands: options.operands() })
}

/// The job or process that `spec` means; a wrong one is told.
fn target(shell: &mut Shell, spec: &Field) -> Result<Option<Target>, Flow> {
    if let Some(job) = spec.strip_prefix(b"%") {
        return Ok(jobs::find(shell, WAIT.name, spec, job)?.map(Target::Job));
    }
    let pid = parse_integer(spec).filter(|_| spec.first().is_some_and(u8::is_ascii_digit));
    let Some(pid) = pid.and_then(|pid| i32::try_from(pid).ok()) else {
        report::builtin(shell, WAIT.name, format_args!("`{}': not a pid or valid job spec", spec.as_bstr()))?;
        return Ok(None);
    };
    Ok(Some(Target::Process(Pid(pid))))
}

/// `wait`: for all. 128+n when a trapped signal came.
fn wait_all(shell: &mut Shell) -> Status {
    let woken = signals::wait_until(shell, |shell| shell.jobs.list.iter().all(|job| job.state() != JobState::Running));
    if let Woken::Trapped(signal) = woken {
        return Status(128 + signal.0);
    }
    let ended: Vec<u32> =
        shell.jobs.list.iter().filter(|job| job.state() == JobState::Done).map(|job| job.number).collect();
    let mut last = Status::SUCCESS;
    for number in ended {
        last = finish(shell, number);
    }
    shell.jobs.forget_all_ended();
    // a signal that stops the shell was passed on: what it makes of the children is the shell's own end
    if shell.stop.is_some() { last } else { Status::SUCCESS }
}

/// `wait id …`: for each in turn; the status of the last, and who that was.
fn wait_each(shell: &mut Shell, operands: &[Field]) -> Result<(Status, Option<Pid>), Flow> {
    let mut result = (Status::SUCCESS, None);
    for spec in operands {
        result = match target(shell, spec)? {
            Some(target) => wait_one(shell, target)?,
            None if spec.starts_with(b"%") => (Status::NOT_FOUND, None),
            None => (Status::FAILURE, None),
        };
    }
    Ok(result)
}

/// Waits for one target: its status.
fn wait_one(shell: &mut Shell, target: Target) -> Result<(Status, Option<Pid>), Flow> {
    let number = match target {
        Target::Job(number) => number,
        Target::Process(pid) => match shell.jobs.of_pid(pid) {
            Some(job) if job.pid() == Some(pid) => job.number,
            Some(_) => return Ok(wait_member(shell, pid)),
            None if shell.jobs.others.iter().any(|process| process.pid == pid) => return Ok(wait_other(shell, pid)),
            None => match shell.jobs.ended(pid) {
                Some(code) => return Ok((Status(code), Some(pid))),
                None => {
                    let text = format_args!("pid {} is not a child of this shell", pid.0);
                    report::builtin(shell, WAIT.name, text)?;
                    return Ok((Status::NOT_FOUND, None));
                }
            },
        },
    };
    if let Target::Job(number) = target
        && shell.jobs.get(number).is_some_and(|job| job.state() == JobState::Stopped)
    {
        report::message(shell, format_args!("warning: wait_for_job: job {number} is stopped"));
    }
    let over = |shell: &mut Shell| shell.jobs.get(number).is_none_or(|job| job.state() != JobState::Running);
    if let Woken::Trapped(signal) = signals::wait_until(shell, over) {
        return Ok((Status(128 + signal.0), None));
    }
    let pid = shell.jobs.get(number).and_then(crate::state::Job::pid);
    Ok((finish(shell, number), pid))
}

/// Waits for a process of a pipeline that is not its last.
fn wait_member(shell: &mut Shell, pid: Pid) -> (Status, Option<Pid>) {
    let status = |shell: &Shell| {
        let job = shell.jobs.of_pid(pid)?;
        job.processes.iter().find(|process| process.pid == pid)?.status
    };
    match signals::wait_until(shell, |shell| status(shell).is_some()) {
        Woken::Trapped(signal) => (Status(128 + signal.0), None),
        _ => (Status(status(shell).map_or(127, WaitStatus::code)), Some(pid)),
    }
}

/// The job or process that an operand of `wait -n` means, if it is one that nobody has waited for.
fn known(shell: &Shell, spec: &Field) -> Option<Target> {
    if let Some(job) = spec.strip_prefix(b"%") {
        return shell.jobs.find(job).ok().map(Target::Job);
    }
    let pid = Pid(i32::try_from(parse_integer(spec)?).ok()?);
    let known = shell.jobs.of_pid(pid).is_some() || shell.jobs.ended(pid).is_some();
    known.then_some(Target::Process(pid))
}

/// Waits for a child that is in no job.
fn wait_other(shell: &mut Shell, pid: Pid) -> (Status, Option<Pid>) {
    match signals::wait_until(shell, |shell| shell.jobs.ended(pid).is_some()) {
        Woken::Trapped(signal) => (Status(128 + signal.0), None),
        _ => (Status(shell.jobs.ended(pid).unwrap_or(127)), Some(pid)),
    }
}

/// `wait -n`: for the first of `operands`, or of all, that ends. 127 when there is nothing to wait for.
fn wait_next(shell: &mut Shell, operands: &[Field]) -> Result<(Status, Option<Pid>), Flow> {
    let mut wanted = Vec::new();
    for spec in operands {
        match known(shell, spec) {
            Some(target) => wanted.push(target),
            None => {
                report::builtin(shell, WAIT.name, format_args!("{}: no such job", spec.as_bstr()))?;
            }
        }
    }
    if !operands.is_empty() {
        // one that has ended and been forgotten answers at once
        let early = wanted.iter().find_map(|target| match *target {
            Target::Process(pid) if shell.jobs.of_pid(pid).is_none() => shell.jobs.ended(pid).map(|code| (pid, code)),
            _ => None,
        });
        if let Some((pid, code)) = early {
            shell.jobs.forget_ended(pid);
            return Ok((Status(code), Some(pid)));
        }
    }
    let all = operands.is_empty();
    let first_done = |shell: &Shell| {
        let counts = |job: &&crate::state::Job| {
            all || wanted.iter().any(|target| match *target {
                Target::Job(number) => number == job.number,
                Target::Process(pid) => job.processes.iter().any(|process| process.pid == pid),
            })
        };
        let mut jobs = shell.jobs.list.iter().filter(counts).peekable();
        if jobs.peek().is_none() {
            return Err(());
        }
        Ok(jobs.find(|job| job.state() == JobState::Done && !job.notified).map(|job| job.number))
    };
    let any_running = |shell: &Shell| shell.jobs.list.iter().any(|job| job.state() == JobState::Running);
    let woken = signals::wait_until(shell, |shell| !matches!(first_done(shell), Ok(None)) || !any_running(shell));
    if let Woken::Trapped(signal) = woken {
        return Ok((Status(128 + signal.0), None));
    }
    match first_done(shell) {
        Ok(Some(number)) => {
            let pid = shell.jobs.get(number).and_then(crate::state::Job::pid);
            let status = finish(shell, number);
            if let Some(pid) = pid {
                shell.jobs.forget_ended(pid);
            }
            Ok((status, pid))
        }
        _ => Ok((Status::NOT_FOUND, None)),
    }
}

/// The status of a job that has ended (or stopped), which is then forgotten; how it was killed is told.
fn finish(shell: &mut Shell, number: u32) -> Status {
    let Some(job) = shell.jobs.get(number) else { return Status::NOT_FOUND };
    let status = job.status();
    if job.state() == JobState::Done {
        job_text::tell_killed(shell, number);
        shell.jobs.remove(number);
    }
    Status(status.map_or(127, WaitStatus::code))
}
