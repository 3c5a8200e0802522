//! The binary from outside: streams, statuses, and every bad input of this stage.

use std::fs;
use std::io::Write as _;

use crate::support::{CODEBOOK, PRINT, STUDY, SmallStudy, TELEVISION, evenhand, files, says, stderr, stdout};

/// Runs `report` on a study that must be refused: the status, that nothing was written, and what stderr says.
fn refused(study: &SmallStudy, status: i32) -> String {
    let before = files(study.path());
    let output = study.run(&["report"]);
    assert_eq!(output.status.code(), Some(status), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    assert_eq!(files(study.path()), before, "something was written");
    stderr(&output)
}

#[test]
fn a_sound_study_is_checked_without_findings() {
    let output = SmallStudy::new().run(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), "");
    assert_eq!(
        stderr(&output),
        "10 rows read = 9 used + 1 out of scope (N411: 1) + 0 rejected\n0 errors, 0 warnings, 0 notes\n"
    );
}

#[test]
fn a_folder_without_a_study_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = evenhand(folder.path(), &["check", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "error: `nowhere` holds no study.toml; a study is a folder with study.toml, codebook.toml and the coded sheets\n"
    );
}

#[test]
fn a_missing_file_is_named_with_its_neighbour() {
    let study = SmallStudy::new().without("data/print.csv").with("data/prints.csv", PRINT);
    let text = refused(&study, 2);
    says(&text, &["error[E101 io-not-found]: no file is there", "--> data/print.csv", "did you mean `prints.csv`?"]);
}

#[test]
fn an_empty_file_is_not_zero_coverage() {
    says(&refused(&SmallStudy::new().with("data/print.csv", ""), 1), &["E103 empty-file", "--> data/print.csv\n"]);
    says(&refused(&SmallStudy::new().with("data/print.csv", " \n\n"), 1), &["E103 empty-file"]);
    let head = PRINT.lines().next().unwrap();
    says(&refused(&SmallStudy::new().with("data/print.csv", head), 1), &["E104 no-rows", "data/print.csv:1"]);
}

#[test]
fn an_unknown_actor_is_shown_at_its_line_with_the_nearest() {
    let study = SmallStudy::new().with("data/television.csv", TELEVISION.replace("The Reds", "The Rads"));
    let text = refused(&study, 1);
    assert_eq!(
        text,
        "error[E501 unknown-name]: unknown actor `The Rads`\n\
         \u{20} --> data/television.csv:4 `actor`\n\
         \u{20}  |  2020-03-01,Channel One,T1,The Rads,candidate,news,direct,32,0,2\n\
         \u{20} help: did you mean `reds`? Else add it to codebook.toml   (evenhand explain E501)\n\n\
         10 rows read = 9 used + 0 out of scope + 1 rejected (E501: 1)\n\
         1 error, 0 warnings, 0 notes\n\
         no figure was made: mend the errors above\n"
    );
}

#[test]
fn negative_and_unreadable_durations_are_shown_at_their_line() {
    for (cell, parts) in [
        ("-30", ["E203 negative-amount", "`-30` is below zero"]),
        ("abc", ["E202 not-an-amount", "`abc` is no amount, expected seconds"]),
        ("0:30", ["E209 ambiguous-clock", "`0:30` may be mm:ss or hh:mm"]),
        ("30,5", ["E207 ambiguous-number", "`30,5` has another decimal mark"]),
        ("", ["E201 missing-value", "`seconds` is blank"]),
        ("NaN", ["E205 not-finite", "`NaN` is no finite number"]),
        ("99999999999999999999", ["E206 out-of-range", "more than any item holds"]),
    ] {
        let sheet = TELEVISION.replace("direct,30,0,1\n2020-03-01", &format!("direct,{cell},0,1\n2020-03-01"));
        let sheet = if sheet == TELEVISION { unreachable!("{cell}") } else { sheet };
        let quoted = sheet.replace("direct,30,5,0", "direct,\"30,5\",0");
        let text = refused(&SmallStudy::new().with("data/television.csv", quoted), 1);
        says(&text, &parts);
        says(&text, &["--> data/television.csv:2 `seconds`"]);
    }
}

#[test]
fn a_date_outside_the_window_is_an_error_unless_the_study_leaves_it_out() {
    let sheet = TELEVISION.replace("2020-03-03,Channel Two", "2020-04-03,Channel Two");
    let text = refused(&SmallStudy::new().with("data/television.csv", &sheet), 1);
    says(
        &text,
        &["E305 outside-window", "2020-04-03 is outside the window 2020-03-01 to 2020-03-03", "data/television.csv:8"],
    );
    let lenient = STUDY.replace("to = 2020-03-03", "to = 2020-03-03\noutside = \"leave-out\"");
    let study = SmallStudy::new().with("data/television.csv", &sheet).with("study.toml", lenient);
    let output = study.run(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    says(&stderr(&output), &["8 used + 2 out of scope (N305: 1, N411: 1)"]);
}

#[test]
fn a_date_of_another_order_is_shown() {
    let text = refused(&SmallStudy::new().with("data/print.csv", PRINT.replace("03.03.2020", "2020-03-03")), 1);
    says(
        &text,
        &["E303 two-date-styles", "`2020-03-03` is written otherwise than the dates above", "data/print.csv:4 `Date`"],
    );
}

#[test]
fn a_wrong_delimiter_is_named_with_the_likely_one() {
    let text = refused(&SmallStudy::new().with("data/print.csv", PRINT.replace(';', "\t").replace("84,5", "84.5")), 1);
    says(&text, &["E113 wrong-delimiter", "expected `tab`", "declare `delimiter = \"tab\"` in source `print`"]);
}

#[test]
fn a_missing_column_is_named_with_the_nearest() {
    let text = refused(&SmallStudy::new().with("data/television.csv", TELEVISION.replacen("seconds", "secods", 1)), 1);
    says(&text, &["E124 missing-column", "no column has the heading `seconds`", "did you mean `secods`?"]);
}

#[test]
fn an_uneven_row_is_shown_once_at_its_physical_line() {
    let sheet = TELEVISION
        .replace("T1,Reds", "\"T\n1\",Reds")
        .replace("2020-03-02,Channel One,T2,President,office-holder", "\r\n\r\n2020-03-02,Channel One,T2,President");
    let text = refused(&SmallStudy::new().with("data/television.csv", sheet), 1);
    says(
        &text,
        &[
            "E131 missing-cell",
            "the row has 9 cells, expected 10",
            "--> data/television.csv:8\n",
            "   |  2020-03-02,Channel One,T2,President,news",
        ],
    );
    says(&text, &["1 error, "]);
    let sheet = TELEVISION.replace("One,T2,", "One,\"T2,");
    says(
        &refused(&SmallStudy::new().with("data/television.csv", sheet), 1),
        &["E111 unclosed-quote", "a quotation mark opens here and is never closed", "television.csv:5"],
    );
}

#[test]
fn a_gzipped_sheet_below_its_titles_gives_the_same_figures() {
    let plain = stdout(&SmallStudy::new().run(&["measure", "share", "--format", "csv"]));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(format!("Coverage\r\n\r\n{PRINT}").as_bytes()).unwrap();
    let study = STUDY.replace("data/print.csv\"", "data/print.csv.gz\"\nheader_row = 3");
    let study = SmallStudy::new().without("data/print.csv").with("study.toml", study);
    let study = study.with("data/print.csv.gz", packed.finish().unwrap());
    assert_eq!(stdout(&study.run(&["measure", "share", "--format", "csv"])), plain);
}

#[test]
fn a_study_may_reject_wrong_rows_and_every_output_says_so() {
    let lenient = format!("on_error = \"reject\"\n{STUDY}");
    let wrong = TELEVISION.replace("T5,Blues", "T5,=Nobody");
    let study = SmallStudy::new().with("study.toml", &lenient).with("data/television.csv", wrong);
    let output = study.run(&["report", ".", "--out", "out"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    says(
        &stderr(&output),
        &["10 rows read = 8 used + 1 out of scope (N411: 1) + 1 rejected (E501: 1)", "1 of 10 rows were rejected"],
    );
    let found = files(&study.path().join("out"));
    let text = |path: &str| String::from_utf8(found[path].clone()).unwrap();
    says(
        &text("rejected.csv"),
        &["E501,unknown-name,data/television.csv,,8,actor,unknown actor `=Nobody`,\"2020-03-03,Channel Two"],
    );
    for path in ["report.html", "report.md"] {
        says(&text(path), &["1 of 10 rows were rejected and are in no figure."]);
    }
    // A figure breaks its notes into lines.
    says(&text("charts/fig01_share_editorial_television_20200301-20200303_en_85mm.svg"), &["rejected"]);
    let json: serde_json::Value = serde_json::from_str(&text("record.json")).unwrap();
    assert_eq!(json["rows"]["rejected"]["E501"], 1);
    assert_eq!(json["findings"]["E501"], 1);
    let broken = SmallStudy::new().with("study.toml", &lenient).without("data/print.csv");
    says(&refused(&broken, 2), &["E101", "no figure was made"]);
}

#[test]
fn a_file_that_two_sources_read_is_refused() {
    let study = STUDY.replace("[[pool]]\nid = \"editorial\"", "[[source]]\nid = \"again\"\nfiles = \"data/p*.csv\"\ndelimiter = \";\"\ndecimal = \",\"\ndate_order = \"dmy\"\namount = \"cm2\"\nquantity = \"area\"\ncolumns = { date = \"Date\", outlet = \"Paper\", actor = \"Actor\", genre = \"Genre\", item = \"Item\", amount = \"Area\" }\n\n[[pool]]\nid = \"editorial\"");
    let text = refused(&SmallStudy::new().with("study.toml", study), 1);
    says(&text, &["E404 duplicate-import", "sources `print` and `again` both read this file"]);
}

#[test]
fn a_folder_in_the_place_of_a_sheet_is_named() {
    let study = SmallStudy::new().without("data/print.csv");
    fs::create_dir(study.path().join("data/print.csv")).unwrap();
    says(
        &refused(&study, 2),
        &["X152 not-regular-file", "a folder stands here, expected a regular file", "data/print.csv"],
    );
}

#[test]
fn weights_that_lack_an_outlet_are_refused() {
    let study = STUDY.replace("office_holders = \"folded\"", "office_holders = \"folded\"\nweighting = \"weighted\"\nweights = { one = 2, gazette = 1 }\nweights_source = \"audience survey\"");
    says(&refused(&SmallStudy::new().with("study.toml", study), 2), &["`weights` of pool `with-office` lack two"]);
}

#[test]
fn bytes_that_are_no_text_are_refused_with_the_likely_encoding() {
    let sheet = PRINT.replace("Gazette;P2", "Gazette\u{1};P2");
    let bytes: Vec<u8> = sheet.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }).collect();
    let text = refused(&SmallStudy::new().with("data/print.csv", bytes), 1);
    says(&text, &["E107 invalid-text", "is no UTF-8 text", "encoding = \"latin1\""]);
}

#[test]
fn every_mistake_of_a_study_is_shown_at_once_with_its_place() {
    let study = STUDY
        .replace("publisher =", "publishr =")
        .replace("to = 2020-03-03", "to = \"2020-03-03\"")
        .replace("amount = \"cm2\"", "amount = \"cm\"")
        .replace("office_holders = \"folded\"", "office_holders = \"foldet\"")
        .replace("genre_kinds = [\"editorial\"]\n\n", "genre_kinds = [\"editoral\"]\n\n");
    let codebook = CODEBOOK
        .replacen("kind = \"editorial\"", "knd = \"editorial\"", 1)
        .replace("party = \"reds\"", "party = \"red\"");
    let text = refused(&SmallStudy::new().with("study.toml", study).with("codebook.toml", codebook), 2);
    says(
        &text,
        &[
            "error[E801 unknown-key]: unknown key `publishr`",
            "--> study.toml:2:1",
            "did you mean `publisher`?",
            "error[E804 missing-key]: the file has no `publisher`",
            "error[E803 wrong-type]: `to` is text, expected a bare date such as 2011-11-30",
            "unknown amount `cm`",
            "unknown office_holders `foldet`, expected one of `separate`, `folded`",
            "did you mean `folded`?",
            "did you mean `editorial`?",
            "unknown key `knd` in `[[genre]]`",
            "unknown party `red`",
            "did you mean `reds`?",
        ],
    );
}

#[test]
fn text_that_is_no_toml_is_shown_at_its_place() {
    let text =
        refused(&SmallStudy::new().with("study.toml", STUDY.replacen("\"A small study\"", "\"A small study", 1)), 2);
    says(&text, &["E800 not-toml", "--> study.toml:1:"]);
}

#[test]
fn an_actor_outside_its_dates_and_a_capacity_it_does_not_hold_are_shown() {
    let sheet = TELEVISION.replace("2020-03-02,Channel One,T2", "2020-03-01,Channel One,T2");
    says(
        &refused(&SmallStudy::new().with("data/television.csv", sheet), 1),
        &["E509 actor-not-active", "`president` is no actor on 2020-03-01"],
    );
    let sheet = TELEVISION.replace("T5,Blues,candidate", "T5,Blues,office-holder");
    says(
        &refused(&SmallStudy::new().with("data/television.csv", sheet), 1),
        &["E508 capacity-not-held", "expected candidate"],
    );
}

#[test]
fn escape_sequences_in_a_name_never_reach_the_terminal() {
    let study = SmallStudy::new().with("data/television.csv", TELEVISION.replace("The Reds", "\u{1b}[31mX\u{202e}"));
    let text = refused(&study, 2);
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    says(&text, &["\\x1b[31mX\\u{202e}"]);
}

#[test]
fn findings_are_json_for_machines_and_lines_for_editors() {
    let study = SmallStudy::new().with("data/television.csv", TELEVISION.replace("The Reds", "The Rads"));
    let output = study.run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(json["schema"], "evenhand.check/1");
    assert_eq!(json["findings"][0]["code"], "E501");
    assert_eq!(json["findings"][0]["line"], 4);
    assert_eq!(json["rows"]["rejected"]["E501"], 1);
    let output = study.run(&["check", "--format", "short"]);
    assert!(stdout(&output).starts_with("data/television.csv:4: error[E501 unknown-name]: unknown actor `The Rads`"));
}

#[test]
fn a_table_is_printed_for_people_and_machines() {
    let study = SmallStudy::new();
    let output = study.run(&["measure", "share", "--by", "medium", "--where", "medium=television"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    says(&stdout(&output), &["Shares of editorial coverage of the parties, pooled", "Reds «Қызыл»", "50.0"]);
    let csv = stdout(&study.run(&["measure", "share", "--by", "medium", "--format", "csv"]));
    says(
        &csv,
        &[
            "share/editorial/area/medium=print/blues,share,area,cm2,editorial,pooled",
            ",blues,Blues,,75.5,160,0.471875,47.2,,,exact,2,2,1,,,stated,small-base;few-clusters",
        ],
    );
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&study.run(&["measure", "share", "--format", "json"]))).unwrap();
    assert_eq!(json["rows"][0]["percent"], "50.0");
    says(&stdout(&study.run(&["measure", "share", "--format", "md"])), &["| quantity | actor | % |"]);
}

#[test]
fn a_word_that_names_nothing_is_met_with_the_nearest() {
    let study = SmallStudy::new();
    for (words, part) in [
        (vec!["--pool", "editoral"], "unknown pool `editoral`; did you mean `editorial`?"),
        (vec!["--by", "outlt"], "unknown dimension `outlt`; did you mean `outlet`?"),
        (vec!["--where", "medium=prnt"], "unknown medium `prnt`; did you mean `print`?"),
        (vec!["--where", "medium"], "write it as dimension=value"),
    ] {
        let output = study.run(&[vec!["measure", "share"], words].concat());
        assert_eq!(output.status.code(), Some(2));
        says(&stderr(&output), &[part]);
    }
}

#[test]
fn a_chart_of_two_units_is_refused() {
    let output = SmallStudy::new().run(&["chart", "share"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["would mix airtime and area", "--where quantity=airtime"]);
    let output = SmallStudy::new().run(&["chart", "share", "--where", "outlet=one,two"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["a figure shows one outlet", "--where outlet=one"]);
}

#[test]
fn a_chart_is_four_files() {
    let study = SmallStudy::new();
    let output = study.run(&["chart", "share", "--where", "medium=print", "--out", "figures"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let names: Vec<String> = files(&study.path().join("figures")).into_keys().collect();
    let stem = "fig01_share_editorial_print_20200301-20200303_en_170mm";
    assert_eq!(names, ["alt.txt", "csv", "png", "svg"].map(|ending| format!("{stem}.{ending}")));
}

#[test]
fn a_report_is_written_whole_and_never_over_files_of_others() {
    let study = SmallStudy::new();
    let words = ["report", ".", "--out", "out"];
    assert_eq!(study.run(&words).status.code(), Some(0));
    let first = files(&study.path().join("out"));
    assert!(first.contains_key("report.html") && first.contains_key("manifest-sha256.txt"));
    assert_eq!(study.run(&words).status.code(), Some(0), "a report of ours is replaced");
    assert_eq!(files(&study.path().join("out")), first, "the same study gives the same bytes");

    fs::write(study.path().join("out/report.md"), "edited").unwrap();
    let output = study.run(&words);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["were changed since they were written (report.md)", "--force"]);
    assert_eq!(study.run(&["report", ".", "--out", "out", "--force"]).status.code(), Some(0));

    fs::write(study.path().join("out/notes.txt"), "mine").unwrap();
    let output = study.run(&["report", ".", "--out", "out", "--force"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["holds files that Evenhand did not write (notes.txt)"]);
    assert_eq!(fs::read(study.path().join("out/notes.txt")).unwrap(), b"mine");
    let left: Vec<_> = files(study.path()).into_keys().filter(|path| path.contains(".evenhand")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_manifest_holds_for_sha256sum() {
    let study = SmallStudy::new();
    study.run(&["report", ".", "--out", "out"]);
    let found = files(&study.path().join("out"));
    let manifest = String::from_utf8(found["manifest-sha256.txt"].clone()).unwrap();
    let listed: Vec<&str> = manifest.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    let others: Vec<&String> = found.keys().filter(|path| *path != "manifest-sha256.txt").collect();
    assert_eq!(listed, others);
    for line in manifest.lines() {
        let (digest, path) = line.split_once("  ").unwrap();
        assert_eq!(digest, evenhand::audit::sha256(&found[path]), "{path}");
    }
}

#[test]
fn a_name_that_is_markup_stays_a_name_in_every_format() {
    let name = "<script>alert(1)</script>](javascript:x)";
    let codebook = CODEBOOK.replace("en = \"Blues\"", &format!("en = \"{name}\""));
    let codebook = codebook.replace("id = \"blues\"\n", "id = \"blues\"\naliases = [\"Blues\"]\n");
    let study = SmallStudy::new().with("codebook.toml", codebook);
    let output = study.run(&["report", ".", "--out", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for (path, bytes) in files(&study.path().join("out")) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") || path.ends_with(".svg") || path.ends_with(".md") {
            assert!(!text.contains("<script") && !text.contains(")](javascript"), "{path}");
        }
    }
}

#[test]
fn a_character_without_a_glyph_is_an_error_not_a_box() {
    let codebook = CODEBOOK
        .replace("en = \"Blues\"", "en = \"藍\"")
        .replace("id = \"blues\"\n", "id = \"blues\"\naliases = [\"Blues\"]\n");
    let study = SmallStudy::new().with("codebook.toml", codebook);
    let output = study.run(&["report", ".", "--out", "out"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["E702", "`藍` (U+85CD)", "fig01_share_editorial"]);
    assert!(!study.path().join("out").exists());
}

#[test]
fn help_opens_with_examples_and_unknown_words_are_refused() {
    let output = SmallStudy::new().run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("Examples:\n  evenhand check"));
    assert_eq!(SmallStudy::new().run(&["chek"]).status.code(), Some(2));
    assert_eq!(SmallStudy::new().run(&[]).status.code(), Some(2));
}

#[test]
fn a_code_has_its_page() {
    let output = SmallStudy::new().run(&["explain", "E501"]);
    assert_eq!(output.status.code(), Some(0));
    says(&stdout(&output), &["E501 unknown-name (error)", "aliases"]);
    let output = SmallStudy::new().run(&["explain", "E5011"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["did you mean `E501`?"]);
}

#[test]
fn a_link_in_the_place_of_a_sheet_is_refused() {
    #[cfg(unix)]
    {
        let study = SmallStudy::new().without("data/print.csv");
        std::os::unix::fs::symlink("/etc/hostname", study.path().join("data/print.csv")).unwrap();
        says(&refused(&study, 2), &["X152 not-regular-file", "a link stands here"]);
    }
}

#[test]
fn a_wrong_mapping_stops_reading_before_the_memory_is_full() {
    let rows: String =
        (0..170_000).map(|n| format!("2020-03-01,Channel One,I{n},Nobody,candidate,news,direct,30,0,1\n")).collect();
    let sheet = TELEVISION.lines().next().unwrap().to_owned() + "\n" + &rows;
    let text = refused(&SmallStudy::new().with("data/television.csv", sheet), 1);
    says(&text, &["E191 too-many-errors", "is a column mapped to the wrong field?"]);
    let n_read = text.lines().find_map(|line| line.split_once(" rows read")?.0.parse::<u64>().ok()).unwrap();
    assert!((100_001..120_000).contains(&n_read), "{n_read}");
}

#[test]
fn a_severity_may_be_raised_or_lowered_by_the_study() {
    let sheet = TELEVISION.replace("direct,10,0,1", "direct,0,0,1");
    let raised = format!("{STUDY}\n[severity]\nW204 = \"error\"\n");
    let text = refused(&SmallStudy::new().with("data/television.csv", &sheet).with("study.toml", raised), 1);
    says(&text, &["error[W204 zero-amount]", "1 rejected (W204: 1)"]);
    let twice = format!("{TELEVISION}2020-03-03,Channel Two,T5,Blues,candidate,news,direct,30,0,1\n");
    let lowered = format!("{STUDY}\n[severity]\nE401 = \"warning\"\n");
    let study = SmallStudy::new().with("data/television.csv", twice).with("study.toml", lowered);
    let output = study.run(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    says(&stderr(&output), &["warning[E401 repeated-row]", "11 rows read = 10 used"]);
}

#[test]
fn a_study_is_proposed_for_a_sheet_and_says_what_is_unsure() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sheet.csv"), PRINT).unwrap();
    let output = evenhand(folder.path(), &["init", "--from", "sheet.csv", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    says(&stderr(&output), &["the order of day and month: no date tells them apart", "the unit of `Area`"]);
    let checked = evenhand(folder.path(), &["check", "mine"]);
    says(&stderr(&checked), &["3 rows read = 3 used", "0 errors"]);
    let again = evenhand(folder.path(), &["init", "--from", "sheet.csv", "mine"]);
    assert_eq!(again.status.code(), Some(2));
    says(&stderr(&again), &["holds files already, and none of them is overwritten"]);
    let shown = evenhand(folder.path(), &["init", "--from", "sheet.csv"]);
    says(&stdout(&shown), &["outlet = \"Paper\"", "decimal = \",\"", "# unsure: the order of day and month"]);
}

#[test]
fn rejected_rows_are_written_with_code_place_and_text() {
    let study = SmallStudy::new().with("data/television.csv", TELEVISION.replace("The Reds", "=The Rads"));
    let output = study.run(&["check", "--rejected", "rejected.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let written = fs::read_to_string(study.path().join("rejected.csv")).unwrap();
    says(
        &written,
        &["code,name,file,sheet,line,column,message,text", "E501,unknown-name,data/television.csv,,4,actor"],
    );
}
