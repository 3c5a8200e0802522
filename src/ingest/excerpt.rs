//! The lines that findings point at, found again once all is read: rows do not carry their text along.

use std::collections::BTreeMap;

use super::lines::lines_at;
use super::{InputFile, find_files, open, parquet, whole, workbook};
use crate::diagnostic::{Diagnostic, Severity};
use crate::study::{Study, TableFormat};

/// The findings that lack a line, by sheet and line.
type Wanted = BTreeMap<(String, u64), Vec<usize>>;

/// Puts the line as it stands in the file beside the first `most` findings of each code and severity that lack it: a file is read
/// again no further than to the last of them.
pub fn fill_excerpts(study: &Study, findings: &mut [Diagnostic], most: usize) {
    let mut n_of: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate() {
        let n = n_of.entry((finding.severity, finding.code.id)).or_default();
        *n += 1;
        let Some(line) = finding.place.line.filter(|_| *n <= most) else { continue };
        if finding.place.excerpt.is_some() {
            continue;
        }
        let sheet = finding.place.sheet.clone().unwrap_or_default();
        wanted.entry(finding.place.file.clone()).or_default().entry((sheet, line)).or_default().push(number);
    }
    for file in find_files(study).0 {
        let Some(wanted) = wanted.get(&file.printed) else { continue };
        let format = &study.sources[file.source].format;
        if workbook::is_workbook(&file.relative) || parquet::is_parquet(&file.relative) {
            of_cells(&file, format, wanted, findings);
        } else {
            of_lines(&file, format, wanted, findings);
        }
    }
}

fn of_lines(file: &InputFile, format: &TableFormat, wanted: &Wanted, findings: &mut [Diagnostic]) {
    let Ok(text) = open::text(file, format) else { return };
    lines_at(text, wanted.keys().map(|(_, line)| *line), |line, text| {
        for number in wanted.get(&(String::new(), line)).into_iter().flatten() {
            findings[*number].place.excerpt = Some(text.clone());
        }
    });
}

fn of_cells(file: &InputFile, format: &TableFormat, wanted: &Wanted, findings: &mut [Diagnostic]) {
    // A file that can be read no more says so itself: its findings stay without their lines.
    let _ = whole::each(file, format, &|_| false, &mut |sheet, record| {
        for number in wanted.get(&(sheet.to_owned(), record.line)).into_iter().flatten() {
            findings[*number].place.excerpt = Some(record.cells().collect::<Vec<_>>().join(" | "));
        }
    });
}
