//! `[[ … ]]` (bash manual 3.2.5.2, 6.4). Its messages are its own, and bash ends reading the text after one.

use super::ast::{BinaryTest, Conditional, Word};
use super::error::{Parse, SyntaxError, SyntaxErrorKind};
use super::lexer::{META, Token, is};
use super::parser::Parser;
use super::pieces::Use;
use super::word::End;

/// Operators with one operand, behind their dash.
const UNARY: &[u8] = b"abcdefghknoprstuvwxzGLNORS";

/// Operators with two operands.
const BINARY: [(&[u8], BinaryTest); 13] = [
    (b"==", BinaryTest::Equal(true)),
    (b"=", BinaryTest::Equal(false)),
    (b"!=", BinaryTest::NotEqual),
    (b"=~", BinaryTest::Regex),
    (b"-eq", BinaryTest::Eq),
    (b"-ne", BinaryTest::Ne),
    (b"-lt", BinaryTest::Lt),
    (b"-le", BinaryTest::Le),
    (b"-gt", BinaryTest::Gt),
    (b"-ge", BinaryTest::Ge),
    (b"-nt", BinaryTest::Newer),
    (b"-ot", BinaryTest::Older),
    (b"-ef", BinaryTest::SameFile),
];

impl Parser<'_> {
    /// The expression behind `[[`, and its `]]`.
    pub(super) fn conditional_command(&mut self) -> Parse<Conditional> {
        let line = self.src.line_at(self.src.pos.saturating_sub(1));
        let outer = std::mem::replace(&mut self.conditional, true);
        let expr = self.conditional_or();
        let expr = expr.and_then(|expr| self.end_of_conditional(line).map(|()| expr));
        self.conditional = outer;
        expr.map_err(|mut error| {
            if let SyntaxErrorKind::Conditional(_, at_end) = &mut error.kind {
                *at_end = matches!(self.token(), Token::Newline | Token::End);
            }
            error
        })
    }

    fn end_of_conditional(&mut self, line: u32) -> Parse<()> {
        match self.token() {
            Token::Word if self.accept_word(b"]]") => Ok(()),
            Token::Word => Err(message(line, "syntax error in conditional expression")),
            Token::End => Err(message(line, "unexpected EOF while looking for `]]'")),
            _ => {
                let token = self.token_text();
                let text = [b"syntax error in conditional expression: unexpected token `", &*token, b"'"].concat();
                Err(message(line, text))
            }
        }
    }

    fn conditional_or(&mut self) -> Parse<Conditional> {
        let first = self.conditional_and()?;
        let mut rest = Vec::new();
        while self.accept(Token::OrOr) {
            rest.push(self.conditional_and()?);
        }
        Ok(join(first, rest, Conditional::Or))
    }

    fn conditional_and(&mut self) -> Parse<Conditional> {
        let first = self.conditional_term()?;
        let mut rest = Vec::new();
        while self.accept(Token::AndAnd) {
            rest.push(self.conditional_term()?);
        }
        Ok(join(first, rest, Conditional::And))
    }

    /// `( e )`, `! e`, or a test, and the newlines around it.
    fn conditional_term(&mut self) -> Parse<Conditional> {
        self.newlines();
        let line = self.here();
        let term = match self.token() {
            Token::Open => {
                self.take(Token::Open);
                return self.conditional_group(line);
            }
            Token::Word if self.at_word(b"]]") => return Err(message(line, "")),
            Token::Word if self.accept_word(b"!") => {
                let inner = self.nested(Parser::conditional_term)?;
                return Ok(Conditional::Not(Box::new(inner)));
            }
            Token::Word => self.conditional_test(line)?,
            _ => {
                let token = self.token_text();
                let text = [b"unexpected token `", &*token, b"' in conditional command"].concat();
                let line = if self.token() == Token::End { self.src.end_line() } else { line };
                return Err(message(line, text));
            }
        };
        Ok(term)
    }

    fn conditional_group(&mut self, line: u32) -> Parse<Conditional> {
        let inner = match self.nested(Parser::conditional_or) {
            Ok(inner) => inner,
            Err(mut error) => {
                if let SyntaxErrorKind::Conditional(text, _) = &mut error.kind {
                    let separator: &[u8] = if text.is_empty() { b"" } else { b"\n" };
                    *text = [&**text, separator, b"expected `)'"].concat().into();
                }
                return Err(error);
            }
        };
        if !self.accept(Token::Close) {
            let token = self.token_text();
            return Err(message(line, [b"unexpected token `", &*token, b"', expected `)'"].concat()));
        }
        self.newlines();
        Ok(Conditional::Group(Box::new(inner)))
    }

    /// `-f word`, `word op word` or `word`.
    fn conditional_test(&mut self, line: u32) -> Parse<Conditional> {
        if let Some(operator) = self.unary_operator() {
            self.src.pos += 2;
            let operand = self.operand(line, "unary", Use::Value, End::Word)?;
            self.newlines();
            return Ok(Conditional::Unary(operator, operand));
        }
        let left = self.word(Use::Value)?;
        let op = match self.token() {
            Token::Word => match self.binary_operator() {
                Some(op) => op,
                None if self.at_word(b"]]") => return Ok(Conditional::Word(left)),
                None => return Err(message(line, "conditional binary operator expected")),
            },
            Token::Redirect(super::ast::RedirectKind::Read, ..) => {
                self.src.pos += 1;
                BinaryTest::Before
            }
            Token::Redirect(super::ast::RedirectKind::Write, ..) => {
                self.src.pos += 1;
                BinaryTest::After
            }
            Token::AndAnd | Token::OrOr | Token::Close => return Ok(Conditional::Word(left)),
            _ => {
                let token = self.token_text();
                let text = [b"unexpected token `", &*token, b"', conditional binary operator expected"].concat();
                return Err(message(line, text));
            }
        };
        let (usage, end) = match op {
            BinaryTest::Equal(_) | BinaryTest::NotEqual => (Use::Pattern, End::Word),
            BinaryTest::Regex => (Use::Pattern, End::Regex),
            _ => (Use::Value, End::Word),
        };
        let right = self.operand(line, "binary", usage, end)?;
        self.newlines();
        Ok(Conditional::Binary(op, left, right))
    }

    /// The word behind an operator.
    fn operand(&mut self, line: u32, kind: &str, usage: Use, end: End) -> Parse<Word> {
        let token = self.token();
        let starts =
            token == Token::Word || (end == End::Regex && matches!(token, Token::Open | Token::Pipe | Token::OrOr));
        if !starts || self.at_word(b"]]") {
            let token = self.token_text();
            let text =
                [b"unexpected argument `", &*token, b"' to conditional ", kind.as_bytes(), b" operator"].concat();
            return Err(message(line, text));
        }
        self.word_until(usage, end)
    }

    /// The letter of the operator `-f` at the place reached.
    fn unary_operator(&mut self) -> Option<u8> {
        if self.src.byte(0) != Some(b'-') {
            return None;
        }
        let letter = self.src.byte(1).filter(|letter| UNARY.contains(letter))?;
        self.src.byte(2).is_none_or(|byte| is(byte, META)).then_some(letter)
    }

    /// Takes the binary operator at the place reached.
    fn binary_operator(&mut self) -> Option<BinaryTest> {
        let (text, op) = *BINARY.iter().find(|(text, _)| self.at_word(text))?;
        self.src.pos += text.len();
        Some(op)
    }

    /// The token at the place reached, as messages name it.
    fn token_text(&mut self) -> Box<[u8]> {
        if self.token() == Token::End {
            return b"EOF".as_slice().into();
        }
        let at = self.src.pos;
        let kind = self.unexpected().kind;
        self.src.pos = at;
        match kind {
            SyntaxErrorKind::Unexpected { token, .. } => token,
            _ => Box::default(),
        }
    }
}

/// What makes one of two.
type Make = fn(Box<Conditional>, Box<Conditional>) -> Conditional;

/// `a && b && c` as `a && (b && c)`. Very many are halved, which means the same and keeps the tree low.
fn join(first: Conditional, mut rest: Vec<Conditional>, make: Make) -> Conditional {
    if rest.len() > 64 {
        let mut behind = rest.split_off(rest.len() / 2).into_iter();
        let left = join(first, rest, make);
        return match behind.next() {
            Some(next) => make(Box::new(left), Box::new(join(next, behind.collect(), make))),
            None => left,
        };
    }
    let right = rest.into_iter().rev().reduce(|right, left| make(Box::new(left), Box::new(right)));
    match right {
        Some(right) => make(Box::new(first), Box::new(right)),
        None => first,
    }
}

fn message(line: u32, text: impl Into<Vec<u8>>) -> Box<SyntaxError> {
    let text: Vec<u8> = text.into();
    Box::new(SyntaxError { line, kind: SyntaxErrorKind::Conditional(text.into(), false) })
}
