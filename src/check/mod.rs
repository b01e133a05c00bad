//! `--check` and `--explain`: what a script will do as process 1, told from its text alone. Nothing is run.
//!
//! In: the text of a script or command string. Out: findings with their places, or a tree in text. What counts as a finding
//! is a sentence of BEHAVIOUR (README.md, "Signals in a script") or a trap that bash sets for process 1.

mod app;
mod command;
mod explain;
mod facts;
mod finding;
mod flow;
mod lines;
mod places;
mod unit;
mod walk;

pub use explain::{Order, explain};
pub use finding::{Finding, Level, json, text};

use bstr::ByteSlice;

use crate::syntax::{Names, SyntaxError};
use unit::Unit;

/// What is known besides the text.
#[derive(Clone, Copy, Default)]
pub struct Given {
    /// It is a `-c` string, not a script.
    pub string: bool,
    /// `shopt extglob` at the start.
    pub extglob: bool,
    /// POSIX mode.
    pub posix: bool,
}

/// A text that was read: its complete commands up to the first syntax error.
struct Script {
    names: Names,
    units: Vec<Unit>,
    error: Option<(SyntaxError, places::Place)>,
    given: Given,
}

/// That `text` is a script for another kind of interpreter, and which.
pub fn foreign(text: &[u8]) -> Option<String> {
    let first = lines::check(text.lines().next()?, Given::default());
    first.into_iter().find(|finding| finding.rule == lines::FOREIGN).map(|finding| finding.message)
}

/// What is to be said about `text`, in the order of its lines.
pub fn check(text: &[u8], given: Given) -> Vec<Finding> {
    let script = unit::read(text, given);
    let mut findings = lines::check(text, given);
    if findings.iter().any(|finding| ["carriage-return", lines::FOREIGN].contains(&finding.rule)) {
        return findings; // every other word is wrong for the same reason
    }
    if let Some((error, place)) = &script.error {
        findings.push(finding::syntax(error, *place));
    }
    let facts = facts::collect(&script, text);
    command::check(&script, &facts, &mut findings);
    flow::check(&script, &facts, &mut findings);
    findings.sort_by_key(|finding| (finding.line, finding.column));
    findings.dedup_by(|one, other| (one.line, one.column, one.rule) == (other.line, other.column, other.rule));
    findings
}
