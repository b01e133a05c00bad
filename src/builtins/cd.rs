//! `cd` and `pwd` (POSIX `cd`, `pwd`; bash manual 4.1): the directory as it was named (`-L`) or as it is (`-P`).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::report;
use crate::expand::{ExpandError, bind};
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status, Undo, special};
use crate::syntax::{Field, is_name};
use crate::sys::{Errno, file};

pub(super) const CD: Builtin = Builtin {
    name: "cd",
    run: Run::Plain(cd),
    kind: Kind::Regular,
    usage: "cd [-L|[-P [-e]] [-@]] [dir]",
    summary: "Go to another directory.",
};

pub(super) const PWD: Builtin = Builtin {
    name: "pwd",
    run: Run::Plain(pwd),
    kind: Kind::Regular,
    usage: "pwd [-LP]",
    summary: "Print where we are.",
};

fn cd(shell: &mut Shell, args: &[Field]) -> Outcome {
    if shell.options.get(Opt::RESTRICTED_SHELL) {
        return report::builtin(shell, CD.name, format_args!("restricted"));
    }
    let mut physical = shell.options.get(Opt::PHYSICAL);
    let mut strict = false;
    let mut options = Options::new(args, "LPe");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'L' => physical = false,
                b'P' => physical = true,
                _ => strict = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, CD.name, CD.usage, wrong),
        }
    }
    match options.operands() {
        [] => match shell.scalar(special::HOME).map(Field::from) {
            Some(home) => enter(shell, CD.name, &home, physical, strict),
            None => report::builtin(shell, CD.name, format_args!("HOME not set")),
        },
        [word] => by_name(shell, CD.name, word, physical, strict),
        _ => report::builtin(shell, CD.name, format_args!("too many arguments")),
    }
}

/// `cd dir`: by CDPATH first, then as it stands, then as the name of a variable. `-` is OLDPWD, and is told.
fn by_name(shell: &mut Shell, builtin: &str, word: &Field, physical: bool, strict: bool) -> Outcome {
    if &word[..] == b"-" {
        let Some(before) = shell.scalar(special::OLDPWD).map(Field::from) else {
            return report::builtin(shell, builtin, format_args!("OLDPWD not set"));
        };
        let outcome = enter(shell, builtin, &before, physical, strict)?;
        if outcome.is_success() {
            print(shell, &before, physical);
        }
        return Ok(outcome);
    }
    let local =
        matches!(&word[..], b"." | b"..") || [&b"/"[..], b"./", b"../"].iter().any(|start| word.starts_with(start));
    let list = if local { None } else { shell.scalar(special::CDPATH).map(<[u8]>::to_vec) };
    for directory in list.iter().flat_map(|list| list.split(|&byte| byte == b':')) {
        let candidate = match directory {
            b"" => word.to_vec(),
            [.., b'/'] => [directory, &word[..]].concat(),
            directory => [directory, b"/", &word[..]].concat(),
        };
        if change(shell, &candidate, physical).is_ok() {
            let status = finish(shell, strict, physical)?;
            if !directory.is_empty() {
                print(shell, &candidate, physical);
            }
            return Ok(status);
        }
    }
    let error = match change(shell, word, physical) {
        Ok(()) => return finish(shell, strict, physical),
        Err(error) => error,
    };
    if shell.options.get(Opt::CDABLE_VARS)
        && is_name(word)
        && let Ok(Some(value)) = bind::lookup_reference(shell, word)
        && change(shell, &value, physical).is_ok()
    {
        shell.fds.out.extend_from_slice(&[&value[..], b"\n"].concat());
        return finish(shell, strict, physical);
    }
    report::builtin_system(shell, builtin, word, error)
}

/// Goes to a directory on behalf of another builtin; `named`: as `cd` would, with `-` and CDPATH.
pub(super) fn change_for(shell: &mut Shell, builtin: &str, path: &Field, named: bool) -> Outcome {
    if shell.options.get(Opt::RESTRICTED_SHELL) {
        return report::builtin(shell, builtin, format_args!("restricted"));
    }
    let physical = shell.options.get(Opt::PHYSICAL);
    if named { by_name(shell, builtin, path, physical, false) } else { enter(shell, builtin, path, physical, false) }
}

/// Goes to a directory that is no name to be looked for; tells what is wrong.
fn enter(shell: &mut Shell, builtin: &str, path: &[u8], physical: bool, strict: bool) -> Outcome {
    match change(shell, path, physical) {
        Ok(()) => finish(shell, strict, physical),
        Err(error) => report::builtin_system(shell, builtin, path, error),
    }
}

/// Prints where `cd -` and CDPATH have led: the logical path, or with `-P` what was asked for.
fn print(shell: &mut Shell, asked: &[u8], physical: bool) {
    let shown = match &shell.dynamic.directory {
        Some(directory) if !physical && !asked.is_empty() => directory.to_vec(),
        _ => asked.to_vec(),
    };
    shell.fds.out.extend_from_slice(&shown);
    shell.fds.out.push(b'\n');
}

/// Changes the directory, without PWD. The empty path is where we are.
fn change(shell: &mut Shell, path: &[u8], physical: bool) -> Result<(), Errno> {
    if path.is_empty() {
        return Ok(());
    }
    let here = current(shell);
    let absolute = match (path, &here) {
        ([b'/', ..], _) => path.to_vec(),
        (path, Some(here)) if here.ends_with(b"/") => [&here[..], path].concat(), // two slashes would be kept
        (path, Some(here)) => [&here[..], b"/", path].concat(),
        (path, None) => path.to_vec(),
    };
    let logical = if physical { None } else { canonical(&absolute) };
    if logical.is_none() && !physical && shell.options.get(Opt::POSIX) {
        return Err(file::stat(path).err().unwrap_or(Errno::ENOENT));
    }
    remember(shell);
    let changed = match &logical {
        Some(logical) => match file::change_directory(logical) {
            Ok(()) => Ok(logical.clone()),
            // what the text says is not where the kernel goes: ask it
            Err(error) => match file::change_directory(path) {
                Ok(()) => Ok(file::current_directory().unwrap_or_else(|_| absolute.clone())),
                Err(_) => Err(error),
            },
        },
        None => file::change_directory(path).map(|()| file::current_directory().unwrap_or_else(|_| absolute.clone())),
    };
    shell.dynamic.directory = Some(Field::from(changed?));
    Ok(())
}

/// Notes the directory for the inline subshell that we may be in.
fn remember(shell: &mut Shell) {
    if shell.journal.inline > 0
        && let Ok(here) = file::open_directory()
    {
        let logical = shell.dynamic.directory.clone();
        shell.journal.subshell(|| Undo::Directory(here, logical));
    }
}

/// Sets OLDPWD and PWD after a change. `strict` (`-e` with `-P`): where we are must be known.
fn finish(shell: &mut Shell, strict: bool, physical: bool) -> Outcome {
    let real = file::current_directory();
    if let Err(error) = &real {
        let what = "error retrieving current directory: getcwd: cannot access parent directories";
        report::plain(format_args!("cd: {what}: {}", file::message(*error)));
    }
    let before = shell.scalar(special::PWD).map(<[u8]>::to_vec).unwrap_or_default();
    let here = shell.dynamic.directory.clone().unwrap_or_else(|| Field::from(&before[..]));
    let mut status = if strict && physical && real.is_err() { Status::FAILURE } else { Status::SUCCESS };
    for (name, value) in [(special::OLDPWD, &before[..]), (special::PWD, &here[..])] {
        if let Err(error) = shell.assign(name, value) {
            let _ = report::expansion(shell, ExpandError::Variable(error));
            status = Status::FAILURE;
        }
    }
    Ok(status)
}

/// The directory as `cd` came to it: what we remember, else PWD if it is right, else what the kernel says.
pub(super) fn current(shell: &mut Shell) -> Option<Field> {
    if shell.dynamic.directory.is_none() {
        let claimed = shell.scalar(special::PWD).filter(|path| path.first() == Some(&b'/')).map(Field::from);
        let here = file::stat(b".").ok();
        let right = claimed.filter(|path| match (&here, file::stat(path)) {
            (Some(here), Ok(there)) => here.same_file(&there) && canonical(path).as_deref() == Some(&path[..]),
            _ => false,
        });
        shell.dynamic.directory = right.or_else(|| file::current_directory().ok().map(Field::from));
    }
    shell.dynamic.directory.clone()
}

/// An absolute path without `.`, `..` and doubled slashes; `None` when what stands before a `..` is no directory.
/// Two slashes at the start are kept (POSIX 4.13).
fn canonical(path: &[u8]) -> Option<Vec<u8>> {
    let root: &[u8] = if path.starts_with(b"//") && path.get(2) != Some(&b'/') { b"//" } else { b"/" };
    let mut result = root.to_vec();
    for component in path.split(|&byte| byte == b'/') {
        match component {
            b"" | b"." => {}
            b".." => {
                if !file::stat(&result).is_ok_and(|stat| stat.is_directory()) {
                    return None;
                }
                let parent = result.rfind_byte(b'/').unwrap_or(0).max(root.len());
                result.truncate(parent);
            }
            name => {
                if !result.ends_with(b"/") {
                    result.push(b'/');
                }
                result.extend_from_slice(name);
            }
        }
    }
    Some(result)
}

fn pwd(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut physical = shell.options.get(Opt::PHYSICAL);
    let mut options = Options::new(args, "LP");
    loop {
        match options.next() {
            Ok(Some(letter)) => physical = letter.letter == b'P',
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, PWD.name, PWD.usage, wrong),
        }
    }
    let here = if physical { file::current_directory().map(Field::from) } else { current(shell).ok_or(Errno::ENOENT) };
    match here {
        Ok(here) => {
            shell.fds.out.extend_from_slice(&here);
            shell.fds.out.push(b'\n');
            Ok(Status::SUCCESS)
        }
        Err(error) => {
            let what = "error retrieving current directory: getcwd: cannot access parent directories";
            report::plain(format_args!("pwd: {what}: {}", file::message(error)));
            Ok(Status::FAILURE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_is_no_name() {
        for (path, expected) in [("/", "/"), ("//", "//"), ("///usr", "/usr"), ("/usr/./lib/..", "/usr"), ("/..", "/")]
        {
            assert_eq!(canonical(path.as_bytes()).as_deref(), Some(expected.as_bytes()), "{path}");
        }
        assert_eq!(canonical(b"/nonexistent-directory/.."), None);
    }
}
