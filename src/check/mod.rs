//! Checking: which rows count, which are out of scope, which are rejected, and why.
//!
//! In: [`CodedSample`]s, chunk by chunk. Out: [`AcceptedSample`]s, and at the end every finding and the row counts.
//! Never: changes a value. Only this room can make an [`AcceptedSample`], so unchecked rows cannot be measured.
//! To add a check: a file with its code, words and `inspect`, its line in `CHECKS` (it looks at one row) or in `WATCHERS` (it
//! remembers what it saw), and its codes in `CODES`.

mod accepted;
mod actor_not_active;
mod ambiguous_clock;
mod ambiguous_date;
mod ambiguous_number;
mod beyond_page;
mod capacity_not_held;
mod coalition;
mod conflicting_row;
mod copies;
mod counted_twice;
mod cumulative;
mod double_import;
mod end_before_start;
mod foreign_digits;
mod full_day;
mod headings_again;
mod left_out;
mod longer_than_day;
mod longer_than_programme;
mod lost_characters;
mod missing_value;
mod monitored_hours;
mod negative_amount;
mod never_seen;
mod not_an_amount;
mod not_coded;
mod not_finite;
mod not_looked_up;
mod odd_year;
mod other_date_style;
mod other_unit;
mod out_of_range;
mod out_of_scope;
mod outlet_days;
mod outside_window;
mod overlap;
mod part_exceeds_whole;
mod printed_percent;
mod recorded;
mod repeated_row;
mod row_shape;
mod second_coding;
mod severities;
mod silence;
mod simulcast;
mod size_not_declared;
mod spelling;
mod spot;
mod total_differs;
mod total_row;
mod twice_in_cell;
mod unknown_name;
mod unknown_tone;
mod unreadable_date;
mod unreadable_pass;
mod unreadable_percent;
mod unreadable_position;
mod unreadable_time;
mod verdicts;
mod words;
mod zero_amount;
mod zone;

pub use accepted::AcceptedSample;
pub(crate) use outlet_days::ByOutletDay;
pub use outlet_days::Memory;
pub(crate) use second_coding::CODE as SECOND_CODING;
pub use severities::Severities;
pub use verdicts::{RowCounts, Verdicts};

use std::collections::HashSet;

use outlet_days::OutletDays;

use crate::diagnostic::{Checked, Code, Diagnostic, Place, Severity};
use crate::ingest::{CodedSample, IDENTICAL_COLUMNS};
use crate::study::Study;

/// One check that needs no memory: looks at the rows of a chunk and gives its verdicts.
type Inspect = fn(&CodedSample, &Study, &mut Verdicts);

/// One check that remembers earlier rows.
trait Watch {
    /// Looks at the rows of a chunk.
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts);

    /// Forgets what it remembers of outlets and days that are passed.
    fn pass(&mut self, _outlet_days: &[u32]) {}

    /// Says what only the whole shows.
    fn finish(&mut self, _study: &Study, _findings: &mut Vec<Diagnostic>) {}

    /// Says what is not there; asked only where every file was read. Rows may have been rejected: `is_all_sound` says that
    /// none was.
    fn absent(&mut self, _study: &Study, _is_all_sound: bool, _findings: &mut Vec<Diagnostic>) {}
}

/// Every check of single rows, in the order in which they speak. What cannot be read comes first: later checks see only
/// what was.
const CHECKS: &[Inspect] = &[
    left_out::inspect,
    headings_again::inspect,
    row_shape::inspect,
    missing_value::inspect,
    not_coded::inspect,
    ambiguous_number::inspect,
    ambiguous_clock::inspect,
    size_not_declared::inspect,
    not_an_amount::inspect,
    negative_amount::inspect,
    not_finite::inspect,
    out_of_range::inspect,
    ambiguous_date::inspect,
    other_date_style::inspect,
    odd_year::inspect,
    unreadable_date::inspect,
    unreadable_time::inspect,
    end_before_start::inspect,
    unreadable_pass::inspect,
    unreadable_position::inspect,
    not_looked_up::inspect,
    total_differs::inspect,
    total_row::inspect,
    unknown_name::inspect,
    unknown_tone::inspect,
    outside_window::inspect,
    second_coding::inspect,
    actor_not_active::inspect,
    capacity_not_held::inspect,
    zone::inspect,
    silence::inspect,
    monitored_hours::inspect,
    zero_amount::inspect,
    beyond_page::inspect,
    longer_than_day::inspect,
    foreign_digits::inspect,
    unreadable_percent::inspect,
    twice_in_cell::inspect,
    other_unit::inspect,
];

/// A check that remembers: how it begins, and what it says that takes single rows; nothing, where it still sees its like in rows
/// that come added up.
type Watcher = (fn() -> Box<dyn Watch>, &'static [&'static Code]);

/// Every check that remembers, in the order in which they speak.
static WATCHERS: &[Watcher] = &[
    (|| Box::<repeated_row::Seen>::default(), &[&repeated_row::CODE]),
    (|| Box::<conflicting_row::Seen>::default(), &[&conflicting_row::CODE]),
    (|| Box::<counted_twice::Seen>::default(), &[&counted_twice::CODE]),
    (|| Box::<double_import::Seen>::default(), &[&double_import::CODE, &double_import::MANY]),
    (|| Box::<overlap::OnAir>::default(), &[&overlap::CODE]),
    (|| Box::<coalition::Items>::default(), &[&coalition::CODE]),
    (|| Box::<recorded::Days>::default(), &[]),
    (
        || Box::<longer_than_programme::Broadcasts>::default(),
        &[&longer_than_programme::CODE, &longer_than_programme::TOGETHER],
    ),
    (|| Box::<part_exceeds_whole::Sums>::default(), &[&part_exceeds_whole::CODE, &part_exceeds_whole::PARTS]),
    (|| Box::<printed_percent::Groups>::default(), &[&printed_percent::CODE]),
    (|| Box::<full_day::Days>::default(), &[&full_day::CODE]),
    (|| Box::<copies::Items>::default(), &[&copies::ONE_COPY, &copies::SAME_CODER]),
    (|| Box::<simulcast::Contents>::default(), &[&simulcast::CODE]),
    (|| Box::<cumulative::Statements>::default(), &[&cumulative::SUSPECTED, &cumulative::DECREASES]),
    (|| Box::<spelling::Spellings>::default(), &[]),
    (|| Box::<lost_characters::Lost>::default(), &[]),
    (|| Box::<never_seen::Actors>::default(), &[]),
];

/// What is not looked for where rows come added up: it shows in single rows only.
pub fn need_rows() -> Vec<&'static Code> {
    let of_watchers = WATCHERS.iter().flat_map(|(_, codes)| codes.iter().copied());
    of_watchers.chain([&zero_amount::CODE, &beyond_page::CODE, &IDENTICAL_COLUMNS]).collect()
}

/// More errors than these, and reading stops: the mapping is wrong, not the rows.
const MOST_ERRORS: usize = 100_000;
/// Of warnings and notes of one code, these are kept with their places; the others are counted.
const MOST_REMARKS: usize = 1_000;

static TOO_MANY: Code = Code {
    id: "E191",
    name: "too-many-errors",
    severity: Severity::Error,
    page: "A hundred thousand errors were found, and nothing further was read. So many rows are not mistyped: a column is \
           mapped to the wrong field, or the study declares another way of writing than the sheet has.",
};

/// The codes of this room.
pub static CODES: &[&Code] = &[
    &left_out::CODE,
    &left_out::BLOCK_LINE,
    &left_out::REPEATED_TOTAL,
    &left_out::BLANK_AMOUNT,
    &headings_again::CODE,
    &missing_value::CODE,
    &not_coded::CODE,
    &ambiguous_number::CODE,
    &ambiguous_clock::CODE,
    &size_not_declared::CODE,
    &not_an_amount::CODE,
    &negative_amount::CODE,
    &not_finite::CODE,
    &out_of_range::CODE,
    &ambiguous_date::CODE,
    &other_date_style::CODE,
    &odd_year::CODE,
    &unreadable_date::CODE,
    &unreadable_time::CODE,
    &end_before_start::CODE,
    &unreadable_pass::CODE,
    &unreadable_position::CODE,
    &not_looked_up::CODE,
    &total_differs::CODE,
    &total_row::CODE,
    &unknown_name::CODE,
    &unknown_name::CONFUSABLE,
    &unknown_name::LOST,
    &unknown_name::FORMULA,
    &unknown_tone::CODE,
    &outside_window::CODE,
    &outside_window::LEFT_OUT,
    &out_of_scope::CODE,
    &second_coding::CODE,
    &actor_not_active::CODE,
    &capacity_not_held::CODE,
    &zone::SKIPPED,
    &zone::TWICE,
    &zone::CONTRADICTS,
    &silence::CODE,
    &monitored_hours::NO_RULE,
    &monitored_hours::CROSSES,
    &monitored_hours::OUTSIDE,
    &recorded::GAP,
    &recorded::CONTRADICTS,
    &zero_amount::CODE,
    &beyond_page::CODE,
    &longer_than_day::CODE,
    &foreign_digits::CODE,
    &unreadable_percent::CODE,
    &twice_in_cell::CODE,
    &other_unit::CODE,
    &repeated_row::CODE,
    &conflicting_row::CODE,
    &double_import::CODE,
    &double_import::MANY,
    &overlap::CODE,
    &longer_than_programme::CODE,
    &longer_than_programme::TOGETHER,
    &part_exceeds_whole::CODE,
    &part_exceeds_whole::PARTS,
    &printed_percent::CODE,
    &full_day::CODE,
    &copies::ONE_COPY,
    &copies::SAME_CODER,
    &coalition::CODE,
    &counted_twice::CODE,
    &never_seen::CODE,
    &simulcast::CODE,
    &cumulative::SUSPECTED,
    &cumulative::DECREASES,
    &spelling::CODE,
    &spelling::TONE,
    &lost_characters::CODE,
    &TOO_MANY,
];

/// Errors that a study may weigh less: the row they speak of is whole, and counts if the study says so.
const MAY_WEIGH_LESS: &[&Code] = &[
    &actor_not_active::CODE,
    &capacity_not_held::CODE,
    &zone::SKIPPED,
    &zone::CONTRADICTS,
    &monitored_hours::NO_RULE,
    &recorded::CONTRADICTS,
    &repeated_row::CODE,
    &conflicting_row::CODE,
    &double_import::MANY,
    &overlap::CODE,
    &longer_than_programme::CODE,
    &longer_than_programme::TOGETHER,
    &part_exceeds_whole::CODE,
    &part_exceeds_whole::PARTS,
    &copies::SAME_CODER,
    &coalition::CODE,
    &not_coded::CODE,
];

/// An inspection of all chunks of a study.
pub struct Inspection<'s> {
    study: &'s Study,
    severities: Severities,
    watches: Vec<Box<dyn Watch>>,
    findings: Vec<Diagnostic>,
    n_remarks: std::collections::BTreeMap<&'static str, (usize, &'static Code, Severity)>,
    n_errors: usize,
    /// The same by code.
    errors: std::collections::BTreeMap<&'static str, usize>,
    /// Errors that are not of a row: something was not read.
    n_unread: usize,
    counts: RowCounts,
    outlet_days: OutletDays,
    /// What was said of sums of rows.
    said: Option<HashSet<(&'static str, String)>>,
}

impl<'s> Inspection<'s> {
    /// Begins.
    pub fn new(study: &'s Study, memory: Memory) -> Self {
        let (severities, findings) = Severities::of_study(study);
        Inspection {
            study,
            severities,
            watches: WATCHERS.iter().map(|(begin, _)| begin()).collect(),
            n_errors: findings.len(),
            errors: std::collections::BTreeMap::new(),
            n_unread: findings.len(),
            findings,
            n_remarks: std::collections::BTreeMap::new(),
            counts: RowCounts::default(),
            outlet_days: OutletDays::new(memory),
            said: None,
        }
    }

    /// Begins where every row is the sum of many: what [`need_rows`] names is not looked for.
    pub fn of_sums(study: &'s Study) -> Self {
        let still_see = WATCHERS.iter().filter(|(_, codes)| codes.is_empty());
        let watches = still_see.map(|(begin, _)| begin()).collect();
        Inspection { watches, said: Some(HashSet::new()), ..Inspection::new(study, Memory::OfAll) }
    }

    /// Is it no use to go on?
    pub fn is_hopeless(&self) -> bool {
        self.n_errors > MOST_ERRORS
    }

    /// Did rows come of an outlet and day that were passed? Then nothing that was said holds: begin again with [`Memory::OfAll`].
    pub fn has_forgotten_too_much(&self) -> bool {
        self.outlet_days.did_come_back()
    }

    /// Inspects one chunk; the rows that count come back.
    pub fn inspect(&mut self, chunk: Checked<CodedSample>) -> AcceptedSample {
        self.gather(chunk.findings);
        let sample = chunk.product;
        let mut verdicts = Verdicts::new(&sample, &self.severities, self.outlet_days.see(&sample));
        for inspect in CHECKS {
            inspect(&sample, self.study, &mut verdicts);
        }
        for watch in &mut self.watches {
            watch.inspect(&sample, self.study, &mut verdicts);
        }
        let passed = self.outlet_days.pass();
        for watch in &mut self.watches {
            watch.pass(&passed);
        }
        let (kept, findings) = verdicts.finish(&mut self.counts);
        self.gather(findings);
        AcceptedSample::new(sample, kept, passed)
    }

    /// Keeps findings: every error, and of warnings and notes the first of each code.
    fn gather(&mut self, findings: Vec<Diagnostic>) {
        for mut finding in findings {
            // Sums of rows have no place of their own, so that the same is found of many.
            if let Some(said) = &mut self.said
                && !said.insert((finding.code.id, finding.message.clone()))
            {
                continue;
            }
            if finding.severity == finding.code.severity {
                finding.severity = self.severities.of(finding.code);
            }
            if finding.is_error() {
                self.n_errors += 1;
                *self.errors.entry(finding.code.id).or_default() += 1;
                self.n_unread += usize::from(!finding.is_of_row);
                self.findings.push(finding);
                continue;
            }
            let entry = self.n_remarks.entry(finding.code.id).or_insert((0, finding.code, finding.severity));
            entry.0 += 1;
            if entry.0 <= MOST_REMARKS {
                self.findings.push(finding);
            }
        }
    }

    /// Ends: the counts beside every finding, in order of place.
    pub fn finish(mut self) -> Checked<RowCounts> {
        // What is found at the end alone stopped nobody from reading.
        let (was_stopped, mut last) = (self.is_hopeless(), Vec::new());
        for watch in &mut self.watches {
            watch.finish(self.study, &mut last);
            if self.n_unread == 0 {
                watch.absent(self.study, self.n_errors == 0, &mut last);
            }
        }
        last.extend(out_of_scope::finish(&self.counts, self.study));
        self.gather(last);
        for (n, code, severity) in self.n_remarks.values().filter(|(n, _, _)| *n > MOST_REMARKS) {
            let message = format!("and {} more places, which are not listed", n - MOST_REMARKS);
            let place = Place::file(crate::study::printed_path(&self.study.folder));
            self.findings.push(Diagnostic { severity: *severity, ..Diagnostic::new(code, place, message) });
        }
        if was_stopped {
            let place = Place::file(crate::study::printed_path(&self.study.folder.join("study.toml")));
            let most = self.errors.iter().max_by_key(|(_, n)| **n).map_or("", |(code, _)| code);
            let message =
                format!("more than {MOST_ERRORS} errors were found, most of them {most}, and nothing further was read");
            let hint = "is a column mapped to the wrong field?".to_owned();
            self.findings.push(Diagnostic::new(&TOO_MANY, place, message).with_hint(hint));
        }
        assert!(self.counts.adds_up(), "invariant: every row read is used, out of scope or rejected");
        Checked::new(self.counts, self.findings)
    }
}
