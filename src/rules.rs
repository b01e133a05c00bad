//! Remap, rewrite and delay rules: parse and apply (README.md). Pure.
//!
//! In: the texts of `--remap`, `--rewrite`, `--delay` and times. Out: tables that are looked up without allocating.

use bstr::{BStr, ByteSlice};

use crate::sys::Signal;

/// What is wrong with a rule: the rule, and what is allowed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleError {
    /// The rule as it was written.
    pub rule: Vec<u8>,
    /// What is allowed in its place.
    pub allowed: &'static str,
}

impl std::fmt::Display for RuleError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "`{}': allowed is {}", BStr::new(&self.rule), self.allowed)
    }
}

/// One rule of `--remap`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Remap {
    /// `stop/`: only when a stop signal was forwarded before.
    pub after_stop: bool,
    /// The lowest code that it is about.
    pub low: u8,
    /// The highest.
    pub high: u8,
    /// What becomes of them.
    pub to: u8,
}

const REMAP: &str = "[stop/]FROM[:TO] with FROM a code 0-255, a range A-B, a signal name or *, and TO a code";
const REWRITE: &str = "FROM:TO, signals by name or number, TO may be 0";
const DELAY: &str = "SIG:TIME, as TERM:10s";
const TIME: &str = "a time as 10s, 500ms, 1.5m, 2h; a plain number counts seconds";

/// Parses `FROM[:TO][,…]`. TO is 0 when it is not given.
pub fn parse_remap(text: &[u8]) -> Result<Vec<Remap>, RuleError> {
    let wrong = |rule: &[u8]| RuleError { rule: rule.to_vec(), allowed: REMAP };
    text.split(|&byte| byte == b',').map(|rule| parse_one_remap(rule.trim_ascii()).ok_or_else(|| wrong(rule))).collect()
}

fn parse_one_remap(rule: &[u8]) -> Option<Remap> {
    let (after_stop, rest) = match rule.strip_prefix(b"stop/") {
        Some(rest) => (true, rest),
        None => (false, rule),
    };
    let (from, to) = match rest.split_once_str(":") {
        Some((from, to)) => (from, code(to)?),
        None => (rest, 0),
    };
    let (low, high) = match from {
        b"*" => (0, 255),
        from => match from.split_once_str("-") {
            // a range, but RTMAX-2 is a name
            Some((low, high)) if number(low).is_some() => (number(low)?, number(high)?),
            _ => (code(from)?, code(from)?),
        },
    };
    (low <= high).then_some(Remap { after_stop, low, high, to })
}

/// A code 0 to 255, or a signal's name: 128 and its number.
fn code(text: &[u8]) -> Option<u8> {
    number(text).or_else(|| Signal::parse(text).map(|signal| 128 + signal.0))
}

fn number(text: &[u8]) -> Option<u8> {
    let digits = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(text).ok().filter(|_| digits)?.parse().ok()
}

/// What `code` becomes, and the place of the rule that says so: the first that fits.
pub fn remap(rules: &[Remap], code: u8, stopped: bool) -> Option<(usize, u8)> {
    let fits = |rule: &Remap| (rule.low..=rule.high).contains(&code) && (stopped || !rule.after_stop);
    rules.iter().position(fits).and_then(|place| Some((place, rules.get(place)?.to)))
}

/// `--rewrite`: what each signal becomes; 0: it is swallowed. Index: the signal's number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rewrite(pub [u8; 65]);

impl Default for Rewrite {
    fn default() -> Rewrite {
        Rewrite(std::array::from_fn(|number| number as u8))
    }
}

impl Rewrite {
    /// Adds `FROM:TO[,…]`.
    pub fn add(&mut self, text: &[u8]) -> Result<(), RuleError> {
        for rule in text.split(|&byte| byte == b',') {
            let parsed = rule.trim_ascii().split_once_str(":").and_then(|(from, to)| {
                let to = if to == b"0" { 0 } else { Signal::parse(to)?.0 };
                Some((Signal::parse(from)?, to))
            });
            let Some((from, to)) = parsed else { return Err(RuleError { rule: rule.to_vec(), allowed: REWRITE }) };
            if let Some(place) = self.0.get_mut(usize::from(from.0)) {
                *place = to;
            }
        }
        Ok(())
    }

    /// What `signal` becomes; `None`: it is swallowed.
    pub fn apply(&self, signal: Signal) -> Option<Signal> {
        self.0.get(usize::from(signal.0)).copied().filter(|&to| to != 0).map(Signal)
    }
}

/// `--delay`: nanoseconds for each signal, 0 for none. Index: the signal's number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delays(pub [i64; 65]);

impl Default for Delays {
    fn default() -> Delays {
        Delays([0; 65])
    }
}

impl Delays {
    /// Adds `SIG:TIME[,…]`.
    pub fn add(&mut self, text: &[u8]) -> Result<(), RuleError> {
        for rule in text.split(|&byte| byte == b',') {
            let parsed = rule.trim_ascii().split_once_str(":").and_then(|(signal, time)| {
                Some((Signal::parse(signal)?, parse_time(time).ok()?)) //
            });
            let Some((signal, time)) = parsed else { return Err(RuleError { rule: rule.to_vec(), allowed: DELAY }) };
            if let Some(place) = self.0.get_mut(usize::from(signal.0)) {
                *place = time;
            }
        }
        Ok(())
    }
}

/// Nanoseconds of a time: `10s`, `500ms`, `1.5m`, `2h`, `3` (seconds). At most a hundred years.
pub fn parse_time(text: &[u8]) -> Result<i64, RuleError> {
    let wrong = || RuleError { rule: text.to_vec(), allowed: TIME };
    let word = std::str::from_utf8(text).map_err(|_| wrong())?;
    let units = [("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9), ("", 1e9)];
    let split = units.iter().find_map(|(unit, nanos)| Some((word.strip_suffix(unit)?, nanos)));
    let Some((number, unit)) = split else { return Err(wrong()) };
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: f64 = number.parse().ok().filter(|_| plain).ok_or_else(wrong)?;
    let nanos = value * unit;
    if nanos <= 100.0 * 365.0 * 86400e9 { Ok(nanos as i64) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remap_rules() {
        let cases: &[(&str, u8, bool, Option<u8>)] = &[
            ("143:0", 143, false, Some(0)),
            ("143", 143, false, Some(0)),
            ("TERM:7", 143, false, Some(7)),
            ("SIGINT", 130, false, Some(0)),
            ("1-3:9,2:8", 2, false, Some(9)),
            ("1-3:9", 4, false, None),
            ("stop/143:0", 143, false, None),
            ("stop/143:0", 143, true, Some(0)),
            ("stop/143:0,143:1", 143, false, Some(1)),
            ("*:5", 77, false, Some(5)),
            ("0:TERM", 0, false, Some(143)),
            ("RTMAX-2:1", 190, false, Some(1)),
        ];
        for (rules, code, stopped, expected) in cases {
            let rules = parse_remap(rules.as_bytes()).unwrap_or_default();
            assert_eq!(remap(&rules, *code, *stopped).map(|(_, to)| to), *expected, "{rules:?} {code}");
        }
    }

    #[test]
    fn wrong_remap_rules_are_named() {
        for (text, rule) in
            [("256", "256"), ("1,x:0", "x:0"), ("3-1", "3-1"), ("", ""), ("1:", "1:"), ("-1", "-1"), ("1:300", "1:300")]
        {
            assert_eq!(
                parse_remap(text.as_bytes()).map_err(|error| error.rule),
                Err(rule.as_bytes().to_vec()),
                "{text}"
            );
        }
    }

    #[test]
    fn rewrites_and_delays() {
        let mut rewrite = Rewrite::default();
        assert_eq!(rewrite.add(b"TERM:QUIT,1:0"), Ok(()));
        assert_eq!(rewrite.apply(Signal::TERM), Some(Signal::QUIT));
        assert_eq!(rewrite.apply(Signal::HUP), None);
        assert_eq!(rewrite.apply(Signal::INT), Some(Signal::INT));
        assert!(rewrite.add(b"TERM").is_err() && rewrite.add(b"0:TERM").is_err() && rewrite.add(b"TERM:FOO").is_err());
        let mut delays = Delays::default();
        assert_eq!(delays.add(b"TERM:10s,INT:250ms"), Ok(()));
        assert_eq!((delays.0[15], delays.0[2]), (10_000_000_000, 250_000_000));
        assert!(delays.add(b"TERM").is_err() && delays.add(b"TERM:x").is_err());
    }

    #[test]
    fn times() {
        for (text, expected) in
            [("3", 3_000_000_000), ("1.5s", 1_500_000_000), ("2m", 120_000_000_000), ("0", 0), ("20ms", 20_000_000)]
        {
            assert_eq!(parse_time(text.as_bytes()), Ok(expected), "{text}");
        }
        for text in ["", "s", "-1", "1d", "1e3", "nan", "99999999h"] {
            assert!(parse_time(text.as_bytes()).is_err(), "{text}");
        }
    }
}
