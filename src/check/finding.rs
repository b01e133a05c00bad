//! Findings, and how they are shown: text for people, JSON for tools.

use bstr::ByteSlice;

use super::places::Place;
use crate::syntax::SyntaxError;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// It does not run.
    Error,
    /// It probably does not do what was meant, or runs differently from bash in a way that may matter.
    Warning,
    /// Good to know; under rsh there is nothing to do.
    Note,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// Something to be said about a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// The rule, by a name that does not change.
    pub rule: &'static str,
    /// From 1.
    pub line: u32,
    /// From 1, in bytes.
    pub column: u32,
    /// In bytes.
    pub length: u32,
    /// What is there and what comes of it.
    pub message: String,
    /// What to do; may be empty.
    pub help: &'static str,
}

impl Finding {
    pub(super) fn new(level: Level, rule: &'static str, place: Place, message: String, help: &'static str) -> Finding {
        let Place { line, column, length } = place;
        Finding { level, rule, line, column, length, message, help }
    }
}

/// A syntax error in bash's words.
pub(super) fn syntax(error: &SyntaxError, place: Place) -> Finding {
    let messages = error.messages(&<[u8]>::to_vec);
    let message = messages.first().map_or_else(|| "syntax error".to_owned(), |text| text.to_str_lossy().into_owned());
    Finding::new(Level::Error, "syntax", place, message, "")
}

/// The findings about `text`, which came from `name`, for people: the place, the line, a caret under it.
pub fn text(name: &[u8], text: &[u8], findings: &[Finding]) -> String {
    let mut out = String::new();
    let lines: Vec<&[u8]> = text.split(|&byte| byte == b'\n').collect();
    let name = visible(name, usize::MAX);
    for finding in findings {
        let Finding { level, rule, line, column, length, message, help } = finding;
        let message = visible(message.as_bytes(), usize::MAX);
        out += &format!("{name}:{line}:{column}: {}: {message} [{rule}]\n", level.name());
        let shown = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
        let (before, rest) = shown.split_at((column.saturating_sub(1) as usize).min(shown.len()));
        let (marked, behind) = rest.split_at((*length as usize).min(rest.len()));
        let skipped = before.len().saturating_sub(EXCERPT);
        let before = visible(before.get(skipped..).unwrap_or_default(), EXCERPT);
        let before = if skipped > 0 { format!("…{before}") } else { before };
        let marked = visible(marked, EXCERPT);
        let behind = visible(behind.trim_ascii_end(), EXCERPT);
        let carets = "^".repeat(marked.chars().count().max(1));
        let indent: String = before.chars().map(|letter| if letter == '\t' { '\t' } else { ' ' }).collect();
        out += &format!("    {}\n    {indent}{carets}\n", format!("{before}{marked}{behind}").trim_end());
        if !help.is_empty() {
            out += &format!("  {help}\n");
        }
    }
    out
}

/// So many bytes of a line are shown before the place, of it, and behind it.
const EXCERPT: usize = 100;

/// `text` as a terminal may show it: what controls one is escaped, and what is longer is cut.
pub(super) fn visible(text: &[u8], longest: usize) -> String {
    let mut out = String::new();
    for letter in text.get(..longest).unwrap_or(text).to_str_lossy().chars() {
        match letter {
            '\t' => out.push(letter),
            letter if letter.is_control() => out.extend(letter.escape_default()),
            letter => out.push(letter),
        }
    }
    if text.len() > longest {
        out.push('…');
    }
    out
}

/// The findings about what came from `name` as JSON objects, `,` between them.
pub fn json(name: &[u8], findings: &[Finding]) -> String {
    let one = |finding: &Finding| {
        let Finding { level, rule, line, column, length, message, help } = finding;
        format!(
            "{{\"file\":{},\"line\":{line},\"column\":{column},\"length\":{length},\"level\":\"{}\",\"rule\":\"{rule}\",\
             \"message\":{},\"help\":{}}}",
            quoted(&name.to_str_lossy()),
            level.name(),
            quoted(message),
            quoted(help)
        )
    };
    findings.iter().map(one).collect::<Vec<_>>().join(",\n ")
}

/// `text` as a JSON string (RFC 8259).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            letter if (letter as u32) < 0x20 => out += &format!("\\u{:04x}", letter as u32),
            letter => out.push(letter),
        }
    }
    out + "\""
}
