//! A document without a format: what every format is made from.

use crate::figure::Figure;
use serde_json::{Value, json};

use crate::chart::Size;
use crate::table::{Alignment, Table, plain};
use crate::wording::{Wording, say};

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
    /// What is said around its texts, in their language.
    pub wording: Wording,
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

impl Document {
    /// The same with every text in one line and without what steers a reader's program: what all formats are made from.
    pub(super) fn made_plain(self) -> Document {
        let blocks = self.blocks.into_iter().map(|block| match block {
            Block::Heading(level, id, text) => Block::Heading(level, id, plain(&text)),
            Block::Paragraph(text) => Block::Paragraph(plain(&text)),
            Block::List(items) => Block::List(items.iter().map(|item| plain(item)).collect()),
            Block::Notice(text) => Block::Notice(plain(&text)),
            Block::Table(table) => Block::Table(table.made_plain()),
            Block::Figures(numbers) => Block::Figures(numbers),
        });
        Document {
            blocks: blocks.collect(),
            title: plain(&self.title),
            subtitle: plain(&self.subtitle),
            notice: self.notice.as_deref().map(plain),
            ..self
        }
    }
}

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.report/1";

impl Document {
    /// The document for machines: the same texts, block by block.
    pub(super) fn json(&self) -> Value {
        json!({
            "schema": SCHEMA,
            "language": self.wording.language(),
            "right_to_left": self.wording.is_right_to_left(),
            "title": self.title,
            "subtitle": self.subtitle,
            "notice": self.notice,
            "blocks": self.blocks.iter().map(Block::json).collect::<Vec<_>>(),
            "figures": self.figures.iter().map(|figure| json!({
                "number": figure.number,
                "title": figure.title,
                "caption": say!(self, "document-figure", n = figure.number, title = &figure.title),
                "alt": figure.alt,
                "file": format!("charts/{}.png", figure.stem),
                "narrow": figure.look.size == Size::Single,
                "table": table_json(&figure.table),
            })).collect::<Vec<_>>(),
        })
    }
}

impl Block {
    fn json(&self) -> Value {
        match self {
            Block::Heading(level, id, text) => {
                json!({ "kind": "heading", "level": level, "id": id, "text": text })
            }
            Block::Paragraph(text) => json!({ "kind": "paragraph", "text": text }),
            Block::List(items) => {
                json!({ "kind": "list", "items": items })
            }
            Block::Notice(text) => json!({ "kind": "notice", "text": text }),
            Block::Table(table) => table_json(table),
            Block::Figures(numbers) => json!({ "kind": "figures", "figures": numbers }),
        }
    }
}

fn table_json(table: &Table) -> Value {
    let column =
        |(name, alignment): &(String, Alignment)| json!({ "name": name, "number": *alignment == Alignment::Right });
    json!({
        "kind": "table",
        "caption": table.caption,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": table.rows,
        "note": table.note,
    })
}
