//! Shell patterns: `*`, `?`, `[…]`, extended patterns (bash manual 3.5.8.1; POSIX 2.13).
//!
//! Pure. A pattern's text has its quoted characters escaped with a backslash. A pattern without a group is a row of
//! segments between stars: each is found once, from one side, so no text makes it slow. Groups are matched by sets of
//! positions: time is bounded by a power of the text's length, whatever the pattern. Depth is bounded when compiling.

pub mod case;
mod class;
mod compile;
mod matcher;
mod segment;

#[cfg(test)]
mod tests;

use compile::Node;
use matcher::Matcher;
use segment::{Atom, Segment};

/// How a pattern is read and matched.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags {
    /// `?(…)`, `*(…)`, `+(…)`, `@(…)`, `!(…)` are patterns.
    pub extglob: bool,
    /// Without regard to case.
    pub nocase: bool,
    /// Characters are UTF-8 sequences (an invalid byte is a character of its own); else bytes.
    pub utf8: bool,
    /// For a component of a path: a leading `.` is matched by a literal `.` only (shopt dotglob off).
    pub period: bool,
}

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    body: Body,
    flags: Flags,
}

#[derive(Debug, Clone, PartialEq)]
enum Body {
    /// One segment: no star. More: a star between each two; `*` itself is two empty ones.
    Segments(Box<[Segment]>),
    /// With groups.
    Groups(Box<[Node]>),
}

impl Pattern {
    /// Compiles `text`. Never fails: what is no pattern is literal, as in bash.
    pub fn compile(text: &[u8], flags: Flags) -> Pattern {
        let special = |&byte: &u8| matches!(byte, b'?' | b'[' | b'\\') || (byte == b'(' && flags.extglob);
        if !flags.nocase && !text.iter().any(special) {
            return Pattern { body: Body::Segments(stars(text)), flags };
        }
        let nodes = compile::nodes(text, flags);
        let has_groups = nodes.iter().any(|node| matches!(node, Node::Group(..)));
        let body = if has_groups { Body::Groups(nodes.into()) } else { Body::Segments(segments(nodes)) };
        Pattern { body, flags }
    }

    /// The text it matches when it has no special character: quotes removed.
    pub fn literal(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Segments(segments) => match &segments[..] {
                [only] => only.literal(),
                _ => None,
            },
            Body::Groups(_) => None,
        }
    }

    /// Whether it matches all of `text`.
    pub fn matches(&self, text: &[u8]) -> bool {
        let hidden = self.flags.period && text.first() == Some(&b'.');
        match &self.body {
            Body::Segments(segments) => {
                let begins_literal =
                    |segment: &Segment| matches!(segment.atoms(), [Atom::Literal(_) | Atom::Folded(_), ..]);
                (!hidden || segments.first().is_some_and(begins_literal)) && self.matches_segments(segments, text)
            }
            Body::Groups(nodes) => self.matcher(text, hidden).ends(nodes, 0).last() == Some(&text.len()),
        }
    }

    /// Length of the shortest or longest match at the start of `text` (`${x#p}`, `${x##p}`).
    pub fn prefix(&self, text: &[u8], longest: bool) -> Option<usize> {
        match &self.body {
            Body::Segments(segments) => {
                let (first, rest) = segments.split_first()?;
                let at = first.match_at(text, 0, self.flags)?;
                if longest { self.longest_rest(rest, text, at) } else { self.leftmost(rest, text, at) }
            }
            Body::Groups(nodes) => {
                let ends = self.matcher(text, false).ends(nodes, 0);
                if longest { ends.last().copied() } else { ends.first().copied() }
            }
        }
    }

    /// Start of the shortest or longest match at the end of `text` (`${x%p}`, `${x%%p}`).
    pub fn suffix(&self, text: &[u8], longest: bool) -> Option<usize> {
        match &self.body {
            Body::Segments(segments) => self.suffix_of_segments(segments, text, longest),
            Body::Groups(nodes) => {
                let reaches_end = |&start: &usize| {
                    let tail = text.get(start..).unwrap_or_default();
                    self.matcher(tail, false).ends(nodes, 0).last() == Some(&tail.len())
                };
                let mut starts = self.boundaries(text);
                if longest { starts.find(reaches_end) } else { starts.rfind(reaches_end) }
            }
        }
    }

    /// The first, longest match at or behind `from` (`${x/p/r}`): start and end. `from` is a character boundary.
    pub fn find(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        match &self.body {
            Body::Segments(segments) => {
                let (first, rest) = segments.split_first()?;
                // what follows a star needs room alone: if it is not found behind the first place, it is nowhere
                let (start, end) = first.find(text, from, self.flags)?;
                Some((start, self.longest_rest(rest, text, end)?))
            }
            Body::Groups(nodes) => {
                let tail = text.get(from..)?;
                self.boundaries(tail).find_map(|start| {
                    let tail = tail.get(start..)?;
                    let end = self.matcher(tail, false).ends(nodes, 0).last().copied()?;
                    Some((from + start, from + start + end))
                })
            }
        }
    }

    fn matcher<'a>(&self, text: &'a [u8], hidden: bool) -> Matcher<'a> {
        Matcher::new(text, self.flags, hidden)
    }

    fn matches_segments(&self, segments: &[Segment], text: &[u8]) -> bool {
        match segments {
            [only] => only.match_at(text, 0, self.flags) == Some(text.len()),
            [first, middle @ .., last] => {
                let Some(start) = first.match_at(text, 0, self.flags) else { return false };
                let Some(end) = last.match_before(text, start, self.flags) else { return false };
                middle.is_empty() || text.get(..end).is_some_and(|inner| self.leftmost(middle, inner, start).is_some())
            }
            [] => false,
        }
    }

    /// Where `segments`, each behind a star, end when each is taken as early as it is found.
    fn leftmost(&self, segments: &[Segment], text: &[u8], from: usize) -> Option<usize> {
        segments.iter().try_fold(from, |at, segment| Some(segment.find(text, at, self.flags)?.1))
    }

    /// The latest end of `segments`, each behind a star.
    fn longest_rest(&self, segments: &[Segment], text: &[u8], from: usize) -> Option<usize> {
        let Some((last, middle)) = segments.split_last() else { return Some(from) };
        let at = self.leftmost(middle, text, from)?;
        Some(last.find_last(text, at, self.flags)?.1)
    }

    fn suffix_of_segments(&self, segments: &[Segment], text: &[u8], longest: bool) -> Option<usize> {
        let (last, before) = segments.split_last()?;
        let mut start = last.match_before(text, 0, self.flags)?;
        let Some((first, middle)) = before.split_first() else { return Some(start) };
        for segment in middle.iter().rev() {
            start = segment.find_last(text.get(..start)?, 0, self.flags)?.0;
        }
        let inner = text.get(..start)?;
        let found = if longest { first.find(inner, 0, self.flags) } else { first.find_last(inner, 0, self.flags) };
        Some(found?.0)
    }

    /// The character boundaries of `text`, both ends included.
    fn boundaries<'a>(&self, text: &'a [u8]) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        let utf8 = self.flags.utf8;
        (0..=text.len()).filter(move |&at| !utf8 || class::is_boundary(text, at))
    }
}

/// Whether an unquoted pattern character is in `text` (backslash quotes the next), so that it is a pattern at all.
/// A `[` counts when a `]` follows in the same component of a path, as in bash.
pub fn is_pattern(text: &[u8], extglob: bool) -> bool {
    let mut open = false;
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'*' | b'?' => return true,
            b'[' => open = true,
            b']' if open => return true,
            b'/' => open = false,
            b'+' | b'@' | b'!' if extglob && bytes.peek() == Some(&b'(') => return true,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    false
}

/// Segments of a text without special characters but stars.
fn stars(text: &[u8]) -> Box<[Segment]> {
    let segment = |literal: &[u8]| match literal {
        [] => Segment::new(Vec::new()),
        _ => Segment::new(vec![Atom::Literal(literal.into())]),
    };
    let Some(first) = memchr::memchr(b'*', text) else { return Box::new([segment(text)]) };
    let (head, tail) = text.split_at(first);
    let last = memchr::memrchr(b'*', tail).unwrap_or(0);
    let (middle, tail) = tail.split_at(last);
    let between = middle.split(|&byte| byte == b'*').filter(|literal| !literal.is_empty());
    let mut segments = vec![segment(head)];
    segments.extend(between.map(segment));
    segments.push(segment(tail.get(1..).unwrap_or_default()));
    segments.into()
}

fn segments(nodes: Vec<Node>) -> Box<[Segment]> {
    let mut segments = Vec::new();
    let mut atoms = Vec::new();
    for node in nodes {
        match node {
            Node::Atom(atom) => atoms.push(atom),
            Node::Star | Node::Group(..) => segments.push(Segment::new(std::mem::take(&mut atoms))),
        }
    }
    segments.push(Segment::new(atoms));
    segments.into()
}
