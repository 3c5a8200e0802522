//! Bands: how coverage is made up in each part of the broadcast day.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots, hues};
use super::matrix_figure::numbers;
use super::share_figure::sentences;
use super::stack_figure::{share_in_row, stack_row};
use crate::chart::{StackChart, StackRow};
use crate::measure::{Dimension, ShareRow, ShareTable, Who};
use crate::study::{Pool, Study};
use crate::table::{actor, capitalised, days_of, figure_csv};
use crate::unit::Percent;
use crate::wording::say;

/// Actors with a segment of their own.
const MOST_NAMED: usize = 4;

/// A daypart with its cells.
type Band<'a> = (&'a [String], Vec<&'a ShareRow>);

/// Draws the dayparts of one quantity and group. The last dimension of the table is the daypart; `rest` are the other values.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two dayparts with coverage.
pub fn bands_figure(
    drawing: Drawing<'_>,
    table: &ShareTable,
    (quantity, rest): (&str, &[String]),
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let by = &table.by[..table.by.len().saturating_sub(1)];
    let stem = drawing.stem("bands", pool, by, rest);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    if table.by.last() != Some(&Dimension::Daypart) {
        return Err(refused("bands are of a table by daypart"));
    }
    let groups = table.groups().into_iter();
    let is_shown = |rows: &[&ShareRow]| rows.iter().all(|row| row.estimate.share.is_some());
    let bands: Vec<Band<'_>> = groups
        .filter(|(of, group, rows)| *of == quantity && group[..group.len() - 1] == *rest && is_shown(rows))
        .map(|(_, group, rows)| (group, rows))
        .collect();
    if bands.len() < 2 {
        return Err(refused("fewer than two dayparts have coverage whose shares are not withheld"));
    }
    let named = largest(&bands);
    let has_rest = bands[0].1.len() > named.len();
    let row = |(group, rows): &Band<'_>| stack_row(study, name(study, group), rows, &named, has_rest);
    let rows: Vec<StackRow> = bands.iter().map(row).collect();
    let mut names: Vec<String> = named.iter().map(|id| actor(study, id).0).collect();
    names.extend(has_rest.then(|| say!(study, "chart-others-together")));
    let cells = rows.iter().map(|row| {
        let segments = row.segments.iter().map(|(_, printed)| printed.clone());
        std::iter::once(row.label.clone()).chain(segments).chain([row.total.clone()]).collect()
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let lettering = drawing.lettering(&stem, said(drawing, pool, by, (&bands, &rows), &names[0]));
    let mut numbers = numbers(study, &lettering.title, &names, cells);
    numbers.columns[0].0 = say!(study, "heading-daypart");
    let unit = study.wording.unit(bands[0].1[0].estimate.denominator.unit());
    let groups = vec![(String::new(), rows)];
    let chart = StackChart { lettering, names, hues: hues(&drawing, pool, &named), has_rest, groups, unit };
    let shown: Vec<&ShareRow> = bands.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &table.some(&shown).figures(Who::Actor)), numbers)
}

/// The actors with most over all bands, most first; ties by the codebook's order.
fn largest<'a>(bands: &[Band<'a>]) -> Vec<&'a str> {
    let amount = |place: usize| bands.iter().map(|(_, rows)| rows[place].estimate.numerator.whole()).sum::<i64>();
    let mut places: Vec<(i64, &str)> =
        bands[0].1.iter().enumerate().map(|(place, row)| (amount(place), row.actor.as_str())).collect();
    places.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    places.into_iter().take(MOST_NAMED).map(|(_, id)| id).collect()
}

/// `Evening, 18:00–24:00`
fn name(study: &Study, group: &[String]) -> String {
    let id = group.last().map_or("", String::as_str);
    let label = Dimension::Daypart.label(id, study);
    let hours = study.codebook.dayparts.by_id(id).and_then(|daypart| daypart.own.hours);
    match hours {
        Some((from, to)) => {
            say!(study, "bands-daypart", daypart = label, from = from.to_string(), to = to.to_string())
        }
        None => label,
    }
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    by: &[Dimension],
    (bands, rows): (&[Band<'_>], &[StackRow]),
    first: &str,
) -> Said {
    let study = drawing.study;
    let language = &study.languages.main;
    let cell = bands[0].1[0];
    let rest = &cell.group[..cell.group.len() - 1];
    let (place, pool_name) = (drawing.place(&cell.quantity, by, rest), pool.name.in_language(language));
    let dates = days_of(study, pool, by, rest);
    let quantity = study.quantity(&cell.quantity).map_or("", |quantity| quantity.name.in_language(language));
    let n_outlets = bands.iter().map(|(_, rows)| rows[0].estimate.base.n_outlets).max().unwrap_or(0);
    let is_whole =
        |(_, rows): &Band<'_>| rows.iter().filter_map(|row| row.estimate.percent).sum::<Percent>().is_hundred();
    let rounding = if bands.iter().all(is_whole) { String::new() } else { say!(study, "chart-rows-may-not-sum") };
    let flags = bands.iter().flat_map(|(_, rows)| rows).flat_map(|row| &row.estimate.flags);
    let shares: Vec<String> = rows.iter().map(|row| share_in_row(study, first, row)).collect();
    let outlets = drawing.outlets(by, rest, n_outlets);
    Said {
        title: capitalised(&say!(study, "bands-title", pool = pool_name, place = &place)),
        subtitle: vec![
            say!(study, "bands-subtitle", quantity = quantity),
            capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
        ],
        notes: vec![
            sentences(&[say!(study, "chart-base-beside-bars"), drawing.included(pool), rounding]),
            care_without_dots(study, flags),
            agreement_words(study, drawing.reliability, &["actor"]),
        ],
        named: by.to_vec(),
        brief: say!(study, "chart-base-beside-bars"),
        alt: say!(
            study,
            "bands-alt",
            pool = pool_name,
            place = place,
            shares = study.wording.semicolons(&shares),
            dates = dates
        ),
    }
}
