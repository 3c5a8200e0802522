//! The naive calculator: plain integers, one pass over all appearances for every figure.

use std::collections::{BTreeMap, BTreeSet};

use super::exact::{self, Fraction};
use super::study::{CAPACITIES, DAYPARTS, GENRES, PROGRAMMES, Pool, Quantity, Row, Study, VOICES};
use super::words;

/// What a table says of one figure.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) numerator: String,
    pub(super) denominator: String,
    pub(super) share: Option<f64>,
    pub(super) percent: String,
    pub(super) interval: Option<(f64, f64)>,
    pub(super) method: &'static str,
    pub(super) n_items: usize,
    pub(super) n_clusters: usize,
    pub(super) n_outlets: usize,
    pub(super) status: &'static str,
    pub(super) flags: Option<Vec<&'static str>>,
    /// How much more days vary than their programmes would, where both are told apart.
    pub(super) design_effect: Option<f64>,
    pub(super) told_apart: bool,
}

/// Measure, quantity, the group by dimension, actor and what of the actor.
pub(super) type Key = (String, &'static str, Vec<(&'static str, String)>, String, String);
pub(super) type Table = BTreeMap<Key, Cell>;

/// Outlet, day and, where the study says so, programme: what varies as one.
pub(super) type Cluster = (usize, i64, Option<usize>);
pub(super) type Design = BTreeSet<Cluster>;
pub(super) type Deviations = BTreeMap<Cluster, f64>;

/// An appearance in the pool, and for whom it counts there.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) row: Row,
    pub(super) actor: usize,
}

/// A quotient of sums over outlet-days, exact, with what its interval needs.
#[derive(Debug, Clone)]
pub(super) struct Ratio {
    pub(super) above: i128,
    pub(super) below: i128,
    pub(super) value: Option<Fraction>,
    /// What each cluster adds to the deviation: outlet, day, programme.
    pub(super) deviations: Deviations,
    pub(super) n_items: usize,
    pub(super) n_outlets: usize,
    pub(super) one_dominates: bool,
}

/// The actors of a pool, in the order of the codebook.
pub(super) fn actors(study: &Study, pool: &Pool) -> Vec<usize> {
    let named = |at: usize| pool.groups.contains(&study.actors[at].group) || pool.actors.contains(&at);
    // An office holder whose party is not in the pool stays what he is.
    let folded = |at: usize| pool.office_holders == "folded" && study.actors[at].party.is_some_and(named);
    (0..study.actors.len()).filter(|at| named(*at) && !folded(*at)).collect()
}

fn counts_for(study: &Study, pool: &Pool, listed: &[usize], row: &Row) -> usize {
    let actor = &study.actors[row.actor];
    let held = |(capacity, _, from, to): &&(usize, usize, i64, i64)| {
        row.capacity == Some(*capacity) && (*from..=*to).contains(&row.day)
    };
    let party = match pool.office_holders {
        "folded" => actor.party.filter(|party| listed.contains(party)),
        "by-capacity" => actor.office.iter().find(held).map(|office| office.1),
        _ => None,
    };
    party.unwrap_or(row.actor)
}

/// The appearances that a pool counts.
pub(super) fn counted(study: &Study, pool: &Pool) -> Vec<Seen> {
    let actors = actors(study, pool);
    let takes = |row: &Row| {
        let outlet = &study.outlets[row.outlet];
        let hostile = row.tone.is_some_and(|at| study.tones[at].1 < 0);
        let any = |list: &[usize], at| list.is_empty() || list.contains(&at);
        row.pass == 1
            && (study.from..=study.to).contains(&row.day)
            && pool.from.is_none_or(|from| from <= row.day)
            && pool.to.is_none_or(|to| row.day <= to)
            && (pool.genre_kinds.is_empty() || pool.genre_kinds.contains(&GENRES[row.genre].2))
            && any(&pool.genres, row.genre)
            && (pool.media.is_empty() || pool.media.contains(&outlet.medium))
            && (pool.ownership.is_empty() || pool.ownership.contains(&outlet.ownership))
            && any(&pool.outlets, row.outlet)
            && (pool.capacities.is_empty() || row.capacity.is_some_and(|at| pool.capacities.contains(&at)))
            && !(pool.hostile_left_out && hostile)
    };
    let seen = study
        .rows()
        .filter(|row| takes(row))
        .map(|row| Seen { actor: counts_for(study, pool, &actors, row), row: row.clone() });
    seen.filter(|seen| actors.contains(&seen.actor)).collect()
}

/// Narrows appearances to a value of a dimension.
pub(super) fn narrowed(study: &Study, seen: Vec<Seen>, only: Option<&(&'static str, String)>) -> Vec<Seen> {
    let fits = |one: &Seen| only.is_none_or(|(dimension, value)| values(study, dimension, &one.row).contains(value));
    seen.into_iter().filter(fits).collect()
}

/// The values of a dimension that an appearance belongs to.
pub(super) fn values(study: &Study, dimension: &str, row: &Row) -> Vec<String> {
    let outlet = &study.outlets[row.outlet];
    let coded = |list: &[(&str, &str)], at: Option<usize>| at.map_or(String::new(), |at| list[at].0.to_owned());
    vec![match dimension {
        "outlet" => outlet.id.clone(),
        "medium" => outlet.medium.to_owned(),
        "ownership" => outlet.ownership.to_owned(),
        "genre" => GENRES[row.genre].0.to_owned(),
        "capacity" => coded(&CAPACITIES, row.capacity),
        "voice" => coded(&VOICES, row.voice),
        "tone" => row.tone.map_or(String::new(), |at| study.tones[at].0.to_owned()),
        "programme" => coded(&PROGRAMMES, row.programme),
        "daypart" => row.daypart.map_or(String::new(), |at| DAYPARTS[at].0.to_owned()),
        "day" => words::date(row.day),
        "week" => words::week(row.day),
        "period" => {
            let periods = study.periods.iter().filter(|(_, from, to)| (*from..=*to).contains(&row.day));
            return periods.map(|(id, _, _)| id.clone()).collect();
        }
        other => panic!("no dimension {other}"),
    }]
}

pub(super) type Group = (Quantity, Vec<(&'static str, String)>);

/// The appearances of a pool by quantity and group.
pub(super) fn groups(study: &Study, seen: &[Seen], by: &[&'static str]) -> BTreeMap<Group, Vec<Seen>> {
    let mut found: BTreeMap<Group, Vec<Seen>> = BTreeMap::new();
    for one in seen {
        let mut keys = vec![Vec::new()];
        for dimension in by {
            let values = values(study, dimension, &one.row);
            let longer = |key: &Vec<(&'static str, String)>| {
                let ends = values.iter().map(|value| [key.clone(), vec![(*dimension, value.clone())]].concat());
                ends.collect::<Vec<_>>()
            };
            keys = keys.iter().flat_map(longer).collect();
        }
        for key in keys {
            found.entry((one.row.quantity, key)).or_default().push(one.clone());
        }
    }
    found
}

pub(super) fn cluster(study: &Study, row: &Row) -> Cluster {
    (row.outlet, row.day, if study.cluster == "programme" { row.programme } else { None })
}

/// All clusters with a row that is used, in whatever pool.
pub(super) fn design(study: &Study, quantity: Quantity) -> Design {
    let used = |row: &&Row| row.pass == 1 && row.quantity == quantity && (study.from..=study.to).contains(&row.day);
    study.rows().filter(used).map(|row| cluster(study, row)).collect()
}

/// The ratio of `above` to the amounts of all that is given, weighted as the pool says.
pub(super) fn ratio<'a>(
    study: &Study,
    pool: &Pool,
    seen: impl IntoIterator<Item = &'a Seen>,
    above: impl Fn(&Seen) -> i128,
) -> Ratio {
    let (mut clusters, mut outlets) = (BTreeMap::new(), BTreeMap::new());
    let mut items = BTreeSet::new();
    for one in seen {
        let row = &one.row;
        let part = (above(one) * row.amount, row.amount);
        for sums in [clusters.entry(cluster(study, row)).or_insert((0, 0)), outlets.entry(row.outlet).or_insert((0, 0))]
        {
            *sums = (sums.0 + part.0, sums.1 + part.1);
        }
        items.insert(row.item);
    }
    let sum = |part: fn(&(i128, i128)) -> i128| outlets.values().map(part).sum::<i128>();
    let (y, x) = (sum(|sums| sums.0), sum(|sums| sums.1));
    let weight = |outlet: usize| match pool.weighting {
        "pooled" => outlets[&outlet].1,
        "mean" => i128::from(outlets[&outlet].1 > 0),
        _ => {
            if outlets[&outlet].1 > 0 {
                pool.weights[outlet]
            } else {
                0
            }
        }
    };
    let all: i128 = outlets.keys().map(|outlet| weight(*outlet)).sum();
    let value = (x > 0).then(|| {
        let with = outlets.iter().filter(|(_, sums)| sums.1 > 0);
        let parts = with.map(|(outlet, sums)| Fraction::new(sums.0, sums.1).times(Fraction::new(weight(*outlet), all)));
        parts.fold(Fraction::new(0, 1), Fraction::plus)
    });
    let deviation = |outlet: usize, (y_c, x_c): (i128, i128)| {
        let (y_o, x_o) = if pool.weighting == "pooled" { (y, x) } else { outlets[&outlet] };
        if x_o == 0 {
            return 0.0;
        }
        let share = weight(outlet) as f64 / all as f64 * x_o as f64 / outlets[&outlet].1 as f64;
        // A single day of an outlet varies around the mean of all outlets: from its own share it does not differ.
        let alone = clusters.iter().filter(|(key, sums)| key.0 == outlet && sums.1 > 0).count() == 1;
        let held = if alone { value.as_ref().map_or(0.0, |value| value.float()) } else { y_o as f64 / x_o as f64 };
        share * (y_c as f64 - held * x_c as f64) / x_o as f64
    };
    let deviations =
        clusters.iter().filter(|(_, sums)| sums.1 > 0).map(|(key, sums)| (*key, deviation(key.0, *sums))).collect();
    Ratio {
        above: y,
        below: x,
        value,
        deviations,
        n_items: items.len(),
        n_outlets: outlets.values().filter(|sums| sums.1 > 0).count(),
        one_dominates: clusters.values().any(|sums| sums.1 < x && sums.1 * 2 > x),
    }
}

/// Variance of a sum of deviations, outlet by outlet, and its degrees of freedom.
///
/// Every outlet-day of the sheets stays in the design, also where the part in question has nothing.
pub(super) fn variance(study: &Study, design: &Design, deviations: &Deviations) -> (f64, usize) {
    let mut strata: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for ((outlet, _, _), deviation) in deviations {
        strata.entry(*outlet).or_default().push(*deviation);
    }
    let freedom = deviations.len() - strata.len();
    for (outlet, _, _) in design.iter().filter(|key| !deviations.contains_key(key)) {
        if let Some(stratum) = strata.get_mut(outlet) {
            stratum.push(0.0);
        }
    }
    let of_outlet = |(outlet, stratum): (&usize, &Vec<f64>)| {
        let n = stratum.len() as f64;
        // Days were drawn, whatever was coded of each.
        let days: BTreeSet<i64> = design.iter().filter(|key| key.0 == *outlet).map(|key| key.1).collect();
        let left = study.drawn_from.map_or(1.0, |of| 1.0 - days.len() as f64 / of as f64);
        if stratum.len() == 1 {
            // A single day varies around the whole.
            return left * stratum[0] * stratum[0];
        }
        let mean = stratum.iter().sum::<f64>() / n;
        left * n / (n - 1.0) * stratum.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>()
    };
    (strata.iter().map(of_outlet).sum(), freedom)
}

/// Standard error times Student's t, where there are clusters enough.
pub(super) fn margin(study: &Study, design: &Design, deviations: &Deviations) -> Option<f64> {
    let (variance, freedom) = variance(study, design, deviations);
    let enough = deviations.len() >= study.least_clusters && freedom > 0;
    enough.then(|| exact::student(study.level, freedom) * variance.sqrt())
}

/// An amount as machines read it: seconds, cm2 or a count.
pub(super) fn amount(quantity: Quantity, base: i128) -> String {
    words::decimal(base, [3, 2, 0][quantity as usize], '.')
}

/// The cell of a part of a whole.
pub(super) fn cell(
    study: &Study,
    design: &Design,
    quantity: Quantity,
    ratio: &Ratio,
    percent: Option<String>,
    part: bool,
) -> Cell {
    let n_clusters = ratio.deviations.len();
    let mut cell = Cell {
        numerator: amount(quantity, ratio.above),
        denominator: amount(quantity, ratio.below),
        n_items: ratio.n_items,
        n_clusters,
        n_outlets: ratio.n_outlets,
        method: "exact",
        status: "no-coverage",
        ..Cell::default()
    };
    let Some(value) = ratio.value else { return cell };
    cell.status = if value.is_zero() && ratio.above == 0 { "zero" } else { "stated" };
    cell.share = Some(value.float());
    cell.percent = percent.unwrap_or_default();
    let p = value.float();
    if let Some(margin) = margin(study, design, &ratio.deviations) {
        if part && p > 0.0 && p < 1.0 {
            let logit = (p / (1.0 - p)).ln();
            let limit = |sign: f64| 1.0 / (1.0 + (-(logit + sign * margin / (p * (1.0 - p)))).exp());
            (cell.method, cell.interval) = ("linear-logit", Some((limit(-1.0), limit(1.0))));
        } else if !part {
            (cell.method, cell.interval) = ("linear", Some((p - margin, p + margin)));
        }
    }
    cell
}

/// What is said beside a figure of little base.
pub(super) fn flags(study: &Study, quantity: Quantity, ratio: &Ratio, cell: &Cell, of_one: bool) -> Vec<&'static str> {
    let small = match quantity {
        Quantity::Airtime => ratio.below < 300_000,
        Quantity::Area => ratio.below < 5_000,
        Quantity::Appearances => false,
    };
    let wide = cell.interval.is_some_and(|(low, high)| high - low > 0.3);
    let list = [
        (ratio.n_items < 30, "small-base"),
        (cell.n_clusters < study.least_clusters, "few-clusters"),
        (cell.interval.is_some() && cell.n_clusters < 15, "rough-interval"),
        (ratio.one_dominates, "one-day-dominates"),
        (wide, "wide-interval"),
        (of_one && small, "small-amount"),
    ];
    list.iter().filter(|(there, _)| *there && ratio.value.is_some()).map(|(_, word)| *word).collect()
}
