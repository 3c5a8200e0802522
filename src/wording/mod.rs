//! What is said to readers, in their language: catalogues of messages, and how numbers and dates are written.
//!
//! In: a language tag, a study's own catalogue. Out: a [`Wording`] that says every message of the house.
//! Never: knows a figure or a page; touches a file for machines.
//! To add a language: a file of every message of `en/` below a folder of its tag, listed in `catalogue.rs`; without Rust, a
//! catalogue in the study's folder, named under `words` in study.toml.

mod catalogue;
mod codes;
mod number;
mod said;

pub use catalogue::{BUILT_IN, Catalogue, built_in_text, values_of_messages};
pub(crate) use codes::CODES;
pub use said::{Message, Said};

use std::fmt;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use crate::diagnostic::Diagnostic;
use crate::unit::{Amount, Unit};
use codes::NO_CATALOGUE;

/// Says a message of the catalogues: `say!(study, "items", n = 3)`. What is said comes from the `wording` of the first argument.
macro_rules! say {
    ($teller:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $teller.wording.say($id, &[$((stringify!($name), $crate::wording::Said::from($value))),*])
    };
}
pub(crate) use say;

/// Every message in one language. What its catalogues lack is said in English.
#[derive(Clone)]
pub struct Wording(Arc<Shelf>);

struct Shelf {
    language: String,
    /// The study's own catalogue, the language's, English.
    catalogues: Vec<Arc<Catalogue>>,
    right_to_left: bool,
    /// Are amounts written in seconds and with every digit?
    exact: bool,
}

impl Wording {
    /// The wording of a language, and what is wrong with a study's own catalogue.
    ///
    /// `own`: the place and the text of that catalogue. A language without any catalogue is a finding; names are then in that
    /// language and words in English.
    pub fn of(language: &str, own: Option<(&str, &str)>) -> (Wording, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut catalogues = Vec::new();
        if let Some((place, text)) = own {
            let (catalogue, found) = Catalogue::of_study(language, place, text);
            catalogues.push(Arc::new(catalogue));
            findings.extend(found);
        }
        catalogues.extend(Catalogue::built_in(language).map(Arc::new));
        if catalogues.is_empty() {
            findings.push(NO_CATALOGUE.of(language));
        }
        // Whose words are said decides how they run: names alone turn no sentence.
        let right_to_left = catalogues.first().is_some_and(|catalogue| catalogue.is_right_to_left());
        if language != "en" {
            catalogues.extend(Catalogue::built_in("en").map(Arc::new));
        }
        let spoken = catalogues.first().map_or("en", |catalogue| catalogue.language()).to_owned();
        (Wording(Arc::new(Shelf { language: spoken, catalogues, right_to_left, exact: false })), findings)
    }

    /// The same with amounts in seconds, cm² and appearances, every digit of them.
    #[must_use]
    pub fn with_exact_amounts(&self) -> Wording {
        let shelf = &self.0;
        Wording(Arc::new(Shelf {
            language: shelf.language.clone(),
            catalogues: shelf.catalogues.clone(),
            right_to_left: shelf.right_to_left,
            exact: true,
        }))
    }

    /// English.
    pub fn english() -> Wording {
        Wording::of("en", None).0
    }

    /// The language words are said in.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Is it read from right to left?
    pub fn is_right_to_left(&self) -> bool {
        self.0.right_to_left
    }

    /// One message with what it speaks of.
    ///
    /// Panics for a message that English lacks: a test reads every message that the source asks for.
    pub fn say(&self, id: &str, said: &[(&str, Said)]) -> String {
        let found = self.0.catalogues.iter().find_map(|catalogue| catalogue.say(self, id, said));
        found.unwrap_or_else(|| panic!("invariant: the English catalogue has the message `{id}`"))
    }

    /// Does some catalogue of the wording have it? For messages that name a word of a codebook, such as `ownership-state`.
    pub fn has(&self, id: &str) -> bool {
        self.0.catalogues.iter().any(|catalogue| catalogue.has(id))
    }

    /// A word of the codebook or study, in the language where a catalogue has `kind-word`; else as it stands.
    pub fn word(&self, kind: &str, word: &str) -> String {
        let id = format!("{kind}-{word}");
        if self.has(&id) { self.say(&id, &[]) } else { word.to_owned() }
    }

    /// A number as the language writes it: `1234.8` as `1,234.8`, `1 234,8`. Its sign stays as it is.
    pub fn number(&self, plain: &str) -> String {
        number::written(self.language(), plain)
    }

    /// A number in digits with a dot, as a percentage with its sign: `52.0%`, `52,0 %`.
    pub fn percent(&self, plain: &str) -> String {
        let number =
            if plain.starts_with(|c: char| c.is_ascii_digit()) { self.number(plain) } else { plain.to_owned() };
        self.say("percent", &[("number", number.into())])
    }

    /// The number of an amount in the unit people read: minutes with one decimal, whole cm², appearances.
    pub fn amount_number(&self, amount: Amount) -> String {
        let digits = if self.0.exact { amount.machine_number() } else { amount.printed_digits() };
        self.number(&digits)
    }

    /// An amount with its unit: `26.9 min`.
    pub fn amount(&self, amount: Amount) -> String {
        let id = match amount.unit() {
            Unit::Time if self.0.exact => "amount-seconds",
            Unit::Time => "amount-time",
            Unit::Area => "amount-area",
            Unit::Count => "amount-count",
        };
        self.say(id, &[("number", self.amount_number(amount).into()), ("n", amount.whole().into())])
    }

    /// The unit alone, as a column heading: `min`, `cm²`, `appearances`.
    pub fn unit(&self, unit: Unit) -> String {
        if self.0.exact && unit == Unit::Time {
            self.say("unit-s", &[])
        } else {
            self.word("unit", unit.machine_name())
        }
    }

    /// `30 November – 10 December 2011`, saying month and year once where they are the same.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            return self.day(from);
        }
        let month = |date: NaiveDate| Said::from(self.say(&format!("month-{}", date.month()), &[]));
        let number = |n: u32| Said::from(n.to_string());
        let year = Said::from(to.year().to_string());
        let (first, last) = (number(from.day()), number(to.day()));
        match (from.year() == to.year(), from.month() == to.month()) {
            (true, true) => {
                self.say("days-of-month", &[("from", first), ("to", last), ("month", month(to)), ("year", year)])
            }
            (true, false) => self.say(
                "days-of-year",
                &[("from", first), ("frommonth", month(from)), ("to", last), ("month", month(to)), ("year", year)],
            ),
            _ => self.say("days", &[("from", self.day(from).into()), ("to", self.day(to).into())]),
        }
    }

    fn day(&self, date: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", date.month()), &[]);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.say("day", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// `20 Feb`
    pub fn short_day(&self, date: NaiveDate) -> String {
        let month = self.say(&format!("month-short-{}", date.month()), &[]);
        self.say("day-short", &[("day", date.day().to_string().into()), ("month", month.into())])
    }

    /// `a, b, c`
    pub fn commas<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.joined(parts, "separator-comma")
    }

    /// `a; b; c`, for parts that hold commas.
    pub fn semicolons<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.joined(parts, "separator-semicolon")
    }

    fn joined<T: AsRef<str>>(&self, parts: &[T], separator: &str) -> String {
        let separator = format!("{} ", self.say(separator, &[]));
        parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(&separator)
    }

    /// `a, b and c`
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.say("list", &[("first", self.commas(first).into()), ("last", last.as_str().into())])
            }
        }
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({})", self.language())
    }
}

impl Default for Wording {
    fn default() -> Self {
        Wording::english()
    }
}

/// Two wordings of one language say the same within one study.
impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn days_say_month_and_year_once() {
        let english = Wording::english();
        assert_eq!(english.days(day(2011, 11, 30), day(2011, 12, 10)), "30\u{a0}November – 10\u{a0}December 2011");
        assert_eq!(english.days(day(2022, 6, 1), day(2022, 6, 30)), "1 – 30\u{a0}June 2022");
        assert_eq!(english.days(day(2022, 6, 1), day(2022, 6, 1)), "1\u{a0}June 2022");
        assert_eq!(english.days(day(2021, 12, 30), day(2022, 1, 2)), "30\u{a0}December 2021 – 2\u{a0}January 2022");
    }

    #[test]
    fn numbers_are_written_as_readers_write_them() {
        let written = |language: &str, plain: &str| Wording::of(language, None).0.number(plain);
        assert_eq!(written("en", "1234.8"), "1,234.8");
        assert_eq!(written("ru", "1234.8"), "1\u{a0}234,8");
        assert_eq!(written("kk", "+0.50"), "+0,50");
        assert_eq!(written("en", "\u{2212}1234567"), "\u{2212}1,234,567");
        assert_eq!(written("ru", "no number"), "no number");
    }

    #[test]
    fn one_is_singular() {
        let english = Wording::english();
        assert_eq!(english.say("counted-newspaper", &[("n", 1.into())]), "1\u{a0}newspaper");
        assert_eq!(english.say("counted-item", &[("n", 2_341.into())]), "2,341\u{a0}items");
        assert_eq!(english.amount(Amount::new(Unit::Count, 1)), "1\u{a0}appearance");
        assert_eq!(english.amount(Amount::new(Unit::Time, 60_000)), "1.0\u{a0}min");
    }

    #[test]
    fn a_study_may_say_it_in_its_own_words() {
        let own = "counted-newspaper = { $n ->\n    [one] { $n } weekly\n   *[other] { $n } weeklies\n}\n";
        let (wording, findings) = Wording::of("en", Some(("words.ftl", own)));
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(wording.say("counted-newspaper", &[("n", 2.into())]), "2 weeklies");
        assert_eq!(wording.say("counted-item", &[("n", 2.into())]), "2\u{a0}items");
    }

    #[test]
    fn what_is_wrong_with_a_catalogue_has_its_line() {
        let own = "counted-item = { $n\nno-such-message = x\ncounted-day = { $many } days\n";
        let (_, findings) = Wording::of("fr", Some(("words.ftl", own)));
        let said: Vec<String> =
            findings.iter().map(|f| format!("{} {} {}", f.code.id, f.place.address(), f.message)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("E743 words.ftl:1"), "{said:?}");
        assert!(said[1].starts_with("W744 words.ftl:2") && said[1].contains("no-such-message"), "{said:?}");
        assert!(said[2].starts_with("E743 words.ftl:3") && said[2].contains("$many"), "{said:?}");
    }

    #[test]
    fn a_language_without_catalogue_is_said_to_be_english() {
        let (wording, findings) = Wording::of("eu", None);
        assert_eq!(wording.language(), "en");
        assert_eq!(findings[0].code.id, "W742");
    }
}
