//! Figures of a whole and its parts, for readers who look at no axis: the waffle, and the pie for those who ask for it.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots, hues};
use super::share_figure::{FigureRequest, sentences};
use crate::chart::{Hue, Lettering, PieChart, PieSlice, WaffleChart, WafflePart};
use crate::measure::{ShareRow, Who, ranking};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days_of, figure_csv};
use crate::unit::{Amount, Percent, Rounding, RoundingRule, Share, percent_column};
use crate::wording::say;

/// The most parts; of more actors, the last part is the rest.
const MOST_PARTS: usize = 5;

/// One part of the whole.
struct PartOf {
    label: String,
    share: Share,
    percent: String,
    amount: String,
    hue: Option<Hue>,
}

/// The parts of one group, largest first; the rest has no colour of its own.
fn parts(drawing: &Drawing<'_>, pool: &Pool, rows: &[&ShareRow]) -> Vec<PartOf> {
    let study = drawing.study;
    let ranked = ranking(study, rows, usize::MAX).leading;
    let n_named = if ranked.len() > MOST_PARTS { MOST_PARTS - 1 } else { ranked.len() };
    let (named, others) = ranked.split_at(n_named);
    let ids: Vec<&str> = named.iter().map(|row| row.actor.as_str()).collect();
    let printed = |percent: Percent| say!(study, "chart-percent", percent = percent);
    let zero = || Share::of(0, 1).expect("invariant: one is not zero");
    let part = |(row, hue): (&&ShareRow, Hue)| PartOf {
        label: actor(study, &row.actor).0,
        share: row.estimate.share.clone().unwrap_or_else(zero),
        percent: row.estimate.percent.map(printed).unwrap_or_default(),
        amount: study.wording.amount_number(row.estimate.numerator),
        hue: Some(hue),
    };
    let mut parts: Vec<PartOf> = named.iter().zip(hues(drawing, pool, &ids)).map(part).collect();
    if !others.is_empty() {
        let share = Share::sum(others.iter().filter_map(|row| row.estimate.share.as_ref()));
        let unit = others[0].estimate.numerator.unit();
        let amount = others.iter().map(|row| row.estimate.numerator.whole()).sum();
        parts.push(PartOf {
            label: say!(study, "parts-others", n = others.len()),
            percent: printed(study.rounding.percent(&share)),
            share,
            amount: study.wording.amount_number(Amount::new(unit, amount)),
            hue: None,
        });
    }
    parts
}

/// The parts of a figure, with its words; refused where they make no whole.
fn prepared(
    drawing: Drawing<'_>,
    request: FigureRequest<'_>,
    (kind, alt): (&str, &str),
    note: String,
) -> Result<(Vec<PartOf>, Lettering, String), Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&request.table.pool));
    let none = Vec::new();
    let group = request.rows.first().map_or(&none, |row| &row.group);
    let stem = drawing.stem(kind, pool, &request.table.by, group);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    if request.rows.len() < 2 || request.rows.iter().any(|row| row.estimate.share.is_none()) {
        return Err(refused("parts of a whole are for two actors and more, none of them withheld"));
    }
    let parts = parts(&drawing, pool, request.rows);
    if !Share::sum(parts.iter().map(|part| &part.share)).is_whole() {
        return Err(refused("the shares do not make up a whole: the pool's total holds more than its actors"));
    }
    let rounding = if is_hundred(study, &parts) { String::new() } else { say!(study, "chart-rows-may-not-sum") };
    let said = said(drawing, pool, request, &parts, (alt, sentences(&[note, rounding])));
    let lettering = drawing.lettering(&stem, said);
    Ok((parts, lettering, stem))
}

/// Do the printed percentages add up?
fn is_hundred(study: &Study, parts: &[PartOf]) -> bool {
    parts.iter().map(|part| study.rounding.percent(&part.share)).sum::<Percent>().is_hundred()
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    request: FigureRequest<'_>,
    parts: &[PartOf],
    (alt, note): (&str, String),
) -> Said {
    let study = drawing.study;
    let (by, first) = (&request.table.by, request.rows[0]);
    let place = drawing.place(&first.quantity, by, &first.group);
    let pool_name = pool.name.in_language(&study.languages.main);
    let quantity =
        study.quantity(&first.quantity).map_or("", |quantity| quantity.name.in_language(&study.languages.main));
    let dates = days_of(study, pool, by, &first.group);
    let shown: Vec<String> = parts
        .iter()
        .map(|part| say!(study, "chart-name-and-share", name = &part.label, share = &part.percent))
        .collect();
    let (amount, base) = (first.estimate.denominator, &first.estimate.base);
    let (outlets, items) = (drawing.outlets(by, &first.group, base.n_outlets), counted(study, base.n_items, "item"));
    let actors = actors(study, pool, request.rows.len());
    Said {
        title: capitalised(&say!(study, "chart-title-shares", pool = pool_name, place = &place)),
        subtitle: vec![
            say!(study, "chart-share-among", quantity = quantity, actors = actors),
            capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
        ],
        notes: vec![
            sentences(&[
                say!(study, "chart-base-in-items", amount = amount, items = &items),
                drawing.included(pool),
                note.clone(),
            ]),
            care_without_dots(study, request.rows.iter().flat_map(|row| &row.estimate.flags)),
            agreement_words(study, drawing.reliability, &["actor"]),
        ],
        named: by.clone(),
        brief: sentences(&[say!(study, "chart-base-brief", amount = amount, items = items), note]),
        alt: say!(study, alt, pool = pool_name, place = place, shares = study.wording.commas(&shown), dates = dates),
    }
}

/// Draws one group as one hundred squares, rounded by the largest remainder so that they are one hundred.
///
/// Errors: [`Failure::NothingToShow`] where the shares make up no whole.
pub fn waffle_figure(drawing: Drawing<'_>, request: FigureRequest<'_>) -> Result<Figure, Failure> {
    let note = say!(drawing.study, "parts-squares");
    let (parts, lettering, stem) = prepared(drawing, request, ("waffle", "parts-alt-waffle"), note)?;
    let shares: Vec<Share> = parts.iter().map(|part| part.share.clone()).collect();
    let whole = percent_column(&shares, Rounding { rule: RoundingRule::LargestRemainder, decimals: 0 });
    let squares = whole.iter().map(|percent| usize::try_from(percent.units()).unwrap_or(0));
    let table = numbers(drawing.study, &parts, &lettering.title);
    let parts = parts.into_iter().zip(squares).map(|(part, squares)| WafflePart {
        label: part.label,
        squares,
        percent: part.percent,
        hue: part.hue,
    });
    let chart = WaffleChart { lettering, parts: parts.collect() };
    let csv = figure_csv(drawing.study, &request.table.some(request.rows).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, table)
}

/// Draws one group as a pie.
///
/// Errors: [`Failure::NothingToShow`] where the shares make up no whole.
pub fn pie_figure(drawing: Drawing<'_>, request: FigureRequest<'_>) -> Result<Figure, Failure> {
    let (parts, lettering, stem) = prepared(drawing, request, ("pie", "parts-alt-pie"), String::new())?;
    let table = numbers(drawing.study, &parts, &lettering.title);
    let slices = parts.into_iter().map(|part| PieSlice {
        label: part.label,
        share: part.share.as_f64(),
        percent: part.percent,
        hue: part.hue,
    });
    let chart = PieChart { lettering, slices: slices.collect() };
    let csv = figure_csv(drawing.study, &request.table.some(request.rows).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, table)
}

fn numbers(study: &Study, parts: &[PartOf], title: &str) -> Table {
    use Alignment::{Left, Right};
    let rows = parts.iter().map(|part| vec![part.label.clone(), part.percent.clone(), part.amount.clone()]);
    Table {
        caption: say!(study, "chart-numbers", title = title),
        columns: vec![
            (say!(study, "heading-actor"), Left),
            (say!(study, "heading-share"), Right),
            (say!(study, "heading-amount"), Right),
        ],
        rows: rows.collect(),
        note: None,
    }
}
