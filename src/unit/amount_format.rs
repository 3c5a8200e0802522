//! The declared ways of writing a duration, an area or a count in a cell.

use super::duration_words::duration_in_words;
use super::{Amount, Decimal, DecimalMark, Unit, UnreadableNumber, latin_digits};

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
    /// `0.0625` of a day, as spreadsheets keep times.
    DayFraction,
    /// `12` clips of a declared length.
    Clips,
    /// `12 dni 11 godzin`, `54 horas, 48 minutos`.
    Words,
    /// No cell of its own: the end less the start.
    StartEnd,
    /// `84.5` cm².
    SquareCm,
    /// `8450` mm².
    SquareMm,
    /// Two cells in cm: width, height.
    WidthHeight,
    /// Two cells: columns of the outlet's width, height in cm.
    ColumnsHeight,
    /// Inches of one column of the outlet's width.
    ColumnInches,
    /// `0.25` or `25 %` of the outlet's page.
    PageShare,
    /// A whole number of appearances or stories.
    Number,
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
    /// A number with the other decimal mark, or with marks of thousands: `1,234`.
    OtherMark,
    /// A clock where a number is declared, or one with other parts than declared: `1:30`.
    OtherClock,
    /// The outlet's page or column is not declared, so that the cell says nothing.
    NoSize,
}

/// What a format needs beside the cell.
#[derive(Debug, Clone, Copy, Default)]
pub struct AmountSizes {
    /// Length of a clip in seconds.
    pub clip: Option<Decimal>,
    /// Width of a column of the outlet in cm.
    pub column_cm: Option<Decimal>,
    /// Area of a page of the outlet in cm².
    pub page_cm2: Option<Decimal>,
}

impl AmountFormat {
    /// One cell may hold at most this many base units: 10^11 ms are three years, 10^11 mm² ten hectares. A sum of ninety
    /// million such cells still fits 64 bits.
    pub const MOST: i64 = 100_000_000_000;

    /// Every format with the word that declares it in a study.
    pub const WORDS: [(&'static str, AmountFormat); 17] = [
        ("seconds", AmountFormat::Seconds),
        ("minutes", AmountFormat::Minutes),
        ("milliseconds", AmountFormat::Milliseconds),
        ("hh:mm:ss", AmountFormat::HoursMinutesSeconds),
        ("mm:ss", AmountFormat::MinutesSeconds),
        ("day-fraction", AmountFormat::DayFraction),
        ("clips", AmountFormat::Clips),
        ("words", AmountFormat::Words),
        ("start-end", AmountFormat::StartEnd),
        ("cm2", AmountFormat::SquareCm),
        ("mm2", AmountFormat::SquareMm),
        ("width-x-height", AmountFormat::WidthHeight),
        ("columns-x-height", AmountFormat::ColumnsHeight),
        ("column-inches", AmountFormat::ColumnInches),
        ("page-share", AmountFormat::PageShare),
        ("count", AmountFormat::Number),
        ("one-per-row", AmountFormat::OnePerRow),
    ];

    /// The unit this format gives.
    pub fn unit(self) -> Unit {
        match self {
            AmountFormat::SquareCm
            | AmountFormat::SquareMm
            | AmountFormat::WidthHeight
            | AmountFormat::ColumnsHeight
            | AmountFormat::ColumnInches
            | AmountFormat::PageShare => Unit::Area,
            AmountFormat::Number | AmountFormat::OnePerRow => Unit::Count,
            _ => Unit::Time,
        }
    }

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, format)| *format == self);
        found.expect("invariant: WORDS names every format").0
    }

    /// Does the amount stand on the sizes of its outlet?
    pub fn needs_sizes(self) -> bool {
        use AmountFormat::{Clips, ColumnInches, ColumnsHeight, PageShare};
        matches!(self, Clips | ColumnsHeight | ColumnInches | PageShare)
    }

    /// Is the amount the product of two cells, width and height?
    pub fn is_product(self) -> bool {
        matches!(self, AmountFormat::WidthHeight | AmountFormat::ColumnsHeight)
    }

    /// Has the amount no column of its own?
    pub fn is_columnless(self) -> bool {
        self.is_product() || matches!(self, AmountFormat::OnePerRow | AmountFormat::StartEnd)
    }

    /// Base units in one of what is written, where a cell is that number times it.
    pub fn scale(self) -> Option<i64> {
        match self {
            AmountFormat::Seconds => Some(1_000),
            AmountFormat::Minutes => Some(60_000),
            AmountFormat::SquareCm => Some(100),
            AmountFormat::Milliseconds | AmountFormat::SquareMm | AmountFormat::Number => Some(1),
            _ => None,
        }
    }

    /// Reads one cell; of a product, width and height are two.
    ///
    /// Errors: [`UnreadableAmount`], which the checks turn into a finding with its place.
    pub fn parse(self, cells: [&str; 2], mark: DecimalMark, sizes: AmountSizes) -> Result<Amount, UnreadableAmount> {
        if self == AmountFormat::OnePerRow {
            return Ok(Amount::new(Unit::Count, 1));
        }
        let cell = cells[0].trim();
        if cell.is_empty() || (self.is_product() && cells[1].trim().is_empty()) {
            return Err(UnreadableAmount::Missing);
        }
        // A plain number needs no product of several.
        if let Some(scale) = self.scale().filter(|_| self != AmountFormat::Number) {
            return self.bounded(number(cell, mark)?.times(scale).map_err(why)?);
        }
        let number = |cell: &str| number(cell, mark);
        let size = |size: Option<Decimal>| size.ok_or(UnreadableAmount::NoSize);
        let (factors, scale): (Vec<Decimal>, i64) = match self {
            AmountFormat::DayFraction => (vec![number(cell)?], 86_400_000),
            AmountFormat::Clips => (vec![number(cell)?, size(sizes.clip)?], 1_000),
            AmountFormat::WidthHeight => (vec![number(cell)?, number(cells[1])?], 100),
            AmountFormat::ColumnsHeight => (vec![number(cell)?, size(sizes.column_cm)?, number(cells[1])?], 100),
            // An inch is 25.4 mm.
            AmountFormat::ColumnInches => (vec![number(cell)?, size(sizes.column_cm)?], 254),
            AmountFormat::PageShare => {
                let percent = cell.strip_suffix('%').map(str::trim);
                let part = number(percent.unwrap_or(cell))?;
                (vec![if percent.is_some() { part.hundredth() } else { part }, size(sizes.page_cm2)?], 100)
            }
            AmountFormat::Number => {
                let count = number(cell)?;
                return if count.is_whole() {
                    self.bounded(count.times(1).map_err(why)?)
                } else {
                    Err(UnreadableAmount::Unreadable)
                };
            }
            AmountFormat::HoursMinutesSeconds => return self.bounded(clock(cell, 3, mark)?),
            AmountFormat::MinutesSeconds => return self.bounded(clock(cell, 2, mark)?),
            AmountFormat::Words => return self.bounded(duration_in_words(cell, mark)?),
            _ => return Err(UnreadableAmount::Missing),
        };
        let product = Decimal::product(&factors).and_then(|product| product.times(scale)).map_err(why)?;
        self.bounded(product)
    }

    /// An amount in base units, where it is one.
    ///
    /// Errors: below zero, or more than any item holds.
    pub fn bounded(self, whole: i64) -> Result<Amount, UnreadableAmount> {
        match whole {
            ..0 => Err(UnreadableAmount::Negative),
            0..=Self::MOST => Ok(Amount::new(self.unit(), whole)),
            _ => Err(UnreadableAmount::OutOfRange),
        }
    }
}

fn why(why: UnreadableNumber) -> UnreadableAmount {
    match why {
        UnreadableNumber::NotANumber => UnreadableAmount::Unreadable,
        UnreadableNumber::NotFinite => UnreadableAmount::NotFinite,
        UnreadableNumber::OutOfRange => UnreadableAmount::OutOfRange,
    }
}

fn number(cell: &str, mark: DecimalMark) -> Result<Decimal, UnreadableAmount> {
    Decimal::parse(cell, mark).map_err(|found| {
        let only = |marks: &[char]| cell.chars().all(|c| c.is_ascii_digit() || c == '-' || marks.contains(&c));
        match found {
            UnreadableNumber::NotANumber if cell.contains(':') && only(&[':']) => UnreadableAmount::OtherClock,
            UnreadableNumber::NotANumber if cell.contains([',', '.']) && only(&[',', '.']) => {
                UnreadableAmount::OtherMark
            }
            other => why(other),
        }
    })
}

/// A duration as a clock writes it: `h:mm:ss`, with a part of a second where there is one; for cells whose type says so.
///
/// Errors: as [`AmountFormat::parse`].
pub fn clock_duration(cell: &str) -> Result<Amount, UnreadableAmount> {
    AmountFormat::HoursMinutesSeconds.bounded(clock(cell, 3, DecimalMark::Dot)?)
}

/// `h:mm:ss` or `m:ss` in milliseconds: the first part has no limit, the others are below 60, the last may have decimals.
fn clock(cell: &str, parts: usize, mark: DecimalMark) -> Result<i64, UnreadableAmount> {
    let cell = latin_digits(cell);
    let cell = cell.as_ref();
    let (negative, unsigned) = cell.strip_prefix('-').map_or((false, cell), |rest| (true, rest));
    let found: Vec<&str> = unsigned.split(':').collect();
    let (last, leading) = found.split_last().ok_or(UnreadableAmount::Unreadable)?;
    let plain = |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let whole_seconds = last.split([',', '.']).next().unwrap_or_default();
    if !leading.iter().all(|part| plain(part)) || !plain(whole_seconds) {
        return Err(UnreadableAmount::Unreadable);
    }
    if found.len() != parts {
        return Err(if found.len() == 2 || found.len() == 3 {
            UnreadableAmount::OtherClock
        } else {
            UnreadableAmount::Unreadable
        });
    }
    let leading: Vec<i64> = leading.iter().filter_map(|part| part.parse().ok()).collect();
    let seconds = Decimal::parse(last, mark).and_then(|seconds| seconds.times(1_000)).map_err(why)?;
    if leading[1..].iter().any(|n| *n >= 60) || seconds >= 60_000 {
        return Err(UnreadableAmount::Unreadable);
    }
    let milliseconds = leading.iter().fold(0, |sum, n| sum * 60 + n) * 60_000 + seconds;
    Ok(if negative { -milliseconds } else { milliseconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: AmountFormat, cell: &str) -> Result<i64, UnreadableAmount> {
        let sizes =
            AmountSizes { clip: "15".parse().ok(), column_cm: "4.5".parse().ok(), page_cm2: "1200".parse().ok() };
        let (width, height) = cell.split_once(" x ").unwrap_or((cell, ""));
        format.parse([width, height], DecimalMark::Dot, sizes).map(Amount::whole)
    }

    #[test]
    fn durations_are_read_as_declared() {
        assert_eq!(read(AmountFormat::Seconds, " 90.5 "), Ok(90_500));
        assert_eq!(read(AmountFormat::HoursMinutesSeconds, "112:00:05"), Ok(403_205_000));
        assert_eq!(read(AmountFormat::MinutesSeconds, "62:03"), Ok(3_723_000));
        assert_eq!(read(AmountFormat::Minutes, "1.5"), Ok(90_000));
        assert_eq!(read(AmountFormat::HoursMinutesSeconds, "0:00:07.25"), Ok(7_250));
        assert_eq!(read(AmountFormat::DayFraction, "1.0625"), Ok(91_800_000));
        assert_eq!(read(AmountFormat::Clips, "12"), Ok(180_000));
        assert_eq!(read(AmountFormat::Words, "54 horas, 48 minutos"), Ok(197_280_000));
    }

    #[test]
    fn areas_are_read_as_declared() {
        assert_eq!(read(AmountFormat::SquareCm, "84.5"), Ok(8_450));
        assert_eq!(read(AmountFormat::WidthHeight, "12.5 x 8"), Ok(10_000));
        assert_eq!(read(AmountFormat::ColumnsHeight, "3 x 10"), Ok(13_500));
        assert_eq!(read(AmountFormat::ColumnInches, "10"), Ok(11_430));
        assert_eq!(read(AmountFormat::PageShare, "25 %"), Ok(30_000));
        assert_eq!(read(AmountFormat::PageShare, "0.25"), Ok(30_000));
        let unknown = AmountFormat::PageShare.parse(["0.5", ""], DecimalMark::Dot, AmountSizes::default());
        assert_eq!(unknown.map(Amount::whole), Err(UnreadableAmount::NoSize));
    }

    #[test]
    fn another_mark_and_another_clock_are_named() {
        for cell in ["1,5", "1,234", "1.234,5"] {
            assert_eq!(read(AmountFormat::Seconds, cell), Err(UnreadableAmount::OtherMark), "{cell}");
        }
        for (format, cell) in [(AmountFormat::Seconds, "1:30"), (AmountFormat::HoursMinutesSeconds, "1:30")] {
            assert_eq!(read(format, cell), Err(UnreadableAmount::OtherClock), "{cell}");
        }
    }

    #[test]
    fn a_clock_that_is_not_the_declared_one_is_refused() {
        for cell in ["00:60:00", "00:00:61", "1:2:3:4", "aa:00:00", ":00:00", "1:00:"] {
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

    #[test]
    fn a_cell_holds_up_to_three_years_and_no_more() {
        assert_eq!(read(AmountFormat::Milliseconds, "0"), Ok(0));
        assert_eq!(read(AmountFormat::Milliseconds, "100000000000"), Ok(AmountFormat::MOST));
        assert_eq!(read(AmountFormat::Milliseconds, "100000000001"), Err(UnreadableAmount::OutOfRange));
    }

    #[test]
    fn a_count_is_whole_and_a_product_has_two_cells() {
        assert_eq!(read(AmountFormat::Number, "3.0"), Ok(3));
        assert_eq!(read(AmountFormat::Number, "3.5"), Err(UnreadableAmount::Unreadable));
        assert_eq!(read(AmountFormat::WidthHeight, "12.5"), Err(UnreadableAmount::Missing));
        assert_eq!(read(AmountFormat::ColumnsHeight, " x 10"), Err(UnreadableAmount::Missing));
        // A clock needs one cell, whatever stands in the other.
        assert_eq!(read(AmountFormat::MinutesSeconds, "1:30"), Ok(90_000));
        assert_eq!(read(AmountFormat::OnePerRow, ""), Ok(1));
    }

    #[test]
    fn a_format_says_what_it_needs() {
        use AmountFormat::{Clips, ColumnInches, ColumnsHeight, OnePerRow, PageShare, StartEnd, WidthHeight};
        for (word, format) in AmountFormat::WORDS {
            assert_eq!(
                format.needs_sizes(),
                [Clips, ColumnsHeight, ColumnInches, PageShare].contains(&format),
                "{word}"
            );
            assert_eq!(format.is_product(), [WidthHeight, ColumnsHeight].contains(&format), "{word}");
            let is_columnless = [WidthHeight, ColumnsHeight, OnePerRow, StartEnd].contains(&format);
            assert_eq!(format.is_columnless(), is_columnless, "{word}");
        }
        assert_eq!(AmountFormat::Clips.unit(), Unit::Time);
        assert_eq!(AmountFormat::PageShare.unit(), Unit::Area);
        assert_eq!(AmountFormat::OnePerRow.unit(), Unit::Count);
    }

    #[test]
    fn the_parts_of_a_clock_are_below_sixty() {
        use UnreadableAmount::{OtherClock, Unreadable};
        for (format, cell, found) in [
            (AmountFormat::HoursMinutesSeconds, "00:59:59", Ok(3_599_000)),
            (AmountFormat::MinutesSeconds, "60:00", Ok(3_600_000)),
            (AmountFormat::MinutesSeconds, "0:59.999", Ok(59_999)),
            (AmountFormat::MinutesSeconds, "0:60", Err(Unreadable)),
            // Rounded to a whole minute it is no second any more.
            (AmountFormat::MinutesSeconds, "0:59.9996", Err(Unreadable)),
            (AmountFormat::MinutesSeconds, "1:02:03", Err(OtherClock)),
            (AmountFormat::MinutesSeconds, "90", Err(Unreadable)),
            (AmountFormat::HoursMinutesSeconds, "0123456789:00:00", Err(Unreadable)),
        ] {
            assert_eq!(read(format, cell), found, "{cell}");
        }
        assert_eq!(clock_duration("1:30:00.5").map(Amount::whole), Ok(5_400_500));
    }

    #[test]
    fn other_marks_and_clocks_are_named_only_where_nothing_else_stands() {
        for (cell, why) in [
            ("-1:30", UnreadableAmount::OtherClock),
            ("-1,5", UnreadableAmount::OtherMark),
            ("1:30 h", UnreadableAmount::Unreadable),
            ("1,5 min", UnreadableAmount::Unreadable),
            ("1-2", UnreadableAmount::Unreadable),
        ] {
            assert_eq!(read(AmountFormat::Seconds, cell), Err(why), "{cell}");
        }
    }
}
