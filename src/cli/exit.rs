//! Exit statuses, which scripts may rely on.

use std::process::ExitCode;

use crate::diagnostic::Diagnostic;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done, nothing that forbids figures.
    Done,
    /// 1: done, with findings that forbid figures.
    Findings,
    /// 2: could not run: words, study, a missing file, a refused folder.
    CouldNotRun,
}

impl Exit {
    /// The status that findings call for. A study whose files are wrong or missing is no run at all.
    pub fn of(findings: &[Diagnostic]) -> Exit {
        let could_not_run = |finding: &&Diagnostic| {
            let id = finding.code.id;
            id.starts_with("E8") || id.starts_with('X') || matches!(id, "E101" | "E102" | "E743")
        };
        let mut errors = findings.iter().filter(|finding| finding.is_error()).peekable();
        match (errors.peek().is_some(), errors.any(|finding| could_not_run(&finding))) {
            (false, _) => Exit::Done,
            (true, false) => Exit::Findings,
            (true, true) => Exit::CouldNotRun,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::CouldNotRun => 2,
        })
    }
}
