//! The sentences of the key findings: each with its condition, and what is said where it does not hold.
//!
//! In: findings. Out: sentences that end with where their numbers stand. Verbs are those of counting: received, had, was, rose,
//! fell; ranking words need a lead whose interval leaves out zero. S01 stands in `front.rs`, S09 in `method.rs`.

use super::compose::Draft;
use crate::measure::{Dimension, Figure, FigureTable, Flag, Form, Interval, ShareRow, Status};
use crate::study::{Benchmark, BenchmarkKind};
use crate::table::{actor, counted, in_medium, interval_words};
use crate::unit::Percent;

/// Recorded per cent of the plan from which on the absence of an actor is a finding.
const LEAST_RECORDED: i64 = 95;

/// The cells of one medium in a table by medium alone.
fn of_medium<'f>(table: &'f FigureTable, quantity: &str, medium: &str) -> Vec<&'f Figure> {
    let is_here = |figure: &&Figure| figure.quantity == quantity && figure.group.first().is_some_and(|of| of == medium);
    table.figures.iter().filter(is_here).collect()
}

fn percent(figure: &Figure) -> Option<Percent> {
    figure.estimate.percent
}

/// Flags that forbid a ranking word.
fn is_sound(flags: &[Flag]) -> bool {
    !flags.iter().any(|flag| matches!(flag, Flag::SmallBase | Flag::Unreliable | Flag::Incomplete | Flag::NotApart))
}

/// S02: who received most, only where the interval of the lead leaves out zero.
pub(super) fn lead(draft: &Draft<'_>, quantity: &str, medium: &str) -> Option<String> {
    let leads = draft.findings.leads.as_ref()?;
    let first = of_medium(leads, quantity, medium).into_iter().next()?;
    let estimate = &first.estimate;
    let (ahead, behind) = (actor(draft.study, &first.actor).0, actor(draft.study, &first.of).0);
    let (place, points) = (in_medium(medium), percent(first)?);
    if estimate.status == Status::Tie {
        return Some(format!("{ahead} and {behind} received the most coverage {place}, and the same amount."));
    }
    let interval = estimate.interval?;
    let limits = interval_words(draft.study, Form::Points, &interval);
    if interval.excludes_zero() && is_sound(&estimate.flags) {
        return Some(format!(
            "{ahead} received more coverage {place} than any other actor, {points} points more than {behind} ({}% interval {limits}).",
            interval.level
        ));
    }
    Some(format!(
        "{ahead} and {behind} received the most coverage {place}; the difference of {points} points is within what varies from day to day ({}% interval {limits}).",
        interval.level
    ))
}

/// S03: the tone of the actor in view, in parts of its coded coverage.
pub(super) fn tone(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let cells = of_medium(draft.findings.tones.as_ref()?, quantity, medium);
    let kind =
        |of: &str| cells.iter().find(|cell| cell.measure == "tone-kind" && cell.of == of && cell.actor == id).copied();
    let (negative, neutral, positive) = (kind("negative")?, kind("neutral")?, kind("positive")?);
    let alpha = draft.findings.agreement.known();
    let alpha = alpha.words("tone").map_or_else(|| "coder agreement not measured".to_owned(), str::to_owned);
    let name = actor(draft.study, id).0;
    if negative.estimate.flags.contains(&Flag::SmallAmount) || percent(negative).is_none() {
        return Some(format!(
            "Of {name}'s {} with a coded tone {}, {} were negative and {} positive; so little is given no percentage.",
            negative.estimate.denominator,
            in_medium(medium),
            negative.estimate.numerator,
            positive.estimate.numerator
        ));
    }
    Some(format!(
        "Of {name}'s {} with a coded tone {}, {}% were negative, {}% neutral and {}% positive ({alpha}).",
        negative.estimate.denominator,
        in_medium(medium),
        percent(negative)?,
        percent(neutral)?,
        percent(positive)?
    ))
}

/// S04: how long the actor in view was heard.
pub(super) fn voice(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let cells = of_medium(draft.findings.voices.as_ref()?, quantity, medium);
    let own = cells.into_iter().find(|cell| cell.measure == "voice" && cell.actor == id)?;
    let estimate = &own.estimate;
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        format!("; {}% interval {}", interval.level, interval_words(draft.study, Form::Percent, &interval))
    });
    Some(format!(
        "{} was heard in its own words for {} of {} with a coded voice {} ({}%{interval}).",
        actor(draft.study, id).0,
        estimate.numerator.printed_number(),
        estimate.denominator,
        in_medium(medium),
        percent(own)?
    ))
}

/// S05: the distance to votes, seats or the like; one that its interval does not tell from zero is said to be none.
pub(super) fn benchmark(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let is_held_against = |benchmark: &&Benchmark| {
        !matches!(benchmark.kind, BenchmarkKind::Published | BenchmarkKind::Equal | BenchmarkKind::Previous)
    };
    let benchmark = draft.study.benchmarks.iter().find(is_held_against)?;
    let cells = of_medium(draft.findings.gaps.as_ref()?, quantity, medium);
    let gap = cells.into_iter().find(|cell| cell.measure == "gap" && cell.of == benchmark.id && cell.actor == id)?;
    let interval = gap.estimate.interval?;
    let name = benchmark.name.in_language(&draft.study.languages.main);
    let limits = interval_words(draft.study, Form::Points, &interval);
    let (who, points, place) = (actor(draft.study, id).0, percent(gap)?, in_medium(medium));
    let distance = match (interval.excludes_zero(), points.units().signum()) {
        (true, 1) => format!("was {points} points above"),
        (true, -1) => format!("was {} points below", points.to_string().trim_start_matches('-')),
        _ => "did not differ measurably from".to_owned(),
    };
    Some(format!(
        "The share of {who} {place} {distance} its {name} ({}% interval {limits}). It is shown for orientation, not as a standard.",
        interval.level
    ))
}

/// S06: from the period before to this one, only where the interval of the change leaves out zero.
pub(super) fn change(draft: &Draft<'_>, quantity: &str, medium: &str, (id, period): (&str, &str)) -> Option<String> {
    let cells = of_medium(draft.changes?, quantity, medium);
    let mut of = cells.iter().filter(|cell| cell.actor == id);
    let change = of.find(|cell| cell.measure == "change" && cell.group.last().is_some_and(|at| at == period))?;
    let here = cells
        .iter()
        .find(|cell| cell.measure == "share" && cell.actor == id && cell.group.last().is_some_and(|at| at == period))?;
    let interval = change.estimate.interval?;
    let limits = interval_words(draft.study, Form::Points, &interval);
    let (who, place, points) = (actor(draft.study, id).0, in_medium(medium), percent(change)?);
    let verb = match (interval.excludes_zero(), points.units().signum()) {
        (true, 1) => "rose",
        (true, -1) => "fell",
        _ => {
            return Some(format!(
                "The share of {who} {place} did not change measurably from the period before ({} points; {}% interval {limits}).",
                points.signed(),
                interval.level
            ));
        }
    };
    Some(format!(
        "The share of {who} {place} {verb} to {}% ({} points; {}% interval {limits}).",
        percent(here)?,
        points.signed(),
        interval.level
    ))
}

/// S07: who had no coverage at all, where that much was recorded that it is a finding.
pub(super) fn absence(draft: &Draft<'_>, medium: &str, rows: &[&ShareRow]) -> Option<String> {
    let absent = rows.iter().filter(|row| row.estimate.status == Status::ZeroNumerator);
    let window = draft.study.window;
    let is_listed = |id: &str| {
        let entry = draft.study.codebook.actors.by_id(id);
        entry.is_some_and(|entry| entry.own.is_active_on(window.from) && entry.own.is_active_on(window.to))
    };
    let names: Vec<String> =
        absent.filter(|row| is_listed(&row.actor)).map(|row| actor(draft.study, &row.actor).0).collect();
    let base = rows.first()?.estimate.base;
    if names.is_empty() {
        return None;
    }
    let days = counted(base.n_clusters, "outlet-day");
    let recorded = match base.completeness {
        Some(hours) if hours.percent() >= LEAST_RECORDED => format!("in {days} with coverage"),
        Some(hours) => format!("in what was recorded, {} % of the plan", hours.percent()),
        None => format!("in {days} with coverage; what was planned is not known"),
    };
    Some(format!("No coverage of {} was found {} {recorded}.", names.join(", "), in_medium(medium)))
}

/// S08: state and private, side by side and without a word on why.
pub(super) fn owners(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let main = draft.study.pool(&draft.study.report.pool)?;
    let table = &draft.findings.pool(&main.id)?.by_ownership;
    let place = table.by.iter().position(|dimension| *dimension == Dimension::Ownership)?;
    let is_here = |row: &&ShareRow| row.actor == id && row.quantity == quantity && row.group[0] == medium;
    let parts: Vec<String> = table
        .rows
        .iter()
        .filter(is_here)
        .filter(|row| !row.group[place].is_empty())
        .map(|row| {
            let estimate = &row.estimate;
            let percent =
                estimate.percent.map_or_else(|| "a withheld share".to_owned(), |percent| format!("{percent}%"));
            let outlets = counted(estimate.base.n_outlets, "outlet");
            format!("{percent} in {} media ({outlets}, {})", row.group[place], estimate.denominator)
        })
        .collect();
    if parts.len() < 2 {
        return None;
    }
    Some(format!("{} had {} {}.", actor(draft.study, id).0, joined(&parts), in_medium(medium)))
}

fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// Does an interval leave out zero? For tables of changes.
pub(super) fn is_measurable(interval: Option<&Interval>) -> bool {
    interval.is_some_and(Interval::excludes_zero)
}
