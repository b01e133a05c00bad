//! rsh's own options: long ones only, so that they never collide with bash's letters (README.md).

use std::ffi::CString;

use super::options::{OWN, READING};
use super::{refusal, shown};
use crate::check;
use crate::rules::{self, Delays, Remap, Rewrite};
use crate::supervisor::log::{Level, Log};
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
    level: Option<Level>,
    log_json: bool,
    termination_log: Option<CString>,
    /// `--subreaper`
    pub(super) subreaper: bool,
    /// `--no-supervise`
    pub(super) no_supervise: bool,
    /// `--run`: what follows is a command.
    pub(super) run: bool,
    /// `--check` or `--explain`: nothing is run.
    pub(super) reading: Option<Reading>,
    /// `--format`: whether it is json.
    pub(super) json: Option<bool>,
    /// The options with values, as they were written (`--explain`).
    told: Vec<String>,
    /// How many of them RSH_OPTIONS holds.
    told_before: usize,
}

/// What is told of a text that is not run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// `--check`
    Check,
    /// `--explain`
    Explain,
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
            level: None,
            log_json: false,
            termination_log: None,
            subreaper: false,
            no_supervise: false,
            run: false,
            reading: None,
            json: None,
            told: Vec::new(),
            told_before: 0,
        }
    }
}

impl Own {
    /// Takes `word` if it is an option of ours; its value is in it behind `=`, or comes from `next`. False: it is not ours.
    pub(super) fn take(&mut self, word: &[u8], next: &mut dyn FnMut() -> Option<Vec<u8>>) -> Result<bool, String> {
        let equals = word.iter().position(|&byte| byte == b'=');
        let (name, joined) = match equals {
            Some(at) => (word.get(..at).unwrap_or(word), word.get(at + 1..).map(<[u8]>::to_vec)),
            None => (word, None),
        };
        let known = OWN.iter().chain(READING).find(|row| row.name.as_bytes() == name);
        let Some(row) = known else { return Ok(false) };
        match (row.value.is_empty(), joined) {
            (true, Some(_)) => Err(format!("{}: takes no value", shown(name))),
            (true, None) => {
                self.set(name, b"")?;
                Ok(true)
            }
            (false, joined) => match joined.or_else(next) {
                Some(value) => {
                    self.set(name, &value)?;
                    if row.name != "--format" {
                        self.told.push(format!("{} {}", shown(name), shown(&value)));
                    }
                    Ok(true)
                }
                None => Err(format!("{}: option requires an argument: {}", shown(name), row.value)),
            },
        }
    }

    fn set(&mut self, name: &[u8], value: &[u8]) -> Result<(), String> {
        let wrong = |error: rules::RuleError| format!("{}: {error}", shown(name));
        let allowed = |text: &str| format!("{}: `{}': allowed is {text}", shown(name), shown(value));
        let either = |yes: &str, no: &str| match value {
            value if value == yes.as_bytes() => Ok(true),
            value if value == no.as_bytes() => Ok(false),
            _ => Err(allowed(&format!("{no} or {yes}"))),
        };
        match name {
            b"--remap" => self.remap.extend(rules::parse_remap(value).map_err(wrong)?),
            b"--rewrite" => self.rewrite.add(value).map_err(wrong)?,
            b"--delay" => self.delays.add(value).map_err(wrong)?,
            b"--grace" => self.grace = rules::parse_time(value).map_err(wrong)?,
            b"--kill-after" => self.kill_after = Some(rules::parse_time(value).map_err(wrong)?),
            b"--until" => self.until_all = either("all", "main")?,
            b"--forward" => self.to_child = either("child", "group")?,
            b"--parent-death-signal" => {
                let signal = Signal::parse(value).ok_or_else(|| allowed("a signal by name or number"))?;
                self.parent_death_signal = Some(signal);
            }
            b"--log" => {
                self.level = Some(Level::parse(value).ok_or_else(|| allowed("error, warn, info or debug"))?);
            }
            b"--log-format" => self.log_json = either("json", "text")?,
            b"--termination-log" if value.is_empty() => return Err(allowed("a file's path")),
            b"--termination-log" => {
                self.termination_log = Some(CString::new(value).map_err(|_| allowed("a file's path"))?);
            }
            b"--subreaper" => self.subreaper = true,
            b"--no-supervise" => self.no_supervise = true,
            b"--check" | b"--explain" => {
                let reading = if name == b"--check" { Reading::Check } else { Reading::Explain };
                if self.reading.is_some_and(|before| before != reading) {
                    return Err("--check, --explain: only one of them at a time".to_owned());
                }
                self.reading = Some(reading);
            }
            b"--format" => self.json = Some(either("json", "text")?),
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
            // what is run, or read, the command line says
            if &word[..] == b"--run"
                || !self.take(&word, &mut || words.next())?
                || self.reading.is_some()
                || self.json.is_some()
            {
                let near = super::options::near(&word);
                return Err(format!("{}: only options for the supervisor may stand here{near}", shown(&word)));
            }
        }
        Ok(())
    }

    /// Puts what follows before what RSH_OPTIONS has said: the command line wins.
    pub(super) fn command_line_follows(&mut self) -> Vec<Remap> {
        self.told_before = self.told.len();
        std::mem::take(&mut self.remap)
    }

    /// The rules of RSH_OPTIONS hold behind those of the command line.
    pub(super) fn command_line_ended(&mut self, variable: Vec<Remap>) {
        self.remap.extend(variable);
    }

    /// The options of the command line that only a supervisor reads.
    pub(super) fn for_supervisor(&self) -> Vec<&str> {
        self.told.iter().skip(self.told_before).filter_map(|told| told.split(' ').next()).collect()
    }

    /// What `--explain` is to say of the rules.
    pub(super) fn explained(&self) -> check::Order {
        check::Order {
            options: self.told.clone(),
            grace: (self.grace > 0).then(|| format!("{} s", self.grace as f64 / 1e9)),
            term: self.rewrite.apply(Signal::TERM).map(Signal::name),
            to_child: self.to_child,
            foreseen: refusal::foreseen,
        }
    }

    /// What the supervisor is to do.
    pub(super) fn supervision(self) -> Supervision {
        self.supervision_at(Level::Warn)
    }

    /// The same; `level` is told when `--log` does not say.
    pub(super) fn supervision_at(self, level: Level) -> Supervision {
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
            parent_death_signal: self.parent_death_signal,
            log: Log { level: self.level.unwrap_or(level), json: self.log_json },
            termination_log: self.termination_log,
            session: false,
            warns_of_orphans: false,
            mask: None,
        }
    }
}
