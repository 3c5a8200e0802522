//! A lock on a name: two runs do not write the same folder at once.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::building::pending;
use crate::study::parent_of;

/// Held while a folder is written. It ends with the program, however that ends; the empty file goes with it, or is taken over by
/// the next run.
pub(super) struct Lock {
    path: PathBuf,
    _handle: File,
}

impl Lock {
    /// Locks the name of `target`.
    ///
    /// Errors: [`Failure::Busy`] where another run holds it.
    pub(super) fn on(target: &Path) -> Result<Lock, Failure> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = parent_of(target).join(format!(".evenhand-lock-{name}"));
        loop {
            let handle =
                File::options().read(true).append(true).create(true).open(&path).map_err(Failure::at(&path))?;
            match handle.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Failure::Busy(target.to_owned())),
                // A file system without locks: whoever renames last wins, and what it wrote is whole.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(Failure::System { path, source: error }),
            }
            // Between opening and locking, the run before may have removed the file: then another one has that name by now.
            if is_at(&handle, &path) {
                pending().insert(path.clone());
                return Ok(Lock { path, _handle: handle });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let mut pending = pending();
        pending.remove(&self.path);
        let _ = fs::remove_file(&self.path);
    }
}

/// Is this still the file of that name?
#[cfg(unix)]
fn is_at(handle: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |found: fs::Metadata| (found.dev(), found.ino());
    handle.metadata().ok().map(id) == path.metadata().ok().map(id)
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
