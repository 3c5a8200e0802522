//! What a cell's text means, by field.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate};

use super::FaultKind;
use crate::codebook::{Register, ServiceTime, folded};
use crate::study::{Clock, DateOrder, Field, Source, Study};
use crate::unit::{AmountFormat, AmountSizes, DecimalMark, latin_digits};

/// The id a word stands for; `None` where neither the source's values nor the codebook know it.
///
/// Items, coders, and programmes that the codebook does not list, are the desk's own names: any text is one.
pub(super) fn resolve<'a>(study: &'a Study, source: &'a Source, field: Field, text: &'a str) -> Option<Cow<'a, str>> {
    let mapped = source.values.get(&field).and_then(|values| values.get(&folded(text)));
    let text = mapped.map_or(text, String::as_str);
    let codebook = &study.codebook;
    let known = match field {
        Field::Outlet => found(&codebook.outlets, text),
        Field::Actor => found(&codebook.actors, text),
        Field::Capacity => found(&codebook.capacities, text),
        Field::Genre => found(&codebook.genres, text),
        Field::Voice => found(&codebook.voices, text),
        Field::Tone => found(&codebook.tones, text),
        Field::Daypart => found(&codebook.dayparts, text),
        Field::Period => study.period(text).map(|period| period.id.as_str()),
        Field::Quantity => study.quantity(text).map(|quantity| quantity.id.as_str()),
        Field::Position => return ordinal(text).map(Cow::from),
        Field::Page => return Some(ordinal(text).map_or(Cow::from(text), Cow::from)),
        Field::Programme => Some(found(&codebook.programmes, text).unwrap_or(text)),
        _ => Some(text),
    };
    known.map(Cow::from)
}

/// A place in a bulletin or newspaper: a whole number from 1, without leading zeros.
fn ordinal(text: &str) -> Option<String> {
    let number: u16 = crate::unit::latin_digits(text.trim()).parse().ok()?;
    (number > 0).then(|| number.to_string())
}

/// The actor that a shared name stands for on a day: one person is two entries of the codebook, before and after it changed
/// its party. `None` where the name is nobody's or one entry's.
pub(super) fn shared_name<'s>(
    study: &'s Study,
    source: &Source,
    field: Field,
    text: &str,
    day: Option<i32>,
) -> Option<&'s str> {
    if field != Field::Actor || !study.codebook.actors.has_shared_names() {
        return None;
    }
    let mapped = source.values.get(&field).and_then(|values| values.get(&folded(text)));
    let text = mapped.map_or(text, String::as_str);
    study.codebook.actors.find_all(text).nth(1)?;
    study.codebook.actor_on(text, day.and_then(date)).map(|actor| actor.id.as_str())
}

fn found<'a, T>(register: &'a Register<T>, text: &str) -> Option<&'a str> {
    register.find(text).map(|entry| entry.id.as_str())
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

    /// The same for a cell that is a date already.
    pub(super) fn iso(text: &str) -> Option<i32> {
        read_date(text, DateOrder::YearMonthDay).map(days_since_1970)
    }

    /// Why a text is no date: `others_read` says that other rows of the column are written as declared.
    pub(super) fn why(&self, text: &str, declared: Option<DateOrder>, others_read: bool) -> FaultKind {
        let text = latin_digits(text);
        let orders = DateOrder::WORDS.map(|(_, order)| order);
        let readable: Vec<DateOrder> = orders.into_iter().filter(|order| read_date(&text, *order).is_some()).collect();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let n_numbers = text.split(['-', '.', '/']).filter(|part| part.parse::<u32>().is_ok()).count();
        match readable.len() {
            2.. if declared.is_none() => FaultKind::AmbiguousDate,
            1.. if others_read => FaultKind::OtherDateStyle,
            0 if n_numbers == 3 && is_odd_year(&text, self.order) && digits.len() <= 8 => FaultKind::OddYear,
            _ => FaultKind::Unreadable,
        }
    }
}

/// Would the text be a date, had its year four digits of our age?
fn is_odd_year(text: &str, order: DateOrder) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let (year, day_and_month) = match order {
        DateOrder::YearMonthDay => (parts[0], [parts[2], parts[1]]),
        DateOrder::DayMonthYear => (parts[2], [parts[0], parts[1]]),
        DateOrder::MonthDayYear => (parts[2], [parts[1], parts[0]]),
    };
    let [day, month] = day_and_month.map(|part| part.parse::<u32>().unwrap_or(0));
    (1..=31).contains(&day) && (1..=12).contains(&month) && year.parse::<u32>().is_ok_and(|year| year < 1_900)
}

/// A moment as a clock writes it, with what it says of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub time: ServiceTime,
    /// Minutes ahead of UTC.
    pub offset_minutes: Option<i32>,
}

/// The day and the time of a cell that holds both: `2011-12-03 19:30`, `2011-12-03T19:30+06:00`.
pub(super) fn time_part(text: &str) -> (&str, &str) {
    text.split_once(['T', ' ']).map_or((text, ""), |(day, time)| (day, time.trim()))
}

/// Reads a start or an end.
pub(super) fn moment(text: &str, clock: Clock, decimal: DecimalMark) -> Option<Moment> {
    let within = |whole: i64| i32::try_from(whole).ok().map(ServiceTime).filter(|time| *time <= ServiceTime::LAST);
    let plain = |time| Some(Moment { time, offset_minutes: None });
    let parse = |format: AmountFormat| format.parse([text, ""], decimal, AmountSizes::default()).ok();
    match clock {
        Clock::Seconds => parse(AmountFormat::Seconds).and_then(|time| within(time.whole())).and_then(plain),
        Clock::MinutesSeconds => {
            parse(AmountFormat::MinutesSeconds).and_then(|time| within(time.whole())).and_then(plain)
        }
        Clock::ServiceDay => {
            if let Some(clock) = text.strip_suffix('Z') {
                return Some(Moment { time: clock.parse().ok()?, offset_minutes: Some(0) });
            }
            let Some(sign) = text.rfind(['+', '-']) else { return plain(text.parse().ok()?) };
            let (clock, offset) = text.split_at(sign);
            let digits: String = offset[1..].chars().filter(|c| *c != ':').collect();
            let number: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
            let minutes = number / 100 * 60 + number % 100;
            let offset_minutes = Some(if offset.starts_with('-') { -minutes } else { minutes });
            Some(Moment { time: clock.trim().parse().ok()?, offset_minutes })
        }
    }
}

/// The date of a number of days since 1970-01-01.
pub(super) fn date(days: i32) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    epoch.checked_add_signed(chrono::TimeDelta::try_days(i64::from(days))?)
}

fn days_since_1970(date: NaiveDate) -> i32 {
    date.num_days_from_ce() - NaiveDate::from_ymd_opt(1970, 1, 1).map_or(0, |epoch| epoch.num_days_from_ce())
}

/// Three numbers with `-`, `.` or `/` between, in the declared order, with a year of four digits; a time of midnight,
/// which database exports add, is accepted.
pub(super) fn read_date(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = latin_digits(text);
    let day = [" 00:00:00", "T00:00:00", " 00:00", " 0:00:00", " 0:00"]
        .iter()
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(&text);
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
    let year = year.parse().ok().filter(|year| *year >= 1_900)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
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
    fn why_a_text_is_no_date_is_told() {
        let reader = DateReader::new(DateOrder::DayMonthYear);
        let why = |text: &str| reader.why(text, Some(DateOrder::DayMonthYear), true);
        assert_eq!(why("2011-12-03"), FaultKind::OtherDateStyle);
        assert_eq!(why("03.12.11"), FaultKind::OddYear);
        assert_eq!(why("03.12.0216"), FaultKind::OddYear);
        assert_eq!(why("31.02.2016"), FaultKind::Unreadable);
        let undeclared = DateReader::new(DateOrder::YearMonthDay);
        assert_eq!(undeclared.why("03/04/2016", None, false), FaultKind::AmbiguousDate);
    }

    #[test]
    fn a_moment_may_say_its_zone() {
        let read = |text: &str| moment(text, Clock::ServiceDay, DecimalMark::Dot);
        let time = ServiceTime(19 * 3_600_000 + 1_800_000);
        assert_eq!(read("19:30"), Some(Moment { time, offset_minutes: None }));
        assert_eq!(read("19:30:00+06:00"), Some(Moment { time, offset_minutes: Some(360) }));
        assert_eq!(read("19:30Z"), Some(Moment { time, offset_minutes: Some(0) }));
        assert_eq!(moment("1.5", Clock::Seconds, DecimalMark::Dot).map(|found| found.time), Some(ServiceTime(1_500)));
    }

    #[test]
    fn a_date_of_another_order_or_with_a_short_year_is_none() {
        for text in ["2011-12-03", "31.02.2011", "03.12.11", "03.12.2011 14:30", "03-12.2011", ""] {
            assert_eq!(read_date(text, DateOrder::DayMonthYear), None, "{text}");
        }
    }
}
