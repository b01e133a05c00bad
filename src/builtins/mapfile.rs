//! `mapfile`, `readarray`: lines into an indexed array (bash manual 4.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::input::{End, Input, Until};
use crate::exec::conditional::parse_integer;
use crate::exec::{report, run, text};
use crate::expand::{ExpandError, bind, quote};
use crate::state::{Attrs, Builtin, Element, Flow, Kind, Outcome, Run, Shell, Status, Value, special};
use crate::syntax::{Field, Name, is_name};
use crate::sys::{Fd, fd};

pub(super) const MAPFILE: Builtin = Builtin {
    name: "mapfile",
    run: Run::Plain(mapfile),
    kind: Kind::Regular,
    usage: "mapfile [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]",
    summary: "Read lines into an array.",
};

pub(super) const READARRAY: Builtin = Builtin {
    name: "readarray",
    run: Run::Plain(readarray),
    kind: Kind::Regular,
    usage: "readarray [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]",
    summary: "Read lines into an array.",
};

fn mapfile(shell: &mut Shell, args: &[Field]) -> Outcome {
    run(shell, &MAPFILE, args)
}

fn readarray(shell: &mut Shell, args: &[Field]) -> Outcome {
    run(shell, &READARRAY, args)
}

/// What the arguments ask for.
struct Request {
    delimiter: u8,
    /// Lines to be kept; 0: all.
    count: i64,
    origin: Option<i64>,
    skip: i64,
    strip: bool,
    fd: Fd,
    callback: Option<Field>,
    quantum: i64,
    array: Name,
}

fn run(shell: &mut Shell, builtin: &Builtin, args: &[Field]) -> Outcome {
    let request = match parse(shell, builtin, args) {
        Ok(request) => request,
        Err(outcome) => return outcome,
    };
    let name = match bind::resolve(shell, request.array) {
        Ok(target) => target.name,
        Err(error) => return Err(report::expansion(shell, error)),
    };
    if let Err(error) = shell.check_writable(name) {
        report::expansion(shell, ExpandError::Variable(error));
        return Ok(Status::FAILURE);
    }
    if matches!(shell.vars.get(name).value, Value::Assoc(_)) {
        let text = format_args!("{}: not an indexed array", shell.names.spelling(request.array).as_bstr());
        return report::builtin(shell, builtin.name, text);
    }
    match fill(shell, &request, name) {
        Ok(()) => Ok(Status::SUCCESS),
        Err(Failure::Flow(flow)) => Err(flow),
        Err(Failure::Assignment(error)) => Err(report::expansion(shell, error)),
    }
}

fn parse(shell: &mut Shell, builtin: &Builtin, args: &[Field]) -> Result<Request, Outcome> {
    let mut request = Request {
        delimiter: b'\n',
        count: 0,
        origin: None,
        skip: 0,
        strip: false,
        fd: Fd::STDIN,
        callback: None,
        quantum: 5000,
        array: special::MAPFILE,
    };
    let mut options = Options::new(args, "d:u:n:O:tC:c:s:");
    loop {
        match options.next() {
            Ok(Some(letter)) => {
                let value = letter.value.unwrap_or_default();
                if let Err(why) = request.take(letter.letter, &value) {
                    return Err(report::builtin(shell, builtin.name, format_args!("{}: {why}", value.as_bstr())));
                }
            }
            Ok(None) => break,
            Err(wrong) => return Err(args::refuse(shell, builtin.name, builtin.usage, wrong)),
        }
    }
    match options.operands().first() {
        None => {}
        Some(name) if name.is_empty() => {
            report::message(shell, format_args!("{}: empty array variable name", builtin.name));
            return Err(Ok(Status::USAGE));
        }
        Some(name) if !is_name(name) => {
            let text = format_args!("`{}': not a valid identifier", name.as_bstr());
            return Err(report::builtin(shell, builtin.name, text));
        }
        Some(name) => request.array = shell.names.intern(name),
    }
    Ok(request)
}

impl Request {
    /// Takes an option, or says what is wrong with its value.
    fn take(&mut self, letter: u8, value: &Field) -> Result<(), &'static str> {
        let number = |lowest: i64| parse_integer(value).filter(|&number| number >= lowest);
        match letter {
            b'd' => self.delimiter = value.first().copied().unwrap_or(0),
            b't' => self.strip = true,
            b'C' => self.callback = Some(value.clone()),
            b'u' => {
                let number = number(0).and_then(|fd| i32::try_from(fd).ok());
                self.fd = Fd(number.ok_or("invalid file descriptor specification")?);
                if !fd::is_open(self.fd) {
                    return Err("invalid file descriptor: Bad file descriptor");
                }
            }
            b'n' => self.count = number(0).ok_or("invalid line count")?,
            b's' => self.skip = number(0).ok_or("invalid line count")?,
            b'c' => self.quantum = number(1).ok_or("invalid callback quantum")?,
            _ => self.origin = Some(number(0).ok_or("invalid array origin")?),
        }
        Ok(())
    }
}

/// Why the array is not complete.
enum Failure {
    Flow(Flow),
    Assignment(ExpandError),
}

fn fill(shell: &mut Shell, request: &Request, name: Name) -> Result<(), Failure> {
    let whole = request.count == 0 && request.callback.is_none();
    let mut input = Input::new(request.fd, if whole { Until::End } else { Until::Delimiter(request.delimiter) });
    let mut lines: Vec<Field> = Vec::new();
    if request.origin.is_none() || !shell.vars.get(name).value.is_array() {
        let first = shell.vars.get(name).value.scalar().filter(|_| request.origin.is_some()).map(Field::from);
        replace_array(shell, name, first.into_iter().collect()).map_err(Failure::Assignment)?;
    }
    let origin = request.origin.unwrap_or(0);
    // elements go in one by one only where somebody looks meanwhile
    let at_once = request.origin.is_none() && request.callback.is_none();
    let mut line = Vec::new();
    let mut seen = 0;
    let mut kept = 0;
    let ended = loop {
        if request.count > 0 && kept == request.count {
            break Ok(());
        }
        line.clear();
        match input.line(shell, request.delimiter, &mut line) {
            Ok(()) => {}
            Err(End::Eof) if line.is_empty() => break Ok(()),
            Err(End::Eof) => {}
            Err(End::Flow(flow)) => break Err(Failure::Flow(flow)),
            // what cannot be read is as good as its end: bash -c 'mapfile x </; echo $?'
            Err(End::Error(_) | End::Timeout | End::Interrupted(_)) => break Ok(()),
        }
        seen += 1;
        if seen <= request.skip {
            continue;
        }
        if (request.strip || request.delimiter == 0) && line.last() == Some(&request.delimiter) {
            line.pop();
        }
        let end = memchr::memchr(0, &line).unwrap_or(line.len()); // no variable holds a null byte
        let text = line.get(..end).unwrap_or_default();
        let index = origin.saturating_add(kept);
        kept += 1;
        if let Some(callback) = &request.callback
            && kept % request.quantum == 0
            && let Err(flow) = call(shell, callback, index, text)
        {
            break Err(Failure::Flow(flow));
        }
        if at_once {
            lines.push(text.into());
        } else {
            let subscript = index.to_string();
            if let Err(error) = bind::assign_element(shell, name, subscript.as_bytes(), text, false) {
                break Err(Failure::Assignment(error));
            }
        }
    };
    input.give_back();
    if at_once {
        replace_array(shell, name, lines).map_err(Failure::Assignment)?;
    }
    ended
}

/// Makes `name` an indexed array of `fields` and nothing else; attributes that change values are kept.
pub(super) fn replace_array(shell: &mut Shell, name: Name, fields: Vec<Field>) -> Result<(), ExpandError> {
    if !shell.vars.get(name).attrs.any(Attrs::SLOW) {
        shell.set_value(name, Value::Indexed(Box::new(fields.into_iter().collect())))?;
        return Ok(());
    }
    let element = |value| Element { subscript: None, append: false, value };
    let elements: Vec<Element> = fields.into_iter().map(element).collect();
    bind::assign_compound(shell, name, &elements, false)
}

/// Runs `callback index line`, the line quoted.
fn call(shell: &mut Shell, callback: &[u8], index: i64, line: &[u8]) -> Result<(), Flow> {
    let text = [callback, b" ", index.to_string().as_bytes(), b" ", &quote::single_quoted(line)].concat();
    let outcome = text::run_string(shell, &text, Some("eval"));
    run::set_status(shell, outcome?);
    Ok(())
}
