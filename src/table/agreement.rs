//! Tables of agreement: per variable, what coders do, what disagreement does to shares, and the worklist.

use serde_json::{Value, json};

use super::figures::harmless;
use super::phrases::{actor_line, counted};
use super::{Alignment, Table};
use crate::agreement::{Agreement, CoderRow, Scope, VariableAgreement, is_apart, monday, probability_at_least};
use crate::measure::{CoderInterval, Disagreement};
use crate::study::Study;
use crate::unit::Unit;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.agree/1";

fn two(number: f64) -> String {
    let text = format!("{number:.2}");
    if text == "-0.00" { "0.00".to_owned() } else { text }
}

fn percent(part: Option<f64>) -> String {
    part.map_or_else(|| "–".to_owned(), |part| format!("{:.1}", part * 100.0))
}

fn who(scope: &Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Pair(a, b) => format!("{a} and {b}"),
        Scope::AgainstRest(coder) => format!("{coder} and the rest"),
    }
}

/// The table for people: agreement of all coders, of each with the rest where they do not always agree, and of pairs where they are
/// asked for.
pub fn agreement_table(study: &Study, agreement: &Agreement, with_pairs: bool) -> Table {
    use Alignment::{Left, Right};
    // Where all agree, each agrees with the rest.
    let is_shown = |row: &&VariableAgreement| match row.scope {
        Scope::All => true,
        Scope::AgainstRest(_) => with_pairs || row.full != Some(1.0),
        Scope::Pair(..) => with_pairs,
    };
    let shown: Vec<&VariableAgreement> = agreement.rows.iter().filter(is_shown).collect();
    let rows = shown.iter().map(|row| {
        let alpha = row.alpha.map_or_else(|| "–".to_owned(), |alpha| two(alpha.value));
        let interval = row.interval.map_or_else(String::new, |(low, high)| format!("{} to {}", two(low), two(high)));
        let others =
            row.coefficients.iter().filter_map(|(name, found)| Some(format!("{name} {}", two(found.as_ref()?.value))));
        let difference = row.difference.map(|difference| {
            let within = difference
                .within
                .map_or_else(String::new, |part| format!(", {} % within tolerance", percent(Some(part))));
            let (amount, relative) =
                (apart(row.measured, difference.mean_absolute), percent(Some(difference.relative)));
            format!("{amount} apart on average, {relative} %{within}")
        });
        let words: Vec<String> = others.chain(difference).collect();
        vec![
            row.variable.clone(),
            row.level.word().to_owned(),
            who(&row.scope),
            row.n_units.to_string(),
            percent(row.full),
            percent(row.holsti),
            alpha,
            interval,
            row.verdict.word().to_owned(),
            words.join("; "),
        ]
    });
    let headings = ["variable", "level", "coders", "units", "all agree, %", "Holsti, %", "alpha"];
    let mut columns: Vec<(String, Alignment)> = headings
        .into_iter()
        .enumerate()
        .map(|(place, name)| (name.to_owned(), if place < 3 { Left } else { Right }))
        .collect();
    columns.push((format!("{} % interval", agreement.scheme.level), Right));
    columns.extend(["verdict", "other coefficients"].map(|name| (name.to_owned(), Left)));
    let marks = format!(
        "Alpha is Krippendorff's; from {} on reliable, from {} tentative. Intervals: {}. A variable with one category is \
         undefined, whatever its percentage. Brennan and Prediger's counts pairs of coders. No p-value is given: agreement is \
         not tested against none.",
        two(f64::from(i32::try_from(study.agreement.reliable).unwrap_or(0)) / 1_000.0),
        format_args!("{:.3}", f64::from(i32::try_from(study.publishing.least_alpha).unwrap_or(0)) / 1_000.0),
        agreement.scheme.words()
    );
    let caption = "Agreement between coders".to_owned();
    Table { caption, columns, rows: rows.collect(), note: Some(marks) }
}

/// A difference in the unit people read.
fn apart(measured: Option<Unit>, difference: f64) -> String {
    match measured {
        Some(Unit::Time) => format!("{:.1} s", difference / 1_000.0),
        Some(Unit::Area) => format!("{:.1} cm²", difference / 100.0),
        _ => format!("{difference:.2}"),
    }
}

/// One coefficient a row, for machines.
pub fn agreement_csv(agreement: &Agreement) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading = [
        "variable",
        "level",
        "scope",
        "coders",
        "n_units",
        "n_coders",
        "coefficient",
        "value",
        "low",
        "high",
        "standard_error",
        "observed",
        "expected",
        "method",
        "verdict",
    ];
    writer.write_record(heading).expect("invariant: writing to memory cannot fail");
    for row in &agreement.rows {
        let scope = match row.scope {
            Scope::All => "all",
            Scope::Pair(..) => "pair",
            Scope::AgainstRest(_) => "against-rest",
        };
        let mut write = |name: &str, numbers: [Option<f64>; 6], method: &str| {
            let mut cells = vec![
                harmless(&row.variable),
                row.level.word().to_owned(),
                scope.to_owned(),
                harmless(&who(&row.scope)),
            ];
            cells.extend([row.n_units.to_string(), row.n_coders.to_string(), name.to_owned()]);
            cells.extend(numbers.map(|number| number.map(|number| number.to_string()).unwrap_or_default()));
            cells.extend([method.to_owned(), row.verdict.word().to_owned()]);
            writer.write_record(&cells).expect("invariant: every row has a cell per heading");
        };
        write("all-agree", [row.full, None, None, None, None, None], "");
        write("holsti", [row.holsti, None, None, None, None, None], "");
        for (name, found) in &row.coefficients {
            let numbers = found.as_ref().map_or([None; 6], |found| {
                [Some(found.value), None, None, Some(found.standard_error), Some(found.observed), Some(found.expected)]
            });
            write(name, numbers, "");
        }
        let (low, high) = row.interval.unzip();
        let (observed, expected) = row.alpha.map(|alpha| (alpha.observed, alpha.expected)).unzip();
        let value = row.alpha.map(|alpha| alpha.value);
        write("alpha", [value, low, high, None, observed, expected], &agreement.scheme.words());
        if let Some(difference) = row.difference {
            write("mean-absolute-difference", [Some(difference.mean_absolute), None, None, None, None, None], "");
            write("relative-difference", [Some(difference.relative), None, None, None, None, None], "");
            write("within-tolerance", [difference.within, None, None, None, None, None], "");
        }
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// Everything as JSON. A coefficient carries how probable it is that it reaches each mark.
pub fn agreement_json(study: &Study, agreement: &Agreement, coders: &[CoderRow]) -> Value {
    let marks = [study.agreement.reliable, study.publishing.least_alpha];
    let rows = agreement.rows.iter().map(|row| {
        let coefficients = row.coefficients.iter().map(|(name, found)| {
            let at_least = found.as_ref().map(|found| {
                let probability = |mark: i64| {
                    let mark = f64::from(i32::try_from(mark).unwrap_or(0)) / 1_000.0;
                    json!({ "mark": mark, "probability": probability_at_least(mark, found.value, found.standard_error) })
                };
                marks.map(probability)
            });
            json!({
                "name": name,
                "value": found.map(|found| found.value),
                "standard_error": found.map(|found| found.standard_error),
                "observed": found.map(|found| found.observed),
                "expected": found.map(|found| found.expected),
                "at_least": at_least,
            })
        });
        json!({
            "variable": row.variable,
            "level": row.level.word(),
            "coders": who(&row.scope),
            "n_units": row.n_units,
            "n_coders": row.n_coders,
            "all_agree": row.full,
            "holsti": row.holsti,
            "coefficients": coefficients.collect::<Vec<_>>(),
            "alpha": row.alpha.map(|alpha| alpha.value),
            "interval": row.interval.map(|(low, high)| json!({
                "low": low, "high": high, "level": agreement.scheme.level, "method": agreement.scheme.words(),
            })),
            "difference": row.difference.map(|difference| json!({
                "mean_absolute": difference.mean_absolute, "relative": difference.relative, "within_tolerance": difference.within,
            })),
            "verdict": row.verdict.word(),
        })
    });
    json!({
        "schema": SCHEMA,
        "study": study.id,
        "variables": rows.collect::<Vec<_>>(),
        "coders": coders.iter().map(coder_json).collect::<Vec<_>>(),
        "findings": coder_findings(coders),
    })
}

fn coder_json(row: &CoderRow) -> Value {
    json!({
        "coder": row.coder,
        "n_rows": row.n_rows,
        "n_blank_tones": row.n_blank_tones,
        "seconds": row.milliseconds / 1_000,
        "n_outlet_days": row.outlet_days.len(),
        "tone_mean": row.all_tones().mean(),
        "n_durations": row.n_durations,
        "n_round_durations": row.n_round,
        "weeks": row.tones.iter().map(|(week, tones)| json!({
            "monday": day(monday(*week)), "n_tones": tones.n, "tone_mean": tones.mean(),
        })).collect::<Vec<_>>(),
    })
}

fn day(days: i32) -> String {
    chrono::NaiveDate::from_num_days_from_ce_opt(days + 719_163).map(|day| day.to_string()).unwrap_or_default()
}

/// What each coder did, for people. `hours` are those monitored on the coder's outlet-days, where a calendar says so.
pub fn coder_table(coders: &[CoderRow], hours: &[Option<f64>]) -> Table {
    use Alignment::{Left, Right};
    let rows = coders.iter().zip(hours).map(|(row, hours)| {
        let minutes = f64::from(i32::try_from(row.milliseconds / 1_000).unwrap_or(i32::MAX)) / 60.0;
        let part = |n: u64, of: u64| if of == 0 { None } else { Some(float(n) / float(of)) };
        vec![
            row.coder.clone(),
            row.n_rows.to_string(),
            row.outlet_days.len().to_string(),
            format!("{minutes:.1}"),
            hours.filter(|hours| *hours > 0.0).map_or_else(|| "–".to_owned(), |hours| two(minutes / hours)),
            percent(part(row.n_blank_tones, row.n_rows)),
            row.all_tones().mean().map_or_else(|| "–".to_owned(), two),
            percent(part(row.n_round, row.n_durations)),
        ]
    });
    let headings = [
        "coder",
        "rows",
        "outlet-days",
        "minutes coded",
        "minutes per hour monitored",
        "without a tone, %",
        "mean tone",
        "multiples of 5 s, %",
    ];
    let columns =
        headings.into_iter().enumerate().map(|(n, name)| (name.to_owned(), if n == 0 { Left } else { Right }));
    let mut notes = vec![
        "A fifth of whole seconds are multiples of five by chance; 19.2 % of 40,492 professional durations are."
            .to_owned(),
    ];
    notes.extend(coder_findings(coders));
    Table {
        caption: "What coders do".to_owned(),
        columns: columns.collect(),
        rows: rows.collect(),
        note: Some(notes.join("\n")),
    }
}

/// What a coder does otherwise than the others, or than before.
pub fn coder_findings(coders: &[CoderRow]) -> Vec<String> {
    let mut found = Vec::new();
    let all = coders.iter().fold(crate::agreement::Tones::default(), |sum, row| sum.plus(row.all_tones()));
    for row in coders {
        if row.is_heaping() {
            let part = percent(Some(float(row.n_round) / float(row.n_durations)));
            found.push(format!(
                "{}: {part} % of {} are multiples of 5 s, 20 % expected: rounded by hand?",
                row.coder,
                counted(i64::try_from(row.n_durations).unwrap_or(i64::MAX), "duration")
            ));
        }
        let (own, others) = (row.all_tones(), all.less(row.all_tones()));
        if let (Some(mean), Some(rest), true) = (own.mean(), others.mean(), is_apart(own, others)) {
            found.push(format!(
                "{}: mean tone {}, {} with the others; other outlets, or another reading of the scale?",
                row.coder,
                two(mean),
                two(rest)
            ));
        }
        if let Some(((first, before), (last, after))) = row.drift() {
            found.push(format!(
                "{}: mean tone {} in the week of {}, {} in that of {}: did the reading of the scale drift?",
                row.coder,
                before.mean().map(two).unwrap_or_default(),
                day(monday(first)),
                after.mean().map(two).unwrap_or_default(),
                day(monday(last))
            ));
        }
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "rows of one coder")]
fn float(n: u64) -> f64 {
    n as f64
}

/// What disagreement does to the shares of the report's pool.
pub fn coder_interval_table(study: &Study, intervals: &[CoderInterval], level: u8) -> Table {
    use Alignment::{Left, Right};
    let limit = |limit: f64| {
        let share = crate::unit::Share::approximate(limit);
        share.map(|share| study.rounding.percent(&share).to_string()).unwrap_or_default()
    };
    let rows = intervals.iter().map(|interval| {
        let row = &interval.row;
        vec![
            row.group.join(", "),
            actor_line(study, &row.actor),
            row.estimate.percent.map_or_else(|| "–".to_owned(), |percent| percent.to_string()),
            interval.limits.map_or_else(|| "–".to_owned(), |(low, high)| format!("{} to {}", limit(low), limit(high))),
            interval.n_double.to_string(),
        ]
    });
    let columns =
        [("medium", Left), ("actor", Left), ("%", Right)].map(|(name, alignment)| (name.to_owned(), alignment));
    let mut columns: Vec<(String, Alignment)> = columns.into();
    columns.push((format!("{level} % interval of coding"), Right));
    columns.push(("items coded twice".to_owned(), Right));
    let note = "This interval is of coding alone and stands beside that of days, never in its place: what other coders of the same \
                items could have given. It takes the items coded twice for a random part of all, coders for each other's \
                equals, and their errors for independent between items; what all coders get wrong alike is not in it.";
    let caption = "What disagreement between coders does to the shares".to_owned();
    Table { caption, columns, rows: rows.collect(), note: Some(note.to_owned()) }
}

/// The worklist as CSV: disagreements, those that move a figure most first.
pub fn worklist_csv(found: &[Disagreement]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading = [
        "rank",
        "variable",
        "outlet",
        "day",
        "item",
        "actor",
        "voice",
        "codes",
        "places",
        "figure",
        "points",
        "alpha_rise",
    ];
    writer.write_record(heading).expect("invariant: writing to memory cannot fail");
    for (number, row) in found.iter().enumerate() {
        let codes: Vec<String> = row.codes.iter().map(|(coder, code, _)| format!("{coder}: {code}")).collect();
        let places: Vec<&str> =
            row.codes.iter().map(|(.., place)| place.as_str()).filter(|place| !place.is_empty()).collect();
        let cells = [
            (number + 1).to_string(),
            harmless(&row.variable),
            row.unit.outlet.clone(),
            row.day.map(|day| day.to_string()).unwrap_or_default(),
            harmless(&row.unit.item),
            row.unit.actor.clone(),
            row.unit.voice.clone(),
            harmless(&codes.join("; ")),
            harmless(&places.join("; ")),
            row.figure.clone().unwrap_or_default(),
            format!("{:.4}", row.points),
            format!("{:.6}", row.alpha),
        ];
        writer.write_record(&cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}
