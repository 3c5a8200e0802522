//! A register: the entries of one kind, found by id, name or alias.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{ALIKE, FORMULA_LIKE, IDS_ALIKE, TWO_AT_ONCE, UNSEEN};
use super::folding::unquoted;
use super::{Label, folded, read_id};
use crate::declaration::{Table, WRONG_VALUE, Written};
use crate::diagnostic::{is_unseen, shown};

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
    by_spelling: BTreeMap<String, Vec<usize>>,
    written: BTreeSet<String>,
    unquoted: BTreeSet<String>,
    has_shared: bool,
}

/// May two entries have one spelling?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// They are never both meant.
    Allowed,
    /// They may, and their days overlap.
    AtOnce,
    /// They may not.
    Refused,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Register {
            entries: Vec::new(),
            by_spelling: BTreeMap::new(),
            written: BTreeSet::new(),
            unquoted: BTreeSet::new(),
            has_shared: false,
        }
    }
}

impl<T> Register<T> {
    /// Reads `[[key]]`: id, name, aliases, and what `read` takes. Two entries under one spelling are refused.
    pub fn read(table: &Table<'_>, key: &'static str, read: impl Fn(&Table<'_>) -> Option<T>) -> Register<T> {
        Register::read_sharing(table, key, read, |_, _| Sharing::Refused)
    }

    /// The same, where `sharing` says whether two entries may have one spelling.
    pub(super) fn read_sharing(
        table: &Table<'_>,
        key: &'static str,
        read: impl Fn(&Table<'_>) -> Option<T>,
        sharing: impl Fn(&T, &T) -> Sharing,
    ) -> Register<T> {
        let mut register = Register::default();
        table.tables(key, |entry| {
            let twin = register.twin_in_other_case(entry);
            if let Some(written) = &twin {
                let message = format!("two entries of `{key}` have ids that differ in case only");
                entry.document().report(&IDS_ALIKE, written.span.clone(), message, None);
            }
            let id = if twin.is_none() { read_id(entry) } else { None };
            let (id, name, aliases) = (id, Label::read(entry), entry.texts("aliases"));
            let own = read(entry);
            let (id, name, own) = (id?, name?, own?);
            if register.by_id(&id.value).is_some() {
                let message = format!("two entries of `{key}` have the id `{}`", id.value);
                entry.document().report(&WRONG_VALUE, id.span, message, None);
                return None;
            }
            let spellings = name.all().map(str::to_owned).chain(aliases.into_iter().map(|alias| alias.value));
            let mut own_spellings: Vec<String> = vec![id.value.clone()];
            for spelling in spellings {
                look_at(entry, &id, &spelling);
                if own_spellings.iter().all(|known| known != &spelling) {
                    own_spellings.push(spelling);
                }
            }
            let is_twin = |other: &Entry<T>| sharing(&own, &other.own);
            for (spelling, taken, found) in register.taken(&own_spellings, is_twin) {
                let (code, message) = match found {
                    Sharing::AtOnce => (&TWO_AT_ONCE, format!("`{spelling}` is also `{taken}`, on days of both")),
                    _ => (&ALIKE, format!("`{spelling}` is already a spelling of `{taken}`")),
                };
                entry.document().report(code, id.span.clone(), message, None);
            }
            let number = register.entries.len();
            for spelling in &own_spellings {
                let holders = register.by_spelling.entry(folded(spelling)).or_default();
                if !holders.contains(&number) {
                    holders.push(number);
                    register.has_shared |= holders.len() > 1;
                }
            }
            register.unquoted.extend(own_spellings.iter().map(|spelling| unquoted(spelling)));
            register.written.extend(own_spellings);
            register.entries.push(Entry { id: id.value, name, span: id.span, own });
            Some(())
        });
        register
    }

    /// The id of an entry that another one has in lower case.
    fn twin_in_other_case(&self, entry: &Table<'_>) -> Option<Written<String>> {
        let id = entry.text("id")?;
        let lower = id.value.to_lowercase();
        (lower != id.value && self.by_id(&lower).is_some()).then_some(id)
    }

    /// The spellings that others have and may not share, with their holder.
    fn taken(&self, spellings: &[String], sharing: impl Fn(&Entry<T>) -> Sharing) -> Vec<(String, String, Sharing)> {
        let mut taken: Vec<(String, String, Sharing)> = Vec::new();
        for spelling in spellings {
            let holders = self.by_spelling.get(&folded(spelling)).into_iter().flatten();
            for holder in holders.map(|number| &self.entries[*number]) {
                let found = sharing(holder);
                let is_said = taken.iter().any(|(_, id, _)| *id == holder.id);
                if found != Sharing::Allowed && !is_said {
                    taken.push((spelling.clone(), holder.id.clone(), found));
                }
            }
        }
        taken
    }

    /// The entry a coder means: by id, name or alias; case, blanks and quotation marks do not matter.
    pub fn find(&self, spelling: &str) -> Option<&Entry<T>> {
        self.find_all(spelling).next()
    }

    /// Every entry with this spelling, in the order of the codebook.
    pub fn find_all(&self, spelling: &str) -> impl Iterator<Item = &Entry<T>> {
        self.by_spelling.get(&folded(spelling)).into_iter().flatten().map(|number| &self.entries[*number])
    }

    /// Is any spelling that of several entries?
    pub fn has_shared_names(&self) -> bool {
        self.has_shared
    }

    /// Does the codebook write it exactly so, but for quotation marks and the blanks around it?
    pub fn is_written_so(&self, spelling: &str) -> bool {
        self.unquoted.contains(&unquoted(spelling))
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

    /// Every spelling as the codebook writes it.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        self.written.iter().map(String::as_str)
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

/// Says what is odd about a spelling: characters nobody sees, or a beginning that a spreadsheet computes.
fn look_at(entry: &Table<'_>, id: &Written<String>, spelling: &str) {
    if spelling.chars().any(is_unseen) {
        let message = format!("`{}` holds characters that cannot be seen", shown(spelling));
        entry.document().report(&UNSEEN, id.span.clone(), message, Some("type the name again".to_owned()));
    }
    if spelling.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) && spelling.parse::<f64>().is_err()
    {
        let message = format!("`{}` begins like a formula", shown(spelling));
        entry.document().report(&FORMULA_LIKE, id.span.clone(), message, None);
    }
}
