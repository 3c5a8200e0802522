//! The bytes of a text sheet. The first one says whose sheet it is: that of one of four desks, or nobody's yet (`init`).
#![no_main]

use evenhand_fuzz::{CODEBOOK, Folder, follow, measure, proposed};
use libfuzzer_sys::fuzz_target;

const DESKS: [&str; 4] = [
    include_str!("../studies/plain.toml"),
    include_str!("../studies/desk.toml"),
    include_str!("../studies/wide.toml"),
    include_str!("../studies/clock.toml"),
];
const GUESTS: &str = "guest,party,length\nAnna,reds,10\nBerik,\"blues\",20\n";

thread_local! {
    static STUDIES: Vec<(Folder, evenhand::study::Study)> = DESKS
        .map(|desk| Folder::with(&[("study.toml", desk), ("codebook.toml", CODEBOOK), ("data/guests.csv", GUESTS)]))
        .map(|folder| { let study = folder.study(); (folder, study) })
        .into();
}

fuzz_target!(|data: &[u8]| {
    let Some((desk, sheet)) = data.split_first() else { return };
    STUDIES.with(|studies| {
        let desk = usize::from(desk.wrapping_sub(b'0'));
        let (folder, study) = studies.get(desk).unwrap_or(&studies[0]);
        folder.write("data/s.csv", sheet);
        if desk < studies.len() {
            let tally = follow(study);
            if sheet.len() % 32 == 0 {
                measure(study, &tally);
            }
        } else {
            proposed(&folder.path().join("data/s.csv"));
        }
    });
});
