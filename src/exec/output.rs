//! Standard output of builtins: write-through, in one write where it fits (src/README.md).

use super::report;
use crate::state::Shell;
use crate::sys::{self, Errno, Fd, file};

/// Writes what a builtin has put out to descriptor 1; in an inline command substitution it stays as its result.
pub fn flush(shell: &mut Shell) -> Result<(), Errno> {
    if shell.fds.captured || shell.fds.out.is_empty() {
        return Ok(());
    }
    let result = sys::fd::write_all(Fd::STDOUT, &shell.fds.out);
    shell.fds.out.clear();
    result
}

/// The same for a builtin in which bash does not look whether it could write: `kill -l >/dev/full; echo $?`
pub fn flush_unchecked(shell: &mut Shell) {
    let _ = flush(shell);
}

/// The same for a builtin that tells but does not fail: `popd >/dev/full; echo $?`
pub fn flush_told(shell: &mut Shell, builtin: &str) {
    if let Err(error) = flush(shell) {
        report::message(shell, format_args!("{builtin}: write error: {}", file::message(error)));
    }
}
