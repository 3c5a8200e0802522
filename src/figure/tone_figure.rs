//! The figure of tone: one group of a table of tones.

use super::drawing::{
    self, Drawing, Failure, Figure, Said, agreement_words, care_without_dots, left_out, length, printed_percent,
};
use crate::chart::{ToneChart, TonePart, ToneRow};
use crate::measure::{Estimate, Figure as Cell, FigureTable, Flag, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days_of, figure_csv};
use crate::wording::say;

/// Draws the tone of the actors of one quantity and group.
///
/// Errors: [`Failure::NothingToShow`] where no tone is coded, nobody says what the tones mean, or the study withholds them.
pub fn tone_figure(
    drawing: Drawing<'_>,
    table: &FigureTable,
    (quantity, group): (&str, &[String]),
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let cells: Vec<&Cell> =
        table.figures.iter().filter(|cell| cell.quantity == quantity && cell.group == group).collect();
    let stem = drawing.stem("tone", pool, &table.by, group);
    let mut shown: Vec<(&str, [&Cell; 3])> = Vec::new();
    let mut hidden: Vec<(String, &Estimate)> = Vec::new();
    for id in study.codebook.actors.ids() {
        let Some(kinds) = kinds(&cells, id) else { continue };
        let coded = &kinds[0].estimate;
        let is_hidden =
            |cell: &&Cell| cell.estimate.status == Status::Withheld || cell.estimate.flags.contains(&Flag::SmallAmount);
        if let Some(cell) = kinds.iter().find(|cell| is_hidden(cell)) {
            hidden.push((actor(study, id).0, &cell.estimate));
        } else if coded.denominator.whole() > 0 {
            shown.push((id, kinds));
        }
    }
    if shown.len() < 2 {
        let why = "fewer than two actors have enough coverage with a coded tone, or the codebook does not say what tones mean";
        return Err(Failure::NothingToShow { figure: stem, why });
    }
    // Most coverage first; ties by the codebook's order.
    shown.sort_by_key(|(_, kinds)| std::cmp::Reverse(kinds[0].estimate.denominator.whole()));
    let chart = chart(drawing, table, pool, &shown, (&left_out(study, hidden.into_iter()), &stem));
    let some = FigureTable { figures: cells.into_iter().cloned().collect(), ..table.clone() };
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(study, &chart))
}

/// Negative, neutral and positive of one actor.
fn kinds<'a>(cells: &[&'a Cell], id: &str) -> Option<[&'a Cell; 3]> {
    let of = |kind: &str| {
        cells.iter().find(|cell| cell.actor == id && cell.measure == "tone-kind" && cell.of == kind).copied()
    };
    Some([of("negative")?, of("neutral")?, of("positive")?])
}

fn chart(
    drawing: Drawing<'_>,
    table: &FigureTable,
    pool: &Pool,
    shown: &[(&str, [&Cell; 3])],
    (left_out, stem): (&str, &str),
) -> ToneChart {
    let study = drawing.study;
    let first = shown[0].1[0];
    let unit = first.estimate.denominator.unit();
    let place = drawing.place(&first.quantity, &table.by, &first.group);
    let dates = days_of(study, pool, &table.by, &first.group);
    let pool_name = pool.name.in_language(&study.languages.main);
    let focus = study.report.focus.as_deref();
    let rows = shown.iter().map(|(id, kinds)| row(study, id, kinds, focus == Some(*id)));
    let said = shown.iter().map(|(id, kinds)| {
        let [negative, neutral, positive] = kinds.map(|cell| printed_percent(study, &cell.estimate));
        let name = actor(study, id).0;
        say!(study, "tone-of-actor", actor = name, negative = negative, neutral = neutral, positive = positive)
    });
    let said = study.wording.semicolons(&said.collect::<Vec<_>>());
    let outlets = drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets);
    let days = counted(study, first.estimate.base.n_clusters, "outlet-day");
    let actors = actors(study, pool, shown.len());
    ToneChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, shown, pool_name, &place),
                subtitle: vec![
                    say!(study, "tone-subtitle", actors = actors, unit = study.wording.unit(unit)),
                    capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
                ],
                notes: notes(drawing, pool, shown, left_out),
                named: table.by.clone(),
                brief: say!(study, "tone-brief", days = days),
                alt: say!(study, "tone-alt", pool = pool_name, place = place, tones = said, dates = dates),
            },
        ),
        rows: rows.collect(),
        names: ["tone-negative", "tone-neutral", "tone-positive"].map(|id| say!(study, id)),
        unit: study.wording.unit(unit),
    }
}

fn row(study: &Study, id: &str, kinds: &[&Cell; 3], is_focus: bool) -> ToneRow {
    let part = |cell: &Cell| {
        let (amount, percent) = (cell.estimate.numerator, printed_percent(study, &cell.estimate));
        let number = study.wording.amount_number(amount);
        TonePart {
            amount: length(amount),
            long: say!(study, "tone-part", number = number, percent = &percent),
            short: say!(study, "chart-percent", percent = percent),
        }
    };
    let (label, beside) = actor(study, id);
    let [negative, neutral, positive] = kinds.map(part);
    let total = study.wording.amount_number(kinds[0].estimate.denominator);
    ToneRow { label, beside, negative, neutral, positive, total, is_focus }
}

/// Of the actor in view the exact parts, else a neutral title: which actor fared worst is no message without an interval.
fn title(study: &Study, shown: &[(&str, [&Cell; 3])], pool_name: &str, place: &str) -> String {
    let neutral = capitalised(&say!(study, "tone-title", pool = pool_name, place = place));
    let focus = study.report.focus.as_deref().and_then(|focus| shown.iter().find(|(id, _)| *id == focus));
    let Some((id, [negative, _, positive])) = focus else { return neutral };
    let [positive, negative] = [positive, negative].map(|cell| printed_percent(study, &cell.estimate));
    let name = actor(study, id).0;
    let message =
        say!(study, "tone-title-of-actor", actor = name, place = place, positive = positive, negative = negative);
    drawing::title(Some(message), neutral)
}

fn notes(drawing: Drawing<'_>, pool: &Pool, shown: &[(&str, [&Cell; 3])], left_out: &str) -> Vec<String> {
    let study = drawing.study;
    let flags = shown.iter().flat_map(|(_, kinds)| kinds).flat_map(|cell| &cell.estimate.flags);
    vec![
        format!("{}{}{left_out}", say!(study, "tone-base"), drawing.included(pool)),
        care_without_dots(study, flags),
        agreement_words(study, drawing.reliability, &["tone", "actor"]),
        say!(study, "tone-scale"),
    ]
}

fn numbers(study: &Study, chart: &ToneChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart.rows.iter().map(|row| {
        let parts = [&row.negative, &row.neutral, &row.positive].map(|part| part.long.clone());
        [row.label.clone()].into_iter().chain(parts).chain([row.total.clone()]).collect()
    });
    let kinds = chart.names.iter().map(|name| capitalised(name));
    let all = say!(study, "tone-heading-all", unit = &chart.unit);
    let headings = [say!(study, "heading-actor")].into_iter().chain(kinds).chain([all]);
    let columns = headings.enumerate().map(|(n, name)| (name, if n == 0 { Left } else { Right }));
    let caption = say!(study, "chart-numbers", title = &chart.lettering.title);
    Table { caption, columns: columns.collect(), rows: rows.collect(), note: None }
}
