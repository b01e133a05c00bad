//! History expansion: the `!` words of a line (bash manual 9.3).

use bstr::ByteSlice;

use crate::expand::quote;
use crate::state::history::Memory;
use crate::state::{History, Opt, Shell};

/// Bytes that designate words without a colon before them; they also end a prefix that is looked for (`!pre$`).
const DESIGNATORS: &[u8] = b"^$*%-";

/// What an expansion has come to: the text, and whether it is only to be shown (`:p`).
pub type Recalled = Result<Option<(Vec<u8>, bool)>, Vec<u8>>;

/// How the shell stands while a line is expanded.
pub struct Recall {
    memory: Memory,
    /// `set -o posix`: double quotes hide a `!`.
    posix: bool,
    /// `!(` begins a pattern.
    extglob: bool,
}

/// A text and the place in it up to which it was read.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    /// Behind the `'` that was taken: past the one that closes it. In `$'…'` a backslash hides what follows.
    fn skip_single_quotes(&mut self) {
        let before = self.at.checked_sub(2).and_then(|before| self.text.get(before));
        let ansi = before == Some(&b'$');
        while let Some(byte) = self.peek().filter(|&byte| byte != b'\'') {
            self.at += 1 + usize::from(ansi && byte == b'\\');
        }
        self.at += 1;
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn next(&self) -> Option<u8> {
        self.text.get(self.at + 1).copied()
    }

    fn rest(&self) -> &[u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &[u8] {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.iter().position(|&byte| !wanted(byte)).unwrap_or(rest.len());
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn number(&mut self) -> usize {
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        digits.to_str().ok().and_then(|digits| digits.parse().ok()).unwrap_or(usize::MAX)
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

    /// What went wrong from `start` on: `!x: event not found`.
    fn failed<T>(&self, start: usize, why: &str) -> Result<T, Vec<u8>> {
        Err([self.text.get(start..self.at).unwrap_or_default(), b": ", why.as_bytes()].concat())
    }
}

impl Recall {
    /// As the shell stands; to be given back to `History::memory`.
    pub fn new(shell: &mut Shell) -> Recall {
        Recall {
            memory: std::mem::take(&mut shell.dynamic.history.memory),
            posix: shell.options.get(Opt::POSIX),
            extglob: shell.options.get(Opt::EXTGLOB),
        }
    }

    /// What it remembers for the next.
    pub fn end(self) -> Memory {
        self.memory
    }

    /// `text` with its `!` words expanded, `None` if there are none. `quote`: the quote that the text begins in, or 0.
    pub fn expand(&mut self, history: &History, text: &[u8], quote: u8) -> Recalled {
        let [bang, caret, comment] = history.chars;
        if bang == 0 {
            return Ok(None);
        }
        let quick = [&[bang, bang, b':', b's'][..], text].concat();
        let text = if caret != 0 && text.first() == Some(&caret) { &quick } else { text };
        if !text.contains(&bang) {
            return Ok(None);
        }
        let mut cursor = Cursor { text, at: 0 };
        if quote == b'\'' {
            cursor.take_while(|byte| byte != b'\'');
            cursor.at = (cursor.at + 1).min(text.len());
        }
        let begin = cursor.at;
        let (mut out, mut double, mut shows, mut changed) =
            (text.get(..begin).unwrap_or_default().to_vec(), quote == b'"', false, false);
        let mut sure = false;
        while let Some(byte) = cursor.peek() {
            if byte == bang && !is_plain(&cursor, double) {
                if !sure && !self.is_hidden(text, cursor.at, begin) {
                    // there is something to expand: from the beginning, where only what stands before a `!` can hide it
                    (sure, double, cursor.at) = (true, quote == b'"', begin);
                    out.truncate(begin);
                    continue;
                }
                out.push(bang);
                if !sure || self.is_hidden(&out, out.len() - 1, begin) {
                    cursor.at += 1;
                    continue;
                }
                out.pop();
                let recalled = self.recall(history, &mut cursor, &out, double)?;
                out.extend_from_slice(&recalled.0);
                shows |= recalled.1;
                changed = true;
                continue;
            }
            let start = cursor.at;
            let begins = start == 0 || text.get(start - 1).is_some_and(u8::is_ascii_whitespace);
            cursor.at += 1;
            match byte {
                byte if byte == comment && comment != 0 && !double && begins => cursor.at = text.len(),
                // bash looks whether there is anything to expand with fewer escapes: echo \\!!
                b'\\'
                    if sure
                        || matches!(cursor.peek(), Some(next) if next == bang || next == b'\'' || (double && next == b'"')) =>
                {
                    cursor.at += 1;
                }
                b'"' => double = !double,
                b'\'' if !double => cursor.skip_single_quotes(),
                _ => {}
            }
            cursor.at = cursor.at.min(text.len());
            out.extend_from_slice(text.get(start..cursor.at).unwrap_or_default());
        }
        Ok(changed.then_some((out, shows)))
    }

    /// Where a `!` stands that no quotes hide as the shell would read the line from `start` on: `$( )` and backquotes begin
    /// quoting afresh, within double quotes too.
    fn live(&self, text: &[u8], bang: u8, start: usize) -> Vec<usize> {
        let (mut found, mut at, mut double, mut outer) = (Vec::new(), start, false, Vec::new());
        while let Some(&byte) = text.get(at) {
            let next = text.get(at + 1).copied();
            let within = |end: u8| text.get(at + 1..).and_then(|rest| memchr::memchr(end, rest)).unwrap_or(text.len());
            match byte {
                b'\\' => at += 1,
                b'`' if outer.last().is_some_and(|&(end, _)| end == b'`') => {
                    double = outer.pop().is_some_and(|end| end.1)
                }
                b'`' => outer.push((b'`', std::mem::take(&mut double))),
                byte if byte == bang && double && next == Some(b'"') => {}
                byte if byte == bang => found.push(at),
                b'\'' if !double => at += within(b'\'') + 1,
                b'"' if self.posix && !double => at += within(b'"') + 1,
                b'"' => double = !double,
                b'(' if at > 0 && matches!(text.get(at - 1), Some(b'$' | b'<' | b'>')) => {
                    outer.push((b')', std::mem::take(&mut double)));
                }
                b')' if outer.last().is_some_and(|&(end, _)| end == b')') => {
                    double = outer.pop().is_some_and(|end| end.1)
                }
                _ => {}
            }
            at += 1;
        }
        found
    }

    /// Whether the `!` at `at` is one of the shell's language, or hidden by quotes that begin behind `begin`.
    fn is_hidden(&self, text: &[u8], at: usize, begin: usize) -> bool {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        let within = |open: &[u8], close: u8| before.ends_with(open) && after.contains(&close);
        let group = self.extglob && after.first() == Some(&b'(') && after.contains(&b')');
        let live = || {
            let live = self.live(text, text.get(at).copied().unwrap_or_default(), begin);
            live.first() != Some(&0) && !live.contains(&at)
        };
        within(b"[", b']') || within(b"${", b'}') || (at > 1 && (before.ends_with(b"$") || group)) || live()
    }

    /// What the `!` at the cursor begins: event, words, modifiers.
    fn recall(
        &mut self,
        history: &History,
        cursor: &mut Cursor,
        before: &[u8],
        double: bool,
    ) -> Result<(Vec<u8>, bool), Vec<u8>> {
        let start = cursor.at;
        cursor.at += 1;
        let event = match cursor.peek() {
            Some(b':' | b'^' | b'$' | b'*' | b'%') => history.lines.last().map(|entry| entry.line.to_vec()),
            Some(b'#') => {
                cursor.at += 1;
                Some(before.to_vec())
            }
            _ => self.event(history, cursor, double),
        };
        let Some(event) = event else { return cursor.failed(start, "event not found") };
        let start = cursor.at;
        match self.words(history, &event, cursor) {
            Some(text) => self.modify(text, cursor),
            None => cursor.failed(start, "bad word specifier"),
        }
    }

    fn event(&mut self, history: &History, cursor: &mut Cursor, double: bool) -> Option<Vec<u8>> {
        let lines = &history.lines;
        let nth = |index: usize| lines.get(index).map(|entry| entry.line.to_vec());
        if cursor.take(history.chars[0]) {
            return nth(lines.len().checked_sub(1)?);
        }
        let back = cursor.peek() == Some(b'-') && cursor.next().is_some_and(|byte| byte.is_ascii_digit());
        cursor.at += usize::from(back);
        if cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            let number = cursor.number();
            return match back {
                true => nth(lines.len().checked_sub(number)?),
                false => nth(number.checked_sub(history.base)?),
            };
        }
        if cursor.take(b'?') {
            let sought = cursor.take_while(|byte| byte != b'?' && byte != b'\n').to_vec();
            cursor.take(b'?');
            let sought = if sought.is_empty() { self.memory.sought.clone() } else { sought };
            let found = lines.iter().rev().find(|entry| !sought.is_empty() && entry.line.contains_str(&sought))?;
            let at = found.line.rfind(&sought)?;
            let words = words(&found.line, history.chars[2]);
            self.memory.matched =
                words.into_iter().rfind(|word| word.0 <= at).map_or(Vec::new(), |word| word.1.to_vec());
            self.memory.sought = sought;
            return Some(found.line.to_vec());
        }
        let start = cursor.at;
        let ended = |cursor: &Cursor| {
            cursor.peek().is_none_or(|byte| match byte {
                b' ' | b'\t' | b'\n' | b':' => true,
                b'-' => cursor.at > start,
                b';' | b'&' | b'(' | b')' | b'|' | b'<' | b'>' => history.delimits,
                byte => DESIGNATORS.contains(&byte) || (double && byte == b'"'),
            })
        };
        while !ended(cursor) {
            cursor.at += 1;
        }
        let prefix = cursor.text.get(start..cursor.at).filter(|prefix| !prefix.is_empty())?;
        lines.iter().rev().find(|entry| entry.line.starts_with(prefix)).map(|entry| entry.line.to_vec())
    }

    /// The words of `event` that `:n`, `^`, `2-3` … designate; all of it if there is no designator.
    fn words(&mut self, history: &History, event: &[u8], cursor: &mut Cursor) -> Option<Vec<u8>> {
        let designates = |byte: u8| byte.is_ascii_digit() || DESIGNATORS.contains(&byte);
        match cursor.peek() {
            Some(b':') if cursor.next().is_some_and(designates) => cursor.at += 1,
            Some(byte) if DESIGNATORS.contains(&byte) => {}
            _ => return Some(event.to_vec()),
        }
        let words: Vec<&[u8]> = words(event, history.chars[2]).into_iter().map(|word| word.1).collect();
        let last = words.len().checked_sub(1);
        let first = match cursor.peek()? {
            b'-' => 0,
            byte if byte.is_ascii_digit() => cursor.number(),
            byte => {
                cursor.at += 1;
                match byte {
                    b'%' => return Some(self.memory.matched.clone()),
                    b'*' => return Some(words.get(1..).unwrap_or_default().join(&b' ')),
                    b'$' => return Some(last.and_then(|last| words.get(last)).map_or(event, |word| word).to_vec()),
                    _ => 1,
                }
            }
        };
        let end = range_end(cursor, first, last?)?;
        Some(words.get(first..=end)?.join(&b' '))
    }

    fn modify(&mut self, mut text: Vec<u8>, cursor: &mut Cursor) -> Result<(Vec<u8>, bool), Vec<u8>> {
        let (start, mut all, mut each, mut shows, mut quotes) = (cursor.at, false, false, false, 0);
        while cursor.take(b':') {
            match cursor.peek() {
                Some(b'g' | b'a') => all = true,
                Some(b'G') => each = true,
                _ => cursor.at -= 1,
            }
            cursor.at += 1;
            let letter = cursor.peek();
            cursor.at += usize::from(letter.is_some());
            match letter {
                Some(b'h') => text.truncate(text.rfind_byte(b'/').unwrap_or(text.len())),
                Some(b't') => drop(text.drain(..text.rfind_byte(b'/').map_or(0, |at| at + 1))),
                Some(b'r') => text.truncate(text.rfind_byte(b'.').unwrap_or(text.len())),
                Some(b'e') => drop(text.drain(..text.rfind_byte(b'.').unwrap_or(0))),
                Some(letter @ (b'q' | b'x')) => quotes = letter,
                Some(b'p') => shows = true,
                Some(b's') if cursor.peek().is_none() => {}
                Some(letter @ (b's' | b'&')) => {
                    if letter == b's' {
                        self.read_swap(cursor);
                    }
                    match self.memory.swap.as_ref().filter(|swap| !swap.0.is_empty()) {
                        None => return cursor.failed(start, "no previous substitution"),
                        Some(swap) if !text.contains_str(&swap.0) => {
                            return cursor.failed(start, "substitution failed");
                        }
                        Some((old, new)) => text = swapped(&text, old, new, std::mem::take(&mut all), each),
                    }
                }
                _ => {
                    let start = cursor.at - usize::from(letter.is_some());
                    return cursor.failed(start, "unrecognized history modifier");
                }
            }
        }
        match quotes {
            b'q' => text = quote::single_quoted(&text),
            b'x' => {
                let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n');
                let quoted = |part: &[u8]| if part.is_empty() { Vec::new() } else { quote::single_quoted(part) };
                text = text.split(blank).map(quoted).collect::<Vec<_>>().join(&b' ');
            }
            _ => {}
        }
        Ok((text, shows))
    }

    /// `/old/new/` behind an `s`.
    fn read_swap(&mut self, cursor: &mut Cursor) {
        let delimiter = cursor.peek().unwrap_or_default();
        cursor.at += 1;
        let mut old = cursor.up_to(delimiter);
        if old.is_empty() {
            let before = self.memory.swap.as_ref().map(|swap| &swap.0).filter(|old| !old.is_empty());
            old = before.unwrap_or(&self.memory.sought).clone();
        }
        let (mut new, mut bytes) = (Vec::new(), cursor.up_to(delimiter).into_iter().peekable());
        while let Some(byte) = bytes.next() {
            match byte {
                b'&' => new.extend_from_slice(&old),
                b'\\' if bytes.next_if_eq(&b'&').is_some() => new.push(b'&'),
                byte => new.push(byte),
            }
        }
        self.memory.swap = Some((old, new));
    }
}

/// Whether the `!` at the cursor begins nothing, for what follows it.
fn is_plain(cursor: &Cursor, double: bool) -> bool {
    match cursor.next() {
        None | Some(b' ' | b'\t' | b'\n' | b'\r' | b'=') => true,
        next => double && next == Some(b'"'),
    }
}

/// The substitution made once, everywhere (`all`), or once in each word.
fn swapped(text: &[u8], old: &[u8], new: &[u8], all: bool, each: bool) -> Vec<u8> {
    match (all, each) {
        (true, _) => text.replace(old, new),
        (false, false) => text.replacen(old, new, 1),
        (false, true) => {
            let (mut out, mut behind) = (Vec::new(), 0);
            for (at, word) in words(text, 0) {
                out.extend_from_slice(text.get(behind..at).unwrap_or_default());
                out.extend_from_slice(&word.replacen(old, new, 1));
                behind = at + word.len();
            }
            out
        }
    }
}

/// The end of a range of words: `-n`, `-$`, `-` (all but the last), `*` (to the last); without one, its beginning.
fn range_end(cursor: &mut Cursor, first: usize, last: usize) -> Option<usize> {
    let ranges = cursor.take(b'-');
    let end = match cursor.peek() {
        Some(byte) if ranges && byte.is_ascii_digit() => return Some(cursor.number()).filter(|&end| end >= first),
        Some(b'$') if ranges => last,
        Some(b'*') if !ranges => last,
        Some(b'^') => 1,
        _ if ranges => return last.checked_sub(1),
        _ => return Some(first),
    };
    cursor.at += 1;
    Some(end).filter(|&end| end >= first)
}

/// The words of a line with their places, as the shell would read them, operators too.
fn words(line: &[u8], comment: u8) -> Vec<(usize, &[u8])> {
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
            Some(byte) if byte == comment => return found,
            Some(operator @ (b'<' | b'>' | b'&' | b'|' | b';' | b'(' | b')')) => {
                cursor.at += 1;
                match (operator, cursor.peek()) {
                    (b'(' | b')', _) => {}
                    (b'<' | b'>', Some(b'(')) => skip_word(&mut cursor),
                    (b'<', Some(b'<')) => {
                        cursor.at += 1;
                        _ = cursor.take(b'<') || cursor.take(b'-');
                    }
                    (b'<' | b'>', Some(b'&')) => {
                        cursor.at += 1;
                        cursor.take_while(|byte| byte.is_ascii_digit());
                        cursor.take(b'-');
                    }
                    (operator, Some(next)) if next == operator => cursor.at += 1,
                    (b'&', Some(b'>')) | (b'>', Some(b'|')) => cursor.at += 1,
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
            (b'(', None)
                if depth > 0
                    || cursor
                        .text
                        .get(..cursor.at)
                        .and_then(|text| text.last())
                        .is_some_and(|byte| b"<>$!@?+*".contains(byte)) =>
            {
                depth += 1;
            }
            (b')', None) if depth > 0 => depth -= 1,
            (byte, None) if depth == 0 && (byte.is_ascii_whitespace() || b"<>&|;()".contains(&byte)) => return,
            _ => {}
        }
        cursor.at = (cursor.at + 1).min(cursor.text.len());
    }
}
