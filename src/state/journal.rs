//! What is set for a while: a journal of changes that know how to take themselves back (src/README.md).
//!
//! `local`, `VAR=x cmd`, redirections and a subshell that runs without a fork are a mark, changes, and a roll-back to
//! the mark. Inside an inline subshell every change of a variable that the subshell has not saved yet is recorded with
//! [`Scope::Subshell`]; a function that returns there takes back only its own changes.

use std::ops::Range;
use std::rc::Rc;

use super::frames::Positional;
use super::history::History;
use super::options::Options;
use super::special::Completions;
use super::vars::Variable;
use crate::syntax::{Field, Function, Name};
use crate::sys::Fd;

/// Whose change it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// A command's (redirections, `x=1 cmd`): taken back when it ends.
    Command,
    /// A function's (`local`): outlives commands in it.
    Function,
    /// The inline subshell's: stays until that ends.
    Subshell,
}

/// What ends, and takes its changes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A command.
    Command,
    /// A function, with the commands in it.
    Function,
    /// An inline subshell: everything.
    Subshell,
}

impl Owner {
    /// Whether changes of `scope` end with it.
    fn ends(self, scope: Scope) -> bool {
        match scope {
            Scope::Command => true,
            Scope::Function => self != Owner::Command,
            Scope::Subshell => self == Owner::Subshell,
        }
    }
}

/// How a change is taken back.
#[derive(Debug)]
pub enum Undo {
    /// Nothing to do any more.
    Void,
    /// A variable as it was.
    Variable(Name, Variable),
    /// A function.
    Function(Name, Option<Rc<Function>>),
    /// Attributes of a function (`declare -fx`): exported, readonly, traced.
    FunctionAttrs(Name, u8),
    /// An alias.
    Alias(Field, Option<Field>),
    /// All options.
    Options(Options),
    /// The options of `set -o` (`local -`).
    LocalOptions {
        /// Level of the function whose they are.
        level: u16,
        /// As they were.
        before: Options,
    },
    /// `$1` …
    Positional(Positional),
    /// The current directory, as a descriptor; closed afterwards. With its logical path.
    Directory(Fd, Option<Field>),
    /// The directory stack.
    DirectoryStack(Vec<Field>),
    /// Where `getopts` is in its word.
    Getopts(super::Getopts),
    /// The file creation mask.
    Umask(u32),
    /// A descriptor: `saved` is moved back, or `fd` is closed when there was none.
    Descriptor {
        /// Which.
        fd: Fd,
        /// Where it was kept.
        saved: Option<Fd>,
    },
    /// Descriptor 1 was the buffer of an inline command substitution, with this in it.
    Capture(Vec<u8>),
    /// The table of commands' paths.
    Paths,
    /// Builtins that are turned off.
    Disabled(Vec<Name>),
    /// Completion specifications.
    Completions(Completions),
    /// The history list.
    History(History),
}

/// A change and how to take it back.
#[derive(Debug)]
pub struct Change {
    /// Whose.
    pub scope: Scope,
    /// How.
    pub undo: Undo,
}

/// A place in the journal.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Mark(pub usize);

/// The journal.
#[derive(Default)]
pub struct Journal {
    /// All changes not taken back, oldest first.
    pub changes: Vec<Change>,
    /// How many inline subshells are open, one in the other.
    pub inline: u32,
    /// Number of the innermost one, 0 outside.
    pub serial: u32,
    /// The last number given: they never repeat, so that a variable knows who saved it.
    pub last_serial: u32,
    /// Changes that are the assignments in front of a command whose redirections, which do not see them, are still to come.
    pub ahead: Range<usize>,
}

impl Journal {
    /// The place reached.
    pub fn mark(&self) -> Mark {
        Mark(self.changes.len())
    }

    /// Notes a change of a command.
    pub fn own(&mut self, undo: Undo) {
        self.changes.push(Change { scope: Scope::Command, undo });
    }

    /// Notes a change of the function that runs.
    pub fn function(&mut self, undo: Undo) {
        self.changes.push(Change { scope: Scope::Function, undo });
    }

    /// Notes a change that an inline subshell must take back; outside of one there is nobody who would.
    pub fn subshell(&mut self, undo: impl FnOnce() -> Undo) {
        if self.inline > 0 {
            self.changes.push(Change { scope: Scope::Subshell, undo: undo() });
        }
    }

    /// Takes the changes since `mark` out that end with `owner`, newest first.
    pub fn take(&mut self, mark: Mark, owner: Owner) -> Vec<Undo> {
        let since = mark.0.min(self.changes.len());
        let mut taken = Vec::new();
        if self.changes.iter().skip(since).all(|change| owner.ends(change.scope)) {
            taken.extend(self.changes.drain(since..).map(|change| change.undo));
        } else {
            for change in self.changes.split_off(since) {
                if owner.ends(change.scope) {
                    taken.push(change.undo);
                } else {
                    self.changes.push(change);
                }
            }
        }
        taken.reverse();
        taken
    }
}
