//! Tokens: operators, and where a word starts (POSIX 2.3; bash manual 2, "Definitions").
//!
//! A token is looked at, not taken: what a word means depends on where it stands, so it is read by whoever expects
//! one. Looking twice costs a table look-up.

use super::ast::RedirectKind;
use super::error::{Parse, SyntaxError, SyntaxErrorKind};
use super::parser::Parser;

/// What stands at the place reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token {
    /// A word, an assignment or a reserved word; also the number before a redirection.
    Word,
    /// End of the line.
    Newline,
    /// End of the text.
    End,
    /// `;`
    Semicolon,
    /// `;;`
    DoubleSemicolon,
    /// `;&`
    SemicolonAnd,
    /// `;;&`
    DoubleSemicolonAnd,
    /// `&`
    And,
    /// `&&`
    AndAnd,
    /// `|`
    Pipe,
    /// `|&`
    PipeAnd,
    /// `||`
    OrOr,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `<`, `>>`, `<<-` …: the kind, the operator's length and whether it is `<<-`.
    Redirect(RedirectKind, u8, bool),
}

/// Reserved words (bash manual 3.2.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reserved {
    If,
    Then,
    Else,
    Elif,
    Fi,
    Case,
    Esac,
    For,
    Select,
    While,
    Until,
    Do,
    Done,
    In,
    Function,
    Time,
    Coproc,
    Bang,
    OpenBrace,
    CloseBrace,
    DoubleBracket,
    CloseBracket,
}

/// The reserved words' spelling, in the order of [`Reserved`].
const RESERVED: [(&[u8], Reserved); 22] = [
    (b"if", Reserved::If),
    (b"then", Reserved::Then),
    (b"else", Reserved::Else),
    (b"elif", Reserved::Elif),
    (b"fi", Reserved::Fi),
    (b"case", Reserved::Case),
    (b"esac", Reserved::Esac),
    (b"for", Reserved::For),
    (b"select", Reserved::Select),
    (b"while", Reserved::While),
    (b"until", Reserved::Until),
    (b"do", Reserved::Do),
    (b"done", Reserved::Done),
    (b"in", Reserved::In),
    (b"function", Reserved::Function),
    (b"time", Reserved::Time),
    (b"coproc", Reserved::Coproc),
    (b"!", Reserved::Bang),
    (b"{", Reserved::OpenBrace),
    (b"}", Reserved::CloseBrace),
    (b"[[", Reserved::DoubleBracket),
    (b"]]", Reserved::CloseBracket),
];

/// Whether `word` is a reserved word.
pub(super) fn is_reserved(word: &[u8]) -> bool {
    RESERVED.iter().any(|(spelling, _)| *spelling == word)
}

/// Length of the longest reserved word.
const LONGEST: usize = 8;

/// The reserved words by their numbers, in order.
static KEYS: [(u64, Reserved); 22] = {
    let mut keys = [(0, Reserved::If); 22];
    let mut count = 0;
    while count < keys.len() {
        let one = (key(RESERVED[count].0), RESERVED[count].1);
        let mut place = count;
        while place > 0 && keys[place - 1].0 > one.0 {
            keys[place] = keys[place - 1];
            place -= 1;
        }
        keys[place] = one;
        count += 1;
    }
    keys
};

/// A word of up to [`LONGEST`] bytes as a number.
const fn key(word: &[u8]) -> u64 {
    let (mut key, mut index) = (0, 0);
    while index < word.len() {
        key = key << 8 | word[index] as u64;
        index += 1;
    }
    key
}

/// Blanks, newline and the operators' first bytes: they end a word.
pub(super) const META: u8 = 1;
/// `\`, `'`, `"`, `$` and the backquote.
pub(super) const QUOTE: u8 = 2;
/// `*`, `?` and `[`
pub(super) const GLOB: u8 = 4;
/// `{` and `~`
pub(super) const BRACE: u8 = 8;
/// `}`
pub(super) const CLOSE: u8 = 16;
/// `/`
pub(super) const SLASH: u8 = 32;
/// `]` and `[`
pub(super) const BRACKET: u8 = 64;
/// `"`, `\`, `$` and the backquote: what means something in double quotes.
pub(super) const INSIDE: u8 = 128;

/// What each byte can mean.
pub(super) static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let sets: [(&[u8], u8); 8] = [
        (b" \t\n|&;()<>", META),
        (b"\\'\"$`", QUOTE),
        (b"*?[", GLOB),
        (b"{~", BRACE),
        (b"}", CLOSE),
        (b"/", SLASH),
        (b"[]", BRACKET),
        (b"\"\\$`", INSIDE),
    ];
    let mut set = 0;
    while set < sets.len() {
        let mut index = 0;
        while index < sets[set].0.len() {
            table[sets[set].0[index] as usize] |= sets[set].1;
            index += 1;
        }
        set += 1;
    }
    table
}

/// Whether `byte` is of one of the classes `mask`.
#[inline(always)]
pub(super) fn is(byte: u8, mask: u8) -> bool {
    CLASS[byte as usize] & mask != 0
}

/// Length of the start of `text` without a byte of the classes `mask`.
#[inline]
pub(super) fn run_length(text: &[u8], mask: u8) -> usize {
    text.iter().position(|&byte| is(byte, mask)).unwrap_or(text.len())
}

impl Parser<'_> {
    /// Skips blanks and comments; gives what stands behind them.
    #[inline(always)]
    pub(super) fn token(&mut self) -> Token {
        let (place, token) = self.src.seen.token;
        if place == self.src.pos { token } else { self.next_token() }
    }

    #[inline(never)]
    fn next_token(&mut self) -> Token {
        let token = loop {
            self.src.skip_blanks();
            match self.src.peek() {
                None => break Token::End,
                Some(b' ' | b'\t') => self.src.pos += 1,
                Some(b'#') => self.skip_comment(),
                Some(byte) if is(byte, META) => break self.operator(byte),
                Some(_) => break Token::Word,
            }
        };
        self.src.seen.token = (self.src.pos, token);
        token
    }

    /// Skips to the end of the line, which is left there. No line continuation in a comment.
    fn skip_comment(&mut self) {
        let rest = self.src.rest();
        self.src.pos += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    }

    fn operator(&mut self, first: u8) -> Token {
        match first {
            b'\n' => Token::Newline,
            b'(' => Token::Open,
            b')' => Token::Close,
            b';' => match (self.src.byte(1), self.src_third(b';')) {
                (Some(b';'), Some(b'&')) => Token::DoubleSemicolonAnd,
                (Some(b';'), _) => Token::DoubleSemicolon,
                (Some(b'&'), _) => Token::SemicolonAnd,
                _ => Token::Semicolon,
            },
            b'&' => match (self.src.byte(1), self.src_third(b'>')) {
                (Some(b'&'), _) => Token::AndAnd,
                (Some(b'>'), Some(b'>')) => Token::Redirect(RedirectKind::BothAppend, 3, false),
                (Some(b'>'), _) => Token::Redirect(RedirectKind::Both, 2, false),
                _ => Token::And,
            },
            b'|' => match self.src.byte(1) {
                Some(b'|') => Token::OrOr,
                Some(b'&') => Token::PipeAnd,
                _ => Token::Pipe,
            },
            b'<' => self.input_operator(),
            _ => match self.src.byte(1) {
                Some(b'>') => Token::Redirect(RedirectKind::Append, 2, false),
                Some(b'|') => Token::Redirect(RedirectKind::Clobber, 2, false),
                Some(b'&') => Token::Redirect(RedirectKind::DupOut, 2, false),
                Some(b'(') => Token::Word,
                _ => Token::Redirect(RedirectKind::Write, 1, false),
            },
        }
    }

    fn input_operator(&mut self) -> Token {
        match (self.src.byte(1), self.src_third(b'<')) {
            (Some(b'<'), Some(b'<')) => Token::Redirect(RedirectKind::HereString, 3, false),
            (Some(b'<'), Some(b'-')) => Token::Redirect(RedirectKind::HereDocument, 3, true),
            (Some(b'<'), _) => Token::Redirect(RedirectKind::HereDocument, 2, false),
            (Some(b'&'), _) => Token::Redirect(RedirectKind::DupIn, 2, false),
            (Some(b'>'), _) => Token::Redirect(RedirectKind::ReadWrite, 2, false),
            (Some(b'('), _) => Token::Word,
            _ => Token::Redirect(RedirectKind::Read, 1, false),
        }
    }

    /// The third byte, looked at only when the second is `second`: a line is not read without need.
    fn src_third(&mut self, second: u8) -> Option<u8> {
        if self.src.byte(1) == Some(second) { self.src.byte(2) } else { None }
    }

    /// Takes the operator `token`.
    pub(super) fn take(&mut self, token: Token) {
        self.src.pos += operator_length(token);
    }

    /// Takes `token` if it is next.
    pub(super) fn accept(&mut self, token: Token) -> bool {
        let found = self.token() == token;
        if found {
            self.take(token);
        }
        found
    }

    /// The reserved word at the place reached, if the word there is one. Where it may stand, the caller knows.
    pub(super) fn reserved(&mut self) -> Option<Reserved> {
        if self.token() != Token::Word {
            return None;
        }
        let (place, known) = self.src.seen.reserved;
        if place == self.src.pos {
            return known;
        }
        let reserved = self.find_reserved();
        self.src.seen.reserved = (self.src.pos, reserved);
        reserved
    }

    fn find_reserved(&mut self) -> Option<Reserved> {
        let first = self.src.peek()?;
        if !matches!(first, b'c'..=b'f' | b'i' | b's'..=b'u' | b'w' | b'{' | b'}' | b'!' | b'[' | b']') {
            return None;
        }
        if first == b'!' && self.dialect.extglob && self.src.byte(1) == Some(b'(') {
            return None; // a pattern
        }
        let mut length = 1;
        while let Some(byte) = self.src.byte(length) {
            if is(byte, META) {
                if matches!(byte, b'<' | b'>') && self.src.byte(length + 1) == Some(b'(') {
                    return None; // `do<(a)` is a word
                }
                break;
            }
            length += 1;
            if length > LONGEST {
                return None;
            }
        }
        let text = self.src.rest().get(..length)?;
        let key = key(text);
        let index = KEYS.binary_search_by_key(&key, |&(key, _)| key).ok()?;
        KEYS.get(index).map(|&(_, reserved)| reserved)
    }

    /// Takes the reserved word `word`, which is next.
    pub(super) fn take_reserved(&mut self, word: Reserved) {
        self.src.pos += RESERVED.get(word as usize).map_or(0, |(text, _)| text.len());
    }

    /// Takes `word` if it is next.
    pub(super) fn accept_reserved(&mut self, word: Reserved) -> bool {
        let found = self.reserved() == Some(word);
        if found {
            self.take_reserved(word);
        }
        found
    }

    /// Takes `word`, or fails: it must come now.
    pub(super) fn expect_reserved(&mut self, word: Reserved) -> Parse<()> {
        self.expand_alias_behind_alias();
        if self.accept_reserved(word) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The error that the token at the place reached may not stand there.
    pub(super) fn unexpected(&mut self) -> Box<SyntaxError> {
        let kind = self.token();
        let start = self.src.pos;
        let token: Box<[u8]> = match kind {
            Token::End => return self.unexpected_end(),
            Token::Newline => b"newline".as_slice().into(),
            Token::Word => {
                match self.redirect_number() {
                    Some(length) => self.src.pos += length,
                    None => {
                        if let Err(error) = self.skip_word() {
                            return error;
                        }
                    }
                }
                self.src.slice(start, self.src.pos).into()
            }
            operator => self.src.rest().get(..operator_length(operator)).unwrap_or_default().into(),
        };
        let end = self.src.pos + operator_length(kind);
        let near = match self.alias_value_around(start, end) {
            Some(value) => value.into(),
            None => self.src.last_line().iter().copied().filter(|&byte| byte != 0).collect(),
        };
        let line = self.src.line();
        Box::new(SyntaxError { line, kind: SyntaxErrorKind::Unexpected { token, near } })
    }

    /// The error that the text ends too early.
    fn unexpected_end(&mut self) -> Box<SyntaxError> {
        let kind = if self.substitutions > 0 { SyntaxErrorKind::Unclosed(b')') } else { SyntaxErrorKind::EndOfFile };
        Box::new(SyntaxError { line: self.src.end_line(), kind })
    }

    /// The error that what was opened on `line` lacks its `closer`.
    pub(super) fn unclosed(&self, closer: u8, line: u32) -> Box<SyntaxError> {
        Box::new(SyntaxError { line, kind: SyntaxErrorKind::Unclosed(closer) })
    }
}

/// Length of an operator.
fn operator_length(token: Token) -> usize {
    match token {
        Token::Word | Token::End => 0,
        Token::Newline | Token::Semicolon | Token::And | Token::Pipe | Token::Open | Token::Close => 1,
        Token::DoubleSemicolon | Token::SemicolonAnd | Token::AndAnd | Token::PipeAnd | Token::OrOr => 2,
        Token::DoubleSemicolonAnd => 3,
        Token::Redirect(_, length, _) => length.into(),
    }
}
