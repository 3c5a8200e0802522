//! How dates, places and names are said.

use chrono::NaiveDate;

use crate::agreement::{Reliability, Verdict};
use crate::diagnostic::is_right_to_left;
use crate::measure::{Dimension, Estimate, Flag, Status, week_of};
use crate::study::{NotRecorded, Pool, Study};
use crate::unit::Percent;
use crate::wording::say;

/// `in print`, `on television`.
pub(crate) fn in_medium(study: &Study, medium: &str) -> String {
    study.wording.word("place", medium)
}

/// `5 newspapers`, `1 channel`.
pub(crate) fn outlets(study: &Study, n: i64, medium: Option<&str>) -> String {
    let one = match medium {
        Some("television") => "channel",
        Some("print") => "newspaper",
        Some("radio") => "station",
        Some("online") => "site",
        _ => "outlet",
    };
    counted(study, n, one)
}

/// `1 item`, `214 items`, `1,614 items`: the message `counted-item`.
pub(crate) fn counted(study: &Study, n: impl TryInto<i64>, one: &str) -> String {
    study.wording.say(&format!("counted-{one}"), &[("n", n.try_into().unwrap_or(i64::MAX).into())])
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
    let other: Vec<String> = other.map(|(dimension, value)| dimension.label(value, study)).collect();
    let (outlet, owner) = (value(Dimension::Outlet), value(Dimension::Ownership));
    let owner_name = owner.map(|owner| study.wording.word("ownership", owner)).unwrap_or_default();
    let place = match (outlet, owner, medium) {
        (Some(outlet), _, _) => {
            let medium = study.codebook.outlets.by_id(outlet).map_or("", |entry| entry.own.medium.word());
            say!(study, "place-outlet", outlet = Dimension::Outlet.label(outlet, study), medium = medium)
        }
        (None, Some(owner), medium) => {
            say!(study, "place-owned", owner = owner_name, ownerid = owner, medium = medium.unwrap_or_default())
        }
        (None, None, Some(medium)) => in_medium(study, medium),
        (None, None, None) if other.is_empty() => say!(study, "place-everywhere"),
        (None, None, None) => return say!(study, "place-other", other = study.wording.commas(&other)),
    };
    if other.is_empty() {
        place
    } else {
        say!(study, "place-and-other", place = place, other = study.wording.commas(&other))
    }
}

/// Where and when a group is: `on Arna Bir, week 2`.
pub(crate) fn place_and_time(study: &Study, by: &[Dimension], group: &[String]) -> String {
    let is_time = |by: &Dimension| matches!(by, Dimension::Day | Dimension::Week | Dimension::Period);
    let times = by.iter().zip(group).filter(|(by, _)| is_time(by)).map(|(by, value)| by.label(value, study));
    std::iter::once(place(study, by, group)).chain(times).collect::<Vec<_>>().join(", ")
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
        let reason = loss.hours.map_or_else(
            || loss.reason.clone(),
            |(from, to)| {
                let (from, to) = (from.to_string(), to.to_string());
                say!(study, "loss-of-hours", reason = &loss.reason, from = from, to = to)
            },
        );
        match lost.iter_mut().find(|(date, known, _)| *date == loss.date && *known == reason) {
            Some((.., outlets)) if outlets.contains(&loss.outlet.as_str()) => {}
            Some((.., outlets)) => outlets.push(&loss.outlet),
            None => lost.push((loss.date, reason, vec![&loss.outlet])),
        }
    }
    let all = study.codebook.outlets.ids().len();
    let words = lost.into_iter().map(|(date, reason, outlets)| {
        let names: Vec<String> = outlets.iter().map(|id| Dimension::Outlet.label(id, study)).collect();
        let is_every = all > 1 && outlets.len() == all;
        let names = if is_every { say!(study, "every-outlet") } else { study.wording.commas(&names) };
        say!(study, "loss", outlets = names, day = study.wording.short_day(date), reason = reason)
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
    let Some(group) = group else { return counted(study, n, "actor") };
    let label = codebook.groups.label(group, &study.languages.main);
    let mut characters = label.chars();
    let first = characters.next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
    say!(study, "actors-of-group", n = n, group = format!("{first}{}", characters.as_str()))
}

/// A percentage, with `[u]` where it rests on little; or the word in its place: `withheld`, and a dash where nothing was covered.
pub(crate) fn percent_or_word(study: &Study, estimate: Option<&Estimate>) -> String {
    let Some(estimate) = estimate else { return DASH.to_owned() };
    let mark = if estimate.flags.iter().any(|flag| flag.is_weak()) { " [u]" } else { "" };
    match estimate.percent {
        Some(percent) => percent_number(study, percent) + mark,
        None if estimate.status == Status::Withheld => status(study, Status::Withheld),
        None => DASH.to_owned(),
    }
}

/// The number of a percentage, without a sign for it: `52.0`, `52,0`.
pub(crate) fn percent_number(study: &Study, percent: Percent) -> String {
    study.wording.number(&percent.to_string())
}

/// A difference in points with its sign: `+38.7`.
pub(crate) fn points(study: &Study, percent: Percent) -> String {
    study.wording.number(&percent.signed())
}

/// A status in words: `withheld`, `no-coverage`.
pub(crate) fn status(study: &Study, status: Status) -> String {
    study.wording.word("status", status.word())
}

/// A flag in words, with the study's threshold.
pub(crate) fn meaning(study: &Study, flag: Flag) -> String {
    let limits = &study.publishing;
    let n = match flag {
        Flag::SmallBase => limits.least_items,
        Flag::FewClusters => limits.least_clusters,
        Flag::Rough => limits.rough_clusters,
        Flag::OneCluster => limits.most_of_one_cluster,
        Flag::WideInterval => limits.widest_interval,
        Flag::SmallAmount => limits.least_minutes,
        Flag::Incomplete => limits.least_recorded,
        Flag::WindowChanged | Flag::NotApart | Flag::Unreliable => 0,
    };
    say!(study, &format!("flag-{}", flag.word()), n = n, cm2 = limits.least_cm2)
}

/// What is known of the agreement on a variable: `tone: alpha 0.71 (95 % 0.60 to 0.80, 45 units), tentative`; `None` where it
/// was not coded twice.
pub(crate) fn agreement_on(study: &Study, reliability: &Reliability, variable: &str) -> Option<String> {
    let known = reliability.of(variable)?;
    let (name, units) = (variable_name(study, variable), counted(study, known.n_units, "unit"));
    let verdict = verdict(study, known.verdict);
    let number = |value: f64| study.wording.number(&format!("{value:.2}"));
    Some(match (known.alpha, known.interval) {
        (Some(alpha), Some((low, high))) => say!(
            study,
            "agreement-with-interval",
            variable = name,
            alpha = number(alpha),
            level = known.level,
            low = number(low),
            high = number(high),
            units = units,
            verdict = verdict
        ),
        (Some(alpha), None) => {
            say!(study, "agreement-on", variable = name, alpha = number(alpha), units = units, verdict = verdict)
        }
        (None, _) => say!(study, "agreement-of-one-category", variable = name, units = units),
    })
}

/// A verdict in words.
pub(crate) fn verdict(study: &Study, verdict: Verdict) -> String {
    let id = match verdict {
        Verdict::Reliable => "verdict-reliable",
        Verdict::Tentative => "verdict-tentative",
        Verdict::Unreliable => "verdict-unreliable",
        Verdict::OneCategory => "verdict-one-category",
    };
    say!(study, id)
}

/// A variable of agreement in words: `actor`, `amount (airtime)`.
pub(crate) fn variable_name(study: &Study, variable: &str) -> String {
    match variable.split_once('/') {
        Some((kind, of)) => {
            let quantity = study.quantity(of).map_or(of, |quantity| quantity.name.in_language(&study.languages.main));
            format!("{}/{quantity}", study.wording.word("variable", kind))
        }
        None => study.wording.word("variable", variable),
    }
}

/// Where there is no number.
pub(crate) const DASH: &str = "–";

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
