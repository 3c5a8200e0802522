//! A document as Markdown: the same text, for editors.

use std::fmt::Write as _;

use super::document::{Block, Document};
use crate::table::{escaped, markdown_table};

/// The document as Markdown; figures are linked from `charts/`.
pub(super) fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.subtitle));
    if let Some(notice) = &document.notice {
        let _ = write!(out, "\n> **{}**\n", escaped(notice));
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(level, _, text) => {
                let _ = writeln!(out, "{} {}", "#".repeat(usize::from(*level)), escaped(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}", escaped(text));
            }
            Block::Notice(text) => {
                let _ = writeln!(out, "> **{}**", escaped(text));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(out, "- {}", escaped(item));
                }
            }
            Block::Table(table) => out.push_str(&markdown_table(table)),
            Block::Figures(numbers) => {
                for figure in numbers.iter().map(|number| &document.figures[number - 1]) {
                    let _ = writeln!(out, "![{}](charts/{}.png)\n", escaped(&figure.alt), figure.stem);
                }
            }
        }
    }
    out
}
