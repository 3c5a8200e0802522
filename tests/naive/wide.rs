//! Whole numbers wide enough for the mean of a few outlets, digit by digit.

use std::cmp::Ordering;

const DIGITS: usize = 40;

/// A whole number of 1,280 bits, its lowest digit first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wide([u32; DIGITS]);

impl Wide {
    pub(super) fn new(mut value: u128) -> Self {
        let mut digits = [0; DIGITS];
        for digit in &mut digits[..4] {
            *digit = low(value);
            value >>= 32;
        }
        Wide(digits)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let (mut sum, mut carry) = ([0; DIGITS], 0);
        for (at, digit) in sum.iter_mut().enumerate() {
            carry += u128::from(self.0[at]) + u128::from(other.0[at]);
            *digit = low(carry);
            carry >>= 32;
        }
        assert_eq!(carry, 0);
        Wide(sum)
    }

    /// The difference to a number that is not larger.
    pub(super) fn minus(self, other: Self) -> Self {
        let (mut rest, mut borrow) = ([0; DIGITS], 0);
        for (at, digit) in rest.iter_mut().enumerate() {
            let value = (1_u128 << 32) + u128::from(self.0[at]) - u128::from(other.0[at]) - borrow;
            *digit = low(value);
            borrow = 1 - (value >> 32);
        }
        assert_eq!(borrow, 0);
        Wide(rest)
    }

    pub(super) fn times(self, other: Self) -> Self {
        let mut product = Wide::new(0);
        for (at, digit) in self.0.iter().enumerate().filter(|(_, digit)| **digit > 0) {
            let mut carry = 0;
            for (to, factor) in other.0.iter().enumerate() {
                let value = carry + u128::from(*digit) * u128::from(*factor);
                if at + to >= DIGITS {
                    assert_eq!(value, 0);
                    continue;
                }
                let sum = value + u128::from(product.0[at + to]);
                product.0[at + to] = low(sum);
                carry = sum >> 32;
            }
        }
        product
    }

    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.iter().all(|digit| *digit == 0)
    }

    pub(super) fn float(&self) -> f64 {
        self.0.iter().rev().fold(0.0, |value, digit| value * 4_294_967_296.0 + f64::from(*digit))
    }
}

fn low(value: u128) -> u32 {
    u32::try_from(value & 0xffff_ffff).unwrap()
}
