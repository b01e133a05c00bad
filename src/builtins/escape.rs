//! Backslash escapes of `echo -e`, `printf` formats and `printf %b`: nearly the same, but not quite (bash manual 4.2).

use crate::syntax::{letter_escape, push_utf8};

/// Whose escapes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// `echo -e`: octal numbers begin with 0.
    Echo,
    /// `printf %b`
    Operand,
    /// A format of `printf`: no `\c`.
    Format,
}

/// What an escape came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Escaped {
    /// This many bytes behind the backslash belonged to it.
    Taken(usize),
    /// `\c`: no output from here on.
    Stop,
}

/// Appends to `out` what `text`, the bytes behind a backslash, means. `complain` is told what is missing.
pub(super) fn unescape(
    text: &[u8],
    style: Style,
    utf8: bool,
    out: &mut Vec<u8>,
    complain: &mut dyn FnMut(&str),
) -> Escaped {
    let Some(&letter) = text.first() else {
        out.push(b'\\');
        return Escaped::Taken(0);
    };
    if let Some(byte) = letter_escape(letter) {
        out.push(byte);
        return Escaped::Taken(1);
    }
    let byte = match letter {
        b'\\' => b'\\',
        b'?' if style == Style::Format => b'?',
        b'"' | b'\'' if style == Style::Format => letter,
        b'c' if style != Style::Format => return Escaped::Stop,
        b'0' if style != Style::Format => return Escaped::Taken(1 + number(text, 1, 8, 3, out)),
        b'0'..=b'7' if style != Style::Echo => return Escaped::Taken(number(text, 0, 8, 3, out)),
        b'x' if digit(text, 1, 16).is_some() => return Escaped::Taken(1 + number(text, 1, 16, 2, out)),
        b'u' | b'U' if digit(text, 1, 16).is_some() => return Escaped::Taken(1 + unicode(text, utf8, out)),
        _ => {
            match letter {
                b'x' if style != Style::Echo => complain("missing hex digit for \\x"),
                b'u' | b'U' if style != Style::Echo => {
                    complain(&format!("missing unicode digit for \\{}", char::from(letter)));
                }
                _ => {}
            }
            out.extend_from_slice(&[b'\\', letter]);
            return Escaped::Taken(1);
        }
    };
    out.push(byte);
    Escaped::Taken(1)
}

fn digit(text: &[u8], at: usize, base: u32) -> Option<u32> {
    char::from(*text.get(at)?).to_digit(base)
}

/// A byte in up to `most` digits from `start` on; how many digits there were.
fn number(text: &[u8], start: usize, base: u32, most: usize, out: &mut Vec<u8>) -> usize {
    let (value, count) = digits(text, start, base, most);
    out.push((value & 0xff) as u8);
    count
}

/// `uHHHH` or `UHHHHHHHH`; where characters are bytes, one beyond ASCII stays an escape.
fn unicode(text: &[u8], utf8: bool, out: &mut Vec<u8>) -> usize {
    let most = if text.first() == Some(&b'u') { 4 } else { 8 };
    let (value, count) = digits(text, 1, 16, most);
    match value {
        0..0x80 => out.push(value as u8),
        _ if utf8 => push_utf8(value, out),
        0x80..=0xffff => out.extend_from_slice(format!("\\u{value:04X}").as_bytes()),
        _ => out.extend_from_slice(format!("\\U{value:08X}").as_bytes()),
    }
    count
}

fn digits(text: &[u8], start: usize, base: u32, most: usize) -> (u32, usize) {
    let mut value = 0u32;
    let mut count = 0;
    while count < most
        && let Some(digit) = digit(text, start + count, base)
    {
        value = value.wrapping_mul(base).wrapping_add(digit);
        count += 1;
    }
    (value, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_has_its_own_octal() {
        // bash: echo -e '\101\0101\q' · printf %b '\101\0101\q' · printf '\101\0101\q'
        let cases = [
            (Style::Echo, "\\101", "\\1", 1),
            (Style::Echo, "\\0101", "A", 4),
            (Style::Operand, "\\101", "A", 3),
            (Style::Operand, "\\0101", "A", 4),
            (Style::Format, "\\0101", "\x08", 3),
            (Style::Format, "\\q", "\\q", 1),
            (Style::Operand, "\\\"", "\\\"", 1),
            (Style::Format, "\\\"", "\"", 1),
            (Style::Echo, "\\x41", "A", 3),
            (Style::Echo, "\\ue9", "é", 3),
        ];
        for (style, text, expected, taken) in cases {
            let mut out = Vec::new();
            let got = unescape(&text.as_bytes()[1..], style, true, &mut out, &mut |_| {});
            assert_eq!((got, &out[..]), (Escaped::Taken(taken), expected.as_bytes()), "{style:?} {text}");
        }
    }
}
