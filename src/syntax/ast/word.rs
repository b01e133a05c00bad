//! Words and what stands in them: parameters, substitutions, arithmetic (bash manual 3.1.2, 3.5).

use super::super::error::SyntaxError;
use super::*;

/// A word before expansion, 32 bytes. `text` is the spelling in the source.
#[derive(Debug, PartialEq)]
pub struct Word {
    /// Spelling, quotes included.
    pub text: Span,
    /// What it means.
    pub body: WordBody,
}

/// What a word means.
#[derive(Debug, PartialEq)]
pub enum WordBody {
    /// Nothing to expand: the one field it makes, quotes removed. A run-time clone is a counter.
    Literal(Field),
    /// Something to expand.
    Expand(Box<Expansion>),
    /// `a=b` or `a=(…)` as an argument of a declaration builtin.
    Assign(Box<Assignment>),
}

/// The parts of a word and the steps that can matter at all.
#[derive(Debug, PartialEq)]
pub struct Expansion {
    /// See [`Steps`].
    pub steps: Steps,
    /// In order.
    pub parts: Box<[Part]>,
}

/// Which expansion steps a word can need; a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Steps(pub u8);

impl Steps {
    /// An unquoted `{` … (`,` or `..`) … `}`: brace expansion may apply.
    pub const BRACE: Steps = Steps(1);
    /// An unquoted tilde at the start (or, in assignments, after `=` or `:`).
    pub const TILDE: Steps = Steps(2);
    /// An unquoted `$…` or `` ` ``: its result is split.
    pub const SPLIT: Steps = Steps(4);
    /// An unquoted pattern character (`*`, `?`, `[`, extglob) in the text, or any unquoted expansion.
    pub const GLOB: Steps = Steps(8);

    /// Whether all of `other` is in the set.
    pub fn has(self, other: Steps) -> bool {
        self.0 & other.0 == other.0
    }

    /// Takes `other` out.
    pub fn remove(&mut self, other: Steps) {
        self.0 &= !other.0;
    }

    /// Adds `other`.
    pub fn add(&mut self, other: Steps) {
        self.0 |= other.0;
    }
}

/// A part of a word, 24 bytes. Double quotes are no part of their own: what stands in them is marked quoted,
/// piece by piece, so `"a$@b"` is no special case.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// Unquoted characters. Backslash-quoted ones stand in a [`Part::Quoted`] of their own.
    Text(Box<[u8]>),
    /// Quoted characters, quotes removed. An empty one keeps an empty field alive (`""`, `''`).
    Quoted(Box<[u8]>),
    /// `$x`, `${x…}`
    Parameter(Box<Parameter>),
    /// `$(…)`, `` `…` ``, `<(…)`, `>(…)`
    Command(Box<Substitution>),
    /// `$((…))`, `$[…]`
    Arithmetic(Box<ArithmeticPart>),
}

/// `$((…))` in a word.
#[derive(Debug, PartialEq)]
pub struct ArithmeticPart {
    /// Stands in double quotes: the result is not split.
    pub quoted: bool,
    /// The expression.
    pub expr: Arithmetic,
}

/// An arithmetic expression of `$((…))`, `((…))`, `for ((…))`, subscripts, substring offsets.
#[derive(Debug, PartialEq)]
pub enum Arithmetic {
    /// No `$`, backquote or quote in it: compiled while parsing. `text` is for messages.
    Compiled(arith::Expr, Box<[u8]>),
    /// Expanded first as if in double quotes, as bash does (`a=1+2; $(($a*2))` is 5); the result is parsed each time.
    /// Also text that does not parse, so that the message comes at run time.
    /// `guess` is the expression with each `$x` taken as the variable `x`: right while every one holds a plain number.
    Expanded {
        /// To be expanded.
        text: Box<Expansion>,
        /// Right while every `$x` in it holds a plain decimal number.
        guess: Option<arith::Expr>,
    },
}

/// `$x` or `${…}` (bash manual 3.5.3).
#[derive(Debug, PartialEq)]
pub struct Parameter {
    /// Stands in double quotes (or a here-document body).
    pub quoted: bool,
    /// Which parameter.
    pub subject: Subject,
    /// `[…]` behind a variable name.
    pub subscript: Option<Box<Subscript>>,
    /// `${!x}`: the value names the parameter that is meant (or, for `${!ref@a}`, as bash decides).
    pub indirect: bool,
    /// What is done to the value.
    pub op: ParameterOp,
    /// Spelling from `$` on, for messages (`bad substitution`).
    pub text: Span,
}

/// A parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A variable.
    Variable(Name),
    /// `$1`, `${10}`
    Positional(u32),
    /// `$@`
    At,
    /// `$*`
    Star,
    /// `$#`
    Count,
    /// `$?`
    Status,
    /// `$-`
    Flags,
    /// `$$`
    Pid,
    /// `$!`
    LastBackground,
    /// `$0`
    Zero,
}

/// What `${…}` does with the value.
#[derive(Debug, PartialEq)]
pub enum ParameterOp {
    /// `$x`, `${x}`
    Plain,
    /// `${#x}`
    Length,
    /// `${x:-w}` and the other three; `colon`: null counts as unset.
    Default {
        /// `-`, `=`, `?` or `+`
        kind: DefaultKind,
        /// Whether `:` stands before it.
        colon: bool,
        /// Right side; in double quotes its parts are already marked as quoted as bash reads them.
        word: Box<Word>,
    },
    /// `${x:offset}`, `${x:offset:length}`
    ///
    /// Offset and length; both may be negative.
    Slice(Box<(Arithmetic, Option<Arithmetic>)>),
    /// `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`
    Strip {
        /// `%` rather than `#`
        suffix: bool,
        /// Doubled operator.
        longest: bool,
        /// Pattern.
        pattern: Box<Word>,
    },
    /// `${x/p/r}`
    Replace {
        /// `/`, `//`, `/#` or `/%`
        kind: ReplaceKind,
        /// Pattern and replacement; `None` when there is no second `/`.
        operands: Box<(Word, Option<Word>)>,
    },
    /// `${x^p}`, `${x^^p}`, `${x,p}`, `${x,,p}`, `${x~p}`, `${x~~p}`
    Case {
        /// Which change.
        kind: CaseKind,
        /// Doubled: every character, not the first alone.
        all: bool,
        /// Which characters; `None` for all.
        pattern: Option<Box<Word>>,
    },
    /// `${x@Q}` and the others: the letter.
    Transform(u8),
    /// `${!prefix*}` (false) and `${!prefix@}` (true)
    Prefix {
        /// `@`
        at: bool,
    },
    /// `${!a[*]}` (false), `${!a[@]}` (true)
    Keys {
        /// `@`
        at: bool,
    },
    /// Not a valid substitution: a run-time error `bad substitution`, as in bash.
    Bad,
    /// A here-document's body that ends too early: what is missing, on line 0, or what is wrong in its `$( )`, whose text
    /// starts on line 1.
    BadBody(Box<SyntaxError>),
}

/// `-`, `=`, `?`, `+`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DefaultKind {
    /// `-`
    Use,
    /// `=`
    Assign,
    /// `?`
    Error,
    /// `+`
    Alternate,
}

/// Where the pattern of `${x/p/r}` may match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplaceKind {
    /// `/`: the first match.
    First,
    /// `//`: every match.
    All,
    /// `/#`: at the start.
    Prefix,
    /// `/%`: at the end.
    Suffix,
}

/// `^`, `,`, `~`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CaseKind {
    /// `^`
    Upper,
    /// `,`
    Lower,
    /// `~`
    Toggle,
}

/// A command or process substitution.
#[derive(Debug, PartialEq)]
pub struct Substitution {
    /// Stands in double quotes.
    pub quoted: bool,
    /// Which one.
    pub kind: SubstitutionKind,
    /// Line of the first token in it, from 1. In bash that token counts as standing on the line of the command that
    /// is being expanded, so LINENO in the body is `simple.line - line + (line of the command outside)`. The text of a
    /// backquoted one starts on the line of the command outside.
    pub line: u32,
    /// Spelling from `$`, `<`, `>` or the backquote on (`declare -f` prints a parsed body anew in its place).
    pub text: Span,
    /// What is run; `Err` holds the message of a syntax error in a backquoted one, which bash reports at run time.
    pub body: Rc<Body>,
}

/// The body of a substitution.
#[derive(Debug, PartialEq)]
pub enum Body {
    /// Parsed. An empty body is an empty list.
    Parsed(List),
    /// `$(< file)`: the file's contents.
    File(Redirect),
    /// `` `…` ``: text after backslash removal, parsed when it runs, as bash does.
    Text(Box<[u8]>),
}

/// Kind of substitution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SubstitutionKind {
    /// `$(…)`
    Dollar,
    /// `` `…` ``
    Backquote,
    /// `<(…)`
    ProcessIn,
    /// `>(…)`
    ProcessOut,
}
