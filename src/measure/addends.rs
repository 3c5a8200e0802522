//! Addends: the sums by outlet, day and actor that add up to every amount of a pool.
//!
//! In: a tally and a pool. Out: one row per (quantity, medium, ownership, outlet, day or period, actor) with coverage, its amount
//! in whole milliseconds, mm² or appearances, sorted in the study's own order. Zero: what has no coverage has no row.

use polars::prelude::{DataType, IntoLazy as _, col};

use super::select::{Failure, Selection, day_of};
use super::sums::{Part, Request, Who, days};
use super::{Dimension, MeasureRequest};
use crate::study::{Pool, Study};
use crate::tally::{Tally, key, texts};
use crate::unit::Amount;

/// One sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addend {
    /// Id of the quantity.
    pub quantity: String,
    /// Word of the medium.
    pub medium: String,
    /// The owner's word; empty where none is stated.
    pub ownership: String,
    /// Id of the outlet.
    pub outlet: String,
    /// The day, `2011-12-03`, or the id of a statement's period.
    pub time: String,
    /// Id of the actor it counts for.
    pub actor: String,
    /// The amount.
    pub amount: Amount,
}

/// The addends of a pool.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn addends(tally: &Tally, study: &Study, pool: &Pool) -> Result<Vec<Addend>, Failure> {
    let asked = MeasureRequest::new(pool, &[Dimension::Medium, Dimension::Ownership, Dimension::Outlet]);
    let request =
        Request { pool, by: asked.by.clone(), part: Part::Who(Who::Actor), conditions: asked.conditions.clone() };
    let keys = [
        key::QUANTITY,
        Dimension::Medium.column(),
        Dimension::Ownership.column(),
        key::OUTLET,
        key::DATE,
        key::PERIOD,
        Who::Actor.column(),
    ];
    let rows = Selection::new(tally, study, false).appearances(&request)?.lazy();
    let summed = rows.group_by(keys.map(col)).agg([col(key::AMOUNT).sum()]).collect()?;
    let amounts = summed.column(key::AMOUNT)?.cast(&DataType::Int64)?;
    let amounts: Vec<i64> = amounts.i64()?.iter().flatten().collect();
    let column = |name: &str| texts(&summed, name);
    let (quantities, media, owners) = (column(keys[0])?, column(keys[1])?, column(keys[2])?);
    let (outlets, periods, actors) = (column(keys[3])?, column(keys[5])?, column(keys[6])?);
    let dates = days(&summed)?;
    let row = |at: usize| {
        let unit = study.quantity(&quantities[at]).expect("invariant: ingest resolves quantities").unit;
        let day = dates[at].and_then(day_of).map(|day| day.to_string());
        Addend {
            quantity: quantities[at].clone(),
            medium: media[at].clone(),
            ownership: owners[at].clone(),
            outlet: outlets[at].clone(),
            time: day.unwrap_or_else(|| periods[at].clone()),
            actor: actors[at].clone(),
            amount: Amount::new(unit, amounts[at]),
        }
    };
    let mut addends: Vec<Addend> = (0..amounts.len()).map(row).collect();
    let codebook = &study.codebook;
    addends.sort_by_cached_key(|addend| {
        let quantity = study.quantities.iter().position(|known| known.id == addend.quantity);
        (quantity, codebook.outlets.rank(&addend.outlet), addend.time.clone(), codebook.actors.rank(&addend.actor))
    });
    Ok(addends)
}
