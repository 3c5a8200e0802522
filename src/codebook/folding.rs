//! Which spellings count as one: the same letters, whatever the case, the blanks and the quotation marks.

use unicode_normalization::UnicodeNormalization as _;

/// `text` as it is compared: NFC, lower case, single blanks, without quotation marks, `ё` as `е`.
///
/// Letters that only look alike stay different (a Latin `H` is no Cyrillic `Н`): taking them for one would hide
/// a slip of the keyboard layout instead of showing it.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank_due = false;
    for character in text.nfc().flat_map(char::to_lowercase) {
        match character {
            c if is_quotation_mark(c) => {}
            c if c.is_whitespace() || c == '\u{feff}' => blank_due = !out.is_empty(),
            c => {
                if std::mem::take(&mut blank_due) {
                    out.push(' ');
                }
                out.push(if c == 'ё' { 'е' } else { c });
            }
        }
    }
    out
}

/// `text` without quotation marks and with single blanks: what people write or leave out without meaning anything.
pub(super) fn unquoted(text: &str) -> String {
    let without: String = text.chars().filter(|c| !is_quotation_mark(*c)).collect();
    without.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟')
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn case_blanks_and_quotation_marks_do_not_matter() {
        assert_eq!(folded("  «НҰР   Отан» "), "нұр отан");
        assert_eq!(folded("Nur\u{a0}Otan"), folded("nur otan"));
        assert_eq!(folded("й"), folded("и\u{306}"), "NFC and NFD");
    }

    #[test]
    fn letters_that_look_alike_stay_different() {
        assert_ne!(folded("Hұp"), folded("Нұр"));
    }
}
