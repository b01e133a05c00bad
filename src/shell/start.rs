//! The start: environment, special variables, options (bash manual 5, 6.1, 6.2).

use std::os::unix::ffi::OsStringExt;

use bstr::ByteSlice;

use super::{Plan, Setting, interactive};
use crate::builtins;
use crate::exec::{find, output, report, run};
use crate::expand::{self, ExpandError};
use crate::state::{Attrs, Flow, Opt, Shell, Status, Value, functions, special};
use crate::syntax::{Command, Dialect, Field, Program, Source, is_name, parse_command};
use crate::sys;

/// Takes over the environment and gives the special variables their values. `imports`: functions too, and the variables that
/// a restricted or privileged shell does not trust.
pub(super) fn environment(shell: &mut Shell, imports: bool) {
    shell.dynamic.seconds_zero = sys::clock::monotonic_nanos();
    shell.dynamic.last_argument = shell.invocation.name.clone();
    shell.dynamic.random = sys::child::id().0 as u32 ^ sys::clock::monotonic_nanos() as u32;
    set(shell, special::IFS, b" \t\n", Attrs::default());
    set(shell, special::PS4, b"+ ", Attrs::default());
    set(shell, special::OPTIND, b"1", Attrs::INTEGER);
    set(shell, special::OPTERR, b"1", Attrs::default());
    shell.dynamic.last_argument = shell.invocation.name.clone();
    for (name, value) in std::env::vars_os() {
        let (name, value) = (name.into_vec(), value.into_vec());
        if let Some(function) = exported_function(&name, &value) {
            if imports {
                import(shell, function, &value);
            }
            continue;
        }
        if !is_name(&name) {
            shell.vars.passthrough.push(Field::from([&name[..], b"=", &value].concat()));
            continue;
        }
        if &name[..] == b"_" {
            shell.dynamic.last_argument = Field::from(value);
        } else {
            let is_taken_over = is_taken_over(&name);
            let name = shell.names.intern(&name);
            let attrs = shell.vars.get(name).attrs.with(Attrs::EXPORT);
            if is_taken_over {
                set(shell, name, &value, attrs);
            } else if shell.vars.get(name).exists() {
                shell.set_attrs(name, attrs); // the value is not taken over
            }
        }
    }
    identity(shell);
    level_and_directory(shell);
    for name in [special::BASH_ALIASES, special::BASH_CMDS] {
        let _ = shell.set_value(name, Value::Assoc(Box::default()));
    }
    for name in [special::BASH_ARGC, special::BASH_ARGV, special::DIRSTACK, special::GROUPS] {
        let _ = shell.set_value(name, Value::Indexed(Box::default()));
    }
    for &(name, attrs) in special::DYNAMIC {
        let exported = Attrs(shell.vars.get(name).attrs.0 & Attrs::EXPORT.0);
        shell.set_attrs(name, attrs.with(Attrs::DYNAMIC).with(exported));
    }
    if shell.vars.get(special::POSIXLY_CORRECT).value.scalar().is_some() {
        shell.set_option(Opt::POSIX, true);
    }
    defaults(shell);
}

/// Whether a variable of the environment becomes one of the shell.
fn is_taken_over(name: &[u8]) -> bool {
    match name {
        b"IFS" | b"SHELLOPTS" | b"BASHOPTS" | b"RSH_OPTIONS" => false,
        b"PS4" => sys::user::euid() != 0, // root's trace runs nothing that somebody else wrote
        b"OPTIND" | b"OPTERR" => false,
        _ => true,
    }
}

/// Variables that bash sets where the environment has none, without exporting them.
fn defaults(shell: &mut Shell) {
    let is_unset = |shell: &Shell, name| shell.vars.get(name).value.scalar().is_none();
    if is_unset(shell, special::PATH) {
        set(shell, special::PATH, b"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", Attrs::default());
    }
    let term = shell.names.intern(b"TERM");
    if is_unset(shell, term) {
        set(shell, term, b"dumb", Attrs::default());
    }
    if is_unset(shell, special::SHELL) {
        let account = sys::user::account_by_uid(sys::user::uid());
        let program = account.map_or_else(|| b"/bin/sh".to_vec(), |account| account.shell);
        set(shell, special::SHELL, &program, Attrs::default());
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
    let mut source = Source::new(text, 1);
    let dialect = Dialect { extglob: true, posix: false, aliases: None, source: &file, deepest: sys::stack::levels() };
    let may_be_named = !name.contains(&b'/') && (!shell.options.get(Opt::POSIX) || is_name(name));
    let parsed = if may_be_named { parse_command(&mut source, &mut shell.names, &dialect) } else { Ok(None) };
    match parsed {
        Ok(Some(Program { command: Command::Function(function), .. }))
            if source.is_at_end() && shell.names.spelling(function.name)[..] == *name =>
        {
            let name = function.name;
            shell.set_function(name, Some(function));
            shell.set_function_attrs(name, functions::EXPORTED);
            return;
        }
        Ok(None) => {}
        Ok(Some(_)) => report::message_without_line(
            shell,
            format_args!("warning: {}: ignoring function definition attempt", name.as_bstr()),
        ),
        Err(mut error) => {
            error.line = error.line.saturating_sub(1); // bash counts the lines of a definition from 0
            report::syntax(shell, &error, Some(&name.as_bstr().to_string()));
        }
    }
    report::message_without_line(shell, format_args!("error importing function definition for `{}'", name.as_bstr()));
    run::set_status(shell, Status::FAILURE);
}

/// The options that a parent exported in SHELLOPTS and BASHOPTS are turned on.
fn inherited_options(shell: &mut Shell) {
    for variable in ["SHELLOPTS", "BASHOPTS"] {
        let Some(list) = std::env::var_os(variable).map(OsStringExt::into_vec) else { continue };
        for word in list.split(|&byte| byte == b':').filter(|word| !word.is_empty()) {
            let is_set = variable == "SHELLOPTS";
            let option = if is_set { Opt::by_set_name(word) } else { Opt::by_shopt_name(word) };
            match option {
                Some(Opt::LOGIN_SHELL | Opt::RESTRICTED_SHELL) => {} // how this shell was started says nothing else
                Some(option) => builtins::set_option(shell, option, true),
                None if is_set => {
                    let text = format_args!("line 0: {}: invalid option name", word.as_bstr());
                    report::message_without_line(shell, text);
                }
                None => {}
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
    let exported = |shell: &Shell, name| Attrs(shell.vars.get(name).attrs.0 & Attrs::EXPORT.0);
    let attrs = exported(shell, special::BASH_VERSION);
    set(shell, special::BASH_VERSION, b"5.2.15(1)-release", attrs);
    let info = ["5", "2", "15", "1", "release", &triple];
    let info = info.iter().map(|text| Field::from(text.as_bytes())).collect();
    let _ = shell.set_value(special::BASH_VERSINFO, Value::Indexed(Box::new(info)));
    shell.set_attrs(special::BASH_VERSINFO, Attrs::READONLY);
    set(shell, special::RSH_VERSION, env!("CARGO_PKG_VERSION").as_bytes(), Attrs::default());
    let host = sys::user::host_name();
    let defaults: [(_, &[u8]); 4] = [
        (special::HOSTTYPE, MACHINE.as_bytes()),
        (special::MACHTYPE, triple.as_bytes()),
        (special::OSTYPE, b"linux-gnu"),
        (special::HOSTNAME, &host),
    ];
    for (name, value) in defaults {
        if !shell.vars.get(name).exists() {
            set(shell, name, value, Attrs::default()); // one of the environment stays as it came
        }
    }
    for (name, id) in [(special::UID, sys::user::uid()), (special::EUID, sys::user::euid())] {
        if !shell.vars.get(name).exists() {
            set(shell, name, id.to_string().as_bytes(), readonly_number); // one of the environment stays as it came
        }
    }
    set(shell, special::PPID, sys::child::parent_id().0.to_string().as_bytes(), readonly_number);
    let path = own_path(shell);
    let attrs = exported(shell, special::BASH);
    set(shell, special::BASH, &path, attrs);
}

/// BASH: the path that this shell was called by, as far as that can be told.
fn own_path(shell: &Shell) -> Vec<u8> {
    let name = shell.invocation.name.strip_prefix(b"-").unwrap_or(&shell.invocation.name);
    if name.starts_with(b"/") {
        return name.to_vec();
    }
    let found = match name.contains(&b'/') {
        true => sys::file::current_directory().ok().map(|here| [&here, &b"/"[..], name].concat()),
        false => find::search(shell, name).map(|(path, _)| path.to_vec()),
    };
    let found = found.filter(|path| sys::file::is_executable(path));
    found.or_else(|| sys::file::read_link(b"/proc/self/exe").ok()).unwrap_or_else(|| name.to_vec())
}

/// SHLVL, PWD, OLDPWD.
fn level_and_directory(shell: &mut Shell) {
    let level = shell.vars.get(special::SHLVL).value.scalar();
    let level = level.and_then(|text| std::str::from_utf8(text).ok()?.trim().parse::<i64>().ok()).unwrap_or(0);
    let level = match (level as i32).wrapping_add(1) {
        level if level >= 1000 => {
            let text = format_args!("warning: shell level ({level}) too high, resetting to 1");
            report::message_without_line(shell, text);
            1
        }
        level => level.max(0),
    };
    set(shell, special::SHLVL, level.to_string().as_bytes(), Attrs::EXPORT);
    let is_directory =
        |path: &[u8]| path.starts_with(b"/") && sys::file::stat(path).is_ok_and(|stat| stat.is_directory());
    if !shell.vars.get(special::OLDPWD).value.scalar().is_some_and(is_directory) {
        let _ = shell.unset(special::OLDPWD); // nothing is readonly yet
    }
    shell.set_attrs(special::OLDPWD, Attrs::EXPORT);
    let inherited = shell.vars.get(special::PWD).value.scalar().map(<[u8]>::to_vec);
    let same = |path: &Vec<u8>| match (sys::file::stat(path), sys::file::stat(b".")) {
        (Ok(there), Ok(here)) => path.first() == Some(&b'/') && there.same_file(&here),
        _ => false,
    };
    match inherited.filter(same).map_or_else(sys::file::current_directory, Ok) {
        Ok(here) => {
            set(shell, special::PWD, &here, Attrs::EXPORT);
            shell.dynamic.directory = Some(Field::from(&here[..]));
        }
        Err(error) => report::plain(format_args!(
            "shell-init: error retrieving current directory: getcwd: cannot access parent directories: {}",
            sys::file::message(error)
        )),
    }
}

/// The options of the command line, then those of the environment where it is trusted. A wrong `-O` is told: 2.
pub(super) fn options(shell: &mut Shell, plan: &Plan, imports: bool) -> Result<(), Status> {
    for setting in &plan.settings {
        match setting {
            Setting::Set(Opt::MONITOR, true) if plan.interactive => {} // a prompt has job control anyway
            Setting::Set(Opt::MONITOR, true) => interactive::control_jobs(shell),
            Setting::Set(option, on) => builtins::set_option(shell, *option, *on),
            Setting::ListSet { reusable } => {
                // bash has not yet decided against its line editor when it shows this
                shell.options.set(Opt::EMACS, true);
                builtins::list_set_options(shell, *reusable);
                shell.options.set(Opt::EMACS, false);
            }
            Setting::ListShopt { reusable } => builtins::list_shopt_options(shell, *reusable),
            Setting::Shopt(..) => {} // bash sets them once all others are
        }
    }
    let _ = output::flush(shell); // nobody is left to tell
    for setting in &plan.settings {
        let Setting::Shopt(name, on) = setting else { continue };
        let Some(option) = Opt::by_shopt_name(name) else {
            report::message_without_line(shell, format_args!("line 0: {}: invalid shell option name", name.as_bstr()));
            return Err(if shell.options.get(Opt::ERREXIT) { Status::FAILURE } else { Status::USAGE });
        };
        match option {
            Opt::LOGIN_SHELL | Opt::RESTRICTED_SHELL => {} // how this shell was started says nothing else
            option => shell.set_option(option, *on),
        }
    }
    if !plan.interactive {
        shell.options.set(Opt::EMACS, false); // nothing is edited in a script
        shell.options.set(Opt::VI, false);
    }
    shell.options.set(Opt::LOGIN_SHELL, plan.login);
    if imports {
        inherited_options(shell);
    }
    Ok(())
}

/// Runs the files that are run before anything else: profiles of a login shell, BASH_ENV, the rc file of an interactive
/// one (bash manual 6.2). One that is not there is passed over. What is called `sh` or is restricted is so from then on.
pub(super) fn files(shell: &mut Shell, plan: &Plan) -> Result<(), Flow> {
    shell.dynamic.history.started = true; // the environment's HISTSIZE has no effect yet
    if plan.interactive {
        interactive::set_up(shell, plan.editing);
        interactive::control_jobs(shell);
    }
    let wants_debugger = |setting: &Setting| matches!(setting, Setting::Shopt(name, true) if &name[..] == b"extdebug");
    if plan.debugger || plan.settings.iter().any(wants_debugger) {
        debugger(shell)?;
    }
    let posix = shell.options.get(Opt::POSIX);
    if plan.login && !posix && !plan.no_profile {
        profiles(shell, plan)?;
    }
    match (plan.interactive, posix) {
        _ if plan.privileged => {}
        (true, true) => run_named(shell, b"ENV")?,
        (true, false) if plan.as_sh => run_named(shell, b"ENV")?,
        (true, false) if plan.login || plan.no_rc => {}
        (true, false) => {
            builtins::run_if_there(shell, SYSTEM_RC)?;
            builtins::run_if_there(shell, plan.rc_file.as_deref().unwrap_or(b"~/.bashrc"))?;
        }
        (false, false) if !plan.as_sh => run_named(shell, b"BASH_ENV")?,
        (false, _) => {}
    }
    if plan.as_sh {
        builtins::set_option(shell, Opt::POSIX, true);
    }
    if plan.restricted {
        builtins::restrict(shell);
    }
    Ok(())
}

/// What Debian's bash runs before an interactive shell's own rc file.
const SYSTEM_RC: &[u8] = b"/etc/bash.bashrc";

fn profiles(shell: &mut Shell, plan: &Plan) -> Result<(), Flow> {
    builtins::run_if_there(shell, b"/etc/profile")?;
    let own: &[&[u8]] =
        if plan.as_sh { &[b"~/.profile"] } else { &[b"~/.bash_profile", b"~/.bash_login", b"~/.profile"] };
    for path in own {
        if builtins::run_if_there(shell, path)? {
            break;
        }
    }
    Ok(())
}

/// `--debugger`: runs the debugger's own start-up file, and without one says so (bash manual 6.1).
fn debugger(shell: &mut Shell) -> Result<(), Flow> {
    const START: &[u8] = b"/usr/share/bashdb/bashdb-main.inc";
    if builtins::run_if_there(shell, START)? {
        shell.set_option(Opt::EXTDEBUG, true);
        return Ok(());
    }
    shell.set_option(Opt::EXTDEBUG, false);
    let missing = sys::file::message(sys::Errno::ENOENT);
    report::message_without_line(shell, format_args!("{}: {missing}", START.as_bstr()));
    report::message_without_line(shell, format_args!("warning: cannot start debugger; debugging mode disabled"));
    Ok(())
}

/// Runs the file that a variable's value names, once it is expanded.
fn run_named(shell: &mut Shell, variable: &[u8]) -> Result<(), Flow> {
    let name = shell.names.intern(variable);
    let Some(value) = shell.scalar(name).filter(|value| !value.is_empty()).map(<[u8]>::to_vec) else { return Ok(()) };
    let path = match expand::string(shell, &value) {
        Ok(path) => path,
        Err(ExpandError::Syntax(_)) => value,
        Err(error) => {
            let _ = report::expansion(shell, error); // it is told, and that is all
            value
        }
    };
    builtins::run_if_there(shell, &path).map(drop)
}
