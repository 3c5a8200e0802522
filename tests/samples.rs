//! The shop window: every sample gives the report that is committed, byte for byte.

use std::fs;

use crate::support::{evenhand, files, root, stderr};

#[test]
fn every_sample_gives_its_committed_report() {
    for entry in fs::read_dir(root().join("samples")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("report").to_string_lossy().into_owned();
        let output = evenhand(root(), &["report", &format!("samples/{name}"), "--out", &out]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let (made, committed) = (files(&folder.path().join("report")), files(&root().join("reports").join(&name)));
        assert_eq!(made.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>());
        for (path, bytes) in &made {
            assert!(*bytes == committed[path], "reports/{name}/{path} is not what samples/{name} gives");
        }
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
