//! Process one, the init: the start and the loop (README.md).
//!
//! In: rules and what the second process is. Out: the exit code. It knows nothing of the shell but a pipe that tells
//! whether it still is one. After the fork it allocates nothing and cannot fail: an error is logged, and the loop goes on.

mod ending;
pub mod log;
pub mod policy;
mod stragglers;
mod terminal;

use std::ffi::{CStr, CString};

use ending::Ended;
use log::{Level, Log};
pub use policy::Settings;
use policy::{Action, Ending, Event, Kept, Policy, Target};
use terminal::Terminal;

use crate::sys::supervise::Taken;
use crate::sys::trap::{Disposition, Mask};
use crate::sys::{self, Errno, Fd, Pid, Signal, WaitStatus, launch, supervise};

/// What the supervisor is to do.
#[derive(Clone, Debug)]
pub struct Supervision {
    /// The rules.
    pub settings: Settings,
    /// `--subreaper`
    pub subreaper: bool,
    /// `--parent-death-signal`
    pub parent_death_signal: Option<Signal>,
    /// `--log`, `--log-format`
    pub log: Log,
    /// `--termination-log`; without it the file that Kubernetes reads, where it is.
    pub termination_log: Option<CString>,
    /// The command gets a session of its own, and we stop when it is told to (dumb-init).
    pub session: bool,
    /// A warning for each orphan that is reaped (`tini -w`).
    pub warns_of_orphans: bool,
    /// The mask that there was, where all signals are blocked already: what comes to process 1 before that is dropped by the kernel.
    pub mask: Option<Mask>,
}

/// In the second process: its end of the pipe, which closes when it becomes another program.
pub struct Second {
    /// The end that is held open, close-on-exec.
    pub pipe: Fd,
}

/// What could not be done; nothing was started.
pub struct Failure {
    /// What, as it is told; an option that cannot be obeyed begins with `-`. Empty: the command.
    pub what: Vec<u8>,
    /// Why.
    pub error: Errno,
}

fn failure(what: &'static str) -> impl FnOnce(Errno) -> Failure {
    move |error| Failure { what: what.into(), error }
}

/// Splits in two: the second process, a shell, comes back; the first supervises it and never does. `shell`: the same shell, where it
/// looks as if it would become a command at once. Then that is tried first, without a copy of us (`sys::attempt`).
pub fn start(supervision: Supervision, shell: Option<impl FnOnce()>) -> Result<Second, Failure> {
    let entry = Entry::new(&supervision)?;
    if let Some(shell) = shell {
        let mut shell = Some(shell);
        let main = sys::attempt::attempt(&mut || {
            entry.hand_over(&[]);
            if let Some(shell) = shell.take() {
                shell();
            }
        });
        if let Some(main) = main {
            Watch::new(supervision, entry, main, None).run();
        }
        entry.terminal.take_back(Pid(0));
    }
    let (read, write) = sys::fd::pipe().map_err(failure("cannot supervise: no pipe"))?;
    let (read, write) = (out_of_the_way(read), out_of_the_way(write));
    match sys::child::fork().map_err(failure("cannot supervise: no process"))? {
        None => {
            entry.hand_over(&[read]);
            Ok(Second { pipe: write })
        }
        Some(main) => {
            let _ = sys::child::set_group(main, Pid(0));
            sys::fd::close(write);
            Watch::new(supervision, entry, main, Some(read)).run()
        }
    }
}

/// Starts a command and supervises it; comes back only when that cannot be done.
pub fn start_command(supervision: Supervision, words: &[Vec<u8>]) -> Failure {
    let entry = match Entry::new(&supervision) {
        Ok(entry) => entry,
        Err(failure) => return failure,
    };
    let session = supervision.session;
    if session {
        supervise::give_up_terminal();
    }
    let started = launch::launch(&launch::Launch {
        words,
        mask: &entry.mask,
        ignores_child: entry.ignores_child,
        session,
        terminal: entry.terminal.to_give().filter(|_| !session),
    });
    match started {
        Ok(main) => Watch::new(supervision, entry, main, None).run(),
        Err(error) => {
            entry.terminal.take_back(Pid(0));
            ending::write_failure(entry.termination_log, words.first().map_or(&b""[..], |word| word), error);
            Failure { what: Vec::new(), error }
        }
    }
}

/// Reaps, and does nothing else until INT or TERM comes (`catatonit -P`). Comes back only when that cannot be done.
pub fn pause(supervision: Supervision) -> Failure {
    if let Err(failure) = Entry::new(&supervision) {
        return failure;
    }
    loop {
        while let Ok(Some(_)) = sys::child::wait_any(sys::child::Wait::Poll, false) {}
        if let Some(Taken { signal: signal @ (Signal::INT | Signal::TERM), .. }) = supervise::take_signal(None) {
            if let Some(line) = supervision.log.line(Level::Info, b"exit") {
                line.number(b"code", b" code ", 0).signal(b"after", b", after ", signal).write();
            }
            sys::child::exit(0)
        }
    }
}

/// A descriptor that scripts do not use, where the limit allows one.
fn out_of_the_way(fd: Fd) -> Fd {
    match sys::fd::save(fd) {
        Ok(moved) => {
            sys::fd::close(fd);
            moved
        }
        Err(_) => fd,
    }
}

/// How we were started: what the child is to get as it was.
struct Entry {
    is_init: bool,
    mask: Mask,
    ignores_child: bool,
    terminal: Terminal,
    termination_log: Option<Fd>,
}

impl Entry {
    /// Asks the kernel for what was wanted, and blocks all signals.
    fn new(supervision: &Supervision) -> Result<Entry, Failure> {
        let is_init = sys::child::id() == Pid(1);
        if let Some(signal) = supervision.parent_death_signal {
            supervise::set_parent_death_signal(signal).map_err(failure("--parent-death-signal"))?;
        }
        if supervision.subreaper && !is_init {
            supervise::become_subreaper().map_err(failure("--subreaper"))?;
        }
        let path = supervision.termination_log.as_deref();
        let termination_log = ending::open(path).map_err(|error| {
            let path = path.map(CStr::to_bytes).unwrap_or_default();
            Failure { what: [b"--termination-log: ", path].concat(), error }
        })?;
        if !is_init
            && !supervision.subreaper
            && let Some(line) = supervision.log.line(Level::Warn, b"warning")
        {
            line.text(
                b"message",
                b": ",
                b"neither process 1 nor --subreaper: orphans are not reaped here (with --subreaper they are)",
            )
            .write();
        }
        let mask = supervision.mask.unwrap_or_else(sys::trap::block_all);
        // whoever started us may have SIGCHLD ignored: then there would be no statuses to wait for
        let ignores_child = sys::trap::set(Signal::CHLD, Disposition::Default) == Ok(Disposition::Ignore);
        let termination_log = termination_log.map(out_of_the_way);
        Ok(Entry { is_init, mask, ignores_child, terminal: Terminal::find(), termination_log })
    }

    /// In the second process: a group of its own, and everything else as it was.
    fn hand_over(&self, ours: &[Fd]) {
        for fd in ours.iter().copied().chain(self.termination_log).chain(self.terminal.opened()) {
            sys::fd::close(fd);
        }
        let _ = sys::child::set_group(Pid(0), Pid(0));
        self.terminal.give(sys::child::id());
        if self.ignores_child {
            let _ = sys::trap::set(Signal::CHLD, Disposition::Ignore);
        }
        sys::trap::restore(&self.mask);
    }
}

/// What the loop looks at.
struct Watch {
    policy: Policy,
    log: Log,
    main: Pid,
    /// While it is a shell: hung up when it is one no longer.
    pipe: Option<Fd>,
    is_init: bool,
    session: bool,
    warns_of_orphans: bool,
    terminal: Terminal,
    termination_log: Option<Fd>,
    /// How the main child ended, and its name.
    ended: Option<Ended>,
    /// Whom TERM has reached.
    reached: stragglers::Reached,
    /// How many children were asked for since signals were looked at: SIGCHLD comes before those with a higher number.
    reaped: u32,
}

/// What reaping has left.
#[derive(PartialEq, Eq)]
enum Left {
    /// No child at all.
    Nobody,
    /// Children that live.
    Living,
    /// Perhaps more that have ended: signals come first.
    More,
}

/// So many children are asked for before signals are looked at again: some 0.1 ms.
const BATCH: u32 = 8;

impl Watch {
    fn new(supervision: Supervision, entry: Entry, main: Pid, pipe: Option<Fd>) -> Watch {
        let Entry { is_init, terminal, termination_log, .. } = entry;
        Watch {
            policy: Policy::new(supervision.settings, main, pipe.is_none()),
            log: supervision.log,
            main,
            pipe,
            is_init,
            session: supervision.session,
            warns_of_orphans: supervision.warns_of_orphans,
            terminal,
            termination_log,
            ended: None,
            reached: stragglers::Reached::default(),
            reaped: 0,
        }
    }

    fn run(mut self) -> ! {
        self.tell_started();
        supervise::drop_code_pages();
        loop {
            match self.reap() {
                Left::More => {
                    self.reaped = 0;
                    for _ in 0..Signal::MAX {
                        let Some(taken) = supervise::take_pending_signal() else { break };
                        self.signal(taken);
                    }
                    if self.policy.deadline().is_some() {
                        self.decide(Event::Deadline);
                    }
                    continue;
                }
                left => {
                    if self.decide(Event::Reaped { none_left: left == Left::Nobody }) {
                        continue; // what was killed may have ended already
                    }
                }
            }
            let deadline = self.policy.deadline();
            match supervise::take_signal(deadline) {
                Some(taken) if taken.signal == Signal::CHLD => {}
                Some(taken) => self.signal(taken),
                None if deadline.is_some() => {
                    self.decide(Event::Deadline);
                }
                None => {}
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_started(&self) {
        if let Some(line) = self.log.line(Level::Info, b"started") {
            line.process(b" ", self.main, b"").write();
        }
    }

    fn signal(&mut self, taken: Taken) {
        let Taken { signal, sender, fault } = taken;
        if self.log.wants(Level::Info) {
            self.tell_received(signal, sender);
        }
        if signal == Signal::CONT {
            // a shell with job control may have brought us to the foreground
            self.terminal.give(self.main);
        }
        self.look_whether_command();
        if !self.decide(Event::Signal { signal, fault }) {
            return;
        }
        if self.session && !self.is_init && matches!(signal, Signal::TSTP | Signal::TTIN | Signal::TTOU) {
            supervise::stop_self();
        }
    }

    /// Apart, as all that tells: a line is large, and the way of a signal short.
    #[cold]
    #[inline(never)]
    fn tell_received(&self, signal: Signal, sender: Pid) {
        let Some(line) = self.log.line(Level::Info, b"received") else { return };
        let line = line.signal(b"signal", b" ", signal);
        if sender.0 > 0 {
            let mut name = [0; 16];
            let length = supervise::command_name(sender, &mut name);
            line.process(b" from ", sender, name.get(..length).unwrap_or_default()).write();
        } else {
            line.text(b"from", b" from ", b"outside").write();
        }
    }

    /// Has the policy decide, and does it. False: nothing was to be done.
    fn decide(&mut self, event: Event) -> bool {
        let now = if self.policy.is_timed() { sys::clock::monotonic_nanos() } else { 0 };
        match self.policy.on(event, now) {
            None => false,
            Some(Action::Keep(why)) => {
                if self.log.wants(Level::Debug) {
                    self.tell_kept(why);
                }
                false
            }
            Some(action) => {
                self.carry_out(action);
                true
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_kept(&self, why: Kept) {
        if let Some(line) = self.log.line(Level::Debug, b"not sent on") {
            let reason: &[u8] = match why {
                Kept::Fault => b"a fault of the supervisor's own",
                Kept::Ours => b"it is about the supervisor itself",
                Kept::Swallowed => b"--rewrite swallows it",
                Kept::Delayed => b"--delay holds it",
                Kept::Late => b"the main process has ended",
            };
            line.text(b"reason", b": ", reason).write();
        }
    }

    fn look_whether_command(&mut self) {
        if self.pipe.is_some_and(supervise::is_hung_up) {
            self.note_reports();
            if let Some(pipe) = self.pipe.take() {
                sys::fd::close(pipe);
            }
            self.policy.became_command();
            self.tell_become();
        }
    }

    /// What the shell has told.
    fn note_reports(&mut self) {
        while let Some(reached) = self.pipe.and_then(supervise::take_report) {
            self.reached.note(reached);
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_become(&self) {
        if let Some(line) = self.log.line(Level::Debug, b"the shell has become the command") {
            line.write();
        }
    }

    /// Reaps what has ended, so many at a time.
    fn reap(&mut self) -> Left {
        while self.reaped < BATCH {
            self.reaped += 1;
            let mut name = [0; 16];
            let mut named = None;
            if (self.log.wants(Level::Info) || self.termination_log.is_some())
                && let Some(pid) = supervise::peek_ended()
            {
                let length = supervise::command_name(pid, &mut name);
                named = name.get(..length).map(|name| (pid, name));
            }
            match sys::child::wait_any(sys::child::Wait::Poll, true) {
                Ok(Some((pid, WaitStatus::Stopped(signal)))) => self.stopped(pid, signal),
                Ok(Some((_, WaitStatus::Continued))) | Err(Errno::EINTR) => {}
                Ok(Some((pid, status))) => {
                    let name = named.filter(|(of, _)| *of == pid).map_or(&b""[..], |(_, name)| name);
                    self.note_ended(pid, status, name);
                }
                Ok(None) => return Left::Living,
                Err(_) => return Left::Nobody,
            }
        }
        Left::More
    }

    #[cold]
    #[inline(never)]
    fn stopped(&mut self, pid: Pid, signal: Signal) {
        if pid != self.main || !matches!(signal, Signal::TSTP | Signal::TTIN | Signal::TTOU) {
            return;
        }
        if let Some(line) = self.log.line(Level::Info, b"stopped") {
            line.process(b": ", pid, b"").signal(b"signal", b": ", signal).write();
        }
        self.terminal.stopped(pid, signal, self.is_init);
    }

    fn note_ended(&mut self, pid: Pid, status: WaitStatus, name: &[u8]) {
        let orphan = pid != self.main;
        let level = if orphan && self.warns_of_orphans { Level::Warn } else { Level::Info };
        if self.log.wants(level) {
            self.tell_ended(level, pid, status, name);
        }
        if self.policy.mirrors(pid) {
            self.ended = Some(Ended::new(pid, status, name));
        }
        self.policy.on(Event::Ended { pid, code: status.code() }, 0);
    }

    #[cold]
    #[inline(never)]
    fn tell_ended(&self, level: Level, pid: Pid, status: WaitStatus, name: &[u8]) {
        if let Some(line) = self.log.line(level, b"reaped") {
            ending::status(line.process(b" ", pid, name), status).write();
        }
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::Send { signal, to } => self.send(signal, to),
            Action::Stragglers(signal) => {
                self.note_reports();
                let reached = (signal == Signal::TERM).then_some(&self.reached);
                stragglers::send(signal, self.is_init, self.main, self.log, reached);
                if signal != Signal::KILL {
                    let quiet = Log { level: Level::Error, ..self.log };
                    stragglers::send(Signal::CONT, self.is_init, self.main, quiet, None);
                }
            }
            Action::Keep(_) => {}
            Action::Exit(how) => self.end(how),
        }
    }

    #[cold]
    #[inline(never)]
    fn end(&self, how: Ending) -> ! {
        let rule = how.rule.and_then(|place| Some((place, self.policy.rule(place)?)));
        ending::write(self.log, self.termination_log, self.ended.as_ref(), how, rule);
        self.terminal.take_back(self.main);
        sys::child::exit(how.code)
    }

    fn send(&mut self, signal: Signal, to: Target) {
        let (pid, whom): (Pid, &[u8]) = match to {
            Target::Child => (self.main, b"the main process"),
            Target::Group => (Pid(-self.main.0), b"the process group"),
            Target::All => return stragglers::send(signal, self.is_init, self.main, self.log, None),
        };
        let sent = sys::child::send(pid, signal.0);
        if signal == Signal::TERM {
            self.reached.note((pid.0, sys::clock::boot_ticks()));
        }
        if sent.is_err() && to == Target::Group {
            // the group is not there yet, or the command has left it
            let _ = sys::child::send(self.main, signal.0);
        }
        if self.log.wants(Level::Info) {
            self.tell_sent(signal, whom);
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_sent(&self, signal: Signal, whom: &[u8]) {
        if let Some(line) = self.log.line(Level::Info, b"sent") {
            let line = line.signal(b"signal", b" ", signal).text(b"to", b" to ", whom);
            line.number(b"pid", b" ", i64::from(self.main.0)).write();
        }
    }
}
