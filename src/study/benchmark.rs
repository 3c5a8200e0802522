//! Benchmarks: what a share is compared with. For orientation, never a standard of fairness.

use chrono::NaiveDate;

use crate::codebook::{Codebook, Label, Medium, read_id};
use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::{Decimal, Share};

/// Where the figures of a benchmark come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BenchmarkKind {
    /// One part each.
    Equal,
    /// Votes cast.
    Votes,
    /// Seats won.
    Seats,
    /// An opinion poll.
    Polls,
    /// Shares that somebody else published of the same coverage.
    Published,
    /// Shares fixed by law or by the user.
    Fixed,
}

impl BenchmarkKind {
    const WORDS: [(&'static str, BenchmarkKind); 6] = [
        ("equal", BenchmarkKind::Equal),
        ("votes", BenchmarkKind::Votes),
        ("seats", BenchmarkKind::Seats),
        ("polls", BenchmarkKind::Polls),
        ("published", BenchmarkKind::Published),
        ("fixed", BenchmarkKind::Fixed),
    ];
}

/// A set of shares to compare with, with its source and date.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// `votes-2012`
    pub id: String,
    /// Printed name.
    pub name: Label,
    /// Votes, seats, equal ...
    pub kind: BenchmarkKind,
    /// Who published it.
    pub source: String,
    /// When.
    pub date: NaiveDate,
    /// Share and the text it was written as, by actor; empty for `equal`. An actor left out has no benchmark.
    pub shares: Vec<(String, Share)>,
    /// The pool it speaks of, where it speaks of one.
    pub pool: Option<String>,
    /// The medium it speaks of, where it speaks of one.
    pub medium: Option<Medium>,
}

impl Benchmark {
    pub(super) fn read(table: &Table<'_>, codebook: &Codebook, pools: &[&str]) -> Option<Benchmark> {
        let id = read_id(table);
        let name = Label::read(table);
        let kind = table.require("kind", table.choice("kind", &BenchmarkKind::WORDS));
        let source = table.require("source", table.text("source"));
        let date = table.require("date", table.date("date"));
        let shares = read_shares(table, codebook, kind?);
        let pool = table.text("pool");
        if let Some(pool) = pool.as_ref().filter(|pool| !pools.contains(&pool.value.as_str())) {
            table.document().report_unknown(pool.span.clone(), "pool", &pool.value, pools);
        }
        Some(Benchmark {
            medium: table.choice("medium", &Medium::WORDS),
            pool: pool.map(|pool| pool.value),
            id: id?.value,
            name: name?,
            kind: kind?,
            source: source?.value,
            date: date?.value,
            shares,
        })
    }

    /// The benchmark of one actor among `n` listed ones.
    pub fn share_of(&self, actor: &str, n: usize) -> Option<Share> {
        if self.kind == BenchmarkKind::Equal {
            return Share::equal(n);
        }
        self.shares.iter().find(|(id, _)| id == actor).map(|(_, share)| share.clone())
    }
}

/// `shares` in percent, or `counts` (votes, seats) whose sum is the whole.
fn read_shares(table: &Table<'_>, codebook: &Codebook, kind: BenchmarkKind) -> Vec<(String, Share)> {
    let (percents, counts) = (table.numbers("shares"), table.numbers("counts"));
    for (actor, _) in percents.iter().chain(&counts) {
        if codebook.actors.by_id(&actor.value).is_none() {
            table.document().report_unknown(actor.span.clone(), "actor", &actor.value, &codebook.actors.ids());
        }
    }
    let is_equal = kind == BenchmarkKind::Equal;
    if is_equal != (percents.is_empty() && counts.is_empty()) || (!percents.is_empty() && !counts.is_empty()) {
        let message = "a benchmark needs `shares` in percent or `counts`, one of them; `equal` needs none";
        table.document().report(&WRONG_VALUE, table.span(), message, None);
    }
    if !counts.is_empty() {
        return from_counts(counts.into_iter().map(|(actor, count)| (actor.value, count.value)).collect());
    }
    percents.into_iter().map(|(actor, percent)| (actor.value, Share::from_percent(percent.value))).collect()
}

fn from_counts(counts: Vec<(String, Decimal)>) -> Vec<(String, Share)> {
    let whole: Vec<i64> = counts.iter().map(|(_, count)| count.times(1).unwrap_or(0)).collect();
    let total = whole.iter().sum();
    counts.into_iter().zip(whole).filter_map(|((actor, _), count)| Some((actor, Share::of(count, total)?))).collect()
}
