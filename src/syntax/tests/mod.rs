//! Tests of the parser: tables of text and tree. What is written here was asked of bash 5.2.

mod commands;
mod doors;
mod dump;
mod errors;
mod lines;

mod words;

use super::*;

/// A dialect without extglob and aliases.
fn dialect(source: &Field) -> Dialect<'_> {
    Dialect { extglob: false, posix: false, aliases: None, source, deepest: 1000 }
}

/// All commands of `text`, one a line; an error as its kind.
fn parse(text: &str, dialect: &Dialect) -> String {
    let mut names = Names::new();
    let mut source = Source::new(text.as_bytes(), 1);
    let mut lines = Vec::new();
    loop {
        match parse_command(&mut source, &mut names, dialect) {
            Ok(Some(program)) => lines.push(dump::command(&program.command, &names)),
            Ok(None) => break,
            Err(error) => {
                lines.push(error_text(&error));
                break;
            }
        }
    }
    for warning in source.take_warnings() {
        lines.push(format!("warning {}: {}", warning.line, warning_text(&warning.kind)));
    }
    lines.join("\n")
}

fn error_text(error: &SyntaxError) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match &error.kind {
        SyntaxErrorKind::Unexpected { token, near } => {
            format!("{}: unexpected {} in {}", error.line, text(token), text(near))
        }
        SyntaxErrorKind::EndOfFile => format!("{}: end of file", error.line),
        SyntaxErrorKind::Unclosed(closer) => format!("{}: unclosed {}", error.line, char::from(*closer)),
        SyntaxErrorKind::TooDeep => "too deep".into(),
        SyntaxErrorKind::Message(message)
        | SyntaxErrorKind::Conditional(message, _)
        | SyntaxErrorKind::CompoundAssignment(message, _) => {
            format!("{}: {}", error.line, text(message))
        }
    }
}

fn warning_text(kind: &SyntaxWarningKind) -> String {
    match kind {
        SyntaxWarningKind::HereDocumentEnd { start, delimiter } => {
            format!("here-document at {start} wanted {}", String::from_utf8_lossy(delimiter))
        }
        SyntaxWarningKind::SubstitutionHereDocuments(count) => format!("{count} unterminated"),
    }
}

/// Checks a table of text and expected tree.
fn check(table: &[(&str, &str)]) {
    let source = Field::from(&b"script"[..]);
    check_in(table, &dialect(&source));
}

fn check_in(table: &[(&str, &str)], dialect: &Dialect) {
    let mut failures = String::new();
    for (text, expected) in table {
        let found = parse(text, dialect);
        if found != *expected {
            failures += &format!("\n{text}\n  expected: {expected}\n  found:    {found}");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
