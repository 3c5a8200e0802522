//! The matrix of shares: a row per outlet, a column per actor.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots, printed_percent};
use super::share_figure::sentences;
use crate::chart::{Lettering, MatrixChart, MatrixRow, STEPS};
use crate::measure::{Dimension, ShareRow, ShareTable, Status, Who};
use crate::study::{Pool, Study};
use crate::table::{Alignment, DASH, Table, actor, capitalised, counted, days_of, figure_csv, meaning};
use crate::unit::Share;
use crate::wording::say;

/// The most columns and rows of a matrix.
const MOST_ACTORS: usize = 12;
const MOST_OUTLETS: usize = 20;

/// A quantity, medium and outlet with its cells.
pub(super) type Outlet<'a> = (&'a str, &'a [String], Vec<&'a ShareRow>);

/// Draws the shares of a table by medium and outlet as a matrix.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two outlets, or more than a page reads.
pub fn matrix_figure(drawing: Drawing<'_>, table: &ShareTable) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let stem = drawing.stem("matrix", pool, &[], &[]);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    let outlets: Vec<Outlet<'_>> = table.groups();
    let n_actors = outlets.first().map_or(0, |(_, _, rows)| rows.len());
    if table.by != [Dimension::Medium, Dimension::Outlet] {
        return Err(refused("a matrix is of a table by medium and outlet"));
    }
    if outlets.len() < 2 {
        return Err(refused("a matrix of fewer than two outlets is a list"));
    }
    if outlets.len() > MOST_OUTLETS || !(2..=MOST_ACTORS).contains(&n_actors) {
        return Err(refused("a page reads at most 20 outlets and 2 to 12 actors"));
    }
    let ids: Vec<&str> = outlets[0].2.iter().map(|row| row.actor.as_str()).collect();
    let actors: Vec<String> = ids.iter().map(|id| actor(study, id).0).collect();
    let row =
        |(_, group, rows): &Outlet<'_>| (heading(study, &group[0], &group[1]), matrix_row(study, &group[1], rows));
    let groups = grouped(outlets.iter().map(row));
    let lettering = matrix_lettering(drawing, pool, (&outlets, &actors), &groups, &stem);
    let chart = MatrixChart { lettering, actors: actors.clone(), groups };
    let rows = chart.groups.iter().flat_map(|(_, rows)| rows).map(|row| {
        let cells = row.cells.iter().map(|(_, printed)| printed.clone());
        let cells: Vec<String> =
            if row.cells.is_empty() { vec![DASH.to_owned(); actors.len()] } else { cells.collect() };
        [row.label.clone()].into_iter().chain(cells).chain([row.total.clone()]).collect()
    });
    let numbers = numbers(study, &chart.lettering.title, &actors, rows.collect());
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &table.figures(Who::Actor)), numbers)
}

fn matrix_lettering(
    drawing: Drawing<'_>,
    pool: &Pool,
    (outlets, actors): (&[Outlet<'_>], &[String]),
    groups: &[(String, Vec<MatrixRow>)],
    stem: &str,
) -> Lettering {
    let study = drawing.study;
    let pool_name = pool.name.in_language(&study.languages.main);
    let dates = days_of(study, pool, &[], &[]);
    let rows = groups.iter().flat_map(|(_, rows)| rows);
    let said = rows.map(|row| said(study, actors, row)).collect::<Vec<_>>().join("; ");
    let n_outlets = counted(study, outlets.len(), "outlet");
    let steps = study.wording.list(&STEPS.map(|step| step.to_string()));
    drawing.lettering(
        stem,
        Said {
            title: capitalised(&say!(study, "matrix-title", pool = pool_name)),
            subtitle: vec![
                say!(study, "matrix-subtitle"),
                capitalised(&say!(study, "chart-outlets-and-dates", outlets = n_outlets, dates = dates)),
            ],
            notes: vec![
                say!(study, "matrix-base") + &drawing.included(pool),
                sentences(&[say!(study, "matrix-steps", steps = steps), rounding(study, outlets)]),
                care_without_dots(
                    study,
                    outlets.iter().flat_map(|(.., rows)| rows).flat_map(|row| &row.estimate.flags),
                ),
                agreement_words(study, drawing.reliability, &["actor"]),
            ],
            named: Vec::new(),
            brief: say!(study, "matrix-brief"),
            alt: say!(study, "matrix-alt", pool = pool_name, outlets = said, dates = dates),
        },
    )
}

/// Rows under their headings, in the order in which these first occur.
pub(super) fn grouped<T>(rows: impl Iterator<Item = (String, T)>) -> Vec<(String, Vec<T>)> {
    let mut groups: Vec<(String, Vec<T>)> = Vec::new();
    for (heading, row) in rows {
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, known)) => known.push(row),
            None => groups.push((heading, vec![row])),
        }
    }
    groups
}

/// `State television`
pub(super) fn heading(study: &Study, medium: &str, outlet: &str) -> String {
    let owner = study.codebook.outlets.by_id(outlet).and_then(|outlet| outlet.own.ownership.clone());
    let medium_name = study.wording.word("medium", medium);
    let Some(owner) = owner else { return capitalised(&medium_name) };
    let owner_name = study.wording.word("ownership", &owner);
    capitalised(&say!(
        study,
        "matrix-owner-and-medium",
        owner = owner_name,
        ownerid = owner,
        medium = medium_name,
        mediumid = medium
    ))
}

fn matrix_row(study: &Study, outlet: &str, rows: &[&ShareRow]) -> MatrixRow {
    let withheld = rows.iter().any(|row| row.estimate.status == Status::Withheld);
    let cell = |row: &&ShareRow| {
        let share = row.estimate.share.as_ref().map_or(0.0, Share::as_f64);
        (share, printed_percent(study, &row.estimate))
    };
    let estimate = &rows[0].estimate;
    let instead = withheld.then(|| {
        let flags: Vec<String> = estimate.flags.iter().map(|flag| meaning(study, *flag)).collect();
        say!(study, "matrix-withheld", reasons = study.wording.semicolons(&flags))
    });
    MatrixRow {
        label: Dimension::Outlet.label(outlet, study),
        cells: if withheld { Vec::new() } else { rows.iter().map(cell).collect() },
        instead,
        total: study.wording.amount(estimate.denominator),
    }
}

fn said(study: &Study, actors: &[String], row: &MatrixRow) -> String {
    let largest = row.cells.iter().zip(actors).max_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let (outlet, total) = (&row.label, &row.total);
    match largest {
        Some(((_, percent), actor)) => {
            say!(study, "matrix-of-outlet", outlet = outlet, actor = actor, percent = percent, total = total)
        }
        None => say!(study, "matrix-of-withheld-outlet", outlet = outlet, total = total),
    }
}

/// What is to be known where some row of percentages does not add up; else empty.
pub(super) fn rounding(study: &Study, outlets: &[Outlet<'_>]) -> String {
    let is_whole = |rows: &[&ShareRow]| {
        rows.iter().filter_map(|row| row.estimate.percent).sum::<crate::unit::Percent>().is_hundred()
    };
    let is_withheld = |rows: &[&ShareRow]| rows.iter().any(|row| row.estimate.share.is_none());
    let is_fine = outlets.iter().all(|(_, _, rows)| is_withheld(rows) || is_whole(rows));
    if is_fine { String::new() } else { say!(study, "chart-rows-may-not-sum") }
}

pub(super) fn numbers(study: &Study, title: &str, names: &[String], rows: Vec<Vec<String>>) -> Table {
    use Alignment::{Left, Right};
    let headings = [say!(study, "heading-outlet")]
        .into_iter()
        .chain(names.iter().map(|name| say!(study, "heading-percent-of", name = name)))
        .chain([say!(study, "heading-amount")]);
    let columns = headings.enumerate().map(|(n, name)| (name, if n == 0 { Left } else { Right })).collect();
    Table { caption: say!(study, "chart-numbers", title = title), columns, rows, note: None }
}
