//! Figures in one table, whatever the measure: the form in which they are printed.

use std::collections::BTreeMap;

use super::key::escaped;
use super::{Condition, Dimension, Estimate, ShareTable, Who};
use crate::study::Study;
use crate::unit::{Rounding, RoundingRule, Share, percent_column};
use crate::wording::Message;

/// How the value of a figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In percent, rounded as the study declares.
    Percent,
    /// In percentage points with a sign.
    Points,
    /// As a number with so many decimals.
    Number(u8),
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `tone`, `tone-balance`, `hhi` ...
    pub measure: &'static str,
    /// Id of the quantity.
    pub quantity: String,
    /// The group's values, in the order of the table's dimensions.
    pub group: Vec<String>,
    /// Id of the actor or group of actors; empty for a figure of the whole group.
    pub actor: String,
    /// What else it is of: a tone, a benchmark, another actor, a pool; empty where nothing else is.
    pub of: String,
    /// How it is printed.
    pub form: Form,
    /// Value, interval, base and status.
    pub estimate: Estimate,
    /// The value where it is no quotient of sums: an index.
    pub number: Option<f64>,
}

/// Rounds figures together that are parts of one whole, where the study's rule looks at whole columns: those of `measures` that
/// have everything but their actor in common, or, where `is_of_actor`, everything but what else they are of.
pub(super) fn round_columns(figures: &mut [Figure], rounding: Rounding, measures: &[&str], is_of_actor: bool) {
    if rounding.rule != RoundingRule::LargestRemainder {
        return;
    }
    let mut columns: BTreeMap<(&str, String, Vec<String>, String), Vec<usize>> = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| measures.contains(&figure.measure)) {
        let other = if is_of_actor { &figure.actor } else { &figure.of };
        let column = (figure.measure, figure.quantity.clone(), figure.group.clone(), other.clone());
        columns.entry(column).or_default().push(at);
    }
    for places in columns.into_values() {
        let stated = places.into_iter().filter(|at| figures[*at].estimate.percent.is_some());
        let (places, shares): (Vec<usize>, Vec<Share>) =
            stated.filter_map(|at| Some((at, figures[at].estimate.share.clone()?))).unzip();
        for (at, percent) in places.into_iter().zip(percent_column(&shares, rounding)) {
            figures[at].estimate.percent = Some(percent);
        }
    }
}

/// What a table is narrowed to beside its pool and breakdown: part of what its figures are, and of their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Values of dimensions.
    pub conditions: Vec<Condition>,
    /// Only days that were recorded whole at every outlet?
    pub common_days: bool,
}

impl Scope {
    /// The parts of a key: what the breakdown does not say anyhow. Several values before single ones, which a key's reader
    /// takes for a breakdown.
    pub(super) fn parts(&self, by: &[Dimension]) -> Vec<String> {
        let here = || self.conditions.iter().filter(|condition| !by.contains(&condition.dimension));
        let part = |condition: &Condition| {
            let values: Vec<String> = condition.values.iter().map(|value| escaped(value)).collect();
            format!("{}={}", condition.dimension.word(), values.join("+"))
        };
        let several = here().filter(|condition| condition.values.len() != 1).map(part);
        let single = here().filter(|condition| condition.values.len() == 1).map(part);
        let common = self.common_days.then(|| COMMON_DAYS.to_owned());
        common.into_iter().chain(several).chain(single).collect()
    }
}

/// The part of a key that says only common days count.
pub(super) const COMMON_DAYS: &str = "days=common";

/// Figures of one pool.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureTable {
    /// The measure asked for.
    pub measure: &'static str,
    /// Id of the pool.
    pub pool: String,
    /// `pooled`, `mean` or `weighted`.
    pub weighting: &'static str,
    /// What it is broken down by.
    pub by: Vec<Dimension>,
    /// What it is narrowed to.
    pub scope: Scope,
    /// Whose coverage it is.
    pub who: Who,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What is to be known of them.
    pub notes: Vec<Message>,
}

impl FigureTable {
    /// The stable key of a figure: measure, pool, quantity, what it is broken down by, actor, and what else it is of; in front
    /// of it the period, for a figure of one. `evenhand explain` takes it apart again.
    ///
    /// `share/editorial/area/medium=print/nur-otan`, `week-2:tone/editorial/airtime/outlet=news-24/river/negative`.
    pub fn key(&self, study: &Study, figure: &Figure) -> String {
        let mut parts = vec![figure.measure.to_owned(), self.pool.clone(), figure.quantity.clone()];
        parts.extend(self.scope.parts(&self.by));
        let group = self.by.iter().zip(&figure.group);
        parts.extend(group.map(|(dimension, value)| format!("{}={}", dimension.word(), escaped(value))));
        parts.push(escaped(&figure.actor));
        parts.extend(Some(figure.of.clone()).filter(|of| !of.is_empty()));
        let period = study.reported.as_ref().map_or_else(String::new, |period| format!("{period}:"));
        period + &parts.join("/")
    }
}

impl ShareTable {
    /// The shares as figures.
    pub fn figures(&self, who: Who) -> FigureTable {
        let figure = |row: &super::ShareRow| Figure {
            measure: "share",
            quantity: row.quantity.clone(),
            group: row.group.clone(),
            actor: row.actor.clone(),
            of: String::new(),
            form: Form::Percent,
            estimate: row.estimate.clone(),
            number: None,
        };
        FigureTable {
            measure: "share",
            pool: self.pool.clone(),
            weighting: self.weighting,
            by: self.by.clone(),
            scope: self.scope.clone(),
            who,
            figures: self.rows.iter().map(figure).collect(),
            notes: Vec::new(),
        }
    }
}
