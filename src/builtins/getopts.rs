//! `getopts optstring name [arg ...]` (POSIX `getopts`): one option a call; where it is stands in `Shell::getopts`.

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::report;
use crate::expand::{ExpandError, bind};
use crate::state::{Builtin, Getopts, Kind, Outcome, Run, Shell, Status, special};
use crate::syntax::{Field, Name, is_name};

pub(super) const GETOPTS: Builtin = Builtin {
    name: "getopts",
    run: Run::Plain(getopts),
    kind: Kind::Regular,
    usage: "getopts optstring name [arg ...]",
    summary: "Take the next option from arguments.",
};

fn getopts(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut options = Options::new(args, "");
    if let Err(wrong) = options.next() {
        return args::refuse(shell, GETOPTS.name, GETOPTS.usage, wrong);
    }
    let [spec, name, words @ ..] = options.operands() else {
        return report::builtin_usage(shell, GETOPTS.name, GETOPTS.usage);
    };
    let positional = shell.frames.positional.clone();
    let words = if words.is_empty() { &positional[..] } else { words };
    let place = Getopts { index: shell.getopts.index.max(1), ..shell.getopts.clone() };
    let (found, next) = scan(spec, words, place);
    let silent = spec.first() == Some(&b':');
    let (letter, argument, status) = match found {
        Found::Option(letter, argument) => (letter, argument, Status::SUCCESS),
        Found::Unknown(letter) if silent => (b'?', Some(Field::from(&[letter][..])), Status::SUCCESS),
        Found::Unknown(letter) => {
            complain(shell, "illegal option", letter);
            (b'?', None, Status::SUCCESS)
        }
        Found::Missing(letter) if silent => (b':', Some(Field::from(&[letter][..])), Status::SUCCESS),
        Found::Missing(letter) => {
            complain(shell, "option requires an argument", letter);
            (b'?', None, Status::SUCCESS)
        }
        Found::End => (b'?', None, Status::FAILURE),
    };
    match set_variables(shell, name, letter, argument, next) {
        Ok(()) => Ok(status),
        Err(outcome) if !status.is_success() => outcome.map(|_| status),
        Err(outcome) => outcome,
    }
}

/// What one step of the scan came to.
enum Found {
    Option(u8, Option<Field>),
    Unknown(u8),
    Missing(u8),
    End,
}

fn scan(spec: &[u8], words: &[Field], place: Getopts) -> (Found, Getopts) {
    let end = |index: usize| (Found::End, Getopts { offset: 0, index: index as i64 });
    let index = usize::try_from(place.index).unwrap_or(1).max(1);
    let Some(word) = words.get(index - 1) else { return end(words.len() + 1) };
    let mut offset = if place.offset < word.len() { place.offset } else { 0 };
    if offset == 0 {
        match &word[..] {
            b"--" => return end(index + 1),
            [b'-', _, ..] => offset = 1,
            _ => return end(index),
        }
    }
    let letter = word.get(offset).copied().unwrap_or(b'?');
    let rest = word.get(offset + 1..).unwrap_or_default();
    let behind = |index: usize| Getopts { offset: 0, index: index as i64 };
    let next = match rest {
        [] => behind(index + 1),
        _ => Getopts { offset: offset + 1, index: index as i64 },
    };
    let letters = spec.strip_prefix(b":").unwrap_or(spec);
    let Some(at) = letters.iter().position(|&known| known == letter && letter != b':') else {
        return (Found::Unknown(letter), next);
    };
    if letters.get(at + 1) != Some(&b':') {
        return (Found::Option(letter, None), next);
    }
    match (rest, words.get(index)) {
        ([], None) => (Found::Missing(letter), behind(index + 1)),
        ([], Some(argument)) => (Found::Option(letter, Some(argument.clone())), behind(index + 2)),
        (rest, _) => (Found::Option(letter, Some(Field::from(rest))), behind(index + 1)),
    }
}

/// `script: illegal option -- x`: no line, and not with OPTERR=0.
fn complain(shell: &mut Shell, what: &str, letter: u8) {
    let is_zero = |value: &[u8]| {
        let digits = value.trim_ascii_start();
        let digits = digits.strip_prefix(b"-").unwrap_or(digits);
        !value.is_empty() && !digits.iter().find(|byte| **byte != b'0').is_some_and(u8::is_ascii_digit)
    };
    if !shell.scalar(special::OPTERR).is_some_and(is_zero) {
        let name = shell.frames.zero.clone();
        report::plain(format_args!("{}: {what} -- {}", name.as_bstr(), [letter].as_bstr()));
    }
}

fn set_variables(
    shell: &mut Shell,
    name: &Field,
    letter: u8,
    argument: Option<Field>,
    next: Getopts,
) -> Result<(), Outcome> {
    let mut digits = itoa::Buffer::new();
    assign(shell, special::OPTIND, digits.format(next.index).as_bytes())?;
    shell.getopts = next;
    match argument {
        Some(argument) => assign(shell, special::OPTARG, &argument)?,
        None => {
            if let Err(error) = shell.unset(special::OPTARG) {
                return Err(fail(shell, error.into()));
            }
        }
    }
    if !is_name(name) {
        let text = format_args!("`{}': not a valid identifier", name.as_bstr());
        return Err(report::builtin(shell, GETOPTS.name, text));
    }
    let name = shell.names.intern(name);
    // bash -c 'readonly r; getopts a r -a; echo $?'
    assign(shell, name, &[letter]).map_err(|outcome| outcome.map(|_| Status::USAGE))
}

fn assign(shell: &mut Shell, name: Name, value: &[u8]) -> Result<(), Outcome> {
    bind::assign(shell, name, value, false).map_err(|error| fail(shell, error))
}

/// `x: readonly variable`, status 1; or what else came of an assignment.
fn fail(shell: &mut Shell, error: ExpandError) -> Outcome {
    match error {
        ExpandError::Flow(flow) => Err(flow),
        error => {
            let _ = report::expansion(shell, error);
            Ok(Status::FAILURE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All options of `words`, each as its letter, argument and the OPTIND after it.
    fn all(spec: &str, words: &[&str]) -> String {
        let words: Vec<Field> = words.iter().map(|word| Field::from(word.as_bytes())).collect();
        let mut place = Getopts { offset: 0, index: 1 };
        let mut seen = Vec::new();
        loop {
            let (found, next) = scan(spec.as_bytes(), &words, place);
            place = next;
            let (letter, rest) = match found {
                Found::Option(letter, argument) => (letter, argument.map(|text| text.as_bstr().to_string())),
                Found::Unknown(letter) => (letter, Some("?".to_owned())),
                Found::Missing(letter) => (letter, Some(":".to_owned())),
                Found::End => break,
            };
            seen.push(format!("{}{}@{}", char::from(letter), rest.unwrap_or_default(), place.index));
        }
        format!("{} end@{}", seen.join(" "), place.index)
    }

    #[test]
    fn options_are_scanned_as_bash_does() {
        let cases: &[(&str, &[&str], &str)] = &[
            ("ab:", &["-a", "-b", "val", "x"], "a@2 bval@4 end@4"),
            ("ab:", &["-abval", "--", "x"], "a@1 bval@2 end@3"),
            ("ab", &["-ab"], "a@1 b@2 end@2"),
            (":ab:", &["-x", "-b"], "x?@2 b:@3 end@3"),
            ("a:", &["-a", ""], "a@3 end@3"),
            ("a:", &["-a", "--", "x"], "a--@3 end@3"),
            ("a:", &["-:"], ":?@2 end@2"),
            ("x", &["-"], " end@1"),
        ];
        for (spec, words, expected) in cases {
            assert_eq!(all(spec, words), *expected, "{spec} {words:?}");
        }
    }
}
