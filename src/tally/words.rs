//! Ids as numbers while a tally grows: a row of sums takes bytes, not texts.

use std::collections::HashMap;

/// The ids seen so far, each with its number.
#[derive(Debug, Default)]
pub(super) struct Words {
    ids: Vec<String>,
    numbers: HashMap<String, u32>,
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

    /// The id of a number.
    pub(super) fn id(&self, number: u32) -> &str {
        &self.ids[number as usize]
    }
}
