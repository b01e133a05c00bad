//! Integer constants: decimal, `0` octal, `0x` hexadecimal, `base#digits` with bases 2 to 64 (bash manual 6.5).

use super::code::Message;

/// The value of `text`, all of which was taken for a number. Too large a number wraps around, as in bash.
pub(super) fn parse_number(text: &[u8]) -> Result<i64, Message> {
    let (mut base, mut base_given, digits) = match text {
        [b'0', b'x' | b'X', rest @ ..] => (16, true, rest),
        [b'0', rest @ ..] if !rest.is_empty() => (8, true, rest),
        _ => (10, false, text),
    };
    let mut value = 0i64;
    for (at, &byte) in digits.iter().enumerate() {
        if byte == b'#' {
            if base_given {
                return Err(Message::InvalidNumber);
            }
            if !(2..=64).contains(&value) {
                return Err(Message::InvalidBase);
            }
            if at + 1 == digits.len() {
                return Err(Message::InvalidConstant);
            }
            (base, value, base_given) = (value, 0, true);
            continue;
        }
        let digit = digit(byte, base);
        if digit >= base {
            return Err(Message::TooGreat);
        }
        value = value.wrapping_mul(base).wrapping_add(digit);
    }
    Ok(value)
}

/// Letters count from 10, in either case up to base 36; above it capitals go on from 36. Then `@` and `_`.
fn digit(byte: u8, base: i64) -> i64 {
    i64::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'z' => byte - b'a' + 10,
        b'A'..=b'Z' if base <= 36 => byte - b'A' + 10,
        b'A'..=b'Z' => byte - b'A' + 36,
        b'@' => 62,
        _ => 63,
    })
}
