//! Chapter 8: what changed from period to period, and the cumulative shares.

use super::compose::Draft;
use super::sentences::is_measurable;
use crate::measure::{Dimension, Figure, FigureTable, Form};
use crate::study::Study;
use crate::table::{Alignment, DASH, Table, actor_line, interval_words, percent_number, place, points};
use crate::wording::say;

pub(super) fn over_time(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("change", &say!(study, "report-chapter-change"));
    let Some(changes) = draft.changes else {
        draft.paragraph(say!(study, "report-no-periods"));
        return;
    };
    draft.paragraph(say!(study, "report-when-a-change"));
    let is_first = draft.period.is_some_and(|period| draft.whole.periods.iter().all(|other| period.from <= other.from));
    if is_first {
        draft.paragraph(say!(study, "report-first-period"));
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

fn printed(study: &Study, figure: Option<&Figure>) -> String {
    let percent = figure.and_then(|figure| figure.estimate.percent);
    percent.map_or_else(|| DASH.to_owned(), |percent| percent_number(study, percent))
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
        let difference = change.and_then(|change| change.estimate.percent).map(|percent| points(study, percent));
        vec![
            actor_line(study, id),
            printed(study, cell(changes, which, ("share", before, id))),
            printed(study, cell(changes, which, ("share", period, id))),
            difference.unwrap_or_else(|| DASH.to_owned()),
            interval.map_or_else(|| DASH.to_owned(), |interval| interval_words(study, Form::Points, &interval)),
            if change.is_none() {
                String::new()
            } else if is_measurable(interval.as_ref()) {
                say!(study, "report-changed")
            } else {
                say!(study, "report-no-measurable-change")
            },
            printed(study, cell(changes, which, ("cumulative", period, id))),
        ]
    });
    let place = place(study, &[Dimension::Medium], &[which.1.to_owned()]);
    Table {
        caption: say!(study, "report-shares-of-period", place = place),
        columns: vec![
            (say!(study, "heading-actor"), Left),
            (say!(study, "report-heading-before"), Right),
            (say!(study, "report-heading-this-period"), Right),
            (say!(study, "report-heading-change"), Right),
            (say!(study, "report-heading-interval"), Right),
            (say!(study, "report-heading-verdict"), Left),
            (say!(study, "report-heading-so-far"), Right),
        ],
        rows: rows.collect(),
        note: Some(say!(study, "report-unrounded")),
    }
}

/// The shares of every period, and of all.
fn of_all(draft: &Draft<'_>, changes: &FigureTable, which: (&str, &str)) -> Table {
    let study = draft.study;
    let mut periods: Vec<_> = draft.whole.periods.iter().collect();
    periods.sort_by_key(|period| period.from);
    let heading = |id: &str| say!(study, "heading-percent-of", name = Dimension::Period.label(id, study));
    let mut columns = vec![(say!(study, "heading-actor"), Alignment::Left)];
    columns.extend(periods.iter().map(|period| (heading(&period.id), Alignment::Right)));
    columns.push((say!(study, "report-heading-all"), Alignment::Right));
    let last = periods.last().map(|period| period.id.as_str()).unwrap_or_default();
    let rows = actors(changes, which).into_iter().map(|id| {
        let shares = periods.iter().map(|period| {
            let change = cell(changes, which, ("change", &period.id, id));
            let is_change = is_measurable(change.and_then(|change| change.estimate.interval).as_ref());
            let share = printed(study, cell(changes, which, ("share", &period.id, id)));
            if is_change { format!("{share} *") } else { share }
        });
        let all = printed(study, cell(changes, which, ("cumulative", last, id)));
        std::iter::once(actor_line(study, id)).chain(shares).chain([all]).collect()
    });
    let place = place(study, &[Dimension::Medium], &[which.1.to_owned()]);
    Table {
        caption: say!(study, "report-shares-of-periods", place = place),
        columns,
        rows: rows.collect(),
        note: Some(say!(study, "report-marked-change")),
    }
}
