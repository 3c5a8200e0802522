//! What turns a share under one pool into the share under another: the part of a denominator its name does not say.
//!
//! In: two pools, a tally, an actor and a group. Out: the respects in which the pools differ, and the actor's share after
//! taking over each of them in turn, from the first pool to the second. Zero: a step whose denominator is empty has no
//! share and says so. The order of the steps is fixed (actors, genres, outlets ...); another order would give other
//! steps between the same two ends, as with any decomposition.

use super::{Condition, Dimension, Estimate, Failure, MeasureRequest, share};
use crate::codebook::Register;
use crate::study::{HostileTime, OfficeHolders, Pool, Study};
use crate::tally::Tally;

/// A respect in which pools can differ: its name, its words, and how one pool takes it over from another.
struct Respect {
    what: &'static str,
    describe: fn(&Study, &Pool) -> String,
    take: fn(&mut Pool, &Pool),
}

const RESPECTS: [Respect; 9] = [
    Respect { what: "actors", describe: actors, take: take_actors },
    Respect { what: "genres", describe: genres, take: |pool, other| pool.genres.clone_from(&other.genres) },
    Respect { what: "outlets", describe: outlets, take: |pool, other| pool.outlets.clone_from(&other.outlets) },
    Respect {
        what: "capacities",
        describe: |study, pool| list(study, &study.codebook.capacities, &pool.capacities),
        take: |pool, other| pool.capacities.clone_from(&other.capacities),
    },
    Respect {
        what: "dayparts",
        describe: |study, pool| list(study, &study.codebook.dayparts, &pool.dayparts),
        take: |pool, other| pool.dayparts.clone_from(&other.dayparts),
    },
    Respect { what: "days", describe: days, take: |pool, other| pool.days = other.days },
    Respect {
        what: "office holders",
        describe: office_holders,
        take: |pool, other| pool.office_holders = other.office_holders,
    },
    Respect {
        what: "coverage in a negative tone",
        describe: |_, pool| match pool.hostile_time {
            HostileTime::Count => "all".to_owned(),
            HostileTime::LeaveOut => "left out".to_owned(),
        },
        take: |pool, other| pool.hostile_time = other.hostile_time,
    },
    Respect {
        what: "weighting of outlets",
        describe: |_, pool| pool.weighting.word().to_owned(),
        take: |pool, other| pool.weighting.clone_from(&other.weighting),
    },
];

/// One respect taken over from the second pool, and the share it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `genres`, `outlets`, `office holders` ...
    pub what: &'static str,
    /// What the first pool holds.
    pub first: String,
    /// What the second holds.
    pub second: String,
    /// The actor's share once this and every earlier step is taken; `None` where the pool is then empty.
    pub estimate: Option<Estimate>,
}

/// The way from one pool to another, for one actor and quantity within `conditions`.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn way_between(
    tally: &Tally,
    study: &Study,
    (first, second): (&Pool, &Pool),
    conditions: &[Condition],
    (quantity, actor): (&str, &str),
) -> Result<Vec<Step>, Failure> {
    let (first_here, second_here) = (within(study, first, conditions), within(study, second, conditions));
    let mut between = first.clone();
    let mut steps = Vec::new();
    for respect in &RESPECTS {
        let (from, to) = ((respect.describe)(study, &first_here), (respect.describe)(study, &second_here));
        if from == to {
            continue;
        }
        (respect.take)(&mut between, second);
        let request = MeasureRequest {
            pool: &between,
            by: Vec::new(),
            conditions: conditions.to_vec(),
            common_days: false,
            reliability: None,
        };
        let table = share(tally, study, &request)?;
        let found = table.rows.into_iter().find(|row| row.quantity == quantity && row.actor == actor);
        steps.push(Step { what: respect.what, first: from, second: to, estimate: found.map(|row| row.estimate) });
    }
    Ok(steps)
}

/// The pool with only those of its outlets that a condition on the medium leaves: the others are not worth naming.
fn within(study: &Study, pool: &Pool, conditions: &[Condition]) -> Pool {
    let mut pool = pool.clone();
    for condition in conditions.iter().filter(|condition| condition.dimension == Dimension::Medium) {
        let medium = |id: &String| study.codebook.outlets.by_id(id).map(|outlet| outlet.own.medium.word());
        pool.outlets.retain(|id| medium(id).is_some_and(|medium| condition.values.iter().any(|value| value == medium)));
    }
    pool
}

fn list<T>(study: &Study, register: &Register<T>, ids: &[String]) -> String {
    if ids.is_empty() || ids.len() == register.len() {
        return "all".to_owned();
    }
    let names: Vec<&str> = ids.iter().map(|id| register.label(id, &study.languages.main)).collect();
    names.join(", ")
}

fn actors(study: &Study, pool: &Pool) -> String {
    let actors = list(study, &study.codebook.actors, &pool.actors);
    match &pool.whole {
        Some(whole) => format!("{actors}, of {}", study.codebook.actors.label(whole, &study.languages.main)),
        None => actors,
    }
}

fn take_actors(pool: &mut Pool, other: &Pool) {
    pool.actors.clone_from(&other.actors);
    pool.whole.clone_from(&other.whole);
}

fn genres(study: &Study, pool: &Pool) -> String {
    let names = list(study, &study.codebook.genres, &pool.genres);
    match pool.declared.kinds.as_slice() {
        [] => names,
        kinds => format!("{}: {names}", kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" and ")),
    }
}

fn outlets(study: &Study, pool: &Pool) -> String {
    let names = list(study, &study.codebook.outlets, &pool.outlets);
    let media = pool.declared.media.iter().map(|medium| medium.word());
    let kinds: Vec<&str> = pool.declared.ownership.iter().map(String::as_str).chain(media).collect();
    if kinds.is_empty() { names } else { format!("{} only: {names}", kinds.join(", ")) }
}

fn days(study: &Study, pool: &Pool) -> String {
    let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
    format!("{from} to {to}")
}

fn office_holders(_: &Study, pool: &Pool) -> String {
    match pool.office_holders {
        OfficeHolders::Separate => "not counted for their party".to_owned(),
        OfficeHolders::Folded => "counted for their party".to_owned(),
        OfficeHolders::ByCapacity => "counted by the capacity they appear in".to_owned(),
    }
}

/// What a pool holds, respect by respect, in words.
pub fn description(study: &Study, pool: &Pool) -> Vec<(&'static str, String)> {
    RESPECTS.iter().map(|respect| (respect.what, (respect.describe)(study, pool))).collect()
}
