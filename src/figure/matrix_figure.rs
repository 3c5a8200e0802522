//! The matrix of shares: a row per outlet, a column per actor.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots};
use crate::chart::{Lettering, MatrixChart, MatrixRow, STEPS};
use crate::measure::{Dimension, ShareRow, ShareTable, Status, Who};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, capitalised, counted, days, days_of, figure_csv};
use crate::unit::Share;

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
            if row.cells.is_empty() { vec!["–".to_owned(); actors.len()] } else { cells.collect() };
        [row.label.clone()].into_iter().chain(cells).chain([row.total.clone()]).collect()
    });
    let numbers = numbers(&chart.lettering.title, &actors, rows.collect());
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
    let (from, to) = days_of(study, pool, &[], &[]);
    let dates = days(from, to);
    let said: Vec<String> = groups.iter().flat_map(|(_, rows)| rows).map(|row| said(actors, row)).collect();
    drawing.lettering(stem, Said {
        title: format!("{}, outlet by outlet", capitalised(pool_name)),
        subtitle: vec![
            "Share of the row, %; each outlet in its own unit".to_owned(),
            format!("{}, {dates}", capitalised(&counted(i64::try_from(outlets.len()).unwrap_or(0), "outlet"))),
        ],
        notes: vec![
            format!(
                "Base: the amount at the right of each row, in its own unit; rows of different units are never averaged.{}",
                drawing.included(pool)
            ),
            format!("Cells are darker from {STEPS} on. {}", rounding(outlets)),
            care_without_dots(study, outlets.iter().flat_map(|(.., rows)| rows).flat_map(|row| &row.estimate.flags)),
            agreement_words(drawing.reliability, &["actor"]),
        ],
        named: Vec::new(),
        brief: "Each row in its own unit.".to_owned(),
        alt: format!("Table of the shares of {pool_name} by outlet: {}. {dates}.", said.join("; ")),
    })
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
    capitalised(&owner.map_or_else(|| medium.to_owned(), |owner| format!("{owner} {medium}")))
}

fn matrix_row(study: &Study, outlet: &str, rows: &[&ShareRow]) -> MatrixRow {
    let withheld = rows.iter().any(|row| row.estimate.status == Status::Withheld);
    let cell = |row: &&ShareRow| {
        let share = row.estimate.share.as_ref().map_or(0.0, Share::as_f64);
        (share, row.estimate.printed_percent())
    };
    let estimate = &rows[0].estimate;
    let instead = withheld.then(|| {
        let flags: Vec<String> = estimate.flags.iter().map(|flag| flag.meaning(&study.publishing)).collect();
        format!("withheld: {}", flags.join("; "))
    });
    MatrixRow {
        label: Dimension::Outlet.label(outlet, study).to_owned(),
        cells: if withheld { Vec::new() } else { rows.iter().map(cell).collect() },
        instead,
        total: estimate.denominator.to_string(),
    }
}

fn said(actors: &[String], row: &MatrixRow) -> String {
    let largest = row.cells.iter().zip(actors).max_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let words =
        largest.map_or_else(|| "withheld".to_owned(), |((_, printed), actor)| format!("most {actor} {printed}%"));
    format!("{} {words} of {}", row.label, row.total)
}

pub(super) fn rounding(outlets: &[Outlet<'_>]) -> &'static str {
    let is_whole = |rows: &[&ShareRow]| {
        rows.iter().filter_map(|row| row.estimate.percent).sum::<crate::unit::Percent>().is_hundred()
    };
    let is_withheld = |rows: &[&ShareRow]| rows.iter().any(|row| row.estimate.share.is_none());
    if outlets.iter().all(|(_, _, rows)| is_withheld(rows) || is_whole(rows)) { "" } else { "Rows may not sum to 100." }
}

pub(super) fn numbers(title: &str, names: &[String], rows: Vec<Vec<String>>) -> Table {
    use Alignment::{Left, Right};
    let headings = ["Outlet".to_owned()]
        .into_iter()
        .chain(names.iter().map(|name| format!("{name}, %")))
        .chain(["Amount".to_owned()]);
    let columns = headings.enumerate().map(|(n, name)| (name, if n == 0 { Left } else { Right })).collect();
    Table { caption: format!("Numbers of the figure: {title}"), columns, rows, note: None }
}
