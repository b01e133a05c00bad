//! Tilde expansion (bash manual 3.5.2).

use super::buffer::Buffer;
use crate::state::{Shell, special};
use crate::syntax::{is_name_byte, is_name_start};
use crate::sys;

/// Where a tilde may stand for a directory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tilde {
    /// At the start of the word.
    Start,
    /// Behind an unquoted `:` too: the value of an assignment.
    Value,
    /// In an argument: behind the first `=` and behind `:` too, if it looks like an assignment; not in POSIX mode.
    Argument,
}

/// Appends `text`, unquoted characters of a word, with its tildes expanded. `first`, `last`: no part of the word comes
/// before or behind it.
pub(super) fn add_text(shell: &mut Shell, text: &[u8], first: bool, last: bool, tilde: Tilde, out: &mut Buffer) {
    let value = if tilde == Tilde::Argument { value_start(text).filter(|_| first) } else { None };
    let colons = tilde == Tilde::Value || value.is_some();
    let mut done = 0;
    for at in memchr::memchr_iter(b'~', text) {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let starts = match before {
            None => first,
            Some(b':') => colons,
            Some(b'=') => value == Some(at),
            Some(_) => false,
        };
        if !starts || at < done {
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        let ends = |&byte: &u8| matches!(byte, b'/' | b':');
        let length = match rest.iter().position(ends) {
            Some(length) => length,
            None if last => rest.len(),
            None => continue, // a quoted character or an expansion belongs to the name
        };
        if let Some(directory) = directory(shell, rest.get(..length).unwrap_or_default()) {
            out.text(text.get(done..at).unwrap_or_default());
            out.quoted(&directory);
            done = at + 1 + length;
        }
    }
    out.text(text.get(done..).unwrap_or_default());
}

/// Where the value starts in a text that looks like an assignment: behind `name=`, `name+=`, `name[…]=`.
fn value_start(text: &[u8]) -> Option<usize> {
    if !is_name_start(*text.first()?) {
        return None;
    }
    let name = text.iter().position(|&byte| !is_name_byte(byte))?;
    let rest = text.get(name..)?;
    let subscript = if rest.first() == Some(&b'[') { crate::syntax::subscript_length(rest)? } else { 0 };
    match rest.get(subscript..)? {
        [b'=', ..] => Some(name + subscript + 1),
        [b'+', b'=', ..] => Some(name + subscript + 2),
        _ => None,
    }
}

/// The directory that `~name` stands for, `name` without its tilde; `None` where it stands for itself.
pub(super) fn directory(shell: &mut Shell, name: &[u8]) -> Option<Vec<u8>> {
    let of = |shell: &mut Shell, name| shell.scalar(name).map(<[u8]>::to_vec);
    match name {
        b"" => of(shell, special::HOME).or_else(|| Some(sys::user::account_by_uid(sys::user::uid())?.home)),
        b"+" => of(shell, special::PWD),
        b"-" => of(shell, special::OLDPWD),
        [b'+', digits @ ..] if is_number(digits) => stack_entry(shell, digits, false),
        [b'-', digits @ ..] if is_number(digits) => stack_entry(shell, digits, true),
        digits if is_number(digits) => stack_entry(shell, digits, false),
        name => Some(sys::user::account_by_name(name)?.home),
    }
}

fn is_number(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

/// `~N`: the directory stack, of which the current directory is entry 0.
fn stack_entry(shell: &mut Shell, digits: &[u8], from_end: bool) -> Option<Vec<u8>> {
    let number: usize = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let directories = shell.dynamic.directories.len();
    let place = if from_end { directories.checked_sub(number)? } else { number };
    match place.checked_sub(1) {
        None => shell.scalar(special::PWD).map(<[u8]>::to_vec),
        Some(place) => shell.dynamic.directories.get(place).map(|directory| directory.to_vec()),
    }
}
