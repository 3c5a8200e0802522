//! The publishing policy: from which base on a figure may stand alone.

use crate::declaration::Table;

/// What happens to a figure below a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// It is printed with words beside it.
    Flag,
    /// It is not printed; the words are.
    Withhold,
}

impl Policy {
    /// Every policy with its word.
    pub const WORDS: [(&'static str, Policy); 2] = [("flag", Policy::Flag), ("withhold", Policy::Withhold)];

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        match self {
            Policy::Flag => "flag",
            Policy::Withhold => "withhold",
        }
    }
}

/// The thresholds. The defaults are those of `02-measures` of the field: fewer than 30 items, 8 outlet-days ...
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publishing {
    /// What happens below a threshold.
    pub policy: Policy,
    /// Fewer items than this are a small base.
    pub least_items: i64,
    /// Fewer clusters than this have no interval.
    pub least_clusters: i64,
    /// Fewer clusters than this have a rough one.
    pub rough_clusters: i64,
    /// A cluster with more than this percentage of the base carries the figure alone.
    pub most_of_one_cluster: i64,
    /// An interval wider than this many points says little.
    pub widest_interval: i64,
    /// Tone and voice on less than this many minutes.
    pub least_minutes: i64,
    /// Tone and voice on less than this many square centimetres.
    pub least_cm2: i64,
    /// Recorded less than this percentage of the plan.
    pub least_recorded: i64,
    /// Thousandths of alpha below which a variable is unreliable.
    pub least_alpha: i64,
}

impl Default for Publishing {
    fn default() -> Self {
        Publishing {
            policy: Policy::Flag,
            least_items: 30,
            least_clusters: 8,
            rough_clusters: 15,
            most_of_one_cluster: 50,
            widest_interval: 30,
            least_minutes: 5,
            least_cm2: 50,
            least_recorded: 80,
            least_alpha: 667,
        }
    }
}

impl Publishing {
    pub(super) fn read(table: &Table<'_>) -> Publishing {
        let default = Publishing::default();
        let number = |key, most: i64, default: i64| table.integer(key, 0..=most).map_or(default, |number| number.value);
        Publishing {
            policy: table.choice("policy", &Policy::WORDS).unwrap_or(default.policy),
            least_items: number("least_items", 1_000_000, default.least_items),
            least_clusters: number("least_clusters", 1_000_000, default.least_clusters),
            rough_clusters: number("rough_clusters", 1_000_000, default.rough_clusters),
            most_of_one_cluster: number("most_of_one_cluster", 100, default.most_of_one_cluster),
            widest_interval: number("widest_interval", 100, default.widest_interval),
            least_minutes: number("least_minutes", 1_000_000, default.least_minutes),
            least_cm2: number("least_cm2", 1_000_000, default.least_cm2),
            least_recorded: number("least_recorded", 100, default.least_recorded),
            least_alpha: table
                .decimal("least_alpha")
                .and_then(|alpha| alpha.value.times(1000).ok())
                .unwrap_or(default.least_alpha),
        }
    }
}
