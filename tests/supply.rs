//! What the program is made of, and that it talks to nobody.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::support::{SmallStudy, evenhand, root, skip, stderr, stdout};

fn toml_of(path: &str) -> toml::Table {
    fs::read_to_string(root().join(path)).unwrap().parse().unwrap()
}

/// Every crate that the default build carries here with its version, as cargo resolves it.
fn carried() -> Option<BTreeSet<(String, String)>> {
    let mut tree = Command::new(env!("CARGO"));
    tree.current_dir(root()).args(["tree", "--locked", "--offline", "-e", "normal", "--prefix", "none", "-f", "{p}"]);
    let output = tree.output().ok()?;
    if !output.status.success() {
        skip(&format!("cargo cannot tell the tree of dependencies: {}", stderr(&output)));
        return None;
    }
    let of_line = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Some(stdout(&output).lines().filter_map(of_line).filter(|(name, _)| name != "evenhand").collect())
}

#[test]
fn the_default_build_speaks_no_network_protocol() {
    let Some(carried) = carried() else { return };
    let carried: BTreeSet<String> = carried.into_iter().map(|(name, _)| name).collect();
    assert!(carried.contains("polars") && carried.contains("typst"));
    // The list that cargo-deny holds the tree against.
    let listed = toml_of(".ci/deny.toml");
    let speakers: Vec<&str> =
        listed["bans"]["deny"].as_array().unwrap().iter().map(|banned| banned["crate"].as_str().unwrap()).collect();
    assert!(speakers.len() >= 16 && speakers.contains(&"reqwest") && speakers.contains(&"rustls"));
    let found: Vec<&&str> = speakers.iter().filter(|name| carried.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_run_opens_a_socket() {
    let study = SmallStudy::new();
    for words in [&["report", ".", "--kind", "preliminary", "--out", "out"][..], &["measure", "share"], &["check"]] {
        let mut traced = Command::new("strace");
        traced.current_dir(study.path()).args(["-f", "-qq", "-e", "trace=socket,connect,sendto,bind", "-o", "calls"]);
        let Ok(output) = traced.arg(env!("CARGO_BIN_EXE_evenhand")).args(words).output() else {
            return skip("no strace");
        };
        let calls = fs::read_to_string(study.path().join("calls")).unwrap_or_default();
        if !output.status.success() {
            return skip(&format!("no program can be traced: {}", stderr(&output)));
        }
        assert_eq!(calls, "", "{words:?}");
    }
}

#[test]
fn licences_of_all_that_is_carried_are_listed() {
    let printed = stdout(&evenhand(root(), &["--licenses"]));
    let of_line = |line: &str| {
        let (what, _) = line.split_once(": ")?;
        let (name, version) = what.split_once(' ')?;
        version.starts_with(|c: char| c.is_ascii_digit()).then(|| (name.to_owned(), version.to_owned()))
    };
    let listed: BTreeSet<(String, String)> =
        printed.lines().filter_map(of_line).filter(|(n, _)| n != "Evenhand").collect();
    let Some(carried) = carried() else { return };
    let is_linux = cfg!(all(target_os = "linux", target_arch = "x86_64", feature = "pdf"));
    let (gone, new): (Vec<_>, Vec<_>) = (listed.difference(&carried).collect(), carried.difference(&listed).collect());
    let remedy = "`bash .ci/licences > src/cli/crates.txt` lists what is carried";
    assert!(!is_linux || (gone.is_empty() && new.is_empty()), "{remedy}: gone {gone:?}, new {new:?}");
    let manifest = toml_of("Cargo.toml");
    for name in manifest["dependencies"].as_table().unwrap().keys().filter(|name| *name != "apache-spark-connect") {
        assert!(listed.iter().any(|(known, _)| known == name), "{name} is not listed");
    }
    assert!(printed.contains("SIL OPEN FONT LICENSE") && printed.contains("Evenhand 0"));
}

#[test]
fn sums_that_overflow_stop_a_release_too() {
    let manifest = toml_of("Cargo.toml");
    assert_eq!(manifest["profile"]["release"]["overflow-checks"], toml::Value::from(true));
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"], toml::Value::from("forbid"));
}
