//! Files that would fill the memory, wait for ever or lie about themselves: refused or harmless within a bound.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::process::{Command, Output};

use polars::prelude::{Column, DataFrame, NamedFrom as _, Series};
use polars_io::parquet::write::ParquetWriter;

use crate::support::{SmallStudy, stderr, stdout};

const SETTINGS: &str =
    "[source.columns]\ndate = \"date\"\noutlet = \"channel\"\nactor = \"actor\"\namount = \"seconds\"\n";

/// A study of one sheet under some name, in which nothing else is read.
fn study(name: &str, bytes: &[u8]) -> SmallStudy {
    let text = format!(
        "title = \"t\"\npublisher = \"p\"\n[window]\nfrom = 2020-03-01\nto = 2020-03-03\n\n[[source]]\nid = \"s\"\nfiles = \"data/{name}\"\nquantity = \"airtime\"\namount = \"seconds\"\nignore = [\"*\"]\n{SETTINGS}\n[[pool]]\nid = \"all\"\nname = \"all\"\ngroups = [\"party\"]\n"
    );
    let study = SmallStudy::new().without("data/television.csv").without("data/print.csv");
    study.with("study.toml", text).with(&format!("data/{name}"), bytes)
}

/// `check` with an address space of 700 MB, of which the threads' stacks take a part, and a minute.
fn checked(study: &SmallStudy) -> Output {
    let script = "ulimit -v 700000; exec timeout 60 \"$0\" check .";
    let mut shell = Command::new("/bin/sh");
    shell.current_dir(study.path()).args(["-c", script, env!("CARGO_BIN_EXE_evenhand")]);
    shell.env_clear().env("PATH", "/usr/bin:/bin").output().unwrap()
}

/// Asserts that a sheet is met with a code, and ends with a documented status.
fn assert_met(name: &str, bytes: &[u8], code: &str) {
    let output = checked(&study(name, bytes));
    let said = stderr(&output);
    assert!(matches!(output.status.code(), Some(0..=2)), "{name}: {:?}: {said}", output.status);
    assert!(said.contains(code), "{name}, expected {code}: {said}");
}

const ROW: &str = "2020-03-01,Channel One,Reds,30\n";

fn gzipped(parts: &[&[u8]]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    parts.iter().for_each(|part| packed.write_all(part).unwrap());
    packed.finish().unwrap()
}

#[test]
fn a_small_text_that_unpacks_to_much_is_bounded() {
    let heading = b"date,channel,actor,seconds\n".as_slice();
    // Blank lines, behind which a row is met again, a row of commas, one quoted cell, blanks: 20 MiB of each.
    let much = |byte: u8| vec![byte; 20 << 20];
    assert_met("s.csv.gz", &gzipped(&[heading, ROW.as_bytes(), &much(b'\n'), ROW.as_bytes()]), "E401");
    assert_met("s.csv.gz", &gzipped(&[heading, ROW.as_bytes(), &much(b'\r'), ROW.as_bytes()]), "E401");
    assert_met("s.csv.gz", &gzipped(&[heading, ROW.as_bytes(), &much(b',')]), "X137");
    assert_met("s.csv.gz", &gzipped(&[b"date", &much(b','), b"\n", ROW.as_bytes()]), "X137");
    assert_met("s.csv.gz", &gzipped(&[heading, b"\"", &much(b'x'), b"\"\n"]), "X136");
    assert_met("s.csv.gz", &gzipped(&[heading, ROW.as_bytes(), &much(b' ')]), "X136");
}

#[test]
fn long_rows_take_no_more_than_some_of_them() {
    let heading = b"date,channel,actor,seconds\n".as_slice();
    // 15 MiB a row in cells of 60 KiB; a row of more is refused, and so is one cell of a source that allows no longer ones.
    let cell = [vec![b'x'; 60 << 10], b",".to_vec()].concat();
    let row = |n_cells: usize| [cell.repeat(n_cells), b"x\n".to_vec()].concat();
    let long = row(255);
    let quoted = [b"\"".to_vec(), vec![b'"'; 60 << 10], b"\",".to_vec()].concat();
    let quoted = [quoted.repeat(250), b"x\n".to_vec()].concat();
    let rows: Vec<&[u8]> = std::iter::once(heading).chain(std::iter::repeat_n(long.as_slice(), 20)).collect();
    assert_met("s.csv.gz", &gzipped(&rows), "E132");
    assert_met("s.csv.gz", &gzipped(&[heading, &quoted, &quoted, ROW.as_bytes(), ROW.as_bytes()]), "E401");
    assert_met("s.csv.gz", &gzipped(&[heading, &row(280)]), "a row holds more than 16 MiB");
}

/// A workbook of the right headings, and rows made of `last` in a column that nobody reads.
fn workbook(n_rows: u32, note: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["date", "channel", "actor", "seconds", "note"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for row in 1..=n_rows {
        for (column, cell) in (0..).zip(["2020-03-01", "Channel One", "Reds"]) {
            sheet.write(row, column, cell).unwrap();
        }
        sheet.write(row, 3, row).unwrap();
        sheet.write(row, 4, note).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A zipped file with the text of one part changed, or with a part more.
fn repacked(bytes: &[u8], changed: &str, change: impl Fn(String) -> String, more: Option<&str>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for number in 0..from.len() {
        let mut part = from.by_index(number).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        to.start_file(name.clone(), options).unwrap();
        to.write_all(if name == changed { change(text) } else { text }.as_bytes()).unwrap();
    }
    if let Some(name) = more {
        to.start_file(name, options).unwrap();
        to.write_all(b"x").unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_lies_or_swells_is_refused() {
    let plain = workbook(2, "n");
    assert_eq!(checked(&study("s.xlsx", &plain)).status.code(), Some(0));
    let sheet = "xl/worksheets/sheet1.xml";
    let lies: [(&str, &str, &str, &str); 6] = [
        ("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"4294967295", "E102"),
        ("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"1844674407370955161", "E102"),
        (sheet, "<row r=\"3\"", "<row r=\"4294967295\"", "E102"),
        (sheet, "r=\"A3\"", "r=\"A1048577\"", "X142"),
        (sheet, "<dimension ref=\"", "<dimension ref=\"A99999999999:ZZZZZZZ1\" x=\"", "E102"),
        (sheet, "</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"XFD5:A1\"/></mergeCells>", "E102"),
    ];
    for (part, known, lie, code) in lies {
        let lying = repacked(&plain, part, |text| text.replacen(known, lie, 1), None);
        let output = checked(&study("s.xlsx", &lying));
        let said = stderr(&output);
        assert!(matches!(output.status.code(), Some(0..=2)), "{lie}: {:?}: {said}", output.status);
        assert!(said.contains(code) || output.status.code() == Some(0), "{lie}: {said}");
    }
    let entities = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst";
    let laughing = |text: String| text.replacen("<sst", entities, 1).replacen("<t>n<", "<t>&d;&d;&d;&e;<", 1);
    let output = checked(&study("s.xlsx", &repacked(&plain, "xl/sharedStrings.xml", laughing, None)));
    assert!(matches!(output.status.code(), Some(0..=2)) && !stderr(&output).contains("root:"), "{}", stderr(&output));
    for name in ["/etc/x", "C:\\x", "../../x", "\\\\host\\x"] {
        assert_met("s.xlsx", &repacked(&plain, "", |text| text, Some(name)), "X151");
    }
    let formats = |text: String| text.replacen("</cellXfs>", &format!("{}</cellXfs>", "<xf/>".repeat(300_000)), 1);
    assert_met("s.xlsx", &repacked(&plain, "xl/styles.xml", formats, None), "X141");
    // One text, kept once in the file, in ten thousand cells.
    assert_met("s.xlsx", &workbook(10_000, &"x".repeat(30_000)), "X141");
}

#[test]
fn a_far_cell_of_an_old_workbook_is_refused() {
    let old =
        fs::read(crate::support::root().join("tests/formats/xls-of-the-nineties/study/data/television.xls")).unwrap();
    // A number, a short number or a text of the list: what it is, its length, its row, its column.
    let cells = [[0x03, 0x02, 0x0e, 0x00], [0x7e, 0x02, 0x0a, 0x00], [0xfd, 0x00, 0x0a, 0x00]];
    let at = cells.iter().find_map(|cell| old.windows(4).position(|four| four == cell)).unwrap();
    for column in [256_u16, u16::MAX] {
        let mut far = old.clone();
        far[at + 6..at + 8].copy_from_slice(&column.to_le_bytes());
        assert_met("s.xls", &far, "X142");
    }
    // How far the sheet says that it reaches.
    let at = old.windows(4).position(|four| four == [0x00, 0x02, 0x0e, 0x00]).unwrap();
    let mut far = old.clone();
    far[at + 8..at + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_met("s.xls", &far, "X142");
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:x=\"urn:x\"><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ];
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_ods_that_repeats_itself_is_bounded() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |repeat: &str, cells: &str| format!("<table:table-row {repeat}>{cells}</table:table-row>");
    let heading = row("", &["date", "channel", "actor", "seconds"].map(cell).concat());
    let filled = ["2020-03-01", "Channel One", "Reds", "30"].map(cell).concat();
    let plain = ods(&format!("{heading}{}", row("", &filled)));
    assert_eq!(
        checked(&study("s.ods", &plain)).status.code(),
        Some(0),
        "{}",
        stderr(&checked(&study("s.ods", &plain)))
    );
    let long = cell(&"x".repeat(20_000));
    let repeats = [
        (row("table:number-rows-repeated=\"1000000\"", &format!("{filled}{long}")), "X14"),
        (row("x:number-rows-repeated=\"1\" table:number-rows-repeated=\"1000000\"", &format!("{filled}{long}")), "X14"),
        (row("", &format!("{filled}{}", cell("<text:s text:c=\"900000000\"/>"))), "X141"),
        (
            row(
                "",
                &format!("{filled}<table:table-cell table:number-columns-repeated=\"100000000\" office:value=\"5\"/>"),
            ),
            "X142",
        ),
    ];
    for (rows, code) in repeats {
        assert_met("s.ods", &ods(&format!("{heading}{rows}")), code);
    }
    // What stands below and beside every sheet that LibreOffice writes is layout.
    let padding = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let padded = ods(&format!("{heading}{}{padding}", row("", &filled)));
    let output = checked(&study("s.ods", &padded));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn a_parquet_that_counts_its_rows_wrongly_is_refused() {
    let text = |name: &str, cell: &str| Column::from(Series::new(name.into(), vec![cell; 20]));
    let columns = vec![text("date", "2020-03-01"), text("channel", "Channel One"), text("actor", "Reds"), {
        Column::from(Series::new("seconds".into(), (1..=20).collect::<Vec<i64>>()))
    }];
    let mut bytes = Cursor::new(Vec::new());
    ParquetWriter::new(&mut bytes).finish(&mut DataFrame::new(20, columns).unwrap()).unwrap();
    let bytes = bytes.into_inner();
    assert_eq!(checked(&study("s.parquet", &bytes)).status.code(), Some(0));
    // Twenty, as the footer writes it; the first of them counts the rows of the file.
    let length = u32::from_le_bytes(bytes[bytes.len() - 8..bytes.len() - 4].try_into().unwrap()) as usize;
    let footer = bytes.len() - 8 - length;
    let at = footer + bytes[footer..].windows(2).position(|two| two == [0x16, 40]).unwrap();
    for fewer in [8, 126] {
        let mut lying = bytes.clone();
        lying[at + 1] = fewer;
        assert_met("s.parquet", &lying, "E102");
    }
}

#[test]
#[cfg(unix)]
fn what_never_ends_is_not_waited_for() {
    for path in ["codebook.toml", "words.ftl", "claims.toml"] {
        let study = SmallStudy::new();
        let settings = fs::read_to_string(study.path().join("study.toml")).unwrap();
        let study = study.with("study.toml", format!("words = \"words.ftl\"\n{settings}")).with("words.ftl", "");
        let _ = fs::remove_file(study.path().join(path));
        assert!(Command::new("mkfifo").arg(study.path().join(path)).status().unwrap().success());
        let verb = if path == "claims.toml" { "claim" } else { "check" };
        let mut timed = Command::new("timeout");
        timed.current_dir(study.path()).args(["20", env!("CARGO_BIN_EXE_evenhand"), verb, "."]);
        let output = timed.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{path}: {}{}", stdout(&output), stderr(&output));
        assert!(stderr(&output).contains(path), "{path}: {}", stderr(&output));
    }
}

#[test]
fn a_heading_that_steers_the_terminal_does_not_reach_it() {
    for text in ["date,channel,actor,second\u{1b}s\n", "sep=\u{1b}\ndate,channel,actor,seconds\n"] {
        let output = checked(&study("s.csv", format!("{text}{ROW}").as_bytes()));
        assert!(!stderr(&output).contains('\u{1b}'), "{}", stderr(&output));
    }
    let output = SmallStudy::new().run(&["measure", "share", ".", "--pool", "\u{1b}[2J\u{202e}"]);
    assert!(!stderr(&output).contains(['\u{1b}', '\u{202e}']), "{}", stderr(&output));
    let output = SmallStudy::new().run(&["measure", "\u{1b}[2J\u{202e}"]);
    assert!(!stderr(&output).contains(['\u{1b}', '\u{202e}']), "{}", stderr(&output));
}

#[test]
fn forged_sums_beyond_all_bounds_are_no_tally() {
    let study = SmallStudy::new();
    assert!(study.run(&["tally", ".", "-o", "t.parquet"]).status.success());
    let path = study.path().join("t.parquet");
    let (tally, about) = evenhand::tally::Tally::load(&path).unwrap();
    for amount in [i64::MAX, -1] {
        let mut rows = tally.sum_rows().unwrap();
        rows.iter_mut().for_each(|row| row.amount = amount);
        let forged = evenhand::tally::Tally::of_sums(&rows);
        fs::write(&path, forged.parquet(&about).unwrap()).unwrap();
        assert!(evenhand::tally::Tally::load(&path).is_err(), "{amount}");
        let output = study.run(&["measure", "share", ".", "--tally", "t.parquet"]);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    }
}
