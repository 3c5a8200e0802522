//! Lead: how far one actor's share is ahead of another's, with the interval of the difference.
//!
//! In: a tally. Out: per (quantity, group) one figure for each pair of neighbours in the ranking, or, where `--where actor=`
//! names some, for every pair of these; in points, 0..=100, the larger share first. Formula: `(t(a) - t(b)) / t`: both shares
//! have one total, so that the interval of the difference is that of one ratio and not of two independent ones.
//! Source: Särndal, Swensson and Wretman, 1992, ch. 5. Zero: equal shares are a tie, a state and no lead. "Ahead" is for an
//! interval that leaves out 0; else the flag says that it does not.

use super::figure::{Figure, FigureTable, Form};
use super::ground::Ground;
use super::interval::{Range, intervals};
use super::policy::{Flag, Subject, judge, largest_cluster};
use super::select::Failure;
use super::share::{share_of, whole};
use super::statistic::{Ratio, Statistic};
use super::sums::{Group, Part, Sums};
use super::{Condition, Estimate, MeasureRequest, Status};
use crate::study::Study;
use crate::tally::Tally;
use crate::unit::{Amount, Share};

/// Computes the table.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn lead(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let ground = Ground::new(tally, study, request)?;
    let part = Part::Who(ground.who);
    let n_items = ground.items(part)?;
    let mut groups: Vec<(Group, Sums)> = ground.sums(part)?.into_iter().collect();
    groups.sort_by_cached_key(|(group, _)| ground.rank(&group.0, &group.1, ""));
    let mut figures = Vec::new();
    for (group, sums) in &groups {
        figures.extend(of_group(&ground, group, sums, n_items.get(group).copied().unwrap_or(0)));
    }
    let pool = request.pool;
    let (by, scope, who, weighting) = (ground.by.clone(), request.scope(), ground.who, pool.weighting.word());
    Ok(FigureTable { measure: "lead", pool: pool.id.clone(), weighting, by, scope, who, figures, notes: Vec::new() })
}

fn of_group(ground: &Ground<'_>, group: &Group, sums: &Sums, n_items: i64) -> Vec<Figure> {
    let (study, weighting) = (ground.study, &ground.request.pool.weighting);
    let unit = study.quantity(&group.0).expect("invariant: ingest resolves quantities").unit;
    let below = whole(ground, sums);
    let total = below.iter().map(|part| sums.amount(*part)).sum();
    let mut ranked: Vec<(&str, Option<Share>)> = ground
        .listed()
        .into_iter()
        .filter(|actor| ground.request.shows(study, actor))
        .map(|actor| (actor, share_of(sums, actor, &below).exact(sums, weighting)))
        .collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let pairs = pairs(&ranked, ground.request.conditions.iter().any(Condition::is_of_rows_shown));
    let difference = |(a, b): &(&str, &str)| {
        let above = [(*a, 1), (*b, -1)].into_iter().filter_map(|(id, times)| Some((sums.part(id)?, times)));
        (Statistic::of(Ratio { above: above.collect(), below: below.clone() }), Range::Difference)
    };
    let statistics: Vec<(Statistic, Range)> = pairs.iter().map(difference).collect();
    let base = ground.base(&group.1, sums, &below, n_items);
    let intervals = intervals(&statistics, sums, weighting, study);
    let figures = pairs.iter().zip(&statistics).zip(intervals).map(|(((a, b), (statistic, _)), interval)| {
        let amount = Amount::new(unit, sums.amount_of(a) - sums.amount_of(b));
        let value = statistic.exact(sums, weighting);
        let mut estimate = Estimate::new(value, amount, Amount::new(unit, total), base);
        estimate.percent = estimate.share.as_ref().map(|share| study.rounding.percent(share));
        estimate.interval = interval;
        if estimate.status != Status::NoCoverage {
            let is_tie = estimate.share.as_ref().is_some_and(Share::is_zero);
            estimate.status = if is_tie { Status::Tie } else { Status::Stated };
        }
        let weight = (largest_cluster(sums, &below), Subject::Amounts);
        judge(
            study,
            &ground.reach(&group.1),
            weight,
            ground.is_amount_unreliable(&group.0),
            std::iter::once(&mut estimate),
        );
        if estimate.interval.is_some_and(|interval| !interval.excludes_zero()) {
            estimate.flags.push(Flag::NotApart);
        }
        let (quantity, group) = (group.0.clone(), group.1.clone());
        let (actor, of) = ((*a).to_owned(), (*b).to_owned());
        Figure { measure: "lead", quantity, group, actor, of, form: Form::Points, estimate, number: None }
    });
    figures.collect()
}

/// Neighbours in the ranking, or every pair.
fn pairs<'a>(ranked: &[(&'a str, Option<Share>)], is_every: bool) -> Vec<(&'a str, &'a str)> {
    let reach = if is_every { ranked.len() } else { 1 };
    let behind = |n: usize| ranked[n + 1..].iter().take(reach).map(move |b| (ranked[n].0, b.0));
    (0..ranked.len()).flat_map(behind).collect()
}
