//! A delimited text taken apart into records, strictly: what a lenient reader passes over in silence is refused at its line.
//!
//! The bytes that matter are found first, many at a time; then only they are looked at, each once: where cells and records end,
//! which line a record begins on, whether quotation marks are sound, whether a cell is too long.

mod piece;

use std::io::{self, Read};
use std::ops::Range;

use super::buffer::Buffer;
use super::decode::Decoding;
use super::record::{Record, is_plain};

/// A row of more cells is none: nobody's sheet has as many, and each takes memory before the row ends.
const MOST_CELLS: usize = 100_000;
/// Nor has a row as many bytes, but where a source allows a cell of half as many.
const MOST_ROW_BYTES: usize = 16 << 20;

/// So many cells are passed at once at most.
const RUN: usize = 64;

/// What is wrong with the text, at the line it began on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadText {
    /// A quotation mark that nothing closes.
    #[error("a quotation mark opens here and is never closed")]
    UnclosedQuote { line: u64 },
    /// `"a"b`
    #[error("text stands behind a closing quotation mark{}", opened_at(*line, *opened))]
    BadQuote { line: u64, opened: u64 },
    /// A cell beyond the limit.
    #[error("a cell holds more than {} KiB", limit / 1024)]
    LongCell { line: u64, limit: u64 },
    /// A row beyond any sheet.
    #[error("a row has more than {} cells", MOST_CELLS)]
    LongRow { line: u64 },
    /// The same by its bytes.
    #[error("a row holds more than {} MiB", limit >> 20)]
    HugeRow { line: u64, limit: usize },
    /// A NUL byte.
    #[error("a NUL byte stands in the text")]
    Nul { line: u64 },
}

/// Where a quotation mark was opened, if it was elsewhere.
fn opened_at(line: u64, opened: u64) -> String {
    if line == opened { String::new() } else { format!(" of a cell that opens on line {opened}") }
}

/// How the rows of a text end: each kind once it was seen.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineEnds {
    pub newline: bool,
    pub return_newline: bool,
    pub lone_return: bool,
}

impl std::ops::BitOrAssign for LineEnds {
    fn bitor_assign(&mut self, other: LineEnds) {
        self.newline |= other.newline;
        self.return_newline |= other.return_newline;
        self.lone_return |= other.lone_return;
    }
}

/// A text while it is taken apart.
#[derive(Debug)]
pub(super) struct Splitter<R> {
    buffer: Buffer<R>,
    most_cell_bytes: usize,
    most_row_bytes: usize,
    /// The line that the next record begins on, and how many empty ones stand above it.
    line: u64,
    n_blank: u64,
    ends: LineEnds,
    /// Cells of the record being read that hold doubled quotation marks.
    doubled: Vec<usize>,
}

/// What came of the attempt to read a record from what is known of the buffer.
enum Attempt {
    Record,
    /// An empty line, which is no record.
    Blank,
    NeedsMore,
    End,
}

/// Where the walk over the bytes that matter stands.
#[derive(Debug, Clone, Copy)]
struct Walk {
    /// Where the cell begins.
    cell: usize,
    line: u64,
    quoted: Quoted,
    /// Of a quoted cell: the line it was opened on, the mark that may close it, whether something stands in it that needs quotation
    /// marks, and whether that is one of them.
    opened: u64,
    mark: usize,
    is_needed: bool,
    is_doubled: bool,
    /// Is the row so far as the plainest CSV would be?
    is_plainest: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoted {
    No,
    Inside,
    /// Behind a quotation mark inside: the end of the cell, or the first half of `""`.
    Behind,
}

impl Walk {
    fn from(start: usize, line: u64) -> Walk {
        let quoted = Quoted::No;
        Walk {
            cell: start,
            line,
            quoted,
            opened: line,
            mark: 0,
            is_needed: false,
            is_doubled: false,
            is_plainest: true,
        }
    }

    fn open(&mut self) {
        (self.quoted, self.opened, self.is_needed, self.is_doubled) = (Quoted::Inside, self.line, false, false);
    }
}

impl<R: Read> Splitter<R> {
    /// Begins on the line after `n_lines_before`.
    pub(super) fn new(input: Decoding<R>, delimiter: u8, n_lines_before: u64, most_cell_bytes: u64) -> Self {
        let most_cell_bytes = usize::try_from(most_cell_bytes).unwrap_or(usize::MAX);
        Splitter {
            buffer: Buffer::new(input, delimiter),
            most_cell_bytes,
            most_row_bytes: MOST_ROW_BYTES.max(most_cell_bytes.saturating_mul(2)),
            line: n_lines_before + 1,
            n_blank: 0,
            ends: LineEnds::default(),
            doubled: Vec::new(),
        }
    }

    /// How the lines read so far end.
    pub(super) fn ends(&self) -> LineEnds {
        self.ends
    }

    /// Reads the next record; `false` at the end of the text or piece. Empty lines are none: those above a record are counted with it, and the last ones
    /// of a text are not told, for many texts end in one.
    ///
    /// Errors: what the input says, or [`BadText`] as the inner error of one of kind `InvalidData`.
    pub(super) fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        loop {
            record.clear();
            record.n_blank_before = self.n_blank;
            let attempt = self.attempt(record).map_err(|bad| io::Error::new(io::ErrorKind::InvalidData, bad))?;
            match attempt {
                Attempt::Record => {
                    self.n_blank = 0;
                    return Ok(true);
                }
                Attempt::Blank => self.n_blank += 1,
                Attempt::NeedsMore if self.buffer.go_on()? => {}
                Attempt::NeedsMore | Attempt::End => return Ok(false),
            }
        }
    }

    fn attempt(&mut self, record: &mut Record) -> Result<Attempt, BadText> {
        let (start, first) = self.buffer.at();
        let mut walk = Walk::from(start, self.line);
        self.doubled.clear();
        let mut number = self.pass_plain(first, &mut walk, record);
        while let Some(separator) = self.buffer.separators().get(number) {
            let place = separator.place() as usize;
            number += 1;
            let byte = self.buffer.bytes()[place];
            if byte == self.buffer.delimiter() && walk.quoted != Quoted::Inside {
                self.end_cell(&mut walk, place, record)?;
                number = self.pass_plain(number, &mut walk, record);
                continue;
            }
            if matches!(byte, b'\n' | b'\r') && walk.quoted != Quoted::Inside {
                let Some(end) = self.line_end(place) else { return Ok(Attempt::NeedsMore) };
                let is_blank = place == start;
                if !is_blank {
                    self.end_cell(&mut walk, place, record)?;
                    self.take(start..place, &walk, record)?;
                }
                self.buffer.pass(end, number + usize::from(end - place > 1));
                self.line = walk.line + 1;
                return Ok(if is_blank { Attempt::Blank } else { Attempt::Record });
            }
            self.look_at(byte, place, &mut walk)?;
        }
        self.at_end_of_buffer(start, walk, record)
    }

    /// Ends as many cells as hold nothing that matters, and are sound: what [`Splitter::end_cell`] does, for many at once. Out: the
    /// number of the first separator that was not passed.
    #[inline]
    fn pass_plain(&self, from: usize, walk: &mut Walk, record: &mut Record) -> usize {
        let place = |at: usize| u32::try_from(at).expect("invariant: the buffer of a text is bounded");
        let (start, first, n_before) = (place(self.buffer.at().0), place(walk.cell), record.n_cells());
        let mut cell = first;
        for run in self.buffer.separators()[from..].chunks(RUN) {
            let n_passed = run.iter().take_while(|separator| separator.is_delimiter()).count();
            let Some(end) = run[..n_passed].last().map(|separator| separator.place()) else { break };
            // One of them may be too long, or beyond what a row has: they are looked at one by one.
            if (end - cell) as usize > self.most_cell_bytes || record.n_cells() + n_passed > MOST_CELLS {
                break;
            }
            record.push_cells(cell - start, run[..n_passed].iter().map(|separator| separator.place() - start));
            cell = end + 1;
            if n_passed < run.len() {
                break;
            }
        }
        walk.is_plainest &= self.buffer.is_plain(first, cell);
        walk.cell = cell as usize;
        from + record.n_cells() - n_before
    }

    /// Looks at a byte that ends neither a cell nor a record.
    fn look_at(&mut self, byte: u8, place: usize, walk: &mut Walk) -> Result<(), BadText> {
        self.refuse_long_cell(walk, place)?;
        match (walk.quoted, byte) {
            (_, 0) => return Err(BadText::Nul { line: walk.line }),
            (Quoted::No, b'"') if place == walk.cell => walk.open(),
            // A quotation mark within a plain cell is a character like others, but for how it would be written plainly.
            (Quoted::No, _) => walk.is_plainest = false,
            (Quoted::Inside, b'"') => (walk.quoted, walk.mark) = (Quoted::Behind, place),
            (Quoted::Inside, _) => {
                walk.is_needed = true;
                if byte == b'\n' || byte == b'\r' {
                    let is_second_half = byte == b'\n' && self.buffer.bytes()[place - 1] == b'\r';
                    walk.line += u64::from(!is_second_half);
                }
            }
            (Quoted::Behind, b'"') if place == walk.mark + 1 => {
                (walk.quoted, walk.is_needed, walk.is_doubled) = (Quoted::Inside, true, true);
            }
            (Quoted::Behind, _) => return Err(BadText::BadQuote { line: walk.line, opened: walk.opened }),
        }
        Ok(())
    }

    /// The cell that began at `walk.cell` ends before `end`.
    #[inline]
    fn end_cell(&mut self, walk: &mut Walk, end: usize, record: &mut Record) -> Result<(), BadText> {
        self.refuse_long_cell(walk, end)?;
        let (start, mut from, mut to) = (self.buffer.at().0, walk.cell, end);
        if walk.quoted == Quoted::Behind {
            if !self.buffer.bytes()[walk.mark + 1..end].iter().all(|byte| matches!(byte, b' ' | b'\t')) {
                return Err(BadText::BadQuote { line: walk.line, opened: walk.opened });
            }
            if walk.is_doubled {
                self.doubled.push(record.n_cells());
            }
            walk.is_plainest &= walk.is_needed && walk.mark + 1 == end;
            (from, to) = (walk.cell + 1, walk.mark);
        }
        walk.is_plainest &= is_plain(&self.buffer.bytes()[from..to]);
        if record.n_cells() == MOST_CELLS {
            return Err(BadText::LongRow { line: walk.line });
        }
        record.push_span(from - start, to - start);
        walk.quoted = Quoted::No;
        walk.cell = end + 1;
        Ok(())
    }

    /// Refuses a cell that is too long up to `end`, with its quotation marks and what stands around them.
    #[inline]
    fn refuse_long_cell(&self, walk: &Walk, end: usize) -> Result<(), BadText> {
        if end - walk.cell <= self.most_cell_bytes {
            return Ok(());
        }
        let line = if walk.quoted == Quoted::No { walk.line } else { walk.opened };
        Err(BadText::LongCell { line, limit: self.most_cell_bytes as u64 })
    }

    /// The place behind the line end at `place`; nothing where that hangs on what was not read yet.
    fn line_end(&mut self, place: usize) -> Option<usize> {
        let byte = self.buffer.bytes()[place];
        if byte == b'\r' && place + 1 == self.buffer.filled() && !self.buffer.is_whole() {
            return None;
        }
        self.note_end(place, byte);
        let is_pair = byte == b'\r' && self.buffer.bytes().get(place + 1) == Some(&b'\n');
        Some(place + 1 + usize::from(is_pair))
    }

    fn note_end(&mut self, place: usize, byte: u8) {
        let text = self.buffer.bytes();
        if byte == b'\n' {
            let is_second_half = place > 0 && text[place - 1] == b'\r';
            self.ends.return_newline |= is_second_half;
            self.ends.newline |= !is_second_half;
        } else {
            let next = text.get(place + 1);
            self.ends.return_newline |= next == Some(&b'\n');
            self.ends.lone_return |= next.is_some_and(|next| *next != b'\n');
        }
    }

    /// Nothing that matters is left of what was looked through: the text ends, or the record goes on beyond it.
    fn at_end_of_buffer(&mut self, start: usize, mut walk: Walk, record: &mut Record) -> Result<Attempt, BadText> {
        let (looked_through, filled) = (self.buffer.looked_through(), self.buffer.filled());
        self.refuse_long_cell(&walk, looked_through.max(walk.cell))?;
        if looked_through < filled || !self.buffer.is_whole() {
            self.refuse_huge_row(looked_through.max(start) - start)?;
            return Ok(Attempt::NeedsMore);
        }
        if start == filled {
            return Ok(Attempt::End);
        }
        if walk.quoted == Quoted::Inside {
            return Err(BadText::UnclosedQuote { line: walk.opened });
        }
        self.end_cell(&mut walk, filled, record)?;
        self.take(start..filled, &walk, record)?;
        self.buffer.pass(filled, usize::MAX);
        Ok(Attempt::Record)
    }

    fn refuse_huge_row(&self, n_bytes: usize) -> Result<(), BadText> {
        let limit = self.most_row_bytes;
        if n_bytes > limit { Err(BadText::HugeRow { line: self.line, limit }) } else { Ok(()) }
    }

    /// Gives the record its text.
    fn take(&mut self, row: Range<usize>, walk: &Walk, record: &mut Record) -> Result<(), BadText> {
        self.refuse_huge_row(row.len())?;
        record.take_text(&self.buffer.text()[row], walk.is_plainest && self.buffer.delimiter() == b',');
        for index in &self.doubled {
            record.undouble(*index);
        }
        record.line = self.line;
        record.spans_lines = walk.line > self.line;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let n_given = self.0.len().min(self.1).min(out.len());
            out[..n_given].copy_from_slice(&self.0[..n_given]);
            self.0 = &self.0[n_given..];
            Ok(n_given)
        }
    }

    type Row = (u64, Vec<String>);

    /// The line and the cells of every record, where a few bytes are read and looked through at a time.
    fn split(text: &str, step: usize, most: u64) -> Result<(Vec<Row>, LineEnds), BadText> {
        let input = Decoding::new(Drops(text.as_bytes(), step), encoding_rs::UTF_8);
        let mut splitter = Splitter::new(input, b',', 0, most);
        splitter.buffer.step = step;
        let (mut record, mut rows) = (Record::default(), Vec::new());
        loop {
            match splitter.next(&mut record) {
                Ok(true) => rows.push((record.line, record.cells().map(str::to_owned).collect())),
                Ok(false) => return Ok((rows, splitter.ends())),
                Err(error) => return Err(*error.get_ref().unwrap().downcast_ref().unwrap()),
            }
        }
    }

    fn rows(text: &str) -> Result<Vec<Row>, BadText> {
        split(text, 7, 65_536).map(|(rows, _)| rows)
    }

    fn row(line: u64, cells: &[&str]) -> Row {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn quoted_blank_and_foreign_line_ends_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"].join(end);
            let expected =
                [row(1, &["a", "b"]), row(2, &[&format!("x{end}y"), "1"]), row(6, &["c", "2"]), row(7, &["d", "3"])];
            assert_eq!(rows(&text).unwrap(), expected, "{end:?}");
        }
    }

    #[test]
    fn quotation_marks_that_close_are_sound() {
        let text = "a,\"b\"\"c\",\"d\ne\"\r\n5\",x\"y \"\n\"\",\"\" \n";
        let expected = [row(1, &["a", "b\"c", "d\ne"]), row(3, &["5\"", "x\"y \""]), row(4, &["", ""])];
        assert_eq!(rows(text).unwrap(), expected);
    }

    #[test]
    fn what_a_lenient_reader_would_pass_over_is_found_at_its_line() {
        assert_eq!(rows("a,b\nc,\"d\ne,f\n"), Err(BadText::UnclosedQuote { line: 2 }));
        assert_eq!(rows("a,b\r\n\"c\"d,e\r\n"), Err(BadText::BadQuote { line: 2, opened: 2 }));
        assert_eq!(rows("a,b\n\"c\" \"d\"\n"), Err(BadText::BadQuote { line: 2, opened: 2 }));
        assert_eq!(rows("a,\"b\nc\"d"), Err(BadText::BadQuote { line: 2, opened: 1 }));
        assert_eq!(rows("a,b\n\"c\"d"), Err(BadText::BadQuote { line: 2, opened: 2 }));
        assert_eq!(rows("a,b\n\0,d\n"), Err(BadText::Nul { line: 2 }));
        let long = "x".repeat(70_000);
        assert_eq!(rows(&format!("a\n{long}")), Err(BadText::LongCell { line: 2, limit: 65_536 }));
        assert_eq!(rows(&format!("a\n\"\n{long}\"\n")), Err(BadText::LongCell { line: 2, limit: 65_536 }));
        assert_eq!(rows(&format!("a\n{}", ",".repeat(MOST_CELLS))), Err(BadText::LongRow { line: 2 }));
    }

    #[test]
    fn how_lines_end_is_told() {
        let ends = |text: &str| split(text, 3, 100).unwrap().1;
        let of = |newline, return_newline, lone_return| LineEnds { newline, return_newline, lone_return };
        assert_eq!(ends("a\nb\n"), of(true, false, false));
        assert_eq!(ends("a\r\nb\r\n"), of(false, true, false));
        assert_eq!(ends("a\rb\r"), of(false, false, true));
        // Within a cell spreadsheets write another than between rows.
        assert_eq!(ends("a\r\n\"b\nc\"\n"), of(true, true, false));
        assert_eq!(ends("a\r\n\"b\nc\"\r\n"), of(false, true, false));
        assert_eq!(ends("a\r"), of(false, false, false));
    }

    #[test]
    fn equal_rows_are_written_equally() {
        let written = |text: &str, delimiter: u8, n_cells: usize| {
            let (mut record, mut scratch) = (Record::default(), String::new());
            Splitter::new(Decoding::new(text.as_bytes(), encoding_rs::UTF_8), delimiter, 0, 100)
                .next(&mut record)
                .unwrap();
            record.written(n_cells, &mut scratch).to_owned()
        };
        for (text, delimiter) in [("a,\"b,c\",d\n", b','), (" a ,\"b,c\", \u{a0}d", b','), ("a;b,c;d\r\n", b';')] {
            assert_eq!(written(text, delimiter, 3), "a,\"b,c\",d");
        }
        assert_eq!(written("a,x\"y,\"\"\n", b',', 3), "a,\"x\"\"y\",");
        assert_eq!(written("a,\"x\"\"y\",\n", b',', 3), "a,\"x\"\"y\",");
        assert_eq!(written("a,b,c,d\n", b',', 2), "a,b");
    }

    proptest::proptest! {
        /// Where nothing is wrong with a text, its records are those of the csv crate, however little of it comes at a time.
        #[test]
        fn sound_texts_are_read_as_others_read_them(
            text in proptest::collection::vec(proptest::sample::select("ab é,\"\n\r".chars().collect::<Vec<_>>()), 0..60),
            drop in 1..20_usize,
        ) {
            let text: String = text.into_iter().collect();
            let strict = rows(&text);
            proptest::prop_assert_eq!(&split(&text, drop, 65_536).map(|(rows, _)| rows), &strict);
            if let Ok(strict) = strict {
                let mut builder = csv::ReaderBuilder::new();
                builder.has_headers(false).flexible(true);
                let lenient = builder.from_reader(text.as_bytes()).into_records().map(|record| {
                    record.unwrap().iter().map(|cell| cell.trim_end_matches([' ', '\t']).to_owned()).collect::<Vec<_>>()
                });
                let strict = strict.into_iter().map(|(_, cells)| {
                    cells.into_iter().map(|cell| cell.trim_end_matches([' ', '\t']).to_owned()).collect::<Vec<_>>()
                });
                proptest::prop_assert_eq!(strict.collect::<Vec<_>>(), lenient.collect::<Vec<_>>());
            }
        }
    }
}
