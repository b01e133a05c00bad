//! Process one, the init: the fork and the loop (README.md).
//!
//! In: rules and what the second process is. Out: the exit code. It knows nothing of the shell but a pipe that tells
//! whether it still is one. After the fork it allocates nothing and cannot fail: an error is logged, and the loop goes on.

pub mod log;
pub mod policy;
mod stragglers;
mod terminal;

use log::{Level, Line};
pub use policy::Settings;
use policy::{Action, Event, Policy, Target};

use crate::sys::trap::{Disposition, Mask};
use crate::sys::{self, Errno, Fd, Pid, Signal, WaitStatus, supervise};

/// What the supervisor is to do.
#[derive(Clone, Debug)]
pub struct Supervision {
    /// The rules.
    pub settings: Settings,
    /// `--subreaper`
    pub subreaper: bool,
    /// `--run`: the second process is a command from the start.
    pub command: bool,
    /// `--parent-death-signal`
    pub parent_death_signal: Option<Signal>,
    /// `--log`
    pub level: Level,
}

/// In the second process: its end of the pipe, which closes when it becomes another program.
pub struct Second {
    /// The end that is held open, close-on-exec.
    pub pipe: Fd,
}

/// Splits in two: the second process comes back; the first supervises it and never does.
/// `Err`: it could not be done, nothing was started.
pub fn start(supervision: Supervision) -> Result<Second, Errno> {
    let is_init = sys::child::id() == Pid(1);
    if let Some(signal) = supervision.parent_death_signal {
        supervise::set_parent_death_signal(signal)?;
    }
    if supervision.subreaper && !is_init {
        supervise::become_subreaper()?;
    }
    if !is_init && !supervision.subreaper && supervision.level >= Level::Warn {
        Line::default().text(b"not process 1 and no --subreaper: orphans will not be reaped here").write();
    }
    let mask = sys::trap::block_all();
    // whoever started us may have SIGCHLD ignored: then there would be no statuses to wait for
    let child_disposition = sys::trap::set(Signal::CHLD, Disposition::Default);
    let terminal = terminal::find();
    let (read, write) = sys::fd::pipe()?;
    let read = sys::fd::move_away(read).unwrap_or(read);
    let write = sys::fd::move_away(write).unwrap_or(write);
    let _ = sys::fd::set_cloexec(write, true);
    match sys::child::fork()? {
        None => {
            sys::fd::close(read);
            let _ = sys::child::set_group(Pid(0), Pid(0));
            terminal::give(terminal, sys::child::id());
            if child_disposition == Ok(Disposition::Ignore) {
                let _ = sys::trap::set(Signal::CHLD, Disposition::Ignore);
            }
            restore(&mask);
            Ok(Second { pipe: write })
        }
        Some(main) => {
            let _ = sys::child::set_group(main, Pid(0));
            sys::fd::close(write);
            let policy = Policy::new(supervision.settings, main, supervision.command);
            let watch = Watch { main, pipe: read, is_command: supervision.command, is_init };
            run(policy, watch, supervision.level, terminal)
        }
    }
}

fn restore(mask: &Mask) {
    sys::trap::restore(mask);
}

/// What the loop looks at.
struct Watch {
    main: Pid,
    pipe: Fd,
    is_command: bool,
    is_init: bool,
}

fn run(mut policy: Policy, mut watch: Watch, level: Level, terminal: terminal::Terminal) -> ! {
    loop {
        let none_left = reap(&mut policy, level);
        let reaped = Event::Reaped { none_left };
        if let Some(action) = policy.on(reaped, sys::clock::monotonic_nanos()) {
            carry_out(action, &watch, level, terminal);
            continue; // what was killed may have ended already
        }
        let deadline = policy.deadline();
        let event = match supervise::take_signal(deadline) {
            Some(taken) if taken.signal == Signal::CHLD => continue,
            Some(taken) => {
                if level >= Level::Info {
                    let line = Line::default().text(b"received ").signal(taken.signal).text(b" from ");
                    let mut name = [0; 16];
                    let length = supervise::command_name(taken.sender, &mut name);
                    line.process(taken.sender, name.get(..length).unwrap_or_default()).write();
                }
                if !watch.is_command && supervise::is_hung_up(watch.pipe) {
                    watch.is_command = true;
                    policy.became_command();
                }
                Event::Signal { signal: taken.signal, fault: taken.fault }
            }
            None => Event::Deadline,
        };
        if event == Event::Deadline && deadline.is_none() {
            continue; // interrupted
        }
        if !watch.is_command && supervise::is_hung_up(watch.pipe) {
            watch.is_command = true;
            policy.became_command();
        }
        if let Some(action) = policy.on(event, sys::clock::monotonic_nanos()) {
            carry_out(action, &watch, level, terminal);
        }
    }
}

/// Reaps everything that has ended; whether no child is left at all.
fn reap(policy: &mut Policy, level: Level) -> bool {
    loop {
        let mut name = [0; 16];
        let mut length = 0;
        if level >= Level::Info
            && let Some(pid) = supervise::peek_ended()
        {
            length = supervise::command_name(pid, &mut name);
        }
        match sys::child::wait_any(sys::child::Wait::Poll, false) {
            Ok(Some((pid, status))) => {
                if level >= Level::Info {
                    log_ended(pid, name.get(..length).unwrap_or_default(), status);
                }
                policy.on(Event::Ended { pid, code: status.code() }, 0);
            }
            Ok(None) => return false,
            Err(Errno::EINTR) => {}
            Err(_) => return true,
        }
    }
}

fn log_ended(pid: Pid, name: &[u8], status: WaitStatus) {
    let line = Line::default().text(b"reaped ").process(pid, name);
    match status {
        WaitStatus::Signaled(signal, _) => line.text(b": killed by ").signal(signal).write(),
        status => line.text(b": exit code ").number(i64::from(status.code())).write(),
    }
}

fn carry_out(action: Action, watch: &Watch, level: Level, terminal: terminal::Terminal) {
    match action {
        Action::Send { signal, to } => {
            let (pid, whom): (Pid, &[u8]) = match to {
                Target::Child => (watch.main, b"the main process"),
                Target::Group => (Pid(-watch.main.0), b"the process group"),
                Target::All => return stragglers::send(signal, watch.is_init, level),
            };
            let sent = sys::child::send(pid, signal.0);
            if sent.is_err() && to == Target::Group {
                // the group is not there yet, or the command has left it
                let _ = sys::child::send(watch.main, signal.0);
            }
            if level >= Level::Info {
                Line::default()
                    .text(b"sent ")
                    .signal(signal)
                    .text(b" to ")
                    .text(whom)
                    .text(b" ")
                    .number(i64::from(watch.main.0))
                    .write();
            }
        }
        Action::Stragglers(signal) => {
            stragglers::send(signal, watch.is_init, level);
            if signal != Signal::KILL {
                stragglers::send(Signal::CONT, watch.is_init, Level::Error);
            }
        }
        Action::Exit { code, before, rule } => {
            if level >= Level::Info {
                let line = Line::default().text(b"exit code ").number(i64::from(code));
                match rule {
                    Some(place) => line
                        .text(b": was ")
                        .number(i64::from(before))
                        .text(b", changed by rule ")
                        .number(place as i64 + 1)
                        .text(b" of --remap")
                        .write(),
                    None => line.write(),
                }
            }
            terminal::take_back(terminal);
            sys::child::exit(code);
        }
    }
}
