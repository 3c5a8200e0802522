//! Single files.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::Failure;
use super::building::{Building, pending};
use crate::study::parent_of;

/// Can a file be written there? To be asked before anything is computed.
///
/// Errors: E712.
pub fn ready_file(path: &Path) -> Result<(), Failure> {
    let unfit = |path: &Path, what| Err(Failure::Unfit { path: path.to_owned(), what });
    let parent = parent_of(path);
    if !parent.is_dir() {
        return unfit(parent, "is no folder that exists; make it first, or write elsewhere");
    }
    match path.symlink_metadata().map(|found| found.file_type()) {
        Ok(kind) if kind.is_dir() => return unfit(path, "is a folder; name a file"),
        Ok(kind) if !kind.is_file() => {
            let what = if kind.is_symlink() { "a link" } else { "a pipe or a device" };
            return Err(Failure::NotRegular { path: path.to_owned(), what, kind: "file" });
        }
        _ => {}
    }
    ready_folder(parent)
}

/// Can something be written into that folder, or into the nearest above it that exists?
///
/// Errors: E712.
pub fn ready_folder(folder: &Path) -> Result<(), Failure> {
    let is_there = |folder: &&Path| folder.symlink_metadata().is_ok();
    let there = folder.ancestors().find(is_there).filter(|found| !found.as_os_str().is_empty());
    let there = there.unwrap_or(Path::new("."));
    if !there.is_dir() {
        return Err(Failure::Unfit { path: there.to_owned(), what: "is no folder; name another one" });
    }
    tempfile::tempfile_in(there).map_err(Failure::at(folder)).map(drop)
}

/// Writes a file, in the place of one that is there; all of it or nothing.
///
/// Errors: E711, E712; the file that was there is as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let write = || {
        let mut building = Building::file_in(parent_of(path))?;
        building.handle().write_all(bytes)?;
        building.handle().sync_all()?;
        building.put_in_place(path)
    };
    write().map_err(|error| Failure::of(path, bytes.len() as u64, error))
}

/// Writes a file into a folder that is being built, and has it on the disk before the folder gets its name.
pub(super) fn write_into(folder: &Path, path: &str, bytes: &[u8]) -> std::io::Result<()> {
    // Whoever stops the run waits for this file, and does not remove a folder into which the next one is just being written.
    let _pending = pending();
    let target = folder.join(path);
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = fs::File::create(&target)?;
    file.write_all(bytes)?;
    file.sync_all()
}
