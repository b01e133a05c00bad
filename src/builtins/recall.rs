//! History expansion: the `!` words of `history -p` (bash manual 9.3).

use bstr::ByteSlice;

use crate::expand::quote;
use crate::syntax::Field;

/// Bytes that end a prefix searched for (`!pre;`), next to blanks and the beginning of a word designator.
const ENDS: &[u8] = b":^$*%";
/// Bytes that designate words without a colon before them.
const DESIGNATORS: &[u8] = b"^$*%-";

/// What one expansion leaves for the next: `:&`, `!%`, `:s//new/`.
#[derive(Default)]
pub(super) struct Recall {
    swap: Option<(Vec<u8>, Vec<u8>)>,
    sought: Vec<u8>,
    matched: Vec<u8>,
}

/// A text and the place in it up to which it was read.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &[u8] {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|&byte| !wanted(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn number(&mut self) -> Option<usize> {
        self.take_while(|byte| byte.is_ascii_digit()).to_str().ok()?.parse().ok()
    }

    /// The text up to `end`, which a backslash hides.
    fn up_to(&mut self, end: u8) -> Vec<u8> {
        let mut text = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                byte if byte == end => break,
                b'\\' if self.take(end) => text.push(end),
                byte => text.push(byte),
            }
        }
        text
    }
}

impl Recall {
    /// `text` with its `!` words expanded; `None`: one of them names nothing.
    pub(super) fn expand(&mut self, history: &[Field], text: &[u8]) -> Option<Vec<u8>> {
        let quick = [b"!!:s", text].concat();
        let mut cursor = Cursor { text: if text.starts_with(b"^") { &quick } else { text }, at: 0 };
        let (mut out, mut double) = (Vec::new(), false);
        while let Some(byte) = cursor.peek() {
            if byte == b'!' && !inert(&cursor, double) {
                cursor.at += 1;
                let recalled = self.recall(history, &mut cursor, &out, double)?;
                out.extend_from_slice(&recalled);
                continue;
            }
            let start = cursor.at;
            cursor.at += 1;
            match byte {
                b'\\' => cursor.at += 1,
                b'"' => double = !double,
                b'\'' if !double => {
                    cursor.take_while(|byte| byte != b'\'');
                    cursor.at += 1;
                }
                _ => {}
            }
            cursor.at = cursor.at.min(cursor.text.len());
            out.extend_from_slice(cursor.text.get(start..cursor.at)?);
        }
        Some(out)
    }

    /// What stands behind a `!`: event, words, modifiers.
    fn recall(&mut self, history: &[Field], cursor: &mut Cursor, before: &[u8], double: bool) -> Option<Vec<u8>> {
        let event = match cursor.peek()? {
            byte if b":^$*%".contains(&byte) => history.last()?.to_vec(),
            b'#' => {
                cursor.at += 1;
                before.to_vec()
            }
            _ => self.event(history, cursor, double)?.to_vec(),
        };
        let text = self.words(&event, cursor)?;
        self.modify(text, cursor)
    }

    fn event<'a>(&mut self, history: &'a [Field], cursor: &mut Cursor, double: bool) -> Option<&'a Field> {
        if cursor.take(b'!') {
            return history.last();
        }
        if cursor.peek()?.is_ascii_digit() {
            return history.get(cursor.number()?.checked_sub(1)?);
        }
        if cursor.take(b'-') {
            return history.get(history.len().checked_sub(cursor.number()?.max(1))?);
        }
        if cursor.take(b'?') {
            let sought = cursor.take_while(|byte| byte != b'?' && byte != b'\n').to_vec();
            cursor.take(b'?');
            if !sought.is_empty() {
                self.sought = sought;
            }
            let found = history.iter().rev().find(|line| !self.sought.is_empty() && line.contains_str(&self.sought))?;
            let at = found.find(&self.sought)?;
            self.matched =
                words(found).into_iter().rfind(|word| word.0 <= at).map_or(Vec::new(), |word| word.1.to_vec());
            return Some(found);
        }
        let ends = |byte: u8| byte.is_ascii_whitespace() || ENDS.contains(&byte) || (double && byte == b'"');
        let prefix = cursor.take_while(|byte| !ends(byte));
        history.iter().rev().find(|line| !prefix.is_empty() && line.starts_with(prefix))
    }

    /// The words of `event` that `:n`, `^`, `2-3` … designate; all of it if there is no designator.
    fn words(&mut self, event: &[u8], cursor: &mut Cursor) -> Option<Vec<u8>> {
        let designates = |byte: u8| byte.is_ascii_digit() || DESIGNATORS.contains(&byte);
        match cursor.peek() {
            Some(b':') if cursor.text.get(cursor.at + 1).is_some_and(|&byte| designates(byte)) => cursor.at += 1,
            Some(byte) if DESIGNATORS.contains(&byte) => {}
            _ => return Some(event.to_vec()),
        }
        let words: Vec<&[u8]> = words(event).into_iter().map(|word| word.1).collect();
        let last = words.len().checked_sub(1)?;
        let (first, end) = match cursor.peek()? {
            b'%' => {
                cursor.at += 1;
                return Some(self.matched.clone());
            }
            b'*' => {
                cursor.at += 1;
                return Some(words.get(1..).unwrap_or_default().join(&b' '));
            }
            b'$' => {
                cursor.at += 1;
                (last, last)
            }
            byte => {
                let first = match byte {
                    b'^' => {
                        cursor.at += 1;
                        1
                    }
                    b'-' => 0,
                    _ => cursor.number()?,
                };
                (first, range_end(cursor, first, last)?)
            }
        };
        Some(words.get(first..=end)?.join(&b' '))
    }

    fn modify(&mut self, mut text: Vec<u8>, cursor: &mut Cursor) -> Option<Vec<u8>> {
        while cursor.take(b':') {
            let (mut all, mut each) = (false, false);
            while let Some(byte @ (b'g' | b'a' | b'G')) = cursor.peek() {
                if byte == b'G' {
                    each = true
                } else {
                    all = true
                }
                cursor.at += 1;
            }
            let letter = cursor.peek()?;
            cursor.at += 1;
            match letter {
                b'h' => text.truncate(text.rfind_byte(b'/').unwrap_or(text.len())),
                b't' => text = text.get(text.rfind_byte(b'/').map_or(0, |at| at + 1)..)?.to_vec(),
                b'r' => text.truncate(text.rfind_byte(b'.').unwrap_or(text.len())),
                b'e' => text = text.get(text.rfind_byte(b'.').unwrap_or(0)..)?.to_vec(),
                b'q' => text = quote::single_quoted(&text),
                b'x' => {
                    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n');
                    let quoted = |part: &[u8]| if part.is_empty() { Vec::new() } else { quote::single_quoted(part) };
                    text = text.split(blank).map(quoted).collect::<Vec<_>>().join(&b' ');
                }
                b'p' => {}
                b's' => {
                    self.read_swap(cursor)?;
                    text = self.swapped(&text, all, each)?;
                }
                b'&' => text = self.swapped(&text, all, each)?,
                _ => return None,
            }
        }
        Some(text)
    }

    /// `/old/new/` behind an `s`.
    fn read_swap(&mut self, cursor: &mut Cursor) -> Option<()> {
        let delimiter = cursor.peek()?;
        cursor.at += 1;
        let mut old = cursor.up_to(delimiter);
        if old.is_empty() {
            old = self.swap.as_ref().map_or_else(|| self.sought.clone(), |swap| swap.0.clone());
        }
        let (mut new, mut bytes) = (Vec::new(), cursor.up_to(delimiter).into_iter().peekable());
        while let Some(byte) = bytes.next() {
            match byte {
                b'&' => new.extend_from_slice(&old),
                b'\\' if bytes.next_if_eq(&b'&').is_some() => new.push(b'&'),
                byte => new.push(byte),
            }
        }
        self.swap = Some((old, new));
        Some(())
    }

    /// The substitution made once, everywhere (`all`), or once in each word.
    fn swapped(&self, text: &[u8], all: bool, each: bool) -> Option<Vec<u8>> {
        let (old, new) = self.swap.as_ref().filter(|swap| !swap.0.is_empty() && text.contains_str(&swap.0))?;
        Some(match (all, each) {
            (true, _) => text.replace(old, new),
            (false, false) => text.replacen(old, new, 1),
            (false, true) => {
                words(text).iter().map(|word| word.1.replacen(old, new, 1)).collect::<Vec<_>>().join(&b' ')
            }
        })
    }
}

/// The end of a range of words: `-n`, `-$`, `-` (all but the last), `*` (to the last); without one, its beginning.
fn range_end(cursor: &mut Cursor, first: usize, last: usize) -> Option<usize> {
    if cursor.take(b'*') {
        return Some(last);
    }
    if !cursor.take(b'-') {
        return Some(first);
    }
    let end = match cursor.peek() {
        Some(byte) if byte.is_ascii_digit() => cursor.number(),
        Some(b'$') => {
            cursor.at += 1;
            Some(last)
        }
        Some(b'^') => {
            cursor.at += 1;
            Some(1)
        }
        _ => last.checked_sub(1),
    };
    end.filter(|&end| end >= first)
}

/// Whether the `!` at the cursor is an ordinary character.
fn inert(cursor: &Cursor, double: bool) -> bool {
    let before = cursor.text.get(..cursor.at).unwrap_or_default();
    let after = cursor.text.get(cursor.at + 1..).unwrap_or_default();
    match after.first() {
        None | Some(b' ' | b'\t' | b'\n' | b'\r' | b'=') => return true,
        Some(b'"') if double => return true,
        _ => {}
    }
    let within = |open: &[u8], close: u8| before.ends_with(open) && after.contains(&close);
    before.ends_with(b"$") || within(b"[", b']') || within(b"${", b'}')
}

/// The words of a line with their places, as the shell would read them, operators too.
fn words(line: &[u8]) -> Vec<(usize, &[u8])> {
    let mut found = Vec::new();
    let mut cursor = Cursor { text: line, at: 0 };
    loop {
        cursor.take_while(|byte| byte.is_ascii_whitespace());
        let start = cursor.at;
        let digits = cursor.take_while(|byte| byte.is_ascii_digit()).len();
        if !(digits > 0 && matches!(cursor.peek(), Some(b'<' | b'>'))) {
            cursor.at = start;
        }
        match cursor.peek() {
            None => return found,
            Some(operator @ (b'<' | b'>' | b'&' | b'|' | b';' | b'(' | b')')) => {
                cursor.at += 1;
                let again = !matches!(operator, b'(' | b')') && cursor.take(operator);
                match operator {
                    b'<' if again => _ = cursor.take(b'<') || cursor.take(b'-'),
                    b'<' | b'>' if !again => _ = cursor.take(b'&') || cursor.take(b'|'),
                    _ => {}
                }
            }
            Some(_) => skip_word(&mut cursor),
        }
        found.push((start, line.get(start..cursor.at).unwrap_or_default()));
    }
}

/// Moves behind a word: quotes and `$(…)` keep blanks in it.
fn skip_word(cursor: &mut Cursor) {
    let (mut quoted, mut depth) = (None, 0);
    while let Some(byte) = cursor.peek() {
        match (byte, quoted) {
            (b'\\', None | Some(b'"')) => cursor.at += 1,
            (byte, Some(quote)) => quoted = (byte != quote).then_some(quote),
            (b'\'' | b'"' | b'`', None) => quoted = Some(byte),
            (b'(', None) if depth > 0 || cursor.text.get(..cursor.at).is_some_and(|text| text.ends_with(b"$")) => {
                depth += 1
            }
            (b')', None) if depth > 0 => depth -= 1,
            (byte, None) if depth == 0 && (byte.is_ascii_whitespace() || b"<>&|;()".contains(&byte)) => return,
            _ => {}
        }
        cursor.at = (cursor.at + 1).min(cursor.text.len());
    }
}
