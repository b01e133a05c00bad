//! Which command a name means: function, builtin, or a file of PATH with its table of known places (POSIX 2.9.1; bash
//! manual 3.7.2).

use std::rc::Rc;

use bstr::ByteSlice;

use super::report;
use crate::expand::split_ignore;
use crate::pattern::{Flags, Pattern};
use crate::state::{Builtin, Kind, Opt, Shell, special};
use crate::syntax::{Field, Function, Name};
use crate::sys::{self, Errno};

/// What a command's name means.
#[derive(Clone)]
pub enum Found {
    /// A function.
    Function(Rc<Function>),
    /// A builtin.
    Builtin(&'static Builtin),
    /// A file that may be executed.
    File(Field),
    /// Nothing; the error tells what was found instead (EACCES, EISDIR, ENOENT).
    Nothing(Errno),
}

/// What `name` means as the first word of a simple command.
pub fn command(shell: &mut Shell, name: Name) -> Found {
    let builtin = builtin(shell, name);
    if let Some(builtin) = builtin
        && builtin.kind == Kind::Special
        && shell.options.get(Opt::POSIX)
    {
        return Found::Builtin(builtin);
    }
    if let Some(function) = shell.functions.get(name) {
        return Found::Function(function.clone());
    }
    match builtin {
        Some(builtin) => Found::Builtin(builtin),
        None => file(shell, name),
    }
}

/// The builtin of `name`, unless `enable -n` has turned it off.
pub fn builtin(shell: &Shell, name: Name) -> Option<&'static Builtin> {
    let builtin = (shell.wiring.builtin)(name)?;
    if shell.disabled.contains(&name) { None } else { Some(builtin) }
}

/// The file of `name`: itself if it has a slash, else the first in PATH that may be executed. The place is remembered.
pub fn file(shell: &mut Shell, name: Name) -> Found {
    let spelling = shell.names.spelling(name).clone();
    if spelling.contains(&b'/') {
        return Found::File(spelling);
    }
    let check = shell.options.get(Opt::CHECKHASH);
    if let Some(path) = shell.paths.hit(name) {
        if !check || sys::file::is_executable(&path) {
            return Found::File(path);
        }
        shell.paths.remove(name);
    }
    let Some((path, here)) = search(shell, &spelling) else { return Found::Nothing(Errno::ENOENT) };
    if shell.options.get(Opt::HASHALL) && !here {
        shell.paths.set(name, path.clone(), 1);
    }
    Found::File(path)
}

/// Whether a restricted shell refuses the command for its slash; it is told.
pub fn is_restricted(shell: &Shell, name: &[u8]) -> bool {
    let refused = shell.options.get(Opt::RESTRICTED_SHELL) && name.contains(&b'/');
    if refused {
        let text = format_args!("{}: restricted: cannot specify `/' in command names", name.as_bstr());
        report::message(shell, text);
    }
    refused
}

/// The first file of PATH called `name` that may be executed, or else the first that is there at all; whether its
/// directory is the current one by name (then its place is not remembered).
pub fn search(shell: &Shell, name: &[u8]) -> Option<(Field, bool)> {
    let path = shell.vars.get(special::PATH).value.scalar()?;
    search_in(shell, path, name)
}

/// The same in a given list of directories.
pub fn search_in(shell: &Shell, path: &[u8], name: &[u8]) -> Option<(Field, bool)> {
    if name.is_empty() {
        return None;
    }
    let mut fallback = None;
    for candidate in candidates(shell, path, name) {
        let Ok(stat) = sys::file::stat(&candidate) else { continue };
        let here = candidate.starts_with(b"./");
        if stat.is_directory() {
            continue;
        }
        if sys::file::may(&candidate, sys::file::Access::Execute).is_ok() {
            return Some((candidate.into(), here));
        }
        fallback.get_or_insert((candidate.into(), here));
    }
    fallback
}

/// Every file of `path` called `name` that may be executed (`type -a`).
pub fn search_all(shell: &Shell, path: &[u8], name: &[u8]) -> Vec<Field> {
    candidates(shell, path, name).filter(|candidate| sys::file::is_executable(candidate)).map(Field::from).collect()
}

/// `name` in each directory of `path`, without those that match EXECIGNORE; an empty directory is the current one.
fn candidates<'a>(shell: &Shell, path: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
    let flags = Flags { extglob: true, nocase: false, utf8: shell.utf8, period: false };
    let ignore = shell.vars.get(special::EXECIGNORE).value.scalar().unwrap_or_default();
    let ignored: Vec<Pattern> = split_ignore(ignore).into_iter().map(|text| Pattern::compile(text, flags)).collect();
    let paths = path.split(|&byte| byte == b':').map(move |directory| match directory {
        b"" => [b"./", name].concat(),
        [.., b'/'] => [directory, name].concat(),
        directory => [directory, b"/", name].concat(),
    });
    paths.filter(move |path| !ignored.iter().any(|pattern| pattern.matches(path)))
}
