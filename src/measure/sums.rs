//! Exact sums of a selection: by group, by stratum and cluster, by part. What every measure works from.
//!
//! In: a tally, a pool, dimensions and conditions. Out: one [`Sums`] per (quantity, group); within it an outlet is a stratum,
//! an outlet-day (or a programme on a day) a cluster, and each cluster has an integer per part. A monitored cluster without
//! coverage is counted in `n_clusters` and holds nothing. Zero: a group without any row does not appear.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{DataFrame, DataType, Expr, IntoLazy as _, PolarsResult, StringChunked, col};

use super::select::{COUNTED, Failure, ITEM, Selection};
use super::{Condition, Dimension};
use crate::study::{Cluster as ClusterKind, Pool, Study};
use crate::tally::{Tally, key, string_column, strs};

/// What a total is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Into actors, or groups of them.
    Who(Who),
    /// Each actor's coverage into tones, voices, pages, dayparts or positions.
    Of(Who, Dimension),
}

/// Whose coverage a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Each actor's.
    Actor,
    /// That of all actors of a group of the codebook together.
    Group,
}

impl Who {
    /// The column that holds the id.
    pub(super) fn column(self) -> &'static str {
        match self {
            Who::Actor => COUNTED,
            Who::Group => Dimension::Group.word(),
        }
    }
}

/// A quantity and the values of a group.
pub(super) type Group = (String, Vec<String>);

/// The monitored clusters of one outlet.
#[derive(Debug, Clone, Default)]
pub struct Stratum {
    /// Id of the outlet.
    pub outlet: String,
    /// Monitored clusters, with or without coverage.
    pub n_clusters: usize,
    /// Monitored days: the clusters, unless those are programmes.
    pub n_days: usize,
    /// How many days there are, where the monitored ones were drawn from more.
    pub drawn_from: Option<u64>,
    /// The clusters with coverage.
    pub clusters: Vec<Cluster>,
}

/// The amounts of one cluster, by part.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    /// Amounts of its units, by part: the programmes of a day. One unit where the cluster has no finer ones.
    pub units: Vec<Vec<i64>>,
    /// How many units there are, where those coded were drawn from more.
    pub drawn_from: Option<u64>,
}

impl Cluster {
    fn with_parts(&self, places: &[Option<usize>]) -> Cluster {
        let unit = |unit: &Vec<i64>| places.iter().map(|place| place.map_or(0, |place| unit[place])).collect();
        Cluster { units: self.units.iter().map(unit).collect(), drawn_from: self.drawn_from }
    }

    /// The amount of a part.
    pub fn amount(&self, part: usize) -> i64 {
        self.units.iter().map(|unit| unit[part]).sum()
    }
}

/// The sums of one group.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// Ids of the parts, sorted; empty for what is not coded.
    pub parts: Vec<String>,
    /// One per outlet with coverage or monitored, sorted by id.
    pub strata: Vec<Stratum>,
}

impl Sums {
    /// The place of a part.
    pub fn part(&self, id: &str) -> Option<usize> {
        self.parts.binary_search_by(|part| part.as_str().cmp(id)).ok()
    }

    /// The amount of a part.
    pub fn amount(&self, part: usize) -> i64 {
        self.clusters().map(|cluster| cluster.amount(part)).sum()
    }

    /// The amount of a part that may not occur.
    pub fn amount_of(&self, id: &str) -> i64 {
        self.part(id).map_or(0, |part| self.amount(part))
    }

    /// These clusters and those of another time, as one: parts with the same id are one part.
    #[must_use]
    pub(super) fn plus(&self, other: &Sums) -> Sums {
        let parts: BTreeSet<&String> = self.parts.iter().chain(&other.parts).collect();
        let parts: Vec<String> = parts.into_iter().cloned().collect();
        let place = |sums: &Sums| -> Vec<Option<usize>> { parts.iter().map(|part| sums.part(part)).collect() };
        self.joined(other, parts.clone(), [place(self), place(other)])
    }

    /// These clusters and those of another time, each with parts of its own: those of the other stand behind.
    pub(super) fn beside(&self, other: &Sums) -> (Sums, usize) {
        let (here, there) = (self.parts.len(), other.parts.len());
        let parts: Vec<String> = self.parts.iter().chain(&other.parts).cloned().collect();
        let place = |first: usize, n: usize| {
            (0..here + there).map(|part| part.checked_sub(first).filter(|part| *part < n)).collect()
        };
        (self.joined(other, parts, [place(0, here), place(here, there)]), here)
    }

    fn joined(&self, other: &Sums, parts: Vec<String>, places: [Vec<Option<usize>>; 2]) -> Sums {
        let mut strata: BTreeMap<&str, Stratum> = BTreeMap::new();
        for (sums, places) in [self, other].into_iter().zip(places) {
            for stratum in &sums.strata {
                let joined = strata
                    .entry(&stratum.outlet)
                    .or_insert_with(|| Stratum { clusters: Vec::new(), ..stratum.clone() });
                joined.clusters.extend(stratum.clusters.iter().map(|cluster| cluster.with_parts(&places)));
                let is_by_day = joined.n_days == joined.n_clusters;
                joined.n_clusters = joined.n_clusters.max(joined.clusters.len());
                joined.n_days = if is_by_day { joined.n_clusters } else { joined.n_days };
            }
        }
        Sums { parts, strata: strata.into_values().collect() }
    }

    /// Every cluster with coverage.
    pub fn clusters(&self) -> impl Iterator<Item = &Cluster> {
        self.strata.iter().flat_map(|stratum| &stratum.clusters)
    }
}

/// The monitored clusters of a study, by outlet: those with a coded row of any actor, and those that the calendar says were
/// recorded.
#[derive(Debug)]
pub(super) struct Design {
    clusters: BTreeMap<String, BTreeSet<(Option<i32>, String)>>,
}

impl Design {
    pub(super) fn of(tally: &Tally, study: &Study) -> Result<Design, Failure> {
        let frame = tally.appearances();
        let mut clusters: BTreeMap<String, BTreeSet<(Option<i32>, String)>> = BTreeMap::new();
        let [outlets, programmes] = [key::OUTLET, key::PROGRAMME].map(|name| string_column(frame, name));
        let (outlets, programmes) = (outlets?, programmes?);
        let programmes = match study.uncertainty.cluster {
            ClusterKind::Day => vec![""; frame.height()],
            ClusterKind::Programme => strs(&programmes),
        };
        let mut rows: Vec<_> = strs(&outlets).into_iter().zip(days(frame)?).zip(programmes).collect();
        // A tally is sorted by outlet and day: most rows are of the cluster of the one before.
        rows.dedup();
        for ((outlet, date), programme) in rows {
            clusters.entry(outlet.to_owned()).or_default().insert((date, programme.to_owned()));
        }
        if study.uncertainty.cluster == ClusterKind::Day {
            for (outlet, date) in super::ledger::recorded_days(study) {
                clusters.entry(outlet).or_default().insert((Some(date), String::new()));
            }
        }
        Ok(Design { clusters })
    }

    fn n_days(&self, outlet: &str) -> usize {
        let days = |clusters: &BTreeSet<(Option<i32>, String)>| {
            clusters.iter().map(|(day, _)| day).collect::<BTreeSet<_>>().len()
        };
        self.clusters.get(outlet).map_or(0, days)
    }

    fn n_clusters(&self, outlet: &str) -> usize {
        self.clusters.get(outlet).map_or(0, BTreeSet::len)
    }
}

/// What is summed.
#[derive(Debug, Clone)]
pub(super) struct Request<'s> {
    pub pool: &'s Pool,
    pub by: Vec<Dimension>,
    pub part: Part,
    pub conditions: Vec<Condition>,
}

impl Request<'_> {
    /// The columns of a group behind the quantity: the dimensions, and the actor where its coverage is divided.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        let who = match self.part {
            Part::Who(_) => None,
            Part::Of(who, _) => Some(who.column()),
        };
        let dimensions = self.by.iter().map(|dimension| dimension.column());
        std::iter::once(key::QUANTITY).chain(dimensions).chain(who).collect()
    }

    fn part_column(&self) -> &'static str {
        match self.part {
            Part::Who(who) => who.column(),
            Part::Of(_, dimension) => dimension.column(),
        }
    }
}

/// Amounts by part within a unit within a cluster within an outlet.
type Units<'t> = BTreeMap<&'t str, BTreeMap<Option<i32>, BTreeMap<&'t str, BTreeMap<&'t str, i64>>>>;

/// What is added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Milliseconds, mm² or appearances.
    Amounts,
    /// Items, each once for each part.
    Items,
}

/// Sums the selected rows.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub(super) fn sums(
    selection: &Selection<'_>,
    design: &Design,
    request: &Request<'_>,
    counted: Counted,
) -> Result<BTreeMap<Group, Sums>, Failure> {
    let columns = request.columns();
    let part = request.part_column();
    let within = [key::OUTLET, key::DATE, key::PERIOD, key::PROGRAMME, part];
    let mut keys = columns.clone();
    keys.extend(within.into_iter().filter(|key| !columns.contains(key)));
    let by: Vec<Expr> = keys.iter().map(|key| col(*key)).collect();
    let rows = match counted {
        Counted::Amounts => selection.appearances(request)?.lazy(),
        Counted::Items => {
            let per_item = [by.clone(), vec![col(ITEM)]].concat();
            selection.members(request)?.group_by(per_item).agg([col(key::N_ITEMS).first().alias(key::AMOUNT)])
        }
    };
    let summed = rows.group_by(by).agg([col(key::AMOUNT).sum()]).collect()?;
    let amounts: Vec<i64> = summed.column(key::AMOUNT)?.i64()?.iter().flatten().collect();
    let string_columns = |names: &[&str]| -> PolarsResult<Vec<StringChunked>> {
        names.iter().map(|name| string_column(&summed, name)).collect()
    };
    let (groups, within) =
        (string_columns(&columns)?, string_columns(&[key::OUTLET, key::PERIOD, key::PROGRAMME, part])?);
    let groups: Vec<Vec<&str>> = groups.iter().map(strs).collect();
    let within: Vec<Vec<&str>> = within.iter().map(strs).collect();
    let dates = days(&summed)?;
    let mut found: BTreeMap<Vec<&str>, Units<'_>> = BTreeMap::new();
    for (row, amount) in amounts.into_iter().enumerate() {
        let [outlet, period, programme, part] = std::array::from_fn(|at| within[at][row]);
        // A statement of a period has no day: it is one cluster.
        let unit = if dates[row].is_none() { period } else { programme };
        *found
            .entry(groups.iter().map(|column| column[row]).collect())
            .or_default()
            .entry(outlet)
            .or_default()
            .entry(dates[row])
            .or_default()
            .entry(unit)
            .or_default()
            .entry(part)
            .or_default() += amount;
    }
    let named = |values: Vec<&str>| -> Group {
        let mut values = values.into_iter().map(str::to_owned);
        (values.next().expect("invariant: the quantity is the first column"), values.collect())
    };
    Ok(found.into_iter().map(|(group, units)| (named(group), as_sums(selection.study, design, units))).collect())
}

fn as_sums(study: &Study, design: &Design, units: Units<'_>) -> Sums {
    let leaves = units.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).flat_map(BTreeMap::keys);
    let parts: Vec<&str> = leaves.copied().collect::<BTreeSet<&str>>().into_iter().collect();
    let vector = |amounts: BTreeMap<&str, i64>| -> Vec<i64> {
        parts.iter().map(|part| amounts.get(part).copied().unwrap_or(0)).collect()
    };
    let strata = units.into_iter().map(|(outlet, days)| {
        let mut clusters = Vec::new();
        for (date, units) in days {
            let vectors = units.into_values().map(vector);
            // Statements are clusters of their own, and so are programmes where the study says so.
            if date.is_none() || study.uncertainty.cluster == ClusterKind::Programme {
                clusters.extend(vectors.map(|unit| Cluster { units: vec![unit], drawn_from: None }));
            } else {
                clusters.push(Cluster { units: vectors.collect(), drawn_from: None });
            }
        }
        let n_clusters = design.n_clusters(outlet).max(clusters.len());
        let n_days = match study.uncertainty.cluster {
            ClusterKind::Day => n_clusters,
            ClusterKind::Programme => design.n_days(outlet),
        };
        let drawn_from = study.uncertainty.population(outlet);
        Stratum { n_clusters, n_days, drawn_from, clusters, outlet: outlet.to_owned() }
    });
    Sums { strata: strata.collect(), parts: parts.iter().map(|part| (*part).to_owned()).collect() }
}

/// The days of a frame, as days since 1970.
pub(super) fn days(frame: &DataFrame) -> Result<Vec<Option<i32>>, Failure> {
    let column = frame.column(key::DATE)?.cast(&DataType::Int32)?;
    Ok(column.i32()?.iter().collect())
}
