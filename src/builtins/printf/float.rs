//! Floating point as `printf` has it: the C library's `long double`, exactly. Text → the nearest number with that many
//! bits → digits, without an error on the way: `printf %.25f 0.1` is 0.1000000000000000000013553 with 64 bits.

use super::natural::Natural;

/// Bits of a significand: x86's extended format; elsewhere IEEE's quadruple one.
const BITS: u32 = if cfg!(any(target_arch = "x86_64", target_arch = "x86")) { 64 } else { 113 };
/// Exponent of the lowest bit of the smallest number.
const LOWEST: i64 = -16382 - (BITS as i64 - 1);
/// Exponent of the highest bit of the largest number.
const HIGHEST: i64 = 16383;

/// A number: its sign, and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Float {
    pub(super) negative: bool,
    pub(super) magnitude: Magnitude,
}

/// A number without its sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Magnitude {
    /// `significand` · 2^`exponent`; normalized: the highest of [`BITS`] is set, or the exponent is the lowest. Zero is 0 · 2^0.
    Finite {
        significand: u128,
        exponent: i64,
    },
    Infinite,
    NotANumber,
}

/// What strtold(3) made of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Parsed {
    pub(super) value: Float,
    /// How much of the text was a number.
    pub(super) length: usize,
    /// It was out of range: infinity, or too small to be exact.
    pub(super) range: bool,
}

impl Float {
    /// Of an integer.
    pub(super) fn of(value: u64) -> Float {
        let (magnitude, _) = round(Natural::from(u128::from(value)), 0, false);
        Float { negative: false, magnitude }
    }

    /// Reads a number at the start of `text`: decimal, hexadecimal, `inf`, `nan`, with blanks before it.
    pub(super) fn parse(text: &[u8]) -> Parsed {
        let blanks = text.iter().take_while(|byte| matches!(byte, b' ' | 9..=13)).count();
        let behind = text.get(blanks..).unwrap_or_default();
        let (negative, signed, rest) = match behind {
            [b'-', rest @ ..] => (true, 1, rest),
            [b'+', rest @ ..] => (false, 1, rest),
            rest => (false, 0, rest),
        };
        let (magnitude, length, range) = parse_magnitude(rest);
        let length = if length == 0 { 0 } else { blanks + signed + length };
        Parsed { value: Float { negative: negative && length > 0, magnitude }, length, range }
    }
}

const ZERO: Magnitude = Magnitude::Finite { significand: 0, exponent: 0 };

fn parse_magnitude(text: &[u8]) -> (Magnitude, usize, bool) {
    let starts = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if starts(b"infinity") {
        return (Magnitude::Infinite, 8, false);
    }
    if starts(b"inf") {
        return (Magnitude::Infinite, 3, false);
    }
    if starts(b"nan") {
        return (Magnitude::NotANumber, 3, false);
    }
    if starts(b"0x")
        && let Some(parsed) = parse_digits(text.get(2..).unwrap_or_default(), 16)
    {
        let (magnitude, range) = parsed.hexadecimal();
        return (magnitude, 2 + parsed.length, range);
    }
    match parse_digits(text, 10) {
        Some(parsed) => {
            let (magnitude, range) = parsed.decimal();
            (magnitude, parsed.length, range)
        }
        None => (ZERO, 0, false),
    }
}

/// Digits with a point somewhere, and an exponent.
struct Digits {
    digits: Natural,
    /// To be multiplied with the base (hexadecimal: 2) to this power.
    exponent: i64,
    length: usize,
}

/// More digits than this change nothing but whether what they stand for is exact.
const ENOUGH: usize = 12_000;

fn parse_digits(text: &[u8], base: u32) -> Option<Digits> {
    let mut digits = Natural::default();
    let (mut exponent, mut count, mut point, mut length, mut kept) = (0i64, 0usize, false, 0usize, 0usize);
    let per_digit = if base == 16 { 4 } else { 1 };
    for &byte in text {
        match char::from(byte).to_digit(base) {
            Some(digit) => {
                count += 1;
                if kept < ENOUGH {
                    digits.multiply_add(base, digit);
                    kept += usize::from(kept > 0 || digit > 0);
                    exponent -= if point { per_digit } else { 0 };
                } else {
                    exponent += if point { 0 } else { per_digit };
                }
            }
            None if byte == b'.' && !point => point = true,
            None => break,
        }
        length += 1;
    }
    if count == 0 {
        return None;
    }
    let (written, taken) = parse_exponent(text.get(length..).unwrap_or_default(), if base == 16 { b'p' } else { b'e' });
    Some(Digits { digits, exponent: exponent.saturating_add(written), length: length + taken })
}

fn parse_exponent(text: &[u8], letter: u8) -> (i64, usize) {
    let [first, rest @ ..] = text else { return (0, 0) };
    if first.to_ascii_lowercase() != letter {
        return (0, 0);
    }
    let (negative, signed) = match rest.first() {
        Some(b'-') => (true, 1),
        Some(b'+') => (false, 1),
        _ => (false, 0),
    };
    let mut value = 0i64;
    let mut count = 0;
    for byte in rest.get(signed..).unwrap_or_default() {
        let Some(digit) = char::from(*byte).to_digit(10) else { break };
        value = value.saturating_mul(10).saturating_add(i64::from(digit)).min(1 << 40);
        count += 1;
    }
    if count == 0 { (0, 0) } else { (if negative { -value } else { value }, 1 + signed + count) }
}

impl Digits {
    fn hexadecimal(&self) -> (Magnitude, bool) {
        round(self.digits.clone(), self.exponent, false)
    }

    fn decimal(&self) -> (Magnitude, bool) {
        if self.digits.is_zero() {
            return (ZERO, false);
        }
        // far outside of what there is: no power of ten is made for it
        let highest = self.exponent.saturating_add((self.digits.bit_length() as i64) / 3 + 1);
        if self.exponent > 5000 {
            return (Magnitude::Infinite, true);
        }
        if highest < -5200 {
            return (ZERO, true);
        }
        let ten = |power: i64| Natural::power_of_five(u32::try_from(power).unwrap_or(u32::MAX));
        if self.exponent >= 0 {
            return round(self.digits.multiply(&ten(self.exponent)), self.exponent, false);
        }
        let divisor = ten(-self.exponent);
        // so that the quotient has more bits than are kept
        let shift = (i64::from(BITS) + 2 + divisor.bit_length() as i64 - self.digits.bit_length() as i64).max(0);
        let (quotient, exact) = self.digits.shifted_left(shift as usize).divide(&divisor);
        round(quotient, self.exponent - shift, !exact)
    }
}

/// The nearest number to `value` · 2^`exponent` (and a little more, if `sticky`), ties to even; whether it is out of range.
fn round(value: Natural, exponent: i64, sticky: bool) -> (Magnitude, bool) {
    if value.is_zero() {
        return (ZERO, sticky);
    }
    let top = exponent.saturating_add(value.bit_length() as i64 - 1);
    if top > HIGHEST {
        return (Magnitude::Infinite, true);
    }
    let lowest = (top - (i64::from(BITS) - 1)).max(LOWEST);
    let drop = lowest - exponent;
    if drop > value.bit_length() as i64 + 1 {
        return (ZERO, true);
    }
    let (mut significand, mut inexact) = (0u128, sticky);
    if drop <= 0 {
        significand = value.shifted_left((-drop) as usize).low_bits();
    } else {
        let (kept, half, rest) = value.split_at_bit(drop as usize);
        significand |= kept.low_bits();
        let rest = rest || sticky;
        inexact = half || rest;
        if half && (rest || significand & 1 == 1) {
            significand += 1;
        }
    }
    let mut lowest = lowest;
    if significand >> BITS != 0 {
        significand >>= 1;
        lowest += 1;
        if lowest + i64::from(BITS) - 1 > HIGHEST {
            return (Magnitude::Infinite, true);
        }
    }
    if significand == 0 {
        return (ZERO, true);
    }
    let denormal = significand >> (BITS - 1) == 0;
    (Magnitude::Finite { significand, exponent: lowest }, denormal && inexact)
}

/// Digits of a decimal number, and where its point stands: 0.DIGITS · 10^`point`.
pub(super) struct Decimal {
    pub(super) digits: Vec<u8>,
    pub(super) point: i64,
}

impl Decimal {
    /// All digits of `significand` · 2^`exponent`.
    pub(super) fn exact(significand: u128, exponent: i64) -> Decimal {
        let value = Natural::from(significand);
        let (value, shift) = if exponent >= 0 {
            (value.shifted_left(exponent as usize), 0)
        } else {
            let zeros = i64::from(significand.trailing_zeros()).min(-exponent);
            let power = -exponent - zeros;
            let value = Natural::from(significand >> zeros.min(127));
            (value.multiply(&Natural::power_of_five(power as u32)), power)
        };
        let mut digits = value.to_decimal();
        let point = digits.len() as i64 - shift;
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let point = if digits.is_empty() { 0 } else { point };
        Decimal { digits, point }
    }

    /// Rounds to `count` digits (0 or less: to nothing, or one digit more), ties to even.
    pub(super) fn round(&mut self, count: i64) {
        if count >= self.digits.len() as i64 {
            return;
        }
        let Ok(count) = usize::try_from(count) else {
            self.digits.clear();
            return;
        };
        let dropped = self.digits.split_off(count);
        let odd = self.digits.last().is_some_and(|digit| digit & 1 == 1);
        let up = match dropped.first() {
            Some(b'6'..) => true,
            Some(b'5') => dropped.len() > 1 || odd,
            _ => false,
        };
        if up {
            self.increment();
        }
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
    }

    fn increment(&mut self) {
        while let Some(last) = self.digits.pop() {
            if last < b'9' {
                self.digits.push(last + 1);
                return;
            }
        }
        self.digits.push(b'1');
        self.point += 1;
    }

    /// The digit before which `place` digits stand behind the point's start; 0 outside.
    pub(super) fn digit(&self, place: i64) -> u8 {
        usize::try_from(place).ok().and_then(|place| self.digits.get(place)).copied().unwrap_or(b'0')
    }
}

/// Bits of a significand, for `%a`.
pub(super) const SIGNIFICAND_BITS: u32 = BITS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_strtold_ends_them() {
        let cases =
            [("1.5x", 3), ("1e", 1), ("1e+", 1), ("0x", 1), (".", 0), (" +1", 3), ("0x1.8p1", 7), ("infinite", 3)];
        for (text, length) in cases {
            assert_eq!(Float::parse(text.as_bytes()).length, length, "{text}");
        }
    }

    #[test]
    fn range_is_told() {
        for (text, range) in
            [("1e5000", true), ("1e-5000", true), ("1e4932", false), ("1e-4940", true), ("0e9999", false)]
        {
            assert_eq!(Float::parse(text.as_bytes()).range, range, "{text}");
        }
    }
}
