//! Printing: products to stdout, words for people to stderr, a closed pipe noticed and not panicked over.

use std::io::{self, IsTerminal as _, Write as _};

use anyhow::Context as _;

use crate::check::RowCounts;
use crate::diagnostic::{Diagnostic, Severity, counted, human, printable};

/// The product, to stdout. On a terminal nothing in it may steer the terminal; a file gets every byte.
///
/// Errors: those of writing; a closed pipe among them ends the run quietly.
pub(super) fn product(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = if out.is_terminal() { printable(text) } else { text.to_owned() };
    out.write_all(written.as_bytes()).and_then(|()| out.flush()).context("what was printed is cut off")
}

/// Words for people, to stderr, without anything that steers a terminal. Where nobody listens there is nobody to tell.
pub(super) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(printable(text).as_bytes());
}

/// Why the run could not go on.
pub(super) fn failure(failure: &anyhow::Error) {
    say(&format!("error: {failure:#}\n"));
}

/// Did the reader of stdout go away, as `head` does?
pub(super) fn is_closed_pipe(failure: &anyhow::Error) -> bool {
    failure.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// How many places of each code are shown.
pub(super) const SHOWN: usize = 5;

/// Findings grouped by code, five places each unless all are asked for.
pub(super) fn findings(findings: &[Diagnostic], all: bool) {
    say(&human(findings, if all { usize::MAX } else { SHOWN }));
}

/// `2,412 rows read = 2,229 used + 183 out of scope + 0 rejected` and how many findings of each severity.
pub(super) fn summary(findings: &[Diagnostic], counts: Option<&RowCounts>) {
    if let Some(counts) = counts {
        let by_code = |codes: &std::collections::BTreeMap<&str, u64>| {
            let named: Vec<String> = codes.iter().map(|(code, n)| format!("{code}: {n}")).collect();
            if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) }
        };
        say(&format!(
            "{} rows read = {} used + {} out of scope{} + {} rejected{}\n",
            counts.read,
            counts.used,
            counts.n_out_of_scope(),
            by_code(&counts.out_of_scope),
            counts.n_rejected(),
            by_code(&counts.rejected),
        ));
    }
    let n = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let (errors, warnings, notes) =
        (n(Severity::Error) + n(Severity::Refused), n(Severity::Warning), n(Severity::Note));
    say(&format!("{}, {}, {}\n", counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note")));
}
