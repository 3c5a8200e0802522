//! A long text read by several threads: each takes off whole lines, takes them apart into records and understands their cells.
//!
//! What comes of the pieces is put together in the order of the text, so that threads change nothing but the time. A piece may have
//! been cut within a row, where quotation marks stand oddly: then one thread reads on from that row.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::columns::Spent;
use super::delimited::Delimited;
use super::record::{Record, Records as _};
use super::rows::{Below, Rows};
use super::split::LineEnds;
use super::table::{Take, take_rest};
use super::{CodedSample, Refusal};
use crate::diagnostic::Checked;

/// How long a piece is: it says where chunks end, and so does not hang on the machine.
const PIECE: usize = 1 << 20;
/// How many threads read at most; how many pieces, beside one for each of them, may be read before they are taken; and how many chunks
/// of each.
const MOST_READERS: usize = 4;
const MOST_AHEAD: usize = 2;
const MOST_TOLD: usize = 4;
/// Rows that are read first, by one thread: they tell how dates are written.
const FIRST_ROWS: usize = 512;

/// What comes of a piece: its chunks, then its end.
enum Told<'s> {
    Chunk(Box<Checked<CodedSample>>),
    End(Box<End<'s>>),
}

/// How a piece ended.
struct End<'s> {
    text: Delimited,
    rows: Rows<'s>,
    /// Why it cannot be read to its end.
    refusal: Option<Refusal>,
}

/// The text while pieces are taken off it.
struct Source {
    /// Nothing once no piece is to be taken off any more.
    text: Option<Delimited>,
    /// Pieces that were taken off and whose chunks were not yet taken.
    n_ahead: usize,
    /// Room of pieces that were taken.
    spare: Vec<String>,
}

struct Shared {
    source: Mutex<Source>,
    is_taken: Condvar,
}

impl Shared {
    fn source(&self) -> MutexGuard<'_, Source> {
        // Who panicked says so once the threads have ended.
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets nobody take off another piece, and gives back the text.
    fn stop(&self) -> Option<Delimited> {
        let text = self.source().text.take();
        self.is_taken.notify_all();
        text
    }

    /// Takes off the next piece; `parts` is told of it, in their order.
    fn next<'s>(
        &self,
        parts: &Sender<Receiver<Told<'s>>>,
        most_ahead: usize,
    ) -> Option<(Delimited, SyncSender<Told<'s>>)> {
        let mut source = self.source();
        while source.n_ahead >= most_ahead && source.text.is_some() {
            source = self.is_taken.wait(source).unwrap_or_else(PoisonError::into_inner);
        }
        let spare = source.spare.pop().unwrap_or_default();
        let piece = source.text.as_mut()?.take_piece(PIECE, spare)?;
        let (told, part) = sync_channel(MOST_TOLD);
        parts.send(part).ok()?;
        source.n_ahead += 1;
        Some((piece, told))
    }

    /// The chunks of a piece were taken.
    fn taken(&self, text: String) {
        let mut source = self.source();
        source.n_ahead -= 1;
        source.spare.push(text);
        self.is_taken.notify_one();
    }
}

/// Stops the readers, whatever becomes of who takes from them.
struct Stopping<'a>(&'a Shared);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// Reads a text to its end. `rows` has understood nothing yet.
pub(super) fn read(mut text: Delimited, mut rows: Rows<'_>, take: &mut Take<'_>) -> ControlFlow<()> {
    let mut record = Record::default();
    while rows.n_rows() < FIRST_ROWS {
        match text.next(&mut record) {
            Ok(true) if rows.push(&record) => take(rows.so_far())?,
            Ok(true) => {}
            Ok(false) => return take_rest(text, rows, take),
            Err(refusal) => return take(rows.stop(refusal)),
        }
    }
    let Some(below) = rows.below() else { return take_rest(text, rows, take) };
    take(rows.so_far())?;
    let n_readers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(MOST_READERS);
    let shared = Shared {
        source: Mutex::new(Source { text: Some(text), n_ahead: 0, spare: Vec::new() }),
        is_taken: Condvar::new(),
    };
    let left = std::thread::scope(|scope| {
        let _stopping = Stopping(&shared);
        let (parts, received) = channel();
        for _ in 0..n_readers {
            let (parts, shared, below) = (parts.clone(), &shared, &below);
            let reader = std::thread::Builder::new().name("part".to_owned());
            let read = move || read_pieces(shared, below, &parts, n_readers + MOST_AHEAD);
            reader.spawn_scoped(scope, read).expect("a thread can be started");
        }
        drop(parts);
        take_parts(&received, &shared, &mut rows, take)
    });
    match left {
        ControlFlow::Continue(text) => take_rest(text, rows, take),
        ControlFlow::Break(Some(refusal)) => take(rows.stop(refusal)),
        ControlFlow::Break(None) => ControlFlow::Break(()),
    }
}

/// Reads pieces for as long as there are any.
fn read_pieces<'s>(shared: &Shared, below: &Below<'s>, parts: &Sender<Receiver<Told<'s>>>, most_ahead: usize) {
    let (mut record, mut spent) = (Record::default(), Spent::default());
    while let Some((mut text, told)) = shared.next(parts, most_ahead) {
        let mut rows = below.rows(spent);
        // Where nobody listens any more, reading has ended for another reason.
        let tell = |chunk| drop(told.send(Told::Chunk(Box::new(chunk))));
        let refusal = loop {
            match text.next(&mut record) {
                Ok(true) if rows.push(&record) => rows.take_chunk().into_iter().for_each(tell),
                Ok(true) => {}
                Ok(false) => break None,
                Err(refusal) => break Some(refusal),
            }
        };
        rows.take_chunk().into_iter().for_each(tell);
        rows.end(text.records.empty_at_end());
        spent = rows.take_spent();
        let _ = told.send(Told::End(Box::new(End { text, rows, refusal })));
    }
}

/// Takes what comes of the pieces, in their order. Out: what is left of the text. It ends earlier where nothing more is wanted, or for
/// what forbids to go on.
fn take_parts<'s>(
    parts: &Receiver<Receiver<Told<'s>>>,
    shared: &Shared,
    rows: &mut Rows<'s>,
    take: &mut Take<'_>,
) -> ControlFlow<Option<Refusal>, Delimited> {
    let mut ends = LineEnds::default();
    let mut left = None;
    for part in parts {
        // Without an end where its reader panicked, which is passed on once the threads have ended.
        let mut end = None;
        for told in part {
            match told {
                Told::Chunk(chunk) => {
                    if take(*chunk).is_break() {
                        return ControlFlow::Break(None);
                    }
                }
                Told::End(found) => end = Some(*found),
            }
        }
        let Some(End { text, rows: below, refusal }) = end else { return ControlFlow::Break(None) };
        rows.go_on(below);
        if refusal.is_some() {
            return ControlFlow::Break(refusal);
        }
        ends |= text.records.ends();
        if text.records.is_cut_off() {
            left = Some(text);
            break;
        }
        shared.taken(text.records.into_text());
    }
    let mut text = shared.stop().expect("invariant: nobody else stops");
    text.records.note_ends(ends);
    if let Some(first) = left {
        // What comes of the pieces behind it began within a row, or may have.
        let behind = parts.iter().flatten().filter_map(|told| match told {
            Told::End(end) => Some(end.text.records.into_text()),
            Told::Chunk(_) => None,
        });
        let line = first.records.line();
        let left = std::iter::once(first.records.left().to_owned()).chain(behind).collect();
        text.records.put_back(left, line);
    }
    text.records.stand_below(rows.take_empty_lines());
    ControlFlow::Continue(text)
}
