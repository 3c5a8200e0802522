//! Two sides compared: what differs, and what it does to each share.

use std::collections::BTreeMap;

use super::{Alignment, Table};
use crate::audit::{Cell, Class, Differing, Increment, ShareEffect, shrunk, without_right};
use crate::measure::{Dimension, Estimated, Recount, Scope};
use crate::study::Study;
use crate::tally::key;
use crate::unit::{Amount, Share, Unit};

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
    /// The denominator of the shares.
    pub pool: String,
    /// What the shares are narrowed to.
    pub scope: Scope,
    /// Id of the left side's period, where it is one.
    pub period: Option<String>,
    /// What the shares are narrowed to, as typed.
    pub conditions: Vec<String>,
    /// Kinds and ids of the right side that the left codebook does not know.
    pub unknown: Vec<(&'static str, String)>,
}

/// What the sides were found to differ in.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// Rows.
    Rows(&'a Differing),
    /// Cells of sums.
    Cells(&'a [Cell]),
    /// Cells of sums of which none may shrink.
    Cumulative(&'a [Cell]),
}

impl Compared<'_> {
    /// Which sides, and how they are compared.
    pub fn heads(&self) -> String {
        let [left, right] = &self.sides;
        let narrowed = match self.conditions.as_slice() {
            [] => String::new(),
            conditions => format!(", where {}", conditions.join(", ")),
        };
        format!(
            "left:  {left}\nright: {right}\nas {}: {}\nshares of the pool {}{narrowed}\n",
            self.how, self.meaning, self.pool
        )
    }

    fn place(&self, group: &[String]) -> String {
        super::place_and_time(self.study, &self.by, group)
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
        let per = per_machine_unit(whole.unit());
        format!("{:.0} {}", value / per, whole.machine_unit())
    }

    /// An amount as machine files state it.
    pub(super) fn machine_number(&self, quantity: &str, whole: i64) -> String {
        let unit = self.study.quantity(quantity).map(|quantity| quantity.unit);
        unit.map_or_else(|| whole.to_string(), |unit| Amount::new(unit, whole).machine_number())
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
        Outcome::Rows(differing) => text += &rows_text(compared, differing, shows_all),
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

fn rows_text(compared: &Compared<'_>, differing: &Differing, shows_all: bool) -> String {
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
        format!("{}  {}  {amount}", row.address(), crate::diagnostic::shown(&parts.join(" · ")))
    };
    for (name, rows) in [("only left", &differing.only_left), ("only right", &differing.only_right)] {
        text += &rows.iter().take(most).map(|one| format!("  {name:<10}  {}\n", row(one))).collect::<String>();
        text += &more(rows.len(), most);
    }
    for changed in differing.changed.iter().take(most) {
        let fields: Vec<String> = changed.fields.iter().map(|field| field_words(compared, changed, field)).collect();
        let places = [&changed.left, &changed.right].map(|row| row.address());
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
            row.weighted_ratio.map_or_else(dash, |ratio| format!("{ratio:.3}")),
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
        "The recounted outlet-days of an outlet stand for all of its outlet-days. The ratio is that of recounted to declared, so \
                    weighted; the estimates are what it, and the mean difference, make of the declared total. Contradicted: the declared \
                    total lies outside both intervals."
            .to_owned();
    if recount.n_undeclared > 0 {
        note += &format!("\nOf {} recounted outlet-days nothing was declared.", recount.n_undeclared);
    }
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

/// How many of a unit one of its machine unit holds.
pub(super) fn per_machine_unit(unit: Unit) -> f64 {
    match unit {
        Unit::Time => 1_000.0,
        Unit::Area => 100.0,
        Unit::Count => 1.0,
    }
}
