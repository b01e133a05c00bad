//! Vectors that have grown once and are filled again: the tree's lists are made at their exact size, with one
//! allocation each.

use super::ast::{Assignment, Command, Redirect, Word};
use super::pieces::Pieces;

/// What a source keeps from one command to the next.
#[derive(Default)]
pub(super) struct Pool {
    pub(super) assignments: Spare<Assignment>,
    pub(super) commands: Spare<Command>,
    pub(super) redirects: Spare<Redirect>,
    pub(super) words: Spare<Word>,
    pub(super) pieces: Vec<Pieces>,
}

/// Empty vectors of `T`.
pub(super) struct Spare<T>(Vec<Vec<T>>);

impl<T> Default for Spare<T> {
    fn default() -> Spare<T> {
        Spare(Vec::new())
    }
}

impl<T> Spare<T> {
    /// An empty vector.
    pub(super) fn take(&mut self) -> Vec<T> {
        self.0.pop().unwrap_or_default()
    }

    /// What is in `items`, which is taken back.
    pub(super) fn list(&mut self, mut items: Vec<T>) -> Box<[T]> {
        if items.capacity() == 0 {
            return Box::default();
        }
        let list = exact(&mut items);
        self.0.push(items);
        list
    }
}

/// What is in `items`, at its exact size; the room stays theirs.
pub(super) fn exact<T>(items: &mut Vec<T>) -> Box<[T]> {
    let mut list = Vec::with_capacity(items.len());
    list.append(items);
    list.into()
}
