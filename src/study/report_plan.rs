//! What the report shows.

use chrono::NaiveDate;

use super::Pool;
use crate::codebook::{Codebook, Medium};
use crate::declaration::Table;

/// What the report shows: its main pool, the pools it sets side by side, the actor it looks at.
#[derive(Debug, Clone)]
pub struct ReportPlan {
    /// The pool of every section that names no other.
    pub pool: String,
    /// The pools set side by side on the first page.
    pub compare: Vec<String>,
    /// The medium the first page begins with; without one, the first that has coverage.
    pub medium: Option<Medium>,
    /// The actor drawn in the focus colour; without one, the largest share of each chart.
    pub focus: Option<String>,
    /// The report's own version: `1.0`.
    pub version: Option<String>,
    /// The day of issue, as the publisher states it.
    pub date: Option<NaiveDate>,
    /// Under which licence it is published.
    pub licence: Option<String>,
}

/// What was corrected since an earlier version of the report.
#[derive(Debug, Clone)]
pub struct Correction {
    /// When.
    pub date: NaiveDate,
    /// What, and why.
    pub what: String,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

impl Correction {
    pub(super) fn read(table: &Table<'_>) -> Option<Correction> {
        let date = table.require("date", table.date("date"));
        let what = table.require("what", table.text("what"));
        let [old, new] = ["old", "new"].map(|key| table.text(key).map(|text| text.value));
        Some(Correction { date: date?.value, what: what?.value, old, new })
    }
}

impl ReportPlan {
    /// Without a `[report]` table: the first pool, and all pools side by side.
    pub(super) fn read(table: Option<&Table<'_>>, pools: &[Pool], codebook: &Codebook) -> ReportPlan {
        let ids: Vec<&str> = pools.iter().map(|pool| pool.id.as_str()).collect();
        let first = ids.first().map(|id| (*id).to_owned()).unwrap_or_default();
        let all: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let Some(table) = table else {
            return ReportPlan {
                pool: first,
                compare: all,
                medium: None,
                focus: None,
                version: None,
                date: None,
                licence: None,
            };
        };
        let mut compare = Vec::new();
        for pool in table.texts("compare") {
            if !ids.contains(&pool.value.as_str()) {
                table.document().report_unknown(pool.span, "pool", &pool.value, &ids);
            } else {
                compare.push(pool.value);
            }
        }
        let pool = table.text("pool");
        if let Some(pool) = pool.as_ref().filter(|pool| !ids.contains(&pool.value.as_str())) {
            table.document().report_unknown(pool.span.clone(), "pool", &pool.value, &ids);
        }
        let focus = table.text("focus");
        if let Some(focus) = focus.as_ref().filter(|focus| codebook.actors.by_id(&focus.value).is_none()) {
            table.document().report_unknown(focus.span.clone(), "actor", &focus.value, &codebook.actors.ids());
        }
        ReportPlan {
            pool: pool.map_or(first, |pool| pool.value),
            compare: if compare.is_empty() { all } else { compare },
            medium: table.choice("medium", &Medium::WORDS),
            focus: focus.map(|focus| focus.value),
            version: table.text("version").map(|version| version.value),
            date: table.date("date").map(|date| date.value),
            licence: table.text("licence").map(|licence| licence.value),
        }
    }
}
