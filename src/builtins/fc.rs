//! `fc`: lists commands of the history, runs them again, has them edited first (bash manual 9.2; POSIX fc).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::eval;
use crate::exec::conditional::parse_integer;
use crate::exec::history::Rules;
use crate::exec::{output, report, text};
use crate::state::history::{change, write};
use crate::state::{Builtin, History, Kind, Opt, Outcome, Run, Shell, Status, special};
use crate::syntax::Field;
use crate::sys::{clock, fd, file};

pub(super) const FC: Builtin = Builtin {
    name: "fc",
    run: Run::Plain(fc),
    kind: Kind::Regular,
    usage: "fc [-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]",
    summary: "List or repeat commands of the history.",
};

/// What the options ask for.
#[derive(Default)]
struct Wish {
    list: bool,
    plain: bool,
    reverse: bool,
    again: bool,
    editor: Option<Field>,
}

fn fc(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut wish = Wish::default();
    let numeric = |word: &Field| word.first() == Some(&b'-') && parse_integer(word).is_some();
    let options_end = args.iter().position(numeric).unwrap_or(args.len());
    let mut options = Options::new(args.get(..options_end).unwrap_or_default(), "e:lnrs");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'l' => wish.list = true,
                b'n' => wish.plain = true,
                b'r' => wish.reverse = true,
                b's' => wish.again = true,
                _ => wish.editor = letter.value,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, FC.name, FC.usage, wrong),
        }
    }
    let operands: Vec<&Field> = options.operands().iter().chain(args.get(options_end..).unwrap_or_default()).collect();
    if wish.again || wish.editor.as_deref() == Some(b"-") {
        return repeat(shell, &operands);
    }
    let Some(last) = newest(shell) else { return Ok(Status::SUCCESS) };
    let (mut first, mut end) = match range(&shell.dynamic.history, last, wish.list, &operands) {
        Ok(range) => range,
        Err(why) => return report::builtin(shell, FC.name, format_args!("{why}")),
    };
    if !wish.list && shell.dynamic.history.added {
        let history = change(shell);
        history.pop(); // fc itself
        let Some(left) = history.lines.len().checked_sub(1) else { return Ok(Status::SUCCESS) };
        (first, end) = (first.min(left), end.min(left));
    }
    if first > end {
        std::mem::swap(&mut first, &mut end);
        wish.reverse = true;
    }
    let mut places: Vec<usize> = (first..=end).collect();
    if wish.reverse {
        places.reverse();
    }
    let behind: &[u8] = if shell.options.get(Opt::POSIX) { b"\t" } else { b"\t " };
    let mut lines = Vec::new();
    for place in places {
        if wish.list && !wish.plain {
            lines.extend_from_slice((place + shell.dynamic.history.base).to_string().as_bytes());
        }
        let line = shell.dynamic.history.lines.get(place).map_or(&b""[..], |entry| &entry.line);
        lines.extend_from_slice(&[if wish.list { behind } else { b"" }, line, b"\n"].concat());
    }
    if !wish.list {
        return edit(shell, wish.editor, &lines);
    }
    shell.fds.out.extend_from_slice(&lines);
    Ok(Status::SUCCESS)
}

/// The last entry but the command that `fc` is in.
fn newest(shell: &Shell) -> Option<usize> {
    let history = &shell.dynamic.history;
    let length = history.lines.len();
    let remembers = history.remembers || (shell.subshell_depth > 0 && shell.options.get(Opt::HISTORY));
    let itself = usize::from(remembers) + usize::from(history.added);
    Some(length.saturating_sub(itself).min(length.checked_sub(1)?))
}

/// The entries that the operands name, or what is wrong with them. `-0` is the command that `fc` is in.
fn range(history: &History, last: usize, list: bool, operands: &[&Field]) -> Result<(usize, usize), &'static str> {
    let itself = history.lines.len() - 1;
    let find = |word: &Field, first: bool| match number(word) {
        Some(0) if word.starts_with(b"-") => {
            if list {
                Ok(itself)
            } else {
                Err("history specification out of range")
            }
        }
        Some(number) if first && number > 0 && number - history.base as i64 >= last as i64 => Ok(0),
        _ => place_of(history, last, word).ok_or("no command found"),
    };
    let first = operands
        .first()
        .map_or(Ok(if list { (last + 1).saturating_sub(16) } else { last }), |word| find(word, true))?;
    let end = match operands {
        [] => last,
        [_, end, ..] => find(end, false)?,
        _ if first == itself && first != last => itself,
        _ => {
            if list {
                last
            } else {
                first
            }
        }
    };
    Ok((first, end))
}

/// A number; one with a plus is none.
fn number(word: &Field) -> Option<i64> {
    word.first().filter(|&&byte| byte == b'-' || byte.is_ascii_digit()).and_then(|_| parse_integer(word))
}

/// The entry that a number, counted from the end if negative, or the beginning of a command names.
fn place_of(history: &History, last: usize, word: &Field) -> Option<usize> {
    let place = |number: i64| usize::try_from(number).unwrap_or(usize::MAX).min(last);
    match number(word) {
        Some(0) => Some(last).filter(|_| !word.starts_with(b"-")),
        Some(number) if number > 0 => Some(place(number - history.base as i64)),
        Some(number) => Some(place((last as i64 + 1 + number).max(0))),
        None => history.lines.get(..=last)?.iter().rposition(|entry| entry.line.starts_with(word)),
    }
}

/// `fc -s`: runs a command again, with each `old=new` made everywhere in it; it takes the last entry's place.
fn repeat(shell: &mut Shell, operands: &[&Field]) -> Outcome {
    let swaps = operands.iter().take_while(|word| word.contains(&b'=')).count();
    let (swaps, rest) = operands.split_at(swaps);
    let history = &shell.dynamic.history;
    let last = match history.remembers {
        true if history.lines.len() == 1 => None,
        true => newest(shell),
        false => history.lines.len().checked_sub(1),
    };
    let place = last.and_then(|last| rest.first().map_or(Some(last), |word| place_of(history, last, word)));
    let Some(mut line) = place.and_then(|place| history.lines.get(place)).map(|entry| entry.line.to_vec()) else {
        return report::builtin(shell, FC.name, format_args!("no command found"));
    };
    for (old, new) in swaps.iter().filter_map(|swap| swap.split_once_str("=")) {
        line = if old.is_empty() { new.repeat(line.len()) } else { line.replace(old, new) };
    }
    report::plain_bytes(&line);
    let rules = Rules::new(shell);
    let history = change(shell);
    history.pop();
    rules.add(history, line.strip_suffix(b"\n").unwrap_or(&line));
    text::run_string(shell, &line, Some("fc"))
}

/// Has the lines edited in a file that nobody else can have made or read, and runs what comes of it.
fn edit(shell: &mut Shell, editor: Option<Field>, lines: &[u8]) -> Outcome {
    let folder = shell.scalar(special::TMPDIR).filter(|path| file::stat(path).is_ok_and(|stat| stat.is_directory()));
    let folder = folder.unwrap_or(b"/tmp").to_vec();
    let name = format!("/bash-fc.{:08x}{:08x}", clock::random_u32(), clock::random_u32());
    let path = [&folder[..], name.as_bytes()].concat();
    if let Err(error) = write(&path, fd::Mode::WriteNew, lines) {
        let text = format_args!("{}: cannot open temp file: {}", path.as_bstr(), file::message(error));
        return report::builtin(shell, FC.name, text);
    }
    let usual: &[u8] = if shell.options.get(Opt::POSIX) { b"${FCEDIT:-ed}" } else { b"${FCEDIT:-${EDITOR:-vi}}" };
    let command = [editor.as_deref().unwrap_or(usual), b" ", &path].concat();
    let status = text::run_string(shell, &command, Some("fc"));
    let edited = file::read_file(&path);
    file::remove(&path);
    let (Ok(edited), Status::SUCCESS) = (edited, status?) else { return Ok(Status::FAILURE) };
    output::flush_unchecked(shell);
    let verbose = shell.options.get(Opt::VERBOSE);
    shell.options.set(Opt::VERBOSE, true); // what runs is shown
    let outcome = text::deeper(shell, |shell| {
        shell.dynamic.history.remembers = true;
        eval::run_file(shell, path.into(), edited, &[])
    });
    shell.options.set(Opt::VERBOSE, verbose);
    outcome
}
