//! Standard output of builtins: write-through, in one write where it fits (src/README.md).

use crate::state::Shell;
use crate::sys::{self, Errno, Fd};

/// Writes what a builtin has put out to descriptor 1; in an inline command substitution it stays as its result.
pub fn flush(shell: &mut Shell) -> Result<(), Errno> {
    if shell.fds.captured || shell.fds.out.is_empty() {
        return Ok(());
    }
    let result = sys::fd::write_all(Fd::STDOUT, &shell.fds.out);
    shell.fds.out.clear();
    result
}
