//! The shop window: every sample gives the report that is committed, byte for byte.

use std::fs;

use crate::support::{evenhand, files, root, stderr};

#[test]
fn every_sample_gives_its_committed_report() {
    for entry in fs::read_dir(root().join("samples")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !WITHOUT_REPORT.contains(&name.as_str()) {
            is_committed(&name, &name, &[]);
        }
    }
}

#[test]
fn the_sample_speaks_russian_and_kazakh() {
    for language in ["ru", "kk"] {
        let folder = format!("kazakhstan-2012-preliminary-{language}");
        is_committed("kazakhstan-2012", &folder, &["--kind", "preliminary", "--lang", language]);
    }
}

/// Samples that show something else than a report.
const WITHOUT_REPORT: [&str; 1] = ["worked-rules"];

/// The report of a sample is that in a folder of `reports`, byte for byte.
fn is_committed(sample: &str, committed: &str, more: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report").to_string_lossy().into_owned();
    let study = format!("samples/{sample}");
    let output = evenhand(root(), &[&["report", &study, "--out", &out], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let (made, kept) = (files(&folder.path().join("report")), files(&root().join("reports").join(committed)));
    assert_eq!(made.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    for (path, bytes) in &made {
        assert!(*bytes == kept[path], "reports/{committed}/{path} is not what samples/{sample} gives");
    }
}

#[test]
fn no_sample_has_an_error_or_a_warning() {
    for entry in fs::read_dir(root().join("samples")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let output = evenhand(root(), &["check", &format!("samples/{name}")]);
        assert!(stderr(&output).ends_with("0 errors, 0 warnings, 0 notes\n"), "{}", stderr(&output));
    }
}
