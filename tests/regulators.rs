//! Files that regulators and newspapers published, read as they are, against figures computed without this program.

use std::collections::BTreeMap;
use std::path::Path;

use evenhand::measure::{Dimension, MeasureRequest, ShareTable, Status, share};
use evenhand::study::{Study, load};
use evenhand::tally::Tally;

use crate::support::{copy, root, shared};

/// A study of `tests/regulators` with the data it is about, which is not part of the repository.
fn study_with_data(name: &str, data: &Path) -> (tempfile::TempDir, Study, Tally) {
    let folder = tempfile::tempdir().unwrap();
    let study = folder.path().join(name);
    copy(&root().join("tests/regulators").join(name), &study);
    copy(data, &study.join("data"));
    let study = load(&study).unwrap();
    assert_eq!(study.findings, []);
    let study = study.product.unwrap();
    let checked = evenhand::run(&study);
    assert!(!checked.has_errors(), "{:#?}", checked.findings);
    (folder, study, checked.product.0)
}

fn table(study: &Study, tally: &Tally, by: &[Dimension]) -> ShareTable {
    share(tally, study, &MeasureRequest::new(&study.pools[0], by)).unwrap()
}

fn truth(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_percentage_the_french_regulator_published_comes_out_to_the_last_digit() {
    let Some(data) = shared("data/csa2017_stations") else { return };
    let (_folder, study, tally) = study_with_data("csa-2017", &data.join("releves-par-chaine"));
    let shares = table(&study, &tally, &[Dimension::Outlet, Dimension::Period, Dimension::Daypart]);
    let cells: BTreeMap<(String, String, String, String, String), _> = shares
        .rows
        .iter()
        .map(|row| {
            let [outlet, period, daypart] = row.group.as_slice() else { unreachable!() };
            let key = (outlet.clone(), period.clone(), daypart.clone(), row.actor.clone(), row.quantity.clone());
            (key, &row.estimate)
        })
        .collect();
    let codebook = &study.codebook;
    let quantities = BTreeMap::from([
        ("candidat", "candidate"),
        ("soutiens", "supporters"),
        ("total temps de parole", "speech"),
        ("total temps d'antenne", "airtime"),
    ]);
    let (mut n_published, mut n_cells) = (0, 0);
    for line in truth(&data.join("truth.csv")) {
        let period =
            study.periods.iter().find(|p| p.from.to_string() == line["from"] && p.to.to_string() == line["to"]);
        let key = (
            codebook.outlets.find(&line["station"]).unwrap().id.clone(),
            period.unwrap().id.clone(),
            codebook.dayparts.find(&line["daypart"]).unwrap().id.clone(),
            codebook.actors.find(&line["candidate"]).unwrap().id.clone(),
            quantities[line["measure"].as_str()].to_owned(),
        );
        let estimate = cells[&key];
        assert_eq!(estimate.numerator.machine_number(), line["seconds"], "{key:?}");
        n_cells += 1;
        if line["published_pct"] == "-" {
            assert_eq!(estimate.status, Status::NoCoverage, "{key:?}");
        } else {
            assert_eq!(estimate.percent.unwrap().to_string(), line["published_pct"], "{key:?}");
            n_published += 1;
        }
    }
    assert_eq!((n_published, n_cells), (4_624, 10_764));
}

#[test]
fn every_cell_of_the_italian_regulator_is_exact_in_seconds() {
    let Some(data) = shared("data/agcom_2022_06") else { return };
    let (_folder, study, tally) = study_with_data("agcom-2022-06", &data);
    let shares = table(&study, &tally, &[Dimension::Outlet, Dimension::Voice]);
    let mut expected = BTreeMap::new();
    for line in truth(&data.join("truth.csv")) {
        let outlet = study.codebook.outlets.find(&line["outlet"]).unwrap().id.clone();
        let actor = study.codebook.actors.find(&line["party"]).unwrap().id.clone();
        let voice = study.codebook.voices.find(&line["measure"]).unwrap().id.clone();
        expected.insert((outlet, voice, actor), (line["seconds"].clone(), line["share_pct"].parse::<f64>().unwrap()));
    }
    assert_eq!(expected.len(), 401);
    let (mut total, mut n_found) = (0, 0);
    for row in &shares.rows {
        let key = (row.group[0].clone(), row.group[1].clone(), row.actor.clone());
        let estimate = &row.estimate;
        total += estimate.numerator.whole();
        if let Some((seconds, percent)) = expected.get(&key) {
            assert_eq!(estimate.numerator.machine_number(), *seconds, "{key:?}");
            let share = estimate.share.as_ref().unwrap().as_f64() * 100.0;
            assert!((share - percent).abs() < 0.000_001, "{key:?}: {share} is not {percent}");
            n_found += 1;
        } else {
            assert_eq!(estimate.numerator.whole(), 0, "{key:?} is not in the truth");
        }
    }
    assert_eq!((total, n_found), (1_153_979_000, 401));
}

/// The id of a text in a register, by any of its spellings.
fn id<T>(register: &evenhand::codebook::Register<T>, text: &str) -> String {
    register.find(text).unwrap_or_else(|| panic!("{text}")).id.clone()
}

#[test]
fn every_month_of_the_french_regulator_gives_its_stations_in_whole_seconds() {
    let Some(data) = shared("data/csatimer_routine") else { return };
    let (_folder, study, tally) = study_with_data("csa-routine-2021", &data);
    let shares = table(&study, &tally, &[Dimension::Outlet]);
    let cells: BTreeMap<(&str, &str), _> =
        shares.rows.iter().map(|row| ((row.group[0].as_str(), row.actor.as_str()), &row.estimate)).collect();
    let truth = truth(&data.join("truth.csv"));
    assert_eq!(truth.len(), 581);
    for line in truth {
        let key = (id(&study.codebook.outlets, &line["outlet"]), id(&study.codebook.actors, &line["actor"]));
        let estimate = cells[&(key.0.as_str(), key.1.as_str())];
        assert_eq!(estimate.numerator.machine_number(), line["seconds"], "{key:?}");
        let percent: f64 = line["share_pct"].parse().unwrap();
        assert!((estimate.share.as_ref().unwrap().as_f64() * 100.0 - percent).abs() < 0.000_001, "{key:?}");
    }
}

#[test]
fn every_speaker_of_the_debates_has_the_time_the_newspaper_took() {
    let Some(data) = shared("data/debates_2019_20") else { return };
    let (_folder, study, tally) = study_with_data("debates-2019-20", &data);
    let shares = table(&study, &tally, &[Dimension::Outlet, Dimension::Programme]);
    let cells: BTreeMap<(String, String), _> = shares
        .rows
        .iter()
        .map(|row| {
            let group = row.group[0].trim_start_matches("debate-");
            let night = row.group[1].trim_end_matches(".0");
            ((format!("debate {group} night {night}"), row.actor.clone()), &row.estimate)
        })
        .collect();
    let truth = truth(&data.join("truth.csv"));
    assert_eq!(truth.len(), 105);
    for line in truth {
        let estimate = cells[&(line["outlet"].clone(), id(&study.codebook.actors, &line["actor"]))];
        // Every utterance is read to the millisecond, half up; the truth sums the printed decimals.
        let seconds: f64 = line["seconds"].parse().unwrap();
        let ours: f64 = estimate.numerator.machine_number().parse().unwrap();
        assert!((ours - seconds).abs() < 0.02, "{line:?}: {ours}");
        let percent: f64 = line["share_pct"].parse().unwrap();
        assert!((estimate.share.as_ref().unwrap().as_f64() * 100.0 - percent).abs() < 0.005, "{line:?}");
    }
}

#[test]
fn clips_have_two_denominators_and_both_come_out() {
    let Some(data) = shared("data/cable_weekly") else { return };
    let (_folder, study, tally) = study_with_data("cable-weekly", &data);
    let of = |pool: &str| {
        let request = MeasureRequest::new(study.pool(pool).unwrap(), &[Dimension::Period]);
        let shares = share(&tally, &study, &request).unwrap();
        let cells = shares.rows.into_iter().map(|row| ((row.group[0].clone(), row.actor), row.estimate));
        cells.collect::<BTreeMap<_, _>>()
    };
    let (of_sum, of_clips) = (of("of-sum"), of("of-clips"));
    let truth = truth(&data.join("truth.csv"));
    assert_eq!(truth.len(), 1_008);
    for line in truth {
        let key = (line["date"].clone(), id(&study.codebook.actors, &line["name"]));
        let (sum, clips) = (&of_sum[&key], &of_clips[&key]);
        assert_eq!(clips.numerator.machine_number(), line["seconds"], "{key:?}");
        let all: i64 = line["all_candidate_clips"].parse().unwrap();
        assert_eq!(clips.denominator.whole(), all * 15_000, "{key:?}");
        for (estimate, column) in [(clips, "published_pct"), (sum, "share_of_sum_pct")] {
            let percent: f64 = line[column].parse().unwrap();
            let ours = estimate.share.as_ref().map_or(0.0, |share| share.as_f64() * 100.0);
            assert!((ours - percent).abs() < 0.000_001, "{key:?} {column}: {ours}");
        }
    }
}

#[test]
fn what_is_odd_in_the_regulators_files_is_said() {
    let findings = |name: &str, data: &Path| {
        let (_folder, study, _) = study_with_data(name, data);
        evenhand::run(&study).findings
    };
    let of = |code: &str, findings: &[evenhand::diagnostic::Diagnostic]| {
        findings.iter().filter(|finding| finding.code.id == code).map(|f| f.message.clone()).collect::<Vec<_>>()
    };
    if let Some(data) = shared("data/agcom_2022_06") {
        let found = findings("agcom-2022-06", &data);
        let simulcast = "1143 of 1143 rows of `sky-tg-24-can-50` and `sky-tg24` are the same but for the outlet";
        assert_eq!(of("W416", &found), [simulcast]);
        assert_eq!(of("W108", &found).len(), 1);
    }
    if let Some(data) = shared("data/csa2017_stations") {
        let found = findings("csa-2017", &data.join("releves-par-chaine"));
        // 55 files have the column pair `18:00-24:00` and `10:00-24:00`; no percentage differs from its amounts.
        assert_eq!((of("W419", &found).len(), of("W217", &found).len()), (55, 0));
        assert_eq!(of("W418", &found).len(), 15);
    }
}
