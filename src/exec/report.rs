//! Every error → its message, its status and its [`Flow`], to be read beside bash's manual and sources of surprise.

use std::fmt;

use bstr::ByteSlice;

use crate::arith::ArithError;
use crate::expand::{ExpandError, quote};
use crate::state::{Condition, Flow, FrameKind, Opt, Outcome, Shell, Status, VarError};
use crate::syntax::{Field, SyntaxError, SyntaxErrorKind, SyntaxWarning, SyntaxWarningKind};
use crate::sys::{self, Errno, Fd};

/// Writes `text` behind the program's name and the line: `rsh: line 3: text`.
pub fn message(shell: &Shell, text: fmt::Arguments) {
    emit(shell, format!("{}{text}\n", prefix(shell).at(shell.frames.line)).into_bytes());
}

/// The same with bytes that need not be UTF-8.
pub fn message_bytes(shell: &Shell, text: &[u8]) {
    emit(shell, [prefix(shell).at(shell.frames.line).as_bytes(), text, b"\n"].concat());
}

/// The same with lines that end as lines do.
pub fn message_lines(shell: &Shell, lines: &[u8]) {
    emit(shell, [prefix(shell).at(shell.frames.line.max(1)).as_bytes(), lines].concat());
}

/// Writes `text` behind the program's name alone: before a script runs, or about the shell itself.
pub fn message_without_line(shell: &Shell, text: fmt::Arguments) {
    emit(shell, format!("{}: {text}\n", own_name(shell).as_bstr()).into_bytes());
}

/// Writes `text` behind the name of the script or program, without a line: what bash says of system calls that fail.
pub fn message_of_system(shell: &Shell, text: fmt::Arguments) {
    let source = shell.frames.source();
    let name = if source.is_empty() { &shell.frames.zero } else { source };
    emit(shell, format!("{}: {text}\n", name.as_bstr()).into_bytes());
}

/// Writes `text` as it stands: what bash says without its name.
pub fn plain(text: fmt::Arguments) {
    write(format!("{text}\n").into_bytes());
}

/// The same with bytes that need not be UTF-8.
pub fn plain_bytes(text: &[u8]) {
    write([text, b"\n"].concat());
}

fn emit(shell: &Shell, bytes: Vec<u8>) {
    super::output::flush_lines(shell);
    write(bytes);
}

fn write(bytes: Vec<u8>) {
    let _ = sys::fd::write_all(Fd::STDERR, &bytes); // nobody is left to tell
}

/// The name under which the shell was started; an interactive one leaves out the directory.
fn own_name(shell: &Shell) -> &[u8] {
    let name = &shell.invocation.name[..];
    let directory = name.rfind_byte(b'/').filter(|_| shell.invocation.interactive);
    name.get(directory.map_or(0, |slash| slash + 1)..).unwrap_or_default()
}

/// What stands before a message: `script: line 3: `, `rsh: line 3: `; an interactive shell names no line.
pub(super) struct Prefix {
    name: String,
    /// Between the name and the line; `None`: no line is named.
    word: Option<&'static str>,
}

impl Prefix {
    /// For a message about `line`.
    pub(super) fn at(&self, line: u32) -> String {
        match self.word {
            Some(word) => format!("{}:{word}{line}: ", self.name),
            None => format!("{}: ", self.name),
        }
    }
}

/// What stands before messages, as the shell is now.
pub(super) fn prefix(shell: &Shell) -> Prefix {
    let source = shell.frames.source();
    let name = match shell.frames.stack.last() {
        _ if shell.invocation.interactive => own_name(shell),
        _ if !source.is_empty() => source,
        Some(frame) if frame.kind == FrameKind::Function => shell.unnamed_source(),
        _ => &shell.frames.zero,
    };
    let word = if shell.options.get(Opt::GNU_ERRFMT) { "" } else { " line " };
    Prefix { name: name.as_bstr().to_string(), word: (!shell.invocation.interactive).then_some(word) }
}

/// An error of a builtin that does not end anything: `rsh: line 3: shift: text`, status 1.
pub fn builtin(shell: &Shell, name: &str, text: fmt::Arguments) -> Outcome {
    message(shell, format_args!("{name}: {text}"));
    Ok(Status::FAILURE)
}

/// A wrong option of a builtin: the message and the usage line, status 2.
pub fn builtin_option(shell: &Shell, name: &str, option: &str, usage: &str) -> Outcome {
    message(shell, format_args!("{name}: {option}: invalid option"));
    builtin_usage(shell, name, usage)
}

/// The usage line of a builtin alone: `shift: usage: shift [n]`, status 2.
pub fn builtin_usage(shell: &Shell, name: &str, usage: &str) -> Outcome {
    emit(shell, format!("{name}: usage: {usage}\n").into_bytes());
    Ok(Status::USAGE)
}

/// A system call that failed for a builtin: `rsh: line 3: cd: /x: No such file or directory`, status 1.
pub fn builtin_system(shell: &Shell, name: &str, what: &[u8], error: Errno) -> Outcome {
    let shown = quote::for_message(what, shell.utf8);
    message_bytes(shell, &[name.as_bytes(), b": ", &shown, b": ", sys::file::message(error).as_bytes()].concat());
    Ok(Status::FAILURE)
}

/// An expansion or assignment that failed inside a builtin (`let`, `read`, `declare`): the message behind the builtin's name
/// where bash has it there; what ends the shell elsewhere fails the builtin alone, unless it is a `Flow`.
pub fn builtin_expansion(shell: &mut Shell, name: &str, error: ExpandError) -> Outcome {
    match error {
        ExpandError::Flow(flow) => Err(flow),
        ExpandError::Unset(_) => Err(expansion(shell, error)), // `set -u; let x` ends the shell like `$((x))`
        error if name == "let" && is_about_variable(&error) => {
            expansion(shell, error);
            Ok(Status::FAILURE)
        }
        error => {
            let text = expansion_text(shell, &error);
            message_bytes(shell, &[name.as_bytes(), b": ", &text].concat());
            Ok(Status::FAILURE)
        }
    }
}

/// Whether an error of a special builtin ends the shell: in POSIX mode, not at a prompt (POSIX 2.8.1).
pub fn ends_shell(shell: &Shell) -> bool {
    shell.options.get(Opt::POSIX) && !shell.invocation.interactive
}

/// Whether bash speaks of the variable and not of the expression or builtin around it.
fn is_about_variable(error: &ExpandError) -> bool {
    matches!(error, ExpandError::Unset(_) | ExpandError::Variable(_))
}

/// An expansion that failed: the message is written, and what becomes of the command follows.
/// `set -u` and `${x?}` end a non-interactive shell (127 in a `-c` string, 1 in a script or a subshell).
pub fn expansion(shell: &mut Shell, error: ExpandError) -> Flow {
    if let ExpandError::Flow(flow) = error {
        return flow;
    }
    match &error {
        ExpandError::BadBody(_, SyntaxError { line: line @ 1.., kind }) => {
            let error = SyntaxError { line: shell.frames.line + line, kind: kind.clone() };
            syntax(shell, &error, Some("command substitution"));
        }
        error => message_bytes(shell, &expansion_text(shell, error)),
    }
    let ends = match &error {
        ExpandError::Unset(_) | ExpandError::Required(..) | ExpandError::BadTransformation(_) => {
            !shell.invocation.interactive
        }
        ExpandError::CannotAssignAll(_) => return Flow::Abandon(Status::USAGE),
        _ => false,
    };
    if ends || ends_shell(shell) {
        // POSIX 2.8.1: an expansion that fails ends a shell; the EXIT trap ends it as it was about to end
        let leaving = shell.traps.innermost.filter(|(condition, _)| *condition == Condition::EXIT);
        let in_string = ends && shell.invocation.command_string && shell.subshell_depth == 0;
        let status = if in_string { Status::NOT_FOUND } else { Status::FAILURE };
        Flow::Exit(leaving.map_or(status, |(_, status)| status))
    } else if shell.options.get(Opt::ERREXIT) && !is_arithmetic(&error) && !shell.invocation.interactive {
        Flow::Exit(Status::FAILURE)
    } else {
        Flow::Abandon(Status::FAILURE)
    }
}

/// What drops a command, but is no failure to errexit.
fn is_arithmetic(error: &ExpandError) -> bool {
    match error {
        ExpandError::In(_, error) => is_arithmetic(error),
        error => matches!(
            error,
            ExpandError::Arithmetic(..)
                | ExpandError::NegativeLength(_)
                | ExpandError::TooDeep(_)
                | ExpandError::Syntax(_)
        ),
    }
}

/// bash's words for an expansion that failed.
fn expansion_text(shell: &Shell, error: &ExpandError) -> Vec<u8> {
    let about = |field: &Field, text: &str| [&field[..], b": ", text.as_bytes()].concat();
    match error {
        ExpandError::Unset(name) => about(name, "unbound variable"),
        ExpandError::Required(name, Some(word), _) => [&name[..], b": ", word].concat(),
        ExpandError::Required(name, None, true) => about(name, "parameter null or not set"),
        ExpandError::Required(name, None, false) => about(name, "parameter not set"),
        ExpandError::BadSubstitution(text) | ExpandError::BadTransformation(text) => about(text, "bad substitution"),
        ExpandError::BadBody(text, error) => {
            let SyntaxErrorKind::Unclosed(closer) = error.kind else { return Vec::new() };
            let quotes: [&[u8]; 2] = if closer == b'`' { [b"\"", b"\""] } else { [b"`", b"'"] };
            [b"bad substitution: no closing ", quotes[0], &[closer], quotes[1], b" in ", text].concat()
        }
        ExpandError::BadSubscript(text) | ExpandError::CannotAssignAll(text) => about(text, "bad array subscript"),
        ExpandError::NegativeLength(text) => about(text, "substring expression < 0"),
        ExpandError::CannotAssign(text) => about(text, "cannot assign in this way"),
        ExpandError::InvalidIndirect(name) => about(name, "invalid indirect expansion"),
        ExpandError::InvalidName(name) => about(name, "invalid variable name"),
        ExpandError::Arithmetic(_, ArithError::At(failure)) => {
            let place = [b" (error token is \"", &failure.token[..], b"\")"].concat();
            let place = if failure.token.is_empty() { &[][..] } else { &place[..] };
            [&failure.text[..], b": ", failure.message.as_bytes(), place].concat()
        }
        ExpandError::Arithmetic(text, ArithError::Variable) => text.to_vec(),
        ExpandError::TooDeep(text) => about(text, "expression recursion level exceeded"),
        ExpandError::NoMatch(pattern) => [b"no match: ", &pattern[..]].concat(),
        ExpandError::Variable(VarError::Readonly(name)) => about(shell.names.spelling(*name), "readonly variable"),
        ExpandError::Circular(name) => [b"warning: ", &name[..], b": circular name reference"].concat(),
        ExpandError::OwnName(name) => {
            [b"warning: ", &shell.names.spelling(*name)[..], b": circular name reference"].concat()
        }
        ExpandError::InvalidNameref(name) => about(name, "invalid variable name for name reference"),
        ExpandError::Named(name, text) => about(name, text),
        ExpandError::System(what, error) => about(what, &sys::file::message(*error)),
        ExpandError::In(parameter, error) => [&parameter[..], b": ", &expansion_text(shell, error)].concat(),
        ExpandError::NotIdentifier(text) => [b"`", &text[..], b"': not a valid identifier"].concat(),
        ExpandError::Syntax(error) => error.messages(&<[u8]>::to_vec).join(&b'\n'),
        ExpandError::Flow(_) => Vec::new(),
    }
}

/// A syntax error in bash's words. `origin`: what bash names before the line (`-c`, `eval`, a file); status 2. At a prompt the
/// line is in sight: neither it nor its number is told, unless it is a file's.
pub fn syntax(shell: &Shell, error: &SyntaxError, origin: Option<&str>) -> Status {
    let mut lines = error.messages(&|token| quote::for_message(token, shell.utf8));
    let prefix = match (origin, shell.invocation.interactive) {
        (_, true) => {
            let name = own_name(shell).as_bstr();
            match shell.frames.stack.iter().rev().find(|frame| frame.kind == FrameKind::Source) {
                Some(frame) => format!("{name}: {}: line {}: ", frame.source.as_bstr(), error.line),
                None => {
                    lines.truncate(1);
                    format!("{name}: ")
                }
            }
        }
        (Some(origin), false) => prefix(shell).at(error.line).replacen(": ", &format!(": {origin}: "), 1),
        (None, false) => prefix(shell).at(error.line),
    };
    for line in lines {
        emit(shell, [prefix.as_bytes(), &line, b"\n"].concat());
        if shell.options.get(Opt::ERREXIT) && !shell.checked && !shell.invocation.interactive {
            break; // bash ends with the first
        }
    }
    Status::USAGE
}

/// An error of `(( ))` or `for (( ))`: behind `((`, and the command alone fails.
pub fn arithmetic_command(shell: &mut Shell, error: ExpandError) -> Flow {
    if let ExpandError::Flow(flow) = error {
        return flow;
    }
    if is_about_variable(&error) {
        return expansion(shell, error);
    }
    let text = expansion_text(shell, &error);
    let prefix: &[u8] = if is_about_variable(&error) { b"" } else { b"((: " };
    message_bytes(shell, &[prefix, &text[..]].concat());
    Flow::Abandon(Status::FAILURE)
}

/// An assignment that failed outside of a builtin: the rest of the command is dropped.
pub fn assignment(shell: &mut Shell, error: ExpandError) -> Flow {
    expansion(shell, error)
}

/// The variable of `for` or `select` that cannot be set.
/// It fails alone, but in POSIX mode it ends the shell.
pub fn loop_variable(shell: &mut Shell, error: ExpandError) -> Outcome {
    match expansion(shell, error) {
        Flow::Abandon(status) if ends_shell(shell) => Err(Flow::Exit(status)),
        Flow::Abandon(status) => Ok(status),
        flow => Err(flow),
    }
}

/// What bash warns of while it reads.
pub fn warning(shell: &Shell, warning: &SyntaxWarning) {
    let text = match &warning.kind {
        SyntaxWarningKind::HereDocumentEnd { start, delimiter } => {
            format!("here-document at line {start} delimited by end-of-file (wanted `{}')", delimiter.as_bstr())
        }
        SyntaxWarningKind::SubstitutionHereDocuments(1) => {
            "command substitution: 1 unterminated here-document".to_owned()
        }
        SyntaxWarningKind::SubstitutionHereDocuments(count) => {
            format!("command substitution: {count} unterminated here-documents")
        }
    };
    emit(shell, format!("{}warning: {text}\n", prefix(shell).at(warning.line)).into_bytes());
}
