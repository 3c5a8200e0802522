//! Evenhand measures how evenly media cover the parties, and shows its working.
//!
//! The rooms below stand in the order in which data walks through them; each uses only those above it.

// Exact quantities: milliseconds, mm², counts, and the quotient of two of them.
pub mod unit;

// Findings about a study and its rows: what is wrong, where, and the remedy.
pub mod diagnostic;

// TOML files read key by key, every mistake collected and every place kept.
pub mod declaration;

// What is said to readers, in their language.
pub mod wording;

// Outlets, actors, genres, tones: everything a coder may write, and what it means.
pub mod codebook;

// The study: its sheets, its window, its denominators, every choice that changes a number.
pub mod study;

// Files become typed rows, each with its place.
pub mod ingest;

// Which rows count, which are out of scope, which are rejected, and why.
pub mod check;

// Exact integer sums that add up: the waist between rows and figures.
pub mod tally;

// How alike two people code the same item.
pub mod agreement;

// From sums to tables of estimates.
pub mod measure;

// What a report was made from: hashes, counts, settings.
pub mod audit;

// Tables as they are printed and as machines read them, and how things are said.
pub mod table;

// From plain figures to SVG and PNG.
pub mod chart;

// From findings to figures with their words and numbers.
pub mod figure;

// Files and folders that appear whole or not at all.
pub mod output;

// From all of these to pages.
pub mod report;

// From words typed to all of the above.
pub mod cli;

use std::ops::ControlFlow;

use agreement::{Candidates, Codings, Conduct, Doubles};
use check::{AcceptedSample, Inspection, Memory, RowCounts};
use diagnostic::Checked;
use study::Study;
use tally::{Summing, Tally};

/// So many rows are remembered at most, some 50 MB, where the sheets follow the calendar; where they do not, all are.
const REMEMBERED: Memory = Memory::OfRows(1 << 20);

/// From the sheets of a study to its tally: read, inspected and summed chunk by chunk.
///
/// Out: the tally and what became of every row, beside all findings, without the lines they point at ([`ingest::fill_excerpts`]
/// finds them for whoever shows them). A tally beside errors is not to be published.
pub fn run(study: &Study) -> Checked<(Tally, RowCounts)> {
    run_without(study, &[])
}

/// The same, with a tally that does not tell apart what `dropped` names: a table that asks for neither programme nor tone
/// needs a fraction of the rows.
pub fn run_without(study: &Study, dropped: &[study::Field]) -> Checked<(Tally, RowCounts)> {
    run_remembering(study, dropped, REMEMBERED)
}

/// The same with so much remembered of rows, or all where the sheets ask for it: it changes nothing of the result.
pub fn run_remembering(study: &Study, dropped: &[study::Field], memory: Memory) -> Checked<(Tally, RowCounts)> {
    let (walked, summing) = Walked::of(study, memory, || Summing::without(dropped), Summing::add);
    let (checked, tally) = walked.finish_beside(summing);
    Checked { product: (tally, checked.product), findings: checked.findings }
}

/// The same, and the codings of the items that were coded more than once: the sheets are read again where there are any.
pub fn run_with_codings(study: &Study, dropped: &[study::Field]) -> Checked<(Tally, RowCounts, Codings)> {
    let begin = || (Summing::without(dropped), Doubles::default());
    let (walked, (summing, doubles)) = Walked::of(study, REMEMBERED, begin, |(summing, doubles), accepted| {
        summing.add(accepted);
        doubles.note(accepted);
    });
    let memory = walked.memory;
    let (checked, tally) = walked.finish_beside(summing);
    let mut codings = Codings::default();
    if !doubles.is_empty() {
        codings = Walked::of(study, memory, Codings::default, |codings, accepted| codings.gather(&doubles, accepted)).1;
    }
    Checked { product: (tally, checked.product, codings), findings: checked.findings }
}

/// The tally of an archive whose rows another engine counts and adds up; `data` is where it finds the study's folder. What
/// [`check::need_rows`] names is not looked for.
///
/// Errors: [`ingest::EngineFailure`] where the engine fails, or the study asks for what only single rows tell.
pub fn run_on(
    engine: &dyn ingest::Engine,
    data: &str,
    study: &Study,
    dropped: &[study::Field],
) -> Result<Checked<(Tally, RowCounts)>, ingest::EngineFailure> {
    let mut inspection = Inspection::of_sums(study);
    let mut summing = Summing::without(dropped);
    for number in 0..study.sources.len() {
        for chunk in ingest::read_sums(study, number, data, dropped, engine)? {
            summing.add(&inspection.inspect(chunk));
        }
    }
    let checked = inspection.finish();
    Ok(Checked { product: (summing.finish(), checked.product), findings: checked.findings })
}

/// Every chunk of rows that count, each row with its place, in the order of the sheets.
pub fn each_placed(study: &Study, mut take: impl FnMut(&polars::prelude::DataFrame)) {
    // What was taken cannot be given back, so that nothing may be begun again.
    Walked::once(study, Memory::OfAll, &mut take, |take, accepted| take(&tally::placed(accepted)));
}

/// Every row that counts, with its place, in the order of the sheets.
pub fn each_row(study: &Study, mut take: impl FnMut(&tally::PlacedRow)) {
    each_placed(study, |frame| {
        let rows = tally::placed_rows(frame).expect("invariant: placed rows have every column");
        rows.iter().for_each(&mut take);
    });
}

/// The rows behind a figure in the order of the sheets, how many rows lie in its place, and what its pool leaves out of them.
///
/// Errors: [`measure::Failure`] where the rows cannot be selected.
pub fn rows_behind(
    study: &Study,
    behind: &measure::Behind<'_>,
) -> Result<(Vec<measure::BehindRow>, u64, Vec<measure::LeftOut>), measure::Failure> {
    let (mut rows, mut left_out, mut failure) = (Vec::new(), Vec::<measure::LeftOut>::new(), None);
    let mut n_in_place = 0;
    each_placed(study, |frame| match (behind.rows(frame), behind.left_out(frame)) {
        (Ok(found), Ok((n_here, others))) => {
            rows.extend(found);
            n_in_place += n_here;
            for other in others {
                match left_out.iter_mut().find(|known| known.what == other.what) {
                    Some(known) => {
                        known.n_rows += other.n_rows;
                        known.amount += other.amount;
                    }
                    None => left_out.push(other),
                }
            }
        }
        (Err(error), _) | (_, Err(error)) => failure = Some(error),
    });
    failure.map_or(Ok((rows, n_in_place, left_out)), Err)
}

/// A rule with its verdicts. Limits on items take a walk over the rows.
///
/// Errors: [`measure::Failure`] where the coverage cannot be measured.
pub fn hold(study: &Study, tally: &Tally, rule: &audit::Rule) -> Result<audit::RuleVerdict, measure::Failure> {
    if !rule.quota.is_of_items() {
        return audit::hold(study, tally, rule);
    }
    let narrowed = rule.on_its_days(study);
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let request = measure::MeasureRequest {
        conditions: rule.conditions.clone(),
        ..measure::MeasureRequest::new(pool, &rule.per)
    };
    let (mut rows, mut failure) = (Vec::new(), None);
    each_placed(study, |frame| match measure::selected_rows(&narrowed, frame, &request, &rule.quantity) {
        Ok(found) => rows.extend(found),
        Err(error) => failure = Some(error),
    });
    failure.map_or_else(|| Ok(audit::hold_items(study, rule, &rows)), Err)
}

/// The rows that two studies do not have alike. The left one's sheets are read twice, so that no more than what differs is kept.
pub fn differing_rows(left: &Study, right: &Study, names: &audit::Names, pairing: audit::Pairing) -> audit::Differing {
    let mut matching = audit::Matching::new(pairing, names, left, right);
    each_row(left, |row| matching.see(row));
    each_row(right, |row| matching.take_right(row));
    each_row(left, |row| matching.take_left(row));
    matching.finish()
}

/// Every item that one person coded, over all sheets.
pub fn candidates(study: &Study) -> Vec<agreement::Candidate> {
    walk(study, Candidates::default, Candidates::add).1.finish()
}

/// What each coder did, over all sheets.
pub fn conduct(study: &Study) -> Vec<agreement::CoderRow> {
    walk(study, Conduct::default, |conduct, accepted| conduct.add(accepted, study)).1.finish()
}

/// The same without the sums: what became of every row, beside all findings.
pub fn inspect(study: &Study) -> Checked<RowCounts> {
    walk(study, || (), |(), _| ()).0
}

/// Chunks that are read ahead of the one being inspected.
const CHUNKS_AHEAD: usize = 8;

/// Every chunk of rows that count, in the order of the sheets, taken by what `begin` gives; and what became of every row, beside
/// all findings.
fn walk<T>(study: &Study, begin: impl Fn() -> T, take: impl FnMut(&mut T, &AcceptedSample)) -> (Checked<RowCounts>, T) {
    let (walked, taken) = Walked::of(study, REMEMBERED, begin, take);
    (walked.finish(), taken)
}

/// The sheets of a study, read to their end.
struct Walked<'s> {
    study: &'s Study,
    inspection: Inspection<'s>,
    stamps: ingest::Stamps,
    memory: Memory,
}

impl<'s> Walked<'s> {
    /// Reads the sheets with so much remembered; where that turns out to be too little, everything is begun again, with all
    /// remembered.
    fn of<T>(
        study: &'s Study,
        memory: Memory,
        begin: impl Fn() -> T,
        mut take: impl FnMut(&mut T, &AcceptedSample),
    ) -> (Walked<'s>, T) {
        let mut taken = begin();
        let walked = Walked::once(study, memory, &mut taken, &mut take);
        if !walked.inspection.has_forgotten_too_much() {
            return (walked, taken);
        }
        // A sheet that changes between the two does so while it is read.
        let Walked { inspection, stamps, .. } = walked;
        drop((inspection, taken));
        let mut taken = begin();
        (Walked { stamps, ..Walked::once(study, Memory::OfAll, &mut taken, take) }, taken)
    }

    /// Reads in other threads and inspects in this one. Chunks come in the order of the sheets, so that threads change nothing.
    fn once<T>(
        study: &'s Study,
        memory: Memory,
        taken: &mut T,
        mut take: impl FnMut(&mut T, &AcceptedSample),
    ) -> Walked<'s> {
        let mut inspection = Inspection::new(study, memory);
        let stamps = ingest::Stamps::of(study);
        std::thread::scope(|scope| {
            let (sender, chunks) = std::sync::mpsc::sync_channel(CHUNKS_AHEAD);
            // Where nobody listens any more, enough was read.
            let read = move || {
                ingest::read(study, &mut |chunk| match sender.send(chunk) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(_) => ControlFlow::Break(()),
                })
            };
            let reader = std::thread::Builder::new().name("read".to_owned());
            reader.spawn_scoped(scope, read).expect("a thread can be started");
            for chunk in chunks {
                take(taken, &inspection.inspect(chunk));
                if inspection.is_hopeless() || inspection.has_forgotten_too_much() {
                    break;
                }
            }
        });
        Walked { study, inspection, stamps, memory }
    }

    /// What became of every row, beside all findings.
    fn finish(self) -> Checked<RowCounts> {
        let mut checked = self.inspection.finish();
        checked.findings.extend(self.stamps.changed(self.study));
        checked
    }

    /// The same, while another thread sums up.
    fn finish_beside(self, summing: Summing) -> (Checked<RowCounts>, Tally) {
        if summing.n_sums() < tally::MANY_ROWS {
            return (self.finish(), summing.finish());
        }
        std::thread::scope(|scope| {
            let other = std::thread::Builder::new().name("sum".to_owned());
            let other = other.spawn_scoped(scope, || summing.finish()).expect("a thread can be started");
            let checked = self.finish();
            (checked, other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }
}
