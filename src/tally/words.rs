//! Ids as numbers while a tally grows: a row of sums takes bytes, not texts.

use std::collections::HashMap;

/// The ids seen so far, each with its number.
#[derive(Debug, Default)]
pub(super) struct Words {
    ids: Vec<String>,
    numbers: HashMap<String, u32, foldhash::fast::FixedState>,
}

impl Words {
    /// The number of an id.
    pub(super) fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = u32::try_from(self.ids.len()).expect("invariant: fewer ids than u32 counts");
        self.ids.push(id.to_owned());
        self.numbers.insert(id.to_owned(), number);
        number
    }

    /// By number, where the id stands among all ids in the order of their texts.
    pub(super) fn in_order(&self) -> Vec<u32> {
        ranks(&self.ids)
    }

    /// The id of a number.
    pub(super) fn id(&self, number: u32) -> &str {
        &self.ids[number as usize]
    }
}

/// Where each text stands among all of them, which are distinct.
pub(super) fn ranks(texts: &[String]) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..).take(texts.len()).collect();
    numbers.sort_unstable_by_key(|number| &texts[*number as usize]);
    let mut ranks = vec![0; numbers.len()];
    for (rank, number) in (0..).zip(numbers) {
        ranks[number as usize] = rank;
    }
    ranks
}
