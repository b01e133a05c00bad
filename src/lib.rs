//! rsh: bash's language and a real init in one static file. `src/README.md` is the map of the rooms.

pub mod arith;
pub mod builtins;
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

/// Runs the program: command line → plan → shell. Returns the exit status of a command line that cannot be run.
pub fn start() -> i32 {
    use std::os::unix::ffi::OsStringExt;
    let arguments: Vec<Vec<u8>> = std::env::args_os().map(OsStringExt::into_vec).collect();
    match cli::plan(arguments) {
        Ok(plan) => shell::run(plan),
        Err(status) => status,
    }
}
