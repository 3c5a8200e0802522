//! Physical lines: which line of the file a byte stands on, and the text of a line.
//!
//! The record reader counts records; people count lines, also those inside quotes and blank ones. `\n`, `\r\n` and a lone
//! `\r` each end one.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::quotes::QuoteWatch;

/// The line breaks that have been read and not yet passed.
#[derive(Debug, Default)]
struct Breaks {
    /// First byte of each break, the byte after it, and how many breaks that are: those without a byte between them are passed
    /// together, and millions of blank lines take no more memory than one.
    ahead: VecDeque<(u64, u64, u64)>,
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

/// A reader that notes line breaks as bytes pass, and answers which line a record begins on. Asked in the order of the file, it
/// holds no more of them than the buffer in front of it has bytes.
#[derive(Debug)]
pub(super) struct CountingLines<R> {
    inner: R,
    breaks: Breaks,
    watch: QuoteWatch,
}

impl<R: Read> CountingLines<R> {
    /// Counts from the line after `n_before`.
    pub(super) fn new(inner: R, n_before: u64, watch: QuoteWatch) -> Self {
        CountingLines { inner, breaks: Breaks { n_passed: n_before, ..Breaks::default() }, watch }
    }
}

impl<R: Read> Read for CountingLines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n_read = self.inner.read(out)?;
        self.breaks.note(&out[..n_read]);
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
            match self.ahead.back_mut().filter(|last| last.1 == at) {
                Some(last) => {
                    last.1 = at + 1;
                    last.2 += u64::from(!is_second_half);
                }
                None => self.ahead.push_back((at, at + 1, 1)),
            }
            self.ends.return_newline |= is_second_half;
            self.ends.newline |= is_newline && !is_second_half;
            self.ends.lone_return |= !is_newline && bytes.get(place + 1).is_some_and(|next| *next != b'\n');
        }
        self.last_was_return = *last == b'\r';
        self.n_read += bytes.len() as u64;
    }
}

impl<R> CountingLines<R> {
    /// How the lines read so far end.
    pub(super) fn ends(&self) -> LineEnds {
        self.breaks.ends
    }

    /// The line, from 1, of the record that begins at `byte` or behind the line breaks that stand there.
    pub(super) fn line_at(&mut self, byte: u64) -> u64 {
        let breaks = &mut self.breaks;
        let mut at = byte;
        while let Some((start, end, n)) = breaks.ahead.front().copied().filter(|(start, ..)| *start <= at) {
            debug_assert!(start < end);
            at = at.max(end);
            breaks.ahead.pop_front();
            breaks.n_passed += n;
        }
        breaks.n_passed + 1
    }
}

/// No more of a line is kept: who shows one cuts it far shorter.
const MOST_OF_A_LINE: usize = 64 * 1024;

/// Gives the physical lines of a text that are wanted, without their ends and without what makes them longer than 64 KiB; the others are passed without being looked at.
///
/// In: numbers of lines from 1, in ascending order.
pub(super) fn lines_at(mut text: impl BufRead, wanted: impl Iterator<Item = u64>, mut take: impl FnMut(u64, String)) {
    let mut wanted = wanted.peekable();
    let (mut number, mut line, mut after_return) = (1, Vec::new(), false);
    while let Some(next) = wanted.peek().copied() {
        let Ok(block) = text.fill_buf() else { return };
        if block.is_empty() {
            if number == next && !line.is_empty() {
                take(number, String::from_utf8_lossy(&line).into_owned());
            }
            return;
        }
        let start = usize::from(std::mem::take(&mut after_return) && block[0] == b'\n');
        let end = memchr::memchr2(b'\n', b'\r', &block[start..]).map(|end| start + end);
        if number == next {
            let stretch = &block[start..end.unwrap_or(block.len())];
            line.extend_from_slice(&stretch[..stretch.len().min(MOST_OF_A_LINE.saturating_sub(line.len()))]);
            if line.len() == MOST_OF_A_LINE {
                line.extend_from_slice("…".as_bytes());
            }
        }
        let Some(end) = end else {
            let n_read = block.len();
            text.consume(n_read);
            continue;
        };
        after_return = block[end] == b'\r';
        text.consume(end + 1);
        if number == next {
            take(number, String::from_utf8_lossy(&line).into_owned());
            line.clear();
            wanted.next();
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line and first cell of every record of a text.
    fn records(text: &str) -> Vec<(u64, String)> {
        let reader = CountingLines::new(text.as_bytes(), 0, QuoteWatch::new(b',', 0, 100));
        let mut csv =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(7).from_reader(reader);
        let mut record = csv::StringRecord::new();
        let mut found = Vec::new();
        while csv.read_record(&mut record).unwrap() {
            let line = csv.get_mut().line_at(record.position().unwrap().byte());
            found.push((line, record[0].to_owned()));
        }
        found
    }

    #[test]
    fn quoted_blank_and_foreign_line_ends_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"].join(end);
            let expected = [(1, "a"), (2, &format!("x{end}y")), (6, "c"), (7, "d")];
            assert_eq!(records(&text), expected.map(|(line, cell)| (line, cell.to_owned())), "{end:?}");
            let mut texts = Vec::new();
            lines_at(text.as_bytes(), 1..=9, |line, text| texts.push((line, text)));
            let expected = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"];
            assert_eq!(texts, (1..).zip(expected.map(str::to_owned)).collect::<Vec<_>>(), "{end:?}");
            let mut some = Vec::new();
            lines_at(text.as_bytes(), [2, 6].into_iter(), |_, text| some.push(text));
            assert_eq!(some, ["\"x", "c,2"], "{end:?}");
        }
    }
}
