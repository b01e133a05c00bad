//! `history` and `fc`: the list of commands. A script's commands are not put on it, as in bash, but `history -s` and
//! `history -r` do (bash manual 9.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::conditional::parse_integer;
use crate::exec::{output, report};
use crate::state::{Builtin, Flow, Kind, Outcome, Run, Shell, Status, Undo, special};
use crate::syntax::Field;
use crate::sys::{fd, file};

pub(super) const HISTORY: Builtin = Builtin {
    name: "history",
    run: Run::Plain(history),
    kind: Kind::Regular,
    usage: "history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]",
    summary: "Show and change the history.",
};

pub(super) const FC: Builtin = Builtin {
    name: "fc",
    run: Run::Plain(fc),
    kind: Kind::Regular,
    usage: "fc [-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]",
    summary: "List or repeat commands of the history.",
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
        change(shell).clear();
    }
    if show {
        for word in operands {
            shell.fds.out.extend_from_slice(&[&word[..], b"\n"].concat());
        }
        output::flush_unchecked(shell);
        return Ok(Status::SUCCESS);
    }
    if store {
        if !operands.is_empty() {
            change(shell).push(operands.join(&b' ').into());
        }
        return Ok(Status::SUCCESS);
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

/// The list, to be changed.
fn change(shell: &mut Shell) -> &mut Vec<Field> {
    let Shell { journal, dynamic, .. } = shell;
    journal.subshell(|| Undo::History(dynamic.history.clone()));
    &mut dynamic.history
}

fn list(shell: &mut Shell, operands: &[Field]) -> Outcome {
    let count = match operands {
        [] => usize::MAX,
        [word] => match parse_integer(word) {
            Some(count) => usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX),
            None => {
                let text = format_args!("{}: numeric argument required", word.as_bstr());
                return report::builtin(shell, HISTORY.name, text);
            }
        },
        _ => {
            report::builtin(shell, HISTORY.name, format_args!("too many arguments"))?;
            return Err(Flow::Abandon(Status::FAILURE)); // bash -c 'history 1 2; echo no'
        }
    };
    let skipped = shell.dynamic.history.len().saturating_sub(count);
    for (place, line) in shell.dynamic.history.iter().enumerate().skip(skipped) {
        shell.fds.out.extend_from_slice(format!("{:5}  ", place + 1).as_bytes());
        shell.fds.out.extend_from_slice(&[&line[..], b"\n"].concat());
    }
    Ok(Status::SUCCESS)
}

/// `history -d`: an entry, counted from the end if negative, or `first-last`.
fn remove(shell: &mut Shell, place: &Field) -> Outcome {
    let length = shell.dynamic.history.len() as i64;
    let index = |text: &[u8]| {
        let number = parse_integer(text)?;
        let index = if number < 0 { length + number } else { number - 1 };
        (0..length).contains(&index).then_some(index as usize)
    };
    let dash = place.iter().skip(1).position(|&byte| byte == b'-').map(|at| at + 1);
    let range = match dash {
        Some(dash) if parse_integer(place).is_none() => {
            let (first, last) = place.split_at(dash);
            (index(first), index(last.get(1..).unwrap_or_default()))
        }
        _ => (index(place), index(place)),
    };
    match range {
        (Some(first), Some(last)) if first <= last => {
            change(shell).drain(first..=last);
            Ok(Status::SUCCESS)
        }
        _ => {
            let text = format_args!("{}: history position out of range", place.as_bstr());
            report::builtin(shell, HISTORY.name, text)
        }
    }
}

/// `-a`, `-n`, `-r`, `-w`: to and from a file, HISTFILE if none is named.
fn exchange(shell: &mut Shell, letter: u8, name: Option<&Field>) -> Outcome {
    let name = match name {
        Some(name) => Some(name.clone()),
        None => shell.scalar(special::HISTFILE).filter(|name| !name.is_empty()).map(Field::from),
    };
    let Some(name) = name else { return Ok(Status::SUCCESS) };
    if matches!(letter, b'r' | b'n') {
        let Ok(text) = file::read_file(&name) else { return Ok(Status::FAILURE) };
        let lines: Vec<Field> = text.lines().map(Field::from).collect();
        change(shell).extend(lines);
        return Ok(Status::SUCCESS);
    }
    let mode = if letter == b'a' { fd::Mode::Append } else { fd::Mode::Write };
    let text: Vec<u8> = shell.dynamic.history.iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
    let written = fd::open(&name, mode).and_then(|target| {
        let result = fd::write_all(target, &text);
        fd::close(target);
        result
    });
    match written {
        Ok(()) => Ok(Status::SUCCESS),
        Err(error) => report::builtin_system(shell, HISTORY.name, &name, error),
    }
}

/// `fc -l` lists; `fc -s` and an editor would run what is on the list, which a script's commands are not.
fn fc(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut list, mut plain, mut reverse) = (false, false, false);
    let numeric = |word: &Field| word.first() == Some(&b'-') && parse_integer(word).is_some();
    let options_end = args.iter().position(numeric).unwrap_or(args.len());
    let mut options = Options::new(args.get(..options_end).unwrap_or_default(), "e:lnrs");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'l' => list = true,
                b'n' => plain = true,
                b'r' => reverse = true,
                _ => {}
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, FC.name, FC.usage, wrong),
        }
    }
    let operands: Vec<&Field> = options.operands().iter().chain(args.get(options_end..).unwrap_or_default()).collect();
    if !list {
        return report::builtin(shell, FC.name, format_args!("no command found"));
    }
    let length = shell.dynamic.history.len();
    if length == 0 {
        return Ok(Status::SUCCESS);
    }
    let lines = &shell.dynamic.history;
    let find = |word: &Field| match parse_integer(word) {
        Some(number) if number > 0 => Some((number as usize - 1).min(length - 1)),
        Some(number) => Some((length as i64 + number).max(0) as usize),
        None => lines.iter().rposition(|line| line.starts_with(word)),
    };
    let first = operands.first().map_or(Some(length.saturating_sub(16)), |word| find(word));
    let last = operands.get(1).map_or(Some(length - 1), |word| find(word));
    let (Some(first), Some(last)) = (first, last) else {
        return report::builtin(shell, FC.name, format_args!("no command found"));
    };
    let backwards = reverse != (first > last);
    let mut places: Vec<usize> = (first.min(last)..=first.max(last)).collect();
    if backwards {
        places.reverse();
    }
    let mut text = Vec::new();
    for place in places {
        if !plain {
            text.extend_from_slice((place + 1).to_string().as_bytes());
        }
        text.extend_from_slice(&[&b"\t "[..], lines.get(place).map_or(&b""[..], |line| &line[..]), b"\n"].concat());
    }
    shell.fds.out.extend_from_slice(&text);
    Ok(Status::SUCCESS)
}
