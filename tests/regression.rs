//! What went wrong once: each test is a small study that gave a wrong figure, or hid a wrong row.

use crate::support::{SmallStudy, stderr, stdout};

const CODEBOOK: &str = include_str!("small/codebook.toml");
const POOL: &str = "\n[[pool]]\nid = \"all\"\nname = \"all\"\ngroups = [\"party\"]\n";

/// A study of one sheet: its source's settings, its further tables, its cells.
fn study(settings: &str, tables: &str, sheet: &str) -> SmallStudy {
    let text = format!(
        "title = \"t\"\npublisher = \"p\"\n{}\n[window]\nfrom = 2020-03-01\nto = 2020-03-03\n\n[[source]]\nid = \"s\"\nfiles = \"data/s.csv\"\n{settings}\n{tables}{POOL}",
        if settings.contains("REJECT") { "on_error = \"reject\"" } else { "" },
    );
    let text = text.replace("REJECT", "");
    SmallStudy::new()
        .without("data/television.csv")
        .without("data/print.csv")
        .with("data/s.csv", sheet)
        .with("study.toml", text)
        .with("codebook.toml", CODEBOOK.replace("from = 2020-03-02\n", ""))
}

/// What `check` says, and its exit status.
fn check(study: &SmallStudy) -> (String, i32) {
    let output = study.run(&["check", "--all"]);
    (stderr(&output), output.status.code().unwrap())
}

fn figures(study: &SmallStudy) -> String {
    let output = study.run(&["measure", "share", "--by", "outlet", "--format", "csv"]);
    let lines = stdout(&output);
    // Key and numerator of every line.
    let mut reader = csv::Reader::from_reader(lines.as_bytes());
    let heading = reader.headers().unwrap().clone();
    let at = |name: &str| heading.iter().position(|h| h == name).unwrap();
    let (key, numerator) = (at("key"), at("numerator"));
    reader.records().map(Result::unwrap).map(|r| format!("{} {}\n", &r[key], &r[numerator])).collect()
}

const PLAIN: &str = "amount = \"seconds\"\nquantity = \"airtime\"";
const COLUMNS: &str = "\n[source.columns]\ndate = \"d\"\noutlet = \"o\"\nactor = \"a\"\namount = \"s\"\n";

#[test]
fn an_unknown_genre_that_begins_like_a_total_is_unknown() {
    let columns = format!("{COLUMNS}genre = \"g\"\n");
    let (said, status) = check(&study(PLAIN, &columns, "d,o,a,g,s\n2020-03-01,one,reds,Ensemble,30\n"));
    assert!(said.contains("unknown genre `Ensemble`") && status == 1, "{said}");
}

#[test]
fn a_row_left_out_still_names_the_outlet_for_those_below() {
    let settings = format!("{PLAIN}\nfill_down = [\"outlet\"]");
    let rule = "\n[[source.leave_out]]\ncolumn = \"a\"\nmatches = [\"Total*\"]\n";
    let sheet = "d,o,a,s\n2020-03-01,one,reds,30\n2020-03-01,two,Total,30\n2020-03-01,,reds,50\n";
    let found = figures(&study(&settings, &format!("{rule}{COLUMNS}"), sheet));
    assert!(
        found.contains("airtime/outlet=one/reds 30\n") && found.contains("airtime/outlet=two/reds 50\n"),
        "{found}"
    );
}

#[test]
fn an_offset_into_a_recording_is_no_time_of_the_day() {
    let columns = format!("{COLUMNS}start = \"t\"\n");
    let monitored = "\n[[monitored]]\noutlets = [\"one\"]\nfrom = \"18:00\"\nto = \"24:00\"\n[[not_recorded]]\noutlet = \"one\"\ndate = 2020-03-02\nreason = \"x\"\n[[not_recorded]]\noutlet = \"one\"\ndate = 2020-03-03\nreason = \"x\"\n";
    let settings = format!("{PLAIN}\nclock = \"seconds\"");
    let (said, _) =
        check(&study(&settings, &format!("{columns}{monitored}"), "d,o,a,s,t\n2020-03-01,one,reds,30,312\n"));
    assert!(said.contains("1 used + 0 out of scope"), "{said}");
}

#[test]
fn a_look_up_does_not_find_its_key_in_itself() {
    let tables = format!("\n[[source.lookup]]\nfile = \"data/guests.csv\"\nby = \"Guest\"\n{COLUMNS}");
    let study =
        study(PLAIN, &tables, "d,o,a,s\n2020-03-01,one,reds,30\n").with("data/guests.csv", "Guest,party\nx,reds\n");
    let (said, status) = check(&study);
    assert!(said.contains("E124 missing-column") && said.contains("`Guest`") && status == 1, "{said}");
}

#[test]
fn a_position_beyond_the_table_is_a_missing_column() {
    let columns = format!("{COLUMNS}tone = 12\n");
    let (said, status) = check(&study(PLAIN, &columns, "d,o,a,s\n2020-03-01,one,reds,30\n"));
    assert!(said.contains("no column has the heading `column 12`") && status == 1, "{said}");
}

#[test]
fn a_total_counts_though_its_first_row_is_rejected_for_another_cell() {
    let tables = "\n[[source.wide]]\ncolumn = \"s\"\nset = { quantity = \"airtime\" }\n\n[[source.wide]]\ncolumn = \"w\"\nset = { quantity = \"appearances\", actor = \"blues\" }\namount = \"count\"\nonce_per = [\"date\", \"outlet\"]\n\n[source.columns]\ndate = \"d\"\noutlet = \"o\"\nactor = \"a\"\ngenre = \"g\"\n";
    let sheet = "d,o,a,g,s,w\n2020-03-01,one,reds,nonsense,30,600\n2020-03-01,one,reds,news,40,600\n";
    let found = figures(&study("REJECTamount = \"seconds\"", tables, sheet));
    assert!(found.contains("appearances/outlet=one/blues 600\n"), "{found}");
}

#[test]
fn a_new_outlet_begins_without_an_actor() {
    let tables = "\n[[source.block]]\nfield = \"outlet\"\ncolumn = \"o\"\nwhere_blank = [\"s\"]\n\n[[source.block]]\nfield = \"actor\"\ncolumn = \"a\"\nwhere_blank = [\"s\"]\n\n[source.columns]\ndate = \"d\"\namount = \"s\"\n";
    let sheet = "d,o,a,s\n,one,,\n,,reds,\n2020-03-01,,,30\n,two,,\n2020-03-01,,,40\n";
    let (said, status) = check(&study(PLAIN, tables, sheet));
    assert!(said.contains("E201 missing-value") && said.contains("s.csv:6") && status == 1, "{said}");
}

#[test]
fn rows_alike_below_different_names_are_no_repetition() {
    let settings = format!("{PLAIN}\nfill_down = [\"date\"]");
    let sheet = "d,o,a,s\n2020-03-01,one,reds,20\n,one,blues,30\n2020-03-02,one,reds,20\n,one,blues,30\n";
    let (said, status) = check(&study(&settings, COLUMNS, sheet));
    assert_eq!(status, 0, "{said}");
}

#[test]
fn several_broadcasts_a_day_are_as_long_as_all_of_them() {
    let columns = format!("{COLUMNS}programme = \"p\"\nitem = \"i\"\n");
    let sheet =
        "d,o,a,s,p,i\n".to_owned() + &(0..8).map(|n| format!("2020-03-01,one,reds,60,Flash,{n}\n")).collect::<String>();
    let with = |more: &str| {
        let codebook =
            format!("{CODEBOOK}\n[[programme]]\nid = \"flash\"\nname = \"Flash\"\nlength = \"0:05:00\"\n{more}");
        let study = study(&format!("{PLAIN}\nexclusive = true"), &columns, &sheet);
        check(&study.with("codebook.toml", codebook.replace("from = 2020-03-02\n", "")))
    };
    assert!(with("").0.contains("E406"), "{}", with("").0);
    assert_eq!(with("per_day = 12\n").1, 0, "{}", with("per_day = 12\n").0);
}

#[test]
fn a_start_to_the_minute_overlaps_nothing() {
    let columns = format!("{COLUMNS}start = \"t\"\nitem = \"i\"\n");
    let sheet = "d,o,a,s,t,i\n2020-03-01,one,reds,30,18:00,1\n2020-03-01,one,reds,20,18:00,2\n2020-03-01,one,blues,20,18:00:30,3\n";
    let (said, status) = check(&study(PLAIN, &columns, sheet));
    assert_eq!(status, 0, "{said}");
    let one_item = "d,o,a,s,t,i\n2020-03-01,one,reds,30,18:00:05,1\n2020-03-01,one,reds,20,18:00:05,1\n";
    assert_eq!(check(&study(PLAIN, &columns, one_item)).1, 0);
}

#[test]
fn an_overlap_is_found_in_every_order_of_its_rows() {
    let columns = format!("{COLUMNS}start = \"t\"\nitem = \"i\"\n");
    let sheet = |rows: [&str; 3]| {
        let rows = rows.map(|row| format!("2020-03-01,one,reds,{row}\n")).concat();
        format!("d,o,a,s,t,i\n{rows}")
    };
    let triples = [
        (["17,06:03:43,842", "90,06:03:43,842", "93,06:04:34,843"], "39 s"),
        (["90,06:03:43,1", "20,06:04:00,1", "90,06:03:43,2"], "20 s"),
    ];
    for (rows, shared) in triples {
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let (said, status) = check(&study(PLAIN, &columns, &sheet(order.map(|row: usize| rows[row]))));
            assert!(said.contains(&format!("on air twice for {shared}")) && status == 1, "{order:?}: {said}");
        }
    }
    // Where a study lets both count, what comes later may overlap either.
    let lowered = format!("{columns}\n[severity]\nE405 = \"warning\"\n");
    let rows = ["100,18:00:00,1", "100,18:00:50,2", "10,18:02:00,3"];
    let (said, status) = check(&study(PLAIN, &lowered, &sheet(rows)));
    assert!(said.contains("twice for 50 s") && said.contains("twice for 10 s") && status == 0, "{said}");
}

#[test]
fn a_cell_may_hold_dates_and_a_span_no_time() {
    let columns = format!("{COLUMNS}start = \"t\"\nitem = \"i\"\n");
    let sheet = "d,o,a,s,t,i\n2020-03-01,one,reds,60,18:00:00,\"repeated\n2020-03-02\n2020-03-05, AB\"\n2020-03-01,one,reds,0,18:00:30,2\n";
    let (said, status) = check(&study(PLAIN, &columns, sheet));
    assert!(!said.contains("E133") && !said.contains("E405") && status == 0, "{said}");
}

#[test]
fn a_row_with_two_errors_is_rejected_once_and_figures_are_made() {
    let columns = format!("{COLUMNS}tone = \"t\"\n");
    let study =
        study(&format!("REJECT{PLAIN}"), &columns, "d,o,a,s,t\n2020-03-01,one,reds,,7\n2020-03-01,one,blues,30,0\n");
    assert!(figures(&study).contains("airtime/outlet=one/blues 30\n"));
}

#[test]
fn the_first_coding_stays_where_one_coder_coded_both() {
    let columns = format!("{COLUMNS}item = \"i\"\npass = \"n\"\ncoder = \"c\"\n");
    let sheet = "d,o,a,s,i,n,c\n2020-03-01,one,reds,31,1,2,anna\n2020-03-01,one,reds,30,1,1,anna\n2020-03-01,one,blues,20,1,1,anna\n";
    let (said, status) = check(&study(PLAIN, &columns, sheet));
    assert!(said.contains("E410") && said.contains("2 used") && status == 1, "{said}");
}

#[test]
fn a_setting_that_would_do_nothing_is_refused() {
    for (settings, said) in [
        ("required = [\"pass\"]", "cannot stand under fill_down or required"),
        ("fill_down = [\"amount\"]", "cannot stand under fill_down or required"),
    ] {
        let (found, status) =
            check(&study(&format!("{PLAIN}\n{settings}"), COLUMNS, "d,o,a,s\n2020-03-01,one,reds,30\n"));
        assert!(found.contains(said) && status == 2, "{found}");
    }
    let tables = format!("{COLUMNS}pass = \"n\"\n\n[source.values.pass]\nfirst = \"1\"\n");
    assert!(
        check(&study(PLAIN, &tables, "d,o,a,s,n\n2020-03-01,one,reds,30,first\n"))
            .0
            .contains("`values.pass` does nothing")
    );
}

#[test]
fn a_pattern_that_could_capture_nothing_is_refused() {
    for pattern in ["./data/{outlet}/s.csv", "data/{outlet}-{period}.csv", "data/w?-{outlet}.csv"] {
        let study = SmallStudy::new();
        let text = std::fs::read_to_string(study.path().join("study.toml")).unwrap();
        let study = study.with("study.toml", text.replace("data/television.csv", pattern));
        assert_eq!(check(&study).1, 2, "{pattern}");
    }
}

#[test]
fn what_is_left_out_is_found_whatever_its_case_and_script() {
    let rule = format!("\n[[source.leave_out]]\ncolumn = \"a\"\nmatches = [\"итого*\"]\n{COLUMNS}");
    let (said, status) =
        check(&study(PLAIN, &rule, "d,o,a,s\n2020-03-01,one,reds,30\n2020-03-01,one,ИТОГО за день,30\n"));
    assert!(said.contains("(N321: 1)") && status == 0, "{said}");
}

#[test]
fn percentages_of_a_spreadsheet_are_parts_of_one() {
    let columns = format!("{COLUMNS}percent = \"p\"\n");
    let (said, _) =
        check(&study(PLAIN, &columns, "d,o,a,s,p\n2020-03-01,one,reds,60,0.6\n2020-03-01,one,blues,40,0.4\n"));
    assert!(!said.contains("W217"), "{said}");
}

#[test]
fn a_figure_of_folded_office_holders_is_explained() {
    let study = SmallStudy::new();
    let output = study.run(&["explain", "share/with-office/airtime/reds"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn rows_that_are_shown_keep_the_percentages_of_the_whole_column() {
    let rounded = "\n[rounding]\nrule = \"largest-remainder\"\ndecimals = 0\n";
    let settings = format!("{}{rounded}", crate::support::STUDY);
    let study = SmallStudy::new().with("study.toml", settings);
    let table = |more: &[&str]| {
        stdout(&study.run(&[&["measure", "trend", ".", "--by", "day", "--format", "csv"], more].concat()))
    };
    let (all, shown) = (table(&[]), table(&["--where", "actor=reds"]));
    let rows: Vec<&str> = shown.lines().skip(1).filter(|row| row.starts_with("cumulative")).collect();
    assert!(!rows.is_empty(), "{shown}");
    assert!(rows.iter().all(|row| all.lines().any(|other| other == *row)), "{shown}\n{all}");
}
