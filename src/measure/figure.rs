//! Figures in one table, whatever the measure: the form in which they are printed.

use super::{Dimension, Estimate, ShareTable, Who};

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
    pub notes: Vec<String>,
}

impl FigureTable {
    /// The stable key of a figure: measure, pool, quantity, group, actor, and what else it is of.
    pub fn key(&self, figure: &Figure) -> String {
        let dash = |value: &str| if value.is_empty() { "-".to_owned() } else { value.to_owned() };
        let mut parts = vec![figure.measure.to_owned(), self.pool.clone(), figure.quantity.clone()];
        parts.extend(figure.group.iter().map(|value| dash(value)));
        parts.push(dash(&figure.actor));
        parts.extend(Some(figure.of.clone()).filter(|of| !of.is_empty()));
        parts.join("/")
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
