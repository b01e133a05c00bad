//! Simple commands: assignments, words, redirections (bash manual 3.2.2, 3.4, 3.6).

use super::ast::{
    ArrayElement, AssignValue, Assignment, Command, Redirect, RedirectFd, RedirectKind, Simple, Steps, Subscript, Word,
    WordBody,
};
use super::error::{Parse, SyntaxError, SyntaxErrorKind};
use super::lexer::{META, Token, is};
use super::parser::Parser;
use super::pieces::Use;
use super::subscript::has_blank;
use super::word::span;
use crate::names::is_name_start;

/// A simple command as far as it is read.
#[derive(Default)]
struct Reading {
    assignments: Vec<Assignment>,
    words: Vec<Word>,
    redirects: Vec<Redirect>,
    role: Role,
    line: Option<u32>,
}

/// What the first word makes of `a=b` behind it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Role {
    /// A word.
    #[default]
    Plain,
    /// An assignment: the command is `declare` or one of its kind.
    Declaration,
    /// A word: `command` and `builtin`, whose first argument decides.
    Prefix,
    /// A word that is not split: `alias`.
    Alias,
    /// A word that may be `a=(…)`: `eval`, `let`.
    Text,
}

impl Parser<'_> {
    /// `simple_command`, or the function definition that begins like one.
    pub(super) fn simple_command(&mut self) -> Parse<Command> {
        let line = self.here();
        let mut reading = Reading {
            assignments: self.src.pool.assignments.take(),
            words: self.src.pool.words.take(),
            redirects: self.src.pool.redirects.take(),
            ..Reading::default()
        };
        let mut elements = 0;
        loop {
            match self.token() {
                Token::Redirect(kind, length, strip_tabs) => {
                    reading.note_line(elements, self.src.line_at(self.src.pos));
                    let redirect = self.redirect(RedirectFd::Default, kind, length, strip_tabs)?;
                    reading.redirects.push(redirect);
                }
                Token::Word => {
                    if (reading.words.is_empty() || self.follows_alias()) && self.expand_alias() {
                        continue;
                    }
                    self.simple_word(&mut reading)?;
                }
                Token::Open if reading.is_function_name() => {
                    let word = reading.words.pop();
                    return self.function_parentheses(word, line);
                }
                _ => break,
            }
            elements += 1;
            if elements > 1 || reading.words.is_empty() {
                reading.note_line(elements, self.src.line_at(self.src.pos));
            }
        }
        if elements == 0 {
            return Err(self.unexpected());
        }
        reading.note_line(elements, self.src.line_at(self.src.pos));
        Ok(self.finish_simple(reading))
    }

    /// An assignment, a redirection with its descriptor, or a word.
    fn simple_word(&mut self, reading: &mut Reading) -> Parse<()> {
        if let Some(redirect) = self.numbered_redirect()? {
            reading.redirects.push(redirect);
            return Ok(());
        }
        if reading.words.is_empty()
            && let Some(assignment) = self.assignment(true, true)?
        {
            reading.assignments.push(assignment);
            return Ok(());
        }
        let start = self.src.pos;
        let word = self.argument(reading.role)?;
        if reading.words.is_empty() || reading.role == Role::Prefix {
            let behind = reading.role == Role::Prefix;
            reading.role = match role(self.src.slice(start, self.src.pos)) {
                Role::Declaration | Role::Text if behind => Role::Plain,
                role => role,
            };
        }
        reading.words.push(word);
        Ok(())
    }

    fn argument(&mut self, role: Role) -> Parse<Word> {
        let start = self.src.pos;
        match role {
            Role::Plain | Role::Prefix => {}
            Role::Text => return self.text_argument(),
            Role::Alias if self.is_assignment_head() => {
                let mut word = self.text_argument()?;
                mark_quoted(&mut word);
                return Ok(word);
            }
            Role::Alias => {}
            Role::Declaration => {
                if let Some(assignment) = self.assignment(false, true)? {
                    let (end, text) = (self.src.pos, span(start, self.src.pos));
                    if let AssignValue::Scalar(_) = assignment.value
                        && let Some(word) = self.braces_between(start, end)?
                    {
                        return Ok(*word); // `declare x={a,b}` is `declare x=a x=b`, and what stands behind is split
                    }
                    return Ok(Word { text, body: WordBody::Assign(Box::new(assignment)) });
                }
            }
        }
        self.word(Use::Field)
    }

    /// An argument of `eval`, `let` or `alias`: `a=(…)` is one word.
    fn text_argument(&mut self) -> Parse<Word> {
        let start = self.src.pos;
        if self.is_assignment_head() {
            self.src.pos += self.name_length(0);
            self.src.pos += usize::from(self.src.byte(0) == Some(b'+')) + 1;
            if self.src.byte(0) == Some(b'(') {
                self.src.pos = start;
                return self.word_until(Use::Field, super::word::End::Regex);
            }
            self.src.pos = start;
        }
        self.word(Use::Field)
    }

    /// Whether `name=` or `name+=` stands at the place reached.
    fn is_assignment_head(&mut self) -> bool {
        if !self.src.peek().is_some_and(is_name_start) {
            return false;
        }
        let length = self.name_length(0);
        match self.src.byte(length) {
            Some(b'=') => true,
            Some(b'+') => self.src.byte(length + 1) == Some(b'='),
            _ => false,
        }
    }

    /// Reads the assignment at the place reached, if there is one. `first`: before the command's name, where a
    /// subscript may hold blanks. `compound`: `a=(…)` may stand here.
    fn assignment(&mut self, first: bool, compound: bool) -> Parse<Option<Assignment>> {
        if !self.src.peek().is_some_and(is_name_start) {
            return Ok(None);
        }
        let start = self.src.pos;
        let length = self.name_length(0);
        let mut subscript = None;
        match self.src.byte(length) {
            Some(b'=') => {}
            Some(b'+') if self.src.byte(length + 1) == Some(b'=') => {}
            Some(b'[') => {
                self.src.pos += length + 1;
                match self.keyed_subscript(first)? {
                    Some(found) => subscript = Some(Box::new(found)),
                    None => {
                        self.src.pos = start;
                        return Ok(None);
                    }
                }
            }
            _ => return Ok(None),
        }
        let name = self.names.intern(self.src.slice(start, start + length));
        if subscript.is_none() {
            self.src.pos += length;
        }
        let append = self.equals();
        let value = if compound && self.src.byte(0) == Some(b'(') {
            let open = self.src.pos;
            self.src.pos += 1;
            let elements = self.nested(Parser::array_elements)?;
            if self.src.byte(0).is_none_or(|byte| is(byte, META)) {
                AssignValue::Array(elements)
            } else {
                self.src.pos = open; // `a=(1)x` is a string
                AssignValue::Scalar(self.word_until(Use::Value, super::word::End::Regex)?)
            }
        } else {
            AssignValue::Scalar(self.word(Use::Value)?)
        };
        Ok(Some(Assignment { name, subscript, append, value, text: span(start, self.src.pos) }))
    }

    /// Takes `=` or `+=`; true for the second.
    fn equals(&mut self) -> bool {
        let append = self.src.byte(0) == Some(b'+');
        self.src.pos += 1 + usize::from(append);
        append
    }

    /// Reads a subscript that `=` or `+=` follows; `None` where none does. `blanks`: it may hold blanks.
    fn keyed_subscript(&mut self, blanks: bool) -> Parse<Option<Subscript>> {
        let subscript = match self.subscript() {
            Ok(subscript) => subscript,
            Err(error) if blanks => return Err(error),
            Err(_) => return Ok(None),
        };
        let equals = match self.src.byte(0) {
            Some(b'=') => true,
            Some(b'+') => self.src.byte(1) == Some(b'='),
            _ => false,
        };
        Ok((equals && (blanks || !has_blank(&subscript))).then_some(subscript))
    }

    /// The elements of `a=(…)` up to the `)`, which is taken.
    pub(super) fn array_elements(&mut self) -> Parse<Box<[ArrayElement]>> {
        let line = self.src.line_at(self.src.pos);
        let mut elements = Vec::new();
        loop {
            match self.token() {
                Token::Newline => self.newline(),
                Token::Close => {
                    self.take(Token::Close);
                    return Ok(elements.into());
                }
                Token::Word if self.redirect_number().is_none() => match self.array_element() {
                    Err(error) if matches!(error.kind, SyntaxErrorKind::Unclosed(_)) && self.substitutions == 0 => {
                        return Err(self.in_compound(error, true));
                    }
                    element => elements.push(element?),
                },
                token => {
                    let ended = token == Token::End;
                    let error = if ended { self.unclosed(b')', line) } else { self.unexpected() };
                    return Err(self.in_compound(error, false));
                }
            }
        }
    }

    /// The error of a compound assignment that `error` is; `ended`: the text ended in an element.
    fn in_compound(&mut self, mut error: Box<SyntaxError>, ended: bool) -> Box<SyntaxError> {
        let text = error.messages(&<[u8]>::to_vec).join(&b'\n').into();
        error.kind = SyntaxErrorKind::CompoundAssignment(text, ended.then(|| self.src.end_line()));
        error
    }

    fn array_element(&mut self) -> Parse<ArrayElement> {
        let start = self.src.pos;
        if self.src.peek() == Some(b'[') {
            self.src.pos += 1;
            if let Some(subscript) = self.keyed_subscript(true)? {
                let append = self.equals();
                let value = self.word(Use::Value)?;
                let (end, text) = (self.src.pos, span(start, self.src.pos));
                let braces = self.braces_between(start, end)?;
                return Ok(ArrayElement::Keyed { subscript: Box::new(subscript), append, value, text, braces });
            }
            self.src.pos = start;
        }
        Ok(ArrayElement::Word(self.word(Use::Field)?))
    }

    /// The text from `start` to `end`, the place reached, as a word, if there are braces in it.
    fn braces_between(&mut self, start: usize, end: usize) -> Parse<Option<Box<Word>>> {
        if !self.src.slice(start, end).contains(&b'{') {
            return Ok(None);
        }
        self.src.pos = start;
        let word = self.word(Use::Field)?;
        let whole = self.src.pos == end;
        self.src.pos = end;
        let braces = matches!(&word.body, WordBody::Expand(expansion) if expansion.steps.has(Steps::BRACE));
        Ok((whole && braces).then(|| Box::new(word)))
    }

    fn finish_simple(&mut self, reading: Reading) -> Command {
        let name = match reading.words.first() {
            Some(Word { body: WordBody::Literal(text), .. }) => Some(self.names.intern(text)),
            _ => None,
        };
        Command::Simple(Box::new(Simple {
            line: reading.line.unwrap_or(0),
            declaration: reading.role == Role::Declaration,
            name,
            assignments: self.src.pool.assignments.list(reading.assignments),
            words: self.src.pool.words.list(reading.words),
            redirects: self.src.pool.redirects.list(reading.redirects),
        }))
    }

    /// The redirections behind a compound command.
    pub(super) fn redirects(&mut self) -> Parse<Box<[Redirect]>> {
        let mut redirects = self.src.pool.redirects.take();
        loop {
            match self.token() {
                Token::Redirect(kind, length, strip_tabs) => {
                    redirects.push(self.redirect(RedirectFd::Default, kind, length, strip_tabs)?);
                }
                Token::Word => match self.numbered_redirect()? {
                    Some(redirect) => redirects.push(redirect),
                    None => break,
                },
                _ => break,
            }
        }
        Ok(self.src.pool.redirects.list(redirects))
    }

    /// A redirection with a descriptor, `2>` or `{name}>`, if one stands at the place reached.
    fn numbered_redirect(&mut self) -> Parse<Option<Redirect>> {
        let fd = match self.src.peek() {
            Some(b'0'..=b'9') => {
                let Some(length) = self.redirect_number() else { return Ok(None) };
                let digits = self.src.slice(self.src.pos, self.src.pos + length);
                let number = digits
                    .iter()
                    .try_fold(0_i32, |number, digit| number.checked_mul(10)?.checked_add(i32::from(digit - b'0')));
                let Some(number) = number else { return Ok(None) }; // too large: a word
                self.src.pos += length;
                RedirectFd::Number(number)
            }
            Some(b'{') => {
                let Some(length) = self.redirect_variable() else { return Ok(None) };
                let start = self.src.pos + 1;
                self.src.pos += 2 + length;
                RedirectFd::Variable(self.names.intern(self.src.slice(start, start + length)))
            }
            _ => return Ok(None),
        };
        match self.token() {
            Token::Redirect(kind, length, strip_tabs) => self.redirect(fd, kind, length, strip_tabs).map(Some),
            _ => Err(self.unexpected()),
        }
    }

    /// Length of the number before a redirection at the place reached.
    pub(super) fn redirect_number(&mut self) -> Option<usize> {
        let mut length = 0;
        while let Some(b'0'..=b'9') = self.src.byte(length) {
            length += 1;
        }
        let operator = matches!(self.src.byte(length), Some(b'<' | b'>'));
        (length > 0 && operator && self.src.byte(length + 1) != Some(b'(')).then_some(length)
    }

    /// Length of the name of `{name}` before a redirection at the place reached.
    fn redirect_variable(&mut self) -> Option<usize> {
        if self.src.byte(0) != Some(b'{') || !self.src.byte(1).is_some_and(is_name_start) {
            return None;
        }
        let mut length = self.name_length(1);
        if self.src.byte(1 + length) == Some(b'[') {
            let subscript =
                (2 + length..).take_while(|&place| !matches!(self.src.byte(place), None | Some(b']' | b'\n')));
            length += 2 + subscript.count(); // {name[subscript]}
        }
        let closed = self.src.byte(1 + length) == Some(b'}');
        (closed && matches!(self.src.byte(2 + length), Some(b'<' | b'>'))).then_some(length)
    }

    /// The `-` of `>&-`: a token of its own, whatever stands behind it.
    fn closing_dash(&mut self) -> Parse<Word> {
        let limit = self.src.restrict(self.src.pos + 1);
        let word = self.word(Use::Field);
        self.src.lift(limit);
        word
    }

    /// The operator at the place reached and the word behind it.
    fn redirect(&mut self, fd: RedirectFd, kind: RedirectKind, length: u8, strip_tabs: bool) -> Parse<Redirect> {
        let line = self.src.line_at(self.src.pos);
        self.src.pos += usize::from(length);
        while self.token() == Token::Word && self.follows_alias() && self.expand_alias() {}
        let duplicates = matches!(kind, RedirectKind::DupIn | RedirectKind::DupOut);
        let numbered = !duplicates && self.redirect_number().is_some();
        if self.token() != Token::Word || numbered || self.redirect_variable().is_some() {
            return Err(self.unexpected());
        }
        let (target, heredoc) = match kind {
            RedirectKind::HereDocument => {
                let (target, heredoc) = self.heredoc_start(strip_tabs, line)?;
                (target, Some(Box::new(heredoc)))
            }
            RedirectKind::HereString => (self.word(Use::Value)?, None),
            _ if duplicates && self.src.peek() == Some(b'-') => (self.closing_dash()?, None),
            _ => (self.word(Use::Field)?, None),
        };
        Ok(Redirect { fd, kind, target, heredoc, line })
    }
}

impl Reading {
    /// Notes that `line` was reached with `elements` taken. bash knows a command's line when it has seen the token
    /// behind the first word (which could make it a function's name), or the first assignment or redirection.
    fn note_line(&mut self, elements: usize, line: u32) {
        if elements > 0 && self.line.is_none() {
            self.line = Some(line);
        }
    }

    /// Whether a `(` makes what was read the name of a function.
    fn is_function_name(&self) -> bool {
        self.words.len() == 1 && self.assignments.is_empty() && self.redirects.is_empty()
    }
}

/// What the first word, `spelling`, makes of the others.
fn role(spelling: &[u8]) -> Role {
    match spelling {
        b"declare" | b"typeset" | b"local" | b"export" | b"readonly" => Role::Declaration,
        b"alias" => Role::Alias,
        b"eval" | b"let" => Role::Text,
        b"command" | b"builtin" => Role::Prefix,
        _ => Role::Plain,
    }
}

/// Marks the expansions of `word` as quoted, so that they are not split.
fn mark_quoted(word: &mut Word) {
    let WordBody::Expand(expansion) = &mut word.body else { return };
    for part in &mut expansion.parts {
        match part {
            super::ast::Part::Parameter(parameter) => parameter.quoted = true,
            super::ast::Part::Command(substitution) => substitution.quoted = true,
            super::ast::Part::Arithmetic(arithmetic) => arithmetic.quoted = true,
            super::ast::Part::Text(_) | super::ast::Part::Quoted(_) => {}
        }
    }
}
