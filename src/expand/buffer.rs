//! A word while it is expanded: its bytes, and runs that say which were quoted and which may be split.

use std::ops::Range;

/// What a run of bytes is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Characters of the word itself, unquoted: may be a pattern, are not split.
    Text,
    /// The result of an unquoted expansion: is split, may be a pattern.
    Split,
    /// Quoted: neither. Keeps a field alive even when it is empty.
    Quoted,
    /// Nothing, from a quoted expansion: keeps a field alive unless an empty `"$@"` stands in the word.
    Weak,
    /// A field ends here and another begins.
    Break,
}

/// Bytes of one kind, from the end of the run before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Offset behind its last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// What the bytes are gathered for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    /// Fields: the runs are kept.
    Fields,
    /// One string: what was quoted does not matter.
    Plain,
    /// The same in a here-document, where bash joins `$*` with blanks.
    HereDocument,
    /// The text of a pattern: quoted special characters behind backslashes.
    Pattern,
    /// The same with a backslash before every quoted character.
    ShownPattern,
    /// A regular expression.
    Regex,
    /// What `${x/p/r}` puts in: quoted `&` and backslashes behind backslashes.
    Replacement,
}

/// How a list is joined where one string is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Join {
    /// `$*` with IFS, `$@` with blanks: words of `case` and `[[ ]]`, patterns.
    Word,
    /// `$@` that went through an operator with IFS too: the value of an assignment.
    Value,
    /// The same, and an unquoted `$*` with blanks where IFS is null: an assignment as an argument, operands in a value.
    Argument,
    /// All with IFS, or blanks where it is null: `([0]=$@)`.
    Element,
}

/// A word while it is expanded.
pub(super) struct Buffer {
    /// All of it.
    pub bytes: Vec<u8>,
    runs: Vec<Run>,
    /// What for.
    pub mode: Mode,
    /// The text is the right side of an unquoted `${x:-…}`: it is split as well.
    pub operand: bool,
    /// How lists are joined. In all but words tildes stand behind `:` in operands too.
    pub join: Join,
    /// A quoted list without an element was met.
    pub null_list: bool,
    /// The text is a here-document with `$@` in it.
    pub beside_at: bool,
    /// In a bracket expression of a regular expression, where a backslash quotes nothing.
    bracket: bool,
}

impl Buffer {
    pub(super) fn new(mode: Mode) -> Buffer {
        Buffer {
            bytes: Vec::new(),
            runs: Vec::new(),
            mode,
            operand: false,
            join: Join::Word,
            null_list: false,
            beside_at: false,
            bracket: false,
        }
    }

    /// Appends unquoted characters of the word.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        let kind = if self.operand { Kind::Split } else { Kind::Text };
        self.unquoted(bytes, kind);
    }

    /// Appends the result of an unquoted expansion.
    pub(super) fn split(&mut self, bytes: &[u8]) {
        self.unquoted(bytes, Kind::Split);
    }

    fn unquoted(&mut self, bytes: &[u8], kind: Kind) {
        match self.mode {
            Mode::Fields if bytes.is_empty() => return,
            Mode::Fields => self.note(kind, self.bytes.len() + bytes.len()),
            Mode::Regex => {
                for &byte in bytes {
                    self.follow_bracket(byte);
                    self.bytes.push(byte);
                }
                return;
            }
            _ => {}
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends quoted characters; none at all still make a field.
    pub(super) fn quoted(&mut self, bytes: &[u8]) {
        match self.mode {
            Mode::Fields => self.note(Kind::Quoted, self.bytes.len() + bytes.len()),
            // a slash means nothing in a pattern, and parts paths
            Mode::Pattern => return self.escaped(bytes, |byte| byte.is_ascii_punctuation() && byte != b'/'),
            Mode::ShownPattern => return self.escaped(bytes, |_| true),
            Mode::Replacement => return self.escaped(bytes, |byte| matches!(byte, b'&' | b'\\')),
            Mode::Regex if !self.bracket => return self.escaped(bytes, is_special_in_regex),
            _ => {}
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends the result of an expansion.
    pub(super) fn expansion(&mut self, bytes: &[u8], quoted: bool) {
        if !quoted {
            self.split(bytes);
        } else if !bytes.is_empty() {
            self.quoted(bytes);
        } else if self.mode == Mode::Fields {
            self.note(Kind::Weak, self.bytes.len());
        }
    }

    /// Ends the field here; the next begins.
    pub(super) fn end_field(&mut self) {
        if self.mode == Mode::Fields {
            self.runs.push(Run { end: self.bytes.len(), kind: Kind::Break });
        }
    }

    /// Appends what `write` writes, as the result of an expansion.
    pub(super) fn write(&mut self, quoted: bool, write: impl FnOnce(&mut Vec<u8>)) {
        match self.mode {
            Mode::Fields => {
                let before = self.bytes.len();
                write(&mut self.bytes);
                let kind = match (quoted, self.bytes.len() > before) {
                    (true, true) => Kind::Quoted,
                    (true, false) => Kind::Weak,
                    (false, true) => Kind::Split,
                    (false, false) => return,
                };
                self.note(kind, self.bytes.len());
            }
            Mode::Plain | Mode::HereDocument => write(&mut self.bytes),
            _ => {
                let mut bytes = Vec::new();
                write(&mut bytes);
                self.expansion(&bytes, quoted);
            }
        }
    }

    /// The runs.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The bytes of `range`.
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        self.bytes.get(range).unwrap_or_default()
    }

    /// The bytes of `range` as the text of a pattern, if there is an unquoted character in it that can make it one.
    pub(super) fn pattern_of(&self, range: Range<usize>, extglob: bool) -> Option<Vec<u8>> {
        let active = |&byte: &u8| matches!(byte, b'*' | b'?' | b'[') || (extglob && byte == b'(');
        let mut pieces = self.pieces(range.clone());
        if !pieces.any(|(quoted, bytes)| !quoted && bytes.iter().any(active)) {
            return None;
        }
        let mut pattern = Buffer::new(Mode::Pattern);
        for (quoted, bytes) in self.pieces(range) {
            if quoted { pattern.quoted(bytes) } else { pattern.bytes.extend_from_slice(bytes) }
        }
        Some(pattern.bytes)
    }

    /// The pieces of `range`: quoted or not, and bytes.
    fn pieces(&self, range: Range<usize>) -> impl Iterator<Item = (bool, &[u8])> {
        let mut start = 0;
        self.runs.iter().filter_map(move |run| {
            let piece = start.max(range.start)..run.end.min(range.end);
            start = run.end;
            (piece.start < piece.end).then(|| (run.kind == Kind::Quoted, self.slice(piece)))
        })
    }

    fn note(&mut self, kind: Kind, end: usize) {
        match self.runs.last_mut() {
            Some(last) if last.kind == kind => last.end = end,
            _ => self.runs.push(Run { end, kind }),
        }
    }

    fn escaped(&mut self, bytes: &[u8], is_special: impl Fn(u8) -> bool) {
        for &byte in bytes {
            if is_special(byte) {
                self.bytes.push(b'\\');
            }
            self.bytes.push(byte);
        }
    }

    /// Follows whether the place reached is in a bracket expression: `[]a]` and `[^]a]` hold a `]`.
    fn follow_bracket(&mut self, byte: u8) {
        let opened = matches!(self.bytes.as_slice(), [.., b'['] | [.., b'[', b'^']);
        match byte {
            b'[' if !self.bracket && self.bytes.last() != Some(&b'\\') => self.bracket = true,
            b']' if self.bracket && !opened => self.bracket = false,
            _ => {}
        }
    }
}

fn is_special_in_regex(byte: u8) -> bool {
    matches!(byte, b'.' | b'[' | b']' | b'(' | b')' | b'*' | b'+' | b'?' | b'{' | b'}' | b'^' | b'$' | b'|' | b'\\')
}
