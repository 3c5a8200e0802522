//! The figure of what was recorded: every day of every outlet.

use chrono::{Datelike as _, Weekday};

use super::drawing::{Drawing, Failure, Figure, Said};
use super::matrix_figure::{grouped, heading};
use crate::chart::{CalendarChart, CalendarOutlet};
use crate::measure::{CalendarRow, Dimension, LedgerRow, Recording};
use crate::study::Study;
use crate::table::{Alignment, Table, counted, harmless, losses};
use crate::wording::say;

/// Every state in the order of the key, and its word for machines, which is also its message behind `calendar-`.
const STATES: [(Recording, &str); 6] = [
    (Recording::Covered, "covered"),
    (Recording::Silent, "silent"),
    (Recording::Part, "part"),
    (Recording::Lost, "lost"),
    (Recording::Unplanned, "unplanned"),
    (Recording::Unknown, "unknown"),
];

fn state(recording: Recording) -> &'static str {
    let found = STATES.iter().find(|(known, _)| *known == recording);
    found.map(|(_, word)| *word).expect("invariant: STATES names every state")
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
        let name = Dimension::Outlet.label(&row.outlet, study);
        (
            heading(study, medium, &row.outlet),
            CalendarOutlet { name, days: row.days.clone(), total: total(study, row, ledger) },
        )
    };
    let is_there = |recording: Recording| calendar.iter().any(|row| row.days.contains(&recording));
    let key = STATES.iter().map(|(recording, _)| *recording).filter(|recording| is_there(*recording));
    let labels = study.window.days().map(|day| (study.wording.short_day(day), day.weekday() == Weekday::Mon));
    let chart = CalendarChart {
        lettering: drawing.lettering(&stem, said(study, calendar, ledger)),
        days: labels.collect(),
        groups: grouped(calendar.iter().map(row)),
        key: key.map(|recording| (recording, words_of(study, recording, ledger))).collect(),
        total_heading: if ledger.is_empty() {
            say!(study, "calendar-days-with-rows")
        } else {
            say!(study, "calendar-days-recorded")
        },
    };
    drawing.drawn(&chart.scene(drawing.look), stem, csv(study, calendar), numbers(study, (calendar, ledger), &chart))
}

/// Without a calendar nobody says what was recorded.
fn words_of(study: &Study, recording: Recording, ledger: &[LedgerRow]) -> String {
    let is_coded_only = recording == Recording::Covered && ledger.is_empty();
    if is_coded_only {
        say!(study, "calendar-coded-rows")
    } else {
        say!(study, &format!("calendar-{}", state(recording)))
    }
}

/// `10 of 11`
fn total(study: &Study, row: &CalendarRow, ledger: &[LedgerRow]) -> String {
    let (n, all) = match ledger.iter().find(|line| line.outlet == row.outlet) {
        Some(line) => (line.n_planned - line.n_lost, line.n_planned),
        None => (row.days.iter().filter(|day| **day == Recording::Covered).count(), row.days.len()),
    };
    say!(study, "calendar-total", n = n, all = all)
}

fn said(study: &Study, calendar: &[CalendarRow], ledger: &[LedgerRow]) -> Said {
    let dates = (study.window.from, study.window.to);
    let n_lost: usize = ledger.iter().map(|line| line.n_lost).sum();
    let (title, base) = match (ledger.is_empty(), n_lost) {
        (true, _) => ("calendar-title-coded", "calendar-base-unknown"),
        (false, 0) => ("calendar-title-recorded", "calendar-base"),
        (false, _) => ("calendar-title", "calendar-base"),
    };
    let losses = losses(study, |loss| study.window.from <= loss.date && loss.date <= study.window.to);
    let losses = if losses.is_empty() {
        String::new()
    } else {
        say!(study, "calendar-losses", losses = study.wording.semicolons(&losses))
    };
    let totals = calendar.iter().map(|row| {
        let (outlet, total) = (Dimension::Outlet.label(&row.outlet, study), total(study, row, ledger));
        say!(study, "calendar-of-outlet", outlet = outlet, total = total)
    });
    let totals = study.wording.commas(&totals.collect::<Vec<_>>());
    let outlets = counted(study, calendar.len(), "outlet");
    Said {
        title: say!(study, title),
        subtitle: vec![say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)],
        notes: vec![say!(study, base), losses],
        named: Vec::new(),
        brief: say!(study, "calendar-brief"),
        alt: say!(study, "calendar-alt", outlets = totals, dates = dates),
    }
}

fn csv(study: &Study, calendar: &[CalendarRow]) -> String {
    let mut out = String::from("outlet,name,day,state\n");
    for row in calendar {
        let name = harmless(&Dimension::Outlet.label(&row.outlet, study)).replace('"', "\"\"");
        for (day, recording) in study.window.days().zip(&row.days) {
            out += &format!("{},\"{name}\",{day},{}\n", row.outlet, state(*recording));
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
    let names = there.iter().map(|recording| (words_of(study, *recording, ledger), Right));
    let columns = std::iter::once((say!(study, "heading-outlet"), Left)).chain(names).collect();
    let rows = calendar.iter().map(|row| {
        let n = |recording: &Recording| {
            let n = row.days.iter().filter(|day| *day == recording).count();
            study.wording.number(&n.to_string())
        };
        std::iter::once(Dimension::Outlet.label(&row.outlet, study)).chain(there.iter().map(n)).collect()
    });
    Table {
        caption: say!(study, "calendar-numbers", title = &chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
