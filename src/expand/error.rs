//! Why an expansion failed: facts, no words. bash's words and what becomes of the command: `exec::report`.

use crate::arith::ArithError;
use crate::state::{Flow, VarError};
use crate::syntax::{Field, Name, SyntaxError};
use crate::sys::Errno;

/// Why an expansion or assignment failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExpandError {
    /// `x: unbound variable` (set -u); the parameter as written (`x`, `1`, `a[3]`).
    Unset(Field),
    /// `${x?word}`: parameter, and the word (empty: `parameter null or not set` / `parameter not set`).
    Required(Field, Option<Field>, /** `:` stood before the `?` */ bool),
    /// `${…}: bad substitution`; the spelling.
    BadSubstitution(Field),
    /// A here-document's body that ends too early, or a `$( )` in it that cannot be read.
    BadBody(Field, SyntaxError),
    /// The same of `${x@Z}`, which ends the shell.
    BadTransformation(Field),
    /// `a[@]: bad array subscript` of `${a[@]:=x}`.
    CannotAssignAll(Field),
    /// `a[…]: bad array subscript`; the spelling.
    BadSubscript(Field),
    /// `x: substring expression < 0`; the spelling of the length expression.
    NegativeLength(Field),
    /// `$1: cannot assign in this way`
    CannotAssign(Field),
    /// `x: invalid indirect expansion`
    InvalidIndirect(Field),
    /// `x: invalid variable name`
    InvalidName(Field),
    /// An expression of `${x:…}`: the parameter, and what is wrong with it.
    In(Field, Box<ExpandError>),
    /// `` `1x': not a valid identifier ``
    NotIdentifier(Field),
    /// A text that is expanded cannot be read.
    Syntax(SyntaxError),
    /// An arithmetic expression: its text and what is wrong.
    Arithmetic(Field, ArithError),
    /// Deeper than expressions may call one another.
    TooDeep(Field),
    /// `no match: pattern` (failglob)
    NoMatch(Field),
    /// An assignment to a variable.
    Variable(VarError),
    /// `warning: r: circular name reference`
    Circular(Field),
    /// The same of a function's nameref of its own name, where no other meaning is left.
    OwnName(Name),
    /// `r: invalid variable name for name reference`
    InvalidNameref(Field),
    /// `a: cannot convert …` and other texts of bash's about a variable: `NAME: TEXT`
    Named(Field, &'static str),
    /// A system call: what it was done to.
    System(Field, Errno),
    /// A command substitution ended the shell, or the like.
    Flow(Flow),
}

impl From<Flow> for ExpandError {
    fn from(flow: Flow) -> ExpandError {
        ExpandError::Flow(flow)
    }
}

impl From<VarError> for ExpandError {
    fn from(error: VarError) -> ExpandError {
        ExpandError::Variable(error)
    }
}
