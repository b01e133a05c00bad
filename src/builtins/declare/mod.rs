//! `declare`, `typeset`, `local`, `export`, `readonly` (bash manual 4.2, 4.1).
//!
//! Options and operands are read into a [`Request`] and [`Operand`]s first; `variable` and `functions` carry them out, `show`
//! lists.

mod functions;
mod mark;
mod operand;
pub(super) mod show;
mod variable;

use super::args::{self, Options};
use crate::exec::report;
use crate::state::{Argument, Attrs, Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) use mark::{EXPORT, READONLY};
use operand::Operand;

pub(super) const DECLARE: Builtin = Builtin {
    name: "declare",
    run: Run::Declaration(declare),
    kind: Kind::Regular,
    usage: "declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]",
    summary: "Make variables, with values and attributes.",
};

pub(super) const TYPESET: Builtin = Builtin {
    name: "typeset",
    run: Run::Declaration(typeset),
    kind: Kind::Regular,
    usage: "typeset [-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]",
    summary: "The same as declare.",
};

pub(super) const LOCAL: Builtin = Builtin {
    name: "local",
    run: Run::Declaration(local),
    kind: Kind::Regular,
    usage: "local [option] name[=value] ...",
    summary: "Make variables of a function's own.",
};

/// What the options ask for.
struct Request {
    /// The builtin, for messages.
    builtin: &'static Builtin,
    /// Attributes to be set, then those to be taken away.
    on: Attrs,
    off: Attrs,
    /// `-a`, `+a`
    array: bool,
    array_off: bool,
    /// `-A`, `+A`
    assoc: bool,
    assoc_off: bool,
    /// `-f` or `-F`
    function: bool,
    /// `-F`: names alone.
    names_only: bool,
    /// `-p`
    print: bool,
    /// `-g`: the global variable; `-G`: unless a local hides it.
    global: bool,
    check_local: bool,
    /// `-I`: a new local starts as what it hides.
    inherit: bool,
}

impl Request {
    fn new(builtin: &'static Builtin) -> Request {
        Request {
            builtin,
            on: Attrs(0),
            off: Attrs(0),
            array: false,
            array_off: false,
            assoc: false,
            assoc_off: false,
            function: false,
            names_only: false,
            print: false,
            global: false,
            check_local: false,
            inherit: false,
        }
    }

    /// Whether no attribute was asked for.
    fn is_bare(&self) -> bool {
        self.on == Attrs(0) && !self.array && !self.assoc
    }

    /// Takes one option in.
    fn add(&mut self, letter: u8, plus: bool) {
        match (letter, plus) {
            (b'a', false) => self.array = true,
            (b'a', true) => self.array_off = true,
            (b'A', false) => self.assoc = true,
            (b'A', true) => self.assoc_off = true,
            (b'f', false) => self.function = true,
            (b'F', _) => {
                self.function = true;
                self.names_only = true;
            }
            (b'p', _) => self.print = true,
            (b'g', _) => self.global = true,
            (b'G', _) => {
                self.global = true;
                self.check_local = true;
            }
            (b'I', _) => self.inherit = true,
            _ => self.add_attribute(letter, plus),
        }
    }

    /// One of `-l`, `-u`, `-c` takes the others away; two of them at once end in none.
    fn add_attribute(&mut self, letter: u8, plus: bool) {
        const CASES: Attrs = Attrs(Attrs::LOWER.0 | Attrs::UPPER.0 | Attrs::CAPITAL.0);
        let attribute = match letter {
            b'c' => Attrs::CAPITAL,
            b'i' => Attrs::INTEGER,
            b'l' => Attrs::LOWER,
            b'n' => Attrs::NAMEREF,
            b'r' => Attrs::READONLY,
            b't' => Attrs::TRACE,
            b'u' => Attrs::UPPER,
            b'x' => Attrs::EXPORT,
            _ => return,
        };
        if plus {
            self.off = self.off.with(attribute);
            return;
        }
        self.on = self.on.with(attribute);
        if CASES.any(attribute) {
            self.off = self.off.with(CASES.without(attribute));
        }
    }
}

fn declare(shell: &mut Shell, args: &[Argument]) -> Outcome {
    run(shell, &DECLARE, args)
}

fn typeset(shell: &mut Shell, args: &[Argument]) -> Outcome {
    run(shell, &TYPESET, args)
}

fn local(shell: &mut Shell, args: &[Argument]) -> Outcome {
    if let Some(Argument::Field(word)) = args.first()
        && &word[..] == b"--help"
    {
        return args::refuse(shell, LOCAL.name, LOCAL.usage, args::Wrong::Help);
    }
    if shell.frames.level == 0 {
        return report::builtin(shell, LOCAL.name, format_args!("can only be used in a function"));
    }
    run(shell, &LOCAL, args)
}

/// The words before the first compound assignment: options are among them.
fn leading_fields(args: &[Argument]) -> Vec<Field> {
    let fields = args.iter().map_while(|argument| match argument {
        Argument::Field(field) => Some(field.clone()),
        Argument::Compound { .. } => None,
    });
    fields.collect()
}

fn run(shell: &mut Shell, builtin: &'static Builtin, args: &[Argument]) -> Outcome {
    let fields = leading_fields(args);
    let mut request = Request::new(builtin);
    let mut options = Options::with_plus(&fields, "acfgilnprtuxAFGI");
    loop {
        match options.next() {
            Ok(Some(letter)) => request.add(letter.letter, letter.plus),
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, builtin.name, builtin.usage, wrong),
        }
    }
    let operands = args.get(fields.len() - options.operands().len()..).unwrap_or_default();
    if operands.is_empty() {
        list(shell, &request);
        return Ok(Status::SUCCESS);
    }
    if request.print {
        return print(shell, &request, operands);
    }
    if let (true, Some(letter)) = (request.function, functions::wrong_option(&request)) {
        return report::builtin(shell, builtin.name, format_args!("-{letter}: invalid option"));
    }
    let mut status = Status::SUCCESS;
    for argument in operands {
        let operand = Operand::new(argument);
        let done = if request.function {
            functions::declare(shell, &request, &operand)?
        } else {
            variable::declare(shell, &request, &operand)?
        };
        if !done.is_success() {
            status = done;
        }
    }
    Ok(status)
}

/// No operands: what there is of the kind asked for.
fn list(shell: &mut Shell, request: &Request) {
    if request.builtin.name == LOCAL.name {
        show::locals(shell);
    } else if request.function {
        let wanted = request.on;
        show::functions(shell, wanted, request.names_only);
    } else if !request.is_bare() {
        show::variables(shell, request.on, request.array, request.assoc, None);
    } else if request.print {
        show::all_variables(shell);
    } else {
        super::set::list_all(shell);
    }
}

/// `declare -p name …`
fn print(shell: &mut Shell, request: &Request, operands: &[Argument]) -> Outcome {
    let mut status = Status::SUCCESS;
    for argument in operands {
        let word = match argument {
            Argument::Field(field) => field,
            Argument::Compound { text, .. } => text,
        };
        let shown = if request.function {
            show::function_named(shell, word, request.names_only)
        } else if request.builtin.name == LOCAL.name {
            show::local_named(shell, word)
        } else {
            show::variable_named(shell, word)
        };
        if !shown {
            let text = [request.builtin.name.as_bytes(), b": ", word, b": not found"].concat();
            report::message_bytes(shell, &text);
            status = Status::FAILURE;
        }
    }
    Ok(status)
}

/// `` `1a': not a valid identifier ``
fn invalid_identifier(shell: &Shell, builtin: &str, word: &[u8]) -> Outcome {
    report::message_bytes(shell, &[builtin.as_bytes(), b": `", word, b"': not a valid identifier"].concat());
    Ok(Status::FAILURE)
}

/// `declare: x: TEXT`
fn refuse(shell: &Shell, builtin: &str, word: &[u8], text: &str) -> Outcome {
    report::message_bytes(shell, &[builtin.as_bytes(), b": ", word, b": ", text.as_bytes()].concat());
    Ok(Status::FAILURE)
}

/// An assignment that failed where bash, in POSIX mode, ends the shell: the special builtins `export` and `readonly`.
fn failed_specially(shell: &Shell) -> Outcome {
    if shell.runs_special && !shell.invocation.interactive {
        return Err(crate::state::Flow::Exit(Status::FAILURE));
    }
    Ok(Status::FAILURE)
}
