//! Sheets that are too long to be read in one piece, or to be remembered whole.

use std::fmt::Write as _;

use evenhand::diagnostic::Diagnostic;
use evenhand::study::load;

use crate::support::{STUDY, SmallStudy, copy, root};

const HEAD: &str = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n";

/// A study that reads these television sheets and nothing else.
fn study(sheets: &[(&str, String)]) -> SmallStudy {
    let cut = STUDY.find("[[source]]\nid = \"print\"").unwrap();
    let text = format!("{}{}", &STUDY[..cut], &STUDY[STUDY.find("[[pool]]").unwrap()..]);
    let text =
        text.replace("data/television.csv", "data/television*.csv").replace("to = 2020-03-03", "to = 2020-03-10");
    let mut small = SmallStudy::new().with("study.toml", text).without("data/television.csv");
    for (name, sheet) in sheets {
        small = small.with(&format!("data/{name}"), sheet);
    }
    small
}

/// Everything that comes of a study, where something is remembered of so many rows.
fn result(folder: &std::path::Path, n_rows: u64) -> (String, Vec<Diagnostic>) {
    let study = load(folder).unwrap().product.unwrap();
    let checked = evenhand::run_remembering(&study, &[], n_rows);
    let (tally, counts) = checked.product;
    (format!("{counts:?}\n{:?}\n{:?}", tally.sum_rows().unwrap(), tally.items()), checked.findings)
}

#[test]
fn what_is_forgotten_changes_nothing() {
    let row = |day: u32, item: &str, actor: &str, seconds: u32, pass: u32| {
        format!("2020-03-{day:02},Channel One,{item},{actor},candidate,news,direct,{seconds},0,{pass}\n")
    };
    let sheet = |rows: &[String]| HEAD.to_owned() + &rows.concat();
    // A row that stands twice, an item of two actors over two sheets, a second coding of an earlier sheet's item.
    let first = sheet(&[row(1, "A", "Reds", 30, 1), row(1, "A", "Blues", 20, 1), row(2, "B", "Reds", 10, 1)]);
    let second = sheet(&[row(2, "B", "Blues", 10, 1), row(2, "C", "Reds", 5, 1), row(2, "C", "Reds", 5, 1)]);
    let third = sheet(&[row(3, "D", "Reds", 40, 1), row(3, "D", "Reds", 41, 2)]);
    let fourth = sheet(&[row(4, "E", "Blues", 50, 1), row(1, "A", "Reds", 30, 1), row(3, "D", "Reds", 42, 2)]);
    let in_order = study(&[
        ("television-1.csv", first.clone()),
        ("television-2.csv", second.clone()),
        ("television-3.csv", third.clone()),
    ]);
    let scattered = study(&[
        ("television-1.csv", first),
        ("television-2.csv", third),
        ("television-3.csv", second),
        ("television-4.csv", fourth),
    ]);
    let samples = ["four-weeks", "kazakhstan-2012"].map(|name| {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("samples").join(name), folder.path());
        folder
    });
    let folders = [in_order.path(), scattered.path()].into_iter().chain(samples.iter().map(tempfile::TempDir::path));
    for folder in folders {
        let whole = result(folder, u64::MAX);
        for n_rows in [0, 1, 3, 40, 400] {
            assert_eq!(result(folder, n_rows), whole, "{n_rows} rows of {}", folder.display());
        }
    }
    let (_, findings) = result(in_order.path(), 0);
    assert!(findings.iter().any(|finding| finding.code.id == "E401"), "{findings:?}");
}

#[test]
fn a_long_text_is_read_as_its_parts_are() {
    // Cells that run over line ends, inch marks in plain cells, empty lines, rows of blank cells, and odd rows, over several MiB. A
    // lone inch mark makes every guess behind it wrong, where the text is taken apart by several.
    for n_inches in [0, 1, 2_000] {
        let (mut text, mut line, mut odd) = (HEAD.to_owned(), 2, Vec::new());
        let (mut n_rows, mut n_blank, mut seconds) = (0, 0, 0);
        for number in 0..60_000_u32 {
            let day = 1 + number / 6_000;
            let inch = if number % 20 == 7 && number / 20 < n_inches { "5\" " } else { "" };
            let item = match number % 5 {
                0 => format!("\"{inch}debate {number},\nsecond \"\"part\"\"\""),
                _ => format!("{inch}item {number}"),
            };
            let item = if number % 5 == 0 { item.replace("5\" ", "") } else { item };
            let actor = if number % 997 == 3 { "Nobody" } else { "Reds" };
            if actor == "Nobody" {
                odd.push(line);
            } else {
                seconds += i64::from(number % 50);
            }
            writeln!(text, "2020-03-{day:02},Channel One,{item},{actor},candidate,news,direct,{},0,1", number % 50)
                .unwrap();
            line += 1 + u64::from(number % 5 == 0);
            n_rows += 1;
            if number % 701 == 5 {
                text.push_str("\n\n,,,,,,,,,\n");
                line += 3;
                n_blank += 3;
            }
        }
        assert!(text.len() > 3 << 20, "{}", text.len());
        let small = study(&[("television.csv", text)]);
        let study = load(small.path()).unwrap().product.unwrap();
        let checked = evenhand::run(&study);
        let of = |code: &str| -> Vec<u64> {
            checked.findings.iter().filter(|f| f.code.id == code).map(|f| f.place.line.unwrap_or_default()).collect()
        };
        assert_eq!(of("E501"), odd, "{n_inches} inch marks: {:?}", checked.findings.iter().take(3).collect::<Vec<_>>());
        let blank: Vec<&Diagnostic> = checked.findings.iter().filter(|f| f.code.id == "W133").collect();
        assert!(blank[0].message.starts_with(&format!("{n_blank} blank rows")), "{blank:?}");
        let (tally, counts) = checked.product;
        assert_eq!(counts.read, n_rows, "{n_inches} inch marks");
        let sum: i64 = tally.sum_rows().unwrap().iter().map(|sum| sum.amount).sum();
        assert_eq!(sum, seconds * 1_000);
    }
}

#[test]
fn a_long_text_that_breaks_off_is_refused_at_its_line() {
    let mut text = HEAD.to_owned();
    for number in 0..60_000 {
        let end = if number == 50_000 { "\"broken" } else { "" };
        writeln!(text, "2020-03-01,Channel One,item {number},Reds,candidate,news,direct,{end},0,1").unwrap();
    }
    assert!(text.len() > 3 << 20);
    let small = study(&[("television.csv", text)]);
    let study = load(small.path()).unwrap().product.unwrap();
    let findings = evenhand::run(&study).findings;
    let errors: Vec<_> = findings.iter().filter(|finding| finding.is_error() && !finding.is_of_row).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].place.line, Some(50_002), "{errors:?}");
}
