//! The history list (bash manual 9.1).

use super::{Opt, Shell, Undo};
use crate::syntax::Field;
use crate::sys::{fd, file};

/// A command of the list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its text.
    pub line: Field,
    /// When it was put there, in seconds since 1970; 0: not known.
    pub time: i64,
}

/// The list, and what is kept beside it.
#[derive(Debug, Clone)]
pub struct History {
    /// The entries, the oldest first.
    pub lines: Vec<Entry>,
    /// The number of the first entry.
    pub base: usize,
    /// HISTSIZE: how many entries there may be.
    pub limit: Option<usize>,
    /// How many lines are new since `history -a`.
    pub fresh: usize,
    /// How many lines of the file are known.
    pub known: usize,
    /// Lines that are read are put on the list.
    pub remembers: bool,
    /// The command that runs stands on the list: as a line of its own; from its first line on.
    pub added: bool,
    /// See `added`.
    pub saved: bool,
    /// `history -s` has taken the place of the command that runs.
    pub pushed: bool,
    /// A line was dropped at a prompt: its expansion failed, or was only to be shown.
    pub dropped: bool,
    /// Lines between timestamps of a file are one entry.
    pub joins: bool,
    /// `set -H` has been: `;&()|<>` end a string that is looked for.
    pub delimits: bool,
    /// The shell has started: HISTSIZE and HISTFILESIZE have their effects.
    pub started: bool,
    /// histchars has a value.
    pub named_chars: bool,
    /// histchars: `!`, `^`, `#`; 0: none.
    pub chars: [u8; 3],
    /// What history expansion remembers.
    pub memory: Memory,
}

/// What one history expansion leaves for the next: `:&`, `!%`, `:s//new/`.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// What `:s` replaced, and by what.
    pub swap: Option<(Vec<u8>, Vec<u8>)>,
    /// What `!?…?` looked for.
    pub sought: Vec<u8>,
    /// The word it was found in.
    pub matched: Vec<u8>,
}

impl Default for History {
    fn default() -> History {
        History {
            lines: Vec::new(),
            base: 1,
            limit: None,
            fresh: 0,
            known: 0,
            remembers: false,
            added: false,
            saved: false,
            pushed: false,
            dropped: false,
            joins: false,
            delimits: false,
            started: false,
            named_chars: false,
            chars: [b'!', b'^', 0],
            memory: Memory::default(),
        }
    }
}

impl History {
    /// Puts a line at the end; a full list loses its first.
    pub fn push(&mut self, line: &[u8], time: i64) {
        if self.limit == Some(self.lines.len()) {
            if self.lines.is_empty() {
                return;
            }
            self.lines.remove(0);
            self.base += 1;
        }
        self.lines.push(Entry { line: Field::from(line), time });
    }

    /// Takes the last entry away.
    pub fn pop(&mut self) {
        self.added = false;
        if self.lines.pop().is_some() {
            self.fresh = self.fresh.saturating_sub(1);
        }
    }

    /// HISTSIZE was set: `None`: no limit.
    pub fn limit_to(&mut self, limit: Option<usize>) {
        self.limit = limit;
        let dropped = self.lines.len().saturating_sub(limit.unwrap_or(usize::MAX));
        if dropped > 0 {
            self.lines.drain(..dropped);
            self.base = dropped; // not added to what it was: HISTSIZE=2; history
        }
        self.fresh = self.fresh.min(limit.unwrap_or(usize::MAX));
    }
}

/// The list, to be changed: a subshell puts it back.
pub fn change(shell: &mut Shell) -> &mut History {
    let Shell { journal, dynamic, options, .. } = shell;
    journal.subshell(|| {
        // within a substitution nothing is remembered; behind it, it is
        Undo::History(History { remembers: options.get(Opt::HISTORY), ..dynamic.history.clone() })
    });
    &mut dynamic.history
}

/// The time that a line of a file tells, if it does: `#` and digits.
pub fn timestamp(line: &[u8]) -> Option<i64> {
    let digits = line.strip_prefix(b"#").filter(|digits| digits.first().is_some_and(u8::is_ascii_digit))?;
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    Some(std::str::from_utf8(digits.get(..end)?).ok()?.parse().unwrap_or(0))
}

/// Writes a file that is the owner's alone: what people type. Appends where `mode` says so.
pub fn write(path: &[u8], mode: fd::Mode, text: &[u8]) -> Result<(), crate::sys::Errno> {
    let mask = file::umask(0o077);
    let opened = fd::open(path, mode);
    file::umask(mask);
    opened.and_then(|target| {
        let result = fd::write_all(target, text);
        fd::close(target);
        result
    })
}

/// Leaves the last `count` lines of a file; their timestamps are not counted.
pub fn truncate(path: &[u8], count: usize) {
    let Ok(text) = file::read_file(path) else { return };
    let (mut start, mut left) = (text.len(), count);
    for line in text.split_inclusive(|&byte| byte == b'\n').rev() {
        let counts = timestamp(line).is_none();
        if counts && left == 0 {
            break;
        }
        left -= usize::from(counts);
        start -= line.len();
    }
    if start > 0 {
        file::make_private(path);
        let _ = write(path, fd::Mode::Write, text.get(start..).unwrap_or_default()); // nobody is told, as in bash
    }
}
