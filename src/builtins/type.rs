//! `type`, and how `command -v` and `command -V` describe a command (bash manual 4.2, 4.1; POSIX 2.9.1).

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::{find, report};
use crate::expand::quote;
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status, special};
use crate::syntax::Field;
use crate::sys::file;

pub(super) const TYPE: Builtin = Builtin {
    name: "type",
    run: Run::Plain(run),
    kind: Kind::Regular,
    usage: "type [-afptP] name [name ...]",
    summary: "Tell what a name means as a command.",
};

/// The reserved words, as `compgen -k` lists them.
pub(super) const KEYWORDS: &[&str] = &[
    "if", "then", "else", "elif", "fi", "case", "esac", "for", "select", "while", "until", "do", "done", "in",
    "function", "time", "{", "}", "!", "[[", "]]", "coproc",
];

/// What is said of a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// `ls is /bin/ls` (`type`)
    Sentence,
    /// The same, a relative path made absolute (`command -V`).
    Absolute,
    /// What can be typed: a path, a name, `alias x='y'` (`command -v`).
    Reusable,
    /// `file` (`type -t`)
    Kind,
    /// The path of a file alone (`type -p`, `type -P`).
    Path,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search<'a> {
    pub(super) style: Style,
    /// Everything of that name (`-a`).
    pub(super) all: bool,
    /// Not functions (`-f`).
    pub(super) no_functions: bool,
    /// Files alone (`-P`).
    pub(super) files_only: bool,
    /// In place of PATH (`command -p`).
    pub(super) path: Option<&'a [u8]>,
}

/// The letter that an option of old says: `-path`, `--type`.
fn modern(word: &Field) -> Field {
    let long = word.strip_prefix(b"--").or_else(|| word.strip_prefix(b"-")).unwrap_or_default();
    let letter: &[u8] = match long {
        b"type" => b"-t",
        b"path" => b"-p",
        b"all" => b"-a",
        _ => return word.clone(),
    };
    Field::from(letter)
}

fn run(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut search = Search { style: Style::Sentence, all: false, no_functions: false, files_only: false, path: None };
    let args: Vec<Field> = args.iter().map(modern).collect();
    let mut options = Options::new(&args, "afptP");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'a' => search.all = true,
                b'f' => search.no_functions = true,
                b'p' => search.style = Style::Path,
                b't' => search.style = Style::Kind,
                _ => {
                    search.style = Style::Path;
                    search.files_only = true;
                }
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, TYPE.name, TYPE.usage, wrong),
        }
    }
    let mut all_found = true;
    for name in options.operands() {
        let found = describe(shell, name, &search);
        if !found && search.style == Style::Sentence {
            report::builtin(shell, TYPE.name, format_args!("{}: not found", name.as_bstr()))?;
        }
        all_found &= found;
    }
    Ok(Status::of(all_found))
}

/// Puts out what `name` is as a command; false when it is none.
pub(super) fn describe(shell: &mut Shell, name: &Field, search: &Search) -> bool {
    let mut found = false;
    if !search.files_only {
        let steps = [alias, keyword, function, builtin];
        for step in steps {
            if let Some(text) = step(shell, name, search) {
                found = true;
                // -p asks for files: others are found, but nothing is said of them
                if search.style != Style::Path {
                    put(shell, &text);
                }
                if !search.all {
                    return true;
                }
            }
        }
    }
    files(shell, name, search) || found
}

fn put(shell: &mut Shell, text: &[u8]) {
    shell.fds.out.extend_from_slice(text);
    shell.fds.out.push(b'\n');
}

fn is(name: &[u8], what: &[u8]) -> Vec<u8> {
    [name, b" is ", what].concat()
}

fn alias(shell: &mut Shell, name: &Field, search: &Search) -> Option<Vec<u8>> {
    if !shell.options.get(Opt::EXPAND_ALIASES) {
        return None;
    }
    let text = shell.aliases.0.get(name)?;
    Some(match search.style {
        Style::Kind => b"alias".to_vec(),
        Style::Reusable => [b"alias ", &name[..], b"=", &quote::single_quoted(text)].concat(),
        _ => [&name[..], b" is aliased to `", text, b"'"].concat(),
    })
}

fn keyword(_: &mut Shell, name: &Field, search: &Search) -> Option<Vec<u8>> {
    KEYWORDS.iter().find(|keyword| keyword.as_bytes() == &name[..])?;
    Some(match search.style {
        Style::Kind => b"keyword".to_vec(),
        Style::Reusable => name.to_vec(),
        _ => is(name, b"a shell keyword"),
    })
}

fn function(shell: &mut Shell, name: &Field, search: &Search) -> Option<Vec<u8>> {
    if search.no_functions {
        return None;
    }
    let function = shell.functions.get(shell.names.find(name)?)?;
    Some(match search.style {
        Style::Kind => b"function".to_vec(),
        Style::Reusable => name.to_vec(),
        _ => [&is(name, b"a function\n")[..], &shell.function_text(function)].concat(),
    })
}

fn builtin(shell: &mut Shell, name: &Field, search: &Search) -> Option<Vec<u8>> {
    let builtin = find::builtin(shell, shell.names.find(name)?)?;
    Some(match search.style {
        Style::Kind => b"builtin".to_vec(),
        Style::Reusable => name.to_vec(),
        _ if builtin.kind == Kind::Special && shell.options.get(Opt::POSIX) => is(name, b"a special shell builtin"),
        _ => is(name, b"a shell builtin"),
    })
}

fn files(shell: &mut Shell, name: &Field, search: &Search) -> bool {
    if name.contains(&b'/') {
        let executable = file::is_executable(name);
        if executable {
            tell_file(shell, name, name, false, search);
        }
        return executable;
    }
    if (!search.all || search.files_only)
        && search.path.is_none()
        && let Some(path) = shell.names.find(name).and_then(|known| shell.paths.hit(known))
    {
        tell_file(shell, name, &path, true, search);
        return true;
    }
    let list = match search.path {
        Some(path) => path.to_vec(),
        None => shell.vars.get(special::PATH).value.scalar().unwrap_or_default().to_vec(),
    };
    if search.all {
        let all = find::search_all(shell, &list, name);
        for path in &all {
            tell_file(shell, name, path, false, search);
        }
        return !all.is_empty();
    }
    let found = find::search_in(shell, &list, name).filter(|(path, _)| file::is_executable(path));
    if let Some((path, _)) = &found {
        tell_file(shell, name, path, false, search);
    }
    found.is_some()
}

fn tell_file(shell: &mut Shell, name: &Field, path: &Field, hashed: bool, search: &Search) {
    let text = match search.style {
        Style::Kind => b"file".to_vec(),
        Style::Path | Style::Reusable => path.to_vec(),
        _ if hashed => [&name[..], b" is hashed (", path, b")"].concat(),
        Style::Absolute if path.first() != Some(&b'/') => is(name, &absolute(shell, path)),
        _ => is(name, path),
    };
    put(shell, &text);
}

fn absolute(shell: &mut Shell, path: &[u8]) -> Vec<u8> {
    let path = path.strip_prefix(b"./").unwrap_or(path);
    match super::cd::current(shell) {
        Some(here) => [&here[..], b"/", path].concat(),
        None => path.to_vec(),
    }
}
