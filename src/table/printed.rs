//! A table of printed texts, whatever it is printed in.

use super::plain;

/// How a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table of printed texts. The first column heads its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heading and alignment of each column.
    pub columns: Vec<(String, Alignment)>,
    /// Cells, as printed.
    pub rows: Vec<Vec<String>>,
    /// What must be read with it.
    pub note: Option<String>,
}

impl Table {
    /// The same with every text in one line and without what steers a reader's program.
    pub(crate) fn made_plain(&self) -> Table {
        Table {
            caption: plain(&self.caption),
            columns: self.columns.iter().map(|(name, alignment)| (plain(name), *alignment)).collect(),
            rows: self.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect(),
            note: self.note.as_deref().map(plain),
        }
    }
}
