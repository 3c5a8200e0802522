//! What a sampling plan draws.

use crate::declaration::Table;

/// What a sampling plan draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SamplingPlan {
    /// Constructed weeks: so many Mondays, Tuesdays ... of each outlet.
    pub weeks: usize,
    /// Bulletins of each day; 0: the whole day.
    pub bulletins: usize,
    /// Half the width of the interval wanted, in tenths of a point.
    pub within_tenths: i64,
    /// Percentage of items to code twice.
    pub double: i64,
    /// Seed of every draw.
    pub seed: u64,
}

impl Default for SamplingPlan {
    fn default() -> Self {
        SamplingPlan { weeks: 1, bulletins: 0, within_tenths: 50, double: 10, seed: 1 }
    }
}

impl SamplingPlan {
    pub(super) fn read(table: &Table<'_>) -> SamplingPlan {
        let default = SamplingPlan::default();
        let whole = |key, range, default: usize| {
            table.integer(key, range).and_then(|number| usize::try_from(number.value).ok()).unwrap_or(default)
        };
        SamplingPlan {
            weeks: whole("weeks", 1..=52, default.weeks),
            bulletins: whole("bulletins", 0..=48, default.bulletins),
            within_tenths: table
                .decimal("within")
                .and_then(|points| points.value.times(10).ok())
                .filter(|tenths| (1..=500).contains(tenths))
                .unwrap_or(default.within_tenths),
            double: table.integer("double", 1..=100).map_or(default.double, |number| number.value),
            seed: table
                .integer("seed", 0..=i64::MAX)
                .and_then(|seed| u64::try_from(seed.value).ok())
                .unwrap_or(default.seed),
        }
    }
}
