//! What `set -o history` does with the lines that are read: history expansion, and the list (bash manual 9.1 to 9.3).

use std::cell::RefCell;
use std::rc::Rc;

use super::recall::Recall;
use super::{output, report, text};
use crate::pattern::{Flags, Pattern};
use crate::state::{History, Opt, Shell};
use crate::syntax::{Program, Source, SyntaxError};
use crate::sys;

/// HISTCONTROL and HISTIGNORE: what does not get on the list.
pub struct Rules {
    space: bool,
    repeated: bool,
    erases: bool,
    ignored: Vec<u8>,
    flags: Flags,
    /// Entries get the time.
    timed: bool,
}

impl Rules {
    /// As the variables stand; `histchars` is looked at too.
    pub fn new(shell: &mut Shell) -> Rules {
        let control = shell.known(b"HISTCONTROL").unwrap_or_default();
        let has = |word: &[u8]| control.split(|&byte| byte == b':').any(|item| item == word);
        let both = has(b"ignoreboth");
        let chars = shell.known(b"histchars");
        let wants_times = shell.known(b"HISTTIMEFORMAT").is_some();
        let expands = shell.options.get(Opt::HISTEXPAND);
        let history = &mut shell.dynamic.history;
        history.delimits |= expands;
        match chars {
            Some(chars) => {
                history.chars[0] = chars.first().copied().unwrap_or_default();
                history.chars.iter_mut().zip(&chars).for_each(|(place, &byte)| *place = byte);
                history.named_chars = true;
            }
            None if std::mem::take(&mut history.named_chars) => history.chars = *b"!^#",
            None => {}
        }
        if history.chars[2] == 0 && (expands || wants_times) {
            history.chars[2] = b'#';
        }
        Rules {
            space: both || has(b"ignorespace"),
            repeated: both || has(b"ignoredups"),
            erases: has(b"erasedups"),
            timed: history.chars[2] != 0,
            ignored: shell.known(b"HISTIGNORE").unwrap_or_default(),
            flags: Flags { extglob: shell.options.get(Opt::EXTGLOB), nocase: false, utf8: shell.utf8, period: false },
        }
    }

    /// Puts a line on the list unless a rule is against it.
    pub fn add(&self, history: &mut History, line: &[u8]) -> bool {
        let before = history.lines.last().map(|entry| entry.line.clone());
        let before = before.as_deref();
        if self.space && line.starts_with(b" ") || self.repeated && before == Some(line) || self.ignores(before, line) {
            return false;
        }
        if self.erases {
            let length = history.lines.len();
            history.lines.retain(|entry| &entry.line[..] != line);
            history.fresh = history.fresh.saturating_sub(length - history.lines.len());
        }
        self.push(history, line);
        true
    }

    fn push(&self, history: &mut History, line: &[u8]) {
        history.push(line, if self.timed { sys::clock::realtime_micros() / 1_000_000 } else { 0 });
        history.fresh += 1;
        history.added = true;
    }

    /// Whether a pattern of HISTIGNORE matches; `&` in it is the line before.
    fn ignores(&self, before: Option<&[u8]>, line: &[u8]) -> bool {
        !self.ignored.is_empty()
            && crate::expand::split_ignore(&self.ignored).into_iter().any(|item| {
                let (mut pattern, mut bytes) = (Vec::new(), item.iter());
                while let Some(&byte) = bytes.next() {
                    match byte {
                        b'&' => before.unwrap_or_default().iter().for_each(|&byte| pattern.extend([b'\\', byte])),
                        b'\\' if bytes.as_slice().first() == Some(&b'&') => pattern.extend(bytes.next()),
                        b'\\' => pattern.extend(std::iter::once(&byte).chain(bytes.next())),
                        byte => pattern.push(byte),
                    }
                }
                Pattern::compile(&pattern, self.flags).matches(line)
            })
    }
}

/// Sees the lines of a command as they are read.
struct Recorder {
    history: History,
    rules: Rules,
    recall: Option<Recall>,
    /// `script: line 3: `
    prefix: report::Prefix,
    interactive: bool,
    joins: bool,
    literal: bool,
    /// The command's lines so far, here-documents left out.
    text: Vec<u8>,
    /// How many lines the command has, and on which of them the last comment is.
    lines: u32,
    comment: u32,
    in_document: bool,
    /// `set -v`
    verbose: bool,
}

/// [`text::parse`] while `set -o history` is on.
pub fn parse(shell: &mut Shell, source: &mut Source) -> Result<Option<Program>, SyntaxError> {
    output::flush_lines(shell);
    let rules = Rules::new(shell);
    let recall = shell.options.get(Opt::HISTEXPAND).then(|| Recall::new(shell));
    let mut history = std::mem::take(&mut shell.dynamic.history);
    (history.pushed, history.saved) = (false, false);
    let recorder = Rc::new(RefCell::new(Recorder {
        history,
        rules,
        recall,
        prefix: report::prefix(shell),
        interactive: shell.invocation.interactive,
        joins: shell.options.get(Opt::CMDHIST),
        literal: shell.options.get(Opt::LITHIST),
        text: Vec::new(),
        lines: 0,
        comment: u32::MAX - 1,
        in_document: false,
        verbose: shell.options.get(Opt::VERBOSE),
    }));
    let shared = Rc::clone(&recorder);
    source.watch(Some(Box::new(move |line, document, number| shared.borrow_mut().take(line, document, number))));
    let result = text::parse_plain(shell, source);
    source.watch(None);
    let mut recorder = recorder.borrow_mut();
    shell.dynamic.history = std::mem::take(&mut recorder.history);
    if let Some(recall) = recorder.recall.take() {
        shell.dynamic.history.memory = recall.end();
    }
    result
}

impl Recorder {
    /// A line was read: gives back what takes its place. An error: the line is dropped; true: with it the command.
    fn take(&mut self, line: Vec<u8>, document: Option<bool>, number: u32) -> Result<Vec<u8>, bool> {
        let mut before = std::mem::take(&mut self.text);
        let result = self.take_behind(&before, line, document, number);
        if let (Ok(line), true) = (&result, self.verbose) {
            text::show_text(line);
        }
        if let (Ok(line), false) = (&result, document.is_some()) {
            before.extend_from_slice(line);
        }
        self.history.dropped = result.is_err() && self.interactive && before.is_empty();
        self.text = before;
        self.in_document = document.is_some();
        result.map_err(|()| self.history.dropped)
    }

    /// The same behind what the command has so far.
    fn take_behind(
        &mut self,
        before: &[u8],
        mut line: Vec<u8>,
        document: Option<bool>,
        number: u32,
    ) -> Result<Vec<u8>, ()> {
        let state = scan(before);
        let bare = |line: &[u8]| line.strip_suffix(b"\n").unwrap_or(line).to_vec();
        let goes_on = self.goes_on(&state);
        if let Some(recall) = self.recall.as_mut().filter(|_| document.is_none()) {
            let quote = state.open.iter().rev().copied().find(|open| QUOTES.contains(open)).unwrap_or_default();
            // a command's own lines are not there for it
            let own = if goes_on && self.joins && self.history.saved { self.history.lines.pop() } else { None };
            let expanded = recall.expand(&self.history, &bare(&line), quote);
            self.history.lines.extend(own);
            match expanded {
                Ok(None) => {}
                Ok(Some((text, shows))) => {
                    report::plain_bytes(&text);
                    if shows {
                        self.record(&text, &state, document);
                        return Err(());
                    }
                    line = [&text, &b"\n"[..]].concat();
                }
                Err(why) => {
                    report::plain_bytes(&[self.prefix.at(number).as_bytes(), &why].concat());
                    return Err(());
                }
            }
        }
        self.record(&if document.is_some() { line.clone() } else { bare(&line) }, &state, document);
        Ok(line)
    }

    /// Whether a command has begun before the line.
    fn goes_on(&self, state: &Scan) -> bool {
        self.in_document || !state.open.is_empty() || state.tokens.iter().skip(1).any(|token| token != b"\n")
    }

    fn record(&mut self, line: &[u8], state: &Scan, document: Option<bool>) {
        if !self.goes_on(state) {
            self.lines = 0; // what came before was blank, or a comment
            if line.is_empty() {
                return;
            }
        }
        self.lines += 1;
        let begins = line.trim_ascii_start().starts_with(b"#");
        let comment = begins || has_hash(line);
        let before = std::mem::replace(&mut self.comment, if comment { self.lines } else { u32::MAX - 1 });
        let quoted = state.open.iter().any(|open| QUOTES.contains(open));
        if self.lines == 1 {
            self.history.added = false;
            self.history.saved = self.rules.add(&mut self.history, line);
            return;
        }
        let delimiter = self.delimiter(line, state, quoted, document);
        if line.is_empty() && !quoted && !delimiter.starts_with(b";") {
            return;
        }
        self.history.added = false;
        if !self.history.saved || (begins && document.is_none() && !self.literal && !quoted) {
            return;
        }
        let Some(last) = self.history.lines.last_mut().filter(|_| self.joins) else {
            return self.rules.push(&mut self.history, line);
        };
        let mut delimiter: &[u8] = if document.is_some() && self.in_document {
            b""
        } else if before + 1 == self.lines || self.literal {
            b"\n"
        } else {
            delimiter
        };
        let mut joined = last.line.to_vec();
        if document == Some(true) {
            joined.truncate(joined.len().saturating_sub(2));
        } else if !quoted {
            if joined.ends_with(b"\\") && !joined.ends_with(b"\\\\") {
                joined.pop();
                delimiter = b"";
            } else if joined.ends_with(b"\n") {
                delimiter = delimiter.strip_prefix(b";").unwrap_or(delimiter);
            }
        }
        joined.extend_from_slice(delimiter);
        joined.extend_from_slice(line);
        last.line = joined.into();
    }

    /// What stands between the command so far and its next line once they are one.
    fn delimiter(&self, line: &[u8], state: &Scan, quoted: bool, document: Option<bool>) -> &'static [u8] {
        let nth = |back: usize| state.tokens.len().checked_sub(back).and_then(|at| state.tokens.get(at)).copied();
        let (last, before, earlier) = (nth(1).unwrap_or_default(), nth(2).unwrap_or_default(), nth(3));
        match earlier.unwrap_or_default() {
            _ if quoted || document.is_some() => b"\n",
            _ if state.open.last() == Some(&b'=') => b" ",
            b"(" if before == b")" => b" ",
            _ if before == b")" => {
                if state.cases > 0 {
                    b" "
                } else {
                    b"; "
                }
            }
            b"function" => b" ",
            _ if last == b"\n" && bstr::ByteSlice::contains_str(line, "<<") => b"\n",
            b"for" if !before.starts_with(b"((") => {
                if line.trim_ascii_start().starts_with(b"in") {
                    b" "
                } else {
                    b";"
                }
            }
            b"case" => b" ",
            _ if OPENING.contains(&before) => b" ",
            b"\n" if before == b"in" => b" ",
            _ if before == b"in" && nth(4).is_some_and(|word| matches!(word, b"for" | b"case" | b"select")) => b" ",
            _ if line.trim_ascii_start().is_empty() && last != b"\n" => b"",
            _ => b"; ",
        }
    }
}

/// Quotes and substitutions whose newlines stay.
const QUOTES: &[u8] = b"'$\"`(";

/// Tokens that no semicolon can follow.
const OPENING: [&[u8]; 18] = [
    b"\n", b"{", b"(", b";", b"&", b"|", b"case", b"do", b"else", b"if", b";;", b";&", b";;&", b"then", b"until",
    b"while", b"&&", b"||",
];

/// What stands before a command for the questions above: a word and a newline.
const VIRTUAL: [&[u8]; 2] = [b"fi", b"\n"];

/// What the text of a command leaves open.
struct Scan<'a> {
    /// Its finished tokens, behind [`VIRTUAL`].
    tokens: Vec<&'a [u8]>,
    /// The quotes and brackets open within the word reached: `'`, `$` (`$'`), `"`, `` ` ``, `(` (`$(`), `{` (`${`), `=` (`a=(`),
    /// `a` (`((`).
    open: Vec<u8>,
    /// `case` without `esac`.
    cases: i32,
}

/// Whether `<(` or `>(` stands there.
fn is_process(text: &[u8], at: usize) -> bool {
    matches!(text.get(at..at + 2), Some(b"<(" | b">("))
}

/// Whether a `#` stands outside of quotes: bash takes that for a comment here.
fn has_hash(line: &[u8]) -> bool {
    let (mut quote, mut bytes) = (None, line.iter());
    while let Some(&byte) = bytes.next() {
        match (byte, quote) {
            (b'#', None) => return true,
            (b'\\', None | Some(b'"')) => _ = bytes.next(),
            (b'\'' | b'"', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    false
}

fn scan(text: &[u8]) -> Scan<'_> {
    let mut scan = Scan { tokens: VIRTUAL.to_vec(), open: Vec::new(), cases: 0 };
    let (mut at, mut condition) = (0, None);
    while let Some(&byte) = text.get(at) {
        let start = at;
        match byte {
            b' ' | b'\t' => at += 1,
            b'\\' if text.get(at + 1) == Some(&b'\n') => at += 2,
            b'#' => {
                at += memchr::memchr(b'\n', text.get(at..).unwrap_or_default()).unwrap_or(text.len());
            }
            b'\n' | b'(' | b')' if !text.get(at..).is_some_and(|rest| rest.starts_with(b"((")) => at += 1,
            b';' | b'&' | b'|' | b'<' | b'>' if !is_process(text, at) => {
                while text.get(at).is_some_and(|byte| b";&|<>".contains(byte)) {
                    at += 1;
                }
            }
            _ => {
                at = scan.word(text, at);
                if !scan.open.is_empty() {
                    break;
                }
            }
        }
        let token = text.get(start..at).unwrap_or_default();
        if token.iter().all(|byte| b" \t\\#".contains(byte)) || token.starts_with(b"#") || token == b"\\\n" {
            continue;
        }
        match token {
            b"[[" => condition = condition.or(Some(scan.tokens.len() + 1)),
            b"]]" => condition = None,
            b"case" if scan.leads() => scan.cases += 1,
            b"esac" if scan.leads() => scan.cases -= 1,
            _ => {}
        }
        let reserved = token.first().is_some_and(u8::is_ascii_lowercase) && OPENING.contains(&token);
        scan.tokens.push(if reserved && !scan.leads() { b"word" } else { token });
    }
    if let Some(condition) = condition {
        scan.tokens.truncate(condition);
    }
    scan
}

impl Scan<'_> {
    /// Whether a command may begin here.
    fn leads(&self) -> bool {
        let last = self.tokens.last().copied().unwrap_or_default();
        OPENING.contains(&last) && last != b"case"
            || matches!(last, b")" | b"elif" | b"!" | b"time" | b"in" | b"fi" | b"done" | b"esac" | b"}")
            || self.tokens.len().checked_sub(2).and_then(|at| self.tokens.get(at)) == Some(&&b"for"[..])
    }

    /// Goes to the end of the word at `at`, or of the text: then `open` says what is open.
    fn word(&mut self, text: &[u8], mut at: usize) -> usize {
        let start = at;
        while let Some(&byte) = text.get(at) {
            let before =
                at.checked_sub(1).filter(|&before| before >= start).and_then(|before| text.get(before)).copied();
            let top = self.open.last().copied();
            match (top, byte) {
                (Some(b'\''), b'\'')
                | (Some(b'$'), b'\'')
                | (Some(b'"'), b'"')
                | (Some(b'`'), b'`')
                | (Some(b'{'), b'}') => {
                    self.open.pop();
                }
                (Some(b'\''), _) => {}
                (_, b'\\') => at += 1,
                (Some(b'$' | b'`'), _) => {}
                (_, b'(' | b'{') if before == Some(b'$') => self.open.push(byte),
                (_, b'`') => self.open.push(byte),
                (_, b'"') => self.open.push(byte),
                (Some(b'"'), _) => {}
                (_, b'\'') => self.open.push(if before == Some(b'$') { b'$' } else { byte }),
                (Some(b'(' | b'=' | b'a'), b')') => _ = self.open.pop(),
                (Some(top @ (b'(' | b'=' | b'a')), b'(') => self.open.push(top),
                (Some(b'(' | b'='), b'#') if before.is_some_and(|byte| byte.is_ascii_whitespace()) => {
                    at += memchr::memchr(b'\n', text.get(at..).unwrap_or_default()).unwrap_or(text.len());
                }
                (None, b'(') if before.is_none() => self.open.push(b'a'),
                (None, b'(') if before == Some(b'=') => self.open.push(b'='),
                (None, b'(') if before.is_some_and(|byte| b"?*+@!<>".contains(&byte)) => self.open.push(byte),
                (None, b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'<' | b'>' | b'(' | b')')
                    if at > start || !is_process(text, at) =>
                {
                    break;
                }
                _ => {}
            }
            at += 1;
        }
        at.min(text.len())
    }
}
