//! One share under every declared pool and weighting: what the choice of a denominator does to a figure.
//!
//! In: a tally and a study. Out: per (quantity, group, actor) its `share` under each pool that lists it and each weighting
//! (pooled, mean, and weighted where the pool declares weights), named `pool:weighting`; its `rank` there, 1 for the
//! largest, ties sharing the better one; and `range`, the largest less the smallest, in points. A rank that changes is
//! noted. Zero: a pool without coverage in a group gives no figure.

use std::collections::BTreeMap;

use super::figure::{Figure, FigureTable, Form};
use super::select::Failure;
use super::{Condition, MeasureRequest, ShareRow, Status, share};
use crate::study::{Pool, Study, Weighting};
use crate::tally::Tally;
use crate::unit::Share;
use crate::wording::{Message, Said};

/// The same actor in the same group.
type Cell = (String, Vec<String>, String);

/// Computes the table.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn pools(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let mut cells: BTreeMap<Cell, Vec<(String, usize, ShareRow)>> = BTreeMap::new();
    let mut order: Vec<Cell> = Vec::new();
    let mut unfiltered = request.clone();
    unfiltered.conditions.retain(|condition| !Condition::is_of_rows_shown(condition));
    for pool in &study.pools {
        for weighting in weightings(pool) {
            let name = format!("{}:{}", pool.id, weighting.word());
            let mut pool = pool.clone();
            pool.weighting = weighting;
            let table = share(tally, study, &MeasureRequest { pool: &pool, ..unfiltered.clone() })?;
            for (_, _, rows) in table.groups() {
                for row in rows.iter().filter(|row| request.shows(study, &row.actor)) {
                    let better = rows.iter().filter(|other| other.estimate.share > row.estimate.share).count();
                    let cell = (row.quantity.clone(), row.group.clone(), row.actor.clone());
                    if !cells.contains_key(&cell) {
                        order.push(cell.clone());
                    }
                    cells.entry(cell).or_default().push((name.clone(), better + 1, (*row).clone()));
                }
            }
        }
    }
    let mut notes = Vec::new();
    let mut figures = Vec::new();
    for cell in &order {
        let variants = &cells[cell];
        notes.extend(rank_change(study, cell, variants));
        figures.extend(of_cell(study, variants));
    }
    let pool = request.pool;
    let (by, scope, who, weighting) = (request.dimensions(), request.scope(), request.who(), pool.weighting.word());
    Ok(FigureTable { measure: "pools", pool: pool.id.clone(), weighting, by, scope, who, figures, notes })
}

fn weightings(pool: &Pool) -> Vec<Weighting> {
    let declared = Some(pool.weighting.clone()).filter(|weighting| matches!(weighting, Weighting::Weighted { .. }));
    [Weighting::Pooled, Weighting::Mean].into_iter().chain(declared).collect()
}

fn of_cell(study: &Study, variants: &[(String, usize, ShareRow)]) -> Vec<Figure> {
    let figure = |row: &ShareRow, measure, of: &str, form| Figure {
        measure,
        quantity: row.quantity.clone(),
        group: row.group.clone(),
        actor: row.actor.clone(),
        of: of.to_owned(),
        form,
        estimate: row.estimate.clone(),
        number: None,
    };
    let mut figures = Vec::new();
    for (name, rank, row) in variants {
        figures.push(figure(row, "share", name, Form::Percent));
        let mut ranked = figure(row, "rank", name, Form::Number(0));
        (ranked.estimate.interval, ranked.estimate.percent) = (None, None);
        let has_share = ranked.estimate.share.take().is_some();
        if has_share {
            ranked.estimate.status = Status::Stated;
        }
        ranked.number = u32::try_from(*rank).ok().map(f64::from).filter(|_| has_share);
        figures.push(ranked);
    }
    let shares: Vec<&Share> = variants.iter().filter_map(|(_, _, row)| row.estimate.share.as_ref()).collect();
    if let (Some(low), Some(high)) = (shares.iter().min(), shares.iter().max()) {
        let mut range = figure(&variants[0].2, "range", "", Form::Points);
        let width = high.minus(low);
        range.estimate.percent = Some(study.rounding.percent(&width));
        (range.estimate.share, range.estimate.interval, range.estimate.status) = (Some(width), None, Status::Stated);
        figures.push(range);
    }
    figures
}

/// A rank that is not the same everywhere is a finding.
fn rank_change(study: &Study, cell: &Cell, variants: &[(String, usize, ShareRow)]) -> Option<Message> {
    let stated: Vec<_> = variants.iter().filter(|(_, _, row)| row.estimate.share.is_some()).collect();
    let best = stated.iter().min_by_key(|(_, rank, _)| *rank)?;
    let worst = stated.iter().max_by_key(|(_, rank, _)| *rank)?;
    let (quantity, group, actor) = cell;
    let quantity = study.quantity(quantity).map_or(quantity.as_str(), |q| q.name.in_language(&study.languages.main));
    let place: String =
        std::iter::once(quantity).chain(group.iter().map(String::as_str)).collect::<Vec<_>>().join(", ");
    let name = study.codebook.actors.label(actor, &study.languages.main);
    (best.1 != worst.1).then(|| {
        let (first, last) = (best.1.into(), worst.1.into());
        let under = |variant: &str| Said::from(variant);
        Message::new(
            "note-rank-changes",
            vec![
                ("place", place.into()),
                ("actor", name.into()),
                ("rank", first),
                ("pool", under(&best.0)),
                ("otherrank", last),
                ("otherpool", under(&worst.0)),
            ],
        )
    })
}
