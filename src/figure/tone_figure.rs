//! The figure of tone: one group of a table of tones.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care_without_dots, left_out, length};
use crate::chart::{ToneChart, TonePart, ToneRow};
use crate::measure::{Estimate, Figure as Cell, FigureTable, Flag, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days, days_of, figure_csv};

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
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(&chart))
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
    let (from, to) = days_of(study, pool, &table.by, &first.group);
    let dates = days(from, to);
    let pool_name = pool.name.in_language(&study.languages.main);
    let focus = study.report.focus.as_deref();
    let rows = shown.iter().map(|(id, kinds)| row(study, id, kinds, focus == Some(*id)));
    let said = shown.iter().map(|(id, kinds)| {
        let percents = kinds.map(printed);
        format!("{} {}% negative, {}% neutral, {}% positive", actor(study, id).0, percents[0], percents[1], percents[2])
    });
    let alt = format!(
        "Bar chart of the tone of {pool_name} {place}, from the actor with most: {}. {dates}.",
        said.collect::<Vec<_>>().join("; ")
    );
    ToneChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, shown, pool_name, &place),
                subtitle: vec![
                    format!("Tone of the coverage of {}, {}", actors(study, pool, shown.len()), unit.printed_name()),
                    format!(
                        "{}, {dates}",
                        capitalised(&drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets))
                    ),
                ],
                notes: notes(drawing, pool, shown, left_out),
                named: table.by.clone(),
                brief: format!(
                    "Coded tone only, {}. %: of the actor's coverage.",
                    counted(first.estimate.base.n_clusters, "outlet-day")
                ),
                alt,
            },
        ),
        rows: rows.collect(),
        names: ["negative", "neutral", "positive"].map(str::to_owned),
        unit: unit.printed_name().to_owned(),
    }
}

fn printed(cell: &Cell) -> String {
    cell.estimate.printed_percent()
}

fn row(study: &Study, id: &str, kinds: &[&Cell; 3], is_focus: bool) -> ToneRow {
    let part = |cell: &Cell| TonePart {
        amount: length(cell.estimate.numerator),
        long: format!("{} ({}%)", cell.estimate.numerator.printed_number(), printed(cell)),
        short: format!("{}%", printed(cell)),
    };
    let (label, beside) = actor(study, id);
    let [negative, neutral, positive] = kinds.map(part);
    let total = kinds[0].estimate.denominator.printed_number();
    ToneRow { label, beside, negative, neutral, positive, total, is_focus }
}

/// Of the actor in view the exact parts, else a neutral title: which actor fared worst is no message without an interval.
fn title(study: &Study, shown: &[(&str, [&Cell; 3])], pool_name: &str, place: &str) -> String {
    let neutral = format!("{}: tone {place}", capitalised(pool_name));
    let focus = study.report.focus.as_deref().and_then(|focus| shown.iter().find(|(id, _)| *id == focus));
    let Some((id, [negative, _, positive])) = focus else { return neutral };
    let message =
        format!("{} {place}: {}% positive, {}% negative", actor(study, id).0, printed(positive), printed(negative));
    drawing::title(Some(message), neutral)
}

fn notes(drawing: Drawing<'_>, pool: &Pool, shown: &[(&str, [&Cell; 3])], left_out: &str) -> Vec<String> {
    let flags = shown.iter().flat_map(|(_, kinds)| kinds).flat_map(|cell| &cell.estimate.flags);
    vec![
        format!(
            "Base: coverage with a coded tone; what was not coded is no neutral.{}{left_out}",
            drawing.included(pool)
        ),
        care_without_dots(drawing.study, flags),
        agreement_words(drawing.reliability, &["tone", "actor"]),
        "Negative and positive begin at one zero line, neutral at its own; all three have one scale. % is of the row."
            .to_owned(),
    ]
}

fn numbers(chart: &ToneChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart.rows.iter().map(|row| {
        let parts = [&row.negative, &row.neutral, &row.positive].map(|part| part.long.clone());
        [row.label.clone()].into_iter().chain(parts).chain([row.total.clone()]).collect()
    });
    let headings = ["Actor", "Negative", "Neutral", "Positive"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("All, {}", chart.unit)]);
    let columns = headings.enumerate().map(|(n, name)| (name, if n == 0 { Left } else { Right }));
    let caption = format!("Numbers of the figure: {}", chart.lettering.title);
    Table { caption, columns: columns.collect(), rows: rows.collect(), note: None }
}
