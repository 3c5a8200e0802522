//! Where a finding is: a file, a physical line, a column, and the line as it stands there.

/// A place in a file. Places sort by file, line and column, which is the order findings are shown in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file, as the user would type it.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The physical line, from 1.
    pub line: Option<u64>,
    /// The character on that line, from 1 (TOML files).
    pub character: Option<usize>,
    /// How many characters the finding covers.
    pub width: usize,
    /// The column of a sheet, by its heading.
    pub column: Option<String>,
    /// The letters of that column in a workbook: `C`.
    pub letters: Option<String>,
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

    /// The same place, in a sheet of a workbook.
    #[must_use]
    pub fn in_sheet(mut self, sheet: Option<String>) -> Self {
        self.sheet = sheet;
        self
    }

    /// `data/tv.csv:1204`, `study.toml:12:8` or `data/tv.xlsx:Week 1!C12`.
    pub fn address(&self) -> String {
        if let Some(sheet) = &self.sheet {
            let cell = self.line.map(|line| format!("!{}{line}", self.letters.as_deref().unwrap_or("A")));
            return format!("{}:{sheet}{}", self.file, cell.unwrap_or_default());
        }
        match (self.line, self.character) {
            (Some(line), Some(character)) => format!("{}:{line}:{character}", self.file),
            (Some(line), None) => format!("{}:{line}", self.file),
            _ => self.file.clone(),
        }
    }
}

/// The letters a spreadsheet gives the column at an index from 0: `A`, `Z`, `AA`.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_spreadsheets_name_it() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
        let mut place = Place::line("data/tv.xlsx", 12).in_sheet(Some("Week 1".to_owned()));
        place.letters = Some(column_letters(2));
        assert_eq!(place.address(), "data/tv.xlsx:Week 1!C12");
    }
}
