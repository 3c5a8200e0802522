//! A watch over quotation marks, long cells and NUL bytes in delimited text: what a lenient reader passes over in silence.

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
}

impl QuoteWatch {
    pub(super) fn new(delimiter: u8, n_lines_before: u64, most: u64) -> Self {
        let line = n_lines_before + 1;
        QuoteWatch { delimiter, state: State::CellStart, line, opened: line, at: 0, cell_start: 0, last: 0, most }
    }

    /// Follows a block; an empty one is the end of the text.
    pub(super) fn follow(&mut self, block: &[u8]) -> Result<(), BadText> {
        if block.is_empty() && self.state == State::Quoted {
            return Err(BadText::UnclosedQuote { line: self.opened });
        }
        for byte in block {
            self.step(*byte)?;
            self.last = *byte;
            self.at += 1;
        }
        self.refuse_long_cell()
    }

    fn refuse_long_cell(&self) -> Result<(), BadText> {
        if self.at - self.cell_start > self.most {
            return Err(BadText::LongCell { line: self.line, limit: self.most });
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
