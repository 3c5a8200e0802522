//! The command line: words typed become a request, the request walks through the rooms.
//!
//! In: arguments. Out: product on stdout, findings on stderr, files where they were asked for, an [`Exit`] status.
//! The only room with clap, printing and the environment. Never: changes a number.
//! To add a verb: its words in `words.rs`, its file here, its line in `run`.

mod agree;
mod chart;
mod check;
mod claim;
mod codes;
mod compare;
mod exit;
mod explain;
mod guard;
mod init;
mod load;
mod measure;
mod messages;
mod place;
mod plan;
mod print;
mod report;
mod rules;
mod tables;
mod tally;
mod verify;
mod words;

pub use exit::Exit;
#[doc(hidden)]
pub use init::proposed;

use std::process::ExitCode;

use clap::Parser as _;

use words::{Verb, Words};

/// Runs the program.
pub fn main() -> ExitCode {
    guard::guarded(|| {
        guard::heed_signals();
        main_unguarded()
    })
}

fn main_unguarded() -> ExitCode {
    let words = match Words::try_parse() {
        Ok(words) => words,
        Err(error) => {
            // Help and version are asked for and go to stdout; clap knows which is which.
            if error.use_stderr() {
                print::say(&error.render().to_string());
                return Exit::CouldNotRun.into();
            }
            let _ = error.print();
            return Exit::Done.into();
        }
    };
    match run(&words) {
        Ok(exit) => exit.into(),
        Err(failure) if print::is_closed_pipe(&failure) => Exit::Done.into(),
        Err(failure) => {
            print::failure(&failure);
            Exit::CouldNotRun.into()
        }
    }
}

fn run(words: &Words) -> anyhow::Result<Exit> {
    if words.licenses {
        return explain::licences();
    }
    match &words.verb {
        Some(Verb::Init(words)) => init::run(words),
        Some(Verb::Check(words)) => check::run(words),
        Some(Verb::Measure(words)) => measure::run(words),
        Some(Verb::Tally(words)) => tally::run(words),
        Some(Verb::Agree(words)) => agree::run(words),
        Some(Verb::Chart(words)) => chart::run(words),
        Some(Verb::Plan(words)) => plan::run(words),
        Some(Verb::Report(words)) => report::run(words),
        Some(Verb::Claim(words)) => claim::run(words),
        Some(Verb::Compare(words)) => compare::run(words),
        Some(Verb::Rules(words)) => rules::run(words),
        Some(Verb::Verify(words)) => verify::run(words),
        Some(Verb::Words(words)) => messages::run(words),
        Some(Verb::Explain(words)) => explain::run(words),
        None => explain::no_verb(),
    }
}
