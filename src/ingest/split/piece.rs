//! Pieces of a text: whole lines that somebody else takes apart, while others are read.

use std::io::Read;

use super::{LineEnds, Splitter};
use crate::ingest::lines;

impl<R: Read> Splitter<R> {
    /// Takes off whole lines, about `n_bytes` of them, as a text of its own; nothing where fewer are left. Whether the piece ends
    /// between two rows is a guess: [`Splitter::is_cut_off`] tells once it is taken apart.
    pub(in crate::ingest) fn take_piece(&mut self, n_bytes: usize, spare: String) -> Option<Splitter<R>> {
        let buffer = self.buffer.take_piece(n_bytes, spare)?;
        let line = self.line;
        self.line += lines::count(&buffer.text()[buffer.at().0..]);
        Some(Splitter {
            buffer,
            most_cell_bytes: self.most_cell_bytes,
            most_row_bytes: self.most_row_bytes,
            line,
            n_blank: std::mem::take(&mut self.n_blank),
            ends: LineEnds::default(),
            doubled: Vec::new(),
        })
    }

    /// Is something left of a piece that was taken apart? Then it ends within a row.
    pub(in crate::ingest) fn is_cut_off(&self) -> bool {
        self.buffer.at().0 < self.buffer.filled()
    }

    /// What is left of a piece.
    pub(in crate::ingest) fn left(&self) -> &str {
        &self.buffer.text()[self.buffer.at().0..]
    }

    /// The line that what is left begins on.
    pub(in crate::ingest) fn line(&self) -> u64 {
        self.line
    }

    /// Lines of pieces end like this.
    pub(in crate::ingest) fn note_ends(&mut self, ends: LineEnds) {
        self.ends |= ends;
    }

    /// Goes on with what is left of pieces, the first of which begins with this line.
    pub(in crate::ingest) fn put_back(&mut self, left: String, line: u64) {
        self.buffer.put_back(left);
        self.line = line;
    }

    /// So many empty lines stand above what is read next.
    pub(in crate::ingest) fn stand_below(&mut self, n_empty: u64) {
        self.n_blank = n_empty;
    }

    /// How many empty lines stand at the end of a piece that was taken apart, and the line behind them.
    pub(in crate::ingest) fn empty_at_end(&self) -> (u64, u64) {
        (self.n_blank, self.line)
    }

    /// Gives the text back.
    pub(in crate::ingest) fn into_text(self) -> String {
        self.buffer.into_text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::decode::Decoding;
    use crate::ingest::record::Record;

    type Row = (u64, u64, Vec<String>);

    fn rows(splitter: &mut Splitter<&[u8]>, found: &mut Vec<Row>) -> Option<String> {
        let mut record = Record::default();
        loop {
            match splitter.next(&mut record) {
                Ok(true) => {
                    let cells = record.cells().map(str::to_owned).collect();
                    found.push((record.line, record.n_blank_before, cells));
                }
                Ok(false) => return None,
                Err(error) => return Some(error.to_string()),
            }
        }
    }

    proptest::proptest! {
        /// Pieces, and what is left of one that was cut within a row, hold the rows of the whole.
        #[test]
        fn a_text_in_pieces_is_the_text(
            text in proptest::collection::vec(proptest::sample::select("aé,,\"\n\n\r".chars().collect::<Vec<_>>()), 0..300),
            n_bytes in 1..60_usize,
            step in 1..80_usize,
        ) {
            let text: String = text.into_iter().collect();
            let splitter = || {
                let mut splitter = Splitter::new(Decoding::new(text.as_bytes(), encoding_rs::UTF_8), b',', 0, 65_536);
                splitter.buffer.step = step;
                splitter
            };
            let (mut whole, mut reader) = ((Vec::new(), None), splitter());
            whole.1 = rows(&mut reader, &mut whole.0);
            let (mut source, mut found) = (splitter(), Vec::new());
            let mut pieces = Vec::new();
            while let Some(piece) = source.take_piece(n_bytes, String::from("spare")) {
                pieces.push(piece);
            }
            let mut failure = None;
            let mut pieces = pieces.into_iter();
            let (mut ends, mut n_empty) = (LineEnds::default(), 0);
            for mut piece in pieces.by_ref() {
                piece.stand_below(n_empty);
                failure = rows(&mut piece, &mut found);
                ends |= piece.ends();
                n_empty = piece.empty_at_end().0;
                if failure.is_some() || piece.is_cut_off() {
                    let line = piece.line();
                    let left = piece.left().to_owned() + &pieces.by_ref().map(Splitter::into_text).collect::<String>();
                    source.put_back(left, line);
                    break;
                }
            }
            if failure.is_none() {
                source.stand_below(n_empty);
                source.note_ends(ends);
                failure = rows(&mut source, &mut found);
            }
            if failure.is_none() {
                proptest::prop_assert_eq!(source.ends(), reader.ends());
            }
            proptest::prop_assert_eq!((found, failure), whole);
        }
    }
}
