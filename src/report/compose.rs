//! The report, chapter by chapter.

use super::document::{Block, Document};
use super::kind::Kind;
use super::{appendix, change, front, html, markdown, method, results, rules, word, workbook};
use crate::agreement::Reliability;
use crate::audit::OutputFile;
use crate::audit::Record;
use crate::audit::RuleVerdict;
use crate::chart::{Look, Palette, Size};
use crate::diagnostic::Diagnostic;
use crate::figure::{self, Drawing, Figure, FigureRequest, share_figure};
use crate::measure::{FigureTable, Findings, ShareRow, ShareTable, Who};
use crate::study::{Period, Study};
use crate::table::Table;
use crate::wording::say;

/// A finished report: its document and every file it is made of.
#[derive(Debug)]
pub struct Report {
    /// The document.
    pub document: Document,
    /// Every file but the manifest.
    pub files: Vec<OutputFile>,
}

/// A report that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A figure cannot be drawn.
    #[error(transparent)]
    Figure(#[from] figure::Failure),
    /// The workbook cannot be written.
    #[error("the workbook `tables.xlsx` cannot be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The PDF cannot be set.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] super::pdf::Failure),
    /// The DOCX cannot be written.
    #[error("`report.docx` cannot be written")]
    Word(#[from] zip::result::ZipError),
}

/// A report while its chapters are written.
pub(super) struct Draft<'a> {
    pub study: &'a Study,
    pub whole: &'a Study,
    pub period: Option<&'a Period>,
    pub findings: &'a Findings,
    pub changes: Option<&'a FigureTable>,
    pub record: &'a Record,
    pub rules: &'a [RuleVerdict],
    pub kind: Kind,
    pub blocks: Vec<Block>,
    pub figures: Vec<Figure>,
    palette: Palette,
    n_tables: usize,
    /// Does the folder hold the coded rows?
    pub has_rows: bool,
    /// The block of the key findings, and what the stem of the figure behind each holds.
    pub expected_figures: Option<(usize, Vec<Option<String>>)>,
}

impl<'a> Draft<'a> {
    pub(super) fn chapter(&mut self, id: &str, text: &str) {
        self.blocks.push(Block::Heading(2, id.to_owned(), text.to_owned()));
    }

    pub(super) fn section(&mut self, id: &str, text: &str) {
        self.blocks.push(Block::Heading(3, id.to_owned(), text.to_owned()));
    }

    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds a table under the next number.
    pub(super) fn table(&mut self, mut table: Table) {
        self.n_tables += 1;
        table.caption = say!(self.study, "document-table", n = self.n_tables, caption = &table.caption);
        self.blocks.push(Block::Table(table));
    }

    /// The number the next table will have.
    pub(super) fn next_table(&self) -> usize {
        self.n_tables + 1
    }

    /// Draws a figure of the actors of a group whose outlets were counted.
    ///
    /// Errors: [`figure::Failure`] for a figure that should have been drawn.
    pub(super) fn figure_over(
        &mut self,
        n_outlets: i64,
        draw: impl FnOnce(Drawing<'_>) -> Result<Figure, figure::Failure>,
    ) -> Result<(), figure::Failure> {
        let narrowing = figure::Narrowing { n_outlets: Some(n_outlets), ..figure::Narrowing::default() };
        self.figure(|drawing| draw(Drawing { narrowing: &narrowing, ..drawing }))
    }

    /// What the next figure needs beside its table.
    fn drawing<'r>(&self, reliability: &'r Reliability, size: Size) -> Drawing<'r>
    where
        'a: 'r,
    {
        Drawing {
            study: self.study,
            record: self.record,
            reliability,
            narrowing: &figure::WHOLE,
            look: Look { size, palette: self.palette },
            number: self.figures.len() + 1,
        }
    }

    /// Draws a figure that stands alone. One without anything to show is left out: its table says so.
    ///
    /// Errors: [`figure::Failure`] for a figure that should have been drawn.
    pub(super) fn figure(
        &mut self,
        draw: impl FnOnce(Drawing<'_>) -> Result<Figure, figure::Failure>,
    ) -> Result<(), figure::Failure> {
        if !self.kind.has_figures() {
            return Ok(());
        }
        let reliability = self.findings.agreement.known();
        match draw(self.drawing(&reliability, Size::Double)) {
            Ok(figure) => {
                self.blocks.push(Block::Figures(vec![figure.number]));
                self.figures.push(figure);
                Ok(())
            }
            Err(figure::Failure::NothingToShow { .. }) => Ok(()),
            Err(failure @ figure::Failure::DoesNotFit { .. }) => {
                self.paragraph(say!(self.study, "document-left-out", why = failure.to_string()));
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// Draws the shares of some groups side by side. A group without anything to show is left out: its table says so.
    ///
    /// Errors: [`figure::Failure`] for a figure that should have been drawn.
    pub(super) fn share_figures(
        &mut self,
        groups: &[(&ShareTable, &[&ShareRow])],
        size: Size,
    ) -> Result<(), figure::Failure> {
        if !self.kind.has_figures() {
            return Ok(());
        }
        let mut numbers = Vec::new();
        let reliability = self.findings.agreement.known();
        let beside: Vec<&ShareRow> = groups.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
        for (table, rows) in groups {
            let drawing = self.drawing(&reliability, size);
            match share_figure(drawing, FigureRequest { table, rows, beside: &beside }) {
                Ok(figure) => {
                    numbers.push(figure.number);
                    self.figures.push(figure);
                }
                Err(figure::Failure::NothingToShow { .. }) => {}
                Err(failure @ figure::Failure::DoesNotFit { .. }) => {
                    self.paragraph(say!(self.study, "document-left-out", why = failure.to_string()));
                }
                Err(failure) => return Err(failure),
            }
        }
        if !numbers.is_empty() {
            self.blocks.push(Block::Figures(numbers));
        }
        Ok(())
    }
}

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The study, of the period's days where there is one.
    pub study: &'a Study,
    /// The whole study.
    pub whole: &'a Study,
    /// The period reported on.
    pub period: Option<&'a Period>,
    /// Findings of these days.
    pub findings: &'a Findings,
    /// Shares of every period, of the whole study.
    pub changes: Option<&'a FigureTable>,
    /// What the run was made from.
    pub record: &'a Record,
    /// The findings about rows, of which `rejected.csv` lists the errors.
    pub of_rows: &'a [Diagnostic],
    /// The rules of the study with their verdicts.
    pub rules: &'a [RuleVerdict],
    /// Every coded row that counts, as CSV: the appendix of an audit.
    pub rows: Option<&'a str>,
    /// Which kind it is.
    pub kind: Kind,
    /// In which colours figures are drawn.
    pub palette: Palette,
}

/// Writes the report.
///
/// Errors: [`Failure`] naming what cannot be drawn or written.
pub fn compose(request: Request<'_>) -> Result<Report, Failure> {
    let Request { whole, period, findings, record, kind, .. } = request;
    // A regulator adds up seconds.
    let exact;
    let study = if kind == Kind::Audit {
        exact = Study { wording: request.study.wording.with_exact_amounts(), ..request.study.clone() };
        &exact
    } else {
        request.study
    };
    let mut draft = Draft {
        study,
        whole,
        period,
        findings,
        changes: request.changes,
        record,
        rules: request.rules,
        kind,
        blocks: Vec::new(),
        figures: Vec::new(),
        palette: request.palette,
        n_tables: 0,
        expected_figures: None,
        has_rows: request.rows.is_some(),
    };
    write_chapters(&mut draft)?;
    figure::paint(&draft.figures)?;
    let mut subtitle = vec![study.wording.days(study.window.from, study.window.to), study.publisher().to_owned()];
    subtitle.push(kind.status(study, whole, period));
    subtitle.extend((!study.corrections.is_empty()).then(|| say!(study, "document-corrected")));
    subtitle.extend(study.report.version.as_ref().map(|version| say!(study, "document-version", version = version)));
    subtitle.extend(study.report.date.map(|date| study.wording.days(date, date)));
    subtitle.extend(study.report.licence.clone());
    let document = Document {
        wording: study.wording.clone(),
        title: study.title().to_owned(),
        subtitle: subtitle.join(" · "),
        notice: study.notice().map(str::to_owned),
        blocks: draft.blocks,
        figures: draft.figures,
    };
    let document = document.made_plain();
    let mut files = files(study, findings, record, &document)?;
    if !record.rows.rejected.is_empty() {
        files.push(OutputFile {
            path: "rejected.csv".to_owned(),
            bytes: crate::table::rejected_csv(whole, request.of_rows).into_bytes(),
        });
    }
    files.extend(
        request.rows.map(|rows| OutputFile { path: appendix::ROWS_FILE.to_owned(), bytes: rows.as_bytes().to_vec() }),
    );
    let provenance = crate::audit::provenance(record, &files);
    files.push(OutputFile { path: crate::audit::PROVENANCE.to_owned(), bytes: provenance.into_bytes() });
    Ok(Report { document, files })
}

/// The chapters that a kind has, in their order.
fn write_chapters(draft: &mut Draft<'_>) -> Result<(), figure::Failure> {
    let kind = draft.kind;
    front::rejected_rows(draft);
    if kind != Kind::Audit {
        front::key_findings(draft)?;
    }
    if kind == Kind::Preliminary {
        results::overview(draft)?;
        method::in_short(draft);
        method::limitations(draft);
        appendix::reproduction_in_short(draft);
        front::name_figures(draft);
        return Ok(());
    }
    method::monitored(draft)?;
    method::measured(draft);
    method::certainty(draft)?;
    results::by_medium(draft)?;
    results::by_ownership(draft)?;
    results::by_outlet(draft)?;
    change::over_time(draft);
    results::paid_and_free(draft);
    rules::tested(draft);
    method::limitations(draft);
    appendix::corrections(draft);
    appendix::tables(draft);
    appendix::codebook(draft);
    appendix::recording_log(draft);
    appendix::rows(draft);
    appendix::reproduction(draft);
    front::name_figures(draft);
    Ok(())
}

fn files(study: &Study, findings: &Findings, record: &Record, document: &Document) -> Result<Vec<OutputFile>, Failure> {
    let text = |path: &str, text: String| OutputFile { path: path.to_owned(), bytes: text.into_bytes() };
    let written = |path: &str, bytes: Vec<u8>| OutputFile { path: path.to_owned(), bytes };
    // The PDF takes as long as all the others.
    let (pdf, others) = rayon::join(
        || -> Result<Option<OutputFile>, Failure> {
            #[cfg(feature = "pdf")]
            return Ok(Some(written("report.pdf", super::pdf::pdf(document, &record.data_sha256)?)));
            #[cfg(not(feature = "pdf"))]
            Ok(None)
        },
        || -> Result<(OutputFile, OutputFile, OutputFile), Failure> {
            let html = text("report.html", html::page(document));
            let word = written("report.docx", word::word(document)?);
            Ok((html, word, written("tables.xlsx", workbook::workbook(study, findings, record, document)?)))
        },
    );
    let (html, word, workbook) = others?;
    let mut files = vec![
        html,
        text("report.md", markdown::markdown(document)),
        text("record.json", record.json()),
        text("report.json", format!("{:#}\n", document.json())),
    ];
    files.extend(pdf?);
    files.extend([word, workbook]);
    files.extend(document.figures.iter().flat_map(|figure| figure.files("charts/")));
    for pool in &findings.pools {
        let by = [("medium", &pool.by_medium), ("ownership", &pool.by_ownership), ("outlet", &pool.by_outlet)];
        for (name, table) in by {
            files.push(text(
                &appendix::table_file(&pool.pool, name),
                crate::table::figure_csv(study, &table.figures(Who::Actor)),
            ));
        }
    }
    Ok(files)
}
