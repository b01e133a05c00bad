//! What holds for the whole script: its traps, whether it waits, which functions it has.

use std::collections::HashMap;

use super::Script;
use super::unit::{Unit, literal};
use super::walk;
use crate::syntax::{Command, Function, Name, Simple};

/// What was found anywhere in the script.
#[derive(Default)]
pub(super) struct Facts<'a> {
    /// `set -o pipefail`
    pub(super) pipefail: bool,
    /// A trap with commands for TERM.
    pub(super) term_trap: bool,
    /// TERM is ignored.
    pub(super) term_ignored: bool,
    /// A trap with commands for anything.
    pub(super) any_trap: bool,
    /// A trap for EXIT.
    pub(super) exit_trap: bool,
    /// `wait` or `fg`.
    pub(super) waits: bool,
    /// What was started in the background is stopped by the script: `$!` or `jobs -p`, and `kill`.
    pub(super) stops_jobs: bool,
    /// It asks whether systemd runs.
    pub(super) asks_for_systemd: bool,
    /// Operands of `rm`, as written.
    pub(super) removed: Vec<&'a [u8]>,
    /// Functions by name.
    pub(super) functions: HashMap<Name, (&'a Function, &'a Unit)>,
}

/// Looks through `script`.
pub(super) fn collect<'a>(script: &'a Script, text: &[u8]) -> Facts<'a> {
    let mut facts = Facts::default();
    for unit in &script.units {
        walk::each(&unit.program.command, &mut |command| match command {
            Command::Function(function) => {
                facts.functions.insert(function.name, (function, unit));
            }
            Command::Simple(simple) => note(&mut facts, unit, simple),
            _ => {}
        });
    }
    let mentions = |what: &[u8]| memchr::memmem::find(text, what).is_some();
    facts.asks_for_systemd |= mentions(b"/run/systemd");
    facts.stops_jobs = mentions(b"kill ") && (mentions(b"$!") || mentions(b"${!}") || mentions(b"jobs -p"));
    facts
}

const TERM: &[&[u8]] = &[b"TERM", b"SIGTERM", b"15", b"term"];

fn note<'a>(facts: &mut Facts<'a>, unit: &'a Unit, simple: &'a Simple) {
    let words: Vec<&[u8]> = simple.words.iter().filter_map(literal).collect();
    // `command -v systemctl`, `[ -x /bin/systemctl ]`
    facts.asks_for_systemd |= words.iter().skip(1).any(|word| word.ends_with(b"systemctl"));
    match words.first().copied() {
        Some(b"set") => facts.pipefail |= words.iter().any(|word| word == b"pipefail"),
        Some(b"wait" | b"fg") => facts.waits = true,
        Some(b"rm") => facts.removed.extend(simple.words.iter().map(|word| unit.text().get(word.text))),
        Some(b"trap") => {
            let has =
                |names: &[&[u8]]| simple.words.iter().skip(2).filter_map(literal).any(|word| names.contains(&word));
            let action = simple.words.get(1).and_then(literal);
            let runs = simple.words.len() > 2 && !matches!(action, Some(b"" | b"-" | b"-p" | b"-l"));
            facts.any_trap |= runs;
            facts.term_ignored |= action == Some(b"") && has(TERM);
            facts.term_trap |= runs && has(TERM);
            facts.exit_trap |= runs && has(&[b"EXIT", b"0", b"exit"]);
        }
        _ => {}
    }
}
