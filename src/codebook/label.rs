//! A name in several languages.

use std::collections::BTreeMap;

use crate::declaration::Table;

/// A name per language tag. A plain text stands for every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    by_language: BTreeMap<String, String>,
}

/// The tag of a name given as one text.
const ANY: &str = "";

impl Label {
    /// A name that is the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        Label { by_language: BTreeMap::from([(ANY.to_owned(), text.into())]) }
    }

    /// Reads `name = "..."` or `name = { en = "...", kk = "..." }`.
    pub fn read(table: &Table<'_>) -> Option<Label> {
        table.require("name", Label::read_key(table, "name"))
    }

    /// The same under another key, which may be missing.
    pub fn read_key(table: &Table<'_>, key: &'static str) -> Option<Label> {
        if !table.has(key) {
            return None;
        }
        if table.is_text(key) {
            return table.text(key).map(|text| Label::plain(text.value));
        }
        let by_language = table.words(key).into_iter().map(|(tag, text)| (tag.value, text.value)).collect();
        Some(Label { by_language })
    }

    /// The name in `language`; else the one that stands for every language, else English, else the first by tag.
    pub fn in_language(&self, language: &str) -> &str {
        let names = &self.by_language;
        let found = names.get(language).or_else(|| names.get(ANY)).or_else(|| names.get("en"));
        found.or_else(|| names.values().next()).map_or("", String::as_str)
    }

    /// The name in exactly this language, where there is one.
    pub fn exactly(&self, language: &str) -> Option<&str> {
        self.by_language.get(language).map(String::as_str)
    }

    /// Has it a name in `language`, or one for every language?
    pub fn speaks(&self, language: &str) -> bool {
        self.by_language.contains_key(language) || self.by_language.contains_key(ANY)
    }

    /// The name with words behind it, in every language.
    pub fn extended(&self, words: &str) -> Self {
        let extended = |(tag, name): (&String, &String)| (tag.clone(), format!("{name}{words}"));
        Label { by_language: self.by_language.iter().map(extended).collect() }
    }

    /// Every spelling.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.by_language.values().map(String::as_str)
    }
}
