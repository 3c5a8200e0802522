//! Claims: what was said of a share, and which reading of the data gives it.

use std::fs;

use evenhand::audit::{Respect, Verdict, claims_of, judge, parse_claim};
use evenhand::study::Study;
use evenhand::tally::{Tally, key};
use evenhand::unit::RoundingRule;
use serde_json::Value;

use crate::support::{evenhand, root, stderr, stdout, sum_row};

#[test]
fn what_was_published_of_the_sample_has_its_verdicts() {
    let output = evenhand(root(), &["claim", "samples/kazakhstan-2012", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let claims = json["claims"].as_array().unwrap();
    assert_eq!((claims.len(), claims[0]["verdict"].as_str()), (8, Some("supported")));
    for claim in &claims[1..] {
        assert_eq!(claim["verdict"], "only-under-another-reading", "{claim}");
        assert_eq!(claim["readings"][0]["differs"][0]["pool"], "campaign-state", "{claim}");
    }
}

#[test]
fn a_claim_has_one_verdict() {
    let said = |claim: &str| evenhand(root(), &["claim", "samples/kazakhstan-2012", "--say", claim]);
    for (claim, verdict, status) in [
        ("print space, «Нур Отан», 52 %, 2011-11-30..2011-12-10", "supported as stated", 0),
        ("print, Nur Otan, 52.00 %", "supported as stated", 0),
        ("print, Nur Otan, 51.9 %", "consistent with the interval", 0),
        ("print, Nur Otan, 61 %", "supported only", 0),
        ("print, Nur Otan, 95 %", "not supported; as stated it is 52.0%", 1),
        ("print, Nur Otan, 52 %, 2001-01-01..2001-01-31", "cannot tell: the data is of 2011-11-30 to 2011-12-10", 0),
        ("print, Nur Otan, 52 %, 2011-11-01..2011-12-31", "supported only over 2011-11-30 to 2011-12-10", 0),
        ("print airtime, Nur Otan, 52 %", "cannot tell: the data has no coverage of what it states", 0),
        ("Nur Otan, 52 %", "supported only counted as area", 0),
        ("печать, Nur Otan, 52 percent", "supported as stated", 0),
        ("print, Nur Otan, 12.6 %, campaign-state", "12.6% over outlets; all together 1249.1 / 7710.8 cm2", 0),
    ] {
        let output = said(claim);
        let text = stdout(&output);
        assert!(text.contains(verdict) || claim.contains("61 %"), "{claim}: {text}");
        assert!(output.status.code() == Some(status) || claim.contains("61 %"), "{claim}: {text}");
    }
    for (claim, words) in [
        ("print, Nur Otn, 52 %", "did you mean"),
        ("print, Nur Otan", "names no percentage"),
        ("print, 52 %", "names no actor"),
        ("Nur Otan, 52 %, 2011..2012", "expected 2011-11-30..2011-12-10"),
        ("print, Nur Otan, Ak Zhol, 52 %", "names two actors, nur-otan and ak-zhol"),
        ("print, Nur Otan, 52 %, 16 %", "names two percentages, 52 and 16"),
        ("print, Nur Otan, 520 %", "is no share, expected 0 to 100 %"),
        ("print, television, Nur Otan, 52 %", "names `print` and `television`"),
        ("print, Nur Otan, 52 %, 2011-12-10..2011-11-30", "ends before it begins"),
    ] {
        let output = said(claim);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("E811") && stderr(&output).contains(words), "{}", stderr(&output));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("claims.csv");
    fs::write(&file, "says,source\n\"print, Nur Otan, 52 %\",a paper\n").unwrap();
    let words = ["claim", "samples/kazakhstan-2012", "--file", file.to_str().unwrap()];
    assert!(stdout(&evenhand(root(), &words)).contains("(a paper)\n  supported as stated"));
    fs::write(&file, "text\nx\n").unwrap();
    let output = evenhand(root(), &words);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("E812"), "{}", stderr(&output));
}

fn four_weeks() -> Study {
    evenhand::study::load(&root().join("samples/four-weeks")).unwrap().product.unwrap()
}

/// Quantity, actor, period and amount.
fn tally(rows: &[(&str, &str, &str, i64)]) -> Tally {
    let sum = |(quantity, actor, period, amount): &(&str, &str, &str, i64)| {
        let values = [
            (key::QUANTITY, *quantity),
            (key::OUTLET, "river-tv"),
            (key::PERIOD, period),
            (key::GENRE, "news"),
            (key::ACTOR, actor),
        ];
        sum_row(*amount, &values)
    };
    Tally::of_sums(&rows.iter().map(sum).collect::<Vec<_>>())
}

fn verdict(study: &Study, tally: &Tally, says: &str) -> Verdict {
    judge(study, tally, &parse_claim(study, says).unwrap()).unwrap().verdict
}

#[test]
fn the_nearest_reading_of_a_claim_is_named_above_and_below_it() {
    // 75 % in the first week, 20 % in the second, and 47.5 % of both.
    let tally = tally(&[
        ("airtime", "harvest-union", "week-1", 750),
        ("airtime", "civic-bloc", "week-1", 250),
        ("airtime", "harvest-union", "week-2", 200),
        ("airtime", "civic-bloc", "week-2", 800),
    ]);
    let nearest = |says: &str| match verdict(&four_weeks(), &tally, says) {
        Verdict::NotSupported(stated, nearest) => [stated, nearest].map(|one| one.unwrap().percent.to_string()),
        other => panic!("{says}: {other:?}"),
    };
    assert_eq!(nearest("Harvest Union, 95.0 %"), ["47.5", "75.0"]);
    assert_eq!(nearest("Harvest Union, 60.0 %"), ["47.5", "47.5"]);
    assert_eq!(nearest("Harvest Union, 30.0 %"), ["47.5", "20.0"]);
    assert_eq!(nearest("Harvest Union, 5.0 %"), ["47.5", "20.0"]);
}

#[test]
fn digits_cut_off_are_another_reading_and_a_claim_of_no_quantity_states_none() {
    let study = four_weeks();
    let airtime = [("airtime", "harvest-union", "week-1", 2_000), ("airtime", "civic-bloc", "week-1", 1_000)];
    let one = tally(&airtime);
    assert!(matches!(verdict(&study, &one, "Harvest Union, 66.7 %"), Verdict::Supported(_)));
    let Verdict::OnlyUnder(readings) = verdict(&study, &one, "Harvest Union, 66.6 %, 2016-02-20..2016-02-26") else {
        panic!("two thirds are 66.6 % with their digits cut off");
    };
    assert_eq!(readings[0].differs, [Respect::Rounding(RoundingRule::Truncate)]);
    let area = [("area", "harvest-union", "week-1", 1_000), ("area", "civic-bloc", "week-1", 3_000)];
    let Verdict::NotSupported(stated, nearest) =
        verdict(&study, &tally(&[airtime, area].concat()), "Harvest Union, 90 %")
    else {
        panic!("neither 67 % nor 25 % are 90 %");
    };
    assert_eq!((stated, nearest.unwrap().quantity.as_str()), (None, "airtime"));
}

#[test]
fn a_claim_is_read_part_by_part() {
    let study = four_weeks();
    let read = |says: &str| parse_claim(&study, says).unwrap();
    for (says, percent) in
        [("Harvest Union, 52,3 %", "52.3"), ("Harvest Union,100 %", "100"), ("0 %, Harvest Union", "0")]
    {
        assert_eq!(read(says).percent, percent.parse().unwrap(), "{says}");
    }
    let day = "2016-02-20".parse().unwrap();
    assert_eq!(read("Harvest Union, 52 %, 2016-02-20").days, Some((day, day)));
    let file = "[[claim]]\nsays = \"Harvest Union, 52 %\"\nsource = \"a paper\"\n";
    let (claims, findings) = claims_of(&study, "claims.toml", file);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!((claims.len(), claims[0].source.as_deref()), (1, Some("a paper")));
}
