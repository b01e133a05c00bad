//! Called by another init's name: the same command lines for the real program and for rsh behind a link of that name. Compared are
//! the exit code, what the command has written, and on which stream something was said.

use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use super::namespace::rsh;

const RUN: &[&str] = &["--", "sh", "-c", "echo out; exit 7"];

/// A program, variables, and words.
type Line = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const LINES: &[Line] = &[
    ("tini", &[], &[]),
    ("tini", &[], &["--"]),
    ("tini", &[], &["--version"]),
    ("tini", &[], &["--version", "x"]),
    ("tini", &[], &["-h"]),
    ("tini", &[], &["-l"]),
    ("tini", &[], &["-Z"]),
    ("tini", &[], &["--nonsense"]),
    ("tini", &[], &["-h", "-Z"]),
    ("tini", &[], &["-Z", "-h"]),
    ("tini", &[], &["true", "-h"]),
    ("tini", &[], &["ls", "--", "-d"]),
    ("tini", &[("POSIXLY_CORRECT", "1")], &["ls", "-d"]),
    ("tini", &[], &["-s", "--", "-h"]),
    ("tini", &[], &["-p"]),
    ("tini", &[], &["-p", "SIGFOO", "true"]),
    ("tini", &[], &["-s", "-p", "SIGKILL", "true"]),
    ("tini", &[], &["-e", "true"]),
    ("tini", &[], &["-e", "256", "true"]),
    ("tini", &[], &["-e", "-1", "true"]),
    ("tini", &[], &["-e", "0x10", "true"]),
    ("tini", &[], &["-s", "-e", "7", "--", "sh", "-c", "exit 7"]),
    ("tini", &[], &["-se143", "--", "sh", "-c", "kill $$"]),
    ("tini", &[], &["-s", "-e", "1", "-e", "2", "--", "sh", "-c", "exit 2"]),
    ("tini", &[], &["-sgvw", "--", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-vvv", "--", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-w", "--", "sh", "-c", "(sleep 0.1 &); sleep 0.3"]),
    ("tini", &[("TINI_VERBOSITY", "0")], &["-s", "-w", "--", "sh", "-c", "(sleep 0.1 &); sleep 0.3"]),
    ("tini", &[], &["true"]),
    ("tini", &[("TINI_VERBOSITY", "0")], &["true"]),
    ("tini", &[("TINI_VERBOSITY", "3")], &["-s", "true"]),
    ("tini", &[("TINI_VERBOSITY", "x")], &["-v", "true"]),
    ("tini", &[("TINI_SUBREAPER", "")], &["true"]),
    ("tini", &[("TINI_SUBREAPER", ""), ("TINI_KILL_PROCESS_GROUP", "")], RUN),
    ("tini", &[], &["-s", "/no/such"]),
    ("tini", &[], &["-s", "/"]),
    ("tini", &[], &["-s", "/etc/passwd"]),
    ("tini-static", &[], &["-s", "--", "sh", "-c", "echo out; exit 7"]),
    ("docker-init", &[], &["--version"]),
    ("docker-init", &[("TINI_SUBREAPER", "")], RUN),
    ("dumb-init", &[], &[]),
    ("dumb-init", &[], &["--version"]),
    ("dumb-init", &[], &["-V", "-h"]),
    ("dumb-init", &[], &["-h"]),
    ("dumb-init", &[], &["--help"]),
    ("dumb-init", &[], &["-Z"]),
    ("dumb-init", &[], &["--nonsense"]),
    ("dumb-init", &[], &["-g", "true"]),
    ("dumb-init", &[], RUN),
    ("dumb-init", &[], &["sh", "-c", "exit 7"]),
    ("dumb-init", &[], &["sh", "-c", "kill $$"]),
    ("dumb-init", &[], &["echo", "--", "-c", "-v"]),
    ("dumb-init", &[], &["-c", "sh", "-c", "exit 4"]),
    ("dumb-init", &[], &["--single-child", "sh", "-c", "exit 4"]),
    ("dumb-init", &[], &["--single", "sh", "-c", "exit 4"]),
    ("dumb-init", &[], &["--ver"]),
    ("dumb-init", &[], &["-v", "sh", "-c", "exit 4"]),
    ("dumb-init", &[("DUMB_INIT_DEBUG", "1")], &["true"]),
    ("dumb-init", &[("DUMB_INIT_DEBUG", "0")], &["true"]),
    ("dumb-init", &[], &["-r", "15", "true"]),
    ("dumb-init", &[], &["-r", "15:99", "true"]),
    ("dumb-init", &[], &["-r", "0:1", "true"]),
    ("dumb-init", &[], &["-r", "TERM:QUIT", "true"]),
    ("dumb-init", &[], &["-r", "15:3x", "true"]),
    ("dumb-init", &[], &["-r", "15:0", "-r", "1:2", "true"]),
    ("dumb-init", &[], &["--rewrite=15:3", "true"]),
    ("dumb-init", &[], &["--rewrite", "15:3", "true"]),
    ("dumb-init", &[], &["-cr15:3", "true"]),
    ("dumb-init", &[], &["/no/such"]),
    ("dumb-init", &[], &["/"]),
    ("dumb-init", &[], &["sh", "-c", "ps -o sid= -p $$ | grep -qw $$"]),
    ("dumb-init", &[("DUMB_INIT_SETSID", "0")], &["sh", "-c", "ps -o sid= -p $$ | grep -qw $$"]),
    ("dumb-init", &[], &["-c", "sh", "-c", "ps -o sid= -p $$ | grep -qw $$"]),
    ("catatonit", &[], &[]),
    ("catatonit", &[], &["--"]),
    ("catatonit", &[], &["-h"]),
    ("catatonit", &[], &["-L"]),
    ("catatonit", &[], &["-V"]),
    ("catatonit", &[], &["--version"]),
    ("catatonit", &[], &["--vers"]),
    ("catatonit", &[], &["-gV"]),
    ("catatonit", &[], &["-Z"]),
    ("catatonit", &[], &["--nonsense"]),
    ("catatonit", &[], RUN),
    ("catatonit", &[], &["-g", "--", "sh", "-c", "exit 5"]),
    ("catatonit", &[], &["ls", "--", "-d"]),
    ("catatonit", &[], &["sh", "--", "-c", "kill -9 $$"]),
    ("catatonit", &[], &["/no/such"]),
    ("catatonit", &[], &["/"]),
    ("tini", &[], &["-s", "-e143", "--", "sh", "-c", "kill $$"]),
    ("tini", &[], &["-s", "-e", "143", "-e", "137", "--", "sh", "-c", "exit 137"]),
    ("tini", &[], &["-s", "-g", "-e3", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-sp", "SIGTERM", "--", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-pSIGTERM", "--", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-e", " 3", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-e", "3x", "sh", "-c", "exit 3"]),
    ("tini", &[], &["-s", "-e", "99999999999", "true"]),
    ("tini", &[], &["-s", "-e", "255", "sh", "-c", "exit 255"]),
    ("tini", &[], &["-s", "--version"]),
    ("tini", &[], &["--versio"]),
    ("tini", &[], &["-version"]),
    ("tini", &[], &["--help"]),
    ("tini", &[], &["-hl"]),
    ("tini", &[], &["-s", "nosuchcmd"]),
    ("tini", &[], &["-s", ""]),
    ("docker-init", &[], &["-h"]),
    ("docker-init", &[], &["-s", "--", "sh", "-c", "exit 5"]),
    ("dumb-init", &[], &["-r15:3", "sh", "-c", "exit 3"]),
    ("dumb-init", &[], &["--rew=15:3", "sh", "-c", "exit 3"]),
    ("dumb-init", &[], &["-r", "15:32", "true"]),
    ("dumb-init", &[], &["-r", "31:15", "true"]),
    ("dumb-init", &[], &["-r", "15:-1", "true"]),
    ("dumb-init", &[], &["-r", "15:", "true"]),
    ("dumb-init", &[], &["-r", ":15", "true"]),
    ("dumb-init", &[], &["-r", "15:3:4", "true"]),
    ("dumb-init", &[], &["-r"]),
    ("dumb-init", &[], &["-cv", "sh", "-c", "exit 3"]),
    ("dumb-init", &[], &["--verb", "sh", "-c", "exit 3"]),
    ("dumb-init", &[], &["--v"]),
    ("dumb-init", &[], &["-hV"]),
    ("dumb-init", &[], &["-c", "--"]),
    ("dumb-init", &[], &["nosuchcmd"]),
    ("dumb-init", &[], &["--version=3"]),
    ("dumb-init", &[], &["--single-child=3", "true"]),
    ("dumb-init", &[("DUMB_INIT_SETSID", "")], &["sh", "-c", "exit 3"]),
    ("dumb-init", &[("DUMB_INIT_SETSID", "x")], &["sh", "-c", "exit 3"]),
    ("dumb-init", &[("DUMB_INIT_DEBUG", "yes")], &["sh", "-c", "exit 3"]),
    ("catatonit", &[], &["--licen"]),
    ("catatonit", &[], &["-hV"]),
    ("catatonit", &[], &["-Vh"]),
    ("catatonit", &[], &["-P", "-V"]),
    ("catatonit", &[], &["-Lg"]),
    ("catatonit", &[], &["nosuchcmd"]),
    ("catatonit", &[], &["--pause=3"]),
    ("catatonit", &[], &["-g"]),
];

pub(super) fn trials(trials: &mut Vec<Trial>) {
    for &(program, variables, words) in LINES {
        let shown: Vec<String> = variables.iter().map(|(name, value)| format!("{name}={value} ")).collect();
        let name = format!("in the place of {program}: {}{}", shown.concat(), words.join(" "));
        trials.push(Trial::test(name, move || check(program, variables, words)));
    }
    for (name, words) in [("INT", ["catatonit", "-P"]), ("TERM", ["catatonit", "-P"])] {
        trials.push(Trial::test(format!("in the place of catatonit: -P ends at {name}"), move || {
            let mut child = link(words[0], &[], &words[1..])?.0.spawn()?;
            std::thread::sleep(std::time::Duration::from_millis(300));
            Command::new("kill").args(["-s", name, &child.id().to_string()]).status()?;
            same(child.wait()?.code(), Some(0))
        }));
    }
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("expected {expected:?}, found {found:?}").into()) }
}

fn check(program: &str, variables: &[(&str, &str)], words: &[&str]) -> Result<(), Failed> {
    let real = shown(Command::new(program).args(words).envs(variables.iter().copied()), words);
    let Ok(real) = real else { return Ok(()) }; // it is not installed here
    let (mut by_link, _folder) = link(program, variables, words)?;
    same(shown(&mut by_link, words)?, real.clone())?;
    let mut by_name = Command::new(rsh());
    by_name.arg0(program).args(words).envs(variables.iter().copied());
    same(shown(&mut by_name, words)?, real)
}

/// rsh behind a symbolic link.
fn link(program: &str, variables: &[(&str, &str)], words: &[&str]) -> Result<(Command, tempfile::TempDir), Failed> {
    let folder = tempfile::TempDir::new()?;
    let path = folder.path().join(program);
    std::os::unix::fs::symlink(std::path::absolute(rsh())?, &path)?;
    let mut command = Command::new(path);
    command.args(words).envs(variables.iter().copied());
    Ok((command, folder))
}

/// The exit code, the output of a command that was run, and whether something was said on either stream.
fn shown(command: &mut Command, words: &[&str]) -> Result<(Option<i32>, String, bool, bool), Failed> {
    let output = command.env_remove("RSH_OPTIONS").stdin(Stdio::null()).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = (!output.stdout.is_empty(), !output.stderr.is_empty());
    if [&b"[INFO "[..], b"[TRACE"].iter().any(|start| output.stdout.starts_with(start)) {
        // tini's log gets between the command's own lines; rsh's does not
        return Ok((output.status.code(), String::new(), false, true));
    }
    let of_command = ["sh", "ls", "echo"].iter().any(|name| words.contains(name));
    Ok((output.status.code(), if of_command { text } else { String::new() }, said.0, said.1))
}
