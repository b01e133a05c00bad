//! Remap, rewrite and delay rules: parse and apply (README.md). Pure.
//!
//! In: the texts of `--remap`, `--rewrite`, `--delay` and times. Out: tables that are looked up without allocating.

use bstr::{BStr, ByteSlice};

use crate::sys::Signal;

/// What is wrong with a rule: the fault, the rule, and what is allowed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleError {
    /// What is wrong.
    pub fault: &'static str,
    /// The rule as it was written.
    pub rule: Vec<u8>,
    /// What is allowed in its place.
    pub allowed: &'static str,
}

impl std::fmt::Display for RuleError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} in `{}': allowed is {}", self.fault, BStr::new(&self.rule), self.allowed)
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

/// Takes each rule of `text`, which are separated by commas.
fn each(
    text: &[u8],
    allowed: &'static str,
    take: &mut dyn FnMut(&[u8]) -> Result<(), &'static str>,
) -> Result<(), RuleError> {
    for rule in text.split(|&byte| byte == b',').map(<[u8]>::trim_ascii) {
        let (taken, rule) = if rule.is_empty() { (Err("an empty rule"), text) } else { (take(rule), rule) };
        taken.map_err(|fault| RuleError { fault, rule: rule.to_vec(), allowed })?;
    }
    Ok(())
}

/// Parses `FROM[:TO][,…]`. TO is 0 when it is not given.
pub fn parse_remap(text: &[u8]) -> Result<Vec<Remap>, RuleError> {
    let mut rules = Vec::new();
    each(text, REMAP, &mut |rule| {
        rules.push(parse_one_remap(rule)?);
        Ok(())
    })?;
    Ok(rules)
}

fn parse_one_remap(rule: &[u8]) -> Result<Remap, &'static str> {
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
            Some((low, high)) if is_number(low) => (code(low)?, code(high)?),
            _ => (code(from)?, code(from)?),
        },
    };
    if low > high { Err("a range from high to low") } else { Ok(Remap { after_stop, low, high, to }) }
}

/// A code 0 to 255, or a signal's name: 128 and its number.
fn code(text: &[u8]) -> Result<u8, &'static str> {
    match text {
        b"" => Err("no code"),
        _ if is_number(text) => text.to_str().ok().and_then(|text| text.parse().ok()).ok_or("a code over 255"),
        [first, ..] if first.is_ascii_alphabetic() => Ok(128 + signal(text)?.0),
        _ => Err("not a code"),
    }
}

fn is_number(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

fn signal(text: &[u8]) -> Result<Signal, &'static str> {
    Signal::parse(text).ok_or("no such signal")
}

/// A signal that can come to us.
fn caught(text: &[u8]) -> Result<Signal, &'static str> {
    match signal(text)? {
        Signal::KILL | Signal::STOP => Err("a signal that only the kernel sees"),
        signal => Ok(signal),
    }
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
        each(text, REWRITE, &mut |rule| {
            let (from, to) = rule.split_once_str(":").ok_or("no `:TO'")?;
            let to = if to == b"0" { 0 } else { signal(to)?.0 };
            if let Some(place) = self.0.get_mut(usize::from(caught(from)?.0)) {
                *place = to;
            }
            Ok(())
        })
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
        each(text, DELAY, &mut |rule| {
            let (signal, time) = rule.split_once_str(":").ok_or("no `:TIME'")?;
            let time = parse_time(time).map_err(|error| error.fault)?;
            if let Some(place) = self.0.get_mut(usize::from(caught(signal)?.0)) {
                *place = time;
            }
            Ok(())
        })
    }
}

/// Nanoseconds of a time: `10s`, `500ms`, `1.5m`, `2h`, `3` (seconds). At most a hundred years.
pub fn parse_time(text: &[u8]) -> Result<i64, RuleError> {
    let wrong = || RuleError { fault: "no time", rule: text.to_vec(), allowed: TIME };
    let word = std::str::from_utf8(text).map_err(|_| wrong())?;
    let units = [("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9), ("", 1e9)];
    let split = units.iter().find_map(|(unit, nanos)| Some((word.strip_suffix(unit)?, nanos)));
    let Some((number, unit)) = split else { return Err(wrong()) };
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: f64 = number.parse().ok().filter(|_| plain).ok_or_else(wrong)?;
    let nanos = value * unit;
    if nanos <= 100.0 * 365.0 * 86400e9 {
        Ok(nanos as i64)
    } else {
        Err(RuleError { fault: "more than a hundred years", ..wrong() })
    }
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
    fn faults_come_first_and_then_the_rule() {
        let none = |text: &[u8]| parse_remap(text).err();
        let rewrite = |text: &[u8]| Rewrite::default().add(text).err();
        let delay = |text: &[u8]| Delays::default().add(text).err();
        let time = |text: &[u8]| parse_time(text).err();
        type Parse<'a> = &'a dyn Fn(&[u8]) -> Option<RuleError>;
        let cases: &[(Parse, &str, &str)] = &[
            (&none, "256", "a code over 255 in `256'"),
            (&none, "1:300", "a code over 255 in `1:300'"),
            (&none, "1,x:0", "no such signal in `x:0'"),
            (&none, "3-1", "a range from high to low in `3-1'"),
            (&none, "3-", "no code in `3-'"),
            (&none, "1:", "no code in `1:'"),
            (&none, "-1", "not a code in `-1'"),
            (&none, "", "an empty rule in `'"),
            (&none, "143:0,", "an empty rule in `143:0,'"),
            (&rewrite, "TERM", "no `:TO' in `TERM'"),
            (&rewrite, "TERM:FOO", "no such signal in `TERM:FOO'"),
            (&rewrite, "0:TERM", "no such signal in `0:TERM'"),
            (&rewrite, "KILL:TERM", "a signal that only the kernel sees in `KILL:TERM'"),
            (&delay, "TERM", "no `:TIME' in `TERM'"),
            (&delay, "TERM:x", "no time in `TERM:x'"),
            (&delay, "19:1s", "a signal that only the kernel sees in `19:1s'"),
            (&time, "1d", "no time in `1d'"),
            (&time, "99999999h", "more than a hundred years in `99999999h'"),
        ];
        for (parse, text, expected) in cases {
            let message = parse(text.as_bytes()).map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(message.split(": allowed").next(), Some(*expected));
        }
    }

    #[test]
    fn rewrites_and_delays() {
        let mut rewrite = Rewrite::default();
        assert_eq!(rewrite.add(b"TERM:QUIT,1:0"), Ok(()));
        assert_eq!(rewrite.apply(Signal::TERM), Some(Signal::QUIT));
        assert_eq!(rewrite.apply(Signal::HUP), None);
        assert_eq!(rewrite.apply(Signal::INT), Some(Signal::INT));
        let mut delays = Delays::default();
        assert_eq!(delays.add(b"TERM:10s,INT:250ms"), Ok(()));
        assert_eq!((delays.0[15], delays.0[2]), (10_000_000_000, 250_000_000));
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
