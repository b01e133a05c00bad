//! Going back in the text: `((` that turns out to be `( (` is read again from its start, and of `$((` that turns out to be
//! `$( (` the text is wanted as it came.
//!
//! Only places have to be put back as long as nothing but whole lines came into the buffer. Here-documents and aliases change
//! what stands in it: before the first such change the text is kept for the attempts that are open, once for all of them, and
//! lines that come in later are noted once. So an attempt costs what it reads.

use super::{Seen, Source};
use crate::syntax::alias::AliasRegion;

/// What is read on trial.
#[derive(Default)]
pub(super) struct Trials {
    /// Where the open attempts start, and what the buffer holds behind the end of the part that may be read there.
    attempts: Vec<(usize, usize)>,
    /// How the text was before its changes, for the attempts up to a number each.
    kept: Vec<Kept>,
    /// Lines that came in since the first of `kept`, and where they start there.
    lines: Vec<u8>,
    marks: Vec<(usize, u32)>,
    /// How many bytes were read again for this command.
    reread: usize,
}

/// The text before it was changed.
struct Kept {
    /// Number of the attempt from which on it is kept, and number of those that were open.
    first: usize,
    open: usize,
    /// From the first attempt's start on.
    start: usize,
    rest: Vec<u8>,
    marks: Vec<(usize, u32)>,
    regions: Vec<AliasRegion>,
    /// How much of the lines that came in later was there already.
    lines: usize,
}

/// How much is read again for one command, beside what is not within another attempt: each attempt may double the work.
const MOST: usize = 4 << 20;

impl Trials {
    /// Makes ready for another command.
    pub(super) fn clear(&mut self) {
        self.attempts.clear();
        self.kept.clear();
        self.lines.clear();
        self.marks.clear();
        self.reread = 0;
    }
}

impl Source {
    /// Begins an attempt that may come back to `start`.
    pub(in crate::syntax) fn begin_attempt(&mut self, start: usize) {
        self.trials.attempts.push((start, self.buffer.len().saturating_sub(self.end)));
    }

    /// Ends the attempt that was begun last: what was read stays read.
    pub(in crate::syntax) fn end_attempt(&mut self) {
        self.trials.attempts.pop();
        let open = self.trials.attempts.len();
        self.trials.kept.retain(|kept| kept.first < open);
        if let Some(last) = self.trials.kept.last_mut() {
            last.open = last.open.min(open);
        }
        self.drop_lines();
    }

    /// Ends it and goes back to its start; false where too much has been read again.
    pub(in crate::syntax) fn rewind(&mut self) -> bool {
        let reached = self.pos;
        let Some((start, changed)) = self.restore() else { return false };
        self.pos = start;
        self.note_not_arithmetic(start);
        if changed || !self.trials.attempts.is_empty() {
            self.trials.reread += reached.saturating_sub(start);
        }
        self.trials.reread < MOST
    }

    /// Ends it and stays behind what was read, which stands in the text as it came; gives its start.
    pub(in crate::syntax) fn undo_changes(&mut self) -> usize {
        let behind = self.buffer.len().saturating_sub(self.pos);
        let start = self.restore().map_or(self.pos, |(start, _)| start);
        self.pos = self.buffer.len().saturating_sub(behind);
        start
    }

    /// Ends an attempt and takes the changes back that were made to the text meanwhile: its start, and whether there were any.
    fn restore(&mut self) -> Option<(usize, bool)> {
        let (start, behind) = self.trials.attempts.pop()?;
        let number = self.trials.attempts.len();
        let place = self.trials.kept.iter().position(|kept| kept.first <= number && number < kept.open);
        let kept = place.and_then(|place| self.trials.kept.drain(place..).next());
        let changed = kept.is_some();
        if let Some(kept) = kept {
            self.buffer.truncate(start);
            self.buffer.extend_from_slice(kept.rest.get(start - kept.start..).unwrap_or_default());
            let lines = self.buffer.len();
            self.buffer.extend_from_slice(self.trials.lines.get(kept.lines..).unwrap_or_default());
            self.end = self.buffer.len().saturating_sub(behind);
            self.marks.retain(|mark| mark.0 <= start);
            self.marks.extend(kept.marks.iter().filter(|mark| mark.0 > start));
            let later = self.trials.marks.iter().filter(|mark| mark.0 >= kept.lines);
            self.marks.extend(later.map(|&(at, line)| (at - kept.lines + lines, line)));
            self.regions = kept.regions;
            self.forget_behind(start);
            self.seen = Seen::default();
            self.drop_lines();
        }
        Some((start, changed))
    }

    /// To be called before the buffer is changed.
    pub(super) fn keep(&mut self) {
        let trials = &mut self.trials;
        let first = trials.kept.last().map_or(0, |kept| kept.open);
        let Some(&(start, _)) = trials.attempts.get(first) else { return };
        trials.kept.push(Kept {
            first,
            open: trials.attempts.len(),
            start,
            rest: self.buffer.get(start..).unwrap_or_default().to_vec(),
            marks: self.marks.iter().copied().filter(|mark| mark.0 > start).collect(),
            regions: self.regions.clone(),
            lines: trials.lines.len(),
        });
    }

    /// Notes the line that came in at `at`, where an attempt may want it.
    pub(super) fn note_line(&mut self, at: usize) {
        if !self.trials.kept.is_empty() {
            self.trials.marks.push((self.trials.lines.len(), self.line));
            self.trials.lines.extend_from_slice(self.buffer.get(at..).unwrap_or_default());
        }
    }

    fn drop_lines(&mut self) {
        if self.trials.kept.is_empty() {
            self.trials.lines.clear();
            self.trials.marks.clear();
        }
    }
}
