//! Where a finding is: a file, a physical line, a column, and the line as it stands there.

/// A place in a file. Places sort by file, line and column, which is the order findings are shown in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file, as the user would type it.
    pub file: String,
    /// The physical line, from 1.
    pub line: Option<u64>,
    /// The character on that line, from 1 (TOML files).
    pub character: Option<usize>,
    /// How many characters the finding covers.
    pub width: usize,
    /// The column of a sheet, by its heading.
    pub column: Option<String>,
    /// The line as it stands in the file.
    pub excerpt: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), ..Place::default() }
    }

    /// A line of a file.
    pub fn line(file: impl Into<String>, line: u64) -> Self {
        Place { line: Some(line), ..Place::file(file) }
    }

    /// The same place, in one column of the sheet.
    #[must_use]
    pub fn in_column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// The same place with the text that stands there.
    #[must_use]
    pub fn with_excerpt(mut self, excerpt: impl Into<String>) -> Self {
        self.excerpt = Some(excerpt.into());
        self
    }

    /// `data/tv.csv:1204` or `study.toml:12:8`.
    pub fn address(&self) -> String {
        match (self.line, self.character) {
            (Some(line), Some(character)) => format!("{}:{line}:{character}", self.file),
            (Some(line), None) => format!("{}:{line}", self.file),
            _ => self.file.clone(),
        }
    }
}
