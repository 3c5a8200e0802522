//! A delimited text taken apart into records, strictly: what a lenient reader passes over in silence is refused at its line.
//!
//! The bytes that matter are found first, many at a time; then only they are looked at, each once: where cells and records end,
//! which line a record begins on, whether quotation marks are sound, whether a cell is too long.

use std::io::{self, Read};

use super::record::{Record, is_plain};
use super::separators;

/// A row of more cells is none: nobody's sheet has as many, and each takes memory before the row ends.
const MOST_CELLS: usize = 100_000;
/// Nor has a row as many bytes.
const MOST_ROW_BYTES: usize = 64 << 20;

/// What is wrong with the text, at the line it began on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadText {
    /// A quotation mark that nothing closes.
    #[error("a quotation mark opens here and is never closed")]
    UnclosedQuote { line: u64 },
    /// `"a"b`
    #[error("text stands behind a closing quotation mark")]
    BadQuote { line: u64 },
    /// A cell beyond the limit.
    #[error("a cell holds more than {} KiB", limit / 1024)]
    LongCell { line: u64, limit: u64 },
    /// A row beyond any sheet.
    #[error("a row has more than {} cells", MOST_CELLS)]
    LongRow { line: u64 },
    /// The same by its bytes.
    #[error("a row holds more than {} MiB", MOST_ROW_BYTES >> 20)]
    HugeRow { line: u64 },
    /// A NUL byte.
    #[error("a NUL byte stands in the text")]
    Nul { line: u64 },
}

/// How the lines of a text end: each kind once it was seen.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineEnds {
    pub newline: bool,
    pub return_newline: bool,
    pub lone_return: bool,
}

/// How much is asked for at once.
const BUFFER: usize = 128 * 1024;

/// A text while it is taken apart.
#[derive(Debug)]
pub(super) struct Splitter<R> {
    input: R,
    delimiter: u8,
    most_cell_bytes: u64,
    /// What was read and not yet taken apart lies at `at..filled`.
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    is_whole: bool,
    /// The bytes that matter, by their places in the buffer; those before `next` are passed.
    separators: Vec<u32>,
    next: usize,
    /// The line that the next record begins on.
    line: u64,
    ends: LineEnds,
    /// Cells of the record being read that hold doubled quotation marks.
    doubled: Vec<usize>,
}

/// What came of the attempt to read a record from what lies in the buffer.
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
    cell: usize,
    line: u64,
    /// Where a quoted cell was opened, once one was.
    opened: u64,
    quoted: Quoted,
    is_canonical: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoted {
    No,
    /// Inside, and whether something stands there that needs quotation marks.
    Inside {
        is_needed: bool,
        is_doubled: bool,
    },
    /// Behind a quotation mark inside: the end of the cell, or the first half of `""`.
    Behind {
        mark: usize,
        is_needed: bool,
        is_doubled: bool,
    },
}

impl<R: Read> Splitter<R> {
    /// Begins on the line after `n_lines_before`.
    pub(super) fn new(input: R, delimiter: u8, n_lines_before: u64, most_cell_bytes: u64) -> Self {
        Splitter {
            input,
            delimiter,
            most_cell_bytes,
            buffer: Vec::new(),
            at: 0,
            filled: 0,
            is_whole: false,
            separators: Vec::new(),
            next: 0,
            line: n_lines_before + 1,
            ends: LineEnds::default(),
            doubled: Vec::new(),
        }
    }

    /// How the lines read so far end.
    pub(super) fn ends(&self) -> LineEnds {
        self.ends
    }

    /// Reads the next record; `false` at the end. Empty lines are none.
    ///
    /// Errors: what the input says, or [`BadText`] as the inner error of one of kind `InvalidData`.
    pub(super) fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        loop {
            record.clear();
            let attempt = self.attempt(record).map_err(|bad| io::Error::new(io::ErrorKind::InvalidData, bad))?;
            match attempt {
                Attempt::Record => return Ok(true),
                Attempt::Blank => {}
                Attempt::NeedsMore => self.fill()?,
                Attempt::End => return Ok(false),
            }
        }
    }

    /// Reads more behind what was not taken apart. The buffer is at least twice as long as that, so that a record which is begun
    /// anew with each reading costs no more than twice its length in all.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        if self.buffer.len() < 2 * self.filled.max(BUFFER / 2) {
            self.buffer.resize(2 * self.filled.max(BUFFER / 2), 0);
        }
        while self.filled < self.buffer.len() && !self.is_whole {
            let n_read = self.input.read(&mut self.buffer[self.filled..])?;
            self.filled += n_read;
            self.is_whole = n_read == 0;
        }
        self.separators.clear();
        separators::find(&self.buffer[..self.filled], 0, self.delimiter, &mut self.separators);
        self.next = 0;
        Ok(())
    }

    fn attempt(&mut self, record: &mut Record) -> Result<Attempt, BadText> {
        let start = self.at;
        let mut walk = Walk { cell: start, line: self.line, opened: self.line, quoted: Quoted::No, is_canonical: true };
        self.doubled.clear();
        let mut number = self.next;
        while let Some(place) = self.separators.get(number) {
            let place = *place as usize;
            number += 1;
            let byte = self.buffer[place];
            if byte == self.delimiter && walk.quoted == Quoted::No {
                self.end_cell(&mut walk, place, record)?;
                continue;
            }
            if matches!(byte, b'\n' | b'\r') && !matches!(walk.quoted, Quoted::Inside { .. }) {
                let Some(end) = self.line_end(place) else { return Ok(Attempt::NeedsMore) };
                let is_blank = place == start;
                if !is_blank {
                    self.end_cell(&mut walk, place, record)?;
                    self.take(start..place, &walk, record)?;
                }
                self.next = number + usize::from(end - place > 1);
                self.at = end;
                self.line = walk.line + 1;
                return Ok(if is_blank { Attempt::Blank } else { Attempt::Record });
            }
            self.step(&mut walk, byte, place, record)?;
        }
        self.at_end_of_buffer(start, walk, record)
    }

    /// Looks at a byte that ends neither a plain cell nor a record.
    fn step(&mut self, walk: &mut Walk, byte: u8, place: usize, record: &mut Record) -> Result<(), BadText> {
        match (walk.quoted, byte) {
            (_, 0) => return Err(BadText::Nul { line: walk.line }),
            (Quoted::No, b'"') if place == walk.cell => {
                walk.opened = walk.line;
                walk.quoted = Quoted::Inside { is_needed: false, is_doubled: false };
            }
            // A quotation mark within a plain cell is a character like others, but for how it would be written plainly.
            (Quoted::No, _) => walk.is_canonical = false,
            (Quoted::Inside { is_needed, is_doubled }, b'"') => {
                walk.quoted = Quoted::Behind { mark: place, is_needed, is_doubled };
            }
            (Quoted::Inside { is_doubled, .. }, _) => {
                walk.quoted = Quoted::Inside { is_needed: true, is_doubled };
                if byte == b'\n' || byte == b'\r' {
                    let is_second_half = byte == b'\n' && self.buffer[place - 1] == b'\r';
                    walk.line += u64::from(!is_second_half);
                    self.note_end(place, byte);
                }
            }
            (Quoted::Behind { mark, .. }, b'"') if place == mark + 1 => {
                walk.quoted = Quoted::Inside { is_needed: true, is_doubled: true };
            }
            (Quoted::Behind { .. }, b'"') => return Err(BadText::BadQuote { line: walk.line }),
            (Quoted::Behind { .. }, _) => self.end_cell(walk, place, record)?,
        }
        Ok(())
    }

    /// The cell that began at `walk.cell` ends before `end`.
    #[inline]
    fn end_cell(&mut self, walk: &mut Walk, end: usize, record: &mut Record) -> Result<(), BadText> {
        let (mut from, mut to) = (walk.cell, end);
        if let Quoted::Behind { mark, is_needed, is_doubled } = walk.quoted {
            if !self.buffer[mark + 1..end].iter().all(|byte| matches!(byte, b' ' | b'\t')) {
                return Err(BadText::BadQuote { line: walk.line });
            }
            if is_doubled {
                self.doubled.push(record.n_cells());
            }
            walk.is_canonical &= is_needed && mark + 1 == end;
            (from, to) = (walk.cell + 1, mark);
        }
        walk.is_canonical &= is_plain(&self.buffer[from..to]);
        if (to - from) as u64 > self.most_cell_bytes {
            return Err(self.long_cell(walk));
        }
        if record.n_cells() == MOST_CELLS {
            return Err(BadText::LongRow { line: walk.line });
        }
        record.push_span(from - self.at, to - self.at);
        walk.quoted = Quoted::No;
        walk.cell = end + 1;
        Ok(())
    }

    fn long_cell(&self, walk: &Walk) -> BadText {
        let line = if walk.quoted == Quoted::No { walk.line } else { walk.opened };
        BadText::LongCell { line, limit: self.most_cell_bytes }
    }

    /// The place behind the line end at `place`; nothing where that hangs on what was not read yet.
    fn line_end(&mut self, place: usize) -> Option<usize> {
        let byte = self.buffer[place];
        if byte == b'\r' && place + 1 == self.filled && !self.is_whole {
            return None;
        }
        self.note_end(place, byte);
        let is_pair = byte == b'\r' && self.buffer[..self.filled].get(place + 1) == Some(&b'\n');
        Some(place + 1 + usize::from(is_pair))
    }

    fn note_end(&mut self, place: usize, byte: u8) {
        let text = &self.buffer[..self.filled];
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

    /// Nothing that matters is left in the buffer: the text ends, or the record goes on beyond it.
    fn at_end_of_buffer(&mut self, start: usize, mut walk: Walk, record: &mut Record) -> Result<Attempt, BadText> {
        if !self.is_whole {
            if (self.filled - walk.cell) as u64 > self.most_cell_bytes.saturating_add(2) {
                return Err(self.long_cell(&walk));
            }
            if self.filled - start > MOST_ROW_BYTES {
                return Err(BadText::HugeRow { line: self.line });
            }
            return Ok(Attempt::NeedsMore);
        }
        if start == self.filled {
            return Ok(Attempt::End);
        }
        if matches!(walk.quoted, Quoted::Inside { .. }) {
            return Err(BadText::UnclosedQuote { line: walk.opened });
        }
        self.end_cell(&mut walk, self.filled, record)?;
        self.take(start..self.filled, &walk, record)?;
        (self.at, self.next) = (self.filled, self.separators.len());
        Ok(Attempt::Record)
    }

    /// Gives the record its text.
    fn take(&mut self, row: std::ops::Range<usize>, walk: &Walk, record: &mut Record) -> Result<(), BadText> {
        if row.len() > MOST_ROW_BYTES {
            return Err(BadText::HugeRow { line: self.line });
        }
        let text =
            std::str::from_utf8(&self.buffer[row]).expect("invariant: what is decoded is UTF-8, rows end at ASCII");
        record.take_text(text, walk.is_canonical && self.delimiter == b',');
        for index in &self.doubled {
            record.undouble(*index);
        }
        record.line = self.line;
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

    /// The line and the cells of every record, with a buffer of a few bytes.
    fn split(text: &str, buffer: usize, most: u64) -> Result<(Vec<Row>, LineEnds), BadText> {
        let mut splitter = Splitter::new(Drops(text.as_bytes(), buffer), b',', 0, most);
        splitter.buffer = vec![0; buffer];
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
        assert_eq!(rows("a,b\r\n\"c\"d,e\r\n"), Err(BadText::BadQuote { line: 2 }));
        assert_eq!(rows("a,b\n\"c\" \"d\"\n"), Err(BadText::BadQuote { line: 2 }));
        assert_eq!(rows("a,b\n\"c\"d"), Err(BadText::BadQuote { line: 2 }));
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
        assert_eq!(ends("a\r\n\"b\nc\""), of(true, true, false));
        assert_eq!(ends("a\r"), of(false, false, false));
    }

    #[test]
    fn equal_rows_are_written_equally() {
        let written = |text: &str, delimiter: u8, n_cells: usize| {
            let (mut record, mut scratch) = (Record::default(), String::new());
            Splitter::new(text.as_bytes(), delimiter, 0, 100).next(&mut record).unwrap();
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
