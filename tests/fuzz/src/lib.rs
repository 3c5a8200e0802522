//! What several targets need: a study in memory-backed files, and the way from its sheets to figures with the laws that hold on it.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use evenhand::check::{Inspection, Memory};
use evenhand::declaration::Document;
use evenhand::diagnostic::{Diagnostic, human, is_steering, json, one_line};
use evenhand::ingest::{fill_excerpts, read};
use evenhand::measure::{Dimension, MeasureRequest, share};
use evenhand::study::{Study, load};
use evenhand::tally::{Summing, Tally};
use evenhand::unit::Share;

/// The codebook of the tests' small study, with what it lacks: programmes, parts of the day, sizes of a page.
pub const CODEBOOK: &str = include_str!("../studies/codebook.toml");
/// The tests' small study, and its two sheets.
pub const SMALL: [(&str, &str); 4] = [
    ("study.toml", include_str!("../../small/study.toml")),
    ("codebook.toml", include_str!("../../small/codebook.toml")),
    ("data/television.csv", include_str!("../../small/data/television.csv")),
    ("data/print.csv", include_str!("../../small/data/print.csv")),
];

/// A folder that goes away with its target.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with these files. It is in memory where the system has such a place: a run writes a file and reads it again.
    pub fn with(files: &[(&str, &str)]) -> Folder {
        let memory = Path::new("/dev/shm");
        let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let folder = Folder(made.expect("a folder for the study"));
        fs::create_dir(folder.0.path().join("data")).expect("a folder for its sheets");
        files.iter().for_each(|(path, text)| folder.write(path, text.as_bytes()));
        folder
    }

    /// Writes one of its files anew.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(path), bytes).expect("the file is written");
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The study in it, which is sound.
    pub fn study(&self) -> Study {
        let checked = load(self.path()).expect("the study's files are there");
        let said = human(&checked.findings, 9);
        checked.product.unwrap_or_else(|| panic!("the study of a target is sound: {said}"))
    }
}

/// From the sheets to the tally, in one thread. Nothing of it panics, and every row is accounted for.
pub fn follow(study: &Study) -> Tally {
    let (mut inspection, mut summing) = (Inspection::new(study, Memory::OfAll), Summing::default());
    let _ = read(study, &mut |chunk| {
        summing.add(&inspection.inspect(chunk));
        if inspection.is_hopeless() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let mut checked = inspection.finish();
    assert!(checked.product.adds_up(), "{:?}", checked.product);
    fill_excerpts(study, &mut checked.findings, 3);
    say(&checked.findings);
    summing.finish()
}

/// Shares of every pool: those of one place add up to one. Polars takes milliseconds for it, so not every input is measured.
pub fn measure(study: &Study, tally: &Tally) {
    for pool in &study.pools {
        let Ok(table) = share(tally, study, &MeasureRequest::new(pool, &[Dimension::Outlet])) else { continue };
        for (_, _, rows) in table.groups() {
            let shares: Vec<&Share> = rows.iter().filter_map(|row| row.estimate.share.as_ref()).collect();
            assert!(shares.is_empty() || Share::sum(shares) == Share::of(1, 1).expect("one"), "{rows:?}");
        }
    }
}

/// What `init` makes of a sheet of which nothing is declared: two TOML files without two entries of one id, or the reason why not.
pub fn proposed(sheet: &Path) {
    match evenhand::cli::proposed(sheet) {
        Err(findings) => say(&findings),
        Ok((study, codebook, unsure)) => {
            unsure.iter().for_each(|line| is_harmless(line));
            for (name, text) in [("study.toml", study), ("codebook.toml", codebook)] {
                let document = Document::new(name, text.as_str());
                document.check_syntax();
                let findings = document.take_findings();
                assert!(findings.is_empty(), "{findings:?}");
                let (mut table, mut seen) = ("", BTreeSet::new());
                for line in text.lines() {
                    table = if line.starts_with("[[") { line } else { table };
                    assert!(!line.starts_with("id = ") || seen.insert((table, line)), "{text}");
                }
            }
        }
    }
}

/// Whatever a file held, what is said of it neither steers a terminal nor turns the direction of a line.
pub fn say(findings: &[Diagnostic]) {
    is_harmless(&human(findings, 3));
    findings.iter().for_each(|finding| is_harmless(&one_line(finding)));
    json(findings);
}

/// The same for any text that is printed.
pub fn is_harmless(text: &str) {
    assert!(!text.chars().any(|c| c != '\n' && is_steering(c)), "{text:?}");
}
