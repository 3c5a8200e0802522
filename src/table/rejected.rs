//! The rows that are in no figure, as CSV.

use super::figures::harmless;
use crate::diagnostic::Diagnostic;
use crate::study::{Study, printed_path};

/// The errors of rows as CSV: code, place, what is wrong, and the line as it stands in its file.
pub fn rejected_csv(study: &Study, findings: &[Diagnostic]) -> String {
    let folder = format!("{}/", printed_path(&study.folder));
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading = ["code", "name", "file", "sheet", "line", "column", "message", "text"];
    writer.write_record(heading).expect("invariant: writing to memory cannot fail");
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        let place = &finding.place;
        let line = place.line.map(|line| line.to_string()).unwrap_or_default();
        let (column, text) =
            (place.column.as_deref().unwrap_or_default(), place.excerpt.as_deref().unwrap_or_default());
        let code = finding.code;
        let file = place.file.strip_prefix(&folder).unwrap_or(&place.file);
        let sheet = place.sheet.as_deref().map(harmless).unwrap_or_default();
        let cells = [code.id, code.name, file, &sheet, &line, &harmless(column), &finding.message, &harmless(text)];
        writer.write_record(cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}
