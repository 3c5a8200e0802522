//! Files that two regulators published, read as they are, against figures computed without this program.

use std::collections::BTreeMap;
use std::path::Path;

use evenhand::measure::{Dimension, ShareRequest, ShareTable, Status, share};
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
    share(tally, study, &ShareRequest::new(&study.pools[0], by)).unwrap()
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
