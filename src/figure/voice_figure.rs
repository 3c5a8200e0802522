//! The figure of voice: one group of a table of voices.

use super::drawing::{
    self, Drawing, Failure, Figure, Said, agreement_words, care, left_out, length, no_interval, printed_percent,
};
use crate::chart::{VoiceChart, VoiceRow};
use crate::measure::{Estimate, Figure as Cell, FigureTable, Flag, Status};
use crate::study::{Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, days_of, figure_csv};
use crate::unit::{Amount, Share};
use crate::wording::say;

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
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(study, &chart))
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
    let place = drawing.place(&first.quantity, &table.by, &first.group);
    let dates = days_of(study, pool, &table.by, &first.group);
    let pool_name = pool.name.in_language(&study.languages.main);
    let said = shown.iter().map(|cell| {
        let percent = printed_percent(study, &cell.estimate);
        say!(study, "voice-of-actor", actor = actor(study, &cell.actor).0, percent = percent)
    });
    let said = study.wording.semicolons(&said.collect::<Vec<_>>());
    let outlets = drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets);
    let (actors, unit) = (actors(study, pool, shown.len()), study.wording.unit(first.estimate.denominator.unit()));
    let level = shown.iter().find_map(|cell| cell.estimate.interval).map(|interval| interval.level);
    let measure = match level {
        Some(level) => {
            say!(study, "voice-subtitle-with-interval", actors = actors, unit = unit, level = level)
        }
        None => say!(study, "voice-subtitle", actors = actors, unit = unit),
    };
    VoiceChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, shown, pool_name, &place),
                subtitle: vec![
                    measure,
                    capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
                ],
                notes: notes(drawing, pool, shown, left_out),
                named: table.by.clone(),
                brief: say!(study, "voice-brief"),
                alt: say!(study, "voice-alt", pool = pool_name, place = place, voices = said, dates = dates),
            },
        ),
        rows: shown.iter().map(|cell| row(study, cell)).collect(),
        names: [say!(study, "voice-own"), say!(study, "voice-reported")],
        percent_heading: say!(study, "voice-own-percent"),
    }
}

fn row(study: &Study, cell: &Cell) -> VoiceRow {
    let (label, beside) = actor(study, &cell.actor);
    let estimate = &cell.estimate;
    let (direct, all) = (estimate.numerator, estimate.denominator);
    let reported = Amount::new(all.unit(), all.whole() - direct.whole());
    let [sum, own, rest] = [all, direct, reported].map(|amount| study.wording.amount_number(amount));
    VoiceRow {
        label,
        beside,
        direct: length(direct),
        reported: length(reported),
        long: say!(study, "voice-parts", all = &sum, own = own, reported = rest),
        short: sum,
        share: estimate.share.as_ref().map_or(0.0, Share::as_f64),
        limits: estimate.limits(),
        percent: say!(study, "chart-percent", percent = printed_percent(study, estimate)),
        is_focus: study.report.focus.as_deref() == Some(cell.actor.as_str()),
        is_flagged: !cell.estimate.flags.is_empty(),
    }
}

/// Of the actor in view the exact part, else a neutral title.
fn title(study: &Study, shown: &[&Cell], pool_name: &str, place: &str) -> String {
    let focus = study.report.focus.as_deref().and_then(|focus| shown.iter().find(|cell| cell.actor == focus));
    let message = focus.map(|cell| {
        let (name, percent) = (actor(study, &cell.actor).0, printed_percent(study, &cell.estimate));
        say!(study, "voice-title-of-actor", actor = name, place = place, percent = percent)
    });
    let neutral = capitalised(&say!(study, "voice-title", pool = pool_name, place = place));
    drawing::title(message, neutral)
}

fn notes(drawing: Drawing<'_>, pool: &Pool, shown: &[&Cell], left_out: &str) -> Vec<String> {
    let study = drawing.study;
    vec![
        format!("{}{}{left_out}", say!(study, "voice-base"), drawing.included(pool)),
        if shown.iter().all(|cell| cell.estimate.interval.is_none()) {
            no_interval(study, &shown[0].estimate)
        } else {
            say!(study, "voice-interval")
        },
        care(study, shown.iter().flat_map(|cell| &cell.estimate.flags)),
        agreement_words(study, drawing.reliability, &["voice", "actor"]),
    ]
}

fn numbers(study: &Study, chart: &VoiceChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart.rows.iter().map(|row| vec![row.label.clone(), row.long.clone(), row.percent.clone()]);
    let headings = [("heading-actor", Left), ("voice-heading-all", Right), ("voice-heading-own", Right)];
    let columns = headings.map(|(id, alignment)| (say!(study, id), alignment)).into();
    let caption = say!(study, "chart-numbers", title = &chart.lettering.title);
    Table { caption, columns, rows: rows.collect(), note: None }
}
