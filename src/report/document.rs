//! A document without a format: what every format is made from.

use crate::figure::Figure;
use crate::table::Table;

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
