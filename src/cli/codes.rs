//! Every code of every room, for `explain`.

use crate::diagnostic::Code;

/// Every code, sorted by id.
pub(super) fn all() -> Vec<&'static Code> {
    let declaration = crate::declaration::CODES.iter();
    let rooms = declaration.chain(crate::ingest::CODES).chain(crate::check::CODES).chain(&crate::report::CODES);
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
            let letter = code.severity.word()[..1].to_uppercase();
            assert!(code.id.starts_with(&letter), "{} is a {}", code.id, code.severity.word());
        }
    }
}
