//! Signals in the shell: pass on, wait, end (README.md; POSIX 2.11).
//!
//! A handler only notes a signal (`sys::trap`). Between commands a trap runs, or the shell ends. While a command is waited
//! for, a signal is passed on at once, the command is allowed to end, and then either its trap runs or nothing more does.

use super::{coprocess, job_text, output, report, terminal, traps};
use crate::state::{Condition, Flow, Job, JobState, Opt, Outcome, Process, Shell, Status, Trap};
use crate::sys::trap::{Arrived, Disposition};
use crate::sys::{self, Errno, Fd, Pid, Signal, WaitStatus};

/// Signals whose default is to end a process and that are not a fault of its own; with SIGPIPE left as it is.
const ENDING: &[u8] = &[1, 2, 3, 10, 12, 14, 15, 16, 24, 25, 26, 27, 29, 30];
/// Those that tell of a fault, if not sent by somebody. Below a supervisor they are passed on like the others.
const FAULTS: &[u8] = &[4, 5, 6, 7, 8, 11, 31];
/// Signals that are passed on though they end nothing.
const HARMLESS: &[u8] = &[18, 20, 23, 28];

/// Whether a signal came that nobody has looked at.
#[inline]
pub fn pending() -> bool {
    sys::trap::pending()
}

/// Catches what a shell must not die of while it has children or traps; once, at the first need. What was ignored at entry
/// stays ignored (POSIX 2.11).
pub fn catch(shell: &mut Shell) {
    if std::mem::replace(&mut shell.traps.caught, true) {
        return;
    }
    let _ = sys::trap::set(Signal::CHLD, Disposition::Caught);
    for number in 1..=Signal::MAX {
        let signal = Signal(number);
        if !is_caught(shell, signal) || *shell.traps.get(Condition::of(signal)) != Trap::Default {
            continue;
        }
        if sys::trap::set(signal, Disposition::Caught) == Ok(Disposition::Ignore) {
            let _ = sys::trap::set(signal, Disposition::Ignore);
            shell.traps.ignored_at_entry |= 1 << number;
            shell.traps.set(Condition::of(signal), Trap::Ignored);
        }
    }
}

/// Whether a shell with children catches `signal` without a trap.
fn is_caught(shell: &Shell, signal: Signal) -> bool {
    ENDING.contains(&signal.0)
        || shell.invocation.supervised.is_some()
            && (ends(signal) || HARMLESS.contains(&signal.0))
            && (signal != Signal::TSTP || shell.jobs.terminal.is_none())
}

/// What `trap` has changed for `signal` is made so: caught, ignored, or back to what a shell does without a trap.
pub fn arrange(shell: &mut Shell, signal: Signal) {
    let disposition = match shell.traps.get(Condition::of(signal)) {
        Trap::Command(_) => Disposition::Caught,
        Trap::Ignored => Disposition::Ignore,
        Trap::Default if shell.traps.caught && (signal == Signal::CHLD || is_caught(shell, signal)) => {
            Disposition::Caught
        }
        Trap::Default => Disposition::Default,
    };
    let _ = sys::trap::set(signal, disposition);
}

/// Notes which signals were ignored when the shell started, so that `trap` shows them and leaves them so (POSIX 2.11). A
/// process that is a copy of the shell has its parent's notes.
pub fn note_ignored_at_entry(shell: &mut Shell) {
    if shell.process_serial > 0 {
        return;
    }
    for number in 1..=Signal::MAX {
        let condition = Condition::of(Signal(number));
        let untouched = *shell.traps.get(condition) == Trap::Default;
        if untouched && sys::trap::get(Signal(number)) == Disposition::Ignore {
            shell.traps.ignored_at_entry |= 1 << number;
            shell.traps.set(condition, Trap::Ignored);
        }
    }
}

/// What a forked subshell starts with.
pub fn reset_for_subshell(shell: &mut Shell) {
    shell.traps.due = 0;
    for number in 1..=Signal::MAX {
        if shell.traps.has_command(Condition(number)) && !ENDING.contains(&number) {
            let _ = sys::trap::set(Signal(number), Disposition::Default);
        }
    }
}

/// Forks; `None` in the child. What builtins have put out is written first. Failure is told, and ends the command.
pub fn fork(shell: &mut Shell) -> Result<Option<Pid>, Flow> {
    catch(shell);
    let _ = output::flush(shell);
    let supervised = shell.invocation.supervised;
    let result = patiently(shell, || {
        let mask = sys::trap::block_all();
        let result = sys::child::fork();
        if result == Ok(None) {
            sys::trap::clear();
            if let Some(pipe) = supervised {
                sys::fd::close(pipe); // this copy is not the shell that the supervisor looks at
            }
        }
        sys::trap::restore(&mask);
        result
    });
    result.map_err(|error| fork_failed(shell, "fork", error))
}

/// Makes a process with `attempt`, and tries again after 1, 2, 4 and 8 seconds while the limit of processes is reached, as
/// bash does: what ends meanwhile makes room. A signal that is to be looked at ends the patience.
pub fn patiently<T>(shell: &Shell, attempt: impl Fn() -> Result<T, Errno>) -> Result<T, Errno> {
    let mut pause = 1_000_000_000;
    loop {
        match attempt() {
            Err(Errno::EAGAIN) if pause <= 8_000_000_000 => {}
            result => return result,
        }
        report::message(shell, format_args!("fork: retry: {}", sys::file::message(Errno::EAGAIN)));
        let mask = sys::trap::block_all();
        sys::trap::sleep(&mask, Some(sys::clock::monotonic_nanos() + pause));
        sys::trap::restore(&mask);
        if (1..=Signal::MAX).any(|number| number != Signal::CHLD.0 && sys::trap::is_pending(Signal(number))) {
            return Err(Errno::EAGAIN);
        }
        pause *= 2;
    }
}

/// Tells that no process could be made.
pub fn fork_failed(shell: &mut Shell, what: &str, error: Errno) -> Flow {
    report::message(shell, format_args!("{what}: {}", sys::file::message(error)));
    Flow::Abandon(Status(254))
}

/// Looks at what came while no command was waited for: traps run; a signal that ends a shell ends it.
pub fn between_commands(shell: &mut Shell) -> Result<(), Flow> {
    // in an inline subshell a trap is the parent's: it runs when the subshell has ended
    let wanted = if shell.journal.inline > 0 { !trapped_set(shell) } else { !0 };
    while let Some(arrived) = sys::trap::take(wanted) {
        match shell.traps.get(Condition::of(arrived.signal)) {
            Trap::Command(_) => shell.traps.due |= 1 << arrived.signal.0,
            Trap::Ignored => {}
            Trap::Default if stays(shell) && is_survived(arrived.signal) => {
                if arrived.signal == Signal::INT {
                    shell.jobs.ctrl_c = true;
                    return Err(Flow::Abandon(Status(128 + arrived.signal.0)));
                }
            }
            Trap::Default if ends(arrived.signal) => {
                shell.stop = Some(arrived.signal);
                return Err(traps::leave(shell, Status(128 + arrived.signal.0)));
            }
            Trap::Default => propagate(shell, arrived),
        }
    }
    traps::run_due(shell)
}

fn ends(signal: Signal) -> bool {
    ENDING.contains(&signal.0) || FAULTS.contains(&signal.0) || signal.0 >= Signal::RTMIN
}

/// Whether this is an interactive shell itself: it is there again when a command has ended.
pub fn stays(shell: &Shell) -> bool {
    shell.invocation.interactive && shell.process_serial == 0
}

/// What an interactive shell does not die of (bash manual 3.7.6). INT ends what runs.
fn is_survived(signal: Signal) -> bool {
    matches!(signal, Signal::INT | Signal::QUIT | Signal::TERM)
}

/// Looks at what came while children are waited for: it is passed on, and remembered for afterwards. What one of our own
/// children has sent is between it and us: nobody gets it back, a trap runs when the command has ended, and without one
/// the shell ends at once. With SIGINT it does so only if the command that is waited for (`foreground`) dies of it too.
fn while_waiting(shell: &mut Shell, wanted: u64, foreground: bool) {
    while let Some(arrived) = sys::trap::take(wanted) {
        let Arrived { signal, sender, .. } = arrived;
        let ours = sender.0 > 0 && (shell.jobs.reaped.contains(&sender) || sys::child::is_descendant(sender));
        match shell.traps.get(Condition::of(signal)) {
            Trap::Ignored => continue,
            Trap::Default if stays(shell) && is_survived(signal) => {
                shell.jobs.ctrl_c |= signal == Signal::INT && !foreground;
                continue;
            }
            Trap::Command(_) => shell.traps.due |= 1 << signal.0,
            Trap::Default if ours && foreground && signal == Signal::INT => shell.jobs.interrupted = true,
            Trap::Default if ends(signal) => shell.stop = Some(signal),
            Trap::Default => {}
        }
        if !ours {
            propagate(shell, arrived);
            if !foreground && shell.stop == Some(signal) && matches!(signal, Signal::INT | Signal::QUIT) {
                stop_the_deaf(shell, signal);
            }
        } else if shell.stop.is_some() {
            shell.jobs.left = true;
        }
    }
}

/// In `wait`, which `signal` ends: jobs without job control ignore it, and would be waited for for ever. Below a supervisor they are
/// to end before the shell does: they get TERM in its place. Elsewhere the shell leaves them, as bash does.
fn stop_the_deaf(shell: &mut Shell, signal: Signal) {
    let list: &[Job] = if shell.jobs.inherited { &[] } else { &shell.jobs.list };
    let running = list.iter().flat_map(|job| &job.processes).filter(|process| process.status.is_none());
    let mut any = false;
    for process in running.filter(|process| sys::child::ignores(process.pid, signal)) {
        any = true;
        if shell.invocation.supervised.is_some() {
            let _ = send(shell, process.pid, Signal::TERM.0);
        }
    }
    shell.jobs.left |= any && shell.invocation.supervised.is_none();
}

/// Sends a signal as [`sys::child::send`] does. A supervisor is told whom TERM has reached: who is left when we have ended does not
/// get it again.
pub fn send(shell: &Shell, pid: Pid, signal: u8) -> Result<(), Errno> {
    sys::child::send(pid, signal)?;
    if signal == Signal::TERM.0
        && shell.process_serial == 0
        && let Some(pipe) = shell.invocation.supervised
    {
        sys::supervise::report(pipe, if pid.0 == 0 { Pid(-sys::child::group().0) } else { pid });
    }
    Ok(())
}

/// Passes a signal on to our children, unless they have it already: from the terminal, or because one of us sent it to the
/// whole group. One of us tells the two apart: to one process it uses sigqueue(3), to a group kill(2).
fn propagate(shell: &mut Shell, arrived: Arrived) {
    pass_on(shell, arrived);
    if arrived.signal == Signal::TSTP {
        sys::trap::stop_self();
    }
}

fn pass_on(shell: &mut Shell, arrived: Arrived) {
    let Arrived { signal, from_kernel, perhaps_group, sender } = arrived;
    if ends(signal) {
        shell.jobs.passed_on = Some(signal);
    }
    if from_kernel || perhaps_group && sys::child::is_same_program(sender) {
        return;
    }
    let me = sys::child::id();
    if sys::child::group() == me {
        let disposition = sys::trap::set(signal, Disposition::Ignore);
        let _ = send(shell, Pid(0), signal.0);
        // while signals are blocked ours is pending though ignored: setting it ignored anew discards it
        let _ = sys::trap::set(signal, Disposition::Ignore);
        if let Ok(disposition) = disposition {
            let _ = sys::trap::set(signal, disposition);
        }
        for job in shell.jobs.list.iter().filter(|job| !shell.jobs.inherited && job.state() != JobState::Done) {
            job.group.map(|group| send(shell, Pid(-group.0), signal.0)); // job control has set it apart
        }
        return;
    }
    let list: &[Job] = if shell.jobs.inherited { &[] } else { &shell.jobs.list };
    let jobs = list.iter().flat_map(|job| &job.processes);
    // a reader's turn comes later
    let front = shell.jobs.foreground.iter().filter(|process| sys::child::group_of(process.pid) != Some(process.pid));
    for process in jobs.chain(front).filter(|process| process.status.is_none()) {
        let _ = send(shell, process.pid, signal.0);
    }
}

/// Waits for processes in the foreground: their statuses in the same order. Background children that end meanwhile are
/// noted with their jobs.
pub fn wait_all(shell: &mut Shell, pids: &[Pid]) -> Vec<Process> {
    wait_in_order(shell, pids, None)
}

/// The same for a pipeline. With `order` its readers are in groups of their own, and end in order.
pub fn wait_in_order(shell: &mut Shell, pids: &[Pid], mut order: Option<Order>) -> Vec<Process> {
    let outer = std::mem::take(&mut shell.jobs.foreground);
    shell.jobs.foreground.extend(pids.iter().map(|&pid| Process::new(pid)));
    shell.jobs.passed_on = None;
    let mask = sys::trap::block_all();
    loop {
        if pending() {
            while_waiting(shell, !0, true);
        }
        reap(shell);
        if shell.jobs.left || shell.jobs.foreground.iter().all(|process| process.status.is_some()) {
            break;
        }
        let deadline = order.as_mut().and_then(|order| order.advance(shell));
        sys::trap::sleep(&mask, deadline);
    }
    sys::trap::restore(&mask);
    let mut ended = std::mem::replace(&mut shell.jobs.foreground, outer);
    if shell.options.get(Opt::MONITOR) {
        terminal::take_back(shell);
    }
    if shell.process_serial == 0 && shell.journal.inline == 0 {
        terminal::note_size(shell);
    }
    while let Some(number) = shell.jobs.killed.pop() {
        job_text::tell_killed(shell, number);
        shell.jobs.remove(number);
    }
    dispose_coprocess(shell);
    let lost = WaitStatus::Exited(shell.stop.map_or(127, |signal| 128 + signal.0));
    for process in &mut ended {
        process.status.get_or_insert(lost);
    }
    if std::mem::take(&mut shell.jobs.interrupted)
        && let Some(WaitStatus::Signaled(Signal::INT, _)) = ended.last().and_then(|process| process.status)
    {
        shell.stop = Some(Signal::INT);
    }
    ended
}

/// How a pipeline is stopped: the signal goes to what has no living writer before it. A reader sees the end of its input,
/// drains what is in the pipe, and gets the signal itself only if it is still there a second later.
#[derive(Default)]
pub struct Order {
    /// How many of the processes, from the first, have had the signal.
    reached: usize,
    /// The reader whose writer has ended, and since when.
    drains: Option<(usize, i64)>,
}

impl Order {
    /// How long a reader may drain, in nanoseconds.
    const PATIENCE: i64 = 1_000_000_000;

    /// Signals whose turn it is; the time when it has to be looked at again.
    fn advance(&mut self, shell: &Shell) -> Option<i64> {
        let signal = shell.jobs.passed_on?;
        let place = shell.jobs.foreground.iter().position(|process| process.status.is_none())?;
        let now = sys::clock::monotonic_nanos();
        if self.reached == 0 {
            // the first has it, being of our group; when that has ended already it is the turn of the one behind it
            self.reached = place + 1;
            if place > 0 {
                self.send(shell, place, signal);
            }
        }
        if place < self.reached {
            return None;
        }
        let since = match self.drains {
            Some((draining, since)) if draining == place => since,
            _ => self.drains.insert((place, now)).1,
        };
        if now - since < Order::PATIENCE {
            return Some(since + Order::PATIENCE);
        }
        self.reached = place + 1;
        self.send(shell, place, signal);
        None
    }

    fn send(&self, shell: &Shell, place: usize, signal: Signal) {
        if let Some(process) = shell.jobs.foreground.get(place) {
            let _ = sys::child::send(Pid(-process.pid.0), signal.0);
        }
    }
}

/// Notes every child that has ended. When there are no children at all the foreground's are taken as lost: 127.
fn reap(shell: &mut Shell) {
    loop {
        match sys::child::wait_any(sys::child::Wait::Poll, shell.options.get(Opt::MONITOR)) {
            Ok(Some((pid, status))) => note(shell, pid, status),
            Ok(None) | Err(Errno::EINTR) => return,
            Err(_) => {
                for process in &mut shell.jobs.foreground {
                    process.status.get_or_insert(WaitStatus::Exited(127));
                }
                return;
            }
        }
    }
}

/// Notes what has become of `pid`.
fn note(shell: &mut Shell, pid: Pid, status: WaitStatus) {
    match status {
        WaitStatus::Exited(_) | WaitStatus::Signaled(..) => note_ended(shell, pid, status),
        WaitStatus::Stopped(_) | WaitStatus::Continued => {
            shell.jobs.record(pid, status);
        }
    }
}

/// Notes that `pid` has ended, for whoever waits for it and for a trap on CHLD, which runs once for each.
fn note_ended(shell: &mut Shell, pid: Pid, status: WaitStatus) {
    shell.jobs.record(pid, status);
    if matches!(status, WaitStatus::Signaled(..))
        && let Some(job) = shell.jobs.of_pid(pid)
        && job.pid() == Some(pid)
    {
        let number = job.number;
        shell.jobs.killed.push(number);
    }
    if shell.traps.has_command(Condition::of(Signal::CHLD)) {
        shell.traps.children_ended += 1;
        shell.traps.due |= 1 << Signal::CHLD.0;
    }
}

/// Notes, without waiting, which children have ended (`jobs`, `wait`).
pub fn reap_ended(shell: &mut Shell) {
    reap(shell);
}

/// Why a wait for something else than the foreground came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Woken {
    /// What was waited for has happened.
    Done,
    /// A signal with a trap came: `wait` ends with 128 + its number.
    Trapped(Signal),
    /// There is no child left.
    NoChildren,
}

/// Sleeps until `done` says so of the jobs, or a signal with a trap comes (`wait`). One without a trap that ends a shell
/// is passed on, and the wait goes on until the children have ended.
pub fn wait_until(shell: &mut Shell, mut done: impl FnMut(&mut Shell) -> bool) -> Woken {
    catch(shell);
    let mask = sys::trap::block_all();
    let woken = loop {
        if pending() {
            let untrapped = !trapped_set(shell);
            while_waiting(shell, untrapped, false);
        }
        let none_left = reap_or_none(shell);
        if shell.jobs.ctrl_c {
            break Woken::Trapped(Signal::INT);
        }
        if done(shell) {
            break Woken::Done;
        }
        if none_left {
            break Woken::NoChildren;
        }
        if let Some(signal) = trapped(shell) {
            break Woken::Trapped(signal);
        }
        if let Some(signal) = shell.stop.filter(|_| shell.jobs.left) {
            break Woken::Trapped(signal);
        }
        sys::trap::sleep(&mask, None);
    };
    sys::trap::restore(&mask);
    dispose_coprocess(shell);
    woken
}

fn dispose_coprocess(shell: &mut Shell) {
    if std::mem::take(&mut shell.jobs.coprocess_ended) {
        coprocess::dispose(shell);
    }
}

/// Notes who has ended; true when there is no child at all.
fn reap_or_none(shell: &mut Shell) -> bool {
    loop {
        match sys::child::wait_any(sys::child::Wait::Poll, shell.options.get(Opt::MONITOR)) {
            Ok(Some((pid, status))) => note(shell, pid, status),
            Ok(None) | Err(Errno::EINTR) => return false,
            Err(_) => return true,
        }
    }
}

/// The signals that have a trap; bit n - 1: signal n.
fn trapped_set(shell: &Shell) -> u64 {
    let trapped = (1..=Signal::MAX).filter(|&number| shell.traps.has_command(Condition(number)));
    trapped.fold(0, |set, number| set | 1u64 << (number - 1))
}

/// A signal that came and has a trap: its trap is due, and it is not passed on.
pub fn trapped(shell: &mut Shell) -> Option<Signal> {
    let arrived = sys::trap::take(trapped_set(shell))?;
    shell.traps.due |= 1 << arrived.signal.0;
    Some(arrived.signal)
}

/// Waits for one or several processes of a foreground command: the status of the last. That a signal has ended or stopped
/// it is told where the command is known.
pub fn wait_foreground(shell: &mut Shell, pids: &[Pid]) -> Outcome {
    let ended = wait_all(shell, pids);
    let status = ended.last().and_then(|process| process.status).unwrap_or(WaitStatus::Exited(0));
    if !matches!(status, WaitStatus::Exited(_)) {
        shell.killed = Some(ended);
    }
    Ok(Status(status.code()))
}

/// Reads what a command substitution's process writes, to the end; signals are passed on meanwhile.
pub fn read_output(shell: &mut Shell, fd: Fd, child: Pid, into: &mut Vec<u8>) {
    let outer = std::mem::take(&mut shell.jobs.foreground);
    shell.jobs.foreground.push(Process::new(child));
    let mask = sys::trap::block_all();
    let mut wide = false;
    loop {
        if pending() {
            while_waiting(shell, !0, true);
        }
        if shell.jobs.left {
            break;
        }
        if !sys::fd::wait_readable_unblocked(fd, &mask) {
            continue;
        }
        match sys::fd::read_more(fd, into) {
            Ok(1..) => {
                if !wide && into.len() >= 1 << 18 {
                    wide = true;
                    sys::fd::widen_pipe(fd);
                }
            }
            Err(Errno::EINTR) => {}
            Ok(0) => break,
            Err(error) => {
                report::message(shell, format_args!("read error: {}", sys::file::message(error)));
                break;
            }
        }
    }
    sys::trap::restore(&mask);
    shell.jobs.foreground = outer;
}

/// Ends this process with `status`; by the signal itself where that is why the shell stops and what its parent should see.
pub fn end(shell: &mut Shell, status: Status) -> ! {
    match shell.stop {
        Some(signal) if status.0 == 128 + signal.0 => sys::child::die_by(signal),
        _ => sys::child::exit(status.0),
    }
}
