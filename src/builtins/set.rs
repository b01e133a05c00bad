//! `set`: options, positional parameters, and the list of all variables (POSIX `set`; bash manual 4.3.1).

use std::rc::Rc;

use bstr::ByteSlice;

use super::shopt;
use crate::exec::report;
use crate::expand::quote;
use crate::state::options::TABLE;
use crate::state::{Attrs, Builtin, Flow, Kind, Opt, OptKind, Outcome, Run, Shell, Status, Value, special};
use crate::syntax::{Field, Name};

pub(super) const SET: Builtin = Builtin {
    name: "set",
    run: Run::Plain(set),
    kind: Kind::Special,
    usage: "set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]",
    summary: "Set options and positional parameters, or list variables.",
};

fn set(shell: &mut Shell, args: &[Field]) -> Outcome {
    let outcome = change(shell, args);
    if shell.options.get(Opt::NOEXEC) && !shell.invocation.interactive {
        return Err(Flow::Abandon(Status::SUCCESS)); // nothing more is run: bash -c 'set -n; echo no'
    }
    outcome
}

fn change(shell: &mut Shell, args: &[Field]) -> Outcome {
    if args.is_empty() {
        list_all(shell);
        return Ok(Status::SUCCESS);
    }
    if args.first().is_some_and(|word| &word[..] == b"--help") {
        return super::args::refuse(shell, SET.name, SET.usage, super::args::Wrong::Help);
    }
    let restricted = shell.options.get(Opt::RESTRICTED_SHELL);
    if let Some(option) = first_unknown(args, restricted) {
        report::builtin_option(shell, SET.name, &option, SET.usage)?;
        return Ok(if option == "+r" { Status::FAILURE } else { Status::USAGE });
    }
    let mut words = args;
    while let [word, rest @ ..] = words {
        let (on, letters) = match &word[..] {
            b"--" => {
                shell.set_positional(rest.to_vec());
                shell.frames.positional_set = shell.frames.level == 0;
                return Ok(Status::SUCCESS);
            }
            b"-" => {
                shell.set_option(Opt::XTRACE, false);
                shell.set_option(Opt::VERBOSE, false);
                words = rest;
                break;
            }
            [b'-', letters @ ..] => (true, letters),
            [b'+', letters @ ..] => (false, letters),
            _ => break,
        };
        words = rest;
        for &letter in letters {
            if letter != b'o' {
                set_letter(shell, letter, on);
                continue;
            }
            match words.first().filter(|name| !matches!(name.first(), None | Some(b'-' | b'+'))) {
                Some(name) => {
                    let Some(option) = Opt::by_set_name(name) else {
                        report::message(shell, format_args!("set: {}: invalid option name", name.as_bstr()));
                        return Ok(Status::USAGE);
                    };
                    set_option(shell, option, on);
                    words = words.get(1..).unwrap_or_default();
                }
                None => list_options(shell, !on),
            }
        }
    }
    if !words.is_empty() {
        shell.set_positional(words.to_vec());
        shell.frames.positional_set = shell.frames.level == 0;
    }
    Ok(Status::SUCCESS)
}

/// The first letter that is no option. All are looked at before any is set: bash -c 'set -eZ; echo $-'
fn first_unknown(args: &[Field], restricted: bool) -> Option<String> {
    let mut words = args.iter();
    while let Some(word) = words.next() {
        let (sign, letters) = match &word[..] {
            b"--" | b"-" | b"+" => return None,
            [sign @ (b'-' | b'+'), letters @ ..] => (*sign, letters),
            _ => return None,
        };
        for &letter in letters {
            match letter {
                b'o' => {
                    if letters.last() == Some(&b'o') {
                        words.next_if_is_name();
                    }
                }
                b'r' if sign == b'-' || !restricted => {}
                letter if Opt::by_letter(letter).is_some() => {}
                letter => return Some(format!("{}{}", char::from(sign), [letter].as_bstr())),
            }
        }
    }
    None
}

/// Skips the name of `-o`.
trait SkipName {
    fn next_if_is_name(&mut self);
}

impl SkipName for std::slice::Iter<'_, Field> {
    fn next_if_is_name(&mut self) {
        if self.as_slice().first().is_some_and(|name| !matches!(name.first(), None | Some(b'-' | b'+'))) {
            self.next();
        }
    }
}

fn set_letter(shell: &mut Shell, letter: u8, on: bool) {
    match letter {
        b'r' if on => restrict(shell),
        b'r' => {} // not restricted, or it would have been refused
        letter => {
            if let Some(option) = Opt::by_letter(letter) {
                set_option(shell, option, on);
            }
        }
    }
}

/// `set -r`: from here on the shell is restricted (bash manual 6.10).
pub fn restrict(shell: &mut Shell) {
    for name in [special::PATH, special::SHELL, special::ENV, special::BASH_ENV, special::HISTFILE] {
        let attrs = shell.vars.get(name).attrs.with(Attrs::READONLY);
        shell.set_attrs(name, attrs);
    }
    shell.set_option(Opt::RESTRICTED_SHELL, true);
}

/// Sets an option of `set -o`, with what bash does besides.
pub fn set_option(shell: &mut Shell, option: Opt, on: bool) {
    match option {
        Opt::POSIX => {
            let name = special::POSIXLY_CORRECT;
            let _ = if on { shell.assign(name, b"y") } else { shell.unset(name) }; // readonly: the option is set all the same
        }
        Opt::IGNOREEOF => {
            let name = shell.names.intern(b"IGNOREEOF");
            let _ = if on { shell.assign(name, b"10") } else { shell.unset(name) }; // as above
        }
        Opt::HISTORY => super::history::remember(shell, on),
        Opt::PRIVILEGED if !on => drop(crate::sys::user::drop_privileges()),
        _ => {}
    }
    shell.set_option(option, on);
}

/// `set -o`: a table; `set +o`: commands that set the same again.
pub fn list_options(shell: &mut Shell, reusable: bool) {
    let names = Opt::all().zip(TABLE).filter(|(_, row)| row.kind != OptKind::Shopt);
    let mut text = Vec::new();
    for (option, row) in names {
        shopt::show_set_option(row.name, shell.options.get(option), reusable, &mut text);
    }
    shell.fds.out.extend_from_slice(&text);
}

/// `set`: every variable with a value, then (not in POSIX mode) every function.
pub(super) fn list_all(shell: &mut Shell) {
    refresh(shell);
    let mut variables: Vec<(Field, Name)> =
        shell.vars.iter().map(|(name, _)| (shell.names.spelling(name).clone(), name)).collect();
    variables.sort_unstable();
    let mut text = Vec::new();
    for (spelling, name) in variables {
        if !shell.vars.get(name).attrs.any(Attrs::NAMEREF.with(Attrs::VALUELESS))
            && let Some(shown) = shown_value(shell, name)
        {
            text.extend_from_slice(&spelling);
            text.push(b'=');
            text.extend_from_slice(&shown);
            text.push(b'\n');
        } else if let Value::Scalar(target) = &shell.vars.get(name).value {
            text.extend_from_slice(&[&spelling[..], b"=", &quote::for_set(target, shell.utf8), b"\n"].concat());
        }
    }
    if !shell.options.get(Opt::POSIX) {
        let mut functions: Vec<_> = shell
            .functions
            .iter()
            .map(|(name, function)| (shell.names.spelling(name).clone(), Rc::clone(function)))
            .collect();
        functions.sort_unstable_by(|left, right| left.0.cmp(&right.0));
        for (_, function) in functions {
            text.extend_from_slice(&shell.function_text(&function));
            text.push(b'\n');
        }
    }
    shell.fds.out.extend_from_slice(&text);
}

/// Brings up to date what bash shows as it is now; clocks and random numbers are shown if they were read before.
pub(super) fn refresh(shell: &mut Shell) {
    for name in [
        special::BASH_SOURCE,
        special::BASH_LINENO,
        special::FUNCNAME,
        special::PIPESTATUS,
        special::SHELLOPTS,
        special::BASHOPTS,
        special::_UNDERSCORE,
    ] {
        shell.refresh(name);
    }
}

/// A value as `set` lists it; `None` when there is none. In POSIX mode there is no `$'…'`.
fn shown_value(shell: &Shell, name: Name) -> Option<Vec<u8>> {
    match &shell.vars.get(name).value {
        Value::Scalar(text) if shell.options.get(Opt::POSIX) => Some(quote::for_set_posix(text)),
        value => show_value(value, shell.utf8),
    }
}

/// A value as `set` and other listings show it; `None` when there is none.
pub(super) fn show_value(value: &Value, utf8: bool) -> Option<Vec<u8>> {
    let element = |key: &[u8], value: &[u8]| [b"[", key, b"]=", &quote::for_declare(value, utf8)].concat();
    match value {
        Value::Unset => None,
        Value::Scalar(text) => Some(quote::for_set(text, utf8)),
        Value::Indexed(array) => {
            let elements: Vec<_> =
                array.iter().map(|(index, value)| element(index.to_string().as_bytes(), value)).collect();
            Some([b"(", &elements.join(&b' ')[..], b")"].concat())
        }
        Value::Assoc(array) => {
            let mut text = b"(".to_vec();
            for (key, value) in array.iter() {
                text.extend_from_slice(&element(&quote::for_key(key, utf8), value));
                text.push(b' ');
            }
            text.push(b')');
            Some(text)
        }
    }
}
