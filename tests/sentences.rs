//! The sentences of the key findings, recomputed: numbers from the machine tables' integers, conditions from their intervals.

use serde_json::Value;

use crate::support::{SmallStudy, evenhand, root, stderr, stdout};

fn findings(study: &std::path::Path, more: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let study = study.to_string_lossy().into_owned();
    let words = [&["report", study.as_str(), "--kind", "preliminary", "--out", &out], more].concat();
    let output = evenhand(root(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = std::fs::read_to_string(folder.path().join("report/report.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let list = document["blocks"].as_array().unwrap().iter().find(|block| block["kind"] == "list").unwrap().clone();
    list["items"].as_array().unwrap().iter().map(|item| item.as_str().unwrap().replace('\u{a0}', " ")).collect()
}

/// The rows of a table as machines read it.
fn rows(study: &std::path::Path, words: &[&str]) -> Vec<Value> {
    let study = study.to_string_lossy().into_owned();
    let words = [&["measure", words[0], study.as_str(), "--format", "json"], &words[1..]].concat();
    let table: Value = serde_json::from_str(&stdout(&evenhand(root(), &words))).unwrap();
    table["rows"].as_array().unwrap().clone()
}

fn row<'r>(rows: &'r [Value], key: &str) -> &'r Value {
    rows.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("no {key}"))
}

fn whole(row: &Value, part: &str) -> f64 {
    row[part].as_str().unwrap().parse().unwrap()
}

/// A percentage with one decimal, from two machine numbers.
fn percent(row: &Value) -> String {
    format!("{:.1}", whole(row, "numerator") * 100.0 / whole(row, "denominator"))
}

fn one<'f>(findings: &'f [String], holds: &str) -> &'f String {
    findings.iter().find(|text| text.contains(holds)).unwrap_or_else(|| panic!("none holds `{holds}`: {findings:#?}"))
}

const HERE: [&str; 4] = ["--by", "medium", "--where", "medium=print"];

#[test]
fn the_numbers_of_key_findings_are_those_of_the_tables() {
    let study = root().join("samples/kazakhstan-2012");
    let of = |what: &str| rows(&study, &[&[what][..], &HERE[..]].concat());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let words = ["report", "samples/kazakhstan-2012", "--out", &out];
    assert_eq!(evenhand(root(), &words).status.code(), Some(0));
    let page = std::fs::read_to_string(folder.path().join("report/report.md")).unwrap().replace('\u{a0}', " ");
    let said: Vec<String> = page.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect();

    // S01: 11,185.2 of 21,510 cm².
    let shares = of("share");
    let first = row(&shares, "share/editorial/area/medium=print/nur-otan");
    let text = one(&said, "of editorial party coverage in print");
    assert!(text.contains(&format!("received {}%", percent(first))), "{text}");
    assert!(text.contains("11,185 of 21,510 cm²"), "{text}");

    // S02: the lead over the second, told apart by its interval.
    let mut by_amount: Vec<&Value> = shares.iter().collect();
    by_amount.sort_by(|a, b| whole(b, "numerator").total_cmp(&whole(a, "numerator")));
    let (ahead, behind) = (by_amount[0], by_amount[1]);
    let points = (whole(ahead, "numerator") - whole(behind, "numerator")) * 100.0 / whole(ahead, "denominator");
    let text = one(&said, "received more coverage in print than any other actor");
    assert!(text.contains(&format!("{points:.1} points more than Ak Zhol")), "{text}");
    let leads = of("lead");
    assert!(leads[0]["interval"]["low"].as_f64().unwrap() > 0.0, "the interval leaves out zero");

    // S03: three parts of what has a coded tone.
    let tones = of("tone");
    let parts = ["negative", "neutral", "positive"]
        .map(|kind| percent(row(&tones, &format!("tone-kind/editorial/area/medium=print/nur-otan/{kind}"))));
    let text = one(&said, "with a coded tone in print");
    let expected = format!("{}% were negative, {}% neutral and {}% positive", parts[0], parts[1], parts[2]);
    assert!(text.contains(&expected), "{expected}: {text}");

    // S05: share less votes, from unrounded shares.
    let share = whole(first, "numerator") * 100.0 / whole(first, "denominator");
    let text = one(&said, "votes of 15 January 2012");
    assert!(text.contains(&format!("was {:.1} points below", 80.99 - share)), "{text}");

    // S08: state and private side by side.
    let owned = rows(&study, &["share", "--by", "medium,ownership", "--where", "medium=print"]);
    let part =
        |owner: &str| percent(row(&owned, &format!("share/editorial/area/medium=print/ownership={owner}/nur-otan")));
    let text = one(&said, "Nur Otan had ");
    assert!(text.contains(&format!("{}% in state media", part("state"))), "{text}");
    assert!(text.contains(&format!("{}% in private media", part("private"))), "{text}");

    // Every finding that stands in a figure names it, and the figure is there.
    for text in said.iter().filter(|text| text.contains("Figure ")) {
        let number: usize = text.rsplit("Figure ").next().unwrap().trim_end_matches('.').parse().unwrap();
        assert!(page.contains(&format!("charts/fig{number:02}_")), "{text}");
    }
}

#[test]
fn a_voice_is_the_part_that_is_heard() {
    let study = root().join("samples/four-weeks");
    let said = findings(&study, &[]);
    let voices = rows(&study, &["voice", "--by", "medium"]);
    let Some(text) = said.iter().find(|text| text.contains("was heard in its own words")) else {
        // A page of two pages has room for five findings; the longer report has eight.
        return assert_eq!(said.len(), 5);
    };
    assert!(voices.iter().any(|voice| text.contains(&format!("{}%", percent(voice)))), "{text}");
}

#[test]
fn a_change_is_said_only_where_its_interval_leaves_out_zero() {
    let study = root().join("samples/four-weeks");
    let changes = rows(&study, &["trend", "--by", "medium,period"]);
    for week in ["week-2", "week-3", "week-4"] {
        let said = findings(&study, &["--period", week]);
        let text = one(&said, "from the period before").to_owned();
        let text = if text.is_empty() { one(&said, "points; 95% interval").to_owned() } else { text };
        let of_week: Vec<&Value> = changes
            .iter()
            .filter(|row| row["measure"] == "change" && row["group"]["period"] == week)
            .filter(|row| text.contains(row["percent"].as_str().unwrap().trim_start_matches('-')))
            .collect();
        assert!(!of_week.is_empty(), "{week}: {text}");
        let (low, high) =
            (of_week[0]["interval"]["low"].as_f64().unwrap(), of_week[0]["interval"]["high"].as_f64().unwrap());
        let is_change = low > 0.0 || high < 0.0;
        assert_eq!(!text.contains("did not change measurably"), is_change, "{week}: {text}");
    }
}

#[test]
fn absence_is_said_of_what_was_recorded() {
    let sheet = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass";
    let row = |n: usize| format!("2020-03-0{},Channel One,A{n},Reds,candidate,news,direct,40,0,1\n", 1 + n % 3);
    let lines: String = (0..40).map(row).collect();
    let small = SmallStudy::new();
    let text = std::fs::read_to_string(small.path().join("data/television.csv")).unwrap();
    let heading = text.lines().next().unwrap();
    // The columns of the small study, whatever their names.
    assert_eq!(heading.split(',').count(), sheet.split(',').count(), "{heading}");
    let small = small.with("data/television.csv", format!("{heading}\n{lines}"));
    let said = findings(small.path(), &[]);
    let text = one(&said, "No coverage of");
    assert!(text.contains("Blues") && text.contains("what was planned is not known"), "{text}");
}
