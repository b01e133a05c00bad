//! The controlling terminal's foreground process group (tcsetpgrp(3); bash manual 7.1).

use crate::sys::{Fd, Pid, supervise};

/// A terminal whose foreground group we are, and our group.
pub(super) type Terminal = Option<(Fd, Pid)>;

/// The terminal among descriptors 0 to 2, if there is one and our group is its foreground group: only then is it ours to
/// give.
pub(super) fn find() -> Terminal {
    let ours = crate::sys::child::group();
    let in_front = |fd: &Fd| supervise::foreground(*fd) == Some(ours) || supervise::foreground(*fd) == Some(Pid(0));
    [Fd::STDIN, Fd::STDOUT, Fd::STDERR].into_iter().find(in_front).map(|fd| (fd, ours))
}

/// Puts `group` into the foreground. All signals are blocked, TTOU among them.
pub(super) fn give(terminal: Terminal, group: Pid) {
    if let Some((fd, _)) = terminal {
        let _ = supervise::set_foreground(fd, group);
    }
}

/// Puts our own group back, for whoever started us.
pub(super) fn take_back(terminal: Terminal) {
    if let Some((fd, ours)) = terminal {
        let _ = supervise::set_foreground(fd, ours);
    }
}
