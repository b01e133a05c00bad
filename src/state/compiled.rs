//! Patterns and expressions that were texts at run time, compiled once: a loop that meets `${x#$p}` or `$((a[$i]+1))` again
//! does not compile again.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::arith::{self, ArithError, Expr};
use crate::pattern::{Flags, Pattern};
use crate::syntax::Names;
use crate::sys::regex::{self, Regex};

/// More texts than this are forgotten all at once: a loop over ever new ones must not fill the memory.
const MANY: usize = 256;

/// The same for regular expressions, which are large.
const FEW: usize = 16;

/// Longer texts are compiled each time.
const LONG: usize = 256;

/// What was compiled, by its text.
#[derive(Default)]
pub struct Compiled {
    patterns: FxHashMap<Box<[u8]>, Rc<Pattern>>,
    flags: Flags,
    expressions: FxHashMap<Box<[u8]>, Rc<Expr>>,
    regexes: FxHashMap<Box<[u8]>, (regex::Flags, Rc<Regex>)>,
}

impl Compiled {
    /// The pattern of `text`.
    pub fn pattern(&mut self, text: &[u8], flags: Flags) -> Rc<Pattern> {
        if self.flags != flags {
            self.flags = flags;
            self.patterns.clear();
        }
        if let Some(pattern) = self.patterns.get(text) {
            return pattern.clone();
        }
        let pattern = Rc::new(Pattern::compile(text, flags));
        if text.len() <= LONG {
            if self.patterns.len() >= MANY {
                self.patterns.clear();
            }
            self.patterns.insert(text.into(), pattern.clone());
        }
        pattern
    }

    /// The regular expression of `text`. The states that the C library makes of it while it matches are kept with it.
    pub fn regex(&mut self, text: &[u8], flags: regex::Flags) -> Result<Rc<Regex>, String> {
        if let Some((of, regex)) = self.regexes.get(text)
            && *of == flags
        {
            return Ok(regex.clone());
        }
        let regex = Rc::new(Regex::compile(text, flags)?);
        if text.len() <= LONG {
            if self.regexes.len() >= FEW {
                self.regexes.clear();
            }
            self.regexes.insert(text.into(), (flags, regex.clone()));
        }
        Ok(regex)
    }

    /// The expression of `text`. Names never change their numbers, so it stays right.
    pub fn expression(&mut self, text: &[u8], names: &mut Names) -> Result<Rc<Expr>, ArithError> {
        if let Some(expression) = self.expressions.get(text) {
            return Ok(expression.clone());
        }
        let expression = Rc::new(arith::parse(text, names)?);
        if text.len() <= LONG {
            if self.expressions.len() >= MANY {
                self.expressions.clear();
            }
            self.expressions.insert(text.into(), expression.clone());
        }
        Ok(expression)
    }
}
