//! Tone: how each actor's coverage divides into negative, neutral and positive, its balance and its mean.
//!
//! In: a tally; amounts of rows with a coded tone. Out: per (quantity, group, actor) a `tone` figure for each tone of the scale
//! in 0..=1, `tone-kind` for negative, neutral and positive as the scale has them, `tone-balance` in -1..=1, `tone-mean` on the declared scale, and `tone-coded`, the part of the actor's coverage
//! that has a code. Formulas: `t(a, tone) / t(a, coded)`; balance `(positive - negative) / (positive + neutral + negative)`;
//! mean `sum of value * t(a, value) / t(a, coded)`. A blank tone is not coded, never neutral, and is in no denominator but
//! that of `tone-coded`. Source: OSCE/ODIHR, Handbook on Media Monitoring for Election Observation Missions, 2012, ch. 5;
//! the balance is Janis and Fadner's direction without their weight of relevance.
//! Zero: an actor without coded tone has no tone, and no zero. Errors: [`Failure::NotCoded`] where no tone is coded at all.

use super::figure::{Figure, FigureTable, Form, round_columns};
use super::ground::Ground;
use super::interval::{Range, intervals};
use super::policy::{Subject, judge, largest_cluster};
use super::select::Failure;
use super::statistic::{Ratio, Statistic};
use super::sums::{Part, Sums};
use super::{Dimension, Estimate, MeasureRequest};
use crate::codebook::ToneKind;
use crate::study::Study;
use crate::tally::Tally;
use crate::unit::Amount;
use crate::wording::Message;

/// One figure before its interval: measure, what it is of, form, statistic, range and amount above the line.
pub(super) struct Wanted {
    pub measure: &'static str,
    pub of: String,
    pub form: Form,
    pub range: Range,
    pub ratio: Ratio,
}

/// Computes the table.
///
/// Errors: [`Failure`] where no tone is coded, or where statements that overlap would be added.
pub fn tone(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let ground = Ground::new(tally, study, request)?;
    let point = |tone: &'_ crate::codebook::Entry<crate::codebook::Tone>| Point {
        tone: tone.id.clone(),
        value: tone.own.value,
        kind: study.codebook.tone_kind(&tone.id),
    };
    let scale: Vec<Point> = study.codebook.tones.iter().map(point).collect();
    let has_kinds = scale.iter().all(|point| point.kind.is_some());
    let mut table = divided(&ground, "tone", Dimension::Tone, |sums| wanted(&scale, has_kinds, sums))?;
    if is_never_coded(&table, "tone-coded") {
        return Err(Failure::NotCoded("no row of the pool has a tone: map its column as `tone` in study.toml"));
    }
    if !has_kinds {
        table.notes.push(Message::new("note-no-balance", Vec::new()));
    }
    Ok(table)
}

/// A point of the tone scale.
struct Point {
    tone: String,
    value: i64,
    kind: Option<ToneKind>,
}

impl Point {
    fn sign(&self) -> i64 {
        match self.kind {
            Some(ToneKind::Negative) => -1,
            Some(ToneKind::Positive) => 1,
            _ => 0,
        }
    }
}

fn wanted(scale: &[Point], has_kinds: bool, sums: &Sums) -> Vec<Wanted> {
    let coded: Vec<usize> = scale.iter().filter_map(|point| sums.part(&point.tone)).collect();
    let ratio = |times: &dyn Fn(&Point) -> i64| -> Ratio {
        let above = scale.iter().filter_map(|point| Some((sums.part(&point.tone)?, times(point))));
        Ratio { above: above.filter(|(_, times)| *times != 0).collect(), below: coded.clone() }
    };
    let mut figures: Vec<Wanted> = scale
        .iter()
        .map(|here| Wanted {
            measure: "tone",
            of: here.tone.clone(),
            form: Form::Percent,
            range: Range::Share,
            ratio: ratio(&|point| i64::from(point.tone == here.tone)),
        })
        .collect();
    if has_kinds {
        for (of, kind) in
            [("negative", ToneKind::Negative), ("neutral", ToneKind::Neutral), ("positive", ToneKind::Positive)]
        {
            let ratio = ratio(&|point| i64::from(point.kind == Some(kind)));
            figures.push(Wanted {
                measure: "tone-kind",
                of: of.to_owned(),
                form: Form::Percent,
                range: Range::Share,
                ratio,
            });
        }
        figures.push(number("tone-balance", Range::Difference, ratio(&Point::sign)));
    }
    figures.push(number("tone-mean", Range::Any, ratio(&|point| point.value)));
    figures.push(part_coded("tone-coded", &coded, sums));
    figures
}

fn number(measure: &'static str, range: Range, ratio: Ratio) -> Wanted {
    Wanted { measure, of: String::new(), form: Form::Number(2), range, ratio }
}

/// Has no actor any coverage with a code?
pub(super) fn is_never_coded(table: &FigureTable, measure: &str) -> bool {
    let mut coded = table.figures.iter().filter(|figure| figure.measure == measure);
    coded.all(|figure| figure.estimate.numerator.whole() == 0)
}

/// The part of an actor's coverage that has a code.
pub(super) fn part_coded(measure: &'static str, coded: &[usize], sums: &Sums) -> Wanted {
    let above = coded.iter().map(|part| (*part, 1)).collect();
    let ratio = Ratio { above, below: (0..sums.parts.len()).collect() };
    Wanted { measure, of: String::new(), form: Form::Percent, range: Range::Share, ratio }
}

/// The table of a measure that divides each actor's coverage by a dimension.
pub(super) fn divided(
    ground: &Ground<'_>,
    measure: &'static str,
    dimension: Dimension,
    wanted: impl Fn(&Sums) -> Vec<Wanted>,
) -> Result<FigureTable, Failure> {
    let part = Part::Of(ground.who, dimension);
    let (n_items, mut figures) = (ground.items(part)?, Vec::new());
    for (group, sums) in ground.sums(part)? {
        let actor = group.1.last().cloned().unwrap_or_default();
        if !ground.listed().contains(&actor.as_str()) || !ground.request.shows(ground.study, &actor) {
            continue;
        }
        let n_items = n_items.get(&group).copied().unwrap_or(0);
        figures.extend(of_actor(
            ground,
            &group.0,
            (&group.1[..group.1.len() - 1], &actor),
            &sums,
            (n_items, wanted(&sums)),
        ));
    }
    figures.sort_by_cached_key(|figure: &Figure| ground.rank(&figure.quantity, &figure.group, &figure.actor));
    round_columns(&mut figures, ground.study.rounding, &["tone", "tone-kind"], true);
    let pool = ground.request.pool;
    let (by, who, scope) = (ground.by.clone(), ground.who, ground.request.scope());
    let weighting = pool.weighting.word();
    Ok(FigureTable { measure, pool: pool.id.clone(), weighting, by, scope, who, figures, notes: Vec::new() })
}

pub(super) fn of_actor(
    ground: &Ground<'_>,
    quantity: &str,
    (group, actor): (&[String], &str),
    sums: &Sums,
    (n_items, wanted): (i64, Vec<Wanted>),
) -> Vec<Figure> {
    let (study, weighting) = (ground.study, &ground.request.pool.weighting);
    let unit = study.quantity(quantity).expect("invariant: ingest resolves quantities").unit;
    let statistics: Vec<(Statistic, Range)> =
        wanted.iter().map(|figure| (Statistic::of(figure.ratio.clone()), figure.range)).collect();
    let intervals = intervals_of_each(&statistics, sums, ground);
    let reach = ground.reach(group);
    let figures = wanted.into_iter().zip(statistics).zip(intervals).map(|((figure, (statistic, _)), interval)| {
        let ratio = &figure.ratio;
        let below = ratio.below.iter().map(|part| sums.amount(*part)).sum();
        let above = ratio.above.iter().map(|(part, times)| sums.amount(*part) * times).sum();
        let base = ground.base(group, sums, &ratio.below, n_items);
        let value = statistic.exact(sums, weighting);
        let mut estimate = Estimate::new(value, Amount::new(unit, above), Amount::new(unit, below), base);
        estimate.interval = interval;
        if figure.form == Form::Percent {
            estimate.percent = estimate.share.as_ref().map(|share| study.rounding.percent(share));
        }
        let variable = figure.measure.split('-').next().unwrap_or_default();
        let is_unreliable = ground.request.is_unreliable(&[variable, "actor"]);
        let subject = if matches!(variable, "tone" | "voice") { Subject::ToneOrVoice } else { Subject::Amounts };
        let weight = (largest_cluster(sums, &ratio.below), subject);
        judge(study, &reach, weight, is_unreliable, std::iter::once(&mut estimate));
        Figure {
            measure: figure.measure,
            quantity: quantity.to_owned(),
            group: group.to_vec(),
            actor: actor.to_owned(),
            of: figure.of,
            form: figure.form,
            estimate,
            number: None,
        }
    });
    figures.collect()
}

/// Statistics with the same denominator share the replicates; another denominator has another base.
fn intervals_of_each(
    statistics: &[(Statistic, Range)],
    sums: &Sums,
    ground: &Ground<'_>,
) -> Vec<Option<super::Interval>> {
    let weighting = &ground.request.pool.weighting;
    let mut found = Vec::with_capacity(statistics.len());
    for same in statistics.chunk_by(|(a, _), (b, _)| a.ratio.below == b.ratio.below) {
        found.extend(intervals(same, sums, weighting, ground.study));
    }
    found
}
