//! Going back in the text: `$((` that turns out to be `$( (` is read again from its start.
//!
//! Only places have to be put back as long as nothing but whole lines came into the buffer. Here-documents and aliases change
//! what stands in it: before the first such change the attempts that are open keep what they need.

use super::{Feed, Seen, Source};
use crate::syntax::alias::AliasRegion;

/// A part of the text that is read on trial.
pub(super) struct Attempt {
    start: usize,
    /// What the buffer holds behind the end of the part that may be read.
    behind: usize,
    warnings: usize,
    before: Option<Before>,
}

/// The text before it was changed.
struct Before {
    rest: Vec<u8>,
    marks: Vec<(usize, u32)>,
    regions: Vec<AliasRegion>,
    line: u32,
    taken: usize,
    last_line: usize,
    ended: bool,
    padded: bool,
}

/// How often a changed text is read again for one command: each time may double the work.
const OFTEN: u32 = 500;

impl Source {
    /// Begins an attempt that may come back to `start`.
    pub(in crate::syntax) fn begin_attempt(&mut self, start: usize) {
        let behind = self.buffer.len().saturating_sub(self.end);
        self.attempts.push(Attempt { start, behind, warnings: self.warnings.len(), before: None });
    }

    /// Ends the attempt that was begun last: what was read stays read.
    pub(in crate::syntax) fn end_attempt(&mut self) {
        self.attempts.pop();
    }

    /// Ends it and goes back to its start; false where that has happened too often.
    pub(in crate::syntax) fn rewind(&mut self) -> bool {
        let Some(attempt) = self.attempts.pop() else { return false };
        self.pos = attempt.start;
        self.warnings.truncate(attempt.warnings);
        if let Some(before) = attempt.before {
            self.buffer.truncate(attempt.start);
            self.buffer.extend_from_slice(&before.rest);
            self.end = self.buffer.len().saturating_sub(attempt.behind);
            self.marks = before.marks;
            self.regions = before.regions;
            self.line = before.line;
            self.last_line = before.last_line;
            self.ended = before.ended;
            self.padded = before.padded;
            *self.taken() = before.taken;
            self.forget_behind(attempt.start);
            self.seen = Seen::default();
            self.rewound += 1;
        }
        self.note_not_arithmetic(attempt.start);
        self.rewound < OFTEN
    }

    /// To be called before the buffer is changed.
    pub(super) fn keep(&mut self) {
        let open = self.attempts.iter().rev().take_while(|attempt| attempt.before.is_none()).count();
        for index in self.attempts.len() - open..self.attempts.len() {
            let start = self.attempts.get(index).map_or(0, |attempt| attempt.start);
            let before = Before {
                rest: self.buffer.get(start..).unwrap_or_default().to_vec(),
                marks: self.marks.clone(),
                regions: self.regions.clone(),
                line: self.line,
                taken: *self.taken(),
                last_line: self.last_line,
                ended: self.ended,
                padded: self.padded,
            };
            if let Some(attempt) = self.attempts.get_mut(index) {
                attempt.before = Some(before);
            }
        }
    }

    /// How much of the feed's text has come into the buffer.
    fn taken(&mut self) -> &mut usize {
        match &mut self.feed {
            Feed::Text { taken, .. } | Feed::Lines { taken, .. } => taken,
        }
    }
}
