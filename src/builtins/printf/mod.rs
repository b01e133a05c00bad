//! `printf [-v var] format [arguments]` (bash manual 4.2; POSIX `printf`).
//!
//! The format is gone through as often as there are arguments left. A conversion that cannot be understood ends it there;
//! a bad number is told and taken as far as it goes.

mod conversion;
mod float;
mod natural;

use bstr::ByteSlice;

use super::args::{self, Options};
use super::escape::{Escaped, Style, unescape};
use super::read::set_variable;
use crate::exec::report;
use crate::expand::{self, quote};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::{Field, parse_reference};
use conversion::{Spec, pad_text};
use float::Float;

pub(super) const PRINTF: Builtin = Builtin {
    name: "printf",
    run: Run::Plain(printf),
    kind: Kind::Regular,
    usage: "printf [-v var] format [arguments]",
    summary: "Print words in a given form.",
};

fn printf(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut variable = None;
    let mut operands = args;
    if args.first().is_some_and(|word| word.first() == Some(&b'-')) {
        let mut options = Options::new(args, "v:");
        loop {
            match options.next() {
                Ok(Some(letter)) => variable = letter.value,
                Ok(None) => break,
                Err(wrong) => return args::refuse(shell, PRINTF.name, PRINTF.usage, wrong),
            }
            let invalid = variable.as_ref().filter(|name| parse_reference(name).is_none());
            if let Some(name) = invalid {
                report::message(shell, format_args!("printf: `{}': not a valid identifier", name.as_bstr()));
                return Ok(Status::USAGE);
            }
        }
        operands = options.operands();
    }
    let [format, operands @ ..] = operands else {
        return report::builtin_usage(shell, PRINTF.name, PRINTF.usage);
    };
    let Some(variable) = variable else {
        let out = std::mem::take(&mut shell.fds.out);
        let (out, status) = run(shell, format, operands, out, true);
        shell.fds.out = out;
        return Ok(status);
    };
    let (value, status) = run(shell, format, operands, Vec::new(), false);
    let end = memchr::memchr(0, &value).unwrap_or(value.len()); // a variable holds no NUL
    let assigned = set_variable(shell, &variable, value.get(..end).unwrap_or_default())?;
    Ok(if assigned { status } else { Status::FAILURE })
}

fn run(shell: &mut Shell, format: &[u8], operands: &[Field], out: Vec<u8>, shown: bool) -> (Vec<u8>, Status) {
    let start = out.len();
    let mut printer = Printer { shell, operands, next: 0, out, start, shown, status: Status::SUCCESS };
    loop {
        let before = printer.next;
        let ended = printer.pass(format);
        if ended.is_err() || printer.next >= operands.len() || printer.next == before {
            return (printer.out, printer.status);
        }
    }
}

/// The output ends here: `\c`, or a conversion that is none.
struct Ended;

struct Printer<'a> {
    shell: &'a mut Shell,
    operands: &'a [Field],
    next: usize,
    out: Vec<u8>,
    /// Where in `out` our output begins (`%n`).
    start: usize,
    /// `out` is standard output, not a variable's value.
    shown: bool,
    status: Status,
}

impl Printer<'_> {
    /// Goes through the format once.
    fn pass(&mut self, format: &[u8]) -> Result<(), Ended> {
        let mut rest = format;
        while let Some(place) = memchr::memchr2(b'%', b'\\', rest) {
            let (before, behind) = rest.split_at(place);
            self.out.extend_from_slice(before);
            let escape = behind.first() == Some(&b'\\');
            let behind = behind.get(1..).unwrap_or_default();
            let taken = if escape { self.escape(behind, Style::Format)? } else { self.conversion(behind)? };
            rest = behind.get(taken..).unwrap_or_default();
        }
        self.out.extend_from_slice(rest);
        Ok(())
    }

    fn escape(&mut self, text: &[u8], style: Style) -> Result<usize, Ended> {
        let shell = &*self.shell;
        let mut complain = |missing: &str| report::message(shell, format_args!("printf: {missing}"));
        match unescape(text, style, shell.utf8, &mut self.out, &mut complain) {
            Escaped::Taken(taken) => Ok(taken),
            Escaped::Stop => Err(Ended),
        }
    }

    /// Does the conversion that `text`, the bytes behind a `%`, begins with; gives its length.
    fn conversion(&mut self, text: &[u8]) -> Result<usize, Ended> {
        if text.first() == Some(&b'%') {
            self.out.push(b'%');
            return Ok(1);
        }
        let (spec, length) = self.specification(text);
        let Some(&letter) = text.get(length) else {
            let missing = [b"printf: `%", text, b"': missing format character"].concat();
            self.tell(&missing);
            self.status = Status::FAILURE;
            return Err(Ended);
        };
        let length = length + 1;
        match letter {
            b's' => {
                let text = self.operand();
                self.text(&spec, text.as_deref().unwrap_or_default());
            }
            b'd' | b'i' => {
                let value = self.signed();
                spec.signed(value, &mut self.out);
            }
            b'u' | b'o' | b'x' | b'X' => {
                let value = self.unsigned();
                spec.unsigned(value, letter, &mut self.out);
            }
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'a' | b'A' => {
                let value = self.float();
                spec.float(value, letter, &mut self.out);
            }
            b'c' => {
                let text = self.operand();
                let byte = text.as_deref().and_then(|text| text.first().copied()).unwrap_or(0);
                pad_text(&Spec { precision: None, ..spec }, &[byte], &mut self.out);
            }
            b'b' => self.escaped(&spec)?,
            b'q' | b'Q' => self.quoted(&spec, letter == b'Q'),
            b'n' => self.count(),
            b'(' => return self.time(&spec, text, length),
            letter => return self.invalid(letter),
        }
        Ok(length)
    }

    /// Flags, width, precision and length modifiers.
    fn specification(&mut self, text: &[u8]) -> (Spec, usize) {
        let mut spec = Spec::default();
        let mut at = 0;
        while let Some(flag) = text.get(at) {
            match flag {
                b'-' => spec.left = true,
                b'+' => spec.plus = true,
                b' ' => spec.blank = true,
                b'#' => spec.alternate = true,
                b'0' => spec.zero = true,
                b'\'' => {}
                _ => break,
            }
            at += 1;
        }
        let width = self.measure(text, &mut at);
        spec.left |= width.is_some_and(|width| width < 0);
        spec.width = width.map_or(0, i64::unsigned_abs);
        if text.get(at) == Some(&b'.') {
            at += 1;
            let precision = self.measure(text, &mut at);
            spec.bare_point = precision.is_none();
            spec.precision = usize::try_from(precision.unwrap_or(0)).ok(); // negative: as if there were none
        }
        while matches!(text.get(at), Some(b'h' | b'l' | b'L' | b'j' | b't' | b'z')) {
            at += 1;
        }
        (spec, at)
    }

    /// A width or precision: digits, or `*` for an operand. What does not fit into an int is too large to be done.
    fn measure(&mut self, text: &[u8], at: &mut usize) -> Option<i64> {
        if text.get(*at) == Some(&b'*') {
            *at += 1;
            return Some(self.int());
        }
        let mut value = None;
        while let Some(digit) = text.get(*at).filter(|byte| byte.is_ascii_digit()) {
            let so_far: i64 = value.unwrap_or(0);
            value = Some((so_far * 10 + i64::from(digit - b'0')).min(i64::from(i32::MAX) + 1));
            *at += 1;
        }
        value
    }

    fn operand(&mut self) -> Option<Field> {
        let operand = self.operands.get(self.next).cloned();
        self.next += usize::from(operand.is_some());
        operand
    }

    fn text(&mut self, spec: &Spec, text: &[u8]) {
        pad_text(spec, text, &mut self.out);
    }

    /// `%b`: escapes in the operand; `\c` ends all output.
    fn escaped(&mut self, spec: &Spec) -> Result<(), Ended> {
        let operand = self.operand();
        let text = operand.as_deref().unwrap_or_default();
        let out = std::mem::take(&mut self.out);
        let mut rest = text;
        let mut ended = Ok(());
        while let Some(backslash) = memchr::memchr(b'\\', rest) {
            let (before, behind) = rest.split_at(backslash);
            self.out.extend_from_slice(before);
            let behind = behind.get(1..).unwrap_or_default();
            match self.escape(behind, Style::Operand) {
                Ok(taken) => rest = behind.get(taken..).unwrap_or_default(),
                Err(stop) => {
                    rest = b"";
                    ended = Err(stop);
                    self.status = Status::SUCCESS; // bash -c 'printf "%d%b" x "\c"; echo $?'
                }
            }
        }
        self.out.extend_from_slice(rest);
        let text = std::mem::replace(&mut self.out, out);
        self.text(spec, &text);
        ended
    }

    /// `%q`, and `%Q`, which cuts before it quotes.
    fn quoted(&mut self, spec: &Spec, cut_first: bool) {
        let text = self.operand().unwrap_or_default();
        let utf8 = self.shell.utf8;
        match spec.precision {
            // bash tells `%.Q`, which leaves nothing, from `%.0Q`, which leaves ''
            Some(precision) if cut_first && !spec.bare_point => {
                let cut = text.get(..precision.min(text.len())).unwrap_or_default();
                self.text(&Spec { precision: None, ..*spec }, &quote::for_printf(cut, utf8));
            }
            _ => self.text(spec, &quote::for_printf(&text, utf8)),
        }
    }

    /// `%n`: assigns how many bytes were put out so far.
    fn count(&mut self) {
        let Some(name) = self.operand() else { return };
        let count = self.out.len() - self.start;
        if parse_reference(&name).is_none() {
            self.tell(format!("printf: `{}': not a valid identifier", name.as_bstr()).as_bytes());
            self.status = Status::FAILURE;
            return;
        }
        let mut digits = itoa::Buffer::new();
        if !matches!(set_variable(self.shell, &name, digits.format(count).as_bytes()), Ok(true)) {
            self.status = Status::FAILURE;
        }
    }

    /// `%(format)T`: strftime(3) of seconds; -1: now; -2: when the shell started; no operand: now.
    fn time(&mut self, spec: &Spec, text: &[u8], start: usize) -> Result<usize, Ended> {
        let mut depth = 1;
        let mut end = start;
        while let Some(byte) = text.get(end) {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            end += 1;
        }
        let kind = text.get(end + 1).copied();
        if kind != Some(b'T') {
            let kind = bstr::BString::from(vec![kind.unwrap_or(0)]);
            let warning = format!("printf: warning: `{kind}': invalid time format specification");
            self.tell(warning.as_bytes());
            self.out.extend_from_slice(b"%(");
            return Ok(start);
        }
        let format = text.get(start..end).unwrap_or_default();
        let format = if format.is_empty() { &b"%X"[..] } else { format };
        let now = crate::sys::clock::realtime_micros() / 1_000_000;
        let seconds = match self.next < self.operands.len() {
            true => self.signed(),
            false => -1,
        };
        let seconds = match seconds {
            -1 => now,
            -2 => now - started(self.shell),
            seconds => seconds,
        };
        let zone = self.shell.time_zone();
        let text = crate::sys::clock::format_time(format, seconds, zone.as_deref());
        self.text(spec, &text);
        Ok(end + 2)
    }

    fn invalid(&mut self, letter: u8) -> Result<usize, Ended> {
        self.tell(&[b"printf: `", &[letter][..], b"': invalid format character"].concat());
        self.status = Status::FAILURE;
        Err(Ended)
    }

    /// A width or precision from an operand; out of the range of an int it is told of the operand behind it, as bash does.
    fn int(&mut self) -> i64 {
        let value = self.signed_unchecked();
        if i32::try_from(value).is_ok() {
            return value;
        }
        let next = self.operands.get(self.next).cloned();
        self.out_of_range(next.as_deref().unwrap_or_default());
        i64::from(if value < 0 { i32::MIN } else { i32::MAX })
    }

    fn signed(&mut self) -> i64 {
        self.signed_unchecked()
    }

    fn signed_unchecked(&mut self) -> i64 {
        let Some(operand) = self.operand() else { return 0 };
        if let Some(value) = expand::decimal(&operand) {
            return value;
        }
        if let [b'\'' | b'"', character @ ..] = &operand[..] {
            return i64::from(self.code_point(character));
        }
        let number = Integer::parse(&operand);
        let value = match (number.negative, number.magnitude) {
            (false, Some(magnitude)) => i64::try_from(magnitude).ok(),
            (true, Some(magnitude)) => 0i64.checked_sub_unsigned(magnitude),
            (_, None) => None,
        };
        self.check(&operand, number.length, value.is_none());
        value.unwrap_or(if number.negative { i64::MIN } else { i64::MAX })
    }

    fn unsigned(&mut self) -> u64 {
        let Some(operand) = self.operand() else { return 0 };
        if let Some(value) = expand::decimal(&operand) {
            return value as u64;
        }
        if let [b'\'' | b'"', character @ ..] = &operand[..] {
            return u64::from(self.code_point(character));
        }
        let number = Integer::parse(&operand);
        self.check(&operand, number.length, number.magnitude.is_none());
        match number.magnitude {
            Some(magnitude) if number.negative => magnitude.wrapping_neg(),
            Some(magnitude) => magnitude,
            None => u64::MAX,
        }
    }

    fn float(&mut self) -> Float {
        let Some(operand) = self.operand() else { return Float::of(0) };
        if let [b'\'' | b'"', character @ ..] = &operand[..] {
            return Float::of(u64::from(self.code_point(character)));
        }
        let parsed = Float::parse(&operand);
        self.check(&operand, parsed.length, parsed.range);
        parsed.value
    }

    /// What `'c` stands for: the character's number.
    fn code_point(&self, text: &[u8]) -> u32 {
        let (character, size) = bstr::decode_utf8(text);
        match (character, text.first()) {
            (_, None) => 0,
            (Some(character), _) if self.shell.utf8 && size > 1 => u32::from(character),
            // a byte beyond ASCII is a signed char to bash where it is no character
            (_, Some(&byte)) => u32::from(byte),
        }
    }

    /// Tells of a number that ends early (status 1) or is out of range (a warning).
    fn check(&mut self, operand: &[u8], length: usize, out_of_range: bool) {
        if length < operand.len() {
            let kind = match operand {
                [b'0', b'x' | b'X', ..] => "hex ",
                [b'0', b'0'..=b'9', ..] => "octal ",
                _ => "",
            };
            let text = [b"printf: ", operand, b": invalid ", kind.as_bytes(), b"number"].concat();
            self.tell(&text);
            self.status = Status::FAILURE;
        } else if out_of_range {
            self.out_of_range(operand);
        }
    }

    /// A message, behind the lines that are complete by now.
    fn tell(&mut self, text: &[u8]) {
        if self.shown {
            std::mem::swap(&mut self.out, &mut self.shell.fds.out);
        }
        report::message_bytes(self.shell, text);
        if self.shown {
            std::mem::swap(&mut self.out, &mut self.shell.fds.out);
        }
    }

    fn out_of_range(&mut self, operand: &[u8]) {
        let text = [b"printf: warning: ", operand, b": Numerical result out of range"].concat();
        self.tell(&text);
    }
}

/// Seconds since the shell started, by SECONDS' clock.
fn started(shell: &Shell) -> i64 {
    (crate::sys::clock::monotonic_nanos() - shell.dynamic.seconds_zero) / 1_000_000_000
}

/// What strtoimax(3) with base 0 makes of a text.
struct Integer {
    negative: bool,
    /// `None`: too large for 64 bits.
    magnitude: Option<u64>,
    length: usize,
}

impl Integer {
    fn parse(text: &[u8]) -> Integer {
        let mut at = text.iter().take_while(|byte| matches!(byte, b' ' | 9..=13)).count();
        let negative = text.get(at) == Some(&b'-');
        at += usize::from(matches!(text.get(at), Some(b'-' | b'+')));
        let digit = |at: usize, base: u32| text.get(at).and_then(|&byte| char::from(byte).to_digit(base));
        let base = match (text.get(at), text.get(at + 1)) {
            (Some(b'0'), Some(b'x' | b'X')) if digit(at + 2, 16).is_some() => {
                at += 2;
                16
            }
            (Some(b'0'), _) => 8,
            _ => 10,
        };
        let first = at;
        let mut magnitude = Some(0u64);
        while let Some(digit) = digit(at, base) {
            let base = u64::from(base);
            magnitude = magnitude.and_then(|value| value.checked_mul(base)?.checked_add(u64::from(digit)));
            at += 1;
        }
        Integer { negative, magnitude, length: if at == first { 0 } else { at } }
    }
}
