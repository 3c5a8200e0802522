//! A document as one HTML file: no script, no request to anywhere, readable in print.

use base64::Engine as _;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Block, Document};
use crate::chart::Size;
use crate::figure::Figure;
use crate::table::{Alignment, Table};
use crate::wording::say;

const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const STYLE: &str = include_str!("page.css");

/// The document as HTML text.
pub(super) fn page(document: &Document) -> String {
    let direction = if document.wording.is_right_to_left() { "rtl" } else { "ltr" };
    let page = html! {
        (DOCTYPE)
        html lang=(document.wording.language()) dir=(direction) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (document.title) }
                style { (PreEscaped(STYLE)) (PreEscaped(document.notice.as_deref().map(running_notice).unwrap_or_default())) }
            }
            body {
                header {
                    h1 { (document.title) }
                    p.subtitle { (document.subtitle) }
                    @if let Some(notice) = &document.notice { p.notice role="note" { (notice) } }
                    (contents(document))
                }
                main { @for block in &document.blocks { (piece(document, block)) } }
                @if let Some(notice) = &document.notice { footer { p.notice { (notice) } } }
            }
        }
    };
    page.into_string() + "\n"
}

/// The notice at the foot of every printed page.
fn running_notice(notice: &str) -> String {
    let plain =
        |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | ':' | ';' | '-' | '(' | ')' | '!' | '?');
    let text: String = notice.chars().filter(plain).collect();
    format!("@page {{ @bottom-center {{ content: \"{text}\"; font: 8pt sans-serif; color: #7c2a0e; }} }}\n")
}

fn contents(document: &Document) -> Markup {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(2, id, text) => Some((id, text)),
        _ => None,
    });
    html! {
        nav aria-label=(say!(document, "document-contents")) {
            ol { @for (id, text) in headings { li { a href={ "#" (id) } { (text) } } } }
        }
    }
}

fn piece(document: &Document, block: &Block) -> Markup {
    match block {
        Block::Heading(2, id, text) => html! { h2 id=(id) { (text) } },
        Block::Heading(_, id, text) => html! { h3 id=(id) { (text) } },
        Block::Paragraph(text) => html! { p { (text) } },
        Block::Notice(text) => html! { p.notice role="note" { (text) } },
        Block::List(items) => html! { ul { @for item in items { li { (item) } } } },
        Block::Table(table) => html_table(table),
        Block::Figures(numbers) => html! {
            div.figures { @for number in numbers { (picture(document, &document.figures[number - 1])) } }
        },
    }
}

fn picture(document: &Document, figure: &Figure) -> Markup {
    let encoded = base64::engine::general_purpose::STANDARD.encode(figure.png());
    let class = if figure.look.size == Size::Single { "single" } else { "double" };
    let (width, height) = figure.pixels;
    html! {
        figure class=(class) id={ "fig" (figure.number) } {
            img src={ "data:image/png;base64," (encoded) } alt=(figure.alt) width=(width) height=(height);
            figcaption {
                (say!(document, "document-figure-sentence", n = figure.number, title = &figure.title)) " "
                span.files { "charts/" (figure.stem) ": .png, .svg, .csv" }
            }
            details {
                summary { (say!(document, "document-numbers-of-figure", n = figure.number)) }
                (html_table(&figure.table))
            }
        }
    }
}

fn html_table(table: &Table) -> Markup {
    let class = |alignment: Alignment| if alignment == Alignment::Right { "number" } else { "word" };
    html! {
        div.table tabindex="0" role="region" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead { tr { @for (name, alignment) in &table.columns { th scope="col" class=(class(*alignment)) { (name) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (number, (cell, (_, alignment))) in row.iter().zip(&table.columns).enumerate() {
                                @if number == 0 { th scope="row" class=(class(*alignment)) { (cell) } }
                                @else { td class=(class(*alignment)) { (cell) } }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(note) = &table.note { p.note { (note) } }
    }
}
