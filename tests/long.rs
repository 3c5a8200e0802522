//! Sheets that are too long to be read in one piece, or to be remembered whole.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use evenhand::check::Memory;
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

/// Everything that comes of a study, where so much is remembered.
fn result(folder: &Path, memory: Memory) -> (String, Vec<Diagnostic>) {
    let study = load(folder).unwrap().product.unwrap();
    let checked = evenhand::run_remembering(&study, &[], memory);
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
        let whole = result(folder, Memory::OfAll);
        for n_rows in [0, 1, 3, 40, 400] {
            assert_eq!(result(folder, Memory::OfRows(n_rows)), whole, "{n_rows} rows of {}", folder.display());
        }
    }
    let (_, findings) = result(in_order.path(), Memory::OfRows(0));
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

/// A sheet of several MiB whose rows are odd in one way or another.
fn odd_sheet(seed: u32, end: &str) -> String {
    let mut text = String::new();
    for number in 0..50_000_u32 {
        let day = 1 + number / 5_000;
        let date = if number % 4_999 == seed { format!("{day:02}.03.2020") } else { format!("2020-03-{day:02}") };
        let item = match (number + seed) % 7 {
            0 => format!("\"a debate of {number},{end}its second part\""),
            1 => format!(" item {number} "),
            _ => format!("item {number}"),
        };
        let actor = if number % 3_001 == 7 { "Nobody" } else { "Reds" };
        let seconds = number % 50;
        text.push_str(&format!("{date},Channel One,{item},{actor},candidate,news,direct,{seconds},0,1,{seconds}{end}"));
        match number % 1_009 {
            5 => text.push_str(&end.repeat(2)),
            6 => text.push_str(&format!(",,,,,,,,,,{end}")),
            7 => text.push_str(&format!("2020-03-{day:02},Channel One,short row{end}")),
            8 if seed == 2 => {
                text.push_str(&format!("2020-03-{day:02},Channel One,x,Reds,candidate,news,direct,1,0,1,1,more{end}"));
            }
            _ => {}
        }
    }
    text
}

#[test]
fn a_long_text_is_read_by_several_as_by_one() {
    // What is compressed is short on the disk, and is read by one thread.
    let gzipped = |bytes: &[u8]| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(bytes).unwrap();
        let archive = writer.finish().unwrap();
        assert!(archive.len() < 1 << 21, "{}", archive.len());
        archive
    };
    let head = HEAD.replace("pass\n", "pass,length");
    for (seed, end, above, below) in [
        (0, "\n", "", ""),
        (1, "\r\n", "\u{feff}", "2020-03-09,Channel One,last,Reds,candidate,news,direct,7,0,1,7"),
        (2, "\n", "sep=,\n", "\n\n,,,,,,,,,,\n\n"),
        (3, "\n", "", "\"never closed"),
    ] {
        let text = format!("{above}{head}{end}{}{below}", odd_sheet(seed, end));
        assert!(text.len() > 3 << 20);
        let outcome = |name: &str, bytes: &[u8]| {
            let small = study(&[]).with(&format!("data/{name}"), bytes);
            let declared = std::fs::read_to_string(small.path().join("study.toml")).unwrap();
            let small = small.with("study.toml", declared.replace("television*.csv", name));
            let (result, findings) = result(small.path(), Memory::OfAll);
            let path = small.path().to_string_lossy().into_owned();
            let said = |finding: &Diagnostic| {
                let place = format!("{:?}", finding.place);
                let [message, place] =
                    [finding.message.as_str(), &place].map(|said| said.replace(&path, "").replace(name, "sheet"));
                (finding.code.id, message, place)
            };
            // The mark of a compressed text is not told.
            let findings = findings.iter().filter(|finding| finding.code.id != "N105");
            let mut findings: Vec<_> = findings.map(said).collect();
            findings.sort();
            (result, findings)
        };
        let (one, several) =
            (outcome("television.csv.gz", &gzipped(text.as_bytes())), outcome("television.csv", text.as_bytes()));
        let differing = one.1.iter().zip(&several.1).find(|(one, several)| one != several);
        assert!(differing.is_none() && one.1.len() > 50, "{seed}: {differing:#?} of {}", one.1.len());
        assert_eq!(one.1.len(), several.1.len(), "{seed}");
        assert!(one.0 == several.0, "{seed}");
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
