//! The tokens of an expression. What a token is depends on the one before it: `x--y`, `4--4`, `--x` (bash 5.2).

use crate::names::{Names, is_name_byte, is_name_start};

use super::Place;
use super::code::{Bin, Message, Target};
use super::number::parse_number;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    End,
    Number(i64),
    Variable(Target),
    /// `=`, or `+=` and the others.
    Assign(Option<Bin>),
    /// `++` (1) or `--` (-1) before a variable.
    Before(i8),
    /// `++` (1) or `--` (-1) behind a variable.
    Behind(i8),
    Binary(Bin),
    And,
    Or,
    Question,
    Colon,
    Comma,
    Open,
    Close,
    Not,
    Invert,
}

/// Why reading ends: the message, and the part of the text that the error token is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) message: Message,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Reads tokens of `text`.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a [u8],
    names: &'a mut Names,
    pub(super) places: Vec<Place>,
    pub(super) token: Token,
    /// Where the current token starts; at the end of the text, the last one: what bash names in messages.
    pub(super) start: usize,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a [u8], names: &'a mut Names) -> Lexer<'a> {
        Lexer { text, names, places: Vec::new(), token: Token::End, start: 0, at: 0 }
    }

    /// Makes the next token the current one.
    pub(super) fn advance(&mut self) -> Result<(), Stop> {
        self.skip_blanks();
        self.token = match self.peek(0) {
            None => Token::End,
            Some(first) => {
                self.start = self.at;
                match first {
                    _ if is_name_start(first) => self.variable()?,
                    b'0'..=b'9' => self.number()?,
                    b'+' | b'-' if self.peek(1) == Some(first) => self.doubled_sign(first),
                    _ => self.operator(first)?,
                }
            }
        };
        Ok(())
    }

    /// A failure at the current token.
    pub(super) fn stop(&self, message: Message) -> Stop {
        Stop { message, start: self.start, end: self.text.len() }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(0), Some(b' ' | b'\t' | b'\n')) {
            self.at += 1;
        }
    }

    fn rest(&self, from: usize) -> &'a [u8] {
        self.text.get(from..).unwrap_or_default()
    }

    fn variable(&mut self) -> Result<Token, Stop> {
        let text = self.rest(self.at);
        let length = text.iter().take_while(|&&byte| is_name_byte(byte)).count();
        let (name, behind) = text.split_at(length);
        let name = self.names.intern(name);
        self.at += length;
        if behind.first() != Some(&b'[') {
            return Ok(Token::Variable(Target::Name(name)));
        }
        let Some(end) = subscript_end(behind) else {
            return Err(self.stop(Message::BadSubscript));
        };
        self.at += end + 1;
        let subscript = behind.get(1..end).unwrap_or_default().into();
        self.places.push(Place { name, subscript: Some(subscript) });
        Ok(Token::Variable(Target::Element(self.places.len() as u32 - 1)))
    }

    fn number(&mut self) -> Result<Token, Stop> {
        let text = self.rest(self.at);
        let length = text.iter().take_while(|&&byte| is_name_byte(byte) || byte == b'#' || byte == b'@').count();
        let (number, _) = text.split_at(length);
        self.at += length;
        // bash cuts the text off behind the number before it looks at it: `08+1` is reported as `08`
        parse_number(number).map(Token::Number).map_err(|message| Stop { message, start: self.start, end: self.at })
    }

    /// `++` or `--`: behind a variable it steps it; else before one; else it is two signs, `4--4`.
    fn doubled_sign(&mut self, sign: u8) -> Token {
        let step = if sign == b'+' { 1 } else { -1 };
        if matches!(self.token, Token::Variable(_)) {
            self.at += 2;
            return Token::Behind(step);
        }
        let behind = self.rest(self.at + 2).trim_ascii_start();
        if behind.first().copied().is_some_and(is_name_start) {
            self.at += 2;
            return Token::Before(step);
        }
        self.at += 1;
        Token::Binary(if sign == b'+' { Bin::Add } else { Bin::Sub })
    }

    fn operator(&mut self, first: u8) -> Result<Token, Stop> {
        let (token, length) = match (first, self.peek(1), self.peek(2)) {
            (b'<', Some(b'<'), Some(b'=')) => (Token::Assign(Some(Bin::Shl)), 3),
            (b'>', Some(b'>'), Some(b'=')) => (Token::Assign(Some(Bin::Shr)), 3),
            (b'<', Some(b'<'), _) => (Token::Binary(Bin::Shl), 2),
            (b'>', Some(b'>'), _) => (Token::Binary(Bin::Shr), 2),
            (b'<', Some(b'='), _) => (Token::Binary(Bin::Le), 2),
            (b'>', Some(b'='), _) => (Token::Binary(Bin::Ge), 2),
            (b'=', Some(b'='), _) => (Token::Binary(Bin::Eq), 2),
            (b'!', Some(b'='), _) => (Token::Binary(Bin::Ne), 2),
            (b'&', Some(b'&'), _) => (Token::And, 2),
            (b'|', Some(b'|'), _) => (Token::Or, 2),
            (b'*', Some(b'*'), _) => (Token::Binary(Bin::Pow), 2),
            (b'=', ..) => (Token::Assign(None), 1),
            (b'!', ..) => (Token::Not, 1),
            (b'~', ..) => (Token::Invert, 1),
            (b'?', ..) => (Token::Question, 1),
            (b':', ..) => (Token::Colon, 1),
            (b',', ..) => (Token::Comma, 1),
            (b'(', ..) => (Token::Open, 1),
            (b')', ..) => (Token::Close, 1),
            (_, second, _) => match single(first) {
                Some(op) if second == Some(b'=') && !matches!(op, Bin::Lt | Bin::Gt) => (Token::Assign(Some(op)), 2),
                Some(op) => (Token::Binary(op), 1),
                None => return Err(self.unknown()),
            },
        };
        self.at += length;
        Ok(token)
    }

    /// A character that starts no token: the message depends on whether an operator could stand there.
    fn unknown(&self) -> Stop {
        match self.token {
            Token::Number(_) | Token::Variable(_) | Token::Behind(_) => self.stop(Message::InvalidOperator),
            _ => self.stop(Message::OperandExpected),
        }
    }
}

fn single(byte: u8) -> Option<Bin> {
    Some(match byte {
        b'+' => Bin::Add,
        b'-' => Bin::Sub,
        b'*' => Bin::Mul,
        b'/' => Bin::Div,
        b'%' => Bin::Rem,
        b'<' => Bin::Lt,
        b'>' => Bin::Gt,
        b'&' => Bin::And,
        b'|' => Bin::Or,
        b'^' => Bin::Xor,
        _ => return None,
    })
}

/// Offset of the `]` that closes the `[` at the start of `text`; brackets nest, quotes hide them.
fn subscript_end(text: &[u8]) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(at),
            b']' => depth -= 1,
            b'\\' => at += 1,
            b'\'' | b'"' => at = quote_end(text, at)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Offset of the quote that closes the one at `open`; a backslash quotes within double quotes.
fn quote_end(text: &[u8], open: usize) -> Option<usize> {
    let quote = *text.get(open)?;
    let mut at = open + 1;
    loop {
        match *text.get(at)? {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
}
