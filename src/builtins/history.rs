//! `history`: the list of commands (bash manual 9.2). `set -o history` puts a script's commands on it.

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::conditional::parse_integer;
use crate::exec::history::Rules;
use crate::exec::recall::Recall;
use crate::exec::{output, report};
use crate::state::history::{change, timestamp, write};
use crate::state::{Builtin, Entry, Flow, Kind, Opt, Outcome, Run, Shell, Status, special};
use crate::syntax::Field;
use crate::sys::{clock, fd, file};

pub(super) const HISTORY: Builtin = Builtin {
    name: "history",
    run: Run::Plain(history),
    kind: Kind::Regular,
    usage: "history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]",
    summary: "Show and change the history.",
};

fn history(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut clear, mut show, mut store, mut delete, mut transfer) = (false, false, false, None, Vec::new());
    let mut options = Options::new(args, "acd:npsrw");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'c' => clear = true,
                b'd' => delete = letter.value,
                b'p' => show = true,
                b's' => store = true,
                letter => transfer.push(letter),
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, HISTORY.name, HISTORY.usage, wrong),
        }
    }
    if transfer.len() > 1 {
        return report::builtin(shell, HISTORY.name, format_args!("cannot use more than one of -anrw"));
    }
    let operands = options.operands();
    if clear {
        let history = change(shell);
        history.lines.clear();
        history.fresh = 0;
        if operands.is_empty() {
            return Ok(Status::SUCCESS);
        }
    }
    if store {
        push(shell, operands);
        return Ok(Status::SUCCESS);
    }
    if show {
        return expand(shell, operands);
    }
    if let Some(place) = delete {
        return remove(shell, &place);
    }
    match transfer.first() {
        Some(&letter) => exchange(shell, letter, operands.first()),
        None if clear => Ok(Status::SUCCESS),
        None => list(shell, operands),
    }
}

/// `history -s`: takes the place of the command that it is in.
fn push(shell: &mut Shell, operands: &[Field]) {
    let (rules, joins) = (Rules::new(shell), shell.options.get(Opt::CMDHIST));
    let history = change(shell);
    if operands.is_empty() {
        return;
    }
    if history.remembers && !history.pushed && (history.added || (history.saved && joins)) {
        if history.lines.is_empty() {
            return;
        }
        history.pop();
    }
    rules.add(history, &operands.join(&b' '));
    history.pushed = true;
}

/// `history -p`: each word with its `!` words expanded.
fn expand(shell: &mut Shell, operands: &[Field]) -> Outcome {
    Rules::new(shell);
    let history = change(shell);
    if !history.pushed && history.added && !operands.is_empty() {
        if history.lines.is_empty() {
            return Ok(Status::FAILURE);
        }
        history.pop();
    }
    let (mut recall, mut status) = (Recall::new(shell), Status::SUCCESS);
    for word in operands {
        match recall.expand(&shell.dynamic.history, word, 0) {
            Ok(text) => {
                let text = text.as_ref().map_or(&word[..], |(text, _)| text);
                shell.fds.out.extend_from_slice(&[text, b"\n"].concat());
            }
            Err(_) => {
                let text = format_args!("{}: history expansion failed", word.as_bstr());
                status = report::builtin(shell, HISTORY.name, text)?;
            }
        }
    }
    shell.dynamic.history.memory = recall.end();
    output::flush_unchecked(shell);
    Ok(status)
}

fn list(shell: &mut Shell, operands: &[Field]) -> Outcome {
    let count = match operands {
        [] => usize::MAX,
        [word, rest @ ..] => match parse_integer(word) {
            Some(_) if !rest.is_empty() => {
                report::builtin(shell, HISTORY.name, format_args!("too many arguments"))?;
                return Err(Flow::Abandon(Status::FAILURE)); // bash -c 'history 1 2; echo no'
            }
            Some(count) => usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX),
            None => {
                let text = format_args!("{}: numeric argument required", word.as_bstr());
                return report::builtin(shell, HISTORY.name, text);
            }
        },
    };
    let format = shell.known(b"HISTTIMEFORMAT").filter(|format| !format.is_empty());
    let zone = shell.known(b"TZ");
    let history = &shell.dynamic.history;
    let skipped = history.lines.len().saturating_sub(count);
    for (place, entry) in history.lines.iter().enumerate().skip(skipped) {
        let time = match &format {
            Some(_) if entry.time == 0 => b"??".to_vec(),
            Some(format) => clock::format_time(format, entry.time, zone.as_deref()),
            None => Vec::new(),
        };
        shell.fds.out.extend_from_slice(format!("{:5}  ", place + history.base).as_bytes());
        shell.fds.out.extend_from_slice(&[&time[..], &entry.line, b"\n"].concat());
    }
    Ok(Status::SUCCESS)
}

/// `history -d`: an entry, counted from the end if negative, or `first-last`.
fn remove(shell: &mut Shell, place: &Field) -> Outcome {
    let dash = place.iter().skip(1).position(|&byte| byte == b'-').map(|at| at + 1);
    let ends = match dash {
        Some(dash) => [place.get(..dash), place.get(dash + 1..)],
        None => [Some(&place[..]), Some(&place[..])],
    }
    .map(Option::unwrap_or_default);
    if ends.iter().any(|end| parse_integer(end).is_none() || end.is_empty()) {
        return out_of_range(shell, place);
    }
    let (length, base) = (shell.dynamic.history.lines.len() as i64, shell.dynamic.history.base as i64);
    let mut indexes = [0, 0];
    for (index, end) in indexes.iter_mut().zip(ends) {
        let number = parse_integer(end).unwrap_or_default();
        let counted = if number < 0 { length.saturating_add(number) } else { number - base };
        if !(0..length).contains(&counted) {
            return out_of_range(shell, end);
        }
        *index = counted as usize;
    }
    let [first, last] = indexes;
    if first > last {
        return Ok(Status::FAILURE);
    }
    let history = change(shell);
    history.lines.drain(first..=last);
    history.fresh = history.fresh.saturating_sub(last - first + 1);
    Ok(Status::SUCCESS)
}

fn out_of_range(shell: &mut Shell, place: &[u8]) -> Outcome {
    report::builtin(shell, HISTORY.name, format_args!("{}: history position out of range", place.as_bstr()))
}

/// The file that is named, else HISTFILE, else `~/.history`.
fn file_of(shell: &mut Shell, name: Option<&Field>) -> Vec<u8> {
    let name = name.map(|name| name.to_vec()).or_else(|| shell.known(b"HISTFILE"));
    name.unwrap_or_else(|| [shell.scalar(special::HOME).unwrap_or_default(), b"/.history"].concat())
}

/// `-a`, `-n`, `-r`, `-w`: to and from a file.
fn exchange(shell: &mut Shell, letter: u8, name: Option<&Field>) -> Outcome {
    if let Some(name) = name
        && shell.options.get(Opt::RESTRICTED_SHELL)
        && name.contains(&b'/')
    {
        return report::builtin(shell, HISTORY.name, format_args!("{}: restricted", name.as_bstr()));
    }
    let name = file_of(shell, name);
    if matches!(letter, b'r' | b'n') {
        let skipped = if letter == b'n' { shell.dynamic.history.known } else { 0 };
        return Ok(match read(shell, &name, skipped) {
            Some(got) => {
                shell.dynamic.history.fresh += if letter == b'n' { got } else { 0 };
                Status::SUCCESS
            }
            None => Status::FAILURE,
        });
    }
    let history = &shell.dynamic.history;
    let (length, fresh) = (history.lines.len(), history.fresh.min(history.lines.len()));
    if letter == b'a' && fresh == 0 {
        return Ok(Status::SUCCESS);
    }
    let mode = if letter == b'a' { fd::Mode::Append } else { fd::Mode::Write };
    let text = text(shell, if letter == b'a' { length - fresh } else { 0 });
    match write(&name, mode, &text) {
        Ok(()) => {
            let history = change(shell);
            history.fresh = if letter == b'a' { 0 } else { history.fresh };
            history.known = if letter == b'a' { history.known + fresh } else { length };
            Ok(Status::SUCCESS)
        }
        Err(_) if letter == b'w' => Ok(Status::FAILURE), // history -s a; history -w /no/x says nothing
        Err(error) => {
            let text = format_args!("{}: cannot create: {}", name.as_bstr(), file::message(error));
            report::builtin(shell, HISTORY.name, text)
        }
    }
}

/// Reads a file behind its first `skipped` lines, at the end of the list; how many entries that were.
fn read(shell: &mut Shell, name: &[u8], skipped: usize) -> Option<usize> {
    let text = file::read_file(name).ok()?;
    let timed = text.lines().next().is_some_and(|line| timestamp(line).is_some());
    let joins = timed && shell.known(b"HISTTIMEFORMAT").is_some();
    let now = clock::realtime_micros() / 1_000_000;
    let history = change(shell);
    history.joins |= joins;
    let (before, mut count, mut time) = (history.lines.len(), 0, None);
    for line in text.lines() {
        if let Some(seconds) = timestamp(line) {
            time = Some(seconds);
            continue;
        }
        count += 1;
        if count <= skipped {
            time = None;
            continue;
        }
        match history.lines.last_mut().filter(|_| time.is_none() && history.joins) {
            Some(last) => last.line = [&last.line[..], b"\n", line].concat().into(),
            None => history.push(line, time.unwrap_or(now)),
        }
        time = None;
    }
    history.known = count;
    Some(history.lines.len().saturating_sub(before))
}

/// The entries from `first` on as a file has them.
fn text(shell: &mut Shell, first: usize) -> Vec<u8> {
    let timed = shell.known(b"HISTTIMEFORMAT").is_some();
    let mut text = Vec::new();
    for Entry { line, time } in shell.dynamic.history.lines.iter().skip(first) {
        if timed && *time != 0 {
            text.extend_from_slice(format!("#{time}\n").as_bytes());
        }
        text.extend_from_slice(&[&line[..], b"\n"].concat());
    }
    text
}

/// `set -o history`, and back.
pub(super) fn remember(shell: &mut Shell, on: bool) {
    change(shell).remembers = on;
    if on && shell.dynamic.history.started && shell.dynamic.history.fresh == 0 {
        load(shell, true);
    }
}

/// HISTSIZE and HISTFILESIZE get values and have their effects; HISTFILE is read if wanted.
fn load(shell: &mut Shell, reads: bool) {
    let size = shell.known(b"HISTSIZE").unwrap_or_else(|| b"500".to_vec());
    let _ = shell.assign(special::HISTSIZE, &size); // one that is readonly stays
    let size = shell.known(b"HISTFILESIZE").unwrap_or(size);
    let _ = shell.assign(special::HISTFILESIZE, &size); // as above
    if let Some(name) = shell.known(b"HISTFILE").filter(|name| reads && !name.is_empty()) {
        read(shell, &name, 0);
    }
}

/// What a shell that was started with a history does before its first command.
pub fn start(shell: &mut Shell) {
    if shell.scalar(special::HISTFILE).is_none() {
        let file: &[u8] = if shell.options.get(Opt::POSIX) { b"/.sh_history" } else { b"/.bash_history" };
        let name = [shell.scalar(special::HOME).unwrap_or_default(), file].concat();
        let _ = shell.assign(special::HISTFILE, &name); // one that is readonly stays
    }
    load(shell, shell.invocation.interactive);
    shell.dynamic.history.remembers = !shell.invocation.command_string;
}

/// The end of the shell: what is new is saved.
pub fn save(shell: &mut Shell) {
    let history = &shell.dynamic.history;
    let (length, fresh) = (history.lines.len(), history.fresh);
    let Some(name) = shell.known(b"HISTFILE").filter(|name| !name.is_empty() && fresh > 0) else { return };
    let appends = fresh <= length || shell.options.get(Opt::HISTAPPEND);
    let text = text(shell, if appends { length.saturating_sub(fresh) } else { 0 });
    let _ = write(&name, if appends { fd::Mode::Append } else { fd::Mode::Write }, &text); // nobody is left to tell
    if let Some(size) = shell.known(b"HISTFILESIZE") {
        let _ = shell.assign(special::HISTFILESIZE, &size); // cuts the file
    }
}
