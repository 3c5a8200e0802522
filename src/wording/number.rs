//! How a language writes numbers, from the tables of CLDR.

use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// A number in digits with a dot, as `language` writes it; anything else as it stands. A sign in front stays as it is.
pub(super) fn written(language: &str, plain: &str) -> String {
    let digits = plain.trim_start_matches(['+', '-', '\u{2212}', '±']);
    let sign = &plain[..plain.len() - digits.len()];
    let (Ok(number), Ok(locale)) = (digits.parse::<Decimal>(), language.parse::<Locale>()) else {
        return plain.to_owned();
    };
    let Ok(formatter) = DecimalFormatter::try_new((&locale).into(), Default::default()) else {
        return plain.to_owned();
    };
    format!("{sign}{}", formatter.format(&number))
}

/// The language of a bundle, which a formatter of fluent has no other way to ask for.
struct Language(String);

impl Memoizable for Language {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Language(language.to_string()))
    }
}

/// Writes the whole numbers of a message as its language does.
pub(super) fn in_message(value: &FluentValue<'_>, memory: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    memory.with_try_get::<Language, _, _>((), |language| written(&language.0, &plain)).ok()
}
