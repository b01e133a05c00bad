//! Files that a shell runs by itself: at its start, and at the end of a login shell (bash manual 6.2).

use bstr::ByteSlice;

use super::eval;
use crate::exec::report;
use crate::state::{Flow, Shell, special};
use crate::syntax::Field;
use crate::sys::{self, Errno};

/// Runs a start-up file if it is there; whether it was. `~/` at its start is the home directory.
pub fn run_if_there(shell: &mut Shell, path: &[u8]) -> Result<bool, Flow> {
    let path = match path.strip_prefix(b"~/") {
        Some(rest) => {
            let home = shell.scalar(special::HOME).map(<[u8]>::to_vec);
            match home.or_else(|| Some(sys::user::account_by_uid(sys::user::uid())?.home)) {
                Some(home) => [&home, &b"/"[..], rest].concat(),
                None => return Ok(false),
            }
        }
        None => path.to_vec(),
    };
    match sys::file::read_file(&path) {
        Ok(script) => {
            eval::run_file(shell, Field::from(path), script, &[])?;
            Ok(true)
        }
        Err(Errno::EISDIR) => {
            report::message_without_line(shell, format_args!("{}: is a directory", path.as_bstr()));
            Ok(true)
        }
        Err(_) => Ok(false),
    }
}

/// Runs what a login shell runs at its end, once; its subshells do not.
pub fn run_logout_files(shell: &mut Shell) -> Result<(), Flow> {
    if shell.subshell_depth == 0 && !shell.dynamic.logged_out {
        shell.dynamic.logged_out = true;
        run_if_there(shell, b"~/.bash_logout")?;
        run_if_there(shell, b"/etc/bash.bash_logout")?; // Debian's bash
    }
    Ok(())
}
