//! A document without a format: what every format is made from.

use crate::figure::Figure;
use serde_json::{Value, json};

use crate::chart::Size;
use crate::table::{Alignment, Table, plain};

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

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.report/1";

impl Document {
    /// The document for machines: the same texts, block by block.
    pub(super) fn json(&self) -> Value {
        json!({
            "schema": SCHEMA,
            "language": self.language,
            "right_to_left": false,
            "title": plain(&self.title),
            "subtitle": plain(&self.subtitle),
            "notice": self.notice.as_deref().map(plain),
            "blocks": self.blocks.iter().map(Block::json).collect::<Vec<_>>(),
            "figures": self.figures.iter().map(|figure| json!({
                "number": figure.number,
                "title": plain(&figure.title),
                "alt": plain(&figure.alt),
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
                json!({ "kind": "heading", "level": level, "id": id, "text": plain(text) })
            }
            Block::Paragraph(text) => json!({ "kind": "paragraph", "text": plain(text) }),
            Block::List(items) => {
                json!({ "kind": "list", "items": items.iter().map(|item| plain(item)).collect::<Vec<_>>() })
            }
            Block::Notice(text) => json!({ "kind": "notice", "text": plain(text) }),
            Block::Table(table) => table_json(table),
            Block::Figures(numbers) => json!({ "kind": "figures", "figures": numbers }),
        }
    }
}

fn table_json(table: &Table) -> Value {
    let column = |(name, alignment): &(String, Alignment)| json!({ "name": plain(name), "number": *alignment == Alignment::Right });
    let row = |cells: &Vec<String>| cells.iter().map(|cell| plain(cell)).collect::<Vec<String>>();
    json!({
        "kind": "table",
        "caption": plain(&table.caption),
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "note": table.note.as_deref().map(plain),
    })
}
