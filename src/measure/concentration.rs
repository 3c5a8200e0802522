//! Concentration: how few actors hold the coverage of a group.
//!
//! In: a tally. Out: per (quantity, group) the indices of its shares, from `indices.rs`: `hhi`, `hhi-normalised`,
//! `effective-number`, `effective-number-entropy` (`exp H`), `entropy` in nats, `evenness`, `gini`, `atkinson` with an aversion
//! of 0.5, `comprehensive-concentration`, `largest-share`, and
//! against equal shares `loosemore-hanby` and `gallagher`. Actors without coverage count among the actors.
//! Zero: a group without coverage has no index. No interval is given for an index.

use super::figure::{Figure, FigureTable, Form};
use super::indices::{
    atkinson, comprehensive_concentration, effective_number, entropy, evenness, gallagher, gini, herfindahl, largest,
    loosemore_hanby, normalised_herfindahl,
};
use super::select::Failure;
use super::{Condition, Estimate, MeasureRequest, ShareRow, Status, share};
use crate::study::Study;
use crate::tally::Tally;

/// Computes the table.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn concentration(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    // Every actor of the pool is in an index, whichever rows are shown.
    let conditions: Vec<Condition> =
        request.conditions.iter().filter(|condition| !condition.is_of_rows_shown()).cloned().collect();
    let table = share(tally, study, &MeasureRequest { conditions, ..request.clone() })?;
    let mut figures = Vec::new();
    for (_, _, rows) in table.groups() {
        figures.extend(of_group(&rows));
    }
    let (by, scope, who, weighting) = (table.by.clone(), request.scope(), request.who(), table.weighting);
    Ok(FigureTable {
        measure: "concentration",
        pool: table.pool,
        weighting,
        by,
        scope,
        who,
        figures,
        notes: Vec::new(),
    })
}

fn of_group(rows: &[&ShareRow]) -> Vec<Figure> {
    let shares: Vec<f64> =
        rows.iter().filter_map(|row| row.estimate.share.as_ref()).map(crate::unit::Share::as_f64).collect();
    let equal: Vec<f64> = shares.iter().map(|_| equal_share(shares.len())).collect();
    let indices = [
        ("hhi", herfindahl(&shares), 4),
        ("hhi-normalised", normalised_herfindahl(&shares), 4),
        ("effective-number", effective_number(&shares), 2),
        ("effective-number-entropy", entropy(&shares).map(f64::exp), 2),
        ("entropy", entropy(&shares), 4),
        ("evenness", evenness(&shares), 4),
        ("gini", gini(&shares), 4),
        ("atkinson", atkinson(&shares, 0.5), 4),
        ("comprehensive-concentration", comprehensive_concentration(&shares), 4),
        ("largest-share", largest(&shares), 4),
        ("loosemore-hanby", loosemore_hanby(&shares, &equal), 4),
        ("gallagher", gallagher(&shares, &equal), 4),
    ];
    let first = rows[0];
    let of = |(measure, number, decimals): (&'static str, Option<f64>, u8)| index(first, measure, "", number, decimals);
    indices.into_iter().map(of).collect()
}

#[expect(clippy::cast_precision_loss, reason = "actors are counted in tens")]
fn equal_share(n: usize) -> f64 {
    1.0 / n as f64
}

/// An index of the group that a row belongs to.
pub(super) fn index(row: &ShareRow, measure: &'static str, of: &str, number: Option<f64>, decimals: u8) -> Figure {
    let whole = &row.estimate;
    let mut estimate = Estimate::new(None, whole.denominator, whole.denominator, whole.base);
    estimate.flags.clone_from(&whole.flags);
    estimate.flags.retain(|flag| *flag != super::Flag::WideInterval);
    estimate.status = match (number, whole.status) {
        (Some(_), _) => Status::Stated,
        (None, Status::Withheld | Status::NoCoverage) => whole.status,
        (None, _) => Status::Undefined,
    };
    Figure {
        measure,
        quantity: row.quantity.clone(),
        group: row.group.clone(),
        actor: String::new(),
        of: of.to_owned(),
        form: Form::Number(decimals),
        estimate,
        number,
    }
}
