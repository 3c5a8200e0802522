//! The outlets and days that rows are of. What is remembered of rows is remembered by outlet and day, and forgotten once those are
//! passed: sheets follow the calendar, so that it takes no more memory however long they are.

use std::collections::HashMap;

use crate::ingest::CodedSample;
use crate::study::Field;

/// Of how many rows something is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// Of all.
    OfAll,
    /// Of as many: where there are more, the outlets and days that were seen least lately are passed.
    OfRows(u64),
}

/// What is known of an outlet and day.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    n_rows: u64,
    /// The number of the last chunk with a row of it.
    last: u64,
    /// Statements have no day: the next may be of any file.
    is_dated: bool,
    is_passed: bool,
}

/// The outlets and days so far, each with a number, and which of them are passed.
#[derive(Debug)]
pub(super) struct OutletDays {
    memory: Memory,
    numbers: HashMap<(u64, Option<i32>), u32, foldhash::fast::FixedState>,
    known: Vec<Known>,
    n_remembered: u64,
    n_chunks: u64,
    did_come_back: bool,
}

impl OutletDays {
    pub(super) fn new(memory: Memory) -> Self {
        OutletDays {
            memory,
            numbers: HashMap::default(),
            known: Vec::new(),
            n_remembered: 0,
            n_chunks: 0,
            did_come_back: false,
        }
    }

    /// The number of the outlet and day of each row of the next chunk.
    pub(super) fn see(&mut self, sample: &CodedSample) -> Vec<u32> {
        self.n_chunks += 1;
        let groups = sample.groups(&[Field::Outlet, Field::Date]);
        let (outlets, dates) = (sample.id_digests(Field::Outlet), sample.dates());
        let numbers = groups.each(|row| self.number(outlets.of(row), dates[row]));
        let of_rows: Vec<u32> = groups.of_rows.iter().map(|group| numbers[*group as usize]).collect();
        for number in &of_rows {
            self.count(*number, 1);
        }
        of_rows
    }

    fn count(&mut self, number: u32, n_rows: u64) {
        let known = &mut self.known[number as usize];
        known.n_rows += n_rows;
        // Those without a day are never passed, and would leave no room for others.
        self.n_remembered += if known.is_dated { n_rows } else { 0 };
    }

    fn number(&mut self, outlet: u64, date: Option<i32>) -> u32 {
        let next = u32::try_from(self.known.len()).expect("invariant: fewer outlets and days than u32 counts");
        let number = *self.numbers.entry((outlet, date)).or_insert(next);
        if number == next {
            self.known.push(Known { is_dated: date.is_some(), ..Known::default() });
        }
        let known = &mut self.known[number as usize];
        known.last = self.n_chunks;
        self.did_come_back |= known.is_passed;
        number
    }

    /// Which outlets and days are passed with this chunk: those seen least lately, until half the memory is free. Those that the
    /// chunk has rows of stay.
    pub(super) fn pass(&mut self) -> Vec<u32> {
        let Memory::OfRows(most) = self.memory else { return Vec::new() };
        if self.n_remembered <= most {
            return Vec::new();
        }
        let is_over = |known: &Known| known.is_dated && !known.is_passed && known.last < self.n_chunks;
        let mut order: Vec<u32> = (0..).zip(&self.known).filter(|(_, k)| is_over(k)).map(|(n, _)| n).collect();
        order.sort_unstable_by_key(|number| (self.known[*number as usize].last, *number));
        let mut passed = Vec::new();
        for number in order {
            if self.n_remembered <= most / 2 {
                break;
            }
            let known = &mut self.known[number as usize];
            known.is_passed = true;
            self.n_remembered -= known.n_rows;
            passed.push(number);
        }
        passed
    }

    /// Did rows come of an outlet and day that was passed? What is remembered then does not tell what it should.
    pub(super) fn did_come_back(&self) -> bool {
        self.did_come_back
    }
}

/// Something that is remembered of every outlet and day, by its number.
#[derive(Debug)]
pub(crate) struct ByOutletDay<T>(Vec<Option<Box<T>>>);

impl<T> Default for ByOutletDay<T> {
    fn default() -> Self {
        ByOutletDay(Vec::new())
    }
}

impl<T: Default> ByOutletDay<T> {
    /// What is remembered of one.
    #[inline]
    pub(crate) fn at(&mut self, outlet_day: u32) -> &mut T {
        let at = outlet_day as usize;
        if self.0.len() <= at {
            self.0.resize_with(at + 1, || None);
        }
        self.0[at].get_or_insert_default()
    }

    /// Forgets some, and gives what was remembered of them.
    pub(crate) fn take(&mut self, outlet_days: &[u32]) -> Vec<T> {
        let taken = outlet_days.iter().filter_map(|number| self.0.get_mut(*number as usize)?.take());
        taken.map(|remembered| *remembered).collect()
    }

    /// Forgets all.
    pub(crate) fn take_all(&mut self) -> impl Iterator<Item = T> + use<T> {
        std::mem::take(&mut self.0).into_iter().flatten().map(|remembered| *remembered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Outlets and days by how many rows each chunk has of them; a day below 0 is none.
    fn see(days: &mut OutletDays, rows: &[(i32, u64)]) -> Vec<u32> {
        days.n_chunks += 1;
        for (day, n_rows) in rows {
            let number = days.number(1, Some(*day).filter(|day| *day >= 0));
            days.count(number, *n_rows);
        }
        days.pass()
    }

    #[test]
    fn those_seen_least_lately_are_passed_until_half_the_memory_is_free() {
        let mut days = OutletDays::new(Memory::OfRows(10));
        assert!(see(&mut days, &[(0, 4), (1, 4), (-1, 90)]).is_empty());
        assert!(see(&mut days, &[(1, 1), (2, 1)]).is_empty());
        // Day 0 was seen least lately, then day 1; those without a day are never passed, nor those of the chunk itself.
        assert_eq!(see(&mut days, &[(2, 2), (3, 1)]), [0, 1]);
        assert_eq!(see(&mut days, &[(-1, 3), (3, 20)]), [3]);
        assert!(!days.did_come_back());
        see(&mut days, &[(1, 1)]);
        assert!(days.did_come_back());
    }

    #[test]
    fn nothing_is_passed_where_all_is_remembered() {
        let mut days = OutletDays::new(Memory::OfAll);
        assert!(see(&mut days, &[(0, u64::from(u32::MAX))]).is_empty());
        assert!(see(&mut days, &[(1, 1)]).is_empty());
    }

    #[test]
    fn what_is_taken_is_forgotten() {
        let mut remembered = ByOutletDay::<Vec<u8>>::default();
        remembered.at(2).push(7);
        assert_eq!(remembered.take(&[0, 2, 9]), [vec![7]]);
        assert!(remembered.take(&[2]).is_empty() && remembered.take_all().next().is_none());
    }
}
