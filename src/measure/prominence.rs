//! Prominence: the front page, prime time, and the place in the bulletin.
//!
//! In: a tally whose rows have a page, a daypart or a position. Out: per (quantity, group, actor) `front-page` and `prime-time`
//! in 0..=1 and `mean-position` from 1, each only where it is coded. Formulas: `t(a, page 1) / t(a, page coded)`;
//! `t(a, dayparts of prime time) / t(a, daypart coded)`; `sum of position over items of a / number of those items`.
//! Source: OSCE/ODIHR, Handbook on Media Monitoring for Election Observation Missions, 2012, ch. 5.
//! Zero: an actor without a coded place has no figure. Errors: [`Failure::NotCoded`] where none of the three is coded.

use super::figure::{Figure, FigureTable, Form};
use super::ground::Ground;
use super::interval::Range;
use super::select::Failure;
use super::statistic::Ratio;
use super::sums::{Part, Sums};
use super::tone::{Wanted, divided, of_actor};
use super::{Dimension, MeasureRequest};
use crate::study::Study;
use crate::tally::Tally;
use crate::unit::{Amount, Unit};

/// The page of the sheets that is the front page.
pub(super) const FRONT: &str = "1";

/// Computes the table.
///
/// Errors: [`Failure`] where nothing of the three is coded, or where statements that overlap would be added.
pub fn prominence(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let ground = Ground::new(tally, study, request)?;
    let mut table = divided(&ground, "prominence", Dimension::Page, front_page)?;
    table.figures.extend(divided(&ground, "prominence", Dimension::Daypart, |sums| prime_time(study, sums))?.figures);
    table.figures.extend(mean_positions(&ground)?);
    table.figures.retain(|figure| figure.estimate.denominator.whole() > 0);
    table.figures.sort_by_cached_key(|figure: &Figure| ground.rank(&figure.quantity, &figure.group, &figure.actor));
    if table.figures.is_empty() {
        return Err(Failure::NotCoded(
            "no row of the pool has a page, a position, or a daypart where the codebook names prime time (`prime = true`)",
        ));
    }
    Ok(table)
}

fn of_coded(measure: &'static str, sums: &Sums, is_above: impl Fn(&str) -> bool) -> Vec<Wanted> {
    let coded: Vec<usize> = (0..sums.parts.len()).filter(|part| !sums.parts[*part].is_empty()).collect();
    let above = coded.iter().filter(|part| is_above(&sums.parts[**part])).map(|part| (*part, 1)).collect();
    let ratio = Ratio { above, below: coded };
    vec![Wanted { measure, of: String::new(), form: Form::Percent, range: Range::Share, ratio }]
}

fn front_page(sums: &Sums) -> Vec<Wanted> {
    of_coded("front-page", sums, |page| page == FRONT)
}

fn prime_time(study: &Study, sums: &Sums) -> Vec<Wanted> {
    if !study.codebook.dayparts.iter().any(|daypart| daypart.own.is_prime) {
        return Vec::new();
    }
    let is_prime = |id: &str| study.codebook.dayparts.by_id(id).is_some_and(|daypart| daypart.own.is_prime);
    of_coded("prime-time", sums, is_prime)
}

fn mean_positions(ground: &Ground<'_>) -> Result<Vec<Figure>, Failure> {
    let part = Part::Of(ground.who, Dimension::Position);
    let n_items = ground.items(part)?;
    let mut figures = Vec::new();
    for (group, sums) in ground.item_sums(part)? {
        let actor = group.1.last().cloned().unwrap_or_default();
        if !ground.listed().contains(&actor.as_str()) || !ground.request.shows(ground.study, &actor) {
            continue;
        }
        let coded = sums.parts.iter().enumerate().filter_map(|(part, id)| Some((part, id.parse::<i64>().ok()?)));
        let above: Vec<(usize, i64)> = coded.collect();
        let below = above.iter().map(|(part, _)| *part).collect();
        let (measure, of, form, range) = ("mean-position", String::new(), Form::Number(1), Range::Any);
        let wanted = Wanted { measure, of, form, range, ratio: Ratio { above, below } };
        let n_items = n_items.get(&group).copied().unwrap_or(0);
        let of_group = (&group.1[..group.1.len() - 1], actor.as_str());
        let mut found = of_actor(ground, &group.0, of_group, &sums, (n_items, vec![wanted]));
        for figure in &mut found {
            let [above, below] = [figure.estimate.numerator, figure.estimate.denominator].map(Amount::whole);
            figure.estimate.numerator = Amount::new(Unit::Count, above);
            figure.estimate.denominator = Amount::new(Unit::Count, below);
        }
        figures.extend(found);
    }
    Ok(figures)
}
