//! The house has a direction: a room uses only the rooms to its left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{files, root};

const ROOMS: [&str; 18] = [
    "unit",
    "diagnostic",
    "declaration",
    "wording",
    "codebook",
    "study",
    "ingest",
    "check",
    "tally",
    "agreement",
    "measure",
    "audit",
    "table",
    "chart",
    "figure",
    "output",
    "report",
    "cli",
];

fn sources() -> BTreeMap<String, String> {
    let all = files(&root().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    all.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn room_of(path: &str) -> Option<usize> {
    let room = path.split('/').next()?;
    ROOMS.iter().position(|known| *known == room)
}

/// The rooms named after `crate::` in a source, also inside `use crate::{a, b}`.
fn rooms_used(text: &str) -> Vec<&str> {
    let mut used = Vec::new();
    for part in text.split("crate::").skip(1) {
        let names = part.strip_prefix('{').map_or(part, |group| group.split('}').next().unwrap_or(group));
        let many = part.starts_with('{');
        for name in names.split(',').take(if many { usize::MAX } else { 1 }) {
            let word = name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            used.push(word);
        }
    }
    used
}

#[test]
fn a_room_uses_only_rooms_to_its_left() {
    for (path, text) in sources() {
        let Some(room) = room_of(&path) else { continue };
        for used in rooms_used(&text) {
            if let Some(other) = ROOMS.iter().position(|known| *known == used) {
                assert!(other <= room, "{path} uses `{used}`, which is to the right of `{}`", ROOMS[room]);
            }
        }
    }
}

#[test]
fn every_folder_is_a_room_and_lib_lists_them_in_order() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let listed: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, ROOMS);
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(ROOMS.contains(&name.as_str()), "src/{name} is no room");
        }
    }
}

#[test]
fn polars_stays_where_rows_and_sums_are() {
    for (path, text) in sources() {
        let allowed = ["ingest/", "check/", "tally/", "measure/", "lib.rs"].iter().any(|room| path.starts_with(room));
        assert!(allowed || !text.contains("polars"), "{path} uses polars");
    }
}

#[test]
fn only_the_command_line_prints_and_reads_the_environment() {
    for (path, text) in sources() {
        if path.starts_with("cli/") || path == "main.rs" {
            continue;
        }
        for word in
            ["println!", "eprintln!", "print!(", "std::env", "clap", "SystemTime::now", "Local::now", "Utc::now"]
        {
            assert!(!text.contains(word), "{path} uses `{word}`");
        }
    }
}

#[test]
fn no_file_outgrows_its_reader() {
    for (path, text) in sources() {
        let n_lines = text.lines().count();
        assert!(n_lines <= 500, "{path} has {n_lines} lines");
    }
    assert!(!Path::new(&root().join("src/util.rs")).exists());
}
