//! Which files belong to a source: `data/{outlet}/*/{period}.csv`, where a word in braces is taken from the path.

use super::Field;
use super::codes::PATH_ESCAPE;
use crate::declaration::{Document, WRONG_VALUE, Written};

/// One part of a path pattern, between slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Matched as it stands, with `*` and `?` as wildcards.
    Plain(String),
    /// A field's value between two fixed texts: `statement-{period}.csv`.
    Captured {
        /// What stands before it.
        before: String,
        /// Which field it gives.
        field: Field,
        /// What stands after it.
        after: String,
    },
}

/// The files of a source, below the study's folder.
#[derive(Debug, Clone)]
pub struct FilePattern {
    /// The pattern as written.
    pub written: String,
    segments: Vec<Segment>,
}

impl FilePattern {
    pub(super) fn read(document: &Document, written: Written<String>) -> Option<FilePattern> {
        let refuse = |message: String| {
            document.report(&WRONG_VALUE, written.span.clone(), message, None);
        };
        let text = &written.value;
        if text.starts_with('/') || text.contains('\\') || text.contains(':') || text.split('/').any(|s| s == "..") {
            let message = format!("`{text}` leaves the study's folder, expected a path below it");
            document.report(&PATH_ESCAPE, written.span, message, None);
            return None;
        }
        if text.split('/').any(|part| part.is_empty() || part == ".") {
            refuse(format!("`{text}` has an empty part or `.`, expected a plain path below the study's folder"));
            return None;
        }
        let one_word = |part: &str| part.matches('{').count() == 1 && !part.contains(['*', '?', '[']);
        if let Some(part) = text.split('/').find(|part| part.contains('{') && !one_word(part)) {
            refuse(format!("`{part}` holds more than one `{{field}}` or a wildcard beside it, expected one field"));
            return None;
        }
        let mut segments = Vec::new();
        for part in text.split('/') {
            match segment(part) {
                Ok(segment) => segments.push(segment),
                Err(word) => {
                    let possible: Vec<&str> = Field::FROM_PATH.iter().map(|field| field.word()).collect();
                    document.report_unknown(written.span.clone(), "field in braces", word, &possible);
                    return None;
                }
            }
        }
        let captures = segments.iter().any(|segment| matches!(segment, Segment::Captured { .. }));
        if captures && text.contains("**") {
            refuse("`**` and `{...}` do not go together: the depth would be open".to_owned());
            return None;
        }
        Some(FilePattern { written: written.value, segments })
    }

    /// Reads the pattern of a sheet's name, which may hold any character: `Week {period}`.
    pub(super) fn read_sheet(document: &Document, written: Written<String>) -> Option<FilePattern> {
        match segment(&written.value) {
            Ok(segment) => Some(FilePattern { written: written.value, segments: vec![segment] }),
            Err(word) => {
                let possible: Vec<&str> = Field::FROM_PATH.iter().map(|field| field.word()).collect();
                document.report_unknown(written.span, "field in braces", word, &possible);
                None
            }
        }
    }

    /// The pattern that names every sheet.
    pub fn any_sheet() -> FilePattern {
        FilePattern { written: "*".to_owned(), segments: vec![Segment::Plain("*".to_owned())] }
    }

    /// The value a sheet's name gives; `None` where the pattern does not name the sheet.
    pub fn sheet(&self, name: &str) -> Option<Option<(Field, String)>> {
        match self.segments.first()? {
            Segment::Plain(text) => {
                let pattern = glob::Pattern::new(text).ok();
                (text == name || pattern.is_some_and(|pattern| pattern.matches(name))).then_some(None)
            }
            Segment::Captured { before, field, after } => {
                let value = name.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
                Some(Some((*field, value.trim().to_owned())))
            }
        }
    }

    /// The pattern with every `{field}` as `*`.
    pub fn glob(&self) -> String {
        let parts: Vec<String> = self
            .segments
            .iter()
            .map(|segment| match segment {
                Segment::Plain(text) => text.clone(),
                Segment::Captured { before, after, .. } => format!("{before}*{after}"),
            })
            .collect();
        parts.join("/")
    }

    /// Which fields the path gives.
    pub fn fields(&self) -> Vec<Field> {
        self.segments
            .iter()
            .filter_map(|s| if let Segment::Captured { field, .. } = s { Some(*field) } else { None })
            .collect()
    }

    /// The values the path of a file gives, by field.
    pub fn captured(&self, path: &str) -> Vec<(Field, String)> {
        let parts = path.split('/');
        let pairs = self.segments.iter().zip(parts).filter_map(|(segment, part)| match segment {
            Segment::Plain(_) => None,
            Segment::Captured { before, field, after } => {
                let value = part.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
                Some((*field, value.to_owned()))
            }
        });
        pairs.collect()
    }
}

fn segment(part: &str) -> Result<Segment, &str> {
    let Some((before, rest)) = part.split_once('{') else { return Ok(Segment::Plain(part.to_owned())) };
    let (word, after) = rest.split_once('}').ok_or(part)?;
    let field = Field::FROM_PATH.into_iter().find(|field| field.word() == word).ok_or(word)?;
    Ok(Segment::Captured { before: before.to_owned(), field, after: after.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Option<FilePattern> {
        let document = Document::new("study.toml", text);
        FilePattern::read(&document, Written { value: text.to_owned(), span: 0..text.len() })
    }

    #[test]
    fn a_path_gives_the_fields_in_braces() {
        let pattern = pattern("data/{outlet}/*/statement-{period}.csv").unwrap();
        assert_eq!(pattern.glob(), "data/*/*/statement-*.csv");
        let found = pattern.captured("data/101/7/statement-7.csv");
        assert_eq!(found, [(Field::Outlet, "101".to_owned()), (Field::Period, "7".to_owned())]);
    }

    #[test]
    fn a_path_out_of_the_folder_is_refused() {
        for text in ["/etc/passwd", "../x.csv", "data/../../x.csv", "C:/x.csv", "data/{colour}.csv"] {
            assert!(pattern(text).is_none(), "{text}");
        }
    }
}
