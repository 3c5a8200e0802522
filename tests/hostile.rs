//! What mutation found (`tests/fuzz`): the smallest text of each kind that once ended the program, or misled its reader.

use std::io::{Cursor, Write as _};

use evenhand::audit::{TableFinding, verify_table};
use evenhand::chart::{Lettering, Reference, ShareChart, Size, svg};
use evenhand::diagnostic::human;
use evenhand::table::table_findings_text;

use crate::support::{STUDY, SmallStudy, evenhand, says, stderr, stdout};

#[test]
fn a_printed_number_of_any_length_is_no_overflow() {
    let tiny = "0.000000000000000000000000000001";
    for text in [
        format!("name,amount\na,{tiny}\nb,999999999999999999\ntotal,5\n"),
        format!("name,percent\na,{tiny}\nb,999999999999999999\n"),
        format!("name,amount,percent\na,{tiny},{tiny}\nb,7.123456789123456789123456789,3\ntotal,9.3,4\n"),
    ] {
        let (found, _) = verify_table("t.csv", &text);
        assert!(found.iter().any(TableFinding::is_wrong), "{text}");
    }
    let (found, _) = verify_table("t.toml", "[[count]]\npercent = 999999999999999999\nn = 999999999999999999\n");
    assert!(found[0].is_wrong());
}

#[test]
fn a_clock_time_has_no_signs_and_no_forty_digits() {
    for cell in ["1:-5", "-1:+5", "99999999999999999999999999999999999999:00", "1:", ":1", "1:2:3:4"] {
        let (_, mistakes) = verify_table("t.csv", &format!("name,amount\na,{cell}\nb,2:00\ntotal,3:00\n"));
        assert!(mistakes[0].message.contains("neither a number nor a clock time"), "{cell}");
    }
}

#[test]
fn no_word_of_a_file_steers_a_terminal() {
    let key = SmallStudy::new().with("study.toml", format!("\"\\u001b[31m\" = 1\n{STUDY}"));
    let escape = SmallStudy::new().with("study.toml", format!("codebook = \"\\u001b[31m/x\"\n{STUDY}"));
    for study in [key, escape] {
        let said = stderr(&study.run(&["check"]));
        assert!(!said.contains('\u{1b}') && said.contains("\\x1b[31m"), "{said}");
    }
    let (found, mistakes) = verify_table("t.csv", "name,percent\n\u{1b}[31m,101\nb,\u{202e}\n");
    let said = table_findings_text(&found) + &human(&mistakes, 9);
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
}

#[test]
fn a_figure_holds_no_character_that_xml_cannot_hold() {
    let lettering =
        Lettering { title: "a".to_owned(), alt: "b\u{fffe}\u{ffff}\u{8}c".to_owned(), ..Lettering::default() };
    let (unit, interval_heading) = (String::new(), String::new());
    let chart = ShareChart { lettering, bars: Vec::new(), reference: None, reach: 0.5, unit, interval_heading };
    assert!(svg(&chart.scene(Size::Double)).contains("<desc>bc</desc>"));
}

/// `init` of a sheet, and what `check` says of the study it makes.
fn proposed(sheet: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("s.csv"), sheet).unwrap();
    let said = evenhand(folder.path(), &["init", "--from", "s.csv", "made"]);
    assert_eq!(said.status.code(), Some(0), "{}", stderr(&said));
    let text = std::fs::read_to_string(folder.path().join("made/study.toml")).unwrap();
    let checked = evenhand(folder.path(), &["check", "made"]);
    (text, stderr(&checked) + &stdout(&checked))
}

#[test]
fn init_makes_valid_toml_of_cells_with_several_lines() {
    let (text, said) = proposed(
        "date,outlet,actor,voice,\"Length\nin all\"\n2020-03-01,one,reds,\"own\nwords\",30\n2020-03-02,one,blues,told,20\n",
    );
    assert!(text.contains(r#""own\u000Awords" = "direct""#) && !said.contains("E800"), "{said}\n{text}");
    let (text, said) = proposed("period,outlet,actor,seconds\n\"first\nweek\",one,reds,30\nsecond,one,blues,20\n");
    assert!(!said.contains("E800"), "{said}\n{text}");
}

#[test]
fn init_gives_every_period_an_id_of_its_own() {
    let (text, said) = proposed(
        "period,outlet,actor,seconds\nнеделя,one,reds,30\nWeek 1,one,blues,20\nweek-1,one,blues,20\nмесяц,one,reds,3\n",
    );
    assert!(!said.contains("E806") && !text.contains("id = \"\""), "{said}\n{text}");
}

/// A workbook of one sheet, with what stands behind its cells.
fn workbook(behind: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let cells = [("A1", "d"), ("B1", "o"), ("C1", "a"), ("D1", "s")].map(|(at, text)| cell(at, text)).concat();
    let row = [("A2", "2020-03-01"), ("B2", "one"), ("C2", "reds")].map(|(at, text)| cell(at, text)).concat();
    let sheet = format!(
        "<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{cells}</row><row r=\"2\">{row}<c r=\"D2\"><v>30</v></c></row></sheetData>{behind}</worksheet>"
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("_rels/.rels", root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const SHEET: &str = "title = \"t\"\npublisher = \"p\"\n[window]\nfrom = 2020-03-01\nto = 2020-03-01\n[[source]]\nid = \"s\"\nfiles = \"data/s.FORMAT\"\namount = \"seconds\"\nquantity = \"airtime\"\n[source.columns]\ndate = \"d\"\noutlet = \"o\"\nactor = \"a\"\namount = \"s\"\n[[pool]]\nid = \"all\"\nname = \"all\"\ngroups = [\"party\"]\n";

/// What `check` says of a study of one sheet.
fn checked(format: &str, sheet: impl AsRef<[u8]>) -> String {
    let study = SmallStudy::new()
        .without("data/television.csv")
        .without("data/print.csv")
        .with("study.toml", SHEET.replace("FORMAT", format))
        .with(&format!("data/s.{format}"), sheet);
    stderr(&study.run(&["check", "--all"]))
}

#[test]
fn a_broken_reference_in_a_workbook_is_a_finding() {
    assert!(checked("xlsx", workbook("")).contains("1 rows read = 1 used"));
    for region in ["B2:A1", "A1:AAAAAAAA1", "A1:A99999999999"] {
        let said = checked("xlsx", workbook(&format!("<mergeCells><mergeCell ref=\"{region}\"/></mergeCells>")));
        assert!(said.contains("the workbook cannot be read") && !said.contains("panicked"), "{region}: {said}");
    }
}

#[test]
fn a_merged_region_of_many_columns_is_not_walked() {
    let said = checked("xlsx", workbook("<mergeCells><mergeCell ref=\"E1:ZZZZZZ2\"/></mergeCells>"));
    assert!(said.contains("1 rows read = 1 used"), "{said}");
}

#[test]
fn percentages_beyond_all_measure_are_a_finding_and_no_overflow() {
    let percent = SHEET.replace("amount = \"s\"\n", "amount = \"s\"\npercent = \"p\"\n");
    let study = SmallStudy::new()
        .without("data/television.csv")
        .without("data/print.csv")
        .with("study.toml", percent.replace("FORMAT", "csv"))
        .with("data/s.csv", "d,o,a,s,p\n2020-03-01,one,reds,30,9000000000000\n2020-03-01,one,blues,30,9000000000000\n");
    let said = stderr(&study.run(&["check", "--all"]));
    assert!(said.contains("2 rows read = 2 used") && said.contains("W218"), "{said}");
}

#[test]
fn a_window_of_a_thousand_years_is_a_slip() {
    let study = SmallStudy::new().with("study.toml", STUDY.replacen("from = 2020-03-01", "from = 0220-03-01", 1));
    let output = study.run(&["check"]);
    assert!(stderr(&output).contains("is a year mistyped?") && output.status.code() == Some(2), "{}", stderr(&output));
}

#[test]
fn a_text_wider_than_its_figure_is_refused_and_no_panic() {
    let reference = Some(Reference { label: "equal share".to_owned(), share: 0.2 });
    let (unit, interval_heading) = ("square centimetres of the whole page ".repeat(6), String::new());
    let lettering = Lettering::default();
    let chart = ShareChart { lettering, bars: Vec::new(), reference, reach: 0.5, unit, interval_heading };
    assert!(!chart.scene(Size::Double).layout_faults().is_empty());
}

#[test]
fn an_ods_that_is_cut_off_does_not_wait_for_its_end() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let content = "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><o:body><o:spreadsheet><table:table table:name=\"S\"><table:table-row>";
    for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let said = checked("ods", zip.finish().unwrap().into_inner());
    assert!(said.contains("it is cut off") || said.contains("it ends inside an element"), "{said}");
}

#[test]
fn a_sheet_that_is_not_there_is_told_with_the_one_that_is() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sheet.csv"), "actor,seconds\nReds,10\n").unwrap();
    for (from, said) in [
        (
            "sheat.csv",
            "error[E101 io-not-found]: no file is there, expected a coded sheet\n  --> sheat.csv\n  help: did you mean `sheet.csv`?",
        ),
        (".", "a folder stands here, expected a regular file\n  --> .\n"),
    ] {
        let output = evenhand(folder.path(), &["init", "--from", from]);
        assert_eq!(output.status.code(), Some(2));
        says(&stderr(&output), &[said]);
    }
}

#[test]
fn empty_lines_are_told_between_rows_only() {
    let text = "title = \"t\"\npublisher = \"p\"\n[window]\nfrom = 2020-03-01\nto = 2020-03-03\n[[source]]\nid = \"s\"\n\
                files = \"data/s.csv\"\nheader_row = 0\nquantity = \"airtime\"\namount = \"seconds\"\n\
                [source.columns]\ndate = 1\noutlet = 2\nactor = 3\namount = 4\n\
                [[pool]]\nid = \"all\"\nname = \"all\"\ngroups = [\"party\"]\n";
    let row = |actor: &str| format!("2020-03-01,Channel One,{actor},30\n");
    let said = |sheet: String| {
        let study = SmallStudy::new().without("data/television.csv").without("data/print.csv");
        stderr(&study.with("study.toml", text).with("data/s.csv", sheet).run(&["check"]))
    };
    let apart = said(format!("\n\n{}\n{}\n", row("Reds"), row("Blues")));
    says(&apart, &["1 blank row between filled ones", "2 rows read = 2 used"]);
    assert!(apart.contains("data/s.csv:4"), "{apart}");
    let together = said(format!("\n\n{}{}\n\n", row("Reds"), row("Blues")));
    assert!(!together.contains("blank row"), "{together}");
}

#[test]
fn nothing_is_proposed_for_an_empty_sheet() {
    let folder = tempfile::tempdir().unwrap();
    for text in ["", "\n\n", ",,\n"] {
        std::fs::write(folder.path().join("sheet.csv"), text).unwrap();
        let output = evenhand(folder.path(), &["init", "--from", "sheet.csv", "mine"]);
        says(&stderr(&output), &["E103", "the file holds nothing"]);
        assert_ne!(output.status.code(), Some(0));
        assert!(!folder.path().join("mine").exists());
    }
}
