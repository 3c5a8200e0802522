//! The figure of share against tone: one actor, a mark for each outlet.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, left_out, printed_percent};
use crate::chart::{ShareToneChart, ShareTonePoint};
use crate::measure::{Dimension, Estimate, Figure as Cell, FigureTable, Flag, Form, ShareRow, ShareTable, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, DASH, Table, actor, capitalised, counted, days_of, figure_csv, interval_words, points};
use crate::unit::Share;
use crate::wording::say;

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
                hidden.push((Dimension::Outlet.label(outlet, study), estimate));
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

fn owner<'a>(study: &'a Study, outlet: &str) -> Option<&'a str> {
    study.codebook.outlets.by_id(outlet).and_then(|entry| entry.own.ownership.as_deref())
}

fn chart(
    drawing: Drawing<'_>,
    pool: &Pool,
    (pairs, left_out): (&[Pair<'_>], &str),
    focus: &str,
    stem: &str,
) -> ShareToneChart {
    let study = drawing.study;
    let mut owners: Vec<Option<&str>> = Vec::new();
    for (outlet, ..) in pairs {
        let owner = owner(study, outlet);
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    let place = |owner: &str| study.codebook.ownership.iter().position(|known| known == owner);
    owners.sort_by_key(|owner| owner.and_then(place).unwrap_or(usize::MAX));
    let owner_name = |owner: &Option<&str>| match owner {
        Some(owner) => study.wording.word("ownership", owner),
        None => say!(study, "share-tone-owner-not-stated"),
    };
    let points = pairs.iter().map(|(outlet, row, cell)| {
        let value = |share: &Option<Share>| share.as_ref().map_or(0.0, Share::as_f64);
        let owner = owner(study, outlet);
        ShareTonePoint {
            label: Dimension::Outlet.label(outlet, study),
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
        owners: owners.iter().map(owner_name).collect(),
        share_heading: say!(study, "share-tone-share", pool = pool_name),
        sides: [say!(study, "share-tone-above"), say!(study, "share-tone-below")],
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
    let dates = days_of(study, pool, &[], &[]);
    let level = pairs.iter().find_map(|(_, row, _)| row.estimate.interval).map(|interval| interval.level);
    let outlets = counted(study, pairs.len(), "outlet");
    let outlets = match level {
        Some(level) => {
            say!(study, "share-tone-outlets-with-lines", outlets = outlets, dates = dates, level = level)
        }
        None => say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates),
    };
    let shown = pairs.iter().map(|(outlet, row, cell)| {
        let (outlet, percent) = (Dimension::Outlet.label(outlet, study), printed_percent(study, &row.estimate));
        say!(study, "share-tone-of-outlet", outlet = outlet, percent = percent, balance = balance(study, cell))
    });
    let shown = study.wording.semicolons(&shown.collect::<Vec<_>>());
    let message = say!(study, "share-tone-clearly-positive", actor = &name, n = n_positive(pairs), all = pairs.len());
    let base = say!(study, "share-tone-base");
    Said {
        title: drawing::title(Some(message), say!(study, "share-tone-title", actor = &name)),
        subtitle: vec![say!(study, "share-tone-subtitle", actor = &name, pool = pool_name), capitalised(&outlets)],
        notes: vec![
            format!("{base}{}{left_out}", drawing.included(pool)),
            say!(study, "share-tone-no-line"),
            agreement_words(study, drawing.reliability, &["tone", "actor"]),
        ],
        named: Vec::new(),
        brief: say!(study, "share-tone-brief"),
        alt: say!(study, "share-tone-alt", actor = name, outlets = shown, dates = dates),
    }
}

/// `+12.3`, in points.
fn balance(study: &Study, cell: &Cell) -> String {
    cell.estimate.share.as_ref().map(|balance| points(study, study.rounding.percent(balance))).unwrap_or_default()
}

fn numbers(study: &Study, pairs: &[Pair<'_>], chart: &ShareToneChart) -> Table {
    use Alignment::{Left, Right};
    let rows = pairs.iter().map(|(outlet, row, cell)| {
        let interval = |form, estimate: &Estimate| {
            estimate.interval.map_or_else(|| DASH.to_owned(), |interval| interval_words(study, form, &interval))
        };
        vec![
            Dimension::Outlet.label(outlet, study),
            printed_percent(study, &row.estimate),
            interval(Form::Percent, &row.estimate),
            balance(study, cell),
            interval(Form::Points, &cell.estimate),
        ]
    });
    let headings = [
        ("heading-outlet", Left),
        ("share-tone-heading-share", Right),
        ("chart-heading-interval", Right),
        ("share-tone-heading-balance", Right),
        ("chart-heading-interval", Right),
    ];
    Table {
        caption: say!(study, "chart-numbers", title = &chart.lettering.title),
        columns: headings.map(|(id, alignment)| (say!(study, id), alignment)).into(),
        rows: rows.collect(),
        note: None,
    }
}
