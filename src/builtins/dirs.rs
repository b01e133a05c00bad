//! `dirs`, `pushd`, `popd`: the stack of directories (bash manual 6.8). It is numbered from 0, which is where we are.

use bstr::ByteSlice;

use super::args::{self, Wrong};
use super::cd;
use crate::exec::{output, report};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status, Undo, special};
use crate::syntax::Field;

pub(super) const DIRS: Builtin = Builtin {
    name: "dirs",
    run: Run::Plain(dirs),
    kind: Kind::Regular,
    usage: "dirs [-clpv] [+N] [-N]",
    summary: "List the stack of directories.",
};

pub(super) const PUSHD: Builtin = Builtin {
    name: "pushd",
    run: Run::Plain(pushd),
    kind: Kind::Regular,
    usage: "pushd [-n] [+N | -N | dir]",
    summary: "Go to a directory and keep this one on the stack.",
};

pub(super) const POPD: Builtin = Builtin {
    name: "popd",
    run: Run::Plain(popd),
    kind: Kind::Regular,
    usage: "popd [-n] [+N | -N]",
    summary: "Go back to a directory of the stack.",
};

fn dirs(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut clear, mut long, mut lines, mut numbered, mut index) = (false, false, false, false, None);
    for word in args {
        match &word[..] {
            b"--" => break,
            b"--help" => return args::refuse(shell, DIRS.name, DIRS.usage, Wrong::Help),
            b"-c" => clear = true,
            b"-l" => long = true,
            b"-p" => lines = true,
            b"-v" => (lines, numbered) = (true, true),
            [b'+' | b'-', rest @ ..] => match number(rest) {
                Some(_) => index = Some(word),
                None => return refuse(shell, &DIRS, word, "invalid number"),
            },
            _ => return refuse(shell, &DIRS, word, "invalid option"),
        }
    }
    if clear {
        replace(shell, Vec::new());
        return Ok(Status::SUCCESS);
    }
    let all = list(shell);
    let shown: Vec<(usize, &Field)> = match index {
        None => all.iter().enumerate().collect(),
        Some(word) => match position(word, all.len()).and_then(|place| Some((place, all.get(place)?))) {
            Some(found) => vec![found],
            None => return out_of_range(shell, &DIRS, word.get(1..).unwrap_or_default(), all.len()),
        },
    };
    let mut text = Vec::new();
    for (count, (place, directory)) in shown.into_iter().enumerate() {
        if count > 0 {
            text.push(if lines { b'\n' } else { b' ' });
        }
        if numbered {
            text.extend_from_slice(format!("{place:2}  ").as_bytes());
        }
        text.extend_from_slice(&if long { directory.to_vec() } else { abbreviate(shell, directory) });
    }
    text.push(b'\n');
    shell.fds.out.extend_from_slice(&text);
    Ok(Status::SUCCESS)
}

/// What `pushd` and `popd` show in the end; that it cannot be written is no failure of theirs.
fn tell(shell: &mut Shell, builtin: &Builtin) -> Outcome {
    dirs(shell, &[])?;
    output::flush_told(shell, builtin.name);
    Ok(Status::SUCCESS)
}

fn pushd(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut stay = false;
    let mut operands = args;
    while let [word, rest @ ..] = operands {
        match &word[..] {
            b"--help" => return args::refuse(shell, PUSHD.name, PUSHD.usage, Wrong::Help),
            b"-n" => stay = true,
            b"--" => {
                operands = rest;
                break;
            }
            b"-" => break,
            [b'+' | b'-', digits @ ..] => {
                return match number(digits) {
                    Some(_) => rotate(shell, word, stay),
                    None => refuse(shell, &PUSHD, word, "invalid number"),
                };
            }
            _ => break,
        }
        operands = rest;
    }
    match operands {
        [] if stay => Ok(Status::SUCCESS),
        [] => match shell.dynamic.directories.first().cloned() {
            None => report::builtin(shell, PUSHD.name, format_args!("no other directory")),
            Some(other) => push(shell, &other, 1),
        },
        [directory, ..] if stay => {
            let mut stack = shell.dynamic.directories.clone();
            stack.insert(0, directory.clone());
            replace(shell, stack);
            tell(shell, &PUSHD)
        }
        [directory] => push(shell, directory, 0),
        _ => report::builtin(shell, PUSHD.name, format_args!("too many arguments")),
    }
}

/// Goes to `directory`; where we were comes on the stack in the place of its first `drop` entries.
fn push(shell: &mut Shell, directory: &Field, drop: usize) -> Outcome {
    let Some(here) = cd::current(shell) else { return Ok(Status::FAILURE) };
    let outcome = cd::change_for(shell, PUSHD.name, directory, drop == 0)?;
    if !outcome.is_success() {
        return Ok(outcome);
    }
    let mut stack = vec![here];
    stack.extend(shell.dynamic.directories.iter().skip(drop).cloned());
    replace(shell, stack);
    tell(shell, &PUSHD)
}

/// `pushd +N`: the stack is turned until that entry is on top.
fn rotate(shell: &mut Shell, word: &Field, stay: bool) -> Outcome {
    let mut all = list(shell);
    if all.len() == 1 && number(word.get(1..).unwrap_or_default()) != Some(0) {
        return report::builtin(shell, PUSHD.name, format_args!("directory stack empty"));
    }
    let Some(place) = position(word, all.len()) else { return out_of_range(shell, &PUSHD, word, all.len()) };
    all.rotate_left(place);
    let mut rotated = all.into_iter();
    let Some(top) = rotated.next() else { return Ok(Status::FAILURE) };
    if !stay && place > 0 {
        let outcome = cd::change_for(shell, PUSHD.name, &top, false)?;
        if !outcome.is_success() {
            return Ok(outcome);
        }
    }
    replace(shell, rotated.collect());
    if stay { Ok(Status::SUCCESS) } else { tell(shell, &PUSHD) }
}

fn popd(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut stay = false;
    let mut index = None;
    for word in args {
        match &word[..] {
            b"--help" => return args::refuse(shell, POPD.name, POPD.usage, Wrong::Help),
            b"-n" => stay = true,
            b"--" | b"" => break,
            [b'+' | b'-', digits @ ..] => match number(digits) {
                Some(_) => index = Some(word),
                None => return refuse(shell, &POPD, word, "invalid number"),
            },
            _ => return refuse(shell, &POPD, word, "invalid argument"),
        }
    }
    let mut stack = shell.dynamic.directories.clone();
    let place = match index {
        None => Some(0),
        Some(word) => position(word, stack.len() + 1),
    };
    if stack.is_empty() {
        return report::builtin(shell, POPD.name, format_args!("directory stack empty"));
    }
    let Some(place) = place else {
        return out_of_range(shell, &POPD, index.map_or(&b""[..], |word| &word[..]), stack.len() + 1);
    };
    if place == 0 {
        let Some(top) = stack.first().cloned() else { return Ok(Status::FAILURE) };
        if !stay {
            let outcome = cd::change_for(shell, POPD.name, &top, false)?;
            if !outcome.is_success() {
                return Ok(outcome);
            }
        }
        stack.remove(0);
    } else if place <= stack.len() {
        stack.remove(place - 1);
    }
    replace(shell, stack);
    tell(shell, &POPD)
}

/// The whole stack, where we are first.
fn list(shell: &mut Shell) -> Vec<Field> {
    let here = cd::current(shell).unwrap_or_else(|| Field::from(&b""[..]));
    std::iter::once(here).chain(shell.dynamic.directories.iter().cloned()).collect()
}

fn replace(shell: &mut Shell, stack: Vec<Field>) {
    let before = std::mem::replace(&mut shell.dynamic.directories, stack);
    shell.journal.subshell(|| Undo::DirectoryStack(before));
}

fn number(digits: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    digits.parse().ok()
}

/// The place that `+N` or `-N` means in a list of `length`.
fn position(word: &[u8], length: usize) -> Option<usize> {
    let count = number(word.get(1..)?)?;
    let place = if word.first() == Some(&b'-') { length.checked_sub(count + 1)? } else { count };
    (place < length).then_some(place)
}

fn out_of_range(shell: &mut Shell, builtin: &Builtin, shown: &[u8], length: usize) -> Outcome {
    if length == 1 {
        return report::builtin(shell, builtin.name, format_args!("directory stack empty"));
    }
    let text = format_args!("{}: directory stack index out of range", shown.as_bstr());
    report::builtin(shell, builtin.name, text)
}

fn refuse(shell: &mut Shell, builtin: &Builtin, word: &Field, why: &str) -> Outcome {
    report::message(shell, format_args!("{}: {}: {why}", builtin.name, word.as_bstr()));
    report::builtin_usage(shell, builtin.name, builtin.usage)
}

/// `path` with `~` for the home directory.
fn abbreviate(shell: &mut Shell, path: &[u8]) -> Vec<u8> {
    let home = shell.scalar(special::HOME).filter(|home| home.len() > 1);
    match home.and_then(|home| path.strip_prefix(home)) {
        Some(rest) if matches!(rest.first(), None | Some(b'/')) => [b"~", rest].concat(),
        _ => path.to_vec(),
    }
}
