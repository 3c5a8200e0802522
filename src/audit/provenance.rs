//! `provenance.json`: who made which bytes from what, as an in-toto Statement.
//!
//! Shape: in-toto Statement v1 with the predicate of SLSA provenance v1. Subjects are the files of the report, materials its inputs.
//! Nothing in it depends on machine or clock.

use serde_json::{Value, json};

use super::{OutputFile, Record, sha256};

/// The name of the file in a report's folder.
pub const PROVENANCE: &str = "provenance.json";

/// The statement over some files of a report.
pub fn provenance(record: &Record, files: &[OutputFile]) -> String {
    let subject = |file: &OutputFile| json!({ "name": file.path, "digest": { "sha256": sha256(&file.bytes) } });
    let material = |input: &super::InputRecord| json!({ "uri": input.path, "digest": { "sha256": input.sha256 } });
    let command = record.report.as_ref().map(|report| report.command(&record.study));
    let statement: Value = json!({
        "_type": "https://in-toto.io/Statement/v1",
        "subject": files.iter().map(subject).collect::<Vec<_>>(),
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": "urn:evenhand:report:1",
                "externalParameters": { "study": record.study, "command": command },
                "internalParameters": {},
                "resolvedDependencies": record.inputs.iter().map(material).collect::<Vec<_>>(),
            },
            "runDetails": { "builder": { "id": "evenhand", "version": { "evenhand": env!("CARGO_PKG_VERSION") } } },
        },
    });
    format!("{statement:#}\n")
}
