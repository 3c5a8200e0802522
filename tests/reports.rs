//! The report in its formats, kinds and periods.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;

use crate::support::{CODEBOOK, SmallStudy, evenhand, files, root, stderr, stdout};

fn report(study: &str, words: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let words: Vec<&str> = ["report", study, "--out", &out].iter().chain(words).copied().collect();
    let output = evenhand(root(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    files(Path::new(&out))
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, path: &str) -> &'f str {
    std::str::from_utf8(&files[path]).unwrap()
}

fn headings(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let document: Value = serde_json::from_slice(&files["report.json"]).unwrap();
    let blocks = document["blocks"].as_array().unwrap().iter();
    let chapters = blocks.filter(|block| block["kind"] == "heading" && block["level"] == 2);
    chapters.map(|block| block["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_kind_has_its_chapters() {
    let preliminary = report("samples/four-weeks", &["--kind", "preliminary"]);
    let found = headings(&preliminary);
    assert!(
        found[0] == "key-findings" && !found.contains(&"outlets".to_owned()) && !found.contains(&"codebook".to_owned())
    );
    assert!(text(&preliminary, "report.md").contains("Preliminary: 28 of 28"));
    let audit = report("samples/four-weeks", &["--kind", "audit"]);
    assert!(!headings(&audit).contains(&"key-findings".to_owned()));
    assert!(audit.keys().all(|path| !path.starts_with("charts/")), "an audit has tables only");
    let interim = report("samples/four-weeks", &["--period", "week-3"]);
    let path = "report.md";
    assert!(text(&interim, path).contains("Interim: 5 to 11 March, 3 of 4 periods"), "{:?}", interim.keys().next());
    assert!(text(&interim, path).contains("the period before, this one, and so far"));
}

#[test]
fn every_period_and_the_whole_are_written_and_left_alone_when_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let words = ["report", "samples/four-weeks", "--all-periods", "--kind", "audit", "--out", &out];
    let output = evenhand(root(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let made = files(folder.path());
    for name in ["report-week-1", "report-week-2", "report-week-3", "report-week-4", "report"] {
        assert!(made.contains_key(&format!("{name}/manifest-sha256.txt")), "{name}");
    }
    let page = folder.path().join("report-week-2/report.html");
    let before = fs::metadata(&page).unwrap().modified().unwrap();
    let again = evenhand(root(), &words);
    assert!(stderr(&again).contains("nothing changed in"), "{}", stderr(&again));
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), before);
}

#[test]
fn the_amounts_of_the_periods_add_up_to_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    evenhand(root(), &["report", "samples/four-weeks", "--all-periods", "--kind", "audit", "--out", &out]);
    let amount = |period: &str| {
        let path = folder.path().join(period).join("tables/share_parties_by-medium.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let headings = reader.headers().unwrap().clone();
        let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
        let (actor, numerator) = (place("actor"), place("numerator"));
        let rows = reader.records().map(|row| row.unwrap());
        let amounts = rows.map(|row| (row[actor].to_owned(), row[numerator].parse::<f64>().unwrap()));
        amounts.collect::<BTreeMap<String, f64>>()
    };
    let whole = amount("report");
    let weeks = ["report-week-1", "report-week-2", "report-week-3", "report-week-4"].map(amount);
    for (actor, sum) in whole {
        let of_weeks: f64 = weeks.iter().map(|week| week[&actor]).sum();
        assert!((sum - of_weeks).abs() < 1e-6, "{actor}");
    }
}

/// `SUMIFS(sum,range,criterion,...)` over the sheet it names, for the row it stands in.
fn sumifs(formula: &str, sums: &calamine::Range<Data>, row: &[Data]) -> i64 {
    let inside = formula.strip_prefix("SUMIFS(").and_then(|rest| rest.strip_suffix(')')).unwrap();
    let parts: Vec<&str> = inside.split(',').collect();
    let column = |range: &str| usize::from(range.split('$').nth(1).unwrap().as_bytes()[0] - b'A');
    let wanted = |cell: &str| row[usize::from(cell.trim_start_matches('$').as_bytes()[0] - b'A')].to_string();
    let conditions: Vec<(usize, String)> =
        parts[1..].chunks(2).map(|pair| (column(pair[0]), wanted(pair[1]))).collect();
    let rows = sums.rows().skip(1);
    let fitting = rows.filter(|row| conditions.iter().all(|(column, wanted)| row[*column].to_string() == *wanted));
    fitting.map(|row| row[column(parts[0])].to_string().parse::<i64>().unwrap()).sum()
}

#[test]
fn every_formula_of_the_workbook_gives_the_value_beside_it() {
    let made = report("samples/kazakhstan-2012", &["--kind", "audit"]);
    let mut book = Xlsx::new(Cursor::new(made["tables.xlsx"].clone())).unwrap();
    let mut n_formulas = 0;
    for sheet in book.sheet_names().into_iter().filter(|name| name.contains(" by ")) {
        let sums = book.worksheet_range(&format!("{} sums", sheet.split(' ').next().unwrap())).unwrap();
        let (values, formulas) = (book.worksheet_range(&sheet).unwrap(), book.worksheet_formula(&sheet).unwrap());
        let headings: Vec<String> = values.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
        let (amount, total, share) = (place("amount"), place("total"), place("share"));
        let first = formulas.start().unwrap();
        for (row, cells) in values.rows().enumerate().skip(1) {
            let formula = |column: usize| {
                formulas.get((row - first.0 as usize, column - first.1 as usize)).unwrap().trim_start_matches('=')
            };
            let number = |column: usize| cells[column].to_string().parse::<f64>().unwrap();
            for column in [amount, total] {
                assert!(
                    (sumifs(formula(column), &sums, cells) as f64 - number(column)).abs() < 0.5,
                    "{sheet} row {row}"
                );
            }
            assert!((number(amount) / number(total) - number(share)).abs() < 1e-12, "{sheet} row {row}");
            n_formulas += 3;
        }
    }
    assert!(n_formulas > 300, "{n_formulas}");
}

/// The parts of a DOCX.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.insert(name, text);
        }
    }
    parts
}

#[test]
fn the_docx_is_sound_xml_with_headings_header_rows_and_texts_of_pictures() {
    let made = report("samples/four-weeks", &[]);
    let parts = parts(&made["report.docx"]);
    for (name, part) in &parts {
        let mut reader = quick_xml::Reader::from_str(part);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    let body = &parts["word/document.xml"];
    let n_charts = made.keys().filter(|path| path.ends_with(".png")).count();
    assert!(body.contains("w:val=\"Heading1\"") && body.contains("w:tblHeader"));
    assert_eq!(body.matches("<wp:docPr").count(), n_charts);
    assert_eq!(body.matches(" descr=\"").count(), 2 * n_charts, "every picture has its text");
}

#[cfg(feature = "pdf")]
#[test]
fn the_pdf_is_tagged_and_says_that_it_is_accessible() {
    let made = report("samples/four-weeks", &["--kind", "audit"]);
    let pdf = String::from_utf8_lossy(&made["report.pdf"]).into_owned();
    assert!(pdf.starts_with("%PDF-") && pdf.contains("/MarkInfo") && pdf.contains("pdfuaid:part"));
}

/// A small study whose names try to become something else.
fn hostile() -> SmallStudy {
    let codebook = CODEBOOK
        .replace("en = \"Reds\"", "en = \"<script>alert(1)</script>\"")
        .replace("en = \"Blues\"", "en = \"=1+1](javascript:alert(2))\"")
        .replace(
            "name = \"Channel One\"",
            "name = \"One ]]> & \\\"><img src=x onerror=alert(3)>\"\naliases = [\"Channel One\"]",
        )
        .replace("name = \"Gazette\"", "name = \"@SUM(A1) `code` #panic()\"\naliases = [\"Gazette\"]")
        .replace("aliases = [\"The Reds\"", "aliases = [\"Reds\", \"The Reds\"")
        .replace("capacities = [\"candidate\"]", "capacities = [\"candidate\"]\naliases = [\"Blues\"]");
    let study =
        crate::support::STUDY.replace("title = \"A small study\"", "title = \"A \\u202Esmall\\u001B[31m study\"");
    SmallStudy::new().with("codebook.toml", codebook).with("study.toml", study)
}

#[test]
fn hostile_names_are_harmless_in_every_format() {
    let study = hostile();
    let output = study.run(&["report", "--out", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let made = files(&study.path().join("out"));
    let html = text(&made, "report.html");
    assert!(!html.contains("<script") && !html.contains("<img src=x"), "a name became markup");
    assert!(html.contains("&lt;script&gt;"));
    let markdown = text(&made, "report.md");
    assert!(!markdown.contains("<script"));
    assert!(markdown.contains("\\](javascript") && !markdown.replace("\\]", "").contains("](javascript"), "a link");
    for (path, bytes) in made.iter().filter(|(path, _)| !path.ends_with(".png") && !path.ends_with(".pdf")) {
        let text = String::from_utf8_lossy(bytes);
        if !path.ends_with(".docx") && !path.ends_with(".xlsx") {
            assert!(!text.contains('\u{202E}') && !text.contains('\u{1B}'), "{path} steers its reader");
        }
        if path.ends_with(".csv") {
            assert!(!text.contains(",=1+1") && !text.contains(",@SUM"), "{path} holds a formula");
        }
        if path.ends_with(".svg") {
            quick_xml::Reader::from_str(&text).read_event().unwrap();
            assert!(!text.contains("<script") && !text.contains("<img"), "{path}");
        }
    }
    let body = &parts(&made["report.docx"])["word/document.xml"];
    assert!(body.contains("&lt;script&gt;") && !body.contains("<script") && !body.contains('\u{202E}'));
    let mut book = Xlsx::new(Cursor::new(made["tables.xlsx"].clone())).unwrap();
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        let ours = |formula: &str| formula.is_empty() || formula.contains("SUMIFS") || formula.contains('/');
        assert!(formulas.rows().flatten().all(|formula| ours(formula)), "{sheet} computes a name");
    }
}

#[test]
fn a_ranking_word_stands_only_where_the_lead_holds() {
    for (study, period) in
        [("samples/four-weeks", None), ("samples/kazakhstan-2012", None), ("samples/four-weeks", Some("week-2"))]
    {
        let mut words: Vec<&str> = period.iter().flat_map(|period| ["--period", *period]).collect();
        words.extend(["--kind", "preliminary"]);
        let made = report(study, &words);
        let document: Value = serde_json::from_slice(&made["report.json"]).unwrap();
        let said = document["blocks"].as_array().unwrap().iter().find(|block| block["kind"] == "list").unwrap();
        let said = said["items"].to_string();
        let mut words = vec!["measure", "lead", study, "--by", "medium", "--format", "json"];
        let condition = period.map(|period| format!("period={period}"));
        words.extend(condition.iter().flat_map(|condition| ["--where", condition.as_str()]));
        let leads: Value = serde_json::from_str(&stdout(&evenhand(root(), &words))).unwrap();
        let first_medium = if study.contains("kazakhstan") { "print" } else { "television" };
        let first =
            leads["rows"].as_array().unwrap().iter().find(|row| row["group"]["medium"] == first_medium).unwrap();
        let holds = first["interval"]["low"].as_f64().unwrap() > 0.0;
        assert_eq!(said.contains("more coverage"), holds, "{study} {period:?}: {said}");
        assert!(holds || said.contains("is within what varies from day to day"), "{said}");
        for banned in ["dominated", "biased", "ignored", "manipulated", "favour"] {
            assert!(!said.contains(banned), "{banned}: {said}");
        }
    }
}
