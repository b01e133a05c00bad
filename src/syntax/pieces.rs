//! A word being put together: its parts, and the steps that it can need.

use super::ast::{Expansion, Part, Span, Steps, Word, WordBody};
use super::parser::Parser;
use super::pool::exact;

/// What a word is for: which of its characters mean something when it is expanded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// An argument: every expansion.
    Field,
    /// An assignment's value, a `case` subject, an operand: no braces, no splitting, no globbing.
    Value,
    /// A pattern: what was quoted must stay known.
    Pattern,
    /// The right side of `${x:-…}` without quotes: its text is split where it stands.
    Inserted,
}

/// The parts of a word so far.
#[derive(Default)]
pub(super) struct Pieces {
    parts: Vec<Part>,
    run: Vec<u8>,
    /// A run is open: `true` inside when it is quoted.
    open: Option<bool>,
    /// Steps seen.
    pub(super) steps: Steps,
    /// An unquoted `{` was seen.
    pub(super) brace: bool,
    /// Something was quoted.
    pub(super) quoted: bool,
    /// Holds a `${…}` that is none; its message names the whole text.
    pub(super) bad: bool,
}

impl Pieces {
    /// Appends unquoted characters.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.switch(false);
            self.run.extend_from_slice(bytes);
        }
    }

    /// Appends quoted characters; none at all still make a part.
    pub(super) fn quoted(&mut self, bytes: &[u8]) {
        self.switch(true);
        self.quoted = true;
        self.run.extend_from_slice(bytes);
    }

    /// Appends characters that are quoted by where they stand; none make no part.
    pub(super) fn inside(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.quoted(bytes);
        }
    }

    /// The characters so far, where nothing is to be expanded.
    pub(super) fn literal(&mut self) -> Vec<u8> {
        self.flush();
        literal_bytes(&self.parts).unwrap_or_default()
    }

    /// Appends an expansion; an unquoted one is split and globbed.
    pub(super) fn expansion(&mut self, part: Part, quoted: bool) {
        self.flush();
        if quoted {
            self.quoted = true;
        } else {
            self.steps.add(Steps::SPLIT);
            self.steps.add(Steps::GLOB);
        }
        self.parts.push(part);
    }

    /// How much there is: to see whether something was added since.
    pub(super) fn extent(&self) -> (usize, usize) {
        (self.parts.len(), self.run.len())
    }

    fn switch(&mut self, quoted: bool) {
        if self.open != Some(quoted) {
            self.flush();
            self.open = Some(quoted);
        }
    }

    fn flush(&mut self) {
        if let Some(quoted) = self.open.take() {
            let bytes: Box<[u8]> = self.run.as_slice().into();
            self.run.clear();
            self.parts.push(if quoted { Part::Quoted(bytes) } else { Part::Text(bytes) });
        }
    }

    /// Gives the bad substitutions from part `first` on the spelling `text`.
    pub(super) fn name_bad(&mut self, first: usize, text: Span) {
        name_bad(self.parts.get_mut(first..).unwrap_or_default(), text);
    }

    /// Forgets everything but the room it has.
    fn clear(&mut self) {
        self.parts.clear();
        self.run.clear();
        self.open = None;
        self.steps = Steps::default();
        (self.brace, self.quoted, self.bad) = (false, false, false);
    }

    /// The parts.
    fn take_parts(&mut self) -> Box<[Part]> {
        self.flush();
        exact(&mut self.parts)
    }

    /// The word, with its spelling `text`.
    fn take_word(&mut self, usage: Use, text: Span) -> Word {
        let steps = self.needed(usage);
        let literal = match usage {
            Use::Field | Use::Value => steps == Steps::default(),
            Use::Pattern => steps == Steps::default() && !self.quoted,
            Use::Inserted => false,
        };
        if literal && self.parts.is_empty() {
            return Word { text, body: WordBody::Literal(self.run.as_slice().into()) };
        }
        self.flush(); // the parts are looked at below
        if literal && let Some(bytes) = literal_bytes(&self.parts) {
            return Word { text, body: WordBody::Literal(bytes.into()) };
        }
        if self.bad {
            name_bad(&mut self.parts, text);
        }
        Word { text, body: WordBody::Expand(Box::new(Expansion { steps, parts: self.take_parts() })) }
    }

    /// The steps that matter for `usage`.
    fn needed(&self, usage: Use) -> Steps {
        let mut steps = self.steps;
        if usage == Use::Field && self.brace && self.has_brace_expansion() {
            steps.add(Steps::BRACE);
        }
        if matches!(usage, Use::Value) {
            // Nothing is globbed or split; what is unquoted must still be known to be an expansion.
            steps.0 &= !Steps::GLOB.0;
        }
        steps
    }

    /// Whether the unquoted text has `{`, behind it `,` or `..`, and behind that `}`.
    fn has_brace_expansion(&self) -> bool {
        let texts = self.parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(&**text),
            _ => None,
        });
        let last = if self.open == Some(false) { self.run.as_slice() } else { b"" };
        let mut stage = 0;
        let mut previous = 0;
        for &byte in texts.chain([last]).flatten() {
            match (stage, byte) {
                (0, b'{') => stage = 1,
                (1, b',') => stage = 2,
                (1, b'.') if previous == b'.' => stage = 2,
                (2, b'}') => return true,
                _ => {}
            }
            previous = byte;
        }
        false
    }
}

impl Parser<'_> {
    /// An empty word to be put together.
    pub(super) fn pieces(&mut self) -> Pieces {
        self.src.pool.pieces.pop().unwrap_or_default()
    }

    /// The word that `pieces` are, with its spelling `text`.
    pub(super) fn make_word(&mut self, mut pieces: Pieces, usage: Use, text: Span) -> Word {
        let word = pieces.take_word(usage, text);
        self.give_back(pieces);
        word
    }

    /// The parts that `pieces` are.
    pub(super) fn make_parts(&mut self, mut pieces: Pieces) -> Box<[Part]> {
        let parts = pieces.take_parts();
        self.give_back(pieces);
        parts
    }

    fn give_back(&mut self, mut pieces: Pieces) {
        pieces.clear();
        self.src.pool.pieces.push(pieces);
    }
}

/// The text of parts that need no expansion; `None` where one does.
fn literal_bytes(parts: &[Part]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for part in parts {
        match part {
            Part::Text(text) | Part::Quoted(text) => bytes.extend_from_slice(text),
            _ => return None,
        }
    }
    Some(bytes)
}

/// Gives the bad substitutions among `parts` the whole `text` as their spelling: bash's message names it.
pub(super) fn name_bad(parts: &mut [Part], text: Span) {
    for part in parts {
        if let Part::Parameter(parameter) = part
            && parameter.op == super::ast::ParameterOp::Bad
            && parameter.text == Span::default()
        {
            parameter.text = text;
        }
    }
}
