//! The same small study in every way that people write it: one folder per way, and the figures are always the same.
//!
//! `tests/formats/<way>/study` replaces files of `tests/small`, `remove` lists files to take away. In the ways that
//! `figures.csv` stands beside, the sheet says something else, and gives those figures.

use std::fs;

use crate::support::{SmallStudy, copy, root, stderr, stdout};

const SHARE: [&str; 8] = ["measure", "share", "--pool", "editorial", "--by", "outlet,day", "--format", "csv"];

#[test]
fn every_way_of_writing_gives_the_same_figures() {
    let plain = stdout(&SmallStudy::new().run(&SHARE));
    let mut ways: Vec<_> =
        fs::read_dir(root().join("tests/formats")).unwrap().map(|entry| entry.unwrap().path()).collect();
    ways.sort();
    assert!(ways.len() >= 25);
    for way in ways {
        let study = SmallStudy::new();
        for path in fs::read_to_string(way.join("remove")).unwrap_or_default().lines() {
            fs::remove_file(study.path().join(path)).unwrap();
        }
        copy(&way.join("study"), study.path());
        let output = study.run(&SHARE);
        let checked = stderr(&study.run(&["check", "--all"]));
        assert_eq!(output.status.code(), Some(0), "{}: {checked}", way.display());
        assert!(
            checked.ends_with("0 errors, 0 warnings, 0 notes\n") || checked.contains("0 errors, 0 warnings"),
            "{checked}"
        );
        if std::env::var_os("EVENHAND_BLESS").is_some() && way.join("figures.csv").exists() {
            fs::write(way.join("figures.csv"), stdout(&output)).unwrap();
        }
        let expected = fs::read_to_string(way.join("figures.csv")).unwrap_or_else(|_| plain.clone());
        assert_eq!(stdout(&output), expected, "{}: {checked}", way.display());
    }
}

#[test]
fn a_table_says_how_shared_amounts_were_divided() {
    for (way, words) in
        [("several-actors-in-one-cell", "the whole of it"), ("several-actors-share-one-amount", "equal parts of it")]
    {
        let study = SmallStudy::new();
        copy(&root().join("tests/formats").join(way).join("study"), study.path());
        let said = stdout(&study.run(&["measure", "share"]));
        assert!(said.contains(&format!("each counts with (television: {words})")), "{said}");
    }
}
