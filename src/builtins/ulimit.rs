//! `ulimit`: what the shell and its children may use (bash manual 4.2).

use bstr::ByteSlice;

use crate::exec::{output, report, subshell};
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::limits::{self, Limit, Resource};
use crate::sys::{Errno, file};

pub(super) const ULIMIT: Builtin = Builtin {
    name: "ulimit",
    run: Run::Plain(ulimit),
    kind: Kind::Regular,
    usage: "ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]",
    summary: "Show and set limits of resources.",
};

/// A row of what `ulimit -a` lists.
struct Row {
    letter: u8,
    /// `None`: the size of a pipe, which is the kernel's.
    resource: Option<Resource>,
    description: &'static str,
    unit: &'static str,
    factor: u64,
}

const fn row(letter: u8, resource: Resource, description: &'static str, unit: &'static str, factor: u64) -> Row {
    Row { letter, resource: Some(resource), description, unit, factor }
}

/// Blocks are 1024 bytes, 512 in POSIX mode.
const BLOCK: u64 = 0;

const ROWS: &[Row] = &[
    row(b'R', Resource::RealTime, "real-time non-blocking time", "microseconds", 1),
    row(b'c', Resource::Core, "core file size", "blocks", BLOCK),
    row(b'd', Resource::Data, "data seg size", "kbytes", 1024),
    row(b'e', Resource::Nice, "scheduling priority", "", 1),
    row(b'f', Resource::FileSize, "file size", "blocks", BLOCK),
    row(b'i', Resource::PendingSignals, "pending signals", "", 1),
    row(b'l', Resource::LockedMemory, "max locked memory", "kbytes", 1024),
    row(b'm', Resource::ResidentSet, "max memory size", "kbytes", 1024),
    row(b'n', Resource::OpenFiles, "open files", "", 1),
    Row { letter: b'p', resource: None, description: "pipe size", unit: "512 bytes", factor: 512 },
    row(b'q', Resource::MessageQueues, "POSIX message queues", "bytes", 1),
    row(b'r', Resource::RealTimePriority, "real-time priority", "", 1),
    row(b's', Resource::Stack, "stack size", "kbytes", 1024),
    row(b't', Resource::CpuTime, "cpu time", "seconds", 1),
    row(b'u', Resource::Processes, "max user processes", "", 1),
    row(b'v', Resource::AddressSpace, "virtual memory", "kbytes", 1024),
    row(b'x', Resource::Locks, "file locks", "", 1),
];

/// What the arguments ask for.
#[derive(Default)]
struct Request {
    soft: bool,
    hard: bool,
    all: bool,
    /// Resources, each with the limit to be set.
    commands: Vec<(&'static Row, Option<Field>)>,
}

fn ulimit(shell: &mut Shell, args: &[Field]) -> Outcome {
    let request = match parse(args) {
        Ok(request) => request,
        Err(Wrong::Help) => {
            return super::args::refuse(shell, ULIMIT.name, ULIMIT.usage, super::args::Wrong::Help);
        }
        Err(Wrong::Option(option)) => return report::builtin_option(shell, ULIMIT.name, &option, ULIMIT.usage),
    };
    if request.all {
        for row in ROWS {
            show(shell, row, request.hard && !request.soft, true)?;
        }
        return Ok(Status::SUCCESS);
    }
    let several = request.commands.len() > 1;
    for (row, limit) in &request.commands {
        let status = match limit {
            Some(limit) => set(shell, row, limit, &request)?,
            None => show(shell, row, request.hard && !request.soft, several)?,
        };
        if !status.is_success() {
            return Ok(status);
        }
    }
    output::flush_unchecked(shell);
    Ok(Status::SUCCESS)
}

enum Wrong {
    Help,
    Option(String),
}

/// A letter's limit stands behind it: in the same word, or in the next if that does not begin with `-`.
fn parse(args: &[Field]) -> Result<Request, Wrong> {
    let mut request = Request::default();
    let mut words = args.iter().peekable();
    while let Some(word) = words.peek() {
        let letters = match &word[..] {
            b"--" => {
                words.next();
                break;
            }
            b"--help" => return Err(Wrong::Help),
            [b'-', letters @ ..] if !letters.is_empty() => letters,
            _ => break,
        };
        words.next();
        for (at, letter) in letters.iter().enumerate() {
            match letter {
                b'S' => request.soft = true,
                b'H' => request.hard = true,
                b'a' => request.all = true,
                letter => {
                    let Some(row) = ROWS.iter().find(|row| row.letter == *letter) else {
                        return Err(Wrong::Option(format!("-{}", [*letter].as_bstr())));
                    };
                    let rest = letters.get(at + 1..).unwrap_or_default();
                    let limit = match rest {
                        [] => words.next_if(|next| next.first() != Some(&b'-')).cloned(),
                        rest => Some(Field::from(rest)),
                    };
                    request.commands.push((row, limit));
                    break;
                }
            }
        }
    }
    let operand = words.next().cloned();
    match request.commands.last_mut() {
        None => request.commands.extend(ROWS.iter().find(|row| row.letter == b'f').map(|row| (row, operand))),
        Some((_, limit @ None)) => *limit = operand,
        Some(_) => {}
    }
    Ok(request)
}

fn factor(shell: &Shell, row: &Row) -> u64 {
    match row.factor {
        BLOCK if shell.options.get(Opt::POSIX) => 512,
        BLOCK => 1024,
        factor => factor,
    }
}

fn get(row: &Row) -> Result<(Limit, Limit), Errno> {
    match row.resource {
        Some(resource) => limits::get(resource),
        None => Ok((Some(4096), Some(4096))), // PIPE_BUF
    }
}

fn show(shell: &mut Shell, row: &Row, hard: bool, described: bool) -> Outcome {
    let limit = match get(row) {
        Ok((soft_limit, hard_limit)) => {
            if hard {
                hard_limit
            } else {
                soft_limit
            }
        }
        Err(error) => return fail(shell, row, "cannot get limit", error),
    };
    let value = match limit {
        Some(limit) => (limit / factor(shell, row)).to_string(),
        None => "unlimited".to_owned(),
    };
    let start = match (described, row.unit) {
        (false, _) => String::new(),
        (true, "") => format!("{:<20} {:>20}", row.description, format!("(-{}) ", char::from(row.letter))),
        (true, unit) => {
            format!("{:<20} {:>20}", row.description, format!("({unit}, -{}) ", char::from(row.letter)))
        }
    };
    shell.fds.out.extend_from_slice(format!("{start}{value}\n").as_bytes());
    Ok(Status::SUCCESS)
}

fn set(shell: &mut Shell, row: &Row, text: &Field, request: &Request) -> Outcome {
    let (soft, hard) = match get(row) {
        Ok(limits) => limits,
        Err(error) => return fail(shell, row, "cannot get limit", error),
    };
    let limit = match &text[..] {
        b"hard" => hard,
        b"soft" => soft,
        b"unlimited" => None,
        digits if digits.iter().all(u8::is_ascii_digit) => {
            let add = |value: u64, digit: &u8| value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            let Some(limit) = digits.iter().fold(0u64, add).checked_mul(factor(shell, row)) else {
                return report::builtin(shell, ULIMIT.name, format_args!("{}: limit out of range", text.as_bstr()));
            };
            Some(limit)
        }
        _ => {
            let kind = match &text[..] {
                [b'0', b'x' | b'X', ..] => "hex ",
                [b'0', b'0'..=b'9', ..] => "octal ",
                _ => "",
            };
            return report::builtin(shell, ULIMIT.name, format_args!("{}: invalid {kind}number", text.as_bstr()));
        }
    };
    let Some(resource) = row.resource else { return fail(shell, row, "cannot modify limit", Errno::EINVAL) };
    let both = request.soft == request.hard;
    let soft = if both || request.soft { limit } else { soft };
    let hard = if both || request.hard { limit } else { hard };
    subshell::settle(shell)?;
    match limits::set(resource, soft, hard) {
        Ok(()) => Ok(Status::SUCCESS),
        Err(error) => fail(shell, row, "cannot modify limit", error),
    }
}

fn fail(shell: &mut Shell, row: &Row, what: &str, error: Errno) -> Outcome {
    let text = format_args!("{}: {what}: {}", row.description, file::message(error));
    report::builtin(shell, ULIMIT.name, text)
}
