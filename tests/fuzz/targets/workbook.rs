//! A workbook: the XML parts of an XLSX, divided by NUL and packed here, so that mutation never has to mend a zip; the content of an
//! ODS in the same way; or the bytes of a whole XLSX, XLS or XLSB. The first byte says which.
#![no_main]

use std::io::{Cursor, Write as _};

use evenhand::study::Study;
use evenhand_fuzz::{CODEBOOK, Folder, follow, proposed};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const STUDY: &str = include_str!("../studies/workbook.toml");
const SEED: &[u8] = include_bytes!("../corpus/workbook/sheet");
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts in the order in which an input holds them, and what stands for one that it does not hold.
fn parts() -> [(&'static str, String); 6] {
    [
        ("xl/worksheets/sheet1.xml", "<worksheet/>".to_owned()),
        (
            "xl/sharedStrings.xml",
            format!(
                "<sst xmlns=\"{MAIN}\"><si><t>date</t></si><si><t>outlet</t></si><si><t>start</t></si><si><t>actor</t></si><si><t>tone</t></si><si><t>seconds</t></si><si><t>one</t></si><si><t>reds</t></si></sst>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
    ]
}

/// Nothing is compressed: what is mutated is what is read.
fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
            .expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

fn xlsx(given: &[u8]) -> Vec<u8> {
    let defaults = parts();
    let mut given = given.split(|byte| *byte == 0);
    packed(
        defaults
            .iter()
            .map(|(name, default)| (*name, given.next().filter(|part| !part.is_empty()).unwrap_or(default.as_bytes()))),
    )
}

thread_local! {
    static STUDIES: [(Folder, Study, &'static str); 4] = [
        ("data/s.xlsx", "s.xlsx"),
        ("data/s.ods", "s.ods"),
        ("data/s.xls", "s.xls"),
        ("data/s.xlsb", "s.xlsb"),
    ]
    .map(|(path, name)| {
            let folder = Folder::with(&[("study.toml", STUDY.replace("s.xlsx", name).as_str()), ("codebook.toml", CODEBOOK)]);
            let study = folder.study();
            // A part that the reader asks for and nobody packs would leave nothing to be found.
            if path.ends_with("xlsx") {
                folder.write(path, &xlsx(&SEED[1..]));
                assert!(follow(&study).appearances().height() > 0, "no row of the seed is read");
            }
            (folder, study, path)
        });
}

/// A panic of a reader of somebody else's is caught where it is called, and makes a finding; the hook of libFuzzer would end the
/// process before.
fn expect_panics_of_others() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic
            .location()
            .is_some_and(|place| place.file().contains("/registry/") || place.file().contains("library/"))
        {
            hook(panic);
        }
    }));
}

fuzz_target!(init: expect_panics_of_others(), |data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let kind_of_file = match kind.to_ascii_lowercase() {
        b'o' | b'p' => 1,
        b's' => 2,
        b'b' => 3,
        _ => 0,
    };
    let bytes = match kind.to_ascii_lowercase() {
        b'x' => xlsx(rest),
        b'o' => {
            let manifest =
                b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
            let parts: [(&str, &[u8]); 3] = [
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", rest),
                ("META-INF/manifest.xml", manifest),
            ];
            packed(parts.into_iter())
        }
        _ => rest.to_vec(),
    };
    STUDIES.with(|studies| {
        let (folder, study, path) = &studies[kind_of_file];
        folder.write(path, &bytes);
        // A capital: nobody has declared anything of the file yet.
        if kind.is_ascii_uppercase() {
            proposed(&folder.path().join(path));
        } else {
            follow(study);
        }
    });
});
