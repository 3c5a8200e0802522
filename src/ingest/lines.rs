//! Physical lines: which line of the file a byte stands on, and the text of a line.
//!
//! The record reader counts records; people count lines, also those inside quotes and blank ones. `\n`, `\r\n` and a lone
//! `\r` each end one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use super::quotes::QuoteWatch;

/// The line breaks that have been read and not yet passed.
#[derive(Debug, Default)]
struct Breaks {
    /// First byte of each break, and the byte after it.
    ahead: VecDeque<(u64, u64)>,
    n_passed: u64,
    n_read: u64,
    last_was_return: bool,
    ends: LineEnds,
}

/// How the lines of a text end: each kind once it was seen.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineEnds {
    pub newline: bool,
    pub return_newline: bool,
    pub lone_return: bool,
}

/// A reader that notes line breaks as bytes pass.
#[derive(Debug)]
pub(super) struct CountingLines<R> {
    inner: R,
    breaks: Rc<RefCell<Breaks>>,
    watch: QuoteWatch,
}

/// Answers which line a record begins on. Asked in the order of the file, it holds no more than the reader's buffer.
#[derive(Debug)]
pub(super) struct LineCounter {
    breaks: Rc<RefCell<Breaks>>,
}

impl<R: Read> CountingLines<R> {
    /// Counts from the line after `n_before`.
    pub(super) fn new(inner: R, n_before: u64, watch: QuoteWatch) -> (Self, LineCounter) {
        let breaks = Rc::new(RefCell::new(Breaks { n_passed: n_before, ..Breaks::default() }));
        (CountingLines { inner, breaks: Rc::clone(&breaks), watch }, LineCounter { breaks })
    }
}

impl<R: Read> Read for CountingLines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n_read = self.inner.read(out)?;
        self.breaks.borrow_mut().note(&out[..n_read]);
        self.watch.follow(&out[..n_read]).map_err(|bad| io::Error::new(io::ErrorKind::InvalidData, bad))?;
        Ok(n_read)
    }
}

impl Breaks {
    fn note(&mut self, bytes: &[u8]) {
        let Some((first, last)) = bytes.first().zip(bytes.last()) else { return };
        self.ends.lone_return |= self.last_was_return && *first != b'\n';
        for place in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let at = self.n_read + place as u64;
            let is_newline = bytes[place] == b'\n';
            let is_second_half =
                is_newline && place.checked_sub(1).map_or(self.last_was_return, |before| bytes[before] == b'\r');
            match self.ahead.back_mut().filter(|_| is_second_half) {
                Some(last) => last.1 = at + 1,
                None => self.ahead.push_back((at, at + 1)),
            }
            self.ends.return_newline |= is_second_half;
            self.ends.newline |= is_newline && !is_second_half;
            self.ends.lone_return |= !is_newline && bytes.get(place + 1).is_some_and(|next| *next != b'\n');
        }
        self.last_was_return = *last == b'\r';
        self.n_read += bytes.len() as u64;
    }
}

impl LineCounter {
    /// How the lines read so far end.
    pub(super) fn ends(&self) -> LineEnds {
        self.breaks.borrow().ends
    }

    /// The line, from 1, of the record that begins at `byte` or behind the line breaks that stand there.
    pub(super) fn line_at(&self, byte: u64) -> u64 {
        let mut breaks = self.breaks.borrow_mut();
        let mut at = byte;
        while let Some((start, end)) = breaks.ahead.front().copied().filter(|(start, _)| *start <= at) {
            debug_assert!(start < end);
            at = at.max(end);
            breaks.ahead.pop_front();
            breaks.n_passed += 1;
        }
        breaks.n_passed + 1
    }
}

/// The physical lines of a text, one by one, without their ends.
pub(super) fn lines(mut text: impl BufRead) -> impl Iterator<Item = io::Result<String>> {
    let mut after_return = false;
    std::iter::from_fn(move || {
        let mut line = Vec::new();
        loop {
            let block = match text.fill_buf() {
                Ok(block) => block,
                Err(error) => return Some(Err(error)),
            };
            if block.is_empty() {
                return (!line.is_empty()).then(|| Ok(String::from_utf8_lossy(&line).into_owned()));
            }
            if std::mem::take(&mut after_return) && block[0] == b'\n' {
                text.consume(1);
                continue;
            }
            let Some(end) = block.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                line.extend_from_slice(block);
                let n_read = block.len();
                text.consume(n_read);
                continue;
            };
            line.extend_from_slice(&block[..end]);
            after_return = block[end] == b'\r';
            text.consume(end + 1);
            return Some(Ok(String::from_utf8_lossy(&line).into_owned()));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line and first cell of every record of a text.
    fn records(text: &str) -> Vec<(u64, String)> {
        let (reader, counter) = CountingLines::new(text.as_bytes(), 0, QuoteWatch::new(b',', 0, 100));
        let mut csv =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(7).from_reader(reader);
        let mut record = csv::StringRecord::new();
        let mut found = Vec::new();
        while csv.read_record(&mut record).unwrap() {
            found.push((counter.line_at(record.position().unwrap().byte()), record[0].to_owned()));
        }
        found
    }

    #[test]
    fn quoted_blank_and_foreign_line_ends_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"].join(end);
            let expected = [(1, "a"), (2, &format!("x{end}y")), (6, "c"), (7, "d")];
            assert_eq!(records(&text), expected.map(|(line, cell)| (line, cell.to_owned())), "{end:?}");
            let texts: Vec<String> = lines(text.as_bytes()).map(Result::unwrap).collect();
            assert_eq!(texts, ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"], "{end:?}");
        }
    }
}
