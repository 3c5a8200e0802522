//! Figures over outlets: the matrix of shares, and the stack of one medium.

use super::figure::{Drawing, Failure, Figure, agreement_words, included, provenance};
use super::phrases::{actor, capitalised, counted, days, days_of, in_medium};
use super::tables::figure_csv;
use super::{Alignment, Table};
use crate::chart::{Lettering, MatrixChart, MatrixRow, STEPS, Size, StackChart, StackRow};
use crate::measure::{Dimension, ShareRow, ShareTable, Status, Who, ranking};
use crate::study::{Pool, Study};
use crate::unit::Share;

/// The most columns and rows of a matrix.
const MOST_ACTORS: usize = 12;
const MOST_OUTLETS: usize = 20;
/// The most outlets of a stack.
const MOST_BARS: usize = 15;

/// A quantity, medium and outlet with its cells.
type Outlet<'a> = (&'a str, &'a [String], Vec<&'a ShareRow>);

/// Draws the shares of a table by medium and outlet as a matrix.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two outlets, or more than a page reads.
pub fn matrix_figure(drawing: Drawing<'_>, table: &ShareTable) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let stem = Drawing { size: Size::Double, ..drawing }.stem("matrix", pool, &[], &[]);
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
    Drawing { size: Size::Double, ..drawing }.drawn(
        &chart.scene(),
        stem,
        figure_csv(study, &table.figures(Who::Actor)),
        numbers,
    )
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
    Lettering {
        title: format!("{}, outlet by outlet", capitalised(pool_name)),
        subtitle: vec![
            "Share of the row, %; each outlet in its own unit".to_owned(),
            format!("{}, {dates}", capitalised(&counted(i64::try_from(outlets.len()).unwrap_or(0), "outlet"))),
        ],
        notice: study.notice.clone(),
        notes: vec![
            format!(
                "Base: the amount at the right of each row, in its own unit; rows of different units are never averaged.{}{}",
                included(study, pool),
                rejected(drawing)
            ),
            format!("Cells are darker from {STEPS} on. {}", rounding(outlets)),
            agreement_words(drawing.reliability, &["actor"]),
            format!("Source: {}, codebook {}.", study.publisher, study.codebook.version),
        ],
        provenance: provenance(drawing.record, drawing.number, stem),
        alt: format!("Table of the shares of {pool_name} by outlet: {}. {dates}. Data: {stem}.csv", said.join("; ")),
    }
}

/// Rows under their headings, in the order in which these first occur.
fn grouped<T>(rows: impl Iterator<Item = (String, T)>) -> Vec<(String, Vec<T>)> {
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
fn heading(study: &Study, medium: &str, outlet: &str) -> String {
    let owner = study.codebook.outlets.by_id(outlet).and_then(|outlet| outlet.own.ownership.clone());
    capitalised(&owner.map_or_else(|| medium.to_owned(), |owner| format!("{owner} {medium}")))
}

fn matrix_row(study: &Study, outlet: &str, rows: &[&ShareRow]) -> MatrixRow {
    let withheld = rows.iter().any(|row| row.estimate.status == Status::Withheld);
    let cell = |row: &&ShareRow| {
        let share = row.estimate.share.as_ref().map_or(0.0, Share::as_f64);
        (share, row.estimate.percent.map(|percent| percent.to_string()).unwrap_or_default())
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

fn rejected(drawing: Drawing<'_>) -> String {
    drawing.record.rejected_words().map(|words| format!(" {words}")).unwrap_or_default()
}

fn rounding(outlets: &[Outlet<'_>]) -> &'static str {
    let is_whole = |rows: &[&ShareRow]| {
        rows.iter().filter_map(|row| row.estimate.percent).sum::<crate::unit::Percent>().is_hundred()
    };
    if outlets.iter().all(|(_, _, rows)| is_whole(rows)) { "" } else { "Rows may not sum to 100." }
}

fn numbers(title: &str, names: &[String], rows: Vec<Vec<String>>) -> Table {
    use Alignment::{Left, Right};
    let headings = ["Outlet".to_owned()]
        .into_iter()
        .chain(names.iter().map(|name| format!("{name}, %")))
        .chain(["Amount".to_owned()]);
    let columns = headings.enumerate().map(|(n, name)| (name, if n == 0 { Left } else { Right })).collect();
    Table { caption: format!("Numbers of the figure: {title}"), columns, rows, note: None }
}

/// Draws the outlets of one medium as stacks: the four actors with the largest shares of the medium, and the rest.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two outlets with coverage, or more than a page reads.
pub fn stack_figure(
    drawing: Drawing<'_>,
    (by_medium, by_outlet): (&ShareTable, &ShareTable),
    (quantity, medium): (&str, &str),
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&by_outlet.pool));
    let stem = drawing.stem("stack", pool, &[Dimension::Medium], &[medium.to_owned()]);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    let is_drawn = |rows: &[&ShareRow]| rows.iter().all(|row| row.estimate.share.is_some());
    let all: Vec<Outlet<'_>> =
        by_outlet.groups().into_iter().filter(|(of, group, _)| *of == quantity && group[0] == medium).collect();
    let outlets: Vec<&Outlet<'_>> = all.iter().filter(|(_, _, rows)| is_drawn(rows)).collect();
    if outlets.len() < 2 || outlets.len() > MOST_BARS {
        return Err(refused("bars are for 2 to 15 outlets whose shares are not withheld"));
    }
    let groups = by_medium.groups();
    let of_medium = groups.iter().find(|(of, group, _)| *of == quantity && group[0] == medium);
    let Some((_, _, rows)) = of_medium else { return Err(refused("the medium has no coverage of the pool")) };
    // Of five actors all are named; of more, four and the rest as one.
    let most = if rows.len() <= 4 { rows.len() } else { 4 };
    let named: Vec<&str> =
        ranking(study, rows, usize::MAX).leading.iter().take(most).map(|row| row.actor.as_str()).collect();
    let has_rest = rows.len() > most;
    let chart = stack(drawing, pool, (&all, &outlets), (&named, has_rest), (medium, &stem));
    let names = chart.names.clone();
    let rows = chart.groups.iter().flat_map(|(_, rows)| rows).map(|row| {
        let cells = row.segments.iter().map(|(_, printed)| printed.clone());
        [row.label.clone()].into_iter().chain(cells).chain([row.total.clone()]).collect()
    });
    let numbers = numbers(&chart.lettering.title, &names, rows.collect());
    let cells: Vec<&ShareRow> = all.iter().flat_map(|(_, _, rows)| rows.iter().copied()).collect();
    let csv = figure_csv(study, &by_outlet.some(&cells).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.size), stem, csv, numbers)
}

fn stack(
    drawing: Drawing<'_>,
    pool: &Pool,
    (all, outlets): (&[Outlet<'_>], &[&Outlet<'_>]),
    (named, has_rest): (&[&str], bool),
    (medium, stem): (&str, &str),
) -> StackChart {
    let study = drawing.study;
    let mut sorted = outlets.to_vec();
    let share_of_first = |outlet: &Outlet<'_>| {
        outlet.2.iter().find(|row| row.actor == named[0]).and_then(|row| row.estimate.share.clone())
    };
    let ownership = |outlet: &Outlet<'_>| {
        let owner = study.codebook.outlets.by_id(&outlet.1[1]).and_then(|entry| entry.own.ownership.clone());
        study.codebook.ownership.iter().position(|known| Some(known) == owner.as_ref()).unwrap_or(usize::MAX)
    };
    sorted.sort_by_key(|outlet| (ownership(outlet), std::cmp::Reverse(share_of_first(outlet))));
    let row = |(_, group, rows): &Outlet<'_>| {
        (heading(study, medium, &group[1]), stack_row(study, &group[1], rows, named, has_rest))
    };
    let groups = grouped(sorted.into_iter().map(row));
    let mut names: Vec<String> = named.iter().map(|id| actor(study, id).0).collect();
    names.extend(has_rest.then(|| "others".to_owned()));
    let unit = outlets[0].2[0].estimate.denominator.unit().printed_name().to_owned();
    let lettering = stack_lettering(drawing, pool, (all, outlets.len()), (&groups, &names[0]), (medium, stem));
    StackChart { lettering, unit, names, has_rest, groups }
}

fn stack_lettering(
    drawing: Drawing<'_>,
    pool: &Pool,
    (all, n_drawn): (&[Outlet<'_>], usize),
    (groups, first): (&[(String, Vec<StackRow>)], &str),
    (medium, stem): (&str, &str),
) -> Lettering {
    let study = drawing.study;
    let language = &study.languages.main;
    let pool_name = pool.name.in_language(language);
    let quantity = study.quantity(all[0].0).map_or("", |quantity| quantity.name.in_language(language));
    let (from, to) = days_of(study, pool, &[], &[]);
    let dates = days(from, to);
    let whole = |n: usize| i64::try_from(n).unwrap_or(0);
    let n_hidden = all.len() - n_drawn;
    let hidden =
        if n_hidden == 0 { String::new() } else { format!(" Withheld: {}.", counted(whole(n_hidden), "outlet")) };
    let rows = groups.iter().flat_map(|(_, rows)| rows);
    let said: Vec<String> = rows.map(|row| format!("{} {first} {}%", row.label, row.segments[0].1)).collect();
    let place = in_medium(medium);
    Lettering {
        title: format!("{} {place}, outlet by outlet", capitalised(pool_name)),
        subtitle: vec![
            format!("Share of the {quantity} of each outlet, %"),
            format!("{}, {dates}", capitalised(&super::phrases::outlets(whole(n_drawn), Some(medium)))),
        ],
        notice: study.notice.clone(),
        notes: vec![
            format!("Base: the amount at the right of each bar.{}{hidden}{}", included(study, pool), rejected(drawing)),
            format!(
                "Order: ownership, then the share of {first}. Intervals of every share: the tables. {}",
                rounding(all)
            ),
            format!("Source: {}, codebook {}.", study.publisher, study.codebook.version),
        ],
        provenance: provenance(drawing.record, drawing.number, stem),
        alt: format!(
            "Stacked bars of the shares of {pool_name} {place}: {}. {dates}. Data: {stem}.csv",
            said.join("; ")
        ),
    }
}

fn stack_row(study: &Study, outlet: &str, rows: &[&ShareRow], named: &[&str], has_rest: bool) -> StackRow {
    let printed = |share: &Share| study.rounding.percent(share).to_string();
    let of = |id: &&str| {
        let row = rows.iter().find(|row| row.actor == **id);
        let share = row.and_then(|row| row.estimate.share.as_ref());
        (share.map_or(0.0, Share::as_f64), share.map(printed).unwrap_or_default())
    };
    let mut segments: Vec<(f64, String)> = named.iter().map(of).collect();
    if has_rest {
        let rest = rows.iter().filter(|row| !named.contains(&row.actor.as_str()));
        let rest = Share::sum(rest.filter_map(|row| row.estimate.share.as_ref()));
        segments.push((rest.as_f64(), printed(&rest)));
    }
    StackRow {
        label: Dimension::Outlet.label(outlet, study).to_owned(),
        segments,
        total: rows[0].estimate.denominator.printed_number(),
    }
}
