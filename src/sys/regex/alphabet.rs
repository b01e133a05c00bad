//! Text and expression in bytes, one a character: ASCII as it is, every other character a byte from 0x80 on.
//!
//! Characters that the expression cannot tell apart share a byte, so that 127 are enough and an expression is seldom
//! compiled again: they are in the same classes and in the same ranges, and none of them stands in it by itself. Only
//! with back-references, where `(.)\1` compares them, each has its own.

/// Which byte stands for which characters.
#[derive(Debug)]
pub(super) struct Alphabet {
    letters: Vec<Letter>,
    /// Ranges of the expression's brackets that reach beyond ASCII.
    ranges: Vec<(u32, u32)>,
    nocase: bool,
    /// Back-references: no two characters share a byte.
    distinct: bool,
}

#[derive(Debug)]
struct Letter {
    /// The character, or one of those that share the byte.
    sample: u32,
    /// The others of its kind have another byte.
    alone: bool,
}

/// The byte of the first letter.
const FIRST: u8 = 0x80;
/// How many letters there can be; when they run out, the last one stands for all others.
const MAX: usize = 127;

impl Alphabet {
    /// The characters of `pattern`.
    pub(super) fn of_pattern(pattern: &[u8], nocase: bool) -> Alphabet {
        let distinct = pattern.windows(2).any(|pair| matches!(pair, [b'\\', b'1'..=b'9']));
        let mut alphabet = Alphabet { letters: Vec::new(), ranges: Vec::new(), nocase, distinct };
        let mut at = 0;
        let mut recent = [0u32; 2];
        while let Some((code, length)) = decode(pattern, at) {
            at += length;
            let code = alphabet.fold(code);
            if recent[1] == u32::from(b'-') && (recent[0] >= 0x80 || code >= 0x80) {
                alphabet.ranges.push((recent[0], code)); // perhaps no range: one too many does no harm
            }
            recent = [recent[1], code];
            if code >= 0x80 && !alphabet.letters.iter().any(|letter| letter.sample == code) {
                alphabet.add(code, true);
            }
        }
        alphabet
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// `text` in the alphabet, and where each of its characters starts in `text`.
    pub(super) fn spell_text(&mut self, text: &[u8]) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = Vec::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        let mut at = 0;
        while let Some((code, length)) = decode(text, at) {
            let code = self.fold(code);
            bytes.push(if code < 0x80 { code as u8 } else { self.letter_of(code) });
            offsets.push(at);
            at += length;
        }
        (bytes, offsets)
    }

    /// The expression in the alphabet. An error is one of regerror(3)'s.
    pub(super) fn spell_pattern(&self, pattern: &[u8]) -> Result<Vec<u8>, String> {
        let mut spelled = Vec::with_capacity(pattern.len());
        let mut at = 0;
        while let Some((code, length)) = decode(pattern, at) {
            at += length;
            match code {
                0x5B => match self.bracket(pattern, at)? {
                    Some((bracket, end)) => {
                        spelled.extend_from_slice(&bracket);
                        at = end;
                    }
                    None => spelled.push(b'['), // not closed: the C library says so
                },
                0x5C => {
                    let next = pattern.get(at).copied();
                    match next {
                        Some(b'w') => self.shorthand(&mut spelled, b"[[:alnum:]_", Kind::Alnum),
                        Some(b'W') => self.shorthand(&mut spelled, b"[^[:alnum:]_", Kind::Alnum),
                        Some(b's') => self.shorthand(&mut spelled, b"[[:space:]", Kind::Space),
                        Some(b'S') => self.shorthand(&mut spelled, b"[^[:space:]", Kind::Space),
                        Some(byte) if byte < 0x80 => spelled.extend_from_slice(&[b'\\', byte]),
                        Some(_) => continue, // a quoted character is itself
                        None => spelled.push(b'\\'),
                    }
                    at += usize::from(next.is_some());
                }
                _ => self.spell(&mut spelled, code),
            }
        }
        Ok(spelled)
    }

    /// The bracket expression whose inside starts at `from`, and where it ends; `None` when it is not closed.
    fn bracket(&self, pattern: &[u8], from: usize) -> Result<Option<(Vec<u8>, usize)>, String> {
        let mut spelled = b"[".to_vec();
        let mut at = from;
        if pattern.get(at) == Some(&b'^') {
            spelled.push(b'^');
            at += 1;
        }
        let first = at;
        loop {
            let (low, plain) = match element(pattern, at) {
                None => return Ok(None),
                Some((Element::Char(0x5D), end)) if at > first => {
                    spelled.push(b']');
                    return Ok(Some((spelled, end)));
                }
                Some((Element::Class(name), end)) => {
                    spelled.extend_from_slice(pattern.get(at..end).unwrap_or_default());
                    self.members(&mut spelled, Kind::named(name, self.nocase));
                    at = end;
                    continue;
                }
                Some((Element::Char(code), end)) => {
                    let plain = pattern.get(at..end).unwrap_or_default();
                    at = end;
                    (code, plain)
                }
            };
            let high = match (pattern.get(at), element(pattern, at + 1)) {
                (Some(b'-'), Some((Element::Char(high), end))) if pattern.get(at + 1) != Some(&b']') => {
                    let whole = pattern.get(at..end).unwrap_or_default();
                    at = end;
                    Some((high, whole))
                }
                _ => None,
            };
            match high {
                None if low < 0x80 => spelled.extend_from_slice(plain),
                None => self.spell(&mut spelled, low),
                Some((high, whole)) if high < 0x80 && low < 0x80 => {
                    spelled.extend_from_slice(plain);
                    spelled.extend_from_slice(whole);
                }
                Some((high, _)) => self.range(&mut spelled, low, high, plain)?,
            }
        }
    }

    /// A range that ends beyond ASCII.
    fn range(&self, spelled: &mut Vec<u8>, low: u32, high: u32, plain: &[u8]) -> Result<(), String> {
        let (low, high) = (self.fold(low), self.fold(high));
        if low > high {
            return Err("Invalid range end".to_owned());
        }
        if low < 0x80 {
            spelled.extend_from_slice(plain);
            spelled.extend_from_slice(b"-\x7f");
        }
        self.add_members(spelled, |code| (low..=high).contains(&code));
        Ok(())
    }

    fn shorthand(&self, spelled: &mut Vec<u8>, start: &[u8], kind: Kind) {
        spelled.extend_from_slice(start);
        self.members(spelled, Some(kind));
        spelled.push(b']');
    }

    fn members(&self, spelled: &mut Vec<u8>, kind: Option<Kind>) {
        self.add_members(spelled, |code| kind.is_some_and(|kind| kind.has(code)));
    }

    fn add_members(&self, spelled: &mut Vec<u8>, is_member: impl Fn(u32) -> bool) {
        let letters = self.letters.iter().zip(FIRST..).filter(|(letter, _)| is_member(letter.sample));
        spelled.extend(letters.map(|(_, byte)| byte));
    }

    /// A character of the expression.
    fn spell(&self, spelled: &mut Vec<u8>, code: u32) {
        let code = if code < 0x80 { code } else { self.fold(code) };
        let letter = self.letters.iter().zip(FIRST..).find(|(letter, _)| letter.sample == code);
        spelled.push(match letter {
            Some((_, byte)) => byte,
            None if code < 0x80 => code as u8,
            None => FIRST + MAX as u8,
        });
    }

    fn letter_of(&mut self, code: u32) -> u8 {
        let same = |letter: &Letter| {
            letter.sample == code
                || (!letter.alone && !self.distinct && self.signature(letter.sample) == self.signature(code))
        };
        match self.letters.iter().zip(FIRST..).find(|(letter, _)| same(letter)) {
            Some((_, byte)) => byte,
            None => self.add(code, false),
        }
    }

    fn add(&mut self, sample: u32, alone: bool) -> u8 {
        if self.letters.len() == MAX {
            return FIRST + MAX as u8;
        }
        self.letters.push(Letter { sample, alone });
        FIRST + (self.letters.len() - 1) as u8
    }

    /// What the expression can know of a character.
    fn signature(&self, code: u32) -> (u16, u64) {
        let kinds = Kind::ALL.iter().fold(0, |bits, (_, kind)| bits << 1 | u16::from(kind.has(code)));
        let in_range = |&(low, high): &(u32, u32)| u64::from((low..=high).contains(&code));
        (kinds, self.ranges.iter().take(64).fold(0, |bits, range| bits << 1 | in_range(range)))
    }

    /// ASCII's case is left to the C library.
    fn fold(&self, code: u32) -> u32 {
        if code < 0x80 || !self.nocase {
            return code;
        }
        let Some(ch) = char::from_u32(code) else { return code };
        let mut lower = ch.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) => u32::from(one),
            _ => code,
        }
    }
}

/// An element of a bracket expression.
enum Element<'a> {
    Char(u32),
    /// `[:name:]`
    Class(&'a [u8]),
}

/// The element at `at` and its end: a character, `[.c.]`, `[=c=]` or a class.
fn element(pattern: &[u8], at: usize) -> Option<(Element<'_>, usize)> {
    if let [b'[', mark @ (b':' | b'.' | b'='), inner @ ..] = pattern.get(at..)? {
        let length = inner.windows(2).position(|pair| pair == [*mark, b']'])?;
        let (name, end) = (inner.get(..length)?, at + 2 + length + 2);
        if *mark == b':' {
            return Some((Element::Class(name), end));
        }
        if let Some((code, whole)) = decode(name, 0)
            && whole == name.len()
        {
            return Some((Element::Char(code), end));
        }
    }
    let (code, length) = decode(pattern, at)?;
    Some((Element::Char(code), at + length))
}

/// A character and its length; an invalid byte is a character of its own, above all code points.
fn decode(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let &first = text.get(at)?;
    if first < 0x80 {
        return Some((u32::from(first), 1));
    }
    match bstr::decode_utf8(text.get(at..)?) {
        (Some(ch), length) => Some((u32::from(ch), length)),
        (None, _) => Some((0x11_0000 + u32::from(first), 1)),
    }
}

/// The classes beyond ASCII.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Alnum,
    Blank,
    Cntrl,
    Graph,
    Lower,
    Print,
    Punct,
    Space,
    Upper,
}

impl Kind {
    const ALL: [(&str, Kind); 10] = [
        ("alnum", Kind::Alnum),
        ("alpha", Kind::Alnum),
        ("blank", Kind::Blank),
        ("cntrl", Kind::Cntrl),
        ("graph", Kind::Graph),
        ("lower", Kind::Lower),
        ("print", Kind::Print),
        ("punct", Kind::Punct),
        ("space", Kind::Space),
        ("upper", Kind::Upper),
    ];

    /// The class of a name; digits are ASCII. Without case `lower` and `upper` are any letter.
    fn named(name: &[u8], nocase: bool) -> Option<Kind> {
        let &(_, kind) = Kind::ALL.iter().find(|(known, _)| known.as_bytes() == name)?;
        Some(match kind {
            Kind::Lower | Kind::Upper if nocase => Kind::Alnum,
            kind => kind,
        })
    }

    fn has(self, code: u32) -> bool {
        let Some(ch) = char::from_u32(code) else { return false };
        let is_space = ch.is_whitespace() && !matches!(ch, '\u{85}' | '\u{a0}' | '\u{2007}' | '\u{202f}');
        let is_control = ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}');
        match self {
            Kind::Alnum => is_alphanumeric(ch),
            Kind::Blank => is_space && !is_control,
            Kind::Cntrl => is_control,
            Kind::Graph => !is_control && !is_space,
            Kind::Lower => ch.is_lowercase(),
            Kind::Print => !is_control,
            Kind::Punct => !is_control && !is_space && !is_alphanumeric(ch),
            Kind::Space => is_space,
            Kind::Upper => ch.is_uppercase(),
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
