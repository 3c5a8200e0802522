//! Rules held against the worked examples, whose verdicts were worked out by hand.

use std::collections::BTreeMap;

use evenhand::audit::{Kept, RuleVerdict, rules_of};
use evenhand::measure::Dimension;
use evenhand::study::{Study, load};

use crate::support::{STUDY, SmallStudy, copy, evenhand, root, stderr, stdout};

fn verdicts(study: &Study, text: &str) -> Vec<RuleVerdict> {
    let (rules, findings) = rules_of(study, "rules.toml", text);
    assert!(findings.is_empty(), "{findings:#?}");
    let tally = evenhand::run(study).product.0;
    rules.iter().map(|rule| evenhand::hold(study, &tally, rule).unwrap()).collect()
}

fn worked() -> Study {
    load(&root().join("samples/worked-rules")).unwrap().product.unwrap()
}

fn of_file(name: &str) -> Vec<RuleVerdict> {
    let path = root().join("samples/worked-rules").join(name);
    verdicts(&worked(), &std::fs::read_to_string(path).unwrap())
}

/// What is owed (below zero) or too much, in seconds, of those that are not kept: place and actor.
fn apart(verdict: &RuleVerdict) -> BTreeMap<(String, String), i64> {
    let broken = verdict.rows.iter().filter(|row| row.kept == Kept::Broken);
    let place = |row: &evenhand::audit::RuleRow| format!("{}{}", row.group.join(" "), row.item);
    broken.map(|row| ((place(row), row.actor.clone()), (row.difference.whole() + 500).div_euclid(1_000))).collect()
}

fn cases(expected: &[(&str, &str, i64)]) -> BTreeMap<(String, String), i64> {
    expected.iter().map(|(place, actor, apart)| (((*place).to_owned(), (*actor).to_owned()), *apart)).collect()
}

#[test]
fn what_is_short_in_a_month_is_owed_in_the_next() {
    // 3,105 s for the others and 1,280 s for one: 1,825 s short. In February the others have 2,000 s, so 3,825 s are due.
    let [verdict] = of_file("russia-2009.toml").try_into().unwrap();
    let owed = cases(&[("channel-one january", "dogwood", -1_825), ("channel-one february", "dogwood", -825)]);
    assert_eq!(apart(&verdict), owed);
    let february = verdict.rows.iter().find(|row| row.actor == "dogwood" && row.group[1] == "february").unwrap();
    assert_eq!((february.due.whole(), february.carried.whole()), (3_825_000, 1_825_000));
}

#[test]
fn quotas_in_parts_come_out_as_by_hand() {
    // Of 16,495 s in January 30 % are 4,948.5 s, shared by two parties each.
    let [verdict] = of_file("north-macedonia-2018.toml").try_into().unwrap();
    let expected = [
        ("", "alder", 631),
        ("", "birch", 631),
        ("", "cedar", 631),
        ("", "dogwood", -1_194),
        ("", "daily-events", -448),
    ];
    assert_eq!(apart(&verdict), cases(&expected));
    // 10,595 s: 7.5 % and 70 % of four tenths, three, two and one.
    let [verdict] = of_file("mexico-2014.toml").try_into().unwrap();
    assert_eq!(apart(&verdict), cases(&[("", "alder", -656), ("", "cedar", 827)]));
    // 12.5 % and 50 % of 50, 30, 30 and 10 seats of 120.
    let [verdict] = of_file("half-by-seats.toml").try_into().unwrap();
    let expected = [("", "alder", -427), ("", "birch", 456), ("", "cedar", 456), ("", "dogwood", -486)];
    assert_eq!(apart(&verdict), cases(&expected));
}

#[test]
fn equality_holds_in_each_part_of_the_day() {
    let [verdict] = of_file("france-2016.toml").try_into().unwrap();
    let expected = [
        ("channel-one evening", "alder", 529),
        ("channel-one evening", "cedar", -366),
        ("channel-one night", "birch", 428),
        ("channel-one night", "cedar", 823),
        ("channel-one night", "dogwood", -1_177),
    ];
    assert_eq!(apart(&verdict), cases(&expected));
}

#[test]
fn caps_of_recorded_hours_and_of_three_hours_hold() {
    let [day, one, free] = of_file("georgia-2011.toml").try_into().unwrap();
    // 15 % of six recorded hours are 3,240 s, a third of them 1,080 s.
    assert_eq!(apart(&day), cases(&[("channel-one 2024-01-11", "", 260)]));
    assert_eq!(apart(&one), cases(&[("channel-one 2024-01-10", "alder", 220)]));
    assert_eq!(apart(&free), cases(&[("channel-one 2024-01-12 evening", "birch", 15)]));
    let lost = day.rows.iter().filter(|row| row.kept == Kept::CannotTell).map(|row| row.group[1].as_str());
    assert_eq!(lost.collect::<Vec<_>>(), ["2024-02-10"]);
}

#[test]
fn limits_on_items_and_hours_look_at_rows() {
    let [_, longest, shortest] = of_file("italy-2000.toml").try_into().unwrap();
    assert_eq!((longest.kept(), longest.rows.len()), (Kept::Kept, 8));
    let short: Vec<(String, i64)> = apart(&shortest).into_iter().map(|((_, actor), apart)| (actor, apart)).collect();
    assert_eq!(short, [("alder".to_owned(), -30), ("birch".to_owned(), -15)]);
    let [hours] = of_file("european-union-2010.toml").try_into().unwrap();
    assert_eq!(hours.kept(), Kept::Kept);
    let strict = std::fs::read_to_string(root().join("samples/worked-rules/european-union-2010.toml")).unwrap();
    let [hours] = verdicts(&worked(), &strict.replace("= 720", "= 650")).try_into().unwrap();
    let expected: Vec<i64> = apart(&hours).into_values().collect();
    assert_eq!(expected, [50; 4], "19:00 of the 10th, 18:00, 20:00 and 22:00 of the 11th: {hours:#?}");
}

#[test]
fn a_spot_across_the_hour_is_in_both_hours() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples/worked-rules"), folder.path());
    let sheet = folder.path().join("data/television.csv");
    let more = "2024-01-20,Channel One,18:05,x1,elm,paid,650\n2024-01-20,Channel One,18:59,x2,elm,paid,100\n";
    std::fs::write(&sheet, std::fs::read_to_string(&sheet).unwrap() + more).unwrap();
    let study = load(folder.path()).unwrap().product.unwrap();
    let rules = std::fs::read_to_string(folder.path().join("european-union-2010.toml")).unwrap();
    let [verdict] = verdicts(&study, &rules).try_into().unwrap();
    let of = |hour: &str| {
        let name = format!("channel-one, 2024-01-20, {hour}");
        verdict.rows.iter().find(|row| row.item == name).unwrap().has.whole()
    };
    assert_eq!((of("18:00"), of("19:00"), verdict.kept()), (710_000, 40_000, Kept::Kept));
}

/// The rows of a rule over these lines of a sheet whose actors share what was on air.
fn shared_out(allocation: &str, lines: &[&str], asked: &str) -> Vec<i64> {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples/worked-rules"), folder.path());
    let text = format!("date,channel,start,item,party,genre,seconds\n{}\n", lines.join("\n"));
    std::fs::write(folder.path().join("data/television.csv"), text).unwrap();
    let file = folder.path().join("study.toml");
    let declared = std::fs::read_to_string(&file).unwrap();
    let sharing = format!("[[source]]\nsplit.actor = \";\"\nallocation = \"{allocation}\"\n");
    std::fs::write(&file, declared.replacen("[[source]]\n", &sharing, 1)).unwrap();
    let study = load(folder.path()).unwrap().product.unwrap();
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"free-spots\"\nquantity = \"airtime\"\n";
    let days = "from = 2024-01-20\nto = 2024-01-20\n";
    let [verdict] = verdicts(&study, &format!("{head}{days}{asked}\n")).try_into().unwrap();
    verdict.rows.iter().map(|row| row.has.whole()).collect()
}

#[test]
fn a_spot_that_two_actors_share_is_on_air_once() {
    let line = ["2024-01-20,Channel One,18:59,q1,elm;alder,free,101"];
    for allocation in ["full", "equal-split"] {
        assert_eq!(shared_out(allocation, &line, "at_most_seconds_per_hour = 720"), [60_000, 41_000], "{allocation}");
        assert_eq!(shared_out(allocation, &line, "longest_seconds = 100"), [101_000; 2], "{allocation}");
    }
}

#[test]
fn each_line_that_actors_share_has_its_own_length() {
    let lines = [
        "2024-01-20,Channel One,18:10,q1,elm;alder;birch,free,90",
        "2024-01-20,Channel One,18:20,q2,elm;cedar,free,50",
        "2024-01-20,Channel One,18:30,q3,elm,free,7",
    ];
    for allocation in ["full", "equal-split"] {
        assert_eq!(shared_out(allocation, &lines, "at_most_seconds_per_hour = 720"), [147_000], "{allocation}");
        let mut lengths = shared_out(allocation, &lines, "longest_seconds = 100");
        lengths.sort_unstable();
        assert_eq!(lengths, [7_000, 50_000, 50_000, 90_000, 90_000, 90_000], "{allocation}");
    }
}

#[test]
fn lost_days_cannot_be_told_of_items_and_silences_either() {
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"paid\"\nquantity = \"airtime\"\n";
    let february = "from = 2024-02-01\nto = 2024-02-29\n";
    for asked in ["nothing = true", "longest_seconds = 180", "at_most_seconds_per_hour = 720"] {
        let [verdict] = verdicts(&worked(), &format!("{head}{february}{asked}\n")).try_into().unwrap();
        assert_eq!(verdict.kept(), Kept::CannotTell, "{asked}: {verdict:#?}");
    }
    // Days that were recorded and hold nothing keep every limit.
    let quiet = "from = 2024-01-15\nto = 2024-01-20\n";
    for asked in ["nothing = true", "longest_seconds = 180", "at_most_seconds_per_hour = 720"] {
        let [verdict] = verdicts(&worked(), &format!("{head}{quiet}{asked}\n")).try_into().unwrap();
        assert_eq!(verdict.kept(), Kept::Kept, "{asked}: {verdict:#?}");
    }
}

#[test]
fn tolerance_grows_with_what_was_lost() {
    // Green Shore has 19,520 of 108,544 s, lost recordings may hold 4,954: at most (19,520 + 4,954) / (108,544 + 4,954), 21.56 %.
    let study = load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let kept = |tolerance: &str| {
        let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2016-01-01\nquantity = \"airtime\"\n";
        let rule = format!("{head}quota = \"equal\"\ntolerance = {tolerance}\n");
        let [verdict] = verdicts(&study, &rule).try_into().unwrap();
        verdict.rows.iter().find(|row| row.actor == "green-shore").unwrap().kept
    };
    assert_eq!((kept("4.85"), kept("4.95")), (Kept::CannotTell, Kept::Kept));
}

/// The small study with these rows of two outlets, and a rule on it.
fn of_rows(rows: &[(&str, &str, u32)], asked: &str) -> RuleVerdict {
    of_rows_until("24:00", rows, asked)
}

/// The same, monitored to another time of the service day.
fn of_rows_until(to: &str, rows: &[(&str, &str, u32)], asked: &str) -> RuleVerdict {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples/worked-rules"), folder.path());
    let declared = std::fs::read_to_string(folder.path().join("study.toml")).unwrap();
    std::fs::write(folder.path().join("study.toml"), declared.replace("\"24:00\"", &format!("\"{to}\""))).unwrap();
    let lines = rows
        .iter()
        .enumerate()
        .map(|(at, (start, actor, seconds))| format!("2024-01-20,Channel One,{start},q{at},{actor},free,{seconds}\n"));
    let text = format!("date,channel,start,item,party,genre,seconds\n{}", lines.collect::<String>());
    std::fs::write(folder.path().join("data/television.csv"), text).unwrap();
    let study = load(folder.path()).unwrap().product.unwrap();
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"free-spots\"\nquantity = \"airtime\"\n";
    let days = "from = 2024-01-20\nto = 2024-01-20\n";
    let [verdict] = verdicts(&study, &format!("{head}{days}{asked}\n")).try_into().unwrap();
    verdict
}

#[test]
fn percentages_are_compared_exactly() {
    // 500.001 of 1,000 parts: a due rounded to whole milliseconds would let it pass.
    let rows = [("18:10", "alder", 2), ("18:20", "birch", 1)];
    assert_eq!(of_rows(&rows, "at_most = 66.66").kept(), Kept::Broken);
    assert_eq!(of_rows(&rows, "at_most = 66.67").kept(), Kept::Kept);
    let rows = [
        ("18:10", "alder", 1),
        ("18:20", "birch", 3),
        ("18:30", "cedar", 3),
        ("18:40", "dogwood", 3),
        ("18:50", "elm", 3),
    ];
    assert_eq!(of_rows(&rows, "at_least = 7.69").kept(), Kept::Kept);
    assert_eq!(of_rows(&rows, "at_least = 7.70").kept(), Kept::Broken);
}

#[test]
fn silence_is_broken_by_one_row_and_untold_where_nothing_was_recorded() {
    let [silence, lost, floor] = of_file("silence.toml").try_into().unwrap();
    assert_eq!(apart(&silence), cases(&[("", "cedar", 60)]));
    assert!(lost.rows.len() == 5 && lost.rows.iter().all(|row| row.kept == Kept::CannotTell), "{lost:#?}");
    assert_eq!(floor.kept(), Kept::Kept);
}

#[test]
fn lost_places_are_never_kept_nor_broken() {
    // Four weeks: on 4 March all channels failed, on 9 March one of them.
    let study = load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2016-01-01\nquantity = \"airtime\"\n";
    for asked in ["nothing = true", "quota = \"equal\"", "at_least_seconds = 60", "at_most = 30"] {
        for place in [
            "from = 2016-03-04\nto = 2016-03-04\n",
            "from = 2016-03-09\nto = 2016-03-09\nwhere = [\"outlet=coast-tv\"]\n",
            "from = 2016-03-04\nto = 2016-03-04\nper = [\"outlet\", \"day\"]\n",
        ] {
            let [verdict] = verdicts(&study, &format!("{head}{place}{asked}\n")).try_into().unwrap();
            assert!(!verdict.rows.is_empty() && verdict.kept() == Kept::CannotTell, "{place}{asked}: {verdict:#?}");
            assert!(verdict.rows.iter().all(|row| row.kept == Kept::CannotTell), "{place}{asked}: {verdict:#?}");
        }
    }
    // Day by day, the lost day is one of the places.
    let [verdict] =
        verdicts(&study, &format!("{head}per = [\"day\"]\nfrom = 2016-03-03\nto = 2016-03-05\nnothing = true\n"))
            .try_into()
            .unwrap();
    assert_eq!(verdict.rows.len(), 18);
}

#[test]
fn a_rule_that_cannot_be_meant_is_refused() {
    let study = load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2016-01-01\nquantity = \"airtime\"\n";
    for (body, wanted) in [
        ("at_most = 130", "`at_most` is a percentage, expected 0 to 100"),
        ("quota = \"equal\"\ntolerance = 500", "`tolerance` is a percentage"),
        ("nothing = true\nfrom = 2016-03-10\nto = 2016-03-01", "is before `from`"),
        ("nothing = true\nfrom = 2016-03-19\nto = 2016-03-19", "is outside the study's window"),
        ("at_most_cm2 = 5", "`at_most_cm2` is a limit of areas, and the quantity counts times"),
        ("quota = \"equal\"\ncarry_over = true", "name day, week or period in `per`"),
        ("who = \"all\"\nat_most = 15", "all of a pool is always 100 % of it"),
        ("at_least = 60", "as many of them make more than 100 %"),
        ("shares = { harvest-union = 50, civic-bloc = 40 }", "do not add up to 100"),
        ("", "the rule asks nothing"),
        ("nothing = true\nper = [\"group\", \"day\"]", "leave actor, group and quantity out of `per`"),
        ("quota = \"equal\"\nwhere = [\"actor=harvest-union\"]", "`where` narrows places"),
        ("longest_seconds = 5\ntolerance = 3", "a limit on items or hours holds for each of them"),
        ("counts = { harvest-union = 0, civic-bloc = 0 }", "`counts` are seats or votes"),
        ("counts = { harvest-union = 1.5, civic-bloc = 2 }", "`counts` are seats or votes"),
        ("counts = { harvest-union = -1, civic-bloc = 2 }", "expected a plain number, zero or more"),
        // A part that is refused makes no sum of the others wrong, nor an unknown actor that of the rest.
        ("[[rule.parts]]\npercent = 50\n[[rule.parts]]\npercent = 150", "`percent` is a percentage"),
        (
            "[[rule.parts]]\npercent = 50\n[[rule.parts]]\npercent = 50\ncounts = { civic-bloc = 0 }",
            "are seats or votes",
        ),
        (
            "[[rule.parts]]\npercent = 50\n[[rule.parts]]\npercent = 50\nactors = [\"civic-bloc\"]\ncounts = { civic-bloc = 1 }",
            "leave out `actors`",
        ),
        ("shares = { harvest-union = 50, civic-blok = 50 }", "civic-blok"),
        ("nothing = true\nat_most = 5", "the rule asks 2 things"),
    ] {
        let (_, findings) = rules_of(&study, "rules.toml", &format!("{head}{body}\n"));
        assert!(findings.len() == 1 && findings[0].message.contains(wanted), "{body}: {findings:#?}");
    }
    // A missing source does not make the other keys unknown.
    let (_, findings) = rules_of(&study, "rules.toml", &head.replace("source = \"x\"\n", "at_most = 5\n"));
    assert!(findings.len() == 1 && findings[0].message.contains("has no `source`"), "{findings:#?}");
    let twice = format!("{head}nothing = true\n{head}nothing = true\n");
    let (_, findings) = rules_of(&study, "rules.toml", &twice);
    assert!(findings.iter().any(|found| found.message.contains("two rules have the id")), "{findings:#?}");
}

#[test]
fn the_verb_names_places_and_ends_with_one_where_a_rule_is_broken() {
    let sample = root().join("samples/worked-rules");
    let file = sample.join("georgia-2011.toml");
    let arguments = ["rules", &sample.to_string_lossy(), "--file", &file.to_string_lossy()];
    let done = evenhand(root(), &arguments);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    let text = stdout(&done);
    assert!(text.contains("all actors, on Channel One, 2024-01-11: 0:58:20 of 6:00:00 recorded (16.2%); at most 0:54:00: 0:04:20 too much"), "{text}");
    let file = sample.join("european-union-2010.toml");
    let done =
        evenhand(root(), &["rules", &sample.to_string_lossy(), "--file", &file.to_string_lossy(), "--format", "json"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
}

#[test]
fn places_without_coverage_are_those_the_rule_speaks_of() {
    // Without a calendar every day was to be monitored, so that no place is left out for its hours.
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples/worked-rules"), folder.path());
    let edit = |name: &str, edit: &dyn Fn(String) -> String| {
        let path = folder.path().join(name);
        std::fs::write(&path, edit(std::fs::read_to_string(&path).unwrap())).unwrap();
    };
    edit("study.toml", &|text| {
        let (calendar, pools) = (text.find("[[monitored]]").unwrap(), text.find("[[pool]]").unwrap());
        let more = "[[pool]]\nid = \"late\"\nname = \"late\"\ngroups = [\"ruling\"]\ngenres = [\"paid\"]\ndayparts = [\"night\"]\n\
                    from = 2024-01-16\nto = 2024-01-17\n\n";
        format!("{}{more}{}", &text[..calendar], &text[pools..])
    });
    let two = "[[outlet]]\nid = \"wave\"\nname = \"Wave\"\nmedium = \"radio\"\nownership = \"private\"\n\n[[group]]";
    edit("codebook.toml", &|text| {
        text.replacen("[[group]]", two, 1).replace("[\"state\"]", "[\"state\", \"private\"]")
    });
    let study = load(folder.path()).unwrap().product.unwrap();
    let places = |pool: &str, narrowed: &str| {
        let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\nquantity = \"airtime\"\nnothing = true\n";
        let rule = format!("{head}pool = \"{pool}\"\nfrom = 2024-01-15\nto = 2024-01-22\n{narrowed}\n");
        let [verdict] = verdicts(&study, &rule).try_into().unwrap();
        let places: std::collections::BTreeSet<String> = verdict.rows.iter().map(|row| row.group.join(" ")).collect();
        places.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(places("paid", "per = [\"medium\"]"), ["radio", "television"]);
    assert_eq!(places("paid", "per = [\"medium\"]\nwhere = [\"outlet=channel-one\"]"), ["television"]);
    assert_eq!(places("paid", "per = [\"week\"]"), ["2024-W03", "2024-W04"]);
    assert_eq!(places("paid", "per = [\"period\"]"), ["january"]);
    assert_eq!(places("paid", "per = [\"daypart\"]"), ["evening", "night"]);
    assert_eq!(places("late", "per = [\"daypart\"]"), ["night"]);
    assert_eq!(places("late", "per = [\"day\"]"), ["2024-01-16", "2024-01-17"]);
    assert_eq!(places("paid", "per = [\"outlet\"]"), ["channel-one", "wave"]);
    assert_eq!(places("paid", "per = [\"outlet\"]\nwhere = [\"medium=radio\"]"), ["wave"]);
    assert_eq!(places("paid", "per = [\"outlet\"]\nwhere = [\"ownership=state\"]"), ["channel-one"]);
    assert_eq!(places("paid", "per = [\"outlet\", \"day\"]\nwhere = [\"day=2024-01-16\"]").len(), 2);
}

#[test]
fn more_places_than_anybody_reads_are_refused() {
    // 400 papers on 250 days are just few enough.
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("tests/small"), folder.path());
    let outlet = |n: usize| {
        format!("[[outlet]]\nid = \"p{n}\"\nname = \"P{n}\"\nmedium = \"print\"\nownership = \"private\"\n\n")
    };
    let path = folder.path().join("codebook.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{text}\n{}", (1..400).map(outlet).collect::<String>())).unwrap();
    let path = folder.path().join("study.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("to = 2020-03-03", "to = 2020-12-31")).unwrap();
    let study = load(folder.path()).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    let held = |to: &str| {
        let rule = format!(
            "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2020-01-01\nquantity = \"area\"\nnothing = true\n\
             pool = \"editorial\"\nper = [\"outlet\", \"day\"]\nfrom = 2020-03-01\nto = {to}\n"
        );
        rules_of(&study, "rules.toml", &rule)
    };
    let (rules, findings) = held("2020-11-05");
    assert!(findings.is_empty(), "{findings:#?}");
    let mut places: Vec<_> =
        evenhand::hold(&study, &tally, &rules[0]).unwrap().rows.into_iter().map(|row| row.group).collect();
    assert!(places.is_sorted_by_key(|place| &place[1]), "in the order of the days");
    places.dedup();
    assert_eq!(places.len(), 100_000);
    let (rules, findings) = held("2020-11-06");
    assert!(rules.is_empty());
    assert_eq!(findings[0].message, "the rule speaks of 100400 places, and 100000 at most are judged");
}

#[test]
fn what_is_owed_goes_from_time_to_time_where_places_are_not_known() {
    // Programmes are any text, and spring comes before autumn only in the order of the periods.
    let periods = "[[period]]\nid = \"spring\"\nfrom = 2020-03-01\nto = 2020-03-01\n\n[[period]]\nid = \"autumn\"\nfrom = 2020-03-02\n\
                   to = 2020-03-03\n\n[[pool]]\nid = \"editorial\"";
    let sheet = "date,channel,show,item,actor,genre,seconds\n2020-03-01,Channel One,A,1,Reds,news,100\n\
                 2020-03-01,Channel One,A,2,Blues,news,60\n2020-03-02,Channel One,A,3,Reds,news,100\n2020-03-02,Channel One,A,4,Blues,news,60\n";
    let columns = ["capacity = \"capacity\"\n", "voice = \"voice\"\n", "tone = \"tone\"\n", "pass = \"pass\"\n"];
    let text = columns.iter().fold(STUDY.to_owned(), |text, line| text.replace(line, ""));
    let text = text.replacen("item = \"item\"", "item = \"item\"\nprogramme = \"show\"", 1);
    let study = SmallStudy::new()
        .with("study.toml", text.replacen("[[pool]]\nid = \"editorial\"", periods, 1))
        .with("data/television.csv", sheet);
    let study = load(study.path()).unwrap().product.unwrap();
    let rule = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2020-01-01\nquantity = \"airtime\"\nquota = \"equal\"\n\
                pool = \"editorial\"\nper = [\"period\", \"programme\"]\ncarry_over = true\n";
    let [verdict] = verdicts(&study, rule).try_into().unwrap();
    let blues = |period: &str| {
        verdict.rows.iter().find(|row| row.group[0] == period && row.actor == "blues").unwrap().carried.whole()
    };
    assert_eq!((blues("spring"), blues("autumn")), (0, 20_000));
}

#[test]
fn a_share_of_nothing_is_not_judged_and_a_part_of_the_hours_is() {
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"paid\"\nquantity = \"airtime\"\n";
    let quiet = "from = 2024-01-15\nto = 2024-01-20\nper = [\"outlet\", \"day\"]\n";
    let judged = |asked: &str| {
        let [verdict] = verdicts(&worked(), &format!("{head}{quiet}{asked}\n")).try_into().unwrap();
        (verdict.rows.len(), verdict.kept())
    };
    assert_eq!(judged("quota = \"equal\""), (0, Kept::CannotTell));
    assert_eq!(judged("at_most = 5\nof = \"recorded\"\nwho = \"all\""), (6, Kept::Kept));
}

#[test]
fn days_that_nobody_planned_say_nothing_of_items_and_amounts() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples/worked-rules"), folder.path());
    let file = folder.path().join("study.toml");
    let declared = std::fs::read_to_string(&file).unwrap();
    let planned = declared.replace("to = \"24:00\"\n", "to = \"24:00\"\nlast = 2024-01-19\n");
    assert_ne!(planned, declared);
    std::fs::write(&file, planned).unwrap();
    let study = load(folder.path()).unwrap().product.unwrap();
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"paid\"\nquantity = \"airtime\"\n";
    for (day, kept) in [("2024-01-19", Kept::Kept), ("2024-01-20", Kept::CannotTell)] {
        let rule = format!("{head}from = {day}\nto = {day}\nlongest_seconds = 180\n");
        let [verdict] = verdicts(&study, &rule).try_into().unwrap();
        assert_eq!(verdict.kept(), kept, "{day}: {verdict:#?}");
        // Nor does a limit in amounts: silence of a day that was not to be monitored keeps nothing.
        let [verdict] = verdicts(&study, &rule.replace("longest_seconds", "at_most_seconds")).try_into().unwrap();
        assert_eq!((verdict.kept(), verdict.rows.is_empty()), (kept, kept == Kept::CannotTell), "{day}: {verdict:#?}");
    }
}

#[test]
fn only_papers_have_space_and_only_others_airtime() {
    let study = load(&root().join("tests/small")).unwrap().product.unwrap();
    for (quantity, day, outlets) in
        [("area", "2020-03-02", &["gazette"][..]), ("airtime", "2020-03-03", &["one", "two"])]
    {
        let rule = format!(
            "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2020-01-01\npool = \"editorial\"\nquantity = \"{quantity}\"\n\
             per = [\"outlet\"]\nfrom = {day}\nto = {day}\nnothing = true\n"
        );
        let [verdict] = verdicts(&study, &rule).try_into().unwrap();
        let places: std::collections::BTreeSet<&str> = verdict.rows.iter().map(|row| row.group[0].as_str()).collect();
        assert_eq!(places.into_iter().collect::<Vec<_>>(), outlets);
    }
}

#[test]
fn a_spot_that_ends_on_the_hour_is_in_one_hour_and_one_past_midnight_in_the_next_day() {
    let asked = "at_most_seconds_per_hour = 720";
    let of = |start: &str, seconds: u32| {
        let verdict = of_rows_until("26:00", &[(start, "alder", seconds)], asked);
        verdict.rows.into_iter().map(|row| (row.item, row.has.whole() / 1_000)).collect::<Vec<_>>()
    };
    let hour = |at: &str, seconds: i64| (format!("channel-one, {at}"), seconds);
    assert_eq!(of("18:59:00", 60), [hour("2024-01-20, 18:00", 60)]);
    assert_eq!(of("18:59:00", 61), [hour("2024-01-20, 18:00", 60), hour("2024-01-20, 19:00", 1)]);
    assert_eq!(of("23:59:30", 50), [hour("2024-01-20, 23:00", 30), hour("2024-01-21, 00:00", 20)]);
    // A limit that is just reached is kept.
    for (asked, kept) in [("longest_seconds = 90", Kept::Kept), ("longest_seconds = 89", Kept::Broken)] {
        assert_eq!(of_rows(&[("18:10", "alder", 90)], asked).kept(), kept, "{asked}");
    }
    for (asked, kept) in [("shortest_seconds = 90", Kept::Kept), ("shortest_seconds = 91", Kept::Broken)] {
        assert_eq!(of_rows(&[("18:10", "alder", 90)], asked).kept(), kept, "{asked}");
    }
}

#[test]
fn a_rule_holds_on_days_of_the_window_and_on_no_others() {
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\npool = \"paid\"\nquantity = \"airtime\"\n";
    for (from, to, n_findings) in [
        ("2024-01-01", "2024-02-29", 0),
        ("2024-01-01", "2024-01-01", 0),
        ("2024-02-29", "2024-02-29", 0),
        // Some of its days are enough.
        ("2023-12-31", "2024-01-01", 0),
        ("2024-02-29", "2024-03-01", 0),
        ("2023-12-30", "2023-12-31", 1),
        ("2024-03-01", "2024-03-02", 1),
    ] {
        let rule = format!("{head}nothing = true\nfrom = {from}\nto = {to}\n");
        assert_eq!(rules_of(&worked(), "rules.toml", &rule).1.len(), n_findings, "{from} to {to}");
    }
}

#[test]
fn hours_of_parts_of_the_day_are_refused_and_an_open_end_is_that_of_the_window() {
    let head = "[[rule]]\nid = \"x\"\nname = \"x\"\nsource = \"x\"\ndate = 2024-01-01\nquantity = \"airtime\"\nat_most = 15\n\
                of = \"recorded\"\nwho = \"all\"\n";
    let study = worked();
    let read = |more: &str| rules_of(&study, "rules.toml", &format!("{head}{more}\n"));
    for refused in ["per = [\"daypart\"]", "where = [\"daypart=evening\"]"] {
        let (_, findings) = read(refused);
        assert!(
            findings.len() == 1 && findings[0].message.contains("of the hours of a day"),
            "{refused}: {findings:?}"
        );
    }
    let rule = |more: &str| {
        let (rules, findings) = read(more);
        assert!(findings.is_empty(), "{more}: {findings:?}");
        rules.into_iter().next().unwrap()
    };
    assert_eq!(rule("where = [\"outlet=channel-one\"]").days, None);
    assert_eq!(rule("per = [\"day\", \"outlet\", \"day\"]").per, [Dimension::Day, Dimension::Outlet]);
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(rule("from = 2024-01-15").days, Some((day("2024-01-15"), study.window.to)));
    assert_eq!(rule("to = 2024-01-15").days, Some((study.window.from, day("2024-01-15"))));
}
