//! A text while it is taken apart: what was read of it, and where the bytes stand that matter.

use std::io::{self, Read};

use super::decode::Decoding;
use super::lines;
use super::separators::{Found, Separator};

/// How much is read, and looked through, at once.
const STEP: usize = 128 * 1024;

/// What lies at `at..` was read and not yet taken apart; the separators up to `looked_through` are known.
#[derive(Debug)]
pub(super) struct Buffer<R> {
    /// Nothing for a piece of a text: what comes behind it is not here.
    input: Option<Decoding<R>>,
    delimiter: u8,
    /// [`STEP`], but where a test wants less.
    pub(super) step: usize,
    text: String,
    at: usize,
    looked_through: usize,
    is_whole: bool,
    /// Why reading ended: said once what was read before is taken apart.
    failure: Option<io::Error>,
    /// The bytes that matter, by their places in the text; those before `next` are passed.
    found: Found,
    next: usize,
}

impl<R: Read> Buffer<R> {
    pub(super) fn new(input: Decoding<R>, delimiter: u8) -> Self {
        Buffer {
            input: Some(input),
            delimiter,
            step: STEP,
            text: String::new(),
            at: 0,
            looked_through: 0,
            is_whole: false,
            failure: None,
            found: Found::default(),
            next: 0,
        }
    }

    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Where the next record begins, and the number of its first separator.
    pub(super) fn at(&self) -> (usize, usize) {
        (self.at, self.next)
    }

    pub(super) fn looked_through(&self) -> usize {
        self.looked_through
    }

    /// Is there nothing behind what was read?
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// How far it was read.
    pub(super) fn filled(&self) -> usize {
        self.text.len()
    }

    /// The bytes that matter, as far as they are known.
    pub(super) fn separators(&self) -> &[Separator] {
        &self.found.separators
    }

    /// Is there, between two places, no blank and no letter beyond ASCII beside one of the bytes that matter?
    pub(super) fn is_plain(&self, from: u32, to: u32) -> bool {
        let odd = &self.found.odd;
        odd[odd.partition_point(|place| *place < from)..].first().is_none_or(|place| *place >= to)
    }

    /// What lies before `at` was taken apart, and so were the first separators.
    pub(super) fn pass(&mut self, at: usize, n_separators: usize) {
        (self.at, self.next) = (at, self.found.separators.len().min(n_separators));
        // The second half of a line end may lie behind what was looked through.
        self.looked_through = self.looked_through.max(at);
    }

    /// Finds more of the bytes that matter, reading more where all that was read was looked through; `false` where the piece is over.
    ///
    /// Errors: what the input says.
    pub(super) fn go_on(&mut self) -> io::Result<bool> {
        if self.looked_through == self.filled() {
            if self.input.is_none() {
                return Ok(false);
            }
            self.fill()?;
        }
        self.look_through();
        Ok(true)
    }

    /// Takes off whole lines, about `n_bytes` of them, as a piece of its own; nothing where fewer are left. What is left goes on in
    /// `spare`.
    pub(super) fn take_piece(&mut self, n_bytes: usize, mut spare: String) -> Option<Buffer<R>> {
        self.read_on(self.at + n_bytes);
        let cut = self.at + lines::last_end(self.text.get(self.at..).filter(|text| text.len() >= n_bytes)?)?;
        spare.clear();
        spare.reserve(n_bytes + 2 * STEP);
        spare.push_str(&self.text[cut..]);
        let mut text = std::mem::replace(&mut self.text, spare);
        text.truncate(cut);
        let piece = Buffer {
            input: None,
            delimiter: self.delimiter,
            step: self.step,
            text,
            at: self.at,
            looked_through: self.at,
            is_whole: false,
            failure: None,
            found: Found::default(),
            next: 0,
        };
        self.begin_anew();
        Some(piece)
    }

    /// Puts a text before what was not taken apart.
    pub(super) fn put_back(&mut self, mut text: String) {
        text.push_str(&self.text[self.at..]);
        self.text = text;
        self.begin_anew();
    }

    /// Gives the text back.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The text is what was not taken apart, and nothing is known of it.
    fn begin_anew(&mut self) {
        (self.at, self.next, self.looked_through) = (0, 0, 0);
        self.found.separators.clear();
        self.found.odd.clear();
    }

    /// Reads more behind what was not taken apart. The text is at least twice as long as that, so that a record which is begun
    /// anew with each reading costs no more than a few times its length in all.
    fn fill(&mut self) -> io::Result<()> {
        self.text.drain(..self.at);
        self.begin_anew();
        let room = (2 * self.filled()).max(self.step);
        self.text.shrink_to(4 * room);
        self.found.separators.shrink_to(room);
        self.found.odd.shrink_to(room);
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        self.read_on(room);
        Ok(())
    }

    /// Reads until so much is there, as far as there is more.
    fn read_on(&mut self, n_bytes: usize) {
        let Some(input) = &mut self.input else { return };
        while self.text.len() < n_bytes && !self.is_whole && self.failure.is_none() {
            match input.add_to(&mut self.text) {
                Ok(is_more) => self.is_whole = !is_more,
                Err(failure) => self.failure = Some(failure),
            }
        }
    }

    /// Finds the bytes that matter in as much as was looked through of the record before: few are kept that are not yet needed.
    fn look_through(&mut self) {
        let from = self.looked_through;
        let to = self.filled().min(from + self.step.max(from - self.at));
        self.found.separators.drain(..self.next);
        let at = self.at;
        let n_passed = self.found.odd.partition_point(|place| (*place as usize) < at);
        self.found.odd.drain(..n_passed);
        self.next = 0;
        self.found.look_through(&self.text.as_bytes()[from..to], from, self.delimiter);
        self.looked_through = to;
    }
}
