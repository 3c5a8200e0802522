//! Sums that are stored: figures made from them, parts added together, and sums that another engine made.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use evenhand::audit::{Mismatch, TallyRecord};
use evenhand::ingest::{ColumnKind, Engine, EngineFailure, Group, GroupRequest};
use evenhand::study::{Field, load};
use evenhand::tally::Tally;
use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, Series};
use polars_io::SerReader as _;
use polars_io::parquet::write::ParquetWriter;

use crate::support::{CODEBOOK, STUDY, SmallStudy, copy, evenhand, root, stderr, stdout};

/// The samples' folder, copied, for files are written beside.
fn samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples"), folder.path());
    folder
}

fn run(folder: &Path, words: &str) -> std::process::Output {
    evenhand(folder, &words.split_whitespace().collect::<Vec<_>>())
}

#[test]
fn figures_from_stored_sums_are_those_of_the_sheets() {
    let folder = samples();
    for study in ["four-weeks", "kazakhstan-2012"] {
        let stored = run(folder.path(), &format!("tally {study} -o {study}.parquet"));
        assert_eq!(stored.status.code(), run(folder.path(), &format!("check {study}")).status.code());
        // The sheets are not needed any more.
        fs::rename(folder.path().join(study).join("data"), folder.path().join("away")).unwrap();
        let of_sums: Vec<_> = measures(study)
            .iter()
            .map(|words| stdout(&run(folder.path(), &format!("{words} --tally {study}.parquet --format csv"))))
            .collect();
        fs::rename(folder.path().join("away"), folder.path().join(study).join("data")).unwrap();
        for (words, of_sums) in measures(study).iter().zip(of_sums) {
            let of_sheets = stdout(&run(folder.path(), &format!("{words} --format csv")));
            assert!(of_sheets.lines().count() > 1 && of_sheets == of_sums, "{words}");
        }
    }
}

fn measures(study: &str) -> Vec<String> {
    let words =
        ["share --by outlet", "tone", "voice --by medium", "trend --by week", "gap", "prominence", "coverage", "lead"];
    words.iter().map(|words| format!("measure {words} {study}")).collect()
}

#[test]
fn other_verbs_work_from_stored_sums_too() {
    let folder = samples();
    let path = folder.path();
    assert!(run(path, "tally kazakhstan-2012 -o t.parquet").status.success());
    let claims = |more: &str| stdout(&run(path, &format!("claim kazakhstan-2012 {more}")));
    assert_eq!(claims("--tally t.parquet"), claims(""));
    let rules = |more: &str| stdout(&run(path, &format!("rules kazakhstan-2012 {more}")));
    assert_eq!(rules("--tally t.parquet"), rules(""));
    assert!(
        run(path, "chart share kazakhstan-2012 --tally t.parquet --where medium=print --out charts").status.success()
    );
    // The picture names what it was made from: the sums, not the sheets.
    assert_eq!(fs::read_dir(path.join("charts")).unwrap().count(), 4);
    for (words, why) in [
        (
            "report kazakhstan-2012 --kind audit --tally t.parquet",
            "a report for auditors lists the rows, which stand in the sheets: leave out --tally",
        ),
        ("report kazakhstan-2012 --tally t.parquet", "items were coded twice, and a report says how alike"),
        ("chart agreement kazakhstan-2012 --tally t.parquet", "how alike coders code stands in the sheets"),
        (
            "rules worked-rules --file worked-rules/italy-2000.toml --tally t.parquet",
            "was made with another study.toml",
        ),
    ] {
        let refused = run(path, words);
        assert_eq!(refused.status.code(), Some(2), "{words}");
        assert!(stderr(&refused).contains(why), "{words}: {}", stderr(&refused));
    }
}

#[test]
fn parts_add_up_to_the_same_bytes_as_the_whole() {
    let folder = samples();
    let path = folder.path();
    let data = path.join("four-weeks/data");
    // Two sheets, split between items.
    let text = fs::read_to_string(data.join("television.csv")).unwrap();
    let (head, rows) = text.split_once('\n').unwrap();
    let (early, late): (Vec<&str>, Vec<&str>) = rows.lines().partition(|row| *row < "2016-03-05");
    fs::remove_file(data.join("television.csv")).unwrap();
    for (name, rows) in [("a", &early), ("b", &late)] {
        fs::write(data.join(format!("television-{name}.csv")), format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    }
    let study = path.join("four-weeks/study.toml");
    let declared = fs::read_to_string(&study).unwrap().replace("data/television.csv", "data/television-*.csv");
    fs::write(&study, declared).unwrap();
    assert!(run(path, "tally four-weeks -o whole.parquet").status.success());
    for name in ["a", "b"] {
        let words = format!("tally four-weeks --part data/*-{name}.csv -o {name}.parquet");
        assert!(run(path, &words).status.success());
    }
    for order in ["a.parquet b.parquet", "b.parquet a.parquet"] {
        assert!(run(path, &format!("tally merge {order} -o both.parquet")).status.success());
        assert_eq!(fs::read(path.join("both.parquet")).unwrap(), fs::read(path.join("whole.parquet")).unwrap());
    }
    fs::write(path.join("no.parquet"), "PAR1 or so").unwrap();
    assert!(run(path, "tally kazakhstan-2012 -o other.parquet").status.success());
    assert!(run(path, "tally four-weeks --part data/*-b.csv --without coder -o less.parquet").status.success());
    for (parts, why) in [
        ("a.parquet whole.parquet", "holds `data/television-a.csv`, which is in another of them too"),
        ("a.parquet other.parquet", "made with another study.toml"),
        ("a.parquet less.parquet", "tells other fields apart: without coder, the other without none"),
        ("a.parquet no.parquet", "is no tally that `evenhand tally` wrote"),
        ("a.parquet none.parquet", "`none.parquet` cannot be read"),
    ] {
        let refused = run(path, &format!("tally merge {parts} -o sum.parquet"));
        assert_eq!(refused.status.code(), Some(2), "{parts}");
        assert!(stderr(&refused).contains(why), "{parts}: {}", stderr(&refused));
        assert!(!path.join("sum.parquet").exists());
    }
}

#[test]
fn stored_sums_are_of_one_study_and_its_fields() {
    let folder = samples();
    let path = folder.path();
    assert!(run(path, "tally four-weeks --without tone,coder -o t.parquet").status.success());
    let asked = run(path, "measure tone four-weeks --tally t.parquet");
    assert!(
        stderr(&asked).contains("`t.parquet` was made without `tone`, which is asked for here"),
        "{}",
        stderr(&asked)
    );
    assert!(run(path, "measure share four-weeks --tally t.parquet --by programme").status.success());
    let book = path.join("four-weeks/codebook.toml");
    fs::write(&book, fs::read_to_string(&book).unwrap() + "\n# Another one.\n").unwrap();
    let changed = run(path, "measure share four-weeks --tally t.parquet");
    assert!(
        stderr(&changed)
            .contains("was made with another study.toml, codebook or look-up table, of which even a comment counts")
    );
    for (words, why) in [
        ("tally four-weeks --without actor -o u.parquet", "unknown field to leave out `actor`; possible: programme"),
        ("tally four-weeks --without genre -o u.parquet", "asks for `genre`: sums without it could not be measured"),
        (
            "tally four-weeks --part data/radio* -o u.parquet",
            "no sheet of the study matches `data/radio*`: below its folder there are `data/television.csv`",
        ),
        ("tally four-weeks", "name the file to write: -o FILE"),
    ] {
        let refused = run(path, words);
        assert_eq!(refused.status.code(), Some(2), "{words}");
        assert!(stderr(&refused).contains(why), "{words}: {}", stderr(&refused));
        assert!(!path.join("u.parquet").exists());
    }
}

#[test]
fn no_tally_is_stored_of_rows_with_errors() {
    let study = SmallStudy::new();
    let sheet = fs::read_to_string(study.path().join("data/television.csv")).unwrap().replace("Blues", "Greens");
    let study = study.with("data/television.csv", sheet);
    let refused = study.run(&["tally", ".", "-o", "t.parquet"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("no tally was made: mend the errors above"));
    assert!(!study.path().join("t.parquet").exists());
}

/// An engine of its own: rows in memory, grouped by texts.
struct Toy {
    columns: Vec<(&'static str, ColumnKind)>,
    rows: Vec<Vec<String>>,
    /// Groups that are lost on the way.
    n_lost: usize,
}

impl Engine for Toy {
    fn columns(&self, _: &str) -> Result<Vec<(String, ColumnKind)>, EngineFailure> {
        Ok(self.columns.iter().map(|(name, kind)| ((*name).to_owned(), kind.clone())).collect())
    }

    fn groups(&self, request: &GroupRequest) -> Result<Vec<Group>, EngineFailure> {
        let place = |name: &str| self.columns.iter().position(|(known, _)| *known == name).unwrap();
        let mut groups: BTreeMap<Vec<Option<String>>, Group> = BTreeMap::new();
        for row in &self.rows {
            let cell = |name: &str| Some(row[place(name)].clone()).filter(|cell| !cell.is_empty());
            let keys: Vec<Option<String>> = request.keys.iter().map(|key| cell(key)).collect();
            let new = || Group { keys: keys.clone(), n_rows: 0, sums: vec![(0, 0, 0); request.sums.len()] };
            let group = groups.entry(keys.clone()).or_insert_with(new);
            group.n_rows += 1;
            for (sum, column) in group.sums.iter_mut().zip(&request.sums) {
                match cell(&column.column).map(|cell| cell.parse::<i64>().unwrap() * column.scale) {
                    Some(amount) if (0..=column.most).contains(&amount) => *sum = (sum.0 + 1, sum.1 + amount, sum.2),
                    Some(_) => *sum = (sum.0 + 1, sum.1, sum.2 + 1),
                    None => sum.2 += u64::from(column.is_needed),
                }
            }
        }
        // In an order that nobody may rely on.
        let n_lost = if request.keys.is_empty() { 0 } else { self.n_lost };
        Ok(groups.into_values().rev().skip(n_lost).collect())
    }
}

const ARCHIVE: &str = r#"
title = "An archive"
publisher = "The test"
second_language = "kk"

[window]
from = 2020-03-01
to = 2020-03-03
outside = "leave-out"

[[source]]
id = "archive"
files = "data/*.parquet"
amount = "seconds"
blank_amounts = "nothing"
ignore = ["clip"]

[source.columns]
date = "date"
outlet = "channel"
actor = "actor"
genre = "genre"
tone = "tone"

[[source.wide]]
column = "seconds"
amount = "seconds"
set = { quantity = "airtime" }

[[source.wide]]
column = "cm2"
amount = "cm2"
set = { quantity = "area" }

[[pool]]
id = "parties"
name = "parties"
groups = ["party"]
"#;

/// An archive of 300 rows in two files, and the engine that has them.
fn archive() -> (SmallStudy, Toy) {
    let columns = vec![
        ("date", ColumnKind::Date),
        ("channel", ColumnKind::Text),
        ("actor", ColumnKind::Text),
        ("genre", ColumnKind::Text),
        ("tone", ColumnKind::Whole),
        ("clip", ColumnKind::Whole),
        ("seconds", ColumnKind::Whole),
        ("cm2", ColumnKind::Whole),
    ];
    let row = |number: usize| {
        let is_print = number.is_multiple_of(3);
        let channel = if is_print { "Gazette" } else { ["Channel One", "two"][number % 2] };
        let actor = ["Reds", "The Reds", "Blues", "«Reds»"][number % 4];
        let tone = ["-1", "0", "1", ""][number / 7 % 4];
        let amount = (number * 37 % 400).to_string();
        let amounts = if is_print { [String::new(), amount] } else { [amount, String::new()] };
        // Some of February: out of scope.
        let day = format!("2020-{}", ["02-29", "03-01", "03-02", "03-03"][number / 5 % 4]);
        let [seconds, cm2] = amounts;
        vec![
            day,
            channel.to_owned(),
            actor.to_owned(),
            "news".to_owned(),
            tone.to_owned(),
            number.to_string(),
            seconds,
            cm2,
        ]
    };
    let rows: Vec<Vec<String>> = (0..300).map(row).collect();
    let study = SmallStudy::new().with("study.toml", ARCHIVE);
    for (name, rows) in [("a", &rows[..100]), ("b", &rows[100..])] {
        let column = |(at, (name, kind)): (usize, &(&str, ColumnKind))| -> Column {
            let cells: Vec<Option<&str>> =
                rows.iter().map(|row| Some(row[at].as_str()).filter(|cell| !cell.is_empty())).collect();
            let texts = Series::new((*name).into(), cells);
            match kind {
                ColumnKind::Whole => texts.strict_cast(&DataType::Int64).unwrap(),
                ColumnKind::Date => {
                    let days: Vec<chrono::NaiveDate> = rows.iter().map(|row| row[at].parse().unwrap()).collect();
                    Series::new((*name).into(), days)
                }
                _ => texts,
            }
            .into_column()
        };
        let mut frame = DataFrame::new(rows.len(), columns.iter().enumerate().map(column).collect()).unwrap();
        let file = fs::File::create(study.path().join(format!("data/{name}.parquet"))).unwrap();
        ParquetWriter::new(file).finish(&mut frame).unwrap();
    }
    (study, Toy { columns, rows, n_lost: 0 })
}

#[test]
fn an_engine_adds_up_to_the_same_tally() {
    let (folder, toy) = archive();
    let study = load(folder.path()).unwrap().product.unwrap();
    for without in [vec![], vec![Field::Tone], vec![Field::Genre, Field::Tone]] {
        let here = evenhand::run_without(&study, &without);
        let there = evenhand::run_on(&toy, "anywhere", &study, &without).unwrap();
        assert_eq!(there.product, here.product);
        assert_eq!(there.product.1.used, 225);
        assert!(!here.has_errors() && !there.has_errors());
    }
}

#[test]
fn words_of_an_archive_are_checked_as_those_of_a_sheet() {
    let (folder, mut toy) = archive();
    for row in toy.rows.iter_mut().filter(|row| row[2] == "Blues") {
        row[2] = "Greens".to_owned();
    }
    let study = load(folder.path()).unwrap().product.unwrap();
    let checked = evenhand::run_on(&toy, "s3a://bucket/archive/", &study, &[]).unwrap();
    let errors: Vec<String> =
        checked.findings.iter().filter(|found| found.is_error()).map(evenhand::diagnostic::one_line).collect();
    // Once for the name, whatever it stands beside, and without a line, for there is none.
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("s3a://bucket/archive/data/*.parquet"), "{errors:?}");
    assert!(errors[0].contains("`Greens`"), "{errors:?}");
    assert_eq!(checked.product.1.rejected["E501"], 75);
}

#[test]
fn what_takes_single_rows_is_refused() {
    let refused = |study: &str, toy: &Toy| {
        let folder = SmallStudy::new().with("study.toml", study);
        let study = load(folder.path()).unwrap().product.unwrap();
        evenhand::run_on(toy, "anywhere", &study, &[]).unwrap_err().to_string()
    };
    let (_folder, mut toy) = archive();
    let start = ARCHIVE.replace("tone = \"tone\"", "tone = \"tone\"\nstart = \"clip\"");
    assert_eq!(
        refused(&start, &toy),
        "source `archive` reads `start`: who is on air twice is seen in single rows only; leave that column out under \
         `ignore`, or tally without --engine"
    );
    let workbook = ARCHIVE.replace("data/*.parquet", "data/*.xlsx");
    assert!(refused(&workbook, &toy).contains("only Parquet can be added up there"));
    let items = ARCHIVE.replace("tone = \"tone\"", "tone = \"tone\"\nitem = \"clip\"");
    assert!(refused(&items, &toy).contains("items of several rows are put together from single rows"));
    let minutes = ARCHIVE.replace("amount = \"seconds\"\nset", "amount = \"hh:mm:ss\"\nset");
    assert!(refused(&minutes, &toy).contains("amounts written as hh:mm:ss in `seconds`"));
    toy.rows[1][6] = "-5".to_owned();
    toy.rows[2][6] = "100000001".to_owned();
    assert!(refused(ARCHIVE, &toy).contains("has 2 amounts in `seconds` that cannot be added up"));
    toy.columns[6].1 = ColumnKind::Text;
    assert!(
        refused(ARCHIVE, &toy).contains("has amounts in `seconds`, which holds no numbers there; store it as whole")
    );
    toy.columns[0].1 = ColumnKind::Other("timestamp".to_owned());
    toy.columns[6].1 = ColumnKind::Whole;
    assert!(refused(ARCHIVE, &toy).contains("reads `date`, which holds timestamp there"));
}

#[test]
fn a_column_that_the_archive_lacks_is_named() {
    let (folder, mut toy) = archive();
    toy.columns[2].0 = "party";
    let study = load(folder.path()).unwrap().product.unwrap();
    let checked = evenhand::run_on(&toy, "anywhere", &study, &[]).unwrap();
    let lines: Vec<String> = checked.findings.iter().map(evenhand::diagnostic::one_line).collect();
    assert!(lines.iter().any(|line| line.contains("E124") && line.contains("`actor`")), "{lines:?}");
}

#[test]
fn a_build_without_spark_says_so() {
    let (folder, _) = archive();
    let refused = folder.run(&["tally", ".", "--engine", "sc://127.0.0.1:1", "-o", "t.parquet"]);
    assert_eq!(refused.status.code(), Some(2));
    let expected = if cfg!(feature = "spark") { "does not answer" } else { "takes a build with Spark" };
    assert!(stderr(&refused).contains(expected), "{}", stderr(&refused));
    assert!(!folder.path().join("t.parquet").exists());
}

/// On the archive that `.ci/run` makes: sums made by Spark are those made here, cell by cell.
#[test]
fn sums_of_two_engines_are_the_same() {
    let Ok(pair) = std::env::var("EVENHAND_TALLIES") else {
        crate::support::skip("no EVENHAND_TALLIES: two files of sums, with a colon between");
        return;
    };
    let paths: Vec<PathBuf> = pair.split(':').map(PathBuf::from).collect();
    let ((here, _), (there, _)) = (Tally::load(&paths[0]).unwrap(), Tally::load(&paths[1]).unwrap());
    assert!(here.appearances().height() > 100_000);
    assert_eq!(here, there);
}

#[test]
fn rows_with_nothing_but_an_amount_are_missed_by_nobody() {
    let (folder, mut toy) = archive();
    for cell in [0, 1, 2, 3, 4] {
        toy.rows[7][cell].clear();
    }
    let study = load(folder.path()).unwrap().product.unwrap();
    let checked = evenhand::run_on(&toy, "anywhere", &study, &[]).unwrap();
    assert!(checked.has_errors());
    assert_eq!((checked.product.1.read, checked.product.1.rejected["E201"]), (600, 1));
}

#[test]
fn what_the_sums_leave_together_is_checked_all_the_same() {
    let (folder, mut toy) = archive();
    toy.rows[9][3] = "gossip".to_owned();
    let study = load(folder.path()).unwrap().product.unwrap();
    let refused = evenhand::run_on(&toy, "anywhere", &study, &[Field::Genre]).unwrap_err();
    assert!(refused.to_string().contains("has words in `genre` that nobody knows: `gossip`"), "{refused}");
    // A rule that looks at an amount would see its sum.
    let rule = "[[source.leave_out]]\ncolumn = \"seconds\"\nmatches = [\"0\"]\n\n[[source.wide]]\ncolumn = \"seconds\"";
    let study =
        SmallStudy::new().with("study.toml", ARCHIVE.replacen("[[source.wide]]\ncolumn = \"seconds\"", rule, 1));
    let study = load(study.path()).unwrap().product.unwrap();
    let refused = evenhand::run_on(&toy, "anywhere", &study, &[]).unwrap_err();
    assert!(refused.to_string().contains("asks `seconds` for more than its sum"), "{refused}");
}

#[test]
fn sums_without_the_rejected_rows_can_be_used_and_say_so() {
    let sheet = fs::read_to_string(SmallStudy::new().path().join("data/television.csv")).unwrap();
    let declared = fs::read_to_string(SmallStudy::new().path().join("study.toml")).unwrap();
    let study = SmallStudy::new()
        .with("study.toml", format!("on_error = \"reject\"\n{declared}"))
        .with("data/television.csv", sheet.replacen("direct,40,1,1", "direct,40,1,1,x", 1));
    assert_eq!(study.run(&["tally", ".", "-o", "t.parquet"]).status.code(), Some(1));
    let of_sums = study.run(&["measure", "share", ".", "--tally", "t.parquet", "--format", "csv"]);
    let of_sheets = study.run(&["measure", "share", ".", "--format", "csv"]);
    // How alike coders code is not in the sums, so that no figure is flagged by it: that is said.
    assert_eq!((of_sums.status.code(), stdout(&of_sums)), (Some(1), stdout(&of_sheets).replace(";unreliable", "")));
    assert!(stderr(&of_sums).contains("how alike coders code stands in the sheets"), "{}", stderr(&of_sums));
    assert!(stderr(&of_sums).contains("1 of 10 rows were rejected"), "{}", stderr(&of_sums));
    let report = study.run(&["report", ".", "--tally", "t.parquet"]);
    assert!(stderr(&report).contains("leave out --tally"), "{}", stderr(&report));
    // A sheet that came later is not in the sums.
    let declared = declared.replace("data/print.csv", "data/print*.csv");
    let study = SmallStudy::new().with("study.toml", &declared);
    assert!(study.run(&["tally", ".", "-o", "t.parquet"]).status.success());
    let later =
        fs::read_to_string(study.path().join("data/print.csv")).unwrap().replace("P1", "P8").replace("P2", "P9");
    fs::write(study.path().join("data/print-2.csv"), later).unwrap();
    let said = study.run(&["measure", "share", ".", "--tally", "t.parquet"]);
    assert!(stderr(&said).contains("not in `t.parquet`: `data/print-2.csv`"), "{}", stderr(&said));
}

#[test]
fn an_answer_that_was_cut_off_is_no_answer() {
    let (folder, mut toy) = archive();
    let study = load(folder.path()).unwrap().product.unwrap();
    for n_lost in [1, 10_000] {
        toy.n_lost = n_lost;
        let refused = evenhand::run_on(&toy, "anywhere", &study, &[]).unwrap_err().to_string();
        assert!(refused.contains("and of 300 rows: one of them was cut off, so ask again"), "{refused}");
    }
}

#[test]
fn a_slip_of_the_hand_costs_no_file() {
    let study = SmallStudy::new();
    for (words, why) in [
        ("tally . -o data/television.csv", "`data/television.csv` is there and is no tally: write to another file"),
        ("tally . -o nowhere/t.parquet", "`nowhere` is no folder that exists"),
        ("tally . -o data", "`data` is a folder; name a file"),
        ("tally . --engine localhost -o t.parquet", "an engine is written sc://HOST:PORT"),
    ] {
        let refused = run(study.path(), words);
        assert_eq!(refused.status.code(), Some(2), "{words}");
        assert!(stderr(&refused).contains(why), "{words}: {}", stderr(&refused));
    }
    assert_eq!(fs::read_to_string(study.path().join("data/television.csv")).unwrap(), crate::support::TELEVISION);
    // A tally may be made anew, and no part replaced by the sum.
    assert!(run(study.path(), "tally . -o t.parquet").status.success());
    assert!(run(study.path(), "tally . -o t.parquet").status.success());
    let refused = run(study.path(), "tally merge t.parquet t.parquet -o t.parquet");
    assert!(stderr(&refused).contains("`t.parquet` is one of the parts"), "{}", stderr(&refused));
}

#[test]
fn damaged_sums_are_never_used() {
    let study = SmallStudy::new();
    assert!(study.run(&["tally", ".", "-o", "t.parquet"]).status.success());
    let whole = fs::read(study.path().join("t.parquet")).unwrap();
    let is_told = |bytes: &[u8]| {
        fs::write(study.path().join("d.parquet"), bytes).unwrap();
        Tally::load(&study.path().join("d.parquet")).is_ok()
    };
    assert!(is_told(&whole));
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at % 8);
        assert!(!is_told(&damaged), "{at}");
    }
    for length in [0, 1, 7, 8, 40, whole.len() / 2, whole.len() - 1] {
        assert!(!is_told(&whole[..length]), "{length}");
    }
    // Whoever reads Parquet reads it.
    let other = polars_io::parquet::read::ParquetReader::new(std::io::Cursor::new(whole)).finish().unwrap();
    assert_eq!(other.column("table").unwrap().len(), other.height());
}

#[test]
fn a_report_of_stored_sums_says_so_and_can_be_verified() {
    let folder = samples();
    let path = folder.path();
    // Without second codings and rules on single items.
    let sheet = path.join("four-weeks/data/television.csv");
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(
        &sheet,
        text.lines().filter(|row| !row.ends_with(",2")).map(|row| format!("{row}\n")).collect::<String>(),
    )
    .unwrap();
    fs::remove_file(path.join("four-weeks/rules.toml")).unwrap();
    assert!(run(path, "tally four-weeks -o t.parquet").status.success());
    let report = run(path, "report four-weeks --tally t.parquet --kind preliminary --out r");
    assert!(report.status.success(), "{}", stderr(&report));
    assert!(fs::read_to_string(path.join("r/record.json")).unwrap().contains("\"tally\": \"t.parquet\""));
    let verified = run(path, "verify r --study four-weeks --tally t.parquet");
    assert_eq!(verified.status.code(), Some(0), "{}", stdout(&verified));
    let unnamed = run(path, "verify r --study four-weeks");
    assert!(stdout(&unnamed).contains("the report was made from stored sums: name `t.parquet` with --tally"));
}

#[test]
fn sums_of_an_engine_are_not_added_to_sheets_of_the_same_source() {
    let (folder, toy) = archive();
    let study = load(folder.path()).unwrap().product.unwrap();
    let counts = evenhand::run_on(&toy, "s3a://bucket/", &study, &[]).unwrap().product.1;
    let there = TallyRecord::of_engine(&study, &[], &counts, "s3a://bucket/").unwrap();
    assert!(!there.not_looked_for.is_empty() && there.sheets.iter().all(|sheet| sheet.sha256.is_none()));
    assert_eq!(TallyRecord::read(&there.text()), Ok(there.clone()));
    let here = TallyRecord::of(&study, &[], &counts).unwrap();
    assert!(here.not_looked_for.is_empty() && here.sheets.iter().all(|sheet| sheet.sha256.is_some()));
    for (one, other) in [(&here, &there), (&there, &here)] {
        assert_eq!(one.plus(other), Err(Mismatch::Elsewhere(there.sheets[0].path.clone())));
    }
    // Of another source they are.
    let mut elsewhere = there.clone();
    elsewhere.sheets.iter_mut().for_each(|sheet| sheet.source += 1);
    let sum = here.plus(&elsewhere).unwrap();
    assert_eq!((sum.read, sum.used, sum.sheets.len()), (2 * here.read, 2 * here.used, 3));
    let sorted: std::collections::BTreeSet<&String> = there.not_looked_for.iter().collect();
    assert_eq!(sum.not_looked_for.iter().collect::<Vec<_>>(), sorted.into_iter().collect::<Vec<_>>());
}

/// The television sheet of the small study with these rows: day, item, actor and seconds.
fn coded(rows: &[(&str, &str, &str, u32)]) -> String {
    let line = |(day, item, actor, seconds): &(&str, &str, &str, u32)| {
        format!("{day},Channel One,{item},{actor},candidate,news,direct,{seconds},0,1\n")
    };
    let head = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n";
    head.to_owned() + &rows.iter().map(line).collect::<String>()
}

#[test]
fn an_item_counts_once_in_its_file_and_names_once_who_is_in_it() {
    let day = "2020-03-01";
    let study = SmallStudy::new()
        .with("study.toml", STUDY.replace("data/television.csv", "data/television*.csv"))
        .with("data/television.csv", coded(&[(day, "A", "Reds", 30), (day, "A", "Blues", 10), (day, "A", "Reds", 5)]))
        .with("data/television-2.csv", coded(&[(day, "A", "Blues", 20), (day, "A", "Reds", 40), (day, "", "Reds", 7)]))
        .without("data/print.csv");
    let study = load(study.path()).unwrap().product.unwrap();
    let items = evenhand::run(&study).product.0.items().clone();
    let casts: Vec<&str> = items.column("cast").unwrap().str().unwrap().iter().flatten().collect();
    let counts: Vec<i64> = items.column("n_items").unwrap().i64().unwrap().iter().flatten().collect();
    let (blues, reds) = ("blues|candidate|direct|neutral|", "reds|candidate|direct|neutral|");
    // The same id in another file is another item; a row without one is an item of its own.
    assert_eq!(casts, [format!("{blues};{reds}"), reds.to_owned()]);
    assert_eq!(counts, [2, 1]);
}

#[test]
fn days_before_1970_are_days_as_others_are() {
    let of = |year: &str| {
        let [study, codebook] = [STUDY, CODEBOOK].map(|text| text.replace("2020-", &format!("{year}-")));
        let rows = ["03-01", "03-02", "03-03"].map(|day| format!("{year}-{day}"));
        let rows: Vec<_> = rows.iter().zip(10..).map(|(day, seconds)| (day.as_str(), "A", "Reds", seconds)).collect();
        let folder = SmallStudy::new().with("study.toml", study).with("codebook.toml", codebook);
        let folder = folder.with("data/television.csv", coded(&rows)).without("data/print.csv");
        let study = load(folder.path()).unwrap().product.unwrap();
        let sums = evenhand::run(&study).product.0.sum_rows().unwrap();
        sums.into_iter().map(|sum| (sum.key("date").replace(year, ""), sum.amount)).collect::<Vec<_>>()
    };
    let days = ["-03-01", "-03-02", "-03-03"].map(str::to_owned).into_iter().zip([10_000, 11_000, 12_000]);
    assert_eq!(of("1969"), days.collect::<Vec<_>>());
    assert_eq!(of("1969"), of("2020"));
}
