//! Stacks: the outlets of one medium, each a bar of one hundred per cent.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots, hues};
use super::matrix_figure::{Outlet, grouped, heading, numbers, rounding};
use super::share_figure::sentences;
use crate::chart::{Lettering, StackChart, StackRow};
use crate::measure::{Dimension, ShareRow, ShareTable, Who, ranking};
use crate::study::{Pool, Study};
use crate::table::{
    actor, capitalised, counted, days_of, figure_csv, in_medium, outlets as outlets_words, percent_number,
};
use crate::unit::{Percent, RoundingRule, Share};
use crate::wording::say;

/// The most outlets of a stack.
const MOST_BARS: usize = 15;

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
    // Of more than four actors, the rest is one.
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
    let numbers = numbers(study, &chart.lettering.title, &names, rows.collect());
    let cells: Vec<&ShareRow> = all.iter().flat_map(|(_, _, rows)| rows.iter().copied()).collect();
    let csv = figure_csv(study, &by_outlet.some(&cells).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, numbers)
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
        (
            heading(study, medium, &group[1]),
            stack_row(study, Dimension::Outlet.label(&group[1], study), rows, named, has_rest),
        )
    };
    let groups = grouped(sorted.into_iter().map(row));
    let mut names: Vec<String> = named.iter().map(|id| actor(study, id).0).collect();
    names.extend(has_rest.then(|| say!(study, "chart-others-together")));
    let unit = study.wording.unit(outlets[0].2[0].estimate.denominator.unit());
    let lettering = stack_lettering(drawing, pool, (all, outlets.len()), (&groups, &names[0]), (medium, stem));
    StackChart { lettering, unit, names, hues: hues(&drawing, pool, named), has_rest, groups }
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
    let dates = days_of(study, pool, &[], &[]);
    let hidden = match all.len() - n_drawn {
        0 => String::new(),
        n => say!(study, "chart-withheld", outlets = counted(study, n, "outlet")),
    };
    let said: Vec<String> =
        groups.iter().flat_map(|(_, rows)| rows).map(|row| share_in_row(study, first, row)).collect();
    let (place, outlets) =
        (in_medium(study, medium), outlets_words(study, i64::try_from(n_drawn).unwrap_or(0), Some(medium)));
    let flags = all.iter().flat_map(|(.., rows)| rows).flat_map(|row| &row.estimate.flags);
    drawing.lettering(
        stem,
        Said {
            title: capitalised(&say!(study, "stack-title", pool = pool_name, place = &place)),
            subtitle: vec![
                say!(study, "chart-share-of-each-outlet", quantity = quantity),
                capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
            ],
            notes: vec![
                sentences(&[say!(study, "chart-base-beside-bars"), drawing.included(pool), hidden]),
                sentences(&[say!(study, "stack-order", name = first), rounding(study, all)]),
                care_without_dots(study, flags),
                agreement_words(study, drawing.reliability, &["actor"]),
            ],
            named: vec![Dimension::Medium],
            brief: say!(study, "chart-base-beside-bars"),
            alt: say!(
                study,
                "stack-alt",
                pool = pool_name,
                place = place,
                shares = study.wording.semicolons(&said),
                dates = dates
            ),
        },
    )
}

/// What the first actor has of a row, in words.
pub(super) fn share_in_row(study: &Study, first: &str, row: &StackRow) -> String {
    say!(study, "chart-share-in-row", row = &row.label, name = first, percent = &row.segments[0].1)
}

pub(super) fn stack_row(study: &Study, label: String, rows: &[&ShareRow], named: &[&str], has_rest: bool) -> StackRow {
    let of = |id: &&str| {
        let estimate = rows.iter().find(|row| row.actor == **id).map(|row| &row.estimate);
        let share = estimate.and_then(|estimate| estimate.share.as_ref()).map_or(0.0, Share::as_f64);
        let percent = estimate.and_then(|estimate| estimate.percent);
        (share, percent.map(|percent| percent_number(study, percent)).unwrap_or_default())
    };
    let mut segments: Vec<(f64, String)> = named.iter().map(of).collect();
    if has_rest {
        let rest: Vec<_> = rows.iter().filter(|row| !named.contains(&row.actor.as_str())).collect();
        let share = Share::sum(rest.iter().filter_map(|row| row.estimate.share.as_ref()));
        // A column that sums to 100 does so with the rest as one, too.
        let percent = match study.rounding.rule {
            RoundingRule::LargestRemainder => rest.iter().filter_map(|row| row.estimate.percent).sum::<Percent>(),
            _ => study.rounding.percent(&share),
        };
        segments.push((share.as_f64(), percent_number(study, percent)));
    }
    StackRow { label, segments, total: study.wording.amount_number(rows[0].estimate.denominator) }
}
