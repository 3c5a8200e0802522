//! Every code of every room, for `explain`.

use crate::diagnostic::Code;

/// Every code, sorted by id.
pub(super) fn all() -> Vec<&'static Code> {
    let declaration = crate::declaration::CODES.iter();
    let study = crate::wording::CODES.iter().chain(crate::codebook::CODES).chain(crate::study::CODES);
    let rooms = declaration
        .chain(study)
        .chain(crate::ingest::CODES)
        .chain(crate::check::CODES)
        .chain(&crate::agreement::CODES)
        .chain(&crate::audit::CODES)
        .chain(&crate::figure::CODES)
        .chain(&crate::output::CODES);
    let mut codes: Vec<&Code> = rooms.copied().collect();
    codes.sort_by_key(|code| (&code.id[1..], code.id));
    codes
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn every_code_has_one_meaning_and_a_page() {
        let codes = all();
        for (number, code) in codes.iter().enumerate() {
            assert!(codes[..number].iter().all(|other| other.id != code.id && other.name != code.name), "{}", code.id);
            assert!(code.page.len() > 60 && code.page.ends_with('.'), "{}: {}", code.id, code.page);
            assert!(code.id.starts_with(code.severity.letter()), "{} is a {}", code.id, code.severity.word());
        }
    }
}
