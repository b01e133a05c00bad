//! The forms in which bash shows a string so that it can be read again, one function a use.
//!
//! `utf8`: characters are UTF-8 sequences, so that `é` is printable; else every byte from 0x80 on is not.

use bstr::ByteSlice;

/// `printf %q`: backslashes, or `$'…'` where something is not printable.
pub fn for_printf(text: &[u8], utf8: bool) -> Vec<u8> {
    if text.is_empty() {
        return b"''".to_vec();
    }
    if !is_printable(text, utf8) {
        return ansi_c(text, utf8);
    }
    let mut quoted = Vec::with_capacity(text.len() + 8);
    let mut before = None;
    for &byte in text {
        if is_meta(byte, before) || byte == b',' {
            quoted.push(b'\\');
        }
        quoted.push(byte);
        before = Some(byte);
    }
    quoted
}

/// A name in a message: as it is, if it can be printed.
pub fn for_message(text: &[u8], utf8: bool) -> Vec<u8> {
    if is_printable(text, utf8) { text.to_vec() } else { ansi_c(text, utf8) }
}

/// `${x@Q}`: always quoted.
pub fn for_transformation(text: &[u8], utf8: bool) -> Vec<u8> {
    if is_printable(text, utf8) { single_quoted(text) } else { ansi_c(text, utf8) }
}

/// A value of `declare -p`, `export -p`, `${x@A}`, and an element of an array wherever one is listed.
pub fn for_declare(text: &[u8], utf8: bool) -> Vec<u8> {
    if is_printable(text, utf8) { double_quoted(text) } else { ansi_c(text, utf8) }
}

/// A key of an associative array in `declare -p`, `${a[@]@K}`.
pub fn for_key(text: &[u8], utf8: bool) -> Vec<u8> {
    if !is_printable(text, utf8) {
        ansi_c(text, utf8)
    } else if has_meta(text) || text == b"@" {
        double_quoted(text)
    } else {
        text.to_vec()
    }
}

/// A value in the list of `set`.
pub fn for_set(text: &[u8], utf8: bool) -> Vec<u8> {
    if !is_printable(text, utf8) {
        ansi_c(text, utf8)
    } else if has_meta(text) {
        single_quoted(text)
    } else {
        text.to_vec()
    }
}

/// The same in POSIX mode: in single quotes whatever it is.
pub fn for_set_posix(text: &[u8]) -> Vec<u8> {
    if has_meta(text) || text.contains(&b'\n') { single_quoted(text) } else { text.to_vec() }
}

/// A word of a command that `set -x` shows.
pub fn for_trace(text: &[u8], utf8: bool) -> Vec<u8> {
    if text.is_empty() { b"''".to_vec() } else { for_trace_of_value(text, utf8) }
}

/// The value of an assignment that `set -x` shows: an empty one is nothing.
pub fn for_trace_of_value(text: &[u8], utf8: bool) -> Vec<u8> {
    if has_meta(text) {
        single_quoted(text)
    } else if is_printable(text, utf8) {
        text.to_vec()
    } else {
        ansi_c(text, utf8)
    }
}

/// `'…'`, whatever is in it: `alias`, `trap -p`. A quote in it is `'\''`, one alone `\'`.
pub fn single_quoted(text: &[u8]) -> Vec<u8> {
    if text == b"'" {
        return b"\\'".to_vec();
    }
    let mut quoted = Vec::with_capacity(text.len() + 2);
    quoted.push(b'\'');
    for &byte in text {
        match byte {
            b'\'' => quoted.extend_from_slice(b"'\\''"),
            _ => quoted.push(byte),
        }
    }
    quoted.push(b'\'');
    quoted
}

fn double_quoted(text: &[u8]) -> Vec<u8> {
    let mut quoted = Vec::with_capacity(text.len() + 2);
    quoted.push(b'"');
    for &byte in text {
        if matches!(byte, b'"' | b'$' | b'\\' | b'`') {
            quoted.push(b'\\');
        }
        quoted.push(byte);
    }
    quoted.push(b'"');
    quoted
}

/// `$'…'`: what is not printable by its letter or in octal.
fn ansi_c(text: &[u8], utf8: bool) -> Vec<u8> {
    let mut quoted = b"$'".to_vec();
    for (character, printable) in characters(text, utf8) {
        match character {
            _ if !printable => character.iter().for_each(|&byte| escape(byte, &mut quoted)),
            b"'" | b"\\" => quoted.extend_from_slice(&[b"\\", character].concat()),
            _ => quoted.extend_from_slice(character),
        }
    }
    quoted.push(b'\'');
    quoted
}

fn escape(byte: u8, quoted: &mut Vec<u8>) {
    let letter = match byte {
        0x07 => b'a',
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0B => b'v',
        0x0C => b'f',
        b'\r' => b'r',
        0x1B => b'E',
        _ => {
            let digit = |shift: u8| b'0' + (byte >> shift & 7);
            return quoted.extend_from_slice(&[b'\\', digit(6), digit(3), digit(0)]);
        }
    };
    quoted.extend_from_slice(&[b'\\', letter]);
}

fn is_printable(text: &[u8], utf8: bool) -> bool {
    if text.is_ascii() {
        return text.iter().all(|&byte| (0x20..0x7F).contains(&byte));
    }
    utf8 && characters(text, utf8).all(|(_, printable)| printable)
}

/// The characters of `text`, and whether each is printable. An invalid byte is a character that is not.
fn characters(text: &[u8], utf8: bool) -> impl Iterator<Item = (&[u8], bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let &first = rest.first()?;
        let (length, printable) = match rest.chars().next() {
            Some(_) if first < 0x80 => (1, (0x20..0x7F).contains(&first)),
            Some(ch) if utf8 && rest.starts_with(ch.encode_utf8(&mut [0; 4]).as_bytes()) => {
                (ch.len_utf8(), is_printable_char(ch))
            }
            _ => (1, false),
        };
        let (character, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some((character, printable))
    })
}

/// iswprint(3) for what is beyond ASCII; an unassigned character counts as printable here.
fn is_printable_char(ch: char) -> bool {
    let code = u32::from(ch);
    let is_no_character = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    !(ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}') || is_no_character)
}

/// Whether some character means something to the shell where it stands.
fn has_meta(text: &[u8]) -> bool {
    let mut before = None;
    text.iter().any(|&byte| is_meta(byte, before.replace(byte)))
}

/// Whether `byte` means something to the shell behind the byte `before`, or at the start.
fn is_meta(byte: u8, before: Option<u8>) -> bool {
    match byte {
        b' ' | b'\t' | b'\n' | b'\'' | b'"' | b'\\' | b'|' | b'&' | b';' | b'(' | b')' | b'<' | b'>' => true,
        b'!' | b'{' | b'}' | b'*' | b'[' | b']' | b'?' | b'^' | b'$' | b'`' => true,
        b'#' => before.is_none(),
        b'~' => matches!(before, None | Some(b':' | b'=')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answers are bash 5.2's in C.UTF-8: %q, @Q, declare -p, a key, set, set -x.
    #[test]
    fn quotes_as_bash_does() {
        for (text, expected) in [
            ("", ["''", "''", "\"\"", "", "", "''"]),
            ("a", ["a", "'a'", "\"a\"", "a", "a", "a"]),
            ("a b", ["a\\ b", "'a b'", "\"a b\"", "\"a b\"", "'a b'", "'a b'"]),
            ("'", ["\\'", "\\'", "\"'\"", "\"'\"", "\\'", "\\'"]),
            ("it's", ["it\\'s", "'it'\\''s'", "\"it's\"", "\"it's\"", "'it'\\''s'", "'it'\\''s'"]),
            ("a,b", ["a\\,b", "'a,b'", "\"a,b\"", "a,b", "a,b", "a,b"]),
            ("@", ["@", "'@'", "\"@\"", "\"@\"", "@", "@"]),
            ("a~", ["a~", "'a~'", "\"a~\"", "a~", "a~", "a~"]),
            ("a:~", ["a:\\~", "'a:~'", "\"a:~\"", "\"a:~\"", "'a:~'", "'a:~'"]),
            ("#a#", ["\\#a#", "'#a#'", "\"#a#\"", "\"#a#\"", "'#a#'", "'#a#'"]),
            (
                "$\"`\\!",
                [
                    "\\$\\\"\\`\\\\\\!",
                    "'$\"`\\!'",
                    "\"\\$\\\"\\`\\\\!\"",
                    "\"\\$\\\"\\`\\\\!\"",
                    "'$\"`\\!'",
                    "'$\"`\\!'",
                ],
            ),
            (
                "a\n'\\\x1b",
                [
                    "$'a\\n\\'\\\\\\E'",
                    "$'a\\n\\'\\\\\\E'",
                    "$'a\\n\\'\\\\\\E'",
                    "$'a\\n\\'\\\\\\E'",
                    "$'a\\n\\'\\\\\\E'",
                    "'a\n'\\''\\\x1b'",
                ],
            ),
            ("é", ["é", "'é'", "\"é\"", "é", "é", "é"]),
            ("é\x01", ["$'é\\001'"; 6]),
            ("\u{85}\u{2028}", ["$'\\302\\205\\342\\200\\250'"; 6]),
            ("\x7f", ["$'\\177'"; 6]),
        ] {
            let bytes = text.as_bytes();
            let forms = [for_printf, for_transformation, for_declare, for_key, for_set, for_trace];
            let found = forms.map(|form| String::from_utf8(form(bytes, true)).unwrap());
            assert_eq!(found, expected, "{text:?}");
        }
        assert_eq!(for_trace_of_value(b"", true), b"");
    }

    #[test]
    fn bytes_that_are_no_characters() {
        assert_eq!(for_printf(b"\xe9t\xc3\xa9", true), "$'\\351té'".as_bytes());
        assert_eq!(for_printf("é".as_bytes(), false), b"$'\\303\\251'");
    }
}
