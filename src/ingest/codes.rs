//! What can be wrong with a file before its first row is looked at.

use crate::diagnostic::{Code, Severity};

macro_rules! codes {
    ($($constant:ident $id:literal $name:literal $severity:ident $page:literal;)*) => {
        $(
            #[doc = concat!("`", $id, " ", $name, "`")]
            pub(crate) static $constant: Code = Code { id: $id, name: $name, severity: Severity::$severity, page: $page };
        )*
        /// The codes of this room.
        pub(crate) static CODES: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    NOT_FOUND "E101" "io-not-found" Error
        "No file is where the study says. Nothing is computed: a missing sheet would change every share without a trace. \
         Check the `files` pattern of the source, and that the file was copied into the study's folder.";
    DUPLICATE_IMPORT "E404" "duplicate-import" Error
        "Two sources read the same file, so that everything in it would count twice. Narrow the `files` pattern of one.";
    NOT_READABLE "E102" "io-unreadable" Error
        "The file is there and cannot be read: permission, a broken disk, or a file that is cut off.";
    EMPTY_FILE "E103" "empty-file" Error
        "The file holds nothing but blanks. An empty sheet is not zero coverage: it is no sheet.";
    NO_ROWS "E104" "no-rows" Error
        "The file holds its headings and not one row. If nothing was coded in the window, leave the file out.";
    INVALID_TEXT "E107" "invalid-text" Error
        "The bytes are no text in the declared encoding. The file is not read with replacement characters, which would \
         make two different names one. Declare the `encoding` the sheet was saved in: `windows-1251` for older Cyrillic \
         sheets, `latin1` for Western ones, `utf-16le` for Excel's Unicode text.";
    WRONG_DELIMITER "E113" "wrong-delimiter" Error
        "With the declared delimiter the headings do not come apart, with another they do. Declare that one.";
    SEPARATOR_LINE "N114" "separator-line" Note
        "The first line is Excel's `sep=`, which says what stands between cells. It is taken at its word and passed over.";
    HEADER_NOT_FOUND "E121" "header-not-found" Error
        "The headings are not where they were expected, but further down: titles stand above the table. Say on which line          the headings are with `header_row` of the source.";
    COMPRESSED "E138" "compressed-input" Error
        "The file is compressed, or a workbook, under the name of a text sheet. A sheet compressed with gzip is read          where its name ends in `.gz`; export a workbook as text.";
    DUPLICATE_COLUMN "E122" "duplicate-column" Error
        "Two columns have the same heading, so a mapping by heading could mean either.";
    MISSING_COLUMN "E124" "missing-column" Error
        "A column the study maps is not in the sheet. Headings are compared as written, blanks at their ends aside.";
    UNUSED_COLUMN "W125" "unused-column" Warning
        "The sheet has a column that the study does not mention. Map it, or list it under `ignore`, so that a column \
         somebody added for a reason is not passed over unseen.";
    UNEVEN_ROW "E131" "uneven-row" Error
        "The row has fewer or more cells than there are headings, so its cells may stand in the wrong columns. A \
         delimiter inside a text that is not quoted does this. Blank cells at a row's end are accepted.";
    BLANK_ROWS "N133" "blank-rows" Note
        "Rows without a single filled cell were passed over. They are counted here and are not among the rows read.";
}
