//! The distinct words of a column, each understood once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

use super::DIGESTS;

/// The distinct texts of one column of a chunk, with the id each stands for. The texts lie behind each other, for a column of the
/// desk's own ids has as many as rows.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    text: String,
    /// Where each text ends in it.
    ends: Vec<usize>,
    ids: Vec<Id>,
    /// By a digest of its text, or the next free one.
    numbers: HashMap<u64, u32, foldhash::fast::FixedState>,
    /// By text and id, of texts that stand for several.
    shared: HashMap<(String, String), u32, foldhash::fast::FixedState>,
    /// Texts asked for lately: coding sheets repeat few words over many rows.
    recent: Vec<Recent>,
}

/// What a text stands for.
#[derive(Debug, Clone)]
enum Id {
    /// Nobody knows it.
    Unknown,
    /// For itself: the desk's own name.
    Text,
    /// An entry of the codebook.
    Entry(String),
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
    fn of(bytes: &[u8]) -> Ends {
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
    pub fn number<'t>(&mut self, text: &'t str, resolve: impl FnOnce(&'t str) -> Option<Cow<'t, str>>) -> u32 {
        let ends = Ends::of(text.as_bytes());
        match self.recent.get(ends.place()) {
            Some(recent) if recent.ends == ends && (ends.is_all() || self.text(recent.number) == text) => recent.number,
            _ => self.number_anew(text, ends, resolve),
        }
    }

    /// The number of a text that was asked for lately and is not empty.
    #[inline]
    pub(super) fn known(&self, text: &[u8]) -> Option<u32> {
        let ends = Ends::of(text);
        let recent = self.recent.get(ends.place()).filter(|recent| recent.ends == ends && !text.is_empty())?;
        (ends.is_all() || self.text(recent.number).as_bytes() == text).then_some(recent.number)
    }

    /// The number of a text that is not at hand.
    fn number_anew<'t>(
        &mut self,
        text: &'t str,
        ends: Ends,
        resolve: impl FnOnce(&'t str) -> Option<Cow<'t, str>>,
    ) -> u32 {
        let mut key = DIGESTS.hash_one(text);
        let number = loop {
            match self.numbers.get(&key) {
                Some(number) if self.text(*number) == text => break *number,
                Some(_) => key = key.wrapping_add(1),
                None => {
                    let id = match resolve(text) {
                        None => Id::Unknown,
                        Some(id) if id == text => Id::Text,
                        Some(id) => Id::Entry(id.into_owned()),
                    };
                    let number = self.add(text, id);
                    self.numbers.insert(key, number);
                    break number;
                }
            }
        };
        // No text is as long.
        let none = Recent { ends: Ends { head: 0, tail: 0, length: usize::MAX }, number: 0 };
        self.recent.resize(N_RECENT, none);
        self.recent[ends.place()] = Recent { ends, number };
        number
    }

    /// The number of a text that stands for `id` here and may stand for another elsewhere: one name, two entries with
    /// different days.
    pub fn number_as(&mut self, text: &str, id: &str) -> u32 {
        let key = (text.to_owned(), id.to_owned());
        if let Some(number) = self.shared.get(&key) {
            return *number;
        }
        let number = self.add(text, Id::Entry(id.to_owned()));
        self.shared.insert(key, number);
        number
    }

    fn add(&mut self, text: &str, id: Id) -> u32 {
        let number = u32::try_from(self.ends.len()).expect("invariant: a chunk has fewer rows than u32 counts");
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.ids.push(id);
        number
    }

    /// How many texts there are.
    pub fn n_texts(&self) -> usize {
        self.ends.len()
    }

    /// The text as written.
    pub fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[number]]
    }

    /// The id it stands for.
    pub fn id(&self, number: u32) -> Option<&str> {
        match &self.ids[number as usize] {
            Id::Unknown => None,
            Id::Text => Some(self.text(number)),
            Id::Entry(id) => Some(id),
        }
    }

    /// The numbers of the texts that nobody knows.
    pub fn unknown(&self) -> Vec<u32> {
        (0..).zip(&self.ids).filter(|(_, id)| matches!(id, Id::Unknown)).map(|(number, _)| number).collect()
    }

    /// The ids by number; the unknown have none.
    pub fn ids(&self) -> impl Iterator<Item = Option<&str>> {
        (0..).zip(&self.ids).map(|(number, _)| self.id(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number_and_stands_for_what_was_found_first() {
        fn resolve(text: &str) -> Option<Cow<'_, str>> {
            match text {
                "Reds" => Some(Cow::from("reds")),
                "nobody" => None,
                own => Some(Cow::from(own)),
            }
        }
        let mut words = Dictionary::default();
        let texts = ["Reds", "i1", "", "nobody", "Reds", "a text of more than sixteen bytes", "i1", "é"];
        let numbers = texts.map(|text| words.number(text, resolve));
        assert_eq!(numbers, [0, 1, 2, 3, 0, 4, 1, 5]);
        assert_eq!([0, 1, 3, 4, 5].map(|n| words.id(n)), [Some("reds"), Some("i1"), None, Some(texts[5]), Some("é")]);
        assert_eq!((words.text(0), words.text(2), words.unknown(), words.n_texts()), ("Reds", "", vec![3], 6));
        let of_march = words.number_as("Reds", "reds-of-march");
        assert_eq!([words.number("Reds", resolve), words.number_as("Reds", "reds-of-march")], [0, of_march]);
        assert_eq!(words.id(of_march), Some("reds-of-march"));
    }

    proptest::proptest! {
        #[test]
        fn numbers_are_those_of_a_list(texts in proptest::collection::vec("[ab]{0,3}|[a-z]{15,18}", 0..60)) {
            let (mut words, mut list): (Dictionary, Vec<&String>) = Default::default();
            for text in &texts {
                let expected = list.iter().position(|known| *known == text).unwrap_or_else(|| {
                    list.push(text);
                    list.len() - 1
                });
                proptest::prop_assert_eq!(words.number(text, |_| None) as usize, expected);
                proptest::prop_assert_eq!(words.text(u32::try_from(expected).unwrap()), text);
            }
        }
    }
}
