//! The catalogues: complete in every language, asked for by the source, and enough for a report without an English word.

use std::collections::{BTreeMap, BTreeSet};

use evenhand::wording::{BUILT_IN, Wording, values_of_messages};

use crate::support::{files, root};

/// Messages whose id is made from a word of the study: `ownership-state`.
const MADE: [&str; 31] = [
    "agreement-on",
    "amount-",
    "appendix-by-",
    "coefficient-",
    "counted-",
    "dimension-",
    "flag-",
    "genre-kind-",
    "level-",
    "measure-",
    "medium-",
    "method-boundary-",
    "month-",
    "note",
    "ownership-",
    "place-",
    "quantity-",
    "respect-",
    "rules-",
    "sheet-help-",
    "status-",
    "tone-kind-",
    "unit-",
    "variable-",
    "verdict-",
    "weekday-",
    "weighting-",
    "weights-",
    "workbook-column-",
    "kind-",
    "calendar-",
];

fn sources() -> String {
    let all = files(&root().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let text: String = all.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// Every `say!(teller, "id", name = ...)` with its id and the names of its values.
fn asked(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("say!(") {
        let call = balanced(&source[at + 4..]);
        let Some(open) = call.find('"') else { continue };
        let Some(length) = call[open + 1..].find('"') else { continue };
        let (before, id) = (&call[..open], &call[open + 1..open + 1 + length]);
        // Only where the id is the second argument and a plain word.
        if before.matches(',').count() != 1
            || !before.trim_end().ends_with(',')
            || !call[open + 1 + length..].trim_start_matches('"').starts_with([',', ')', '\n'])
        {
            continue;
        }
        let mut names = BTreeSet::new();
        let mut depth = 0;
        let mut part = String::new();
        for c in call[open + 1 + length + 1..].chars() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            if (c == ',' && depth == 0) || depth < 0 {
                if let Some((name, _)) = part.split_once(" = ") {
                    names.insert(name.trim().to_owned());
                }
                part.clear();
            } else {
                part.push(c);
            }
        }
        found.push((id.to_owned(), names));
    }
    found
}

/// From an opening bracket to its end.
fn balanced(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return &text[..=at];
                }
            }
            _ => {}
        }
    }
    text
}

#[test]
fn every_message_the_source_asks_for_is_there_and_gets_its_values() {
    let english = values_of_messages("en");
    let source = sources();
    let asked = asked(&source);
    assert!(asked.len() > 300, "{}", asked.len());
    for (id, given) in &asked {
        let wanted = english.get(id).unwrap_or_else(|| panic!("English lacks `{id}`"));
        let lacking: Vec<&String> = wanted.difference(given).collect();
        assert!(lacking.is_empty(), "`{id}` is not given {lacking:?}");
    }
    for id in english.keys() {
        let is_asked = source.contains(&format!("\"{id}\"")) || MADE.iter().any(|made| id.starts_with(made));
        assert!(is_asked, "nothing asks for `{id}`");
    }
}

#[test]
fn every_language_has_every_message_and_asks_for_no_other_value() {
    let english = values_of_messages("en");
    for (language, texts) in BUILT_IN {
        let other = values_of_messages(language);
        let ids: Vec<&String> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        assert!(ids.is_empty(), "{language} lacks {ids:?}");
        for (id, values) in &other {
            let given = english.get(id).unwrap_or_else(|| panic!("{language} has `{id}`, which English lacks"));
            let unknown: Vec<&String> = values.difference(given).collect();
            assert!(unknown.is_empty(), "{language}: `{id}` asks for {unknown:?}");
        }
        // An id twice would hide one of the two.
        let heads = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(" = "));
        let defined = heads.map(|(id, _)| id).filter(|id| !id.contains(char::is_whitespace));
        let mut seen = BTreeMap::new();
        for id in defined.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())) {
            *seen.entry(id).or_insert(0) += 1;
        }
        let twice: Vec<_> = seen.into_iter().filter(|(_, n)| *n > 1).collect();
        assert!(twice.is_empty(), "{language}: {twice:?}");
    }
}

#[test]
fn plurals_follow_the_rules_of_each_language() {
    let said = |language: &str, n: i64| Wording::of(language, None).0.say("counted-day", &[("n", n.into())]);
    let days = |language: &str| [1, 2, 5, 21, 1_112].map(|n| said(language, n).replace('\u{a0}', " "));
    assert_eq!(days("en"), ["1 day", "2 days", "5 days", "21 days", "1,112 days"]);
    assert_eq!(days("ru"), ["1 день", "2 дня", "5 дней", "21 день", "1 112 дней"]);
    assert_eq!(days("kk"), ["1 күн", "2 күн", "5 күн", "21 күн", "1 112 күн"]);
    // One, two, few and many have forms of their own.
    let arabic: BTreeSet<String> =
        [1, 2, 5, 21].map(|n| said("ar", n).replace(|c: char| c.is_ascii_digit(), "")).into();
    assert!(arabic.len() >= 3, "{arabic:?}");
}

#[test]
fn dates_are_written_in_each_languages_order() {
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let said = |language: &str| {
        Wording::of(language, None).0.days(day(2011, 11, 30), day(2011, 12, 10)).replace('\u{a0}', " ")
    };
    assert_eq!(said("ru"), "30 ноября – 10 декабря 2011 года");
    assert!(said("kk").starts_with("2011 ж. 30 қараша"), "{}", said("kk"));
}

/// Words that no Russian or Kazakh sentence holds.
const ENGLISH: [&str; 14] =
    ["the", "of", "and", "is", "are", "were", "with", "for", "share", "shares", "not", "in", "from", "coverage"];

#[test]
fn a_report_in_another_language_has_no_english_sentence() {
    for language in ["ru", "kk"] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("report").to_string_lossy().into_owned();
        let words = ["report", "samples/kazakhstan-2012", "--kind", "audit", "--lang", language, "--out", &out];
        let output = crate::support::evenhand(root(), &words);
        assert_eq!(output.status.code(), Some(0), "{}", crate::support::stderr(&output));
        let read = |name: &str| std::fs::read_to_string(folder.path().join("report").join(name)).unwrap();
        let page = read("report.md");
        for line in page.lines().filter(|line| !line.contains("evenhand report") && !line.contains("tables/")) {
            let found = line.split(|c: char| !c.is_alphabetic()).find(|word| ENGLISH.contains(word));
            assert!(found.is_none(), "{language}: `{}` in: {line}", found.unwrap());
        }
        assert!(page.contains(if language == "ru" { "Нур Отан" } else { "Нұр Отан" }));
        // Machine files speak no language but their own.
        let table = read("tables/share_editorial_by-medium.csv");
        assert!(table.contains("share/editorial/area/medium=print/nur-otan,share,area,cm2"), "{table}");
        assert!(table.contains(",11185.2,21510,"), "{table}");
        let html = read("report.html");
        assert!(html.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")), "{}", &html[..200]);
    }
}

#[test]
fn an_arabic_report_runs_from_right_to_left() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let words = ["report", "samples/kazakhstan-2012", "--kind", "audit", "--lang", "ar", "--out", &out];
    let output = crate::support::evenhand(root(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", crate::support::stderr(&output));
    assert!(crate::support::stderr(&output).contains("W741"), "names are in no Arabic");
    let read = |name: &str| std::fs::read(folder.path().join("report").join(name)).unwrap();
    let html = String::from_utf8(read("report.html")).unwrap();
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    let document: serde_json::Value = serde_json::from_slice(&read("report.json")).unwrap();
    assert_eq!(document["right_to_left"], true);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(read("report.docx"))).unwrap();
    let mut styles = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/styles.xml").unwrap(), &mut styles).unwrap();
    assert!(styles.contains("<w:bidi/>"), "{styles}");
}
