//! The distinct words of a column, each understood once.

use std::collections::HashMap;

/// The distinct texts of one column of a chunk, with the id each stands for.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    texts: Vec<String>,
    ids: Vec<Option<String>>,
    numbers: HashMap<String, u32, foldhash::fast::FixedState>,
    /// Numbers asked for lately, by a quick look at the text: coding sheets repeat few words over many rows.
    recent: Vec<u32>,
}

/// How many numbers are kept at hand.
const N_RECENT: usize = 256;

/// Where a text may be kept at hand: by its first and last bytes and its length.
#[inline]
fn place(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (head, tail) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(head), Some(tail)) => (u64::from(u32::from_le_bytes(*head)), u64::from(u32::from_le_bytes(*tail))),
            _ => {
                let at = |index: usize| u64::from(bytes.get(index).copied().unwrap_or_default());
                (at(0) | at(1) << 8, at(2))
            }
        },
    };
    let mixed = (head ^ tail.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 56) as usize
}

impl Dictionary {
    /// The number of a text; a new one is understood by `resolve`, `None` meaning that nobody knows it.
    pub fn number(&mut self, text: &str, resolve: impl FnOnce(&str) -> Option<String>) -> u32 {
        let place = place(text);
        if let Some(recent) =
            self.recent.get(place).filter(|recent| self.texts.get(**recent as usize).is_some_and(|known| known == text))
        {
            return *recent;
        }
        self.recent.resize(N_RECENT, u32::MAX);
        if let Some(number) = self.numbers.get(text) {
            self.recent[place] = *number;
            return *number;
        }
        let number = u32::try_from(self.texts.len()).expect("invariant: a chunk has fewer rows than u32 counts");
        self.numbers.insert(text.to_owned(), number);
        self.ids.push(resolve(text));
        self.texts.push(text.to_owned());
        self.recent[place] = number;
        number
    }

    /// The number of a text that stands for `id` here and may stand for another elsewhere: one name, two entries with
    /// different days.
    pub fn number_as(&mut self, text: &str, id: &str) -> u32 {
        let key = format!("{text}\u{1f}{id}");
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).expect("invariant: a chunk has fewer rows than u32 counts");
        self.numbers.insert(key, number);
        self.ids.push(Some(id.to_owned()));
        self.texts.push(text.to_owned());
        number
    }

    /// The text as written.
    pub fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    /// The id it stands for.
    pub fn id(&self, number: u32) -> Option<&str> {
        self.ids[number as usize].as_deref()
    }

    /// The numbers of the texts that nobody knows.
    pub fn unknown(&self) -> Vec<u32> {
        (0..).zip(&self.ids).filter(|(_, id)| id.is_none()).map(|(number, _)| number).collect()
    }

    /// The ids by number; the unknown are empty.
    pub fn ids(&self) -> &[Option<String>] {
        &self.ids
    }
}
