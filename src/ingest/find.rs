//! Which files a source's pattern finds.

use std::collections::HashMap;
use std::path::PathBuf;

use super::Refusal;
use super::codes::{DUPLICATE_IMPORT, NOT_FOUND, NOT_REGULAR};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::study::{Study, parent_of, printed_path};

/// One file of a source.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Number of its source in the study.
    pub source: usize,
    /// Where it is.
    pub path: PathBuf,
    /// The path below the study's folder, with `/`: how the record names it.
    pub relative: String,
    /// The path as its user would type it: how findings name it.
    pub printed: String,
    /// The sheet of a workbook, once one is read.
    pub sheet: Option<String>,
}

/// The files of every source, in the order of sources and then of their paths; a source without files is a finding.
pub fn find_files(study: &Study) -> (Vec<InputFile>, Vec<Diagnostic>) {
    let (mut files, mut findings) = (Vec::new(), Vec::new());
    let mut source_of: HashMap<PathBuf, usize> = HashMap::new();
    for (number, source) in study.sources.iter().enumerate() {
        let pattern = study.folder.join(source.files.glob());
        let escaped = glob::Pattern::escape(&study.folder.display().to_string());
        let absolute = PathBuf::from(escaped).join(source.files.glob());
        let found = glob::glob(&absolute.display().to_string()).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = found.collect();
        paths.sort();
        if let Some(part) = &study.part {
            let is_of_part = |path: &PathBuf| part.matches_path(path.strip_prefix(&study.folder).unwrap_or(path));
            paths.retain(is_of_part);
        } else if paths.is_empty() {
            let remedy = "check `files` of the source in study.toml, or copy the sheet there";
            findings.push(not_found(&study.folder.join(&source.files.written), &pattern, remedy));
        }
        for path in paths {
            if let Some(other) = source_of.get(&path).copied() {
                let message = format!("sources `{}` and `{}` both read this file", study.sources[other].id, source.id);
                let hint = "narrow the `files` pattern of one of them".to_owned();
                findings.push(
                    Diagnostic::new(&DUPLICATE_IMPORT, Place::file(printed_path(&path)), message).with_hint(hint),
                );
                continue;
            }
            let below = path.strip_prefix(&study.folder).unwrap_or(&path);
            source_of.insert(path.clone(), number);
            let relative =
                below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.push(InputFile { source: number, printed: printed_path(&path), relative, path, sheet: None });
        }
    }
    (files, findings)
}

/// Refuses what is no plain file: a folder, a link, a pipe or a device may be another thing when it is read again.
pub(super) fn refuse_odd_file(file: &InputFile) -> Result<(), Refusal> {
    let Ok(metadata) = file.path.symlink_metadata() else { return Ok(()) };
    let kind = metadata.file_type();
    let what = match (kind.is_file(), kind.is_dir(), kind.is_symlink()) {
        (true, ..) => return Ok(()),
        (_, true, _) => "a folder",
        (_, _, true) => "a link",
        _ => "a pipe or a device",
    };
    let hint = "name the file itself, or put it there; a pattern of study.toml may be too wide".to_owned();
    let message = format!("{what} stands here, expected a regular file");
    Err(vec![Diagnostic::new(&NOT_REGULAR, Place::file(&file.printed), message).with_hint(hint)])
}

/// A sheet that is named by itself must be there.
pub(super) fn refuse_absent(file: &InputFile) -> Result<(), Refusal> {
    match file.path.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(vec![not_found(&file.path, &file.path, "check how its path is written")])
        }
        _ => Ok(()),
    }
}

fn not_found(written: &std::path::Path, pattern: &std::path::Path, remedy: &str) -> Diagnostic {
    let printed = printed_path(written);
    let siblings: Vec<String> = std::fs::read_dir(parent_of(pattern))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let name = written.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let near =
        nearest(&name, siblings.iter().map(String::as_str), 1).pop().map(|near| format!("did you mean `{near}`?"));
    let hint = near.unwrap_or_else(|| remedy.to_owned());
    Diagnostic::new(&NOT_FOUND, Place::file(printed), "no file is there, expected a coded sheet").with_hint(hint)
}
