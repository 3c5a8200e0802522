//! Bytes in a declared encoding become UTF-8, as they are read.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

/// Marks an error of [`Decoding`] as one of encoding, at a byte.
#[derive(Debug, thiserror::Error)]
#[error("byte {byte} is no {encoding} text")]
pub(super) struct InvalidText {
    /// Offset from the start of the file.
    pub byte: u64,
    /// The declared encoding.
    pub encoding: &'static str,
}

/// A reader that gives UTF-8, refuses what is no text in the declared encoding, and skips a byte order mark.
#[derive(Debug)]
pub(super) struct Decoding<R> {
    inner: R,
    decoder: Decoder,
    encoding: &'static Encoding,
    raw: Vec<u8>,
    /// What was decoded ahead for whoever looks at it first; up to `given` it was consumed.
    ahead: String,
    given: usize,
    consumed: u64,
    at_end: bool,
    /// What is no text, once what stands before it was given.
    failure: Option<InvalidText>,
}

const BLOCK: usize = 64 * 1024;

impl<R: Read> Decoding<R> {
    /// Decodes `inner` from `encoding`.
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Decoding {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            encoding,
            raw: vec![0; BLOCK],
            ahead: String::new(),
            given: 0,
            consumed: 0,
            at_end: false,
            failure: None,
        }
    }

    /// Adds more of the text; `false` at its end.
    ///
    /// Errors: what the input says, or [`InvalidText`] as the inner error of one of kind `InvalidData`.
    pub(super) fn add_to(&mut self, text: &mut String) -> io::Result<bool> {
        if self.given < self.ahead.len() {
            text.push_str(&self.ahead[self.given..]);
            self.ahead.clear();
            self.given = 0;
            return Ok(true);
        }
        let n_before = text.len();
        while text.len() == n_before {
            if let Some(failure) = self.failure.take() {
                return Err(io::Error::new(io::ErrorKind::InvalidData, failure));
            }
            if self.at_end {
                return Ok(false);
            }
            self.decode(text)?;
        }
        Ok(true)
    }

    fn decode(&mut self, text: &mut String) -> io::Result<()> {
        let n_read = self.inner.read(&mut self.raw)?;
        self.at_end = n_read == 0;
        let most = self.decoder.max_utf8_buffer_length_without_replacement(n_read);
        text.reserve(most.expect("invariant: a block is short"));
        let (result, taken) = self.decoder.decode_to_string_without_replacement(&self.raw[..n_read], text, self.at_end);
        if let DecoderResult::Malformed(length, after) = result {
            let byte = (self.consumed + taken as u64).saturating_sub(u64::from(length) + u64::from(after));
            self.failure = Some(InvalidText { byte, encoding: self.encoding.name() });
        }
        self.consumed += taken as u64;
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n_given = self.fill_buf()?.read(out)?;
        self.consume(n_given);
        Ok(n_given)
    }
}

impl<R: Read> BufRead for Decoding<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.given == self.ahead.len() {
            let mut ahead = std::mem::take(&mut self.ahead);
            (self.given, self.ahead) = (0, String::new());
            ahead.clear();
            let added = self.add_to(&mut ahead);
            self.ahead = ahead;
            added?;
        }
        Ok(&self.ahead.as_bytes()[self.given..])
    }

    fn consume(&mut self, n_bytes: usize) {
        self.given += n_bytes;
    }
}

/// The encoding a byte outside UTF-8 was probably meant in: Cyrillic letters of windows-1251 lie densely above 0xC0.
pub(super) fn guess(sample: &[u8]) -> &'static str {
    if sample.starts_with(&[0xFF, 0xFE]) {
        return "utf-16le";
    }
    if sample.starts_with(&[0xFE, 0xFF]) {
        return "utf-16be";
    }
    // Every other byte of UTF-16 text in a Latin or Cyrillic script is 0 or 4.
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
    let half = sample.len() / 2;
    if half > 4 && zeros(1) * 2 > half {
        return "utf-16le";
    }
    if half > 4 && zeros(0) * 2 > half {
        return "utf-16be";
    }
    let high = sample.iter().filter(|byte| **byte >= 0x80).count();
    let cyrillic = sample.windows(2).filter(|pair| pair[0] >= 0xC0 && pair[1] >= 0xC0).count();
    if cyrillic * 3 > high { "windows-1251" } else { "latin1" }
}

/// Is the declared encoding the default?
pub(super) fn is_utf8(encoding: &'static Encoding) -> bool {
    encoding == UTF_8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], label: &str) -> Result<String, String> {
        let mut text = String::new();
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        Decoding::new(bytes, encoding).read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(text)
    }

    #[test]
    fn a_declared_encoding_is_read() {
        assert_eq!(decoded(b"D\xe9tail", "latin1").unwrap(), "Détail");
        assert_eq!(decoded(b"\xcd\xf3\xf0", "windows-1251").unwrap(), "Нур");
        assert_eq!(decoded("\u{feff}a".as_bytes(), "utf-8").unwrap(), "a");
        assert_eq!(decoded(b"\xff\xfea\x00\x1f\x04", "utf-16le").unwrap(), "aП");
    }

    #[test]
    fn what_is_no_text_is_refused_at_its_byte() {
        assert_eq!(decoded(b"ab\xe9cd", "utf-8").unwrap_err(), "byte 2 is no UTF-8 text");
    }

    #[test]
    fn the_likely_encoding_is_named() {
        assert_eq!(
            guess("Дата;Газета".encode_utf16().flat_map(|u| u.to_le_bytes()).collect::<Vec<_>>().as_slice()),
            "utf-16le"
        );
        assert_eq!(guess(b"\xc4\xe0\xf2\xe0;\xcf\xe0\xf0\xf2\xe8\xff"), "windows-1251");
        assert_eq!(guess(b"D\xe9tail des temps;Total journ\xe9e"), "latin1");
    }
}
