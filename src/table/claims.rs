//! Claims with their verdicts, for people and machines.

use serde_json::{Value, json};

use crate::audit::{Judged, Reading, Respect, Silence, Verdict};
use crate::diagnostic::safe;
use crate::measure::{Dimension, FigureTable, Form, Scope, ShareRow, ShareTable, Who};
use crate::study::Study;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.claim/1";

/// A claim with its verdict, in a few lines.
pub fn judged_text(study: &Study, judged: &Judged) -> String {
    let claim = &judged.claim;
    let source = claim.source.as_ref().map_or_else(String::new, |source| format!(" ({})", safe(source)));
    let mut text = format!("\"{}\"{source}\n", safe(&claim.says));
    match &judged.verdict {
        Verdict::Supported(reading) => {
            text += &format!("  supported as stated: {}\n", words(study, reading));
        }
        Verdict::OnlyUnder(readings) => {
            for reading in readings {
                text += &format!("  supported only {}: {}\n", differences(&reading.differs), words(study, reading));
            }
        }
        Verdict::WithinInterval(reading) => {
            text += &format!("  consistent with the interval, not with the figure: {}\n", words(study, reading));
        }
        Verdict::NotSupported(stated, nearest) => {
            match stated {
                Some(reading) => text += &format!("  not supported; as stated it is {}\n", words(study, reading)),
                None => text += "  not supported; the data has no coverage of what it states\n",
            }
            if let Some(reading) = nearest.as_deref().filter(|nearest| !nearest.differs.is_empty()) {
                text += &format!("  nearest {}: {}\n", differences(&reading.differs), words(study, reading));
            }
        }
        Verdict::CannotTell(Silence::OtherDays(from, to)) => {
            text += &format!("  cannot tell: the data is of {from} to {to}\n");
        }
        Verdict::CannotTell(Silence::NoCoverage) => {
            text += "  cannot tell: the data has no coverage of what it states on its days\n";
        }
    }
    if let Some(key) = reading_of(&judged.verdict).and_then(|reading| key(study, judged, reading)) {
        let folder = crate::study::printed_path(&study.folder);
        text += &format!("  evenhand explain {key} {folder}\n");
    }
    text
}

fn reading_of(verdict: &Verdict) -> Option<&Reading> {
    match verdict {
        Verdict::Supported(reading) | Verdict::WithinInterval(reading) => Some(reading),
        Verdict::OnlyUnder(readings) => readings.first(),
        Verdict::NotSupported(stated, _) => stated.as_deref(),
        Verdict::CannotTell(_) => None,
    }
}

/// `52.0% = 11185.2 / 21510 cm2 of editorial, pooled, 95% interval 44.1 to 59.8`
fn words(study: &Study, reading: &Reading) -> String {
    let estimate = &reading.estimate;
    let exact = estimate.share.as_ref().map(|share| study.rounding.percent(share).to_string()).unwrap_or_default();
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        format!("; {}% interval {}", interval.level, super::interval_words(study, Form::Percent, &interval))
    });
    // A mean over outlets is not the quotient of their sums.
    let how = if reading.weighting == "pooled" { "=" } else { "over outlets; all together" };
    format!(
        "{exact}% {how} {} / {} {} ({}, {}, {} to {}{interval})",
        estimate.numerator.machine_number(),
        estimate.denominator.machine_number(),
        estimate.denominator.machine_unit(),
        reading.pool,
        reading.weighting,
        reading.days.0,
        reading.days.1,
    )
}

/// `under the pool campaign-state, cut off instead of rounded`
fn differences(differs: &[Respect]) -> String {
    let words: Vec<String> = differs
        .iter()
        .map(|respect| match respect {
            Respect::Pool(id) => format!("under the pool `{id}`"),
            Respect::Weighting(word) => format!("with outlets put together as `{word}`"),
            Respect::Quantity(id) => format!("counted as {id}"),
            Respect::Rounding(rule) => format!("with the rounding `{}`", rule.word()),
            Respect::Days(from, to) => format!("over {from} to {to}"),
        })
        .collect();
    words.join(", ")
}

/// The key of the figure of a reading; `None` where the study has no figure of these days or this weighting.
fn key(study: &Study, judged: &Judged, reading: &Reading) -> Option<String> {
    let is_whole = reading.days == (study.window.from, study.window.to);
    let period = study.periods.iter().find(|period| (period.from, period.to) == reading.days);
    let is_own = study.pool(&reading.pool).is_some_and(|pool| pool.weighting.word() == reading.weighting);
    if !is_own || (period.is_none() && !is_whole) {
        return None;
    }
    let is_one = |values: &[String]| values.len() == 1;
    let conditions: Vec<_> = judged.claim.conditions.iter().filter(|condition| is_one(&condition.values)).collect();
    let by: Vec<Dimension> = conditions.iter().map(|condition| condition.dimension).collect();
    let table = ShareTable {
        pool: reading.pool.clone(),
        weighting: reading.weighting,
        by,
        scope: Scope::default(),
        rows: Vec::new(),
    };
    let row = ShareRow {
        quantity: reading.quantity.clone(),
        group: conditions.iter().map(|condition| condition.values[0].clone()).collect(),
        actor: judged.claim.actor.clone(),
        estimate: reading.estimate.clone(),
    };
    let figures: FigureTable = table.some(&[&row]).figures(Who::Actor);
    let key = figures.key(study, &figures.figures[0]);
    Some(period.filter(|_| !is_whole).map_or(key.clone(), |period| format!("{}:{key}", period.id)))
}

fn reading_json(reading: &Reading) -> Value {
    let estimate = &reading.estimate;
    json!({
        "pool": reading.pool,
        "weighting": reading.weighting,
        "days": [reading.days.0.to_string(), reading.days.1.to_string()],
        "quantity": reading.quantity,
        "percent": reading.percent.to_string(),
        "numerator": estimate.numerator.machine_number(),
        "denominator": estimate.denominator.machine_number(),
        "unit": estimate.denominator.machine_unit(),
        "interval": estimate.interval.map(|interval| json!({
            "low": interval.low, "high": interval.high, "level": interval.level,
        })),
        "differs": reading.differs.iter().map(|respect| match respect {
            Respect::Pool(id) => json!({ "pool": id }),
            Respect::Weighting(word) => json!({ "weighting": word }),
            Respect::Quantity(id) => json!({ "quantity": id }),
            Respect::Rounding(rule) => json!({ "rounding": rule.word() }),
            Respect::Days(from, to) => json!({ "days": [from.to_string(), to.to_string()] }),
        }).collect::<Vec<_>>(),
    })
}

/// The claims with their verdicts, for machines.
pub fn judged_json(study: &Study, judged: &[Judged]) -> Value {
    let claims = judged.iter().map(|judged| {
        let (readings, nearest) = match &judged.verdict {
            Verdict::Supported(reading) | Verdict::WithinInterval(reading) => (vec![reading_json(reading)], None),
            Verdict::OnlyUnder(readings) => (readings.iter().map(reading_json).collect(), None),
            Verdict::CannotTell(_) => (Vec::new(), None),
            Verdict::NotSupported(stated, nearest) => {
                (stated.iter().map(|reading| reading_json(reading)).collect(), nearest.as_deref().map(reading_json))
            }
        };
        json!({
            "says": judged.claim.says,
            "source": judged.claim.source,
            "actor": judged.claim.actor,
            "percent": judged.claim.percent.to_string(),
            "verdict": judged.verdict.word(),
            "readings": readings,
            "nearest": nearest,
            "key": reading_of(&judged.verdict).and_then(|reading| key(study, judged, reading)),
        })
    });
    json!({ "schema": SCHEMA, "study": study.id, "claims": claims.collect::<Vec<_>>() })
}
