//! Who is left when the main child has ended: found, named, signalled (README.md).

use super::log::{Level, Log};
use crate::sys::{Pid, Signal, child, clock, supervise};

/// Ticks after which a TERM counts no more: ten minutes.
const FORGOTTEN: u32 = 10 * 60 * 100;

/// Whom TERM has reached already: the last of them.
#[derive(Default)]
pub(super) struct Reached {
    list: [supervise::Reached; 16],
    count: usize,
}

impl Reached {
    pub(super) fn note(&mut self, reached: supervise::Reached) {
        self.list[self.count % self.list.len()] = reached;
        self.count += 1;
    }

    /// Whether `pid` was there when it was sent to it or its group, and not so long ago that it has made nothing of it.
    fn has(&self, pid: Pid) -> bool {
        supervise::group_and_start(pid).is_some_and(|(group, started)| {
            let now = clock::boot_ticks();
            let fresh = |tick: u32| started <= tick && now.wrapping_sub(tick) < FORGOTTEN;
            let mut list = self.list.iter().take(self.count);
            list.any(|&(whom, tick)| (whom == pid.0 || whom == -group.0) && fresh(tick))
        })
    }
}

/// Sends `signal` to everything that is left: as process 1 in one call that nobody can slip through, else to each
/// descendant, in whatever group or session it is. Without /proc only children can be found: then to them and to the `group` of the
/// main child. What they leave behind comes to us as a child, for the next round. Whom it has `reached` does not get it again.
pub(super) fn send(signal: Signal, is_init: bool, group: Pid, log: Log, reached: Option<&Reached>) {
    let reached = reached.filter(|reached| reached.count > 0);
    if is_init && reached.is_none() {
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
        if !reached.is_some_and(|reached| reached.has(pid)) {
            let _ = child::send(pid, signal.0);
            tell(pid, signal, log);
        }
    });
    if !found && is_init {
        let _ = child::send(Pid(-1), signal.0);
    } else if !found {
        let _ = child::send(Pid(-group.0), signal.0);
        supervise::for_each_child(group, |pid| {
            let _ = child::send(pid, signal.0);
            tell(pid, signal, log);
        });
    }
}

/// Stops all of them, again and again until no new one is found. Who has a signal coming cannot fork any more (fork(2) is taken
/// back), so what is killed next has nobody that was not seen.
fn hold(log: Log) {
    let mut before = (0, 0);
    for _ in 0..20 {
        let mut seen = (0, 0);
        supervise::for_each_descendant(|pid| {
            seen = (seen.0 + 1, seen.1 ^ pid.0);
            let _ = child::send(pid, Signal::STOP.0);
        });
        if seen == before {
            return;
        }
        before = seen;
    }
    if let Some(line) = log.line(Level::Debug, b"still forking") {
        line.number(b"processes", b": ", before.0).write();
    }
}

fn tell(pid: Pid, signal: Signal, log: Log) {
    if let Some(line) = log.line(Level::Info, b"still there") {
        let mut name = [0; 16];
        let length = supervise::command_name(pid, &mut name);
        line.process(b": ", pid, name.get(..length).unwrap_or_default()).signal(b"signal", b": ", signal).write();
    }
}
