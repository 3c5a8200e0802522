//! A report's folder, written whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::audit::{MANIFEST, Manifest, OutputFile, sha256};

/// What became of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    New,
    /// It held just these files: nothing was touched.
    Unchanged,
}

/// A folder that is not written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Something is there that is no folder of ours.
    #[error("`{}` holds files that Evenhand did not write ({}); choose another folder with `--out`", folder.display(), files.join(", "))]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// Files of ours were changed by hand.
    #[error("`{}` holds files that were changed since they were written ({}); move them away, or replace them with `--force`", folder.display(), files.join(", "))]
    Changed {
        /// The folder.
        folder: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// A path is no folder.
    #[error("`{}` is no folder", .0.display())]
    NotAFolder(PathBuf),
    /// The system refused.
    #[error("E712: `{}` cannot be written", path.display())]
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Writes `files` and their manifest to `folder`, replacing what an earlier run wrote there.
///
/// Everything is written into a temporary folder beside it, the manifest last, and renamed at the end. A folder that
/// holds a file Evenhand did not write is never replaced; one whose files were changed, only with `force`.
///
/// Errors: [`Failure`]; nothing is left behind then.
pub fn write_folder(folder: &Path, files: &[OutputFile], force: bool) -> Result<Written, Failure> {
    refuse_to_replace(folder, force)?;
    let manifest = Manifest::of(files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())));
    if is_written(folder, &manifest) {
        return Ok(Written::Unchanged);
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::Write { path, source }
    };
    fs::create_dir_all(parent).map_err(failed(parent))?;
    let building = tempfile::Builder::new().prefix(".evenhand-tmp-").tempdir_in(parent).map_err(failed(parent))?;
    for file in files {
        write_file(building.path(), &file.path, &file.bytes)?;
    }
    write_file(building.path(), MANIFEST, manifest.text().as_bytes())?;
    open_to_all(building.path()).map_err(failed(building.path()))?;
    if folder.exists() {
        let old = tempfile::Builder::new().prefix(".evenhand-old-").tempdir_in(parent).map_err(failed(parent))?;
        let aside = old.path().join("report");
        fs::rename(folder, &aside).map_err(failed(folder))?;
        if let Err(source) = fs::rename(building.path(), folder) {
            fs::rename(&aside, folder).map_err(failed(folder))?;
            return Err(Failure::Write { path: folder.to_owned(), source });
        }
    } else {
        fs::rename(building.path(), folder).map_err(failed(folder))?;
    }
    // What was the temporary folder has its final name: there is nothing left to remove.
    let _ = building.keep();
    Ok(Written::New)
}

/// Does the folder hold just these files already?
fn is_written(folder: &Path, manifest: &Manifest) -> bool {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    if text != manifest.text() {
        return false;
    }
    let found = files_below(folder).unwrap_or_default();
    let is_whole = |path: &String| {
        let bytes = fs::read(folder.join(path.as_str())).unwrap_or_default();
        path == MANIFEST || manifest.digest(path) == Some(sha256(&bytes).as_str())
    };
    found.len() == manifest.n_files() + 1 && found.iter().all(is_whole)
}

/// A temporary folder is its owner's alone; a report is for others to read.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

fn write_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let target = folder.join(path);
    let write = || {
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = fs::File::create(&target)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|source| Failure::Write { path: target.clone(), source })
}

fn refuse_to_replace(folder: &Path, force: bool) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(Failure::NotAFolder(folder.to_owned()));
    }
    let found = files_below(folder).map_err(|source| Failure::Write { path: folder.to_owned(), source })?;
    if found.is_empty() {
        return Ok(());
    }
    let manifest =
        fs::read_to_string(folder.join(MANIFEST)).ok().and_then(|text| Manifest::parse(&text)).unwrap_or_default();
    let listed: Vec<&String> = found.iter().filter(|path| *path != MANIFEST).collect();
    let foreign: Vec<&String> = listed.iter().copied().filter(|path| manifest.digest(path).is_none()).collect();
    if !foreign.is_empty() {
        return Err(Failure::NotOurs { folder: folder.to_owned(), files: some(&foreign) });
    }
    let is_changed = |path: &&String| {
        let bytes = fs::read(folder.join(path.as_str())).unwrap_or_default();
        manifest.digest(path) != Some(sha256(&bytes).as_str())
    };
    let changed: Vec<&String> = listed.iter().copied().filter(is_changed).collect();
    if changed.is_empty() || force {
        return Ok(());
    }
    Err(Failure::Changed { folder: folder.to_owned(), files: some(&changed) })
}

/// The first names, and how many more there are.
fn some(files: &[&String]) -> Vec<String> {
    let mut named: Vec<String> = files.iter().take(3).map(|file| (*file).clone()).collect();
    if files.len() > 3 {
        named.push(format!("and {} more", files.len() - 3));
    }
    named
}

pub(super) fn files_below(folder: &Path) -> io::Result<BTreeSet<String>> {
    let (mut found, mut waiting) = (BTreeSet::new(), vec![(folder.to_owned(), String::new())]);
    while let Some((folder, prefix)) = waiting.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                waiting.push((entry.path(), path + "/"));
            } else {
                found.insert(path);
            }
        }
    }
    Ok(found)
}
