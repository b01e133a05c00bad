//! Characters and bracket expressions: ranges by code point, classes, `[=a=]`, `[.a.]` (POSIX 9.3.5).

use super::Flags;

/// A character: its code point and its length. An invalid byte is a character of its own, above all code points.
#[inline]
pub(super) fn decode(text: &[u8], at: usize, utf8: bool) -> Option<(u32, usize)> {
    let &first = text.get(at)?;
    if first < 0x80 || !utf8 {
        return Some((u32::from(first), 1));
    }
    let (ch, length) = bstr::decode_utf8(text.get(at..)?);
    match ch {
        Some(ch) => Some((u32::from(ch), length)),
        None => Some((INVALID + u32::from(first), 1)),
    }
}

/// The character that ends at `end`: code point and length.
pub(super) fn decode_before(text: &[u8], end: usize, utf8: bool) -> Option<(u32, usize)> {
    let last = *text.get(end.checked_sub(1)?)?;
    if utf8 && last >= 0x80 {
        for length in 2..=4.min(end) {
            let (ch, found) = bstr::decode_utf8(text.get(end - length..end)?);
            if let Some(ch) = ch
                && found == length
            {
                return Some((u32::from(ch), length));
            }
        }
        return Some((INVALID + u32::from(last), 1));
    }
    Some((u32::from(last), 1))
}

/// Whether `at` is between two characters: not within a valid sequence.
pub(super) fn is_boundary(text: &[u8], at: usize) -> bool {
    if text.get(at).is_none_or(|byte| byte & 0xC0 != 0x80) {
        return true;
    }
    (1..=3.min(at)).all(|back| match text.get(at - back..).map(bstr::decode_utf8) {
        Some((Some(_), length)) => length <= back,
        _ => true,
    })
}

/// What an invalid byte is added to.
const INVALID: u32 = 0x11_0000;

/// The character without its case: lower case where that is one character.
pub(super) fn fold(code: u32, utf8: bool) -> u32 {
    match code {
        0..0x80 => return u32::from((code as u8).to_ascii_lowercase()),
        _ if !utf8 => return code,
        _ => {}
    }
    let Some(ch) = char::from_u32(code) else { return code };
    let mut lower = ch.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => u32::from(one),
        _ => code,
    }
}

/// A bracket expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Class {
    negated: bool,
    /// Members below [`Class::direct`].
    bits: [u64; 4],
    /// 256 for bytes, 128 for UTF-8.
    direct: u32,
    nocase: bool,
    /// Members above, by code point, both ends included.
    ranges: Vec<(u32, u32)>,
    /// Members above, by kind.
    kinds: Vec<Kind>,
}

impl Class {
    /// No member at all.
    pub(super) fn new(flags: Flags) -> Class {
        let direct = if flags.utf8 { 128 } else { 256 };
        Class { negated: false, bits: [0; 4], direct, nocase: flags.nocase, ranges: Vec::new(), kinds: Vec::new() }
    }

    /// Whether a character is matched.
    #[inline]
    pub(super) fn has(&self, code: u32) -> bool {
        self.negated != if code < self.direct { self.bit(code) } else { self.has_above(code) }
    }

    fn bit(&self, code: u32) -> bool {
        self.bits.get((code >> 6) as usize).is_some_and(|word| word >> (code & 63) & 1 == 1)
    }

    fn has_above(&self, code: u32) -> bool {
        let folded = if self.nocase { fold(code, true) } else { code };
        (folded < self.direct && self.bit(folded))
            || self.ranges.iter().any(|&(low, high)| (low..=high).contains(&folded))
            || char::from_u32(code).is_some_and(|ch| self.kinds.iter().any(|kind| kind.has(ch)))
    }

    fn add_range(&mut self, low: u32, high: u32) {
        let utf8 = self.direct == 128;
        let (low, high) = if self.nocase { (fold(low, utf8), fold(high, utf8)) } else { (low, high) };
        for code in low..=high.min(self.direct - 1) {
            self.set(code);
        }
        if high >= self.direct && low <= high {
            self.ranges.push((low, high));
        }
    }

    fn set(&mut self, code: u32) {
        if let Some(word) = self.bits.get_mut((code >> 6) as usize) {
            *word |= 1 << (code & 63);
        }
    }

    /// All members are there. Without case, the text's small letters are compared with those of the ranges, but
    /// classes with the text as it is (bash: `[[ A == [[:lower:]] ]]` fails under nocasematch).
    fn finish(&mut self) {
        if self.nocase {
            for (capital, small) in (b'A'..=b'Z').zip(b'a'..=b'z') {
                let has = self.bit(u32::from(small));
                if let Some(word) = self.bits.get_mut(usize::from(capital >> 6)) {
                    let mask = 1u64 << (capital & 63);
                    *word = if has { *word | mask } else { *word & !mask };
                }
            }
        }
        for code in 0..128u8 {
            if self.kinds.iter().any(|kind| kind.has(char::from(code))) {
                self.set(u32::from(code));
            }
        }
    }
}

/// What a `[` turns out to be.
pub(super) enum Bracket {
    /// An expression that ends before the offset.
    Class(Class, usize),
    /// Not closed: the `[` is literal.
    Literal,
    /// Ends in a backslash or the `-` of a range: nothing matches it (bash: `[[ '[a-' == [a- ]]` fails).
    Never,
}

/// Reads the bracket expression whose `[` stands at `at`.
pub(super) fn parse_bracket(text: &[u8], at: usize, flags: Flags) -> Bracket {
    let mut reader = Reader { text, at: at + 1, flags };
    let mut class = Class::new(flags);
    if matches!(reader.peek(), Some(b'!' | b'^')) {
        class.negated = true;
        reader.at += 1;
    }
    let first = reader.at;
    loop {
        match reader.peek() {
            None => return Bracket::Literal,
            Some(b']') if reader.at > first => break,
            _ => {}
        }
        if let Some(kind) = reader.kind() {
            // `[:foo:]` has no member
            if let Some(kind) = kind {
                class.kinds.push(kind);
            }
            continue;
        }
        if let Some(code) = reader.equivalence() {
            class.add_range(code, code);
            continue;
        }
        let low = match reader.endpoint() {
            Ok(low) => low,
            Err(bracket) => return bracket,
        };
        let is_range = match (reader.peek(), reader.text.get(reader.at + 1)) {
            (Some(b'-'), None) => return Bracket::Never,
            (Some(b'-'), Some(&end)) => end != b']',
            _ => false,
        };
        if is_range {
            reader.at += 1;
            match (low, reader.endpoint()) {
                (Some(low), Ok(Some(high))) if low <= high => class.add_range(low, high),
                (_, Err(bracket)) => return bracket,
                _ => {} // backwards, or an unknown name: no member
            }
        } else if let Some(code) = low {
            class.add_range(code, code);
        }
    }
    class.finish();
    Bracket::Class(class, reader.at + 1)
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    flags: Flags,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn rest(&self) -> &[u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// `[:name:]`; the inner `None` for a name that is none. A backslash in it is dropped. A `[:` without an end is a
    /// `:` (bash: `[[ [ == [[:a] ]]` fails).
    fn kind(&mut self) -> Option<Option<Kind>> {
        let rest = self.rest().strip_prefix(b"[:")?;
        let Some(end) = rest.windows(2).position(|pair| pair == b":]") else {
            self.at += 1;
            return None;
        };
        let name: Vec<u8> = rest.iter().take(end).copied().filter(|&byte| byte != b'\\').collect();
        self.at += 2 + end + 2;
        Some(Kind::named(&name))
    }

    /// `[=c=]`: without a locale the character alone.
    fn equivalence(&mut self) -> Option<u32> {
        let rest = self.rest().strip_prefix(b"[=")?;
        let (code, length) = decode(rest, 0, self.flags.utf8)?;
        rest.get(length..)?.strip_prefix(b"=]")?;
        self.at += 4 + length;
        Some(code)
    }

    /// A character, quoted or not, or `[.name.]`, of which `None` is one that does not exist.
    fn endpoint(&mut self) -> Result<Option<u32>, Bracket> {
        if let Some(rest) = self.rest().strip_prefix(b"[.") {
            let Some(end) = rest.windows(2).position(|pair| pair == b".]") else {
                return Err(Bracket::Literal);
            };
            let symbol = collating_symbol(rest.get(..end).unwrap_or_default(), self.flags.utf8);
            self.at += 2 + end + 2;
            return Ok(symbol);
        }
        if self.peek() == Some(b'\\') {
            self.at += 1;
            if self.peek().is_none() {
                return Err(Bracket::Never);
            }
        }
        let Some((code, length)) = decode(self.text, self.at, self.flags.utf8) else {
            return Err(Bracket::Literal);
        };
        self.at += length;
        Ok(Some(code))
    }
}

fn collating_symbol(name: &[u8], utf8: bool) -> Option<u32> {
    match decode(name, 0, utf8) {
        Some((code, length)) if length == name.len() => return Some(code),
        _ => {}
    }
    SYMBOLS.iter().find(|(known, _)| known.as_bytes() == name).map(|&(_, code)| u32::from(code))
}

/// The character classes (`[:word:]` is bash's own).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Alnum,
    Alpha,
    Ascii,
    Blank,
    Cntrl,
    Digit,
    Graph,
    Lower,
    Print,
    Punct,
    Space,
    Upper,
    Word,
    Xdigit,
}

impl Kind {
    fn named(name: &[u8]) -> Option<Kind> {
        Some(match name {
            b"alnum" => Kind::Alnum,
            b"alpha" => Kind::Alpha,
            b"ascii" => Kind::Ascii,
            b"blank" => Kind::Blank,
            b"cntrl" => Kind::Cntrl,
            b"digit" => Kind::Digit,
            b"graph" => Kind::Graph,
            b"lower" => Kind::Lower,
            b"print" => Kind::Print,
            b"punct" => Kind::Punct,
            b"space" => Kind::Space,
            b"upper" => Kind::Upper,
            b"word" => Kind::Word,
            b"xdigit" => Kind::Xdigit,
            _ => return None,
        })
    }

    fn has(self, ch: char) -> bool {
        let is_space =
            ch == '\x0b' || (ch.is_whitespace() && !matches!(ch, '\u{85}' | '\u{a0}' | '\u{2007}' | '\u{202f}'));
        match self {
            Kind::Alnum => is_alphanumeric(ch),
            Kind::Alpha => is_alphanumeric(ch) && !ch.is_ascii_digit(), // as iswalpha(3): other digits are letters
            Kind::Ascii => ch.is_ascii(),
            Kind::Blank => ch == '\t' || (is_space && !ch.is_control() && !matches!(ch, '\u{2028}' | '\u{2029}')),
            Kind::Cntrl => ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}'),
            Kind::Digit => ch.is_ascii_digit(),
            Kind::Graph => !ch.is_control() && !is_space,
            Kind::Lower => ch.is_lowercase(),
            Kind::Print => !ch.is_control() && !matches!(ch, '\u{2028}' | '\u{2029}'),
            Kind::Punct => !ch.is_control() && !is_space && !is_alphanumeric(ch),
            Kind::Space => is_space,
            Kind::Upper => ch.is_uppercase(),
            Kind::Word => is_alphanumeric(ch) || ch == '_',
            Kind::Xdigit => ch.is_ascii_hexdigit(),
        }
    }
}

/// Whether iswalnum(3) knows `ch`: letters and digits of all scripts, but no fractions and no numbers in circles.
fn is_alphanumeric(ch: char) -> bool {
    ch.is_alphabetic()
        || (ch.is_numeric()
            && !matches!(ch, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{9f4}'..='\u{9f9}')
            && !matches!(ch, '\u{2070}'..='\u{209f}' | '\u{2150}'..='\u{215f}' | '\u{2189}' | '\u{2460}'..='\u{2793}'))
}

/// POSIX names of characters (XBD 6.1), for `[.hyphen.]`.
const SYMBOLS: &[(&str, u8)] = &[
    ("NUL", 0),
    ("SOH", 1),
    ("STX", 2),
    ("ETX", 3),
    ("EOT", 4),
    ("ENQ", 5),
    ("ACK", 6),
    ("alert", 7),
    ("BS", 8),
    ("backspace", 8),
    ("HT", 9),
    ("tab", 9),
    ("LF", 10),
    ("newline", 10),
    ("VT", 11),
    ("vertical-tab", 11),
    ("FF", 12),
    ("form-feed", 12),
    ("CR", 13),
    ("carriage-return", 13),
    ("SO", 14),
    ("SI", 15),
    ("DLE", 16),
    ("DC1", 17),
    ("DC2", 18),
    ("DC3", 19),
    ("DC4", 20),
    ("NAK", 21),
    ("SYN", 22),
    ("ETB", 23),
    ("CAN", 24),
    ("EM", 25),
    ("SUB", 26),
    ("ESC", 27),
    ("IS4", 28),
    ("FS", 28),
    ("IS3", 29),
    ("GS", 29),
    ("IS2", 30),
    ("RS", 30),
    ("IS1", 31),
    ("US", 31),
    ("space", b' '),
    ("exclamation-mark", b'!'),
    ("quotation-mark", b'"'),
    ("number-sign", b'#'),
    ("dollar-sign", b'$'),
    ("percent-sign", b'%'),
    ("ampersand", b'&'),
    ("apostrophe", b'\''),
    ("left-parenthesis", b'('),
    ("right-parenthesis", b')'),
    ("asterisk", b'*'),
    ("plus-sign", b'+'),
    ("comma", b','),
    ("hyphen", b'-'),
    ("hyphen-minus", b'-'),
    ("minus", b'-'),
    ("dash", b'-'),
    ("period", b'.'),
    ("full-stop", b'.'),
    ("slash", b'/'),
    ("solidus", b'/'),
    ("zero", b'0'),
    ("one", b'1'),
    ("two", b'2'),
    ("three", b'3'),
    ("four", b'4'),
    ("five", b'5'),
    ("six", b'6'),
    ("seven", b'7'),
    ("eight", b'8'),
    ("nine", b'9'),
    ("colon", b':'),
    ("semicolon", b';'),
    ("less-than-sign", b'<'),
    ("equals-sign", b'='),
    ("greater-than-sign", b'>'),
    ("question-mark", b'?'),
    ("commercial-at", b'@'),
    ("left-square-bracket", b'['),
    ("backslash", b'\\'),
    ("reverse-solidus", b'\\'),
    ("right-square-bracket", b']'),
    ("circumflex", b'^'),
    ("circumflex-accent", b'^'),
    ("underscore", b'_'),
    ("low-line", b'_'),
    ("grave-accent", b'`'),
    ("left-brace", b'{'),
    ("left-curly-bracket", b'{'),
    ("vertical-line", b'|'),
    ("right-brace", b'}'),
    ("right-curly-bracket", b'}'),
    ("tilde", b'~'),
    ("DEL", 127),
];
