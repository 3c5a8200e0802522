//! The calendar: what became of every day of every outlet.
//!
//! In: a tally and the monitoring calendar of a study. Out: a row per outlet in the order of the codebook, with a state for each
//! day of the window. Zero: without a calendar a day without rows is unknown, not lost and not silent.

use std::collections::BTreeSet;

use super::ledger::{has_calendar, hours_of};
use super::select::{Failure, day_of};
use super::sums::days;
use crate::study::Study;
use crate::tally::{Tally, key, texts};

/// What became of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recording {
    /// Recorded, and something was coded.
    Covered,
    /// Recorded, and nothing was found.
    Silent,
    /// Recorded in part.
    Part,
    /// Planned, and not recorded.
    Lost,
    /// Not planned.
    Unplanned,
    /// Without rows, and nobody says whether it was recorded.
    Unknown,
}

/// One outlet's days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRow {
    /// Id of the outlet.
    pub outlet: String,
    /// One for each day of the window.
    pub days: Vec<Recording>,
}

/// The calendar of every outlet.
///
/// Errors: [`Failure`] where the tally is not one of this study.
pub fn calendar(tally: &Tally, study: &Study) -> Result<Vec<CalendarRow>, Failure> {
    let frame = tally.appearances();
    let dates = days(frame)?.into_iter().map(|day| day.and_then(day_of));
    let coded: BTreeSet<_> = texts(frame, key::OUTLET)?.into_iter().zip(dates).collect();
    let rows = study.codebook.outlets.ids().into_iter().map(|outlet| {
        let state = |day| {
            let is_coded = coded.contains(&(outlet.to_owned(), Some(day)));
            if !has_calendar(study) {
                return if is_coded { Recording::Covered } else { Recording::Unknown };
            }
            let hours = hours_of(study, outlet, day);
            match (hours.planned, hours.recorded()) {
                (0, _) => Recording::Unplanned,
                (_, 0) => Recording::Lost,
                _ if hours.lost > 0 => Recording::Part,
                _ if is_coded => Recording::Covered,
                _ => Recording::Silent,
            }
        };
        CalendarRow { outlet: outlet.to_owned(), days: study.window.days().map(state).collect() }
    });
    Ok(rows.collect())
}
