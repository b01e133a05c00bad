//! Reads a text command by command, as the shell would, without running any.

use super::places::{self, Place};
use super::{Given, Script, walk};
use crate::syntax::{
    Body, Command, Dialect, Field, Names, Part, Places, Program, Simple, Source, Span, Text, Word, WordBody,
    parse_command,
};

/// A complete command and where its words stand.
pub(super) struct Unit {
    pub(super) program: Program,
    places: Places,
    /// Bodies of here-documents, which come behind the line of their `<<`: the lines in the text, from where on.
    documents: Vec<(usize, Place)>,
    /// The text stands in a word of another one: everything in it has this place.
    outer: Option<Place>,
}

impl Unit {
    pub(super) fn place(&self, span: Span) -> Place {
        let start = span.start as usize;
        let behind = self.documents.partition_point(|(from, _)| *from <= start);
        let document = behind.checked_sub(1).and_then(|at| self.documents.get(at)).filter(|(_, place)| place.line > 0);
        self.outer.unwrap_or_else(|| match document {
            Some((from, place)) => Place { column: place.column + (start - from) as u32, length: span.len, ..*place },
            None => places::of(&self.places, span),
        })
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

/// Reads `text` into `units`; gives the syntax error that ended it. What stands behind `exec` or `exit` may be anything, a
/// program of another language or an archive: a shell never comes to it.
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
    let mut read = None;
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
                let places = source.places();
                let documents = documents(&program, &places, text);
                let ends = outer.is_none() && read.is_none() && ends_text(&program.command);
                units.push(Unit { program, places, documents, outer });
                if ends && text.get(source.offset()..).is_some_and(|rest| rest.contains(&0)) {
                    return None;
                }
                read = read.or(ends.then_some(units.len()));
            }
            Err(_) if let Some(read) = read => {
                units.truncate(read);
                return None;
            }
            Err(error) => {
                let place = places::of_error(text, &error, source.places().failed());
                return Some((error, place));
            }
        }
    }
}

/// Whether nothing behind `command` is read.
fn ends_text(command: &Command) -> bool {
    match command {
        Command::Simple(simple) => match simple.words.first().and_then(literal) {
            Some(b"exec") => simple.words.len() > 1,
            name => name == Some(b"exit"),
        },
        Command::List(list) => list.0.iter().any(ends_text),
        _ => false,
    }
}

/// Where the lines of here-documents stand in `text`.
fn documents(program: &Program, places: &Places, text: &[u8]) -> Vec<(usize, Place)> {
    let mut found = Vec::new();
    let all: Vec<&[u8]> = text.split_inclusive(|&byte| byte == b'\n').collect();
    walk::each(&program.command, &mut |command| {
        for redirect in walk::redirects(command) {
            let (Some(document), true) = (&redirect.heredoc, redirect.target.text.start > 0) else { continue };
            let mut from = redirect.target.text.start as usize;
            let lines = document.body.iter().filter(|&&byte| byte == b'\n').count() as u32;
            let first = places.at(from).0.saturating_sub(lines);
            let whole = all.iter().skip(first.saturating_sub(1) as usize);
            let read = document.body.split_inclusive(|&byte| byte == b'\n');
            for ((line, whole), read) in (first..).zip(whole).zip(read) {
                let tabs = whole.strip_suffix(read).map_or(0, <[u8]>::len) as u32;
                found.push((from, Place { line, column: tabs + 1, length: 0 }));
                from += read.len();
            }
            found.push((from, Place { line: 0, column: 0, length: 0 }));
        }
    });
    found.sort_by_key(|(from, _)| *from);
    found
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
        walk::parts(command, &mut |part| {
            if let Part::Command(substitution) = part
                && let Body::Text(text) = &*substitution.body
            {
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
