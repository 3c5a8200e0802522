//! Reports, figures and printed tables: what was published, tested.

use std::fs;
use std::path::Path;

use evenhand::audit::{TableFinding, verify_table};
use serde_json::Value;

use crate::support::{copy, evenhand, root, shared, stderr, stdout, sum_row};

fn verified(text: &str) -> Vec<TableFinding> {
    let (found, mistakes) = verify_table("published.toml", text);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    found
}

fn quotient(text: &str) -> (String, bool) {
    match verified(text).remove(0) {
        TableFinding::Quotient { exact, is_right, .. } => (exact, is_right),
        other => panic!("{other:?}"),
    }
}

#[test]
fn cases_of_the_press_come_out_as_they_are() {
    // KRRiT 2024: 743 hours in all, 623.5 and 119.5; charted 46 to 54.
    let (found, _) =
        verify_table("t.csv", "name,amount,percent\nCoalition,623.5,46\nOpposition,119.5,\nTotal,743,54\n");
    let slice = found.iter().find_map(|finding| match finding {
        TableFinding::TotalAsSlice { parts } => Some(parts.clone()),
        _ => None,
    });
    let right: Vec<String> = slice.unwrap().into_iter().map(|(_, _, right)| right).collect();
    assert_eq!(right, ["83.92", "16.08"]);
    // Turkey 2023: a headline of 85 times.
    let ratio = "[[ratio]]\namount = \"59:11:06\"\nto = \"42:58\"\nclaimed = \"85\"\n";
    assert_eq!(quotient(ratio), ("82.65".to_owned(), false));
    // Mexico 2021: one second.
    let (found, _) = verify_table("t.csv", "name,amount\nA,581:18:26\nB,90:59:59\nTotal,672:18:26\n");
    let TableFinding::Sum { sum, difference, .. } = &found[0] else { panic!("{found:?}") };
    assert_eq!((sum.as_str(), difference.as_str()), ("672:18:25", "0:00:01"));
    // Murmansk 2013: one percentage cut off, the other rounded.
    let rows = "[[row]]\nname = \"A\"\namount = \"0:42\"\npercent = \"1.08\"\n[[row]]\nname = \"B\"\namount = \"0:18\"\npercent = \"0.47\"\n";
    let found = verified(&format!("total = \"1:04:30\"\n{rows}"));
    let mixed = TableFinding::MixedRounding { rounded: vec!["B".to_owned()], cut_off: vec!["A".to_owned()] };
    assert!(found.contains(&mixed), "{found:?}");
    assert!(!found.iter().any(|finding| matches!(finding, TableFinding::Sum { .. })), "two rows of many: {found:?}");
    // Nigeria 2019 holds.
    let (found, _) = verify_table(
        "t.csv",
        "name,amount,percent\nA,\"2,765\",54.43\nB,\"1,735\",34.15\nC,580,11.42\nTotal,\"5,080\",\n",
    );
    assert!(found.len() == 5 && !found.iter().any(TableFinding::is_wrong), "{found:?}");
    // Serbia 2021: 265 seconds over 45 days, of a window of 47.
    let mean = |days: u32| format!("[[mean]]\namount = \"265\"\ndays = \"{days}\"\nclaimed = \"5.8\"\n");
    assert_eq!((quotient(&mean(45)), quotient(&mean(47))), (("5.89".to_owned(), false), ("5.64".to_owned(), false)));
}

#[test]
fn percentages_pin_a_total_that_nobody_published() {
    // Eight parties of 200,920 seconds; others are not in the table.
    let amounts = [41_237, 35_911, 22_408, 18_093, 9_577, 5_204, 2_961, 1_038];
    let row = |amount: i64| {
        let hundredths = (amount * 100_000 / 200_920 + 5) / 10;
        format!(
            "[[row]]\nname = \"p{amount}\"\namount = \"{amount}\"\npercent = \"{}.{:02}\"\n",
            hundredths / 100,
            hundredths % 100
        )
    };
    let found = verified(&amounts.map(row).concat());
    let TableFinding::ImpliedTotal { low, high, is_wrong } = &found[0] else { panic!("{found:?}") };
    let (low, high): (i64, i64) = (low.parse().unwrap(), high.parse().unwrap());
    assert!(!is_wrong && low <= 200_920 && 200_920 <= high && high - low < 60, "{low} to {high}");
    // A total outside is said to be wrong.
    let found = verified(&format!("total = \"150000\"\n{}", amounts.map(row).concat()));
    assert!(found.iter().any(|f| matches!(f, TableFinding::ImpliedTotal { is_wrong: true, .. })), "{found:?}");
}

#[test]
fn counts_that_no_whole_number_gives_are_found() {
    let Some(folder) = shared("conformance") else { return };
    let text = fs::read_to_string(folder.join("14_grim_percent_claims.json")).unwrap();
    let cases: Value = serde_json::from_str(&text).unwrap();
    for case in cases["cases"].as_array().unwrap().iter().filter(|case| case["measure"] == "is_percent_possible_for_n")
    {
        let (percent, n) = (case["percent"].as_str().unwrap(), case["n"].as_i64().unwrap());
        let found = verified(&format!("[[count]]\npercent = \"{percent}\"\nn = \"{n}\"\n"));
        let TableFinding::Impossible { is_possible, .. } = found[0] else { panic!("{found:?}") };
        assert_eq!(is_possible, case["expected"].as_bool().unwrap(), "{}", case["id"]);
    }
}

/// What is wrong with a table, as it is said.
fn wrong(text: &str) -> Vec<String> {
    let (found, mistakes) = verify_table("t.csv", text);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let text = evenhand::table::table_findings_text(&found);
    text.lines().filter_map(|line| line.strip_prefix("wrong: ")).map(str::to_owned).collect()
}

#[test]
fn percentages_alone_are_tested_too() {
    assert_eq!(wrong("name,percent\nA,33.3\nB,33.3\nC,33.4\n"), [""; 0]);
    assert_eq!(wrong("name,percent\nA,33.3\nB,33.3\nC,33.3\n"), [""; 0], "each a twentieth beside its share");
    let over = ["the percentages add up to 105.90, not to 100: no rounding gives that"];
    assert_eq!(wrong("name,percent\nA,33.3\nB,33.3\nC,39.3\n"), over);
    let outside = ["B is printed 170%: a part is 0 to 100", "C is printed -20%: a part is 0 to 100"];
    assert_eq!(wrong("name,percent\nA,30\nB,170\nC,-20\n")[..2], outside);
    let short = ["the percentages add up to 90, not to 100: no rounding gives that"];
    assert_eq!(wrong("name,percent\nA,30\nB,60\nTotal,100\n"), short);
}

#[test]
fn a_total_is_found_by_what_it_holds_and_largest_remainders_are_a_rule() {
    let named = "name,amount,percent\nA,300,30\nB,400,40\nC,300,30\nWhole programme,1000,100\n";
    let (found, _) = verify_table("t.csv", named);
    assert!(
        found.iter().any(|one| matches!(one, TableFinding::Sum { difference, .. } if difference == "0")),
        "{found:?}"
    );
    assert!(!found.iter().any(TableFinding::is_wrong), "{found:?}");
    let (found, _) = verify_table("t.csv", "name,amount,percent\nA,333,33.4\nB,333,33.3\nC,333,33.3\n");
    assert!(
        found.iter().any(|one| matches!(one, TableFinding::Percent { rules, .. } if rules == &["largest-remainder"]))
    );
    assert!(!found.iter().any(TableFinding::is_wrong), "{found:?}");
    // The missing unit at the smaller rest is no rule.
    assert!(!wrong("name,amount,percent\nA,3341,33.5\nB,3329,33.2\nC,3330,33.3\n").is_empty());
}

#[test]
fn what_a_table_gives_no_hold_to_is_said() {
    let own = "key,measure,percent,numerator\nshare/x,share,52.0,1\n";
    for (text, words) in [
        ("name,percent\nA,52\n", "nothing of the table can be tested"),
        (own, "`evenhand verify` of its report's folder"),
    ] {
        let (_, mistakes) = verify_table("t.csv", text);
        assert!(mistakes[0].message.contains(words), "{mistakes:?}");
    }
    let (_, mistakes) = verify_table("t.toml", "[[mean]]\namount = 265\ndays = 0\nclaimed = 5.8\n");
    assert!(mistakes[0].message.contains("over nothing is no number"), "{mistakes:?}");
    // A number need not be a text.
    assert_eq!(quotient("[[mean]]\namount = 265\ndays = 45\nclaimed = 5.8\n"), ("5.89".to_owned(), false));
    assert_eq!(quotient("[[mean]]\namount = 10\ndays = 4\nclaimed = 2.50\n"), ("2.50".to_owned(), true));
}

#[test]
fn a_table_that_cannot_be_read_says_where() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("t.csv"), "name,amount\nA,many\n").unwrap();
    let output = evenhand(folder.path(), &["verify", "t.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("E813") && stderr(&output).contains("t.csv:2"), "{}", stderr(&output));
}

#[test]
fn statements_of_periods_are_read_too() {
    let study = evenhand::study::load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let sum = |actor: &str, period: &str, amount: i64| {
        let values =
            [("quantity", "airtime"), ("outlet", "river-tv"), ("period", period), ("genre", "news"), ("actor", actor)];
        sum_row(amount, &values)
    };
    let tally = evenhand::tally::Tally::of_sums(&[
        sum("harvest-union", "week-1", 750_000),
        sum("civic-bloc", "week-1", 250_000),
        sum("civic-bloc", "week-2", 500_000),
    ]);
    let judged = |says: &str| {
        let claim = evenhand::audit::parse_claim(&study, says).unwrap();
        evenhand::audit::judge(&study, &tally, &claim).unwrap().verdict.word()
    };
    assert_eq!(judged("Harvest Union, 75 %, 2016-02-20..2016-02-26"), "supported");
    assert_eq!(judged("Harvest Union, 50 %"), "supported");
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2016-01-01\nquantity = \"airtime\"\n";
    let rules = format!("{head}where = [\"outlet=river-tv\"]\nat_least_seconds = 750\n");
    let (rules, findings) = evenhand::audit::rules_of(&study, "rules.toml", &rules);
    assert!(findings.is_empty(), "{findings:?}");
    let verdict = evenhand::audit::hold(&study, &tally, &rules[0]).unwrap();
    let has: Vec<i64> = verdict.rows.iter().take(2).map(|row| row.has.whole()).collect();
    assert_eq!(has, [750_000, 750_000]);
}

/// A report of a copy of a sample, with the copy.
fn report(folder: &Path) -> std::path::PathBuf {
    copy(&root().join("samples/kazakhstan-2012"), &folder.join("samples/kazakhstan-2012"));
    let words = ["report", "samples/kazakhstan-2012", "--kind", "preliminary", "--out", "out"];
    let output = evenhand(folder, &words);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    folder.join("out")
}

#[test]
fn a_report_is_held_against_its_manifest_and_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let out = report(folder.path());
    let verify = |what: &str| evenhand(folder.path(), &["verify", what]);
    let output = verify("out");
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert!(stdout(&output).contains("files made again and compared byte by byte"), "{}", stdout(&output));
    // The statement of provenance names every other file.
    let text = fs::read_to_string(out.join("provenance.json")).unwrap();
    let statement: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(statement["_type"], "https://in-toto.io/Statement/v1");
    assert!(statement["subject"].as_array().unwrap().iter().any(|subject| subject["name"] == "report.html"));

    let figures = fs::read_dir(out.join("charts")).unwrap().map(|entry| entry.unwrap().path());
    let png = figures.filter(|path| path.extension().is_some_and(|ending| ending == "png")).min().unwrap();
    let name = png.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned();
    let output = verify(&name);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert!(stdout(&output).contains("record: out"), "{}", stdout(&output));

    // A number in a table, and the table's own bytes.
    let table = out.join("tables/share_editorial_by-medium.csv");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replacen(",52.0,", ",62.0,", 1)).unwrap();
    let output = verify("out");
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("share_editorial_by-medium.csv was changed since"), "{said}");
    assert!(said.contains("percent of share/editorial/area/medium=print/nur-otan is 62.0, computed 52.0"), "{said}");
    fs::write(&table, text).unwrap();

    // A sheet of the study.
    let sheet = folder.path().join("samples/kazakhstan-2012/data/print.csv");
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(&sheet, text.replacen(",2", ",3", 1)).unwrap();
    let said = stdout(&verify("out"));
    assert!(said.contains("data/print.csv of the study is not the file the report was made from"), "{said}");
    // A picture that was changed.
    let mut bytes = fs::read(&png).unwrap();
    let last = bytes.len() - 20;
    bytes[last] ^= 1;
    fs::write(&png, bytes).unwrap();
    let output = verify(&name);
    assert!(output.status.code() == Some(1) && stdout(&output).contains("was changed"), "{}", stdout(&output));
    let output = verify("samples");
    assert!(
        output.status.code() == Some(2) && stderr(&output).contains("no report of Evenhand"),
        "{}",
        stderr(&output)
    );
}

/// A study of two channels, two parties, and what was lost of the second channel.
fn study_of_rules(rules: &str) -> crate::support::SmallStudy {
    let sheet = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n\
        2020-03-01,Channel One,A,Reds,candidate,news,direct,300,0,1\n\
        2020-03-01,Channel One,B,Blues,candidate,news,direct,100,0,1\n\
        2020-03-02,Channel Two,C,Reds,candidate,news,direct,60,0,1\n\
        2020-03-02,Channel Two,D,Blues,candidate,news,direct,40,0,1\n";
    let small = crate::support::SmallStudy::new();
    let text = fs::read_to_string(small.path().join("study.toml")).unwrap();
    let calendar = "\n[[monitored]]\noutlets = [\"one\", \"two\"]\nfrom = \"18:00\"\nto = \"24:00\"\n\n\
        [[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-01\nreason = \"power failure\"\nfrom = \"18:00\"\nto = \"18:01\"\n";
    let small = small.with("data/television.csv", sheet).with("study.toml", format!("{text}{calendar}"));
    let head =
        "[[rule]]\nid = \"one\"\nname = \"A rule\"\nsource = \"a text\"\ndate = 2020-01-01\nquantity = \"airtime\"\n";
    small.with("rules.toml", format!("{head}{rules}"))
}

/// `place/actor verdict difference` of every row.
fn verdicts(rules: &str) -> (Vec<String>, Option<i32>) {
    let study = study_of_rules(rules);
    let output = study.run(&["rules", "--format", "json"]);
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap_or_else(|_| panic!("{}", stderr(&output)));
    let rows = json["rules"][0]["rows"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let said = rows.filter(|row| matches!(row["actor"].as_str(), Some("reds" | "blues"))).map(|row| {
        let place = text(&row["group"]["outlet"]);
        format!("{place}/{} {} {}", text(&row["actor"]), text(&row["verdict"]), text(&row["difference"]))
    });
    (said.collect(), output.status.code())
}

#[test]
fn rules_are_kept_broken_or_cannot_be_told() {
    let per = "per = [\"outlet\"]\n";
    // Equal: on channel one 100 s too much and owed; on channel two the lost minute could have evened it out.
    let (rows, status) = verdicts(&format!("{per}quota = \"equal\"\nlost_holds = \"everything\"\n"));
    assert_eq!(
        rows,
        ["one/reds broken 100", "one/blues broken -100", "two/reds cannot-tell 10", "two/blues cannot-tell -10"]
    );
    assert_eq!(status, Some(1));
    // Within 25 points of equal all is kept.
    let (rows, status) = verdicts(&format!("{per}quota = \"equal\"\ntolerance = 25\n"));
    assert!(rows.iter().all(|row| row.contains(" kept ")) && status == Some(0), "{rows:?}");
    // Fixed parts, and parts by seats.
    let (rows, _) = verdicts(&format!("{per}shares = {{ reds = 75, blues = 25 }}\n"));
    assert_eq!(rows[..2], ["one/reds kept 0", "one/blues kept 0"]);
    let (rows, _) = verdicts(&format!("{per}counts = {{ reds = 3, blues = 1 }}\n"));
    assert_eq!(rows[..2], ["one/reds kept 0", "one/blues kept 0"]);
    // Caps and floors, of the total and of time.
    let (rows, _) = verdicts(&format!("{per}at_most = 70\n"));
    assert_eq!(rows[..2], ["one/reds broken 20", "one/blues kept -180"]);
    let (rows, _) = verdicts(&format!("{per}at_least = 20\n"));
    assert!(rows.iter().all(|row| row.contains(" kept ")), "{rows:?}");
    let (rows, _) = verdicts(&format!("{per}at_most_seconds = 200\n"));
    assert_eq!(rows[..2], ["one/reds broken 100", "one/blues kept -100"]);
    let (rows, _) = verdicts(&format!("{per}at_least_seconds = 90\nlost_holds = \"everything\"\n"));
    assert_eq!(rows[2..], ["two/reds cannot-tell -30", "two/blues cannot-tell -50"]);
    // A day of silence.
    let (rows, status) = verdicts("nothing = true\nfrom = 2020-03-02\nto = 2020-03-02\n");
    assert!(rows.iter().all(|row| row.contains(" broken ")) && status == Some(1), "{rows:?}");
    let (rows, status) = verdicts("nothing = true\nfrom = 2020-03-03\nto = 2020-03-03\n");
    assert!(rows.iter().all(|row| row.ends_with(" kept 0")) && status == Some(0), "{rows:?}");
}

#[test]
fn a_rule_that_asks_for_two_things_is_refused() {
    for (rules, words) in [
        ("quota = \"equal\"\nat_most = 50\n", "the rule asks 2 things"),
        ("per = [\"outlet\"]\n", "the rule asks nothing"),
        ("quota = \"equal\"\npool = \"editorail\"\n", "did you mean"),
        ("shares = { greens = 50 }\n", "greens"),
    ] {
        let output = study_of_rules(rules).run(&["rules"]);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains(words) && stderr(&output).contains("rules.toml:"), "{}", stderr(&output));
    }
}

/// What is found of a CSV of names, amounts and percentages.
fn of_rows(rows: &[&str]) -> Vec<TableFinding> {
    let (found, findings) = verify_table("t.csv", &format!("name,amount,percent\n{}\n", rows.join("\n")));
    assert!(findings.is_empty(), "{findings:#?}");
    found
}

/// By name, the rules that give a percentage.
fn rules(found: &[TableFinding]) -> Vec<(String, Vec<&'static str>)> {
    let of = |one: &'_ TableFinding| match one {
        TableFinding::Percent { name, rules, .. } => Some((name.clone(), rules.clone())),
        _ => None,
    };
    found.iter().filter_map(of).collect()
}

fn told(rules: &[(&str, &[&'static str])]) -> Vec<(String, Vec<&'static str>)> {
    rules.iter().map(|(name, rules)| ((*name).to_owned(), rules.to_vec())).collect()
}

fn sum_of(found: &[TableFinding]) -> Option<[&str; 3]> {
    found.iter().find_map(|one| match one {
        TableFinding::Sum { sum, total, difference } => Some([sum.as_str(), total, difference]),
        _ => None,
    })
}

#[test]
fn the_rule_of_a_tie_is_told_by_the_digit_before_it() {
    let (up, even, cut) = ("half-up", "half-even", "truncate");
    // 40 of 256 are 15.625 %, 216 are 84.375 %: a half goes down to the even digit, and up to it.
    let found = of_rows(&["a,40,15.62", "b,216,84.38", "total,256,"]);
    assert_eq!(rules(&found), told(&[("a", &[even, cut]), ("b", &[up, even])]));
    let is_mixed = |one: &TableFinding| matches!(one, TableFinding::MixedRounding { .. });
    assert!(!found.iter().any(is_mixed), "one rule gives both: {found:#?}");
    let found = of_rows(&["a,40,15.63", "b,40,15.63", "c,40,15.63", "d,24,9.37", "e,112,43.75", "total,256,"]);
    assert_eq!(rules(&found)[2..], told(&[("c", &[up]), ("d", &[cut]), ("e", &[up, even, cut])]));
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mixed = TableFinding::MixedRounding { rounded: names(&["a", "b", "c"]), cut_off: names(&["d"]) };
    assert!(found.contains(&mixed), "{found:#?}");
    // Where one percentage is simply wrong, two rules are not what is wrong.
    let found = of_rows(&["a,40,15.63", "d,24,9.37", "e,192,80.00", "total,256,"]);
    assert!(!found.iter().any(is_mixed) && rules(&found)[2].1.is_empty(), "{found:#?}");
}

#[test]
fn a_sum_at_the_edge_of_what_the_percentages_allow_is_their_total() {
    // 52.5 and 47.5 % of 40: both up, and to the even digit.
    let rules_of = |a: &str, b: &str| rules(&of_rows(&[&format!("A,21,{a}"), &format!("B,19,{b}")]));
    assert_eq!(rules_of("53", "48"), told(&[("A", &["half-up"]), ("B", &["half-up", "half-even"])]));
    assert_eq!(rules_of("52", "48"), told(&[("A", &["half-even", "truncate"]), ("B", &["half-up", "half-even"])]));
}

#[test]
fn units_that_were_given_to_the_largest_rests_are_told_from_other_slips() {
    let of = |percents: [&str; 3]| {
        let rows = ["a,334,", "b,333,", "c,333,"];
        let mut rows: Vec<String> = rows.iter().zip(percents).map(|(row, percent)| format!("{row}{percent}")).collect();
        rows.push("total,1000,".to_owned());
        of_rows(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let of_all = |found: &[TableFinding]| rules(found).into_iter().map(|(_, rules)| rules).collect::<Vec<_>>();
    let found = of(["34", "33", "33"]);
    assert_eq!(of_all(&found), vec![vec!["largest-remainder"]; 3]);
    let is_exact = |one: &TableFinding| matches!(one, TableFinding::Percent { exact, .. } if exact == "33.30");
    assert_eq!(found.iter().filter(|one| is_exact(one)).count(), 2, "{found:#?}");
    // The unit went to a smaller rest, or two went to one.
    for percents in [["33", "34", "33"], ["35", "33", "32"]] {
        assert!(of_all(&of(percents)).contains(&vec![]), "{percents:?}");
    }
    // The largest rest, and not the largest part of what is left.
    let found = of_rows(&["a,106,10", "b,807,81", "c,87,9", "total,1000,"]);
    assert_eq!(of_all(&found), vec![vec!["largest-remainder"]; 3]);
    // One rule that gives every percentage is enough; it is told with two decimals more.
    let found = of(["33.4", "33.3", "33.3"]);
    let is_exact = |one: &TableFinding| matches!(one, TableFinding::Percent { exact, .. } if exact == "33.300");
    assert_eq!(found.iter().filter(|one| is_exact(one)).count(), 2, "{found:#?}");
    assert_eq!(of_all(&of(["33.4", "33.3", "33.3"])), vec![vec!["half-up", "half-even", "truncate"]; 3]);
    // Of nothing there are no parts.
    assert_eq!(rules(&of_rows(&["a,0,50", "b,0,50", "total,0,"])).len(), 2);
}

#[test]
fn a_sum_is_tested_where_every_part_has_an_amount() {
    assert_eq!(sum_of(&of_rows(&["a,10,", "b,20,", "c,5.5,", "total,36,"])), Some(["35.500", "36", "0.500"]));
    assert_eq!(sum_of(&of_rows(&["a,10,", "b,20,", "total,30,"])), Some(["30", "30", "0"]));
    assert_eq!(sum_of(&of_rows(&["a,0:10,", "b,0:20,", "total,0:31,"])), Some(["0:00:30", "0:31", "0:00:01"]));
    assert_eq!(sum_of(&of_rows(&["a,10.5,", "b,20,", "total,0:30,"])), Some(["30.500", "0:30", "-0.500"]));
    assert_eq!(sum_of(&of_rows(&["a,10,20", "b,,80", "total,50,"])), None);
    assert_eq!(sum_of(&of_rows(&["a,10,20", "b,20,40", "c,,40", "total,50,"])), None);
    // What is called total is the total, wrong as it may be.
    let found = of_rows(&["a,70,", "b,30,", "c,20,", "total,20,"]);
    assert_eq!(sum_of(&found), Some(["120", "20", "-100"]));
    // A row that holds the sum of all others is their total, whatever it is called.
    assert_eq!(sum_of(&of_rows(&["a,10,", "b,20,", "we,30,"])), Some(["30", "30", "0"]));
    let found = of_rows(&["a,50,50.0", "b,30,30.0", "c,20,20.0"]);
    assert_eq!((sum_of(&found), rules(&found).len()), (None, 3), "half of all is no total: {found:#?}");
    for alone in ["a,40,\ntotal,50,", "a,5,\nb,5,"] {
        let (found, findings) = verify_table("t.csv", &format!("name,amount,percent\n{alone}\n"));
        assert!(found.is_empty(), "{found:#?}");
        assert!(findings[0].message.contains("nothing of the table can be tested"), "{findings:#?}");
    }
}

#[test]
fn percentages_add_up_within_what_their_rounding_allows() {
    let possible = |percents: [&str; 3]| {
        let rows = percents.map(|percent| format!("x,,{percent}"));
        of_rows(&rows.each_ref().map(String::as_str)).into_iter().find_map(|one| match one {
            TableFinding::PercentSum { sum, is_possible, .. } => Some((sum, is_possible)),
            _ => None,
        })
    };
    // Three percentages of one decimal may be 0.15 apart from a hundred.
    assert_eq!(possible(["33.3", "33.3", "33.3"]), Some(("99.90".to_owned(), true)));
    assert_eq!(possible(["33.3", "33.3", "33.2"]), Some(("99.80".to_owned(), false)));
    assert_eq!(possible(["33.4", "33.4", "33.4"]), Some(("100.20".to_owned(), false)));
    let found = of_rows(&["a,10,25", "b,20,", "c,10,", "total,40,"]);
    assert!(!found.iter().any(|one| matches!(one, TableFinding::PercentSum { .. })), "{found:#?}");
    for rows in [&["a,10,25", "b,20,50", "c,10,", "total,40,"][..], &["a,50,100", "total,50,"]] {
        let found = of_rows(rows);
        assert!(!found.iter().any(|one| matches!(one, TableFinding::PercentSum { .. })), "{found:#?}");
    }
}

#[test]
fn percentages_say_which_total_they_are_of() {
    let implied = |rows: &[&str]| {
        of_rows(rows).into_iter().find_map(|one| match one {
            TableFinding::ImpliedTotal { low, high, is_wrong } => Some((low, high, is_wrong)),
            _ => None,
        })
    };
    let of = |low: &str, high: &str, is_wrong: bool| Some((low.to_owned(), high.to_owned(), is_wrong));
    assert_eq!(implied(&["a,50,25.0", "b,150,75.0", "total,250,"]), of("200", "200", true));
    assert_eq!(implied(&["a,50,25.0", "b,150,75.0", "total,150,"]), of("200", "200", true));
    // Parts that are more, or less, than what the percentages are of.
    assert_eq!(implied(&["a,100,60", "b,100,60"]), of("166", "168", false));
    assert_eq!(implied(&["a,100,30", "b,100,30"]), of("328", "338", false));
    assert_eq!(implied(&["a,50,25.0", "b,150,75.0"]), None);
    // A part of nothing says nothing of the total.
    assert_eq!(implied(&["a,50,25.0", "b,150,75.0", "c,0,5.0", "total,250,"]), of("200", "200", true));
    // The total was charted beside its own parts.
    let found = of_rows(&["a,60,30", "b,40,20", "total,100,50"]);
    let sliced = ["a", "b"].into_iter().zip([("30", "60"), ("20", "40")]);
    let parts =
        sliced.map(|(name, (printed, right))| (name.to_owned(), printed.to_owned(), right.to_owned())).collect();
    assert!(found.contains(&TableFinding::TotalAsSlice { parts }), "{found:#?}");
}

#[test]
fn amounts_are_read_as_they_are_printed() {
    for (amount, sum) in [("1:30", "0:01:31"), ("59:59", "1:00:00"), ("1:00:59", "1:01:00"), ("61:00:00", "61:00:01")] {
        assert_eq!(sum_of(&of_rows(&[&format!("a,{amount},"), "b,1,", "total,0:00,"])).unwrap()[0], sum, "{amount}");
    }
    for amount in ["1:60", "1:60:00", "1:00:60", "1:99:99", "1:2:3:4", "1:x"] {
        let (_, findings) = verify_table("t.csv", &format!("name,amount\na,{amount}\nb,1\ntotal,5\n"));
        assert!(findings[0].message.contains("is neither a number nor a clock time"), "{amount}: {findings:#?}");
    }
    let (found, findings) = verify_table("t.csv", "key;name;amount\n1;a;12,5\n2;b;1.000\n3;c;1,234.5\n4;total;1248\n");
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(sum_of(&found), Some(["1248", "1248", "0"]));
    let possible = |percent: u32, n: u32| {
        let found = verified(&format!("[[count]]\npercent = {percent}\nn = {n}\n"));
        matches!(found[..], [TableFinding::Impossible { is_possible: true, .. }])
    };
    assert!(possible(33, 3) && possible(67, 3) && possible(100, 3) && !possible(34, 3) && !possible(33, 4));
}
