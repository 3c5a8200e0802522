//! Measures on a small study: what a choice in the study does to a figure.

use std::fmt::Write as _;

use evenhand::measure::{Recording, calendar};
use evenhand::study::load;

use crate::support::{CODEBOOK, STUDY, SmallStudy, shared, stderr, stdout};

/// Ten days of March 2020 on two channels; the Reds have 60 s of 100 on every day of Channel One, and what is asked of Two.
fn sheet(days: std::ops::RangeInclusive<u32>, of_two: impl Fn(u32) -> Option<u32>) -> String {
    let mut text = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n".to_owned();
    for day in days {
        writeln!(text, "2020-03-{day:02},Channel One,A{day},Reds,candidate,news,direct,{},1,1", 50 + day).unwrap();
        writeln!(text, "2020-03-{day:02},Channel One,A{day},Blues,candidate,news,reported,{},-1,1", 50 - day).unwrap();
        if let Some(seconds) = of_two(day) {
            writeln!(text, "2020-03-{day:02},Channel Two,B{day},Reds,candidate,news,direct,{seconds},0,1").unwrap();
            writeln!(text, "2020-03-{day:02},Channel Two,B{day},Blues,candidate,news,direct,30,,1").unwrap();
        }
    }
    text
}

/// The television desk of the small study, over ten days, with more of the study.
fn study(of_two: impl Fn(u32) -> Option<u32>, more: &str) -> SmallStudy {
    let television = STUDY.find("[[source]]\nid = \"print\"").unwrap();
    let pools = STUDY.find("[[pool]]").unwrap();
    let text = format!("{}{}", &STUDY[..television], &STUDY[pools..]).replace("2020-03-03", "2020-03-10");
    let text = format!("{text}\n{more}\n");
    SmallStudy::new().with("study.toml", text).with("data/television.csv", sheet(1..=10, of_two))
}

/// The cells of a table as CSV, by heading.
fn rows(study: &SmallStudy, words: &[&str]) -> Vec<std::collections::BTreeMap<String, String>> {
    let output = study.run(&[&["measure"], words, &["--format", "csv"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn refusal(study: &SmallStudy, words: &[&str]) -> String {
    let output = study.run(&[&["measure"], words].concat());
    assert_eq!(output.status.code(), Some(2));
    stderr(&output)
}

#[test]
fn a_share_has_an_interval_over_its_outlet_days() {
    let found = rows(&study(|_| Some(20), ""), &["share"]);
    let reds = &found[0];
    assert_eq!(
        (reds["actor"].as_str(), reds["n_clusters"].as_str(), reds["method"].as_str()),
        ("reds", "20", "linear-logit")
    );
    let [low, share, high] = ["low", "share", "high"].map(|column| reds[column].parse::<f64>().unwrap());
    assert!(0.0 < low && low < share && share < high && high < 1.0);
}

#[test]
fn the_study_chooses_method_level_and_cluster() {
    let width = |more: &str| {
        let found = rows(&study(|day| Some(5 * day), more), &["share"]);
        let limit = |column: &str| found[0][column].parse::<f64>().unwrap();
        (limit("high") - limit("low"), found[0]["method"].clone())
    };
    let (plain, _) = width("");
    let (narrow, _) = width("[uncertainty]\nlevel = 80");
    let (drawn, method) = width("[uncertainty]\nmethod = \"percentile\"\nreplicates = 2000\nseed = 5");
    let (corrected, _) = width("[uncertainty]\nmethod = \"bca\"\nreplicates = 2000\nseed = 5");
    let (of_few, _) = width("[uncertainty]\ndrawn_from = 11");
    assert!(narrow < plain && of_few < plain);
    assert_eq!(method, "percentile");
    assert!(
        (drawn - plain).abs() < plain / 3.0 && (corrected - plain).abs() < plain / 3.0,
        "{plain} {drawn} {corrected}"
    );
    let none = rows(&study(|_| Some(20), "[uncertainty]\nmethod = \"none\""), &["share"]);
    assert_eq!((none[0]["low"].as_str(), none[0]["method"].as_str()), ("", "exact"));
}

#[test]
fn a_bootstrap_is_the_same_whatever_the_order_of_rows() {
    let more = "[uncertainty]\nmethod = \"percentile\"\nreplicates = 500";
    let plain = study(|day| Some(5 * day), more);
    let text = std::fs::read_to_string(plain.path().join("data/television.csv")).unwrap();
    let (head, body) = text.split_once('\n').unwrap();
    let mut lines: Vec<&str> = body.lines().collect();
    lines.reverse();
    let turned =
        study(|day| Some(5 * day), more).with("data/television.csv", format!("{head}\n{}\n", lines.join("\n")));
    assert_eq!(rows(&plain, &["share", "--by", "outlet"]), rows(&turned, &["share", "--by", "outlet"]));
}

#[test]
fn few_days_have_no_interval_and_say_so() {
    let found = rows(&study(|_| None, ""), &["share", "--where", "day=2020-03-01,2020-03-02"]);
    assert_eq!((found[0]["low"].as_str(), found[0]["flags"].as_str()), ("", "small-base;few-clusters"));
}

#[test]
fn a_study_may_withhold_what_rests_on_little() {
    let withhold = study(|_| Some(20), "[publishing]\npolicy = \"withhold\"\nleast_items = 15");
    let all = rows(&withhold, &["share"]);
    assert_eq!((all[0]["status"].as_str(), all[0]["percent"].is_empty()), ("stated", false));
    let by_outlet = rows(&withhold, &["share", "--by", "outlet"]);
    for row in &by_outlet {
        let figure = ["share", "percent", "low", "high"].map(|column| row[column].as_str());
        assert_eq!((row["status"].as_str(), figure), ("withheld", [""; 4]));
        assert!(row["flags"].contains("small-base") && !row["numerator"].is_empty());
    }
}

#[test]
fn tone_leaves_out_what_is_not_coded_and_balances_the_rest() {
    let found = rows(&study(|_| Some(45), ""), &["tone", "--where", "actor=reds"]);
    let of = |measure: &str, tone: &str| {
        let row = found.iter().find(|row| row["measure"] == measure && row["of"] == tone).unwrap();
        (row["numerator"].clone(), row["denominator"].clone())
    };
    // 555 s positive on One, 450 s neutral on Two.
    assert_eq!(of("tone", "positive"), ("555".to_owned(), "1005".to_owned()));
    assert_eq!(of("tone", "neutral"), ("450".to_owned(), "1005".to_owned()));
    assert_eq!(of("tone", "negative"), ("0".to_owned(), "1005".to_owned()));
    assert_eq!(of("tone-balance", ""), ("555".to_owned(), "1005".to_owned()));
    let blues = rows(&study(|_| Some(45), ""), &["tone", "--where", "actor=blues"]);
    let coded = blues.iter().find(|row| row["measure"] == "tone-coded").unwrap();
    // 445 s with a tone on One, 300 s without on Two.
    assert_eq!((coded["numerator"].as_str(), coded["denominator"].as_str()), ("445", "745"));
}

#[test]
fn a_scale_that_nobody_explains_has_no_balance() {
    let codebook = CODEBOOK.replace("value = -1", "value = 1").replace("value = 0", "value = 2");
    let codebook = codebook.replace(
        "id = \"positive\"\nname = \"Positive\"\nvalue = 1",
        "id = \"positive\"\nname = \"Positive\"\nvalue = 3",
    );
    let unclear = study(|_| Some(20), "").with("codebook.toml", codebook);
    let output = unclear.run(&["measure", "tone"]);
    assert!(stdout(&output).contains("No balance: the codebook does not say what the tones mean"));
    assert!(!stdout(&output).contains("tone-balance"));
}

#[test]
fn a_study_without_tones_or_voices_says_what_to_map() {
    let text = "date,channel,item,actor,genre,seconds\n2020-03-01,Channel One,1,Reds,news,30\n";
    let bare = study(|_| None, "");
    let toml = std::fs::read_to_string(bare.path().join("study.toml")).unwrap();
    let columns = ["capacity = \"capacity\"\n", "voice = \"voice\"\n", "tone = \"tone\"\n", "pass = \"pass\"\n"];
    let toml = columns.iter().fold(toml, |toml, line| toml.replace(line, ""));
    let bare = bare.with("study.toml", toml).with("data/television.csv", text);
    assert!(refusal(&bare, &["tone"]).contains("no row of the pool has a tone: map its column as `tone`"));
    assert!(refusal(&bare, &["voice"]).contains("no row of the pool has a voice: map its column as `voice`"));
}

#[test]
fn voice_is_direct_over_direct_and_reported() {
    let found = rows(&study(|_| None, ""), &["voice"]);
    let of = |actor: &str| found.iter().find(|row| row["actor"] == actor && row["measure"] == "voice").unwrap();
    assert_eq!((of("reds")["percent"].as_str(), of("blues")["percent"].as_str()), ("100.0", "0.0"));
    assert_eq!(of("blues")["status"], "zero");
}

#[test]
fn what_is_reported_alone_is_coded_and_has_no_own_words() {
    let text = "date,channel,item,actor,capacity,genre,voice,tone,pass,seconds\n\
                2020-03-01,Channel One,1,Reds,,news,reported,,,30\n2020-03-01,Channel One,2,Blues,,news,reported,,,20\n";
    let found =
        rows(&study(|_| None, "").with("data/television.csv", text), &["voice", "--where", "medium=television"]);
    let of = |measure: &str| -> Vec<&str> {
        found.iter().filter(|row| row["measure"] == measure).map(|row| row["percent"].as_str()).collect()
    };
    assert_eq!((of("voice"), of("voice-coded")), (vec!["0.0", "0.0"], vec!["100.0", "100.0"]));
}

#[test]
fn a_trend_has_shares_changes_and_the_cumulative_share() {
    let more = "[[period]]\nid = \"first\"\nfrom = 2020-03-01\nto = 2020-03-05\n\n[[period]]\nid = \"second\"\nfrom = 2020-03-06\n\
                to = 2020-03-10\n\n[[event]]\ndate = 2020-03-04\nname = \"first debate\"";
    let study = study(|_| Some(20), more);
    let found = rows(&study, &["trend", "--where", "actor=reds"]);
    let said: Vec<(&str, &str)> = found.iter().map(|row| (row["period"].as_str(), row["measure"].as_str())).collect();
    let expected = [
        ("first", "share"),
        ("first", "cumulative"),
        ("second", "share"),
        ("second", "cumulative"),
        ("second", "change"),
    ];
    assert_eq!(said, expected);
    // 265 + 100 of 750, then 290 + 100 of 750, then both.
    assert_eq!(
        [&found[0], &found[2], &found[4], &found[3]].map(|row| row["percent"].as_str()),
        ["48.7", "52.0", "3.3", "50.3"]
    );
    assert!(stdout(&study.run(&["measure", "trend"])).contains("2020-03-04: first debate."));
    assert!(refusal(&study, &["trend", "--by", "day,week"]).contains("a trend is by one of day, week and period"));
}

#[test]
fn a_lost_day_is_a_gap_and_no_zero() {
    let more = "[[monitored]]\nfrom = \"18:00\"\nto = \"24:00\"\n\n[[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-03\n\
                reason = \"power cut\"\n\n[[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-04\nfrom = \"18:00\"\nto = \"21:00\"\n\
                reason = \"tape full\"\n\n[severity]\nW407 = \"note\"";
    let study = study(|day| (day != 3).then_some(20), more);
    let found = rows(&study, &["trend", "--by", "day", "--where", "outlet=two", "--where", "actor=reds"]);
    let third: Vec<_> = found.iter().filter(|row| row["day"] == "2020-03-03").collect();
    assert_eq!((third.len(), third[0]["status"].as_str(), third[0]["share"].as_str()), (1, "not-recorded", ""));
    assert!(found.iter().all(|row| row["day"] != "2020-03-04" || row["measure"] != "change"));
    // Nine and a half of ten evenings.
    let share = rows(&study, &["share", "--where", "outlet=two"]);
    assert_eq!(share[0]["recorded"], "85");
    let common = rows(&study, &["share", "--common-days", "--where", "outlet=two"]);
    assert_eq!(common[0]["n_clusters"], "8");
    let coverage = rows(&study, &["coverage"]);
    let two = coverage.iter().find(|row| row["outlet"] == "two").unwrap();
    let planned = ["days_planned", "days_lost", "seconds_planned", "seconds_lost"].map(|column| two[column].as_str());
    assert_eq!(planned, ["10", "1", "216000", "32400"]);
    assert!(
        stdout(&study.run(&["measure", "coverage"]))
            .contains("Not recorded, whole or in part: Channel Two 3\u{a0}Mar (power cut")
    );
}

#[test]
fn little_of_the_plan_and_changed_hours_are_said_beside_a_share() {
    let more = "[[monitored]]\nfrom = \"18:00\"\nto = \"24:00\"\nlast = 2020-03-05\n\n[[monitored]]\nfrom = \"17:00\"\n\
                to = \"24:00\"\nfirst = 2020-03-06\n\n[[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-01\nreason = \"x\"\n\n\
                [[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-02\nreason = \"x\"\n\n[[not_recorded]]\noutlet = \"two\"\n\
                date = 2020-03-03\nreason = \"x\"\n\n[severity]\nW407 = \"note\"";
    let found = rows(&study(|day| (day > 3).then_some(20), more), &["share", "--where", "outlet=two"]);
    assert!(found[0]["flags"].contains("incomplete") && found[0]["flags"].contains("hours-changed"), "{:?}", found[0]);
}

#[test]
fn a_lead_counts_only_where_its_interval_leaves_out_zero() {
    let clear = rows(&study(|_| Some(60), ""), &["lead"]);
    assert_eq!((clear[0]["actor"].as_str(), clear[0]["of"].as_str()), ("reds", "blues"));
    assert!(!clear[0]["flags"].contains("not-told-apart") && clear[0]["low"].parse::<f64>().unwrap() > 0.0);
    let open = rows(&study(|day| Some(if day % 2 == 0 { 1 } else { 58 }), ""), &["lead", "--where", "outlet=two"]);
    assert!(open[0]["flags"].contains("not-told-apart"), "{:?}", open[0]);
    let tie = rows(&study(|_| Some(30), ""), &["lead", "--where", "outlet=two"]);
    assert_eq!((tie[0]["status"].as_str(), tie[0]["percent"].as_str()), ("tie", "0.0"));
}

#[test]
fn a_gap_has_its_ratio_and_the_distance_of_all() {
    let more = "[[benchmark]]\nid = \"poll\"\nname = \"poll\"\nkind = \"polls\"\nsource = \"an institute\"\ndate = 2020-03-01\n\
                shares = { reds = 100, blues = 0 }";
    let found = rows(&study(|_| None, more), &["gap"]);
    let of = |measure: &str, actor: &str, benchmark: &str| {
        found.iter().find(|row| row["measure"] == measure && row["actor"] == actor && row["of"] == benchmark).unwrap()
    };
    // 55.5 % of the Reds.
    assert_eq!(of("gap", "reds", "equal")["percent"], "5.5");
    assert_eq!(of("gap", "reds", "poll")["percent"], "-44.5");
    assert_eq!(of("ratio", "reds", "equal")["share"], "1.11");
    assert_eq!(of("ratio", "blues", "poll")["status"], "undefined");
    assert!((of("loosemore-hanby", "", "poll")["share"].parse::<f64>().unwrap() - 0.445).abs() < 1e-12);
}

#[test]
fn the_period_before_is_a_benchmark_too() {
    let more = "[[period]]\nid = \"first\"\nfrom = 2020-03-01\nto = 2020-03-05\n\n[[period]]\nid = \"second\"\nfrom = 2020-03-06\n\
                to = 2020-03-10\n\n[[benchmark]]\nid = \"before\"\nname = \"the week before\"\nkind = \"previous\"\n\
                source = \"this study\"\ndate = 2020-03-10";
    let found = rows(&study(|_| None, more), &["gap", "--by", "period", "--where", "actor=reds"]);
    let of: Vec<_> = found.iter().filter(|row| row["of"] == "before" && row["measure"] == "gap").collect();
    assert_eq!(
        of.iter().map(|row| (row["period"].as_str(), row["percent"].as_str())).collect::<Vec<_>>(),
        [("second", "5.0")]
    );
}

#[test]
fn office_holders_count_by_capacity_or_both_ways() {
    let codebook = CODEBOOK.replace(
        "[[capacity]]\nid = \"candidate\"",
        "[[actor.office]]\ncapacity = \"candidate\"\ncounts_for = \"reds\"\n\n[[capacity]]\nid = \"candidate\"",
    );
    let data = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n\
                2020-03-02,Channel One,1,President,candidate,news,direct,30,0,1\n\
                2020-03-02,Channel One,1,President,office-holder,news,direct,50,0,1\n\
                2020-03-02,Channel One,2,Blues,candidate,news,direct,20,-1,1\n";
    let percents = |words: &str| {
        let pool = format!("[[pool]]\nid = \"p\"\nname = \"p\"\n{words}\n");
        let study = study(|_| None, &pool).with("codebook.toml", &codebook).with("data/television.csv", data);
        let pool = if words.contains("both") { "p-folded" } else { "p" };
        let found = rows(&study, &["share", "--pool", pool]);
        found.into_iter().map(|row| format!("{} {}", row["actor"], row["numerator"])).collect::<Vec<_>>()
    };
    let groups = "groups = [\"party\", \"office\"]\n";
    assert_eq!(percents(groups), ["reds 0", "blues 20", "president 80"]);
    assert_eq!(percents(&format!("{groups}office_holders = \"by-capacity\"")), ["reds 30", "blues 20", "president 50"]);
    assert_eq!(percents(&format!("{groups}office_holders = \"both\"")), ["reds 80", "blues 20"]);
    assert_eq!(percents(&format!("{groups}hostile_time = \"leave-out\"")), ["reds 0", "blues 0", "president 80"]);
}

#[test]
fn prominence_is_page_prime_time_and_place_in_the_bulletin() {
    let data = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass,part,place,page\n\
                2020-03-01,Channel One,1,Reds,candidate,news,direct,30,0,1,evening,1,1\n\
                2020-03-01,Channel One,1,Reds,candidate,news,reported,10,0,1,evening,1,1\n\
                2020-03-01,Channel One,2,Reds,candidate,news,direct,60,0,1,morning,4,07\n\
                2020-03-01,Channel One,3,Blues,candidate,news,direct,20,0,1,evening,,\n";
    let codebook = format!(
        "{CODEBOOK}\n[[daypart]]\nid = \"morning\"\nname = \"Morning\"\nfrom = \"06:00\"\nto = \"12:00\"\n\n[[daypart]]\nid = \"evening\"\n\
         name = \"Evening\"\nfrom = \"18:00\"\nto = \"24:00\"\nprime = true\n"
    );
    let television = STUDY.find("[[source]]\nid = \"print\"").unwrap();
    let pools = STUDY.find("[[pool]]").unwrap();
    let text = format!("{}{}", &STUDY[..television], &STUDY[pools..])
        .replace("pass = \"pass\"", "pass = \"pass\"\ndaypart = \"part\"\nposition = \"place\"\npage = \"page\"");
    let study =
        SmallStudy::new().with("study.toml", text).with("codebook.toml", codebook).with("data/television.csv", data);
    let found = rows(&study, &["prominence"]);
    let said: Vec<String> =
        found.iter().map(|row| format!("{} {} {}", row["actor"], row["measure"], row["share"])).collect();
    assert_eq!(said, ["reds front-page 0.4", "reds prime-time 0.4", "reds mean-position 2.5", "blues prime-time 1"]);
    for row in &found {
        assert_eq!(study.run(&["explain", &row["key"]]).status.code(), Some(0), "{}", row["key"]);
    }
    let plain = SmallStudy::new();
    assert!(refusal(&plain, &["prominence"]).contains("no row of the pool has a page"));
}

#[test]
fn rows_shown_are_chosen_without_touching_a_denominator() {
    let study = study(|_| Some(20), "");
    let all = rows(&study, &["share"]);
    let some = rows(&study, &["share", "--where", "actor=blues"]);
    assert_eq!((some.len(), &some[0]), (1, &all[1]));
    let groups = rows(&study, &["share", "--by", "group"]);
    assert_eq!((groups[0]["actor"].as_str(), groups[0]["percent"].as_str()), ("party", "100.0"));
    let weeks = rows(&study, &["share", "--by", "week", "--where", "actor=reds"]);
    assert_eq!(weeks.iter().map(|row| row["week"].as_str()).collect::<Vec<_>>(), ["2020-W09", "2020-W10", "2020-W11"]);
}

#[test]
fn le_pen_and_hamon_change_places_with_the_weighting_of_stations() {
    let Some(data) = shared("data/csa2017_stations") else { return };
    let folder = tempfile::tempdir().unwrap();
    crate::support::copy(&crate::support::root().join("tests/regulators/csa-2017"), folder.path());
    crate::support::copy(&data.join("releves-par-chaine"), &folder.path().join("data"));
    let words =
        ["measure", "pools", "--where", "period=1", "--where", "daypart=all-day", "--where", "quantity=airtime"];
    let output = stdout(&crate::support::evenhand(folder.path(), &words));
    assert!(
        output.contains("HAMON BENOIT is number 2 under candidates:mean and 3 under candidates:pooled"),
        "{output}"
    );
    assert!(
        output.contains("LE PEN MARINE is number 2 under candidates:pooled and 3 under candidates:mean"),
        "{output}"
    );
}

#[test]
fn an_index_is_of_all_actors_whichever_are_shown() {
    let study = study(|day| Some(5 * day), "");
    let of = |words: &[&str]| {
        let found = rows(&study, &[&["concentration"], words].concat());
        found.into_iter().map(|row| (row["measure"].clone(), row["share"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(of(&["--where", "actor=reds"]), of(&[]));
    assert_ne!(of(&["--where", "outlet=two"]), of(&[]));
}

#[test]
fn a_benchmark_of_one_medium_speaks_of_no_other() {
    let more = "[[benchmark]]\nid = \"law\"\nname = \"law\"\nkind = \"fixed\"\nsource = \"a law\"\ndate = 2020-03-01\n\
                medium = \"television\"\nshares = { reds = 60, blues = 40 }";
    let study = study(|_| Some(20), more);
    let speaks = |words: &[&str]| rows(&study, &[&["gap"], words].concat()).iter().any(|row| row["of"] == "law");
    for words in [
        &["--by", "medium"][..],
        &["--by", "outlet"],
        &["--where", "medium=television"],
        &["--where", "outlet=one,two"],
        &["--by", "genre", "--where", "outlet=two"],
    ] {
        assert!(speaks(words), "{words:?}");
    }
    // Without a word about the medium, others may be among the coverage.
    for words in [&[][..], &["--by", "genre"], &["--where", "genre=news"]] {
        assert!(!speaks(words), "{words:?}");
    }
}

#[test]
fn every_day_of_the_calendar_is_one_of_six_things() {
    use Recording::{Covered, Lost, Part, Silent, Unknown, Unplanned};
    let of = |more: &str| {
        let study = study(|_| None, more).with("data/television.csv", sheet(3..=5, |_| None));
        let study = load(study.path()).unwrap().product.unwrap();
        let rows = calendar(&evenhand::run(&study).product.0, &study).unwrap();
        rows.into_iter().map(|row| (row.outlet, row.days)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let plain = of("");
    assert_eq!(plain["one"][1..4], [Unknown, Covered, Covered]);
    let planned = of(
        "[[monitored]]\noutlets = [\"one\", \"gazette\"]\nfrom = \"18:00\"\nto = \"24:00\"\nlast = 2020-03-06\n\n[[not_recorded]]\n\
                      outlet = \"one\"\ndate = 2020-03-01\nreason = \"x\"\n\n[[not_recorded]]\noutlet = \"one\"\ndate = 2020-03-04\n\
                      from = \"18:00\"\nto = \"19:00\"\nreason = \"x\"",
    );
    assert_eq!(planned["one"][..8], [Lost, Silent, Covered, Part, Covered, Silent, Unplanned, Unplanned]);
    assert!(planned["two"].iter().all(|day| *day == Unplanned));
}

#[test]
fn the_period_before_is_that_of_the_same_outlet() {
    let more = "[[period]]\nid = \"first\"\nfrom = 2020-03-01\nto = 2020-03-05\n\n[[period]]\nid = \"second\"\nfrom = 2020-03-06\n\
                to = 2020-03-10\n\n[[benchmark]]\nid = \"before\"\nname = \"the week before\"\nkind = \"previous\"\n\
                source = \"this study\"\ndate = 2020-03-10";
    let found = rows(&study(|day| Some(if day <= 5 { 10 } else { 90 }), more), &["gap", "--by", "outlet,period"]);
    let of = |outlet: &str, actor: &str| {
        let is_it = |row: &&std::collections::BTreeMap<String, String>| {
            [&row["outlet"], &row["actor"], &row["of"], &row["measure"]] == [outlet, actor, "before", "gap"]
        };
        found.iter().filter(is_it).map(|row| row["percent"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!((of("one", "reds"), of("one", "blues")), (vec!["5.0"], vec!["-5.0"]));
    // A quarter before, then three of four.
    assert_eq!((of("two", "reds"), of("two", "blues")), (vec!["50.0"], vec!["-50.0"]));
}

#[test]
fn an_interval_is_that_of_the_method_the_study_names() {
    use evenhand::measure::{Cluster, Ratio, Statistic, Stratum, Sums, bca, percentile, replicates};
    use evenhand::study::Weighting;
    // Reds and Blues on ten days of Channel One and of Channel Two.
    let days = |of: fn(i64) -> [i64; 2]| {
        let clusters = (1..=10)
            .map(|day| of(day).map(|seconds| seconds * 1_000))
            .map(|[reds, blues]| Cluster { units: vec![vec![blues, reds]], drawn_from: None });
        clusters.collect::<Vec<_>>()
    };
    let outlet = |outlet: &str, clusters| Stratum {
        outlet: outlet.to_owned(),
        n_clusters: 10,
        n_days: 10,
        drawn_from: None,
        clusters,
    };
    let strata = vec![outlet("one", days(|day| [50 + day, 50 - day])), outlet("two", days(|day| [5 * day, 30]))];
    let sums = Sums { parts: vec!["blues".to_owned(), "reds".to_owned()], strata };
    let share = Statistic::of(Ratio { above: vec![(1, 1)], below: vec![0, 1] });
    let found = |method: &str| {
        let study =
            study(|day| Some(5 * day), &format!("[uncertainty]\nmethod = \"{method}\"\nseed = 7\nreplicates = 2000"));
        let row = rows(&study, &["share"]).remove(0);
        (row["low"].parse::<f64>().unwrap(), row["high"].parse::<f64>().unwrap())
    };
    let drawn = replicates(std::slice::from_ref(&share), &sums, &Weighting::Pooled, (7, 2_000)).remove(0);
    let estimate = share.exact(&sums, &Weighting::Pooled).unwrap().as_f64();
    let is = |found: (f64, f64), expected: Option<(f64, f64)>| {
        let expected = expected.unwrap();
        assert!((found.0 - expected.0).abs() < 1e-9 && (found.1 - expected.1).abs() < 1e-9, "{found:?} {expected:?}");
    };
    is(found("percentile"), percentile(&drawn, 95));
    is(found("bca"), bca(&drawn, 95, estimate, &share, &sums, &Weighting::Pooled));
}

#[test]
fn without_periods_a_trend_is_by_week() {
    let found = rows(&study(|_| None, ""), &["trend", "--where", "actor=reds"]);
    let weeks: std::collections::BTreeSet<&str> = found.iter().map(|row| row["week"].as_str()).collect();
    assert_eq!(weeks.into_iter().collect::<Vec<_>>(), ["2020-W09", "2020-W10", "2020-W11"]);
}

#[test]
fn days_that_are_all_alike_have_no_interval_by_any_method() {
    let alike = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n".to_owned()
        + &(1..=10)
            .flat_map(|day| [(day, "Reds", 60), (day, "Blues", 40)])
            .map(|(day, actor, seconds)| {
                format!("2020-03-{day:02},Channel One,A{day},{actor},candidate,news,direct,{seconds},0,1\n")
            })
            .collect::<String>();
    for method in ["linear", "percentile", "bca"] {
        let more = format!("[uncertainty]\nmethod = \"{method}\"\nreplicates = 200");
        let found = rows(&study(|_| None, &more).with("data/television.csv", &alike), &["share"]);
        assert_eq!((found[0]["low"].as_str(), found[0]["high"].as_str()), ("", ""), "{method}");
    }
    // One day of each outlet has none either.
    let more = "[uncertainty]\nmethod = \"percentile\"\nreplicates = 200\n\n[publishing]\nleast_clusters = 1";
    let found = rows(&study(|_| Some(20), more).with("data/television.csv", sheet(1..=1, |_| Some(20))), &["share"]);
    assert_eq!((found[0]["low"].as_str(), found[0]["high"].as_str()), ("", ""));
}

#[test]
fn gaps_are_of_all_actors_and_of_the_outlets_asked_for() {
    let study = study(|day| Some(5 * day), "");
    let of = |words: &[&str]| {
        let found = rows(&study, &[&["gap"], words].concat());
        let index = found.iter().find(|row| row["measure"] == "loosemore-hanby" && row["of"] == "equal").unwrap();
        index["share"].clone()
    };
    assert_eq!(of(&["--where", "actor=blues"]), of(&[]));
    assert_ne!(of(&["--where", "outlet=two"]), of(&[]));
}

#[test]
fn without_a_calendar_no_days_are_common() {
    assert!(refusal(&study(|_| Some(20), ""), &["share", "--common-days"]).contains("common days cannot be compared"));
    // A day on which one of them was not to be monitored is none of both, though nothing of it was lost.
    let hours = "from = \"18:00\"\nto = \"24:00\"";
    let more = format!(
        "[[monitored]]\n{hours}\noutlets = [\"one\", \"gazette\"]\n\n[[monitored]]\n{hours}\nlast = 2020-03-04\noutlets = [\"two\"]"
    );
    let found = rows(&study(|day| (day < 5).then_some(20), &more), &["share", "--common-days"]);
    assert_eq!(found[0]["n_clusters"], "8");
}
