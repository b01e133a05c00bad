//! The script that an operand names: found, read and looked at (bash manual 3.8).

use bstr::ByteSlice;

use crate::exec::{find, report};
use crate::state::{Shell, Status};
use crate::syntax::Field;
use crate::sys::{self, Errno};

/// How much of a file is looked at for null bytes: bash's sample.
const SAMPLE: usize = 80;

/// The text of the script: the file itself, or the one of that name in PATH. A message and a status when it cannot be run.
pub(super) fn open(shell: &mut Shell, path: &[u8]) -> Result<Vec<u8>, Status> {
    let (found, script) = match sys::file::read_file(path) {
        Err(Errno::ENOENT) if !path.contains(&b'/') => match find::search(shell, path) {
            Some((found, _)) => (found.clone(), sys::file::read_file(&found)),
            None => (Field::from(path), Err(Errno::ENOENT)),
        },
        script => (Field::from(path), script),
    };
    let refuse = |shell: &Shell, text: &str, status| {
        let name = shell.invocation.name.as_bstr();
        let name = if status == Status::NOT_FOUND { name } else { found.as_bstr() };
        report::plain(format_args!("{name}: {}: {text}", found.as_bstr()));
        Err(status)
    };
    match script {
        Err(error @ Errno::EISDIR) => refuse(shell, &sys::file::message(error), Status::NOT_EXECUTABLE),
        Err(error) => {
            let status = if error == Errno::ENOENT { Status::NOT_FOUND } else { Status::NOT_EXECUTABLE };
            report::message_without_line(shell, format_args!("{}: {}", found.as_bstr(), sys::file::message(error)));
            Err(status)
        }
        Ok(script) if is_binary(&script) => refuse(shell, "cannot execute binary file", Status::NOT_EXECUTABLE),
        Ok(script) => {
            shell.frames.script = found;
            Ok(script)
        }
    }
}

/// Whether it is a program, or there is a null byte in the first line, as far as the sample goes.
pub fn is_binary(script: &[u8]) -> bool {
    if script.starts_with(b"\x7fELF") {
        return true;
    }
    let sample = script.get(..SAMPLE).unwrap_or(script);
    let end = memchr::memchr(b'\n', sample).unwrap_or(sample.len());
    sample.iter().take(end).any(|&byte| byte == 0)
}
