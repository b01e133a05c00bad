//! `kill`: signals by name or number to processes and jobs; `kill -l` (POSIX `kill`; bash manual 7.2).

use bstr::ByteSlice;

use crate::exec::conditional::parse_integer;
use crate::exec::{output, report, signals, subshell};
use crate::state::{Builtin, Condition, JobState, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::{self, Errno, Pid, Signal, child, file};

pub(super) const KILL: Builtin = Builtin {
    name: "kill",
    run: Run::Plain(kill),
    kind: Kind::Regular,
    usage: "kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]",
    summary: "Send a signal.",
};

fn kill(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut spec = Field::from(&b"TERM"[..]);
    let (mut listing, mut given) = (false, false);
    let mut words = args;
    while let [word, rest @ ..] = words {
        match &word[..] {
            b"--help" => return super::args::refuse(shell, KILL.name, KILL.usage, super::args::Wrong::Help),
            b"-l" | b"-L" => listing = true,
            b"-s" | b"-n" => {
                let Some(signal) = rest.first() else {
                    let text = format_args!("{}: option requires an argument", word.as_bstr());
                    return report::builtin(shell, KILL.name, text);
                };
                spec = signal.clone();
                words = rest.get(1..).unwrap_or_default();
                continue;
            }
            b"--" => {
                words = rest;
                break;
            }
            b"-?" => return report::builtin_usage(shell, KILL.name, KILL.usage),
            [b'-', b's', signal @ ..] if signal.first().is_some_and(u8::is_ascii_alphabetic) => spec = signal.into(),
            [b'-', b'n', signal @ ..] if signal.first().is_some_and(u8::is_ascii_digit) => spec = signal.into(),
            [b'-', signal @ ..] if !given => {
                spec = signal.into();
                given = true;
            }
            _ => break,
        }
        words = rest;
    }
    if listing {
        let status = list(shell, words)?;
        output::flush_unchecked(shell);
        return Ok(status);
    }
    let prefixed =
        shell.options.get(Opt::POSIX) && spec.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(b"SIG"));
    let Some(signal) = parse_signal(&spec).filter(|_| !prefixed) else { return invalid_signal(shell, &spec) };
    if words.is_empty() {
        return report::builtin_usage(shell, KILL.name, KILL.usage);
    }
    let mut reached = false;
    for word in words {
        reached |= send_to(shell, word, signal)?;
    }
    Ok(Status::of(reached))
}

/// The number of a signal's name or number; 0 only asks.
fn parse_signal(spec: &[u8]) -> Option<u8> {
    match spec {
        b"0" => Some(0),
        spec if spec.eq_ignore_ascii_case(b"EXIT") => Some(0),
        spec => Signal::parse(spec).map(|signal| signal.0),
    }
}

fn invalid_signal(shell: &Shell, spec: &[u8]) -> Outcome {
    report::builtin(shell, KILL.name, format_args!("{}: invalid signal specification", spec.as_bstr()))
}

/// Sends to what `word` names; whether it was reached.
fn send_to(shell: &mut Shell, word: &Field, signal: u8) -> Result<bool, crate::state::Flow> {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    let pid = Some(digits).filter(|digits| !digits.is_empty()).and_then(parse_integer);
    if let Some(pid) = pid.and_then(|pid| i32::try_from(pid).ok()) {
        let pid = Pid(if digits.len() < word.len() { -pid } else { pid });
        signals::reap_ended(shell); // `while kill -0 $pid`: a child that has ended is not there
        let sent = signals::send(shell, pid, signal);
        return Ok(tell(shell, pid, sent));
    }
    match &word[..] {
        b"" => report::builtin(shell, KILL.name, format_args!("`': not a pid or valid job spec"))?,
        [b'%', spec @ ..] => {
            subshell::settle(shell)?;
            return send_to_job(shell, word, spec, signal);
        }
        word => {
            let text = format_args!("{}: arguments must be process or job IDs", word.as_bstr());
            report::builtin(shell, KILL.name, text)?
        }
    };
    Ok(false)
}

/// `kill: (123) - No such process`
fn tell(shell: &Shell, pid: Pid, sent: Result<(), Errno>) -> bool {
    if let Err(error) = sent {
        report::message(shell, format_args!("kill: ({}) - {}", pid.0, file::message(error)));
    }
    sent.is_ok()
}

/// A job has a group of its own, or each of its processes is sent the signal. One that is stopped must go on to die.
fn send_to_job(shell: &mut Shell, word: &Field, spec: &[u8], signal: u8) -> Result<bool, crate::state::Flow> {
    let Some(number) = super::jobs::find(shell, KILL.name, word, spec)? else { return Ok(false) };
    let Some(job) = shell.jobs.get(number) else { return Ok(false) };
    let stopped = job.state() == JobState::Stopped;
    let targets: Vec<Pid> = match job.group {
        Some(group) => vec![Pid(-group.0)],
        None => job.processes.iter().filter(|process| process.status.is_none()).map(|process| process.pid).collect(),
    };
    let mut result = if targets.is_empty() { Err(Errno::ESRCH) } else { Ok(()) };
    for &pid in &targets {
        result = result.and(signals::send(shell, pid, signal));
        if stopped && matches!(Signal(signal), Signal::TERM | Signal::HUP) {
            let _ = child::send(pid, Signal::CONT.0);
        }
    }
    let shown = job.pid().unwrap_or(Pid(0));
    Ok(tell(shell, shown, result))
}

/// `SIGINT`, which POSIX mode does not take.
fn is_long(shell: &Shell, spec: &[u8]) -> bool {
    shell.options.get(Opt::POSIX) && spec.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(b"SIG"))
}

/// `kill -l`: the table, or a name for each number and a number for each name.
pub(super) fn list(shell: &mut Shell, specs: &[Field]) -> Outcome {
    if specs.is_empty() && shell.options.get(Opt::POSIX) {
        let names = (1..=31).chain(Signal::RTMIN..=Signal::MAX).map(|number| Signal(number).name());
        let line = names.collect::<Vec<_>>().join(" ");
        shell.fds.out.extend_from_slice(format!("{line}\n").as_bytes());
        return Ok(Status::SUCCESS);
    }
    if specs.is_empty() {
        let mut column = 0;
        for number in (1..=31).chain(Signal::RTMIN..=Signal::MAX) {
            let end = if column == 4 { '\n' } else { '\t' };
            let entry = format!("{number:2}) SIG{}{end}", sys::Signal(number).name());
            shell.fds.out.extend_from_slice(entry.as_bytes());
            column = (column + 1) % 5;
        }
        if column != 0 {
            shell.fds.out.push(b'\n');
        }
        return Ok(Status::SUCCESS);
    }
    let mut status = Status::SUCCESS;
    for spec in specs {
        let shown = match parse_integer(spec) {
            Some(number) => match if number > 128 { number - 128 } else { number } {
                0 => Some("EXIT".to_owned()),
                32 | 33 => continue, // they have no name, and bash says nothing
                number => u8::try_from(number)
                    .ok()
                    .filter(|number| (1..=Signal::MAX).contains(number))
                    .map(|number| Signal(number).name()),
            },
            None if is_long(shell, spec) => None,
            None => Condition::parse(spec).map(|condition| condition.0.to_string()),
        };
        match shown {
            Some(shown) => shell.fds.out.extend_from_slice(format!("{shown}\n").as_bytes()),
            None => status = invalid_signal(shell, spec)?,
        }
    }
    Ok(status)
}
