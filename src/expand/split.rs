//! Word splitting (bash manual 3.5.7; POSIX 2.6.5).

use std::ops::Range;

use bstr::ByteSlice;

use super::buffer::{Buffer, Kind};
use crate::state::Ifs;

/// White space of IFS.
const BLANK: u8 = 1;
/// A character of IFS of several bytes: bash does not take it together with white space before it.
const WIDE: u8 = 3;

/// Calls `emit` with the place of each field of `buffer`. A field is never torn: it is a piece of the bytes.
pub(super) fn split_fields(buffer: &Buffer, ifs: &Ifs, utf8: bool, emit: &mut dyn FnMut(Range<usize>)) {
    let mut splitter = Splitter { state: State::Between { separated: true }, emit };
    let wide = utf8 && !ifs.wide.is_empty();
    let mut start = 0;
    for run in buffer.runs() {
        match run.kind {
            Kind::Text => splitter.field_at(start),
            Kind::Quoted => splitter.field_at(start),
            Kind::Weak if buffer.null_list => {}
            Kind::Weak => splitter.field_at(start),
            Kind::Break => splitter.end_string(start),
            Kind::Split if wide => split_wide(buffer, start..run.end, ifs, &mut splitter),
            Kind::Split => {
                for (at, &byte) in buffer.slice(start..run.end).iter().enumerate() {
                    splitter.byte(ifs.class[usize::from(byte)], start + at);
                }
            }
        }
        start = run.end;
    }
    splitter.end_string(start);
}

/// The same for a run where IFS has characters of several bytes.
fn split_wide(buffer: &Buffer, range: Range<usize>, ifs: &Ifs, splitter: &mut Splitter) {
    let text = buffer.slice(range.clone());
    for (start, end, ch) in text.char_indices() {
        let class = match text.get(start) {
            Some(&byte) if byte < 0x80 => ifs.class[usize::from(byte)],
            _ if is_in(&ifs.wide, text.get(start..end).unwrap_or_default(), ch) => WIDE,
            _ => 0,
        };
        splitter.byte(class, range.start + start);
    }
}

fn is_in(wide: &[u8], bytes: &[u8], ch: char) -> bool {
    wide.char_indices().any(|(start, end, other)| other == ch && wide.get(start..end) == Some(bytes))
}

#[derive(Clone, Copy)]
enum State {
    /// In a field that began there.
    Field(usize),
    /// In what delimits fields; `separated`: a separator other than white space was in it, or nothing came before, so that
    /// the next such separator delimits an empty field.
    Between { separated: bool },
}

struct Splitter<'a> {
    state: State,
    emit: &'a mut dyn FnMut(Range<usize>),
}

impl Splitter<'_> {
    #[inline]
    fn byte(&mut self, class: u8, at: usize) {
        match (class, self.state) {
            (0, State::Field(_)) => {}
            (0, State::Between { .. }) => self.state = State::Field(at),
            (BLANK, State::Field(start)) => {
                (self.emit)(start..at);
                self.state = State::Between { separated: false };
            }
            (BLANK, State::Between { .. }) => {}
            (_, State::Field(start)) => {
                (self.emit)(start..at);
                self.state = State::Between { separated: true };
            }
            (WIDE, State::Between { .. }) => {
                (self.emit)(at..at);
                self.state = State::Between { separated: true };
            }
            (_, State::Between { separated: false }) => self.state = State::Between { separated: true },
            (_, State::Between { separated: true }) => {
                (self.emit)(at..at);
            }
        }
    }

    /// A field is open at `at`, or begins there.
    fn field_at(&mut self, at: usize) {
        if let State::Between { .. } = self.state {
            self.state = State::Field(at);
        }
    }

    fn end_string(&mut self, at: usize) {
        if let State::Field(start) = self.state {
            (self.emit)(start..at);
        }
        self.state = State::Between { separated: true };
    }
}
