//! Patterns with groups: from a set of positions to the set of positions behind a match, node by node.
//!
//! No backtracking: every position is looked at once for a node, so nested repetitions cannot take for ever.

use super::Flags;
use super::class::decode;
use super::compile::{GroupKind, Node};
use super::segment::Atom;

/// Ascending, without doubles.
type Positions = Vec<usize>;

/// Matches against one text.
pub(super) struct Matcher<'a> {
    text: &'a [u8],
    flags: Flags,
    /// The text starts with a `.` that only a literal one matches.
    hidden: bool,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(text: &'a [u8], flags: Flags, hidden: bool) -> Matcher<'a> {
        Matcher { text, flags, hidden }
    }

    /// Where matches of `nodes` that start at `start` end.
    pub(super) fn ends(&self, nodes: &[Node], start: usize) -> Positions {
        self.row(nodes, vec![start])
    }

    fn row(&self, nodes: &[Node], mut positions: Positions) -> Positions {
        let mut rest = nodes;
        while let [node, behind @ ..] = rest {
            positions = match node {
                Node::Star => self.star(&positions, behind),
                Node::Group(kind, alternatives) => self.group(*kind, alternatives, positions),
                Node::Atom(atom) => {
                    let literal = matches!(atom, Atom::Literal(_) | Atom::Folded(_));
                    let visible = positions.iter().filter(|&&at| literal || !self.is_hidden(at));
                    // characters are of one length, or start further on and end further on
                    visible.filter_map(|&at| atom.match_at(self.text, at, self.flags)).collect()
                }
            };
            if positions.is_empty() {
                break;
            }
            rest = behind;
        }
        positions
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.hidden && at == 0
    }

    fn star(&self, positions: &Positions, behind: &[Node]) -> Positions {
        let Some(first) = positions.iter().copied().find(|&at| !self.is_hidden(at)) else { return Vec::new() };
        let mut ends: Positions = self.positions_from(first).collect();
        // bash leaves something to match to a group behind a star (and `?`s): [[ a == *!(a) ]] fails
        let any = behind.iter().take_while(|node| matches!(node, Node::Atom(Atom::Any))).count();
        let wants_more = match behind.get(any) {
            Some(Node::Group(GroupKind::Not, _)) => ends.len() > any + 1,
            Some(Node::Group(GroupKind::One | GroupKind::Some, _)) => true,
            _ => false,
        };
        if wants_more {
            ends.truncate(ends.len().saturating_sub(any + 1));
        }
        ends
    }

    /// Character boundaries from `at` to the end, both included.
    fn positions_from(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(at), |&at| Some(at + decode(self.text, at, self.flags.utf8)?.1))
    }

    fn group(&self, kind: GroupKind, alternatives: &[Box<[Node]>], starts: Positions) -> Positions {
        match kind {
            GroupKind::One => self.one(alternatives, &starts),
            GroupKind::Optional => union(self.one(alternatives, &starts), &starts),
            GroupKind::Any => self.repeat(alternatives, starts.clone(), starts),
            GroupKind::Some => self.repeat(alternatives, Vec::new(), starts),
            GroupKind::Not => self.none(alternatives, &starts),
        }
    }

    fn one(&self, alternatives: &[Box<[Node]>], starts: &Positions) -> Positions {
        let mut ends = Vec::new();
        for nodes in alternatives {
            ends = union(self.row(nodes, starts.clone()), &ends);
        }
        ends
    }

    /// All that is reached by one or more matches from `starts`, and `seen`.
    fn repeat(&self, alternatives: &[Box<[Node]>], mut seen: Positions, mut starts: Positions) -> Positions {
        loop {
            starts = self.one(alternatives, &starts);
            starts.retain(|at| seen.binary_search(at).is_err());
            if starts.is_empty() {
                return seen;
            }
            seen = union(seen, &starts);
        }
    }

    /// `!(…)`: every end that no alternative reaches from the same start.
    fn none(&self, alternatives: &[Box<[Node]>], starts: &Positions) -> Positions {
        let mut visible = starts.iter().copied().filter(|&at| !self.is_hidden(at));
        let Some(first) = visible.next() else { return Vec::new() };
        let mut missing = self.one(alternatives, &vec![first]);
        for start in visible {
            if missing.iter().all(|&end| end < start) {
                break;
            }
            let matched = self.one(alternatives, &vec![start]);
            missing.retain(|&end| end < start || matched.binary_search(&end).is_ok());
        }
        self.positions_from(first).filter(|end| missing.binary_search(end).is_err()).collect()
    }
}

fn union(mut left: Positions, right: &Positions) -> Positions {
    let Some(&first) = right.first() else { return left };
    match left.last() {
        Some(&last) if last >= first => {
            left.extend_from_slice(right);
            left.sort_unstable();
            left.dedup();
        }
        _ => left.extend_from_slice(right),
    }
    left
}
