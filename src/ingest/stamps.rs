//! Did a file of the study change while it was read?

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::codes::CHANGED;
use super::{find_files, find_lookups};
use crate::diagnostic::{Diagnostic, Place, one_line};
use crate::study::{Study, printed_path};

/// What the system says of a file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    n_bytes: u64,
    modified: Option<SystemTime>,
    /// An editor that saves by renaming leaves another file under the same name.
    id: u64,
}

impl Stamp {
    fn of(found: &Metadata) -> Stamp {
        #[cfg(unix)]
        let id = std::os::unix::fs::MetadataExt::ino(found);
        #[cfg(not(unix))]
        let id = 0;
        Stamp { n_bytes: found.len(), modified: found.modified().ok(), id }
    }
}

/// E713 of the first file that did.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Changed(String);

/// Every file of a study as it was at one moment.
#[derive(Debug)]
pub struct Stamps {
    by_path: BTreeMap<PathBuf, Option<Stamp>>,
}

impl Stamps {
    /// Taken now.
    pub fn of(study: &Study) -> Stamps {
        let declared = ["study.toml", study.codebook_file.as_str()].into_iter().chain(study.words_file.as_deref());
        let lookups = find_lookups(study).into_iter().map(|(_, file)| study.folder.join(file));
        let sheets = find_files(study).0.into_iter().map(|file| file.path);
        let all = declared.map(|name| study.folder.join(name)).chain(lookups).chain(sheets);
        Stamps { by_path: all.map(|path| (path.clone(), stamp_of(&path))).collect() }
    }

    /// Is it one of these files, by whatever path?
    pub fn holds(&self, path: &Path) -> bool {
        let Ok(wanted) = path.canonicalize() else { return false };
        self.by_path.keys().any(|known| known.canonicalize().is_ok_and(|known| known == wanted))
    }

    /// Nothing changed since.
    ///
    /// Errors: [`Changed`].
    pub fn confirm(&self, study: &Study) -> Result<(), Changed> {
        self.changed(study).first().map_or(Ok(()), |first| Err(Changed(one_line(first))))
    }

    /// E713 for every file that is another one by now, or came, or went.
    pub fn changed(&self, study: &Study) -> Vec<Diagnostic> {
        let now = Stamps::of(study);
        let paths = self.by_path.keys().chain(now.by_path.keys().filter(|path| !self.by_path.contains_key(*path)));
        paths.filter(|path| self.by_path.get(*path) != now.by_path.get(*path)).map(|path| finding(path)).collect()
    }
}

fn stamp_of(path: &Path) -> Option<Stamp> {
    path.symlink_metadata().ok().map(|found| Stamp::of(&found))
}

fn finding(path: &Path) -> Diagnostic {
    let hint = "wait until whoever writes it is done, and run again".to_owned();
    Diagnostic::new(&CHANGED, Place::file(printed_path(path)), "changed while it was being read").with_hint(hint)
}
