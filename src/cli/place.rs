//! Where output goes: looked at before the first figure is made, so that no run ends with figures and no place for them.

use std::path::Path;

use anyhow::{Result, ensure};

use super::print;
use super::words::CleanWords;
use crate::ingest::Stamps;
use crate::output::{FolderPlace, leftovers, ready_file, ready_folder, ready_new_folder, write_file};
use crate::study::{Study, parent_of, printed_path, read_text_file};

/// A file that will be written.
///
/// Errors: it cannot be.
pub(super) fn file(path: &Path, words: CleanWords) -> Result<()> {
    ready_file(path)?;
    see_to_leftovers(parent_of(path), words);
    Ok(())
}

/// The same where a file is written only if an option names it.
///
/// Errors: it cannot be written, or there is nothing that `--clean` would be about.
pub(super) fn optional(path: Option<&Path>, option: &str, words: CleanWords) -> Result<()> {
    ensure!(path.is_some() || !words.clean, "--clean goes with {option}, which names the file to write");
    path.map_or(Ok(()), |path| file(path, words))
}

/// Refuses to write over what a study is made of.
///
/// Errors: the path is that of a sheet, of study.toml, or of another of its files.
pub(super) fn beside(path: Option<&Path>, study: &Study) -> Result<()> {
    let is_own = path.is_some_and(|path| Stamps::of(study).holds(path));
    ensure!(
        !is_own,
        "`{}` is a file of the study itself: write to another one",
        path.unwrap_or(Path::new("")).display()
    );
    Ok(())
}

/// Writes a table in the place of an earlier one of its kind, which its first line tells; anything else that is there stays.
///
/// Errors: something else is there, or it cannot be written.
pub(super) fn write(path: &Path, text: &str) -> Result<()> {
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    let is_other = path.exists() && !read_text_file(path).is_ok_and(|there| first(&there) == first(text));
    ensure!(!is_other, "`{}` is there and is no such table: write to another file", path.display());
    Ok(write_file(path, text.as_bytes())?)
}

/// Files that will be written into a folder, which may be yet to be made.
///
/// Errors: they cannot be.
pub(super) fn files_in(folder: &Path, words: CleanWords) -> Result<()> {
    ready_folder(folder)?;
    see_to_leftovers(folder, words);
    Ok(())
}

/// A folder that will be written as a whole, locked against other runs as long as the answer lives.
///
/// Errors: it cannot be written, holds what Evenhand did not write, or is being written by another run.
pub(super) fn folder(folder: &Path, force: bool, words: CleanWords) -> Result<FolderPlace> {
    let place = FolderPlace::take(folder, force)?;
    see_to_leftovers(parent_of(folder), words);
    Ok(place)
}

/// A folder that is yet to be made, where one is named.
///
/// Errors: it cannot be made.
pub(super) fn new_folder(folder: Option<&Path>, words: CleanWords) -> Result<()> {
    ensure!(folder.is_some() || !words.clean, "--clean goes with the name of a folder to write");
    if let Some(folder) = folder {
        ready_new_folder(folder)?;
        see_to_leftovers(parent_of(folder), words);
    }
    Ok(())
}

/// Names what killed runs left, or removes it where that was asked for.
fn see_to_leftovers(folder: &Path, words: CleanWords) {
    for leftover in leftovers(folder) {
        if words.clean {
            leftover.remove();
            print::say(&format!("removed `{}`\n", printed_path(&leftover.path)));
        } else {
            print::say(&format!(
                "`{}` was left by a run that was killed; --clean removes it\n",
                printed_path(&leftover.path)
            ));
        }
    }
}
