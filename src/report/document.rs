//! A document without a format: what every format is made from.

use super::Figure;

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

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading with its stable id; level 2 or 3.
    Heading(u8, String, String),
    /// Running text.
    Paragraph(String),
    /// Sentences of equal rank.
    List(Vec<String>),
    /// A sentence that must be read first.
    Notice(String),
    /// A table.
    Table(Table),
    /// Figures side by side, by their number in the report.
    Figures(Vec<usize>),
}

/// A document without a format.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Language tag.
    pub language: String,
    /// The title.
    pub title: String,
    /// The line under it.
    pub subtitle: String,
    /// What stands on every page.
    pub notice: Option<String>,
    /// The pieces, in order.
    pub blocks: Vec<Block>,
    /// The figures that blocks name.
    pub figures: Vec<Figure>,
}
