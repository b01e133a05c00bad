//! What is tried with bytes from outside: a module a target, each with `run`, which panics when something is wrong.
//!
//! `src/bin` hands them to cargo-fuzz (`scripts/fuzz`); `compat-tests/replay.rs` runs them over the inputs in `corpus`.

use rsh::syntax::{Dialect, Field};

pub mod arithmetic;
pub mod command_line;
pub mod expansion;
pub mod pattern;
pub mod printf;
pub mod regex;
pub mod rules;
mod shell;
pub mod syntax;

/// A target and its name.
pub type Target = (&'static str, fn(&[u8]));

/// Every one.
pub const TARGETS: &[Target] = &[
    ("arithmetic", arithmetic::run),
    ("command_line", command_line::run),
    ("expansion", expansion::run),
    ("pattern", pattern::run),
    ("printf", printf::run),
    ("regex", regex::run),
    ("rules", rules::run),
    ("syntax", syntax::run),
];

/// A byte of flags, then two texts with a NUL between them.
fn flags_and_two(input: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&flags, rest) = input.split_first()?;
    let end = rest.iter().position(|&byte| byte == 0)?;
    Some((flags, &rest[..end], &rest[end + 1..]))
}

/// How deep the grammar goes here: a stack of 8 MB has to do, without optimisation.
const DEEPEST: u32 = 400;

/// The grammar for a text from `source`.
pub fn dialect(source: &Field, extglob: bool, posix: bool) -> Dialect<'_> {
    Dialect { extglob, posix, aliases: None, source, deepest: DEEPEST }
}
