//! The coded variables of a study as units by coders.
//!
//! In: [`Codings`]. Out: for each variable its units and every coder's code. A unit is what two people can agree on: of `actor`
//! an item and an actor that somebody found in it (present or absent), of `genre` an item, of `capacity` and `voice` an actor in
//! an item, of `tone` and `amount` an actor's voice in an item. A coder who did not find the actor has no code of these, and
//! the disagreement counts once, under `actor`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codings::{Appearance, Coding, Codings, Item};
use super::ratings::Ratings;
use crate::study::{Level, Study};
use crate::unit::Unit as Measured;

/// What two people coded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// Id of the outlet.
    pub outlet: String,
    /// Its day, as days since 1970.
    pub date: Option<i32>,
    /// The desk's own id of the item.
    pub item: String,
    /// Id of the actor; empty for a variable of the item.
    pub actor: String,
    /// Id of the voice, where the two are told apart by it.
    pub voice: String,
}

/// A variable with its codes.
#[derive(Debug, Clone)]
pub struct Variable {
    /// `actor`, `genre`, `tone` ...; `amount/airtime` of a quantity.
    pub name: String,
    /// What its codes are.
    pub level: Level,
    /// What amounts are counted in.
    pub measured: Option<Measured>,
    /// The coders, in the order of the columns.
    pub coders: Vec<String>,
    /// The units. Of a sheet of codes neither they nor their codes and places are kept: nobody asks for them.
    pub units: Vec<Unit>,
    /// Each coder's code as written; amounts as whole numbers.
    pub codes: Vec<Vec<Option<Arc<str>>>>,
    /// Where each code stands: file and physical line.
    pub places: Vec<Vec<Option<Spot>>>,
    /// The codes as categories.
    pub ratings: Ratings,
}

/// A file and a physical line.
pub(super) type Spot = (Arc<str>, u64);
/// A code with its place.
type Code = (Arc<str>, Spot);
/// A sum with the place of its first row.
type Sum = Option<(i64, Spot)>;
/// An actor and a voice.
type Who = (String, String);

/// Every variable of the codings that has a unit.
pub fn variables(codings: &Codings, study: &Study) -> Vec<Variable> {
    let coders: Vec<String> = codings.coders().into_iter().map(str::to_owned).collect();
    let items = codings.items();
    let scale: Vec<String> = {
        let mut tones: Vec<_> = study.codebook.tones.iter().collect();
        tones.sort_by_key(|tone| tone.own.value);
        tones.into_iter().map(|tone| tone.id.clone()).collect()
    };
    let build = |name: &str, level: Level, order: Option<&[String]>, units: Vec<(Unit, Vec<Option<Code>>)>| {
        variable(name, level, None, &coders, units, |codes| match (level, order) {
            (Level::Interval, Some(_)) => Ratings::of_texts(&with_values(codes, study), None),
            (_, order) => Ratings::of_texts(codes, order),
        })
    };
    let of_actor = |pick: fn(&Appearance) -> Option<String>| units_of(&items, &coders, &|_| String::new(), &pick);
    let mut found = vec![
        build("actor", Level::Nominal, None, presence(&items, &coders)),
        build("genre", Level::Nominal, None, genres(&items, &coders)),
        build("capacity", Level::Nominal, None, of_actor(|appearance| appearance.capacity.clone())),
        build("voice", Level::Nominal, None, of_actor(|appearance| appearance.voice.clone())),
    ];
    let by_voice = |appearance: &Appearance| appearance.voice.clone().unwrap_or_default();
    let tones = units_of(&items, &coders, &by_voice, &|appearance: &Appearance| appearance.tone.clone());
    found.push(build("tone", study.agreement.tone, Some(&scale), tones));
    for quantity in study.quantities.iter().filter(|quantity| quantity.unit != Measured::Count) {
        let of: Vec<&Item> = items.iter().copied().filter(|item| item.quantity == quantity.id).collect();
        let units = amounts(&of, &coders);
        let wholes = |codes: &[Vec<Option<Arc<str>>>]| {
            let whole = |unit: &Vec<Option<Arc<str>>>| unit.iter().map(|code| code.as_ref()?.parse().ok()).collect();
            Ratings::of_wholes(&codes.iter().map(whole).collect::<Vec<Vec<Option<i64>>>>())
        };
        let name = format!("amount/{}", quantity.id);
        found.push(variable(&name, Level::Ratio, Some(quantity.unit), &coders, units, wholes));
    }
    found.retain(|variable| variable.ratings.units.iter().any(|unit| unit.iter().flatten().count() > 1));
    found
}

fn variable(
    name: &str,
    level: Level,
    measured: Option<Measured>,
    coders: &[String],
    units: Vec<(Unit, Vec<Option<Code>>)>,
    ratings: impl Fn(&[Vec<Option<Arc<str>>>]) -> Ratings,
) -> Variable {
    let codes: Vec<Vec<Option<Arc<str>>>> =
        units.iter().map(|(_, codes)| codes.iter().map(|code| Some(code.as_ref()?.0.clone())).collect()).collect();
    let places = units.iter().map(|(_, codes)| codes.iter().map(|code| Some(code.as_ref()?.1.clone())).collect());
    Variable {
        name: name.to_owned(),
        level,
        measured,
        coders: coders.to_vec(),
        places: places.collect(),
        ratings: ratings(&codes),
        units: units.into_iter().map(|(unit, _)| unit).collect(),
        codes,
    }
}

/// Tones as the numbers of their scale.
fn with_values(codes: &[Vec<Option<Arc<str>>>], study: &Study) -> Vec<Vec<Option<String>>> {
    let value = |tone: &Arc<str>| study.codebook.tones.by_id(tone).map(|tone| tone.own.value.to_string());
    codes.iter().map(|unit| unit.iter().map(|code| code.as_ref().and_then(value)).collect()).collect()
}

fn unit(item: &Item, actor: &str, voice: &str) -> Unit {
    Unit {
        outlet: item.outlet.clone(),
        date: item.date,
        item: item.name.clone(),
        actor: actor.to_owned(),
        voice: voice.to_owned(),
    }
}

/// The column of a coder.
fn place(coders: &[String], coder: &str) -> usize {
    coders.iter().position(|known| known == coder).expect("invariant: coders are those of the codings")
}

/// Whether each coder found each actor that somebody found.
fn presence(items: &[&Item], coders: &[String]) -> Vec<(Unit, Vec<Option<Code>>)> {
    let mut units = Vec::new();
    for item in items {
        let all = item.codings.values().flat_map(|coding| coding.appearances.iter().map(|row| row.actor.as_str()));
        let all: std::collections::BTreeSet<&str> = all.collect();
        for actor in all {
            let mut codes: Vec<Option<Code>> = vec![None; coders.len()];
            for ((_, coder), coding) in &item.codings {
                let found = coding.appearances.iter().find(|row| row.actor == actor);
                let Some(somewhere) = found.or_else(|| coding.appearances.first()) else { continue };
                let word = if found.is_some() { "present" } else { "absent" };
                codes[place(coders, coder)] = Some((word.into(), somewhere.place.clone()));
            }
            units.push((unit(item, actor, ""), codes));
        }
    }
    units
}

fn genres(items: &[&Item], coders: &[String]) -> Vec<(Unit, Vec<Option<Code>>)> {
    let of = |item: &&Item| {
        let mut codes: Vec<Option<Code>> = vec![None; coders.len()];
        for ((_, coder), Coding { genre, appearances }) in &item.codings {
            if let (Some(genre), Some(first)) = (genre, appearances.first()) {
                codes[place(coders, coder)] = Some((genre.as_str().into(), first.place.clone()));
            }
        }
        (unit(item, "", ""), codes)
    };
    items.iter().map(of).collect()
}

/// What each coder says of each actor: one code, or several joined where its rows differ.
fn units_of(
    items: &[&Item],
    coders: &[String],
    voice: &dyn Fn(&Appearance) -> String,
    pick: &dyn Fn(&Appearance) -> Option<String>,
) -> Vec<(Unit, Vec<Option<Code>>)> {
    let mut units = Vec::new();
    for item in items {
        let mut by_actor: BTreeMap<Who, Vec<Option<Code>>> = BTreeMap::new();
        for ((_, coder), coding) in &item.codings {
            let mut rows: BTreeMap<Who, (Vec<String>, Spot)> = BTreeMap::new();
            for row in &coding.appearances {
                let Some(code) = pick(row) else { continue };
                let key = (row.actor.clone(), voice(row));
                let known = rows.entry(key).or_insert_with(|| (Vec::new(), row.place.clone()));
                if !known.0.contains(&code) {
                    known.0.push(code);
                }
            }
            for (key, (mut codes, at)) in rows {
                codes.sort();
                let all = by_actor.entry(key).or_insert_with(|| vec![None; coders.len()]);
                all[place(coders, coder)] = Some((codes.join("+").into(), at));
            }
        }
        units.extend(by_actor.into_iter().map(|((actor, voice), codes)| (unit(item, &actor, &voice), codes)));
    }
    units
}

/// Amounts of each actor and voice, added up where a coder has several rows.
fn amounts(items: &[&Item], coders: &[String]) -> Vec<(Unit, Vec<Option<Code>>)> {
    let mut units = Vec::new();
    for item in items {
        let mut sums: BTreeMap<(&str, &str), Vec<Sum>> = BTreeMap::new();
        for ((_, coder), coding) in &item.codings {
            for row in &coding.appearances {
                let Some(amount) = row.amount else { continue };
                let key = (row.actor.as_str(), row.voice.as_deref().unwrap_or_default());
                let cell = &mut sums.entry(key).or_insert_with(|| vec![None; coders.len()])[place(coders, coder)];
                cell.get_or_insert_with(|| (0, row.place.clone())).0 += amount;
            }
        }
        for ((actor, voice), sums) in sums {
            let codes = sums.into_iter().map(|sum| sum.map(|(whole, at)| (whole.to_string().into(), at))).collect();
            units.push((unit(item, actor, voice), codes));
        }
    }
    units
}
