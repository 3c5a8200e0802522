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
use crate::wording::say;

/// A respect in which pools can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Whose coverage.
    Actors,
    /// Of which kinds.
    Genres,
    /// Where.
    Outlets,
    /// In which roles.
    Capacities,
    /// At what time of day.
    Dayparts,
    /// On which days.
    Days,
    /// Do they count for their party?
    OfficeHolders,
    /// Does coverage against an actor count for it?
    HostileTime,
    /// How outlets are put together.
    Weighting,
}

impl What {
    /// The word behind `respect-` in the catalogues.
    pub fn word(self) -> &'static str {
        match self {
            What::Actors => "actors",
            What::Genres => "genres",
            What::Outlets => "outlets",
            What::Capacities => "capacities",
            What::Dayparts => "dayparts",
            What::Days => "days",
            What::OfficeHolders => "office-holders",
            What::HostileTime => "hostile-time",
            What::Weighting => "weighting",
        }
    }
}

/// What a pool holds in one respect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// In which respect.
    pub what: What,
    /// What it holds, in words.
    pub words: String,
    /// Is it everything there is?
    pub is_all: bool,
}

/// A respect in which pools can differ: its name, its words, and how one pool takes it over from another.
struct Respect {
    what: What,
    /// What a pool holds; `None` where that is everything there is.
    describe: fn(&Study, &Pool) -> Option<String>,
    take: fn(&mut Pool, &Pool),
}

const RESPECTS: [Respect; 9] = [
    Respect { what: What::Actors, describe: actors, take: take_actors },
    Respect { what: What::Genres, describe: genres, take: |pool, other| pool.genres.clone_from(&other.genres) },
    Respect { what: What::Outlets, describe: outlets, take: |pool, other| pool.outlets.clone_from(&other.outlets) },
    Respect {
        what: What::Capacities,
        describe: |study, pool| list(study, &study.codebook.capacities, &pool.capacities),
        take: |pool, other| pool.capacities.clone_from(&other.capacities),
    },
    Respect {
        what: What::Dayparts,
        describe: |study, pool| list(study, &study.codebook.dayparts, &pool.dayparts),
        take: |pool, other| pool.dayparts.clone_from(&other.dayparts),
    },
    Respect { what: What::Days, describe: days, take: |pool, other| pool.days = other.days },
    Respect {
        what: What::OfficeHolders,
        describe: office_holders,
        take: |pool, other| pool.office_holders = other.office_holders,
    },
    Respect {
        what: What::HostileTime,
        describe: |study, pool| match pool.hostile_time {
            HostileTime::Count => None,
            HostileTime::LeaveOut => Some(say!(study, "holds-no-hostile-time")),
        },
        take: |pool, other| pool.hostile_time = other.hostile_time,
    },
    Respect {
        what: What::Weighting,
        describe: |study, pool| Some(study.wording.word("weighting", pool.weighting.word())),
        take: |pool, other| pool.weighting.clone_from(&other.weighting),
    },
];

/// One respect taken over from the second pool, and the share it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it changes.
    pub what: What,
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
        let (from, to) = (holding(respect, study, &first_here), holding(respect, study, &second_here));
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
        steps.push(Step {
            what: respect.what,
            first: from.words,
            second: to.words,
            estimate: found.map(|row| row.estimate),
        });
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

fn list<T>(study: &Study, register: &Register<T>, ids: &[String]) -> Option<String> {
    if ids.is_empty() || ids.len() == register.len() {
        return None;
    }
    let names: Vec<&str> = ids.iter().map(|id| register.label(id, &study.languages.main)).collect();
    Some(study.wording.commas(&names))
}

fn all(study: &Study) -> String {
    say!(study, "holds-all")
}

fn actors(study: &Study, pool: &Pool) -> Option<String> {
    let actors = list(study, &study.codebook.actors, &pool.actors);
    match &pool.whole {
        Some(whole) => {
            let whole = study.codebook.actors.label(whole, &study.languages.main);
            Some(say!(study, "holds-actors-of", actors = actors.unwrap_or_else(|| all(study)), whole = whole))
        }
        None => actors,
    }
}

fn take_actors(pool: &mut Pool, other: &Pool) {
    pool.actors.clone_from(&other.actors);
    pool.whole.clone_from(&other.whole);
}

fn genres(study: &Study, pool: &Pool) -> Option<String> {
    let names = list(study, &study.codebook.genres, &pool.genres);
    let kinds: Vec<String> =
        pool.declared.kinds.iter().map(|kind| study.wording.word("genre-kind", kind.word())).collect();
    if kinds.is_empty() {
        return names;
    }
    let names = names.unwrap_or_else(|| all(study));
    Some(say!(study, "holds-genres", kinds = study.wording.list(&kinds), names = names))
}

fn outlets(study: &Study, pool: &Pool) -> Option<String> {
    let names = list(study, &study.codebook.outlets, &pool.outlets);
    let owners = pool.declared.ownership.iter().map(|owner| study.wording.word("ownership", owner));
    let media = pool.declared.media.iter().map(|medium| study.wording.word("medium", medium.word()));
    let kinds: Vec<String> = owners.chain(media).collect();
    if kinds.is_empty() {
        return names;
    }
    Some(say!(
        study,
        "holds-outlets",
        kinds = study.wording.commas(&kinds),
        names = names.unwrap_or_else(|| all(study))
    ))
}

fn days(study: &Study, pool: &Pool) -> Option<String> {
    let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
    Some(say!(study, "holds-days", from = from.to_string(), to = to.to_string()))
}

fn office_holders(study: &Study, pool: &Pool) -> Option<String> {
    let id = match pool.office_holders {
        OfficeHolders::Separate => "holds-office-holders-separate",
        OfficeHolders::Folded => "holds-office-holders-folded",
        OfficeHolders::ByCapacity => "holds-office-holders-by-capacity",
    };
    Some(say!(study, id))
}

fn holding(respect: &Respect, study: &Study, pool: &Pool) -> Holding {
    let words = (respect.describe)(study, pool);
    Holding { what: respect.what, is_all: words.is_none(), words: words.unwrap_or_else(|| all(study)) }
}

/// Every respect, and how a pool takes it over from another.
pub(super) fn respects() -> impl Iterator<Item = (What, fn(&mut Pool, &Pool))> {
    RESPECTS.iter().map(|respect| (respect.what, respect.take))
}

/// What a pool holds, respect by respect.
pub fn description(study: &Study, pool: &Pool) -> Vec<Holding> {
    RESPECTS.iter().map(|respect| holding(respect, study, pool)).collect()
}
