//! External commands: argv, environment and descriptors ready before the child exists (bash manual 3.7.2; POSIX 2.9.1.6).

use bstr::ByteSlice;

use super::conditional::parse_integer;
use super::pipeline::{self, Apart};
use super::redirect::{self, Prepared};
use super::{report, signals, subshell, terminal};
use crate::expand::quote;
use crate::state::{Opt, Outcome, Shell, Status, special};
use crate::syntax::{Field, Redirect, WordBody};
use crate::sys::child::Strings;
use crate::sys::spawn::Spawn;
use crate::sys::{self, Errno, Fd, Pid};

/// The strings for a child: what is exported, and `_`, the path of the command.
fn environment(shell: &mut Shell, path: &[u8]) -> Strings {
    let own = [b"_=", path].concat();
    let strings = shell.environment();
    Strings::new(strings.iter().map(|string| &string[..]).chain([&own[..]]))
}

/// The same for a command that takes this shell's place: SHLVL counts one shell less.
fn last_environment(shell: &mut Shell, path: Option<&[u8]>) -> Strings {
    const LEVEL: &[u8] = b"SHLVL=";
    let own = path.map(|path| [b"_=", path].concat());
    let strings = shell.environment();
    let level = strings.iter().find_map(|string| parse_integer(string.strip_prefix(LEVEL)?));
    let level = level.map(|level| [LEVEL, (level - 1).max(0).to_string().as_bytes()].concat());
    let others = strings.iter().filter(|string| level.is_none() || !string.starts_with(LEVEL));
    Strings::new(others.map(|string| &string[..]).chain(level.as_deref()).chain(own.as_deref()))
}

/// Runs the file at `path` and waits for it; as the last thing of this process it becomes it.
pub fn run(shell: &mut Shell, path: &[u8], args: &[Field], redirects: &[Redirect], last: bool) -> Outcome {
    if shell.fds.captured {
        if !last {
            subshell::settle(shell)?;
        } else {
            return run_captured(shell, path, args, redirects);
        }
    }
    let mut prepared = Prepared::default();
    if let Err(outcome) = prepare(shell, redirects, &mut prepared) {
        prepared.close();
        return outcome;
    }
    let apart = shell.options.get(Opt::MONITOR) && pipeline::apart(shell) == Apart::Together;
    let started = start(shell, path, args, &prepared, apart.then_some(Pid(0)));
    prepared.close();
    match started {
        Ok(child) => signals::wait_foreground(shell, &[child]),
        Err(outcome) => outcome,
    }
}

/// Makes redirections ready. In bash the child expands them: what they assign is lost, what fails in them fails the command.
fn prepare(shell: &mut Shell, redirects: &[Redirect], prepared: &mut Prepared) -> Result<(), Outcome> {
    if redirects.iter().all(|redirect| matches!(redirect.target.body, WordBody::Literal(_))) {
        return redirect::prepare(shell, redirects, prepared);
    }
    let inline = subshell::open(shell);
    let result = redirect::prepare(shell, redirects, prepared);
    subshell::close(shell, inline, Ok(Status::SUCCESS));
    match result {
        Err(Err(_)) if shell.stop.is_none() => Err(Ok(Status::FAILURE)),
        result => result,
    }
}

/// As the whole rest of an inline command substitution: started with a pipe as its descriptor 1, and read.
fn run_captured(shell: &mut Shell, path: &[u8], args: &[Field], redirects: &[Redirect]) -> Outcome {
    let (read, write) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let mut prepared = Prepared { pairs: vec![(write, Fd::STDOUT)], ..Prepared::default() };
    let result = prepare(shell, redirects, &mut prepared);
    let started = result.and_then(|()| start(shell, path, args, &prepared, None));
    prepared.close();
    sys::fd::close(write);
    let outcome = match started {
        Ok(child) => {
            let mut output = std::mem::take(&mut shell.fds.out);
            signals::read_output(shell, read, child, &mut output);
            shell.fds.out = output;
            signals::wait_foreground(shell, &[child])
        }
        Err(outcome) => outcome,
    };
    sys::fd::close(read);
    outcome
}

/// Starts the file at `path`. A failure is told: 126 or 127. A file that is no program is run as a script by a copy of
/// this shell.
pub fn start(
    shell: &mut Shell,
    path: &[u8],
    args: &[Field],
    prepared: &Prepared,
    group: Option<Pid>,
) -> Result<Pid, Outcome> {
    signals::catch(shell);
    let argv = Strings::new(args.iter().map(|arg| &arg[..]));
    let environment = environment(shell, path);
    let terminal = terminal::given(shell).filter(|_| group.is_none_or(|group| group == Pid(0)));
    let group = if terminal.is_some() { Some(Pid(0)) } else { group };
    let default_signals = if shell.jobs.terminal.is_some() { terminal::STOPPING_SET } else { 0 };
    let fds = &prepared.pairs;
    let spawn = Spawn { path, argv: &argv, environment: &environment, fds, group, terminal, default_signals };
    match signals::patiently(shell, || sys::spawn::spawn(&spawn)) {
        Ok(child) => Ok(child),
        Err(Errno::ENOEXEC) if is_binary_file(path) => Err(Ok(refused_under(shell, path, Errno::ENOEXEC, prepared))),
        Err(Errno::ENOEXEC) => {
            let argv = script_argv(path, args);
            let spawn = Spawn { path: b"/proc/self/exe", argv: &argv, ..spawn };
            sys::spawn::spawn(&spawn).map_err(|error| Ok(refused_under(shell, path, error, prepared)))
        }
        Err(error @ (Errno::EAGAIN | Errno::ENOMEM)) => Err(Err(signals::fork_failed(shell, "fork", error))),
        Err(error) => Err(Ok(refused_under(shell, path, error, prepared))),
    }
}

/// The same where the command's own redirections say, which the child that did not come to be would have used.
fn refused_under(shell: &mut Shell, path: &[u8], error: Errno, prepared: &Prepared) -> Status {
    let target = prepared.pairs.iter().rev().find(|(_, target)| *target == Fd::STDERR);
    let Some((own, saved)) = target.and_then(|(own, _)| Some((*own, sys::fd::save(Fd::STDERR).ok()?))) else {
        return refused(shell, path, error);
    };
    let _ = sys::fd::dup_to(own, Fd::STDERR); // nowhere else to tell it
    let status = refused(shell, path, error);
    let _ = sys::fd::dup_to(saved, Fd::STDERR);
    sys::fd::close(saved);
    status
}

/// `rsh script args`, for a text without `#!`.
fn script_argv(path: &[u8], args: &[Field]) -> Strings {
    let rest = args.iter().skip(1).map(|arg| &arg[..]);
    Strings::new([&b"bash"[..], path].into_iter().chain(rest))
}

/// Becomes the file at `path`, the last command; comes back with the status of the failure, which was told.
pub fn replace(shell: &mut Shell, path: &[u8], args: &[Field]) -> Status {
    // bash itself takes that way in a -c string alone: bash -c 'env' | grep SHLVL
    let is_seen = shell.invocation.command_string && shell.subshell_depth == 0;
    let environment = if is_seen { last_environment(shell, Some(path)) } else { environment(shell, path) };
    become_program(shell, path, args, environment)
}

/// The same for `exec`, with an empty environment where `inherits` is false (`exec -c`).
pub fn replace_with(shell: &mut Shell, path: &[u8], args: &[Field], inherits: bool) -> Status {
    let environment = match inherits {
        false => Strings::new([]),
        true if shell.subshell_depth > 0 => {
            let strings = shell.environment();
            Strings::new(strings.iter().map(|string| &string[..]))
        }
        true => last_environment(shell, None),
    };
    become_program(shell, path, args, environment)
}

fn become_program(shell: &mut Shell, path: &[u8], args: &[Field], mut environment: Strings) -> Status {
    let argv = Strings::new(args.iter().map(|arg| &arg[..]));
    sys::trap::hand_over(true);
    if signals::pending() {
        // what came before is the shell's to look at, and may end it
        sys::trap::hand_over(false);
        if let Err(flow) = signals::between_commands(shell) {
            return super::subshell::status_of(Err(flow));
        }
        sys::trap::hand_over(true);
    }
    let error = match execute(shell, path, &argv, &mut environment) {
        Errno::ENOEXEC if !is_binary_file(path) => {
            execute(shell, b"/proc/self/exe", &script_argv(path, args), &mut environment)
        }
        error => error,
    };
    sys::trap::hand_over(false);
    refused(shell, path, error)
}

/// Executes a file. Where that is a shell of ours again, it keeps the pipe: the supervisor goes on seeing a shell.
fn execute(shell: &Shell, path: &[u8], argv: &Strings, environment: &mut Strings) -> Errno {
    let pipe = shell.invocation.supervised.filter(|_| shell.process_serial == 0);
    if (pipe.is_none() && !sys::attempt::is_one()) || !sys::supervise::runs_us(path) {
        return sys::child::replace(path, argv, environment);
    }
    sys::attempt::give_up(); // it has no pipe
    let Some(pipe) = pipe else { return sys::child::replace(path, argv, environment) };
    environment.push(&sys::supervise::keep(pipe));
    let error = sys::child::replace(path, argv, environment);
    let _ = sys::fd::set_cloexec(pipe, true);
    error
}

/// Tells why a file cannot be executed: 127 when it is not there, else 126.
fn refused(shell: &mut Shell, path: &[u8], error: Errno) -> Status {
    let directory = sys::file::stat(path).is_ok_and(|stat| stat.is_directory());
    if directory {
        report::message(shell, format_args!("{}: Is a directory", path.as_bstr()));
        return Status::NOT_EXECUTABLE;
    }
    let shown = path.as_bstr();
    let text = sys::file::message(error);
    if sys::file::is_executable(path) {
        // the file is there: what it needs (interpreter, loader) is not
        match error {
            Errno::ENOENT => report::message(shell, format_args!("{shown}: cannot execute: required file not found")),
            Errno::ENOEXEC => report::message(shell, format_args!("{shown}: cannot execute binary file: {text}")),
            _ => match sys::file::interpreter(path) {
                Some(interpreter) => {
                    let interpreter = interpreter.as_bstr();
                    let text = format_args!("{shown}: {interpreter}: bad interpreter: {text}");
                    report::message_without_line(shell, text);
                }
                None => report::message(shell, format_args!("{shown}: {text}")),
            },
        }
    } else {
        report::message(shell, format_args!("{shown}: {text}"));
    }
    if error == Errno::ENOENT { Status::NOT_FOUND } else { Status::NOT_EXECUTABLE }
}

/// Whether a file is a program of some machine, not a text: it is never run as a script.
pub fn is_binary(contents: &[u8]) -> bool {
    let first_line = contents.split(|&byte| byte == b'\n').next().unwrap_or_default();
    contents.starts_with(b"\x7fELF") || first_line.contains(&0)
}

fn is_binary_file(path: &[u8]) -> bool {
    sys::file::read_file(path).is_ok_and(|contents| is_binary(&contents))
}

/// Tells that `name` is no command: 127.
pub fn not_found(shell: &mut Shell, name: &[u8]) -> Status {
    if name.contains(&b'/') || shell.vars.get(special::PATH).value.scalar().is_none_or(<[u8]>::is_empty) {
        report::message(shell, format_args!("{}: No such file or directory", name.as_bstr()));
    } else {
        let shown = quote::for_message(name, shell.utf8);
        report::message(shell, format_args!("{}: command not found", shown.as_bstr()));
    }
    Status::NOT_FOUND
}

/// Tells that `exec` found no such command: 127.
pub fn exec_not_found(shell: &mut Shell, name: &[u8]) -> Status {
    if sys::file::stat(name).is_ok_and(|stat| stat.is_directory()) {
        let text = sys::file::message(Errno::EISDIR);
        report::message(shell, format_args!("exec: {}: cannot execute: {text}", name.as_bstr()));
        return Status::NOT_EXECUTABLE;
    }
    report::message(shell, format_args!("exec: {}: not found", name.as_bstr()));
    Status::NOT_FOUND
}
