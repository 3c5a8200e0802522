//! The sentences of the key findings: each with its condition, and what is said where it does not hold.
//!
//! In: findings. Out: sentences that end with where their numbers stand. Verbs are those of counting: received, had, was, rose,
//! fell; ranking words need a lead whose interval leaves out zero. S01 stands in `front.rs`, S09 in `method.rs`.

use super::compose::Draft;
use crate::measure::{Dimension, Figure, FigureTable, Flag, Form, Interval, ShareRow, Status};
use crate::study::{Benchmark, BenchmarkKind};
use crate::table::{actor, agreement_on, counted, in_medium, interval_words, place, points};
use crate::unit::Percent;
use crate::wording::say;

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
    let study = draft.study;
    let leads = draft.findings.leads.as_ref()?;
    let first = of_medium(leads, quantity, medium).into_iter().next()?;
    let estimate = &first.estimate;
    let (ahead, behind) = (actor(study, &first.actor).0, actor(study, &first.of).0);
    let (here, points) = (in_medium(study, medium), percent(first)?);
    if estimate.status == Status::Tie {
        return Some(say!(study, "s02-tie", actor = ahead, other = behind, place = here));
    }
    let interval = estimate.interval?;
    let is_ahead = interval.excludes_zero() && is_sound(&estimate.flags);
    Some(say!(
        study,
        if is_ahead { "s02-lead" } else { "s02-within-variation" },
        actor = ahead,
        other = behind,
        place = here,
        points = points,
        level = interval.level,
        interval = interval_words(study, Form::Points, &interval)
    ))
}

/// S03: the tone of the actor in view, in parts of its coded coverage.
pub(super) fn tone(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let study = draft.study;
    let cells = of_medium(draft.findings.tones.as_ref()?, quantity, medium);
    let kind =
        |of: &str| cells.iter().find(|cell| cell.measure == "tone-kind" && cell.of == of && cell.actor == id).copied();
    let (negative, neutral, positive) = (kind("negative")?, kind("neutral")?, kind("positive")?);
    let (name, here, coded) = (actor(study, id).0, in_medium(study, medium), negative.estimate.denominator);
    if negative.estimate.flags.contains(&Flag::SmallAmount) || percent(negative).is_none() {
        let (negative, positive) = (negative.estimate.numerator, positive.estimate.numerator);
        return Some(say!(
            study,
            "s03-tone-little",
            actor = name,
            coded = coded,
            place = here,
            negative = negative,
            n = negative.whole(),
            positive = positive
        ));
    }
    let agreement = agreement_on(study, &draft.findings.agreement.known(), "tone");
    Some(say!(
        study,
        "s03-tone",
        actor = name,
        coded = coded,
        place = here,
        negative = percent(negative)?,
        neutral = percent(neutral)?,
        positive = percent(positive)?,
        agreement = agreement.unwrap_or_else(|| say!(study, "sentence-agreement-not-measured"))
    ))
}

/// S04: how long the actor in view was heard.
pub(super) fn voice(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let study = draft.study;
    let cells = of_medium(draft.findings.voices.as_ref()?, quantity, medium);
    let own = cells.into_iter().find(|cell| cell.measure == "voice" && cell.actor == id)?;
    let estimate = &own.estimate;
    let (name, here, percent) = (actor(study, id).0, in_medium(study, medium), percent(own)?);
    let (part, coded) = (study.wording.amount_number(estimate.numerator), estimate.denominator);
    Some(match estimate.interval {
        Some(interval) => say!(
            study,
            "s04-voice-with-interval",
            actor = name,
            part = part,
            coded = coded,
            place = here,
            percent = percent,
            level = interval.level,
            interval = interval_words(study, Form::Percent, &interval)
        ),
        None => say!(study, "s04-voice", actor = name, part = part, coded = coded, place = here, percent = percent),
    })
}

/// S05: the distance to votes, seats or the like; one that its interval does not tell from zero is said to be none.
pub(super) fn benchmark(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let study = draft.study;
    let is_held_against = |benchmark: &&Benchmark| {
        !matches!(benchmark.kind, BenchmarkKind::Published | BenchmarkKind::Equal | BenchmarkKind::Previous)
    };
    let benchmark = study.benchmarks.iter().find(is_held_against)?;
    let cells = of_medium(draft.findings.gaps.as_ref()?, quantity, medium);
    let gap = cells.into_iter().find(|cell| cell.measure == "gap" && cell.of == benchmark.id && cell.actor == id)?;
    let interval = gap.estimate.interval?;
    let distance = percent(gap)?;
    let sentence = match (interval.excludes_zero(), distance.units().signum()) {
        (true, 1) => "s05-benchmark-above",
        (true, -1) => "s05-benchmark-below",
        _ => "s05-benchmark-no-difference",
    };
    Some(say!(
        study,
        sentence,
        actor = actor(study, id).0,
        place = in_medium(study, medium),
        points = study.wording.number(distance.to_string().trim_start_matches('-')),
        benchmark = benchmark.name.in_language(&study.languages.main),
        level = interval.level,
        interval = interval_words(study, Form::Points, &interval)
    ))
}

/// S06: from the period before to this one, only where the interval of the change leaves out zero.
pub(super) fn change(draft: &Draft<'_>, quantity: &str, medium: &str, (id, period): (&str, &str)) -> Option<String> {
    let study = draft.study;
    let cells = of_medium(draft.changes?, quantity, medium);
    let mut of = cells.iter().filter(|cell| cell.actor == id);
    let change = of.find(|cell| cell.measure == "change" && cell.group.last().is_some_and(|at| at == period))?;
    let here = cells
        .iter()
        .find(|cell| cell.measure == "share" && cell.actor == id && cell.group.last().is_some_and(|at| at == period))?;
    let interval = change.estimate.interval?;
    let difference = percent(change)?;
    let (who, limits) = (actor(study, id).0, interval_words(study, Form::Points, &interval));
    let sentence = match (interval.excludes_zero(), difference.units().signum()) {
        (true, 1) => "s06-change-rose",
        (true, -1) => "s06-change-fell",
        _ => {
            return Some(say!(
                study,
                "s06-no-change",
                actor = who,
                place = in_medium(study, medium),
                points = points(study, difference),
                level = interval.level,
                interval = limits
            ));
        }
    };
    Some(say!(
        study,
        sentence,
        actor = who,
        place = in_medium(study, medium),
        percent = percent(here)?,
        points = points(study, difference),
        level = interval.level,
        interval = limits
    ))
}

/// S07: who had no coverage at all, where that much was recorded that it is a finding.
pub(super) fn absence(draft: &Draft<'_>, medium: &str, rows: &[&ShareRow]) -> Option<String> {
    let study = draft.study;
    let absent = rows.iter().filter(|row| row.estimate.status == Status::ZeroNumerator);
    let window = study.window;
    let is_listed = |id: &str| {
        let entry = study.codebook.actors.by_id(id);
        entry.is_some_and(|entry| entry.own.is_active_on(window.from) && entry.own.is_active_on(window.to))
    };
    let names: Vec<String> = absent.filter(|row| is_listed(&row.actor)).map(|row| actor(study, &row.actor).0).collect();
    let base = rows.first()?.estimate.base;
    if names.is_empty() {
        return None;
    }
    let (n, actors, here) = (names.len(), names.join(", "), in_medium(study, medium));
    let days = counted(study, base.n_clusters, "outlet-day");
    Some(match base.completeness {
        Some(hours) if hours.percent() < LEAST_RECORDED => {
            let percent = hours.percent();
            say!(study, "s07-absence-in-recorded", actors = actors, n = n, place = here, percent = percent, days = days)
        }
        Some(_) => say!(study, "s07-absence", actors = actors, n = n, place = here, days = days),
        None => say!(study, "s07-absence-without-plan", actors = actors, n = n, place = here, days = days),
    })
}

/// S08: state and private, side by side and without a word on why.
pub(super) fn owners(draft: &Draft<'_>, quantity: &str, medium: &str, id: &str) -> Option<String> {
    let study = draft.study;
    let main = study.pool(&study.report.pool)?;
    let table = &draft.findings.pool(&main.id)?.by_ownership;
    let at = table.by.iter().position(|dimension| *dimension == Dimension::Ownership)?;
    let is_here = |row: &&ShareRow| row.actor == id && row.quantity == quantity && row.group[0] == medium;
    let owned = table.rows.iter().filter(is_here).filter(|row| !row.group[at].is_empty());
    let parts: Vec<String> = owned
        .map(|row| {
            let (estimate, owner) = (&row.estimate, std::slice::from_ref(&row.group[at]));
            let owned = place(study, &[Dimension::Ownership], owner);
            let (outlets, whole) = (counted(study, estimate.base.n_outlets, "outlet"), estimate.denominator);
            match estimate.percent {
                Some(percent) => {
                    say!(study, "s08-part", percent = percent, owned = owned, outlets = outlets, whole = whole)
                }
                None => say!(study, "s08-part-withheld", owned = owned, outlets = outlets, whole = whole),
            }
        })
        .collect();
    if parts.len() < 2 {
        return None;
    }
    let (parts, here) = (study.wording.list(&parts), in_medium(study, medium));
    Some(say!(study, "s08-owners", actor = actor(study, id).0, parts = parts, place = here))
}

/// Does an interval leave out zero? For tables of changes.
pub(super) fn is_measurable(interval: Option<&Interval>) -> bool {
    interval.is_some_and(Interval::excludes_zero)
}
