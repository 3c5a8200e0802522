//! The lines that findings point at, found again once all is read: rows do not carry their text along.

use super::lines::lines;
use super::{find_files, open};
use crate::diagnostic::Diagnostic;
use crate::study::Study;
use std::collections::BTreeMap;

/// Puts the line as it stands in the file beside each finding that lacks it.
pub fn fill_excerpts(study: &Study, findings: &mut [Diagnostic]) {
    let mut wanted: BTreeMap<String, BTreeMap<u64, Vec<usize>>> = BTreeMap::new();
    let lacking = findings.iter().enumerate().filter(|(_, finding)| finding.place.excerpt.is_none());
    let lacking = lacking.filter_map(|(number, finding)| Some((number, &finding.place.file, finding.place.line?)));
    for (number, file, line) in lacking {
        wanted.entry(file.clone()).or_default().entry(line).or_default().push(number);
    }
    for file in find_files(study).0 {
        let Some(by_line) = wanted.get(&file.printed) else { continue };
        let Ok(text) = open::text(&file, &study.sources[file.source]) else { continue };
        let lines = lines(text);
        let last = by_line.keys().next_back().copied().unwrap_or(0);
        for (line, text) in (1..=last).zip(lines.map_while(Result::ok)) {
            for number in by_line.get(&line).into_iter().flatten() {
                findings[*number].place.excerpt = Some(text.clone());
            }
        }
    }
}
