//! Rights, descriptors, files for a while, and what is written into logs.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use libtest_mimic::{Failed, Trial};
use tempfile::TempDir;

use super::{check, is_root, rsh, run, run_behind, trial};

pub(super) fn add(trials: &mut Vec<Trial>) {
    if is_root() {
        trial(trials, "set-user-id without -p: the caller's rights, nothing of the environment", || set_id(false));
        trial(trials, "set-user-id with -p: the file's rights, nothing of the environment", || set_id(true));
    }
    trial(trials, "a here-document lies in no folder", here_documents);
    for &(name, script) in CHILDREN {
        trial(trials, &format!("descriptors of {name}"), move || descriptors(&[], script));
    }
    if is_root() {
        trial(trials, "descriptors of a supervised command", || descriptors(&NAMESPACE, "./list; :"));
        trial(trials, "descriptors of what the shell becomes, supervised", || descriptors(&NAMESPACE, "exec ./list"));
        trial(trials, "descriptors of a supervised shell", || descriptors(&NAMESPACE, "f() { ./list; }; f | cat; :"));
        trial(trials, "arguments are in no log below debug", secrets);
    }
}

const NAMESPACE: [&str; 5] = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];

/// Every way in which a program is started; `./list` prints its open descriptors.
const CHILDREN: &[(&str, &str)] = &[
    ("a command", "./list; :"),
    ("the last command", "./list"),
    ("exec", "exec ./list"),
    ("a pipeline", "./list | cat; : | ./list"),
    ("a pipeline of builtins", "echo a | { read x; ./list; } | cat"),
    ("a subshell", "(./list); ( (./list) | cat )"),
    ("a command in the background", "./list & wait"),
    ("a command substitution", "echo \"$(./list)\"; echo \"`./list`\"; x=$(echo \"$(./list)\"); echo \"$x\""),
    ("a redirected command", "./list 2>/dev/null; { ./list; } 2>/dev/null; ./list >f; cat f"),
    ("a redirected group", "{ ./list; } >f 2>&1; cat f; f() { ./list; } >g; f; cat g"),
    ("a here-document", "./list <<X\n$HOME\nX\ncat <<<a >/dev/null; ./list <<<b"),
    ("a loop that reads a file", "printf 'a\\nb\\n' >f; while read x; do ./list; done <f"),
    ("a loop that reads a pipe", "printf 'a\\nb\\n' | while read x; do ./list </dev/null; done"),
    ("a sourced file", "echo './list; eval ./list' >f; . ./f"),
    ("a trap", "trap ./list EXIT; trap ./list USR1; kill -USR1 $$"),
    ("a variable's own environment", "A=b ./list; export C=d; env ./list"),
    ("mapfile and read -u", "mapfile a <<<x; exec {n}<list; exec {n}<&-; read -u 0 <<<y; ./list"),
    ("time, negation and conditions", "time ./list 2>/dev/null; ! ./list; if ./list; then ./list; fi"),
    ("a script without #!", "echo ./list >f; chmod +x f; ./f"),
    ("xargs below a subshell", "(echo x | xargs ./list)"),
    ("a coprocess", "coproc ./list; cat <&${COPROC[0]}; wait"),
    ("a command beside a coprocess", "coproc cat; ./list; eval \"exec ${COPROC[1]}>&-\"; wait"),
    ("a process substitution", "cat <(./list); : > >(./list >f); sleep 0.2; cat f"),
    ("a globbed folder", "cat list* */list >/dev/null 2>&1; ./list; [ -d . ] && ./list; cd . && ./list"),
];

/// Runs `script`; every program in it has the standard descriptors and no other.
fn descriptors(before: &[&str], script: &str) -> Result<(), Failed> {
    // `ls` has one more, for the folder that it lists
    let make = "printf '#!/bin/sh\\nexec ls /proc/self/fd\\n' >list; chmod +x list\n";
    let ended = run_behind(before, &["-c", &[make, script].concat()], &[])?;
    let mut found: Vec<&str> = ended.stdout.lines().filter(|line| !["0", "1", "2", "3"].contains(line)).collect();
    found.dedup();
    check("more than 0, 1, 2 and the folder", found, Vec::new())?;
    check("any", ended.stdout.contains("0\n1\n2\n3\n"), true)
}

/// A copy of rsh with root's set-user-id bit, run by another.
fn set_id(privileged: bool) -> Result<(), Failed> {
    let folder = TempDir::new()?;
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755))?;
    let copy = folder.path().join("rsh");
    std::fs::copy(rsh(), &copy)?;
    std::fs::set_permissions(&copy, PermissionsExt::from_mode(0o4755))?;
    let evil = folder.path().join("evil");
    std::fs::write(&evil, "echo EVIL\n")?;
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(&copy);
    command.args(privileged.then_some("-p")).args(["-c", "grep ^Uid /proc/self/status; f; echo $-$PS4"]);
    for name in ["BASH_ENV", "ENV"] {
        command.env(name, &evil);
    }
    if privileged {
        command.env("PS4", "EVIL");
    }
    command.env("SHELLOPTS", "xtrace:noglob").env("BASH_FUNC_f%%", "() { echo EVIL; }");
    let output = command.env("RSH_OPTIONS", "--termination-log evil --nonsense").output()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let ids = if privileged { "Uid:\t65534\t0\t0\t0\n" } else { "Uid:\t65534\t65534\t65534\t65534\n" };
    if said.is_empty() {
        return Ok(()); // set-user-id means nothing on this file system, and nobody may enter the folder
    }
    check(&said, (said.contains(ids), said.contains("EVIL"), said.contains("not found")), (true, false, true))?;
    let flags = if privileged { "hpBc" } else { "hBc" };
    check(&said, said.contains(flags), true)
}

fn here_documents() -> Result<(), Failed> {
    let script = "readlink /proc/self/fd/0 <<X; ls -A; ls -A $TMPDIR\na\nX\nreadlink /proc/self/fd/0 <<<\"$(printf %0100000d 1)\"; ls -A";
    let ended = run(&["-c", script], &[("TMPDIR", "/nowhere")])?;
    let named = ended.stdout.lines().filter(|line| line.starts_with('/') && !line.starts_with("/memfd:"));
    let open: Vec<&str> = named.filter(|line| !line.ends_with(" (deleted)")).collect();
    check("files with a name", open, Vec::new())?;
    check("files in the folder", super::files(&ended), Vec::new())
}

/// What is given as an argument is perhaps a password.
fn secrets() -> Result<(), Failed> {
    for script in ["sh -c 'sleep 0.01' hunter2 & wait; sh -c 'exit 3' hunter2; exit 3", "exec sh -c 'exit 3' hunter2"] {
        for level in ["warn", "info"] {
            let ended = run_behind(&NAMESPACE, &["--log", level, "-c", script], &[("PASSWORD", "hunter2")])?;
            check(level, (ended.status, ended.stderr.contains("hunter2")), (3, false))?;
        }
    }
    let ended = run_behind(&NAMESPACE, &["--log", "info", "--run", "sh", "-c", "exit 3", "hunter2"], &[])?;
    check("--run", (ended.status, ended.stderr.contains("hunter2")), (3, false))
}
