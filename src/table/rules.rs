//! Rules with their verdicts, for people and machines.

use serde_json::{Value, json};

use crate::audit::{Kept, RuleRow, RuleVerdict};
use crate::diagnostic::safe;
use crate::study::Study;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.rules/1";

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
    let n_of = |kept: Kept| verdict.rows.iter().filter(|row| row.kept == kept).count();
    text += &format!(
        "  {} kept, {} cannot tell, {} broken, of {} actors in their places\n",
        n_of(Kept::Kept),
        n_of(Kept::CannotTell),
        n_of(Kept::Broken),
        verdict.rows.len()
    );
    for row in verdict.rows.iter().filter(|row| shows_all || row.kept != Kept::Kept) {
        text += &format!("  {}\n", row_words(study, verdict, row));
    }
    text
}

fn row_words(study: &Study, verdict: &RuleVerdict, row: &RuleRow) -> String {
    let place = super::place(study, &verdict.rule.per, &row.group);
    let name = super::actor(study, &row.actor).0;
    let difference = row.difference.whole();
    let unit = row.has.machine_unit();
    let apart = crate::unit::Amount::new(row.difference.unit(), difference.abs()).machine_number();
    let words = match difference.signum() {
        -1 => format!("{apart} {unit} owed"),
        1 => format!("{apart} {unit} too much"),
        _ => "just what is due".to_owned(),
    };
    let may_hold = row.lost.machine_number();
    let lost = match row.lost.whole() {
        0 => String::new(),
        _ => format!("; lost recordings may hold {may_hold} {unit}"),
    };
    format!(
        "{}: {name} {place}: {} of {} {unit}, due {}: {words}{lost}",
        row.kept.word(),
        row.has.machine_number(),
        row.total.machine_number(),
        row.due.machine_number()
    )
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
                "actor": row.actor,
                "has": row.has.machine_number(),
                "due": row.due.machine_number(),
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
