//! `alias` and `unalias` (bash manual 4.2, 6.6).

use super::args::{self, Options};
use crate::exec::report;
use crate::expand::quote;
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const ALIAS: Builtin = Builtin {
    name: "alias",
    run: Run::Plain(alias),
    kind: Kind::Regular,
    usage: "alias [-p] [name[=value] ... ]",
    summary: "Define aliases, or list them.",
};

pub(super) const UNALIAS: Builtin = Builtin {
    name: "unalias",
    run: Run::Plain(unalias),
    kind: Kind::Regular,
    usage: "unalias [-a] name [name ...]",
    summary: "Forget aliases.",
};

fn alias(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut print = false;
    let mut options = Options::new(args, "p");
    loop {
        match options.next() {
            Ok(Some(_)) => print = true,
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, ALIAS.name, ALIAS.usage, wrong),
        }
    }
    let operands = options.operands();
    let reusable = print || !shell.options.get(Opt::POSIX);
    if operands.is_empty() || print {
        let mut all: Vec<(Field, Field)> =
            shell.aliases.0.iter().map(|(name, text)| (name.clone(), text.clone())).collect();
        // bash compares first letters as signed characters: é comes before a
        all.sort_by(|(one, _), (other, _)| first_letter(one).cmp(&first_letter(other)).then_with(|| one.cmp(other)));
        for (name, text) in all {
            show(shell, &name, &text, reusable);
        }
    }
    let mut status = Status::SUCCESS;
    for word in operands {
        let equals = memchr::memchr(b'=', word).filter(|&at| at > 0);
        let (name, value) = match equals {
            Some(at) => (word.get(..at).unwrap_or_default(), word.get(at + 1..)),
            None => (&word[..], None),
        };
        match value {
            Some(_) if !is_alias_name(name) => {
                report::message_bytes(shell, &[b"alias: `", name, b"': invalid alias name"].concat());
                status = Status::FAILURE;
            }
            Some(value) => {
                shell.set_alias(name.into(), Some(value.into()));
            }
            None => match shell.aliases.get(name).cloned() {
                Some(text) => show(shell, name, &text, reusable),
                None => status = not_found(shell, ALIAS.name, name),
            },
        }
    }
    Ok(status)
}

fn first_letter(name: &[u8]) -> i8 {
    name.first().map_or(0, |&byte| byte.cast_signed())
}

/// `alias name='value'`, in POSIX mode without the word `alias`.
fn show(shell: &mut Shell, name: &[u8], text: &[u8], reusable: bool) {
    let command: &[u8] = match (reusable, name.first()) {
        (true, Some(b'-')) => b"alias -- ",
        (true, _) => b"alias ",
        _ => b"",
    };
    let line = [command, name, b"=", &quote::single_quoted(text), b"\n"].concat();
    shell.fds.out.extend_from_slice(&line);
}

/// Characters that would end a word, expand, quote, or make a path of it cannot stand in an alias's name.
fn is_alias_name(name: &[u8]) -> bool {
    !name.is_empty()
        && !name.iter().any(|byte| {
            matches!(
                byte,
                b' ' | b'\t'
                    | b'\n'
                    | b'|'
                    | b'&'
                    | b';'
                    | b'('
                    | b')'
                    | b'<'
                    | b'>'
                    | b'/'
                    | b'$'
                    | b'`'
                    | b'\\'
                    | b'"'
                    | b'\''
            )
        })
}

fn not_found(shell: &Shell, builtin: &str, name: &[u8]) -> Status {
    report::message_bytes(shell, &[builtin.as_bytes(), b": ", name, b": not found"].concat());
    Status::FAILURE
}

fn unalias(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut all = false;
    let mut options = Options::new(args, "a");
    loop {
        match options.next() {
            Ok(Some(_)) => all = true,
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, UNALIAS.name, UNALIAS.usage, wrong),
        }
    }
    if all {
        let names: Vec<Field> = shell.aliases.0.keys().cloned().collect();
        for name in names {
            shell.set_alias(name, None);
        }
        return Ok(Status::SUCCESS);
    }
    if options.operands().is_empty() {
        return report::builtin_usage(shell, UNALIAS.name, UNALIAS.usage);
    }
    let mut status = Status::SUCCESS;
    for name in options.operands() {
        if shell.set_alias(name.clone(), None).is_none() {
            status = not_found(shell, UNALIAS.name, name);
        }
    }
    Ok(status)
}
