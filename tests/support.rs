//! What several tests need: folders, the binary, and studies written on the spot.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use evenhand::tally::{SumRow, key};

/// Asserts that a text holds some others.
#[track_caller]
pub(crate) fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "missing `{part}` in:\n{text}");
    }
}

/// A sum of one row, with what its keys hold; the others are empty.
pub(crate) fn sum_row(amount: i64, values: &[(&str, &str)]) -> SumRow {
    let mut keys = vec![String::new(); key::ALL.len()];
    for (name, value) in values {
        keys[key::place(name).unwrap()] = (*value).to_owned();
    }
    SumRow { keys, amount, n_rows: 1 }
}

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Data that lies beside the repository on some machines, or `None` and a line that says the test was skipped.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let path = root().parent()?.join("shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    skip(&format!("no ../shared/{folder}"));
    None
}

/// Says that a test was skipped, and why.
pub(crate) fn skip(why: &str) {
    // Not `eprintln!`: the test runner hides what a passing test prints with it.
    std::io::stderr().write_all(format!("skipped: {why}\n").as_bytes()).unwrap();
}

/// The program, in a folder, without anything of the machine's environment.
pub(crate) fn evenhand(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_evenhand")).current_dir(folder).args(words).env_clear().output().unwrap()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Copies a folder with everything below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

/// Every file below a folder, by its path.
pub(crate) fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut std::collections::BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = std::collections::BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

/// A small study: two channels, a newspaper and a site, two parties and a president who belongs to one of them.
pub(crate) struct SmallStudy {
    folder: tempfile::TempDir,
}

pub(crate) const STUDY: &str = include_str!("small/study.toml");
pub(crate) const CODEBOOK: &str = include_str!("small/codebook.toml");
pub(crate) const TELEVISION: &str = include_str!("small/data/television.csv");
pub(crate) const PRINT: &str = include_str!("small/data/print.csv");

impl SmallStudy {
    /// As it is in `tests/small`.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("tests/small"), folder.path());
        SmallStudy { folder }
    }

    /// With one file replaced.
    pub(crate) fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.path().join(path), text).unwrap();
        self
    }

    /// Without one file.
    pub(crate) fn without(self, path: &str) -> Self {
        fs::remove_file(self.folder.path().join(path)).unwrap();
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        evenhand(self.path(), words)
    }
}
