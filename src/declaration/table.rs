//! One table of a TOML file, read key by key; what nobody asked for is unknown.

use std::cell::RefCell;
use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE};
use super::{Document, Written};
use crate::diagnostic::did_you_mean;
use crate::unit::Decimal;

/// One table being read. Each getter answers `None` for an absent key and for a mistake, which it reports itself.
#[derive(Debug)]
pub struct Table<'d> {
    document: &'d Document,
    name: String,
    /// Is it one of several of this name?
    is_of_list: bool,
    span: Range<usize>,
    entries: &'d DeTable<'d>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'d> Table<'d> {
    pub(super) fn new(document: &'d Document, name: String, span: Range<usize>, entries: &'d DeTable<'d>) -> Self {
        Table { document, name, is_of_list: false, span, entries, asked: RefCell::default() }
    }

    /// The file this table stands in.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// Where the table stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Is the key there? Counts as asked for.
    pub fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    fn get(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key)
    }

    /// Does the table hold the key? Does not count as asked for.
    pub fn is_written(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Is the value of this key a text?
    pub fn is_text(&self, key: &str) -> bool {
        self.entries.get(key).is_some_and(|value| value.get_ref().is_str())
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = words_for_type(value.get_ref());
        self.document.report(&WRONG_TYPE, value.span(), format!("`{key}` is {found}, expected {expected}"), None);
    }

    /// Reports that `key` has to be there where `found` is nothing because the key is absent.
    pub fn require<T>(&self, key: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.entries.contains_key(key) {
            let of = if self.name.is_empty() { "the file".to_owned() } else { format!("`{}`", self.heading()) };
            self.document.report(&MISSING_KEY, self.span.clone(), format!("{of} has no `{key}`"), None);
        }
        found
    }

    /// A text, not empty.
    pub fn text(&self, key: &'static str) -> Option<Written<String>> {
        let value = self.get(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "text");
            return None;
        };
        if text.trim().is_empty() {
            self.document.report(&WRONG_VALUE, value.span(), format!("`{key}` is empty"), None);
            return None;
        }
        Some(Written { value: text.to_owned(), span: value.span() })
    }

    /// A number as it is written, with its decimals, or a text.
    pub fn as_written(&self, key: &'static str) -> Option<Written<String>> {
        let value = self.get(key)?;
        let digits = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => return self.text(key),
        };
        Some(Written { value: digits.to_owned(), span: value.span() })
    }

    /// `true` or `false`.
    pub fn boolean(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            self.wrong_type(key, value, "true or false");
        }
        found
    }

    /// A whole number within `range`.
    pub fn integer(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Option<Written<i64>> {
        let value = self.get(key)?;
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(key, value, "a whole number");
            return None;
        };
        match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if range.contains(&number) => Some(Written { value: number, span: value.span() }),
            _ => {
                let message = format!("`{key}` is {}, expected {} to {}", integer.as_str(), range.start(), range.end());
                self.document.report(&WRONG_VALUE, value.span(), message, None);
                None
            }
        }
    }

    /// An exact decimal, zero or more; read from its digits, never through a float.
    pub fn decimal(&self, key: &'static str) -> Option<Written<Decimal>> {
        let value = self.get(key)?;
        self.decimal_of(key, value)
    }

    fn decimal_of(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Written<Decimal>> {
        let digits = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => {
                self.wrong_type(key, value, "a number");
                return None;
            }
        };
        match digits.parse::<Decimal>() {
            Ok(number) if !number.is_negative() => Some(Written { value: number, span: value.span() }),
            _ => {
                let message = format!("`{key}` is {digits}, expected a plain number, zero or more");
                self.document.report(&WRONG_VALUE, value.span(), message, None);
                None
            }
        }
    }

    /// A bare date: `2011-11-30`.
    pub fn date(&self, key: &'static str) -> Option<Written<NaiveDate>> {
        let value = self.get(key)?;
        let written = value.get_ref().as_datetime().filter(|datetime| datetime.time.is_none());
        let date = written
            .and_then(|datetime| datetime.date)
            .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)));
        if date.is_none() {
            self.wrong_type(key, value, "a bare date such as 2011-11-30");
        }
        date.map(|date| Written { value: date, span: value.span() })
    }

    /// A list of texts; absent is empty.
    pub fn texts(&self, key: &'static str) -> Vec<Written<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(array.len());
        for element in array.iter() {
            match element.get_ref().as_str() {
                Some(text) => texts.push(Written { value: text.to_owned(), span: element.span() }),
                None => self.wrong_type(key, element, "a list of texts"),
            }
        }
        texts
    }

    /// One of a fixed list of words.
    pub fn choice<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let written = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == written.value);
        if found.is_none() {
            let possible: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.document.report_unknown(written.span, key, &written.value, &possible);
        }
        found.map(|(_, value)| *value)
    }

    /// A table inside this one.
    pub fn table<T>(&self, key: &'static str, read: impl FnOnce(&Table<'d>) -> T) -> Option<T> {
        let value = self.get(key)?;
        self.table_of(key, false, value, read)
    }

    /// A list of tables (`[[source]]`); absent is empty. `read` answers `None` for one it cannot use.
    pub fn tables<T>(&self, key: &'static str, mut read: impl FnMut(&Table<'d>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &format!("a list of tables, written [[{}]]", self.path(key)));
            return Vec::new();
        };
        array.iter().filter_map(|element| self.table_of(key, true, element, &mut read).flatten()).collect()
    }

    /// Every entry of a table whose keys are the user's own words, each read as a text.
    pub fn words(&self, key: &'static str) -> Vec<(Written<String>, Written<String>)> {
        self.own_keys(key, |table, word, value| match value.get_ref().as_str() {
            Some(text) => Some(Written { value: text.to_owned(), span: value.span() }),
            None => {
                table.wrong_type(word, value, "text");
                None
            }
        })
    }

    /// Every entry of a table whose keys are the user's own words, each read as a number, zero or more.
    pub fn numbers(&self, key: &'static str) -> Vec<(Written<String>, Written<Decimal>)> {
        self.own_keys(key, |table, word, value| table.decimal_of(word, value))
    }

    fn own_keys<T>(
        &self,
        key: &'static str,
        read: impl Fn(&Self, &str, &Spanned<DeValue<'d>>) -> Option<T>,
    ) -> Vec<(Written<String>, T)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return Vec::new();
        };
        let mut pairs: Vec<(Written<String>, T)> = entries
            .iter()
            .filter_map(|(word, value)| {
                let read = read(self, word.get_ref(), value)?;
                Some((Written { value: word.get_ref().to_string(), span: word.span() }, read))
            })
            .collect();
        pairs.sort_by_key(|(word, _)| word.span.start);
        pairs
    }

    fn table_of<T>(
        &self,
        key: &'static str,
        is_of_list: bool,
        value: &'d Spanned<DeValue<'d>>,
        read: impl FnOnce(&Table<'d>) -> T,
    ) -> Option<T> {
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return None;
        };
        let table = Table { is_of_list, ..Table::new(self.document, self.path(key), value.span(), entries) };
        let made = read(&table);
        table.refuse_unknown_keys();
        Some(made)
    }

    /// Its heading as TOML writes it.
    fn heading(&self) -> String {
        if self.is_of_list { format!("[[{}]]", self.name) } else { format!("[{}]", self.name) }
    }

    fn path(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    pub(super) fn refuse_unknown_keys(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries.iter().filter(|(key, _)| !asked.contains(&key.get_ref().as_ref())) {
            let of = if self.name.is_empty() { String::new() } else { format!(" in `{}`", self.heading()) };
            let message = format!("unknown key `{}`{of}", key.get_ref());
            let hint = did_you_mean(key.get_ref(), asked.iter().copied()).or_else(|| {
                let mut known = asked.clone();
                let mut seen = std::collections::BTreeSet::new();
                known.retain(|key| seen.insert(*key));
                Some(format!("known here: {}", known.join(", ")))
            });
            self.document.report(&UNKNOWN_KEY, key.span(), message, hint);
        }
    }
}

/// What a value is, in words of people who never programmed.
fn words_for_type(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
