//! Prints commands as bash does: `declare -f`, `type`, BASH_COMMAND, `jobs`, exported functions.
//!
//! The layout is bash's own and not regular: within a function a `;` ends the line, outside one `{ a; b; }` stays on its
//! line, bodies of here-documents wait for the next operator. Words are printed as they were spelled (see [`words`]).

mod compound;
mod redirect;
pub(super) mod words;

use super::ast::{
    AndOrOp, Assignment, BinaryTest, Command, CompoundKind, Function, List, Pipeline, Redirect, Simple, Text,
    TimeFormat,
};
use crate::names::Names;

/// `f () { … }` as `declare -f` prints it, without a newline at its end.
/// `posix`: functions within it are printed without the word `function`.
pub fn print_function(function: &Function, names: &Names, posix: bool) -> Vec<u8> {
    let mut printer = Printer { posix, ..Printer::new(&function.text, names) };
    if super::lexer::is_reserved(names.spelling(function.name)) {
        printer.put(b"function ");
    }
    printer.put(names.spelling(function.name));
    printer.put(b" () ");
    printer.newline(b"{ \n");
    printer.indent = STEP;
    printer.function_body(function);
    printer.out
}

/// `() { … }`: the value of the environment's `BASH_FUNC_f%%`.
pub fn print_exported_function(function: &Function, names: &Names, posix: bool) -> Vec<u8> {
    let mut printer = Printer { posix, ..Printer::new(&function.text, names) };
    printer.put(b"() { ");
    printer.indent = 1;
    printer.step = 0;
    printer.function_body(function);
    printer.out
}

/// A command as BASH_COMMAND and `jobs` show it; `text` is the spelling of its words.
pub fn print_command(command: &Command, text: &Text, names: &Names) -> Vec<u8> {
    let mut printer = Printer::new(text, names);
    printer.command(command);
    printer.end_here_documents(b"");
    printer.out
}

/// A simple command as BASH_COMMAND shows it.
pub fn print_simple(simple: &Simple, text: &Text, names: &Names) -> Vec<u8> {
    let mut printer = Printer::new(text, names);
    printer.simple(simple, false);
    printer.out
}

/// A binary operator of `[[ ]]`.
pub fn spelling_of(op: BinaryTest) -> &'static [u8] {
    compound::binary(op).trim_ascii()
}

/// An assignment as it was written.
pub fn print_assignment(assignment: &Assignment, text: &Text, names: &Names) -> Vec<u8> {
    let mut printer = Printer::new(text, names);
    printer.assignment(assignment);
    printer.out
}

/// What BASH_COMMAND and `set -x` show of a compound command before it runs: `for x in a b`, `case $x in `; all of
/// `[[ ]]` and `(( ))`, without redirections.
pub fn print_head(kind: &CompoundKind, text: &Text, names: &Names) -> Vec<u8> {
    let mut printer = Printer::new(text, names);
    match kind {
        CompoundKind::For { name, words, .. } => printer.head(b"for ", names.spelling(*name), words.as_deref()),
        CompoundKind::Select { name, words, .. } => printer.head(b"select ", names.spelling(*name), words.as_deref()),
        CompoundKind::Case { word, .. } => printer.case_head(word),
        kind => printer.compound(kind),
    }
    printer.out
}

/// Columns of a level.
const STEP: usize = 4;

struct Printer<'a> {
    names: &'a Names,
    text: &'a Text,
    out: Vec<u8>,
    /// Substitutions around.
    depth: u32,
    /// Columns before a command that starts a line.
    indent: usize,
    /// Columns of a level.
    step: usize,
    /// Commands to come that go on in the line.
    inline: u32,
    /// Function definitions around.
    functions: u32,
    /// Lists, and-or lists and pipelines around: here-documents wait for the operator.
    connections: u32,
    /// Here-documents whose bodies are to come.
    waiting: Vec<&'a Redirect>,
    /// The last redirections ended in a here-document's body: no `;` behind it.
    after_here_document: bool,
    /// `set -o posix`: functions within functions without the word `function`.
    posix: bool,
}

impl<'a> Printer<'a> {
    fn new(text: &'a Text, names: &'a Names) -> Printer<'a> {
        Printer {
            names,
            text,
            out: Vec::new(),
            depth: 0,
            indent: 0,
            step: STEP,
            inline: 0,
            functions: 0,
            connections: 0,
            waiting: Vec::new(),
            after_here_document: false,
            posix: false,
        }
    }

    fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn put_indent(&mut self) {
        self.out.resize(self.out.len() + self.indent, b' ');
    }

    /// A new line that starts with `text`.
    fn newline(&mut self, text: &[u8]) {
        self.out.push(b'\n');
        self.put_indent();
        self.put(text);
    }

    /// A `;`, unless the line or an `&` ends there.
    fn semicolon(&mut self) {
        if !matches!(self.out.last(), Some(b'&' | b'\n')) {
            self.out.push(b';');
        }
    }

    /// The next command goes on in the line.
    fn go_on(&mut self) {
        self.inline += 1;
    }

    /// The start of a command: on a line of its own unless told otherwise.
    fn start(&mut self) {
        match self.inline.checked_sub(1) {
            Some(less) => self.inline = less,
            None => self.put_indent(),
        }
    }

    /// Braces and body of a function; the redirections of the body belong behind the brace.
    fn function_body(&mut self, function: &'a Function) {
        let outer = self.indent.saturating_sub(self.step);
        let outer = if self.step == 0 && self.functions == 0 { 0 } else { outer };
        self.functions += 1;
        let redirects = self.body_of_function(&function.body);
        self.end_here_documents(b"");
        self.functions -= 1;
        self.indent = outer;
        self.newline(b"}");
        if !redirects.is_empty() {
            self.out.push(b' ');
            self.redirects(redirects, false);
        }
    }

    /// A definition within a program.
    fn function(&mut self, function: &'a Function) {
        let text = std::mem::replace(&mut self.text, &function.text);
        if !self.posix {
            self.put(b"function ");
        }
        self.put(self.names.spelling(function.name));
        self.put(b" () ");
        self.newline(b"{ \n");
        self.indent += self.step;
        self.function_body(function);
        self.after_here_document = false;
        self.text = text;
    }

    fn command(&mut self, command: &'a Command) {
        self.command_with(command, false);
    }

    /// A command, with `2>&1` behind its redirections when it stands before `|&`.
    fn command_with(&mut self, command: &'a Command, stderr_too: bool) {
        match command {
            Command::Simple(simple) => {
                self.start();
                self.simple(simple, stderr_too);
            }
            Command::Compound(compound) => {
                self.start();
                self.compound(&compound.kind);
                if !compound.redirects.is_empty() || stderr_too {
                    self.out.push(b' ');
                    self.redirects(&compound.redirects, stderr_too);
                }
            }
            Command::Pipeline(pipeline) => self.pipeline(pipeline),
            Command::AndOr(and_or) => {
                self.connections += 1;
                self.command(&and_or.first);
                for (op, command) in &and_or.rest {
                    self.end_here_documents(if *op == AndOrOp::And { b" && " } else { b" || " });
                    self.go_on();
                    self.command(command);
                    self.end_here_documents(b"");
                }
                self.connections -= 1;
            }
            Command::Background(_) => self.commands(std::slice::from_ref(command), &[]),
            Command::Function(function) => {
                self.start();
                self.function(function);
                if stderr_too {
                    self.out.push(b' ');
                    self.redirects(&[], true);
                }
            }
            Command::List(list) => self.list(list),
            Command::Coprocess(coprocess) => {
                self.start();
                self.put(b"coproc ");
                self.put(self.names.spelling(coprocess.name));
                self.out.push(b' ');
                self.go_on();
                self.command(&coprocess.command);
            }
        }
    }

    fn list(&mut self, list: &'a List) {
        self.commands(&list.0, list.breaks());
    }

    /// `breaks`: behind which commands a newline stood, in a substitution, where bash keeps it.
    fn commands(&mut self, commands: &'a [Command], breaks: &[bool]) {
        if let [only] = commands
            && !matches!(only, Command::Background(_))
        {
            return self.command(only);
        }
        self.connections += 1;
        let mut rest = commands;
        let mut breaks = breaks.iter().copied();
        while let [command, behind @ ..] = rest {
            let is_first = rest.len() == commands.len();
            rest = behind;
            let at_break = breaks.next().unwrap_or(false);
            if let Command::Background(command) = command {
                self.command(command);
                self.end_here_documents(b" &");
                if !rest.is_empty() {
                    self.out.push(b' ');
                    self.go_on();
                }
                continue;
            }
            self.command(command);
            if !is_first {
                self.end_here_documents(b"");
            }
            if !rest.is_empty() {
                self.separator(at_break);
            }
        }
        self.connections = self.connections.saturating_sub(1);
    }

    fn separator(&mut self, at_break: bool) {
        if !self.waiting.is_empty() {
            self.end_here_documents(b"");
        } else if self.after_here_document {
            self.after_here_document = false;
        } else if !at_break {
            self.out.push(b';');
        }
        if at_break {
            self.out.push(b'\n');
            self.go_on();
        } else if self.functions > 0 {
            self.out.push(b'\n');
        } else {
            self.out.push(b' ');
            self.go_on();
        }
    }

    fn pipeline(&mut self, pipeline: &'a Pipeline) {
        if pipeline.time.is_some() || pipeline.negated {
            self.start();
            if pipeline.time.is_some() {
                self.put(b"time ");
            }
            if pipeline.time == Some(TimeFormat::Posix) {
                self.put(b"-p ");
            }
            if pipeline.negated {
                self.put(b"! ");
            }
            if !pipeline.stages.is_empty() {
                self.go_on();
            }
        }
        let connected = u32::from(pipeline.stages.len() > 1);
        self.connections += connected;
        for (index, stage) in pipeline.stages.iter().enumerate() {
            if index > 0 {
                self.end_here_documents(b" |");
                self.out.push(b' ');
                self.go_on();
            }
            self.command_with(stage, pipeline.stderr_too.get(index).copied().unwrap_or(false));
            if index > 0 && index + 1 == pipeline.stages.len() {
                self.end_here_documents(b"");
            }
        }
        self.connections -= connected;
    }

    fn simple(&mut self, simple: &'a Simple, stderr_too: bool) {
        let mut is_first = true;
        for assignment in &simple.assignments {
            self.blank_unless(&mut is_first);
            self.assignment(assignment);
        }
        for word in &simple.words {
            self.blank_unless(&mut is_first);
            self.word(word);
        }
        if !simple.redirects.is_empty() || stderr_too {
            self.blank_unless(&mut is_first);
            self.redirects(&simple.redirects, stderr_too);
        }
    }

    fn blank_unless(&mut self, is_first: &mut bool) {
        if !*is_first {
            self.out.push(b' ');
        }
        *is_first = false;
    }
}

#[cfg(test)]
mod tests;
