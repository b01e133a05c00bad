//! The house rules of `src/README.md`, kept as tests: they read the source.

#![allow(clippy::disallowed_methods, reason = "a test program starts programs like any other")]
#![allow(clippy::unwrap_used, reason = "a file that cannot be read is a failure like any other")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms, each with those it may use: the picture in `src/README.md`, from left to right.
const ROOMS: &[(&str, &[&str])] = &[
    ("sys", &[]),
    ("names", &[]),
    ("rules", &["sys"]),
    ("arith", &["names"]),
    ("pattern", &[]),
    ("syntax", &["arith", "pattern", "names"]),
    ("state", &["syntax", "arith", "pattern", "names", "sys"]),
    ("expand", &["state", "syntax", "arith", "pattern", "names", "sys"]),
    ("exec", &["expand", "state", "syntax", "arith", "pattern", "names", "sys"]),
    ("builtins", &["exec", "expand", "state", "syntax", "arith", "pattern", "names", "sys"]),
    ("shell", &["builtins", "exec", "expand", "state", "syntax", "arith", "pattern", "names", "sys"]),
    ("supervisor", &["rules", "sys"]),
    ("check", &["builtins", "syntax", "names"]),
    ("cli", &["check", "shell", "supervisor", "rules", "syntax", "sys"]),
];

/// The rooms with bytes in and values out, and what of `sys` they may name: plain types.
const PURE: &[&str] = &["names", "arith", "pattern", "syntax", "rules", "supervisor/policy"];
const PLAIN_TYPES: &[&str] = &["Signal", "Pid", "Status"];

struct Source {
    /// Below `src`: `exec/run.rs`.
    name: String,
    text: String,
}

impl Source {
    fn room(&self) -> &str {
        let first = self.name.split('/').next().unwrap_or(&self.name);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn is_test(&self) -> bool {
        self.name.split('/').any(|part| part == "tests" || part == "tests.rs")
    }

    /// The lines with their numbers, without comments on lines of their own.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        lines.filter(|(_, line)| !line.starts_with("//"))
    }

    /// What stands in front of the tests.
    fn code_without_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().take_while(|(_, line)| *line != "#[cfg(test)]")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, into) } else { into.push(path) }
    }
}

fn below(folder: &str, extension: &str) -> Vec<Source> {
    let folder = root().join(folder);
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    let name = |path: &Path| path.strip_prefix(&folder).unwrap().display().to_string();
    paths.iter().map(|path| Source { name: name(path), text: fs::read_to_string(path).unwrap() }).collect()
}

fn sources() -> Vec<Source> {
    below("src", "rs")
}

/// Whether `line` has a path that begins with the crate `name`.
fn crate_named(line: &str, name: &str) -> bool {
    let path = format!("{name}::");
    line.match_indices(&path)
        .any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || "_:".contains(letter)))
}

#[track_caller]
fn nothing(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

/// The paths behind every `crate::`: `(room, next part)`.
fn crate_paths(line: &str) -> Vec<(&str, &str)> {
    let word = |text: &str| text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    line.split("crate::")
        .skip(1)
        .map(|rest| {
            let (room, rest) = rest.split_at(word(rest));
            let rest = rest.strip_prefix("::").unwrap_or("");
            (room, &rest[..word(rest)])
        })
        .collect()
}

#[test]
fn a_room_uses_the_rooms_to_its_right() {
    let mut found = Vec::new();
    for source in
        sources().iter().filter(|source| !["lib", "main", "build"].contains(&source.room()) && !source.is_test())
    {
        let room = source.room();
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            found.push(format!("{}: `{room}` is a room that the picture does not show", source.name));
            continue;
        };
        for (number, line) in source.code_without_tests() {
            assert!(
                !line.contains("use crate::{"),
                "{}:{number}: one `use` a room, so that this test can read it",
                source.name
            );
            for (used, _) in crate_paths(line) {
                if ROOMS.iter().any(|(name, _)| *name == used) && used != room && !allowed.contains(&used) {
                    found.push(format!("src/{}:{number}: {line}", source.name));
                }
            }
        }
    }
    nothing("imports go to the right only", &found);
}

#[test]
fn the_pure_rooms_take_plain_types_of_sys_alone() {
    let mut found = Vec::new();
    let pure = |source: &&Source| PURE.iter().any(|pure| source.name.starts_with(pure)) && !source.is_test();
    for source in sources().iter().filter(pure) {
        for (number, line) in source.code_without_tests() {
            let foreign =
                ["std::fs", "std::process", "std::env", "std::net", "std::thread", "std::time", "libc::", "nix::"];
            let of_sys =
                line.strip_prefix("use crate::sys::").map(|names| names.trim_end_matches(';').trim_matches(['{', '}']));
            let plain = of_sys.is_none_or(|names| names.split(", ").all(|name| PLAIN_TYPES.contains(&name)));
            if !plain || foreign.iter().any(|path| line.contains(path)) {
                found.push(format!("src/{}:{number}: {line}", source.name));
            }
        }
    }
    nothing("no file, process or clock in a pure room", &found);
}

#[test]
fn unsafe_stays_in_sys_with_a_reason_each() {
    let mut found = Vec::new();
    for source in sources() {
        let lines: Vec<&str> = source.text.lines().collect();
        for (number, line) in source.code() {
            let code = line.split("//").next().unwrap_or_default();
            let words = || code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if !words().any(|word| word == "unsafe") || line.starts_with("#[") {
                continue;
            }
            // the reason stands on the comment lines straight above the statement
            let above = lines[..number - 1].iter().rev().map(|line| line.trim());
            let mut reasons = above
                .skip_while(|line| line.ends_with(['=', '(']))
                .take_while(|line| line.starts_with("//") || line.starts_with("#["));
            let reason = reasons.any(|line| line.contains("SAFETY:") || line.contains("# Safety"));
            if source.room() != "sys" || !(reason || line.contains("unsafe extern")) {
                found.push(format!("src/{}:{number}: {line}", source.name));
            }
        }
    }
    nothing("`unsafe` only in src/sys, behind a `// SAFETY:`", &found);
}

#[test]
fn only_sys_knows_the_kernel() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "sys") {
        for (number, line) in source.code() {
            if crate_named(line, "libc") || crate_named(line, "nix") {
                found.push(format!("src/{}:{number}: {line}", source.name));
            }
        }
    }
    nothing("libc and nix in src/sys only", &found);
}

#[test]
fn methods_of_shell_live_in_state() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "state") {
        for (number, line) in source.code() {
            let mut words = line.trim_end_matches(['{', ' ']).split(' ');
            if line.starts_with("impl") && words.next_back() == Some("Shell") {
                found.push(format!("src/{}:{number}: {line}", source.name));
            }
        }
    }
    nothing("outside of state, what is done to a Shell is a free function", &found);
}

#[test]
fn files_are_short() {
    let mut found = Vec::new();
    for source in sources().into_iter().chain(below("compat-tests", "rs")) {
        let count = source.text.lines().count();
        let head: String = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        if count > 600 && !head.contains("table") {
            found.push(format!("{}: {count} lines", source.name));
        }
    }
    nothing("no file over 600 lines but tables that say so in their head", &found);
}

#[test]
fn every_file_says_what_it_is_for() {
    let found: Vec<String> = sources()
        .into_iter()
        .chain(below("compat-tests", "rs"))
        .filter(|source| !source.is_test() && !source.text.starts_with("//! "))
        .map(|source| source.name)
        .collect();
    nothing("a file begins with `//!`", &found);
}

#[test]
fn the_status_is_written_in_one_place() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.name != "exec/run.rs") {
        for (number, line) in source.code() {
            if line.contains("shell.status =") || line.contains("&mut shell.status") {
                found.push(format!("src/{}:{number}: {line}", source.name));
            }
        }
    }
    nothing("`$?` is written in exec/run.rs", &found);
}

#[test]
fn every_builtin_has_a_compat_case() {
    let scripts: String = below("compat-tests/cases", "sh").into_iter().map(|source| source.text).collect();
    let words: std::collections::HashSet<&str> =
        scripts.split(|letter: char| letter.is_whitespace() || ";()`'\"|&".contains(letter)).collect();
    let found: Vec<&str> =
        rsh::builtins::TABLE.iter().map(|builtin| builtin.name).filter(|name| !words.contains(name)).collect();
    assert!(found.is_empty(), "no case of compat-tests/cases runs {found:?}");
}

#[test]
fn nothing_is_left_for_later() {
    let mut found = Vec::new();
    for source in sources().into_iter().chain(below("compat-tests", "rs")).filter(|source| source.name != "house.rs") {
        for (at, line) in source.text.lines().enumerate() {
            if ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("].iter().any(|mark| line.contains(mark)) {
                found.push(format!("{}:{}: {}", source.name, at + 1, line.trim()));
            }
        }
    }
    nothing("no notes of unfinished work in the source", &found);
}

#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(root().join("src/README.md")).unwrap();
    let found: Vec<&str> =
        ROOMS.iter().map(|(room, _)| *room).filter(|room| !map.contains(&format!("`{room}`"))).collect();
    assert!(found.is_empty(), "src/README.md does not name {found:?}");
}

#[test]
fn every_script_explains_itself() {
    for entry in fs::read_dir(root().join("scripts")).unwrap() {
        let path = entry.unwrap().path();
        // as it is called from the root, and by a relative path from elsewhere
        let name = path.file_name().unwrap().to_str().unwrap();
        for (from, path) in [("", format!("scripts/{name}")), ("compat-tests/cases", format!("../../scripts/{name}"))] {
            let output = Command::new(&path).arg("--help").current_dir(root().join(from)).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.success() && text.contains("usage: "), "{path} --help");
        }
        let output = Command::new(&path).arg("--no-such-option").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{} --no-such-option", path.display());
    }
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let mut found = Vec::new();
    for folder in ["", "src", "compat-tests"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "md") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
                let outside = target.is_empty() || target.starts_with("http");
                if !outside && !path.parent().unwrap().join(target).exists() {
                    found.push(format!("{}: {target}", path.display()));
                }
            }
        }
    }
    nothing("a link to a file that is not there", &found);
}
