//! Reads a text command by command, as the shell would, without running any.

use super::places::{self, Place};
use super::{Given, Script, walk};
use crate::syntax::{
    Body, Command, Dialect, Field, Names, Places, Program, Simple, Source, Span, Text, Word, WordBody, parse_command,
};

/// A complete command and where its words stand.
pub(super) struct Unit {
    pub(super) program: Program,
    places: Places,
    /// The text stands in a word of another one: everything in it has this place.
    outer: Option<Place>,
}

impl Unit {
    pub(super) fn place(&self, span: Span) -> Place {
        self.outer.unwrap_or_else(|| places::of(&self.places, span))
    }

    /// Whether it is the text of a trap or of backquotes.
    pub(super) fn is_inner(&self) -> bool {
        self.outer.is_some()
    }

    pub(super) fn text(&self) -> &Text {
        &self.program.text
    }
}

/// Reads all of `text`, up to a syntax error.
pub(super) fn read(text: &[u8], given: Given) -> Script {
    let mut script = Script { names: Names::new(), units: Vec::new(), error: None, given };
    let mut extglob = given.extglob;
    script.error = take(text, None, &mut extglob, &mut script.names, &mut script.units, given.posix);
    let mut inner = Vec::new();
    for unit in &script.units {
        inner.extend(texts(unit));
    }
    for (text, place) in inner {
        // what does not parse is an error when it is run, and perhaps no program at all
        let _ = take(&text, Some(place), &mut extglob, &mut script.names, &mut script.units, given.posix);
    }
    script
}

/// Reads `text` into `units`; gives the syntax error that ended it.
fn take(
    text: &[u8],
    outer: Option<Place>,
    extglob: &mut bool,
    names: &mut Names,
    units: &mut Vec<Unit>,
    posix: bool,
) -> Option<(crate::syntax::SyntaxError, Place)> {
    let mut source = Source::new(text, 1);
    let file = Field::from(&b""[..]);
    loop {
        let dialect = Dialect { extglob: *extglob, posix, aliases: None, source: &file, deepest: 1000 };
        match parse_command(&mut source, names, &dialect) {
            Ok(None) => return None,
            Ok(Some(program)) => {
                walk::each(&program.command, &mut |command| {
                    if let Command::Simple(simple) = command {
                        set_extglob(simple, extglob);
                    }
                });
                units.push(Unit { program, places: source.places(), outer });
            }
            Err(error) => {
                let place = places::of_error(text, &error, source.places().failed());
                return Some((error, place));
            }
        }
    }
}

/// `shopt -s extglob` changes how the lines behind it are read.
fn set_extglob(simple: &Simple, extglob: &mut bool) {
    let mut words = simple.words.iter().filter_map(literal);
    if words.next() != Some(b"shopt") {
        return;
    }
    let words: Vec<&[u8]> = words.collect();
    if words.contains(&&b"extglob"[..]) {
        *extglob = words.contains(&&b"-s"[..]) || (*extglob && !words.contains(&&b"-u"[..]));
    }
}

/// Programs in words: the actions of traps, backquotes.
fn texts(unit: &Unit) -> Vec<(Vec<u8>, Place)> {
    let mut found = Vec::new();
    walk::each(&unit.program.command, &mut |command| {
        let Command::Simple(simple) = command else { return };
        if let [name, action, _, ..] = &simple.words[..]
            && literal(name) == Some(b"trap")
            && let Some(action) = literal(action)
            && !action.starts_with(b"-")
        {
            found.push((action.to_vec(), unit.place(simple.words[1].text)));
        }
        walk::substitutions(command, &mut |substitution| {
            if let Body::Text(text) = &*substitution.body {
                found.push((text.to_vec(), unit.place(substitution.text)));
            }
        });
    });
    found
}

/// The field that `word` always is.
pub(super) fn literal(word: &Word) -> Option<&[u8]> {
    match &word.body {
        WordBody::Literal(field) => Some(field),
        _ => None,
    }
}
