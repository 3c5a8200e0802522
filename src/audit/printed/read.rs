//! Reading a printed table.

use num_traits::Zero as _;

use super::number::whole;
use super::{BAD_TABLE, Number, Printed, Published, Row};
use crate::declaration::{Document, Table};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::unit::{Decimal, DecimalMark};

/// A number or a clock time.
fn read_number(text: &str) -> Option<Printed> {
    let plain = text.trim().trim_end_matches('%').trim();
    if plain.contains(':') {
        let parts: Vec<u64> = plain.split(':').map(clock_part).collect::<Option<_>>()?;
        let seconds = match parts[..] {
            [minutes, seconds] if seconds < 60 => minutes * 60 + seconds,
            [hours, minutes, seconds] if minutes < 60 && seconds < 60 => (hours * 60 + minutes) * 60 + seconds,
            _ => return None,
        };
        return Some(Printed { text: plain.to_owned(), value: whole(seconds), decimals: 0 });
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
    Some(Printed {
        text: plain.to_owned(),
        value: Number::new(above.into(), below.into()),
        decimals: number.decimals(),
    })
}

/// Digits without a sign, of a length that no published duration exceeds.
fn clock_part(part: &str) -> Option<u64> {
    let is_plain = (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| part.parse().ok()).flatten()
}

const TOTALS: [&str; 18] = [
    "total",
    "totals",
    "grand total",
    "in total",
    "sum",
    "all",
    "all parties",
    "all actors",
    "overall",
    "together",
    "итого",
    "всего",
    "барлығы",
    "жалпы",
    "insgesamt",
    "gesamt",
    "totale",
    "المجموع",
];

fn is_total(name: &str) -> bool {
    TOTALS.contains(&name.trim().to_lowercase().as_str())
}

/// A row that holds the sum of all others is their total, whatever it is called.
pub(super) fn find_total(rows: &mut [Row]) {
    if rows.len() < 3 || rows.iter().any(|row| row.is_total) {
        return;
    }
    let Some(all) =
        rows.iter().map(|row| row.amount.as_ref().map(|amount| amount.value.clone())).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let sum: Number = all.iter().sum();
    let hundred = whole(100);
    let is_total = |row: &Row, amount: &Number| {
        !amount.is_zero()
            && amount + amount == sum
            && row.percent.as_ref().is_none_or(|percent| percent.value == hundred)
    };
    if let Some(at) = (0..rows.len()).find(|at| is_total(&rows[*at], &all[*at])) {
        rows[at].is_total = true;
    }
}

pub(super) fn of_csv(place: &str, text: &str) -> (Published, Vec<Diagnostic>) {
    let (mut published, mut findings) = (Published::default(), Vec::new());
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let at = |name: &str| headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name));
    if at("key").is_some() && at("numerator").is_some() {
        let message = "this is a table of Evenhand's own; `evenhand verify` of its report's folder makes it again";
        return (published, vec![Diagnostic::new(&BAD_TABLE, Place::line(place, 1), message)]);
    }
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

pub(super) fn of_toml(place: &str, text: &str) -> (Published, Vec<Diagnostic>) {
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
            quotient(entry, above, below, number(entry, "claimed"))
        });
        let means = root.tables("mean", |entry| {
            let (above, below) = (number(entry, "amount"), number(entry, "days"));
            quotient(entry, above, below, number(entry, "claimed"))
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
    entry: &Table<'_>,
    above: Option<Printed>,
    below: Option<Printed>,
    claimed: Option<Printed>,
) -> Option<(String, Number, Printed)> {
    let (above, below, claimed) = (above?, below?, claimed?);
    if below.value.is_zero() {
        let message = format!("`{}` over nothing is no number", above.text);
        entry.document().report(&BAD_TABLE, entry.span(), message, None);
        return None;
    }
    let value = above.value / below.value;
    Some((format!("{} / {}", above.text, below.text), value, claimed))
}

/// A number as it was printed, with its decimals; a clock time is a text.
fn number(table: &Table<'_>, key: &'static str) -> Option<Printed> {
    let text = table.as_written(key)?;
    let read = read_number(&text.value);
    if read.is_none() {
        let message = format!("`{}` is neither a number nor a clock time", shown(&text.value));
        table.document().report(&BAD_TABLE, text.span, message, None);
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_clock_is_a_few_digits_and_nothing_else() {
        let parts = ["0", "59", "123456789", "1234567890", "+5", "-5", "5 ", ""];
        let read = [Some(0), Some(59), Some(123_456_789), None, None, None, None, None];
        assert_eq!(parts.map(clock_part), read);
    }
}
