//! The controlling terminal's foreground process group (tcsetpgrp(3); bash manual 7.1).
//!
//! The main child has a process group of its own. It gets the terminal when we have it ourselves: at the start, or later, when
//! a shell above us brings us to the foreground. When Ctrl-Z stops it we stop too, so that the shell above gets its turn.

use crate::sys::{Fd, Pid, Signal, child, supervise};

/// The controlling terminal, if there is one.
#[derive(Clone, Copy)]
pub(super) struct Terminal {
    fd: Option<Fd>,
    /// We have opened it.
    opened: bool,
    ours: Pid,
}

impl Terminal {
    /// The terminal among descriptors 0 to 2, or the one that all three were redirected from.
    pub(super) fn find() -> Terminal {
        let ours = child::group();
        let among = [Fd::STDIN, Fd::STDOUT, Fd::STDERR].into_iter().find(|&fd| supervise::foreground(fd).is_some());
        let fd = among.or_else(supervise::open_terminal);
        Terminal { fd, opened: among.is_none(), ours }
    }

    /// A descriptor that children have no use for.
    pub(super) fn opened(self) -> Option<Fd> {
        self.fd.filter(|_| self.opened)
    }

    /// The terminal, if our group is its foreground group: only then is it ours to give. A group of another PID namespace is 0.
    pub(super) fn to_give(self) -> Option<Fd> {
        self.fd.filter(|&fd| supervise::foreground(fd).is_some_and(|group| group == self.ours || group == Pid(0)))
    }

    /// Puts `group` into the foreground if the terminal is ours to give. All signals are blocked, TTOU among them.
    pub(super) fn give(self, group: Pid) {
        if let Some(fd) = self.to_give() {
            let _ = supervise::set_foreground(fd, group);
        }
    }

    /// Puts our own group back, for whoever started us, if the terminal was given to `group` or to nobody who is left.
    pub(super) fn take_back(self, group: Pid) {
        let Some(fd) = self.fd else { return };
        let front = supervise::foreground(fd);
        if front.is_some_and(|front| front == group || child::send(Pid(-front.0), 0).is_err()) {
            let _ = supervise::set_foreground(fd, self.ours);
        }
    }

    /// The main child was stopped by `signal` from the terminal. As process 1 nobody else could wake it: it goes on, as a program
    /// that is process 1 itself would, which ignores Ctrl-Z. Elsewhere we stop as it did, and go on with it.
    pub(super) fn stopped(self, group: Pid, signal: Signal, is_init: bool) {
        if self.fd.is_none() {
            return;
        }
        if !is_init {
            self.take_back(group);
            supervise::stop_with_group(signal);
            self.give(group);
        }
        // who was stopped for being in the background would be stopped again at once
        if signal == Signal::TSTP || self.fd.is_some_and(|fd| supervise::foreground(fd) == Some(group)) {
            let _ = child::send(Pid(-group.0), Signal::CONT.0);
        }
    }
}
