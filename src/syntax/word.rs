//! Words: quotes, backslashes, and what stands between them (bash manual 3.1.2; POSIX 2.2).

use super::ast::{Span, Steps, Word, WordBody};
use super::error::Parse;
use super::escape::ansi_c;
use super::lexer::{BRACE, BRACKET, CLOSE, GLOB, INSIDE, META, QUOTE, SLASH, is, run_length};
use super::parser::Parser;
use super::pieces::{Pieces, Use};

/// Where a text that is not in double quotes ends. The end itself is left there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// A word: at a blank, a newline or an operator.
    Word,
    /// The right side of `=~`: as a word, but `|` and what stands in parentheses belong to it.
    Regex,
    /// In `${…}`: at `}`.
    Brace,
    /// The pattern of `${x/…}`: at `/` or `}`.
    Slash,
    /// A subscript: at its `]`.
    Subscript,
    /// A string of its own: at its end.
    Text,
}

impl End {
    /// The bytes to stop and look at.
    fn mask(self) -> u8 {
        match self {
            End::Word | End::Regex => META | QUOTE | GLOB | BRACE,
            End::Brace => META | QUOTE | GLOB | BRACE | CLOSE,
            End::Slash => META | QUOTE | GLOB | BRACE | CLOSE | SLASH,
            End::Subscript => QUOTE | BRACKET,
            End::Text => QUOTE | GLOB | BRACE,
        }
    }

    /// What is missing when the text ends first.
    fn closer(self) -> Option<u8> {
        match self {
            End::Word | End::Regex | End::Text => None,
            End::Brace | End::Slash => Some(b'}'),
            End::Subscript => Some(b']'),
        }
    }
}

/// Where a text that is in double quotes, or is read as if it were, ends. The end itself is left there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum QuotedEnd {
    /// `"`
    Quote,
    /// The second `"` of `"${x:-"…"}"`: between them a backslash quotes every character.
    Inner,
    /// `}` of `"${x:-…}"`
    Brace,
    /// The end of the text: a here-document, a prompt. A `"` is a character like others.
    Text,
    /// The end of the text between the single quotes of `"${x:-'…'}"`. A `"` is a quote without effect.
    SingleQuotes,
}

impl Parser<'_> {
    /// Reads the word at the place reached.
    pub(super) fn word(&mut self, usage: Use) -> Parse<Word> {
        self.word_until(usage, End::Word)
    }

    /// Reads the word at the place reached; `end` is `Word` or `Regex`.
    pub(super) fn word_until(&mut self, usage: Use, end: End) -> Parse<Word> {
        let start = self.src.pos;
        let length = run_length(self.src.rest(), end.mask());
        if length > 0 && end == End::Word && self.is_plain_end(length) {
            self.src.pos += length;
            let text = self.src.slice(start, start + length).into();
            return Ok(Word { text: span(start, start + length), body: WordBody::Literal(text) });
        }
        let mut pieces = self.pieces();
        self.unquoted(end, usage, &mut pieces)?;
        let text = span(start, self.src.pos);
        Ok(self.make_word(pieces, usage, text))
    }

    /// Whether a word of plain characters ends `length` bytes on: at a blank or an operator that is no part of it.
    fn is_plain_end(&mut self, length: usize) -> bool {
        match self.src.rest().get(length) {
            Some(b' ' | b'\n' | b'\t' | b';' | b')' | b'&' | b'|') => true,
            _ => false, // `<(`, `@(`, the end of the text: the slow way
        }
    }

    /// Skips the word at the place reached.
    pub(super) fn skip_word(&mut self) -> Parse<()> {
        self.unquoted(End::Word, Use::Field, &mut Pieces::default())
    }

    /// Reads text that is not in double quotes up to `end`.
    pub(super) fn unquoted(&mut self, end: End, usage: Use, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos;
        let mask = end.mask();
        let mut depth = 0_usize; // of the parentheses of extended patterns and regular expressions
        let mut brackets = 0_usize; // of a subscript
        loop {
            let length = run_length(self.src.rest(), mask);
            if length > 0 {
                out.text(self.src.slice(self.src.pos, self.src.pos + length));
                self.src.pos += length;
            }
            let Some(byte) = self.src.peek() else {
                let closer = if depth > 0 { Some(b')') } else { end.closer() };
                return match closer {
                    Some(closer) => Err(self.unclosed(closer, self.src.line_at(start))),
                    None => Ok(()),
                };
            };
            match byte {
                _ if is(byte, QUOTE) => self.quote(byte, out)?,
                b'[' | b']' if end == End::Subscript => {
                    if byte == b'[' {
                        brackets += 1;
                    } else if brackets == 0 {
                        return Ok(());
                    } else {
                        brackets -= 1;
                    }
                    self.add_text(byte, out);
                }
                b'}' | b'/' if is(byte, mask & (CLOSE | SLASH)) => {
                    if depth == 0 || byte == b'}' {
                        return Ok(());
                    }
                    self.add_text(byte, out);
                }
                _ if is(byte, GLOB) => {
                    out.steps.add(Steps::GLOB);
                    self.add_text(byte, out);
                }
                b'{' => {
                    out.brace = true;
                    self.add_text(byte, out);
                }
                b'~' => {
                    if self.may_be_tilde(start, usage) {
                        out.steps.add(Steps::TILDE);
                    }
                    self.add_text(byte, out);
                }
                _ if is(byte, META) => {
                    if !self.belongs(byte, end, start, &mut depth, out)? {
                        return Ok(());
                    }
                }
                _ => self.add_text(byte, out),
            }
        }
    }

    /// Takes a blank or an operator's byte if it belongs to the text; false where it ends it.
    fn belongs(&mut self, byte: u8, end: End, start: usize, depth: &mut usize, out: &mut Pieces) -> Parse<bool> {
        let is_substitution = matches!(byte, b'<' | b'>') && *depth == 0 && self.src.byte(1) == Some(b'(');
        if is_substitution && end != End::Slash {
            self.process_substitution(out)?;
            return Ok(true);
        }
        let opens = byte == b'(' && (*depth > 0 || end == End::Regex || self.is_extended(start));
        if opens {
            out.steps.add(Steps::GLOB);
            *depth += 1;
        } else if byte == b')' && *depth > 0 {
            *depth -= 1;
        } else if *depth == 0 && matches!(end, End::Word | End::Regex) && !(end == End::Regex && byte == b'|') {
            return Ok(false);
        } else if byte == b'(' {
            out.steps.add(Steps::GLOB); // a group once extglob is on, which may be later than this is read
        }
        self.add_text(byte, out);
        Ok(true)
    }

    /// Whether the `(` at the place reached opens an extended pattern: `?(`, `*(`, `+(`, `@(` or `!(` (bash manual
    /// 3.5.8.1).
    fn is_extended(&self, start: usize) -> bool {
        let before = self.src.pos.wrapping_sub(1);
        (self.dialect.extglob || self.conditional)
            && self.src.pos > start
            && self.src.slice(start, before).iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 0
            && matches!(self.src.slice(before, before + 1), b"?" | b"*" | b"+" | b"@" | b"!")
    }

    /// Whether the `~` at the place reached may stand for a directory: at the start of a word, and in what looks like an
    /// assignment also behind `=` and `:` (bash manual 3.5.2).
    fn may_be_tilde(&self, start: usize, usage: Use) -> bool {
        let at = self.src.pos;
        if at == start {
            return true;
        }
        match (self.src.slice(at - 1, at), usage) {
            (b":", Use::Value | Use::Inserted) => true,
            (b":" | b"=", Use::Field) => is_assignment_like(self.src.slice(start, at)),
            _ => false,
        }
    }

    /// Takes one byte as unquoted text.
    fn add_text(&mut self, byte: u8, out: &mut Pieces) {
        out.text(&[byte]);
        self.src.pos += 1;
    }

    /// Reads what a quoting character or `$` begins, outside double quotes.
    fn quote(&mut self, byte: u8, out: &mut Pieces) -> Parse<()> {
        match byte {
            b'\\' => self.backslash(out),
            b'\'' => self.single_quotes(out)?,
            b'"' => self.double_quotes(out)?,
            b'$' => match self.src.byte(1) {
                Some(b'\'') => self.ansi_quotes(out)?,
                Some(b'"') => {
                    self.src.pos += 1; // a message to be translated: there are no translations
                    let start = self.src.pos;
                    self.double_quotes(out)?;
                    self.src.note_message(start);
                }
                _ => self.dollar(false, out)?,
            },
            _ => self.backquotes(false, out)?,
        }
        Ok(())
    }

    /// `\x` outside quotes; a backslash that ends the text stands for itself.
    fn backslash(&mut self, out: &mut Pieces) {
        self.src.pos += 1;
        match self.src.raw(0) {
            Some(byte) if !self.src.is_padding(self.src.pos) => {
                out.quoted(&[byte]);
                self.src.pos += 1;
            }
            _ => out.quoted(b"\\"),
        }
    }

    /// `'…'`: as it stands.
    pub(super) fn single_quotes(&mut self, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos;
        let line = self.src.line_at(start);
        self.src.pos += 1;
        let end = self.find_raw(b'\'').ok_or_else(|| self.unclosed(b'\'', line))?;
        out.quoted(self.src.slice(start + 1, end));
        self.src.pos = end + 1;
        Ok(())
    }

    /// `$'…'`
    pub(super) fn ansi_quotes(&mut self, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos;
        let line = self.src.line_at(start);
        self.src.pos += 2;
        loop {
            match self.src.raw(0) {
                Some(b'\'') => break,
                Some(b'\\') => self.src.pos += if self.src.raw(1).is_some() { 2 } else { 1 },
                Some(_) => self.src.pos += 1,
                None => return Err(self.unclosed(b'\'', line)),
            }
        }
        out.quoted(&ansi_c(self.src.slice(start + 2, self.src.pos)));
        self.src.pos += 1;
        Ok(())
    }

    /// Where the next `wanted` stands, as the text is, from the place reached on.
    fn find_raw(&mut self, wanted: u8) -> Option<usize> {
        let mut ahead = 0;
        loop {
            self.src.raw(ahead)?;
            let rest = self.src.rest().get(ahead..).unwrap_or_default();
            if let Some(found) = memchr::memchr(wanted, rest) {
                return Some(self.src.pos + ahead + found);
            }
            ahead += rest.len();
        }
    }

    /// `"…"`
    pub(super) fn double_quotes(&mut self, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(self.src.pos);
        self.src.pos += 1;
        let start = self.src.pos;
        let before = out.extent();
        let had_bad = std::mem::take(&mut out.bad);
        self.quoted(QuotedEnd::Quote, line, out)?;
        if out.bad {
            out.name_bad(before.0, span(start, self.src.pos));
        }
        out.bad = had_bad;
        self.src.pos += 1;
        if out.extent() == before {
            out.quoted(b"");
        }
        Ok(())
    }

    /// Reads text that is in double quotes, or is read as if it were, up to `end`; `line` is where it was opened.
    pub(super) fn quoted(&mut self, end: QuotedEnd, line: u32, out: &mut Pieces) -> Parse<()> {
        let mask = if end == QuotedEnd::Brace { INSIDE | QUOTE | CLOSE } else { INSIDE };
        loop {
            let length = run_length(self.src.rest(), mask);
            if length > 0 {
                out.inside(self.src.slice(self.src.pos, self.src.pos + length));
                self.src.pos += length;
            }
            let Some(byte) = self.src.peek() else {
                return match end {
                    QuotedEnd::Quote | QuotedEnd::Inner => Err(self.unclosed(b'"', line)),
                    QuotedEnd::Brace => Err(self.unclosed(b'}', line)),
                    QuotedEnd::Text | QuotedEnd::SingleQuotes => Ok(()),
                };
            };
            match byte {
                b'"' if matches!(end, QuotedEnd::Quote | QuotedEnd::Inner) => return Ok(()),
                b'}' if end == QuotedEnd::Brace => return Ok(()),
                b'"' if end == QuotedEnd::Brace => self.double_quotes_inside(out)?,
                b'"' if end == QuotedEnd::SingleQuotes => self.src.pos += 1,
                b'\'' if end == QuotedEnd::Brace && !self.dialect.posix => self.literal_single_quotes(out)?,
                b'\\' => self.backslash_inside(end, out),
                b'$' if end == QuotedEnd::Brace
                    && !self.in_text
                    && !self.dialect.posix
                    && self.src.byte(1) == Some(b'\'') =>
                {
                    self.ansi_quotes(out)?;
                }
                b'$' if end == QuotedEnd::Brace && self.src.byte(1) == Some(b'"') => {
                    self.src.pos += 1;
                    let start = self.src.pos;
                    self.double_quotes_inside(out)?;
                    self.src.note_message(start);
                }
                b'$' => self.dollar(true, out)?,
                b'`' => self.backquotes(true, out)?,
                _ => {
                    out.inside(&[byte]);
                    self.src.pos += 1;
                }
            }
        }
    }

    /// `\x` in double quotes: it quotes `$`, the backquote, `"` and itself alone (and `}` in `"${x:-…}"`).
    fn backslash_inside(&mut self, end: QuotedEnd, out: &mut Pieces) {
        let next = self.src.raw(1);
        let quotes = match next {
            Some(b'$' | b'`' | b'\\') => true,
            Some(_) if end == QuotedEnd::Inner => true,
            Some(b'"') => end != QuotedEnd::Text,
            Some(b'}') => matches!(end, QuotedEnd::Brace | QuotedEnd::SingleQuotes),
            _ => false,
        };
        if let (true, Some(byte)) = (quotes, next) {
            out.inside(&[byte]);
            self.src.pos += 2;
        } else if end == QuotedEnd::Brace && next == Some(b'\'') {
            out.inside(b"\\'"); // it begins no quotes
            self.src.pos += 2;
        } else {
            out.inside(b"\\");
            self.src.pos += 1;
        }
    }

    /// The inner quotes of `"${x:-"…"}"`.
    fn double_quotes_inside(&mut self, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(self.src.pos);
        self.src.pos += 1;
        self.quoted(QuotedEnd::Inner, line, out)?;
        self.src.pos += 1;
        Ok(())
    }

    /// `'…'` in `"${x:-…}"`: the quotes stay and `$`, `"` and `\` keep their meaning, but no `}` between them ends the
    /// substitution (not so in POSIX mode).
    fn literal_single_quotes(&mut self, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(self.src.pos);
        self.src.pos += 1;
        let end = self.find_raw(b'\'').ok_or_else(|| self.unclosed(b'\'', line))?;
        out.inside(b"'");
        let limit = self.src.restrict(end);
        let result = self.quoted(QuotedEnd::SingleQuotes, line, out);
        self.src.lift(limit);
        self.src.pos += 1;
        out.inside(b"'");
        result
    }
}

/// Whether `text` starts like an assignment, `name=` or `name[…]+=`.
fn is_assignment_like(text: &[u8]) -> bool {
    let name = text.iter().take_while(|&&byte| crate::names::is_name_byte(byte)).count();
    let starts = text.first().is_some_and(|&byte| crate::names::is_name_start(byte));
    starts && matches!(text.get(name..), Some([b'=' | b'[', ..] | [b'+', b'=', ..]))
}

/// The span of the buffer from `start` to `end`.
pub(super) fn span(start: usize, end: usize) -> Span {
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Span { start: short(start), len: short(end.saturating_sub(start)) }
}
