//! The start: environment, special variables, options (bash manual 5, 6.1, 6.2).

use std::os::unix::ffi::OsStringExt;

use bstr::ByteSlice;

use super::Plan;
use crate::builtins;
use crate::exec::report;
use crate::expand;
use crate::state::{Attrs, Flow, Opt, Shell, Status, Value, functions, special};
use crate::syntax::{Command, Dialect, Field, Program, Source, is_name, parse_command};
use crate::sys;

/// Takes over the environment and gives the special variables their values.
pub(super) fn environment(shell: &mut Shell) {
    shell.dynamic.seconds_zero = sys::clock::monotonic_nanos();
    shell.dynamic.random = sys::child::id().0 as u32 ^ sys::clock::monotonic_nanos() as u32;
    set(shell, special::IFS, b" \t\n", Attrs::default());
    set(shell, special::PS4, b"+ ", Attrs::default());
    set(shell, special::OPTIND, b"1", Attrs::default());
    set(shell, special::OPTERR, b"1", Attrs::default());
    for (name, value) in std::env::vars_os() {
        let (name, value) = (name.into_vec(), value.into_vec());
        if let Some(function) = exported_function(&name, &value) {
            import(shell, function, &value);
            continue;
        }
        if !is_name(&name) {
            shell.vars.passthrough.push(Field::from([&name[..], b"=", &value].concat()));
            continue;
        }
        let name = shell.names.intern(&name);
        if !matches!(name, special::IFS | special::SHELLOPTS | special::BASHOPTS | special::RSH_OPTIONS) {
            set(shell, name, &value, Attrs::EXPORT);
        }
    }
    identity(shell);
    level_and_directory(shell);
    for &(name, attrs) in special::DYNAMIC {
        let exported = Attrs(shell.vars.get(name).attrs.0 & Attrs::EXPORT.0);
        shell.set_attrs(name, attrs.with(Attrs::DYNAMIC).with(exported));
    }
    inherited_options(shell);
    if shell.vars.get(special::PATH).value.scalar().is_none() {
        set(shell, special::PATH, b"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", Attrs::default());
    }
}

/// The function that an exported definition is of: `BASH_FUNC_name%%=() { … }`.
fn exported_function<'a>(name: &'a [u8], value: &[u8]) -> Option<&'a [u8]> {
    let function = name.strip_prefix(b"BASH_FUNC_")?.strip_suffix(b"%%")?;
    value.starts_with(b"() {").then_some(function)
}

/// Defines an exported function. Its text must be that definition and nothing else: nothing in it is run.
fn import(shell: &mut Shell, name: &[u8], definition: &[u8]) {
    let text = [name, b" ", definition].concat();
    let file = Field::from(&b"environment"[..]);
    let mut source = Source::new(text, 0);
    let dialect = Dialect { extglob: true, posix: false, aliases: None, source: &file };
    let parsed = parse_command(&mut source, &mut shell.names, &dialect);
    match parsed {
        Ok(Some(Program { command: Command::Function(function), .. })) if source.is_at_end() => {
            let name = function.name;
            shell.set_function(name, Some(function));
            shell.set_function_attrs(name, functions::EXPORTED);
        }
        _ => {
            report::message_without_line(
                shell,
                format_args!("error importing function definition for `{}'", name.as_bstr()),
            );
        }
    }
}

/// The options that a parent exported in SHELLOPTS and BASHOPTS are turned on.
fn inherited_options(shell: &mut Shell) {
    for variable in ["SHELLOPTS", "BASHOPTS"] {
        let Some(list) = std::env::var_os(variable).map(OsStringExt::into_vec) else { continue };
        for word in list.split(|&byte| byte == b':') {
            let option = if variable == "SHELLOPTS" { Opt::by_set_name(word) } else { Opt::by_shopt_name(word) };
            if let Some(option) = option {
                shell.set_option(option, true);
            }
        }
        let name = shell.names.intern(variable.as_bytes());
        let attrs = shell.vars.get(name).attrs;
        shell.set_attrs(name, attrs.with(Attrs::EXPORT));
    }
}

fn set(shell: &mut Shell, name: crate::syntax::Name, value: &[u8], attrs: Attrs) {
    let _ = shell.set_value(name, Value::Scalar(value.to_vec())); // nothing is readonly yet
    shell.set_attrs(name, attrs);
}

/// Who and where: versions, ids, host.
fn identity(shell: &mut Shell) {
    const MACHINE: &str = std::env::consts::ARCH;
    let triple = format!("{MACHINE}-pc-linux-gnu");
    let readonly_number = Attrs::READONLY.with(Attrs::INTEGER);
    set(shell, special::BASH_VERSION, b"5.2.15(1)-release", Attrs::default());
    let info = ["5", "2", "15", "1", "release", &triple];
    let info = info.iter().map(|text| Field::from(text.as_bytes())).collect();
    let _ = shell.set_value(special::BASH_VERSINFO, Value::Indexed(Box::new(info)));
    shell.set_attrs(special::BASH_VERSINFO, Attrs::READONLY);
    set(shell, special::RSH_VERSION, env!("CARGO_PKG_VERSION").as_bytes(), Attrs::default());
    set(shell, special::HOSTTYPE, MACHINE.as_bytes(), Attrs::default());
    set(shell, special::MACHTYPE, triple.as_bytes(), Attrs::default());
    set(shell, special::OSTYPE, b"linux-gnu", Attrs::default());
    set(shell, special::HOSTNAME, &sys::user::host_name(), Attrs::default());
    set(shell, special::UID, sys::user::uid().to_string().as_bytes(), readonly_number);
    set(shell, special::EUID, sys::user::euid().to_string().as_bytes(), readonly_number);
    set(shell, special::PPID, sys::child::parent_id().0.to_string().as_bytes(), readonly_number);
    let path = sys::file::read_link(b"/proc/self/exe").unwrap_or_else(|_| shell.invocation.name.to_vec());
    set(shell, special::BASH, &path, Attrs::default());
}

/// SHLVL, PWD, OLDPWD.
fn level_and_directory(shell: &mut Shell) {
    shell.set_attrs(special::OLDPWD, Attrs::EXPORT);
    let level = shell.vars.get(special::SHLVL).value.scalar();
    let level: i64 = level.and_then(|text| std::str::from_utf8(text).ok()?.parse().ok()).unwrap_or(0);
    set(shell, special::SHLVL, (level + 1).to_string().as_bytes(), Attrs::EXPORT);
    let inherited = shell.vars.get(special::PWD).value.scalar().map(<[u8]>::to_vec);
    let same = |path: &Vec<u8>| match (sys::file::stat(path), sys::file::stat(b".")) {
        (Ok(there), Ok(here)) => path.first() == Some(&b'/') && there.same_file(&here),
        _ => false,
    };
    if let Some(here) = inherited.filter(same).or_else(|| sys::file::current_directory().ok()) {
        set(shell, special::PWD, &here, Attrs::EXPORT);
        shell.dynamic.directory = Some(Field::from(&here[..]));
    }
}

/// The options of the command line. A wrong one is told: 2.
pub(super) fn options(shell: &mut Shell, plan: &Plan) -> Result<(), Status> {
    for &(letter, on) in &plan.letters {
        let Some(option) = Opt::by_letter(letter) else {
            let sign = if on { '-' } else { '+' };
            report::message_without_line(shell, format_args!("{sign}{}: invalid option", letter as char));
            return Err(Status::USAGE);
        };
        shell.set_option(option, on);
    }
    for (name, on) in &plan.set_options {
        let Some(option) = Opt::by_set_name(name) else {
            report::message_without_line(shell, format_args!("{}: invalid option name", name.as_bstr()));
            return Err(Status::USAGE);
        };
        shell.set_option(option, *on);
    }
    for (name, on) in &plan.shopt_options {
        let Some(option) = Opt::by_shopt_name(name) else {
            report::message_without_line(shell, format_args!("{}: invalid shell option name", name.as_bstr()));
            return Err(Status::USAGE);
        };
        shell.set_option(option, *on);
    }
    Ok(())
}

/// Runs the files that are run before anything else: profiles of a login shell, BASH_ENV, the rc file of an interactive
/// one (bash manual 6.2). One that is not there is passed over.
pub(super) fn files(shell: &mut Shell, plan: &Plan) -> Result<(), Flow> {
    let posix = shell.options.get(Opt::POSIX);
    if plan.login && !plan.no_profile {
        run_file(shell, b"/etc/profile")?;
        let own: &[&[u8]] =
            if posix { &[b"~/.profile"] } else { &[b"~/.bash_profile", b"~/.bash_login", b"~/.profile"] };
        for path in own {
            if run_file(shell, path)? {
                break;
            }
        }
    }
    match (plan.interactive, posix) {
        (true, true) => run_named(shell, b"ENV"),
        (true, false) if plan.login || plan.no_rc => Ok(()),
        (true, false) => {
            let path = plan.rc_file.clone().unwrap_or_else(|| b"~/.bashrc".to_vec());
            run_file(shell, &path).map(drop)
        }
        (false, true) => Ok(()),
        (false, false) => run_named(shell, b"BASH_ENV"),
    }
}

/// Runs the file that a variable's value names, once it is expanded.
fn run_named(shell: &mut Shell, variable: &[u8]) -> Result<(), Flow> {
    let name = shell.names.intern(variable);
    let Some(value) = shell.scalar(name).filter(|value| !value.is_empty()).map(<[u8]>::to_vec) else { return Ok(()) };
    let path = expand::string(shell, &value).unwrap_or(value);
    run_file(shell, &path).map(drop)
}

/// Runs a file if it is there; whether it was. A `~` at its start is the home directory.
fn run_file(shell: &mut Shell, path: &[u8]) -> Result<bool, Flow> {
    let home = shell.names.intern(b"HOME");
    let path = match path.strip_prefix(b"~/") {
        Some(rest) => match shell.scalar(home) {
            Some(home) => [home, b"/", rest].concat(),
            None => return Ok(false),
        },
        None => path.to_vec(),
    };
    let Ok(script) = sys::file::read_file(&path) else { return Ok(false) };
    builtins::run_file(shell, Field::from(path), script, &[])?;
    Ok(true)
}
