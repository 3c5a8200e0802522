//! Rows that another engine adds up: an archive too large for one machine comes as sums of rows that differ in nothing but
//! their amounts. What the words of those rows mean is decided here, as for any sheet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::header::{Layout, Origin, Slot};
use super::parquet::is_parquet;
use super::record::{AddedRows, Kind, Record};
use super::row::resolve;
use super::rows::Rows;
use super::{BLANK_AMOUNT, CodedSample, InputFile, lookup};
use crate::diagnostic::{Checked, counted, shown};
use crate::study::{Allocation, Field, Source, Study};
use crate::unit::AmountFormat;

/// What a column of an archive holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers with decimals, or floating ones.
    Number,
    /// Dates.
    Date,
    /// Something else, by its name there.
    Other(String),
}

/// An amount column that is to be summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummedColumn {
    /// Its heading.
    pub column: String,
    /// Does it hold whole numbers?
    pub is_whole: bool,
    /// Base units (milliseconds, mm², appearances) in one of what is written.
    pub scale: i64,
    /// More than these base units cannot be added up: the amount is wrong, or wants a look at its row.
    pub most: i64,
    /// Must every row have one?
    pub is_needed: bool,
}

/// What an engine is asked: the rows of some files, counted and summed by every combination of some columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRequest {
    /// The files as the engine finds them, with `*` and `?`.
    pub files: String,
    /// What rows of a group have alike: headings.
    pub keys: Vec<String>,
    /// What is summed.
    pub sums: Vec<SummedColumn>,
}

/// One combination, with what was added up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The values of the request's keys as texts, dates as ISO; `None` where blank.
    pub keys: Vec<Option<String>>,
    /// How many rows.
    pub n_rows: u64,
    /// For each summed column: rows with an amount, their sum in base units, and rows whose amount cannot be added up.
    pub sums: Vec<(u64, i64, u64)>,
}

/// Another engine that groups and adds.
pub trait Engine {
    /// The columns of some files, in their order.
    ///
    /// Errors: [`EngineFailure`] where the engine or the files cannot be reached or understood.
    fn columns(&self, files: &str) -> Result<Vec<(String, ColumnKind)>, EngineFailure>;

    /// Counts and sums by every combination that occurs; in any order.
    ///
    /// Errors: as [`Engine::columns`].
    fn groups(&self, request: &GroupRequest) -> Result<Vec<Group>, EngineFailure>;
}

/// No tally comes from the engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EngineFailure {
    /// Nobody answers.
    #[error("the server at {address} does not answer: {why}")]
    Unreachable {
        /// Where it was looked for.
        address: String,
        /// What the client says.
        why: String,
    },
    /// The engine refuses or fails.
    #[error("the server could not do it: {0}")]
    Failed(String),
    /// The study asks for what only a look at every row can do.
    #[error("source `{source_id}` {why}; {remedy}")]
    Refused {
        /// The source.
        source_id: String,
        /// What it asks for.
        why: String,
        /// What else can be done.
        remedy: String,
    },
}

/// The sums of one source, made elsewhere, as chunks like those of a sheet: each row is the sum of many.
///
/// `data` is where the engine finds the study's folder; columns of `dropped` fields are not told apart.
///
/// Errors: [`EngineFailure`]; then nothing was made.
pub fn read_sums(
    study: &Study,
    number: usize,
    data: &str,
    dropped: &[Field],
    engine: &dyn Engine,
) -> Result<Vec<Checked<CodedSample>>, EngineFailure> {
    let source = &study.sources[number];
    refuse_what_needs_rows(study, source)?;
    let (lookups, found) = lookup::read(study, source, number);
    let lookups = Arc::new(lookups);
    let files = files_of(source, data);
    let columns = engine.columns(&files)?;
    let file = InputFile {
        source: number,
        path: study.folder.join(source.files.glob()),
        relative: source.files.written.clone(),
        printed: files.clone(),
        sheet: None,
    };
    let mut rows = Rows::new(study, file, lookups, None, Vec::new());
    rows.say(found);
    let mut headings = Record::default();
    headings.line = source.format.header_row;
    columns.iter().for_each(|(name, _)| headings.push(name, Kind::Text));
    rows.push(&headings);
    let Some(layout) = rows.layout() else { return Ok(vec![rows.finish()]) };
    let asked = Asked::of(source, &layout, &columns, dropped)?;
    let request = GroupRequest {
        files,
        keys: asked.keys.iter().map(|index| columns[*index].0.clone()).collect(),
        sums: asked.sums.iter().map(|(_, sum)| sum.clone()).collect(),
    };
    let n_rows = counted_alone(engine, &request.files)?;
    for index in &asked.left_out {
        let asked =
            GroupRequest { files: request.files.clone(), keys: vec![columns[*index].0.clone()], sums: Vec::new() };
        refuse_unknown_words(study, source, (&layout, *index), &groups_of(engine, &asked, n_rows)?)?;
    }
    let groups = groups_of(engine, &request, n_rows)?;
    refuse_unusable(source, &request, &groups)?;
    let mut chunks = Vec::new();
    for group in &groups {
        if rows.push(&asked.record(&columns, group)) {
            chunks.extend(rows.take_chunk());
        }
    }
    chunks.push(rows.finish());
    Ok(chunks)
}

/// The files of a source as an engine finds them.
pub fn files_of(source: &Source, data: &str) -> String {
    format!("{}/{}", data.trim_end_matches('/'), source.files.glob())
}

/// How many rows the files hold, asked for by itself.
fn counted_alone(engine: &dyn Engine, files: &str) -> Result<u64, EngineFailure> {
    let alone = GroupRequest { files: files.to_owned(), keys: Vec::new(), sums: Vec::new() };
    Ok(engine.groups(&alone)?.iter().map(|group| group.n_rows).sum())
}

/// The groups of a request, in the order of their keys, for an engine's order is its own. An answer may be cut off where a worker
/// is lost, and look like one that is whole: its rows must be as many as the files hold.
fn groups_of(engine: &dyn Engine, request: &GroupRequest, n_rows: u64) -> Result<Vec<Group>, EngineFailure> {
    let mut groups = engine.groups(request)?;
    let n_found: u64 = groups.iter().map(|group| group.n_rows).sum();
    if n_found != n_rows {
        let why = format!("its answers speak of {n_found} and of {n_rows} rows: one of them was cut off, so ask again");
        return Err(EngineFailure::Failed(why));
    }
    groups.sort_by(|a, b| a.keys.cmp(&b.keys));
    Ok(groups)
}

/// What each column is to the request, by its position.
struct Asked {
    keys: Vec<usize>,
    /// Words that the sums do not tell apart.
    left_out: Vec<usize>,
    sums: Vec<(usize, SummedColumn)>,
}

impl Asked {
    fn of(
        source: &Source,
        layout: &Layout,
        columns: &[(String, ColumnKind)],
        dropped: &[Field],
    ) -> Result<Asked, EngineFailure> {
        let mut sums = Vec::new();
        for amount in &layout.amounts {
            let Some(slot) = amount.slot else { continue };
            let Slot::Cell(index) = slot else {
                return Err(refused(source, "takes its amounts from a look-up table", REMEDY_HERE));
            };
            let (name, kind) = &columns[index];
            if !matches!(kind, ColumnKind::Whole | ColumnKind::Number) {
                let why = format!("has amounts in `{name}`, which holds no numbers there");
                return Err(refused(source, &why, "store it as whole numbers, decimals or doubles"));
            }
            let is_asked_too =
                is_asked_by_rule(layout, slot) || Field::ALL.iter().any(|field| is_column_of(layout, *field, index));
            if is_asked_too {
                let why = format!("asks `{name}` for more than its sum");
                return Err(refused(source, &why, REMEDY_HERE));
            }
            sums.push((index, summed_column(source, name, *kind == ColumnKind::Whole, amount.format)?));
        }
        let is_dropped = |index: usize| {
            let mut fields = Field::ALL.iter().filter(|field| is_column_of(layout, **field, index)).peekable();
            let is_dropped = |field: &Field| {
                dropped.contains(field) && !source.required.contains(field) && !source.split.contains_key(field)
            };
            fields.peek().is_some() && fields.all(is_dropped) && !is_asked_by_rule(layout, Slot::Cell(index))
        };
        let amounts: BTreeSet<usize> = sums.iter().map(|(index, _)| *index).collect();
        let words = layout.used.iter().copied().filter(|index| !amounts.contains(index));
        let (left_out, keys): (Vec<usize>, Vec<usize>) = words.partition(|index| is_dropped(*index));
        for index in keys.iter().chain(&left_out) {
            if let (name, ColumnKind::Other(kind)) = &columns[*index] {
                let why = format!("reads `{name}`, which holds {kind} there");
                return Err(refused(source, &why, "store the column as text, whole numbers or dates"));
            }
            if let (name, ColumnKind::Number) = &columns[*index] {
                let why = format!("reads words from `{name}`, which holds numbers with decimals there");
                return Err(refused(source, &why, "store the column as text or whole numbers"));
            }
        }
        Ok(Asked { keys, left_out, sums })
    }

    fn record(&self, columns: &[(String, ColumnKind)], group: &Group) -> Record {
        let mut record = Record::default();
        for (index, (_, kind)) in columns.iter().enumerate() {
            let key = self.keys.iter().position(|at| *at == index).and_then(|at| group.keys[at].as_deref());
            let kind = match (key, kind) {
                (Some(_), ColumnKind::Whole) => Kind::Number,
                (Some(_), ColumnKind::Date) => Kind::Date,
                _ => Kind::Text,
            };
            record.push(key.unwrap_or_default(), kind);
        }
        let sums = self.sums.iter().zip(&group.sums);
        let sums = sums.map(|((index, _), (n_rows, sum, _))| (*index, *n_rows, *sum)).collect();
        record.added = Some(AddedRows { n_rows: group.n_rows, sums });
        record
    }
}

fn summed_column(
    source: &Source,
    name: &str,
    is_whole: bool,
    format: AmountFormat,
) -> Result<SummedColumn, EngineFailure> {
    let Some(scale) = format.scale() else {
        let why = format!("has amounts written as {} in `{name}`", format.word());
        return Err(refused(source, &why, "seconds, minutes, milliseconds, cm2, mm2 and count can be added up there"));
    };
    let most = AmountFormat::MOST;
    Ok(SummedColumn { column: name.to_owned(), is_whole, scale, most, is_needed: !source.blank_is_nothing })
}

/// Does a field stand in this column?
fn is_column_of(layout: &Layout, field: Field, index: usize) -> bool {
    matches!(layout.origins.get(field), Some(Origin::Column(Slot::Cell(at))) if *at == index)
}

/// Does a look-up or a rule that leaves rows out ask for this cell?
fn is_asked_by_rule(layout: &Layout, slot: Slot) -> bool {
    layout.keys.contains(&slot) || layout.leave_out.iter().any(|(asked, _)| *asked == slot)
}

/// What the sums do not tell apart is checked all the same: a word that nobody knows is an error in any sheet.
fn refuse_unknown_words(
    study: &Study,
    source: &Source,
    (layout, index): (&Layout, usize),
    groups: &[Group],
) -> Result<(), EngineFailure> {
    let words = groups.iter().filter_map(|group| group.keys.first()?.as_ref());
    let fields: Vec<Field> = Field::ALL.into_iter().filter(|field| is_column_of(layout, *field, index)).collect();
    let is_unknown = |word: &&String| {
        let word = word.trim();
        !word.is_empty() && fields.iter().any(|field| resolve(study, source, *field, word).is_none())
    };
    let unknown: Vec<String> = words.filter(is_unknown).take(5).map(|word| format!("`{}`", shown(word))).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let name = &layout.names[index];
    let why = format!("has words in `{name}` that nobody knows: {}", unknown.join(", "));
    Err(refused(source, &why, "add them to the codebook, or tally without --engine, which shows their rows"))
}

/// How a study's archive is tallied instead.
const REMEDY_HERE: &str = "tally it without --engine";

fn refused(source: &Source, why: &str, remedy: &str) -> EngineFailure {
    EngineFailure::Refused { source_id: source.id.clone(), why: why.to_owned(), remedy: remedy.to_owned() }
}

/// What a sum of rows can no longer tell.
fn refuse_what_needs_rows(study: &Study, source: &Source) -> Result<(), EngineFailure> {
    let refuse = |why: &str, remedy: &str| Err(refused(source, why, remedy));
    if !is_parquet(&source.files.written) {
        let why = format!("reads `{}`: only Parquet can be added up there", source.files.written);
        return refuse(&why, "store the sheets as Parquet, or tally them without --engine");
    }
    if source.files.written.contains("**") {
        return refuse("reads `**`, which means another thing there", "name each level of folders with a `*`");
    }
    if !source.files.fields().is_empty() {
        return refuse("takes fields from the path of each file", "write them into a column");
    }
    for field in [Field::Start, Field::End] {
        if source.gives(field) {
            let why = format!("reads `{}`: who is on air twice is seen in single rows only", field.word());
            return refuse(&why, "leave that column out under `ignore`, or tally without --engine");
        }
    }
    for (field, what) in [
        (Field::Item, "items of several rows are put together from single rows"),
        (Field::Pass, "second codings are told from first ones row by row"),
        (Field::Percent, "printed percentages are held against single rows"),
        (Field::Id, "ids that stand twice are seen in single rows only"),
    ] {
        let is_beside = field == Field::Percent && source.wide.iter().any(|column| column.percent.is_some());
        if source.gives(field) || is_beside {
            let why = format!("reads `{}`: {what}", field.word());
            return refuse(&why, "leave that column out under `ignore`, or tally without --engine");
        }
    }
    let is_order_read = !source.blocks.is_empty() || !source.fill_down.is_empty();
    if is_order_read || source.wide.iter().any(|column| !column.once_per.is_empty()) {
        return refuse("reads a row by the rows above it", REMEDY_HERE);
    }
    if source.allocation == Allocation::EqualSplit {
        return refuse("splits the amount of each row among its actors", REMEDY_HERE);
    }
    if source.amount.is_columnless() && source.amount != AmountFormat::OnePerRow {
        return refuse("makes amounts of several cells of a row", REMEDY_HERE);
    }
    if study.severities.iter().any(|change| change.code == BLANK_AMOUNT) {
        return refuse("has blank amounts that the study wants to see one by one", "take N324 from [severity]");
    }
    Ok(())
}

/// Rows whose amounts are blank, negative, no number, finer than a base unit or too large for one item.
fn refuse_unusable(source: &Source, request: &GroupRequest, groups: &[Group]) -> Result<(), EngineFailure> {
    for (at, sum) in request.sums.iter().enumerate() {
        let n_unusable: u64 = groups.iter().map(|group| group.sums[at].2).sum();
        if n_unusable > 0 {
            let why = format!(
                "has {} in `{}` that cannot be added up: blank, negative, no number, finer than a base unit or too large \
                 for one item",
                counted(n_unusable, "amount"),
                sum.column
            );
            return Err(refused(source, &why, "mend them, or tally without --engine, which shows their rows"));
        }
    }
    Ok(())
}
