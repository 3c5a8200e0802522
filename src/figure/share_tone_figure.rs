//! The figure of share against tone: one actor, a mark for each outlet.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, included};
use crate::chart::{ShareToneChart, ShareTonePoint};
use crate::measure::{Dimension, Figure as Cell, FigureTable, Flag, Form, ShareRow, ShareTable, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, capitalised, counted, days, days_of, figure_csv, interval_words};
use crate::unit::Share;

/// Fewer outlets make no picture.
const LEAST_OUTLETS: usize = 4;

/// One outlet with both figures.
type Pair<'a> = (&'a str, &'a ShareRow, &'a Cell);

/// Draws the share and the balance of tone of one actor in every outlet. Both tables are by medium and outlet.
///
/// Errors: [`Failure::NothingToShow`] for fewer than four outlets that have both.
pub fn share_tone_figure(
    drawing: Drawing<'_>,
    (shares, tones): (&ShareTable, &FigureTable),
    focus: &str,
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&shares.pool));
    let stem = drawing.stem("share-tone", pool, &[Dimension::Actor], &[focus.to_owned()]);
    let (mut pairs, mut left_out): (Vec<Pair<'_>>, Vec<String>) = (Vec::new(), Vec::new());
    for row in shares.rows.iter().filter(|row| row.actor == focus) {
        let Some(outlet) = row.group.last() else { continue };
        let is_here = |cell: &&Cell| {
            cell.measure == "tone-balance"
                && cell.actor == focus
                && cell.quantity == row.quantity
                && cell.group == row.group
        };
        let balance = tones.figures.iter().find(is_here);
        let shown = balance.filter(|cell| cell.estimate.share.is_some() && !is_small(&cell.estimate.flags));
        match shown.filter(|_| row.estimate.status != Status::Withheld) {
            Some(cell) => pairs.push((outlet, row, cell)),
            None => left_out.push(Dimension::Outlet.label(outlet, study).to_owned()),
        }
    }
    if pairs.len() < LEAST_OUTLETS {
        let why = "fewer than four outlets have a share and a balance of tone that stand";
        return Err(Failure::NothingToShow { figure: stem, why });
    }
    let chart = chart(drawing, pool, (&pairs, &left_out), focus, &stem);
    let cells = pairs.iter().flat_map(|(_, row, cell)| {
        let share = shares.some(&[row]).figures(crate::measure::Who::Actor).figures;
        share.into_iter().chain([(*cell).clone()])
    });
    let both = FigureTable { figures: cells.collect(), ..tones.clone() };
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &both), numbers(study, &pairs, &chart))
}

fn is_small(flags: &[Flag]) -> bool {
    flags.iter().any(|flag| matches!(flag, Flag::SmallBase | Flag::SmallAmount))
}

fn owner<'a>(study: &'a Study, outlet: &str) -> &'a str {
    let owner = study.codebook.outlets.by_id(outlet).and_then(|entry| entry.own.ownership.as_deref());
    owner.unwrap_or("owner not stated")
}

fn chart(
    drawing: Drawing<'_>,
    pool: &Pool,
    (pairs, left_out): (&[Pair<'_>], &[String]),
    focus: &str,
    stem: &str,
) -> ShareToneChart {
    let study = drawing.study;
    let mut owners: Vec<&str> = Vec::new();
    for (outlet, ..) in pairs {
        let owner = owner(study, outlet);
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    owners.sort_by_key(|owner| study.codebook.ownership.iter().position(|known| known == owner).unwrap_or(usize::MAX));
    let points = pairs.iter().map(|(outlet, row, cell)| {
        let value = |share: &Option<Share>| share.as_ref().map_or(0.0, Share::as_f64);
        let owner = owner(study, outlet);
        ShareTonePoint {
            label: Dimension::Outlet.label(outlet, study).to_owned(),
            owner: owners.iter().position(|known| *known == owner).unwrap_or(0),
            share: (value(&row.estimate.share), row.estimate.interval.map(|interval| (interval.low, interval.high))),
            balance: (
                value(&cell.estimate.share),
                cell.estimate.interval.map(|interval| (interval.low, interval.high)),
            ),
        }
    });
    let points: Vec<ShareTonePoint> = points.collect();
    let pool_name = pool.name.in_language(&study.languages.main);
    ShareToneChart {
        lettering: drawing.lettering(stem, said(drawing, pool, (pairs, left_out), &owners, focus)),
        points,
        owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
        share_heading: format!("share of {pool_name}"),
        sides: ["above the line: more positive than negative", "below: more negative than positive"].map(str::to_owned),
    }
}

/// How many outlets of each owner have a balance above zero: exact.
fn positive(study: &Study, pairs: &[Pair<'_>], owner_word: &str) -> (usize, usize) {
    let of_owner = pairs.iter().filter(|(outlet, ..)| owner(study, outlet) == owner_word);
    let is_positive =
        |cell: &Cell| cell.estimate.share.as_ref().is_some_and(|balance| !balance.is_zero() && !balance.is_negative());
    let of_owner: Vec<bool> = of_owner.map(|(.., cell)| is_positive(cell)).collect();
    (of_owner.iter().filter(|is_positive| **is_positive).count(), of_owner.len())
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    (pairs, left_out): (&[Pair<'_>], &[String]),
    owners: &[&str],
    focus: &str,
) -> Said {
    let study = drawing.study;
    let name = actor(study, focus).0;
    let pool_name = pool.name.in_language(&study.languages.main);
    let (from, to) = days_of(study, pool, &[], &[]);
    let dates = days(from, to);
    let counts: Vec<String> = owners
        .iter()
        .map(|owner| {
            let (positive, all) = positive(study, pairs, owner);
            format!("{positive} of {all} {owner} outlets")
        })
        .collect();
    let n_positive: usize = owners.iter().map(|owner| positive(study, pairs, owner).0).sum();
    let level = pairs.iter().find_map(|(_, row, _)| row.estimate.interval).map(|interval| interval.level);
    let lines = level.map_or_else(String::new, |level| format!(". Lines: {level}% intervals"));
    let n_outlets = i64::try_from(pairs.len()).unwrap_or(0);
    let left_out = if left_out.is_empty() {
        String::new()
    } else {
        format!(" Not shown, on too little: {}.", left_out.join(", "))
    };
    let points: Vec<String> = pairs
        .iter()
        .map(|(outlet, row, cell)| {
            let percent = row.estimate.percent.map(|percent| percent.to_string()).unwrap_or_default();
            format!("{} {percent}%, balance {}", Dimension::Outlet.label(outlet, study), balance(study, cell))
        })
        .collect();
    Said {
        title: drawing::title(
            Some(format!("Positive on balance towards {name}: {}", counts.join(", "))),
            drawing::title(
                Some(format!("{n_positive} of {n_outlets} outlets were positive on balance towards {name}")),
                format!("{name}: share and tone in each outlet"),
            ),
        ),
        subtitle: vec![
            format!("{name}: share of {pool_name}, %, and tone balance (positive less negative, points of its coverage)"),
            format!("{}, {dates}{lines}", capitalised(&counted(n_outlets, "outlet"))),
        ],
        notes: vec![
            format!("Base: each outlet in its own unit; tone of what has a coded tone.{}{left_out}", included(study, pool)),
            "The outlets were chosen, not drawn at random: no correlation is computed, and no line is drawn through them.".to_owned(),
            agreement_words(drawing.reliability, &["tone", "actor"]),
        ],
        brief: "Outlets were chosen, not drawn: no trend line.".to_owned(),
        alt: format!("Dot chart of the share of {name} and its balance of tone by outlet: {}. {dates}.", points.join("; ")),
    }
}

/// `+12.3`, in points.
fn balance(study: &Study, cell: &Cell) -> String {
    cell.estimate.share.as_ref().map(|balance| study.rounding.percent(balance).signed()).unwrap_or_default()
}

fn numbers(study: &Study, pairs: &[Pair<'_>], chart: &ShareToneChart) -> Table {
    use Alignment::{Left, Right};
    let rows = pairs.iter().map(|(outlet, row, cell)| {
        let interval = |form, estimate: &crate::measure::Estimate| {
            estimate.interval.map_or_else(|| "–".to_owned(), |interval| interval_words(study, form, &interval))
        };
        vec![
            Dimension::Outlet.label(outlet, study).to_owned(),
            row.estimate.percent.map(|percent| percent.to_string()).unwrap_or_default(),
            interval(Form::Percent, &row.estimate),
            balance(study, cell),
            interval(Form::Points, &cell.estimate),
        ]
    });
    let headings =
        [("Outlet", Left), ("Share, %", Right), ("Interval", Right), ("Balance, points", Right), ("Interval", Right)];
    Table {
        caption: format!("Numbers of the figure: {}", chart.lettering.title),
        columns: headings.map(|(name, alignment)| (name.to_owned(), alignment)).into(),
        rows: rows.collect(),
        note: None,
    }
}
