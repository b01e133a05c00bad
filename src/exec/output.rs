//! Standard output of builtins: write-through, in one write where it fits (src/README.md).

use super::report;
use crate::state::{Fds, Shell};
use crate::sys::{self, Errno, Fd, file};

/// Writes what a builtin has put out to descriptor 1; in an inline command substitution it stays as its result.
pub fn flush(shell: &mut Shell) -> Result<(), Errno> {
    if shell.fds.captured || shell.fds.out.is_empty() {
        return Ok(());
    }
    let rest = shell.fds.out.get(shell.fds.written.take()..).unwrap_or_default();
    let result = sys::fd::write_all(Fd::STDOUT, rest);
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

/// Writes the whole lines of it: bash's standard output is line buffered, so what was said before a message on standard error
/// stands before it (`printf 'a\n%d\n' x 2>&1`). What cannot be written is left for [`flush`] to tell.
pub fn flush_lines(shell: &Shell) {
    let Fds { out, written, captured, .. } = &shell.fds;
    let rest = out.get(written.get()..).unwrap_or_default();
    if let (false, Some(end)) = (*captured, memchr::memrchr(b'\n', rest))
        && sys::fd::write_all(Fd::STDOUT, rest.get(..=end).unwrap_or_default()).is_ok()
    {
        written.set(written.get() + end + 1);
    }
}
