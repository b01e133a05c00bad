//! `hash`: the table of where commands were found (POSIX `hash`; bash manual 4.1).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::{find, output, report};
use crate::state::value::bucket_hash;
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status, Undo};
use crate::syntax::Field;
use crate::sys::{Errno, file};

pub(super) const HASH: Builtin = Builtin {
    name: "hash",
    run: Run::Plain(hash),
    kind: Kind::Regular,
    usage: "hash [-lr] [-p pathname] [-dt] [name ...]",
    summary: "Show and change where commands were found.",
};

fn hash(shell: &mut Shell, args: &[Field]) -> Outcome {
    if !shell.options.get(Opt::HASHALL) {
        return report::builtin(shell, HASH.name, format_args!("hashing disabled"));
    }
    let (mut list, mut clear, mut delete, mut tell, mut path) = (false, false, false, false, None);
    let mut options = Options::new(args, "dlp:rt");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'd' => delete = true,
                b'l' => list = true,
                b'r' => clear = true,
                b't' => tell = true,
                _ => path = letter.value,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, HASH.name, HASH.usage, wrong),
        }
    }
    let names = options.operands();
    if names.is_empty() && (tell || delete) {
        let option = if delete { "-d" } else { "-t" };
        return report::builtin(shell, HASH.name, format_args!("{option}: option requires an argument"));
    }
    if clear {
        shell.journal.subshell(|| Undo::Paths);
        shell.paths.clear();
    } else if names.is_empty() {
        show_all(shell, list);
    }
    let mut status = Status::SUCCESS;
    for name in names {
        let done = if tell {
            show(shell, name, names.len() > 1, list)?
        } else if delete {
            forget(shell, name)?
        } else if let Some(path) = &path {
            remember(shell, name, path)?
        } else {
            look_up(shell, name)?
        };
        if !done.is_success() {
            status = done;
        }
    }
    Ok(status)
}

/// The whole table, in the order in which bash's hash table of 256 buckets has it.
fn show_all(shell: &mut Shell, reusable: bool) {
    let mut entries: Vec<_> =
        shell.paths.iter().map(|(name, path, hits)| (shell.names.spelling(name).clone(), path.clone(), hits)).collect();
    entries.sort_by_key(|(name, _, _)| (bucket_hash(name) & 255, std::cmp::Reverse(name.clone())));
    let mut text = Vec::new();
    if entries.is_empty() {
        if !reusable && !shell.options.get(Opt::POSIX) {
            text.extend_from_slice(b"hash: hash table empty\n");
        }
    } else if !reusable {
        text.extend_from_slice(b"hits\tcommand\n");
    }
    for (name, path, hits) in entries {
        if reusable {
            text.extend_from_slice(&reusable_line(&name, &path));
        } else {
            text.extend_from_slice(format!("{hits:4}\t").as_bytes());
            text.extend_from_slice(&[&path[..], b"\n"].concat());
        }
    }
    shell.fds.out.extend_from_slice(&text);
}

fn reusable_line(name: &[u8], path: &[u8]) -> Vec<u8> {
    [b"builtin hash -p ", path, b" ", name, b"\n"].concat()
}

/// `hash -t name`
fn show(shell: &mut Shell, name: &Field, named: bool, reusable: bool) -> Outcome {
    let path = shell.names.find(name).and_then(|known| shell.paths.hit(known));
    let Some(path) = path else { return not_found(shell, name) };
    let line = match (reusable, named) {
        (true, _) => reusable_line(name, &path),
        (_, true) => [&name[..], b"\t", &path, b"\n"].concat(),
        _ => [&path[..], b"\n"].concat(),
    };
    shell.fds.out.extend_from_slice(&line);
    output::flush_unchecked(shell);
    Ok(Status::SUCCESS)
}

fn not_found(shell: &Shell, name: &Field) -> Outcome {
    report::builtin(shell, HASH.name, format_args!("{}: not found", name.as_bstr()))
}

fn forget(shell: &mut Shell, name: &Field) -> Outcome {
    shell.journal.subshell(|| Undo::Paths);
    match shell.names.find(name) {
        Some(known) if shell.paths.remove(known) => Ok(Status::SUCCESS),
        _ => not_found(shell, name),
    }
}

/// `hash -p path name`
fn remember(shell: &mut Shell, name: &Field, path: &Field) -> Outcome {
    if shell.options.get(Opt::RESTRICTED_SHELL) && path.contains(&b'/') {
        return report::builtin(shell, HASH.name, format_args!("{}: restricted", path.as_bstr()));
    }
    if shell.options.get(Opt::RESTRICTED_SHELL) && find::search(shell, path).is_none() {
        return not_found(shell, path);
    }
    if file::stat(path).is_ok_and(|stat| stat.is_directory()) {
        return report::builtin_system(shell, HASH.name, path, Errno::EISDIR);
    }
    shell.journal.subshell(|| Undo::Paths);
    let name = shell.names.intern(name);
    shell.paths.set(name, path.clone(), 0);
    Ok(Status::SUCCESS)
}

/// `hash name`: looks a command up anew, unless it is none of PATH's.
fn look_up(shell: &mut Shell, name: &Field) -> Outcome {
    if name.contains(&b'/') {
        return Ok(Status::SUCCESS); // a path needs no table
    }
    let known = shell.names.intern(name);
    if shell.functions.get(known).is_some() || find::builtin(shell, known).is_some() {
        return Ok(Status::SUCCESS);
    }
    shell.journal.subshell(|| Undo::Paths);
    shell.paths.remove(known);
    match find::search(shell, name).filter(|(path, _)| file::is_executable(path)) {
        Some((path, _)) => {
            shell.paths.set(known, path, 0);
            Ok(Status::SUCCESS)
        }
        None => not_found(shell, name),
    }
}
