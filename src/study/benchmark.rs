//! Benchmarks: what a share is compared with. For orientation, never a standard of fairness.

use chrono::NaiveDate;

use super::Period;
use super::codes::{BAD_BENCHMARK, BENCHMARK_LACKS};
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
    /// Shares fixed by law.
    Fixed,
    /// Candidates put up.
    Candidates,
    /// Shares of the user's own making.
    Custom,
    /// The share in the period before: its figures are computed.
    Previous,
}

impl BenchmarkKind {
    const WORDS: [(&'static str, BenchmarkKind); 9] = [
        ("equal", BenchmarkKind::Equal),
        ("votes", BenchmarkKind::Votes),
        ("seats", BenchmarkKind::Seats),
        ("polls", BenchmarkKind::Polls),
        ("published", BenchmarkKind::Published),
        ("fixed", BenchmarkKind::Fixed),
        ("candidates", BenchmarkKind::Candidates),
        ("custom", BenchmarkKind::Custom),
        ("previous", BenchmarkKind::Previous),
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
    pub source: Label,
    /// When.
    pub date: NaiveDate,
    /// Share and the text it was written as, by actor; empty for `equal`. An actor left out has no benchmark.
    pub shares: Vec<(String, Share)>,
    /// The pool it speaks of, where it speaks of one.
    pub pool: Option<String>,
    /// The medium it speaks of, where it speaks of one.
    pub medium: Option<Medium>,
    /// May it be dated after the data?
    pub is_afterwards: bool,
    span: std::ops::Range<usize>,
}

impl BenchmarkKind {
    /// Does the study give its figures, rather than the pool or the data?
    fn has_figures(self) -> bool {
        !matches!(self, BenchmarkKind::Equal | BenchmarkKind::Previous)
    }

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, kind)| *kind == self);
        found.expect("invariant: WORDS names every kind").0
    }
}

impl Benchmark {
    pub(super) fn read(
        table: &Table<'_>,
        codebook: &Codebook,
        pools: &[&str],
        periods: &[Period],
    ) -> Option<Benchmark> {
        let id = read_id(table);
        let name = Label::read(table);
        let kind = table.require("kind", table.choice("kind", &BenchmarkKind::WORDS));
        let source = table.require("source", Label::read_key(table, "source"));
        let date = table.require("date", table.date("date"));
        let shares = read_shares(table, codebook, kind?);
        let pool = table.text("pool");
        if kind == Some(BenchmarkKind::Previous) && periods.len() < 2 {
            let message = "`previous` needs two `[[period]]` or more: the first has none before it";
            table.document().report(&WRONG_VALUE, table.span(), message, None);
        }
        if let Some(pool) = pool.as_ref().filter(|pool| !pools.contains(&pool.value.as_str())) {
            table.document().report_unknown(pool.span.clone(), "pool", &pool.value, pools);
        }
        let is_partial = table.boolean("partial").unwrap_or(false);
        if !is_partial {
            refuse_odd_sum(table, kind?, &shares);
            warn_of_lacking(table, codebook, kind?, &shares);
        }
        Some(Benchmark {
            is_afterwards: table.boolean("afterwards").unwrap_or(false),
            span: date.as_ref().map_or_else(|| table.span(), |date| date.span.clone()),
            medium: table.choice("medium", &Medium::WORDS),
            pool: pool.map(|pool| pool.value),
            id: id?.value,
            name: name?,
            kind: kind?,
            source: source?,
            date: date?.value,
            shares,
        })
    }

    /// A benchmark that is to be an expectation cannot be later than what is held against it.
    pub(super) fn refuse_later_than(&self, window: &super::Window, table: &Table<'_>) {
        let is_expectation = matches!(self.kind, BenchmarkKind::Votes | BenchmarkKind::Seats | BenchmarkKind::Polls);
        if is_expectation && self.date > window.to && !self.is_afterwards {
            let message = format!("the benchmark is dated {}, after the window's last day {}", self.date, window.to);
            let hint = "say `afterwards = true` if it is meant to be a comparison with what came later".to_owned();
            table.document().report(&BAD_BENCHMARK, self.span.clone(), message, Some(hint));
        }
    }

    /// The benchmark of one actor among `n` listed ones.
    pub fn share_of(&self, actor: &str, n: usize) -> Option<Share> {
        if self.kind == BenchmarkKind::Equal {
            return Share::equal(n);
        }
        self.shares.iter().find(|(id, _)| id == actor).map(|(_, share)| share.clone())
    }
}

/// Shares in percent must add up to 100 within half a point.
fn refuse_odd_sum(table: &Table<'_>, kind: BenchmarkKind, shares: &[(String, Share)]) {
    if !kind.has_figures() || shares.is_empty() {
        return;
    }
    let sum: f64 = shares.iter().map(|(_, share)| share.as_f64()).sum::<f64>() * 100.0;
    if (sum - 100.0).abs() > 0.5 + 1e-9 {
        let message = format!("the shares add up to {sum:.2}, expected 100 within half a point");
        let hint = "is one missing or mistyped? `partial = true` says that they are not meant to".to_owned();
        table.document().report(&BAD_BENCHMARK, table.span(), message, Some(hint));
    }
}

/// An actor without a value, while others of its group have one.
fn warn_of_lacking(table: &Table<'_>, codebook: &Codebook, kind: BenchmarkKind, shares: &[(String, Share)]) {
    let has = |id: &str| shares.iter().any(|(actor, _)| actor == id);
    let groups: Vec<&str> =
        codebook.actors.iter().filter(|actor| has(&actor.id)).map(|actor| actor.own.group.as_str()).collect();
    let lacking = codebook.actors.iter().filter(|actor| groups.contains(&actor.own.group.as_str()) && !has(&actor.id));
    let lacking: Vec<&str> = lacking.map(|actor| actor.id.as_str()).collect();
    let is_known = shares.iter().all(|(id, _)| codebook.actors.by_id(id).is_some());
    if kind.has_figures() && is_known && !lacking.is_empty() {
        let message = format!("the benchmark has no value for {}", lacking.join(", "));
        let hint = "add it, or say `partial = true`".to_owned();
        table.document().report(&BENCHMARK_LACKS, table.span(), message, Some(hint));
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
    if kind.has_figures() == (percents.is_empty() && counts.is_empty()) || (!percents.is_empty() && !counts.is_empty())
    {
        let message =
            "a benchmark needs `shares` in percent or `counts`, one of them; `equal` and `previous` need none";
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
