//! What rsh must not do for whoever calls it: run text from the environment, keep rights that the caller does not have, let
//! go of descriptors or secrets, die for want of memory, processes or files.

#![allow(
    clippy::disallowed_methods,
    reason = "a test program: it starts programs and reads its environment like any other"
)]

mod environment;
mod limits;
mod rights;

use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};
use tempfile::TempDir;

fn main() -> ExitCode {
    for number in (3..1024).filter(|&number| rsh::sys::fd::is_open(rsh::sys::Fd(number))) {
        let _ = rsh::sys::fd::set_cloexec(rsh::sys::Fd(number), true); // what this program was given is no leak of rsh's
    }
    let mut trials = Vec::new();
    environment::add(&mut trials);
    rights::add(&mut trials);
    limits::add(&mut trials);
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn trial(trials: &mut Vec<Trial>, name: &str, test: impl FnOnce() -> Result<(), Failed> + Send + 'static) {
    trials.push(Trial::test(name.to_owned(), test));
}

fn check<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}").into()) }
}

fn rsh() -> PathBuf {
    std::env::var_os("RSH").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_rsh")), PathBuf::from)
}

/// How a run ended.
struct Ended {
    /// The exit status, or minus the signal.
    status: i32,
    stdout: String,
    stderr: String,
    /// What the folder it ran in holds.
    folder: TempDir,
}

/// rsh with `words` behind it and `environment` beside PATH, in a fresh folder, behind the program `before`.
fn run_behind(before: &[&str], words: &[&str], environment: &[(&str, &str)]) -> Result<Ended, Failed> {
    let folder = TempDir::new()?;
    let rsh = rsh().canonicalize()?.display().to_string();
    let mut all =
        ["timeout", "-k", "1", "60"].iter().chain(before).copied().chain([rsh.as_str()]).chain(words.iter().copied());
    let mut command = Command::new(all.next().unwrap_or_default());
    command.args(all).env_clear().env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    command.envs(environment.iter().copied()).current_dir(folder.path()).stdin(Stdio::null());
    command.process_group(0);
    let output = command.output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let status = output.status.code().or_else(|| output.status.signal().map(|signal| -signal)).unwrap_or_default();
    Ok(Ended { status, stdout: text(&output.stdout), stderr: text(&output.stderr), folder })
}

fn run(words: &[&str], environment: &[(&str, &str)]) -> Result<Ended, Failed> {
    run_behind(&[], words, environment)
}

/// Names of the files in the folder of a run.
fn files(ended: &Ended) -> Vec<String> {
    let entries = std::fs::read_dir(ended.folder.path()).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}
