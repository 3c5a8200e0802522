//! The catalogue of bad input: one folder per case, each the small study with one defect, its whole output beside it.
//!
//! `tests/checks/<CODE>-<case>/study` replaces files of `tests/small`, `remove` lists files to take away; `also` names codes that go with the defect by its nature; `human.txt`,
//! `findings.json` and `status` are what `check` says. `EVENHAND_BLESS=1 cargo test checks` writes them anew: read the
//! difference before you commit it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{SmallStudy, copy, evenhand, root, stderr, stdout};

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        fs::read_dir(root().join("tests/checks")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn code_of(case: &Path) -> String {
    case.file_name().unwrap().to_string_lossy().split('-').next().unwrap().to_owned()
}

fn study_of(case: &Path) -> SmallStudy {
    let study = SmallStudy::new();
    for path in fs::read_to_string(case.join("remove")).unwrap_or_default().lines() {
        fs::remove_file(study.path().join(path)).unwrap();
    }
    copy(&case.join("study"), study.path());
    study
}

#[test]
fn every_case_says_what_it_said() {
    let bless = std::env::var_os("EVENHAND_BLESS").is_some();
    for case in cases() {
        let study = study_of(&case);
        let (human, json) = (study.run(&["check", "--all"]), study.run(&["check", "--format", "json"]));
        assert_eq!(human.status.code(), json.status.code());
        assert_eq!(stdout(&human), "", "{}", case.display());
        let said = [
            ("human.txt", stderr(&human)),
            ("findings.json", stdout(&json)),
            ("status", format!("{}\n", human.status.code().unwrap())),
        ];
        for (name, text) in said {
            if bless {
                fs::write(case.join(name), text).unwrap();
            } else {
                let expected = fs::read_to_string(case.join(name)).unwrap_or_default();
                assert_eq!(text, expected, "{}", case.join(name).display());
            }
        }
    }
}

#[test]
fn every_case_fires_its_code_and_no_other() {
    for case in cases() {
        let output = study_of(&case).run(&["check", "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
        let findings =
            json["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
        let left_out = json["rows"]["out_of_scope"].as_object().into_iter().flatten().map(|(code, _)| code.clone());
        // The small study holds one second coding, which is out of scope in every case.
        let fired: BTreeSet<String> = findings.chain(left_out).filter(|code| code != "N411").collect();
        let code = code_of(&case);
        let mut expected = if code == "N411" { BTreeSet::new() } else { BTreeSet::from([code]) };
        // What goes with the defect by its nature: a cell of a day is also a part of a day.
        expected.extend(fs::read_to_string(case.join("also")).unwrap_or_default().lines().map(str::to_owned));
        assert_eq!(fired, expected, "{}", case.display());
    }
}

#[test]
fn every_code_has_a_case() {
    let listed = stdout(&evenhand(root(), &["explain"]));
    let codes: BTreeSet<&str> = listed.lines().map(|line| line.split(' ').next().unwrap()).collect();
    let cases: BTreeSet<String> = cases().iter().map(|case| code_of(case)).collect();
    // A figure has to be drawn for E702, a hundred thousand rows be wrong for E191: tests/cli.rs holds their cases. Claims and
    // printed tables are no part of a study: tests/verify.rs holds theirs.
    // What stands in the way of output and of reading is no part of a study either: tests/faults.rs makes it happen.
    let elsewhere = ["E711", "E712", "E713", "E714", "E702", "E191", "E811", "E812", "E813", "E821"];
    let missing: Vec<&str> =
        codes.into_iter().filter(|code| !elsewhere.contains(code) && !cases.contains(*code)).collect();
    assert!(missing.is_empty(), "no case in tests/checks for {missing:?}");
}
