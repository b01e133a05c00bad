//! Compound commands, function definitions, coprocesses (bash manual 3.2.5, 3.2.6, 3.3; POSIX 2.9.4, 2.9.5).

use std::rc::Rc;

use super::arithmetic::ArithmeticEnd;
use super::ast::Name;
use super::ast::{
    Arithmetic, CaseClause, CaseEnd, Command, Compound, CompoundKind, Coprocess, Function, List, Loop, Span, Word,
};
use super::error::{Parse, SyntaxError, SyntaxErrorKind};
use super::lexer::{Reserved, Token};
use super::parser::Parser;
use super::pieces::Use;
use super::word::span;

/// Variable, words if there is an `in`, and body of `for` and `select`.
type ForWords = (Name, Option<Box<[Word]>>, List);

impl Parser<'_> {
    /// `command`: a compound command with its redirections, a function definition or a simple command.
    pub(super) fn command(&mut self) -> Parse<Command> {
        self.expand_alias_before_reserved();
        match self.token() {
            Token::Open => self.nested(Parser::compound),
            Token::Redirect(..) => self.simple_command(),
            Token::Word => match self.reserved() {
                None | Some(Reserved::Time) => self.simple_command(),
                Some(Reserved::Function) => self.nested(Parser::function_keyword),
                Some(Reserved::Coproc) => self.nested(Parser::coprocess),
                Some(reserved) if starts_compound(reserved) => self.nested(Parser::compound),
                Some(_) => Err(self.unexpected()),
            },
            _ => Err(self.unexpected()),
        }
    }

    /// A compound command and its redirections.
    fn compound(&mut self) -> Parse<Command> {
        let mut line = self.here();
        let kind = self.compound_kind()?;
        if matches!(kind, CompoundKind::Arithmetic { .. } | CompoundKind::Conditional(_) | CompoundKind::Subshell(_)) {
            line = self.src.line_at(self.src.pos); // bash gives these the line of their end
        }
        let redirects = self.redirects()?;
        Ok(Command::Compound(Box::new(Compound { line, redirects, kind })))
    }

    fn compound_kind(&mut self) -> Parse<CompoundKind> {
        if self.token() == Token::Open {
            return self.parentheses();
        }
        let Some(reserved) = self.reserved() else { return Err(self.unexpected()) };
        if !starts_compound(reserved) {
            return Err(self.unexpected());
        }
        self.take_reserved(reserved);
        match reserved {
            Reserved::OpenBrace => {
                let list = self.list()?;
                self.expect_reserved(Reserved::CloseBrace)?;
                Ok(CompoundKind::Group(list))
            }
            Reserved::If => self.if_clause(),
            Reserved::While | Reserved::Until => {
                let test = self.list()?;
                let body = self.do_group()?;
                Ok(CompoundKind::Loop(Loop { goal: reserved == Reserved::While, test, body }))
            }
            Reserved::For => self.for_clause(),
            Reserved::Select => {
                let (name, words, body) = self.for_words()?;
                Ok(CompoundKind::Select { name, words, body })
            }
            Reserved::Case => self.case_clause(),
            _ => Ok(CompoundKind::Conditional(Box::new(self.conditional_command()?))),
        }
    }

    /// `(( … ))` if it is one, else `( … )`.
    fn parentheses(&mut self) -> Parse<CompoundKind> {
        let start = self.src.pos;
        if self.src.byte(1) == Some(b'(') && !self.src.is_not_arithmetic(start) {
            let line = self.src.line_at(start);
            self.src.pos += 2;
            let expression = self.attempt(start, |parser| {
                let expr = parser.arithmetic(ArithmeticEnd::Parentheses, line)?;
                Ok((parser.src.byte(1) == Some(b')')).then_some(expr))
            })?;
            if let Some(expr) = expression {
                let text = span(start + 2, self.src.pos);
                self.src.pos += 2;
                return Ok(CompoundKind::Arithmetic { expr: Box::new(expr), text });
            }
        }
        self.take(Token::Open);
        let list = self.list()?;
        if !self.accept(Token::Close) {
            return Err(self.unexpected());
        }
        Ok(CompoundKind::Subshell(list))
    }

    /// `if_clause` behind its `if`.
    fn if_clause(&mut self) -> Parse<CompoundKind> {
        let mut branches = Vec::new();
        loop {
            let test = self.list()?;
            self.expect_reserved(Reserved::Then)?;
            let body = self.list()?;
            branches.push((test, body));
            if !self.accept_reserved(Reserved::Elif) {
                break;
            }
        }
        let otherwise = if self.accept_reserved(Reserved::Else) { Some(self.list()?) } else { None };
        self.expect_reserved(Reserved::Fi)?;
        Ok(CompoundKind::If { branches: branches.into(), otherwise })
    }

    /// `do_group`
    fn do_group(&mut self) -> Parse<List> {
        self.expect_reserved(Reserved::Do)?;
        let body = self.list()?;
        self.expect_reserved(Reserved::Done)?;
        Ok(body)
    }

    /// The body of `for` and `select`: `do … done` or `{ … }`.
    fn loop_body(&mut self, separated: bool) -> Parse<List> {
        if separated {
            self.expand_alias_before_reserved();
        }
        if self.accept_reserved(Reserved::OpenBrace) {
            let body = self.list()?;
            self.expect_reserved(Reserved::CloseBrace)?;
            return Ok(body);
        }
        self.do_group()
    }

    /// `for_clause` behind its `for`.
    fn for_clause(&mut self) -> Parse<CompoundKind> {
        if self.token() == Token::Open && self.src.byte(1) == Some(b'(') {
            return self.arithmetic_for();
        }
        let (name, words, body) = self.for_words()?;
        Ok(CompoundKind::For { name, words, body })
    }

    /// `name [in words] do … done`; without `in` a `;` or newlines may come before the body.
    fn for_words(&mut self) -> Parse<ForWords> {
        let name = self.name_word()?;
        let mut words = None;
        let mut separated = true;
        if self.token() == Token::Semicolon {
            self.take(Token::Semicolon);
            self.newlines();
        } else {
            separated = self.token() == Token::Newline;
            self.newlines();
            self.expand_alias_behind_alias();
            if self.accept_reserved(Reserved::In) {
                words = Some(self.words_to_separator()?);
                separated = true;
            }
        }
        let body = self.loop_body(separated)?;
        Ok((name, words, body))
    }

    /// The words up to `;` or a newline, which is taken with the newlines behind it.
    fn words_to_separator(&mut self) -> Parse<Box<[Word]>> {
        let mut words = self.src.pool.words.take();
        loop {
            self.expand_alias_behind_alias();
            match self.token() {
                Token::Word if self.redirect_number().is_none() => words.push(self.word(Use::Field)?),
                Token::Semicolon => {
                    self.take(Token::Semicolon);
                    break;
                }
                Token::Newline => break,
                _ => return Err(self.unexpected()),
            }
        }
        self.newlines();
        Ok(self.src.pool.words.list(words))
    }

    /// Fails where no word comes: also before the number of a redirection.
    fn expect_word(&mut self) -> Parse<()> {
        self.expand_alias_behind_alias();
        if self.token() == Token::Word && self.redirect_number().is_none() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// A word taken as a name, whatever it is: whether it is one is seen when it runs.
    fn name_word(&mut self) -> Parse<Name> {
        self.expect_word()?;
        let start = self.src.pos;
        self.skip_word()?;
        Ok(self.names.intern(self.src.slice(start, self.src.pos)))
    }

    /// `((init; test; step))` and the body.
    fn arithmetic_for(&mut self) -> Parse<CompoundKind> {
        let start = self.src.pos;
        let line = self.src.line_at(start);
        self.src.pos += 2;
        let (init, first) = self.for_expression(line)?;
        if first != b';' {
            return Err(self.for_error(start, line, false));
        }
        let (test, second) = self.for_expression(line)?;
        if second != b';' {
            return Err(self.for_error(start, line, false));
        }
        let (step, third) = self.for_expression(line)?;
        if third != b')' {
            return Err(self.for_error(start, line, true));
        }
        if self.src.byte(0) != Some(b')') {
            return Err(self.unexpected());
        }
        self.src.pos += 1;
        if self.token() == Token::Semicolon {
            self.take(Token::Semicolon);
        }
        self.newlines();
        let body = self.loop_body(true)?;
        Ok(CompoundKind::ArithFor { parts: Box::new([init, test, step]), body })
    }

    /// One of the three expressions; the `;` or `)` behind it is taken, unless it is the `)` of one too few.
    fn for_expression(&mut self, line: u32) -> Parse<((Option<Arithmetic>, Span), u8)> {
        while matches!(self.src.byte(0), Some(b' ' | b'\t' | b'\n')) {
            self.src.pos += 1;
        }
        let start = self.src.pos;
        let expr = self.arithmetic(ArithmeticEnd::Semicolon, line)?;
        let text = span(start, self.src.pos);
        let end = self.src.byte(0).unwrap_or(b')');
        self.src.pos += 1;
        Ok((((text.len > 0).then_some(expr), text), end))
    }

    /// The error that `for ((`, at `start`, has not three expressions but fewer, or `more`.
    fn for_error(&mut self, start: usize, line: u32, more: bool) -> Box<SyntaxError> {
        self.src.pos = start + 2;
        if let Err(error) = self.arithmetic(ArithmeticEnd::Parentheses, line) {
            return error;
        }
        let what: &[u8] = if more { b"`;' unexpected" } else { b"arithmetic expression required" };
        let text = self.src.slice(start, self.src.pos + 2);
        let message = [b"syntax error: ", what, b"\nsyntax error: `", text, b"'"].concat();
        Box::new(SyntaxError { line: self.src.line(), kind: SyntaxErrorKind::Message(message.into()) })
    }

    /// `case_clause` behind its `case`.
    fn case_clause(&mut self) -> Parse<CompoundKind> {
        self.expect_word()?;
        let word = self.word(Use::Value)?;
        self.newlines();
        self.expect_reserved(Reserved::In)?;
        self.newlines();
        let mut clauses = Vec::new();
        while !self.accept_reserved(Reserved::Esac) {
            let (clause, ended) = self.case_item()?;
            clauses.push(clause);
            self.newlines();
            if !ended {
                self.expect_reserved(Reserved::Esac)?;
                break;
            }
        }
        Ok(CompoundKind::Case { word, clauses: clauses.into() })
    }

    /// `(pattern | pattern) list ;;`; false when no `;;` ended it, so that it is the last.
    fn case_item(&mut self) -> Parse<(CaseClause, bool)> {
        self.accept(Token::Open);
        let mut patterns = Vec::new();
        loop {
            self.expect_word()?;
            patterns.push(self.word(Use::Pattern)?);
            if !self.accept(Token::Pipe) {
                break;
            }
        }
        if !self.accept(Token::Close) {
            return Err(self.unexpected());
        }
        let body = self.list_or_nothing()?;
        let token = self.token();
        let end = match token {
            Token::SemicolonAnd => CaseEnd::FallThrough,
            Token::DoubleSemicolonAnd => CaseEnd::TestNext,
            _ => CaseEnd::Break,
        };
        let ended = matches!(token, Token::DoubleSemicolon | Token::SemicolonAnd | Token::DoubleSemicolonAnd);
        if ended {
            self.take(token);
        }
        Ok((CaseClause { patterns: patterns.into(), body, end }, ended))
    }

    /// `function name [()] body`
    fn function_keyword(&mut self) -> Parse<Command> {
        self.take_reserved(Reserved::Function);
        let line = self.here();
        let name = self.name_word()?;
        let behind = self.src.pos;
        if self.accept(Token::Open) && !self.accept(Token::Close) {
            self.src.pos = behind; // `function f (a)`: a subshell as the body
        }
        self.function_body(name, true, line)
    }

    /// `name () body`, at its parentheses.
    pub(super) fn function_parentheses(&mut self, name: Option<Word>, line: u32) -> Parse<Command> {
        self.take(Token::Open);
        if !self.accept(Token::Close) {
            return Err(self.unexpected());
        }
        let text = name.map(|word| word.text).unwrap_or_default();
        let start = text.start as usize;
        let name = self.names.intern(self.src.slice(start, start + text.len as usize));
        self.nested(|parser| parser.function_body(name, false, line))
    }

    fn function_body(&mut self, name: Name, keyword: bool, line: u32) -> Parse<Command> {
        self.newlines();
        self.expand_alias_before_reserved();
        let body = self.compound()?;
        let source = self.dialect.source.clone();
        let text = self.text.clone();
        Ok(Command::Function(Rc::new(Function { name, keyword, body, text, line, source })))
    }

    /// `coproc [NAME] command`: a name can only stand before a compound command.
    fn coprocess(&mut self) -> Parse<Command> {
        let line = self.here();
        self.take_reserved(Reserved::Coproc);
        let named = self.coprocess_name()?;
        let name = named.unwrap_or_else(|| self.names.intern(b"COPROC"));
        if matches!(self.reserved(), Some(Reserved::Coproc | Reserved::Function)) {
            return Err(self.unexpected());
        }
        let command = self.command()?;
        Ok(Command::Coprocess(Box::new(Coprocess { name, command, line })))
    }

    fn coprocess_name(&mut self) -> Parse<Option<Name>> {
        if self.token() != Token::Word || self.reserved().is_some() {
            return Ok(None);
        }
        let start = self.src.pos;
        self.skip_word()?;
        let end = self.src.pos;
        let reserved = self.reserved();
        if self.token() == Token::Open || reserved.is_some_and(starts_compound) {
            return Ok(Some(self.names.intern(self.src.slice(start, end))));
        }
        if reserved.is_some_and(|word| word != Reserved::Time) {
            return Err(self.unexpected()); // `coproc echo then`
        }
        self.src.pos = start;
        Ok(None)
    }
}

/// Whether a compound command starts with `reserved`.
fn starts_compound(reserved: Reserved) -> bool {
    matches!(
        reserved,
        Reserved::If
            | Reserved::Case
            | Reserved::For
            | Reserved::Select
            | Reserved::While
            | Reserved::Until
            | Reserved::OpenBrace
            | Reserved::DoubleBracket
    )
}
