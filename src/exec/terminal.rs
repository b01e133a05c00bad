//! Job control at a terminal: a command in the foreground has a process group of its own, which has the terminal while it
//! runs; one that stops becomes a job (bash manual 7.1).

use crate::state::{Opt, Shell};
use crate::sys::trap::{self, Disposition};
use crate::sys::{self, Fd, Pid, Signal, supervise};

/// Signals by which a terminal stops processes; the shell itself ignores them.
const STOPPING: [Signal; 3] = [Signal::TSTP, Signal::TTIN, Signal::TTOU];

/// Those as a set for [`sys::spawn::Spawn`].
pub(super) const STOPPING_SET: u128 = 1 << Signal::TSTP.0 | 1 << Signal::TTIN.0 | 1 << Signal::TTOU.0;

/// Takes the controlling terminal for this shell, which gets a process group of its own; false where there is none.
pub fn take(shell: &mut Shell) -> bool {
    let Some(terminal) = sys::tty::open_controlling() else { return false };
    while supervise::foreground(terminal).is_some_and(|group| group != sys::child::group()) {
        // somebody put us into the background: we wait for our turn
        if sys::child::send(Pid(0), Signal::TTIN.0).is_err() {
            break;
        }
    }
    for signal in STOPPING {
        let _ = trap::set(signal, Disposition::Ignore);
    }
    if sys::child::group() != sys::child::id() {
        let _ = sys::child::set_group(Pid(0), Pid(0));
    }
    let _ = supervise::set_foreground(terminal, sys::child::group());
    shell.jobs.terminal = Some(terminal);
    true
}

/// The terminal, where this process is the shell that gives it to its jobs.
pub(super) fn given(shell: &Shell) -> Option<Fd> {
    let terminal = shell.jobs.terminal?;
    (shell.process_serial == 0 && shell.options.get(Opt::MONITOR)).then_some(terminal)
}

/// In a child that is a copy of the shell: it may be stopped, and gives the terminal to nobody.
pub(super) fn forget(shell: &mut Shell) {
    if shell.jobs.terminal.take().is_some() {
        for signal in STOPPING {
            let _ = trap::set(signal, Disposition::Default);
        }
    }
}

/// In a child of a job in the foreground, before anything else: into the group of `leader`, or its own, which gets the
/// terminal.
pub(super) fn enter(terminal: Option<Fd>, leader: Option<Pid>) {
    let Some(terminal) = terminal else { return };
    let _ = sys::child::set_group(Pid(0), leader.unwrap_or(Pid(0)));
    if leader.is_none() {
        let mask = trap::block_all(); // a process of the background is stopped for this unless TTOU is blocked
        let _ = supervise::set_foreground(terminal, sys::child::id());
        trap::restore(&mask);
    }
}

/// Gives the terminal to `group` (`fg`).
pub fn give(shell: &Shell, group: Pid) {
    if let Some(terminal) = given(shell) {
        let _ = supervise::set_foreground(terminal, group);
    }
}

/// `checkwinsize`: LINES and COLUMNS are the terminal's once a command has ended.
pub fn note_size(shell: &mut Shell) {
    if !shell.options.get(Opt::CHECKWINSIZE) {
        return;
    }
    if let Some((lines, columns)) = sys::tty::size(shell.jobs.terminal.unwrap_or(Fd::STDERR)) {
        for (name, number) in [(&b"LINES"[..], lines), (b"COLUMNS", columns)] {
            let name = shell.names.intern(name);
            let _ = shell.assign(name, number.to_string().as_bytes()); // it may be readonly
        }
    }
}

/// Takes the terminal back when a job in the foreground has ended or stopped.
pub fn take_back(shell: &Shell) {
    if let Some(terminal) = given(shell) {
        let _ = supervise::set_foreground(terminal, sys::child::group());
    }
}
