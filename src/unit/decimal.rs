//! Decimal numbers as people write them, kept exact.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The character between whole and part, declared by the source: `1,5` is one and a half only where it says comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.5`
    Dot,
    /// `1,5`
    Comma,
}

impl DecimalMark {
    fn as_char(self) -> char {
        match self {
            DecimalMark::Dot => '.',
            DecimalMark::Comma => ',',
        }
    }
}

/// An exact decimal: `digits / 10^decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    decimals: u32,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableNumber {
    /// Holds something other than digits, one sign and one declared decimal mark.
    #[error("not a number")]
    NotANumber,
    /// Written as `NaN`, `inf` or with an exponent that is one.
    #[error("not finite")]
    NotFinite,
    /// More digits than any amount of coverage has.
    #[error("out of range")]
    OutOfRange,
}

/// More digits than this is a slip of the keyboard, not a length: 10^18 ms are 31 million years.
const MAX_DIGITS: usize = 18;
/// A part of a day exported from a binary float has 17 digits behind some zeros: `0.00011574074074074075`.
const MAX_DECIMALS: usize = 30;
/// More digits in all do not fit 128 bits once they are multiplied by the milliseconds of a day.
const MAX_SIGNIFICANT: usize = 28;

impl Decimal {
    /// Reads `text` with the declared decimal mark; blanks around it are ignored, separators of thousands are not read.
    ///
    /// Errors: [`UnreadableNumber`].
    pub fn parse(text: &str, mark: DecimalMark) -> Result<Self, UnreadableNumber> {
        if let Some(plain) = Self::plain(text.as_bytes(), mark) {
            return Ok(plain);
        }
        let text = latin_digits(text.trim());
        let text = text.as_ref();
        if matches!(text.trim_start_matches(['+', '-']).to_ascii_lowercase().as_str(), "nan" | "inf" | "infinity") {
            return Err(UnreadableNumber::NotFinite);
        }
        let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = unsigned.split_once(mark.as_char()).unwrap_or((unsigned, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && part.is_empty()) || !all_digits(whole) || !all_digits(part) {
            return Err(UnreadableNumber::NotANumber);
        }
        if whole.trim_start_matches('0').len() > MAX_DIGITS
            || part.len() > MAX_DECIMALS
            || format!("{whole}{part}").trim_start_matches('0').len() > MAX_SIGNIFICANT
        {
            return Err(UnreadableNumber::OutOfRange);
        }
        let digits: i128 = format!("0{whole}{part}").parse().map_err(|_| UnreadableNumber::OutOfRange)?;
        let decimals = u32::try_from(part.len()).map_err(|_| UnreadableNumber::OutOfRange)?;
        Ok(Decimal { digits: if negative { -digits } else { digits }, decimals })
    }

    /// A few digits with one mark at most, as nearly all numbers are.
    fn plain(text: &[u8], mark: DecimalMark) -> Option<Self> {
        if text.len() > MAX_DIGITS || !text.first()?.is_ascii_digit() {
            return None;
        }
        let (mut digits, mut decimals) = (0_i64, None);
        for byte in text {
            match byte {
                b'0'..=b'9' => {
                    digits = digits * 10 + i64::from(byte - b'0');
                    decimals = decimals.map(|decimals: u32| decimals + 1);
                }
                _ if char::from(*byte) == mark.as_char() && decimals.is_none() => decimals = Some(0),
                _ => return None,
            }
        }
        Some(Decimal { digits: i128::from(digits), decimals: decimals.unwrap_or(0) })
    }

    /// The product of several numbers, exact.
    ///
    /// Errors: [`UnreadableNumber::OutOfRange`] where its digits leave 128 bits.
    pub fn product(factors: &[Decimal]) -> Result<Decimal, UnreadableNumber> {
        let mut product = Decimal { digits: 1, decimals: 0 };
        for factor in factors {
            let digits = product.digits.checked_mul(factor.digits).ok_or(UnreadableNumber::OutOfRange)?;
            product = Decimal { digits, decimals: product.decimals + factor.decimals };
        }
        if product.decimals > 38 { Err(UnreadableNumber::OutOfRange) } else { Ok(product) }
    }

    /// The number divided by a hundred.
    #[must_use]
    pub fn hundredth(self) -> Decimal {
        Decimal { decimals: self.decimals + 2, ..self }
    }

    /// The number times `factor`, rounded half away from zero to a whole one.
    ///
    /// Errors: [`UnreadableNumber::OutOfRange`] where it leaves 64 bits.
    pub fn times(self, factor: i64) -> Result<i64, UnreadableNumber> {
        if let (0, Ok(whole)) = (self.decimals, i64::try_from(self.digits)) {
            return whole.checked_mul(factor).ok_or(UnreadableNumber::OutOfRange);
        }
        let scale = 10_i128.pow(self.decimals);
        let product = self.digits.checked_mul(i128::from(factor)).ok_or(UnreadableNumber::OutOfRange)?;
        let half = if product < 0 { -scale / 2 } else { scale / 2 };
        let rounded = product.checked_add(half).ok_or(UnreadableNumber::OutOfRange)?;
        i64::try_from(rounded / scale).map_err(|_| UnreadableNumber::OutOfRange)
    }

    /// Numerator and denominator of the exact value.
    pub fn as_fraction(self) -> (i128, i128) {
        (self.digits, 10_i128.pow(self.decimals))
    }

    /// Has it no part behind the mark, or only zeros?
    pub fn is_whole(self) -> bool {
        self.digits % 10_i128.pow(self.decimals) == 0
    }

    /// How many decimals it was written with.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// Below zero?
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }
}

/// `text` with the digits of other scripts (Arabic-Indic, Devanagari, full-width ...) as `0` to `9`.
pub fn latin_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    /// The zero of each script whose digits stand in a row of ten.
    const ZEROS: [char; 8] = ['٠', '۰', '०', '০', '๐', '０', '߀', '០'];
    let latin = |c: char| {
        let found = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10));
        found.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
    };
    Cow::Owned(text.chars().map(latin).collect())
}

impl FromStr for Decimal {
    type Err = UnreadableNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::parse(text, DecimalMark::Dot)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u128.pow(self.decimals);
        let sign = if self.digits < 0 { "-" } else { "" };
        let magnitude = self.digits.unsigned_abs();
        write!(f, "{sign}{}", magnitude / scale)?;
        if self.decimals > 0 {
            write!(f, ".{:0width$}", magnitude % scale, width = self.decimals as usize)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_mark_decides() {
        assert_eq!(Decimal::parse("84,5", DecimalMark::Comma).unwrap().times(100), Ok(8_450));
        assert_eq!(Decimal::parse("84,5", DecimalMark::Dot), Err(UnreadableNumber::NotANumber));
        assert_eq!(Decimal::parse("1.4333333333333333", DecimalMark::Dot).unwrap().times(60_000), Ok(86_000));
    }

    #[test]
    fn what_is_no_number_says_why() {
        use UnreadableNumber::{NotANumber, NotFinite, OutOfRange};
        for (text, why) in [
            ("abc", NotANumber),
            ("", NotANumber),
            (".", NotANumber),
            ("1e400", NotANumber),
            ("NaN", NotFinite),
            ("-inf", NotFinite),
            ("99999999999999999999", OutOfRange),
        ] {
            assert_eq!(Decimal::parse(text, DecimalMark::Dot), Err(why), "{text}");
        }
    }

    #[test]
    fn a_decimal_prints_as_it_was_written() {
        assert_eq!("80.99".parse::<Decimal>().unwrap().to_string(), "80.99");
        assert_eq!("-0.5".parse::<Decimal>().unwrap().to_string(), "-0.5");
    }

    #[test]
    fn as_many_digits_are_read_as_an_amount_may_have() {
        use UnreadableNumber::OutOfRange;
        let parse = |text: &str| text.parse::<Decimal>();
        assert_eq!(parse("999999999999999999").unwrap().times(1), Ok(999_999_999_999_999_999));
        assert_eq!(parse("0001234567890123456.5").unwrap().times(10), Ok(12_345_678_901_234_565));
        assert_eq!(parse("1234567890123456789"), Err(OutOfRange));
        // A part of a day exported from a binary float.
        assert_eq!(parse("0.00011574074074074075").unwrap().times(86_400_000), Ok(10_000));
        assert!(parse("0.000000000000000000000000000001").is_ok());
        assert_eq!(parse("0.0000000000000000000000000000001"), Err(OutOfRange));
        assert!(parse("1.234567890123456789012345678").is_ok(), "28 digits");
        assert_eq!(parse("1.2345678901234567890123456789"), Err(OutOfRange));
    }

    #[test]
    fn a_number_is_rounded_half_away_from_zero() {
        for (text, factor, whole) in [
            ("0.0005", 1_000, 1),
            ("-0.0005", 1_000, -1),
            ("0.0004", 1_000, 0),
            ("-0.0004", 1_000, 0),
            ("1.5", 3, 5),
            ("-7", 2, -14),
        ] {
            assert_eq!(text.parse::<Decimal>().unwrap().times(factor), Ok(whole), "{text}");
        }
        assert_eq!("9223372036854775".parse::<Decimal>().unwrap().times(10_000), Err(UnreadableNumber::OutOfRange));
    }

    #[test]
    fn signs_and_blanks_are_read() {
        for (text, printed) in
            [(" 12 ", "12"), ("+12.50", "12.50"), ("\u{2212}0.5", "-0.5"), (".5", "0.5"), ("5.", "5"), ("0.0", "0.0")]
        {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), printed, "{text}");
        }
        assert_eq!("1.2.3".parse::<Decimal>(), Err(UnreadableNumber::NotANumber));
        assert_eq!("1.x".parse::<Decimal>(), Err(UnreadableNumber::NotANumber));
        assert!("-0.5".parse::<Decimal>().unwrap().is_negative());
        assert!(!"0".parse::<Decimal>().unwrap().is_negative());
    }

    #[test]
    fn a_whole_number_has_only_zeros_behind_its_mark() {
        for (text, is_whole) in [("3", true), ("3.00", true), ("-3.0", true), ("3.01", false), ("0.5", false)] {
            assert_eq!(text.parse::<Decimal>().unwrap().is_whole(), is_whole, "{text}");
        }
    }

    #[test]
    fn a_product_is_exact_or_out_of_range() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let product = Decimal::product(&[number("2.5"), number("0.1"), number("-4")]).unwrap();
        assert_eq!(product.to_string(), "-1.00");
        assert_eq!(number("25").hundredth().to_string(), "0.25");
        let small = number("0.0000000000000000001");
        assert!(Decimal::product(&[small, small]).is_ok(), "38 decimals");
        assert_eq!(Decimal::product(&[small, small, number("0.1")]), Err(UnreadableNumber::OutOfRange));
    }

    #[test]
    fn digits_of_other_scripts_are_digits() {
        assert_eq!(latin_digits("٠١٢٣٤٥٦٧٨٩"), "0123456789");
        assert_eq!(latin_digits("१२:३०"), "12:30");
        assert_eq!(latin_digits("9 ч"), "9 ч");
    }
}
