//! The command line: what is to be done, before anything is done (README.md).
//!
//! In: the arguments and RSH_OPTIONS. Out: an [`Order`], or an exit status after a message that names what is wrong and what
//! is allowed.

mod bash;
mod help;
mod options;
mod own;
mod reading;
mod shebang;

use bstr::{BStr, ByteSlice};

use crate::shell::Plan;
use crate::supervisor::Supervision;
use crate::sys::{self, Fd, Pid};

/// What is to be done.
pub struct Order {
    /// Two processes, the first of which supervises; `None`: one.
    pub supervise: Option<Supervision>,
    /// What the second process is, or the only one.
    pub second: Second,
}

/// What the second process is.
pub enum Second {
    /// A shell.
    Shell(Box<Plan>),
    /// `--run`: a command and its arguments.
    Command(Vec<Vec<u8>>),
}

/// What a command line asks for; `Err`: the exit status after a message (0 after `--version` and `--help`).
pub fn order(arguments: Vec<Vec<u8>>, rsh_options: Option<Vec<u8>>) -> Result<Order, i32> {
    let mut rest = shebang::split(arguments).map_err(|(name, text)| refuse(&name, &text))?.into_iter().peekable();
    let name = rest.next().unwrap_or_else(|| b"rsh".to_vec());
    let mut own = own::Own::default();
    if let Some(text) = rsh_options {
        own.read_variable(&text).map_err(|text| refuse(&name, &format!("RSH_OPTIONS: {text}")))?;
    }
    let parsed = bash::parse(&name, &mut rest, &mut own)?;
    if own.reading.is_some() {
        return Err(reading::read(&name, &own, parsed.given(), rest));
    }
    let is_init = sys::child::id() == Pid(1);
    let wanted = is_init || own.subreaper || own.run;
    let second = match own.run {
        true => Second::Command(rest.collect()),
        false => Second::Shell(Box::new(parsed.plan(name.clone(), rest)?)),
    };
    if let Second::Command(words) = &second
        && words.is_empty()
    {
        return Err(refuse(&name, "--run: a command must follow"));
    }
    let supervise = (wanted && !own.no_supervise).then(|| own.supervision());
    Ok(Order { supervise, second })
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
