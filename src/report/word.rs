//! The document as DOCX, for people who go on writing in it: real headings, captions, header rows, pictures with their text.
//!
//! The parts are our own, in `zip` with `quick-xml`: the kept writers of DOCX know neither header rows of tables nor the text of
//! a picture for those who cannot see it. The same document gives the same bytes.

use std::io::{self, Cursor, Write as _};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipWriter, result::ZipError};

use super::document::{Block, Document};
use crate::chart::Size;
use crate::figure::Figure;
use crate::table::{Alignment, Table};
use crate::wording::say;

/// A part of the package while it is written.
type Part = Writer<Vec<u8>>;

const TYPES: &str = include_str!("word/content_types.xml");
const RELATIONS: &str = include_str!("word/relations.xml");
const STYLES: &str = include_str!("word/styles.xml");
const NUMBERING: &str = include_str!("word/numbering.xml");
/// What turns these for a document that is read from right to left.
const TURNED: [(&str, &str); 5] = [
    ("<w:pPrDefault><w:pPr>", "<w:pPrDefault><w:pPr><w:bidi/>"),
    ("<w:lang ", "<w:rtl/><w:lang w:bidi=\"{LANGUAGE}\" "),
    ("<w:b/>", "<w:b/><w:bCs/>"),
    ("w:val=\"right\"", "w:val=\"end\""),
    ("w:val=\"left\"", "w:val=\"start\""),
];
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// English metric units of a millimetre, and of the text between the margins.
const EMU_PER_MM: f64 = 36_000.0;
const TEXT_MM: f64 = 170.0;
/// Twentieths of a point of the same width.
const TEXT_TWIPS: usize = 9_638;

/// The document as the bytes of a DOCX.
///
/// Errors: those of the writer, which writes to memory.
pub(super) fn word(document: &Document) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The earliest moment a package can name: the same document gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let parts: [(&str, Vec<u8>); 7] = [
        ("[Content_Types].xml", TYPES.as_bytes().to_vec()),
        ("_rels/.rels", RELATIONS.as_bytes().to_vec()),
        ("docProps/core.xml", properties(document)?),
        ("word/styles.xml", in_its_direction(document, STYLES).into_bytes()),
        ("word/numbering.xml", in_its_direction(document, NUMBERING).into_bytes()),
        ("word/_rels/document.xml.rels", relations(document)?),
        ("word/document.xml", body(document)?),
    ];
    for (path, bytes) in parts.into_iter().chain([("word/footer.xml", footer(document)?)]) {
        zip.start_file(path, options)?;
        zip.write_all(&bytes)?;
    }
    for figure in &document.figures {
        // A picture is compressed already.
        let stored = options.compression_method(zip::CompressionMethod::Stored);
        zip.start_file(format!("word/media/figure{}.png", figure.number), stored)?;
        zip.write_all(figure.png())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Styles in the language of the document, and in the direction that it is read in.
fn in_its_direction(document: &Document, styles: &str) -> String {
    let mut styles = styles.to_owned();
    if document.wording.is_right_to_left() {
        for (from, to) in TURNED {
            styles = styles.replace(from, to);
        }
    }
    styles.replace("{LANGUAGE}", document.wording.language())
}

fn part() -> io::Result<Part> {
    let mut part = Writer::new(Vec::new());
    part.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    Ok(part)
}

fn properties(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("cp:coreProperties")
        .with_attribute(("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"))
        .with_attribute(("xmlns:dc", "http://purl.org/dc/elements/1.1/"))
        .write_inner_content(|part| {
            let language = document.wording.language();
            for (name, value) in [("dc:title", document.title.as_str()), ("dc:language", language)] {
                part.create_element(name).write_text_content(BytesText::new(value))?;
            }
            Ok(())
        })?;
    Ok(part.into_inner())
}

fn relations(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("Relationships").with_attribute(("xmlns", PACKAGE)).write_inner_content(|part| {
        let fixed = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footer", "footer.xml")];
        let fixed = fixed.map(|(kind, target)| (kind.to_owned(), kind, target.to_owned()));
        let picture = |figure: &Figure| {
            (format!("figure{}", figure.number), "image", format!("media/figure{}.png", figure.number))
        };
        for (id, kind, target) in fixed.into_iter().chain(document.figures.iter().map(picture)) {
            part.create_element("Relationship")
                .with_attribute(("Id", id.as_str()))
                .with_attribute(("Type", format!("{OFFICE}/{kind}").as_str()))
                .with_attribute(("Target", target.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(part.into_inner())
}

/// The notice at the foot of every page, and the page's number.
fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("w:ftr").with_attribute(("xmlns:w", MAIN)).write_inner_content(|part| {
        if let Some(notice) = &document.notice {
            paragraph(part, "Notice", notice)?;
        }
        part.create_element("w:p").write_inner_content(|part| {
            style(part, "Footer")?;
            part.create_element("w:fldSimple")
                .with_attribute(("w:instr", "PAGE"))
                .write_inner_content(|part| run(part, "1"))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(part.into_inner())
}

fn body(document: &Document) -> io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("w:document")
        .with_attribute(("xmlns:w", MAIN))
        .with_attribute(("xmlns:r", OFFICE))
        .with_attribute(("xmlns:wp", format!("{DRAWING}/wordprocessingDrawing").as_str()))
        .with_attribute(("xmlns:a", format!("{DRAWING}/main").as_str()))
        .with_attribute(("xmlns:pic", format!("{DRAWING}/picture").as_str()))
        .write_inner_content(|part| {
            part.create_element("w:body").write_inner_content(|part| {
                paragraph(part, "Title", &document.title)?;
                paragraph(part, "Subtitle", &document.subtitle)?;
                if let Some(notice) = &document.notice {
                    paragraph(part, "Notice", notice)?;
                }
                contents(part, document)?;
                for (number, block) in document.blocks.iter().enumerate() {
                    piece(part, document, block, number)?;
                }
                section(part)
            })?;
            Ok(())
        })?;
    Ok(part.into_inner())
}

/// Chapters as links to their headings.
fn contents(part: &mut Part, document: &Document) -> io::Result<()> {
    for block in &document.blocks {
        let Block::Heading(2, id, text) = block else { continue };
        part.create_element("w:p").write_inner_content(|part| {
            style(part, "TOC1")?;
            let link = part.create_element("w:hyperlink").with_attribute(("w:anchor", id.as_str()));
            link.write_inner_content(|part| run(part, text))?;
            Ok(())
        })?;
    }
    Ok(())
}

fn piece(part: &mut Part, document: &Document, block: &Block, number: usize) -> io::Result<()> {
    match block {
        Block::Heading(level, id, text) => heading(part, *level, (id, text), number),
        Block::Paragraph(text) => paragraph(part, "BodyText", text),
        Block::Notice(text) => paragraph(part, "Notice", text),
        Block::List(items) => items.iter().try_for_each(|item| paragraph(part, "ListBullet", item)),
        Block::Table(table) => written_table(part, document, table),
        Block::Figures(numbers) => numbers.iter().try_for_each(|number| {
            let figure = &document.figures[number - 1];
            picture(part, document, figure)?;
            let caption = say!(document, "document-figure", n = figure.number, title = &figure.title);
            paragraph(part, "Caption", &caption)
        }),
    }
}

fn heading(part: &mut Part, level: u8, (id, text): (&str, &str), number: usize) -> io::Result<()> {
    let number = number.to_string();
    part.create_element("w:p").write_inner_content(|part| {
        style(part, &format!("Heading{}", level - 1))?;
        let bookmark = [("w:id", number.as_str()), ("w:name", id)];
        part.create_element("w:bookmarkStart").with_attributes(bookmark).write_empty()?;
        run(part, text)?;
        part.create_element("w:bookmarkEnd").with_attribute(("w:id", number.as_str())).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn paragraph(part: &mut Part, name: &str, text: &str) -> io::Result<()> {
    part.create_element("w:p").write_inner_content(|part| {
        style(part, name)?;
        run(part, text)
    })?;
    Ok(())
}

fn style(part: &mut Part, name: &str) -> io::Result<()> {
    part.create_element("w:pPr").write_inner_content(|part| {
        part.create_element("w:pStyle").with_attribute(("w:val", name)).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn run(part: &mut Part, text: &str) -> io::Result<()> {
    part.create_element("w:r").write_inner_content(|part| {
        let element = part.create_element("w:t").with_attribute(("xml:space", "preserve"));
        element.write_text_content(BytesText::new(text))?;
        Ok(())
    })?;
    Ok(())
}

/// Caption, table with a header row that is repeated on every page, note.
fn written_table(part: &mut Part, document: &Document, table: &Table) -> io::Result<()> {
    paragraph(part, "Caption", &table.caption)?;
    let widths = widths(table);
    part.create_element("w:tbl").write_inner_content(|part| {
        part.create_element("w:tblPr").write_inner_content(|part| {
            part.create_element("w:tblStyle").with_attribute(("w:val", "Evenhand")).write_empty()?;
            if document.wording.is_right_to_left() {
                part.create_element("w:bidiVisual").write_empty()?;
            }
            let whole = TEXT_TWIPS.to_string();
            part.create_element("w:tblW")
                .with_attributes([("w:w", whole.as_str()), ("w:type", "dxa")])
                .write_empty()?;
            part.create_element("w:tblLook")
                .with_attributes([("w:firstRow", "1"), ("w:firstColumn", "1")])
                .write_empty()?;
            part.create_element("w:tblCaption").with_attribute(("w:val", table.caption.as_str())).write_empty()?;
            Ok(())
        })?;
        part.create_element("w:tblGrid").write_inner_content(|part| {
            for width in &widths {
                part.create_element("w:gridCol").with_attribute(("w:w", width.to_string().as_str())).write_empty()?;
            }
            Ok(())
        })?;
        let headings: Vec<String> = table.columns.iter().map(|(heading, _)| heading.clone()).collect();
        row(part, table, &headings, true)?;
        table.rows.iter().try_for_each(|cells| row(part, table, cells, false))
    })?;
    match &table.note {
        Some(note) => paragraph(part, "Note", note),
        None => paragraph(part, "Note", ""),
    }
}

fn row(part: &mut Part, table: &Table, cells: &[String], is_heading: bool) -> io::Result<()> {
    part.create_element("w:tr").write_inner_content(|part| {
        part.create_element("w:trPr").write_inner_content(|part| {
            part.create_element("w:cantSplit").write_empty()?;
            if is_heading {
                part.create_element("w:tblHeader").write_empty()?;
            }
            Ok(())
        })?;
        for (cell, (_, alignment)) in cells.iter().zip(&table.columns) {
            part.create_element("w:tc").write_inner_content(|part| {
                let name = if *alignment == Alignment::Right { "CellNumber" } else { "Cell" };
                paragraph(part, name, cell)
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Columns as wide as what stands in them: their longest word at least, and a part by their longest cell.
fn widths(table: &Table) -> Vec<usize> {
    let of = |column: usize| {
        let cells = || table.rows.iter().map(|row| row[column].as_str()).chain([table.columns[column].0.as_str()]);
        let word = cells().flat_map(str::split_whitespace).map(|word| word.chars().count()).max().unwrap_or(1);
        let cell = cells().map(|cell| cell.chars().count()).max().unwrap_or(1);
        word + cell.min(60)
    };
    let wanted: Vec<usize> = (0..table.columns.len()).map(of).collect();
    let all = wanted.iter().sum::<usize>().max(1);
    wanted.iter().map(|width| width * TEXT_TWIPS / all).collect()
}

/// A picture with the text for those who cannot see it.
fn picture(part: &mut Part, document: &Document, figure: &Figure) -> io::Result<()> {
    let millimetres = if figure.look.size == Size::Single { TEXT_MM / 2.0 } else { TEXT_MM };
    #[expect(clippy::cast_possible_truncation, reason = "a page is some million units wide")]
    let emu = |mm: f64| ((mm * EMU_PER_MM).round() as i64).to_string();
    let (wide, high) = (emu(millimetres), emu(millimetres * figure.pixels.1 / figure.pixels.0));
    let number = figure.number.to_string();
    let (id, alt) = (format!("figure{number}"), figure.alt.as_str());
    let name = say!(document, "document-figure-name", n = figure.number);
    let described = [("id", number.as_str()), ("name", name.as_str()), ("descr", alt)];
    let graphic_kind = format!("{DRAWING}/picture");
    part.create_element("w:p").write_inner_content(|part| {
        style(part, "Picture")?;
        part.create_element("w:r").write_inner_content(|part| {
            part.create_element("w:drawing").write_inner_content(|part| {
                part.create_element("wp:inline").write_inner_content(|part| {
                    let extent = [("cx", wide.as_str()), ("cy", high.as_str())];
                    part.create_element("wp:extent").with_attributes(extent).write_empty()?;
                    part.create_element("wp:docPr").with_attributes(described).write_empty()?;
                    part.create_element("a:graphic").write_inner_content(|part| {
                        let data = part.create_element("a:graphicData").with_attribute(("uri", graphic_kind.as_str()));
                        data.write_inner_content(|part| picture_data(part, described, (&id, &wide, &high)))?;
                        Ok(())
                    })?;
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn picture_data(part: &mut Part, described: [(&str, &str); 3], (id, wide, high): (&str, &str, &str)) -> io::Result<()> {
    part.create_element("pic:pic").write_inner_content(|part| {
        part.create_element("pic:nvPicPr").write_inner_content(|part| {
            part.create_element("pic:cNvPr").with_attributes(described).write_empty()?;
            part.create_element("pic:cNvPicPr").write_empty()?;
            Ok(())
        })?;
        part.create_element("pic:blipFill").write_inner_content(|part| {
            part.create_element("a:blip").with_attribute(("r:embed", id)).write_empty()?;
            part.create_element("a:stretch").write_inner_content(|part| {
                part.create_element("a:fillRect").write_empty()?;
                Ok(())
            })?;
            Ok(())
        })?;
        part.create_element("pic:spPr").write_inner_content(|part| {
            part.create_element("a:xfrm").write_inner_content(|part| {
                part.create_element("a:off").with_attributes([("x", "0"), ("y", "0")]).write_empty()?;
                part.create_element("a:ext").with_attributes([("cx", wide), ("cy", high)]).write_empty()?;
                Ok(())
            })?;
            part.create_element("a:prstGeom").with_attribute(("prst", "rect")).write_empty()?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// A4 with margins of 20 mm.
fn section(part: &mut Part) -> io::Result<()> {
    part.create_element("w:sectPr").write_inner_content(|part| {
        let footer = [("w:type", "default"), ("r:id", "footer")];
        part.create_element("w:footerReference").with_attributes(footer).write_empty()?;
        part.create_element("w:pgSz").with_attributes([("w:w", "11906"), ("w:h", "16838")]).write_empty()?;
        let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "1134"));
        part.create_element("w:pgMar")
            .with_attributes(margins)
            .with_attributes([("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")])
            .write_empty()?;
        Ok(())
    })?;
    Ok(())
}
