//! The declared ways of writing a duration, an area or a count in a cell.

use super::{Amount, Decimal, DecimalMark, Unit, UnreadableNumber};

/// How a source writes its amounts. Declared, never guessed: `1:30` is minutes in one sheet and hours in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountFormat {
    /// `90` or `90.5` seconds.
    Seconds,
    /// `1.5` minutes.
    Minutes,
    /// `90500` milliseconds.
    Milliseconds,
    /// `01:02:03`, hours without limit: `112:00:05`.
    HoursMinutesSeconds,
    /// `62:03`, minutes without limit.
    MinutesSeconds,
    /// `84.5` cm².
    SquareCm,
    /// `8450` mm².
    SquareMm,
    /// No cell: every row is one appearance.
    OnePerRow,
}

/// Why a cell holds no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableAmount {
    /// The cell is blank.
    Missing,
    /// The text is not written as the source declares.
    Unreadable,
    /// `NaN` or an infinity.
    NotFinite,
    /// Below zero.
    Negative,
    /// More than a lifetime.
    OutOfRange,
}

/// One cell may hold at most this many base units: 10^11 ms are three years, 10^11 mm² ten hectares. A sum of ninety million
/// such cells still fits 64 bits.
const MAX_WHOLE: i64 = 100_000_000_000;

impl AmountFormat {
    /// Every format with the word that declares it in a study.
    pub const WORDS: [(&'static str, AmountFormat); 8] = [
        ("seconds", AmountFormat::Seconds),
        ("minutes", AmountFormat::Minutes),
        ("milliseconds", AmountFormat::Milliseconds),
        ("hh:mm:ss", AmountFormat::HoursMinutesSeconds),
        ("mm:ss", AmountFormat::MinutesSeconds),
        ("cm2", AmountFormat::SquareCm),
        ("mm2", AmountFormat::SquareMm),
        ("one-per-row", AmountFormat::OnePerRow),
    ];

    /// The unit this format gives.
    pub fn unit(self) -> Unit {
        match self {
            AmountFormat::SquareCm | AmountFormat::SquareMm => Unit::Area,
            AmountFormat::OnePerRow => Unit::Count,
            _ => Unit::Time,
        }
    }

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, format)| *format == self);
        found.expect("invariant: WORDS names every format").0
    }

    /// Reads one cell.
    ///
    /// Errors: [`UnreadableAmount`], which the checks turn into a finding with its place.
    pub fn parse(self, cell: &str, mark: DecimalMark) -> Result<Amount, UnreadableAmount> {
        let cell = cell.trim();
        if self == AmountFormat::OnePerRow {
            return Ok(Amount::new(Unit::Count, 1));
        }
        if cell.is_empty() {
            return Err(UnreadableAmount::Missing);
        }
        let whole = match self {
            AmountFormat::Seconds => scaled(cell, mark, 1_000)?,
            AmountFormat::Minutes => scaled(cell, mark, 60_000)?,
            AmountFormat::SquareCm => scaled(cell, mark, 100)?,
            AmountFormat::Milliseconds | AmountFormat::SquareMm | AmountFormat::OnePerRow => scaled(cell, mark, 1)?,
            AmountFormat::HoursMinutesSeconds => clock(cell, 3)?,
            AmountFormat::MinutesSeconds => clock(cell, 2)?,
        };
        match whole {
            ..0 => Err(UnreadableAmount::Negative),
            0..=MAX_WHOLE => Ok(Amount::new(self.unit(), whole)),
            _ => Err(UnreadableAmount::OutOfRange),
        }
    }
}

fn scaled(cell: &str, mark: DecimalMark, factor: i64) -> Result<i64, UnreadableAmount> {
    Decimal::parse(cell, mark).and_then(|number| number.times(factor)).map_err(|why| match why {
        UnreadableNumber::NotANumber => UnreadableAmount::Unreadable,
        UnreadableNumber::NotFinite => UnreadableAmount::NotFinite,
        UnreadableNumber::OutOfRange => UnreadableAmount::OutOfRange,
    })
}

/// `h:mm:ss` or `m:ss` in milliseconds: the first part has no limit, the others are below 60.
fn clock(cell: &str, parts: usize) -> Result<i64, UnreadableAmount> {
    let (negative, unsigned) = cell.strip_prefix('-').map_or((false, cell), |rest| (true, rest));
    let numbers: Vec<i64> = unsigned
        .split(':')
        .map(|part| {
            let plain = (1..=9).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten().ok_or(UnreadableAmount::Unreadable)
        })
        .collect::<Result<_, _>>()?;
    if numbers.len() != parts || numbers[1..].iter().any(|n| *n >= 60) {
        return Err(UnreadableAmount::Unreadable);
    }
    let seconds = numbers.iter().fold(0, |sum, n| sum * 60 + n);
    Ok(if negative { -seconds * 1_000 } else { seconds * 1_000 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: AmountFormat, cell: &str) -> Result<i64, UnreadableAmount> {
        format.parse(cell, DecimalMark::Dot).map(Amount::whole)
    }

    #[test]
    fn durations_are_read_as_declared() {
        assert_eq!(read(AmountFormat::Seconds, " 90.5 "), Ok(90_500));
        assert_eq!(read(AmountFormat::HoursMinutesSeconds, "112:00:05"), Ok(403_205_000));
        assert_eq!(read(AmountFormat::MinutesSeconds, "62:03"), Ok(3_723_000));
        assert_eq!(read(AmountFormat::Minutes, "1.5"), Ok(90_000));
    }

    #[test]
    fn a_clock_that_is_not_the_declared_one_is_refused() {
        for cell in ["1:30", "00:60:00", "00:00:61", "1:2:3:4", "aa:00:00", ":00:00"] {
            assert_eq!(read(AmountFormat::HoursMinutesSeconds, cell), Err(UnreadableAmount::Unreadable), "{cell}");
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        assert_eq!(read(AmountFormat::Seconds, ""), Err(UnreadableAmount::Missing));
        assert_eq!(read(AmountFormat::Seconds, "-5"), Err(UnreadableAmount::Negative));
        assert_eq!(read(AmountFormat::HoursMinutesSeconds, "-00:00:05"), Err(UnreadableAmount::Negative));
        assert_eq!(read(AmountFormat::Seconds, "inf"), Err(UnreadableAmount::NotFinite));
        assert_eq!(read(AmountFormat::Seconds, "999999999"), Err(UnreadableAmount::OutOfRange));
    }

    #[test]
    fn every_format_has_one_word() {
        for (word, format) in AmountFormat::WORDS {
            assert_eq!(format.word(), word);
        }
    }
}
