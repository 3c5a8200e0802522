//! The figure of share against tone: one actor, a mark for each outlet.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, left_out};
use crate::chart::{ShareToneChart, ShareTonePoint};
use crate::measure::{Dimension, Estimate, Figure as Cell, FigureTable, Flag, Form, ShareRow, ShareTable, Status};
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
    let (mut pairs, mut hidden): (Vec<Pair<'_>>, Vec<(String, &Estimate)>) = (Vec::new(), Vec::new());
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
            None => {
                let estimate = balance.map_or(&row.estimate, |cell| &cell.estimate);
                hidden.push((Dimension::Outlet.label(outlet, study).to_owned(), estimate));
            }
        }
    }
    if pairs.len() < LEAST_OUTLETS {
        let why = "fewer than four outlets have a share and a balance of tone that stand";
        return Err(Failure::NothingToShow { figure: stem, why });
    }
    let chart = chart(drawing, pool, (&pairs, &left_out(study, hidden.into_iter())), focus, &stem);
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
    (pairs, left_out): (&[Pair<'_>], &str),
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
            share: (value(&row.estimate.share), row.estimate.limits()),
            balance: (value(&cell.estimate.share), cell.estimate.limits()),
        }
    });
    let points: Vec<ShareTonePoint> = points.collect();
    let pool_name = pool.name.in_language(&study.languages.main);
    ShareToneChart {
        lettering: drawing.lettering(stem, said(drawing, pool, (pairs, left_out), focus)),
        points,
        owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
        share_heading: format!("share of {pool_name}"),
        sides: ["above the line: more positive than negative", "below: more negative than positive"].map(str::to_owned),
    }
}

/// Outlets whose balance is above zero with its whole interval.
fn n_positive(pairs: &[Pair<'_>]) -> usize {
    let is_positive = |cell: &Cell| {
        let is_above = cell.estimate.share.as_ref().is_some_and(|balance| !balance.is_zero() && !balance.is_negative());
        is_above && cell.estimate.interval.is_some_and(|interval| interval.low > 0.0)
    };
    pairs.iter().filter(|(.., cell)| is_positive(cell)).count()
}

fn said(drawing: Drawing<'_>, pool: &Pool, (pairs, left_out): (&[Pair<'_>], &str), focus: &str) -> Said {
    let study = drawing.study;
    let name = actor(study, focus).0;
    let pool_name = pool.name.in_language(&study.languages.main);
    let (from, to) = days_of(study, pool, &[], &[]);
    let dates = days(from, to);
    let level = pairs.iter().find_map(|(_, row, _)| row.estimate.interval).map(|interval| interval.level);
    let lines = level.map_or_else(String::new, |level| format!(". Lines: {level}% intervals"));
    let n_outlets = i64::try_from(pairs.len()).unwrap_or(0);
    let points: Vec<String> = pairs
        .iter()
        .map(|(outlet, row, cell)| {
            let percent = row.estimate.printed_percent();
            format!("{} {percent}%, balance {}", Dimension::Outlet.label(outlet, study), balance(study, cell))
        })
        .collect();
    Said {
        title: drawing::title(
            Some(format!("Tone towards {name} was clearly positive in {} of {n_outlets} outlets", n_positive(pairs))),
            format!("{name}: share and tone in each outlet"),
        ),
        subtitle: vec![
            format!("{name}: share of {pool_name}, %, and tone balance (positive less negative, points of its coverage)"),
            format!("{}, {dates}{lines}", capitalised(&counted(n_outlets, "outlet"))),
        ],
        notes: vec![
            format!("Base: each outlet in its own unit; tone of what has a coded tone.{}{left_out}", drawing.included(pool)),
            "Clearly positive: the whole interval of the balance is above zero. The outlets were chosen, not drawn at random: no correlation is computed, and no line is drawn through them.".to_owned(),
            agreement_words(drawing.reliability, &["tone", "actor"]),
        ],
        named: Vec::new(),
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
            row.estimate.printed_percent(),
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
