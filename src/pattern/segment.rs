//! What stands between two stars: a row of single characters. Found from the left or from the right, tested at a place.

use memchr::memmem;

use super::Flags;
use super::class::{Class, decode, decode_before, fold};

/// Characters of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Atom {
    /// These bytes.
    Literal(Box<[u8]>),
    /// These characters, lower case, in any case.
    Folded(Box<[u32]>),
    /// `?`
    Any,
    /// `[…]`
    Class(Box<Class>),
}

impl Atom {
    /// The literal `bytes` under `flags`.
    pub(super) fn literal(bytes: Vec<u8>, flags: Flags) -> Atom {
        if !flags.nocase {
            return Atom::Literal(bytes.into());
        }
        let mut codes = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while let Some((code, length)) = decode(&bytes, at, flags.utf8) {
            codes.push(fold(code, flags.utf8));
            at += length;
        }
        Atom::Folded(codes.into())
    }

    /// The end of a match that starts at `at`.
    pub(super) fn match_at(&self, text: &[u8], at: usize, flags: Flags) -> Option<usize> {
        match self {
            Atom::Literal(bytes) => text.get(at..)?.starts_with(bytes).then_some(at + bytes.len()),
            Atom::Folded(codes) => codes.iter().try_fold(at, |at, &wanted| {
                let (code, length) = decode(text, at, flags.utf8)?;
                (fold(code, flags.utf8) == wanted).then_some(at + length)
            }),
            Atom::Any => Some(at + decode(text, at, flags.utf8)?.1),
            Atom::Class(class) => {
                let (code, length) = decode(text, at, flags.utf8)?;
                class.has(code).then_some(at + length)
            }
        }
    }

    /// The start of a match that ends at `end`.
    fn match_before(&self, text: &[u8], end: usize, flags: Flags) -> Option<usize> {
        match self {
            Atom::Literal(bytes) => text.get(..end)?.ends_with(bytes).then(|| end - bytes.len()),
            Atom::Folded(codes) => codes.iter().rev().try_fold(end, |end, &wanted| {
                let (code, length) = decode_before(text, end, flags.utf8)?;
                (fold(code, flags.utf8) == wanted).then(|| end - length)
            }),
            Atom::Any => Some(end - decode_before(text, end, flags.utf8)?.1),
            Atom::Class(class) => {
                let (code, length) = decode_before(text, end, flags.utf8)?;
                class.has(code).then(|| end - length)
            }
        }
    }
}

/// A row of atoms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment(Box<[Atom]>);

impl Segment {
    pub(super) fn new(atoms: Vec<Atom>) -> Segment {
        Segment(atoms.into())
    }

    pub(super) fn atoms(&self) -> &[Atom] {
        &self.0
    }

    /// The bytes, if that is all it is.
    pub(super) fn literal(&self) -> Option<&[u8]> {
        match &*self.0 {
            [] => Some(b""),
            [Atom::Literal(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// The end of a match that starts at `at`.
    pub(super) fn match_at(&self, text: &[u8], at: usize, flags: Flags) -> Option<usize> {
        self.0.iter().try_fold(at, |at, atom| atom.match_at(text, at, flags))
    }

    /// The start of a match that ends at the end of `text` and starts at or behind `from`.
    pub(super) fn match_before(&self, text: &[u8], from: usize, flags: Flags) -> Option<usize> {
        let start = self.0.iter().rev().try_fold(text.len(), |end, atom| atom.match_before(text, end, flags))?;
        (start >= from).then_some(start)
    }

    /// The first match at or behind `from`.
    pub(super) fn find(&self, text: &[u8], from: usize, flags: Flags) -> Option<(usize, usize)> {
        match &*self.0 {
            [] => Some((from, from)),
            [Atom::Literal(bytes)] => {
                let start = from + memmem::find(text.get(from..)?, bytes)?;
                Some((start, start + bytes.len()))
            }
            [Atom::Literal(bytes), ..] => {
                let mut at = from;
                loop {
                    let start = at + memmem::find(text.get(at..)?, bytes)?;
                    if let Some(end) = self.match_at(text, start, flags) {
                        return Some((start, end));
                    }
                    at = start + 1;
                }
            }
            _ => {
                let mut at = from;
                loop {
                    if let Some(end) = self.match_at(text, at, flags) {
                        return Some((at, end));
                    }
                    at += decode(text, at, flags.utf8)?.1;
                }
            }
        }
    }

    /// The last match in `text` that starts at or behind `from`.
    pub(super) fn find_last(&self, text: &[u8], from: usize, flags: Flags) -> Option<(usize, usize)> {
        match &*self.0 {
            [] => Some((text.len(), text.len())),
            [Atom::Literal(bytes)] => {
                let start = from + memmem::rfind(text.get(from..)?, bytes)?;
                Some((start, start + bytes.len()))
            }
            _ => {
                let mut end = text.len();
                while end >= from {
                    let head = text.get(..end)?;
                    if let Some(start) = self.match_before(head, from, flags) {
                        return Some((start, end));
                    }
                    end -= decode_before(text, end, flags.utf8)?.1;
                }
                None
            }
        }
    }
}
