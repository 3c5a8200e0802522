//! A watch over quotation marks, long cells and NUL bytes in delimited text: what a lenient reader passes over in silence.

/// A row of more cells is none: nobody's sheet has as many, and each takes memory before the row ends.
const MOST_CELLS: u64 = 100_000;

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
    /// A NUL byte.
    #[error("a NUL byte stands in the text")]
    Nul { line: u64, byte: u64 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quotation mark inside a quoted cell: its end, or the first half of `""`.
    QuoteInQuoted,
}

/// Follows the text byte by byte.
#[derive(Debug)]
pub(super) struct QuoteWatch {
    delimiter: u8,
    state: State,
    line: u64,
    opened: u64,
    at: u64,
    cell_start: u64,
    last: u8,
    most: u64,
    /// Delimiters since the row began, counted where blocks are looked at.
    n_cells: u64,
}

impl QuoteWatch {
    pub(super) fn new(delimiter: u8, n_lines_before: u64, most: u64) -> Self {
        let line = n_lines_before + 1;
        QuoteWatch {
            delimiter,
            state: State::CellStart,
            line,
            opened: line,
            at: 0,
            cell_start: 0,
            last: 0,
            most,
            n_cells: 0,
        }
    }

    /// Follows a block; an empty one is the end of the text.
    pub(super) fn follow(&mut self, block: &[u8]) -> Result<(), BadText> {
        if block.is_empty() && self.state == State::Quoted {
            return Err(BadText::UnclosedQuote { line: self.opened });
        }
        let mut rest = block;
        while !rest.is_empty() {
            // Behind a quotation mark in a quoted cell the next byte decides.
            let next = memchr::memchr2(b'"', 0, rest).filter(|_| self.state != State::QuoteInQuoted);
            let length = if self.state == State::QuoteInQuoted { 0 } else { next.unwrap_or(rest.len()) };
            self.pass(&rest[..length])?;
            rest = &rest[length..];
            if let Some((byte, behind)) = rest.split_first() {
                self.advance(*byte)?;
                rest = behind;
            }
        }
        self.refuse_long_row(block)?;
        self.refuse_long_cell()
    }

    /// Counts the delimiters behind the last line end. A line end or delimiter inside quotes is taken for one: that makes the count
    /// of a row less sharp, and it is only asked whether a row is beyond all measure.
    fn refuse_long_row(&mut self, block: &[u8]) -> Result<(), BadText> {
        let behind = memchr::memrchr2(b'\n', b'\r', block);
        let tail = behind.map_or(block, |end| &block[end + 1..]);
        let n_here = memchr::memchr_iter(self.delimiter, tail).count() as u64;
        self.n_cells = n_here + if behind.is_some() { 0 } else { self.n_cells };
        if self.n_cells > MOST_CELLS { Err(BadText::LongRow { line: self.line }) } else { Ok(()) }
    }

    /// Passes a stretch without quotation marks and NUL bytes: where no cell of it can be too long, nothing in it need be
    /// looked at one by one.
    fn pass(&mut self, stretch: &[u8]) -> Result<(), BadText> {
        let Some(&last) = stretch.last() else { return Ok(()) };
        if self.at - self.cell_start + stretch.len() as u64 > self.most {
            return stretch.iter().try_for_each(|byte| self.advance(*byte));
        }
        self.line += breaks(stretch, self.last == b'\r');
        if self.state != State::Quoted {
            if let Some(end) = memchr::memrchr3(self.delimiter, b'\n', b'\r', stretch) {
                self.cell_start = self.at + end as u64 + 1;
            }
            let ends_cell = last == self.delimiter || matches!(last, b'\n' | b'\r');
            self.state = if ends_cell { State::CellStart } else { State::Plain };
        }
        self.last = last;
        self.at += stretch.len() as u64;
        Ok(())
    }

    fn advance(&mut self, byte: u8) -> Result<(), BadText> {
        self.step(byte)?;
        self.last = byte;
        self.at += 1;
        Ok(())
    }

    fn refuse_long_cell(&self) -> Result<(), BadText> {
        if self.at - self.cell_start > self.most {
            let line = if self.state == State::Quoted { self.opened } else { self.line };
            return Err(BadText::LongCell { line, limit: self.most });
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) -> Result<(), BadText> {
        let is_break = byte == b'\r' || (byte == b'\n' && self.last != b'\r');
        let ends_cell = byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        self.state = match (self.state, byte) {
            (_, 0) => return Err(BadText::Nul { line: self.line, byte: self.at }),
            (State::CellStart, b'"') => {
                self.opened = self.line;
                State::Quoted
            }
            (State::Quoted, b'"') => State::QuoteInQuoted,
            (State::Quoted, _) | (State::QuoteInQuoted, b'"') => State::Quoted,
            (_, _) if ends_cell => {
                self.refuse_long_cell()?;
                self.cell_start = self.at + 1;
                State::CellStart
            }
            (State::QuoteInQuoted, b' ' | b'\t') => State::QuoteInQuoted,
            (State::QuoteInQuoted, _) => return Err(BadText::BadQuote { line: self.line }),
            _ => State::Plain,
        };
        self.line += u64::from(is_break);
        Ok(())
    }
}

/// How many line breaks a stretch holds: `\n`, `\r\n` and a lone `\r` are one each.
fn breaks(stretch: &[u8], is_after_return: bool) -> u64 {
    let newlines = memchr::memchr_iter(b'\n', stretch).count();
    let is_second_half = is_after_return && stretch.first() == Some(&b'\n');
    let mut returns = 0;
    for at in memchr::memchr_iter(b'\r', stretch) {
        returns += usize::from(stretch.get(at + 1) != Some(&b'\n'));
    }
    (newlines + returns - usize::from(is_second_half)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(text: &str) -> Result<(), BadText> {
        let mut watch = QuoteWatch::new(b',', 0, 65_536);
        for block in text.as_bytes().chunks(3) {
            watch.follow(block)?;
        }
        watch.follow(b"")
    }

    /// The watch that looks at every byte.
    fn stepped(text: &[u8], most: u64) -> Result<(u64, State), BadText> {
        let mut watch = QuoteWatch::new(b',', 0, most);
        text.iter().try_for_each(|byte| watch.advance(*byte))?;
        Ok((watch.line, watch.state))
    }

    proptest::proptest! {
        #[test]
        fn stretches_are_passed_as_if_step_by_step(
            text in proptest::collection::vec(proptest::sample::select(b"a,\"\n\r b\0".to_vec()), 0..60),
            block in 1..20_usize,
            most in 3..12_u64,
        ) {
            let mut watch = QuoteWatch::new(b',', 0, most);
            let followed = text.chunks(block).try_for_each(|block| watch.follow(block));
            let followed = followed.map(|()| (watch.line, watch.state));
            match (stepped(&text, most), followed) {
                // A cell that is too long is noticed at its end at the latest, and at a block's end before that.
                (_, Err(BadText::LongCell { .. })) => {}
                (stepped, followed) => proptest::prop_assert_eq!(stepped, followed),
            }
        }
    }

    #[test]
    fn quotes_that_close_are_sound() {
        assert_eq!(follow("a,\"b\"\"c\",\"d\ne\"\r\n5\",x\n\"\",\"\""), Ok(()));
    }

    #[test]
    fn what_a_lenient_reader_would_pass_over_is_found_at_its_line() {
        assert_eq!(follow("a,b\nc,\"d\ne,f\n"), Err(BadText::UnclosedQuote { line: 2 }));
        assert_eq!(follow("a,b\r\n\"c\"d,e\r\n"), Err(BadText::BadQuote { line: 2 }));
        assert_eq!(follow("a,b\n\0,d\n"), Err(BadText::Nul { line: 2, byte: 4 }));
        assert_eq!(follow(&format!("a\n{}", "x".repeat(70_000))), Err(BadText::LongCell { line: 2, limit: 65_536 }));
    }
}
