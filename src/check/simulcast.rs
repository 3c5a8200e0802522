//! W416: two outlets that broadcast the same.

use std::collections::{BTreeMap, HashMap};

use super::spot::digest;
use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W416",
    name: "simulcast",
    severity: Severity::Warning,
    page: "Four in five rows of an outlet stand in another too, with the same day, actor, voice and amount: one \
           broadcast under two names, or a sheet copied from one outlet to the other. In a figure over both it \
           counts twice. If it is one broadcast, leave one outlet out of the pool, or make both names aliases of \
           one outlet.",
};

const CONTENT: [Field; 6] = [Field::Actor, Field::Voice, Field::Capacity, Field::Genre, Field::Quantity, Field::Tone];

/// At most this many distinct contents are kept: beyond it, those that rank first, which is a fair sample.
const MOST_KEPT: usize = 16_384;
/// Fewer common rows are chance.
const FEWEST: u64 = 30;

/// What two rows of one broadcast have in common, as two digests: of day, start, amount and actor, by which most rows differ; and
/// of all else.
type Content = (u64, u64);

/// How often a content stands in each outlet that has it: most stand in one, which takes no memory of its own.
#[derive(Debug)]
struct Counts {
    first: (u16, u32),
    others: Vec<(u16, u32)>,
}

impl Counts {
    fn add(&mut self, outlet: u16) {
        let mut known = std::iter::once(&mut self.first).chain(&mut self.others);
        match known.find(|(other, _)| *other == outlet) {
            Some((_, n)) => *n += 1,
            None => self.others.push((outlet, 1)),
        }
    }

    fn iter(&self) -> impl Iterator<Item = &(u16, u32)> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

/// How often each content stands in each outlet.
#[derive(Debug, Default)]
pub(super) struct Contents {
    outlets: Vec<String>,
    /// The sheet each outlet was first seen in.
    places: Vec<Place>,
    counts: HashMap<Content, Counts, foldhash::fast::FixedState>,
    /// The last of those kept, once there were too many.
    limit: Option<Content>,
}

impl Watch for Contents {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        let ids = CONTENT.map(|field| sample.id_digests(field));
        let Some(outlets) = sample.dictionaries.get(&Field::Outlet) else { return };
        let words = sample.numbers(Field::Outlet);
        let mut numbers: Vec<Option<u16>> = vec![None; outlets.n_texts()];
        let (dates, starts) = (sample.dates(), sample.starts());
        let (amounts, passes) = (sample.amounts(), sample.passes());
        for row in 0..sample.n_rows() {
            let (Some(word), Some(date), Some(amount)) = (words[row], dates[row], amounts[row]) else { continue };
            if amount == 0 || passes[row].unwrap_or(1) > 1 || verdicts.is_decided(row) {
                continue;
            }
            // Rows of one content have this in common: a part of all contents can be chosen by it.
            let rank = digest((pair(date, starts[row].unwrap_or(-1)), amount.cast_unsigned() ^ ids[0].of(row)));
            let limit = self.limit.unwrap_or((u64::MAX, u64::MAX));
            if rank > limit.0 {
                continue;
            }
            let content = (rank, digest(ids.each_ref().map(|ids| ids.of(row))));
            if content > limit {
                continue;
            }
            let number = match (numbers[word as usize], outlets.id(word)) {
                (Some(number), _) => number,
                (None, None) => continue,
                (None, Some(outlet)) => self.number(outlet, || verdicts.place(row, sample.heading(Field::Outlet))),
            };
            numbers[word as usize] = Some(number);
            let new = || Counts { first: (number, 0), others: Vec::new() };
            self.counts.entry(content).or_insert_with(new).add(number);
            if self.counts.len() >= 2 * MOST_KEPT {
                self.prune();
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        self.prune();
        let (mut totals, mut common) = (BTreeMap::<u16, u64>::new(), BTreeMap::<(u16, u16), u64>::new());
        for counts in self.counts.values() {
            for (number, (outlet, n)) in counts.iter().enumerate() {
                *totals.entry(*outlet).or_default() += u64::from(*n);
                for (other, m) in counts.iter().take(number) {
                    let pair = (*outlet.min(other), *outlet.max(other));
                    *common.entry(pair).or_default() += u64::from(*n.min(m));
                }
            }
        }
        for ((a, b), n) in common {
            let smaller = totals[&a].min(totals[&b]);
            if n < FEWEST || n * 5 < smaller * 4 {
                continue;
            }
            let place = self.places[usize::from(b)].clone();
            let (a, b) = (&self.outlets[usize::from(a)], &self.outlets[usize::from(b)]);
            let message = format!("{n} of {smaller} rows of `{a}` and `{b}` are the same but for the outlet");
            let hint = "is it one broadcast? Leave one outlet out of the pool, or make both aliases of one".to_owned();
            findings.push(Diagnostic::new(&CODE, place, message).with_hint(hint));
        }
    }
}

/// Two numbers as one.
fn pair(a: i32, b: i32) -> u64 {
    u64::from(a.cast_unsigned()) << 32 | u64::from(b.cast_unsigned())
}

impl Contents {
    /// Keeps those that rank first: which they are depends on no order.
    fn prune(&mut self) {
        if self.counts.len() > MOST_KEPT {
            let mut contents: Vec<Content> = self.counts.keys().copied().collect();
            let (_, limit, _) = contents.select_nth_unstable(MOST_KEPT - 1);
            let limit = *limit;
            self.limit = Some(limit);
            self.counts.retain(|content, _| *content <= limit);
        }
    }

    fn number(&mut self, outlet: &str, place: impl FnOnce() -> Place) -> u16 {
        let found = self.outlets.iter().position(|known| known == outlet).unwrap_or_else(|| {
            self.outlets.push(outlet.to_owned());
            self.places.push(place());
            self.outlets.len() - 1
        });
        u16::try_from(found).unwrap_or(u16::MAX)
    }
}
