//! What is being built beside its place, and is removed unless it gets there.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::Builder;

use crate::study::parent_of;

/// How everything that is being built is called.
const PREFIX: &str = ".evenhand-tmp-";
/// How many letters and digits are drawn for the rest of the name.
const N_DRAWN: usize = 6;

/// What is being built at this moment, and the locks that go with it. Whoever puts something in its place, or removes it, holds the lock meanwhile.
static PENDING: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

pub(super) fn pending() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    PENDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes whatever is being built, and the locks. Nothing gets into its place any more while the answer lives: end the program with it.
pub fn stop() -> impl Sized {
    let pending = pending();
    for path in pending.iter() {
        remove(path);
    }
    pending
}

/// Removes a file or a folder; what cannot be removed is a leftover that the next run names.
fn remove(path: &Path) {
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// A file or folder under a name of its own, removed when dropped.
pub(super) struct Building {
    path: PathBuf,
    /// Locked as long as it is built: what is not locked was left by a run that was killed.
    handle: File,
}

impl Building {
    /// An empty file in `parent`, which others may read as far as the user's mask lets them.
    pub(super) fn file_in(parent: &Path) -> io::Result<Building> {
        Building::made(|| {
            let mut builder = Builder::new();
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
            let (handle, path) = builder.prefix(PREFIX).tempfile_in(parent)?.keep().map_err(|error| error.error)?;
            Ok((path, handle))
        })
    }

    /// An empty folder in `parent`, which others may read.
    pub(super) fn folder_in(parent: &Path) -> io::Result<Building> {
        Building::made(|| {
            let mut builder = Builder::new();
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
            let built = builder.prefix(PREFIX).tempdir_in(parent)?;
            let handle = folder_handle(built.path())?;
            Ok((built.keep(), handle))
        })
    }

    /// Made and noted at one stroke, so that whatever stops the run finds it.
    fn made(make: impl FnOnce() -> io::Result<(PathBuf, File)>) -> io::Result<Building> {
        let mut pending = pending();
        let (path, handle) = make()?;
        // Whoever looks for leftovers at this moment lets go at once. On a file system without locks nothing is ever a leftover.
        let _ = handle.lock();
        pending.insert(path.clone());
        Ok(Building { path, handle })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn handle(&mut self) -> &mut File {
        &mut self.handle
    }

    /// Renames it to `target`, in the place of a file or folder that is there.
    ///
    /// Errors: those of the system; what was there is there still.
    pub(super) fn put_in_place(self, target: &Path) -> io::Result<()> {
        {
            let mut pending = pending();
            if self.path.is_dir() && target.exists() {
                // What was there now has the name of what was built, and goes when `self` does.
                exchange(&self.path, target)?;
            } else {
                fs::rename(&self.path, target)?;
                pending.remove(&self.path);
            }
        }
        // It is in its place; that its name is on the disk too is asked for where the system can.
        let _ = folder_handle(parent_of(target)).and_then(|parent| parent.sync_all());
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        let mut pending = pending();
        if pending.remove(&self.path) {
            remove(&self.path);
        }
    }
}

/// Gives two folders each other's name at one stroke, where the system can; else one after the other.
fn exchange(built: &Path, target: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, built, CWD, target, RenameFlags::EXCHANGE) {
            // What a file system says that cannot do it.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {}
            other => return Ok(other?),
        }
    }
    // Not a name of what is being built: whatever happens now, nobody takes the old output for a leftover.
    let aside = Builder::new().prefix(".evenhand-old-").tempdir_in(parent_of(target))?.keep();
    let old = aside.join("old");
    fs::rename(target, &old)?;
    fs::rename(built, target).or_else(|error| fs::rename(&old, target).and(Err(error)))?;
    fs::remove_dir_all(aside)
}

/// A handle on a folder, to lock it and to have its names written to the disk.
fn folder_handle(folder: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        // FILE_FLAG_BACKUP_SEMANTICS: without it a folder cannot be opened.
        options.custom_flags(0x0200_0000);
    }
    options.open(folder)
}

/// What a run that was killed left where it was building.
#[derive(Debug)]
pub struct Leftover {
    /// Where it lies.
    pub path: PathBuf,
    /// Nobody else takes it for a leftover while this one is looked at.
    _handle: File,
}

impl Leftover {
    /// Removes it.
    pub fn remove(&self) {
        remove(&self.path);
    }
}

/// What killed runs left in a folder, by name. What a run is building at this moment is not among it.
pub fn leftovers(folder: &Path) -> Vec<Leftover> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_ours = |entry: &fs::DirEntry| {
        let is_plain = entry.file_type().is_ok_and(|kind| kind.is_file() || kind.is_dir());
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_drawn = |end: &str| end.len() == N_DRAWN && end.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_plain && name.strip_prefix(PREFIX).is_some_and(is_drawn)
    };
    let mut paths: Vec<PathBuf> = entries.filter(is_ours).map(|entry| entry.path()).collect();
    paths.sort();
    let unlocked = |path: PathBuf| {
        let handle = folder_handle(&path).ok()?;
        handle.try_lock().ok()?;
        Some(Leftover { path, _handle: handle })
    };
    paths.into_iter().filter_map(unlocked).collect()
}
