//! Brace expansion (bash manual 3.5.1): `a{b,c}d`, `{1..9}`, `{a..e..2}`.
//!
//! It works on characters alone. Parts of the word that were quoted or are to be expanded stand in the text as marks,
//! which no word can hold: a NUL and two bytes that mean nothing to it.

use crate::syntax::{Expansion, Field, Part, WordBody};

/// Groups in groups deeper than this are left as they are.
const DEEPEST: u32 = 256;

/// A piece of a word that brace expansion made.
pub(super) enum Piece<'a> {
    /// Unquoted text.
    Text(&'a [u8]),
    /// A part of the word as it was.
    Part(&'a Part),
}

/// The word as a text with marks; `None` when there are too many parts for them.
pub(super) fn encode(expansion: &Expansion) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    for (at, part) in expansion.parts.iter().enumerate() {
        match part {
            Part::Text(bytes) => text.extend_from_slice(bytes),
            _ if at >= 1 << 21 => return None,
            _ => text.extend([0, at >> 14 | 0x80, at >> 7 | 0x80, at | 0x80].map(|byte| byte as u8)),
        }
    }
    Some(text)
}

/// The pieces of a text with marks.
pub(super) fn decode<'a>(text: &'a [u8], expansion: &'a Expansion) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(mark) = memchr::memchr(0, rest) {
        let (before, behind) = rest.split_at(mark);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let [_, high, middle, low, behind @ ..] = behind else { break };
        let place = [high, middle, low].iter().fold(0, |place, &&byte| place << 7 | usize::from(byte & 0x7F));
        pieces.extend(expansion.parts.get(place).map(Piece::Part));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The words that `text` makes, in order: `text` itself where there is nothing to expand.
pub(super) fn expand(text: &[u8]) -> Vec<Vec<u8>> {
    let mut words = vec![Vec::new()];
    expand_into(text, &mut words, 0);
    words
}

/// Appends each of the words that `text` makes to each of `words`.
fn expand_into(text: &[u8], words: &mut Vec<Vec<u8>>, depth: u32) {
    let mut rest = text;
    loop {
        let group = if depth < DEEPEST { find_group(rest) } else { None };
        let Some(group) = group else {
            words.iter_mut().for_each(|word| word.extend_from_slice(rest));
            return;
        };
        let before = rest.get(..group.start).unwrap_or_default();
        words.iter_mut().for_each(|word| word.extend_from_slice(before));
        let alternatives = alternatives(&group, depth);
        let mut product = Vec::with_capacity(words.len() * alternatives.len());
        for word in words.iter() {
            product.extend(alternatives.iter().map(|alternative| [&word[..], alternative].concat()));
        }
        *words = product;
        rest = rest.get(group.end..).unwrap_or_default();
    }
}

fn alternatives(group: &Group, depth: u32) -> Vec<Vec<u8>> {
    match &group.body {
        Body::Sequence(sequence) => sequence.clone().map(|element| element.to_vec()).collect(),
        Body::List(texts) => {
            let mut all = Vec::new();
            for text in texts {
                let mut words = vec![Vec::new()];
                expand_into(text, &mut words, depth + 1);
                all.append(&mut words);
            }
            all
        }
    }
}

/// `{…}` that is one, and where it stands.
struct Group<'a> {
    start: usize,
    end: usize,
    body: Body<'a>,
}

enum Body<'a> {
    List(Vec<&'a [u8]>),
    Sequence(Sequence),
}

/// The first `{…}` of `text` with an unquoted comma in it, or that is a sequence. What is none stays as it is.
fn find_group(text: &[u8]) -> Option<Group<'_>> {
    let closers = closers(text);
    for start in memchr::memchr_iter(b'{', text) {
        let Ok(place) = closers.binary_search_by_key(&start, |(open, _)| *open) else { continue };
        let &(_, end) = closers.get(place)?;
        let inner = text.get(start + 1..end)?;
        let texts = split_at_commas(inner);
        if texts.len() > 1 {
            return Some(Group { start, end: end + 1, body: Body::List(texts) });
        }
        if let Some(sequence) = Sequence::parse(inner) {
            return Some(Group { start, end: end + 1, body: Body::Sequence(sequence) });
        }
    }
    None
}

/// Every `{` that is closed, and its `}`, in order of the `{`.
fn closers(text: &[u8]) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for at in memchr::memchr2_iter(b'{', b'}', text) {
        if text.get(at) == Some(&b'{') {
            open.push(at);
        } else if let Some(start) = open.pop() {
            pairs.push((start, at));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The texts between the commas that stand in no inner braces.
fn split_at_commas(text: &[u8]) -> Vec<&[u8]> {
    let mut texts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                texts.push(text.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    texts.push(text.get(start..).unwrap_or_default());
    texts
}

/// `{1..10}`, `{a..e..2}`: its elements, one after the other.
#[derive(Clone, Debug)]
pub struct Sequence {
    next: i64,
    step: i64,
    /// Elements still to come.
    left: u64,
    /// Characters rather than numbers.
    letters: bool,
    /// Digits, with the sign, to fill up with zeros.
    width: usize,
}

impl Sequence {
    /// The sequence that is all of the word, if it is one: a loop can take its elements one at a time.
    pub(super) fn of_word(body: &WordBody) -> Option<Sequence> {
        let WordBody::Expand(expansion) = body else { return None };
        match &*expansion.parts {
            [Part::Text(text)] => Sequence::of_text(text),
            _ => None,
        }
    }

    /// The sequence that is all of an unquoted text.
    pub(super) fn of_text(text: &[u8]) -> Option<Sequence> {
        Sequence::parse(text.strip_prefix(b"{")?.strip_suffix(b"}")?)
    }

    /// Of what stands between the braces.
    fn parse(text: &[u8]) -> Option<Sequence> {
        let text = std::str::from_utf8(text).ok()?;
        let (first, rest) = text.split_once("..")?;
        let (last, step) = match rest.split_once("..") {
            Some((last, step)) => (last, Some(step)),
            None => (rest, None),
        };
        let step = match step {
            Some(step) => integer(step)?,
            None => 0,
        };
        if let (Some(from), Some(to)) = (integer(first), integer(last)) {
            let padded = |text: &str| matches!(text.trim_start_matches(['-', '+']).as_bytes(), [b'0', _, ..]);
            let width = if padded(first) || padded(last) { first.len().max(last.len()) } else { 0 };
            return Some(Sequence::new(from, to, step, false, width));
        }
        match (first.as_bytes(), last.as_bytes()) {
            ([from], [to]) if from.is_ascii_alphabetic() && to.is_ascii_alphabetic() => {
                Some(Sequence::new(i64::from(*from), i64::from(*to), step, true, 0))
            }
            _ => None,
        }
    }

    fn new(from: i64, to: i64, step: i64, letters: bool, width: usize) -> Sequence {
        let step = step.unsigned_abs().max(1);
        let left = from.abs_diff(to) / step;
        let signed = i64::try_from(step).unwrap_or(i64::MAX);
        let step = if to < from { -signed } else { signed };
        Sequence { next: from, step, left: left.saturating_add(1), letters, width }
    }

    /// The text of `value`.
    fn text(&self, value: i64) -> Field {
        if self.letters {
            return match value as u8 {
                b'\\' => Field::from(&b""[..]), // bash -c 'echo {Z..a}': it quotes what is not there
                letter => Field::from(&[letter][..]),
            };
        }
        let mut digits = itoa::Buffer::new();
        let text = digits.format(value).as_bytes();
        if text.len() >= self.width {
            return text.into();
        }
        let (sign, number) = if value < 0 { text.split_at(1) } else { text.split_at(0) };
        [sign, &vec![b'0'; self.width - text.len()], number].concat().into()
    }
}

impl Iterator for Sequence {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        self.left = self.left.checked_sub(1)?;
        let value = self.next;
        self.next = value.wrapping_add(self.step);
        Some(self.text(value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        (left.min(1 << 20), Some(left))
    }
}

/// A decimal integer with an optional sign.
fn integer(text: &str) -> Option<i64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expands_as_bash_does() {
        for (text, expected) in [
            ("{a,b}{1,2}", "a1 a2 b1 b2"),
            ("{a,b", "{a,b"),
            ("{a,{b,c}}", "a b c"),
            ("{a,{b,c}", "{a,b {a,c"),
            ("{a}{b}", "{a}{b}"),
            ("{a{b,c}}", "{ab} {ac}"),
            ("x{,y}", "x xy"),
            ("{a,b}}", "a} b}"),
            ("}{a,b}", "}a }b"),
            ("{{a,b}", "{a {b"),
            ("{3..1}", "3 2 1"),
            ("{10..1..3}", "10 7 4 1"),
            ("{a..e..2}", "a c e"),
            ("{-01..01}", "-01 000 001"),
            ("{001..10..4}", "001 005 009"),
            ("{1..a}", "{1..a}"),
            ("{1..2..0}", "1 2"),
            ("{3..1..-1}", "3 2 1"),
            ("{1...3}", "{1...3}"),
            ("{1..}", "{1..}"),
            ("{Z..a}", "Z [  ] ^ _ ` a"),
            ("{9223372036854775806..9223372036854775807}", "9223372036854775806 9223372036854775807"),
        ] {
            let words: Vec<_> =
                expand(text.as_bytes()).into_iter().map(|word| String::from_utf8(word).unwrap()).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
    }
}
