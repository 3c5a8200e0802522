//! Figures in one table, whatever the measure: the form in which they are printed.

use super::key::escaped;
use super::{Dimension, Estimate, ShareTable, Who};
use crate::study::Study;
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
            who,
            figures: self.rows.iter().map(figure).collect(),
            notes: Vec::new(),
        }
    }
}
