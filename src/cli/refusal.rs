//! Why a command cannot be executed, in words that help.

use crate::sys::{Errno, file};

/// Why `program` cannot be executed, so that it can be put right: the kernel has one word for several things.
pub fn why(program: &[u8], error: Errno) -> String {
    let path = program.contains(&b'/');
    let stat = file::stat(program);
    match error {
        Errno::ENOEXEC if path && file::read_start(program).is_ok_and(|text| text.starts_with(b"\x7fELF")) => {
            "built for another machine than this one".to_owned()
        }
        Errno::ENOENT if program.contains(&b' ') && stat.is_err() => {
            "not found: it is one word with blanks in it (-c takes a string, --run takes words)".to_owned()
        }
        Errno::ENOENT if !path => "not found in PATH".to_owned(),
        Errno::ENOENT if stat.is_ok() => {
            let text = file::read_start(program).unwrap_or_default();
            match text.strip_prefix(b"#!") {
                Some(line) => {
                    let line = line.split(|&byte| byte == b'\n').next().unwrap_or_default();
                    format!("the interpreter of its #! line is not there: `{}'", line.escape_ascii())
                }
                None if text.starts_with(b"\x7fELF") => {
                    "its loader is not there: it was built for another C library (a static one needs none)".to_owned()
                }
                None => "no program, without a #! line, and there is no /bin/sh to read it".to_owned(),
            }
        }
        Errno::ENOEXEC => "not a program of this machine, and without a #! line".to_owned(),
        Errno::EACCES if stat.is_ok_and(|stat| stat.is_directory()) => "Is a directory".to_owned(),
        Errno::EACCES if path && !file::is_executable(program) => {
            "Permission denied: it is not executable for this user (chmod +x)".to_owned()
        }
        error => file::message(error),
    }
}

/// What will not go well when `program`, a path, is executed and stands here; `None`: nothing is known.
pub(super) fn foreseen(program: &[u8]) -> Option<&'static str> {
    let stat = file::stat(program).ok()?;
    let text = file::read_start(program).unwrap_or_default();
    // the low byte of e_machine, at 18 in either order for what Linux runs on: x86-64 runs i386 too, aarch64 arm
    let ours: &[u8] = if cfg!(target_arch = "aarch64") { &[183, 40] } else { &[62, 3] };
    if stat.is_directory() {
        Some("a directory: status 126")
    } else if !file::is_executable(program) {
        Some("not executable: status 126")
    } else if text.starts_with(b"\x7fELF") {
        text.get(18).is_some_and(|machine| !ours.contains(machine)).then_some("built for another machine: status 126")
    } else {
        (!text.starts_with(b"#!")).then_some("without a #! line: the shell reads it itself")
    }
}
