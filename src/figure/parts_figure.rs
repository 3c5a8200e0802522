//! Figures of a whole and its parts, for readers who look at no axis: the waffle, and the pie for those who ask for it.

use super::drawing::{Drawing, Failure, Figure, Said, agreement_words, care_without_dots, hues};
use super::share_figure::FigureRequest;
use crate::chart::{Hue, Lettering, PieChart, PieSlice, WaffleChart, WafflePart};
use crate::measure::{ShareRow, Who, ranking};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days, days_of, figure_csv};
use crate::unit::{Percent, Rounding, RoundingRule, Share, percent_column};

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
    let zero = || Share::of(0, 1).expect("invariant: one is not zero");
    let part = |(row, hue): (&&ShareRow, Hue)| PartOf {
        label: actor(study, &row.actor).0,
        share: row.estimate.share.clone().unwrap_or_else(zero),
        percent: row.estimate.percent.map(|percent| format!("{percent}%")).unwrap_or_default(),
        amount: row.estimate.numerator.printed_number(),
        hue: Some(hue),
    };
    let mut parts: Vec<PartOf> = named.iter().zip(hues(drawing, pool, &ids)).map(part).collect();
    if !others.is_empty() {
        let share = Share::sum(others.iter().filter_map(|row| row.estimate.share.as_ref()));
        let unit = others[0].estimate.numerator.unit();
        let amount = others.iter().map(|row| row.estimate.numerator.whole()).sum();
        parts.push(PartOf {
            label: format!("{} others", others.len()),
            percent: format!("{}%", study.rounding.percent(&share)),
            share,
            amount: crate::unit::Amount::new(unit, amount).printed_number(),
            hue: None,
        });
    }
    parts
}

/// The parts of a figure, with its words; refused where they make no whole.
fn prepared(
    drawing: Drawing<'_>,
    request: FigureRequest<'_>,
    (kind, name): (&str, &str),
    note: &str,
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
    let rounding = if is_hundred(study, &parts) { "" } else { " Rows may not sum to 100." };
    let note = format!("{note}{rounding}");
    let said = said(drawing, pool, request, &parts, (name, note.trim()));
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
    (name, note): (&str, &str),
) -> Said {
    let study = drawing.study;
    let (by, first) = (&request.table.by, request.rows[0]);
    let place = drawing.place(&first.quantity, by, &first.group);
    let pool_name = pool.name.in_language(&study.languages.main);
    let quantity =
        study.quantity(&first.quantity).map_or("", |quantity| quantity.name.in_language(&study.languages.main));
    let (from, to) = days_of(study, pool, by, &first.group);
    let dates = days(from, to);
    let shown: Vec<String> = parts.iter().map(|part| format!("{} {}", part.label, part.percent)).collect();
    let base = &first.estimate;
    let outlets = capitalised(&drawing.outlets(by, &first.group, base.base.n_outlets));
    Said {
        title: format!("{}: shares {place}", capitalised(pool_name)),
        subtitle: vec![
            format!("Share of {quantity} among {}, %", actors(study, pool, request.rows.len())),
            format!("{outlets}, {dates}"),
        ],
        notes: vec![
            format!(
                "Base: {} in {}.{} {note}",
                base.denominator,
                counted(base.base.n_items, "item"),
                drawing.included(pool)
            ),
            care_without_dots(study, request.rows.iter().flat_map(|row| &row.estimate.flags)),
            agreement_words(drawing.reliability, &["actor"]),
        ],
        named: by.clone(),
        brief: format!("{}, {}. {note}", base.denominator, counted(base.base.n_items, "item")),
        alt: format!("{name} of the shares of {pool_name} {place}: {}. {dates}.", shown.join(", ")),
    }
}

/// Draws one group as one hundred squares, rounded by the largest remainder so that they are one hundred.
///
/// Errors: [`Failure::NothingToShow`] where the shares make up no whole.
pub fn waffle_figure(drawing: Drawing<'_>, request: FigureRequest<'_>) -> Result<Figure, Failure> {
    let note = "One square is one per cent; whole squares by the largest remainder.";
    let (parts, lettering, stem) = prepared(drawing, request, ("waffle", "One hundred squares"), note)?;
    let shares: Vec<Share> = parts.iter().map(|part| part.share.clone()).collect();
    let whole = percent_column(&shares, Rounding { rule: RoundingRule::LargestRemainder, decimals: 0 });
    let squares = whole.iter().map(|percent| usize::try_from(percent.units()).unwrap_or(0));
    let table = numbers(&parts, &lettering.title);
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
    let (parts, lettering, stem) = prepared(drawing, request, ("pie", "Pie chart"), "")?;
    let table = numbers(&parts, &lettering.title);
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

fn numbers(parts: &[PartOf], title: &str) -> Table {
    use Alignment::{Left, Right};
    let rows = parts.iter().map(|part| vec![part.label.clone(), part.percent.clone(), part.amount.clone()]);
    Table {
        caption: format!("Numbers of the figure: {title}"),
        columns: [("Actor", Left), ("Share", Right), ("Amount", Right)].map(|(name, a)| (name.to_owned(), a)).into(),
        rows: rows.collect(),
        note: None,
    }
}
