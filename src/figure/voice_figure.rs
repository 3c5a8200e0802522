//! The figure of voice: one group of a table of voices.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care, left_out, length, no_interval};
use crate::chart::{VoiceChart, VoiceRow};
use crate::measure::{Estimate, Figure as Cell, FigureTable, Flag, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, days, days_of, figure_csv};
use crate::unit::{Amount, Share};

/// Draws the voice of the actors of one quantity and group.
///
/// Errors: [`Failure::NothingToShow`] where fewer than two actors have enough coverage with a coded voice.
pub fn voice_figure(
    drawing: Drawing<'_>,
    table: &FigureTable,
    (quantity, group): (&str, &[String]),
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let cells: Vec<&Cell> =
        table.figures.iter().filter(|cell| cell.quantity == quantity && cell.group == group).collect();
    let stem = drawing.stem("voice", pool, &table.by, group);
    let (mut shown, mut hidden): (Vec<&Cell>, Vec<(String, &Estimate)>) = (Vec::new(), Vec::new());
    for cell in cells.iter().filter(|cell| cell.measure == "voice" && cell.estimate.denominator.whole() > 0) {
        if cell.estimate.status == Status::Withheld || cell.estimate.flags.contains(&Flag::SmallAmount) {
            hidden.push((actor(study, &cell.actor).0, &cell.estimate));
        } else {
            shown.push(cell);
        }
    }
    if shown.len() < 2 {
        let why = "fewer than two actors have enough coverage with a coded voice";
        return Err(Failure::NothingToShow { figure: stem, why });
    }
    shown.sort_by_key(|cell| std::cmp::Reverse(cell.estimate.denominator.whole()));
    let chart = chart(drawing, table, pool, &shown, (&left_out(study, hidden.into_iter()), &stem));
    let some = FigureTable { figures: cells.into_iter().cloned().collect(), ..table.clone() };
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(&chart))
}

fn printed(cell: &Cell) -> String {
    cell.estimate.printed_percent()
}

fn chart(
    drawing: Drawing<'_>,
    table: &FigureTable,
    pool: &Pool,
    shown: &[&Cell],
    (left_out, stem): (&str, &str),
) -> VoiceChart {
    let study = drawing.study;
    let first = shown[0];
    let unit = first.estimate.denominator.unit().printed_name();
    let place = drawing.place(&first.quantity, &table.by, &first.group);
    let (from, to) = days_of(study, pool, &table.by, &first.group);
    let dates = days(from, to);
    let pool_name = pool.name.in_language(&study.languages.main);
    let said: Vec<String> = shown
        .iter()
        .map(|cell| format!("{} {}% in its own words", actor(study, &cell.actor).0, printed(cell)))
        .collect();
    let outlets = drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets);
    let level = shown.iter().find_map(|cell| cell.estimate.interval).map(|interval| interval.level);
    let with = level.map_or_else(String::new, |level| format!(", with {level}% interval"));
    VoiceChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, shown, pool_name, &place),
                subtitle: vec![
                    format!(
                        "Own words and being talked about, {}, {unit}, and own words in %{with}",
                        actors(study, pool, shown.len())
                    ),
                    format!("{}, {dates}", capitalised(&outlets)),
                ],
                notes: notes(drawing, pool, shown, left_out),
                named: table.by.clone(),
                brief: "Base: coverage with a coded voice.".to_owned(),
                alt: format!(
                    "Bar chart of the voice of {pool_name} {place}, from the actor with most: {}. {dates}.",
                    said.join("; ")
                ),
            },
        ),
        rows: shown.iter().map(|cell| row(study, cell)).collect(),
        names: ["own words".to_owned(), "talked about".to_owned()],
        percent_heading: "own words, %".to_owned(),
    }
}

fn row(study: &Study, cell: &Cell) -> VoiceRow {
    let (label, beside) = actor(study, &cell.actor);
    let estimate = &cell.estimate;
    let (direct, all) = (estimate.numerator, estimate.denominator);
    let reported = Amount::new(all.unit(), all.whole() - direct.whole());
    VoiceRow {
        label,
        beside,
        direct: length(direct),
        reported: length(reported),
        long: format!("{} ({} + {})", all.printed_number(), direct.printed_number(), reported.printed_number()),
        short: all.printed_number(),
        share: estimate.share.as_ref().map_or(0.0, Share::as_f64),
        limits: estimate.limits(),
        percent: format!("{}%", printed(cell)),
        is_focus: study.report.focus.as_deref() == Some(cell.actor.as_str()),
        is_flagged: !cell.estimate.flags.is_empty(),
    }
}

/// Of the actor in view the exact part, else a neutral title.
fn title(study: &Study, shown: &[&Cell], pool_name: &str, place: &str) -> String {
    let focus = study.report.focus.as_deref().and_then(|focus| shown.iter().find(|cell| cell.actor == focus));
    let message = focus.map(|cell| {
        let name = actor(study, &cell.actor).0;
        format!("{name} {place}: {}% of its coded coverage is own words", printed(cell))
    });
    let neutral = format!("{}: own words {place}", capitalised(pool_name));
    drawing::title(message, neutral)
}

fn notes(drawing: Drawing<'_>, pool: &Pool, shown: &[&Cell], left_out: &str) -> Vec<String> {
    let study = drawing.study;
    vec![
        format!(
            "Base: coverage with a coded voice; what was not coded is in neither part.{}{left_out}",
            drawing.included(pool)
        ),
        if shown.iter().all(|cell| cell.estimate.interval.is_none()) {
            no_interval(study, &shown[0].estimate)
        } else {
            "Interval: from day to day within these outlets; not a margin of error for all media. No whisker: too few outlet-days."
                .to_owned()
        },
        care(study, shown.iter().flat_map(|cell| &cell.estimate.flags)),
        agreement_words(drawing.reliability, &["voice", "actor"]),
    ]
}

fn numbers(chart: &VoiceChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart.rows.iter().map(|row| vec![row.label.clone(), row.long.clone(), row.percent.clone()]);
    let headings = [("Actor", Left), ("All (own words + talked about)", Right), ("Own words", Right)];
    let columns = headings.map(|(name, alignment)| (name.to_owned(), alignment)).into();
    let caption = format!("Numbers of the figure: {}", chart.lettering.title);
    Table { caption, columns, rows: rows.collect(), note: None }
}
