//! The document as tagged PDF (PDF/UA-1), set by typst as a library with the embedded fonts.
//!
//! In: the document as JSON and its pictures. Out: the bytes of a PDF. The page is `page.typ`, which reads the JSON: no text of a
//! study is ever typesetting code. Nothing is asked of the system: no clock, no font, no file. The same document gives the same
//! bytes.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::document::Document;
use crate::chart::FONTS;

const PAGE: &str = include_str!("page.typ");

/// A document that cannot be set: our bug, or a text that no font can draw.
#[derive(Debug, thiserror::Error)]
#[error("the PDF cannot be set: {0}")]
pub struct Failure(String);

impl Failure {
    fn of(errors: &[SourceDiagnostic]) -> Failure {
        Failure(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
    }
}

/// The document as the bytes of a PDF; `digest` identifies the data it was made from.
///
/// Errors: [`Failure`].
pub(super) fn pdf(document: &Document, digest: &str) -> Result<Vec<u8>, Failure> {
    let world = Desk::of(document);
    let pages = typst::compile::<PagedDocument>(&world).output.map_err(|errors| Failure::of(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).expect("invariant: one standard agrees with itself");
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}{digest}", document.title)),
        creator: Smart::Custom(Some(concat!("evenhand ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| Failure::of(&errors))
}

/// Everything the typesetter may see.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    page: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    fn of(document: &Document) -> Desk {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|(_, bytes)| Font::iter(Bytes::new(*bytes))).collect();
        let data = document.json().to_string();
        let mut files = HashMap::from([(file("document.json"), Bytes::new(data.into_bytes()))]);
        for figure in &document.figures {
            files.insert(file(&format!("figure{}.svg", figure.number)), Bytes::new(figure.svg().as_bytes().to_vec()));
        }
        Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            page: Source::new(file("page.typ"), PAGE.to_owned()),
            files,
        }
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("invariant: the names are our own");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.page.id() { Ok(self.page.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
