//! How intervals are made: which rows make a cluster, which method, from how many days the monitored ones were drawn.

use crate::codebook::Codebook;
use crate::declaration::{Table, WRONG_VALUE};

/// How an interval is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalMethod {
    /// Linearised variance of the ratio, Student's t, limits on the logit scale.
    Linear,
    /// Percentiles of the cluster bootstrap.
    Percentile,
    /// The same, corrected for bias and acceleration.
    Bca,
    /// No interval.
    None,
}

impl IntervalMethod {
    /// Every method with its word.
    pub const WORDS: [(&'static str, IntervalMethod); 4] = [
        ("linear", IntervalMethod::Linear),
        ("percentile", IntervalMethod::Percentile),
        ("bca", IntervalMethod::Bca),
        ("none", IntervalMethod::None),
    ];

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, method)| *method == self);
        found.expect("invariant: WORDS names every method").0
    }
}

/// What varies as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cluster {
    /// A day of an outlet, an edition.
    Day,
    /// A programme on a day of an outlet: a bulletin.
    Programme,
}

impl Cluster {
    /// The word that declares it.
    pub fn word(self) -> &'static str {
        match self {
            Cluster::Day => "day",
            Cluster::Programme => "programme",
        }
    }
}

/// The choices behind every interval.
#[derive(Debug, Clone)]
pub struct Uncertainty {
    /// How an interval is computed.
    pub method: IntervalMethod,
    /// What varies as one.
    pub cluster: Cluster,
    /// Coverage in percent, 50 to 99.
    pub level: u8,
    /// Bootstrap replicates.
    pub replicates: u32,
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Clusters of an outlet from which the monitored ones were drawn at random, by outlet; an outlet that is not named was
    /// monitored on days that stand for endlessly many.
    pub drawn_from: Vec<(String, u64)>,
}

impl Default for Uncertainty {
    fn default() -> Self {
        Uncertainty {
            method: IntervalMethod::Linear,
            cluster: Cluster::Day,
            level: 95,
            replicates: 10_000,
            seed: 1,
            drawn_from: Vec::new(),
        }
    }
}

impl Uncertainty {
    pub(super) fn read(table: &Table<'_>, codebook: &Codebook) -> Uncertainty {
        let default = Uncertainty::default();
        let clusters = [("day", Cluster::Day), ("programme", Cluster::Programme)];
        let number = |key, range, default: i64| table.integer(key, range).map_or(default, |number| number.value);
        let is_drawn = table.has("drawn_from") && table.has("drawn_from_by_outlet");
        if is_drawn {
            let message = "`drawn_from` is for every outlet; with `drawn_from_by_outlet` it says two things";
            table.document().report(&WRONG_VALUE, table.span(), message, None);
        }
        let for_all = table.integer("drawn_from", 2..=1_000_000).and_then(|n| u64::try_from(n.value).ok());
        let all = codebook.outlets.ids();
        let mut drawn_from: Vec<(String, u64)> =
            for_all.map(|n| all.iter().map(|id| ((*id).to_owned(), n)).collect()).unwrap_or_default();
        for (outlet, n) in table.numbers("drawn_from_by_outlet") {
            if !all.contains(&outlet.value.as_str()) {
                table.document().report_unknown(outlet.span, "outlet", &outlet.value, &all);
            }
            match n.value.times(1).ok().and_then(|n| u64::try_from(n).ok()) {
                Some(n) => drawn_from.push((outlet.value, n)),
                None => table.document().report(&WRONG_VALUE, n.span, "expected a number of days", None),
            }
        }
        Uncertainty {
            method: table.choice("method", &IntervalMethod::WORDS).unwrap_or(default.method),
            cluster: table.choice("cluster", &clusters).unwrap_or(default.cluster),
            level: u8::try_from(number("level", 50..=99, 95)).unwrap_or(default.level),
            replicates: u32::try_from(number("replicates", 100..=1_000_000, 10_000)).unwrap_or(default.replicates),
            seed: u64::try_from(number("seed", 0..=i64::MAX, 1)).unwrap_or(default.seed),
            drawn_from,
        }
    }

    /// From how many clusters those of an outlet were drawn.
    pub fn population(&self, outlet: &str) -> Option<u64> {
        self.drawn_from.iter().find(|(id, _)| id == outlet).map(|(_, n)| *n)
    }
}
