//! A table of printed texts, whatever it is printed in.

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
