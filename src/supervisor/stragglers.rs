//! Who is left when the main child has ended: found, named, signalled (README.md).

use super::log::{Level, Line};
use crate::sys::{Pid, Signal, child, supervise};

/// Sends `signal` to everything that is left: as process 1 in one call that nobody can slip through, else to each
/// descendant, in whatever group or session it is.
pub(super) fn send(signal: Signal, is_init: bool, level: Level) {
    let mut tell = |pid: Pid| {
        if !is_init {
            let _ = child::send(pid, signal.0);
        }
        if level >= Level::Info {
            let mut name = [0; 16];
            let length = supervise::command_name(pid, &mut name);
            let name = name.get(..length).unwrap_or_default();
            Line::default().text(b"still there: ").process(pid, name).text(b": ").signal(signal).write();
        }
    };
    if !is_init || level >= Level::Info {
        supervise::for_each_descendant(&mut tell);
    }
    if is_init {
        let _ = child::send(Pid(-1), signal.0); // nobody there: it has just ended
    }
}
