//! What `${x#p}`, `${x/p/r}`, `${x^p}` and `${x@U}` do to one value (bash manual 3.5.3).

use std::rc::Rc;

use super::buffer::{Buffer, Mode};
use super::{ExpandError, character, pattern_of, tilde::Tilde, word};
use crate::pattern::{Flags, Pattern, case};
use crate::state::{Opt, Shell};
use crate::syntax::{CaseKind, ParameterOp, ReplaceKind, Word, WordBody};

/// A change of a value, ready to be applied to any number of them.
pub(super) enum Edit<'a> {
    /// `${x#text}`, `${x%text}`: no pattern.
    StripText { text: &'a [u8], suffix: bool },
    /// `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`
    Strip { pattern: Rc<Pattern>, suffix: bool, longest: bool },
    /// `${x/p/r}`
    Replace { kind: ReplaceKind, pattern: Rc<Pattern>, replacement: Replacement },
    /// `${x^p}`; `pattern_op`: not `${x@U}`
    Case { kind: CaseKind, all: bool, pattern: Option<Rc<Pattern>>, utf8: bool, pattern_op: bool },
    /// Nothing: `${x//}`.
    Nothing,
}

/// What is put in: texts, and the match between each two.
pub(super) struct Replacement(Vec<Vec<u8>>);

impl<'a> Edit<'a> {
    /// Of an operator of the tree, its operands expanded.
    pub(super) fn new(shell: &mut Shell, op: &'a ParameterOp) -> Result<Edit<'a>, ExpandError> {
        Ok(match op {
            ParameterOp::Strip { suffix, longest, pattern } => match &pattern.body {
                WordBody::Literal(text) if !text.contains(&b'(') => Edit::StripText { text, suffix: *suffix },
                _ => {
                    let flags = flags(shell, false);
                    let pattern = pattern_of(shell, pattern, flags)?;
                    Edit::Strip { pattern, suffix: *suffix, longest: *longest }
                }
            },
            ParameterOp::Replace { kind, operands } => {
                return Edit::replace(shell, *kind, &operands.0, operands.1.as_ref());
            }
            ParameterOp::Case { kind, all, pattern } => {
                let flags = Flags { extglob: true, ..flags(shell, false) }; // whether the option is on or not
                let pattern = pattern.as_ref().map(|pattern| pattern_of(shell, pattern, flags)).transpose()?;
                let pattern = pattern.filter(|pattern| pattern.literal() != Some(b""));
                Edit::Case { kind: *kind, all: *all, pattern, utf8: shell.utf8, pattern_op: true }
            }
            _ => Edit::Nothing,
        })
    }

    fn replace(
        shell: &mut Shell,
        kind: ReplaceKind,
        pattern: &Word,
        replacement: Option<&Word>,
    ) -> Result<Edit<'a>, ExpandError> {
        let flags = flags(shell, shell.options.get(Opt::NOCASEMATCH));
        let pattern = pattern_of(shell, pattern, flags)?;
        let replacement = match replacement {
            Some(word) => Replacement::new(shell, word)?,
            None => Replacement(vec![Vec::new()]),
        };
        let empty = pattern.literal() == Some(b"");
        if empty && matches!(kind, ReplaceKind::First | ReplaceKind::All) {
            return Ok(Edit::Nothing);
        }
        Ok(Edit::Replace { kind, pattern, replacement })
    }

    /// A change of case: `${x@U}`, `${x@u}`, `${x@L}`.
    pub(super) fn case(shell: &Shell, kind: CaseKind, all: bool) -> Edit<'static> {
        Edit::Case { kind, all, pattern: None, utf8: shell.utf8, pattern_op: false }
    }

    /// Appends the changed `value` to `out`.
    pub(super) fn apply(&self, value: &[u8], out: &mut Vec<u8>) {
        match self {
            Edit::Nothing => out.extend_from_slice(value),
            Edit::StripText { text, suffix } => {
                let rest = if *suffix { value.strip_suffix(*text) } else { value.strip_prefix(*text) };
                out.extend_from_slice(rest.unwrap_or(value));
            }
            Edit::Strip { pattern, suffix: false, longest } => {
                let length = pattern.prefix(value, *longest).unwrap_or(0);
                out.extend_from_slice(value.get(length..).unwrap_or_default());
            }
            Edit::Strip { pattern, suffix: true, longest } => {
                let length = pattern.suffix(value, *longest).unwrap_or(value.len());
                out.extend_from_slice(value.get(..length).unwrap_or_default());
            }
            Edit::Replace { kind, pattern, replacement } => replace(value, *kind, pattern, replacement, out),
            Edit::Case { kind, all, pattern, utf8, .. } => {
                change_case(value, *kind, *all, pattern.as_deref(), *utf8, out);
            }
        }
    }
}

fn flags(shell: &Shell, nocase: bool) -> Flags {
    Flags { extglob: shell.options.get(Opt::EXTGLOB), nocase, utf8: shell.utf8, period: false }
}

impl Replacement {
    fn new(shell: &mut Shell, word: &Word) -> Result<Replacement, ExpandError> {
        let has_match = shell.options.get(Opt::PATSUB_REPLACEMENT);
        let mut buffer = Buffer::new(if has_match { Mode::Replacement } else { Mode::Plain });
        word::add(shell, word, Tilde::Start, false, &mut buffer)?;
        if !has_match {
            return Ok(Replacement(vec![buffer.bytes]));
        }
        let mut texts = vec![Vec::new()];
        let mut bytes = buffer.bytes.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            let quoted = if byte == b'\\' { bytes.next_if(|next| matches!(next, b'&' | b'\\')) } else { None };
            match (byte, quoted, texts.last_mut()) {
                (b'&', None, _) => texts.push(Vec::new()),
                (_, _, Some(text)) => text.push(quoted.unwrap_or(byte)),
                (_, _, None) => {}
            }
        }
        Ok(Replacement(texts))
    }

    fn put(&self, found: &[u8], out: &mut Vec<u8>) {
        for (at, text) in self.0.iter().enumerate() {
            if at > 0 {
                out.extend_from_slice(found);
            }
            out.extend_from_slice(text);
        }
    }
}

fn replace(value: &[u8], kind: ReplaceKind, pattern: &Pattern, replacement: &Replacement, out: &mut Vec<u8>) {
    let slice = |start: usize, end: usize| value.get(start..end).unwrap_or_default();
    let end = value.len();
    match kind {
        ReplaceKind::Prefix => {
            let length = pattern.prefix(value, true);
            if let Some(length) = length {
                replacement.put(slice(0, length), out);
            }
            out.extend_from_slice(slice(length.unwrap_or(0), end));
        }
        ReplaceKind::Suffix => {
            let start = pattern.suffix(value, true);
            out.extend_from_slice(slice(0, start.unwrap_or(end)));
            if let Some(start) = start {
                replacement.put(slice(start, end), out);
            }
        }
        ReplaceKind::First | ReplaceKind::All => {
            let mut at = 0;
            while let Some((from, to)) = pattern.find(value, at) {
                if from == end && end > 0 {
                    break; // nothing is put behind the last character: x=ab; echo ${x//*(z)/-}
                }
                out.extend_from_slice(slice(at, from));
                replacement.put(slice(from, to), out);
                at = to;
                if to == from {
                    // behind an empty match one character is kept
                    let length = character::length(slice(to, end));
                    out.extend_from_slice(slice(to, to + length));
                    at = to + length;
                }
                if kind == ReplaceKind::First || at >= end {
                    break;
                }
            }
            out.extend_from_slice(slice(at, end));
        }
    }
}

fn change_case(value: &[u8], kind: CaseKind, all: bool, pattern: Option<&Pattern>, utf8: bool, out: &mut Vec<u8>) {
    let plain = pattern.is_none() && all;
    match kind {
        CaseKind::Upper if plain => return out.extend_from_slice(&case::upper(value, utf8)),
        CaseKind::Lower if plain => return out.extend_from_slice(&case::lower(value, utf8)),
        _ => {}
    }
    let mut rest = value;
    while !rest.is_empty() {
        let length = if utf8 { character::length(rest) } else { 1 };
        let Some((character, behind)) = rest.split_at_checked(length) else { break };
        if pattern.is_none_or(|pattern| pattern.matches(character)) {
            change_character(character, kind, utf8, out);
        } else {
            out.extend_from_slice(character);
        }
        rest = behind;
        if !all {
            break;
        }
    }
    out.extend_from_slice(rest);
}

fn change_character(character: &[u8], kind: CaseKind, utf8: bool, out: &mut Vec<u8>) {
    let upper = case::upper(character, utf8);
    out.extend_from_slice(&match kind {
        CaseKind::Upper => upper,
        CaseKind::Toggle if upper != character => upper,
        CaseKind::Lower | CaseKind::Toggle => case::lower(character, utf8),
    });
}
