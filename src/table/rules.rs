//! Rules with their verdicts, for people and machines.

use serde_json::{Value, json};

use crate::audit::{Kept, Quota, RuleRow, RuleVerdict, Whole};
use crate::diagnostic::safe;
use crate::study::Study;
use crate::unit::{Amount, Share, Unit};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.rules/2";

/// A rule with its verdict: what it says, where it is from, and every actor and place it is not kept for.
pub fn rule_text(study: &Study, verdict: &RuleVerdict, shows_all: bool) -> String {
    let rule = &verdict.rule;
    let name = rule.name.in_language(&study.languages.main);
    let mut text = format!(
        "{}: {} ({}, {})\n",
        verdict.kept().word(),
        safe(name),
        safe(rule.source.in_language(&study.languages.main)),
        rule.date
    );
    if verdict.rows.is_empty() {
        return text + "  there is no coverage of its pool, quantity and days to hold it against\n";
    }
    let n_of = |kept: Kept| verdict.rows.iter().filter(|row| row.kept == kept).count();
    text += &format!(
        "  {}: {} kept, {} cannot tell, {} broken\n",
        what_was_held(rule.quota.is_of_items(), verdict),
        n_of(Kept::Kept),
        n_of(Kept::CannotTell),
        n_of(Kept::Broken),
    );
    for row in verdict.rows.iter().filter(|row| shows_all || row.kept != Kept::Kept) {
        text += &format!("  {}\n", row_words(study, verdict, row));
    }
    text
}

/// How many actors in how many places, or how many items.
fn what_was_held(is_of_items: bool, verdict: &RuleVerdict) -> String {
    let n = verdict.rows.len();
    if is_of_items {
        return format!("{n} items, hours or lost days");
    }
    let places: std::collections::BTreeSet<&Vec<String>> = verdict.rows.iter().map(|row| &row.group).collect();
    match places.len() {
        1 => format!("{n} actors"),
        places => format!("{n} cases, in {places} places"),
    }
}

/// Where a row of a rule is: the place it holds per, and what it is narrowed to.
pub(crate) fn rule_place(study: &Study, verdict: &RuleVerdict, row: &RuleRow) -> String {
    if !row.item.is_empty() {
        return safe(&row.item);
    }
    let rule = &verdict.rule;
    let (mut by, mut group) = (rule.per.clone(), row.group.clone());
    for condition in &rule.conditions {
        if let ([value], false) = (condition.values.as_slice(), by.contains(&condition.dimension)) {
            by.push(condition.dimension);
            group.push(value.clone());
        }
    }
    let place = super::place_and_time(study, &by, &group);
    let listed =
        rule.conditions.iter().filter(|condition| condition.values.len() > 1 && !by.contains(&condition.dimension));
    let listed = listed.map(|condition| {
        let values = condition.values.iter().map(|value| condition.dimension.label(value, study));
        values.collect::<Vec<_>>().join(" + ")
    });
    std::iter::once(place).chain(listed).collect::<Vec<_>>().join(", ")
}

fn row_words(study: &Study, verdict: &RuleVerdict, row: &RuleRow) -> String {
    let rule = &verdict.rule;
    let name = if row.actor.is_empty() { "all actors".to_owned() } else { super::actor(study, &row.actor).0 };
    let percent = Share::of(row.has.whole(), row.total.whole()).filter(|_| !rule.quota.is_of_items());
    let percent = percent.map_or_else(String::new, |share| format!(" ({}%)", study.rounding.percent(&share)));
    let of = if rule.quota.is_of_items() {
        String::new()
    } else {
        let recorded = if rule.whole == Whole::Recorded { " recorded" } else { "" };
        format!(" of {}{recorded}{percent}", said(row.total))
    };
    let carried = match row.carried.whole() {
        0 => String::new(),
        carried if carried > 0 => format!(", for {} of what is due is from before", said(row.carried)),
        _ => format!(", after {} too much before", said(Amount::new(row.carried.unit(), -row.carried.whole()))),
    };
    let tolerance = if rule.tolerance.as_fraction().0 == 0 {
        String::new()
    } else {
        format!(", {} points either way allowed", rule.tolerance)
    };
    let lost = match row.lost.whole() {
        0 => String::new(),
        _ => format!("; lost recordings may hold {}", said(row.lost)),
    };
    format!(
        "{}: {name}, {}: {}{of}; {}{carried}{tolerance}{lost}",
        row.kept.word(),
        rule_place(study, verdict, row),
        said(row.has),
        due_words(&rule.quota, row)
    )
}

/// What is due, and how far the actor is from it.
fn due_words(quota: &Quota, row: &RuleRow) -> String {
    let due = said(row.due);
    let difference = row.difference.whole();
    let apart = said(Amount::new(row.difference.unit(), difference.abs()));
    if quota.is_cap() {
        return match difference.signum() {
            1 => format!("at most {due}: {apart} too much"),
            _ => format!("at most {due}"),
        };
    }
    match (difference.signum(), quota.is_floor()) {
        (-1, true) => format!("at least {due}: {apart} owed"),
        (_, true) => format!("at least {due}"),
        (-1, false) => format!("due {due}: {apart} owed"),
        (1, false) => format!("due {due}: {apart} too much"),
        _ => format!("due {due}"),
    }
}

/// An amount as regulators write it: `1:04:30`, `21510 cm2`. Time is rounded to whole seconds, a half up.
fn said(amount: Amount) -> String {
    if amount.unit() != Unit::Time {
        return format!("{} {}", amount.machine_number(), amount.machine_unit());
    }
    let seconds = (amount.whole().abs() + 500) / 1_000;
    let sign = if amount.whole() < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// The same for machines.
pub fn rules_json(study: &Study, verdicts: &[RuleVerdict]) -> Value {
    let rules = verdicts.iter().map(|verdict| {
        let rule = &verdict.rule;
        let rows = verdict.rows.iter().map(|row| {
            let group: serde_json::Map<String, Value> =
                rule.per.iter().zip(&row.group).map(|(by, value)| (by.word().to_owned(), json!(value))).collect();
            json!({
                "group": group,
                "item": row.item,
                "actor": row.actor,
                "has": row.has.machine_number(),
                "due": row.due.machine_number(),
                "carried": row.carried.machine_number(),
                "difference": row.difference.machine_number(),
                "total": row.total.machine_number(),
                "unit": row.has.machine_unit(),
                "lost_may_hold": row.lost.machine_number(),
                "verdict": row.kept.word(),
            })
        });
        json!({
            "id": rule.id,
            "name": rule.name.in_language(&study.languages.main),
            "source": rule.source.in_language(&study.languages.main),
            "date": rule.date.to_string(),
            "pool": rule.pool,
            "quantity": rule.quantity,
            "verdict": verdict.kept().word(),
            "rows": rows.collect::<Vec<_>>(),
        })
    });
    json!({ "schema": SCHEMA, "study": study.id, "rules": rules.collect::<Vec<_>>() })
}
