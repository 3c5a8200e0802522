//! Two sides compared: what differs, and what it does to each share.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::rows::{row_cells, row_headings};
use super::{Alignment, Table};
use crate::audit::{Cell, Class, Differing, Increment, Pairing, ShareEffect, shrunk, without_right};
use crate::measure::{Dimension, Estimated, Recount};
use crate::study::Study;
use crate::tally::key;
use crate::unit::{Amount, Share, Unit};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.compare/1";

/// What was compared, for the head of every output.
#[derive(Debug, Clone)]
pub struct Compared<'a> {
    /// The left side's study, in whose words everything is said.
    pub study: &'a Study,
    /// How the sides are named.
    pub sides: [String; 2],
    /// `releases`, `monitors`, `periods`, `cumulative` or `recount`.
    pub how: &'static str,
    /// What that means.
    pub meaning: &'static str,
    /// What the shares are broken down by.
    pub by: Vec<Dimension>,
    /// Kinds and ids of the right side that the left codebook does not know.
    pub unknown: Vec<(&'static str, String)>,
}

/// What the sides were found to differ in.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// Rows.
    Rows(&'a Differing, Pairing),
    /// Cells of sums.
    Cells(&'a [Cell]),
    /// Cells of sums of which none may shrink.
    Cumulative(&'a [Cell]),
}

impl Compared<'_> {
    /// Which sides, and how they are compared.
    pub fn heads(&self) -> String {
        let [left, right] = &self.sides;
        format!("left:  {left}\nright: {right}\nas {}: {}\n", self.how, self.meaning)
    }

    fn place(&self, group: &[String]) -> String {
        super::place(self.study, &self.by, group)
    }

    fn amount(&self, quantity: &str, whole: i64) -> String {
        let unit = self.study.quantity(quantity).map(|quantity| quantity.unit);
        unit.map_or_else(
            || whole.to_string(),
            |unit| {
                let amount = Amount::new(unit, whole);
                format!("{} {}", amount.machine_number(), amount.machine_unit())
            },
        )
    }

    fn who(&self, quantity: &str, group: &[String], actor: &str) -> Vec<String> {
        let actor = if actor.is_empty() { "all".to_owned() } else { super::actor(self.study, actor).0 };
        vec![Dimension::Quantity.label(quantity, self.study), self.place(group), actor]
    }

    /// An estimated amount, in the unit of machine files, rounded to a whole one.
    fn estimated(&self, quantity: &str, value: f64) -> String {
        let unit = self.study.quantity(quantity).map(|quantity| quantity.unit);
        let whole = Amount::new(unit.unwrap_or(Unit::Count), 1);
        let per = match whole.unit() {
            Unit::Time => 1_000.0,
            Unit::Area => 100.0,
            Unit::Count => 1.0,
        };
        format!("{:.0} {}", value / per, whole.machine_unit())
    }

    fn group_json(&self, group: &[String]) -> Value {
        let pairs = self.by.iter().zip(group).map(|(by, value)| (by.word().to_owned(), json!(value)));
        Value::Object(pairs.collect())
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
            "quantity": effect.quantity,
            "group": self.group_json(&effect.group),
            "actor": effect.actor,
            "left": side(effect.left.as_ref()),
            "right": side(effect.right.as_ref()),
            "difference": effect.difference().as_ref().map(Share::as_f64),
            "effects": Value::Object(effects.collect()),
        })
    }

    fn points(&self, share: Option<&Share>) -> String {
        share.map_or_else(|| super::DASH.to_owned(), |share| self.study.rounding.percent(share).signed())
    }

    fn percent(&self, cell: Option<&(Amount, Amount, Share)>) -> String {
        cell.map_or_else(|| super::DASH.to_owned(), |(.., share)| self.study.rounding.percent(share).to_string())
    }
}

/// What differs, in lines: how many of each class, and the first of them, or all.
pub fn outcome_text(compared: &Compared<'_>, outcome: &Outcome<'_>, shows_all: bool) -> String {
    let mut text = compared.heads();
    for (kind, id) in &compared.unknown {
        text += &format!("the left codebook has no {kind} `{id}`: its rows stay as they are\n");
    }
    match outcome {
        Outcome::Rows(differing, pairing) => text += &rows_text(compared, differing, *pairing, shows_all),
        Outcome::Cells(cells) => {
            let differing: Vec<&Cell> = cells.iter().filter(|cell| cell.class().is_some()).collect();
            text += &cells_text(compared, cells, differing, shows_all);
        }
        Outcome::Cumulative(cells) => {
            let shrunk = shrunk(cells);
            let n = shrunk.len();
            text += &cells_text(compared, cells, shrunk, shows_all);
            text += &silent_text(cells);
            text += &match n {
                0 => "none shrank\n".to_owned(),
                n => format!("{n} shrank, which a cumulative sum cannot\n"),
            };
        }
    }
    text
}

/// Which outlets the right statement says nothing of, by quantity.
fn silent_text(cells: &[Cell]) -> String {
    let mut silent: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (quantity, outlet) in without_right(cells) {
        silent.entry(quantity).or_default().push(outlet);
    }
    let line = |(quantity, outlets): (&str, Vec<&str>)| {
        format!("the right statement says nothing of {quantity} of {}\n", outlets.join(", "))
    };
    silent.into_iter().map(line).collect()
}

/// How many places of each class are shown.
const SHOWN: usize = 5;

fn rows_text(compared: &Compared<'_>, differing: &Differing, pairing: Pairing, shows_all: bool) -> String {
    let most = if shows_all { usize::MAX } else { SHOWN };
    let mut text = format!(
        "rows: {} the same, {} only left, {} only right, {} changed\n",
        differing.n_same,
        differing.only_left.len(),
        differing.only_right.len(),
        differing.changed.len()
    );
    let row = |row: &crate::tally::PlacedRow| {
        let parts = [key::DATE, key::PERIOD, key::OUTLET, key::ACTOR, key::GENRE, key::VOICE, key::TONE];
        let parts: Vec<&str> = parts.iter().map(|name| row.key(name)).filter(|part| !part.is_empty()).collect();
        let amount = compared.amount(row.key(key::QUANTITY), row.amount);
        format!("{}  {}  {amount}", super::explained::place(row), crate::diagnostic::shown(&parts.join(" · ")))
    };
    for (name, rows) in [("only left", &differing.only_left), ("only right", &differing.only_right)] {
        text += &rows.iter().take(most).map(|one| format!("  {name:<10}  {}\n", row(one))).collect::<String>();
        text += &more(rows.len(), most);
    }
    for changed in differing.changed.iter().take(most) {
        let fields: Vec<String> =
            changed.fields(pairing).into_iter().map(|field| field_words(compared, changed, field)).collect();
        let places = [&changed.left, &changed.right].map(super::explained::place);
        let who = format!("{} · {}", changed.left.key(key::OUTLET), changed.left.key(key::ACTOR));
        text += &format!(
            "  changed     {} -> {}  {}: {}\n",
            places[0],
            places[1],
            crate::diagnostic::shown(&who),
            fields.join(", ")
        );
    }
    text + &more(differing.changed.len(), most)
}

fn more(n: usize, most: usize) -> String {
    if n > most { format!("  and {} more (--all)\n", n - most) } else { String::new() }
}

/// `amount 35 s -> 53 s`
fn field_words(compared: &Compared<'_>, changed: &crate::audit::Changed, field: &str) -> String {
    let (left, right) = (&changed.left, &changed.right);
    let or_blank = |text: &str| if text.is_empty() { "blank".to_owned() } else { crate::diagnostic::shown(text) };
    let [left, right] = match field {
        key::AMOUNT => [left, right].map(|row| compared.amount(row.key(key::QUANTITY), row.amount)),
        "start" => [left, right].map(|row| row.start.map_or_else(|| "blank".to_owned(), clock)),
        "item" => [left, right].map(|row| or_blank(row.item.as_deref().unwrap_or_default())),
        name => [left, right].map(|row| or_blank(row.key(name))),
    };
    format!("{field} {left} -> {right}")
}

/// `19:02:10`, of the service day.
fn clock(start: i32) -> String {
    let seconds = start / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// How many cells of each class there are, and some of them, the largest differences first.
fn cells_text(compared: &Compared<'_>, cells: &[Cell], mut shown: Vec<&Cell>, shows_all: bool) -> String {
    let of = |class: Option<Class>| cells.iter().filter(|cell| cell.class() == class).count();
    let mut text = format!(
        "cells of outlet, genre and actor: {} the same, {} only left, {} only right, {} changed\n",
        of(None),
        of(Some(Class::OnlyLeft)),
        of(Some(Class::OnlyRight)),
        of(Some(Class::Changed))
    );
    shown.sort_by_key(|cell| (std::cmp::Reverse(cell.difference().abs()), &cell.keys));
    let most = if shows_all { usize::MAX } else { SHOWN };
    text += &shown.iter().take(most).map(|cell| format!("  {}\n", cell_words(compared, cell))).collect::<String>();
    text + &more(shown.len(), most)
}

fn cell_words(compared: &Compared<'_>, cell: &Cell) -> String {
    let keys: Vec<&str> = cell.keys.iter().map(String::as_str).filter(|key| !key.is_empty()).collect();
    let amount =
        |whole: Option<i64>| whole.map_or_else(|| "nothing".to_owned(), |whole| compared.amount(&cell.keys[0], whole));
    let class = cell.class().map_or("same", Class::word);
    format!(
        "{class:<10} {}  {} -> {}  ({})",
        crate::diagnostic::shown(&keys.join(" · ")),
        amount(cell.left),
        amount(cell.right),
        compared.amount(&cell.keys[0], cell.difference())
    )
}

/// The shares of both sides that are not the same, or all, and what each class of differences does to them; `None` where every
/// share is the same.
pub fn effect_table(compared: &Compared<'_>, effects: &[ShareEffect], shows_all: bool) -> Option<Table> {
    let differing: Vec<&ShareEffect> = effects.iter().filter(|effect| shows_all || effect.is_any()).collect();
    if differing.is_empty() {
        return None;
    }
    let n_same = effects.len() - differing.len();
    let heads = ["left, %", "right, %", "difference"].into_iter().chain(classes(effects).into_iter().map(Class::word));
    let rows = differing.into_iter().map(|effect| {
        let mut cells = compared.who(&effect.quantity, &effect.group, &effect.actor);
        cells.extend([effect.left.as_ref(), effect.right.as_ref()].map(|side| compared.percent(side)));
        cells.push(compared.points(effect.difference().as_ref()));
        cells.extend(effect.effects.iter().map(|(_, share)| compared.points(share.as_ref())));
        cells
    });
    let same = if n_same > 0 { format!("\nThe other {n_same} shares are the same (--all).") } else { String::new() };
    Some(Table {
        caption: "Shares, and what each class of differences does to them, in points".to_owned(),
        columns: columns(&heads.collect::<Vec<_>>()),
        rows: rows.collect(),
        note: Some(format!(
            "Effects are taken in the order of their columns; before rounding they add up to the difference.{same}"
        )),
    })
}

fn classes(effects: &[ShareEffect]) -> Vec<Class> {
    effects.first().map(|effect| effect.effects.iter().map(|(class, _)| *class).collect()).unwrap_or_default()
}

/// What lies between two cumulative statements.
pub fn increment_table(compared: &Compared<'_>, increments: &[Increment], shows_all: bool) -> Table {
    let shown = increments.iter().filter(|increment| shows_all || increment.between.whole() != 0);
    let rows = shown.map(|increment| {
        let share = increment.share.as_ref();
        let share = share.map(|share| compared.study.rounding.percent(share).to_string());
        let [left, right, between] = [increment.left, increment.right, increment.between]
            .map(|amount| compared.amount(&increment.quantity, amount.whole()));
        let mut cells = compared.who(&increment.quantity, &increment.group, &increment.actor);
        cells.extend([left, right, between, share.unwrap_or_else(|| super::DASH.to_owned())]);
        cells
    });
    Table {
        caption: "What lies between the two statements".to_owned(),
        columns: columns(&["left", "right", "between", "share of it, %"]),
        rows: rows.collect(),
        note: Some("A place where anything shrank has no shares: a cumulative sum cannot shrink.".to_owned()),
    }
}

/// Declared totals beside what a recount makes of them.
pub fn recount_table(compared: &Compared<'_>, recount: &Recount) -> Table {
    let level = compared.study.uncertainty.level;
    let rows = recount.rows.iter().map(|row| {
        let amount = |whole: i64| compared.amount(&row.quantity, whole);
        let number = |value: f64| compared.estimated(&row.quantity, value);
        let limits = |estimate: Option<Estimated>| {
            let (low, high) = estimate?.limits?;
            Some(format!("{} to {}", number(low), number(high)))
        };
        let dash = || super::DASH.to_owned();
        let mut cells = compared.who(&row.quantity, &row.group, &row.actor);
        cells.extend([
            amount(row.declared.whole()),
            format!("{} of {}", row.n_recounted, row.n_declared),
            amount(row.declared_there.whole()),
            amount(row.recounted.whole()),
            row.ratio.as_ref().map_or_else(dash, |ratio| format!("{:.3}", ratio.as_f64())),
            row.by_ratio.map_or_else(dash, |estimate| number(estimate.total)),
            limits(row.by_ratio).unwrap_or_else(dash),
            row.by_difference.map_or_else(dash, |estimate| number(estimate.total)),
            limits(row.by_difference).unwrap_or_else(dash),
            if row.is_contradicted() { "contradicted".to_owned() } else { String::new() },
        ]);
        cells
    });
    let interval = format!("{level}% interval");
    let mut note =
        "An estimate is what the recounted outlet-days make of the declared total: by their ratio, and by their mean \
                    difference. Contradicted: the declared total lies outside the interval."
            .to_owned();
    if !recount.without.is_empty() {
        note += &format!("\nNothing was recounted of: {}", recount.without.join(", "));
    }
    Table {
        caption: "Declared totals and a recount".to_owned(),
        columns: columns(&[
            "declared",
            "clusters",
            "declared there",
            "recounted",
            "ratio",
            "by ratio",
            &interval,
            "by difference",
            &interval,
            "",
        ]),
        rows: rows.collect(),
        note: Some(note),
    }
}

/// Quantity, place and actor, and then columns of numbers.
fn columns(numbers: &[&str]) -> Vec<(String, Alignment)> {
    let words = ["quantity", "place", "actor"].map(|head| (head.to_owned(), Alignment::Left));
    words.into_iter().chain(numbers.iter().map(|head| ((*head).to_owned(), Alignment::Right))).collect()
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
            "file": row.file, "sheet": row.sheet, "line": row.line, "item": row.item, "amount": row.amount,
            "keys": keys.collect::<BTreeMap<_, _>>(),
        })
    };
    let found = outcome.map(|outcome| match outcome {
        Outcome::Rows(differing, pairing) => json!({
            "same": differing.n_same,
            "only_left": differing.only_left.iter().map(row).collect::<Vec<_>>(),
            "only_right": differing.only_right.iter().map(row).collect::<Vec<_>>(),
            "changed": differing.changed.iter().map(|changed| json!({
                "fields": changed.fields(*pairing), "left": row(&changed.left), "right": row(&changed.right),
            })).collect::<Vec<_>>(),
        }),
        Outcome::Cells(cells) | Outcome::Cumulative(cells) => json!({
            "cells": cells.iter().map(|cell| {
                let keys: serde_json::Map<String, Value> =
                    Cell::KEYS.iter().zip(&cell.keys).filter(|(_, value)| !value.is_empty()).map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
                json!({
                    "keys": keys, "class": cell.class().map_or("same", Class::word),
                    "left": cell.left, "right": cell.right, "difference": cell.difference(),
                })
            }).collect::<Vec<_>>(),
        }),
    });
    json!({
        "schema": SCHEMA,
        "how": compared.how,
        "left": compared.sides[0],
        "right": compared.sides[1],
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
    })
}

/// A recount for machines.
pub fn recount_json(compared: &Compared<'_>, recount: &Recount) -> Value {
    let rows = recount.rows.iter().map(|row| {
        let estimate = |estimate: Option<Estimated>| {
            estimate.map(|estimate| {
                json!({
                    "total": estimate.total,
                    "low": estimate.limits.map(|(low, _)| low),
                    "high": estimate.limits.map(|(_, high)| high),
                })
            })
        };
        json!({
            "quantity": row.quantity,
            "group": compared.group_json(&row.group),
            "actor": row.actor,
            "declared": row.declared.whole(),
            "declared_there": row.declared_there.whole(),
            "recounted": row.recounted.whole(),
            "unit": row.declared.unit().machine_name(),
            "ratio": row.ratio.as_ref().map(Share::as_f64),
            "n_recounted": row.n_recounted,
            "n_declared": row.n_declared,
            "by_ratio": estimate(row.by_ratio),
            "by_difference": estimate(row.by_difference),
            "is_contradicted": row.is_contradicted(),
        })
    });
    json!({
        "schema": SCHEMA,
        "how": compared.how,
        "left": compared.sides[0],
        "right": compared.sides[1],
        "level": compared.study.uncertainty.level,
        "without_recount": recount.without,
        "totals": rows.collect::<Vec<_>>(),
    })
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
