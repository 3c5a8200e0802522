//! The sentences of the key findings: each with its condition, and what is said where it does not hold.
//!
//! In: findings. Out: sentences that end with where their numbers stand. Verbs are those of counting: received, had, was, rose,
//! fell; ranking words need a lead whose interval leaves out zero. S01 stands in `front.rs`, S09 in `method.rs`.

use super::compose::Draft;
use crate::measure::{Dimension, Figure, FigureTable, Flag, Form, Interval, ShareRow, Status};
use crate::study::{Benchmark, BenchmarkKind, Study};
use crate::table::{actor, agreement_on, counted, interval_words, place, points};
use crate::unit::Percent;
use crate::wording::say;

/// Recorded per cent of the plan from which on the absence of an actor is a finding.
const LEAST_RECORDED: i64 = 95;

/// What sentences are about: one medium, or one outlet, of the main pool.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    pub quantity: &'a str,
    pub by: &'a [Dimension],
    pub group: &'a [String],
}

impl<'a> Here<'a> {
    fn place(self, study: &Study) -> String {
        place(study, self.by, self.group)
    }

    fn is_outlet(self) -> bool {
        self.by.contains(&Dimension::Outlet)
    }

    /// Its cells in a table that is broken down as it is; periods and days may stand behind.
    fn cells(self, table: &'a FigureTable) -> Vec<&'a Figure> {
        let is_here = |figure: &&Figure| figure.quantity == self.quantity && figure.group.starts_with(self.group);
        table.figures.iter().filter(is_here).collect()
    }
}

fn percent(figure: &Figure) -> Option<Percent> {
    figure.estimate.percent
}

/// Flags that forbid a ranking word.
fn is_sound(flags: &[Flag]) -> bool {
    !flags.iter().any(|flag| matches!(flag, Flag::SmallBase | Flag::Unreliable | Flag::Incomplete | Flag::NotApart))
}

/// S02: who received most, only where the interval of the lead leaves out zero.
pub(super) fn lead(draft: &Draft<'_>, here: Here<'_>) -> Option<String> {
    let study = draft.study;
    let findings = draft.findings;
    let leads = if here.is_outlet() { &findings.leads_by_outlet } else { &findings.leads };
    let first = here.cells(leads.as_ref()?).into_iter().next()?;
    let estimate = &first.estimate;
    let (ahead, behind) = (actor(study, &first.actor).0, actor(study, &first.of).0);
    let (here, points) = (here.place(study), percent(first)?);
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
pub(super) fn tone(draft: &Draft<'_>, here: Here<'_>, id: &str) -> Option<String> {
    let study = draft.study;
    let findings = draft.findings;
    let tones = if here.is_outlet() { &findings.tones_by_outlet } else { &findings.tones };
    let cells = here.cells(tones.as_ref()?);
    let kind =
        |of: &str| cells.iter().find(|cell| cell.measure == "tone-kind" && cell.of == of && cell.actor == id).copied();
    let (negative, neutral, positive) = (kind("negative")?, kind("neutral")?, kind("positive")?);
    let (name, here, coded) = (actor(study, id).0, here.place(study), negative.estimate.denominator);
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
pub(super) fn voice(draft: &Draft<'_>, here: Here<'_>, id: &str) -> Option<String> {
    let study = draft.study;
    let findings = draft.findings;
    let voices = if here.is_outlet() { &findings.voices_by_outlet } else { &findings.voices };
    let own = here.cells(voices.as_ref()?).into_iter().find(|cell| cell.measure == "voice" && cell.actor == id)?;
    let estimate = &own.estimate;
    let (name, here, percent) = (actor(study, id).0, here.place(study), percent(own)?);
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

/// The benchmark that findings speak of: votes, seats or the like, the first of the study.
pub(super) fn held_against(study: &Study) -> Option<&Benchmark> {
    study.benchmarks.iter().find(|benchmark| {
        !matches!(benchmark.kind, BenchmarkKind::Published | BenchmarkKind::Equal | BenchmarkKind::Previous)
    })
}

/// S05: the distance to votes, seats or the like; one that its interval does not tell from zero is said to be none.
pub(super) fn benchmark(draft: &Draft<'_>, here: Here<'_>, id: &str) -> Option<String> {
    let study = draft.study;
    let benchmark = held_against(study)?;
    let cells = here.cells(draft.findings.gaps.as_ref()?);
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
        place = here.place(study),
        points = study.wording.number(distance.to_string().trim_start_matches('-')),
        benchmark = benchmark.name.in_language(&study.languages.main),
        level = interval.level,
        interval = interval_words(study, Form::Points, &interval)
    ))
}

/// S06: from the period before to this one, only where the interval of the change leaves out zero.
pub(super) fn change(draft: &Draft<'_>, here: Here<'_>, (id, period): (&str, &str)) -> Option<String> {
    let study = draft.study;
    let cells = here.cells(draft.changes?);
    let mut of = cells.iter().filter(|cell| cell.actor == id);
    let change = of.find(|cell| cell.measure == "change" && cell.group.last().is_some_and(|at| at == period))?;
    let share = cells
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
                place = here.place(study),
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
        place = here.place(study),
        percent = percent(share)?,
        points = points(study, difference),
        level = interval.level,
        interval = limits
    ))
}

/// S07: who had no coverage at all, where that much was recorded that it is a finding.
pub(super) fn absence(draft: &Draft<'_>, here: Here<'_>, rows: &[&ShareRow]) -> Option<String> {
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
    let (n, actors, here) = (names.len(), study.wording.commas(&names), here.place(study));
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
pub(super) fn owners(draft: &Draft<'_>, here: Here<'_>, id: &str) -> Option<String> {
    let study = draft.study;
    let main = study.pool(&study.report.pool)?;
    let table = &draft.findings.pool(&main.id)?.by_ownership;
    let at = table.by.iter().position(|dimension| *dimension == Dimension::Ownership)?;
    let is_here = |row: &&ShareRow| row.actor == id && row.quantity == here.quantity && row.group[0] == here.group[0];
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
    let (parts, here) = (study.wording.list(&parts), here.place(study));
    Some(say!(study, "s08-owners", actor = actor(study, id).0, parts = parts, place = here))
}

/// Does an interval leave out zero? For tables of changes.
pub(super) fn is_measurable(interval: Option<&Interval>) -> bool {
    interval.is_some_and(Interval::excludes_zero)
}
