//! Who is left when the main child has ended: found, named, signalled (README.md).

use super::log::{Level, Log};
use crate::sys::{Pid, Signal, child, supervise};

/// Sends `signal` to everything that is left: as process 1 in one call that nobody can slip through, else to each
/// descendant, in whatever group or session it is. Without /proc nobody can be found: then to the `group` of the main child.
pub(super) fn send(signal: Signal, is_init: bool, group: Pid, log: Log) {
    if is_init {
        if log.wants(Level::Info) {
            supervise::for_each_descendant(|pid| tell(pid, signal, log));
        }
        let _ = child::send(Pid(-1), signal.0); // nobody there: it has just ended
        return;
    }
    if signal == Signal::KILL {
        hold(log);
    }
    let found = supervise::for_each_descendant(|pid| {
        let _ = child::send(pid, signal.0);
        tell(pid, signal, log);
    });
    if !found {
        let _ = child::send(Pid(-group.0), signal.0);
    }
}

/// Stops all of them, again and again until no new one is found: who is stopped cannot fork between being seen and killed.
fn hold(log: Log) {
    for round in 0..100 {
        let mut running = 0;
        supervise::for_each_running_descendant(|pid| {
            running += 1;
            let _ = child::send(pid, Signal::STOP.0);
        });
        if running == 0 {
            return;
        }
        if round == 1
            && let Some(line) = log.line(Level::Debug, b"still forking")
        {
            line.number(b"processes", b": ", running).write();
        }
    }
}

fn tell(pid: Pid, signal: Signal, log: Log) {
    if let Some(line) = log.line(Level::Info, b"still there") {
        let mut name = [0; 16];
        let length = supervise::command_name(pid, &mut name);
        line.process(b": ", pid, name.get(..length).unwrap_or_default()).signal(b"signal", b": ", signal).write();
    }
}
