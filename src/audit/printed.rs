//! A printed table against itself, without any data: sums, percentages, implied totals, ratios and means.
//!
//! In: a table as it was published, as CSV (`name`, `amount`, `percent`; a row called total) or TOML (`total`, `[[row]]`, `[[ratio]]`,
//! `[[mean]]`, `[[count]]`). Out: a [`TableFinding`] for everything that could be tested, right or wrong. Amounts are numbers or clock
//! times (`59:11:06`, `42:58` is minutes and seconds); they are exact fractions, and every test is one comparison of those.
//! Source of the test of counts: Brown and Heathers, The GRIM test, 2017.

use num_rational::Ratio;
use num_traits::{Signed as _, Zero as _};

use crate::declaration::{Document, Table};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::unit::{Decimal, DecimalMark};

/// E813: a printed table that cannot be read.
pub(super) static BAD_TABLE: Code = Code {
    id: "E813",
    name: "bad-printed-table",
    severity: Severity::Error,
    page: "A printed table is a CSV with the columns `name`, `amount` and `percent` (one of the last two may be missing), in which a \
           row called total holds the sum, or TOML with `[[row]]`s of these keys, a `total`, and `[[ratio]]`, `[[mean]]` and \
           `[[count]]` for headlines. Amounts are numbers or clock times; `42:58` is minutes and seconds.",
};

type Number = Ratio<i128>;

/// A percentage or amount as it was printed.
#[derive(Debug, Clone, PartialEq)]
struct Printed {
    text: String,
    value: Number,
    decimals: u32,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    amount: Option<Printed>,
    percent: Option<Printed>,
    is_total: bool,
}

/// What was tested, and how it came out. Numbers are texts, exact or with two decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFinding {
    /// The parts add up to the total that is printed, or miss it by so much.
    Sum {
        /// The sum of the parts.
        sum: String,
        /// The total as printed.
        total: String,
        /// The total less the sum; `0` where they agree.
        difference: String,
    },
    /// The percentages take the total for one of the slices.
    TotalAsSlice {
        /// The shares of the parts: name, as printed, as they are of the total.
        parts: Vec<(String, String, String)>,
    },
    /// Which totals the printed percentages allow.
    ImpliedTotal {
        /// The least.
        low: String,
        /// The largest.
        high: String,
        /// A printed total lies outside.
        is_wrong: bool,
    },
    /// A percentage, and the rules of rounding that give it.
    Percent {
        /// Of what.
        name: String,
        /// As printed.
        printed: String,
        /// With two decimals more.
        exact: String,
        /// `half-up`, `half-even`, `truncate`; none where no rule gives it.
        rules: Vec<&'static str>,
    },
    /// No one rule gives all percentages, though each has one.
    MixedRounding {
        /// Those that are only rounded.
        rounded: Vec<String>,
        /// Those that are only cut off.
        cut_off: Vec<String>,
    },
    /// Percentages that a count of so many cannot give.
    Impossible {
        /// As printed.
        percent: String,
        /// Out of how many.
        n: i128,
        /// Can it be?
        is_possible: bool,
    },
    /// A headline that divides two amounts.
    Quotient {
        /// `59:11:06 / 42:58`
        what: String,
        /// As claimed.
        claimed: String,
        /// As it is.
        exact: String,
        /// Does it round to what is claimed?
        is_right: bool,
    },
}

impl TableFinding {
    /// Does it stand against the table?
    pub fn is_wrong(&self) -> bool {
        match self {
            TableFinding::Sum { difference, .. } => difference != "0",
            TableFinding::ImpliedTotal { is_wrong, .. } => *is_wrong,
            TableFinding::Percent { rules, .. } => rules.is_empty(),
            TableFinding::Impossible { is_possible, .. } => !is_possible,
            TableFinding::Quotient { is_right, .. } => !is_right,
            TableFinding::TotalAsSlice { .. } | TableFinding::MixedRounding { .. } => true,
        }
    }
}

#[derive(Debug, Default)]
struct Published {
    rows: Vec<Row>,
    quotients: Vec<(String, Number, Printed)>,
    counts: Vec<(Printed, i128)>,
}

/// Tests a table. Every mistake in writing it down is a finding of the second list.
pub fn verify_table(place: &str, text: &str) -> (Vec<TableFinding>, Vec<Diagnostic>) {
    let is_toml = std::path::Path::new(place).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let (published, mut findings) = if is_toml { of_toml(place, text) } else { of_csv(place, text) };
    if findings.is_empty() && published.rows.is_empty() && published.quotients.is_empty() && published.counts.is_empty()
    {
        findings.push(Diagnostic::new(&BAD_TABLE, Place::file(place), "the table has no row"));
    }
    (test(&published), findings)
}

fn test(published: &Published) -> Vec<TableFinding> {
    let mut found = Vec::new();
    let parts: Vec<&Row> = published.rows.iter().filter(|row| !row.is_total).collect();
    let total = published.rows.iter().find(|row| row.is_total).and_then(|row| row.amount.as_ref());
    let amounts: Vec<&Printed> = parts.iter().filter_map(|row| row.amount.as_ref()).collect();
    let sum: Number = amounts.iter().map(|amount| amount.value).sum();
    let is_whole = amounts.len() == parts.len() && !amounts.is_empty();
    // Percentages far below a hundred say that the rows are some of the parts.
    let percents: Vec<&Printed> = parts.iter().filter_map(|row| row.percent.as_ref()).collect();
    let in_all: Number = percents.iter().map(|percent| percent.value).sum();
    let are_some = percents.len() == parts.len() && in_all < Number::from_integer(98);
    if let (Some(total), true) = (total, is_whole && amounts.len() > 1 && !are_some) {
        found.push(TableFinding::Sum {
            sum: like(total, sum),
            total: total.text.clone(),
            difference: if total.value == sum { "0".to_owned() } else { like(total, total.value - sum) },
        });
    }
    found.extend(percentages(published, &parts, total, if is_whole { Some(sum) } else { None }));
    for (what, exact, claimed) in &published.quotients {
        let is_right =
            ["half-up", "half-even"].iter().any(|rule| rounded(*exact, claimed.decimals, rule) == claimed.value);
        found.push(TableFinding::Quotient {
            what: what.clone(),
            claimed: claimed.text.clone(),
            exact: decimal(*exact, 2),
            is_right,
        });
    }
    for (percent, n) in &published.counts {
        found.push(TableFinding::Impossible {
            percent: percent.text.clone(),
            n: *n,
            is_possible: is_possible(percent, *n),
        });
    }
    found
}

fn percentages(
    published: &Published,
    parts: &[&Row],
    total: Option<&Printed>,
    sum: Option<Number>,
) -> Vec<TableFinding> {
    if let Some(slice) = total_as_slice(published, parts, total) {
        return vec![slice];
    }
    let with_percent: Vec<(&Row, &Printed, &Printed)> =
        parts.iter().filter_map(|row| Some((*row, row.amount.as_ref()?, row.percent.as_ref()?))).collect();
    if with_percent.is_empty() {
        return Vec::new();
    }
    let implied = implied_total(&with_percent);
    let is_outside = |total: Number| implied.is_some_and(|(low, high)| total < low || total > high);
    let Some(base) = total.map(|total| total.value).or(sum.filter(|sum| !is_outside(*sum))) else {
        // Without a total, and parts that are not all: the percentages say what it must have been.
        return implied.map(|(low, high)| implied_finding((low, high), false)).into_iter().collect();
    };
    let mut found = Vec::new();
    let (mut rounded_only, mut cut_only, mut all_fit) = (Vec::new(), Vec::new(), true);
    for (row, amount, percent) in &with_percent {
        let exact = if base.is_zero() { Number::zero() } else { amount.value * 100 / base };
        let rules: Vec<&'static str> = ["half-up", "half-even", "truncate"]
            .into_iter()
            .filter(|rule| rounded(exact, percent.decimals, rule) == percent.value)
            .collect();
        all_fit &= !rules.is_empty();
        match (rules.contains(&"truncate"), rules.len() > 1 || rules.first() == Some(&"half-up")) {
            (true, false) => cut_only.push(row.name.clone()),
            (false, true) => rounded_only.push(row.name.clone()),
            _ => {}
        }
        found.push(TableFinding::Percent {
            name: row.name.clone(),
            printed: percent.text.clone(),
            exact: decimal(exact, percent.decimals as usize + 2),
            rules,
        });
    }
    if all_fit && !rounded_only.is_empty() && !cut_only.is_empty() {
        found.push(TableFinding::MixedRounding { rounded: rounded_only, cut_off: cut_only });
    }
    if !all_fit && let Some((low, high)) = implied {
        found.push(implied_finding((low, high), is_outside(base)));
    }
    found
}

fn implied_finding((low, high): (Number, Number), is_wrong: bool) -> TableFinding {
    TableFinding::ImpliedTotal { low: decimal(low.ceil(), 0), high: decimal(high.floor(), 0), is_wrong }
}

/// The percentages are of all rows that have one, the total among them: it was charted beside its own parts.
fn total_as_slice(published: &Published, parts: &[&Row], total: Option<&Printed>) -> Option<TableFinding> {
    let total = total?;
    let sliced: Vec<(&Row, &Printed, &Printed)> =
        published.rows.iter().filter_map(|row| Some((row, row.amount.as_ref()?, row.percent.as_ref()?))).collect();
    let has_total = sliced.iter().any(|(row, ..)| row.is_total);
    let base: Number = sliced.iter().map(|(_, amount, _)| amount.value).sum();
    if !has_total || sliced.len() < 2 || base.is_zero() || total.value.is_zero() {
        return None;
    }
    let fits = |(_, amount, percent): &(&Row, &Printed, &Printed)| {
        rounded(amount.value * 100 / base, percent.decimals, "half-up") == percent.value
    };
    // A total that is said to be 100 per cent is no slice.
    if !sliced.iter().all(fits) {
        return None;
    }
    let share = |row: &&&Row| {
        let amount = row.amount.as_ref()?;
        let printed = row.percent.as_ref().map_or_else(|| "–".to_owned(), |percent| percent.text.clone());
        Some((row.name.clone(), printed, decimal(amount.value * 100 / total.value, 2)))
    };
    Some(TableFinding::TotalAsSlice { parts: parts.iter().filter_map(|row| share(&row)).collect() })
}

/// The totals that give every printed percentage, rounded half up; `None` where no total does.
fn implied_total(rows: &[(&Row, &Printed, &Printed)]) -> Option<(Number, Number)> {
    let mut range: Option<(Number, Number)> = None;
    for (_, amount, percent) in
        rows.iter().filter(|(_, amount, percent)| !amount.value.is_zero() && percent.value.is_positive())
    {
        let half = Number::new(1, 2 * 10_i128.pow(percent.decimals));
        let (least, most) = (percent.value - half, percent.value + half);
        let low = amount.value * 100 / most;
        let high = if least.is_positive() { amount.value * 100 / least } else { continue };
        range = Some(range.map_or((low, high), |(a, b): (Number, Number)| (a.max(low), b.min(high))));
    }
    range.filter(|(low, high)| low.ceil() <= high.floor())
}

/// Can a whole number out of `n` be printed so, whichever way a half goes?
fn is_possible(percent: &Printed, n: i128) -> bool {
    if n <= 0 {
        return false;
    }
    let near = (percent.value * n / 100).floor().to_integer();
    let half = Number::new(1, 2 * 10_i128.pow(percent.decimals));
    (near - 1..=near + 1).filter(|count| (0..=n).contains(count)).any(|count| {
        let exact = Number::new(count * 100, n);
        (exact - percent.value).abs() <= half
    })
}

fn rounded(value: Number, decimals: u32, rule: &str) -> Number {
    let scale = Number::from_integer(10_i128.pow(decimals));
    let scaled = value * scale;
    let floor = scaled.floor();
    let rest = scaled - floor;
    let half = Number::new(1, 2);
    let up = match rule {
        "truncate" => false,
        "half-even" => rest > half || (rest == half && floor.to_integer() % 2 != 0),
        _ => rest >= half,
    };
    (if up { floor + Number::from_integer(1) } else { floor }) / scale
}

/// A number with so many decimals at most, a half up; whole ones without.
fn decimal(value: Number, decimals: usize) -> String {
    let sign = if value.is_negative() { "-" } else { "" };
    let places = u32::try_from(decimals).unwrap_or(6);
    let scaled = (rounded(value.abs(), places, "half-up") * Number::from_integer(10_i128.pow(places))).to_integer();
    let (whole, part) = (scaled / 10_i128.pow(places), scaled % 10_i128.pow(places));
    let text = if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0decimals$}") };
    if value.is_integer() && decimals > 0 { format!("{sign}{whole}") } else { text }
}

/// A number written as another one is: as a clock time, or with up to three decimals.
fn like(other: &Printed, value: Number) -> String {
    if !other.text.contains(':') || !value.is_integer() {
        return decimal(value, 3);
    }
    let seconds = value.abs().to_integer();
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// A number or a clock time.
fn read_number(text: &str) -> Option<Printed> {
    let plain = text.trim().trim_end_matches('%').trim();
    if plain.contains(':') {
        let parts: Vec<i128> = plain.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let seconds = match parts[..] {
            [minutes, seconds] if seconds < 60 => minutes * 60 + seconds,
            [hours, minutes, seconds] if minutes < 60 && seconds < 60 => (hours * 60 + minutes) * 60 + seconds,
            _ => return None,
        };
        return Some(Printed { text: plain.to_owned(), value: Number::from_integer(seconds), decimals: 0 });
    }
    // `1,234.5` has its thousands apart; `1234,5` is a decimal comma.
    let (mark, digits) = match (plain.contains(','), plain.contains('.')) {
        (true, false) if !plain.split(',').skip(1).all(|part| part.len() == 3) => {
            (DecimalMark::Comma, plain.to_owned())
        }
        _ => (DecimalMark::Dot, plain.replace(',', "")),
    };
    let digits: String = digits.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let number = Decimal::parse(&digits, mark).ok()?;
    let (above, below) = number.as_fraction();
    Some(Printed { text: plain.to_owned(), value: Number::new(above, below), decimals: number.decimals() })
}

const TOTALS: [&str; 8] = ["total", "sum", "all", "итого", "всего", "барлығы", "insgesamt", "totale"];

fn is_total(name: &str) -> bool {
    TOTALS.contains(&name.trim().to_lowercase().as_str())
}

fn of_csv(place: &str, text: &str) -> (Published, Vec<Diagnostic>) {
    let (mut published, mut findings) = (Published::default(), Vec::new());
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let at = |name: &str| headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name));
    let (name, amount, percent) = (at("name").unwrap_or(0), at("amount"), at("percent"));
    if amount.is_none() && percent.is_none() {
        let message = "the table has neither a column `amount` nor one `percent`";
        return (published, vec![Diagnostic::new(&BAD_TABLE, Place::line(place, 1), message)]);
    }
    for record in reader.records().flatten() {
        let line = record.position().map_or(0, csv::Position::line);
        let mut cell = |column: Option<usize>| {
            let text = column.and_then(|column| record.get(column)).filter(|text| !text.trim().is_empty())?;
            let number = read_number(text);
            if number.is_none() {
                let message = format!("`{}` is neither a number nor a clock time", shown(text));
                findings.push(Diagnostic::new(&BAD_TABLE, Place::line(place, line), message));
            }
            number
        };
        let (amount, percent) = (cell(amount), cell(percent));
        let name = record.get(name).unwrap_or_default().to_owned();
        published.rows.push(Row { is_total: is_total(&name), name, amount, percent });
    }
    (published, findings)
}

fn of_toml(place: &str, text: &str) -> (Published, Vec<Diagnostic>) {
    let document = Document::new(place, text);
    let published = document.read(|root| {
        let mut published = Published::default();
        root.text("title");
        published.rows = root.tables("row", |entry| {
            let name = entry.require("name", entry.text("name")).map(|name| name.value);
            let (amount, percent) = (number(entry, "amount"), number(entry, "percent"));
            let name = name?;
            Some(Row { is_total: is_total(&name), name, amount, percent })
        });
        if let Some(total) = number(root, "total") {
            published.rows.push(Row { name: "total".to_owned(), amount: Some(total), percent: None, is_total: true });
        }
        published.quotients = root.tables("ratio", |entry| {
            let (above, below) = (number(entry, "amount"), number(entry, "to"));
            quotient(above, below, number(entry, "claimed"))
        });
        let means = root.tables("mean", |entry| {
            let (above, below) = (number(entry, "amount"), number(entry, "days"));
            quotient(above, below, number(entry, "claimed"))
        });
        published.quotients.extend(means);
        published.counts = root.tables("count", |entry| {
            let (percent, n) = (number(entry, "percent"), number(entry, "n"));
            Some((percent?, n?.value.to_integer()))
        });
        published
    });
    (published.unwrap_or_default(), document.take_findings())
}

fn quotient(
    above: Option<Printed>,
    below: Option<Printed>,
    claimed: Option<Printed>,
) -> Option<(String, Number, Printed)> {
    let (above, below, claimed) = (above?, below?, claimed?);
    let value = (!below.value.is_zero()).then(|| above.value / below.value)?;
    Some((format!("{} / {}", above.text, below.text), value, claimed))
}

/// A number as it was printed: a text, so that its decimals are kept.
fn number(table: &Table<'_>, key: &'static str) -> Option<Printed> {
    let text = table.text(key)?;
    let read = read_number(&text.value);
    if read.is_none() {
        let message = format!("`{}` is neither a number nor a clock time", shown(&text.value));
        table.document().report(&BAD_TABLE, text.span, message, None);
    }
    read
}
