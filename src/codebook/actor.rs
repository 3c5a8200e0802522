//! Actors: parties, candidates, office holders, each with its group, its dates and its party.

use chrono::NaiveDate;

use super::colour;
use super::register::Sharing;
use super::{Capacity, Group, Register};
use crate::declaration::{Document, Table, WRONG_VALUE, Written};
use crate::unit::Colour;

/// A party, candidate or office holder.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Id of its group.
    pub group: String,
    /// Id of the party an office holder belongs to, for pools that count them together.
    pub party: Option<String>,
    /// Ids of the actors it is made of: a coalition's members.
    pub members: Vec<String>,
    /// Ids of the capacities it may appear in; empty: any.
    pub capacities: Vec<String>,
    /// For whom its appearances count by capacity, in pools that count by capacity.
    pub offices: Vec<Office>,
    /// Its own colour in figures, the same in every one.
    pub colour: Option<Written<Colour>>,
    /// First day it exists as an actor (registered, nominated).
    pub from: Option<NaiveDate>,
    /// Last day (deregistered, withdrawn).
    pub to: Option<NaiveDate>,
    party_span: std::ops::Range<usize>,
    member_spans: Vec<std::ops::Range<usize>>,
}

/// For whom an appearance in one capacity counts: the president's for the presidency, the candidate's for the candidate.
#[derive(Debug, Clone)]
pub struct Office {
    /// Id of the capacity.
    pub capacity: String,
    /// Id of the actor.
    pub counts_for: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    span: std::ops::Range<usize>,
}

impl Office {
    fn read(table: &Table<'_>, capacities: &Register<Capacity>) -> Option<Office> {
        let capacity = known(table, table.require("capacity", table.text("capacity")), "capacity", &capacities.ids());
        let counts_for = table.require("counts_for", table.text("counts_for"));
        let [from, to] = ["from", "to"].map(|key| table.date(key).map(|date| date.value));
        let counts_for = counts_for?;
        Some(Office { capacity: capacity?, counts_for: counts_for.value, from, to, span: counts_for.span })
    }

    fn holds_on(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to))
    }
}

impl Actor {
    pub(super) fn read(table: &Table<'_>, groups: &Register<Group>, capacities: &Register<Capacity>) -> Option<Actor> {
        let group = known(table, table.require("group", table.text("group")), "group", &groups.ids());
        let own_capacities = table
            .texts("capacities")
            .into_iter()
            .filter_map(|word| known(table, Some(word), "capacity", &capacities.ids()));
        let own_capacities = own_capacities.collect();
        let (from, to) = (table.date("from"), table.date("to"));
        if let (Some(from), Some(to)) = (&from, &to)
            && to.value < from.value
        {
            let message = format!("`to` is {}, before `from` {}", to.value, from.value);
            table.document().report(&WRONG_VALUE, to.span.clone(), message, None);
        }
        let colour = table.text("colour").and_then(|written| colour::read(written, table));
        let offices = table.tables("office", |office| Office::read(office, capacities));
        let party = table.text("party");
        let party_span = party.as_ref().map_or(0..0, |party| party.span.clone());
        let (from, to) = (from.map(|date| date.value), to.map(|date| date.value));
        let (members, member_spans) = table.texts("members").into_iter().map(|id| (id.value, id.span)).unzip();
        let party = party.map(|party| party.value);
        Some(Actor {
            group: group?,
            party,
            members,
            capacities: own_capacities,
            offices,
            colour,
            from,
            to,
            party_span,
            member_spans,
        })
    }

    /// The actor that an appearance in a capacity counts for on a day, where the codebook names another.
    pub fn counts_for(&self, capacity: Option<&str>, day: Option<NaiveDate>) -> Option<&str> {
        let found =
            self.offices.iter().find(|office| Some(office.capacity.as_str()) == capacity && office.holds_on(day));
        found.map(|office| office.counts_for.as_str())
    }

    /// Is it an actor on this day?
    pub fn is_active_on(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// May two entries have one name? Those of an actor that changes its party may, on different days.
    pub(super) fn sharing(&self, other: &Actor) -> Sharing {
        let is_dated = |actor: &Actor| actor.from.is_some() || actor.to.is_some();
        let before = |a: &Actor, b: &Actor| matches!((a.to, b.from), (Some(to), Some(from)) if to < from);
        match (before(self, other) || before(other, self), is_dated(self) && is_dated(other)) {
            (true, _) => Sharing::Allowed,
            (false, true) => Sharing::AtOnce,
            (false, false) => Sharing::Refused,
        }
    }

    /// The party of an office holder and the members of a coalition must themselves be actors.
    pub(super) fn refuse_unknown_parties(actors: &Register<Actor>, document: &Document) {
        for actor in actors.iter() {
            if let Some(party) = actor.own.party.as_ref().filter(|party| actors.by_id(party).is_none()) {
                document.report_unknown(actor.own.party_span.clone(), "party", party, &actors.ids());
            }
            for office in actor.own.offices.iter().filter(|office| actors.by_id(&office.counts_for).is_none()) {
                document.report_unknown(office.span.clone(), "actor", &office.counts_for, &actors.ids());
            }
            let members = actor.own.members.iter().zip(&actor.own.member_spans);
            for (member, span) in members.filter(|(member, _)| actors.by_id(member).is_none()) {
                document.report_unknown(span.clone(), "member", member, &actors.ids());
            }
        }
    }
}

fn known(table: &Table<'_>, word: Option<Written<String>>, what: &str, possible: &[&str]) -> Option<String> {
    let word = word?;
    if possible.contains(&word.value.as_str()) {
        return Some(word.value);
    }
    table.document().report_unknown(word.span, what, &word.value, possible);
    None
}
