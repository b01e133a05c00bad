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

/// Runs the program: command line → order → supervisor and shell or command. Returns the exit status of a command line that
/// cannot be run.
pub fn start() -> i32 {
    let arguments: Vec<Vec<u8>> = std::env::args_os().map(OsStringExt::into_vec).collect();
    let variable = std::env::var_os("RSH_OPTIONS").map(OsStringExt::into_vec);
    sys::supervise::unset_environment(c"RSH_OPTIONS");
    let order = match cli::order(arguments, variable) {
        Ok(order) => order,
        Err(status) => return status,
    };
    let pipe = match order.supervise.map(supervisor::start) {
        None => None,
        Some(Ok(second)) => Some(second.pipe),
        Some(Err(error)) => return refuse(b"cannot supervise", error, 126),
    };
    match order.second {
        cli::Second::Shell(plan) => shell::run(shell::Plan { supervised: pipe, ..*plan }),
        cli::Second::Command(words) => run_command(&words),
    }
}

/// Becomes the command; 127 when it is not there, 126 when it cannot be executed.
fn run_command(words: &[Vec<u8>]) -> i32 {
    let words: Vec<&std::ffi::OsStr> = words.iter().map(|word| std::ffi::OsStr::from_bytes(word)).collect();
    let Some(program) = words.first() else { return 2 };
    let ::exec::Error::Errno(error) = ::exec::execvp(program, &words) else {
        return refuse(program.as_bytes(), sys::Errno::EINVAL, 126);
    };
    let error = sys::Errno::from_raw(error.0);
    refuse(program.as_bytes(), error, if error == sys::Errno::ENOENT { 127 } else { 126 })
}

fn refuse(what: &[u8], error: sys::Errno, status: i32) -> i32 {
    let text = format!("rsh: {}: {}\n", bstr::BStr::new(what), sys::file::message(error));
    let _ = sys::fd::write_all(sys::Fd::STDERR, text.as_bytes());
    status
}
