//! Output: files and folders that appear whole or not at all.
//!
//! In: bytes and where they go. Out: the old output whole or the new output whole, whatever stops the run: a full disk, a signal,
//! a panic, a power cut. Everything is built beside its place under a name of its own and renamed last. Never: knows what the
//! bytes mean, prints.
//! To add a way of writing: build with `Building`, which removes itself unless it gets into its place.

mod building;
mod codes;
mod file;
mod folder;
mod lock;

pub use building::{Leftover, leftovers, stop};
pub use codes::{BUSY, CODES, DISK_FULL, NOT_WRITABLE};
pub use file::{ready_file, ready_folder, write_file};
pub use folder::{Failure as FolderFailure, FolderPlace, Written, files_below, ready_new_folder, write_new_folder};

use std::io;
use std::path::{Path, PathBuf};

/// Why something cannot be written. Nothing of it is left then, and what was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// E711.
    #[error("E711 disk-full: `{}` needs {}, and the disk has no room for them; make room, or write elsewhere", path.display(), crate::diagnostic::counted(*bytes, "byte"))]
    DiskFull {
        /// What is written.
        path: PathBuf,
        /// How much it needs.
        bytes: u64,
    },
    /// E712, refused by the system.
    #[error("E712 not-writable: `{}` cannot be written; write to a folder of your own", path.display())]
    System {
        /// What is written.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// E712, not the kind of thing that can be written there.
    #[error("E712 not-writable: `{}` {what}", path.display())]
    Unfit {
        /// What is there.
        path: PathBuf,
        /// Why it does not do, and the remedy.
        what: &'static str,
    },
    /// X152.
    #[error("X152 not-regular-file: `{}` is {what}; name the {kind} itself", path.display())]
    NotRegular {
        /// What is written.
        path: PathBuf,
        /// `a link`, `a pipe or a device`
        what: &'static str,
        /// `file`, `folder`
        kind: &'static str,
    },
    /// E714.
    #[error("E714 busy: another run is writing `{}`; wait until it ends", .0.display())]
    Busy(PathBuf),
}

impl Failure {
    /// What the system said while `bytes` were being written to `path`.
    fn of(path: &Path, bytes: u64, source: io::Error) -> Failure {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match source.kind() {
            StorageFull | FileTooLarge | QuotaExceeded => Failure::DiskFull { path: path.to_owned(), bytes },
            _ => Failure::System { path: path.to_owned(), source },
        }
    }

    /// A function that says of `path` what the system said.
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure {
        let path = path.to_owned();
        move |source| Failure::System { path, source }
    }
}
