//! The coding sheet: a workbook in which a coder can only choose what the codebook knows.
//!
//! In: a study. Out: the bytes of an XLSX with a sheet `coding` whose columns have drop-down lists, a sheet `codebook` with every
//! entry and its names, and the lists themselves. The same study gives the same bytes.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatBorder,
    Formula, Workbook, XlsxError,
};

use crate::codebook::Register;
use crate::study::Study;
use crate::wording::say;

/// Rows that have lists: a desk's month.
const ROWS: u32 = 5_000;

/// A column of the coding sheet.
struct Column {
    /// The name that the study's source knows it by, in any language.
    heading: &'static str,
    width: f64,
    kind: Kind,
    help: String,
}

enum Kind {
    Text,
    Date,
    Time,
    Amount,
    List(Vec<String>),
}

/// The workbook.
///
/// Errors: those of the writer; a codebook with more entries than a sheet has rows.
pub fn coding_sheet(study: &Study) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = say!(study, "sheet-title", study = study.title());
    // A fixed moment: the same study gives the same bytes.
    let properties =
        DocProperties::new().set_title(&title).set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties);
    let columns = columns(study);
    let head = Format::new().set_bold().set_background_color("D9E2EC").set_border_bottom(FormatBorder::Thin);
    let sheet = book.add_worksheet().set_name("coding")?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, column) in (0_u16..).zip(&columns) {
        sheet.write_with_format(0, place, column.heading, &head)?;
        sheet.set_column_width(place, column.width)?;
        if let Some(format) = format_of(&column.kind) {
            sheet.set_column_format(place, &format)?;
        }
        sheet.add_data_validation(1, place, ROWS, place, &rule(study, column, place)?)?;
    }
    write_codebook(&mut book, study, &head)?;
    let lists = book.add_worksheet().set_name("lists")?;
    for (place, column) in (0_u16..).zip(&columns) {
        if let Kind::List(words) = &column.kind {
            for (row, word) in (0_u32..).zip(words) {
                lists.write(row, place, word)?;
            }
        }
    }
    lists.set_hidden(true);
    for sheet in book.worksheets_mut() {
        sheet.set_right_to_left(study.wording.is_right_to_left());
    }
    book.save_to_buffer()
}

fn format_of(kind: &Kind) -> Option<Format> {
    match kind {
        Kind::Date => Some(Format::new().set_num_format("yyyy-mm-dd")),
        Kind::Time => Some(Format::new().set_num_format("hh:mm")),
        Kind::Text | Kind::List(_) => Some(Format::new().set_num_format("@")),
        Kind::Amount => None,
    }
}

fn rule(study: &Study, column: &Column, place: u16) -> Result<DataValidation, XlsxError> {
    let validation = DataValidation::new().set_input_title(column.heading)?.set_input_message(&column.help)?;
    let validation = match &column.kind {
        Kind::List(words) => {
            let letter = char::from(b'A' + u8::try_from(place).unwrap_or(0));
            let list = Formula::new(format!("=lists!${letter}$1:${letter}${}", words.len()));
            validation
                .allow_list_formula(list)
                .set_error_title(say!(study, "sheet-not-in-codebook"))?
                .set_error_message(say!(study, "sheet-choose-from-list"))?
        }
        Kind::Amount => validation
            .allow_decimal_number(DataValidationRule::GreaterThan(0.0))
            .set_error_title(say!(study, "sheet-no-amount"))?
            .set_error_message(say!(study, "sheet-amount-above-zero"))?,
        Kind::Date | Kind::Time | Kind::Text => {
            return Ok(validation.set_error_style(DataValidationErrorStyle::Information));
        }
    };
    Ok(validation.set_error_style(DataValidationErrorStyle::Stop))
}

fn columns(study: &Study) -> Vec<Column> {
    let codebook = &study.codebook;
    let column = |heading: &'static str, width, kind| {
        let help = say!(study, &format!("sheet-help-{heading}"));
        Column { heading, width, kind, help }
    };
    let list =
        |heading, width, words: Vec<String>| (!words.is_empty()).then(|| column(heading, width, Kind::List(words)));
    let all = [
        Some(column("date", 12.0, Kind::Date)),
        list("outlet", 22.0, names(study, &codebook.outlets)),
        Some(column("programme", 18.0, Kind::Text)),
        Some(column("start", 8.0, Kind::Time)),
        Some(column("item", 12.0, Kind::Text)),
        list("actor", 26.0, names(study, &codebook.actors)),
        list("capacity", 20.0, names(study, &codebook.capacities)),
        list("genre", 16.0, names(study, &codebook.genres)),
        list("voice", 12.0, names(study, &codebook.voices)),
        list("tone", 12.0, names(study, &codebook.tones)),
        Some(column("amount", 10.0, Kind::Amount)),
        Some(column("coder", 10.0, Kind::Text)),
        list("pass", 6.0, vec!["1".to_owned(), "2".to_owned()]),
    ];
    all.into_iter().flatten().collect()
}

/// The names that coders choose from; a name that two entries share gives way to their ids.
fn names<T>(study: &Study, register: &Register<T>) -> Vec<String> {
    let labels: Vec<(&str, &str)> =
        register.ids().into_iter().map(|id| (id, register.label(id, &study.languages.main))).collect();
    let is_shared = |label: &str| labels.iter().filter(|(_, other)| *other == label).count() > 1;
    labels.iter().map(|(id, label)| if is_shared(label) { *id } else { *label }.to_owned()).collect()
}

fn write_codebook(book: &mut Workbook, study: &Study, head: &Format) -> Result<(), XlsxError> {
    let codebook = &study.codebook;
    let sheet = book.add_worksheet().set_name("codebook")?;
    let headings = ["sheet-heading-what", "sheet-heading-id", "sheet-heading-name"];
    for (place, id) in (0_u16..).zip(headings) {
        sheet.write_with_format(0, place, say!(study, id), head)?;
    }
    let language = &study.languages.main;
    let entries = |what: &'static str, ids: Vec<&str>, label: &dyn Fn(&str) -> String| {
        ids.into_iter().map(|id| (what, id.to_owned(), label(id))).collect::<Vec<_>>()
    };
    let mut all = entries("outlet", codebook.outlets.ids(), &|id| codebook.outlets.label(id, language).to_owned());
    all.extend(entries("actor", codebook.actors.ids(), &|id| codebook.actors.label(id, language).to_owned()));
    all.extend(entries("capacity", codebook.capacities.ids(), &|id| {
        codebook.capacities.label(id, language).to_owned()
    }));
    all.extend(entries("genre", codebook.genres.ids(), &|id| codebook.genres.label(id, language).to_owned()));
    all.extend(entries("voice", codebook.voices.ids(), &|id| codebook.voices.label(id, language).to_owned()));
    all.extend(entries("tone", codebook.tones.ids(), &|id| codebook.tones.label(id, language).to_owned()));
    for (row, (what, id, name)) in (1_u32..).zip(&all) {
        sheet.write(row, 0, *what)?;
        sheet.write(row, 1, id)?;
        sheet.write(row, 2, name)?;
    }
    sheet.set_column_width(1, 24)?;
    sheet.set_column_width(2, 40)?;
    Ok(())
}
