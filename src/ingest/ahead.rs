//! Records of a text, split ahead in a thread of their own: taking text apart and understanding its cells go on at once.
//!
//! Records come in batches in the order of the text, so that the thread changes nothing but the time it takes.

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};

use super::Refusal;
use super::delimited::Delimited;
use super::record::Record;

/// Records of one batch, about how many bytes of them, and how many batches wait at most.
const BATCH: usize = 512;
const BATCH_BYTES: usize = 1 << 20;
const WAITING: usize = 4;

struct Batch {
    records: Vec<Record>,
    n_records: usize,
    /// What can be said of the text; it has ended.
    last_notes: Option<Refusal>,
}

/// The records of a text.
pub(super) struct Ahead {
    batches: Receiver<Result<Batch, Refusal>>,
    /// Batches go back to be filled again.
    spent: Sender<Vec<Record>>,
    batch: Batch,
    next: usize,
}

impl Ahead {
    /// Begins to split a text.
    pub(super) fn of(text: Delimited) -> Ahead {
        let (full, batches) = sync_channel(WAITING);
        let (spent, returned) = channel();
        let split = move || {
            let mut text = text;
            loop {
                let records = returned.try_recv().unwrap_or_else(|_| vec![Record::default(); BATCH]);
                let (batch, refusal) = fill(&mut text, records);
                let is_last = batch.last_notes.is_some() || refusal.is_some();
                // Where nobody listens any more, reading has ended for another reason.
                if full.send(Ok(batch)).is_err() {
                    return;
                }
                if let Some(refusal) = refusal {
                    let _ = full.send(Err(refusal));
                }
                if is_last {
                    return;
                }
            }
        };
        std::thread::Builder::new().name("split".to_owned()).spawn(split).expect("invariant: a thread can be started");
        Ahead { batches, spent, batch: Batch { records: Vec::new(), n_records: 0, last_notes: None }, next: 0 }
    }

    /// The next record; nothing at the end.
    ///
    /// Errors: text that is none, or that a lenient reader would have misread.
    pub(super) fn next(&mut self) -> Result<Option<&Record>, Refusal> {
        while self.next == self.batch.n_records {
            if self.batch.last_notes.is_some() {
                return Ok(None);
            }
            let batch =
                self.batches.recv().expect("invariant: a text ends with its notes, or with why it cannot be read")?;
            let spent = std::mem::replace(&mut self.batch, batch).records;
            if !spent.is_empty() {
                let _ = self.spent.send(spent);
            }
            self.next = 0;
        }
        self.next += 1;
        Ok(self.batch.records.get(self.next - 1))
    }

    /// What can be said of the text once it is read.
    pub(super) fn last_notes(&mut self) -> Refusal {
        self.batch.last_notes.take().unwrap_or_default()
    }
}

/// Fills a batch; beside it why there is no more.
fn fill(text: &mut Delimited, mut records: Vec<Record>) -> (Batch, Option<Refusal>) {
    let (mut n_records, mut n_bytes) = (0, 0);
    for record in &mut records {
        if n_bytes > BATCH_BYTES {
            break;
        }
        match text.next(record) {
            Ok(true) => (n_records, n_bytes) = (n_records + 1, n_bytes + record.n_bytes()),
            Ok(false) => {
                let last_notes = Some(text.last_notes());
                return (Batch { records, n_records, last_notes }, None);
            }
            Err(refusal) => return (Batch { records, n_records, last_notes: None }, Some(refusal)),
        }
    }
    (Batch { records, n_records, last_notes: None }, None)
}
