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
        "The same rows come in twice: two sources read one file, a file lies there under two names, or once as CSV and once as \
         a workbook. Everything in it would count twice. Remove one, or narrow the `files` pattern.";
    NOT_READABLE "E102" "io-unreadable" Error
        "The file is there and cannot be read: permission, a broken disk, or a file that is cut off.";
    CHANGED "E713" "changed-while-read" Error
        "A file of the study was written, replaced or removed while it was being read, so that no figure can be said to rest on \
         what it holds now. Wait until whoever writes it is done, and run again.";
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
        "The headings are not where they were expected, but further down: titles stand above the table. Say on which line the headings are with `header_row` of the source.";
    COMPRESSED "E138" "compressed-input" Error
        "The file is compressed, or a workbook, under the name of a text sheet. A sheet compressed with gzip is read where its name ends in `.gz`; export a workbook as text.";
    DUPLICATE_COLUMN "E122" "duplicate-column" Error
        "Two columns have the same heading, so a mapping by heading could mean either.";
    MISSING_COLUMN "E124" "missing-column" Error
        "A column the study maps is not in the sheet. Headings are compared as written, blanks at their ends aside.";
    UNUSED_COLUMN "W125" "unused-column" Warning
        "The sheet has a column that the study does not mention. Map it, or list it under `ignore`, so that a column \
         somebody added for a reason is not passed over unseen.";
    MISSING_CELL "E131" "missing-cell" Error
        "The row has fewer cells than there are headings, so its cells may stand in the wrong columns: a delimiter is \
         missing, or the row was cut off.";
    EXTRA_CELL "E132" "extra-cell" Error
        "The row has more filled cells than there are headings, so its cells may stand in the wrong columns. A delimiter \
         inside a text that is not quoted does this. Blank cells at a row's end are accepted.";
    ROWS_IN_CELL "E133" "rows-in-a-cell" Error
        "A cell in quotation marks goes on over a line's end, and what follows looks like a row of the sheet: its date \
         stands where dates stand. A quotation mark that nobody closed was closed by a later one, such as an inch \
         mark. The rows between are no rows to any reader, and would be missing without a word. In sheets whose rows \
         have no date of their own it is not seen.";
    BLANK_ROWS "W133" "blank-rows-between" Warning
        "Between filled rows stand rows without a single filled cell. They were passed over and are not among the rows \
         read. Often something was cut out there, or a second table begins below.";
    BLANK_ROWS_AT_END "N133" "blank-rows-at-end" Note
        "Below the last row stand rows without a single filled cell: padding. They were passed over, are counted here, and \
         are not among the rows read.";
    BOM_SKIPPED "N105" "bom-skipped" Note
        "The file begins with a byte order mark, as Excel's \"CSV UTF-8\" does. It is passed over: the first heading is whole.";
    UTF16 "E106" "encoding-utf16" Error
        "The file is UTF-16, Excel's \"Unicode text\". Declare `encoding = \"utf-16le\"` (or `utf-16be`) in its source, and \
         `delimiter = \"tab\"` if it is Excel's.";
    NUL_BYTE "E109" "nul-byte" Error
        "A NUL byte stands in the text: the file was cut off, written by a failing disk, or is no text at all. Some \
         readers keep it inside a name, where nobody sees it.";
    MIXED_LINE_ENDS "N110" "line-ends" Note
        "The lines of the file end in more than one way, or in a lone carriage return. Every one of them was read as a \
         line's end, but a file that was put together from several is worth a look.";
    UNCLOSED_QUOTE "E111" "unclosed-quote" Error
        "A quotation mark opens a cell and nothing closes it: the rest of the file would be one cell, and its rows lost. \
         The place is the line on which it opens.";
    BAD_QUOTE "E112" "bad-quote" Error
        "Behind a closing quotation mark stands text (`\"a\"b`). Readers differ on what such a cell holds. A quotation mark \
         inside a quoted cell is written twice.";
    BLANK_COLUMN "E123" "blank-column" Error
        "A column without a heading holds something. Nobody can say what it is: a name that slipped one column to the \
         right, or a remark. Give it a heading, and list that under `ignore` if it is not to be used.";
    PADDED_HEADING "N126" "padded-heading" Note
        "Blanks stood before or behind a heading, perhaps ones that cannot be seen. They were taken away before headings \
         were compared with the study.";
    LONG_CELL "X136" "cell-too-large" Refused
        "A cell is larger than anything a coder writes; usually a quotation mark is missing. It is not read, so that a file \
         cannot use up the memory. `most_cell_kib` of the source allows more than 64.";
    TOO_MANY_COLUMNS "X137" "limit" Refused
        "The table has more columns than are read, 1,000 unless `most_columns` of the source says otherwise. A coding \
         sheet has some twenty: look whether this is the right file, and the right delimiter. A row of a text with more than \
         100,000 cells or 16 MiB is refused too: its line ends are missing, or a quotation mark is. So is a sheet of codes by more \
         than 200 coders, for each is compared with each other one.";
    WHICH_SHEET "E139" "which-sheet" Error
        "The workbook holds several sheets with filled cells, or none under the declared name. Name the one with `sheet`, \
         or several by a pattern: `*`, or `{outlet}` where each sheet is an outlet.";
    WORKBOOK_BOMB "X141" "workbook-bomb" Refused
        "The workbook unpacks to far more than a coded sample holds. It is not opened: a file of half a megabyte can be \
         made to fill any memory. Save it anew without pictures and formatted empty rows, or export its sheets as CSV.";
    SPARSE_EXTENT "X142" "sparse-extent" Refused
        "A cell far to the right of the table or far below it is filled, and many programs would make room for everything \
         between. Clear it; the place is the cell.";
    FORMULAS "W143" "formula-cells" Warning
        "Cells hold formulas. The values that were saved with them were read, and nothing was computed anew: if the workbook \
         was changed by a program that does not compute, they may be old.";
    FORMULA_WITHOUT_VALUE "E143" "formula-without-value" Error
        "The cell holds a formula whose value was never saved. Open the workbook in a program that computes it, and save.";
    FORMULA_ERROR "E144" "formula-error" Error
        "The cell holds a formula that failed (`#REF!`, `#N/A`). What it should have been, nobody can know.";
    MERGED "E145" "merged-cells" Error
        "Cells are merged across rows or columns that are read. A merged cell has one value and stands for several: say \
         which with `fill_down` of the source where it means \"the same as above\", or unmerge it.";
    HIDDEN_ROWS "W146" "hidden-rows" Warning
        "Rows or sheets are hidden, or a filter is active. Everything was read. What somebody hid because it does not count \
         counts now: remove it, or leave it out by rule.";
    DATES_FROM_1904 "N147" "dates-from-1904" Note
        "The workbook counts its days from 1904, as Excel on older Macs did. Its dates were read so; copied into another \
         workbook they would lie four years off.";
    DAY_FRACTIONS "N148" "day-fractions" Note
        "Cells hold times as a part of a day, formatted as a clock. They were read as hours, minutes and seconds, to the \
         millisecond, whatever `amount` says of cells that hold numbers or text.";
    OTHER_KIND "E149" "type-mismatch" Error
        "The cell holds another kind of value than its column: a date where a number belongs (Excel turns `3-4` into 3 \
         April), a number where a date does, TRUE or FALSE. The value somebody typed is lost: look it up, and mend the cell.";
    UNSUPPORTED "E150" "unsupported-format" Error
        "The file is of a kind that is not read, or encrypted. Read are delimited text (also gzipped), XLSX, XLSB, XLS, ODS \
         and Parquet.";
    NOT_REGULAR "X152" "not-regular-file" Refused
        "The path is a folder, a link, a pipe or a device. Such a thing can be another one when it is read again, so that a \
         figure could not be traced to what it was made from. Put the file itself there.";
    MISLABELLED_PAIR "W419" "mislabelled-pair" Warning
        "An amount and the percentage beside it belong together, and their headings name different hours or numbers: one of \
         the two is mislabelled. The amounts are read under the heading the study maps; W217 says where the percentages are \
         not theirs.";
    IDENTICAL_COLUMNS "W420" "identical-columns" Warning
        "Two columns of amounts hold the same in every row: one was pasted over the other, or a total stands beside its only \
         part. If one was pasted, its own figures are lost, and the other's count twice.";
    LOOKUP_KEY_TWICE "E414" "look-up-key-twice" Error
        "A look-up table holds a key twice, with different cells. Which of them is meant, the row that refers to it does not say.";
}
