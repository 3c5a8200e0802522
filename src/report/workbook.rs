//! The live workbook: every share as a formula over the sums it is made of, with our own value beside it.
//!
//! In: a study, its findings, its record, the document. Out: the bytes of an XLSX with cover, contents and notes, and for each
//! denominator a sheet of sums and one sheet for each breakdown, whose amounts are `SUMIFS` over the sums and whose shares are
//! quotients; then the tables of the report. Every text is written as text, so that no name is computed. The same study gives
//! the same bytes.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Table as SheetTable, TableColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::document::{Block, Document};
use crate::audit::Record;
use crate::measure::{Addend, Dimension, Findings, PoolFindings, ShareRow, ShareTable, Status};
use crate::study::{Pool, Study, Weighting};
use crate::table::{Alignment, Table, actor, capitalised, meaning, percent_number};
use crate::unit::Share;
use crate::wording::{Wording, say};

/// Columns of the sheet of sums, in order, by the word behind `workbook-column-`; formulas name their letters.
const SUMS: [(&str, f64); 7] = [
    ("quantity", 14.0),
    ("medium", 12.0),
    ("ownership", 12.0),
    ("outlet", 24.0),
    ("day", 14.0),
    ("actor", 22.0),
    ("amount", 14.0),
];

/// What a cell that has no number says. Source: Government Analysis Function, Using symbols and shorthand in data tables.
const SHORTHAND: [(&str, &str); 3] =
    [("[u]", "workbook-note-care"), ("[x]", "workbook-note-withheld"), ("[z]", "workbook-note-no-coverage")];

struct Formats {
    head: Format,
    bold: Format,
    percent: Format,
    wrap: Format,
    number: Format,
}

/// A workbook while it is written.
struct Book<'a> {
    study: &'a Study,
    workbook: Workbook,
    formats: Formats,
    /// Sheet and what it holds.
    contents: Vec<(String, String)>,
}

/// Writes the workbook.
///
/// Errors: those of the writer; more sums than a sheet has rows.
pub(super) fn workbook(
    study: &Study,
    findings: &Findings,
    record: &Record,
    document: &Document,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed moment: the same study gives the same bytes.
    let properties = DocProperties::new()
        .set_title(&document.title)
        .set_company(study.publisher())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let head =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let formats = Formats {
        head,
        bold: Format::new().set_bold(),
        percent: Format::new().set_num_format(percent_format(study)),
        wrap: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        number: Format::new().set_num_format("#,##0"),
    };
    let mut book = Book { study, workbook, formats, contents: Vec::new() };
    for name in ["Cover", "Contents", "Notes"] {
        book.workbook.add_worksheet().set_name(name)?;
    }
    for (number, pool) in study.pools.iter().enumerate() {
        if let Some(tables) = findings.pool(&pool.id) {
            book.pool(number + 1, pool, tables)?;
        }
    }
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for (number, table) in (1..).zip(tables) {
        book.printed(number, table)?;
    }
    book.cover(record, document)?;
    book.list_contents()?;
    book.notes()?;
    for sheet in book.workbook.worksheets_mut() {
        sheet.set_right_to_left(study.wording.is_right_to_left());
    }
    book.workbook.save_to_buffer()
}

/// `0.0%`, with the decimals of the study.
fn percent_format(study: &Study) -> String {
    let decimals = usize::from(study.rounding.decimals);
    if decimals == 0 { "0%".to_owned() } else { format!("0.{}%", "0".repeat(decimals)) }
}

impl Book<'_> {
    /// The sums of a pool and its three tables.
    fn pool(&mut self, number: usize, pool: &Pool, tables: &PoolFindings) -> Result<(), XlsxError> {
        let name = capitalised(pool.name.in_language(&self.study.languages.main));
        let sums = format!("P{number} sums");
        self.sums(&sums, &name, &tables.addends)?;
        let last = tables.addends.len() + 1;
        for (word, table) in
            [("medium", &tables.by_medium), ("ownership", &tables.by_ownership), ("outlet", &tables.by_outlet)]
        {
            let sheet = format!("P{number} by {word}");
            let shares = Shares { pool, table, sums: &sums, last };
            let holds = say!(self.study, "workbook-holds-shares", pool = &name, by = word, sums = &sums);
            self.shares(&sheet, holds, &shares)?;
        }
        Ok(())
    }

    fn sums(&mut self, name: &str, pool: &str, addends: &[Addend]) -> Result<(), XlsxError> {
        self.contents.push((name.to_owned(), say!(self.study, "workbook-holds-sums", pool = pool)));
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        let headings: Vec<String> =
            SUMS.iter().map(|(word, _)| self.study.wording.word("workbook-column", word)).collect();
        for (column, (_, width)) in (0..).zip(SUMS) {
            sheet.set_column_width(column, width)?;
        }
        for (row, addend) in (1..).zip(addends) {
            let owner = if addend.ownership.is_empty() { "-" } else { &addend.ownership };
            let texts = [&addend.quantity, &addend.medium, owner, &addend.outlet, &addend.time, &addend.actor];
            for (column, text) in (0..).zip(texts) {
                sheet.write_string(row, column, text)?;
            }
            sheet.write_number_with_format(row, 6, whole(addend.amount.whole()), &self.formats.number)?;
        }
        as_table(sheet, &headings, addends.len(), &self.formats)
    }

    fn shares(&mut self, name: &str, holds: String, shares: &Shares<'_>) -> Result<(), XlsxError> {
        self.contents.push((name.to_owned(), holds));
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        let mut words = vec!["quantity"];
        words.extend(shares.table.by.iter().map(|dimension| dimension.word()));
        let keys = words.len();
        words.extend(["actor", "name", "amount", "total", "share", "printed", "items", "outlet-days", "remarks"]);
        let headings: Vec<String> = words.iter().map(|word| self.study.wording.word("workbook-column", word)).collect();
        for (column, width) in
            (0..).zip(std::iter::repeat_n(14.0, keys).chain([20.0, 26.0]).chain([13.0; 6]).chain([44.0]))
        {
            sheet.set_column_width(column, width)?;
        }
        for (row, cell) in (1..).zip(&shares.table.rows) {
            write_share(sheet, (self.study, &self.formats), shares, cell, (row, keys))?;
        }
        as_table(sheet, &headings, shares.table.rows.len(), &self.formats)
    }

    /// A table of the report, as printed. Its sheet is called the same in every language.
    fn printed(&mut self, number: usize, table: &Table) -> Result<(), XlsxError> {
        let name = format!("Table {number}");
        self.contents.push((name.clone(), table.caption.clone()));
        let sheet = self.workbook.add_worksheet().set_name(&name)?;
        let headings: Vec<String> = table.columns.iter().map(|(heading, _)| heading.clone()).collect();
        for (column, (heading, _)) in (0..).zip(&table.columns) {
            let widest = table.rows.iter().map(|row| row[usize::from(column)].chars().count()).max().unwrap_or(0);
            let width = u16::try_from(widest.max(heading.chars().count() / 2).clamp(8, 60)).unwrap_or(60);
            sheet.set_column_width(column, f64::from(width) + 2.0)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for ((column, cell), (_, alignment)) in (0..).zip(cells).zip(&table.columns) {
                let number = number_in(&self.study.wording, cell);
                match number.filter(|_| *alignment == Alignment::Right) {
                    Some(number) => sheet.write_number(row, column, number)?,
                    None => sheet.write_string(row, column, cell)?,
                };
            }
        }
        as_table(sheet, &headings, table.rows.len(), &self.formats)
    }

    fn cover(&mut self, record: &Record, document: &Document) -> Result<(), XlsxError> {
        let bold = self.formats.bold.clone();
        let sheet = self.workbook.worksheet_from_name("Cover")?;
        sheet.set_column_width(0, 110)?;
        sheet.write_string_with_format(0, 0, &document.title, &bold)?;
        let mut lines = vec![document.subtitle.clone()];
        lines.extend(document.notice.clone());
        lines.push(say!(self.study, "workbook-made-by", tool = &record.tool, study = &self.study.id));
        lines.push(say!(self.study, "appendix-digest", digest = &record.data_sha256));
        lines.push(say!(self.study, "workbook-formulas"));
        for (row, line) in (2..).zip(lines) {
            sheet.write_string_with_format(row, 0, line, &self.formats.wrap)?;
        }
        Ok(())
    }

    fn list_contents(&mut self) -> Result<(), XlsxError> {
        let contents = std::mem::take(&mut self.contents);
        let sheet = self.workbook.worksheet_from_name("Contents")?;
        sheet.set_column_width(0, 20)?;
        sheet.set_column_width(1, 110)?;
        for (row, (name, holds)) in (1..).zip(&contents) {
            sheet.write_url_with_text(row, 0, format!("internal:'{name}'!A1").as_str(), name)?;
            sheet.write_string(row, 1, holds)?;
        }
        let headings = ["workbook-heading-sheet", "workbook-heading-holds"].map(|id| say!(self.study, id));
        as_table(sheet, &headings, contents.len(), &self.formats)
    }

    fn notes(&mut self) -> Result<(), XlsxError> {
        let (study, limits) = (self.study, self.study.publishing);
        let mut notes: Vec<(String, String)> =
            SHORTHAND.iter().map(|(sign, id)| ((*sign).to_owned(), say!(study, id))).collect();
        let of = |word: &str| study.wording.word("workbook-column", word);
        notes.extend([
            (say!(study, "workbook-columns-amount-total"), say!(study, "workbook-note-amount")),
            (of("share"), say!(study, "workbook-note-share")),
            (of("printed"), say!(study, "workbook-note-printed", rule = study.rounding.rule.word())),
        ]);
        let policy = limits.policy.word();
        let (items, days) = (limits.least_items, limits.least_clusters);
        notes.push((of("remarks"), say!(study, "workbook-note-remarks", policy = policy, items = items, days = days)));
        let sheet = self.workbook.worksheet_from_name("Notes")?;
        sheet.set_column_width(0, 20)?;
        sheet.set_column_width(1, 110)?;
        for (row, (sign, words)) in (1..).zip(&notes) {
            sheet.write_string(row, 0, sign)?;
            sheet.write_string_with_format(row, 1, words, &self.formats.wrap)?;
        }
        let headings = ["workbook-heading-sign", "workbook-heading-means"].map(|id| say!(study, id));
        as_table(sheet, &headings, notes.len(), &self.formats)
    }
}

/// A table of shares and the sums it is made from.
struct Shares<'a> {
    pool: &'a Pool,
    table: &'a ShareTable,
    sums: &'a str,
    /// The last row of the sums.
    last: usize,
}

impl Shares<'_> {
    /// `SUMIFS` of the amounts whose columns have the values of this row's keys, and of the actor where one is given.
    fn sum(&self, row: u32, keys: usize, actor: Option<&str>) -> String {
        let sums = format!("'{}'", self.sums);
        let column = |place: usize| {
            let letter = letter(place);
            format!("{sums}!${letter}$2:${letter}${}", self.last)
        };
        let place = |dimension: Dimension| SUMS.iter().position(|(heading, _)| *heading == dimension.word());
        let mut parts = vec![column(6), column(0), format!("$A{}", row + 1)];
        for (number, dimension) in self.table.by.iter().enumerate() {
            let place = place(*dimension).expect("invariant: workbooks are of tables by medium, ownership and outlet");
            parts.extend([column(place), format!("${}{}", letter(number + 1), row + 1)]);
        }
        if let Some(actor) = actor {
            parts.extend([column(5), actor.to_owned()]);
        }
        debug_assert_eq!(keys, self.table.by.len() + 1);
        format!("SUMIFS({})", parts.join(","))
    }
}

fn letter(place: usize) -> char {
    char::from(b'A' + u8::try_from(place).expect("invariant: a sheet of shares has a dozen columns"))
}

fn write_share(
    sheet: &mut Worksheet,
    (study, formats): (&Study, &Formats),
    shares: &Shares<'_>,
    cell: &ShareRow,
    (row, keys): (u32, usize),
) -> Result<(), XlsxError> {
    let estimate = &cell.estimate;
    let mut column = 0;
    let values = std::iter::once(&cell.quantity).chain(&cell.group);
    for value in values {
        sheet.write_string(row, column, if value.is_empty() { "-" } else { value })?;
        column += 1;
    }
    sheet.write_string(row, column, &cell.actor)?;
    sheet.write_string(row, column + 1, actor(study, &cell.actor).0)?;
    let own = format!("${}{}", letter(keys), row + 1);
    let number = |formula: String, value: i64| Formula::new(format!("={formula}")).set_result(value.to_string());
    let amount = number(shares.sum(row, keys, Some(&own)), estimate.numerator.whole());
    sheet.write_formula_with_format(row, column + 2, amount, &formats.number)?;
    let whole_id = shares.pool.whole.as_ref().map(|id| format!("\"{id}\""));
    let total = number(shares.sum(row, keys, whole_id.as_deref()), estimate.denominator.whole());
    sheet.write_formula_with_format(row, column + 3, total, &formats.number)?;
    let (above, below) = (letter(keys + 2), letter(keys + 3));
    match &estimate.share {
        Some(share) if matches!(shares.pool.weighting, Weighting::Pooled) => {
            let quotient =
                Formula::new(format!("={above}{0}/{below}{0}", row + 1)).set_result(share.as_f64().to_string());
            sheet.write_formula_with_format(row, column + 4, quotient, &formats.percent)?;
        }
        Some(share) => {
            sheet.write_number_with_format(row, column + 4, Share::as_f64(share), &formats.percent)?;
        }
        None => {
            sheet.write_string(row, column + 4, if estimate.status == Status::NoCoverage { "[z]" } else { "[x]" })?;
        }
    }
    let mut printed = estimate.percent.map_or_else(|| "[x]".to_owned(), |percent| percent_number(study, percent));
    if !estimate.flags.is_empty() {
        printed += " [u]";
    }
    sheet.write_string(row, column + 5, printed)?;
    sheet.write_number_with_format(row, column + 6, whole(estimate.base.n_items), &formats.number)?;
    sheet.write_number_with_format(row, column + 7, whole(estimate.base.n_clusters), &formats.number)?;
    let remarks: Vec<String> = estimate.flags.iter().map(|flag| meaning(study, *flag)).collect();
    sheet.write_string(row, column + 8, remarks.join("; "))?;
    Ok(())
}

/// The number that a cell prints, as the language or as a machine writes it.
fn number_in(wording: &Wording, cell: &str) -> Option<f64> {
    let number = cell.parse::<f64>().ok().or_else(|| {
        let plain = cell.replace(['\u{a0}', '\u{202f}'], "").replace(',', ".");
        if wording.number(&plain) == cell { plain.parse().ok() } else { None }
    });
    number.filter(|number| number.is_finite())
}

fn whole(number: i64) -> f64 {
    crate::unit::float(number)
}

/// A real table with a header row, which stays in view. Excel wants headings that differ.
fn as_table(sheet: &mut Worksheet, headings: &[String], n_rows: usize, formats: &Formats) -> Result<(), XlsxError> {
    let mut seen: Vec<String> = Vec::new();
    let mut columns = Vec::new();
    for heading in headings {
        let n_before = seen.iter().filter(|known| *known == heading).count();
        seen.push(heading.clone());
        let heading = if n_before == 0 { heading.clone() } else { format!("{heading} ({})", n_before + 1) };
        let heading = if heading.is_empty() { " ".to_owned() } else { heading };
        columns.push(TableColumn::new().set_header(heading).set_header_format(&formats.head));
    }
    let last_row = u32::try_from(n_rows.max(1)).unwrap_or(u32::MAX);
    let last_column = u16::try_from(headings.len() - 1).unwrap_or(u16::MAX);
    let table = SheetTable::new().set_columns(&columns).set_style(TableStyle::None).set_autofilter(n_rows > 12);
    sheet.add_table(0, 0, last_row, last_column, &table)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
