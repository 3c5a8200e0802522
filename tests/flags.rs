//! What is said beside a figure, and what forbids it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::{STUDY, SmallStudy, stderr, stdout};

type Row = BTreeMap<String, String>;

/// Three days of Channel One, two minutes a day for the Reds, published as asked.
fn study(publishing: &str) -> SmallStudy {
    let (print, pools) = (STUDY.find("[[source]]\nid = \"print\"").unwrap(), STUDY.find("[[pool]]").unwrap());
    let mut sheet = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n".to_owned();
    for day in 1..=3 {
        for (party, seconds) in [("Reds", 120), ("Blues", 100 + 20 * day)] {
            writeln!(sheet, "2020-03-{day:02},Channel One,A{day},{party},candidate,news,direct,{seconds},0,1").unwrap();
        }
    }
    let declared = format!("{}{}\n[publishing]\n{publishing}\n", &STUDY[..print], &STUDY[pools..]);
    SmallStudy::new().with("study.toml", declared).with("data/television.csv", sheet)
}

/// Status and flags of the first figure of the Reds.
fn said(study: &SmallStudy, measure: &str) -> (String, String) {
    let output = study.run(&["measure", measure, "--where", "actor=reds", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let row: Row = csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().next().unwrap().unwrap();
    (row["status"].clone(), row["flags"].clone())
}

fn is(status: &str, flags: &str) -> (String, String) {
    (status.to_owned(), flags.to_owned())
}

#[test]
fn few_days_cost_a_share_its_interval_and_forbid_nothing() {
    assert_eq!(said(&study("policy = \"withhold\"\nleast_items = 3"), "share"), is("stated", "few-clusters"));
    assert_eq!(
        said(&study("policy = \"withhold\"\nleast_items = 4"), "share"),
        is("withheld", "small-base;few-clusters")
    );
}

#[test]
fn a_tone_needs_its_minutes_and_no_more() {
    let of = |minutes: u32| said(&study(&format!("least_items = 0\nleast_minutes = {minutes}")), "tone");
    assert_eq!([of(6).1, of(7).1], ["few-clusters", "few-clusters;small-amount"]);
}

#[test]
fn an_index_has_the_flags_of_its_shares_but_that_of_their_interval() {
    let study = study("least_items = 4\nleast_clusters = 2\nwidest_interval = 0");
    let of = |measure: &str| {
        let output = study.run(&["measure", measure, "--format", "csv"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let row: Row = csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().next().unwrap().unwrap();
        row["flags"].clone()
    };
    assert_eq!(of("share"), "small-base;rough-interval;wide-interval");
    assert_eq!(of("concentration"), "small-base;rough-interval");
}
