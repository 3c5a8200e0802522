//! Checking: which rows count, which are out of scope, which are rejected, and why.
//!
//! In: [`CodedSample`]s, chunk by chunk. Out: [`AcceptedSample`]s, and at the end every finding and the row counts.
//! Never: changes a value. Only this room can make an [`AcceptedSample`], so unchecked rows cannot be measured.
//! To add a check: a file with its code, words and `inspect`, and its line in `CHECKS`.

mod accepted;
mod actor_not_active;
mod capacity_not_held;
mod counted_twice;
mod headings_again;
mod left_out;
mod missing_value;
mod negative_amount;
mod not_an_amount;
mod not_finite;
mod out_of_range;
mod outside_window;
mod repeated_row;
mod second_coding;
mod total_row;
mod uneven_row;
mod unknown_name;
mod unknown_tone;
mod unreadable_date;
mod unreadable_pass;
mod unreadable_time;
mod verdicts;
mod zero_amount;

pub use accepted::AcceptedSample;
pub use verdicts::{RowCounts, Verdicts};

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::ingest::CodedSample;
use crate::study::Study;

/// One check: looks at the rows of a chunk and gives its verdicts.
type Inspect = fn(&CodedSample, &Study, &mut Verdicts);

/// Every check, in the order in which they speak. What cannot be read comes first: later checks see only what was.
const CHECKS: [Inspect; 19] = [
    left_out::inspect,
    headings_again::inspect,
    uneven_row::inspect,
    missing_value::inspect,
    not_an_amount::inspect,
    negative_amount::inspect,
    not_finite::inspect,
    out_of_range::inspect,
    unreadable_date::inspect,
    unreadable_time::inspect,
    unreadable_pass::inspect,
    total_row::inspect,
    unknown_name::inspect,
    unknown_tone::inspect,
    outside_window::inspect,
    second_coding::inspect,
    actor_not_active::inspect,
    capacity_not_held::inspect,
    zero_amount::inspect,
];

/// The codes of this room.
pub static CODES: &[&Code] = &[
    &left_out::CODE,
    &headings_again::CODE,
    &total_row::CODE,
    &repeated_row::CODE,
    &zero_amount::CODE,
    &missing_value::CODE,
    &not_an_amount::CODE,
    &negative_amount::CODE,
    &not_finite::CODE,
    &out_of_range::CODE,
    &unreadable_date::CODE,
    &unreadable_time::CODE,
    &unreadable_pass::CODE,
    &unknown_name::CODE,
    &unknown_tone::CODE,
    &outside_window::CODE,
    &outside_window::LEFT_OUT,
    &second_coding::CODE,
    &counted_twice::CODE,
    &actor_not_active::CODE,
    &capacity_not_held::CODE,
];

/// An inspection of all chunks of a study.
#[derive(Debug)]
pub struct Inspection<'s> {
    study: &'s Study,
    repeated: repeated_row::Seen,
    counted: counted_twice::Seen,
    findings: Vec<Diagnostic>,
    counts: RowCounts,
}

impl<'s> Inspection<'s> {
    /// Begins.
    pub fn new(study: &'s Study) -> Self {
        Inspection {
            study,
            repeated: repeated_row::Seen::default(),
            counted: counted_twice::Seen::default(),
            findings: Vec::new(),
            counts: RowCounts::default(),
        }
    }

    /// Inspects one chunk; the rows that count come back.
    pub fn inspect(&mut self, chunk: Checked<CodedSample>) -> AcceptedSample {
        self.findings.extend(chunk.findings);
        let sample = chunk.product;
        let mut verdicts = Verdicts::new(&sample);
        for inspect in CHECKS {
            inspect(&sample, self.study, &mut verdicts);
        }
        self.repeated.inspect(&sample, self.study, &mut verdicts);
        self.counted.inspect(&sample, self.study, &mut verdicts);
        let (kept, findings) = verdicts.finish(&mut self.counts);
        self.findings.extend(findings);
        AcceptedSample::new(sample, &kept)
    }

    /// Ends: the counts beside every finding, in order of place.
    pub fn finish(self) -> Checked<RowCounts> {
        let counts = self.counts;
        assert!(counts.adds_up(), "invariant: every row read is used, out of scope or rejected");
        Checked::new(counts, self.findings)
    }
}
