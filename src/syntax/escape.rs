//! `$'…'`: ANSI-C quoting (bash manual 3.1.2.4).

/// The bytes that `text`, what stands between `$'` and `'`, stands for. A null byte ends it, as in bash.
pub fn ansi_c(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(backslash) = memchr::memchr(b'\\', rest) {
        let (before, behind) = rest.split_at(backslash);
        out.extend_from_slice(before);
        match escape(behind.get(1..).unwrap_or_default(), &mut out) {
            Some(taken) => rest = behind.get(1 + taken..).unwrap_or_default(),
            None => return out,
        }
    }
    out.extend_from_slice(rest);
    out
}

/// Appends what the escape sequence `text` (behind its backslash) stands for; gives its length, or `None` for a null
/// byte.
fn escape(text: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    let Some(&letter) = text.first() else {
        out.push(b'\\');
        return Some(0);
    };
    if let Some(byte) = letter_escape(letter) {
        out.push(byte);
        return Some(1);
    }
    let byte = match letter {
        b'\\' | b'\'' | b'"' | b'?' => letter,
        b'0'..=b'7' => return number(text, 0, 8, 3, out),
        b'x' => return hexadecimal(text, out),
        b'u' => return unicode(text, 4, out),
        b'U' => return unicode(text, 8, out),
        b'c' => return control(text, out),
        _ => {
            out.extend([b'\\', letter]);
            return Some(1);
        }
    };
    out.push(byte);
    Some(1)
}

/// What a letter behind a backslash stands for in `$'…'`, `printf` and `echo -e`: `\n` is a newline.
pub fn letter_escape(letter: u8) -> Option<u8> {
    Some(match letter {
        b'a' => 7,
        b'b' => 8,
        b'e' | b'E' => 27,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

/// `\nnn`, `\xHH`: up to `most` digits from `skip` on.
fn number(text: &[u8], skip: usize, base: u32, most: usize, out: &mut Vec<u8>) -> Option<usize> {
    let (value, digits) = digits(text.get(skip..).unwrap_or_default(), base, most);
    let byte = (value & 0xff) as u8;
    if byte == 0 {
        return None;
    }
    out.push(byte);
    Some(skip + digits)
}

/// `\xHH`, and `\x{H…}` as bash reads it; without a digit it stays as it is.
fn hexadecimal(text: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    if let Some(inner) = text.strip_prefix(b"x{") {
        let (value, digits) = digits(inner, 16, usize::MAX);
        let byte = (value & 0xff) as u8;
        if byte == 0 {
            return None; // also without a digit
        }
        out.push(byte);
        return Some(2 + digits + usize::from(inner.get(digits) == Some(&b'}')));
    }
    if text.get(1).is_some_and(u8::is_ascii_hexdigit) {
        return number(text, 1, 16, 2, out);
    }
    out.extend(b"\\x");
    Some(1)
}

/// `\uHHHH`, `\UHHHHHHHH`: the character as UTF-8; without a digit it stays as it is.
fn unicode(text: &[u8], most: usize, out: &mut Vec<u8>) -> Option<usize> {
    let (value, digits) = digits(text.get(1..).unwrap_or_default(), 16, most);
    if digits == 0 {
        out.extend([b'\\', *text.first()?]);
        return Some(1);
    }
    if value == 0 {
        return None;
    }
    push_utf8(value, out);
    Some(1 + digits)
}

/// `\cX`: a control character.
fn control(text: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    let Some(&letter) = text.get(1) else {
        out.extend(b"\\c");
        return Some(1);
    };
    let doubled = letter == b'\\' && text.get(2) == Some(&b'\\'); // \c\\ is ^\
    let byte = if letter == b'?' { 0x7f } else { letter.to_ascii_uppercase() & 0x1f };
    if byte == 0 {
        return None;
    }
    out.push(byte);
    Some(2 + usize::from(doubled))
}

/// The value of up to `most` digits at the start of `text`, and how many there are.
fn digits(text: &[u8], base: u32, most: usize) -> (u32, usize) {
    let mut value = 0_u32;
    let mut count = 0;
    while let Some(digit) = text.get(count).and_then(|&byte| char::from(byte).to_digit(base)) {
        if count == most {
            break;
        }
        value = value.wrapping_mul(base).wrapping_add(digit);
        count += 1;
    }
    (value, count)
}

/// Appends `value` as UTF-8, also where it is no character (a surrogate, above 0x10ffff): bash encodes any number.
pub fn push_utf8(value: u32, out: &mut Vec<u8>) {
    let tail = |shift: u32| 0x80 | (value >> shift & 0x3f) as u8;
    match value {
        0..0x80 => out.push(value as u8),
        0x80..0x800 => out.extend([0xc0 | (value >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => out.extend([0xe0 | (value >> 12) as u8, tail(6), tail(0)]),
        0x1_0000..0x20_0000 => out.extend([0xf0 | (value >> 18) as u8, tail(12), tail(6), tail(0)]),
        0x20_0000..0x400_0000 => out.extend([0xf8 | (value >> 24) as u8, tail(18), tail(12), tail(6), tail(0)]),
        0x400_0000..0x8000_0000 => {
            out.extend([0xfc | (value >> 30) as u8, tail(24), tail(18), tail(12), tail(6), tail(0)]);
        }
        _ => {} // no sequence is that long
    }
}
