//! Traps: what is to be done for a signal, at the end, on errors (bash manual 4.1, `trap`).

use super::Status;
use crate::syntax::Field;
use crate::sys::Signal;

/// What a trap waits for: 0 is EXIT, 1–64 signals, then DEBUG, ERR, RETURN.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Condition(pub u8);

impl Condition {
    /// `EXIT`, also 0.
    pub const EXIT: Condition = Condition(0);
    /// `DEBUG`
    pub const DEBUG: Condition = Condition(65);
    /// `ERR`
    pub const ERR: Condition = Condition(66);
    /// `RETURN`
    pub const RETURN: Condition = Condition(67);
    /// How many there are.
    pub const COUNT: usize = 68;

    /// The condition of a signal.
    pub fn of(signal: Signal) -> Condition {
        Condition(signal.0)
    }

    /// The signal, if it is one.
    pub fn signal(self) -> Option<Signal> {
        (1..=Signal::MAX).contains(&self.0).then_some(Signal(self.0))
    }

    /// The condition of a name (`TERM`, `SIGTERM`, `15`, `EXIT`, `ERR` …), in any case.
    pub fn parse(text: &[u8]) -> Option<Condition> {
        match text.to_ascii_uppercase().as_slice() {
            b"EXIT" | b"0" => Some(Condition::EXIT),
            b"DEBUG" => Some(Condition::DEBUG),
            b"ERR" => Some(Condition::ERR),
            b"RETURN" => Some(Condition::RETURN),
            _ => Signal::parse(text).map(Condition::of),
        }
    }

    /// As `trap -p` prints it: signals with `SIG`.
    pub fn name(self) -> String {
        match self {
            Condition::EXIT => "EXIT".to_owned(),
            Condition::DEBUG => "DEBUG".to_owned(),
            Condition::ERR => "ERR".to_owned(),
            Condition::RETURN => "RETURN".to_owned(),
            Condition(number) => format!("SIG{}", Signal(number).name()),
        }
    }
}

/// What is done for a condition.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Trap {
    /// The default action.
    #[default]
    Default,
    /// `trap '' COND`
    Ignored,
    /// `trap command COND`
    Command(Field),
}

/// Which traps hold in a function or sourced file.
#[derive(Clone, Copy)]
pub struct Inherited {
    /// DEBUG
    pub debug: bool,
    /// ERR
    pub error: bool,
    /// RETURN
    pub returns: bool,
}

/// DEBUG, ERR and RETURN traps that a function or sourced file does not see.
#[derive(Default)]
pub struct Uninherited([Option<Trap>; 3]);

/// All traps of the shell.
pub struct Traps {
    table: Vec<Trap>,
    /// Signals that were ignored when the shell started: they cannot be trapped (POSIX). Bit n: signal n.
    pub ignored_at_entry: u128,
    /// The traps of the parent, kept in a subshell until it sets one of its own, so that `$(trap)` shows them.
    pub inherited: Option<Vec<Trap>>,
    /// Conditions whose trap runs just now: DEBUG, ERR, RETURN and EXIT are not entered twice. Bit n: condition n.
    pub running: u128,
    /// The trap that runs just now, and `$?` when it began: what `exit` and `return` without an argument mean.
    pub innermost: Option<(Condition, Status)>,
    /// Signals that came and whose trap is to run when the command in the foreground has ended. Bit n: signal n.
    pub due: u128,
    /// How many children have ended whose CHLD trap has not run.
    pub children_ended: u32,
    /// The shell has taken over the signals that end a process: `exec::signals::catch`.
    pub caught: bool,
    /// The DEBUG trap has run for the next command already: in the shell that forked for it.
    pub announced: bool,
}

impl Default for Traps {
    fn default() -> Traps {
        Traps {
            table: vec![Trap::Default; Condition::COUNT],
            ignored_at_entry: 0,
            inherited: None,
            running: 0,
            innermost: None,
            due: 0,
            children_ended: 0,
            caught: false,
            announced: false,
        }
    }
}

impl Traps {
    /// What is done for `condition`.
    pub fn get(&self, condition: Condition) -> &Trap {
        &self.table[usize::from(condition.0) % Condition::COUNT]
    }

    /// Sets what is done and gives what was. The signal's disposition is the caller's.
    pub fn set(&mut self, condition: Condition, trap: Trap) -> Trap {
        std::mem::replace(&mut self.table[usize::from(condition.0) % Condition::COUNT], trap)
    }

    /// Conditions with something else than the default, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Condition, &Trap)> {
        let table = self.inherited.as_ref().unwrap_or(&self.table);
        table.iter().enumerate().filter(|(_, trap)| **trap != Trap::Default).map(|(n, trap)| (Condition(n as u8), trap))
    }

    /// Whether a command is set for `condition`.
    pub fn has_command(&self, condition: Condition) -> bool {
        matches!(self.get(condition), Trap::Command(_))
    }

    /// Whether any signal or EXIT has a command: then the shell must not hand its process over.
    pub fn any_command(&self) -> bool {
        self.table.iter().any(|trap| matches!(trap, Trap::Command(_)))
    }

    /// Takes away the DEBUG, ERR and RETURN traps that do not hold in what begins.
    pub fn take_uninherited(&mut self, inherited: Inherited) -> Uninherited {
        let mut hidden = Uninherited::default();
        let Inherited { debug, error, returns } = inherited;
        let kept = [(Condition::DEBUG, debug), (Condition::ERR, error), (Condition::RETURN, returns)];
        for (place, (condition, inherited)) in hidden.0.iter_mut().zip(kept) {
            if !inherited && self.has_command(condition) {
                *place = Some(self.set(condition, Trap::Default));
            }
        }
        hidden
    }

    /// Puts those back that nothing else was set for meanwhile.
    pub fn put_back(&mut self, hidden: Uninherited) {
        for (place, condition) in hidden.0.into_iter().zip([Condition::DEBUG, Condition::ERR, Condition::RETURN]) {
            if let Some(trap) = place
                && *self.get(condition) == Trap::Default
            {
                self.set(condition, trap);
            }
        }
    }

    /// Ignored from now on, also where a subshell still shows its parent's traps.
    pub fn show_ignored(&mut self, condition: Condition) {
        let place = usize::from(condition.0) % Condition::COUNT;
        for table in std::iter::once(&mut self.table).chain(&mut self.inherited) {
            table[place] = Trap::Ignored;
        }
    }

    /// What a subshell starts with: commands are dropped, but shown until the first `trap` (POSIX 2.14 trap);
    /// DEBUG and RETURN stay under functrace, ERR under errtrace.
    pub fn reset_for_subshell(&mut self, functrace: bool, errtrace: bool) {
        let before = self.table.clone();
        for (number, trap) in self.table.iter_mut().enumerate() {
            let kept = match Condition(number as u8) {
                Condition::DEBUG | Condition::RETURN => functrace,
                Condition::ERR => errtrace,
                _ => false,
            };
            if matches!(trap, Trap::Command(_)) && !kept {
                *trap = Trap::Default;
            }
        }
        if before != self.table || self.inherited.is_none() {
            self.inherited = Some(before);
        }
    }
}
