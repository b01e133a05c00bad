//! The command line: what is to be done, before anything is done (README.md).
//!
//! In: the arguments and RSH_OPTIONS. Out: an [`Order`], or an exit status after a message that names what is wrong and what
//! is allowed.

mod bash;
mod called_as;
mod help;
mod options;
mod own;
mod reading;
mod refusal;
mod shebang;

use std::os::unix::ffi::OsStringExt;

use bstr::{BStr, ByteSlice};

pub use refusal::why;

use crate::shell::Plan;
use crate::supervisor::Supervision;
use crate::sys::{self, Fd, Pid};

/// What is to be done.
pub struct Order {
    /// Two processes, the first of which supervises; `None`: one.
    pub supervise: Option<Supervision>,
    /// What the second process is, or the only one.
    pub second: Second,
    /// The name rsh was called by, for messages.
    pub name: Vec<u8>,
}

/// What the second process is.
pub enum Second {
    /// A shell.
    Shell(Box<Plan>),
    /// `--run`
    Command(Command),
    /// None: only reap, until INT or TERM (`catatonit -P`).
    Pause,
}

/// A command that is no shell's.
pub struct Command {
    /// Its name and its arguments.
    pub words: Vec<Vec<u8>>,
    /// The exit status when it is not there.
    pub not_found: i32,
    /// The exit status when it cannot be executed.
    pub not_executable: i32,
}

/// What a command line asks for; `Err`: the exit status after a message (0 after `--version` and `--help`).
pub fn order(arguments: Vec<Vec<u8>>, rsh_options: Option<Vec<u8>>) -> Result<Order, i32> {
    let own = |name: &[u8]| {
        let mut own = own::Own::default();
        match rsh_options.map(|text| own.read_variable(&text)) {
            Some(Err(text)) => Err(refuse(name, &format!("RSH_OPTIONS: {text}"))),
            _ => Ok(own),
        }
    };
    if let Some((name, words)) = arguments.split_first()
        && let Some(order) = called_as::order(name, words, variable)
    {
        return own(name).and_then(order);
    }
    let count = arguments.len();
    let words = shebang::split(arguments).map_err(|(name, text)| refuse(&name, &text))?;
    let in_first_line = words.len() != count;
    let mut rest = words.into_iter().peekable();
    let name = rest.next().unwrap_or_else(|| b"rsh".to_vec());
    let mut own = own(&name)?;
    let parsed = bash::parse(&name, &mut rest, &mut own)?;
    if own.reading.is_some() && own.run {
        return Err(refuse(&name, "--run: no script to read for --check or --explain"));
    }
    if own.json == Some(true) && own.reading != Some(own::Reading::Check) {
        return Err(refuse(&name, "--format json: only --check has it"));
    }
    if own.reading.is_some() {
        return Err(reading::read(&name, &own, parsed.given(), rest));
    }
    if own.json.is_some() {
        return Err(refuse(&name, "--format: only with --check"));
    }
    if own.run
        && let Some(wrong) = no_command(rest.peek())
    {
        return Err(refuse(&name, &format!("--run: {wrong}")));
    }
    let is_init = sys::child::id() == Pid(1);
    let supervise = (is_init || own.subreaper || own.run) && !own.no_supervise;
    if !supervise && !in_first_line {
        warn_of_no_effect(&name, &own);
    }
    let second = match own.run {
        true => Second::Command(Command { words: rest.collect(), not_found: 127, not_executable: 126 }),
        false => Second::Shell(Box::new(parsed.plan(name.clone(), rest)?)),
    };
    Ok(Order { supervise: supervise.then(|| own.supervision()), second, name })
}

/// What is wrong with the word behind `--run`.
fn no_command(word: Option<&Vec<u8>>) -> Option<String> {
    match word.map(|word| &word[..]) {
        None => Some("a command must follow, as in --run nginx -g 'daemon off;'".to_owned()),
        Some(b"") => Some("the command is an empty word (a variable that is not set?)".to_owned()),
        Some(word @ [b'-', ..]) => Some(format!("{} is no command; options must stand before --run", shown(word))),
        Some(_) => None,
    }
}

/// Options for a supervisor that is not there. Not for those of a `#!` line: its script may be started in both ways.
fn warn_of_no_effect(name: &[u8], own: &own::Own) {
    let mut options = own.for_supervisor();
    if own.no_supervise && own.subreaper {
        options.push("--subreaper");
    }
    if !options.is_empty() {
        let why = match own.no_supervise {
            true => "with --no-supervise",
            false => "where rsh is not process 1 (with --subreaper it supervises all the same)",
        };
        refuse(name, &format!("warning: {}: no effect {why}", options.join(", ")));
    }
}

fn variable(name: &str) -> Option<Vec<u8>> {
    std::env::var_os(name).map(OsStringExt::into_vec)
}

/// Says what is wrong: 2.
fn refuse(name: &[u8], text: &str) -> i32 {
    let message = format!("{}: {text}\n", BStr::new(name));
    let _ = sys::fd::write_all(Fd::STDERR, message.as_bytes());
    2
}

/// An argument as it is shown in messages.
fn shown(word: &[u8]) -> String {
    word.as_bstr().to_string()
}
