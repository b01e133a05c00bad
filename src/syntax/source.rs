//! The text being read, line by line, and the place reached in it.
//!
//! The lines of the complete command being parsed stand in one buffer, so that a word is a slice of it and looking back
//! is a number. A line enters the buffer when the lexer comes to it, never earlier: the last line of the buffer is the
//! line reached, an alias is put in place of its word at the cost of the rest of its line, and a reader on a terminal
//! is never asked too much. Line continuations are cut out as they are met, so the spelling of a word is bash's.

mod rewind;

use std::rc::Rc;

use memchr::memchr;
use rustc_hash::FxHashSet;

use super::alias::AliasRegion;
use super::error::SyntaxWarning;
use super::lexer::{Reserved, Token};
use super::pool::Pool;

/// Gives the next line with its newline; `None` at the end.
type Reader = Box<dyn FnMut() -> Option<Vec<u8>>>;

/// Sees each line, whether it is a here-document's (true: it goes on with the line before), and its number; gives back what is read instead. An error drops the line,
/// and if it is true, the command.
type Watch = Box<dyn FnMut(Vec<u8>, Option<bool>, u32) -> Result<Vec<u8>, bool>>;

/// Where lines come from.
enum Feed {
    /// A text that is all there, and how far it has been taken.
    Text { text: Rc<[u8]>, taken: usize },
    /// A reader, what it gave for the last command, and how far that has been taken.
    Lines { read: Reader, raw: Vec<u8>, taken: usize },
}

/// Text being read: the whole of a string, or lines that come as they are asked for.
pub struct Source {
    feed: Feed,
    /// Lines of the command being parsed; nothing behind the line reached.
    buffer: Vec<u8>,
    /// Place reached in the buffer.
    pub(super) pos: usize,
    /// Nothing is read behind it: the buffer's length, or the end of a part that is parsed on its own.
    end: usize,
    /// Whether `end` is the end of a part.
    limited: bool,
    /// From which place in the buffer on which line it is; at least one, in order.
    marks: Vec<(usize, u32)>,
    /// Number of lines taken so far, plus the number of the first, minus one.
    line: u32,
    /// Place of the last error.
    failed: usize,
    /// Whether the feed has ended.
    ended: bool,
    /// A program: a last line without a newline gets one, as in bash.
    pads: bool,
    /// The newline at the end of the buffer is such a one.
    padded: bool,
    /// A script's file or standard input, where a backslash at the very end continues the line.
    streamed: bool,
    /// Where the command being parsed starts, and where the last line starts, in the feed's text.
    started: usize,
    last_line: usize,
    /// Alias values in the buffer.
    pub(super) regions: Vec<AliasRegion>,
    /// Places of `((` that turned out to be nested parentheses.
    not_arithmetic: FxHashSet<usize>,
    trials: rewind::Trials,
    /// What the token at a place is, and the reserved word there, once they were looked at.
    pub(super) seen: Seen,
    pub(super) pool: Pool,
    /// Who sees the lines before they are read, and what was read of them for this command.
    watch: Option<Watch>,
    watched: Vec<u8>,
    /// The next line is a here-document's.
    document: Option<bool>,
    /// What bash would have warned of; [`Source::take_warnings`].
    pub(super) warnings: Vec<SyntaxWarning>,
    /// The strings of `$"…"` as they are spelled, with their lines, where somebody wants them.
    messages: Option<Vec<(u32, Vec<u8>)>>,
}

impl Source {
    /// A text that is all there (`-c`, `eval`, a script read at once); `line` is the number of its first line.
    pub fn new(text: impl Into<Rc<[u8]>>, line: u32) -> Source {
        Source::with(Feed::Text { text: text.into(), taken: 0 }, line)
    }

    /// Lines that are read one by one, when the parser needs them: a script on standard input, which shares the stream
    /// with its commands, or a prompt. `read` gives a line with its newline, and `None` at the end.
    pub fn from_lines(read: impl FnMut() -> Option<Vec<u8>> + 'static, line: u32) -> Source {
        Source::with(Feed::Lines { read: Box::new(read), raw: Vec::new(), taken: 0 }, line)
    }

    fn with(feed: Feed, line: u32) -> Source {
        Source {
            feed,
            buffer: Vec::new(),
            pos: 0,
            end: 0,
            limited: false,
            marks: Vec::new(),
            line: line.saturating_sub(1),
            failed: 0,
            ended: false,
            pads: false,
            padded: false,
            streamed: false,
            started: 0,
            last_line: 0,
            regions: Vec::new(),
            not_arithmetic: FxHashSet::default(),
            trials: rewind::Trials::default(),
            seen: Seen::default(),
            pool: Pool::default(),
            watch: None,
            watched: Vec::new(),
            document: None,
            warnings: Vec::new(),
            messages: None,
        }
    }

    /// As the text of a script's file or of standard input: bash drops a backslash at the very end of it.
    #[must_use]
    pub fn streamed(mut self) -> Source {
        self.streamed = true;
        self
    }

    /// From here on `watch` sees the lines.
    pub fn watch(&mut self, watch: Option<Watch>) {
        self.watch = watch;
    }

    /// From here on the strings of `$"…"` are kept: [`Source::take_messages`].
    pub fn collect_messages(&mut self) {
        self.messages = Some(Vec::new());
    }

    /// The strings of `$"…"` met since the last time, as they are spelled, with the lines they start on.
    pub fn take_messages(&mut self) -> Vec<(u32, Vec<u8>)> {
        self.messages.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Keeps the string of `$"…"` that was read from `start` up to the place reached, quotes included.
    pub(super) fn note_message(&mut self, start: usize) {
        if self.messages.is_none() {
            return;
        }
        let line = self.line_at(start);
        let text = self.slice(start + 1, self.pos.saturating_sub(1)).to_vec();
        if let Some(messages) = &mut self.messages {
            messages.push((line, text));
        }
    }

    /// Number of the last line that was read (from 1; 0, or the line before the first, when none was).
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Bytes taken so far of a text that was all there at the start (0 for lines): after a command, where the next
    /// line starts.
    pub fn offset(&self) -> usize {
        match &self.feed {
            Feed::Text { taken, .. } => *taken,
            Feed::Lines { .. } => 0,
        }
    }

    /// Whether nothing but blanks and newlines is left of a text that was all there at the start.
    pub fn is_at_end(&self) -> bool {
        match &self.feed {
            Feed::Text { text, taken } => {
                let rest = text.get(*taken..).unwrap_or_default();
                self.pos >= self.buffer.len() && rest.iter().all(u8::is_ascii_whitespace)
            }
            Feed::Lines { .. } => false,
        }
    }

    /// The lines read by the last [`super::parse_command`], as they came (`set -v`).
    pub fn last_text(&self) -> &[u8] {
        match &self.watched[..] {
            [] => self.fed().get(self.started..).unwrap_or_default(),
            watched => watched,
        }
    }

    /// What bash would have warned of since the last time.
    pub fn take_warnings(&mut self) -> Vec<SyntaxWarning> {
        std::mem::take(&mut self.warnings)
    }

    /// The feed's text as far as it was taken.
    fn fed(&self) -> &[u8] {
        match &self.feed {
            Feed::Text { text, taken } => text.get(..*taken).unwrap_or_default(),
            Feed::Lines { raw, .. } => raw,
        }
    }

    /// The line read last, without its newline.
    pub(super) fn last_line(&self) -> &[u8] {
        let fed = if self.watched.is_empty() { self.fed() } else { &self.watched };
        let line = fed.get(self.last_line..).unwrap_or_default();
        line.strip_suffix(b"\n").unwrap_or(line)
    }

    /// Makes ready for the next command of a program: what was parsed is forgotten.
    pub(super) fn begin_command(&mut self) {
        self.pads = true;
        self.begin();
    }

    /// Makes ready to parse.
    pub(super) fn begin(&mut self) {
        self.limited = false;
        self.forget_parsed();
        self.watched.clear();
        match &mut self.feed {
            Feed::Text { taken, .. } => self.started = *taken,
            Feed::Lines { raw, taken, .. } => {
                raw.clear();
                *taken = 0;
                self.started = 0;
                self.last_line = 0;
            }
        }
    }

    /// Takes what was parsed out of the buffer. Of an alias of several lines the rest stays, and stays that alias's.
    pub(super) fn forget_parsed(&mut self) {
        let line = self.line_at(self.pos);
        let parsed = self.pos.min(self.buffer.len());
        self.buffer.drain(..parsed);
        self.pos = 0;
        self.end = self.buffer.len();
        self.marks.clear();
        self.marks.push((0, line));
        self.regions.retain_mut(|region| {
            let kept = region.end > parsed;
            region.start = region.start.saturating_sub(parsed);
            region.end = region.end.saturating_sub(parsed);
            kept
        });
        self.not_arithmetic.clear();
        self.trials.clear();
        self.seen = Seen::default();
    }

    /// Where the words of the command parsed last, or what made the parse fail, stand in the text.
    pub fn places(&self) -> Places {
        Places { marks: self.marks.clone(), failed: self.failed }
    }

    /// Drops the rest of the line after an error.
    pub(super) fn drop_line(&mut self) {
        self.failed = self.pos;
        self.pos = self.buffer.len();
    }

    /// The same where the lines behind it are still to be read.
    pub(super) fn drop_to_newline(&mut self) {
        self.failed = self.pos;
        self.pos = memchr::memchr(b'\n', self.rest()).map_or(self.buffer.len(), |length| self.pos + length + 1);
    }

    /// What was parsed since [`Source::begin`].
    pub(super) fn parsed(&self) -> &[u8] {
        self.buffer.get(..self.pos).unwrap_or_default()
    }

    /// A piece of the buffer.
    pub(super) fn slice(&self, start: usize, end: usize) -> &[u8] {
        self.buffer.get(start..end).unwrap_or_default()
    }

    /// The bytes at hand behind the place reached: the rest of the line.
    pub(super) fn rest(&self) -> &[u8] {
        self.buffer.get(self.pos..self.end).unwrap_or_default()
    }

    /// Number of the line at `pos`.
    #[inline]
    pub(super) fn line_at(&self, pos: usize) -> u32 {
        match self.marks.last() {
            Some(&(start, line)) if start <= pos => line,
            _ => self.line_before(pos),
        }
    }

    #[inline(never)]
    fn line_before(&self, pos: usize) -> u32 {
        let after = self.marks.partition_point(|&(start, _)| start <= pos);
        after.checked_sub(1).and_then(|index| self.marks.get(index)).map_or(self.line, |&(_, line)| line)
    }

    /// The line that bash names when the text ends too early: one behind the last.
    pub(super) fn end_line(&self) -> u32 {
        self.line + 1
    }

    /// The byte `ahead` of the place reached, as it stands there.
    #[inline]
    pub(super) fn raw(&mut self, ahead: usize) -> Option<u8> {
        let at = self.pos + ahead;
        if at < self.end { self.buffer.get(at).copied() } else { self.raw_beyond(ahead) }
    }

    #[cold]
    fn raw_beyond(&mut self, ahead: usize) -> Option<u8> {
        loop {
            let at = self.pos + ahead;
            if at < self.end {
                return self.buffer.get(at).copied();
            }
            if !self.fill() {
                return None;
            }
        }
    }

    /// The byte `ahead` of the place reached. A line continuation there is cut out first (POSIX 2.2.1).
    #[inline(always)]
    pub(super) fn byte(&mut self, ahead: usize) -> Option<u8> {
        let at = self.pos + ahead;
        match self.buffer.get(at) {
            Some(&byte) if byte != b'\\' && at < self.end => Some(byte),
            _ => self.byte_slowly(ahead),
        }
    }

    #[cold]
    #[inline(never)]
    fn byte_slowly(&mut self, ahead: usize) -> Option<u8> {
        loop {
            let byte = self.raw(ahead)?;
            if byte != b'\\' || self.raw(ahead + 1) != Some(b'\n') || self.is_padding(self.pos + ahead + 1) {
                return Some(byte);
            }
            self.cut(self.pos + ahead, 2);
        }
    }

    /// Whether the newline at `at` is one that the text does not have: a backslash before it stands for itself.
    pub(super) fn is_padding(&self, at: usize) -> bool {
        self.padded && !self.streamed && at + 1 == self.buffer.len()
    }

    /// The byte at the place reached, line continuations cut out.
    #[inline(always)]
    pub(super) fn peek(&mut self) -> Option<u8> {
        self.byte(0)
    }

    /// Skips blanks that are at hand.
    #[inline(always)]
    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.buffer.get(self.pos)
            && self.pos < self.end
        {
            self.pos += 1;
        }
    }

    /// Appends the next line to the buffer; false when there is none.
    fn fill(&mut self) -> bool {
        if self.limited || self.ended {
            return false;
        }
        let at = self.buffer.len();
        match &mut self.feed {
            Feed::Text { text, taken } => {
                let rest = text.get(*taken..).unwrap_or_default();
                let length = memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
                self.ended = length == 0;
                if !self.ended {
                    self.last_line = *taken;
                    append_line(&mut self.buffer, rest.get(..length).unwrap_or_default());
                    *taken += length;
                }
            }
            Feed::Lines { read, raw, taken } => {
                if *taken == raw.len() {
                    match read() {
                        Some(line) if !line.is_empty() => raw.extend_from_slice(&line),
                        _ => self.ended = true,
                    }
                }
                if !self.ended {
                    let rest = raw.get(*taken..).unwrap_or_default();
                    let length = memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
                    self.last_line = *taken;
                    append_line(&mut self.buffer, rest.get(..length).unwrap_or_default());
                    *taken += length;
                }
            }
        }
        if self.ended {
            return false;
        }
        if let Some(watch) = &mut self.watch {
            match watch(self.buffer.split_off(at), self.document, self.line + 1) {
                Ok(line) => {
                    self.last_line = self.watched.len();
                    self.watched.extend_from_slice(&line);
                    self.buffer.extend_from_slice(&line);
                }
                Err(ends) => {
                    self.ended = ends;
                    return !ends && self.fill();
                }
            }
        }
        self.line += 1;
        if self.pads && self.buffer.get(at..).is_some_and(|line| !line.is_empty() && !line.ends_with(b"\n")) {
            self.buffer.push(b'\n');
            self.padded = true;
        }
        self.end = self.buffer.len();
        match self.marks.last_mut() {
            Some(last) if last.0 == at => last.1 = self.line,
            _ => self.marks.push((at, self.line)),
        }
        self.note_line(at);
        true
    }

    /// Takes `length` bytes at `at` out of the buffer.
    pub(super) fn cut(&mut self, at: usize, length: usize) {
        self.splice(at, length, b"");
    }

    /// Puts `with` in place of `length` bytes at `at`.
    pub(super) fn replace(&mut self, at: usize, length: usize, with: &[u8]) {
        self.keep();
        self.splice(at, length, with);
    }

    fn splice(&mut self, at: usize, length: usize, with: &[u8]) {
        let after = at + length;
        if with.is_empty() && after == self.buffer.len() {
            self.buffer.truncate(at);
        } else {
            self.buffer.splice(at..after, with.iter().copied());
        }
        let moved = |place: usize| if place >= after { place - length + with.len() } else { place.min(at) };
        self.end = moved(self.end);
        for mark in self.marks.iter_mut().rev().take_while(|mark| mark.0 > at) {
            mark.0 = moved(mark.0);
        }
        for region in &mut self.regions {
            if region.start > at {
                region.start = moved(region.start);
            }
            if region.end > at {
                region.end = moved(region.end);
            }
        }
        self.forget_behind(at);
        self.seen = Seen::default();
    }

    /// Forgets what is known of places from `at` on: the text there has changed.
    fn forget_behind(&mut self, at: usize) {
        if !self.not_arithmetic.is_empty() {
            self.not_arithmetic.retain(|&place| place < at);
        }
    }

    /// The next line behind the place reached, with its newline, to be read as it stands (a here-document's body).
    /// Where nothing stands behind it, the line leaves the buffer again: a body is in nobody's spelling.
    pub(super) fn take_line(&mut self, with: &mut Vec<u8>, continues: bool) -> bool {
        self.document = Some(continues);
        let there = self.raw(0).is_some();
        self.document = None;
        if !there {
            return false;
        }
        let rest = self.rest();
        let length = memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
        with.extend_from_slice(rest.get(..length).unwrap_or_default());
        self.pos += length;
        if self.pos == self.buffer.len() && !self.limited {
            self.keep();
            self.pos -= length;
            self.buffer.truncate(self.pos);
            self.end = self.pos;
            self.forget_behind(self.end);
            let line = self.line;
            while self.marks.last().is_some_and(|mark| mark.0 >= self.pos) {
                self.marks.pop();
            }
            self.marks.push((self.pos, line));
        }
        true
    }

    /// Whether nothing but [`Source::rest`] can be read.
    pub(super) fn is_limited(&self) -> bool {
        self.limited
    }

    /// Restricts reading to what ends at `end`; gives back what [`Source::lift`] needs.
    pub(super) fn restrict(&mut self, end: usize) -> Limit {
        let before = Limit { behind: self.buffer.len().saturating_sub(self.end), limited: self.limited };
        self.end = end.min(self.end);
        self.limited = true;
        self.seen = Seen::default();
        before
    }

    /// Ends a restriction.
    pub(super) fn lift(&mut self, before: Limit) {
        self.end = self.buffer.len().saturating_sub(before.behind);
        self.limited = before.limited;
        self.seen = Seen::default();
    }

    /// Whether `((` at `place` is known to be nested parentheses.
    pub(super) fn is_not_arithmetic(&self, place: usize) -> bool {
        !self.not_arithmetic.is_empty() && self.not_arithmetic.contains(&place)
    }

    /// Notes that `((` at `place` is nested parentheses.
    pub(super) fn note_not_arithmetic(&mut self, place: usize) {
        self.not_arithmetic.insert(place);
    }
}

/// From the offset of a [`super::Span`] to line and column. A line continuation is cut out of the spelling, but not of the
/// count of lines.
#[derive(Clone, Debug)]
pub struct Places {
    marks: Vec<(usize, u32)>,
    failed: usize,
}

impl Places {
    /// Line and column of `offset`, from 1; a column counts bytes.
    pub fn at(&self, offset: usize) -> (u32, u32) {
        let after = self.marks.partition_point(|&(start, _)| start <= offset);
        let (start, line) = after.checked_sub(1).and_then(|index| self.marks.get(index)).copied().unwrap_or((0, 1));
        (line, (offset - start.min(offset)) as u32 + 1)
    }

    /// Line and column that the parser had reached when it failed.
    pub fn failed(&self) -> (u32, u32) {
        self.at(self.failed)
    }
}

/// The tokens looked at last, with their places.
pub(super) struct Seen {
    pub(super) token: (usize, Token),
    pub(super) reserved: (usize, Option<Reserved>),
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { token: (usize::MAX, Token::End), reserved: (usize::MAX, None) } // nowhere
    }
}

/// A limit of reading, to be put back.
pub(super) struct Limit {
    behind: usize,
    limited: bool,
}

/// Appends `line` without its null bytes: bash drops them from a script.
fn append_line(buffer: &mut Vec<u8>, line: &[u8]) {
    if memchr(0, line).is_none() {
        buffer.extend_from_slice(line);
    } else {
        buffer.extend(line.iter().copied().filter(|&byte| byte != 0));
    }
}
