//! Chapter 8: what changed from period to period, and the cumulative shares.

use super::compose::Draft;
use super::sentences::is_measurable;
use crate::measure::{Dimension, Figure, FigureTable, Form};
use crate::table::{Alignment, Table, actor_line, capitalised, interval_words, place};

pub(super) fn over_time(draft: &mut Draft<'_>) {
    draft.chapter("change", "8 Change over time");
    let Some(changes) = draft.changes else {
        draft.paragraph(
            "The study has no periods that follow each other: nothing is compared. A [[period]] in study.toml declares each.",
        );
        return;
    };
    draft.paragraph(
        "A change is said to be one only where its interval leaves out zero; the others are within what varies from day to day.",
    );
    let is_first = draft.period.is_some_and(|period| draft.whole.periods.iter().all(|other| period.from <= other.from));
    if is_first {
        draft.paragraph("It is the first period: there is none before it.");
        return;
    }
    for (quantity, medium) in groups(changes) {
        let table = match draft.period {
            Some(period) => of_period(draft, changes, (&quantity, &medium), &period.id),
            None => of_all(draft, changes, (&quantity, &medium)),
        };
        draft.table(table);
    }
}

fn groups(changes: &FigureTable) -> Vec<(String, String)> {
    let mut groups: Vec<(String, String)> = Vec::new();
    for figure in changes.figures.iter().filter(|figure| !figure.actor.is_empty()) {
        let group = (figure.quantity.clone(), figure.group[0].clone());
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

/// The cells of a group, by measure, period and actor.
fn cell<'f>(
    changes: &'f FigureTable,
    (quantity, medium): (&str, &str),
    (measure, period, actor): (&str, &str, &str),
) -> Option<&'f Figure> {
    changes.figures.iter().find(|figure| {
        figure.measure == measure
            && figure.quantity == quantity
            && figure.group[0] == medium
            && figure.group.last().is_some_and(|at| at == period)
            && figure.actor == actor
    })
}

fn actors<'f>(changes: &'f FigureTable, (quantity, medium): (&str, &str)) -> Vec<&'f str> {
    let mut ids: Vec<&str> = Vec::new();
    for figure in changes.figures.iter().filter(|figure| figure.quantity == quantity && figure.group[0] == medium) {
        if !figure.actor.is_empty() && !ids.contains(&figure.actor.as_str()) {
            ids.push(&figure.actor);
        }
    }
    ids
}

fn printed(figure: Option<&Figure>) -> String {
    let percent = figure.and_then(|figure| figure.estimate.percent);
    percent.map_or_else(|| "–".to_owned(), |percent| percent.to_string())
}

/// This period, the one before, the change between them, and the shares so far.
fn of_period(draft: &Draft<'_>, changes: &FigureTable, which: (&str, &str), period: &str) -> Table {
    use Alignment::{Left, Right};
    let study = draft.study;
    let mut periods: Vec<_> = draft.whole.periods.iter().collect();
    periods.sort_by_key(|period| period.from);
    let at = periods.iter().position(|known| known.id == period).unwrap_or(0);
    let before = at.checked_sub(1).map(|before| periods[before].id.as_str()).unwrap_or_default();
    let rows = actors(changes, which).into_iter().map(|id| {
        let change = cell(changes, which, ("change", period, id));
        let interval = change.and_then(|change| change.estimate.interval);
        let points = change.and_then(|change| change.estimate.percent).map(|points| points.signed());
        vec![
            actor_line(study, id),
            printed(cell(changes, which, ("share", before, id))),
            printed(cell(changes, which, ("share", period, id))),
            points.unwrap_or_else(|| "–".to_owned()),
            interval.map_or_else(|| "–".to_owned(), |interval| interval_words(study, Form::Points, &interval)),
            if change.is_none() {
                String::new()
            } else if is_measurable(interval.as_ref()) {
                "changed".to_owned()
            } else {
                "no measurable change".to_owned()
            },
            printed(cell(changes, which, ("cumulative", period, id))),
        ]
    });
    let place = place(study, &[Dimension::Medium], &[which.1.to_owned()]);
    Table {
        caption: capitalised(&format!("shares {place}: the period before, this one, and so far")),
        columns: [
            ("Actor", Left),
            ("Before, %", Right),
            ("This period, %", Right),
            ("Change, points", Right),
            ("Interval", Right),
            ("Verdict", Left),
            ("So far, %", Right),
        ]
        .map(|(name, alignment)| (name.to_owned(), alignment))
        .into(),
        rows: rows.collect(),
        note: Some("Differences are of unrounded shares.".to_owned()),
    }
}

/// The shares of every period, and of all.
fn of_all(draft: &Draft<'_>, changes: &FigureTable, which: (&str, &str)) -> Table {
    let study = draft.study;
    let mut periods: Vec<_> = draft.whole.periods.iter().collect();
    periods.sort_by_key(|period| period.from);
    let name = |id: &str| Dimension::Period.label(id, study).to_owned();
    let mut columns = vec![("Actor".to_owned(), Alignment::Left)];
    columns.extend(periods.iter().map(|period| (format!("{}, %", name(&period.id)), Alignment::Right)));
    columns.push(("All, %".to_owned(), Alignment::Right));
    let last = periods.last().map(|period| period.id.as_str()).unwrap_or_default();
    let rows = actors(changes, which).into_iter().map(|id| {
        let shares = periods.iter().map(|period| {
            let change = cell(changes, which, ("change", &period.id, id));
            let is_change = is_measurable(change.and_then(|change| change.estimate.interval).as_ref());
            let share = printed(cell(changes, which, ("share", &period.id, id)));
            if is_change { format!("{share} *") } else { share }
        });
        let all = printed(cell(changes, which, ("cumulative", last, id)));
        std::iter::once(actor_line(study, id)).chain(shares).chain([all]).collect()
    });
    let place = place(study, &[Dimension::Medium], &[which.1.to_owned()]);
    Table {
        caption: capitalised(&format!("shares {place}, period by period")),
        columns,
        rows: rows.collect(),
        note: Some("* The change from the period before has an interval that leaves out zero.".to_owned()),
    }
}
