//! What the supervisor does at what happens: every rule of README.md. Pure: no process, no clock, no allocation
//! once it runs.

use crate::rules::{self, Delays, Remap, Rewrite};
use crate::sys::{Pid, Signal};

/// How it is to supervise.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `--remap`
    pub remap: Vec<Remap>,
    /// `--rewrite`
    pub rewrite: Rewrite,
    /// `--delay`
    pub delays: Delays,
    /// `--grace`, nanoseconds.
    pub grace: i64,
    /// `--kill-after`, nanoseconds.
    pub kill_after: Option<i64>,
    /// `--until all`
    pub until_all: bool,
    /// `--forward child`
    pub to_child: bool,
}

/// What has happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// A signal came; `fault`: the kernel raised it for a fault of our own.
    Signal {
        /// Which.
        signal: Signal,
        /// Whether it is one that the kernel raises for a fault, and was raised by it.
        fault: bool,
    },
    /// A child ended with this code (128+s when a signal killed it).
    Ended {
        /// Who.
        pid: Pid,
        /// How.
        code: u8,
    },
    /// Everything that has ended was reaped; `none_left`: there is no child any more.
    Reaped {
        /// No process is left below.
        none_left: bool,
    },
    /// The time of [`Policy::deadline`] has come.
    Deadline,
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Send `signal` on.
    Send {
        /// Which.
        signal: Signal,
        /// To whom.
        to: Target,
    },
    /// The main child has ended and others are left: this signal to each of them, and CONT behind it.
    Stragglers(Signal),
    /// Nothing: the signal is not sent on, for this reason.
    Keep(Kept),
    /// The end.
    Exit(Ending),
}

/// Why a signal is not sent on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// The kernel raised it for a fault of the supervisor's own.
    Fault,
    /// CHLD, TTIN and TTOU are about the supervisor itself.
    Ours,
    /// `--rewrite SIG:0`
    Swallowed,
    /// `--delay`
    Delayed,
    /// The main child has ended.
    Late,
}

/// How it ends, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ending {
    /// The exit code.
    pub code: u8,
    /// As the main child ended.
    pub before: u8,
    /// Which rule of `--remap` changed it: its place.
    pub rule: Option<usize>,
    /// The stop signal that was forwarded before, if any.
    pub stop: Option<Signal>,
    /// It was still there when `--kill-after` was over.
    pub overdue: bool,
}

/// Who gets a signal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// The main child alone.
    Child,
    /// The main child's process group.
    Group,
    /// Everything that is left.
    All,
}

/// Where things stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// The main child runs.
    Running,
    /// It has ended; whether others are left is not known yet.
    Ended,
    /// It has ended, and with `--until all` the others may stay.
    Rest,
    /// The stragglers were asked to end.
    Draining,
}

/// The policy and what it remembers.
#[derive(Debug)]
pub struct Policy {
    settings: Settings,
    main: Pid,
    state: State,
    /// The shell has become the command: signals go to the group.
    is_command: bool,
    /// There are delays, or `--kill-after`.
    timed: bool,
    code: u8,
    stop: Option<Signal>,
    overdue: bool,
    /// When a delayed signal is forwarded; 0: none waits.
    delayed: [i64; 65],
    kill_at: Option<i64>,
    grace_ends: Option<i64>,
    again: i64,
}

/// Between two rounds of SIGKILL: somebody may have forked meanwhile. Twice as long each time.
const AGAIN: i64 = 20_000_000;
/// At most so long.
const AGAIN_LATER: i64 = 1_000_000_000;

impl Policy {
    /// For the main child `main`; `is_command`: it is no shell (`--run`).
    pub fn new(settings: Settings, main: Pid, is_command: bool) -> Policy {
        let timed = settings.kill_after.is_some() || settings.delays.0.iter().any(|&delay| delay > 0);
        Policy {
            timed,
            settings,
            main,
            state: State::Running,
            is_command,
            code: 0,
            stop: None,
            overdue: false,
            delayed: [0; 65],
            kill_at: None,
            grace_ends: None,
            again: AGAIN,
        }
    }

    /// The shell has exec'd: from now on signals go to the whole group.
    pub fn became_command(&mut self) {
        self.is_command = true;
    }

    /// When `Event::Deadline` is wanted, if ever; on the clock that `now` is from.
    pub fn deadline(&self) -> Option<i64> {
        if !self.is_timed() {
            return None;
        }
        let delayed = self.delayed.iter().copied().filter(|&time| time != 0);
        delayed.chain(self.kill_at).chain(self.grace_ends).min()
    }

    /// Whether [`Policy::on`] looks at the time as things stand.
    pub fn is_timed(&self) -> bool {
        self.state != State::Running || self.timed
    }

    /// Whether the exit code is that of `pid`.
    pub fn mirrors(&self, pid: Pid) -> bool {
        pid == self.main || self.state == State::Rest
    }

    /// The rule of `--remap` at a place.
    pub fn rule(&self, place: usize) -> Option<Remap> {
        self.settings.remap.get(place).copied()
    }

    /// What is to be done about `event` at the time `now`.
    pub fn on(&mut self, event: Event, now: i64) -> Option<Action> {
        match event {
            Event::Signal { signal, fault } => self.signal(signal, fault, now),
            Event::Ended { pid, code } => {
                if self.mirrors(pid) {
                    self.code = code;
                }
                if pid == self.main {
                    self.state = State::Ended;
                    self.delayed = [0; 65];
                    self.kill_at = None;
                }
                None
            }
            Event::Reaped { none_left } => self.reaped(none_left, now),
            Event::Deadline => self.deadline_passed(now),
        }
    }

    fn signal(&mut self, signal: Signal, fault: bool, now: i64) -> Option<Action> {
        if fault {
            return Some(Action::Keep(Kept::Fault));
        }
        let came = signal;
        let Some(signal) = self.settings.rewrite.apply(came) else { return Some(Action::Keep(Kept::Swallowed)) };
        if signal == came && matches!(signal, Signal::CHLD | Signal::TTIN | Signal::TTOU) {
            return Some(Action::Keep(Kept::Ours));
        }
        let place = usize::from(signal.0);
        let delay = self.settings.delays.0.get(place).copied().unwrap_or(0);
        if let Some(time) = self.delayed.get_mut(place)
            && delay > 0
            && self.state == State::Running
        {
            if *time == 0 {
                *time = now.saturating_add(delay);
                return Some(Action::Keep(Kept::Delayed));
            }
            *time = 0; // a second one during the delay
        }
        self.forward(signal, now)
    }

    fn forward(&mut self, signal: Signal, now: i64) -> Option<Action> {
        let to = match self.state {
            State::Running if self.is_command && !self.settings.to_child => Target::Group,
            State::Running => Target::Child,
            State::Rest => Target::All,
            State::Ended | State::Draining => return Some(Action::Keep(Kept::Late)),
        };
        if matches!(signal, Signal::TERM | Signal::INT | Signal::QUIT | Signal::HUP) {
            self.stop = Some(signal);
            if let (Some(after), None) = (self.settings.kill_after, self.kill_at) {
                self.kill_at = Some(now.saturating_add(after));
            }
        }
        Some(Action::Send { signal, to })
    }

    fn reaped(&mut self, none_left: bool, now: i64) -> Option<Action> {
        match self.state {
            State::Running => None,
            _ if none_left => {
                let rule = rules::remap(&self.settings.remap, self.code, self.stop.is_some());
                Some(Action::Exit(Ending {
                    code: rule.map_or(self.code, |(_, to)| to),
                    before: self.code,
                    rule: rule.map(|(place, _)| place),
                    stop: self.stop,
                    overdue: self.overdue,
                }))
            }
            State::Ended if self.settings.until_all => {
                self.state = State::Rest;
                None
            }
            State::Ended => {
                self.state = State::Draining;
                self.grace_ends = Some(now.saturating_add(self.settings.grace));
                Some(Action::Stragglers(Signal::TERM))
            }
            State::Rest | State::Draining => None,
        }
    }

    fn deadline_passed(&mut self, now: i64) -> Option<Action> {
        if let Some(ends) = self.grace_ends
            && ends <= now
        {
            self.grace_ends = Some(now.saturating_add(self.again));
            self.again = (self.again * 2).min(AGAIN_LATER);
            return Some(Action::Stragglers(Signal::KILL));
        }
        if let Some(place) = self.delayed.iter().position(|&time| time != 0 && time <= now) {
            self.delayed[place] = 0;
            return self.forward(Signal(place as u8), now);
        }
        if self.kill_at.is_some_and(|time| time <= now) {
            self.kill_at = None;
            self.overdue = true;
            let to = if self.state == State::Rest { Target::All } else { Target::Group };
            return Some(Action::Send { signal: Signal::KILL, to });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: Pid = Pid(7);

    fn settings() -> Settings {
        Settings {
            remap: rules::parse_remap(b"stop/143:0,9:1").unwrap_or_default(),
            rewrite: Rewrite::default(),
            delays: Delays::default(),
            grace: 3000,
            kill_after: None,
            until_all: false,
            to_child: false,
        }
    }

    fn came(signal: Signal) -> Event {
        Event::Signal { signal, fault: false }
    }

    fn ended(code: u8) -> Event {
        Event::Ended { pid: MAIN, code }
    }

    const LEFT: Event = Event::Reaped { none_left: false };
    const NONE: Event = Event::Reaped { none_left: true };

    fn send(signal: Signal, to: Target) -> Option<Action> {
        Some(Action::Send { signal, to })
    }

    fn end(code: u8, stop: Option<Signal>) -> Option<Action> {
        Some(Action::Exit(Ending { code, before: code, rule: None, stop, overdue: false }))
    }

    /// Each event at its time, and what is to come of it.
    fn check(settings: Settings, is_command: bool, steps: &[(i64, Event, Option<Action>)]) {
        let mut policy = Policy::new(settings, MAIN, is_command);
        for (place, (now, event, expected)) in steps.iter().enumerate() {
            assert_eq!(policy.on(*event, *now), *expected, "step {place}: {event:?}");
        }
    }

    #[test]
    fn a_shell_gets_signals_alone_and_a_command_with_its_group() {
        let term = came(Signal::TERM);
        check(settings(), false, &[(0, term, send(Signal::TERM, Target::Child))]);
        check(settings(), true, &[(0, term, send(Signal::TERM, Target::Group))]);
        let to_child = Settings { to_child: true, ..settings() };
        check(to_child, true, &[(0, term, send(Signal::TERM, Target::Child))]);
        let keep = |why| Some(Action::Keep(why));
        for signal in [Signal::CHLD, Signal::TTIN, Signal::TTOU] {
            check(settings(), true, &[(0, came(signal), keep(Kept::Ours))]);
        }
        check(settings(), true, &[(0, Event::Signal { signal: Signal(11), fault: true }, keep(Kept::Fault))]);
    }

    #[test]
    fn the_main_childs_code_is_mirrored_and_remapped() {
        let exit = |code, before, rule| Some(Action::Exit(Ending { code, before, rule, stop: None, overdue: false }));
        check(settings(), true, &[(0, ended(5), None), (0, NONE, exit(5, 5, None))]);
        check(settings(), true, &[(0, ended(9), None), (0, NONE, exit(1, 9, Some(1)))]);
        check(settings(), true, &[(0, ended(143), None), (0, NONE, exit(143, 143, None))]);
        let term = send(Signal::TERM, Target::Group);
        let stopped = |code, before, rule| {
            Some(Action::Exit(Ending { code, before, rule, stop: Some(Signal::TERM), overdue: false }))
        };
        check(
            settings(),
            true,
            &[(0, came(Signal::TERM), term), (0, ended(143), None), (0, NONE, stopped(0, 143, Some(0)))],
        );
        check(settings(), true, &[(0, Event::Ended { pid: Pid(8), code: 3 }, None), (0, LEFT, None)]);
    }

    #[test]
    fn stragglers_are_asked_and_then_killed() {
        check(
            settings(),
            true,
            &[
                (0, ended(0), None),
                (10, LEFT, Some(Action::Stragglers(Signal::TERM))),
                (20, came(Signal::TERM), Some(Action::Keep(Kept::Late))),
                (3009, Event::Deadline, None),
                (3010, Event::Deadline, Some(Action::Stragglers(Signal::KILL))),
                (3010 + AGAIN, Event::Deadline, Some(Action::Stragglers(Signal::KILL))),
                (9999, NONE, end(0, None)),
            ],
        );
    }

    #[test]
    fn a_delayed_signal_is_forwarded_later_or_at_the_second() {
        let mut delays = Delays::default();
        delays.0[15] = 100;
        let settings = Settings { delays, kill_after: Some(50), ..settings() };
        let term = send(Signal::TERM, Target::Group);
        check(
            settings.clone(),
            true,
            &[
                (0, came(Signal::TERM), Some(Action::Keep(Kept::Delayed))),
                (99, Event::Deadline, None),
                (100, Event::Deadline, term),
                (149, Event::Deadline, None),
                (150, Event::Deadline, send(Signal::KILL, Target::Group)),
            ],
        );
        check(
            settings.clone(),
            true,
            &[(0, came(Signal::TERM), Some(Action::Keep(Kept::Delayed))), (5, came(Signal::TERM), term)],
        );
        let mut policy = Policy::new(settings, MAIN, true);
        assert_eq!(policy.on(came(Signal::TERM), 0), Some(Action::Keep(Kept::Delayed)));
        assert_eq!(policy.deadline(), Some(100));
        assert_eq!(policy.on(ended(0), 3), None);
        assert_eq!(policy.deadline(), None);
    }

    #[test]
    fn until_all_stays_and_mirrors_the_last() {
        let settings = Settings { until_all: true, ..settings() };
        check(
            settings,
            true,
            &[
                (0, ended(0), None),
                (0, LEFT, None),
                (0, came(Signal::TERM), send(Signal::TERM, Target::All)),
                (0, Event::Ended { pid: Pid(9), code: 4 }, None),
                (0, NONE, end(4, Some(Signal::TERM))),
            ],
        );
    }

    #[test]
    fn rewriting_comes_first() {
        let mut rewrite = Rewrite::default();
        assert_eq!(rewrite.add(b"TERM:QUIT,HUP:0"), Ok(()));
        let settings = Settings { rewrite, ..settings() };
        check(
            settings,
            true,
            &[
                (0, came(Signal::TERM), send(Signal::QUIT, Target::Group)),
                (0, came(Signal::HUP), Some(Action::Keep(Kept::Swallowed))),
            ],
        );
    }
}
