//! Declarations: a TOML file read key by key, with every mistake collected and every value's place kept.
//!
//! In: the text of `study.toml` or `codebook.toml`. Out: [`Written`] values, and findings that point at file:line:column.
//! Never: knows what a key means, stops at the first mistake.
//!
//! Deserialising into structs would stop at the first unknown key or wrong type; people mend a file in one go when
//! they see all of its mistakes at once.

mod document;
mod table;

pub use document::{CODES, Document, MISSING_KEY, NOT_TOML, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_TYPE, WRONG_VALUE};
pub use table::Table;

use std::ops::Range;

/// A value as written, with the bytes of the file it stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Range<usize>,
}

impl<T> Written<T> {
    /// The value made into another, at the same place.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Written<U> {
        Written { value: make(self.value), span: self.span }
    }
}
