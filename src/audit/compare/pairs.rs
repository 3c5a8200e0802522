//! Rows of two sides, matched: which are the same, which changed, which only one side has.
//!
//! Rows that are equal in all that counts go first, by a digest of 16 bytes a row, so that memory is that of the digests and
//! of the rows that differ. What is left is paired by ever less: each [`Rung`] names what two rows must share. A row pairs
//! once, on the first rung that finds it a partner.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest as _, Sha256};

use super::Names;
use crate::study::{Field, Study};
use crate::tally::{PlacedRow, SumRow, key};

/// How rows of two sides are known to be the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairing {
    /// Two releases: an item keeps its id, its start and its place.
    Releases,
    /// Two monitors: ids are their own; starts are within so many milliseconds.
    Monitors(i32),
}

/// A row that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it is on the left side.
    pub left: PlacedRow,
    /// As it is on the right side, in the left side's words.
    pub right: PlacedRow,
    /// What is not the same: names of keys, `amount`, `start`, `item`.
    pub fields: Vec<&'static str>,
}

/// The rows that are not the same on both sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differing {
    /// How many rows both sides have alike.
    pub n_same: usize,
    /// Rows of the left side that the right one lacks, in the order of its sheets.
    pub only_left: Vec<PlacedRow>,
    /// Rows of the right side that the left one lacks.
    pub only_right: Vec<PlacedRow>,
    /// Rows of both that are not the same.
    pub changed: Vec<Changed>,
}

impl Differing {
    /// Have both sides the same rows?
    pub fn is_none(&self) -> bool {
        self.only_left.is_empty() && self.only_right.is_empty() && self.changed.is_empty()
    }
}

/// The sums that turn the left side into the right one, class by class.
pub fn sums_of_differing(differing: &Differing) -> Vec<(super::Class, Vec<SumRow>)> {
    let plus = |rows: &[PlacedRow]| rows.iter().map(SumRow::from).collect::<Vec<_>>();
    let away = |rows: &[PlacedRow]| rows.iter().map(|row| SumRow::from(row).negated()).collect::<Vec<_>>();
    let changed = differing
        .changed
        .iter()
        .flat_map(|changed| [SumRow::from(&changed.left).negated(), SumRow::from(&changed.right)]);
    vec![
        (super::Class::OnlyLeft, away(&differing.only_left)),
        (super::Class::OnlyRight, plus(&differing.only_right)),
        (super::Class::Changed, changed.collect()),
    ]
}

/// Rows while they are matched: the left side's are seen, then the right side's taken, then the left side's again.
#[derive(Debug)]
pub struct Matching<'a> {
    pairing: Pairing,
    names: &'a Names,
    with_item: bool,
    with_start: bool,
    seen: HashMap<u128, u32>,
    n_same: usize,
    left: Vec<PlacedRow>,
    right: Vec<PlacedRow>,
}

impl<'a> Matching<'a> {
    /// Nothing seen yet. Ids and starts count where both sides have a column of them.
    pub fn new(pairing: Pairing, names: &'a Names, left: &Study, right: &Study) -> Self {
        let both = |field: Field| [left, right].iter().all(|study| study.sources.iter().any(|s| s.gives(field)));
        Matching {
            pairing,
            names,
            with_item: pairing == Pairing::Releases && both(Field::Item),
            with_start: both(Field::Start),
            seen: HashMap::new(),
            n_same: 0,
            left: Vec::new(),
            right: Vec::new(),
        }
    }

    /// A row of the left side.
    pub fn see(&mut self, row: &PlacedRow) {
        *self.seen.entry(self.digest(row)).or_default() += 1;
    }

    /// A row of the right side, after all of the left side were seen.
    pub fn take_right(&mut self, row: &PlacedRow) {
        let row = self.names.of_row(row);
        match self.seen.get_mut(&self.digest(&row)).filter(|n| **n > 0) {
            Some(n) => {
                *n -= 1;
                self.n_same += 1;
            }
            None => self.right.push(row),
        }
    }

    /// A row of the left side again, after all of the right side were taken.
    pub fn take_left(&mut self, row: &PlacedRow) {
        if let Some(n) = self.seen.get_mut(&self.digest(row)).filter(|n| **n > 0) {
            *n -= 1;
            self.left.push(row.clone());
        }
    }

    /// All that counts of a row. Who coded it does not.
    fn digest(&self, row: &PlacedRow) -> u128 {
        let mut hasher = Sha256::new();
        for (value, name) in row.keys.iter().zip(key::ALL) {
            if name != key::CODER {
                hasher.update(value.as_bytes());
                hasher.update([0x1f]);
            }
        }
        hasher.update(row.amount.to_le_bytes());
        if self.with_item {
            hasher.update(row.item.as_deref().unwrap_or_default().as_bytes());
            hasher.update([0x1f]);
        }
        if self.with_start {
            hasher.update(row.start.unwrap_or(i32::MIN).to_le_bytes());
        }
        let digest: [u8; 32] = hasher.finalize().into();
        let first = digest.first_chunk().expect("invariant: SHA-256 has 32 bytes");
        u128::from_le_bytes(*first)
    }

    /// What is not the same in two rows. Ids and starts are compared as the digest does, and never between monitors.
    fn fields(&self, left: &PlacedRow, right: &PlacedRow) -> Vec<&'static str> {
        let keys = key::ALL.into_iter().enumerate().filter(|(_, name)| *name != key::CODER);
        let mut fields: Vec<&'static str> =
            keys.filter(|(at, _)| left.keys[*at] != right.keys[*at]).map(|(_, name)| name).collect();
        fields.extend((left.amount != right.amount).then_some(key::AMOUNT));
        if self.pairing == Pairing::Releases {
            fields.extend((self.with_start && left.start != right.start).then_some("start"));
            fields.extend((self.with_item && left.item != right.item).then_some("item"));
        }
        fields
    }

    /// What is left is paired, rung by rung.
    pub fn finish(mut self) -> Differing {
        let mut left: Vec<Option<PlacedRow>> = std::mem::take(&mut self.left).into_iter().map(Some).collect();
        let mut right: Vec<Option<PlacedRow>> = std::mem::take(&mut self.right).into_iter().map(Some).collect();
        let mut changed = Vec::new();
        let mut n_same = self.n_same;
        for rung in rungs(self.pairing) {
            for (l, r) in self.pairs(&rung, &left, &right) {
                let (l, r) = (left[l].take(), right[r].take());
                let Some((left, right)) = l.zip(r) else { continue };
                // Two monitors see one start a little apart, and number items each for themselves.
                let fields = self.fields(&left, &right);
                if fields.is_empty() {
                    n_same += 1;
                } else {
                    changed.push(Changed { left, right, fields });
                }
            }
        }
        changed.sort_by(|a, b| a.left.place().cmp(&b.left.place()));
        let rest = |rows: Vec<Option<PlacedRow>>| rows.into_iter().flatten().collect();
        Differing { n_same, only_left: rest(left), only_right: rest(right), changed }
    }
}

/// What two rows must share to be one thing that changed.
struct Rung {
    keys: &'static [&'static str],
    by: By,
    /// Only where nothing else could be meant.
    is_alone: bool,
}

/// What must be alike beside the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// Id and start, of rows that have one of them.
    ItemAndStart,
    /// The id, of rows that have one.
    Item,
    /// The start, within so many milliseconds, of rows that have one.
    Near(i32),
    /// Nothing else; the nearest amounts first.
    Amount,
    /// The same, of rows without a start.
    AmountWithoutStart,
}

const WHERE: [&str; 4] = [key::QUANTITY, key::OUTLET, key::DATE, key::PERIOD];
const WHO: [&str; 5] = [key::QUANTITY, key::OUTLET, key::DATE, key::PERIOD, key::ACTOR];
const WHO_HOW: [&str; 7] = [key::QUANTITY, key::OUTLET, key::DATE, key::PERIOD, key::ACTOR, key::CAPACITY, key::VOICE];
const ALL_BUT_AMOUNT: [&str; 11] = [
    key::QUANTITY,
    key::OUTLET,
    key::DATE,
    key::PERIOD,
    key::ACTOR,
    key::CAPACITY,
    key::VOICE,
    key::PROGRAMME,
    key::DAYPART,
    key::GENRE,
    key::PAGE,
];

fn rungs(pairing: Pairing) -> Vec<Rung> {
    let rung = |keys: &'static [&'static str], by: By, is_alone: bool| Rung { keys, by, is_alone };
    match pairing {
        Pairing::Releases => vec![
            rung(&WHO_HOW, By::ItemAndStart, false),
            rung(&WHO, By::ItemAndStart, false),
            rung(&[key::ACTOR], By::Item, true),
            rung(&WHERE, By::ItemAndStart, true),
            rung(&ALL_BUT_AMOUNT, By::Amount, false),
            rung(&WHO, By::Amount, true),
        ],
        Pairing::Monitors(within) => vec![
            rung(&ALL_BUT_AMOUNT, By::Near(within), false),
            rung(&WHO, By::Near(within), false),
            rung(&WHERE, By::Near(within), false),
            rung(&ALL_BUT_AMOUNT, By::AmountWithoutStart, false),
            rung(&WHO, By::AmountWithoutStart, true),
        ],
    }
}

/// A row with its number on its side.
type Numbered<'r> = (usize, &'r PlacedRow);

impl Matching<'_> {
    /// The rows of both sides that a rung puts together, each at most once.
    fn pairs(&self, rung: &Rung, left: &[Option<PlacedRow>], right: &[Option<PlacedRow>]) -> Vec<(usize, usize)> {
        let mut groups: BTreeMap<Vec<String>, [Vec<Numbered<'_>>; 2]> = BTreeMap::new();
        for (side, rows) in [left, right].into_iter().enumerate() {
            for (at, row) in rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?))) {
                if let Some(identity) = self.identity(rung, row) {
                    groups.entry(identity).or_default()[side].push((at, row));
                }
            }
        }
        let mut found = Vec::new();
        for [of_left, of_right] in groups.into_values() {
            if rung.is_alone && (of_left.len() != 1 || of_right.len() != 1) {
                continue;
            }
            found.extend(partners(rung.by, &of_left, &of_right));
        }
        found
    }

    /// What a row must share with its partner; `None` where it has not what this rung goes by.
    fn identity(&self, rung: &Rung, row: &PlacedRow) -> Option<Vec<String>> {
        let mut identity: Vec<String> = rung.keys.iter().map(|name| row.key(name).to_owned()).collect();
        match rung.by {
            By::ItemAndStart => {
                let item = row.item.clone().filter(|_| self.with_item);
                let start = row.start.filter(|_| self.with_start);
                if item.is_none() && start.is_none() {
                    return None;
                }
                identity.push(item.unwrap_or_default());
                identity.push(start.map(|start| start.to_string()).unwrap_or_default());
            }
            By::Item => identity.push(row.item.clone().filter(|_| self.with_item)?),
            By::Near(_) => {
                row.start.filter(|_| self.with_start)?;
            }
            By::AmountWithoutStart if self.with_start && row.start.is_some() => return None,
            By::Amount | By::AmountWithoutStart => {}
        }
        Some(identity)
    }
}

/// Partners in a group.
fn partners(by: By, left: &[Numbered<'_>], right: &[Numbered<'_>]) -> Vec<(usize, usize)> {
    match by {
        By::Near(within) => in_order(within, left, right),
        _ => nearest_amounts(left, right),
    }
}

/// In the order of their starts, each with the first that is near enough: no other way gives more pairs.
fn in_order(within: i32, left: &[Numbered<'_>], right: &[Numbered<'_>]) -> Vec<(usize, usize)> {
    let sorted = |rows: &[Numbered<'_>]| {
        let mut starts: Vec<(i32, i64, usize)> =
            rows.iter().filter_map(|(at, row)| Some((row.start?, row.amount, *at))).collect();
        starts.sort_unstable();
        starts
    };
    let (left, right) = (sorted(left), sorted(right));
    let (mut l, mut r) = (0, 0);
    let mut found = Vec::new();
    while l < left.len() && r < right.len() {
        let apart = left[l].0 - right[r].0;
        if apart.abs() <= within {
            found.push((left[l].2, right[r].2));
        }
        l += usize::from(apart <= within);
        r += usize::from(apart >= -within);
    }
    found
}

/// Those nearest to each other in amount find each other first.
fn nearest_amounts(left: &[Numbered<'_>], right: &[Numbered<'_>]) -> Vec<(usize, usize)> {
    let mut possible: Vec<(i64, usize, usize)> = Vec::new();
    for (l, (_, a)) in left.iter().enumerate() {
        possible.extend(right.iter().enumerate().map(|(r, (_, b))| ((a.amount - b.amount).abs(), l, r)));
    }
    possible.sort_unstable();
    let (mut is_left_taken, mut is_right_taken) = (vec![false; left.len()], vec![false; right.len()]);
    let mut found = Vec::new();
    for (_, l, r) in possible {
        if !is_left_taken[l] && !is_right_taken[r] {
            (is_left_taken[l], is_right_taken[r]) = (true, true);
            found.push((left[l].0, right[r].0));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u64, amount: i64, keys: &[(&str, &str)]) -> PlacedRow {
        let mut all = vec![String::new(); key::ALL.len()];
        for (name, value) in keys {
            all[key::place(name).unwrap()] = (*value).to_owned();
        }
        let file = "data/television.csv".to_owned();
        PlacedRow { file, source: None, sheet: None, line, item: None, start: None, keys: all, amount }
    }

    /// Of two releases that have columns of ids and starts.
    fn releases(names: &Names) -> Matching<'_> {
        Matching {
            pairing: Pairing::Releases,
            names,
            with_item: true,
            with_start: true,
            seen: HashMap::new(),
            n_same: 0,
            left: Vec::new(),
            right: Vec::new(),
        }
    }

    fn differing(left: &[PlacedRow], right: &[PlacedRow]) -> Differing {
        let names = Names::default();
        let mut matching = releases(&names);
        left.iter().for_each(|row| matching.see(row));
        right.iter().for_each(|row| matching.take_right(row));
        left.iter().for_each(|row| matching.take_left(row));
        matching.finish()
    }

    #[test]
    fn of_rows_alike_as_many_are_left_over_as_the_other_side_lacks() {
        let alike = [1, 2, 3].map(|line| row(line, 10, &[]));
        let found = differing(&alike, &alike[..1]);
        assert_eq!((found.n_same, found.only_left.len(), found.only_right.len()), (1, 2, 0));
        let found = differing(&alike[..2], &alike);
        assert_eq!((found.n_same, found.only_left.len(), found.only_right.len()), (2, 0, 1));
    }

    #[test]
    fn rows_that_both_sides_have_are_not_kept() {
        let names = Names::default();
        let mut matching = releases(&names);
        let [same, more] = [row(1, 10, &[]), row(2, 20, &[])];
        matching.see(&same);
        [&same, &more].into_iter().for_each(|row| matching.take_right(row));
        matching.take_left(&same);
        assert_eq!((matching.n_same, matching.left, matching.right), (1, Vec::new(), vec![more]));
    }

    #[test]
    fn one_row_that_two_may_have_become_is_no_pair() {
        let [morning, noon, night] = ["morning", "noon", "night"].map(|name| row(1, 10, &[(key::PROGRAMME, name)]));
        let found = differing(std::slice::from_ref(&morning), &[noon.clone(), night.clone()]);
        assert_eq!((found.only_left.len(), found.only_right.len(), found.changed.len()), (1, 2, 0));
        let found = differing(&[noon.clone(), night], std::slice::from_ref(&morning));
        assert_eq!((found.only_left.len(), found.only_right.len(), found.changed.len()), (2, 1, 0));
        let found = differing(&[morning], &[noon]);
        assert_eq!(found.changed[0].fields, [key::PROGRAMME]);
    }

    #[test]
    fn a_row_is_known_by_its_id_or_its_start_where_it_has_one_of_them() {
        let names = Names::default();
        let matching = releases(&names);
        let rung = Rung { keys: &[key::ACTOR], by: By::ItemAndStart, is_alone: false };
        let identity = |item: Option<&str>, start: Option<i32>| {
            let row = PlacedRow { item: item.map(str::to_owned), start, ..row(1, 10, &[(key::ACTOR, "reds")]) };
            matching.identity(&rung, &row)
        };
        let known = |item: &str, start: &str| Some(["reds", item, start].map(str::to_owned).to_vec());
        assert_eq!(identity(Some("A1"), Some(5)), known("A1", "5"));
        assert_eq!(identity(Some("A1"), None), known("A1", ""));
        assert_eq!(identity(None, Some(5)), known("", "5"));
        assert_eq!(identity(None, None), None);
    }

    #[test]
    fn starts_are_paired_in_order_until_one_side_has_no_more() {
        let of = |starts: &[i32]| -> Vec<PlacedRow> {
            starts.iter().map(|start| PlacedRow { start: Some(*start), ..row(1, 10, &[]) }).collect()
        };
        let paired = |left: &[i32], right: &[i32]| {
            let (left, right) = (of(left), of(right));
            let [left, right] = [&left, &right].map(|rows| rows.iter().enumerate().collect::<Vec<_>>());
            in_order(60, &left, &right)
        };
        assert_eq!(paired(&[0, 200], &[60]), [(0, 0)]);
        assert_eq!(paired(&[60], &[0, 200]), [(0, 0)]);
        assert_eq!(paired(&[0, 200], &[200]), [(1, 0)]);
        assert_eq!(paired(&[200], &[0, 139, 200]), [(0, 2)]);
    }

    #[test]
    fn the_nearest_amounts_find_each_other_and_each_only_once() {
        let paired = |left: &[i64], right: &[i64]| {
            let of = |amounts: &[i64]| amounts.iter().map(|amount| row(1, *amount, &[])).collect::<Vec<_>>();
            let (left, right) = (of(left), of(right));
            let [left, right] = [&left, &right].map(|rows| rows.iter().enumerate().collect::<Vec<_>>());
            nearest_amounts(&left, &right)
        };
        assert_eq!(paired(&[100], &[10, 98, 300]), [(0, 1)]);
        assert_eq!(paired(&[10, 98, 300], &[100]), [(1, 0)]);
        // What is nearest to both goes to the nearer.
        assert_eq!(paired(&[100, 103], &[102, 10]), [(1, 0), (0, 1)]);
    }
}
