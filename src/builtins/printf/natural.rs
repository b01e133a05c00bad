//! Natural numbers of any size: what exact conversion of floating point to and from decimal needs, no more.

/// A natural number: 32-bit limbs, the lowest first, no zero on top.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Natural(Vec<u32>);

impl From<u128> for Natural {
    fn from(value: u128) -> Natural {
        let mut limbs = Vec::with_capacity(4);
        let mut rest = value;
        while rest != 0 {
            limbs.push(rest as u32);
            rest >>= 32;
        }
        Natural(limbs)
    }
}

impl Natural {
    /// 5^`power`
    pub(super) fn power_of_five(power: u32) -> Natural {
        let mut result = Natural(vec![1]);
        for _ in 0..power / 13 {
            result.multiply_add(1_220_703_125, 0); // 5^13
        }
        result.multiply_add(5u32.pow(power % 13), 0);
        result
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bits it takes to write it.
    pub(super) fn bit_length(&self) -> usize {
        self.0.last().map_or(0, |top| self.0.len() * 32 - top.leading_zeros() as usize)
    }

    /// Its lowest 128 bits.
    pub(super) fn low_bits(&self) -> u128 {
        self.0.iter().take(4).rev().fold(0, |value, &limb| value << 32 | u128::from(limb))
    }

    /// self = self · `factor` + `addend`
    pub(super) fn multiply_add(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            let value = u64::from(*limb) * u64::from(factor) + carry;
            *limb = value as u32;
            carry = value >> 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    pub(super) fn multiply(&self, other: &Natural) -> Natural {
        let mut limbs = vec![0u32; self.0.len() + other.0.len()];
        for (place, &limb) in self.0.iter().enumerate() {
            let mut carry = 0u64;
            let mut others = other.0.iter();
            for target in limbs.iter_mut().skip(place) {
                let other = match others.next() {
                    Some(&other) => u64::from(other),
                    None if carry == 0 => break,
                    None => 0,
                };
                let value = u64::from(limb) * other + u64::from(*target) + carry;
                *target = value as u32;
                carry = value >> 32;
            }
        }
        Natural(limbs).trimmed()
    }

    pub(super) fn shifted_left(&self, bits: usize) -> Natural {
        if self.is_zero() {
            return self.clone();
        }
        let mut limbs = vec![0u32; bits / 32];
        let shift = bits % 32;
        let mut carry = 0u64;
        for &limb in &self.0 {
            let value = u64::from(limb) << shift | carry;
            limbs.push(value as u32);
            carry = value >> 32;
        }
        limbs.push(carry as u32);
        Natural(limbs).trimmed()
    }

    /// What is above bit `at`, the bit below it, and whether there is anything below that.
    pub(super) fn split_at_bit(&self, at: usize) -> (Natural, bool, bool) {
        let bit = |place: usize| self.0.get(place / 32).is_some_and(|limb| limb >> (place % 32) & 1 == 1);
        let half = at.checked_sub(1);
        let rest = half.is_some_and(|half| (0..half.min(self.0.len() * 32)).any(bit));
        (self.shifted_right(at), half.is_some_and(bit), rest)
    }

    fn shifted_right(&self, bits: usize) -> Natural {
        let shift = bits % 32;
        let source = self.0.get(bits / 32..).unwrap_or_default();
        let limb = |place: usize| u64::from(source.get(place).copied().unwrap_or(0));
        let limbs = (0..source.len()).map(|place| ((limb(place + 1) << 32 | limb(place)) >> shift) as u32).collect();
        Natural(limbs).trimmed()
    }

    /// Quotient, bit by bit (it is short), and whether nothing is left over.
    pub(super) fn divide(&self, divisor: &Natural) -> (Natural, bool) {
        let bits = (self.bit_length() + 1).saturating_sub(divisor.bit_length());
        let mut rest = self.clone();
        let mut quotient = Natural(vec![0; bits / 32 + 1]);
        for place in (0..bits).rev() {
            let part = divisor.shifted_left(place);
            if rest.subtract(&part)
                && let Some(limb) = quotient.0.get_mut(place / 32)
            {
                *limb |= 1 << (place % 32);
            }
        }
        (quotient.trimmed(), rest.is_zero())
    }

    /// self = self - `other`, if that is no more than it is; whether it was.
    fn subtract(&mut self, other: &Natural) -> bool {
        if self.is_less(other) {
            return false;
        }
        let mut borrow = 0i64;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let other = i64::from(other.0.get(place).copied().unwrap_or(0));
            let value = i64::from(*limb) - other - borrow;
            borrow = i64::from(value < 0);
            *limb = value as u32;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        true
    }

    fn is_less(&self, other: &Natural) -> bool {
        match self.0.len().cmp(&other.0.len()) {
            std::cmp::Ordering::Equal => self.0.iter().rev().lt(other.0.iter().rev()),
            order => order.is_lt(),
        }
    }

    /// Decimal digits, none for 0.
    pub(super) fn to_decimal(&self) -> Vec<u8> {
        let mut rest = self.0.clone();
        let mut digits = Vec::with_capacity(rest.len() * 10);
        while !rest.is_empty() {
            let mut remainder = 0u64;
            for limb in rest.iter_mut().rev() {
                let value = remainder << 32 | u64::from(*limb);
                *limb = (value / 1_000_000_000) as u32;
                remainder = value % 1_000_000_000;
            }
            while rest.last() == Some(&0) {
                rest.pop();
            }
            for _ in 0..9 {
                digits.push(b'0' + (remainder % 10) as u8);
                remainder /= 10;
            }
        }
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        digits.reverse();
        digits
    }

    fn trimmed(mut self) -> Natural {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplication_division_and_decimal_agree() {
        let big = Natural::power_of_five(100);
        let product = big.multiply(&Natural::from(12_345_678_901_234_567_890));
        assert_eq!(product.divide(&big), (Natural::from(12_345_678_901_234_567_890), true));
        assert_eq!(Natural::from(1 << 100).to_decimal(), b"1267650600228229401496703205376");
        assert_eq!(Natural::from(6).split_at_bit(2), (Natural::from(1), true, false));
    }
}
