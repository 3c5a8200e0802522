//! What a measure is asked for, and the sums, items and days it is made from.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use polars::prelude::col;

use super::ledger::Reach;
use super::select::{Failure, ITEM, Selection};
use super::sums::{Counted, Design, Group, Part, Request, Sums, Who, sums};
use super::{Base, Condition, Dimension, Scope};
use crate::agreement::{Reliability, Verdict};
use crate::study::{Pool, Study};
use crate::tally::{Tally, key, texts};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct MeasureRequest<'s> {
    /// The denominator.
    pub pool: &'s Pool,
    /// Broken down by.
    pub by: Vec<Dimension>,
    /// Narrowed to.
    pub conditions: Vec<Condition>,
    /// Only days that were recorded whole at every outlet of the pool.
    pub common_days: bool,
    /// What is known of the agreement between coders.
    pub reliability: Option<&'s Reliability>,
}

impl<'s> MeasureRequest<'s> {
    /// The whole pool, broken down.
    pub fn new(pool: &'s Pool, by: &[Dimension]) -> Self {
        MeasureRequest { pool, by: by.to_vec(), conditions: Vec::new(), common_days: false, reliability: None }
    }

    /// The same, narrowed to one value of a dimension.
    #[must_use]
    pub fn narrowed(mut self, dimension: Dimension, value: &str) -> Self {
        self.conditions.push(Condition::is(dimension, value));
        self
    }

    /// Whose coverage is measured: each actor's, unless groups are asked for.
    pub fn who(&self) -> Who {
        if self.by.contains(&Dimension::Group) { Who::Group } else { Who::Actor }
    }

    /// The dimensions of a group. Every table is broken down by quantity and actor already.
    pub fn dimensions(&self) -> Vec<Dimension> {
        let mut kept: Vec<Dimension> = Vec::new();
        for dimension in &self.by {
            let is_given = matches!(dimension, Dimension::Quantity | Dimension::Actor | Dimension::Group);
            if !is_given && !kept.contains(dimension) {
                kept.push(*dimension);
            }
        }
        kept
    }

    /// The same, with what is known of agreement.
    #[must_use]
    pub fn knowing(self, reliability: &'s Reliability) -> Self {
        MeasureRequest { reliability: Some(reliability), ..self }
    }

    /// What narrows its tables beside pool and breakdown.
    pub fn scope(&self) -> Scope {
        let conditions = self.conditions.iter().filter(|condition| !condition.is_of_rows_shown()).cloned();
        Scope { conditions: conditions.collect(), common_days: self.common_days }
    }

    /// Did coders agree too little on one of these variables?
    pub(super) fn is_unreliable(&self, variables: &[&str]) -> bool {
        let verdict = |variable: &&str| self.reliability.and_then(|known| known.verdict(variable));
        variables.iter().filter_map(verdict).any(|verdict| verdict == Verdict::Unreliable)
    }

    /// Are the rows of this actor, or group of actors, to be shown?
    pub(super) fn shows(&self, study: &Study, who: &str) -> bool {
        self.conditions.iter().filter(|condition| condition.is_of_rows_shown()).all(|condition| {
            let group = study.codebook.actors.by_id(who).map_or(who, |actor| actor.own.group.as_str());
            let value = if condition.dimension == Dimension::Group { group } else { who };
            condition.values.iter().any(|wanted| wanted == value)
        })
    }
}

/// Everything a measure is made from.
pub(super) struct Ground<'a> {
    pub study: &'a Study,
    pub request: &'a MeasureRequest<'a>,
    pub by: Vec<Dimension>,
    pub who: Who,
    selection: Selection<'a>,
    /// Asked for by sums alone, while another thread counts items.
    design: OnceLock<Design>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(tally: &'a Tally, study: &'a Study, request: &'a MeasureRequest<'a>) -> Result<Self, Failure> {
        let who = request.who();
        if who == Who::Group && request.pool.whole.is_some() {
            let message = "a pool whose publisher states the `whole` has that whole by actor; leave out `--by group`";
            return Err(Failure::WrongBreakdown(message));
        }
        let selection = Selection::new(tally, study, request.common_days);
        Ok(Ground { study, by: request.dimensions(), who, selection, design: OnceLock::new(), request })
    }

    fn asked(&self, part: Part) -> Request<'a> {
        let conditions = self.request.conditions.clone();
        Request { pool: self.request.pool, by: self.by.clone(), part, conditions }
    }

    fn design(&self) -> Result<&Design, Failure> {
        if let Some(design) = self.design.get() {
            return Ok(design);
        }
        let design = Design::of(self.selection.tally, self.study)?;
        Ok(self.design.get_or_init(|| design))
    }

    /// The sums of every group.
    pub(super) fn sums(&self, part: Part) -> Result<BTreeMap<Group, Sums>, Failure> {
        sums(&self.selection, self.design()?, &self.asked(part), Counted::Amounts)
    }

    /// Items by group: each once, however many of its appearances are in the pool. Where coverage is divided by what coders
    /// may leave blank, items with a code.
    pub(super) fn items(&self, part: Part) -> Result<BTreeMap<Group, i64>, Failure> {
        let request = self.asked(part);
        let columns = request.columns();
        let mut members = self.selection.members(&request)?;
        if let Part::Of(_, dimension) = part {
            members = members.filter(col(dimension.column()).is_not_null());
        }
        let mut keys: Vec<_> = columns.iter().map(|key| col(*key)).collect();
        let per_item = [keys.clone(), vec![col(ITEM)]].concat();
        let once = members.group_by(per_item).agg([col(key::N_ITEMS).first()]);
        let counted = once.group_by(std::mem::take(&mut keys)).agg([col(key::N_ITEMS).sum()]).collect()?;
        let n_items: Vec<i64> = counted.column(key::N_ITEMS)?.i64()?.iter().flatten().collect();
        let values: Vec<Vec<String>> = columns.iter().map(|name| texts(&counted, name)).collect::<Result<_, _>>()?;
        let group = |row: usize| {
            let mut values: Vec<String> = values.iter().map(|column| column[row].clone()).collect();
            (values.remove(0), values)
        };
        Ok(n_items.into_iter().enumerate().map(|(row, n)| (group(row), n)).collect())
    }

    /// The numbers of items of every group in place of amounts: each item once for each part.
    pub(super) fn item_sums(&self, part: Part) -> Result<BTreeMap<Group, Sums>, Failure> {
        sums(&self.selection, self.design()?, &self.asked(part), Counted::Items)
    }

    /// The outlets and days that a group speaks of.
    pub(super) fn reach(&'a self, group: &'a [String]) -> Reach<'a> {
        let values = self.by.iter().copied().zip(group.iter().map(String::as_str));
        Reach::of(self.study, self.request.pool, values, &self.request.conditions)
    }

    /// What the figures of a group rest on, whose denominators are the sums of these parts.
    pub(super) fn base(&'a self, group: &'a [String], sums: &Sums, below: &[usize], n_items: i64) -> Base {
        let is_covered = |cluster: &&super::Cluster| below.iter().any(|part| cluster.amount(*part) > 0);
        let covered = sums.strata.iter().map(|stratum| stratum.clusters.iter().filter(is_covered).count());
        let covered: Vec<usize> = covered.filter(|n| *n > 0).collect();
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Base {
            n_items,
            n_clusters: whole(covered.iter().sum()),
            n_outlets: whole(covered.len()),
            completeness: self.reach(group).completeness(self.study),
        }
    }

    /// Did coders agree too little on whom items are about, or on their amounts?
    pub(super) fn is_amount_unreliable(&self, quantity: &str) -> bool {
        self.request.is_unreliable(&["actor", &format!("amount/{quantity}")])
    }

    /// The ids a table lists: the pool's actors, or the groups they belong to.
    pub(super) fn listed(&self) -> Vec<&'a str> {
        let actors: Vec<&str> = self.request.pool.listed_actors(&self.study.codebook).collect();
        if self.who == Who::Actor {
            return actors;
        }
        let group = |id: &&str| self.study.codebook.actors.by_id(id).map(|actor| actor.own.group.as_str());
        let of_actors: Vec<&str> = actors.iter().filter_map(group).collect();
        self.study.codebook.groups.ids().into_iter().filter(|id| of_actors.contains(id)).collect()
    }

    /// The study's own order: quantities, then groups as declared, then actors of the codebook.
    pub(super) fn rank(&self, quantity: &str, group: &[String], actor: &str) -> (usize, Vec<(usize, String)>, usize) {
        let study = self.study;
        let quantity = study.quantities.iter().position(|known| known.id == quantity).unwrap_or(usize::MAX);
        let group = self.by.iter().zip(group).map(|(dimension, value)| {
            let declared = dimension.declared(study);
            let place = declared.and_then(|ids| ids.iter().position(|id| id == value)).unwrap_or(usize::MAX);
            (place, value.clone())
        });
        let actor = match self.who {
            Who::Actor => study.codebook.actors.rank(actor),
            Who::Group => study.codebook.groups.rank(actor),
        };
        (quantity, group.collect(), actor)
    }
}
