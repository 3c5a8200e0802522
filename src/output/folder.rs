//! Folders with a manifest.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::building::{Building, pending};
use super::file::{ready_folder, write_into};
use super::lock::Lock;
use crate::audit::{MANIFEST, Manifest, OutputFile, sha256};
use crate::study::parent_of;

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
    #[error("E712 not-writable: `{}` holds files that Evenhand did not write ({}); choose another folder with `--out`", folder.display(), files.join(", "))]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// Files of ours were changed by hand.
    #[error("E712 not-writable: `{}` holds files that were changed since they were written ({}); move them away, or replace them with `--force`", folder.display(), files.join(", "))]
    Changed {
        /// The folder.
        folder: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// It cannot be written.
    #[error(transparent)]
    Output(#[from] super::Failure),
}

/// A folder that is to be written, looked at and locked before anything is computed.
pub struct FolderPlace {
    folder: PathBuf,
    force: bool,
    _lock: Lock,
}

impl FolderPlace {
    /// Takes the place. A folder that holds a file Evenhand did not write is never replaced; one whose files were changed, only
    /// with `force`.
    ///
    /// Errors: [`Failure`], E714 among them where another run has the place.
    pub fn take(folder: &Path, force: bool) -> Result<FolderPlace, Failure> {
        let parent = parent_of(folder);
        ready_folder(parent)?;
        fs::create_dir_all(parent).map_err(super::Failure::at(parent))?;
        let place = FolderPlace { folder: folder.to_owned(), force, _lock: Lock::on(folder)? };
        refuse_to_replace(folder, force)?;
        Ok(place)
    }

    /// Writes `files` and their manifest, replacing what an earlier run wrote there.
    ///
    /// Everything is written into a folder beside it, the manifest last, and the two get each other's name at the end.
    ///
    /// Errors: [`Failure`]; nothing is left behind then.
    pub fn write(&self, files: &[OutputFile]) -> Result<Written, Failure> {
        let manifest = Manifest::of(files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())));
        if is_written(&self.folder, &manifest) {
            return Ok(Written::Unchanged);
        }
        let text = manifest.text();
        let n_bytes = files.iter().map(|file| file.bytes.len()).sum::<usize>() + text.len();
        let failed = |error| super::Failure::of(&self.folder, n_bytes as u64, error);
        let build = || {
            let building = Building::folder_in(parent_of(&self.folder))?;
            for file in files {
                write_into(building.path(), &file.path, &file.bytes)?;
            }
            write_into(building.path(), MANIFEST, text.as_bytes())?;
            Ok(building)
        };
        let building = build().map_err(failed)?;
        // Once more: while figures were made, somebody may have put a file of their own there.
        refuse_to_replace(&self.folder, self.force)?;
        building.put_in_place(&self.folder).map_err(failed)?;
        Ok(Written::New)
    }
}

/// Can a new folder be made there? To be asked before anything is computed.
///
/// Errors: E712, also where something is there already.
pub fn ready_new_folder(folder: &Path) -> Result<(), super::Failure> {
    let is_free = match folder.symlink_metadata() {
        Ok(found) => found.is_dir() && folder.read_dir().is_ok_and(|mut entries| entries.next().is_none()),
        Err(_) => true,
    };
    if !is_free {
        let what = "holds files already, and none of them is overwritten; name a new folder";
        return Err(super::Failure::Unfit { path: folder.to_owned(), what });
    }
    ready_folder(parent_of(folder))
}

/// Writes a folder that is not there yet, or is empty; all of it or nothing. `fill` writes about `n_bytes` into the folder it is
/// given.
///
/// Errors: E711, E712; nothing is left behind then.
pub fn write_new_folder(
    folder: &Path,
    n_bytes: u64,
    fill: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), super::Failure> {
    ready_new_folder(folder)?;
    let write = || {
        fs::create_dir_all(parent_of(folder))?;
        let building = Building::folder_in(parent_of(folder))?;
        {
            // Whoever stops the run waits until it is filled, and does not remove a folder that is just being written into.
            let _pending = pending();
            fill(building.path())?;
        }
        building.put_in_place(folder)
    };
    write().map_err(|error| super::Failure::of(folder, n_bytes, error))
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

fn refuse_to_replace(folder: &Path, force: bool) -> Result<(), Failure> {
    match folder.symlink_metadata().map(|found| found.file_type()) {
        Err(_) => return Ok(()),
        Ok(kind) if kind.is_dir() => {}
        Ok(kind) if kind.is_symlink() => {
            return Err(super::Failure::NotRegular { path: folder.to_owned(), what: "a link", kind: "folder" }.into());
        }
        Ok(_) => {
            let what = "is no folder; name another one";
            return Err(super::Failure::Unfit { path: folder.to_owned(), what }.into());
        }
    }
    let found = files_below(folder).map_err(super::Failure::at(folder))?;
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

/// Every file below a folder, by its path with `/`.
///
/// Errors: a folder that cannot be listed.
pub fn files_below(folder: &Path) -> io::Result<BTreeSet<String>> {
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
