//! Why a command cannot be executed, in words that help.

use crate::sys::{Errno, file};

/// Why `program` cannot be executed, so that it can be put right: the kernel has one word for several things.
pub fn why(program: &[u8], error: Errno) -> String {
    let path = program.contains(&b'/');
    let stat = file::stat(program);
    match error {
        Errno::ENOENT if program.contains(&b' ') && stat.is_err() => {
            "not found: it is one word with blanks in it (-c takes a string, --run takes words)".to_owned()
        }
        Errno::ENOENT if !path => "not found in PATH".to_owned(),
        Errno::ENOENT if stat.is_ok() => match file::read_file(program).unwrap_or_default().strip_prefix(b"#!") {
            Some(line) => {
                let line = line.split(|&byte| byte == b'\n').next().unwrap_or_default();
                format!("the interpreter of its #! line is not there: `{}'", line.escape_ascii())
            }
            None => "its loader is not there: it was built for another C library (a static one needs none)".to_owned(),
        },
        Errno::ENOEXEC => "not a program of this machine, and without a #! line".to_owned(),
        Errno::EACCES if stat.is_ok_and(|stat| stat.is_directory()) => "Is a directory".to_owned(),
        Errno::EACCES if path && !file::is_executable(program) => {
            "Permission denied: it is not executable for this user (chmod +x)".to_owned()
        }
        error => file::message(error),
    }
}
