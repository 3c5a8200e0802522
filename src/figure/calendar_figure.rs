//! The figure of what was recorded: every day of every outlet.

use chrono::{Datelike as _, Weekday};

use super::drawing::{Drawing, Failure, Figure, Said};
use super::matrix_figure::{grouped, heading};
use crate::chart::{CalendarChart, CalendarOutlet};
use crate::measure::{CalendarRow, Dimension, LedgerRow, Recording};
use crate::study::Study;
use crate::table::{Alignment, Table, counted, days, harmless, losses, short_day};

/// Every state with its words, in the order of the key, and its word for machines.
const STATES: [(Recording, &str, &str); 6] = [
    (Recording::Covered, "recorded, with coverage", "covered"),
    (Recording::Silent, "recorded, no coverage found", "silent"),
    (Recording::Part, "recorded in part", "part"),
    (Recording::Lost, "not recorded", "lost"),
    (Recording::Unplanned, "not planned", "unplanned"),
    (Recording::Unknown, "no rows; not known whether recorded", "unknown"),
];

fn state(recording: Recording) -> (&'static str, &'static str) {
    let found = STATES.iter().find(|(known, ..)| *known == recording);
    found.map(|(_, words, word)| (*words, *word)).expect("invariant: STATES names every state")
}

/// Draws the calendar of a study. The ledger is empty where the study has no monitoring calendar.
///
/// Errors: [`Failure::NothingToShow`] without outlets.
pub fn calendar_figure(
    drawing: Drawing<'_>,
    calendar: &[CalendarRow],
    ledger: &[LedgerRow],
) -> Result<Figure, Failure> {
    let study = drawing.study;
    let stem = drawing.stem_of_study("calendar");
    if calendar.is_empty() {
        return Err(Failure::NothingToShow { figure: stem, why: "the study has no outlets" });
    }
    let row = |row: &CalendarRow| {
        let entry = study.codebook.outlets.by_id(&row.outlet);
        let medium = entry.map_or("", |entry| entry.own.medium.word());
        let name = Dimension::Outlet.label(&row.outlet, study).to_owned();
        (
            heading(study, medium, &row.outlet),
            CalendarOutlet { name, days: row.days.clone(), total: total(row, ledger) },
        )
    };
    let is_there = |recording: Recording| calendar.iter().any(|row| row.days.contains(&recording));
    let key = STATES.iter().filter(|(recording, ..)| is_there(*recording));
    let labels = study.window.days().map(|day| (short_day(day), day.weekday() == Weekday::Mon));
    let chart = CalendarChart {
        lettering: drawing.lettering(&stem, said(study, calendar, ledger)),
        days: labels.collect(),
        groups: grouped(calendar.iter().map(row)),
        key: key.map(|(recording, words, _)| (*recording, words_of(*recording, words, ledger))).collect(),
        total_heading: if ledger.is_empty() { "days with rows" } else { "days recorded" }.to_owned(),
    };
    drawing.drawn(&chart.scene(drawing.look), stem, csv(study, calendar), numbers(study, (calendar, ledger), &chart))
}

/// Without a calendar nobody says what was recorded.
fn words_of(recording: Recording, words: &str, ledger: &[LedgerRow]) -> String {
    let is_coded_only = recording == Recording::Covered && ledger.is_empty();
    if is_coded_only { "coded rows".to_owned() } else { words.to_owned() }
}

/// `10 of 11`
fn total(row: &CalendarRow, ledger: &[LedgerRow]) -> String {
    match ledger.iter().find(|line| line.outlet == row.outlet) {
        Some(line) => format!("{} of {}", line.n_planned - line.n_lost, line.n_planned),
        None => {
            let n_covered = row.days.iter().filter(|day| **day == Recording::Covered).count();
            format!("{n_covered} of {}", row.days.len())
        }
    }
}

fn said(study: &Study, calendar: &[CalendarRow], ledger: &[LedgerRow]) -> Said {
    let dates = days(study.window.from, study.window.to);
    let n_outlets = i64::try_from(calendar.len()).unwrap_or(0);
    let n_lost: usize = ledger.iter().map(|line| line.n_lost).sum();
    let (title, base) = if ledger.is_empty() {
        (
            "Days with coded rows, outlet by outlet",
            "The study has no monitoring calendar: a day without rows may be a day without coverage, or one that was not recorded.",
        )
    } else if n_lost == 0 {
        (
            "Every planned day was recorded, at least in part",
            "From the study's monitoring calendar; a gap is never counted as zero.",
        )
    } else {
        ("What was recorded, outlet by outlet", "From the study's monitoring calendar; a gap is never counted as zero.")
    };
    let losses = losses(study, |loss| study.window.from <= loss.date && loss.date <= study.window.to);
    let losses = if losses.is_empty() {
        String::new()
    } else {
        format!("Not recorded, whole or in part: {}.", losses.join("; "))
    };
    let totals: Vec<String> = calendar
        .iter()
        .map(|row| format!("{} {}", Dimension::Outlet.label(&row.outlet, study), total(row, ledger)))
        .collect();
    Said {
        title: title.to_owned(),
        subtitle: vec![format!("{}, {dates}", counted(n_outlets, "outlet"))],
        notes: vec![base.to_owned(), losses],
        named: Vec::new(),
        brief: "A gap is never counted as zero.".to_owned(),
        alt: format!("Calendar of the monitored days, days with recordings or rows: {}. {dates}.", totals.join(", ")),
    }
}

fn csv(study: &Study, calendar: &[CalendarRow]) -> String {
    let mut out = String::from("outlet,name,day,state\n");
    for row in calendar {
        let name = harmless(Dimension::Outlet.label(&row.outlet, study)).replace('"', "\"\"");
        for (day, recording) in study.window.days().zip(&row.days) {
            out += &format!("{},\"{name}\",{day},{}\n", row.outlet, state(*recording).1);
        }
    }
    out
}

fn numbers(study: &Study, (calendar, ledger): (&[CalendarRow], &[LedgerRow]), chart: &CalendarChart) -> Table {
    use Alignment::{Left, Right};
    let there: Vec<Recording> = STATES
        .iter()
        .map(|(recording, ..)| *recording)
        .filter(|recording| calendar.iter().any(|row| row.days.contains(recording)))
        .collect();
    let names = there.iter().map(|recording| (words_of(*recording, state(*recording).0, ledger), Right));
    let columns = std::iter::once(("Outlet".to_owned(), Left)).chain(names).collect();
    let rows = calendar.iter().map(|row| {
        let n = |recording: &Recording| row.days.iter().filter(|day| *day == recording).count().to_string();
        std::iter::once(Dimension::Outlet.label(&row.outlet, study).to_owned()).chain(there.iter().map(n)).collect()
    });
    Table {
        caption: format!("Days of the figure: {}", chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
