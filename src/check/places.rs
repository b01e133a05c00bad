//! Where something stands: line, column and length.

use crate::syntax::{Places, Span, SyntaxError, SyntaxErrorKind};

/// A place in the text checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub(super) line: u32,
    /// From 1, in bytes.
    pub(super) column: u32,
    /// In bytes; at least one caret is shown.
    pub(super) length: u32,
}

/// The place of `span` in a text with `places`.
pub(super) fn of(places: &Places, span: Span) -> Place {
    let (line, column) = places.at(span.start as usize);
    Place { line, column, length: span.len }
}

/// The place that a syntax error is about: the token that may not stand there, or what was opened and never closed.
pub(super) fn of_error(text: &[u8], error: &SyntaxError, failed: (u32, u32)) -> Place {
    let line_text =
        |line: u32| text.split(|&byte| byte == b'\n').nth(line.saturating_sub(1) as usize).unwrap_or_default();
    match &error.kind {
        SyntaxErrorKind::Unexpected { token, .. } => {
            let (line, column) = failed;
            let length = token.len() as u32;
            let at = line_text(line);
            let from = column.saturating_sub(1) as usize;
            let behind = from.saturating_sub(token.len());
            // an operator is looked at, a word has been read
            let is_here = at.get(from..).is_some_and(|rest| rest.starts_with(token));
            let column = if !is_here && at.get(behind..from) == Some(&token[..]) { behind as u32 + 1 } else { column };
            Place { line, column, length: if &token[..] == b"newline" { 1 } else { length } }
        }
        SyntaxErrorKind::Unclosed(closer) => {
            // bash names the line of the end for some
            let lines = (1..=error.line).rev().map(|line| (line, opener(line_text(line), *closer)));
            let (line, column) = lines.filter_map(|(line, at)| Some((line, at?))).next().unwrap_or((error.line, 0));
            Place { line, column: column as u32 + 1, length: 1 }
        }
        SyntaxErrorKind::EndOfFile => {
            let lines = text.split(|&byte| byte == b'\n').count().saturating_sub(usize::from(text.ends_with(b"\n")));
            let line = lines.max(1) as u32;
            Place { line, column: line_text(line).len() as u32 + 1, length: 1 }
        }
        _ => Place { line: failed.0, column: failed.1, length: 1 },
    }
}

/// Where in `line` stands what `closer` never closes.
fn opener(line: &[u8], closer: u8) -> Option<usize> {
    let open = match closer {
        b')' => b'(',
        b'}' => b'{',
        b']' => b'[',
        quote => return line.iter().rposition(|&byte| byte == quote),
    };
    let mut closed = 0_usize;
    for (at, &byte) in line.iter().enumerate().rev() {
        if byte == closer {
            closed += 1;
        } else if byte == open {
            if closed == 0 {
                return Some(at);
            }
            closed -= 1;
        }
    }
    None
}
