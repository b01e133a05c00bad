//! Subscripts: what stands between `[` and `]` (bash manual 6.7).

use super::arithmetic::{ArithmeticEnd, compile};
use super::ast::{Arithmetic, Expansion, Parameter, ParameterOp, Part, Steps, Subject, Subscript, Word, WordBody};
use super::error::{Parse, SyntaxErrorKind};
use super::parser::Parser;
use super::pieces::Use;
use super::word::{End, span};

/// How deep subscripts may stand in each other: each is read twice, as a key and as an expression.
const DEEPEST: u32 = 10;

impl Parser<'_> {
    /// Reads a subscript up to its `]`, which is taken; the `[` was.
    pub(super) fn subscript(&mut self) -> Parse<Subscript> {
        let start = self.src.pos;
        if let Some(length) = self.plain_subscript() {
            let text = self.src.slice(start, start + length);
            let subscript = match text {
                b"@" => Subscript::At,
                b"*" => Subscript::Star,
                _ => {
                    let body = WordBody::Literal(text.into());
                    let word = Word { text: span(start, start + length), body };
                    Subscript::Index { word, arith: compile(text.into(), self.names) }
                }
            };
            self.src.pos += length + 1;
            return Ok(subscript);
        }
        self.subscripts += 1;
        let depth = if self.subscripts > DEEPEST { Err(self.too_deep()) } else { Ok(()) };
        let subscript = depth.and_then(|()| self.nested(Parser::read_twice));
        self.subscripts -= 1;
        let subscript = subscript?;
        self.src.pos += 1;
        Ok(subscript)
    }

    /// Length of the subscript at the place reached if nothing in it is quoted, expanded or in brackets.
    fn plain_subscript(&mut self) -> Option<usize> {
        let rest = self.src.rest();
        let length = rest.iter().position(|&byte| {
            matches!(byte, b']' | b'[' | b'$' | b'`' | b'"' | b'\'' | b'\\' | b'\n') // a newline may need a line more
        })?;
        (rest.get(length) == Some(&b']')).then_some(length)
    }

    /// The subscript at the place reached as a key, and read again as an expression.
    fn read_twice(&mut self) -> Parse<Subscript> {
        let start = self.src.pos;
        let line = self.src.line_at(start);
        let mut pieces = self.pieces();
        self.unquoted(End::Subscript, Use::Value, &mut pieces)?;
        let end = self.src.pos;
        let word = self.make_word(pieces, Use::Value, span(start, end));
        self.src.pos = start;
        let limit = self.src.restrict(end);
        let arith = match self.arithmetic(ArithmeticEnd::Text, line) {
            // `a['`']`: a key, but no expression, which an associative array never has
            Err(error) if matches!(error.kind, SyntaxErrorKind::Unclosed(_)) => {
                let (subject, op) = (Subject::Zero, ParameterOp::BadBody(error));
                let text = span(start, end);
                let bad = Parameter { quoted: true, subject, subscript: None, indirect: false, op, text };
                let parts = [Part::Parameter(Box::new(bad))].into();
                let text = Box::new(Expansion { steps: Steps::default(), parts });
                Ok(Arithmetic::Expanded { text, guess: None })
            }
            arith => arith,
        };
        self.src.lift(limit);
        self.src.pos = end;
        Ok(Subscript::Index { word, arith: arith? })
    }
}

/// Whether there is an unquoted blank in `subscript`: then a word of a command ends in it.
pub(super) fn has_blank(subscript: &Subscript) -> bool {
    let blank = |text: &[u8]| text.iter().any(|byte| matches!(byte, b' ' | b'\t' | b'\n'));
    match subscript {
        Subscript::Index { word: Word { body: WordBody::Literal(text), .. }, .. } => blank(text),
        Subscript::Index { word: Word { body: WordBody::Expand(expansion), .. }, .. } => {
            expansion.parts.iter().any(|part| matches!(part, Part::Text(text) if blank(text)))
        }
        _ => false,
    }
}
