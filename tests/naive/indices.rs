//! Shares held against a benchmark, how concentrated they are, and one share under several pools.

use std::collections::{BTreeMap, BTreeSet};

use super::calculator::{Cell, Group, Ratio, Table, actors, amount, cell, counted, design, groups};
use super::exact::Fraction;
use super::measures::{plain, put, shares};
use super::study::{Pool, Quantity, Row, Study};

/// A figure of all actors together: how much was counted, on which base, and the index.
fn index(quantity: Quantity, base: &Ratio, value: Option<f64>) -> Cell {
    Cell {
        numerator: amount(quantity, base.below),
        denominator: amount(quantity, base.below),
        share: value,
        method: "exact",
        n_items: base.n_items,
        n_clusters: base.deviations.len(),
        n_outlets: base.n_outlets,
        status: if value.is_some() { "stated" } else { "undefined" },
        ..Cell::default()
    }
}

/// Shares less each benchmark, their ratio, and the distance of all.
pub(super) fn gap(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    let listed = actors(study, pool);
    let parties: Vec<usize> = (0..study.actors.len()).filter(|at| study.actors[*at].group == "party").collect();
    let even = listed.iter().map(|at| (*at, Fraction::new(1, i128::try_from(listed.len()).unwrap()))).collect();
    let all: i128 = study.seats.iter().sum();
    let seats = parties.iter().zip(&study.seats).map(|(at, n)| (*at, Fraction::new(*n, all))).collect();
    let benchmarks: [(&str, BTreeMap<usize, Fraction>); 2] = [("even", even), ("seats", seats)];
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let design = design(study, group.0);
        let shares = shares(study, pool, &seen);
        if shares[0].1.value.is_none() {
            continue;
        }
        for (name, benchmark) in &benchmarks {
            let mut pairs = Vec::new();
            for (actor, ratio, _) in &shares {
                let Some(mark) = benchmark.get(actor) else { continue };
                let (value, id) = (ratio.value.unwrap(), study.actors[*actor].id.as_str());
                let difference = value.minus(*mark);
                let whole = cell(study, &design, group.0, ratio, None, true);
                let mut gap = Cell { share: Some(difference.float()), ..whole.clone() };
                gap.percent = plain(study, Some(difference)).unwrap();
                gap.interval = whole.interval.map(|(low, high)| (low - mark.float(), high - mark.float()));
                gap.status = "";
                put(&mut table, "gap", &group, (id, name), gap);
                let over = (!mark.is_zero()).then(|| mark.float());
                let times = Cell {
                    share: over.map(|mark| value.float() / mark),
                    interval: over.and_then(|mark| whole.interval.map(|(low, high)| (low / mark, high / mark))),
                    status: "",
                    method: if over.is_none() { "exact" } else { whole.method },
                    ..whole
                };
                put(&mut table, "ratio", &group, (id, name), times);
                pairs.push((value.float(), mark.float()));
            }
            // A distance of all needs a mark for everybody.
            if pairs.len() == shares.len() {
                distances(&mut table, &group, name, &shares[0].1, &pairs);
            }
        }
    }
    table
}

fn distances(table: &mut Table, group: &Group, name: &str, base: &Ratio, pairs: &[(f64, f64)]) {
    let n = pairs.len() as f64;
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(share, mark)| of(*share, *mark)).sum::<f64>();
    let largest =
        |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(share, mark)| of(*share, *mark)).fold(0.0, f64::max);
    let whole = pairs.iter().all(|(_, mark)| *mark > 0.0);
    let centre = (sum(&|share, _| share) / n, sum(&|_, mark| mark) / n);
    let spread = sum(&|_, mark| (mark - centre.1).powi(2));
    let slope = sum(&|share, mark| (share - centre.0) * (mark - centre.1)) / spread;
    let list = [
        ("loosemore-hanby", Some(sum(&|share, mark| (share - mark).abs()) / 2.0)),
        ("gallagher", Some((sum(&|share, mark| (share - mark).powi(2)) / 2.0).sqrt())),
        ("rae", Some(sum(&|share, mark| (share - mark).abs()) / n)),
        ("largest-ratio", Some(largest(&|share, mark| if mark > 0.0 { share / mark } else { 0.0 }))),
        ("largest-gap", Some(largest(&|share, mark| (share - mark).abs()))),
        ("sainte-lague", whole.then(|| sum(&|share, mark| (share - mark).powi(2) / mark))),
        ("slope", (spread > 1e-20).then_some(slope)),
    ];
    for (measure, value) in list {
        put(table, measure, group, ("", name), index(group.0, base, value));
    }
}

/// How few actors hold the coverage.
pub(super) fn concentration(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let shares = shares(study, pool, &seen);
        let covered = shares[0].1.value.is_some();
        let mut p: Vec<f64> = shares.iter().map(|(_, ratio, _)| ratio.value.map_or(0.0, Fraction::float)).collect();
        p.sort_by(f64::total_cmp);
        let n = p.len() as f64;
        let sum = |of: &dyn Fn(f64) -> f64| p.iter().map(|share| of(*share)).sum::<f64>();
        let hhi = sum(&|share| share * share);
        let entropy = sum(&|share| if share > 0.0 { -share * share.ln() } else { 0.0 });
        let mean_root = sum(&f64::sqrt) / n;
        let largest = p[p.len() - 1];
        let pairs: f64 = p.iter().map(|a| p.iter().map(|b| (a - b).abs()).sum::<f64>()).sum();
        let rest = p[..p.len() - 1].iter().map(|share| share * share * (2.0 - share)).sum::<f64>();
        let many = p.len() > 1;
        let list = [
            ("hhi", Some(hhi)),
            ("hhi-normalised", many.then(|| (hhi - 1.0 / n) / (1.0 - 1.0 / n))),
            ("effective-number", Some(1.0 / hhi)),
            ("effective-number-entropy", Some(entropy.exp())),
            ("entropy", Some(entropy)),
            ("evenness", many.then(|| entropy / n.ln())),
            ("gini", Some(pairs / (2.0 * n))),
            ("atkinson", Some(1.0 - mean_root * mean_root * n)),
            ("comprehensive-concentration", Some(largest + rest)),
            ("largest-share", Some(largest)),
            ("loosemore-hanby", Some(sum(&|share| (share - 1.0 / n).abs()) / 2.0)),
            ("gallagher", Some((sum(&|share| (share - 1.0 / n).powi(2)) / 2.0).sqrt())),
        ];
        for (measure, value) in list {
            let mut cell = index(group.0, &shares[0].1, value.filter(|_| covered));
            if !covered {
                cell.status = "no-coverage";
            }
            put(&mut table, measure, &group, ("", ""), cell);
        }
    }
    table
}

/// A share and its cell.
type Found = (Option<Fraction>, Cell);

/// One share under every pool and weighting, its range, and the ranks.
pub(super) fn pools(study: &Study) -> Table {
    let mut table = Table::new();
    let mut ranges: BTreeMap<(Quantity, usize), Vec<Found>> = BTreeMap::new();
    for pool in &study.pools {
        for weighting in ["pooled", "mean", "weighted"] {
            if weighting == "weighted" && pool.weights.is_empty() {
                continue;
            }
            let pool = Pool { weighting, ..pool.clone() };
            let name = format!("{}:{weighting}", pool.id);
            for (group, seen) in groups(study, &counted(study, &pool), &[]) {
                let all = shares(study, &pool, &seen);
                for (actor, ratio, percent) in &all {
                    let id = study.actors[*actor].id.as_str();
                    let cell = cell(study, &design(study, group.0), group.0, ratio, percent.clone(), true);
                    let ahead = ratio.value.map(|value| {
                        all.iter().filter(|(_, other, _)| other.value.unwrap().order(value).is_gt()).count() as f64
                    });
                    let plain = Cell { percent: String::new(), interval: None, method: "exact", ..cell.clone() };
                    let rank = Cell { share: ahead.map(|ahead| ahead + 1.0), status: "", ..plain };
                    put(&mut table, "rank", &group, (id, &name), rank);
                    put(&mut table, "share", &group, (id, &name), cell.clone());
                    ranges.entry((group.0, *actor)).or_default().push((ratio.value, cell));
                }
            }
        }
    }
    for ((quantity, actor), list) in ranges {
        let values = || list.iter().filter_map(|(value, _)| *value);
        let range = values().max_by(|a, b| a.order(*b)).zip(values().min_by(|a, b| a.order(*b)));
        let Some(range) = range.map(|(most, least)| most.minus(least)) else { continue };
        let percent = plain(study, Some(range)).unwrap_or_default();
        let first = list[0].1.clone();
        let cell = Cell { share: Some(range.float()), percent, interval: None, method: "exact", status: "", ..first };
        put(&mut table, "range", &(quantity, Vec::new()), (&study.actors[actor].id, ""), cell);
    }
    table
}

/// Amounts, days, items and appearances of each outlet, as the coverage table has them.
pub(super) fn coverage(study: &Study) -> BTreeMap<String, [String; 5]> {
    let mut table = BTreeMap::new();
    for (at, outlet) in study.outlets.iter().enumerate() {
        let used = |row: &&Row| row.outlet == at && row.pass == 1 && (study.from..=study.to).contains(&row.day);
        let rows: Vec<_> = study.rows().filter(used).collect();
        let distinct =
            |of: &dyn Fn(&Row) -> i64| rows.iter().map(|row| of(row)).collect::<BTreeSet<_>>().len().to_string();
        let sum = amount(outlet.quantity(), rows.iter().map(|row| row.amount).sum());
        let days = distinct(&|row| row.day);
        let items = distinct(&|row| i64::try_from(row.item).unwrap());
        let (quantity, sum) = if rows.is_empty() { ("", String::new()) } else { (outlet.quantity().word(), sum) };
        table.insert(outlet.id.clone(), [quantity.to_owned(), sum, days, items, rows.len().to_string()]);
    }
    table
}
