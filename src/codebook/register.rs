//! A register: the entries of one kind, found by id, name or alias.

use std::collections::BTreeMap;

use super::{Label, folded, read_id};
use crate::declaration::{Table, WRONG_VALUE};

/// One entry with what every entry has: an id, a name, and the spellings coders use.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// `[a-z0-9-]{1,40}`
    pub id: String,
    /// The printed name.
    pub name: Label,
    /// Where it is declared.
    pub span: std::ops::Range<usize>,
    /// What this kind of entry has of its own.
    pub own: T,
}

/// The entries of one kind, in the order of the codebook, found by any of their spellings.
#[derive(Debug, Clone)]
pub struct Register<T> {
    entries: Vec<Entry<T>>,
    by_spelling: BTreeMap<String, usize>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Register { entries: Vec::new(), by_spelling: BTreeMap::new() }
    }
}

impl<T> Register<T> {
    /// Reads `[[key]]`: id, name, aliases, and what `read` takes. Two entries under one spelling are refused.
    pub fn read(table: &Table<'_>, key: &'static str, read: impl Fn(&Table<'_>) -> Option<T>) -> Register<T> {
        let mut register = Register::default();
        table.tables(key, |entry| {
            let (id, name, aliases) = (read_id(entry), Label::read(entry), entry.texts("aliases"));
            let own = read(entry);
            let (id, name, own) = (id?, name?, own?);
            if register.by_id(&id.value).is_some() {
                let message = format!("two entries of `{key}` have the id `{}`", id.value);
                entry.document().report(&WRONG_VALUE, id.span, message, None);
                return None;
            }
            let number = register.entries.len();
            let spellings = name.all().map(str::to_owned).chain(aliases.into_iter().map(|alias| alias.value));
            let mut own_spellings: Vec<String> = vec![id.value.clone()];
            for spelling in spellings {
                if own_spellings.iter().all(|known| folded(known) != folded(&spelling)) {
                    own_spellings.push(spelling);
                }
            }
            for spelling in &own_spellings {
                if let Some(taken) = register.claim(spelling, number) {
                    let message = format!("`{spelling}` is already a spelling of `{taken}`");
                    entry.document().report(&WRONG_VALUE, id.span.clone(), message, None);
                }
            }
            register.entries.push(Entry { id: id.value, name, span: id.span, own });
            Some(())
        });
        register
    }

    /// Gives a spelling to entry `number`; answers the id that already has it.
    fn claim(&mut self, spelling: &str, number: usize) -> Option<String> {
        let holder = *self.by_spelling.entry(folded(spelling)).or_insert(number);
        (holder != number).then(|| self.entries[holder].id.clone())
    }

    /// The entry a coder means: by id, name or alias; case, blanks and quotation marks do not matter.
    pub fn find(&self, spelling: &str) -> Option<&Entry<T>> {
        self.by_spelling.get(&folded(spelling)).map(|number| &self.entries[*number])
    }

    /// The entry with exactly this id.
    pub fn by_id(&self, id: &str) -> Option<&Entry<T>> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries in the order of the codebook.
    pub fn iter(&self) -> impl Iterator<Item = &Entry<T>> {
        self.entries.iter()
    }

    /// The ids in the order of the codebook.
    pub fn ids(&self) -> Vec<&str> {
        self.entries.iter().map(|entry| entry.id.as_str()).collect()
    }

    /// Every spelling that is known, folded.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.by_spelling.keys().map(String::as_str)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Is there no entry?
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Where an id stands in the codebook; what the codebook lacks stands last.
    pub fn rank(&self, id: &str) -> usize {
        self.entries.iter().position(|entry| entry.id == id).unwrap_or(usize::MAX)
    }

    /// The printed name of an id in a language; the id itself where the codebook lacks it.
    pub fn label<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        self.by_id(id).map_or(id, |entry| entry.name.in_language(language))
    }
}
