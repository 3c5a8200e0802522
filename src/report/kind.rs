//! The kinds of report: which chapters they have, and what their first line says.

use chrono::NaiveDate;

use crate::study::{Period, Study};
use crate::wording::say;

/// A kind of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first days: key findings, what was monitored, the overview.
    Preliminary,
    /// One period: beside it the one before and the cumulative shares.
    Interim,
    /// Everything.
    Final,
    /// For a regulator: tables only, in seconds, with every sum.
    Audit,
}

impl Kind {
    /// Every kind with its word.
    pub const WORDS: [(&'static str, Kind); 4] = [
        ("preliminary", Kind::Preliminary),
        ("interim", Kind::Interim),
        ("final", Kind::Final),
        ("audit", Kind::Audit),
    ];

    /// `preliminary`, `interim`, `final` or `audit`.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, kind)| *kind == self);
        found.expect("invariant: WORDS names every kind").0
    }

    /// Has it figures at all?
    pub(super) fn has_figures(self) -> bool {
        self != Kind::Audit
    }

    /// What the first line says: `Preliminary: 14 of 28 days`.
    pub(super) fn status(self, study: &Study, whole: &Study, period: Option<&Period>) -> String {
        let (n_days, of) = (study.window.n_days(), whole.window.n_days());
        let language = &study.languages.main;
        match (self, period) {
            (Kind::Preliminary, _) => say!(study, "kind-preliminary", n = n_days, of = of),
            (Kind::Interim, Some(period)) => {
                let mut periods: Vec<(NaiveDate, &str)> =
                    whole.periods.iter().map(|period| (period.from, period.id.as_str())).collect();
                periods.sort_unstable();
                let place = periods.iter().position(|(_, id)| *id == period.id).map_or(0, |place| place + 1);
                let name = period.name.in_language(language);
                say!(study, "kind-interim-period", period = name, n = place, of = periods.len())
            }
            (Kind::Interim, None) => say!(study, "kind-interim", n = n_days, of = of),
            (Kind::Audit, Some(period)) => say!(study, "kind-audit-period", period = period.name.in_language(language)),
            (Kind::Audit, None) => say!(study, "kind-audit"),
            (Kind::Final, Some(period)) => say!(study, "kind-final-period", period = period.name.in_language(language)),
            (Kind::Final, None) => say!(study, "kind-final"),
        }
    }
}
