//! Tables of agreement: per variable, what coders do, what disagreement does to shares, and the worklist.

use serde_json::{Value, json};

use super::figures::{harmless, in_english};
use super::phrases::{DASH, actor_line, percent_number, variable_name, verdict};
use super::{Alignment, Table};
use crate::agreement::{Agreement, CoderRow, Scope, Tones, VariableAgreement, is_apart, monday, probability_at_least};
use crate::measure::{CoderInterval, Dimension, Disagreement};
use crate::study::Study;
use crate::unit::Unit;
use crate::wording::say;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.agree/1";

fn two(study: &Study, number: f64) -> String {
    let text = format!("{number:.2}");
    study.wording.number(if text == "-0.00" { "0.00" } else { &text })
}

fn percent(study: &Study, part: Option<f64>) -> String {
    part.map_or_else(|| DASH.to_owned(), |part| study.wording.number(&format!("{:.1}", part * 100.0)))
}

/// Whose agreement it is, for machines.
fn who(scope: &Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Pair(a, b) => format!("{a} and {b}"),
        Scope::AgainstRest(coder) => format!("{coder} and the rest"),
    }
}

/// The same for people.
fn who_in_words(study: &Study, scope: &Scope) -> String {
    match scope {
        Scope::All => say!(study, "coders-all"),
        Scope::Pair(a, b) => say!(study, "coders-pair", first = a, second = b),
        Scope::AgainstRest(coder) => say!(study, "coders-against-rest", coder = coder),
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
    let rows = agreement.rows.iter().filter(is_shown).map(|row| agreement_row(study, row));
    let columns = vec![
        (say!(study, "column-variable"), Left),
        (say!(study, "column-level"), Left),
        (say!(study, "column-coders"), Left),
        (say!(study, "column-units"), Right),
        (say!(study, "column-all-agree"), Right),
        (say!(study, "column-holsti"), Right),
        (say!(study, "column-alpha"), Right),
        (say!(study, "column-interval", level = agreement.scheme.level), Right),
        (say!(study, "column-verdict"), Left),
        (say!(study, "column-other-coefficients"), Left),
    ];
    let mark = |thousandths: i64| f64::from(i32::try_from(thousandths).unwrap_or(0)) / 1_000.0;
    let marks = say!(
        study,
        "coders-marks",
        reliable = two(study, mark(study.agreement.reliable)),
        tentative = study.wording.number(&format!("{:.3}", mark(study.publishing.least_alpha))),
        replicates = agreement.scheme.n_replicates.to_string(),
        n = agreement.scheme.n_replicates,
        seed = agreement.scheme.seed.to_string()
    );
    Table { caption: say!(study, "coders-agreement-caption"), columns, rows: rows.collect(), note: Some(marks) }
}

fn agreement_row(study: &Study, row: &VariableAgreement) -> Vec<String> {
    let others = row.coefficients.iter().filter_map(|(name, found)| {
        let value = two(study, found.as_ref()?.value);
        let word = |name: &str| study.wording.word("coefficient", name);
        // `ac2 (ordinal)` names its weights.
        Some(match name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
            Some((name, weights)) => {
                let weights = study.wording.word("weights", weights);
                say!(study, "coders-weighted-coefficient", name = word(name), weights = weights, value = value)
            }
            None => say!(study, "coders-coefficient", name = word(name), value = value),
        })
    });
    let difference = row.difference.map(|difference| {
        let amount = apart(study, row.measured, difference.mean_absolute);
        let relative = percent(study, Some(difference.relative));
        match difference.within {
            Some(part) => {
                let within = percent(study, Some(part));
                say!(study, "coders-apart-within", amount = amount, relative = relative, within = within)
            }
            None => say!(study, "coders-apart", amount = amount, relative = relative),
        }
    });
    let words: Vec<String> = others.chain(difference).collect();
    let interval = row.interval.map_or_else(String::new, |(low, high)| {
        say!(study, "interval", low = two(study, low), high = two(study, high))
    });
    vec![
        variable_name(study, &row.variable),
        study.wording.word("level", row.level.word()),
        who_in_words(study, &row.scope),
        row.n_units.to_string(),
        percent(study, row.full),
        percent(study, row.holsti),
        row.alpha.map_or_else(|| DASH.to_owned(), |alpha| two(study, alpha.value)),
        interval,
        verdict(study, row.verdict),
        study.wording.semicolons(&words),
    ]
}

/// A difference in the unit people read.
fn apart(study: &Study, measured: Option<Unit>, difference: f64) -> String {
    let number = |number: f64| study.wording.number(&format!("{number:.1}"));
    match measured {
        Some(Unit::Time) => say!(study, "coders-seconds", number = number(difference / 1_000.0)),
        Some(Unit::Area) => say!(study, "coders-area", number = number(difference / 100.0)),
        _ => study.wording.number(&format!("{difference:.2}")),
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
        "findings": coder_findings(&in_english(study), coders),
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
pub fn coder_table(study: &Study, coders: &[CoderRow], hours: &[Option<f64>]) -> Table {
    use Alignment::{Left, Right};
    let dash = || DASH.to_owned();
    let rows = coders.iter().zip(hours).map(|(row, hours)| {
        let minutes = f64::from(i32::try_from(row.milliseconds / 1_000).unwrap_or(i32::MAX)) / 60.0;
        let part = |n: u64, of: u64| if of == 0 { None } else { Some(float(n) / float(of)) };
        vec![
            row.coder.clone(),
            row.n_rows.to_string(),
            row.outlet_days.len().to_string(),
            study.wording.number(&format!("{minutes:.1}")),
            hours.filter(|hours| *hours > 0.0).map_or_else(dash, |hours| two(study, minutes / hours)),
            percent(study, part(row.n_blank_tones, row.n_rows)),
            row.all_tones().mean().map_or_else(dash, |mean| two(study, mean)),
            percent(study, part(row.n_round, row.n_durations)),
        ]
    });
    let columns = vec![
        (say!(study, "dimension-coder"), Left),
        (say!(study, "column-rows"), Right),
        (say!(study, "column-outlet-days"), Right),
        (say!(study, "column-minutes-coded"), Right),
        (say!(study, "column-minutes-per-hour"), Right),
        (say!(study, "column-without-tone"), Right),
        (say!(study, "column-mean-tone"), Right),
        (say!(study, "column-round-durations"), Right),
    ];
    let mut notes =
        vec![say!(study, "coders-heaping-expected", percent = study.wording.number("19.2"), n = 40_492_i64)];
    notes.extend(coder_findings(study, coders));
    Table {
        caption: say!(study, "coders-conduct-caption"),
        columns,
        rows: rows.collect(),
        note: Some(notes.join("\n")),
    }
}

/// What a coder does otherwise than the others, or than before.
pub fn coder_findings(study: &Study, coders: &[CoderRow]) -> Vec<String> {
    let mut found = Vec::new();
    let all = coders.iter().fold(Tones::default(), |sum, row| sum.plus(row.all_tones()));
    for row in coders {
        if row.is_heaping() {
            let part = percent(study, Some(float(row.n_round) / float(row.n_durations)));
            found.push(say!(study, "coders-heaping", coder = &row.coder, percent = part, n = row.n_durations));
        }
        let (own, others) = (row.all_tones(), all.less(row.all_tones()));
        if let (Some(mean), Some(rest), true) = (own.mean(), others.mean(), is_apart(own, others)) {
            let (mean, rest) = (two(study, mean), two(study, rest));
            found.push(say!(study, "coders-other-tone", coder = &row.coder, mean = mean, others = rest));
        }
        if let Some(((first, before), (last, after))) = row.drift() {
            let mean = |tones: Tones| tones.mean().map(|mean| two(study, mean)).unwrap_or_default();
            found.push(say!(
                study,
                "coders-drift",
                coder = &row.coder,
                before = mean(before),
                first = day(monday(first)),
                after = mean(after),
                last = day(monday(last))
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
        share.map(|share| percent_number(study, study.rounding.percent(&share))).unwrap_or_default()
    };
    let dash = || DASH.to_owned();
    let rows = intervals.iter().map(|interval| {
        let row = &interval.row;
        let limits = |(low, high)| say!(study, "interval", low = limit(low), high = limit(high));
        vec![
            media(study, &row.group),
            actor_line(study, &row.actor),
            row.estimate.percent.map_or_else(dash, |percent| percent_number(study, percent)),
            interval.limits.map_or_else(dash, limits),
            interval.n_double.to_string(),
        ]
    });
    let columns = vec![
        (say!(study, "dimension-medium"), Left),
        (say!(study, "dimension-actor"), Left),
        (say!(study, "column-percent"), Right),
        (say!(study, "column-interval-of-coding", level = level), Right),
        (say!(study, "column-coded-twice"), Right),
    ];
    let (caption, note) = (say!(study, "coders-interval-caption"), say!(study, "coders-interval-note"));
    Table { caption, columns, rows: rows.collect(), note: Some(note) }
}

/// The words of a group of shares by medium.
pub(super) fn media(study: &Study, group: &[String]) -> String {
    let names: Vec<String> = group.iter().map(|medium| Dimension::Medium.label(medium, study)).collect();
    study.wording.commas(&names)
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
