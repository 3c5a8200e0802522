//! Sums of two sides, cell by cell: for periods and statements, whose rows are never the same.

use std::collections::{BTreeMap, BTreeSet};

use super::Class;
use crate::tally::{SumRow, key};

/// What a cell is told apart by.
const CELL: [&str; 6] = [key::QUANTITY, key::OUTLET, key::DAYPART, key::GENRE, key::ACTOR, key::CAPACITY];

/// The sums of one cell on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Quantity, outlet, daypart, genre, actor, capacity; empty where there is none.
    pub keys: [String; 6],
    /// Milliseconds, mm² or appearances on the left side; `None` without a row.
    pub left: Option<i64>,
    /// On the right side.
    pub right: Option<i64>,
}

impl Cell {
    /// Names of [`Cell::keys`].
    pub const KEYS: [&'static str; 6] = CELL;

    /// What the right side has more than the left one.
    pub fn difference(&self) -> i64 {
        self.right.unwrap_or(0) - self.left.unwrap_or(0)
    }

    /// The class; `None` where both sides have the same.
    pub fn class(&self) -> Option<Class> {
        match (self.left, self.right) {
            (Some(_), None) => Some(Class::OnlyLeft),
            (None, Some(_)) => Some(Class::OnlyRight),
            (left, right) => (left != right).then_some(Class::Changed),
        }
    }
}

/// The cells of two sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// Sorted by their keys.
    pub cells: Vec<Cell>,
    /// The sums that turn the left side into the right one, class by class.
    pub deltas: Vec<(Class, Vec<SumRow>)>,
}

/// Compares sums cell by cell. Statements lose the name of their period, which is what the sides differ in.
pub fn cells(left: &[SumRow], right: &[SumRow]) -> Cells {
    let mut sums: BTreeMap<[String; 6], [Option<i64>; 2]> = BTreeMap::new();
    for (side, rows) in [left, right].into_iter().enumerate() {
        for row in rows {
            *sums.entry(CELL.map(|name| row.key(name).to_owned())).or_default()[side].get_or_insert(0) += row.amount;
        }
    }
    let cells: Vec<Cell> = sums.into_iter().map(|(keys, [left, right])| Cell { keys, left, right }).collect();
    let class = |row: &SumRow| {
        let keys = CELL.map(|name| row.key(name).to_owned());
        let at = cells.binary_search_by(|cell| cell.keys.cmp(&keys)).expect("invariant: every row has its cell");
        cells[at].class()
    };
    let mut deltas = vec![(Class::OnlyLeft, Vec::new()), (Class::OnlyRight, Vec::new()), (Class::Changed, Vec::new())];
    for (rows, is_left) in [(left, true), (right, false)] {
        for row in rows {
            // What is the same in sum is of other days: it goes with what changed, where it changes nothing.
            let class = class(row).unwrap_or(Class::Changed);
            let of_class = deltas.iter_mut().find(|(known, _)| *known == class);
            let (_, sums) = of_class.expect("invariant: cells have these classes");
            sums.push(if is_left { row.negated() } else { row.clone() });
        }
    }
    Cells { cells, deltas }
}

/// Quantities and outlets that the right statement lacks altogether: it says nothing of them.
pub fn without_right(cells: &[Cell]) -> BTreeSet<(&str, &str)> {
    let place = |cell: &'_ Cell| (cell.keys[0].clone(), cell.keys[1].clone());
    let on_right: BTreeSet<_> = cells.iter().filter(|cell| cell.right.is_some()).map(place).collect();
    let missing = cells.iter().filter(|cell| !on_right.contains(&place(cell)));
    missing.map(|cell| (cell.keys[0].as_str(), cell.keys[1].as_str())).collect()
}

/// The cells of a cumulative statement that shrank, of outlets that the right statement speaks of.
pub fn shrunk(cells: &[Cell]) -> Vec<&Cell> {
    let missing = without_right(cells);
    let is_spoken_of = |cell: &&Cell| !missing.contains(&(cell.keys[0].as_str(), cell.keys[1].as_str()));
    cells.iter().filter(|cell| cell.difference() < 0).filter(is_spoken_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_go_to_the_class_of_their_cell() {
        let sum = |outlet: &str, day: &str, amount: i64| {
            let mut keys = vec![String::new(); key::ALL.len()];
            keys[key::place(key::OUTLET).unwrap()] = outlet.to_owned();
            keys[key::place(key::DATE).unwrap()] = day.to_owned();
            SumRow { keys, amount, n_rows: 1 }
        };
        let left = [sum("gone", "1", 10), sum("more", "1", 20), sum("moved", "1", 7)];
        let right = [sum("more", "1", 25), sum("moved", "2", 7), sum("new", "2", 30)];
        let found = cells(&left, &right);
        let classes: Vec<Option<Class>> = found.cells.iter().map(Cell::class).collect();
        assert_eq!(classes, [Some(Class::OnlyLeft), Some(Class::Changed), None, Some(Class::OnlyRight)]);
        let deltas: Vec<(Class, Vec<i64>)> =
            found.deltas.iter().map(|(class, sums)| (*class, sums.iter().map(|sum| sum.amount).collect())).collect();
        let expected =
            [(Class::OnlyLeft, vec![-10]), (Class::OnlyRight, vec![30]), (Class::Changed, vec![-20, -7, 25, 7])];
        assert_eq!(deltas, expected);
    }
}
