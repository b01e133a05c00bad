//! `read`: a line into variables (POSIX `read`; bash manual 4.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::input::{End, Input, Until};
use super::mapfile;
use crate::exec::conditional::parse_integer;
use crate::exec::report;
use crate::expand::{ExpandError, bind};
use crate::state::{Builtin, Flow, Ifs, Kind, Outcome, Run, Shell, Status, Value, special};
use crate::syntax::{Field, is_name, parse_reference};
use crate::sys::{self, Fd, clock, fd, file};

pub(super) const READ: Builtin = Builtin {
    name: "read",
    run: Run::Plain(read),
    kind: Kind::Regular,
    usage: "read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]",
    summary: "Read a line into variables.",
};

/// What the arguments ask for.
struct Request<'a> {
    raw: bool,
    silent: bool,
    array: Option<Field>,
    /// `None` with `-N`: nothing ends the line.
    delimiter: Option<u8>,
    /// `-n`, `-N`: how many characters.
    count: Option<u64>,
    /// `-N`: no splitting.
    exact: bool,
    prompt: Option<Field>,
    /// In nanoseconds.
    timeout: Option<i64>,
    fd: Fd,
    names: &'a [Field],
}

fn read(shell: &mut Shell, args: &[Field]) -> Outcome {
    let request = match parse(shell, args) {
        Ok(request) => request,
        Err(outcome) => return outcome,
    };
    if request.timeout == Some(0) {
        // bash -c 'read -t 0 </dev/null; echo $?': only asks
        return Ok(Status::of(fd::is_open(request.fd) && fd::wait_readable(request.fd, Some(0))));
    }
    let settings = prepare_terminal(&request);
    let (line, end) = read_line(shell, &request);
    if let Some(settings) = settings {
        settings.restore();
    }
    let status = match end {
        None => Status::SUCCESS,
        Some(End::Eof) => Status::FAILURE,
        Some(End::Timeout) => Status(128 + sys::Signal::ALRM.0),
        Some(End::Interrupted(signal)) => Status(128u8.wrapping_add(signal.0)),
        Some(End::Flow(flow)) => return Err(flow),
        Some(End::Error(error)) => {
            let text = format_args!("read error: {}: {}", request.fd.0, file::message(error));
            return report::builtin(shell, READ.name, text);
        }
    };
    match assign(shell, &request, &line) {
        Ok(true) => Ok(status),
        Ok(false) => Ok(Status::FAILURE),
        Err(flow) => Err(flow),
    }
}

fn parse<'a>(shell: &mut Shell, args: &'a [Field]) -> Result<Request<'a>, Outcome> {
    let mut request = Request {
        raw: false,
        silent: false,
        array: None,
        delimiter: Some(b'\n'),
        count: None,
        exact: false,
        prompt: None,
        timeout: default_timeout(shell),
        fd: Fd::STDIN,
        names: &[],
    };
    let mut options = Options::new(args, "ersa:d:i:n:N:p:t:u:");
    loop {
        match options.next() {
            Ok(Some(letter)) => {
                let value = letter.value.unwrap_or_default();
                if let Err(why) = request.take(letter.letter, &value) {
                    return Err(report::builtin(shell, READ.name, format_args!("{}: {why}", value.as_bstr())));
                }
            }
            Ok(None) => break,
            Err(wrong) => return Err(args::refuse(shell, READ.name, READ.usage, wrong)),
        }
    }
    if request.exact {
        request.delimiter = None;
    }
    request.names = options.operands();
    let first = match &request.array {
        Some(array) if !is_name(array) => Some(array),
        Some(_) => None,
        None => request.names.first().filter(|name| parse_reference(name).is_none()),
    };
    match first {
        Some(name) => Err(not_an_identifier(shell, name)),
        None => Ok(request),
    }
}

impl Request<'_> {
    /// Takes an option, or says what is wrong with its value.
    fn take(&mut self, letter: u8, value: &Field) -> Result<(), &'static str> {
        match letter {
            b'r' => self.raw = true,
            b's' => self.silent = true,
            b'a' => self.array = Some(value.clone()),
            b'd' => self.delimiter = Some(value.first().copied().unwrap_or(0)),
            b'p' => self.prompt = Some(value.clone()),
            b'n' | b'N' => {
                let count = parse_integer(value).and_then(|count| u64::try_from(count).ok());
                self.count = Some(count.filter(|&count| count <= i32::MAX as u64).ok_or("invalid number")?);
                self.exact |= letter == b'N';
            }
            b't' => self.timeout = Some(parse_seconds(value).ok_or("invalid timeout specification")?),
            b'u' => {
                let number = parse_integer(value).and_then(|fd| i32::try_from(fd).ok()).filter(|&fd| fd >= 0);
                self.fd = Fd(number.ok_or("invalid file descriptor specification")?);
                if !fd::is_open(self.fd) {
                    return Err("invalid file descriptor: Bad file descriptor");
                }
            }
            _ => {} // -e and -i edit the line of a terminal: there is no line editing
        }
        Ok(())
    }
}

fn not_an_identifier(shell: &Shell, name: &[u8]) -> Outcome {
    report::builtin(shell, READ.name, format_args!("`{}': not a valid identifier", name.as_bstr()))
}

/// TMOUT, if it says more than 0 seconds.
fn default_timeout(shell: &mut Shell) -> Option<i64> {
    shell.scalar(special::TMOUT).and_then(parse_seconds).filter(|&timeout| timeout > 0)
}

/// Seconds with a fraction, in nanoseconds (bash keeps microseconds).
fn parse_seconds(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = match whole.parse() {
        Ok(whole) => whole,
        Err(_) if whole.is_empty() => 0, // also where there is nothing: read -t ''
        Err(error) if *error.kind() == std::num::IntErrorKind::PosOverflow => i64::MAX,
        Err(_) => return None,
    };
    let fraction: i64 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    (whole >= 0).then(|| whole.saturating_mul(1_000_000_000).saturating_add(fraction / 1000 * 1000))
}

/// Shows the prompt and changes the terminal's ways, where there is one.
fn prepare_terminal(request: &Request) -> Option<sys::tty::Settings> {
    if !sys::line::may_be_terminal(request.fd) || !sys::tty::is_terminal(request.fd) {
        return None;
    }
    if let Some(prompt) = &request.prompt {
        let _ = fd::write_all(Fd::STDERR, prompt); // a prompt that nobody can see is no error
    }
    let characters = request.count.is_some() || request.delimiter != Some(b'\n');
    if !characters && !request.silent {
        return None;
    }
    sys::tty::change(request.fd, characters, request.silent).ok()
}

/// What was read. Bytes that a backslash stood before are no separators.
#[derive(Default)]
struct Line {
    text: Vec<u8>,
    /// Places of such bytes, in order.
    escaped: Vec<usize>,
}

impl Line {
    fn is_escaped(&self, place: usize) -> bool {
        !self.escaped.is_empty() && self.escaped.binary_search(&place).is_ok()
    }
}

/// Reads as much as is asked for, and why it ended before that.
fn read_line(shell: &mut Shell, request: &Request) -> (Line, Option<End>) {
    let mut line = Line::default();
    if request.count == Some(0) {
        return (line, None);
    }
    let deadline = request.timeout.map(|timeout| clock::monotonic_nanos().saturating_add(timeout));
    let until = match request.delimiter {
        Some(delimiter) if request.count.is_none() => Until::Delimiter(delimiter),
        _ => Until::Unknown,
    };
    let mut input = Input::new(request.fd, until).until(deadline);
    let mut counter = Counter { characters: 0, missing: 0, utf8: shell.utf8 };
    let stops = [request.delimiter.unwrap_or(0), if request.raw { 0 } else { b'\\' }, 0];
    let end = loop {
        // characters are counted one by one
        let next = match request.count {
            None => input.next_of(shell, stops, &mut line.text),
            Some(_) => input.next(shell),
        };
        let byte = match next {
            Ok(byte) => byte,
            Err(end) => break Some(end),
        };
        if Some(byte) == request.delimiter {
            break None;
        }
        let mut escaped = false;
        let mut byte = byte;
        if byte == b'\\' && !request.raw {
            byte = match input.next(shell) {
                Ok(b'\n') => continue,
                Ok(byte) => byte,
                Err(end) => break Some(end),
            };
            escaped = true;
        }
        if byte == 0 {
            continue; // no variable holds it
        }
        if escaped {
            line.escaped.push(line.text.len());
        }
        line.text.push(byte);
        if let Some(count) = request.count
            && counter.count(byte) >= count
        {
            break None;
        }
    };
    input.give_back();
    (line, end)
}

/// Counts characters byte by byte.
struct Counter {
    characters: u64,
    /// Bytes that the last one still lacks.
    missing: u32,
    utf8: bool,
}

impl Counter {
    /// How many there are, complete, with this byte.
    fn count(&mut self, byte: u8) -> u64 {
        if self.utf8 && self.missing > 0 && byte & 0xc0 == 0x80 {
            self.missing -= 1;
        } else {
            self.missing = match byte {
                0xc0..0xe0 => 1,
                0xe0..0xf0 => 2,
                0xf0..0xf8 => 3,
                _ => 0,
            };
            self.characters += 1;
        }
        if self.utf8 && self.missing > 0 { self.characters - 1 } else { self.characters }
    }
}

/// Puts the line into the variables; whether that went well.
fn assign(shell: &mut Shell, request: &Request, line: &Line) -> Result<bool, Flow> {
    if let Some(array) = &request.array {
        return assign_array(shell, request, array, line);
    }
    let names = match (request.names, request.exact) {
        ([], _) => return assign_one(shell, b"REPLY", &line.text),
        ([first, rest @ ..], true) => {
            let mut done = assign_one(shell, first, &line.text)?;
            for name in rest {
                done &= assign_one(shell, name, b"")?;
            }
            return Ok(done);
        }
        (names, false) => names,
    };
    let ifs = shell.ifs.clone();
    let mut splitter = Splitter { line, ifs: &ifs, utf8: shell.utf8, at: 0 };
    splitter.skip_blanks();
    let mut done = true;
    for (place, name) in names.iter().enumerate() {
        let field = if place + 1 < names.len() { splitter.field() } else { splitter.last() };
        let field = line.text.get(field.0..field.1).unwrap_or_default();
        done &= assign_one(shell, name, field)?;
        if !done {
            break;
        }
    }
    Ok(done)
}

fn assign_one(shell: &mut Shell, name: &[u8], value: &[u8]) -> Result<bool, Flow> {
    if parse_reference(name).is_none() {
        not_an_identifier(shell, name)?;
        return Ok(false);
    }
    set_variable(shell, name, value)
}

/// Assigns to a variable or element that a builtin was given; false when it is readonly, which is told.
pub(super) fn set_variable(shell: &mut Shell, reference: &[u8], value: &[u8]) -> Result<bool, Flow> {
    match bind::assign_reference(shell, reference, value, false) {
        Ok(()) => Ok(true),
        Err(error @ (ExpandError::Variable(_) | ExpandError::BadSubscript(_))) => {
            report::expansion(shell, error);
            Ok(false)
        }
        Err(error) => Err(report::expansion(shell, error)),
    }
}

/// `-a`: every field an element; what was in the array is gone.
fn assign_array(shell: &mut Shell, request: &Request, array: &Field, line: &Line) -> Result<bool, Flow> {
    let name = shell.names.intern(array);
    let name = match bind::resolve(shell, name) {
        Ok(target) => target.name,
        Err(error) => return Err(report::expansion(shell, error)),
    };
    if matches!(shell.vars.get(name).value, Value::Assoc(_)) {
        let text = format_args!("{}: not an indexed array", array.as_bstr());
        report::builtin(shell, READ.name, text)?;
        return Ok(false);
    }
    let ifs = shell.ifs.clone();
    let mut splitter = Splitter { line, ifs: &ifs, utf8: shell.utf8, at: 0 };
    splitter.skip_blanks();
    let mut fields: Vec<Field> = Vec::new();
    if request.exact {
        fields.push(line.text.as_slice().into());
        splitter.at = line.text.len();
    }
    while splitter.at < line.text.len() {
        let (start, end) = splitter.field();
        fields.push(line.text.get(start..end).unwrap_or_default().into());
    }
    match mapfile::replace_array(shell, name, fields) {
        Ok(()) => Ok(true),
        Err(error) => {
            report::expansion(shell, error);
            Ok(false)
        }
    }
}

/// Takes fields off a line, one after the other (POSIX 2.6.5).
struct Splitter<'a> {
    line: &'a Line,
    ifs: &'a Ifs,
    utf8: bool,
    at: usize,
}

/// A separator's kind and length.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    None,
    Blank,
    Other(usize),
}

impl Splitter<'_> {
    #[inline]
    fn separator(&self, at: usize) -> Separator {
        let Some(&byte) = self.line.text.get(at) else { return Separator::None };
        let class = self.ifs.class[usize::from(byte)];
        if class == 0 || self.line.is_escaped(at) {
            return Separator::None;
        }
        if byte >= 0x80 && self.utf8 {
            let rest = self.line.text.get(at..).unwrap_or_default();
            let (_, size) = bstr::decode_utf8(rest);
            let character = rest.get(..size).unwrap_or_default();
            return match self.ifs.wide.find(character) {
                Some(_) => Separator::Other(size),
                None => Separator::None,
            };
        }
        if class == 1 { Separator::Blank } else { Separator::Other(1) }
    }

    fn skip_blanks(&mut self) {
        while self.separator(self.at) == Separator::Blank {
            self.at += 1;
        }
    }

    /// The next field, and on behind what separates it from the one after.
    fn field(&mut self) -> (usize, usize) {
        let start = self.at;
        while self.at < self.line.text.len() {
            let rest = self.line.text.get(self.at..).unwrap_or_default();
            let plain = |byte: &u8| self.ifs.class[usize::from(*byte)] == 0;
            self.at += rest.iter().position(|byte| !plain(byte)).unwrap_or(rest.len());
            if self.separator(self.at) != Separator::None || self.at >= self.line.text.len() {
                break;
            }
            self.at += 1;
        }
        let end = self.at;
        self.skip_blanks();
        if let Separator::Other(length) = self.separator(self.at) {
            self.at += length;
            self.skip_blanks();
        }
        (start, end)
    }

    /// The rest for the last name: a single field without its separator, or all of it but blanks at its end.
    fn last(&mut self) -> (usize, usize) {
        let start = self.at;
        let field = self.field();
        if self.at >= self.line.text.len() {
            return field;
        }
        let mut end = self.line.text.len();
        // an escaped blank is dropped there too: printf 'a b\\  \n' | { read x y; echo "[$y]"; }
        let blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n') && self.ifs.class[usize::from(byte)] == 1;
        while end > start && self.line.text.get(end - 1).is_some_and(|&byte| blank(byte)) {
            end -= 1;
        }
        (start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Splits as `read x y` would.
    fn split(ifs: &[u8], text: &str, names: usize) -> Vec<String> {
        let line = Line { text: text.into(), escaped: Vec::new() };
        let ifs = Ifs::new(Some(ifs));
        let mut splitter = Splitter { line: &line, ifs: &ifs, utf8: true, at: 0 };
        splitter.skip_blanks();
        (0..names)
            .map(|place| {
                let (start, end) = if place + 1 < names { splitter.field() } else { splitter.last() };
                text[start..end].to_owned()
            })
            .collect()
    }

    #[test]
    fn the_last_name_gets_the_rest() {
        // each as bash has it: echo TEXT | { IFS=… read x y; declare -p x y; }
        let cases: &[(&str, &str, &[&str])] = &[
            (" \t\n", "  a  b  c ", &["a", "b  c"]),
            (":", "a:b:", &["a", "b"]),
            (":", "a:b::", &["a", "b::"]),
            (":", "a::", &["a", ""]),
            (":", "a:", &["a", ""]),
            (": ", "a : b : ", &["a", "b"]),
            (": ", "a : b :: ", &["a", "b ::"]),
            (": ", " : a", &["", "a"]),
            ("", " a b ", &[" a b ", ""]),
            ("é", "aébè", &["a", "bè"]),
        ];
        for (ifs, text, fields) in cases {
            assert_eq!(split(ifs.as_bytes(), text, 2), *fields, "{text:?} by {ifs:?}");
        }
    }
}
