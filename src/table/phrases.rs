//! How dates, places and names are said.

use chrono::{Datelike as _, NaiveDate};

use crate::codebook::Medium;
use crate::diagnostic::is_right_to_left;
use crate::measure::{Dimension, Estimate, Status, week_of};
use crate::study::{NotRecorded, Pool, Study};

/// A blank at which no line breaks.
pub(crate) const NBSP: char = '\u{a0}';

/// `30 November – 10 December 2011`, saying month and year once where they are the same.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> String {
    let last = format!("{}{NBSP}{} {}", to.day(), month(to), to.year());
    if from == to {
        return last;
    }
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => from.day().to_string(),
        (true, false) => format!("{}{NBSP}{}", from.day(), month(from)),
        _ => format!("{}{NBSP}{} {}", from.day(), month(from), from.year()),
    };
    format!("{first} – {last}")
}

/// `20 Feb`
pub(crate) fn short_day(date: NaiveDate) -> String {
    format!("{}{NBSP}{}", date.day(), &month(date)[..3])
}

fn month(date: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[date.month0() as usize]
}

/// `in print`, `on television`.
pub(crate) fn in_medium(medium: &str) -> String {
    match medium {
        "online" => "online".to_owned(),
        "print" => "in print".to_owned(),
        other => format!("on {other}"),
    }
}

/// `5 newspapers`, `1 channel`.
pub(crate) fn outlets(n: i64, medium: Option<&str>) -> String {
    let one = match medium {
        Some("television") => "channel",
        Some("print") => "newspaper",
        Some("radio") => "station",
        Some("online") => "site",
        _ => "outlet",
    };
    counted(n, one)
}

/// `1 item`, `214 items`, `1,614 items`.
pub(crate) fn counted(n: impl TryInto<i64>, one: &str) -> String {
    let n = n.try_into().unwrap_or(i64::MAX);
    let number = crate::unit::Amount::new(crate::unit::Unit::Count, n).printed_number();
    let plural = if n == 1 { "" } else { "s" };
    format!("{number}{NBSP}{one}{plural}")
}

/// Where a group is: `in print`, `on Arna Bir`, `on state television`.
pub(crate) fn place(study: &Study, by: &[Dimension], group: &[String]) -> String {
    let value =
        |dimension| by.iter().zip(group).find(|(found, _)| **found == dimension).map(|(_, value)| value.as_str());
    let medium = value(Dimension::Medium);
    let other = by.iter().zip(group).filter(|(dimension, _)| !{
        use Dimension::{Day, Medium, Outlet, Ownership, Period, Week};
        matches!(dimension, Medium | Outlet | Ownership | Day | Week | Period)
    });
    let other: Vec<&str> = other.map(|(dimension, value)| dimension.label(value, study)).collect();
    let place = match (value(Dimension::Outlet), value(Dimension::Ownership), medium) {
        (Some(outlet), _, _) => {
            let entry = study.codebook.outlets.by_id(outlet);
            let preposition = if entry.is_some_and(|entry| entry.own.medium == Medium::Print) { "in" } else { "on" };
            format!("{preposition} {}", Dimension::Outlet.label(outlet, study))
        }
        (None, Some(owner), Some("online")) => format!("on {owner} sites"),
        (None, Some(owner), Some("print")) => format!("in {owner} print"),
        (None, Some(owner), Some(medium)) => format!("on {owner} {medium}"),
        (None, Some(owner), None) => format!("in {owner} media"),
        (None, None, Some(medium)) => in_medium(medium),
        (None, None, None) => "in all outlets".to_owned(),
    };
    let is_everywhere = place == "in all outlets";
    match (other.is_empty(), is_everywhere) {
        (true, _) => place,
        (false, true) => format!("in {}", other.join(", ")),
        (false, false) => format!("{place}, {}", other.join(", ")),
    }
}

/// The days a group speaks of: its date, its period, the pool's days, else the window.
pub(crate) fn days_of(study: &Study, pool: &Pool, by: &[Dimension], group: &[String]) -> (NaiveDate, NaiveDate) {
    let value = |wanted| by.iter().zip(group).find(|(dimension, _)| **dimension == wanted).map(|(_, value)| value);
    let date = value(Dimension::Day).and_then(|date| date.parse().ok()).map(|date| (date, date));
    let (first, last) = pool.days.unwrap_or((study.window.from, study.window.to));
    let of_week = |week: &String| {
        let mut days = study.window.days().filter(|day| week_of(*day) == *week && first <= *day && *day <= last);
        let from = days.next()?;
        Some((from, days.last().unwrap_or(from)))
    };
    let week = value(Dimension::Week).and_then(of_week);
    let period = value(Dimension::Period).and_then(|id| study.period(id)).map(|period| (period.from, period.to));
    date.or(week).or(period).unwrap_or((first, last))
}

/// What was lost, in words: a day that failed at every outlet is named once.
pub(crate) fn losses(study: &Study, is_wanted: impl Fn(&NotRecorded) -> bool) -> Vec<String> {
    let mut lost: Vec<(NaiveDate, String, Vec<&str>)> = Vec::new();
    for loss in study.not_recorded.iter().filter(|loss| is_wanted(loss)) {
        let hours = loss.hours.map_or_else(String::new, |(from, to)| format!(", {from} to {to}"));
        let reason = format!("{}{hours}", loss.reason);
        match lost.iter_mut().find(|(date, known, _)| *date == loss.date && *known == reason) {
            Some((.., outlets)) if outlets.contains(&loss.outlet.as_str()) => {}
            Some((.., outlets)) => outlets.push(&loss.outlet),
            None => lost.push((loss.date, reason, vec![&loss.outlet])),
        }
    }
    let all = study.codebook.outlets.ids().len();
    let words = lost.into_iter().map(|(date, reason, outlets)| {
        let names: Vec<&str> = outlets.iter().map(|id| Dimension::Outlet.label(id, study)).collect();
        let names = if all > 1 && outlets.len() == all { "every outlet".to_owned() } else { names.join(", ") };
        format!("{names} {} ({reason})", short_day(date))
    });
    words.collect()
}

/// The actors of a pool, counted: `7 registered parties` where they are one group of the codebook.
pub(crate) fn actors(study: &Study, pool: &Pool, n: usize) -> String {
    let codebook = &study.codebook;
    let group = pool.declared.groups.first().filter(|group| {
        let in_group = codebook.actors.iter().filter(|actor| actor.own.group == **group).count();
        in_group == pool.actors.len() && pool.declared.groups.len() == 1 && n > 1
    });
    let Some(group) = group else { return counted(n, "actor") };
    let label = codebook.groups.label(group, &study.languages.main);
    let mut characters = label.chars();
    let first = characters.next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
    format!("{n}{NBSP}{first}{}", characters.as_str())
}

/// A percentage, with `[u]` where it rests on little; or the word in its place: `withheld`, and a dash where nothing was covered.
pub(crate) fn percent_or_word(estimate: Option<&Estimate>) -> String {
    let word = |estimate: &Estimate| if estimate.status == Status::Withheld { "withheld" } else { "–" };
    let percent = estimate.and_then(|estimate| estimate.percent).map(|percent| percent.to_string());
    let mark = estimate.filter(|estimate| estimate.flags.iter().any(|flag| flag.is_weak())).map_or("", |_| " [u]");
    percent.map_or_else(|| estimate.map_or("–", word).to_owned(), |percent| percent + mark)
}

/// The first letter large.
pub(crate) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + characters.as_str())
}

/// An actor's printed name, and the name in the second language where it is another.
pub(crate) fn actor(study: &Study, id: &str) -> (String, Option<String>) {
    let main = study.codebook.actors.label(id, &study.languages.main).to_owned();
    let beside = study.languages.beside.as_deref().and_then(|language| {
        study.codebook.actors.by_id(id)?.name.exactly(language).filter(|name| *name != main).map(str::to_owned)
    });
    (isolated(main), beside.map(isolated))
}

/// A name that is read from right to left, kept from turning the sentence around it.
fn isolated(name: String) -> String {
    if name.contains(is_right_to_left) { format!("\u{2068}{name}\u{2069}") } else { name }
}

/// Both names on one line: `Nur Otan «Нұр Отан»`.
pub(crate) fn actor_line(study: &Study, id: &str) -> String {
    let (main, beside) = actor(study, id);
    beside.map_or(main.clone(), |beside| format!("{main} {beside}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_say_month_and_year_once() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(days(day(2011, 11, 30), day(2011, 12, 10)), "30\u{a0}November – 10\u{a0}December 2011");
        assert_eq!(days(day(2022, 6, 1), day(2022, 6, 30)), "1 – 30\u{a0}June 2022");
        assert_eq!(days(day(2022, 6, 1), day(2022, 6, 1)), "1\u{a0}June 2022");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(outlets(1, Some("print")), "1\u{a0}newspaper");
        assert_eq!(counted(2_341, "item"), "2,341\u{a0}items");
    }
}
