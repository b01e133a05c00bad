//! `${…}` (bash manual 3.5.3).

use super::arithmetic::ArithmeticEnd;
use super::ast::{
    CaseKind, DefaultKind, Parameter, ParameterOp, Part, ReplaceKind, Span, Steps, Subject, Subscript, Word, WordBody,
};
use super::dollar::special;
use super::error::{Parse, SyntaxErrorKind};
use super::parser::Parser;
use super::pieces::{Pieces, Use};
use super::word::{End, QuotedEnd, span};
use crate::names::is_name_start;

/// The letters behind `@` in `${x@Q}`.
const TRANSFORMS: &[u8] = b"UuLQEPAKak";

/// A parameter as far as it is read.
struct Head {
    subject: Subject,
    subscript: Option<Box<Subscript>>,
    indirect: bool,
    length: bool,
}

impl Parser<'_> {
    /// Reads the expansion up to its `}`, which is taken; the `${` at `start` was. What is none is read to its end as
    /// well, and is an error when it is expanded.
    pub(super) fn braced(&mut self, start: usize, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(start);
        let read = match self.head()? {
            Some(head) => self.operation(&head, quoted, line)?.map(|op| (head, op)),
            None => None,
        };
        let parameter = match read {
            Some((head, op)) if self.src.peek() == Some(b'}') => {
                self.src.pos += 1;
                let Head { subject, subscript, indirect, .. } = head;
                let indirect = indirect && !matches!(op, ParameterOp::Prefix { .. } | ParameterOp::Keys { .. });
                let subscript = if matches!(op, ParameterOp::Keys { .. }) { None } else { subscript };
                Parameter { quoted, subject, subscript, indirect, op, text: span(start, self.src.pos) }
            }
            _ => {
                if self.src.pos == start + 3 && self.src.slice(start + 2, start + 3) == b"$" {
                    self.src.pos -= 1; // `${${x}}`: it begins another one
                }
                self.skip_bad(quoted, line)?;
                out.bad = true;
                let (subject, op) = (Subject::Zero, ParameterOp::Bad);
                Parameter { quoted, subject, subscript: None, indirect: false, op, text: Span::default() }
            }
        };
        out.expansion(Part::Parameter(Box::new(parameter)), quoted);
        Ok(())
    }

    /// Reads the rest of a bad substitution, `}` included.
    fn skip_bad(&mut self, quoted: bool, line: u32) -> Parse<()> {
        let mut skipped = self.pieces();
        if quoted {
            self.quoted(QuotedEnd::Brace, line, &mut skipped)?;
        } else {
            self.unquoted(End::Brace, Use::Inserted, &mut skipped)?;
        }
        self.src.pos += 1;
        Ok(())
    }

    /// `#`, `!`, the parameter and its subscript; `None` where there is no parameter.
    fn head(&mut self) -> Parse<Option<Head>> {
        let mut head = Head { subject: Subject::Zero, subscript: None, indirect: false, length: false };
        let (first, next) = (self.src.peek(), self.src.byte(1));
        match first {
            Some(b'#') if self.is_length(next) => {
                head.length = true;
                self.src.pos += 1;
            }
            Some(b'!') if next.is_some_and(|byte| is_parameter_start(byte) && byte != b'-' && byte != b'!') => {
                head.indirect = true;
                self.src.pos += 1;
            }
            _ => {}
        }
        let Some(subject) = self.subject() else { return Ok(None) };
        head.subject = subject;
        if matches!(subject, Subject::Variable(_)) && self.src.peek() == Some(b'[') {
            if self.src.byte(1) == Some(b']') {
                return Ok(None);
            }
            let start = self.src.pos;
            self.src.pos += 1;
            match self.subscript() {
                Err(error) if matches!(error.kind, SyntaxErrorKind::Unclosed(b']')) => {
                    self.src.pos = start;
                    return Ok(None);
                }
                subscript => head.subscript = Some(Box::new(subscript?)),
            }
        }
        Ok(Some(head))
    }

    /// Whether `#` behind `${` asks for a length, rather than being the parameter itself: `${#}`, `${#-x}`, `${#:-x}`
    /// and so on are of `$#`, but `${#-}` is the length of `$-`. So is `${#@Q}`: the count, quoted.
    fn is_length(&mut self, next: Option<u8>) -> bool {
        match next {
            Some(byte) if is_name_start(byte) || byte.is_ascii_digit() => true,
            Some(b'@') => {
                !(self.src.byte(2).is_some_and(|letter| TRANSFORMS.contains(&letter)) && self.src.byte(3) == Some(b'}'))
            }
            Some(b'*' | b'$' | b'!') => true,
            Some(b'#' | b'?' | b'-') => self.src.byte(2) == Some(b'}'),
            _ => false,
        }
    }

    /// A name, a number or a special character.
    fn subject(&mut self) -> Option<Subject> {
        let byte = self.src.peek()?;
        let start = self.src.pos;
        if is_name_start(byte) {
            self.src.pos += self.name_length(0);
            return Some(Subject::Variable(self.names.intern(self.src.slice(start, self.src.pos))));
        }
        if byte.is_ascii_digit() {
            let mut number = 0_u32;
            while let Some(digit @ b'0'..=b'9') = self.src.peek() {
                number = number.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
                self.src.pos += 1;
            }
            return Some(if number == 0 { Subject::Zero } else { Subject::Positional(number) });
        }
        let subject = special(byte)?;
        self.src.pos += 1;
        Some(subject)
    }

    /// What is done to the parameter, up to the `}`; `None` where it is nothing that bash knows.
    fn operation(&mut self, head: &Head, quoted: bool, line: u32) -> Parse<Option<ParameterOp>> {
        let Some(byte) = self.src.peek() else { return Err(self.unclosed(b'}', line)) };
        if head.length {
            return Ok((byte == b'}').then_some(ParameterOp::Length));
        }
        if head.indirect
            && let Some(op) = self.names_or_keys(head, byte)
        {
            return Ok(Some(op));
        }
        let empty = self.src.byte(1) == Some(b'}');
        Ok(Some(match byte {
            b'}' => ParameterOp::Plain,
            b'+' | b'=' | b'/' | b'%' if empty && matches!(head.subject, Subject::Count) => return Ok(None), // ${#+}
            b':' => return self.colon(quoted, line),
            b'-' | b'=' | b'?' | b'+' => self.default(false, quoted, line)?,
            b'#' | b'%' => {
                let longest = self.doubled(byte);
                let pattern = Box::new(self.pattern(End::Brace, false)?);
                ParameterOp::Strip { suffix: byte == b'%', longest, pattern }
            }
            b'/' => self.replace()?,
            // numbers and letters of options have no case: ${?^} is a bad substitution
            b'^' | b',' | b'~' if matches!(head.subject, Subject::Count | Subject::Status | Subject::Flags) => {
                return Ok(None);
            }
            b'^' | b',' | b'~' => {
                let kind = match byte {
                    b'^' => CaseKind::Upper,
                    b',' => CaseKind::Lower,
                    _ => CaseKind::Toggle,
                };
                let all = self.doubled(byte);
                let every = self.src.peek() == Some(b'}');
                let pattern = if every { None } else { Some(Box::new(self.pattern(End::Brace, false)?)) };
                ParameterOp::Case { kind, all, pattern }
            }
            b'@' => match self.src.byte(1) {
                Some(letter) if TRANSFORMS.contains(&letter) && self.src.byte(2) == Some(b'}') => {
                    self.src.pos += 2;
                    ParameterOp::Transform(letter)
                }
                _ => match self.unknown_transformation() {
                    Some(length) => {
                        self.src.pos += length;
                        ParameterOp::Transform(0)
                    }
                    None => return Ok(None),
                },
            },
            _ => return Ok(None),
        }))
    }

    /// Length of an `@` and plain letters up to the `}`: a transformation that there is not, an error if there is a value.
    fn unknown_transformation(&mut self) -> Option<usize> {
        let mut length = 1;
        while self.src.byte(length).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            length += 1;
        }
        (self.src.byte(length) == Some(b'}')).then_some(length)
    }

    /// `${!prefix*}`, `${!prefix@}`, `${!array[*]}`, `${!array[@]}`
    fn names_or_keys(&mut self, head: &Head, byte: u8) -> Option<ParameterOp> {
        match (&head.subject, head.subscript.as_deref(), byte) {
            (Subject::Variable(_), None, b'*' | b'@') if self.src.byte(1) == Some(b'}') => {
                self.src.pos += 1;
                Some(ParameterOp::Prefix { at: byte == b'@' })
            }
            (_, Some(Subscript::At), b'}') => Some(ParameterOp::Keys { at: true }),
            (_, Some(Subscript::Star), b'}') => Some(ParameterOp::Keys { at: false }),
            _ => None,
        }
    }

    /// Takes an operator that may be doubled; true if it was.
    fn doubled(&mut self, byte: u8) -> bool {
        self.src.pos += 1;
        let doubled = self.src.peek() == Some(byte);
        self.src.pos += usize::from(doubled);
        doubled
    }

    /// `:-` and the like, or `:offset:length`.
    fn colon(&mut self, quoted: bool, line: u32) -> Parse<Option<ParameterOp>> {
        self.src.pos += 1;
        match self.src.peek() {
            Some(b'-' | b'=' | b'?' | b'+') => self.default(true, quoted, line).map(Some),
            Some(b'}') => Ok(None),
            _ => {
                let offset = self.arithmetic(ArithmeticEnd::Colon, line)?;
                let mut length = None;
                if self.src.peek() == Some(b':') {
                    self.src.pos += 1;
                    length = Some(self.arithmetic(ArithmeticEnd::Colon, line)?);
                }
                Ok(Some(ParameterOp::Slice(Box::new((offset, length)))))
            }
        }
    }

    fn default(&mut self, colon: bool, quoted: bool, line: u32) -> Parse<ParameterOp> {
        let kind = match self.src.peek() {
            Some(b'-') => DefaultKind::Use,
            Some(b'=') => DefaultKind::Assign,
            Some(b'?') => DefaultKind::Error,
            _ => DefaultKind::Alternate,
        };
        self.src.pos += 1;
        let start = self.src.pos;
        let mut pieces = self.pieces();
        let usage = if quoted {
            self.quoted(QuotedEnd::Brace, line, &mut pieces)?;
            Use::Value
        } else {
            self.unquoted(End::Brace, Use::Inserted, &mut pieces)?;
            Use::Inserted
        };
        let word = self.make_word(pieces, usage, span(start, self.src.pos));
        Ok(ParameterOp::Default { kind, colon, word: Box::new(word) })
    }

    /// `/p/r`, `//p/r`, `/#p/r`, `/%p/r`. Quotes in it mean the same inside and outside double quotes.
    fn replace(&mut self) -> Parse<ParameterOp> {
        self.src.pos += 1;
        let kind = match self.src.peek() {
            Some(b'/') => ReplaceKind::All,
            Some(b'#') => ReplaceKind::Prefix,
            Some(b'%') => ReplaceKind::Suffix,
            _ => ReplaceKind::First,
        };
        self.src.pos += usize::from(kind != ReplaceKind::First);
        let anchored = matches!(kind, ReplaceKind::Prefix | ReplaceKind::Suffix);
        let mut pattern = self.pattern(End::Slash, !anchored)?;
        if anchored && let WordBody::Expand(expansion) = &mut pattern.body {
            expansion.steps.remove(Steps::TILDE); // the `#` stands before it: `${x/#~/y}` looks for a tilde
        }
        let mut replacement = None;
        if self.src.peek() == Some(b'/') {
            self.src.pos += 1;
            replacement = Some(self.pattern(End::Brace, false)?);
        }
        Ok(ParameterOp::Replace { kind, operands: Box::new((pattern, replacement)) })
    }

    /// A pattern, or a replacement: what is quoted stays known in both.
    fn pattern(&mut self, end: End, slash_first: bool) -> Parse<Word> {
        let start = self.src.pos;
        let mut pieces = self.pieces();
        if slash_first && self.src.peek() == Some(b'/') {
            pieces.text(b"/"); // `${x////_}`: the first character never ends the pattern
            self.src.pos += 1;
        }
        self.unquoted(end, Use::Pattern, &mut pieces)?;
        Ok(self.make_word(pieces, Use::Pattern, span(start, self.src.pos)))
    }
}

/// Whether a parameter's name starts with `byte`.
fn is_parameter_start(byte: u8) -> bool {
    is_name_start(byte) || special(byte).is_some()
}
