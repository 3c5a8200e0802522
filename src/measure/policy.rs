//! The publishing policy: what stands beside a figure whose base is small, and what is withheld.
//!
//! In: a figure with its base and the study's thresholds. Out: its flags; under the policy `withhold` the figure itself is
//! taken back where one of them says that it should not stand. Thresholds are the study's own: no statistic is computed here.

use super::ledger::Reach;
use super::{Estimate, Status, Sums};
use crate::study::{Policy, Study};
use crate::unit::Unit;

/// A word beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// Fewer items than the threshold.
    SmallBase,
    /// Too few clusters for an interval.
    FewClusters,
    /// An interval on few clusters.
    Rough,
    /// One cluster holds most of the base.
    OneCluster,
    /// The interval is wide.
    WideInterval,
    /// Tone or voice on a few minutes or square centimetres.
    SmallAmount,
    /// Much of the plan was not recorded.
    Incomplete,
    /// The monitored hours changed inside the period.
    WindowChanged,
    /// The interval of a difference holds zero: neither is ahead.
    NotApart,
    /// Coders did not agree on the variable shown.
    Unreliable,
}

impl Flag {
    /// The word of machine files and tables.
    pub fn word(self) -> &'static str {
        match self {
            Flag::SmallBase => "small-base",
            Flag::FewClusters => "few-clusters",
            Flag::Rough => "rough-interval",
            Flag::OneCluster => "one-day-dominates",
            Flag::WideInterval => "wide-interval",
            Flag::SmallAmount => "small-amount",
            Flag::Incomplete => "incomplete",
            Flag::WindowChanged => "hours-changed",
            Flag::NotApart => "not-told-apart",
            Flag::Unreliable => "unreliable",
        }
    }

    /// Does the figure rest on little? A rough interval and changed hours are only to be known.
    pub fn is_weak(self) -> bool {
        !matches!(self, Flag::Rough | Flag::WindowChanged | Flag::NotApart)
    }

    /// Should the figure stand with it? Few clusters only cost the interval, and changed hours are a caution.
    fn forbids(self) -> bool {
        !matches!(self, Flag::FewClusters | Flag::Rough | Flag::WindowChanged | Flag::NotApart)
    }
}

/// Is the figure of tone or voice, which need a least amount?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Amounts,
    ToneOrVoice,
}

/// The part of the base that its largest cluster holds, in percent, rounded up: it is above a whole limit where the part is.
pub(super) fn largest_cluster(sums: &Sums, below: &[usize]) -> i64 {
    let of = |cluster: &super::Cluster| below.iter().map(|part| cluster.amount(*part)).sum::<i64>();
    let (most, all) = sums.clusters().map(of).fold((0, 0), |(most, all), one| (one.max(most), all + one));
    if all > 0 {
        num_integer::Integer::div_ceil(&(i128::from(most) * 100), &i128::from(all)).try_into().unwrap_or(100)
    } else {
        0
    }
}

/// Gives the figures of one base their flags, and withholds those that may not stand.
pub(super) fn judge<'a>(
    study: &Study,
    reach: &Reach<'_>,
    (largest_cluster, subject): (i64, Subject),
    is_unreliable: bool,
    estimates: impl Iterator<Item = &'a mut Estimate>,
) {
    let of_window = if reach.has_changing_hours(study) { vec![Flag::WindowChanged] } else { Vec::new() };
    for estimate in estimates {
        if matches!(estimate.status, Status::NoCoverage | Status::NotRecorded) {
            continue;
        }
        let mut flags = of_base(study, estimate, largest_cluster, subject);
        flags.extend(&of_window);
        flags.extend(is_unreliable.then_some(Flag::Unreliable));
        flags.sort_unstable();
        let is_forbidden = flags.iter().any(|flag| flag.forbids());
        estimate.flags = flags;
        if is_forbidden && study.publishing.policy == Policy::Withhold {
            estimate.withhold();
        }
    }
}

fn of_base(study: &Study, estimate: &Estimate, largest_cluster: i64, subject: Subject) -> Vec<Flag> {
    let (limits, base) = (&study.publishing, &estimate.base);
    let least = match estimate.denominator.unit() {
        Unit::Time => limits.least_minutes * 60_000,
        Unit::Area => limits.least_cm2 * 100,
        Unit::Count => 0,
    };
    #[expect(clippy::cast_precision_loss, reason = "a threshold in whole points")]
    let widest = limits.widest_interval as f64 / 100.0;
    let is_wide = estimate.interval.is_some_and(|interval| interval.width() > widest);
    let is_rough = estimate.interval.is_some() && base.n_clusters < limits.rough_clusters;
    let found = [
        (Flag::SmallBase, base.n_items < limits.least_items),
        (Flag::FewClusters, base.n_clusters < limits.least_clusters),
        (Flag::Rough, is_rough),
        (Flag::OneCluster, base.n_clusters > 1 && largest_cluster > limits.most_of_one_cluster),
        (Flag::WideInterval, is_wide),
        (Flag::SmallAmount, subject == Subject::ToneOrVoice && estimate.denominator.whole() < least),
        (Flag::Incomplete, base.completeness.is_some_and(|hours| hours.percent() < limits.least_recorded)),
    ];
    found.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect()
}
