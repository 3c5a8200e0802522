//! The distinct words of a column, each understood once.

use std::collections::HashMap;

/// The distinct texts of one column of a chunk, with the id each stands for.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    texts: Vec<String>,
    ids: Vec<Option<String>>,
    numbers: HashMap<String, u32, foldhash::fast::FixedState>,
    /// The number asked for last: coding sheets repeat a word over many rows.
    last: Option<u32>,
}

impl Dictionary {
    /// The number of a text; a new one is understood by `resolve`, `None` meaning that nobody knows it.
    pub fn number(&mut self, text: &str, resolve: impl FnOnce(&str) -> Option<String>) -> u32 {
        if let Some(last) = self.last.filter(|last| self.texts[*last as usize] == text) {
            return last;
        }
        if let Some(number) = self.numbers.get(text) {
            self.last = Some(*number);
            return *number;
        }
        let number = u32::try_from(self.texts.len()).expect("invariant: a chunk has fewer rows than u32 counts");
        self.numbers.insert(text.to_owned(), number);
        self.ids.push(resolve(text));
        self.texts.push(text.to_owned());
        self.last = Some(number);
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
