//! `--check` and `--explain`: reads the texts that the command line names, and writes what is to be said about them.

use std::iter::Peekable;
use std::vec::IntoIter;

use bstr::ByteSlice;

use super::own::{Own, Reading};
use super::{refuse, shebang};
use crate::check::{self, Finding, Given, Level};
use crate::sys::{self, Fd};

/// Reads; gives the exit status: 0, or 1 when something was found, or 2 when something cannot be read.
pub(super) fn read(name: &[u8], own: &Own, given: Given, mut rest: Peekable<IntoIter<Vec<u8>>>) -> i32 {
    let mut texts: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    if given.string {
        match rest.next() {
            Some(text) => texts.push((b"-c".to_vec(), text)),
            None => return refuse(name, "-c: option requires an argument"),
        }
        match rest.find(|word| super::options::is_own(word)) {
            Some(word) => return refuse(name, &format!("{}: options must stand before -c", word.as_bstr())),
            None => rest = Vec::new().into_iter().peekable(), // what follows is $0, $1 …
        }
    }
    let mut unread = false;
    let mut paths: Vec<Vec<u8>> = rest.collect();
    if paths.is_empty() && texts.is_empty() {
        paths.push(b"-".to_vec()); // as ever: commands come from standard input
    }
    for path in paths {
        let text = sys::file::read_file(if &path[..] == b"-" { b"/dev/stdin" } else { &path });
        let why = match text {
            Ok(text) => match no_script(own, &path, &text) {
                None => {
                    texts.push((path, text));
                    continue;
                }
                Some(why) => why,
            },
            Err(_) if super::options::is_own(&path) => "options must stand before the files".to_owned(),
            Err(error) if texts.is_empty() => sys::file::message(error),
            Err(error) => format!("{} (every operand is a file to read, none an argument)", sys::file::message(error)),
        };
        refuse(name, &format!("{}: {why}", path.as_bstr()));
        unread = true;
    }
    let found = match own.reading {
        Some(Reading::Explain) => explain(own, given, &texts),
        _ => check(own, given, &texts),
    };
    if unread { 2 } else { i32::from(found) }
}

/// Ends of names of what is written in other languages, without a `#!` line that says otherwise.
const LANGUAGES: &[&[u8]] = &[b"c", b"go", b"java", b"js", b"json", b"lua", b"php", b"pl", b"py", b"rb", b"rs", b"ts"];

/// Why there is no script in `text`, and what to give instead.
fn no_script(own: &Own, path: &[u8], text: &[u8]) -> Option<String> {
    if crate::shell::is_binary(text) {
        return Some("a binary file, not a script".to_owned());
    }
    if text.starts_with(b"#!") {
        let foreign = check::foreign(text).filter(|_| own.reading == Some(Reading::Explain))?;
        return Some(format!("{foreign}, not for a shell; rsh --run FILE supervises any program"));
    }
    let base = path.rsplit(|&byte| byte == b'/').next().unwrap_or(path).to_ascii_lowercase();
    let end = base.rsplit(|&byte| byte == b'.').next().filter(|end| end.len() < base.len()).unwrap_or_default();
    let entry = "give the script or, behind -c, the string that it starts; scripts/migrate reads the file itself";
    let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    let is_from = lines.next().is_some_and(|line| line.starts_with(b"FROM "));
    if is_from || base.starts_with(b"dockerfile") || base.starts_with(b"containerfile") || end == b"dockerfile" {
        Some(format!("a Dockerfile, not a script: {entry}"))
    } else if end == b"yml" || end == b"yaml" {
        Some(format!("YAML, not a script: {entry}"))
    } else if LANGUAGES.contains(&end) {
        Some(format!("named like something in another language (.{}), and no #! line says otherwise", end.as_bstr()))
    } else {
        None
    }
}

/// Whether something was found that is more than a note.
fn check(own: &Own, given: Given, texts: &[(Vec<u8>, Vec<u8>)]) -> bool {
    let mut found = false;
    let mut objects = Vec::new();
    for (path, text) in texts {
        let mut findings = check::check(text, given);
        findings.splice(0..0, options_of_first_line(text, given));
        found |= findings.iter().any(|finding| finding.level != Level::Note);
        if own.json == Some(true) {
            objects.extend((!findings.is_empty()).then(|| check::json(path, &findings)));
        } else {
            write(&check::text(path, text, &findings));
        }
    }
    if own.json == Some(true) {
        write(&format!("[{}]\n", objects.join(",\n ")));
    }
    found
}

/// Whether a text does not parse.
fn explain(own: &Own, given: Given, texts: &[(Vec<u8>, Vec<u8>)]) -> bool {
    let mut found = false;
    for (path, text) in texts {
        let mut errors = check::check(text, given);
        errors.retain(|finding| finding.rule == "syntax");
        if errors.is_empty() {
            let order = own.explained();
            let name = if given.string { text } else { path };
            write(&check::explain(name, text, given, &order));
        } else {
            write(&check::text(path, text, &errors));
            found = true;
        }
    }
    found
}

/// What is wrong with the options of a `#!` line that names rsh.
fn options_of_first_line(text: &[u8], given: Given) -> Option<Finding> {
    let first = text.lines().next().filter(|_| !given.string)?.strip_prefix(b"#!")?.trim_ascii();
    let (program, argument) = first.split_once_str(" ")?;
    if !program.ends_with(b"/rsh") {
        return None;
    }
    let words = vec![b"rsh".to_vec(), argument.trim_ascii().to_vec()];
    let wrong = match shebang::split(words) {
        Err((_, text)) => Some(text),
        Ok(words) => wrong_option(words),
    }?;
    let option = wrong.split(':').next().unwrap_or_default();
    let at = text.lines().next().and_then(|line| line.find(option)).or_else(|| text.find(argument));
    Some(Finding {
        level: Level::Error,
        rule: "shebang",
        line: 1,
        column: at.unwrap_or(0) as u32 + 1,
        length: option.len() as u32,
        message: wrong,
        help: "rsh --help names the options",
    })
}

fn wrong_option(words: Vec<Vec<u8>>) -> Option<String> {
    let mut own = Own::default();
    let mut words = words.into_iter().skip(1);
    while let Some(word) = words.next() {
        if word.starts_with(b"--") && word.len() > 2 {
            match own.take(&word, &mut || words.next()) {
                Err(text) => return Some(text),
                Ok(false) if !super::options::is_bash(&word) => {
                    return Some(super::options::invalid(&word));
                }
                Ok(_) => {}
            }
        }
    }
    None
}

fn write(text: &str) {
    let _ = sys::fd::write_all(Fd::STDOUT, text.as_bytes()); // nobody is left to tell
}
