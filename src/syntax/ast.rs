//! The program as a tree. It is built once by the parser and never written to, copied or parsed again.
//!
//! A level of the grammar with a single member is not built: `echo hi` is a [`Command::Simple`], not an
//! and-or list of one pipeline of one command. (bash manual 3.2; POSIX 2.10)

use std::cell::OnceCell;
use std::rc::Rc;

mod word;

use crate::arith;
pub use crate::names::{Field, Name};
pub use word::*;

/// The spelling of the words of one complete command, one after the other; filled when its parse ends.
/// Functions keep it alive. Empty until then.
#[derive(Default, Debug)]
pub struct Text(OnceCell<Box<[u8]>>);

impl Text {
    /// The bytes of `span`; empty when the text is not there or the span is not of this text.
    pub fn get(&self, span: Span) -> &[u8] {
        let (start, end) = (span.start as usize, span.start as usize + span.len as usize);
        self.0.get().and_then(|bytes| bytes.get(start..end)).unwrap_or_default()
    }

    /// Which of the words, that begin with the same byte, stand anywhere in it.
    pub fn mentions<const N: usize>(&self, words: [&[u8]; N]) -> [bool; N] {
        let mut found = [false; N];
        let Some(text) = self.0.get() else { return found };
        let first = words.first().and_then(|word| word.first()).copied().unwrap_or_default();
        for place in memchr::memchr_iter(first, text) {
            let rest = text.get(place..).unwrap_or_default();
            for (found, word) in found.iter_mut().zip(words) {
                *found |= rest.starts_with(word);
            }
        }
        found
    }

    /// Fills the text; a second call is ignored.
    pub fn fill(&self, bytes: &[u8]) {
        let _ = self.0.set(bytes.into());
    }
}

/// A piece of a [`Text`].
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Length in bytes.
    pub len: u32,
}

/// What one call of the parser gives: a complete command (POSIX `complete_command`) and the spelling of its words.
#[derive(Debug)]
pub struct Program {
    /// The command; several joined by `;` or `&` are a [`Command::List`].
    pub command: Command,
    /// Spelling of every word in it.
    pub text: Rc<Text>,
}

/// Commands run one after the other: `a; b` or lines.
#[derive(Debug, PartialEq)]
pub struct List(pub Box<[Command]>, Option<Box<Breaks>>);

/// Rare, so that a list is a word longer for it and no more.
#[derive(Debug, PartialEq)]
struct Breaks(Box<[bool]>);

impl List {
    /// A list of `commands`.
    pub fn new(commands: Vec<Command>) -> List {
        List(commands.into(), None)
    }

    /// A list in a substitution, where bash prints a newline for a newline: `breaks` says behind which commands.
    pub fn with_breaks(commands: Box<[Command]>, mut breaks: Vec<bool>) -> List {
        breaks.truncate(commands.len().saturating_sub(1)); // the last newline separates nothing
        let breaks = breaks.contains(&true).then(|| Box::new(Breaks(breaks.into())));
        List(commands, breaks)
    }

    /// Behind which commands a newline stood, in a substitution; what is missing is false.
    pub fn breaks(&self) -> &[bool] {
        self.1.as_ref().map_or(&[], |breaks| &breaks.0)
    }
}

/// One command, 16 bytes.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Assignments, words and redirections.
    Simple(Box<Simple>),
    /// `if`, `while`, `{ }`, `( )`, `[[ ]]` … with its redirections.
    Compound(Box<Compound>),
    /// `! a | b`, `time a`.
    Pipeline(Box<Pipeline>),
    /// `a && b || c`.
    AndOr(Box<AndOr>),
    /// `a &`
    Background(Box<Command>),
    /// `f() { …; }`
    Function(Rc<Function>),
    /// `a; b` on one line of the top level, or where a list stands as one command.
    List(Box<List>),
    /// `coproc NAME command`
    Coprocess(Box<Coprocess>),
}

/// A simple command (bash manual 3.2.2, 3.7.1).
#[derive(Debug, PartialEq)]
pub struct Simple {
    /// Line that bash knows it by, from 1: of the token behind its first word, or of the end of its first assignment or
    /// redirection when one comes first.
    pub line: u32,
    /// The first word is literal and names a declaration builtin (`declare`, `export`, `local`, …), or follows
    /// `command`/`builtin`: words of the form `a=b` behind it are [`WordBody::Assign`].
    pub declaration: bool,
    /// Set when the first word is a literal: its interned name (function, builtin, PATH look-ups by number).
    pub name: Option<Name>,
    /// `a=b` before the first word.
    pub assignments: Box<[Assignment]>,
    /// Command name and arguments; may be empty.
    pub words: Box<[Word]>,
    /// In the order written.
    pub redirects: Box<[Redirect]>,
}

/// `a=b`, `a+=b`, `a[i]=b`, `a=(…)`.
#[derive(Debug, PartialEq)]
pub struct Assignment {
    /// The variable.
    pub name: Name,
    /// What stands between `[` and `]`, if anything.
    pub subscript: Option<Box<Subscript>>,
    /// `+=`
    pub append: bool,
    /// What is assigned.
    pub value: AssignValue,
    /// The whole spelling, `a=b`.
    pub text: Span,
}

/// Right side of an assignment.
#[derive(Debug, PartialEq)]
pub enum AssignValue {
    /// Expanded without splitting, globbing or braces; tildes after `=` and `:`.
    Scalar(Word),
    /// `( word … [k]=v … )`
    Array(Box<[ArrayElement]>),
}

/// One element of a compound array assignment.
#[derive(Debug, PartialEq)]
pub enum ArrayElement {
    /// A plain word: all expansions, any number of fields, each the next element.
    Word(Word),
    /// `[subscript]=value` or `[subscript]+=value`
    Keyed {
        /// Between the brackets.
        subscript: Box<Subscript>,
        /// `+=`
        append: bool,
        /// Expanded as an assignment's value.
        value: Word,
        /// `[k]=v` as written (an indexed array's bad element falls back to it in messages).
        text: Span,
        /// The whole as a word, if it has braces to be expanded: in an indexed array it is one then.
        braces: Option<Box<Word>>,
    },
}

/// What stands between `[` and `]`: a key (associative) or an expression (indexed); which, the variable decides.
#[derive(Debug, PartialEq)]
pub enum Subscript {
    /// `@`
    At,
    /// `*`
    Star,
    /// Anything else.
    Index {
        /// As a word, for associative arrays (quotes removed, expanded, not split).
        word: Word,
        /// As an expression, for indexed arrays.
        arith: Arithmetic,
    },
}

/// A redirection (bash manual 3.6).
#[derive(Debug, PartialEq)]
pub struct Redirect {
    /// The descriptor on the left.
    pub fd: RedirectFd,
    /// Operator.
    pub kind: RedirectKind,
    /// File name, descriptor, or body of a here-document or here-string.
    pub target: Word,
    /// Here-document's delimiter for printing: as written (quotes removed), with `quoted`, and the body's text.
    pub heredoc: Option<Box<HereDocument>>,
    /// Line, from 1.
    pub line: u32,
}

/// What `declare -f` needs to print a here-document; its body is the redirection's `target`.
#[derive(Debug, PartialEq)]
pub struct HereDocument {
    /// Delimiter, quotes removed.
    pub delimiter: Box<[u8]>,
    /// Some part of the delimiter was quoted: the body is not expanded.
    pub quoted: bool,
    /// `<<-`
    pub strip_tabs: bool,
    /// The body as read (tabs stripped).
    pub body: Box<[u8]>,
}

/// Left side of a redirection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RedirectFd {
    /// 0 or 1, as the operator has it.
    Default,
    /// A number.
    Number(i32),
    /// `{name}>file`: the variable gets a number of 10 or more. `{name[subscript]}` is one name here.
    Variable(Name),
}

impl RedirectKind {
    /// Whether it is standard input that is redirected where no descriptor is given.
    pub fn is_input(self) -> bool {
        use RedirectKind::{DupIn, HereDocument, HereString, Read, ReadWrite};
        matches!(self, Read | ReadWrite | DupIn | HereDocument | HereString)
    }
}

/// Operator of a redirection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RedirectKind {
    /// `<`
    Read,
    /// `>`
    Write,
    /// `>>`
    Append,
    /// `>|`
    Clobber,
    /// `<>`
    ReadWrite,
    /// `&>`: both outputs
    Both,
    /// `&>>`
    BothAppend,
    /// `<&word`
    DupIn,
    /// `>&word`. Where the word turns out to be neither a number nor `-`, and the descriptor is 1 or not given, it
    /// means what `&>` does; that is seen only when it is expanded (`>&$x`), and it is printed as it was written.
    DupOut,
    /// `<<`, `<<-`
    HereDocument,
    /// `<<<`
    HereString,
}

/// `! a | b |& c`, `time a`. A pipeline of one command stands here only with `!` or `time`.
#[derive(Debug, PartialEq)]
pub struct Pipeline {
    /// Odd number of `!`.
    pub negated: bool,
    /// `time`, `time -p`
    pub time: Option<TimeFormat>,
    /// The stages; none for a bare `time` or `!`.
    pub stages: Box<[Command]>,
    /// For each stage but the last: joined by `|&`.
    pub stderr_too: Box<[bool]>,
    /// Line, from 1.
    pub line: u32,
}

/// How `time` prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeFormat {
    /// By TIMEFORMAT.
    Bash,
    /// `time -p`
    Posix,
}

/// `first && b || c`
#[derive(Debug, PartialEq)]
pub struct AndOr {
    /// First command.
    pub first: Command,
    /// The others.
    pub rest: Box<[(AndOrOp, Command)]>,
}

/// `&&` or `||`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AndOrOp {
    /// `&&`
    And,
    /// `||`
    Or,
}

/// `coproc [NAME] command`
#[derive(Debug, PartialEq)]
pub struct Coprocess {
    /// NAME; `COPROC` when not given.
    pub name: Name,
    /// The command.
    pub command: Command,
    /// Line, from 1.
    pub line: u32,
}

/// A compound command and its redirections.
#[derive(Debug, PartialEq)]
pub struct Compound {
    /// Line of its first word, from 1; of their end for `[[ ]]`, `(( ))` and `( )`, as in bash.
    pub line: u32,
    /// Redirections behind it.
    pub redirects: Box<[Redirect]>,
    /// Which.
    pub kind: CompoundKind,
}

/// The compound commands (bash manual 3.2.5).
#[derive(Debug, PartialEq)]
pub enum CompoundKind {
    /// `{ …; }`
    Group(List),
    /// `( … )`
    Subshell(List),
    /// `if`; `elif`s are further branches.
    If {
        /// Tests and bodies.
        branches: Box<[(List, List)]>,
        /// `else`
        otherwise: Option<List>,
    },
    /// `while` and `until`
    Loop(Loop),
    /// `for name in words`
    For {
        /// Loop variable.
        name: Name,
        /// `None`: the positional parameters (no `in`).
        words: Option<Box<[Word]>>,
        /// Body.
        body: List,
    },
    /// `select name in words`
    Select {
        /// Variable.
        name: Name,
        /// `None`: the positional parameters.
        words: Option<Box<[Word]>>,
        /// Body.
        body: List,
    },
    /// `for ((init; test; step))`
    ArithFor {
        /// Before the first turn, before each (absent is true), after each; with the texts as written, for printing.
        parts: Box<[(Option<Arithmetic>, Span); 3]>,
        /// Body.
        body: List,
    },
    /// `case word in … esac`
    Case {
        /// Subject.
        word: Word,
        /// Clauses.
        clauses: Box<[CaseClause]>,
    },
    /// `[[ … ]]`
    Conditional(Box<Conditional>),
    /// `(( … ))`
    Arithmetic {
        /// The expression.
        expr: Box<Arithmetic>,
        /// As written, for printing and tracing.
        text: Span,
    },
}

/// `while`/`until`
#[derive(Debug, PartialEq)]
pub struct Loop {
    /// The test's success that keeps it turning: true for `while`, false for `until`.
    pub goal: bool,
    /// Test.
    pub test: List,
    /// Body.
    pub body: List,
}

/// `pattern | pattern) list ;;`
#[derive(Debug, PartialEq)]
pub struct CaseClause {
    /// Patterns.
    pub patterns: Box<[Word]>,
    /// Body; may be empty.
    pub body: List,
    /// What follows.
    pub end: CaseEnd,
}

/// End of a `case` clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CaseEnd {
    /// `;;`
    Break,
    /// `;&`: the next clause's body runs too.
    FallThrough,
    /// `;;&`: the following patterns are tested too.
    TestNext,
}

/// An expression of `[[ ]]`.
#[derive(Debug, PartialEq)]
pub enum Conditional {
    /// `( e )`, kept for printing.
    Group(Box<Conditional>),
    /// `! e`
    Not(Box<Conditional>),
    /// `a && b`
    And(Box<Conditional>, Box<Conditional>),
    /// `a || b`
    Or(Box<Conditional>, Box<Conditional>),
    /// `-f word`: the operator without its dash (`b"f"`).
    Unary(u8, Word),
    /// `word`: true when not empty.
    Word(Word),
    /// `left op right`
    Binary(BinaryTest, Word, Word),
}

/// Binary operators of `[[ ]]` and `test`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryTest {
    /// `==` (true) or `=` (false: for printing alone)
    Equal(bool),
    /// `!=`
    NotEqual,
    /// `=~`
    Regex,
    /// `<`
    Before,
    /// `>`
    After,
    /// `-eq`
    Eq,
    /// `-ne`
    Ne,
    /// `-lt`
    Lt,
    /// `-le`
    Le,
    /// `-gt`
    Gt,
    /// `-ge`
    Ge,
    /// `-nt`
    Newer,
    /// `-ot`
    Older,
    /// `-ef`
    SameFile,
}

/// A function definition.
#[derive(Debug)]
pub struct Function {
    /// Name.
    pub name: Name,
    /// Defined with the word `function`.
    pub keyword: bool,
    /// A [`Command::Compound`], with the redirections that hold for every call.
    pub body: Command,
    /// Spelling of the words in it.
    pub text: Rc<Text>,
    /// Line of its name in the definition, from 1.
    pub line: u32,
    /// Name of the file it was read from (BASH_SOURCE); empty when unknown.
    pub source: Field,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.keyword == other.keyword && self.body == other.body
    }
}

// A long script is a tree of megabytes; each of its pages costs as much as parsing some lines.
const _: () = assert!(size_of::<Command>() == 16 && size_of::<Word>() == 32 && size_of::<Part>() == 24);
const _: () = assert!(size_of::<Parameter>() <= 48 && size_of::<Compound>() <= 80 && size_of::<Simple>() == 64);
