//! Reading `rules.toml`.

use super::{LostHolds, Quota, Rule};
use crate::codebook::{Label, read_id};
use crate::declaration::{Document, Table};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::measure::{Condition, Dimension};
use crate::study::Study;
use crate::unit::{Decimal, Share, Unit};

/// E821: a rule that asks for nothing, or for two things.
pub(in crate::audit) static BAD_RULE: Code = Code {
    id: "E821",
    name: "bad-rule",
    severity: Severity::Error,
    page: "A rule asks one thing of each actor: `quota = \"equal\"`, `shares` in percent by actor, `counts` (seats, votes) by actor, \
           `at_most` or `at_least` with a percentage, `at_most_seconds` or `at_least_seconds`, or `nothing = true`. It has a \
           `source` and the `date` of that text, and names its `pool`, `quantity` and what it holds `per`.",
};

/// The rules of a file. Every mistake is a finding.
pub fn rules_of(study: &Study, place: &str, text: &str) -> (Vec<Rule>, Vec<Diagnostic>) {
    let document = Document::new(place, text);
    let rules = document.read(|root| root.tables("rule", |entry| rule(study, entry))).unwrap_or_default();
    let mut findings = document.take_findings();
    if rules.is_empty() && findings.is_empty() {
        findings.push(Diagnostic::new(&BAD_RULE, crate::diagnostic::Place::file(place), "the file holds no [[rule]]"));
    }
    (rules, findings)
}

fn rule(study: &Study, entry: &Table<'_>) -> Option<Rule> {
    let (id, name) = (read_id(entry), Label::read(entry));
    let source = entry.require("source", Label::read_key(entry, "source"));
    let date = entry.require("date", entry.date("date"));
    let document = entry.document();
    let pools: Vec<&str> = study.pools.iter().map(|pool| pool.id.as_str()).collect();
    let pool = entry.text("pool").map_or_else(
        || Some(study.report.pool.clone()),
        |pool| {
            let is_known = pools.contains(&pool.value.as_str());
            if !is_known {
                document.report_unknown(pool.span.clone(), "pool", &pool.value, &pools);
            }
            is_known.then_some(pool.value)
        },
    );
    let quantities: Vec<&str> = study.quantities.iter().map(|quantity| quantity.id.as_str()).collect();
    let quantity = entry.require("quantity", entry.text("quantity")).and_then(|quantity| {
        let is_known = quantities.contains(&quantity.value.as_str());
        if !is_known {
            document.report_unknown(quantity.span.clone(), "quantity", &quantity.value, &quantities);
        }
        is_known.then_some(quantity.value)
    });
    let mut per = Vec::new();
    for word in entry.texts("per") {
        match Dimension::parse(&word.value) {
            Ok(dimension) => per.push(dimension),
            Err(error) => document.report(&BAD_RULE, word.span, error.to_string(), error.hint.clone()),
        }
    }
    let mut conditions = Vec::new();
    for word in entry.texts("where") {
        match Condition::parse(&word.value, study) {
            Ok(condition) => conditions.push(condition),
            Err(error) => document.report(&BAD_RULE, word.span, error.to_string(), error.hint.clone()),
        }
    }
    let days = match (entry.date("from"), entry.date("to")) {
        (Some(from), Some(to)) => Some((from.value, to.value)),
        _ => None,
    };
    let tolerance = entry.decimal("tolerance").map_or_else(|| "0".parse().expect("invariant: a digit"), |t| t.value);
    let unit = quantity.as_ref().and_then(|id| study.quantity(id)).map(|quantity| quantity.unit);
    let quota = quota(study, entry, unit?)?;
    Some(Rule {
        id: id?.value,
        name: name?,
        source: source?,
        date: date?.value,
        pool: pool?,
        quantity: quantity?,
        per,
        conditions,
        days,
        quota,
        tolerance,
        lost_holds: entry
            .choice("lost_holds", &[("as-recorded", LostHolds::AsRecorded), ("everything", LostHolds::Everything)])
            .unwrap_or(LostHolds::AsRecorded),
    })
}

/// What the rule asks: just one thing.
fn quota(study: &Study, entry: &Table<'_>, unit: Unit) -> Option<Quota> {
    let mut asked: Vec<Quota> = Vec::new();
    asked.extend(entry.choice("quota", &[("equal", ())]).map(|()| Quota::Equal));
    asked.extend((entry.boolean("nothing") == Some(true)).then_some(Quota::Nothing));
    let shares = of_actors(study, entry, "shares");
    if !shares.is_empty() {
        asked.push(Quota::Parts(shares.into_iter().map(|(id, percent)| (id, Share::from_percent(percent))).collect()));
    }
    let counts = of_actors(study, entry, "counts");
    if !counts.is_empty() {
        let whole = |count: &Decimal| count.times(1).unwrap_or(0);
        let all: i64 = counts.iter().map(|(_, count)| whole(count)).sum();
        let parts = counts.iter().filter_map(|(id, count)| Some((id.clone(), Share::of(whole(count), all)?)));
        asked.push(Quota::Parts(parts.collect()));
    }
    asked.extend(entry.decimal("at_most").map(|percent| Quota::AtMostShare(Share::from_percent(percent.value))));
    asked.extend(entry.decimal("at_least").map(|percent| Quota::AtLeastShare(Share::from_percent(percent.value))));
    let factor = match unit {
        Unit::Time => 1_000,
        Unit::Area => 100,
        Unit::Count => 1,
    };
    let amount = |key: &'static str| entry.decimal(key).and_then(|amount| amount.value.times(factor).ok());
    asked.extend(amount("at_most_seconds").map(Quota::AtMost));
    asked.extend(amount("at_least_seconds").map(Quota::AtLeast));
    if asked.len() != 1 {
        let message = format!("the rule asks for {} things, expected one", asked.len());
        entry.document().report(&BAD_RULE, entry.span(), message, None);
        return None;
    }
    asked.pop()
}

fn of_actors(study: &Study, entry: &Table<'_>, key: &'static str) -> Vec<(String, Decimal)> {
    let mut found = Vec::new();
    for (actor, number) in entry.numbers(key) {
        if study.codebook.actors.by_id(&actor.value).is_none() {
            entry.document().report_unknown(actor.span, "actor", &actor.value, &study.codebook.actors.ids());
        } else {
            found.push((actor.value, number.value));
        }
    }
    found
}
