//! Pools: which actors, genres and outlets make a denominator. The denominator is the politics, so it has a name.

use chrono::NaiveDate;

use super::weighting::{Weighting, read_weighting};
use crate::codebook::{Codebook, GenreKind, Label, Medium, read_id};
use crate::declaration::{Table, WRONG_VALUE};
use crate::wording::Wording;

/// Whether office holders stand beside their party or count for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeHolders {
    /// President and government are actors of their own.
    Separate,
    /// Their coverage counts for the party they belong to.
    Folded,
    /// An appearance counts for whom the codebook names for its capacity on its day (`[[actor.office]]`).
    ByCapacity,
}

impl OfficeHolders {
    /// The word that declares it.
    pub fn word(self) -> &'static str {
        match self {
            OfficeHolders::Separate => "separate",
            OfficeHolders::Folded => "folded",
            OfficeHolders::ByCapacity => "by-capacity",
        }
    }
}

impl HostileTime {
    /// The word that declares it.
    pub fn word(self) -> &'static str {
        match self {
            HostileTime::Count => "count",
            HostileTime::LeaveOut => "leave-out",
        }
    }
}

/// Whether coverage in a negative tone is coverage of the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostileTime {
    /// It counts: it is coverage.
    Count,
    /// It does not: it is no time given to the actor.
    LeaveOut,
}

/// A named denominator. An empty list means: all.
#[derive(Debug, Clone)]
pub struct Pool {
    /// `contestants`
    pub id: String,
    /// Printed name: "the seven parties in editorial coverage".
    pub name: Label,
    /// Ids of the actors whose coverage makes the denominator, in the order of the codebook.
    pub actors: Vec<String>,
    /// Id of the actor whose amount is the denominator, where the publisher states the whole itself; shares then need not add
    /// up to 100. `None`: the sum of the pool's actors.
    pub whole: Option<String>,
    /// Ids of genres.
    pub genres: Vec<String>,
    /// Ids of outlets.
    pub outlets: Vec<String>,
    /// Ids of capacities.
    pub capacities: Vec<String>,
    /// Ids of dayparts.
    pub dayparts: Vec<String>,
    /// First and last day, where the pool is narrower than the window.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Office holders beside or within their party.
    pub office_holders: OfficeHolders,
    /// Coverage in a negative tone.
    pub hostile_time: HostileTime,
    /// How outlets are put together.
    pub weighting: Weighting,
    /// Is a second pool made of this one, with office holders folded into their parties?
    is_both: bool,
    /// The words the pool was declared with, for saying what it holds.
    pub declared: Declared,
}

/// The words a pool was declared with.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    /// Group ids.
    pub groups: Vec<String>,
    /// Genre kinds.
    pub kinds: Vec<GenreKind>,
    /// Media.
    pub media: Vec<Medium>,
    /// Ownership ids.
    pub ownership: Vec<String>,
}

impl Pool {
    pub(super) fn read(table: &Table<'_>, codebook: &Codebook, weighting: &Weighting) -> Option<Pool> {
        let id = read_id(table);
        let name = Label::read(table);
        let declared = Declared {
            groups: known(table, "groups", &codebook.groups.ids()),
            kinds: words(table, "genre_kinds", &GenreKind::WORDS),
            media: words(table, "media", &Medium::WORDS),
            ownership: known(table, "ownership", &codebook.ownership.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        let office_holders = table.choice("office_holders", &OFFICE_HOLDERS);
        let pool = Pool {
            actors: actors(table, codebook, &declared.groups),
            whole: read_whole(table, codebook),
            genres: genres(table, codebook, &declared.kinds),
            outlets: outlets(table, codebook, &declared),
            capacities: known(table, "capacities", &codebook.capacities.ids()),
            dayparts: known(table, "dayparts", &codebook.dayparts.ids()),
            days: days(table),
            office_holders: office_holders.map_or(OfficeHolders::Separate, |(office_holders, _)| office_holders),
            is_both: office_holders.is_some_and(|(_, is_both)| is_both),
            hostile_time: table
                .choice("hostile_time", &[("count", HostileTime::Count), ("leave-out", HostileTime::LeaveOut)])
                .unwrap_or(HostileTime::Count),
            weighting: if table.has("weighting") { read_weighting(table, codebook) } else { weighting.clone() },
            id: id?.value,
            name: name?,
            declared,
        };
        if pool.actors.is_empty() {
            table.document().report(
                &WRONG_VALUE,
                table.span(),
                "the pool holds no actor: name `groups` or `actors`",
                None,
            );
        }
        pool.refuse_missing_weights(table, codebook);
        Some(pool)
    }

    /// A pool of `office_holders = "both"` is two: office holders beside their party, and counted for it.
    pub(super) fn with_its_twin(self, wording: &Wording) -> Vec<Pool> {
        if !self.is_both {
            return vec![self];
        }
        let folded = Pool {
            id: format!("{}-folded", self.id),
            name: self.name.extended(&wording.say("pool-folded", &[])),
            office_holders: OfficeHolders::Folded,
            ..self.clone()
        };
        vec![self, folded]
    }

    /// An outlet without a weight would silently fall out of a weighted mean.
    fn refuse_missing_weights(&self, table: &Table<'_>, codebook: &Codebook) {
        let Weighting::Weighted { weights, .. } = &self.weighting else { return };
        let in_pool = |id: &&str| self.outlets.is_empty() || self.outlets.iter().any(|outlet| outlet == id);
        let is_weighted = |id: &&str| weights.iter().any(|(outlet, _)| outlet == id);
        let missing: Vec<&str> =
            codebook.outlets.ids().into_iter().filter(in_pool).filter(|id| !is_weighted(id)).collect();
        if !missing.is_empty() {
            let message = format!("`weights` of pool `{}` lack {}", self.id, missing.join(", "));
            table.document().report(&WRONG_VALUE, table.span(), message, None);
        }
    }

    /// The actor an appearance counts for in this pool; `None` where it is not in the pool.
    pub fn counts_for<'a>(
        &'a self,
        actor: &'a str,
        (capacity, day): (Option<&str>, Option<NaiveDate>),
        codebook: &'a Codebook,
    ) -> Option<&'a str> {
        let is_by_capacity = self.office_holders == OfficeHolders::ByCapacity;
        let person = codebook.actors.by_id(actor).filter(|_| is_by_capacity);
        let actor = person.and_then(|person| person.own.counts_for(capacity, day)).unwrap_or(actor);
        let is_counted = || self.whole.as_deref() == Some(actor) || self.actors.iter().any(|id| id == actor);
        self.folded_into(actor, codebook).or_else(|| is_counted().then_some(actor))
    }

    /// The party of this pool that an office holder counts for; `None` where it stands for itself.
    fn folded_into<'a>(&self, actor: &str, codebook: &'a Codebook) -> Option<&'a str> {
        let party = codebook.actors.by_id(actor)?.own.party.as_deref()?;
        let is_folded = self.office_holders == OfficeHolders::Folded && self.actors.iter().any(|id| id == party);
        is_folded.then_some(party)
    }

    /// The actors a table of this pool lists.
    pub fn listed_actors<'a>(&'a self, codebook: &'a Codebook) -> impl Iterator<Item = &'a str> {
        let is_listed =
            |actor: &&str| self.folded_into(actor, codebook).is_none() && self.whole.as_deref() != Some(*actor);
        self.actors.iter().map(String::as_str).filter(is_listed)
    }
}

/// Every way of counting office holders, and whether a second pool folds them.
const OFFICE_HOLDERS: [(&str, (OfficeHolders, bool)); 4] = [
    ("separate", (OfficeHolders::Separate, false)),
    ("folded", (OfficeHolders::Folded, false)),
    ("by-capacity", (OfficeHolders::ByCapacity, false)),
    ("both", (OfficeHolders::Separate, true)),
];

fn read_whole(table: &Table<'_>, codebook: &Codebook) -> Option<String> {
    let whole = table.text("whole")?;
    if codebook.actors.by_id(&whole.value).is_none() {
        table.document().report_unknown(whole.span, "actor", &whole.value, &codebook.actors.ids());
        return None;
    }
    Some(whole.value)
}

fn known(table: &Table<'_>, key: &'static str, possible: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    for word in table.texts(key) {
        if possible.contains(&word.value.as_str()) {
            ids.push(word.value);
        } else {
            table.document().report_unknown(word.span, key, &word.value, possible);
        }
    }
    ids
}

fn words<T: Copy>(table: &Table<'_>, key: &'static str, possible: &[(&'static str, T)]) -> Vec<T> {
    let names: Vec<&str> = possible.iter().map(|(word, _)| *word).collect();
    let known = known(table, key, &names);
    possible.iter().filter(|(word, _)| known.iter().any(|id| id == word)).map(|(_, value)| *value).collect()
}

fn actors(table: &Table<'_>, codebook: &Codebook, groups: &[String]) -> Vec<String> {
    let named = known(table, "actors", &codebook.actors.ids());
    let all = codebook.actors.iter();
    all.filter(|actor| named.contains(&actor.id) || groups.contains(&actor.own.group)).map(|a| a.id.clone()).collect()
}

fn genres(table: &Table<'_>, codebook: &Codebook, kinds: &[GenreKind]) -> Vec<String> {
    let named = known(table, "genres", &codebook.genres.ids());
    let all = codebook.genres.iter();
    all.filter(|genre| named.contains(&genre.id) || kinds.contains(&genre.own.kind)).map(|g| g.id.clone()).collect()
}

/// Outlets are narrowed: those of the media, of the ownership, and named, where each is given.
fn outlets(table: &Table<'_>, codebook: &Codebook, declared: &Declared) -> Vec<String> {
    let named = known(table, "outlets", &codebook.outlets.ids());
    if named.is_empty() && declared.media.is_empty() && declared.ownership.is_empty() {
        return Vec::new();
    }
    let narrowed = codebook.outlets.iter().filter(|outlet| {
        let owner = outlet.own.ownership.as_ref();
        (named.is_empty() || named.contains(&outlet.id))
            && (declared.media.is_empty() || declared.media.contains(&outlet.own.medium))
            && (declared.ownership.is_empty() || owner.is_some_and(|owner| declared.ownership.contains(owner)))
    });
    let ids: Vec<String> = narrowed.map(|outlet| outlet.id.clone()).collect();
    if ids.is_empty() {
        table.document().report(&WRONG_VALUE, table.span(), "no outlet of the codebook is in the pool", None);
    }
    ids
}

fn days(table: &Table<'_>) -> Option<(NaiveDate, NaiveDate)> {
    match (table.date("from"), table.date("to")) {
        (Some(from), Some(to)) if from.value <= to.value => Some((from.value, to.value)),
        (None, None) => None,
        _ => {
            table.document().report(&WRONG_VALUE, table.span(), "a pool needs `from` up to `to`, or neither", None);
            None
        }
    }
}
