//! `evenhand check`: every finding with its place.

use anyhow::Result;
use serde_json::json;

use super::exit::Exit;
use super::words::{CheckFormat, CheckWords};
use super::{place, print};
use crate::agreement::sheet_findings;
use crate::check::RowCounts;
use crate::diagnostic::{self, Diagnostic};
use crate::ingest::fill_excerpts;
use crate::study::load_in;
use crate::table::rejected_csv;

pub(super) fn run(words: &CheckWords) -> Result<Exit> {
    place::optional(words.rejected.as_deref(), "--rejected", words.clean)?;
    let checked = load_in(&words.study.study, words.study.lang.as_deref())?;
    let mut findings = checked.findings;
    let mut counts = None;
    let study = checked.product;
    if let Some(study) = &study {
        place::beside(words.rejected.as_deref(), study)?;
        let inspected = crate::inspect(study);
        findings.extend(inspected.findings);
        findings.extend(sheet_findings(study));
        counts = Some(inspected.product);
    }
    if let Some(study) = &study {
        let is_for_people = words.format == CheckFormat::Human && !words.study.all && words.rejected.is_none();
        fill_excerpts(study, &mut findings, if is_for_people { print::SHOWN } else { usize::MAX });
    }
    if let Some((path, study)) = words.rejected.as_ref().zip(study.as_ref()) {
        place::write(path, &rejected_csv(study, &findings))?;
    }
    match words.format {
        CheckFormat::Human => {
            print::findings(&findings, words.study.all);
            print::summary(&findings, counts.as_ref());
        }
        CheckFormat::Short => {
            let lines: String = findings.iter().map(|finding| diagnostic::one_line(finding) + "\n").collect();
            print::product(&lines)?;
        }
        CheckFormat::Json => print::product(&machine(&findings, counts.as_ref()))?,
    }
    Ok(Exit::of(&findings))
}

fn machine(findings: &[Diagnostic], counts: Option<&RowCounts>) -> String {
    let rows = counts.map(|counts| {
        json!({
            "read": counts.read,
            "used": counts.used,
            "out_of_scope": counts.out_of_scope,
            "rejected": counts.rejected,
        })
    });
    let all = json!({ "schema": "evenhand.check/1", "rows": rows, "findings": diagnostic::json(findings) });
    format!("{all:#}\n")
}
