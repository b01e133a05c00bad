//! The supervisor's log: one line an event, from a buffer of a fixed size, to standard error.

use crate::sys::{Fd, Pid, Signal, fd};

/// How much is said (`--log`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// What went wrong.
    Error,
    /// What may go wrong: the default.
    Warn,
    /// What happened.
    Info,
    /// And why.
    Debug,
}

impl Level {
    /// The level of a word.
    pub fn parse(text: &[u8]) -> Option<Level> {
        match text {
            b"error" => Some(Level::Error),
            b"warn" => Some(Level::Warn),
            b"info" => Some(Level::Info),
            b"debug" => Some(Level::Debug),
            _ => None,
        }
    }
}

/// A line that is being made; what does not fit is cut.
pub struct Line {
    bytes: [u8; 256],
    length: usize,
}

impl Default for Line {
    /// A line of rsh's.
    fn default() -> Line {
        Line { bytes: [0; 256], length: 0 }.text(b"rsh: ")
    }
}

impl Line {
    /// Adds a text.
    #[must_use]
    pub fn text(mut self, text: &[u8]) -> Line {
        for &byte in text {
            // the last place is for the newline
            if self.length < self.bytes.len() - 1 {
                self.bytes[self.length] = byte;
                self.length += 1;
            }
        }
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: i64) -> Line {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(number);
        self.text(digits.as_bytes())
    }

    /// Adds a process: its id, and its name when it is known.
    #[must_use]
    pub fn process(self, pid: Pid, name: &[u8]) -> Line {
        let line = self.number(i64::from(pid.0));
        if name.is_empty() { line } else { line.text(b" (").text(name).text(b")") }
    }

    /// Adds a signal's name.
    #[must_use]
    pub fn signal(self, signal: Signal) -> Line {
        match signal.0 {
            Signal::RTMIN..=Signal::MAX => self.text(b"SIGRTMIN+").number(i64::from(signal.0 - Signal::RTMIN)),
            _ => self.text(b"SIG").text(signal.short_name().as_bytes()),
        }
    }

    /// Writes the line. Nobody is told when that fails.
    pub fn write(mut self) {
        self.bytes[self.length] = b'\n';
        let _ = fd::write_all(Fd::STDERR, self.bytes.get(..=self.length).unwrap_or_default());
    }
}
