//! Positional parameters and the call stack (bash manual 3.3, 3.4.1; FUNCNAME, BASH_SOURCE, BASH_LINENO).

use std::rc::Rc;

use crate::syntax::{Field, Text};

/// `$1` …, shared until changed: a call keeps the caller's by taking them.
#[derive(Clone, Default, Debug)]
pub struct Positional {
    fields: Rc<Vec<Field>>,
    /// How many at the start were shifted away.
    shifted: usize,
}

impl Positional {
    /// Without the first `count`: the rest is copied only when it has become the smaller half.
    #[must_use]
    pub fn without(&self, count: usize) -> Positional {
        let shifted = self.shifted + count.min(self.len());
        let rest = Positional { fields: self.fields.clone(), shifted };
        if rest.len() < shifted { rest.to_vec().into() } else { rest }
    }
}

impl From<Vec<Field>> for Positional {
    fn from(fields: Vec<Field>) -> Positional {
        Positional { fields: Rc::new(fields), shifted: 0 }
    }
}

impl std::ops::Deref for Positional {
    type Target = [Field];

    fn deref(&self) -> &[Field] {
        self.fields.get(self.shifted..).unwrap_or_default()
    }
}

/// What a frame stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameKind {
    /// A call of a function.
    Function,
    /// `source file`
    Source,
}

/// One call.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Function or file.
    pub kind: FrameKind,
    /// FUNCNAME: the function's name, or `source`.
    pub name: Field,
    /// BASH_SOURCE: the file the function was read from, or the file that is read.
    pub source: Field,
    /// BASH_LINENO: where the call stands.
    pub call_line: u32,
    /// BASH_ARGV: the arguments; kept under extdebug.
    pub args: Option<Positional>,
}

/// Where the program is.
pub struct Frames {
    /// `$1` …
    pub positional: Positional,
    /// Whether `set` has changed them in the sourced file that runs, outside of functions, and none was called since.
    pub positional_set: bool,
    /// `$0`
    pub zero: Field,
    /// BASH_ARGV of the outermost level: the parameters when extdebug was turned on, or it was first asked for.
    pub arguments: Option<Positional>,
    /// Calls, outermost first.
    pub stack: Vec<Frame>,
    /// How many of them are functions: the level of their locals.
    pub level: u16,
    /// Loops that `break` can leave here.
    pub loops: u32,
    /// Line of the command that runs: `$LINENO`, messages.
    pub line: u32,
    /// What is added to the lines in the tree: in a substitution they count from the line of the command around it.
    pub shift: u32,
    /// Line that an ERR trap is told for what has none of its own: of the last command that has.
    pub error_line: u32,
    /// The words' spelling of the command that runs (BASH_COMMAND).
    pub text: Rc<Text>,
    /// The script's name for BASH_SOURCE of the outermost level; empty with -c or standard input.
    pub script: Field,
    /// BASH_SOURCE of functions that no file defines: `environment` with -c, `main` from standard input.
    pub unnamed: Field,
}

impl Frames {
    /// At the start of a shell called `zero`.
    pub fn new(zero: Field) -> Frames {
        Frames {
            positional: Positional::default(),
            positional_set: false,
            zero,
            arguments: None,
            stack: Vec::new(),
            level: 0,
            loops: 0,
            line: 0,
            shift: 0,
            error_line: 0,
            text: Rc::default(),
            script: Field::from(&b""[..]),
            unnamed: Field::from(&b"environment"[..]),
        }
    }

    /// Goes to a line of the tree, also for the ERR trap; gives the line outside, to be put back.
    #[inline]
    pub fn enter_line(&mut self, line: u32) -> u32 {
        let line = line.wrapping_add(self.shift);
        self.error_line = line;
        std::mem::replace(&mut self.line, line)
    }

    /// `$n` for n of 1 or more.
    pub fn parameter(&self, n: usize) -> Option<&Field> {
        self.positional.get(n.checked_sub(1)?)
    }

    /// Whether `return` may be used.
    pub fn can_return(&self) -> bool {
        !self.stack.is_empty()
    }

    /// `BASH_SOURCE[0]`: the file of the innermost frame.
    pub fn source(&self) -> &Field {
        self.stack.last().map_or(&self.script, |frame| &frame.source)
    }
}
