//! rsh's own options: long ones only, so that they never collide with bash's letters (README.md).

use super::shown;
use crate::rules::{self, Delays, Remap, Rewrite};
use crate::supervisor::log::Level;
use crate::supervisor::{Settings, Supervision};
use crate::sys::Signal;

/// How long stragglers may take when `--grace` does not say: three seconds.
const GRACE: i64 = 3_000_000_000;

/// What rsh's own options say.
pub(super) struct Own {
    remap: Vec<Remap>,
    rewrite: Rewrite,
    delays: Delays,
    grace: i64,
    kill_after: Option<i64>,
    until_all: bool,
    to_child: bool,
    parent_death_signal: Option<Signal>,
    level: Level,
    /// `--subreaper`
    pub(super) subreaper: bool,
    /// `--no-supervise`
    pub(super) no_supervise: bool,
    /// `--run`: what follows is a command.
    pub(super) run: bool,
}

impl Default for Own {
    fn default() -> Own {
        Own {
            remap: Vec::new(),
            rewrite: Rewrite::default(),
            delays: Delays::default(),
            grace: GRACE,
            kill_after: None,
            until_all: false,
            to_child: false,
            parent_death_signal: None,
            level: Level::Warn,
            subreaper: false,
            no_supervise: false,
            run: false,
        }
    }
}

/// Whether an option takes a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Nothing,
    Value,
}

/// Every option of rsh's own.
const TABLE: &[(&[u8], Takes)] = &[
    (b"--remap", Takes::Value),
    (b"--rewrite", Takes::Value),
    (b"--delay", Takes::Value),
    (b"--grace", Takes::Value),
    (b"--kill-after", Takes::Value),
    (b"--until", Takes::Value),
    (b"--forward", Takes::Value),
    (b"--parent-death-signal", Takes::Value),
    (b"--log", Takes::Value),
    (b"--subreaper", Takes::Nothing),
    (b"--no-supervise", Takes::Nothing),
    (b"--run", Takes::Nothing),
];

/// Options that the contract names and that are not built yet.
const NOT_YET: &[&[u8]] = &[b"--log-format", b"--termination-log", b"--explain", b"--check"];

impl Own {
    /// Takes `word` if it is an option of ours; its value is in it behind `=`, or comes from `next`. False: it is not ours.
    pub(super) fn take(&mut self, word: &[u8], next: impl FnOnce() -> Option<Vec<u8>>) -> Result<bool, String> {
        let equals = word.iter().position(|&byte| byte == b'=');
        let (name, joined) = match equals {
            Some(at) => (word.get(..at).unwrap_or(word), word.get(at + 1..).map(<[u8]>::to_vec)),
            None => (word, None),
        };
        if NOT_YET.contains(&name) {
            return Err(format!("{}: not supported yet", shown(name)));
        }
        let Some((_, takes)) = TABLE.iter().find(|(known, _)| *known == name) else { return Ok(false) };
        match (takes, joined) {
            (Takes::Nothing, Some(_)) => Err(format!("{}: takes no value", shown(name))),
            (Takes::Nothing, None) => {
                self.set(name, b"")?;
                Ok(true)
            }
            (Takes::Value, joined) => match joined.or_else(next) {
                Some(value) => self.set(name, &value).map(|()| true),
                None => Err(format!("{}: option requires an argument", shown(name))),
            },
        }
    }

    fn set(&mut self, name: &[u8], value: &[u8]) -> Result<(), String> {
        let wrong = |error: rules::RuleError| format!("{}: {error}", shown(name));
        let allowed = |text: &str| format!("{}: `{}': allowed is {text}", shown(name), shown(value));
        match name {
            b"--remap" => self.remap.extend(rules::parse_remap(value).map_err(wrong)?),
            b"--rewrite" => self.rewrite.add(value).map_err(wrong)?,
            b"--delay" => self.delays.add(value).map_err(wrong)?,
            b"--grace" => self.grace = rules::parse_time(value).map_err(wrong)?,
            b"--kill-after" => self.kill_after = Some(rules::parse_time(value).map_err(wrong)?),
            b"--until" => {
                self.until_all = match value {
                    b"all" => true,
                    b"main" => false,
                    _ => return Err(allowed("main or all")),
                }
            }
            b"--forward" => {
                self.to_child = match value {
                    b"child" => true,
                    b"group" => false,
                    _ => return Err(allowed("group or child")),
                }
            }
            b"--parent-death-signal" => {
                let signal = Signal::parse(value).ok_or_else(|| allowed("a signal by name or number"))?;
                self.parent_death_signal = Some(signal);
            }
            b"--log" => self.level = Level::parse(value).ok_or_else(|| allowed("error, warn, info or debug"))?,
            b"--subreaper" => self.subreaper = true,
            b"--no-supervise" => self.no_supervise = true,
            _ => self.run = true,
        }
        Ok(())
    }

    /// Reads RSH_OPTIONS: options of ours in words.
    pub(super) fn read_variable(&mut self, text: &[u8]) -> Result<(), String> {
        let text = std::str::from_utf8(text).map_err(|_| "is not UTF-8".to_owned())?;
        let words = shell_words::split(text).map_err(|_| format!("`{text}': a quote is not closed"))?;
        let mut words = words.into_iter().map(String::into_bytes);
        // rules of the command line come first: the first that fits holds
        while let Some(word) = words.next() {
            if &word[..] == b"--run" || !self.take(&word, || words.next())? {
                return Err(format!("{}: allowed are rsh's own options, but --run", shown(&word)));
            }
        }
        Ok(())
    }

    /// Puts what follows before what RSH_OPTIONS has said: the command line wins.
    pub(super) fn command_line_follows(&mut self) -> Vec<Remap> {
        std::mem::take(&mut self.remap)
    }

    /// The rules of RSH_OPTIONS hold behind those of the command line.
    pub(super) fn command_line_ended(&mut self, variable: Vec<Remap>) {
        self.remap.extend(variable);
    }

    /// What the supervisor is to do.
    pub(super) fn supervision(self) -> Supervision {
        Supervision {
            settings: Settings {
                remap: self.remap,
                rewrite: self.rewrite,
                delays: self.delays,
                grace: self.grace,
                kill_after: self.kill_after,
                until_all: self.until_all,
                to_child: self.to_child,
            },
            subreaper: self.subreaper,
            command: self.run,
            parent_death_signal: self.parent_death_signal,
            level: self.level,
        }
    }
}
