//! The text of `study.toml`, of `codebook.toml`, or of the study's own words; the other files are those of the tests' small study.
#![no_main]

use evenhand::study::{Failure, load};
use evenhand_fuzz::{Folder, SMALL, follow, measure, say};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static STUDY: Folder = Folder::with(&SMALL);
    static CODEBOOK: Folder = Folder::with(&SMALL);
    static WORDS: Folder = {
        let folder = Folder::with(&SMALL);
        folder.write("study.toml", format!("words = \"words.ftl\"\n{}", SMALL[0].1).as_bytes());
        folder
    };
}

fn look(folder: &Folder, file: &str, text: &[u8]) {
    folder.write(file, text);
    match load(folder.path()) {
        Ok(checked) => {
            say(&checked.findings);
            // What a study asks for may take its time: a million replicates, a window of a thousand years.
            if let Some(mut study) = checked.product.filter(|study| study.window.n_days() < 1_000) {
                study.uncertainty.replicates = study.uncertainty.replicates.min(100);
                let tally = follow(&study);
                if text.len() % 32 == 0 {
                    measure(&study, &tally);
                }
            }
        }
        Err(Failure::NotUtf8 { .. } | Failure::PathEscape(_) | Failure::Unreadable { .. }) => {}
        Err(failure) => panic!("{failure}"),
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((file, text)) = data.split_first() else { return };
    match file {
        b'c' => CODEBOOK.with(|folder| look(folder, "codebook.toml", text)),
        b'w' => WORDS.with(|folder| look(folder, "words.ftl", text)),
        _ => STUDY.with(|folder| look(folder, "study.toml", text)),
    }
});
