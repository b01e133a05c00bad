//! Arithmetic expressions: text → [`Expr`] → a 64-bit integer (bash manual 6.5).
//!
//! Pure. Variables are reached through [`Variables`]; the expansion of `$x` happens before, elsewhere.
//!
//! bash evaluates while it reads, so what stands before a syntax error has its effect: `x=1, (` assigns and then fails.
//! An [`Expr`] keeps that order: it is a short program, and the error is its last instruction.

mod code;
mod eval;
mod number;
mod parse;
mod token;

#[cfg(test)]
mod tests;

pub use code::Expr;
pub use eval::eval;
pub use parse::parse;

use crate::names::Name;

/// A variable of an expression and what stands between its brackets (raw text: a key or an expression, as the
/// variable is associative or not).
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The variable.
    pub name: Name,
    /// Raw text of the subscript; empty for `a[]`, which bash calls a bad array subscript and takes as 0.
    pub subscript: Option<Box<[u8]>>,
}

/// Why an expression has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArithError {
    /// bash has a message for it. (In a box, so that a `Result<i64, ArithError>` fits into two registers.)
    At(Box<Failure>),
    /// The implementer of [`Variables`] failed (unset variable under -u, readonly, …) and keeps the reason itself.
    Variable,
}

/// What bash prints as `TEXT: MESSAGE (error token is "TOKEN")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The expression as the message begins with it: without leading blanks, and cut off behind a bad number.
    /// An error in the value of a variable names that value.
    pub text: Box<[u8]>,
    /// `division by 0`, `syntax error: operand expected`, …
    pub message: &'static str,
    /// The rest of the text where it was seen.
    pub token: Box<[u8]>,
}

impl ArithError {
    /// What bash says when the value of a variable names a variable … too often (`x=x; echo $((x))`);
    /// for implementers of [`Variables`], who count.
    pub fn too_deep(text: &[u8]) -> ArithError {
        let message = code::Message::TooDeep.text();
        ArithError::At(Box::new(Failure { text: text.into(), message, token: text.into() }))
    }
}

/// How an expression reaches variables.
pub trait Variables {
    /// The value of `place` as an integer. The implementer reads the value; where it is no plain number it evaluates it
    /// as an expression (it counts the depth). Unset is 0.
    fn get(&mut self, place: &Place) -> Result<i64, ArithError>;

    /// Assigns.
    fn set(&mut self, place: &Place, value: i64) -> Result<(), ArithError>;

    /// [`Variables::get`] of a variable without subscript.
    fn get_name(&mut self, name: Name) -> Result<i64, ArithError> {
        self.get(&Place { name, subscript: None })
    }

    /// [`Variables::set`] of a variable without subscript.
    fn set_name(&mut self, name: Name, value: i64) -> Result<(), ArithError> {
        self.set(&Place { name, subscript: None }, value)
    }

    /// As [`Variables::get`], with the number that the subscript came to, for [`Variables::set_located`]: bash evaluates
    /// it once in `a[i++] += 2`. `None` where it is a key.
    fn get_located(&mut self, place: &Place) -> Result<(i64, Option<i64>), ArithError> {
        Ok((self.get(place)?, None))
    }

    /// Assigns to the element that [`Variables::get_located`] read.
    fn set_located(&mut self, place: &Place, index: Option<i64>, value: i64) -> Result<(), ArithError> {
        let _ = index;
        self.set(place, value)
    }
}
