//! rsh: bash's language and a real init in one static file. `src/README.md` is the map of the rooms.

pub mod arith;
pub mod builtins;
pub mod check;
pub mod cli;
pub mod exec;
pub mod expand;
pub mod names;
pub mod pattern;
pub mod rules;
pub mod shell;
pub mod state;
pub mod supervisor;
pub mod syntax;
pub mod sys;

use std::os::unix::ffi::{OsStrExt, OsStringExt};

/// Runs the program. Returns the exit status of a command line that cannot be run.
pub fn start() -> i32 {
    sys::stack::on_large(run) // all of it, so that no page of the kernel's stack is touched for the command line alone
}

/// Command line → order → supervisor and shell or command.
fn run() -> i32 {
    let mask = (sys::child::id() == sys::Pid(1)).then(sys::trap::block_all);
    let arguments: Vec<Vec<u8>> = std::env::args_os().map(OsStringExt::into_vec).collect();
    let is_set_id = sys::user::is_set_id();
    let variable = std::env::var_os("RSH_OPTIONS").filter(|_| !is_set_id).map(OsStringExt::into_vec);
    sys::supervise::unset_environment(c"RSH_OPTIONS");
    let kept = sys::supervise::kept().filter(|_| !is_set_id);
    let mut order = match cli::order(arguments, variable) {
        Ok(order) => order,
        Err(status) => return status,
    };
    if is_set_id && let Err(error) = give_up_rights(&mut order.second) {
        return refuse(&order.name, &supervisor::Failure { what: b"setuid".into(), error }, 126);
    }
    let supervise = order.supervise.map(|supervision| supervisor::Supervision { mask, ..supervision });
    if supervise.is_none() {
        mask.iter().for_each(sys::trap::restore);
    } else if let Some(pipe) = kept {
        sys::fd::close(pipe); // the main process is a supervisor itself, no shell
    }
    match (order.second, supervise) {
        (cli::Second::Shell(plan), None) => shell::run(shell::Plan { supervised: kept, ..*plan }),
        (cli::Second::Shell(plan), Some(supervision)) => {
            let attempt = plan.becomes_command().then(|| plan.clone()).map(|plan| || shell::run(*plan));
            match supervisor::start(supervision, attempt) {
                Ok(second) => shell::run(shell::Plan { supervised: Some(second.pipe), ..*plan }),
                Err(failure) => refuse(&order.name, &failure, 126),
            }
        }
        (cli::Second::Command(command), None) => {
            let error = replace(&command.words);
            not_executed(&order.name, &command, error)
        }
        (cli::Second::Command(command), Some(supervision)) => {
            let failure = supervisor::start_command(supervision, &command.words);
            match &failure.what[..] {
                b"" => not_executed(&order.name, &command, failure.error),
                _ => refuse(&order.name, &failure, command.not_executable),
            }
        }
        (cli::Second::Pause, supervision) => match supervision.map(supervisor::pause) {
            Some(failure) => refuse(&order.name, &failure, 1),
            None => 0,
        },
    }
}

/// Rights that the caller does not have are kept for `-p` alone; without it too nothing in the environment is trusted.
fn give_up_rights(second: &mut cli::Second) -> Result<(), sys::Errno> {
    if let cli::Second::Shell(plan) = second
        && std::mem::replace(&mut plan.privileged, true)
    {
        return Ok(());
    }
    sys::user::drop_privileges()
}

/// Becomes the command; comes back only with the error.
fn replace(words: &[Vec<u8>]) -> sys::Errno {
    let words: Vec<&std::ffi::OsStr> = words.iter().map(|word| std::ffi::OsStr::from_bytes(word)).collect();
    let Some(program) = words.first() else { return sys::Errno::ENOENT };
    match ::exec::execvp(program, &words) {
        ::exec::Error::Errno(error) => sys::Errno::from_raw(error.0),
        _ => sys::Errno::EINVAL,
    }
}

fn not_executed(name: &[u8], command: &cli::Command, error: sys::Errno) -> i32 {
    let program = command.words.first().map_or(&b""[..], |word| word);
    say(name, program, &cli::why(program, error));
    if error == sys::Errno::ENOENT { command.not_found } else { command.not_executable }
}

/// 2 for an option that cannot be obeyed, as for one that is wrong.
fn refuse(name: &[u8], failure: &supervisor::Failure, status: i32) -> i32 {
    say(name, &failure.what, &sys::file::message(failure.error));
    if failure.what.starts_with(b"-") { 2 } else { status }
}

fn say(name: &[u8], what: &[u8], text: &str) {
    let text = format!(
        "{}: {}: {text}
",
        bstr::BStr::new(name),
        bstr::BStr::new(what)
    );
    let _ = sys::fd::write_all(sys::Fd::STDERR, text.as_bytes());
}
