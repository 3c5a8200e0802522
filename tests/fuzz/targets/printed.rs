//! A published table, as CSV or as TOML, tested against itself. The first byte says which.
#![no_main]

use evenhand::audit::verify_table;
use evenhand::table::{table_findings_json, table_findings_text};
use evenhand_fuzz::{is_harmless, say};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (name, text) = match text.strip_prefix('t') {
        Some(toml) => ("t.toml", toml),
        None => ("t.csv", text.strip_prefix('c').unwrap_or(text)),
    };
    let (found, findings) = verify_table(name, text);
    is_harmless(&table_findings_text(&found));
    table_findings_json(&found);
    // Whoever hands over a table is told something of it.
    assert!(!found.is_empty() || !findings.is_empty());
    say(&findings);
});
