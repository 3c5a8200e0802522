//! From a path to text: gzip inflated, the encoding decoded, lines above the headings passed over.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use super::InputFile;
use super::decode::Decoding;
use super::lines::{CountingLines, LineCounter};
use crate::study::Source;

/// The text of a sheet from its heading row on.
pub(super) struct OpenText {
    /// The text, noting its line breaks.
    pub input: CountingLines<Text>,
    /// Answers where a record begins.
    pub lines: LineCounter,
    /// The delimiter, where an Excel `sep=` line declares one.
    pub declared_delimiter: Option<u8>,
}

/// A decoded file.
pub(super) type Text = BufReader<Decoding<Box<dyn Read>>>;

/// Opens a file for reading from its first line.
pub(super) fn text(file: &InputFile, source: &Source) -> io::Result<Text> {
    let raw = File::open(&file.path)?;
    let bytes: Box<dyn Read> = if file.relative.ends_with(".gz") {
        Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(raw)))
    } else {
        Box::new(raw)
    };
    Ok(BufReader::new(Decoding::new(bytes, source.encoding)))
}

/// Opens a file for reading from its heading row.
pub(super) fn from_headings(file: &InputFile, source: &Source) -> io::Result<OpenText> {
    let mut text = text(file, source)?;
    let mut n_passed = 0;
    let declared_delimiter = separator_line(&mut text)?;
    if declared_delimiter.is_some() {
        n_passed += u64::from(pass_line(&mut text)?);
    }
    while n_passed + 1 < source.header_row {
        if !pass_line(&mut text)? {
            break;
        }
        n_passed += 1;
    }
    let (input, lines) = CountingLines::new(text, n_passed);
    Ok(OpenText { input, lines, declared_delimiter })
}

/// The character of Excel's `sep=;` on the first line.
fn separator_line(text: &mut impl BufRead) -> io::Result<Option<u8>> {
    let first = text.fill_buf()?;
    let (Some(&separator), Some(&end)) = (first.get(4), first.get(5)) else { return Ok(None) };
    Ok((first.starts_with(b"sep=") && matches!(end, b'\n' | b'\r')).then_some(separator))
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

/// Do the first bytes say that the file is compressed, whatever its name?
pub(super) fn is_compressed(file: &InputFile) -> bool {
    let mut first = [0; 4];
    let read = File::open(&file.path).and_then(|mut input| input.read(&mut first)).unwrap_or(0);
    let first = &first[..read];
    first.starts_with(&[0x1f, 0x8b]) || first.starts_with(b"PK\x03\x04") || first.starts_with(b"BZh")
}
