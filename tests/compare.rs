//! Two sides compared: which rows differ, and what that does to each share.

use std::fs;
use std::path::{Path, PathBuf};

use evenhand::audit::{
    Class, Names, Pairing, ShareEffect, Side, cells, increments, share_effects, shrunk, sums_of_differing,
};
use evenhand::measure::{Dimension, MeasureRequest};
use evenhand::study::{Study, load};
use evenhand::tally::Tally;
use evenhand::unit::Share;
use serde_json::Value;

use crate::support::{copy, evenhand, root, shared, stderr, stdout, sum_row};

const SHEET: &str = "data/television.csv";

/// Two releases of a sample, the second one changed by `change`, line by line.
fn releases(change: impl Fn(usize, &str) -> Vec<String>) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let [left, right] = ["left", "right"].map(|name| folder.path().join(name));
    for side in [&left, &right] {
        copy(&root().join("samples/kazakhstan-2012"), side);
    }
    let text = fs::read_to_string(right.join(SHEET)).unwrap();
    let lines: Vec<String> = text.lines().enumerate().flat_map(|(at, line)| change(at + 1, line)).collect();
    fs::write(right.join(SHEET), lines.join("\n") + "\n").unwrap();
    (folder, left, right)
}

fn read(folder: &Path) -> (Study, Tally) {
    let study = load(folder).unwrap().product.unwrap();
    let checked = evenhand::run(&study);
    assert!(!checked.has_errors(), "{:#?}", checked.findings);
    let tally = checked.product.0;
    (study, tally)
}

/// The effects must lead from the left share to the right one without a rest.
fn assert_adds_up(effect: &ShareEffect) {
    let steps: Option<Vec<Share>> = effect.effects.iter().map(|(_, share)| share.clone()).collect();
    if let (Some(steps), Some(difference)) = (steps, effect.difference()) {
        assert_eq!(Share::sum(&steps), difference, "{effect:?}");
    }
}

#[test]
fn every_change_of_a_release_is_found_and_its_effects_add_up_exactly() {
    // Line 11 gets another length, 21 another tone, 31 goes, 41 another office holder, and a new row comes behind line 60.
    let (_folder, left, right) = releases(|line, text| {
        let mut cells: Vec<&str> = text.split(',').collect();
        match line {
            11 => cells[9] = "72",
            21 => cells[10] = "1",
            31 => return Vec::new(),
            41 => cells[5] = "president",
            60 => return vec![text.to_owned(), text.replace(cells[4], "T-9999")],
            _ => {}
        }
        vec![cells.join(",")]
    });
    let ((left, left_tally), (right, right_tally)) = (read(&left), read(&right));
    let names = Names::of(&left, &right);
    let differing = evenhand::differing_rows(&left, &right, &names, Pairing::Releases);
    assert_eq!((differing.only_left.len(), differing.only_right.len()), (1, 1), "{differing:#?}");
    assert_eq!((differing.only_left[0].line, differing.only_right[0].line), (31, 60));
    let fields: Vec<(u64, Vec<&str>)> =
        differing.changed.iter().map(|changed| (changed.left.line, changed.fields.clone())).collect();
    assert_eq!(fields, [(11, vec!["amount"]), (21, vec!["tone"]), (41, vec!["actor"])]);
    let pool = left.pool("editorial").unwrap();
    let request = MeasureRequest::new(pool, &[Dimension::Medium]);
    let side = |study, tally| Side { study, tally, request: &request };
    let effects =
        share_effects(side(&left, &left_tally), side(&right, &right_tally), &sums_of_differing(&differing), &names)
            .unwrap();
    assert!(effects.len() > 20);
    effects.iter().for_each(assert_adds_up);
    // What the classes do ends where the right side's own figures are: nothing is left for its definitions.
    for effect in &effects {
        let (class, rest) = effect.effects.last().unwrap();
        assert_eq!((*class, rest.as_ref().map(Share::is_zero)), (Class::Definitions, Some(true)));
    }
    let moved: Vec<&ShareEffect> = effects.iter().filter(|effect| effect.is_any()).collect();
    assert!(moved.iter().all(|effect| effect.group == ["television"]), "{moved:?}");
    assert!(moved.len() == 7, "every party of television: {}", moved.len());
}

#[test]
fn the_same_study_twice_differs_in_nothing() {
    let sample = root().join("samples/kazakhstan-2012");
    let done = evenhand(root(), &["compare", &sample.to_string_lossy(), &sample.to_string_lossy()]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(stdout(&done).contains("1893 the same, 0 only left, 0 only right, 0 changed"), "{}", stdout(&done));
    assert!(stdout(&done).contains("every share is the same"), "{}", stdout(&done));
}

#[test]
fn another_monitors_ids_and_clock_are_matched_by_name_and_nearness() {
    // The other monitor calls a party otherwise, has its own item ids, and saw everything a minute later.
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("theirs");
    copy(&root().join("samples/four-weeks"), &theirs);
    let codebook = fs::read_to_string(theirs.join("codebook.toml")).unwrap();
    fs::write(theirs.join("codebook.toml"), codebook.replace("\"harvest-union\"", "\"hu\"")).unwrap();
    let study = fs::read_to_string(theirs.join("study.toml")).unwrap();
    fs::write(
        theirs.join("study.toml"),
        study.replace("harvest-union", "hu").replace("title = \"Four", "title = \"Other four"),
    )
    .unwrap();
    let sheet = fs::read_to_string(theirs.join(SHEET)).unwrap();
    let lines = sheet.lines().enumerate().map(|(at, line)| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if at > 0 {
            let (hour, minute) = cells[3].split_once(':').unwrap();
            let minutes = hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap() + 1;
            cells[3] = format!("{:02}:{:02}", minutes / 60, minutes % 60);
            cells[4] = format!("x{}", cells[4]);
            cells[5] = cells[5].replace("harvest-union", "hu");
            if at == 5 {
                cells[8] = (cells[8].parse::<u32>().unwrap() + 4).to_string();
            }
        }
        cells.join(",")
    });
    let text = lines.collect::<Vec<_>>().join("\n") + "\n";
    fs::write(theirs.join(SHEET), text.replace("24:00", "23:59")).unwrap();
    let ours = root().join("samples/four-weeks");
    let arguments = ["compare", &ours.to_string_lossy(), &theirs.to_string_lossy(), "--format", "json"];
    let done = evenhand(root(), &arguments);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    let json: Value = serde_json::from_str(&stdout(&done)).unwrap();
    assert_eq!(json["how"], "monitors");
    let found = &json["found"];
    assert_eq!((found["only_left"].as_array().unwrap().len(), found["only_right"].as_array().unwrap().len()), (0, 0));
    let changed = found["changed"].as_array().unwrap();
    assert_eq!(changed.len(), 1, "{changed:#?}");
    assert_eq!(changed[0]["fields"], serde_json::json!(["amount"]));
    assert_eq!(json["unknown_to_left"], serde_json::json!([]));
}

#[test]
fn starts_too_far_apart_are_not_one() {
    let (study, _) = read(&root().join("samples/four-weeks"));
    let mut rows = Vec::new();
    evenhand::each_row(&study, |row| rows.push(row.clone()));
    let row = rows.into_iter().find(|row| row.start.is_some()).unwrap();
    let names = Names::default();
    let matched = |later: i32, within: i32| {
        let mut matching = evenhand::audit::Matching::new(Pairing::Monitors(within), &names, &study, &study);
        let other = evenhand::tally::PlacedRow { start: row.start.map(|start| start + later), ..row.clone() };
        matching.see(&row);
        matching.take_right(&other);
        matching.take_left(&row);
        let found = matching.finish();
        (found.n_same, found.only_left.len(), found.only_right.len(), found.changed.len())
    };
    assert_eq!(matched(60_000, 60_000), (1, 0, 0, 0));
    assert_eq!(matched(61_000, 60_000), (0, 1, 1, 0));
    assert_eq!(matched(0, 0), (1, 0, 0, 0));
}

#[test]
fn an_actor_that_one_codebook_lacks_stops_the_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("theirs");
    copy(&root().join("samples/four-weeks"), &theirs);
    for file in ["codebook.toml", "study.toml", SHEET] {
        let text = fs::read_to_string(theirs.join(file)).unwrap();
        let text = text.replace("green-shore", "gs").replace("Green Shore", "Other Shore").replace("მწვანე", "სხვა");
        fs::write(theirs.join(file), text).unwrap();
    }
    let ours = root().join("samples/four-weeks");
    let done = evenhand(root(), &["compare", &ours.to_string_lossy(), &theirs.to_string_lossy()]);
    assert_eq!(done.status.code(), Some(2), "{}", stdout(&done));
    assert!(stderr(&done).contains("knows no actor `gs`") && stderr(&done).contains("aliases"), "{}", stderr(&done));
}

#[test]
fn two_periods_differ_by_cells_whose_effects_add_up() {
    let (study, tally) = read(&root().join("samples/four-weeks"));
    let of = |id: &str| {
        let period = study.period(id).unwrap();
        tally.within((period.from, period.to), id)
    };
    let (left, right) = (of("week-1"), of("week-3"));
    let found = cells(&left.sum_rows().unwrap(), &right.sum_rows().unwrap());
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[Dimension::Outlet]);
    let side = |tally| Side { study: &study, tally, request: &request };
    let effects = share_effects(side(&left), side(&right), &found.deltas, &Names::default()).unwrap();
    assert_eq!(effects.len(), 36);
    effects.iter().for_each(assert_adds_up);
    let sum: i64 = found.cells.iter().map(evenhand::audit::Cell::difference).sum();
    let all = |tally: &Tally| tally.sum_rows().unwrap().iter().map(|row| row.amount).sum::<i64>();
    assert_eq!(sum, all(&right) - all(&left));
}

#[test]
fn a_cumulative_statement_of_the_french_regulator_that_shrank_is_named() {
    // CSA, presidential campaign 2017, cumulative from 1 February: Europe 1 on 19 and on 26 February.
    let Some(data) = shared("data/csa2017_stations") else { return };
    let folder = tempfile::tempdir().unwrap();
    let study = folder.path().join("csa");
    copy(&root().join("tests/regulators/csa-2017"), &study);
    copy(&data.join("releves-par-chaine"), &study.join("data"));
    let (study, tally) = read(&study);
    let of = |id: &str| {
        let period = study.period(id).unwrap();
        let mut sums = tally.within((period.from, period.to), id).sum_rows().unwrap();
        sums.iter_mut().for_each(evenhand::tally::SumRow::forget_period);
        sums
    };
    let found = cells(&of("2"), &of("3"));
    let names: Vec<(&str, &str, i64)> = shrunk(&found.cells)
        .into_iter()
        .filter(|cell| cell.keys[0] == "airtime")
        .map(|cell| (cell.keys[1].as_str(), cell.keys[4].as_str(), cell.difference() / 1_000))
        .collect();
    assert!(names.contains(&("europe-1", "fillon-francois", -5_956)), "{names:?}");
    assert!(names.iter().all(|(outlet, ..)| *outlet == "europe-1"), "{names:?}");
    assert!(shrunk(&cells(&of("1"), &of("2")).cells).is_empty());
    // Statement 4 has no station of statement 3: it says nothing of them, and nothing shrank.
    assert!(shrunk(&cells(&of("3"), &of("4")).cells).is_empty());
}

#[test]
fn between_two_cumulative_statements_lie_their_differences() {
    let sum = |actor: &str, amount: i64| {
        let values = [("quantity", "airtime"), ("outlet", "first-channel"), ("genre", "news"), ("actor", actor)];
        sum_row(amount, &values)
    };
    let (study, _) = read(&root().join("samples/four-weeks"));
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[Dimension::Outlet]);
    let between = |second: [i64; 2]| {
        let left = Tally::of_sums(&[sum("harvest-union", 100_000), sum("civic-bloc", 50_000)]);
        let right = Tally::of_sums(&[sum("harvest-union", second[0]), sum("civic-bloc", second[1])]);
        let side = |tally| Side { study: &study, tally, request: &request };
        let effects = share_effects(side(&left), side(&right), &[], &Names::default()).unwrap();
        let found = increments(&effects).into_iter().filter(|one| one.between.whole() != 0);
        found.map(|one| (one.actor, one.between.whole(), one.share)).collect::<Vec<_>>()
    };
    let found = between([130_000, 60_000]);
    assert_eq!(found[0], ("harvest-union".to_owned(), 30_000, Share::of(3, 4)));
    assert_eq!(found[1], ("civic-bloc".to_owned(), 10_000, Share::of(1, 4)));
    // One that shrank takes the shares of all of its group, and of no other.
    assert_eq!(between([130_000, 40_000]).into_iter().map(|(_, _, share)| share).collect::<Vec<_>>(), [None, None]);
}

#[test]
fn a_share_that_one_side_alone_has_is_listed() {
    let (study, _) = read(&root().join("samples/four-weeks"));
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[Dimension::Outlet]);
    let of = |outlets: &[&str]| {
        let sum = |outlet: &&str| {
            let values = [("quantity", "airtime"), ("outlet", *outlet), ("genre", "news"), ("actor", "civic-bloc")];
            sum_row(1_000, &values)
        };
        Tally::of_sums(&outlets.iter().map(sum).collect::<Vec<_>>())
    };
    let (left, right) = (of(&["river-tv", "coast-tv"]), of(&["river-tv", "first-channel"]));
    let side = |tally| Side { study: &study, tally, request: &request };
    let effects = share_effects(side(&left), side(&right), &[], &Names::default()).unwrap();
    let of_bloc = effects.iter().filter(|effect| effect.actor == "civic-bloc");
    let sides: std::collections::BTreeMap<&str, (bool, bool)> =
        of_bloc.map(|effect| (effect.group[0].as_str(), (effect.left.is_some(), effect.right.is_some()))).collect();
    assert_eq!(
        sides,
        [("coast-tv", (true, false)), ("first-channel", (false, true)), ("river-tv", (true, true))].into()
    );
}

#[test]
fn a_sum_that_shrank_at_one_outlet_takes_no_share_of_another() {
    use evenhand::audit::ShareEffect;
    use evenhand::unit::{Amount, Unit};
    let effect = |outlet: &str, actor: &str, [left, right]: [i64; 2], [all_left, all_right]: [i64; 2]| {
        let side = |own: i64, all: i64| {
            let amount = |whole| Amount::new(Unit::Time, whole);
            Some((amount(own), amount(all), Share::of(own, all).unwrap()))
        };
        ShareEffect {
            quantity: "airtime".to_owned(),
            group: vec![outlet.to_owned()],
            actor: actor.to_owned(),
            left: side(left, all_left),
            right: side(right, all_right),
            effects: Vec::new(),
        }
    };
    let effects = [
        effect("one", "reds", [10, 5], [30, 45]),
        effect("one", "blues", [20, 40], [30, 45]),
        effect("two", "reds", [10, 30], [20, 60]),
        effect("two", "blues", [10, 30], [20, 60]),
    ];
    let shares: Vec<Option<Share>> = increments(&effects).into_iter().map(|one| one.share).collect();
    assert_eq!(shares, [None, None, Share::of(1, 2), Share::of(1, 2)]);
}

#[test]
fn what_cannot_be_compared_says_why() {
    let sample = root().join("samples/four-weeks");
    let sample = sample.to_string_lossy();
    let weeks = [format!("{sample}:week-1"), format!("{sample}:week-2")];
    for (arguments, wanted) in [
        (vec!["compare", &sample, "nowhere"], "holds no study.toml"),
        (vec!["compare", &weeks[0], &format!("{sample}:weak-2")], "did you mean `week-2`?"),
        (vec!["compare", &weeks[0], &weeks[1], "--as", "releases"], "rows of a period are compared as"),
        (vec!["compare", &weeks[0], &weeks[1], "--rows", "rows.csv"], "--rows writes rows that differ"),
        (vec!["compare", &sample, &sample, "--pool", "partys"], "did you mean `parties`?"),
        (vec!["compare", &sample, &sample, "--within", "5"], "--within says how far apart two monitors"),
        (vec!["compare", &weeks[0], &weeks[1], "--by", "period"], "the periods are the sides"),
    ] {
        let done = evenhand(root(), &arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}: {}", stdout(&done));
        assert!(stderr(&done).contains(wanted), "{arguments:?}: {}", stderr(&done));
    }
    let done = evenhand(root(), &["compare", &weeks[0], &weeks[1], "--format", "csv"]);
    assert_eq!(done.status.code(), Some(0));
    assert!(stdout(&done).starts_with("actor,difference,effects_changed,"), "{}", stdout(&done));
    // Its keys are those of the left side's figures.
    let mut reader = csv::Reader::from_reader(done.stdout.as_slice());
    let headings = reader.headers().unwrap().clone();
    let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let first = reader.records().next().unwrap().unwrap();
    assert_eq!(&first[at("key")], "week-1:share/parties/airtime/medium=television/harvest-union");
    let explained = stdout(&evenhand(root(), &["explain", &first[at("key")], &sample]));
    let (above, below) = (&first[at("left_numerator")], &first[at("left_denominator")]);
    assert!(explained.contains(&format!("{above} s / {below} s")), "{explained}");
}

#[test]
fn two_monitors_without_a_clock_are_matched_by_amount() {
    use crate::support::{SmallStudy, TELEVISION};
    let (left, right) = (SmallStudy::new(), SmallStudy::new());
    let right = right.with("data/television.csv", TELEVISION.replace("news,reported,10,", "news,reported,12,"));
    let (left, right) = (read(left.path()).0, read(right.path()).0);
    let differing = evenhand::differing_rows(&left, &right, &Names::of(&left, &right), Pairing::Monitors(60_000));
    assert!(differing.only_left.is_empty() && differing.only_right.is_empty(), "{differing:#?}");
    let changed: Vec<(i64, i64)> = differing.changed.iter().map(|one| (one.left.amount, one.right.amount)).collect();
    assert_eq!(changed, [(10_000, 12_000)]);
    // Where there is a clock, a row without a time on it is matched so too.
    let at = |seconds: u32| {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("samples/worked-rules"), folder.path());
        let text =
            format!("date,channel,start,item,party,genre,seconds\n2024-01-20,Channel One,,q1,elm,free,{seconds}\n");
        std::fs::write(folder.path().join("data/television.csv"), text).unwrap();
        (read(folder.path()).0, folder)
    };
    let ((left, _left), (right, _right)) = (at(50), at(60));
    let differing = evenhand::differing_rows(&left, &right, &Names::of(&left, &right), Pairing::Monitors(60_000));
    assert_eq!((differing.changed.len(), differing.only_left.len(), differing.only_right.len()), (1, 0, 0));
    assert!(!differing.is_none());
    // Rows of one side alone are a difference.
    let changed = differing.changed[0].clone();
    let nothing = evenhand::audit::Differing::default;
    assert!(nothing().is_none());
    assert!(!evenhand::audit::Differing { only_left: vec![changed.left], ..nothing() }.is_none());
    assert!(!evenhand::audit::Differing { only_right: vec![changed.right], ..nothing() }.is_none());
}
