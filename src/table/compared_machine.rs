//! Two sides compared, for machines.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::compared::{Compared, Outcome, per_machine_unit};
use super::rows::{row_cells, row_headings};
use crate::audit::{Cell, Class, Differing, Increment, ShareEffect};
use crate::measure::{Estimated, Key, Recount};
use crate::study::Study;
use crate::tally::key;
use crate::unit::{Amount, Share};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.compare/1";

impl Compared<'_> {
    /// What was compared, and the parts of a document behind it.
    fn document(&self, parts: Value) -> Value {
        let mut document = json!({
            "schema": SCHEMA,
            "how": self.how,
            "left": self.sides[0],
            "right": self.sides[1],
            "pool": self.pool,
            "where": self.conditions,
        });
        if let (Value::Object(document), Value::Object(parts)) = (&mut document, parts) {
            document.extend(parts);
        }
        document
    }

    fn group_json(&self, group: &[String]) -> Value {
        let pairs = self.by.iter().zip(group).map(|(by, value)| (by.word().to_owned(), json!(value)));
        Value::Object(pairs.collect())
    }

    /// The key of a share in the left study, which `explain` opens; the right one's has the same in its own words.
    fn key(&self, effect: &ShareEffect) -> String {
        let key = Key {
            period: self.period.clone(),
            measure: "share".to_owned(),
            pool: self.pool.clone(),
            quantity: effect.quantity.clone(),
            scope: self.scope.clone(),
            group: self.by.iter().copied().zip(effect.group.iter().cloned()).collect(),
            actor: effect.actor.clone(),
            of: String::new(),
        };
        key.text()
    }

    fn effect_json(&self, effect: &ShareEffect) -> Value {
        let side = |side: Option<&(Amount, Amount, Share)>| {
            side.map(|(above, below, share)| {
                json!({
                    "numerator": above.machine_number(), "denominator": below.machine_number(),
                    "unit": below.machine_unit(), "share": share.as_f64(),
                    "percent": self.study.rounding.percent(share).to_string(),
                })
            })
        };
        let effects = effect
            .effects
            .iter()
            .map(|(class, share)| (class.word().to_owned(), json!(share.as_ref().map(Share::as_f64))));
        json!({
            "key": self.key(effect),
            "quantity": effect.quantity,
            "group": self.group_json(&effect.group),
            "actor": effect.actor,
            "left": side(effect.left.as_ref()),
            "right": side(effect.right.as_ref()),
            "difference": effect.difference().as_ref().map(Share::as_f64),
            "effects": Value::Object(effects.collect()),
        })
    }
}

/// The rows that differ, with their place: `class`, then what a row of `tables/rows.csv` has; a changed row has two.
pub fn differing_csv(study: &Study, differing: &Differing) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let headings = ["class", "side"].into_iter().chain(row_headings());
    writer.write_record(headings).expect("invariant: writing to memory cannot fail");
    let mut write = |class: Class, side: &str, row: &crate::tally::PlacedRow| {
        let cells = [class.word().to_owned(), side.to_owned()].into_iter().chain(row_cells(study, row));
        writer.write_record(cells).expect("invariant: every row has a cell per heading");
    };
    differing.only_left.iter().for_each(|row| write(Class::OnlyLeft, "left", row));
    differing.only_right.iter().for_each(|row| write(Class::OnlyRight, "right", row));
    for changed in &differing.changed {
        write(Class::Changed, "left", &changed.left);
        write(Class::Changed, "right", &changed.right);
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// Everything that was compared, for machines.
pub fn compared_json(
    compared: &Compared<'_>,
    outcome: Option<&Outcome<'_>>,
    effects: &[ShareEffect],
    increments: &[Increment],
) -> Value {
    let row = |row: &crate::tally::PlacedRow| {
        let keys = key::ALL.iter().zip(&row.keys).filter(|(_, value)| !value.is_empty());
        json!({
            "file": row.file, "sheet": row.sheet, "line": row.line, "item": row.item,
            "amount": compared.machine_number(row.key(key::QUANTITY), row.amount),
            "keys": keys.collect::<BTreeMap<_, _>>(),
        })
    };
    let found = outcome.map(|outcome| match outcome {
        Outcome::Rows(differing) => json!({
            "same": differing.n_same,
            "only_left": differing.only_left.iter().map(row).collect::<Vec<_>>(),
            "only_right": differing.only_right.iter().map(row).collect::<Vec<_>>(),
            "changed": differing.changed.iter().map(|changed| json!({
                "fields": changed.fields, "left": row(&changed.left), "right": row(&changed.right),
            })).collect::<Vec<_>>(),
        }),
        Outcome::Cells(cells) | Outcome::Cumulative(cells) => json!({
            "cells": cells.iter().map(|cell| {
                let keys: serde_json::Map<String, Value> =
                    Cell::KEYS.iter().zip(&cell.keys).filter(|(_, value)| !value.is_empty()).map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
                json!({
                    "keys": keys, "class": cell.class().map_or("same", Class::word),
                    "left": cell.left.map(|whole| compared.machine_number(&cell.keys[0], whole)),
                    "right": cell.right.map(|whole| compared.machine_number(&cell.keys[0], whole)),
                    "difference": compared.machine_number(&cell.keys[0], cell.difference()),
                })
            }).collect::<Vec<_>>(),
        }),
    });
    compared.document(json!({
        "unknown_to_left": compared.unknown.iter().map(|(kind, id)| json!({ "kind": kind, "id": id })).collect::<Vec<_>>(),
        "found": found,
        "shares": effects.iter().map(|effect| compared.effect_json(effect)).collect::<Vec<_>>(),
        "increments": increments.iter().map(|increment| json!({
            "quantity": increment.quantity,
            "group": compared.group_json(&increment.group),
            "actor": increment.actor,
            "left": increment.left.machine_number(),
            "right": increment.right.machine_number(),
            "between": increment.between.machine_number(),
            "unit": increment.between.machine_unit(),
            "share": increment.share.as_ref().map(Share::as_f64),
        })).collect::<Vec<_>>(),
    }))
}

/// A recount for machines.
pub fn recount_json(compared: &Compared<'_>, recount: &Recount) -> Value {
    let rows = recount.rows.iter().map(|row| {
        let per = per_machine_unit(row.declared.unit());
        let estimate = |estimate: Option<Estimated>| {
            estimate.map(|estimate| {
                json!({
                    "total": estimate.total / per,
                    "low": estimate.limits.map(|(low, _)| low / per),
                    "high": estimate.limits.map(|(_, high)| high / per),
                })
            })
        };
        json!({
            "quantity": row.quantity,
            "group": compared.group_json(&row.group),
            "actor": row.actor,
            "declared": row.declared.machine_number(),
            "declared_there": row.declared_there.machine_number(),
            "recounted": row.recounted.machine_number(),
            "unit": row.declared.machine_unit(),
            "ratio": row.ratio.as_ref().map(Share::as_f64),
            "weighted_ratio": row.weighted_ratio,
            "n_recounted": row.n_recounted,
            "n_declared": row.n_declared,
            "by_ratio": estimate(row.by_ratio),
            "by_difference": estimate(row.by_difference),
            "is_contradicted": row.is_contradicted(),
        })
    });
    compared.document(json!({
        "level": compared.study.uncertainty.level,
        "without_recount": recount.without,
        "recounted_and_not_declared": recount.n_undeclared,
        "totals": rows.collect::<Vec<_>>(),
    }))
}

/// A list of objects as CSV: a column for each key, those of an object inside joined by `_`; nothing is empty.
pub fn flat_csv(list: &Value) -> String {
    let rows: Vec<Vec<(String, String)>> = list.as_array().into_iter().flatten().map(flat).collect();
    let mut headings: Vec<String> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !headings.contains(name) {
            headings.push(name.clone());
        }
    }
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(&headings).expect("invariant: writing to memory cannot fail");
    for row in rows {
        let cell = |name: &String| row.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
        writer.write_record(headings.iter().map(cell)).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

fn flat(value: &Value) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Object(_) => {
                cells.extend(flat(value).into_iter().map(|(inner, value)| (format!("{name}_{inner}"), value)));
            }
            Value::Null => cells.push((name.clone(), String::new())),
            Value::String(text) => cells.push((name.clone(), super::figures::harmless(text))),
            other => cells.push((name.clone(), other.to_string())),
        }
    }
    cells
}
