//! From a path to text: gzip inflated, the encoding decoded, lines above the headings passed over.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use super::InputFile;
use super::decode::Decoding;
use crate::study::TableFormat;

/// A decoded file.
pub(super) type Text = Decoding<Box<dyn Read + Send>>;

/// The text of a sheet from its heading row on.
pub(super) struct OpenText {
    pub text: Text,
    /// How many lines were passed over.
    pub n_passed: u64,
    /// The delimiter, where an Excel `sep=` line declares one.
    pub declared_delimiter: Option<u8>,
}

/// Opens a file for reading from its first line.
pub(super) fn text(file: &InputFile, format: &TableFormat) -> io::Result<Text> {
    let raw = File::open(&file.path)?;
    let bytes: Box<dyn Read + Send> = if file.relative.ends_with(".gz") {
        Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(raw)))
    } else {
        Box::new(raw)
    };
    Ok(Decoding::new(bytes, format.encoding))
}

/// Opens a file for reading from its heading row.
pub(super) fn from_headings(file: &InputFile, format: &TableFormat) -> io::Result<OpenText> {
    let mut text = text(file, format)?;
    let mut n_passed = 0;
    let declared_delimiter = separator_line(&mut text)?;
    if declared_delimiter.is_some() {
        n_passed += u64::from(pass_line(&mut text)?);
    }
    while n_passed + 1 < format.header_row {
        if !pass_line(&mut text)? {
            break;
        }
        n_passed += 1;
    }
    Ok(OpenText { text, n_passed, declared_delimiter })
}

/// The character of Excel's `sep=;` on the first line.
fn separator_line(text: &mut impl BufRead) -> io::Result<Option<u8>> {
    let first = text.fill_buf()?;
    let (Some(&separator), Some(&end)) = (first.get(4), first.get(5)) else { return Ok(None) };
    let is_plain = separator == b'\t' || separator.is_ascii_graphic() || separator == b' ';
    Ok((first.starts_with(b"sep=") && matches!(end, b'\n' | b'\r') && is_plain).then_some(separator))
}

/// Passes one line; `false` at the end of the text.
fn pass_line(text: &mut impl BufRead) -> io::Result<bool> {
    let mut is_any = false;
    loop {
        let block = text.fill_buf()?;
        if block.is_empty() {
            return Ok(is_any);
        }
        is_any = true;
        let Some(end) = block.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            let n_read = block.len();
            text.consume(n_read);
            continue;
        };
        let is_return = block[end] == b'\r';
        text.consume(end + 1);
        if is_return && text.fill_buf()?.first() == Some(&b'\n') {
            text.consume(1);
        }
        return Ok(true);
    }
}

/// The delimiter that takes the known headings apart, looked for in the first lines; failing that, the one that gives the
/// most cells.
pub(super) fn detect_delimiter(text: &mut impl BufRead, is_heading: &dyn Fn(&str) -> bool) -> io::Result<u8> {
    let block = String::from_utf8_lossy(text.fill_buf()?).into_owned();
    let lines: Vec<&str> = block.split(['\n', '\r']).filter(|line| !line.is_empty()).take(30).collect();
    let score = |delimiter: u8| {
        let n_known = |line: &&str| {
            line.split(char::from(delimiter)).filter(|cell| is_heading(cell.trim().trim_matches('"'))).count()
        };
        let known = lines.iter().map(n_known).max();
        let n_cells = lines.first().map_or(0, |line| line.split(char::from(delimiter)).count());
        (known.unwrap_or(0), n_cells)
    };
    // The last of the best wins in `max_by_key`, so the usual delimiter stands last.
    let candidates = [b'|', b'\t', b';', b','];
    Ok(candidates.into_iter().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b','))
}

/// What the first bytes of a file say it is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// UTF-8 with a byte order mark.
    MarkedText,
    /// Nothing that a text could not begin with.
    Plain,
    /// gzip, bzip2, zstd ...
    Compressed,
    /// A zip archive: an XLSX or ODS workbook among others.
    Zip,
    /// An older Office file, or an encrypted new one.
    Compound,
    /// A PDF, an image, a Parquet file ...: nothing a text reader should try.
    Other,
}

/// Looks at the first bytes.
pub(super) fn nature(file: &InputFile) -> Nature {
    let mut first = [0; 8];
    let read = File::open(&file.path).and_then(|mut input| input.read(&mut first)).unwrap_or(0);
    let first = &first[..read];
    let begins = |starts: &[&[u8]]| starts.iter().any(|start| first.starts_with(start));
    if begins(&[b"\xef\xbb\xbf"]) {
        Nature::MarkedText
    } else if begins(&[b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"]) {
        Nature::Compressed
    } else if begins(&[b"PK\x03\x04"]) {
        Nature::Zip
    } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        Nature::Compound
    } else if begins(&[b"%PDF", b"PAR1", b"\x89PNG", b"{\\rtf"]) {
        Nature::Other
    } else {
        Nature::Plain
    }
}
