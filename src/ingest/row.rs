//! What a cell's text means, by field.

use chrono::{Datelike as _, NaiveDate};

use crate::codebook::{Register, ServiceTime, folded};
use crate::study::{DateOrder, Field, Source, Study};

/// The id a word stands for; `None` where neither the source's values nor the codebook know it.
///
/// Programmes, items and coders are the desk's own names: any text is one.
pub(super) fn resolve(study: &Study, source: &Source, field: Field, text: &str) -> Option<String> {
    let mapped = source.values.get(&field).and_then(|values| values.get(&folded(text)));
    let text = mapped.map_or(text, String::as_str);
    let codebook = &study.codebook;
    match field {
        Field::Outlet => found(&codebook.outlets, text),
        Field::Actor => found(&codebook.actors, text),
        Field::Capacity => found(&codebook.capacities, text),
        Field::Genre => found(&codebook.genres, text),
        Field::Voice => found(&codebook.voices, text),
        Field::Tone => found(&codebook.tones, text),
        Field::Daypart => found(&codebook.dayparts, text),
        Field::Period => study.period(text).map(|period| period.id.clone()),
        Field::Quantity => study.quantity(text).map(|quantity| quantity.id.clone()),
        _ => Some(text.to_owned()),
    }
}

fn found<T>(register: &Register<T>, text: &str) -> Option<String> {
    register.find(text).map(|entry| entry.id.clone())
}

/// The daypart a time falls in; the first of the codebook where several do.
pub(super) fn daypart_of(study: &Study, time: ServiceTime) -> Option<&str> {
    study.codebook.dayparts.iter().find(|daypart| daypart.own.holds(time)).map(|daypart| daypart.id.as_str())
}

/// Reads dates in the declared order, the last one kept: coding sheets repeat a date over many rows.
#[derive(Debug)]
pub(super) struct DateReader {
    order: DateOrder,
    last: Option<(String, Option<i32>)>,
}

impl DateReader {
    pub(super) fn new(order: DateOrder) -> Self {
        DateReader { order, last: None }
    }

    /// Days since 1970-01-01.
    pub(super) fn days(&mut self, text: &str) -> Option<i32> {
        match &self.last {
            Some((known, days)) if known == text => return *days,
            _ => {}
        }
        let days = read_date(text, self.order).map(days_since_1970);
        self.last = Some((text.to_owned(), days));
        days
    }
}

fn days_since_1970(date: NaiveDate) -> i32 {
    date.num_days_from_ce() - NaiveDate::from_ymd_opt(1970, 1, 1).map_or(0, |epoch| epoch.num_days_from_ce())
}

/// Three numbers with `-`, `.` or `/` between, in the declared order, with a year of four digits; a time of midnight,
/// which database exports add, is accepted.
fn read_date(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let day = [" 00:00:00", "T00:00:00", " 00:00", " 0:00:00", " 0:00"]
        .iter()
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(text);
    let separator = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let parts: Vec<&str> = day.split(separator).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match order {
        DateOrder::YearMonthDay => (first, second, third),
        DateOrder::DayMonthYear => (third, second, first),
        DateOrder::MonthDayYear => (third, first, second),
    };
    let plain = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !plain(year, 4) || !plain(month, 2) || !plain(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_the_declared_order() {
        let date = NaiveDate::from_ymd_opt(2011, 12, 3);
        assert_eq!(read_date("2011-12-03", DateOrder::YearMonthDay), date);
        assert_eq!(read_date("03.12.2011 00:00", DateOrder::DayMonthYear), date);
        assert_eq!(read_date("12/3/2011", DateOrder::MonthDayYear), date);
    }

    #[test]
    fn a_date_of_another_order_or_with_a_short_year_is_none() {
        for text in ["2011-12-03", "31.02.2011", "03.12.11", "03.12.2011 14:30", "03-12.2011", ""] {
            assert_eq!(read_date(text, DateOrder::DayMonthYear), None, "{text}");
        }
    }
}
