//! `umask [-p] [-S] [mode]` (POSIX `umask`): octal, or symbolic, which names what is allowed.

use super::args::{self, Options};
use crate::exec::report;
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status, Undo};
use crate::syntax::Field;
use crate::sys::file;

pub(super) const UMASK: Builtin = Builtin {
    name: "umask",
    run: Run::Plain(umask),
    kind: Kind::Regular,
    usage: "umask [-p] [-S] [mode]",
    summary: "Show and set which permissions new files lack.",
};

fn umask(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut symbolic, mut reusable) = (false, false);
    let mut options = Options::new(args, "Sp");
    loop {
        match options.next() {
            Ok(Some(letter)) if letter.letter == b'S' => symbolic = true,
            Ok(Some(_)) => reusable = true,
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, UMASK.name, UMASK.usage, wrong),
        }
    }
    let now = file::umask(0);
    file::umask(now);
    let Some(mode) = options.operands().first() else {
        let start = match (reusable, symbolic) {
            (true, true) => "umask -S ",
            (true, false) => "umask ",
            _ => "",
        };
        let shown = if symbolic { in_symbols(now) } else { format!("{now:04o}") };
        shell.fds.out.extend_from_slice(format!("{start}{shown}\n").as_bytes());
        return Ok(Status::SUCCESS);
    };
    let numeric = mode.first().is_some_and(u8::is_ascii_digit);
    let wanted = if numeric { parse_octal(mode) } else { parse_symbols(mode, now) };
    let mask = match wanted {
        Ok(mask) => mask,
        Err(why) => {
            report::message_bytes(shell, &[b"umask: ", &why[..]].concat());
            return Ok(Status::FAILURE);
        }
    };
    shell.journal.subshell(|| Undo::Umask(now));
    file::umask(mask);
    if symbolic {
        shell.fds.out.extend_from_slice(format!("{}\n", in_symbols(mask)).as_bytes());
    }
    Ok(Status::SUCCESS)
}

/// `u=rwx,g=rx,o=rx`: what `mask` allows.
fn in_symbols(mask: u32) -> String {
    let class = |name: char, shift: u32| {
        let bits = !mask >> shift & 7;
        let letters = [(4, 'r'), (2, 'w'), (1, 'x')];
        let allowed: String = letters.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, letter)| letter).collect();
        format!("{name}={allowed}")
    };
    [class('u', 6), class('g', 3), class('o', 0)].join(",")
}

fn parse_octal(text: &[u8]) -> Result<u32, Vec<u8>> {
    let mut value = 0u32;
    for &byte in text {
        let digit = byte.wrapping_sub(b'0');
        value = value.saturating_mul(8).saturating_add(u32::from(digit));
        if digit > 7 || value > 0o7777 {
            return Err([text, b": octal number out of range"].concat());
        }
    }
    Ok(value & 0o777)
}

/// `u=rwx,g+x,o-w`: changes to what `mask` allows; the new mask.
fn parse_symbols(text: &[u8], mask: u32) -> Result<u32, Vec<u8>> {
    let mut allowed = !mask & 0o777;
    let mut rest = text;
    loop {
        let who = rest.iter().take_while(|byte| b"ugoa".contains(byte)).count();
        let (classes, behind) = rest.split_at(who);
        let mut affected = classes.iter().fold(0, |bits, class| {
            bits | match class {
                b'u' => 0o700,
                b'g' => 0o070,
                b'o' => 0o007,
                _ => 0o777,
            }
        });
        if affected == 0 {
            affected = 0o777;
        }
        let [operator @ (b'+' | b'-' | b'='), behind @ ..] = behind else {
            return Err(wrong(behind.first(), "operator"));
        };
        let letters = behind.iter().take_while(|byte| b"rwx".contains(byte)).count();
        let (letters, behind) = behind.split_at(letters);
        let bits = letters.iter().fold(0, |bits, letter| {
            bits | match letter {
                b'r' => 0o444,
                b'w' => 0o222,
                _ => 0o111,
            }
        });
        match operator {
            b'+' => allowed |= bits & affected,
            b'-' => allowed &= !(bits & affected),
            _ => allowed = allowed & !affected | bits & affected,
        }
        match behind {
            [] => return Ok(!allowed & 0o777),
            [b',', behind @ ..] => rest = behind,
            [other, ..] => return Err(wrong(Some(other), "character")),
        }
    }
}

/// bash shows the end of the text as the null byte that stands there.
fn wrong(byte: Option<&u8>, what: &str) -> Vec<u8> {
    let byte = byte.copied().unwrap_or(0);
    [b"`", &[byte][..], b"': invalid symbolic mode ", what.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_change_what_is_allowed() {
        let cases =
            [("u=rwx,g=rx,o=", 0, 0o027), ("a+x", 0o027, 0o026), ("u-x,g+w", 0o026, 0o106), ("=", 0o022, 0o777)];
        for (text, before, after) in cases {
            assert_eq!(parse_symbols(text.as_bytes(), before), Ok(after), "{text}");
        }
        assert_eq!(in_symbols(0o022), "u=rwx,g=rx,o=rx");
    }
}
