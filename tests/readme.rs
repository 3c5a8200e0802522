//! Every command the README shows for a study that is in the repository runs.

use std::fs;

use crate::support::{copy, evenhand, root, stderr};

#[test]
fn every_command_of_the_readme_runs() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("samples"), &folder.path().join("samples"));
    let mut n_commands = 0;
    let blocks = readme.split("```").skip(1).step_by(2);
    for line in blocks.flat_map(str::lines) {
        let words = line.trim().strip_prefix("cargo run -- ").or_else(|| line.trim().strip_prefix("evenhand "));
        let Some(words) = words else { continue };
        let words: Vec<&str> = words.split_whitespace().collect();
        let output = evenhand(folder.path(), &words);
        assert_eq!(output.status.code(), Some(0), "{line}\n{}", stderr(&output));
        n_commands += 1;
    }
    assert!(n_commands >= 5, "the README shows {n_commands} commands");
    assert!(readme.contains("cargo test"), "the README says how to run the tests");
}
