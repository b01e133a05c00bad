//! The supervisor's log: one line an event, as text or as a JSON object, from a buffer of a fixed size to standard error.
//!
//! A line is made once for both forms: each part has its key for JSON and the words that lead to it in text.

use crate::sys::{Fd, Pid, Signal, clock, fd};

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
        [Level::Error, Level::Warn, Level::Info, Level::Debug].into_iter().find(|level| level.word() == text)
    }

    fn word(self) -> &'static [u8] {
        match self {
            Level::Error => b"error",
            Level::Warn => b"warn",
            Level::Info => b"info",
            Level::Debug => b"debug",
        }
    }
}

/// What is logged, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Log {
    /// `--log`
    pub level: Level,
    /// `--log-format json`
    pub json: bool,
}

impl Log {
    /// Whether lines of `level` are wanted.
    pub fn wants(self, level: Level) -> bool {
        self.level >= level
    }

    /// A line that tells of `event`, when it is wanted. What happened bears its time in text too; a warning reads like any
    /// other program's.
    pub fn line(self, level: Level, event: &[u8]) -> Option<Line> {
        if !self.wants(level) {
            return None;
        }
        let mut line = Line { bytes: [0; SIZE], length: 0, json: self.json };
        let seconds = clock::realtime_micros();
        if self.json {
            line.put(b"{\"time\":\"");
            line.time(seconds);
            line.put(b"\",\"level\":\"");
            line.put(level.word());
            line.put(b"\",\"event\":\"");
            line.put_escaped(event);
            line.put(b"\"");
        } else {
            line.put(b"rsh: ");
            if level >= Level::Info {
                line.time(seconds);
                line.put(b" ");
            }
            line.put(event);
        }
        Some(line)
    }
}

/// A line is never longer: at most eight parts, of which the longest is a text of [`LONGEST`] bytes, six a byte when escaped.
const SIZE: usize = 1536;
/// What is longer is cut.
const LONGEST: usize = 160;

/// A line that is being made.
pub struct Line {
    bytes: [u8; SIZE],
    length: usize,
    json: bool,
}

impl Line {
    /// Adds a text.
    #[must_use]
    pub fn text(mut self, key: &[u8], words: &[u8], text: &[u8]) -> Line {
        let text = text.get(..LONGEST).unwrap_or(text);
        if self.json {
            self.key(key);
            self.put(b"\"");
            self.put_escaped(text);
            self.put(b"\"");
        } else {
            self.put(words);
            self.put_printable(text);
        }
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, key: &[u8], words: &[u8], number: i64) -> Line {
        if self.json {
            self.key(key)
        } else {
            self.put(words)
        }
        let mut digits = itoa::Buffer::new();
        self.put(digits.format(number).as_bytes());
        self
    }

    /// Adds a process: its id, and its name when it is known.
    #[must_use]
    pub fn process(self, words: &[u8], pid: Pid, name: &[u8]) -> Line {
        let mut line = self.number(b"pid", words, i64::from(pid.0));
        if !name.is_empty() {
            line = line.text(b"name", b" (", name);
            if !line.json {
                line.put(b")");
            }
        }
        line
    }

    /// Adds a signal's name.
    #[must_use]
    pub fn signal(self, key: &[u8], words: &[u8], signal: Signal) -> Line {
        let mut name = [0; 16];
        let length = signal_name(signal, &mut name);
        self.text(key, words, name.get(..length).unwrap_or_default())
    }

    /// A line of text for a file of its own.
    pub fn for_file(event: &[u8]) -> Line {
        let mut line = Line { bytes: [0; SIZE], length: 0, json: false };
        line.put(event);
        line
    }

    /// Writes the line. Nobody is told when that fails.
    pub fn write(self) {
        self.write_to(Fd::STDERR);
    }

    /// The same to `file`.
    pub fn write_to(mut self, file: Fd) {
        if self.json {
            self.put(b"}");
        }
        self.length = self.length.min(SIZE - 1);
        self.put(b"\n");
        let _ = fd::write_all(file, self.bytes.get(..self.length).unwrap_or_default());
    }

    fn key(&mut self, key: &[u8]) {
        self.put(b",\"");
        self.put(key);
        self.put(b"\":");
    }

    fn put(&mut self, text: &[u8]) {
        for &byte in text {
            if let Some(place) = self.bytes.get_mut(self.length) {
                *place = byte;
                self.length += 1;
            }
        }
    }

    /// As a line of text may hold it: a name could have a newline or a terminal's commands in it.
    fn put_printable(&mut self, text: &[u8]) {
        for &byte in text {
            self.put(if byte.is_ascii_control() { b"?" } else { std::slice::from_ref(&byte) });
        }
    }

    /// As it stands in a JSON string (RFC 8259): what is no UTF-8 becomes U+FFFD.
    fn put_escaped(&mut self, text: &[u8]) {
        for chunk in text.utf8_chunks() {
            for &byte in chunk.valid().as_bytes() {
                match byte {
                    b'"' | b'\\' => self.put(&[b'\\', byte]),
                    0..0x20 | 0x7f => {
                        let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' + value - 10 };
                        self.put(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
                    }
                    _ => self.put(&[byte]),
                }
            }
            if !chunk.invalid().is_empty() {
                self.put(b"\\ufffd");
            }
        }
    }

    /// A moment in UTC, as RFC 3339 has it.
    fn time(&mut self, micros: i64) {
        let seconds = micros.div_euclid(1_000_000);
        let (year, month, day) = date(seconds.div_euclid(86400));
        let second = seconds.rem_euclid(86400);
        let millis = micros.rem_euclid(1_000_000) / 1000;
        let parts: [(&[u8], i64, usize); 7] = [
            (b"", year, 4),
            (b"-", month, 2),
            (b"-", day, 2),
            (b"T", second / 3600, 2),
            (b":", second / 60 % 60, 2),
            (b":", second % 60, 2),
            (b".", millis, 3),
        ];
        for (before, number, width) in parts {
            self.put(before);
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(number).as_bytes();
            for _ in digits.len()..width {
                self.put(b"0");
            }
            self.put(digits);
        }
        self.put(b"Z");
    }
}

/// Year, month and day of a number of days since 1970 (the Gregorian calendar repeats after 146,097 days; years begin in March).
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// Writes a signal's name with `SIG` into `name`; its length.
pub(super) fn signal_name(signal: Signal, name: &mut [u8; 16]) -> usize {
    let mut digits = itoa::Buffer::new();
    let (first, second): (&[u8], &[u8]) = match signal.0 {
        number if number == Signal::RTMIN => (b"SIGRTMIN", b""),
        Signal::RTMIN..=Signal::MAX => (b"SIGRTMIN+", digits.format(signal.0 - Signal::RTMIN).as_bytes()),
        number => match signal.short_name() {
            "" => (b"signal ", digits.format(number).as_bytes()),
            short => (b"SIG", short.as_bytes()),
        },
    };
    let mut length = 0;
    for (place, &byte) in name.iter_mut().zip(first.iter().chain(second)) {
        *place = byte;
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(json: bool) -> Line {
        Line { bytes: [0; SIZE], length: 0, json }
    }

    fn shown(line: &Line) -> String {
        String::from_utf8_lossy(&line.bytes[..line.length]).into_owned()
    }

    #[test]
    fn text_and_json_of_the_same_parts() {
        let made = |json| {
            let line = line(json).process(b"", Pid(7), b"a\"b\\\n\x80c").signal(b"signal", b": ", Signal::TERM);
            shown(&line.number(b"code", b", ", -3).signal(b"then", b" ", Signal(36)))
        };
        assert_eq!(made(false), "7 (a\"b\\?\u{fffd}c): SIGTERM, -3 SIGRTMIN+2");
        let expected = r#","pid":7,"name":"a\"b\\\u000a\ufffdc","signal":"SIGTERM","code":-3,"then":"SIGRTMIN+2""#;
        assert_eq!(made(true), expected);
    }

    #[test]
    fn moments_are_dates() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00.007Z"),
            (951_827_696, "2000-02-29T12:34:56.007Z"),
            (1_767_225_599, "2025-12-31T23:59:59.007Z"),
            (4_107_542_400, "2100-03-01T00:00:00.007Z"),
        ] {
            let mut line = line(false);
            line.time(seconds * 1_000_000 + 7_000);
            assert_eq!(shown(&line), expected);
        }
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let full = line(true).text(b"a", b"", &[1; 4000]);
        assert_eq!(full.length, ",\"a\":\"\"".len() + LONGEST * 6);
    }
}
