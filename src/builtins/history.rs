//! `history` and `fc`: the list of commands. A script's commands are not put on it, as in bash, but `history -s` and
//! `history -r` do (bash manual 9.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::recall::Recall;
use crate::exec::conditional::parse_integer;
use crate::exec::{output, report, text};
use crate::state::special::History;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status, Undo, special};
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
        let history = change(shell);
        history.lines.clear();
        history.fresh = 0;
    }
    if show {
        return expand(shell, operands);
    }
    if store {
        if !operands.is_empty() {
            let history = change(shell);
            history.lines.push(operands.join(&b' ').into());
            history.fresh += 1;
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
fn change(shell: &mut Shell) -> &mut History {
    let Shell { journal, dynamic, .. } = shell;
    journal.subshell(|| Undo::History(dynamic.history.clone()));
    &mut dynamic.history
}

/// `history -p`: each word with its `!` words expanded.
fn expand(shell: &mut Shell, operands: &[Field]) -> Outcome {
    let (mut recall, mut status) = (Recall::default(), Status::SUCCESS);
    for word in operands {
        match recall.expand(&shell.dynamic.history.lines, word) {
            Some(text) => shell.fds.out.extend_from_slice(&[&text[..], b"\n"].concat()),
            None => {
                let text = format_args!("{}: history expansion failed", word.as_bstr());
                status = report::builtin(shell, HISTORY.name, text)?;
            }
        }
    }
    output::flush_unchecked(shell);
    Ok(status)
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
    let skipped = shell.dynamic.history.lines.len().saturating_sub(count);
    for (place, line) in shell.dynamic.history.lines.iter().enumerate().skip(skipped) {
        shell.fds.out.extend_from_slice(format!("{:5}  ", place + 1).as_bytes());
        shell.fds.out.extend_from_slice(&[&line[..], b"\n"].concat());
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
    let length = shell.dynamic.history.lines.len() as i64;
    let mut indexes = [0, 0];
    for (index, end) in indexes.iter_mut().zip(ends) {
        let number = parse_integer(end).unwrap_or_default();
        let counted = if number < 0 { length.saturating_add(number) } else { number - 1 };
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

/// `-a`, `-n`, `-r`, `-w`: to and from a file, HISTFILE if none is named.
fn exchange(shell: &mut Shell, letter: u8, name: Option<&Field>) -> Outcome {
    let name = match name {
        Some(name) => Some(name.clone()),
        None => shell.scalar(special::HISTFILE).filter(|name| !name.is_empty()).map(Field::from),
    };
    let Some(name) = name else { return Ok(Status::SUCCESS) };
    if matches!(letter, b'r' | b'n') {
        let Ok(text) = file::read_file(&name) else { return Ok(Status::FAILURE) };
        let mut lines: Vec<Field> = text.lines().map(Field::from).collect();
        let history = change(shell);
        let known = std::mem::replace(&mut history.known, lines.len());
        if letter == b'n' {
            lines.drain(..known.min(lines.len()));
            history.fresh += lines.len();
        }
        history.lines.extend(lines);
        return Ok(Status::SUCCESS);
    }
    let mode = if letter == b'a' { fd::Mode::Append } else { fd::Mode::Write };
    let history = &shell.dynamic.history;
    let fresh = history.fresh.min(history.lines.len());
    if letter == b'a' && fresh == 0 {
        return Ok(Status::SUCCESS);
    }
    let skipped = if letter == b'a' { history.lines.len() - fresh } else { 0 };
    let text: Vec<u8> = history.lines.iter().skip(skipped).flat_map(|line| [&line[..], b"\n"].concat()).collect();
    let mask = file::umask(0o077); // what people type is theirs alone
    let opened = fd::open(&name, mode);
    file::umask(mask);
    let written = opened.and_then(|target| {
        let result = fd::write_all(target, &text);
        fd::close(target);
        result
    });
    match written {
        Ok(()) if letter == b'a' => {
            let history = change(shell);
            history.fresh = 0;
            history.known += fresh;
            Ok(Status::SUCCESS)
        }
        Ok(()) => Ok(Status::SUCCESS),
        Err(_) if letter == b'w' => Ok(Status::FAILURE), // history -s a; history -w /no/x says nothing
        Err(error) => {
            let text = format_args!("{}: cannot create: {}", name.as_bstr(), file::message(error));
            report::builtin(shell, HISTORY.name, text)
        }
    }
}

/// `fc -l` lists, `fc -s` runs a command again. A script's own commands are not on the list: there is nothing to edit.
fn fc(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut list, mut plain, mut reverse, mut again) = (false, false, false, false);
    let numeric = |word: &Field| word.first() == Some(&b'-') && parse_integer(word).is_some();
    let options_end = args.iter().position(numeric).unwrap_or(args.len());
    let mut options = Options::new(args.get(..options_end).unwrap_or_default(), "e:lnrs");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'l' => list = true,
                b'n' => plain = true,
                b'r' => reverse = true,
                b's' => again = true,
                _ => again |= letter.value.is_some_and(|editor| &editor[..] == b"-"),
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, FC.name, FC.usage, wrong),
        }
    }
    let operands: Vec<&Field> = options.operands().iter().chain(args.get(options_end..).unwrap_or_default()).collect();
    if again {
        return repeat(shell, &operands);
    }
    if !list {
        // the last entry is `fc` itself: with no other there is nothing to edit
        return match shell.dynamic.history.lines.len() {
            0 | 1 => Ok(Status::SUCCESS),
            _ => report::builtin(shell, FC.name, format_args!("editing is not supported: use fc -l or fc -s")),
        };
    }
    let length = shell.dynamic.history.lines.len();
    if length == 0 {
        return Ok(Status::SUCCESS);
    }
    let lines = &shell.dynamic.history.lines;
    let find = |word: &Field| place_of(lines, word);
    // A first number that is not below the last entry's means the whole list: history -s a; history -s b; fc -l 2
    let whole = |word: &Field| parse_integer(word).is_some_and(|number| number >= length as i64);
    let first =
        operands.first().map_or(Some(length.saturating_sub(16)), |word| if whole(word) { Some(0) } else { find(word) });
    let last = operands.get(1).map_or(Some(length - 1), |word| find(word));
    let (Some(first), Some(last)) = (first, last) else {
        return report::builtin(shell, FC.name, format_args!("no command found"));
    };
    let backwards = reverse || first > last;
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

/// The entry that a number, counted from the end if negative, or the beginning of a command names.
fn place_of(lines: &[Field], word: &Field) -> Option<usize> {
    let last = lines.len().checked_sub(1)?;
    match parse_integer(word) {
        Some(number) if number > 0 => Some((number as usize - 1).min(last)),
        Some(number) => Some(((lines.len() as i64 + number).max(0) as usize).min(last)),
        None => lines.iter().rposition(|line| line.starts_with(word)),
    }
}

/// `fc -s`: runs a command again, with each `old=new` made everywhere in it; it takes the last entry's place.
fn repeat(shell: &mut Shell, operands: &[&Field]) -> Outcome {
    let swaps = operands.iter().take_while(|word| word.contains(&b'=')).count();
    let (swaps, rest) = operands.split_at(swaps);
    let itself = usize::from(shell.invocation.interactive && shell.options.get(Opt::HISTORY)); // at a prompt fc is the last
    let lines = &shell.dynamic.history.lines;
    let lines = lines.get(..lines.len().saturating_sub(itself)).unwrap_or_default();
    let place = rest.first().map_or(lines.len().checked_sub(1), |word| place_of(lines, word));
    let Some(mut line) = place.and_then(|place| lines.get(place)).map(|line| line.to_vec()) else {
        return report::builtin(shell, FC.name, format_args!("no command found"));
    };
    for (old, new) in swaps.iter().filter_map(|swap| swap.split_once_str("=")) {
        line = if old.is_empty() { new.repeat(line.len()) } else { line.replace(old, new) };
    }
    report::plain(format_args!("{}", line.as_bstr()));
    let history = change(shell);
    history.lines.pop();
    history.lines.push(Field::from(&line[..]));
    text::run_string(shell, &line, None)
}
