//! Complete commands, lists, and-or lists, pipelines (bash manual 3.2.3, 3.2.4; POSIX 2.10).

use std::rc::Rc;

use super::Dialect;
use super::ast::{AndOr, AndOrOp, Command, List, Pipeline, Program, Text, TimeFormat};
use super::error::{Parse, SyntaxError, SyntaxErrorKind};
use super::heredoc::HereDocuments;
use super::lexer::{Reserved, Token};
use super::source::Source;
use crate::names::Names;

/// One complete command being parsed.
pub(super) struct Parser<'a> {
    pub(super) src: &'a mut Source,
    pub(super) names: &'a mut Names,
    pub(super) dialect: Dialect<'a>,
    /// The spelling of the words, filled at the end; functions share it.
    pub(super) text: Rc<Text>,
    pub(super) heredocs: HereDocuments,
    /// Number of `$(`, `<(`, `>(` around.
    pub(super) substitutions: u32,
    /// In `[[ ]]`, where extended patterns are always known.
    pub(super) conditional: bool,
    /// In a here-document's body or the like, where `$'…'` means nothing even in `${x:-…}`.
    pub(super) in_text: bool,
    /// Read for its error alone: here-documents are not looked into.
    pub(super) only_errors: bool,
    /// Where the text of a `$( )` starts that has an error.
    pub(super) failed: Option<usize>,
    /// Number of subscripts around.
    pub(super) subscripts: u32,
    depth: u32,
}

impl<'a> Parser<'a> {
    /// A parser at the place that `src` has reached.
    pub(super) fn new(src: &'a mut Source, names: &'a mut Names, dialect: &Dialect<'a>) -> Parser<'a> {
        Parser {
            src,
            names,
            dialect: *dialect,
            text: Rc::new(Text::default()),
            heredocs: HereDocuments::default(),
            substitutions: 0,
            conditional: false,
            in_text: false,
            only_errors: false,
            failed: None,
            subscripts: 0,
            depth: 0,
        }
    }

    /// Takes one complete command: up to the end of its line.
    pub(super) fn program(mut self) -> Parse<Option<Program>> {
        let Some(mut command) = self.complete_command()? else { return Ok(None) };
        if self.heredocs.count() > 0 {
            self.heredocs.fill(std::slice::from_mut(&mut command));
        }
        self.text.fill(self.src.parsed());
        Ok(Some(Program { command, text: self.text }))
    }

    /// Runs `parse` one level deeper.
    pub(super) fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        if self.depth >= self.dialect.deepest {
            return Err(self.too_deep());
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// The error that the text is nested deeper than the parser goes.
    pub(super) fn too_deep(&self) -> Box<SyntaxError> {
        Box::new(SyntaxError { line: self.src.line(), kind: SyntaxErrorKind::TooDeep })
    }

    /// Runs `parse` behind the `((` at `start`; where that gives nothing, what was read is to be read again as `( (`.
    pub(super) fn attempt<T>(
        &mut self,
        start: usize,
        parse: impl FnOnce(&mut Self) -> Parse<Option<T>>,
    ) -> Parse<Option<T>> {
        let pending = self.heredocs.pending();
        self.src.begin_attempt(start);
        let result = self.nested(parse);
        if matches!(result, Ok(Some(_))) {
            self.src.end_attempt();
            return result;
        }
        self.heredocs.forget(pending);
        if let Err(error) = result
            && (error.kind == SyntaxErrorKind::TooDeep || self.src.peek().is_none())
        {
            self.src.end_attempt();
            return Err(error); // the text ended in it
        }
        if self.src.rewind() { Ok(None) } else { Err(self.too_deep()) }
    }

    /// `complete_command`: commands on one line; `None` at the end of the text.
    fn complete_command(&mut self) -> Parse<Option<Command>> {
        loop {
            match self.token() {
                Token::Newline => {
                    self.take(Token::Newline);
                    self.src.forget_parsed(); // blank lines and comments are in nobody's spelling
                }
                Token::End => return Ok(None),
                _ => {
                    self.expand_alias_before_reserved();
                    if self.token() != Token::Newline {
                        break; // else the alias was an empty one
                    }
                }
            }
        }
        let mut commands = Vec::new();
        loop {
            let command = self.and_or()?;
            match self.token() {
                separator @ (Token::Semicolon | Token::And) => {
                    self.take(separator);
                    commands.push(background_if(separator == Token::And, command));
                    if matches!(self.token(), Token::Newline | Token::End) {
                        break;
                    }
                }
                _ => {
                    commands.push(command);
                    break;
                }
            }
        }
        if !matches!(self.token(), Token::Newline | Token::End) {
            return Err(self.unexpected());
        }
        self.newline();
        Ok(one_or_list(commands))
    }

    /// Takes a newline, or the end of the text, and the here-documents that begin behind it.
    pub(super) fn newline(&mut self) {
        let token = self.token();
        self.take(token);
        self.read_heredocs();
    }

    /// `newline_list`, which may be empty.
    pub(super) fn newlines(&mut self) {
        while self.token() == Token::Newline {
            self.newline();
        }
    }

    /// `compound_list`: one command or more, up to a token that continues none. It stays.
    pub(super) fn list(&mut self) -> Parse<List> {
        let list = self.list_or_nothing()?;
        if list.0.is_empty() { Err(self.unexpected()) } else { Ok(list) }
    }

    /// A list, or nothing where `)`, `;;` or a reserved word that ends one comes at once.
    pub(super) fn list_or_nothing(&mut self) -> Parse<List> {
        let mut commands = self.src.pool.commands.take();
        let mut breaks = Vec::new();
        self.newlines();
        while !self.at_list_end() {
            let command = self.and_or()?;
            let separator = self.token();
            match separator {
                Token::Semicolon | Token::And => self.take(separator),
                Token::Newline => {}
                _ => {
                    commands.push(command);
                    break;
                }
            }
            commands.push(background_if(separator == Token::And, command));
            if self.substitutions > 0 {
                breaks.push(separator == Token::Newline);
            }
            self.newlines();
        }
        Ok(List::with_breaks(self.src.pool.commands.list(commands), breaks))
    }

    /// Whether no command can start here, so that a list ends.
    fn at_list_end(&mut self) -> bool {
        self.expand_alias_before_reserved();
        while self.token() == Token::Newline {
            self.newline();
            self.expand_alias_before_reserved(); // what was before it was an empty alias
        }
        match self.token() {
            Token::Word => {
                matches!(
                    self.reserved(),
                    Some(
                        Reserved::Then
                            | Reserved::Else
                            | Reserved::Elif
                            | Reserved::Fi
                            | Reserved::Do
                            | Reserved::Done
                            | Reserved::Esac
                            | Reserved::CloseBrace
                    )
                )
            }
            Token::Redirect(..) | Token::Open => false,
            _ => true,
        }
    }

    /// `and_or`: pipelines joined by `&&` and `||`.
    pub(super) fn and_or(&mut self) -> Parse<Command> {
        let first = self.pipeline()?;
        let mut rest = Vec::new();
        loop {
            let op = match self.token() {
                Token::AndAnd => AndOrOp::And,
                Token::OrOr => AndOrOp::Or,
                _ => break,
            };
            self.src.pos += 2;
            self.newlines();
            rest.push((op, self.pipeline()?));
        }
        if rest.is_empty() {
            return Ok(first);
        }
        Ok(Command::AndOr(Box::new(AndOr { first, rest: rest.into() })))
    }

    /// A pipeline with the `!` and `time` before it; these may also stand alone.
    fn pipeline(&mut self) -> Parse<Command> {
        let mut negated = false;
        let mut time = None;
        let mut prefixed = false;
        self.expand_alias_before_reserved();
        let line = self.here();
        loop {
            match self.reserved() {
                Some(Reserved::Bang) => {
                    self.take_reserved(Reserved::Bang);
                    negated = !negated;
                }
                Some(Reserved::Time) if self.is_time() => {
                    self.take_reserved(Reserved::Time);
                    time = Some(self.time_options());
                }
                _ => break,
            }
            prefixed = true;
            self.expand_alias_before_reserved();
        }
        let mut stderr_too = Vec::new();
        if prefixed && matches!(self.token(), Token::Newline | Token::Semicolon | Token::End) {
            return Ok(pipeline(negated, time, Box::default(), stderr_too, line));
        }
        let first = self.command()?;
        if !prefixed && !matches!(self.token(), Token::Pipe | Token::PipeAnd) {
            return Ok(first);
        }
        let mut stages = self.src.pool.commands.take();
        stages.push(first);
        loop {
            let token = self.token();
            if !matches!(token, Token::Pipe | Token::PipeAnd) {
                break;
            }
            self.take(token);
            stderr_too.push(token == Token::PipeAnd);
            self.newlines();
            stages.push(self.command()?);
        }
        let stages = self.src.pool.commands.list(stages);
        Ok(pipeline(negated, time, stages, stderr_too, line))
    }

    /// Whether `time`, which is next, is the reserved word: in POSIX mode not before an option.
    fn is_time(&mut self) -> bool {
        if !self.dialect.posix {
            return true;
        }
        let mut ahead = 4;
        while matches!(self.src.byte(ahead), Some(b' ' | b'\t')) {
            ahead += 1;
        }
        self.src.byte(ahead) != Some(b'-')
    }

    /// `-p` and `--` behind `time`.
    fn time_options(&mut self) -> TimeFormat {
        let mut format = TimeFormat::Bash;
        if self.accept_word(b"-p") {
            format = TimeFormat::Posix;
        }
        if self.accept_word(b"--") {
            format = TimeFormat::Posix; // bash -c 'time -- :'
        }
        format
    }

    /// Takes the word `text`, unquoted, if it is next.
    pub(super) fn accept_word(&mut self, text: &[u8]) -> bool {
        let found = self.token() == Token::Word && self.at_word(text);
        if found {
            self.src.pos += text.len();
        }
        found
    }

    /// Whether the word at the place reached is `text`, unquoted.
    pub(super) fn at_word(&mut self, text: &[u8]) -> bool {
        for (ahead, &byte) in text.iter().enumerate() {
            if self.src.byte(ahead) != Some(byte) {
                return false;
            }
        }
        self.src.byte(text.len()).is_none_or(|byte| super::lexer::is(byte, super::lexer::META))
    }

    /// Number of the line at the next token.
    pub(super) fn here(&mut self) -> u32 {
        self.token();
        self.src.line_at(self.src.pos)
    }
}

fn background_if(background: bool, command: Command) -> Command {
    if background { Command::Background(Box::new(command)) } else { command }
}

/// The commands of a line as one.
fn one_or_list(mut commands: Vec<Command>) -> Option<Command> {
    match commands.len() {
        0 | 1 => commands.pop(),
        _ => Some(Command::List(Box::new(List::new(commands)))),
    }
}

fn pipeline(
    negated: bool,
    time: Option<TimeFormat>,
    stages: Box<[Command]>,
    stderr_too: Vec<bool>,
    line: u32,
) -> Command {
    let stderr_too = stderr_too.into();
    Command::Pipeline(Box::new(Pipeline { negated, time, stages, stderr_too, line }))
}
