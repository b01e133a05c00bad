//! `set -k`: assignments among the arguments of a command are in its environment too (bash manual 4.3.1).

use super::{redirect, simple};
use crate::expand;
use crate::state::{Ctx, Outcome, Owner, Shell};
use crate::syntax::{Command, Field, Program, Simple, Source, is_name, parse_command};

/// Runs `command` with its assignments in front; `None` when there are none behind its name. The command is read anew from
/// its spelling: the tree that is run stays as it is, and nothing of this costs a shell without `-k` anything.
pub(super) fn run(shell: &mut Shell, command: &Simple, ctx: Ctx) -> Option<Outcome> {
    let text = shell.frames.text.clone();
    let spelling = |span| Field::from(text.get(span));
    let words = command.words.iter().map(|word| spelling(word.text));
    let (keywords, others): (Vec<Field>, Vec<Field>) = words.partition(|word| is_assignment(word));
    if keywords.is_empty() {
        return None;
    }
    let in_front = command.assignments.iter().map(|assignment| spelling(assignment.text));
    let all: Vec<Field> = in_front.chain(keywords).chain(others).collect();
    let line = all.iter().map(|word| &word[..]).collect::<Vec<_>>().join(&b' ');
    let file = shell.frames.source().clone();
    let mut source = Source::new(line, command.line);
    let dialect = expand::dialect_of(shell.options, &file);
    let parsed = parse_command(&mut source, &mut shell.names, &dialect).ok()??;
    let Program { command: Command::Simple(simple), text, .. } = &parsed else { return None };
    let mark = shell.journal.mark();
    let outcome = match redirect::apply(shell, &command.redirects) {
        Ok(()) => {
            let outer = std::mem::replace(&mut shell.frames.text, text.clone());
            let outcome = simple::run_simple(shell, simple, ctx.inside());
            shell.frames.text = outer;
            outcome
        }
        Err(outcome) => outcome,
    };
    shell.roll_back(mark, Owner::Command);
    Some(outcome)
}

/// Whether a word is spelled `name=…` or `name+=…`.
pub(super) fn is_assignment(word: &[u8]) -> bool {
    let Some(equals) = memchr::memchr(b'=', word) else { return false };
    let name = word.get(..equals).unwrap_or_default();
    is_name(name.strip_suffix(b"+").unwrap_or(name))
}
