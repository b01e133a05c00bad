//! Standard output of builtins, and which descriptors the shell keeps for itself.

use std::cell::Cell;

use crate::sys::{Fd, fd};

/// What builtins write, and where descriptor 1 leads.
#[derive(Default)]
pub struct Fds {
    /// Output of the builtin that runs; written to descriptor 1 when it ends. While `captured`, it is the result of the
    /// innermost inline command substitution and stays here.
    pub out: Vec<u8>,
    /// How much of it is written already: whole lines go out before a message on standard error does.
    pub written: Cell<usize>,
    /// Descriptor 1 is the buffer above, not the real one.
    pub captured: bool,
    /// An inline command substitution is open, though descriptor 1 may be redirected in it.
    pub capturing: bool,
    /// Where in the journal it began.
    pub capture_mark: super::Mark,
    /// Our ends of the pipes of process substitutions, the last the innermost command's.
    pub substitutions: Vec<Fd>,
}

impl Fds {
    /// Closes the process substitutions of a command that has ended: all but the first `count`.
    pub fn close_substitutions(&mut self, count: usize) {
        for end in self.substitutions.drain(count.min(self.substitutions.len())..) {
            fd::close(end);
        }
    }
}
