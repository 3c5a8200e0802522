//! What a table can be broken down by, and what its rows can be narrowed to: the same words for both.

use crate::codebook::Register;
use crate::diagnostic::did_you_mean;
use crate::study::Study;
use crate::tally::key;
use crate::wording::say;

/// A way to break a table down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each variant is the word it stands for, explained in the README")]
pub enum Dimension {
    Outlet,
    Medium,
    Ownership,
    Programme,
    Genre,
    Daypart,
    Page,
    Position,
    Day,
    Week,
    Period,
    /// Every table has a row per actor; it serves to choose which are shown.
    Actor,
    /// A row per group of actors in place of one per actor.
    Group,
    Capacity,
    Voice,
    Tone,
    Coder,
    /// A table is always broken down by it, for quantities are never added; it serves to narrow.
    Quantity,
}

/// A word on the command line that names nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{word}`{}", hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default())]
pub struct UnknownWord {
    /// Dimension, pool, outlet ...
    pub what: String,
    /// The word.
    pub word: String,
    /// What was probably meant, or what is possible.
    pub hint: Option<String>,
}

impl UnknownWord {
    /// A word that is none of `possible`.
    pub fn among(what: &str, word: &str, possible: &[&str]) -> Self {
        let hint =
            did_you_mean(word, possible.iter().copied()).or_else(|| Some(format!("possible: {}", possible.join(", "))));
        UnknownWord { what: what.to_owned(), word: word.to_owned(), hint }
    }
}

impl Dimension {
    /// Every dimension with its word.
    pub const WORDS: [(&'static str, Dimension); 18] = [
        ("outlet", Dimension::Outlet),
        ("medium", Dimension::Medium),
        ("ownership", Dimension::Ownership),
        ("programme", Dimension::Programme),
        ("genre", Dimension::Genre),
        ("daypart", Dimension::Daypart),
        ("page", Dimension::Page),
        ("position", Dimension::Position),
        ("day", Dimension::Day),
        ("week", Dimension::Week),
        ("period", Dimension::Period),
        ("actor", Dimension::Actor),
        ("group", Dimension::Group),
        ("capacity", Dimension::Capacity),
        ("voice", Dimension::Voice),
        ("tone", Dimension::Tone),
        ("coder", Dimension::Coder),
        ("quantity", Dimension::Quantity),
    ];

    /// Reads the word.
    ///
    /// Errors: [`UnknownWord`] with the nearest.
    pub fn parse(word: &str) -> Result<Dimension, UnknownWord> {
        let found = Self::WORDS.iter().find(|(known, _)| *known == word.trim());
        let words = Self::WORDS.map(|(known, _)| known);
        found.map(|(_, dimension)| *dimension).ok_or_else(|| UnknownWord::among("dimension", word, &words))
    }

    /// The word that names it, which is also its column.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, dimension)| *dimension == self);
        found.expect("invariant: WORDS names every dimension").0
    }

    /// The column of the selected tally that holds it.
    pub(super) fn column(self) -> &'static str {
        match self {
            Dimension::Day => key::DATE,
            Dimension::Period => key::PERIOD,
            Dimension::Actor => super::select::COUNTED,
            other => other.word(),
        }
    }

    /// The values of this dimension that the study declares, in its order; `None` where any text is one.
    pub fn declared(self, study: &Study) -> Option<Vec<&str>> {
        let codebook = &study.codebook;
        match self {
            Dimension::Outlet => Some(codebook.outlets.ids()),
            Dimension::Medium => Some(crate::codebook::Medium::WORDS.map(|(word, _)| word).into()),
            Dimension::Ownership => Some(codebook.ownership.iter().map(String::as_str).collect()),
            Dimension::Genre => Some(codebook.genres.ids()),
            Dimension::Daypart => Some(codebook.dayparts.ids()),
            Dimension::Period => Some(study.periods.iter().map(|period| period.id.as_str()).collect()),
            Dimension::Capacity => Some(codebook.capacities.ids()),
            Dimension::Voice => Some(codebook.voices.ids()),
            Dimension::Tone => Some(codebook.tones.ids()),
            Dimension::Quantity => Some(study.quantities.iter().map(|quantity| quantity.id.as_str()).collect()),
            Dimension::Actor => Some(codebook.actors.ids()),
            Dimension::Group => Some(codebook.groups.ids()),
            Dimension::Programme
            | Dimension::Page
            | Dimension::Position
            | Dimension::Day
            | Dimension::Week
            | Dimension::Coder => None,
        }
    }

    /// The printed name of a value.
    pub fn label(self, value: &str, study: &Study) -> String {
        let language = &study.languages.main;
        let codebook = &study.codebook;
        fn named<'a, T>(register: &'a Register<T>, value: &'a str, language: &str) -> &'a str {
            register.label(value, language)
        }
        let label = match self {
            _ if value.is_empty() => return say!(study, "not-coded"),
            Dimension::Medium => return study.wording.word("medium", value),
            Dimension::Ownership => return study.wording.word("ownership", value),
            Dimension::Outlet => named(&codebook.outlets, value, language),
            Dimension::Genre => named(&codebook.genres, value, language),
            Dimension::Daypart => named(&codebook.dayparts, value, language),
            Dimension::Capacity => named(&codebook.capacities, value, language),
            Dimension::Voice => named(&codebook.voices, value, language),
            Dimension::Tone => named(&codebook.tones, value, language),
            Dimension::Quantity => study.quantity(value).map_or(value, |quantity| quantity.name.in_language(language)),
            Dimension::Period => study.period(value).map_or(value, |period| period.name.in_language(language)),
            Dimension::Actor => named(&codebook.actors, value, language),
            Dimension::Group => named(&codebook.groups, value, language),
            Dimension::Programme
            | Dimension::Page
            | Dimension::Position
            | Dimension::Day
            | Dimension::Week
            | Dimension::Coder => value,
        };
        label.to_owned()
    }
}

/// Rows narrowed to some values of a dimension: `medium=print` or `outlet=arna-bir,dala-tv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Of what.
    pub dimension: Dimension,
    /// One of these.
    pub values: Vec<String>,
}

impl Condition {
    /// One value of one dimension.
    pub fn is(dimension: Dimension, value: &str) -> Self {
        Condition { dimension, values: vec![value.to_owned()] }
    }

    /// Does it choose which rows of a table are shown, and leave every denominator as it is? Who counts is the pool's choice.
    pub(super) fn is_of_rows_shown(&self) -> bool {
        matches!(self.dimension, Dimension::Actor | Dimension::Group)
    }

    /// Reads `dimension=value[,value...]`.
    ///
    /// Errors: [`UnknownWord`] for a dimension or a value the study does not declare.
    pub fn parse(text: &str, study: &Study) -> Result<Condition, UnknownWord> {
        let (dimension, values) = text.split_once('=').ok_or_else(|| UnknownWord {
            what: "condition".to_owned(),
            word: text.to_owned(),
            hint: Some("write it as dimension=value, such as medium=print".to_owned()),
        })?;
        let dimension = Dimension::parse(dimension)?;
        if values.contains('=') {
            let hint = Some(
                "a comma stands between values of one dimension; give `--where` once for each dimension".to_owned(),
            );
            return Err(UnknownWord { what: "condition".to_owned(), word: text.to_owned(), hint });
        }
        let values: Vec<String> = values.split(',').map(|value| value.trim().to_owned()).collect();
        if let Some(declared) = dimension.declared(study)
            && let Some(unknown) = values.iter().find(|value| !declared.contains(&value.as_str()))
        {
            return Err(UnknownWord::among(dimension.word(), unknown, &declared));
        }
        if dimension == Dimension::Day
            && let Some(unknown) = values.iter().find(|value| value.parse::<chrono::NaiveDate>().is_err())
        {
            let hint = Some("write days as 2011-12-03".to_owned());
            return Err(UnknownWord { what: "day".to_owned(), word: unknown.clone(), hint });
        }
        Ok(Condition { dimension, values })
    }
}
