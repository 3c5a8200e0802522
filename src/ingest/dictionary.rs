//! The distinct words of a column, each understood once.

use std::collections::HashMap;

/// The distinct texts of one column of a chunk, with the id each stands for.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    texts: Vec<String>,
    ids: Vec<Option<String>>,
    numbers: HashMap<String, u32, foldhash::fast::FixedState>,
    /// Texts asked for lately: coding sheets repeat few words over many rows.
    recent: Vec<Recent>,
}

/// How many texts are kept at hand: as many as a byte has values.
const N_RECENT: usize = 1 << u8::BITS;

/// A text asked for lately, by its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Recent {
    ends: Ends,
    number: u32,
}

/// The first and last bytes of a text and its length: where [`Ends::is_all`], that is all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ends {
    head: u64,
    tail: u64,
    length: usize,
}

impl Ends {
    #[inline]
    fn of(text: &str) -> Ends {
        let bytes = text.as_bytes();
        let (head, tail) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(head), Some(tail)) => {
                    (u64::from(u32::from_le_bytes(*head)), u64::from(u32::from_le_bytes(*tail)))
                }
                _ => {
                    let at = |index: usize| u64::from(bytes.get(index).copied().unwrap_or_default());
                    (at(0) | at(1) << 8, at(2))
                }
            },
        };
        Ends { head, tail, length: bytes.len() }
    }

    /// Is there nothing between them?
    #[inline]
    fn is_all(&self) -> bool {
        self.length <= 16
    }

    /// Where the text may be kept at hand.
    #[inline]
    fn place(&self) -> usize {
        let mixed = (self.head ^ self.tail.rotate_left(29) ^ self.length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::from(mixed.to_be_bytes()[0])
    }
}

impl Dictionary {
    /// The number of a text; a new one is understood by `resolve`, `None` meaning that nobody knows it.
    #[inline]
    pub fn number(&mut self, text: &str, resolve: impl FnOnce(&str) -> Option<String>) -> u32 {
        let ends = Ends::of(text);
        match self.recent.get(ends.place()) {
            Some(recent)
                if recent.ends == ends && (ends.is_all() || self.texts[recent.number as usize].as_str() == text) =>
            {
                recent.number
            }
            _ => self.number_anew(text, ends, resolve),
        }
    }

    /// The number of a text that is not at hand.
    fn number_anew(&mut self, text: &str, ends: Ends, resolve: impl FnOnce(&str) -> Option<String>) -> u32 {
        let number = self.numbers.get(text).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.texts.len()).expect("invariant: a chunk has fewer rows than u32 counts");
            self.numbers.insert(text.to_owned(), number);
            self.ids.push(resolve(text));
            self.texts.push(text.to_owned());
            number
        });
        // No text is as long.
        let none = Recent { ends: Ends { head: 0, tail: 0, length: usize::MAX }, number: 0 };
        self.recent.resize(N_RECENT, none);
        self.recent[ends.place()] = Recent { ends, number };
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
