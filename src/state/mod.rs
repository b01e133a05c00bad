//! All state of the language: one [`Shell`], lent downwards as `&mut` (src/README.md).
//!
//! In: names and values. Out: the same, with what hangs on them kept true. No expansion, no execution: what needs those goes
//! through [`Wiring`]. Methods of `Shell` live here alone.

pub mod aliases;
pub mod compiled;
pub mod fds;
pub mod frames;
pub mod functions;
pub mod history;
pub mod jobs;
pub mod journal;
pub mod options;
pub mod paths;
mod scopes;
mod shell;
pub mod special;
pub mod traps;
pub mod value;
pub mod vars;

use std::rc::Rc;

pub use aliases::Aliases;
pub use compiled::Compiled;
pub use fds::Fds;
pub use frames::{Frame, FrameKind, Frames, Positional};
pub use functions::Functions;
pub use history::{Entry, History};
pub use jobs::{Coprocess, Job, JobState, Jobs, Process};
pub use journal::{Change, Journal, Mark, Owner, Scope, Undo};
pub use options::{Opt, OptKind, Options};
pub use paths::Paths;
pub use shell::{Nameref, Target, split_reference};
pub use traps::{Condition, Inherited, Trap, Traps};
pub use value::{Assoc, Indexed, Value};
pub use vars::{Attrs, VarError, Variable, Vars};

use crate::syntax::{Field, Name, Names, Substitution};
use crate::sys::{Fd, Pid};

/// An exit status, 0 to 255.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Status(pub u8);

impl Status {
    /// 0
    pub const SUCCESS: Status = Status(0);
    /// 1
    pub const FAILURE: Status = Status(1);
    /// 2: wrong usage of a builtin
    pub const USAGE: Status = Status(2);
    /// 126: found, but not to be executed
    pub const NOT_EXECUTABLE: Status = Status(126);
    /// 127: not found
    pub const NOT_FOUND: Status = Status(127);

    /// Whether it is 0.
    pub fn is_success(self) -> bool {
        self.0 == 0
    }

    /// 0 for true, 1 for false.
    pub fn of(success: bool) -> Status {
        Status(u8::from(!success))
    }
}

/// How a command ended when the commands after it are not to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// `break n`: n more loops are left, and end with the status.
    Break(u32, Status),
    /// `continue n`
    Continue(u32),
    /// `return`
    Return(Status),
    /// An expansion failed, or the like: the rest of this complete command is dropped, `exec::text` reads the next.
    Abandon(Status),
    /// The shell (or subshell) ends.
    Exit(Status),
}

/// How a command ended.
pub type Outcome = Result<Status, Flow>;

/// What a command's place in the program means for it; passed down by value, so nothing has to be put back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Ctx {
    /// Somebody looks at the status (`if`, `&&`, `!`): errexit and the ERR trap keep quiet.
    pub checked: bool,
    /// Nothing is left to do afterwards: this process may become the command.
    pub last: bool,
    /// The end of a subshell that runs inline: in bash its process becomes the command, so what kills the command is told of
    /// the subshell.
    pub tail: bool,
    /// It stands behind `!`: its own status is not judged, but that of the commands in it is.
    pub negated: bool,
}

impl Ctx {
    /// As the test of something.
    #[must_use]
    pub fn checked(self) -> Ctx {
        Ctx { checked: true, ..Ctx::default() }
    }

    /// With something behind it.
    #[must_use]
    pub fn inside(self) -> Ctx {
        Ctx { last: false, tail: false, ..self }
    }
}

/// The calls that go the other way: expansion runs commands, execution calls builtins. Filled in once by `shell::start`.
pub struct Wiring {
    /// The builtin of a name, enabled or not; a builtin's name is below `special::COUNT` + the number of builtins.
    pub builtin: fn(Name) -> Option<&'static Builtin>,
    /// Runs a command substitution: its output without the newlines at its end, and sets the status for `x=$(…)`.
    pub substitute: fn(&mut Shell, &Substitution) -> Result<Vec<u8>, Flow>,
    /// Starts a process substitution: the path of its pipe.
    pub process_substitution: fn(&mut Shell, &Substitution) -> Result<Field, Flow>,
    /// Exported functions as strings for children: `BASH_FUNC_f%%=() { … }`.
    pub exported_functions: fn(&Shell) -> Vec<Field>,
    /// Writes what bash complains of while it goes on (`a: bad array subscript`), behind the program's name and line.
    pub warn: fn(&Shell, &[u8]),
}

/// A row of the table of builtins.
pub struct Builtin {
    /// Its name.
    pub name: &'static str,
    /// What runs it.
    pub run: Run,
    /// What POSIX says of it.
    pub kind: Kind,
    /// `shift [n]`
    pub usage: &'static str,
    /// One line for `help`.
    pub summary: &'static str,
}

/// What runs a builtin. Arguments come without the name.
#[derive(Clone, Copy)]
pub enum Run {
    /// Words.
    Plain(fn(&mut Shell, &[Field]) -> Outcome),
    /// Words and assignments: `declare a=(1 2)`.
    Declaration(fn(&mut Shell, &[Argument]) -> Outcome),
}

/// What POSIX says of a builtin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A special builtin (POSIX 2.14): found before functions in POSIX mode, assignments stay, errors end the shell there.
    Special,
    /// Any other.
    Regular,
}

/// An argument of a declaration builtin.
#[derive(Clone, Debug)]
pub enum Argument {
    /// A word, also `a=b` after expansion.
    Field(Field),
    /// `a=(…)`, `a+=(…)`
    Compound {
        /// The variable, possibly with a subscript as bash would reject it: `name`.
        name: Field,
        /// `+=`
        append: bool,
        /// Expanded elements in order.
        elements: Vec<Element>,
        /// The whole as bash prints it in tracing.
        text: Field,
    },
}

/// An expanded element of a compound assignment.
#[derive(Clone, Debug)]
pub struct Element {
    /// `[subscript]=`: expanded text, a key or an expression, as the variable will be.
    pub subscript: Option<Field>,
    /// `[subscript]+=`
    pub append: bool,
    /// The value.
    pub value: Field,
}

impl Element {
    /// As it was written: `[k]=v` where that is no more than a text.
    pub fn written(&self) -> Field {
        match &self.subscript {
            None => self.value.clone(),
            Some(subscript) => {
                let operator: &[u8] = if self.append { b"]+=" } else { b"]=" };
                [b"[", &subscript[..], operator, &self.value].concat().into()
            }
        }
    }
}

/// IFS, looked at once.
#[derive(Clone, Debug)]
pub struct Ifs {
    /// Per byte: 0 no separator, 1 white space, 2 another separator.
    pub class: [u8; 256],
    /// What joins `"$*"`: its first character; empty when IFS is empty; a blank when unset.
    pub join: Vec<u8>,
    /// Characters of IFS beyond ASCII, in UTF-8; empty as a rule.
    pub wide: Vec<u8>,
    /// IFS is the default (or unset).
    pub default: bool,
    /// The value it is of.
    source: Option<Vec<u8>>,
}

impl Ifs {
    /// Of a value; `None`: unset.
    pub fn new(value: Option<&[u8]>) -> Ifs {
        let text = value.unwrap_or(b" \t\n");
        let mut class = [0; 256];
        for &byte in text {
            class[usize::from(byte)] = if matches!(byte, b' ' | b'\t' | b'\n') { 1 } else { 2 };
        }
        let join = match text {
            [first, ..] if *first >= 0x80 => bstr::ByteSlice::char_indices(text).next().map_or(1, |(_, end, _)| end),
            text => text.len().min(1),
        };
        let wide = if text.is_ascii() { Vec::new() } else { text.to_vec() };
        let source = value.map(<[u8]>::to_vec);
        Ifs { class, join: text[..join].to_vec(), wide, default: text == b" \t\n", source }
    }

    /// Whether it is the one of `value`.
    pub fn is_of(&self, value: Option<&[u8]>) -> bool {
        self.source.as_deref() == value
    }
}

/// Where `getopts` is.
#[derive(Clone, Default, Debug)]
pub struct Getopts {
    /// Place of the next letter in the word that OPTIND names; 0: at its start.
    pub offset: usize,
    /// The OPTIND that `offset` belongs to.
    pub index: i64,
}

impl Getopts {
    /// OPTIND was set: scanning starts anew at that word.
    pub fn restart(&mut self, optind: Option<&[u8]>) {
        let index = optind.and_then(|text| std::str::from_utf8(text).ok()?.parse().ok()).unwrap_or(1);
        *self = Getopts { offset: 0, index };
    }
}

/// How the shell was called; it does not change (but for the descriptors of the script).
#[derive(Clone, Debug)]
pub struct Invocation {
    /// What messages start with when no script runs: the name it was called by.
    pub name: Field,
    /// `-i`
    pub interactive: bool,
    /// A login shell.
    pub login: bool,
    /// `-c`: the string. Messages then say `NAME: line 1: `.
    pub command_string: bool,
    /// Commands from standard input.
    pub standard_input: bool,
    /// `$$`
    pub pid: Pid,
    /// `-r`, rbash
    pub restricted: bool,
    /// A supervisor of ours stands above (README.md): the pipe that tells it while this is a shell.
    pub supervised: Option<Fd>,
}

/// All state of the language. One value, owned by `shell`, lent downwards. No globals, no `RefCell`.
pub struct Shell {
    /// Interned names.
    pub names: Names,
    /// Variables.
    pub vars: Vars,
    /// Functions.
    pub functions: Functions,
    /// Aliases.
    pub aliases: Aliases,
    /// Options.
    pub options: Options,
    /// Positional parameters and calls.
    pub frames: Frames,
    /// Traps.
    pub traps: Traps,
    /// Jobs.
    pub jobs: Jobs,
    /// Output of builtins.
    pub fds: Fds,
    /// What is to be taken back.
    pub journal: Journal,
    /// Where commands were found.
    pub paths: Paths,
    /// `$?`, written by `exec/run.rs` alone.
    pub status: Status,
    /// PIPESTATUS
    pub pipestatus: Vec<u8>,
    /// What the dynamic variables remember.
    pub dynamic: special::Dynamic,
    /// Where `getopts` is.
    pub getopts: Getopts,
    /// IFS, looked at once.
    pub ifs: Rc<Ifs>,
    /// Those of before, the last first: `IFS= read` goes to and fro.
    ifs_before: Vec<Rc<Ifs>>,
    /// Characters are UTF-8.
    pub utf8: bool,
    /// Where `set -x` writes (BASH_XTRACEFD).
    pub trace_fd: Fd,
    /// BASH_SUBSHELL
    pub subshell_depth: u32,
    /// Builtins that `enable -n` has turned off.
    pub disabled: Vec<Name>,
    /// How it was called.
    pub invocation: Invocation,
    /// The calls that go the other way.
    pub wiring: &'static Wiring,
    /// Patterns and expressions compiled at run time.
    pub compiled: Compiled,
    /// How many values of variables are being evaluated as expressions, one for the other (`x=y y=x; $((x))`).
    pub expression_depth: u32,
    /// The function, `eval` or sourced file that is called stands where somebody looks at its status ([`Ctx::checked`]).
    pub checked: bool,
    /// Changes with every fork of this process's own: an inline subshell sees that it has become one.
    pub process_serial: u32,
    /// A signal without a trap came that ends a shell: no further command is run.
    pub stop: Option<crate::sys::Signal>,
    /// The processes of the foreground command that was just killed or stopped, which is not told yet.
    pub killed: Option<Vec<Process>>,
    /// `eval`s, sourced files, traps and substitutions around: so often the first character of PS4 is shown besides.
    pub trace_depth: u32,
    /// The same for the EXIT trap: in a subshell one more than where it began.
    pub exit_trace_depth: u32,
    /// A subshell made for a simple command counts in BASH_SUBSHELL once its words are expanded.
    pub counts_later: bool,
    /// A special builtin runs in POSIX mode, not behind `command`: its errors end a shell.
    pub runs_special: bool,
    /// The options before `POSIXLY_CORRECT=y` in front of a command: what POSIX mode turned on goes back to them.
    pub before_posix: Option<Options>,
    /// Standard input is a pipe's, or a redirection's around: commands in the background keep it.
    pub stdin_given: bool,
    /// Set by a command substitution: the status of a command that is assignments alone (`x=$(false)`).
    pub substitution_status: Option<Status>,
}

/// Room for the names of special variables and builtins, of an environment and a small script, so that no table grows at start.
const NAMES_AT_START: usize = 220;

impl Shell {
    /// A shell with nothing in it but the special variables' names, the builtins' names behind them, and defaults.
    pub fn new(invocation: Invocation, zero: Field, builtins: &[Builtin], wiring: &'static Wiring) -> Shell {
        let mut names = Names::with_room(NAMES_AT_START);
        for spelling in special::SPELLINGS {
            names.intern(spelling.as_bytes());
        }
        for builtin in builtins {
            names.intern(builtin.name.as_bytes());
        }
        Shell {
            names,
            vars: Vars::with_room(NAMES_AT_START),
            functions: Functions::default(),
            aliases: Aliases::default(),
            options: Options::default(),
            frames: Frames::new(zero),
            traps: Traps::default(),
            jobs: Jobs::default(),
            fds: Fds::default(),
            journal: Journal::default(),
            paths: Paths::default(),
            status: Status::SUCCESS,
            pipestatus: Vec::new(),
            dynamic: special::Dynamic {
                seconds_zero: 0,
                random: 0,
                subshell_base: 0,
                last_argument: Rc::from(&b""[..]),
                commands: 0,
                logged_out: false,
                directory: None,
                directories: Vec::new(),
                command: Vec::new(),
                wants_command: false,
                wants_process: false,
                history: history::History::default(),
                completions: Vec::new(),
            },
            getopts: Getopts { offset: 0, index: 1 },
            ifs: Rc::new(Ifs::new(None)),
            ifs_before: Vec::new(),
            utf8: false,
            trace_fd: Fd::STDERR,
            subshell_depth: 0,
            disabled: Vec::new(),
            invocation,
            wiring,
            compiled: Compiled::default(),
            expression_depth: 0,
            checked: false,
            process_serial: 0,
            stop: None,
            killed: None,
            stdin_given: false,
            runs_special: false,
            before_posix: None,
            trace_depth: 0,
            exit_trace_depth: 0,
            counts_later: false,
            substitution_status: None,
        }
    }
}
