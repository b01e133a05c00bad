//! Conversions of `printf`: a value and its specification in, padded text out (C17 7.21.6.1).

use super::float::{Decimal, Float, Magnitude, SIGNIFICAND_BITS};

/// Flags, width and precision of a conversion.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Spec {
    /// `-`
    pub(super) left: bool,
    /// `+`
    pub(super) plus: bool,
    /// blank
    pub(super) blank: bool,
    /// `#`
    pub(super) alternate: bool,
    /// `0`
    pub(super) zero: bool,
    /// Beyond an int nothing is put out at all, as in C.
    pub(super) width: u64,
    pub(super) precision: Option<usize>,
    /// The precision is a point without digits.
    pub(super) bare_point: bool,
}

/// `text`, cut to the precision, in its width.
pub(super) fn pad_text(spec: &Spec, text: &[u8], out: &mut Vec<u8>) {
    let length = spec.precision.map_or(text.len(), |precision| precision.min(text.len()));
    spec.pad(b"", text.get(..length).unwrap_or_default(), false, out);
}

impl Spec {
    /// `%d`
    pub(super) fn signed(&self, value: i64, out: &mut Vec<u8>) {
        let mut buffer = itoa::Buffer::new();
        let digits = buffer.format(value.unsigned_abs()).as_bytes();
        self.integer(self.sign(value < 0), digits, out);
    }

    /// `%u`, `%o`, `%x`, `%X`
    pub(super) fn unsigned(&self, value: u64, letter: u8, out: &mut Vec<u8>) {
        let alternate = self.alternate && value != 0;
        match letter {
            b'u' => {
                let mut buffer = itoa::Buffer::new();
                self.integer(b"", buffer.format(value).as_bytes(), out);
            }
            b'o' => {
                let digits = format!("{value:o}");
                let prefix = self.alternate && self.precision.is_none_or(|precision| precision <= digits.len());
                let digits = if prefix && value != 0 { format!("0{digits}") } else { digits };
                match (value, self.alternate, self.precision) {
                    (0, true, Some(0)) => self.pad(b"", b"0", false, out),
                    _ => self.integer(b"", digits.as_bytes(), out),
                }
            }
            b'x' => self.integer(if alternate { b"0x" } else { b"" }, format!("{value:x}").as_bytes(), out),
            _ => self.integer(if alternate { b"0X" } else { b"" }, format!("{value:X}").as_bytes(), out),
        }
    }

    /// Digits behind a prefix, at least as many as the precision says; 0 with a precision of 0 has none.
    fn integer(&self, prefix: &[u8], digits: &[u8], out: &mut Vec<u8>) {
        let Some(precision) = self.precision else { return self.pad(prefix, digits, self.zero, out) };
        if digits == b"0" && precision == 0 {
            return self.pad(prefix, b"", false, out);
        }
        let mut padded = vec![b'0'; precision.saturating_sub(digits.len()).min(i32::MAX as usize)];
        padded.extend_from_slice(digits);
        self.pad(prefix, &padded, false, out);
    }

    fn sign(&self, negative: bool) -> &'static [u8] {
        match (negative, self.plus, self.blank) {
            (true, _, _) => b"-",
            (_, true, _) => b"+",
            (_, _, true) => b" ",
            _ => b"",
        }
    }

    /// Sign or prefix and body in the width: blanks before or behind, or zeros between the two.
    fn pad(&self, prefix: &[u8], body: &[u8], zeros: bool, out: &mut Vec<u8>) {
        if self.width > i32::MAX as u64 {
            return;
        }
        let fill = (self.width as usize).saturating_sub(prefix.len() + body.len());
        let fill = |byte: u8, out: &mut Vec<u8>| out.resize(out.len() + fill, byte);
        if !self.left && !zeros {
            fill(b' ', out);
        }
        out.extend_from_slice(prefix);
        if !self.left && zeros {
            fill(b'0', out);
        }
        out.extend_from_slice(body);
        if self.left {
            fill(b' ', out);
        }
    }

    /// `%e`, `%f`, `%g`, `%a` and their upper-case forms.
    pub(super) fn float(&self, value: Float, letter: u8, out: &mut Vec<u8>) {
        let sign = self.sign(value.negative);
        let lower = letter.to_ascii_lowercase();
        let (prefix, body, zeros) = match value.magnitude {
            Magnitude::Infinite => (sign.to_vec(), b"inf".to_vec(), false),
            Magnitude::NotANumber => (sign.to_vec(), b"nan".to_vec(), false),
            Magnitude::Finite { significand, exponent } if lower == b'a' => {
                let (prefix, body) = ([sign, b"0x"].concat(), self.hexadecimal(significand, exponent));
                (prefix, body, self.zero)
            }
            Magnitude::Finite { significand, exponent } => {
                let mut decimal = Decimal::exact(significand, exponent);
                let body = match lower {
                    b'f' => self.fixed(&mut decimal, self.precision.unwrap_or(6)),
                    b'e' => self.scientific(&mut decimal, self.precision.unwrap_or(6)),
                    _ => self.general(&mut decimal),
                };
                (sign.to_vec(), body, self.zero)
            }
        };
        if letter == lower {
            self.pad(&prefix, &body, zeros, out);
        } else {
            self.pad(&prefix.to_ascii_uppercase(), &body.to_ascii_uppercase(), zeros, out);
        }
    }

    fn fixed(&self, decimal: &mut Decimal, precision: usize) -> Vec<u8> {
        let precision = precision as i64;
        decimal.round(decimal.point.saturating_add(precision));
        let mut text: Vec<u8> = (0..decimal.point).map(|place| decimal.digit(place)).collect();
        if text.is_empty() {
            text.push(b'0');
        }
        self.fraction(decimal, decimal.point, precision, &mut text);
        text
    }

    fn scientific(&self, decimal: &mut Decimal, precision: usize) -> Vec<u8> {
        let precision = precision as i64;
        decimal.round(precision.saturating_add(1));
        let exponent = if decimal.digits.is_empty() { 0 } else { decimal.point - 1 };
        let mut text = vec![decimal.digit(0)];
        self.fraction(decimal, 1, precision, &mut text);
        let sign = if exponent < 0 { '-' } else { '+' };
        text.extend_from_slice(format!("e{sign}{:02}", exponent.unsigned_abs()).as_bytes());
        text
    }

    /// The point and `count` digits from `place` on.
    fn fraction(&self, decimal: &Decimal, place: i64, count: i64, text: &mut Vec<u8>) {
        if count > 0 || self.alternate {
            text.push(b'.');
        }
        text.extend((0..count).map(|offset| decimal.digit(place.saturating_add(offset))));
    }

    /// The shorter of the two; zeros at its end are dropped (not with `#`).
    fn general(&self, decimal: &mut Decimal) -> Vec<u8> {
        let precision = self.precision.unwrap_or(6).max(1) as i64;
        decimal.round(precision);
        let exponent = if decimal.digits.is_empty() { 0 } else { decimal.point - 1 };
        let shown = if self.alternate { precision } else { (decimal.digits.len() as i64).max(1) };
        if exponent < -4 || exponent >= precision {
            return self.scientific(decimal, (shown - 1) as usize);
        }
        self.fixed(decimal, (shown - 1 - exponent).max(0) as usize)
    }

    /// `%a`, as the C library has it for its `long double`: with 64 bits, the first digit holds the highest four.
    fn hexadecimal(&self, significand: u128, exponent: i64) -> Vec<u8> {
        let leading = if SIGNIFICAND_BITS == 64 { 4 } else { 1 };
        let bits = SIGNIFICAND_BITS - leading;
        let digits = bits.div_ceil(4);
        let mut value = significand;
        let mut exponent = if significand == 0 { 0 } else { exponent + i64::from(bits) };
        let mut shown = digits as usize;
        if let Some(precision) = self.precision
            && precision < shown
        {
            let drop = 4 * (shown - precision);
            let rest = value & ((1 << drop) - 1);
            let half = 1u128 << (drop - 1);
            value >>= drop;
            if rest > half || rest == half && value & 1 == 1 {
                value += 1;
            }
            if value >> (4 * precision + 4) != 0 {
                value >>= 4;
                exponent += 4;
            }
            shown = precision;
        }
        let mut text = format!("{value:0width$x}", width = shown + 1).into_bytes();
        let mut fraction = text.split_off(1);
        match self.precision {
            Some(precision) => fraction.resize(precision, b'0'),
            None => {
                while fraction.last() == Some(&b'0') {
                    fraction.pop();
                }
            }
        }
        if !fraction.is_empty() || self.alternate {
            text.push(b'.');
        }
        text.extend_from_slice(&fraction);
        text.extend_from_slice(format!("p{exponent:+}").as_bytes());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectations are those of bash: printf FORMAT TEXT.
    #[test]
    fn floats_are_exact() {
        let cases: &[(u8, Option<usize>, &str, &str)] = &[
            (b'f', Some(25), "0.1", "0.1000000000000000000013553"),
            (b'f', None, "1e-5000", "0.000000"),
            (b'f', Some(0), "2.5", "2"),
            (b'f', Some(0), "3.5", "4"),
            (b'f', Some(0), "0.5", "0"),
            (b'f', None, "123456789012345678901234567890", "123456789012345678899921813504.000000"),
            (b'f', Some(3), "9.9996", "10.000"),
            (b'e', None, "0.1", "1.000000e-01"),
            (b'e', Some(0), "15", "2e+01"),
            (b'g', None, "1234567", "1.23457e+06"),
            (b'g', None, "0.00001", "1e-05"),
            (b'g', None, "0.0001", "0.0001"),
            (b'g', None, "100000", "100000"),
            (b'g', None, "0", "0"),
            (b'a', None, "1", "0x8p-3"),
            (b'a', None, "0.1", "0xc.ccccccccccccccdp-7"),
            (b'a', Some(0), "1.9", "0xfp-3"),
            (b'a', None, "0", "0x0p+0"),
            (b'a', None, "1e-4940", "0x0.000000663278e62p-16385"),
            (b'A', None, "3.5", "0XEP-2"),
            (b'G', None, "-inf", "-INF"),
        ];
        for &(letter, precision, text, expected) in cases {
            let mut out = Vec::new();
            let value = Float::parse(text.as_bytes()).value;
            Spec { precision, ..Spec::default() }.float(value, letter, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), expected, "%{} {text}", char::from(letter));
        }
    }
}
