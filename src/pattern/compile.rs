//! Text of a pattern → nodes.

use super::Flags;
use super::class::{self, Bracket, Class};
use super::segment::Atom;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Atom(Atom),
    /// `*`
    Star,
    /// `@(a|b)` and the others: alternatives.
    Group(GroupKind, Box<[Box<[Node]>]>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// `?(…)`
    Optional,
    /// `*(…)`
    Any,
    /// `+(…)`
    Some,
    /// `@(…)`
    One,
    /// `!(…)`
    Not,
}

/// How deep groups may nest; what is deeper is literal.
const MAX_DEPTH: u32 = 100;

/// The nodes of `text`; literal characters are joined.
pub(super) fn nodes(text: &[u8], flags: Flags) -> Vec<Node> {
    compile(text, flags, 0)
}

fn compile(text: &[u8], flags: Flags, depth: u32) -> Vec<Node> {
    let mut nodes = Nodes { nodes: Vec::new(), literal: Vec::new(), flags };
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if flags.extglob
            && text.get(at + 1) == Some(&b'(')
            && let Some(kind) = group_kind(byte)
        {
            match group_parts(text, at + 2) {
                Some((parts, end)) if depth < MAX_DEPTH => {
                    let alternatives = parts.into_iter().map(|part| compile(part, flags, depth + 1).into());
                    nodes.push(Node::Group(kind, alternatives.collect()));
                    at = end;
                    continue;
                }
                _ => {
                    // not closed: all that is left is compared as it stands, backslashes too
                    nodes.literal.extend_from_slice(text.get(at..).unwrap_or_default());
                    break;
                }
            }
        }
        at += 1;
        match byte {
            b'*' if !matches!(nodes.last(), Some(Node::Star)) => nodes.push(Node::Star),
            b'*' => {}
            b'?' => nodes.push(Node::Atom(Atom::Any)),
            b'[' => match class::parse_bracket(text, at - 1, flags) {
                Bracket::Class(class, end) => {
                    nodes.push(Node::Atom(Atom::Class(Box::new(class))));
                    at = end;
                }
                Bracket::Literal => nodes.literal.push(b'['),
                Bracket::Never => nodes.push(Node::Atom(Atom::Class(Box::new(Class::new(flags))))),
            },
            b'\\' => {
                nodes.literal.push(text.get(at).copied().unwrap_or(b'\\'));
                at += 1;
            }
            _ => nodes.literal.push(byte),
        }
    }
    nodes.finish()
}

struct Nodes {
    nodes: Vec<Node>,
    literal: Vec<u8>,
    flags: Flags,
}

impl Nodes {
    /// The last node, unless a literal follows it.
    fn last(&self) -> Option<&Node> {
        if self.literal.is_empty() { self.nodes.last() } else { None }
    }

    fn push(&mut self, node: Node) {
        self.end_literal();
        self.nodes.push(node);
    }

    fn finish(mut self) -> Vec<Node> {
        self.end_literal();
        self.nodes
    }

    fn end_literal(&mut self) {
        if !self.literal.is_empty() {
            let literal = std::mem::take(&mut self.literal);
            self.nodes.push(Node::Atom(Atom::literal(literal, self.flags)));
        }
    }
}

fn group_kind(byte: u8) -> Option<GroupKind> {
    Some(match byte {
        b'?' => GroupKind::Optional,
        b'*' => GroupKind::Any,
        b'+' => GroupKind::Some,
        b'@' => GroupKind::One,
        b'!' => GroupKind::Not,
        _ => return None,
    })
}

/// The alternatives of a group whose `(` stands before `from`, and the offset behind its `)`. Parentheses nest, and a
/// bracket expression hides what is in it. `None`: not closed.
fn group_parts(text: &[u8], from: usize) -> Option<(Vec<&[u8]>, usize)> {
    let mut parts = Vec::new();
    let mut depth = 0u32;
    let (mut start, mut at) = (from, from);
    loop {
        match *text.get(at)? {
            b'\\' => at += 1,
            b'[' => at = bracket_end(text, at)?,
            b'(' => depth += 1,
            b')' if depth == 0 => {
                parts.push(text.get(start..at)?);
                return Some((parts, at + 1));
            }
            b')' => depth -= 1,
            b'|' if depth == 0 => {
                parts.push(text.get(start..at)?);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
}

/// Offset of the `]` that ends the bracket expression at `open`.
fn bracket_end(text: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    if matches!(text.get(at), Some(b'!' | b'^')) {
        at += 1;
    }
    let first = at;
    loop {
        match (*text.get(at)?, text.get(at + 1)) {
            (b']', _) if at > first => return Some(at),
            (b'\\', _) => at += 1,
            (b'[', Some(&mark @ (b':' | b'.' | b'='))) => {
                let inner = text.get(at + 2..)?;
                if let Some(length) = inner.windows(2).position(|pair| pair == [mark, b']']) {
                    at += 2 + length + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
}
