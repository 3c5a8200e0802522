//! The same study gives the same bytes, whatever the number of threads, the order of rows and files, and what they are written in.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use polars::prelude::{Column, DataFrame, NamedFrom as _, Series};
use polars_io::parquet::write::ParquetWriter;

use crate::support::{copy, evenhand, files, root, stderr, stdout};

/// Tables that between them ask for everything that is counted.
const TABLES: [&[&str]; 8] = [
    &["measure", "share", ".", "--by", "outlet,genre", "--format", "csv"],
    &["measure", "share", ".", "--by", "programme,coder,page,position", "--format", "csv"],
    &["measure", "tone", ".", "--by", "medium", "--format", "csv"],
    &["measure", "voice", ".", "--by", "capacity", "--format", "csv"],
    &["measure", "trend", ".", "--by", "outlet", "--format", "csv"],
    &["measure", "lead", ".", "--by", "medium", "--format", "csv"],
    &["measure", "coverage", ".", "--format", "csv"],
    &["agree", ".", "--format", "csv"],
];

fn sample(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples").join(name), folder.path());
    folder
}

/// Every table of a study.
fn tables(folder: &Path) -> Vec<String> {
    let table = |words: &&[&str]| {
        let output = evenhand(folder, words);
        assert!(output.status.success(), "{words:?}: {}", stderr(&output));
        stdout(&output)
    };
    TABLES.iter().map(table).collect()
}

/// Asserts that a study says what another said, table by table.
fn assert_same(folder: &Path, expected: &[String], what: &str) {
    for ((words, table), expected) in TABLES.iter().zip(tables(folder)).zip(expected) {
        let differing = table.lines().zip(expected.lines()).find(|(one, other)| one != other);
        assert_eq!(differing, None, "{what}: {words:?}");
        assert_eq!(table.len(), expected.len(), "{what}: {words:?}");
    }
}

/// Numbers that look drawn by chance and are the same each time.
fn numbers(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed;
    move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed ^ (mixed >> 29)
    }
}

/// The rows of a sheet in another order, below the same headings. No cell of the samples holds a line end.
fn shuffled(text: &str, seed: u64) -> String {
    let (headings, rows) = text.split_once('\n').unwrap();
    let mut next = numbers(seed);
    let mut rows: Vec<(u64, &str)> = rows.lines().map(|row| (next(), row)).collect();
    rows.sort_unstable();
    let rows: Vec<&str> = rows.into_iter().map(|(_, row)| row).collect();
    format!("{headings}\n{}\n", rows.join("\n"))
}

#[test]
fn threads_change_no_byte() {
    let folder = sample("four-weeks");
    let mut before = None;
    for threads in ["1", "2", "8"] {
        let run = |words: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
            command.current_dir(folder.path()).args(words).env_clear();
            command.env("RAYON_NUM_THREADS", threads).env("POLARS_MAX_THREADS", threads);
            let output = command.output().unwrap();
            assert!(output.status.success(), "{words:?}: {}", stderr(&output));
            (output.stdout, output.stderr)
        };
        let printed: Vec<_> = TABLES.iter().map(|words| run(words)).collect();
        run(&["report", ".", "--period", "week-2", "--out", "out"]);
        run(&["tally", ".", "-o", "out.parquet"]);
        let written = files(folder.path());
        fs::remove_dir_all(folder.path().join("out")).unwrap();
        let said = (printed, written);
        assert!(before.is_none_or(|before| before == said), "{threads} threads");
        before = Some(said);
    }
}

#[test]
fn the_order_of_rows_and_of_files_changes_no_figure() {
    for name in ["four-weeks", "kazakhstan-2012"] {
        let folder = sample(name);
        let plain = tables(folder.path());
        let sheets: Vec<_> =
            fs::read_dir(folder.path().join("data")).unwrap().map(|entry| entry.unwrap().path()).collect();
        for sheet in &sheets {
            let text = fs::read_to_string(sheet).unwrap();
            fs::write(sheet, shuffled(&text, 7)).unwrap();
        }
        assert_same(folder.path(), &plain, "rows in another order");
        // Each sheet in four files, whose names have nothing to do with what came first. An item is one within its file, and so
        // the rows of a day stay together.
        for sheet in &sheets {
            let text = fs::read_to_string(sheet).unwrap();
            let (headings, rows) = text.split_once('\n').unwrap();
            for (part, ending) in ["c", "a", "d", "b"].into_iter().enumerate() {
                let day = |row: &&str| row[..10].bytes().map(usize::from).sum::<usize>() % 4 == part;
                let rows: Vec<&str> = rows.lines().filter(day).collect();
                let path = sheet.with_file_name(format!("{}-{ending}.csv", sheet.file_stem().unwrap().display()));
                fs::write(path, format!("{headings}\n{}\n", rows.join("\n"))).unwrap();
            }
            fs::remove_file(sheet).unwrap();
        }
        let study = fs::read_to_string(folder.path().join("study.toml")).unwrap();
        fs::write(folder.path().join("study.toml"), study.replace(".csv\"", "-*.csv\"")).unwrap();
        assert_same(folder.path(), &plain, "files in another order");
    }
}

/// A sheet of the sample as columns: headings, and their cells.
fn columns(text: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |number: usize| records.iter().map(|record| record[number].to_owned()).collect();
    headings.into_iter().enumerate().map(|(number, heading)| (heading, column(number))).collect()
}

/// Columns that a workbook and Parquet hold as numbers.
const NUMBERS: [&str; 3] = ["seconds", "tone", "pass"];

fn as_workbook(columns: &[(String, Vec<String>)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (number, (heading, cells)) in (0_u16..).zip(columns) {
        sheet.write(0, number, heading).unwrap();
        for (row, cell) in (1_u32..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            if NUMBERS.contains(&heading.as_str()) {
                sheet.write(row, number, cell.parse::<f64>().unwrap()).unwrap();
            } else {
                sheet.write(row, number, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn as_parquet(columns: &[(String, Vec<String>)]) -> Vec<u8> {
    let column = |(heading, cells): &(String, Vec<String>)| {
        let name = heading.as_str().into();
        if NUMBERS.contains(&heading.as_str()) {
            Column::from(Series::new(name, cells.iter().map(|cell| cell.parse::<i64>().ok()).collect::<Vec<_>>()))
        } else {
            Column::from(Series::new(name, cells))
        }
    };
    let mut frame = DataFrame::new(columns[0].1.len(), columns.iter().map(column).collect()).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    bytes.into_inner()
}

#[test]
fn text_workbook_and_parquet_of_the_same_rows_give_the_same_figures() {
    let folder = sample("four-weeks");
    let plain = tables(folder.path());
    let sheet = folder.path().join("data/television.csv");
    let study = fs::read_to_string(folder.path().join("study.toml")).unwrap();
    let columns = columns(&fs::read_to_string(&sheet).unwrap());
    fs::remove_file(sheet).unwrap();
    for (ending, bytes) in [("xlsx", as_workbook(&columns)), ("parquet", as_parquet(&columns))] {
        fs::write(folder.path().join("data/television").with_extension(ending), bytes).unwrap();
        let study = study.replace("television.csv", &format!("television.{ending}"));
        fs::write(folder.path().join("study.toml"), study).unwrap();
        assert_same(folder.path(), &plain, ending);
    }
}
