//! Records of a workbook, taken apart ahead in a thread of their own: that and understanding their cells go on at once.
//!
//! Records come in batches in the order of the file, so that the thread changes nothing but the time it takes.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};

use super::record::Record;
use super::workbook::{self, TakeSheet};
use super::{InputFile, Refusal};
use crate::study::TableFormat;

/// Records of one batch, about how many bytes of them, and how many batches wait at most.
const BATCH: usize = 512;
const BATCH_BYTES: usize = 1 << 20;
const WAITING: usize = 4;

/// What comes of a workbook.
enum Piece {
    Begin(String, Vec<calamine::Dimensions>),
    /// Records, and how many of them are filled.
    Records(Vec<Record>, usize),
    End(Refusal),
}

/// Reads the sheets of a workbook as [`workbook::read`] does, in a thread of their own; `take` takes them here.
///
/// Errors: what is wrong with the file as a whole.
pub(super) fn sheets(file: &InputFile, format: &TableFormat, take: &mut dyn TakeSheet) -> Result<(), Refusal> {
    std::thread::scope(|scope| {
        let (full, pieces) = sync_channel(WAITING);
        let (spent, returned) = channel();
        let read = move || {
            let mut sending = Sending { full, returned, records: Vec::new(), n_records: 0, n_bytes: 0 };
            workbook::read(file, format, &mut sending)
        };
        let reader = std::thread::Builder::new().name("split".to_owned()).spawn_scoped(scope, read);
        let reader = reader.expect("invariant: a thread can be started");
        for piece in pieces {
            match piece {
                Piece::Begin(name, merged) => take.begin(&name, merged),
                Piece::Records(mut records, n_records) => {
                    records[..n_records].iter_mut().for_each(|record| take.record(record));
                    // Where nobody fills them any more, the workbook is read.
                    let _ = spent.send(records);
                }
                Piece::End(findings) => take.end(findings),
            }
        }
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Gathers the records of sheets into batches.
struct Sending {
    full: SyncSender<Piece>,
    returned: Receiver<Vec<Record>>,
    records: Vec<Record>,
    n_records: usize,
    n_bytes: usize,
}

impl Sending {
    fn send(&mut self, piece: Piece) {
        // Where nobody listens any more, reading has ended for another reason.
        let _ = self.full.send(piece);
    }

    fn send_records(&mut self) {
        if self.n_records > 0 {
            let piece = Piece::Records(std::mem::take(&mut self.records), self.n_records);
            self.send(piece);
            (self.n_records, self.n_bytes) = (0, 0);
        }
    }
}

impl TakeSheet for Sending {
    fn begin(&mut self, name: &str, merged: Vec<calamine::Dimensions>) {
        self.send(Piece::Begin(name.to_owned(), merged));
    }

    fn record(&mut self, record: &mut Record) {
        if self.records.is_empty() {
            self.records = self.returned.try_recv().unwrap_or_else(|_| vec![Record::default(); BATCH]);
        }
        self.n_bytes += record.n_bytes();
        std::mem::swap(record, &mut self.records[self.n_records]);
        self.n_records += 1;
        if self.n_records == self.records.len() || self.n_bytes > BATCH_BYTES {
            self.send_records();
        }
    }

    fn end(&mut self, findings: Refusal) {
        self.send_records();
        self.send(Piece::End(findings));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that is taken, in its order.
    #[derive(Default)]
    struct Taken(Vec<String>);

    impl TakeSheet for Taken {
        fn begin(&mut self, name: &str, merged: Vec<calamine::Dimensions>) {
            self.0.push(format!("{name}: {merged:?}"));
        }

        fn record(&mut self, record: &mut Record) {
            self.0.push(format!("{} {:?} {:?}", record.line, record.cells().collect::<Vec<_>>(), record.kinds));
        }

        fn end(&mut self, findings: Refusal) {
            self.0.push(format!("{findings:?}"));
        }
    }

    #[test]
    fn sheets_come_from_a_thread_as_they_come_without_one() {
        // Several batches of each sheet, the last of them not full, and one with a row that fills a batch by itself.
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, n_rows) in [("First", 1_300_u32), ("Second", 700)] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for row in 0..n_rows {
                sheet.write(row, 0, format!("{name} {row}")).unwrap();
                sheet.write(row, u16::try_from(2 + row % 5).unwrap(), row).unwrap();
            }
            for column in 10..50 {
                sheet.write(600, column, "x".repeat(30_000)).unwrap();
            }
            sheet.set_row_hidden(3).unwrap();
        }
        book.worksheet_from_index(1)
            .unwrap()
            .merge_range(9, 0, 10, 0, "both", &rust_xlsxwriter::Format::new())
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.xlsx");
        book.save(&path).unwrap();
        let [relative, printed] = ["book.xlsx"; 2].map(str::to_owned);
        let file = InputFile { source: 0, path, relative, printed, sheet: None };
        let format = TableFormat { sheets: Some(crate::study::FilePattern::any_sheet()), ..TableFormat::default() };
        let (mut here, mut there) = (Taken::default(), Taken::default());
        workbook::read(&file, &format, &mut here).unwrap();
        sheets(&file, &format, &mut there).unwrap();
        assert_eq!(here.0.len(), 1_300 + 700 + 4);
        assert_eq!(here.0, there.0);
    }
}
