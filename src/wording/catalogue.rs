//! Catalogues of messages, in the format of Fluent.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::codes::{BAD_MESSAGE, UNKNOWN_MESSAGE};
use super::number::in_message;
use super::{Said, Wording};
use crate::diagnostic::{Diagnostic, Place, did_you_mean};

/// The texts of the catalogue in one folder.
macro_rules! catalogue {
    ($folder:literal) => {
        &[
            include_str!(concat!($folder, "/common.ftl")),
            include_str!(concat!($folder, "/charts.ftl")),
            include_str!(concat!($folder, "/more-charts.ftl")),
            include_str!(concat!($folder, "/tables.ftl")),
            include_str!(concat!($folder, "/report.ftl")),
            include_str!(concat!($folder, "/method.ftl")),
        ]
    };
}

/// The catalogues that the program carries: language tag, texts.
pub static BUILT_IN: [(&str, &[&str]); 4] =
    [("en", catalogue!("en")), ("ru", catalogue!("ru")), ("kk", catalogue!("kk")), ("ar", catalogue!("ar"))];

/// Kinds of words that a codebook may extend: `ownership-municipal` is a message of a study's catalogue.
const OPEN_KINDS: [&str; 3] = ["ownership-", "medium-", "capacity-"];

/// The messages of one language from one hand.
pub struct Catalogue {
    language: LanguageIdentifier,
    tag: String,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn new(tag: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
        // Only where sentences run from right to left do names in Latin need fences; elsewhere names bring their own.
        bundle.set_use_isolating(language.character_direction() == CharacterDirection::RTL);
        bundle.set_formatter(Some(in_message));
        bundle.set_transform(Some(|text| {
            if text.contains('~') { Cow::Owned(text.replace('~', "\u{a0}")) } else { Cow::Borrowed(text) }
        }));
        Catalogue { language, tag: tag.to_owned(), bundle }
    }

    /// The catalogue that the program carries for a language; `ru-KZ` has that of `ru`.
    pub fn built_in(tag: &str) -> Option<Catalogue> {
        let (_, texts) = carried(tag)?;
        let mut catalogue = Catalogue::new(tag);
        for text in texts {
            let resource = FluentResource::try_new((*text).to_owned());
            let resource =
                resource.unwrap_or_else(|(_, errors)| panic!("invariant: a catalogue is Fluent: {errors:?}"));
            catalogue.bundle.add_resource_overriding(resource);
        }
        Some(catalogue)
    }

    /// A study's own catalogue and what is wrong with it: such messages are left out.
    pub(super) fn of_study(tag: &str, place: &str, text: &str) -> (Catalogue, Vec<Diagnostic>) {
        let mut catalogue = Catalogue::new(tag);
        let mut findings = Vec::new();
        let line = |position: usize| 1 + text.bytes().take(position).filter(|byte| *byte == b'\n').count() as u64;
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
            findings.extend(errors.into_iter().map(|error| {
                let what = error.kind.to_string();
                let what = what.strip_prefix("Expected").map_or(what.clone(), |rest| format!("expected{rest}"));
                let message = format!("{what}: write Fluent such as `counted-item = {{ $n }} items`");
                // Where the broken message begins says more than where the parser gave up.
                let at = error.slice.map_or(error.pos.start, |slice| slice.start);
                Diagnostic::new(&BAD_MESSAGE, Place::line(place, line(at)), message)
            }));
            resource
        });
        let known = values_of_messages("en");
        let ids: Vec<&str> = known.keys().map(String::as_str).collect();
        for (id, values) in values_in(text) {
            let start = text.match_indices(&id).find(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n');
            let at = Place::line(place, line(start.map_or(0, |(at, _)| at)));
            let Some(given) = known.get(&id) else {
                if !OPEN_KINDS.iter().any(|kind| id.starts_with(kind)) {
                    let hint = did_you_mean(&id, ids.iter().copied());
                    findings.push(
                        Diagnostic::new(&UNKNOWN_MESSAGE, at, format!("nothing asks for a message `{id}`"))
                            .with_hint(hint),
                    );
                }
                continue;
            };
            for value in values.difference(given) {
                let all: Vec<String> = given.iter().map(|name| format!("${name}")).collect();
                let message = format!("`{id}` is given no ${value}, expected of {}", all.join(", "));
                findings.push(Diagnostic::new(&BAD_MESSAGE, at.clone(), message));
            }
        }
        findings.sort_by_key(|finding| finding.place.line);
        catalogue.bundle.add_resource_overriding(resource);
        (catalogue, findings)
    }

    /// Its language tag.
    pub fn language(&self) -> &str {
        &self.tag
    }

    /// Is it read from right to left?
    pub fn is_right_to_left(&self) -> bool {
        self.language.character_direction() == CharacterDirection::RTL
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message; `None` where the catalogue lacks it, or cannot say it with these values.
    pub(super) fn say(&self, wording: &Wording, id: &str, said: &[(&str, Said)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut values = FluentArgs::with_capacity(said.len());
        for (name, value) in said {
            values.set(*name, written(wording, value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

/// The tag and texts of the catalogue for a language.
fn carried(tag: &str) -> Option<(&'static str, &'static [&'static str])> {
    let find = |wanted: &str| BUILT_IN.into_iter().find(|(known, _)| *known == wanted);
    find(tag).or_else(|| find(tag.split(['-', '_']).next()?))
}

/// The messages of a language as one catalogue, and its tag; those of English where there is none.
pub fn built_in_text(tag: &str) -> (&'static str, String) {
    let (tag, texts) = carried(tag).or_else(|| carried("en")).expect("invariant: English is built in");
    (tag, texts.join("\n"))
}

fn written<'v>(wording: &Wording, value: &'v Said) -> FluentValue<'v> {
    match value {
        Said::Text(text) => FluentValue::from(text.as_str()),
        Said::Count(n) => FluentValue::from(*n),
        Said::Amount(amount) => FluentValue::from(wording.amount(*amount)),
        Said::Percent(percent) => FluentValue::from(wording.number(&percent.to_string())),
        Said::Days(from, to) => FluentValue::from(wording.days(*from, *to)),
    }
}

/// Every message of a built-in language with the values that it is given: those it uses, and those its comment names as `# $n`.
pub fn values_of_messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let texts = BUILT_IN.iter().find(|(tag, _)| *tag == language).map_or(&[][..], |(_, texts)| *texts);
    texts.iter().flat_map(|text| values_in(text)).collect()
}

/// The messages of a catalogue with the values that they name.
fn values_in(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    let values = messages.map(|message| {
        let mut names = BTreeSet::new();
        if let Some(pattern) = &message.value {
            names_in_pattern(pattern, &mut names);
        }
        for line in message.comment.iter().flat_map(|comment| &comment.content) {
            let words = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '$' | '-' | '_')));
            names.extend(words.filter_map(|word| word.strip_prefix('$')).map(str::to_owned));
        }
        (message.id.name.to_owned(), names)
    });
    values.collect()
}

fn names_in_pattern(pattern: &ast::Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            names_in_expression(expression, names);
        }
    }
}

fn names_in_expression(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => names_in_inline(inline, names),
        ast::Expression::Select { selector, variants } => {
            names_in_inline(selector, names);
            variants.iter().for_each(|variant| names_in_pattern(&variant.value, names));
        }
    }
}

fn names_in_inline(inline: &ast::InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => names_in_expression(expression, names),
        _ => {}
    }
}
