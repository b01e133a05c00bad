//! `echo [-neE] [arg ...]` (bash manual 4.2).

use super::escape::{Escaped, Style, unescape};
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const ECHO: Builtin = Builtin {
    name: "echo",
    run: Run::Plain(echo),
    kind: Kind::Regular,
    usage: "echo [-neE] [arg ...]",
    summary: "Print words.",
};

fn echo(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut escapes = shell.options.get(Opt::XPG_ECHO);
    let mut newline = true;
    let mut args = args;
    let takes_options = !(escapes && shell.options.get(Opt::POSIX));
    while takes_options && let [first, rest @ ..] = args {
        // a word is an option when all of its letters are: echo -nx says -nx
        let [b'-', letters @ ..] = &first[..] else { break };
        if letters.is_empty() || !letters.iter().all(|letter| matches!(letter, b'n' | b'e' | b'E')) {
            break;
        }
        for letter in letters {
            match letter {
                b'n' => newline = false,
                letter => escapes = *letter == b'e',
            }
        }
        args = rest;
    }
    let utf8 = shell.utf8;
    let out = &mut shell.fds.out;
    for (place, arg) in args.iter().enumerate() {
        if place > 0 {
            out.push(b' ');
        }
        if !escapes {
            out.extend_from_slice(arg);
        } else if !write_escaped(arg, utf8, out) {
            return Ok(Status::SUCCESS);
        }
    }
    if newline {
        out.push(b'\n');
    }
    Ok(Status::SUCCESS)
}

/// Writes `text` with its escapes; false after `\c`.
fn write_escaped(text: &[u8], utf8: bool, out: &mut Vec<u8>) -> bool {
    let mut rest = text;
    while let Some(backslash) = memchr::memchr(b'\\', rest) {
        let (before, behind) = rest.split_at(backslash);
        out.extend_from_slice(before);
        let behind = behind.get(1..).unwrap_or_default();
        match unescape(behind, Style::Echo, utf8, out, &mut |_| {}) {
            Escaped::Taken(taken) => rest = behind.get(taken..).unwrap_or_default(),
            Escaped::Stop => return false,
        }
    }
    out.extend_from_slice(rest);
    true
}
