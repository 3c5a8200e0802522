//! Shares over time: which sums of seven days there are, and from which to which they changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use evenhand::agreement::reliability;
use evenhand::measure::{Dimension, Findings, time_of_trend};
use evenhand::study::load;

use crate::support::{STUDY, SmallStudy, stderr, stdout};

/// The small study from 1 March to a day, with a minute for each party on Channel One on the days asked for, and more of the study.
fn study(last: u32, is_on_air: impl Fn(u32) -> bool, more: &str) -> SmallStudy {
    let (print, pools) = (STUDY.find("[[source]]\nid = \"print\"").unwrap(), STUDY.find("[[pool]]").unwrap());
    let declared = format!("{}{}\n{more}\n", &STUDY[..print], &STUDY[pools..]);
    let mut sheet = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n".to_owned();
    for day in (1..=last).filter(|day| is_on_air(*day)) {
        for party in ["Reds", "Blues"] {
            writeln!(sheet, "2020-03-{day:02},Channel One,A{day},{party},candidate,news,direct,60,0,1").unwrap();
        }
    }
    let declared = declared.replace("to = 2020-03-03", &format!("to = 2020-03-{last:02}"));
    SmallStudy::new().with("study.toml", declared).with("data/television.csv", sheet)
}

/// The days of a measure of the Reds by day.
fn days(study: &SmallStudy, measure: &str) -> Vec<String> {
    let output = study.run(&["measure", "trend", "--by", "day", "--where", "actor=reds", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let rows: Vec<BTreeMap<String, String>> =
        csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().map(Result::unwrap).collect();
    rows.into_iter().filter(|row| row["measure"] == measure).map(|row| row["day"].replace("2020-03-", "")).collect()
}

#[test]
fn two_weeks_have_ends_that_share_no_day() {
    let of = |last: u32| study(last, |_| true, "");
    assert_eq!(days(&of(13), "change-of-ends"), [""; 0]);
    assert_eq!(days(&of(14), "change-of-ends"), ["14"]);
    assert_eq!(days(&of(15), "change-of-ends"), ["15"]);
    assert_eq!(days(&of(8), "moving"), ["07", "08"]);
}

#[test]
fn seven_days_of_which_five_were_recorded_have_a_share() {
    // Nobody had coverage from the fifth day on, and of the last days nothing was recorded.
    let of = |lost: std::ops::RangeInclusive<u32>| {
        let mut more = "[[monitored]]\nfrom = \"18:00\"\nto = \"24:00\"\n".to_owned();
        for (day, outlet) in lost.flat_map(|day| ["one", "two", "gazette"].map(|outlet| (day, outlet))) {
            writeln!(more, "\n[[not_recorded]]\noutlet = \"{outlet}\"\ndate = 2020-03-{day:02}\nreason = \"no tape\"")
                .unwrap();
        }
        study(7, |day| day < 5, &more)
    };
    assert_eq!(days(&of(6..=7), "moving"), ["07"]);
    assert_eq!(days(&of(5..=7), "moving"), [""; 0]);
    // Without a calendar a day is one that has coverage.
    assert_eq!(days(&study(7, |day| day < 5, ""), "moving"), [""; 0]);
    assert_eq!(days(&study(7, |day| day < 6, ""), "moving"), ["07"]);
}

#[test]
fn shares_are_drawn_by_day_from_two_weeks_of_the_pool_on() {
    let study = load(study(20, |_| true, "").path()).unwrap().product.unwrap();
    let mut pool = study.pool("editorial").unwrap().clone();
    assert_eq!(time_of_trend(&study, &pool), Dimension::Day);
    let day = |day: u32| format!("2020-03-{day:02}").parse().unwrap();
    for (from, to, time) in [(1, 14, Dimension::Day), (2, 14, Dimension::Week), (7, 20, Dimension::Day)] {
        pool.days = Some((day(from), day(to)));
        assert_eq!(time_of_trend(&study, &pool), time, "{from} to {to}");
    }
    let folder = self::study(13, |_| true, "");
    let study = load(folder.path()).unwrap().product.unwrap();
    assert_eq!(time_of_trend(&study, study.pool("editorial").unwrap()), Dimension::Week);
}

#[test]
fn two_periods_have_a_change_and_one_has_none() {
    let period = |id: &str, from: u32, to: u32| {
        format!("[[period]]\nid = \"{id}\"\nfrom = 2020-03-{from:02}\nto = 2020-03-{to:02}\n\n")
    };
    let changes = |periods: &str| {
        let folder = study(10, |_| true, periods);
        let study = load(folder.path()).unwrap().product.unwrap();
        let (tally, _, codings) = evenhand::run_with_codings(&study, &[]).product;
        let agreement = reliability(&[], &study);
        let changes = Findings::compute(&tally, (&codings, &agreement), &study).unwrap().changes;
        changes.map(|table| table.figures.iter().filter(|figure| figure.measure == "change").count())
    };
    let (first, second) = (period("first", 1, 5), period("second", 6, 10));
    assert_eq!(changes(&first), None);
    // One for each party.
    assert_eq!(changes(&[first.clone(), second].concat()), Some(2));
    // Periods that share days make no trend.
    assert_eq!(changes(&[first, period("other", 5, 10)].concat()), None);
}
