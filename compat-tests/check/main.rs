//! `--check` and `--explain` as programs: planted problems are found at their places, clean scripts raise no alarm.

#![allow(clippy::disallowed_methods, reason = "a test program starts programs like any other")]
#![allow(clippy::unwrap_used, reason = "a file that cannot be written is a failure like any other")]

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs rsh with `arguments`; gives what it wrote and its status.
fn rsh(arguments: &[&str], input: &str) -> (String, String, i32) {
    let program = std::env::var("RSH").unwrap_or_else(|_| env!("CARGO_BIN_EXE_rsh").to_owned());
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes()); // who does not read it has ended
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// The cases of `text`: the name, the lines behind `#= `, the script. `\r` stands for a carriage return.
fn cases(text: &str) -> Vec<(&str, Vec<&str>, String)> {
    text.split("### ")
        .skip(1)
        .map(|case| {
            let (name, rest) = case.split_once('\n').unwrap();
            let expected = rest.lines().take_while(|line| line.starts_with("#= ")).map(|line| &line[3..]).collect();
            let script: String =
                rest.lines().filter(|line| !line.starts_with("#= ")).map(|line| format!("{line}\n")).collect();
            (name, expected, format!("{}\n", script.trim_end()).replace("\\r", "\r"))
        })
        .collect()
}

/// `line:column level rule` of every finding.
fn findings(output: &str) -> Vec<String> {
    let places = output.lines().filter_map(|line| line.strip_prefix("-:"));
    places
        .map(|line| {
            let mut parts = line.splitn(4, ':').map(str::trim);
            let (row, column, level) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            format!("{row}:{column} {level} {}", line.rsplit('[').next().unwrap().trim_end_matches(']'))
        })
        .collect()
}

#[test]
fn planted_problems_are_found() {
    let cases = cases(include_str!("planted.sh"));
    assert!(cases.len() >= 30);
    let mut wrong = Vec::new();
    for (name, expected, script) in &cases {
        let (output, errors, status) = rsh(&["--check", "-"], script);
        let serious = expected.iter().any(|line| !line.contains(" note "));
        if findings(&output) != *expected || status != i32::from(serious) || !errors.is_empty() {
            wrong.push(format!("{name}: status {status}, wanted {expected:?}\n{output}{errors}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clean_scripts_raise_no_alarm() {
    let cases = cases(include_str!("clean.sh"));
    assert!(cases.len() >= 30);
    let mut wrong = Vec::new();
    for (name, _, script) in &cases {
        let (output, errors, status) = rsh(&["--check", "-"], script);
        if status != 0 || !output.is_empty() || !errors.is_empty() {
            wrong.push(format!("{name}: status {status}\n{output}{errors}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_caret_stands_under_the_place() {
    let (output, _, status) = rsh(&["--check", "-c", "ä=1; if ; then"], "");
    let expected =
        "-c:1:10: error: syntax error near unexpected token `;' [syntax]\n    ä=1; if ; then\n            ^\n";
    assert_eq!((output.as_str(), status), (expected, 1));
}

#[test]
fn json_is_for_tools() {
    let (output, _, status) = rsh(&["--check", "--format", "json", "-c", "kill 0\techo \"x\""], "");
    assert_eq!(status, 1);
    assert!(output.starts_with(
        "[{\"file\":\"-c\",\"line\":1,\"column\":6,\"length\":1,\"level\":\"warning\",\"rule\":\"kill-0\""
    ));
    assert!(output.ends_with("}]\n"));
    assert_eq!(rsh(&["--check", "--format=json", "-c", ":"], ""), ("[]\n".to_owned(), String::new(), 0));
}

#[test]
fn what_cannot_be_read_is_status_2() {
    let (_, errors, status) = rsh(&["--check", "/no/such/file"], "");
    assert!(errors.ends_with("rsh: /no/such/file: No such file or directory\n"), "{errors}");
    assert_eq!(status, 2);
    assert_eq!(rsh(&["--check"], "if\n").2, 1);
    assert_eq!(rsh(&["--check", "--format", "xml", "-c", ":"], "").2, 2);
}

#[test]
fn what_is_no_script_is_named() {
    let folder = std::env::temp_dir().join(format!("rsh-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (option, name, text, status, words) in [
        ("--check", "Dockerfile", "FROM scratch\n", 2, "a Dockerfile, not a script: give the script"),
        ("--check", "web", "# syntax=docker/dockerfile:1\nFROM nginx\n", 2, "a Dockerfile, not a script"),
        ("--check", "compose.yml", "services: {}\n", 2, "YAML, not a script"),
        ("--check", "app.py", "print()\n", 2, "another language (.py)"),
        ("--check", "app.js", "#!/bin/sh\n:\n", 0, ""),
        ("--explain", "app", "#!/usr/bin/env python3\n", 2, "it is a script for `python3', not for a shell"),
        ("--check", "data", "a\0b\n", 2, "a binary file"),
    ] {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        let (_, errors, found) = rsh(&[option, path.to_str().unwrap()], "");
        assert!(found == status && errors.contains(words), "{name}: {found} {errors}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_program_of_another_machine_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let path = std::env::temp_dir().join(format!("rsh-elf-{}", std::process::id()));
    let mut header = [0_u8; 64];
    header[..5].copy_from_slice(b"\x7fELF\x02");
    header[18] = 0x15; // PowerPC
    std::fs::write(&path, header).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let name = path.to_str().unwrap();
    let (_, errors, status) = rsh(&["--run", name], "");
    assert!(status == 126 && errors.contains("built for another machine"), "{errors}");
    let (output, _, _) = rsh(&["--explain", "-c", &format!("exec {name}")], "");
    assert!(output.contains("built for another machine: status 126"), "{output}");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn excerpts_are_cut_and_printable() {
    let line = format!("echo {} \x1b[31m; kill 0 {}", "x".repeat(500), "y".repeat(500));
    let (output, _, _) = rsh(&["--check", "-c", &line], "");
    assert!(output.contains("x \\u{1b}[31m; kill 0 yyy") && !output.contains('\x1b'), "{output}");
    assert!(output.lines().all(|line| line.chars().count() < 320), "{output}");
    let (excerpt, caret) = (output.lines().nth(1).unwrap(), output.lines().nth(2).unwrap());
    let at = excerpt.chars().collect::<Vec<_>>()[caret.chars().count() - 1];
    assert_eq!(at, '0', "{output}");
}

#[test]
fn the_tree_says_who_becomes_what() {
    let (output, _, status) = rsh(&["--explain", "--remap", "143:0", "-c", "set -e && /app"], "");
    assert_eq!(status, 0);
    let words =
        ["&& /app", "the shell becomes it", "in the shell's place", "to `/app' and its process group", "--remap 143:0"];
    for word in words {
        assert!(output.contains(word), "{word}: {output}");
    }
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["-c", "trap 'echo bye' EXIT; /app; echo done"],
            &["the main process: the shell", "nothing further runs but the EXIT trap"],
        ),
        (&["-c", "[ -f /x ] && app"], &["[ -f /x ] builtin", "&& app a program; nothing"]),
        (&["-c", "f() { exec web; }; f"], &["└─ exec web", "└─ web the main process, in the"]),
        (&["-c", "A=1 exec   web -p"], &["└─ web -p the main process, in the"]),
        (&["-c", "f() { f; x; }; f"], &["└─ x a program; the shell waits"]),
        (&["-c", "f() { x; }; f; f"], &["├─ f a function", "└─ f a function, in the shell; as above"]),
        (&["-c", "web & wait"], &["and waits for it where `wait' says so", "└─ web in the background"]),
        (&["-c", "web & app"], &["nobody waits for it", "├─ app while it runs"]),
        (&["-c", "{ app; } 2>&1"], &["the shell waits for it"]),
        (&["-c", "if x; then y; elif z; then app; fi"], &["z a program; the shell waits"]),
        (&["-c", "prepare; nginx; tidy"], &["└─ nginx while it runs"]),
        (&["-c", "trap '' TERM; app"], &["to nobody: the script ignores it"]),
        (&["-c", "exec env A=1 /tmp"], &["the shell becomes the command; a directory: status 126"]),
        (&["--rewrite", "TERM:QUIT", "-c", "app"], &["SIGTERM to process 1, sent on as SIGQUIT"]),
        (&["--rewrite", "TERM:0", "-c", "app"], &["to nobody: --rewrite swallows it"]),
    ];
    for (arguments, parts) in cases {
        let (output, _, _) = rsh(&[&["--explain"], *arguments].concat(), "");
        let output = output.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in *parts {
            assert!(output.contains(part), "{arguments:?}, {part}: {output}");
        }
    }
    assert_eq!(rsh(&["--explain", "-c", "if"], "").2, 1);
}

/// What a user can get wrong on the command line: the status, and a part of the message that helps.
const MISTAKES: &[(&[&str], i32, &str)] = &[
    (&["--nope"], 2, "--nope: invalid option"),
    (&["-eu", "--rempa", "143:0", "-c", ":"], 2, "--rempa: invalid option; did you mean --remap?"),
    (&["--remap"], 2, "--remap: option requires an argument: RULES"),
    (&["--remap", "300:0", "-c", ":"], 2, "a code over 255 in `300:0': allowed is [stop/]FROM[:TO]"),
    (&["--rewrite", "FOO:1", "-c", ":"], 2, "no such signal in `FOO:1': allowed is FROM:TO"),
    (&["--rewrite", "KILL:1", "-c", ":"], 2, "a signal that only the kernel sees in `KILL:1'"),
    (&["--delay", "TERM", "-c", ":"], 2, "no `:TIME' in `TERM': allowed is SIG:TIME"),
    (&["--grace", "soon", "-c", ":"], 2, "no time in `soon': allowed is a time as 10s"),
    (&["--remap", "1", "--grace=2", "-c", ":"], 0, "warning: --remap, --grace: no effect where rsh is not process 1"),
    (&["--no-supervise", "--subreaper", "-c", ":"], 0, "warning: --subreaper: no effect with --no-supervise"),
    (&["--subreaper", "--termination-log", "/no/log", "-c", ":"], 2, "--termination-log: /no/log: No such file"),
    (&["--until", "never", "-c", ":"], 2, "`never': allowed is main or all"),
    (&["--subreaper=yes", "-c", ":"], 2, "--subreaper: takes no value"),
    (&["--format", "json", "-c", ":"], 2, "--format json: only --check has it"),
    (&["--explain", "--format", "json", "-c", ":"], 2, "--format json: only --check has it"),
    (&["--check", "--explain", "-c", ":"], 2, "--check, --explain: only one of them"),
    (&["--check", "-c", ":", "--format", "json"], 2, "--format: options must stand before -c"),
    (&["--check", "/dev/null", "--format=json"], 2, "--format=json: options must stand before the files"),
    (&["-c", ":", "--remap", "1"], 0, "warning: --remap: behind the string it is $0, no option"),
    (&["--check", "/proc/self/exe"], 2, "/proc/self/exe: a binary file, not a script"),
    (&["--explain", "/dev/null", "nginx"], 2, "nginx: No such file or directory (every operand is a file to read"),
    (&["--check", "/tmp"], 2, "/tmp: Is a directory"),
    (&["--run"], 2, "--run: a command must follow"),
    (&["--run", "--grace", "1", "true"], 2, "--run: --grace is no command; options must stand before --run"),
    (&["-subreaper", "-c", ":"], 0, "warning: -subreaper is taken as letters"),
    (&["--subreaper", "--termination-log=", "-c", ":"], 2, "`': allowed is a file's path"),
    (&["--run", ""], 2, "--run: the command is an empty word"),
    (&["--run", "ls -l"], 127, "ls -l: not found: it is one word with blanks in it"),
    (&["--run", "no-such-program"], 127, "no-such-program: not found in PATH"),
    (&["--run", "/no/such"], 127, "/no/such: No such file or directory"),
    (&["--run", "/etc/passwd"], 126, "it is not executable for this user (chmod +x)"),
    (&["--run", "/tmp"], 126, "/tmp: Is a directory"),
    (&["-c"], 2, "-c: option requires an argument"),
    (&["/no/such.sh"], 127, "/no/such.sh: No such file or directory"),
];

#[test]
fn mistakes_are_named_with_what_helps() {
    let mut wrong = Vec::new();
    for (arguments, status, words) in MISTAKES {
        let (_, errors, found) = rsh(arguments, "");
        if found != *status || !errors.contains(words) {
            wrong.push(format!("{arguments:?}: status {found}\n{errors}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
