//! `evenhand chart`: one figure as PNG, SVG, CSV and alternative text.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};

use super::exit::Exit;
use super::load::{Loaded, publishable_from};
use super::words::{ChartKind, ChartWords, SizeWord};
use super::{place, print};
use crate::audit::Record;
use crate::chart::Look;
use crate::figure::{
    Drawing, Figure, FigureRequest, Narrowing, PanelTables, agreement_figure, bands_figure, benchmark_figure,
    calendar_figure, matrix_figure, panel_pages, panels_figure, pie_figure, share_figure, share_tone_figure,
    stack_figure, timeline_figure, tone_figure, voice_figure, waffle_figure,
};
use crate::measure::{
    Condition, Dimension, FigureTable, MeasureRequest, ShareTable, UnknownWord, calendar, gap, lead, ledger, share,
    time_of_trend, tone, trend, voice,
};
use crate::output::write_file;
use crate::study::{Benchmark, BenchmarkKind, Study};

pub(super) fn run(words: &ChartWords) -> Result<Exit> {
    place::files_in(&words.out, words.clean)?;
    let (stored, needed) = (words.stored.tally.as_deref(), needed(words));
    ensure!(
        stored.is_none() || words.kind != ChartKind::Agreement,
        "how alike coders code stands in the sheets: leave out --tally"
    );
    let loaded = match publishable_from(&words.study, stored, stored.and(Some(&needed[..])))? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let mut request = loaded.request(&words.selection, Vec::new())?;
    // A figure names its place: what it is narrowed to is also what its one group is called by.
    let is_of_rows = |condition: &Condition| matches!(condition.dimension, Dimension::Actor | Dimension::Group);
    let groups = || request.conditions.iter().filter(|condition| !is_of_rows(condition));
    if let Some(several) = groups().find(|condition| condition.values.len() > 1) {
        let (word, first) = (several.dimension.word(), &several.values[0]);
        bail!(
            "a figure shows one {word}, for its title can name but one; write `--where {word}={first}`, or use `measure`"
        );
    }
    let by: BTreeSet<Dimension> = groups().map(|condition| condition.dimension).collect();
    request.by = by.into_iter().collect();
    let record = loaded.record()?;
    let (conditions, common_days) = (request.conditions.clone(), request.common_days);
    let narrowing = Narrowing { conditions, common_days, n_outlets: None };
    let asked = Asked { loaded: &loaded, words, request: &request, record: &record, narrowing: &narrowing };
    asked.refuse_words_of_other_kinds()?;
    let figures = asked.drawn()?;
    crate::figure::paint(&figures)?;
    fs::create_dir_all(&words.out).with_context(|| format!("`{}` cannot be made", words.out.display()))?;
    let mut written = String::new();
    for file in figures.iter().flat_map(|figure| figure.files("")) {
        let path = words.out.join(&file.path);
        write_file(&path, &file.bytes)?;
        written += &format!("{}\n", path.display());
    }
    print::product(&written)?;
    loaded.say_rejected();
    Ok(loaded.exit())
}

/// The dimensions that a chart asks for.
fn needed(words: &ChartWords) -> Vec<String> {
    let of_kind: &[&str] = match words.kind {
        ChartKind::Tone | ChartKind::ShareTone => &["tone"],
        ChartKind::Voice => &["voice"],
        ChartKind::Bands => &["daypart"],
        _ => &[],
    };
    words.selection.narrowed().chain(of_kind.iter().copied()).map(str::to_owned).collect()
}

/// What was asked for, and what it is drawn from.
struct Asked<'a> {
    loaded: &'a Loaded,
    words: &'a ChartWords,
    request: &'a MeasureRequest<'a>,
    record: &'a Record,
    narrowing: &'a Narrowing,
}

impl<'a> Asked<'a> {
    fn study(&self) -> &'a Study {
        &self.loaded.study
    }

    fn drawing(&self, number: usize) -> Drawing<'a> {
        let look = Look { size: self.words.size.size(), palette: self.words.palette.palette() };
        let (study, reliability) = (&self.loaded.study, &self.loaded.reliability);
        Drawing { study, record: self.record, reliability, narrowing: self.narrowing, look, number }
    }

    fn refuse_words_of_other_kinds(&self) -> Result<()> {
        let words = self.words;
        ensure!(
            words.benchmark.is_none() || words.kind == ChartKind::Benchmark,
            "`--benchmark` belongs to `chart benchmark`"
        );
        ensure!(words.actor.is_none() || words.kind == ChartKind::ShareTone, "`--actor` belongs to `chart share-tone`");
        ensure!(
            words.kind != ChartKind::Matrix || words.size != SizeWord::Single,
            "a matrix needs both columns of a page: leave out `--size 85mm`"
        );
        self.refuse_conditions()
    }

    /// What a kind cannot be narrowed to without saying something else than its words.
    fn refuse_conditions(&self) -> Result<()> {
        use ChartKind::{Agreement, Bands, Calendar, Panels, Pie, Stack, Timeline, Tone, Voice, Waffle};
        let kind = self.words.kind;
        let is_of_study = matches!(kind, Calendar | Agreement);
        let selection = &self.words.selection;
        ensure!(
            !is_of_study || (selection.conditions.is_empty() && selection.pool.is_none() && !selection.common_days),
            "this chart is of the whole study: leave out `--where`, `--pool` and `--common-days`"
        );
        for dimension in self.narrowing.conditions.iter().map(|condition| condition.dimension) {
            let word = dimension.word();
            let is_empty_words = matches!((kind, dimension), (Tone, Dimension::Tone) | (Voice, Dimension::Voice));
            ensure!(!is_empty_words, "coverage of one {word} is all of that {word}: leave out `--where {word}=...`");
            let is_part = matches!(dimension, Dimension::Actor | Dimension::Group);
            ensure!(
                !(is_part && matches!(kind, Stack | Panels | Pie | Waffle | Bands | Timeline)),
                "this chart shows the whole of the pool: leave out `--where {word}=...`, or choose another `--pool`"
            );
            let is_time = matches!(dimension, Dimension::Day | Dimension::Week | Dimension::Period);
            ensure!(
                !(is_time && kind == Timeline),
                "a timeline is of the whole window: leave out `--where {word}=...`"
            );
        }
        Ok(())
    }

    /// The same request, broken down further.
    fn by(&self, more: &[Dimension]) -> MeasureRequest<'a> {
        let mut request = self.request.clone();
        request.by.retain(|dimension| !more.contains(dimension));
        request.by.extend(more);
        request
    }

    fn shares(&self, request: &MeasureRequest<'_>) -> Result<ShareTable> {
        Ok(share(&self.loaded.tally, self.study(), request)?)
    }

    fn drawn(&self) -> Result<Vec<Figure>> {
        let (tally, study) = (&self.loaded.tally, self.study());
        let drawing = self.drawing(1);
        let figure = match self.words.kind {
            ChartKind::Calendar => calendar_figure(drawing, &calendar(tally, study)?, &ledger(study))?,
            ChartKind::Agreement => agreement_figure(drawing, &self.loaded.agreement)?,
            ChartKind::Matrix => {
                let by = vec![Dimension::Medium, Dimension::Outlet];
                matrix_figure(drawing, &self.shares(&MeasureRequest { by, ..self.request.clone() })?)?
            }
            ChartKind::ShareTone => self.share_tone()?,
            ChartKind::Panels => return self.panels(),
            ChartKind::Stack => {
                let (by_medium, by_outlet) = self.of_outlets()?;
                let (quantity, medium) = one_medium(&by_medium)?;
                stack_figure(drawing, (&by_medium, &by_outlet), (&quantity, &medium))?
            }
            _ => self.of_one_group(drawing)?,
        };
        Ok(vec![figure])
    }

    /// A figure of the one quantity and group that was asked for.
    fn of_one_group(&self, drawing: Drawing<'_>) -> Result<Figure> {
        let (tally, study, request) = (&self.loaded.tally, self.study(), self.request);
        let table = self.shares(request)?;
        let groups = table.groups();
        let [(quantity, group, rows)] = groups.as_slice() else {
            let quantities: Vec<&str> = groups.iter().map(|(quantity, ..)| *quantity).collect();
            match quantities.as_slice() {
                [] => bail!("no coverage of `{}` is within what was asked for", request.pool.id),
                many => bail!(
                    "the figure would mix {}, which are never drawn on one axis; narrow it, for instance with `--where quantity={}`",
                    many.join(" and "),
                    many[0]
                ),
            }
        };
        let n_outlets = rows.first().map(|row| row.estimate.base.n_outlets);
        let narrowing = Narrowing { n_outlets, conditions: self.narrowing.conditions.clone(), ..*self.narrowing };
        let drawing = Drawing { narrowing: &narrowing, ..drawing };
        let shares = FigureRequest { table: &table, rows, beside: &[] };
        let which = (*quantity, *group);
        Ok(match self.words.kind {
            ChartKind::Tone => tone_figure(drawing, &tone(tally, study, request)?, which)?,
            ChartKind::Voice => voice_figure(drawing, &voice(tally, study, request)?, which)?,
            ChartKind::Benchmark => {
                let gaps = gap(tally, study, request)?;
                benchmark_figure(drawing, &gaps, rows, benchmark(study, self.words, &gaps)?)?
            }
            ChartKind::Timeline => {
                let over_time = self.by(&[time_of_trend(study, request.pool)]);
                timeline_figure(drawing, &trend(tally, study, &over_time)?, which)?
            }
            ChartKind::Bands => bands_figure(drawing, &self.by_daypart()?, which)?,
            ChartKind::Waffle => waffle_figure(drawing, shares)?,
            ChartKind::Pie => pie_figure(drawing, shares)?,
            _ => share_figure(drawing, shares)?,
        })
    }

    fn by_daypart(&self) -> Result<ShareTable> {
        let mut table = self.shares(&self.by(&[Dimension::Daypart]))?;
        table.rows.retain(|row| row.group.last().is_some_and(|daypart| !daypart.is_empty()));
        ensure!(
            !table.rows.is_empty(),
            "no row has a daypart: map its column, or `start` beside `[[daypart]]` with hours"
        );
        Ok(table)
    }

    fn of_outlets(&self) -> Result<(ShareTable, ShareTable)> {
        let by_medium = MeasureRequest { by: vec![Dimension::Medium], ..self.request.clone() };
        let by_outlet = MeasureRequest { by: vec![Dimension::Medium, Dimension::Outlet], ..self.request.clone() };
        Ok((self.shares(&by_medium)?, self.shares(&by_outlet)?))
    }

    fn panels(&self) -> Result<Vec<Figure>> {
        let (by_medium, by_outlet) = self.of_outlets()?;
        let (quantity, medium) = one_medium(&by_medium)?;
        let by = vec![Dimension::Medium, Dimension::Outlet];
        let leads = lead(&self.loaded.tally, self.study(), &MeasureRequest { by, ..self.request.clone() })?;
        let tables = PanelTables { by_medium: &by_medium, by_outlet: &by_outlet, leads: &leads };
        let which = (quantity.as_str(), medium.as_str());
        let pages = 0..panel_pages(&by_outlet, which);
        Ok(pages.map(|page| panels_figure(self.drawing(page + 1), tables, which, page)).collect::<Result<_, _>>()?)
    }

    fn share_tone(&self) -> Result<Figure> {
        let study = self.study();
        let request = MeasureRequest { by: vec![Dimension::Medium, Dimension::Outlet], ..self.request.clone() };
        let pool: Vec<&str> = self.request.pool.listed_actors(&study.codebook).collect();
        let focus = self.words.actor.as_deref().or(study.report.focus.as_deref()).or(pool.first().copied());
        let focus = focus.unwrap_or_default();
        if !pool.contains(&focus) {
            return Err(UnknownWord::among("actor", focus, &pool).into());
        }
        let tones = tone(&self.loaded.tally, study, &request)?;
        Ok(share_tone_figure(self.drawing(1), (&self.shares(&request)?, &tones), focus)?)
    }
}

/// The quantity and medium of a table that has one.
fn one_medium(by_medium: &ShareTable) -> Result<(String, String)> {
    let groups = by_medium.groups();
    let [(quantity, group, _)] = groups.as_slice() else {
        ensure!(!groups.is_empty(), "no coverage of the pool is within what was asked for");
        bail!(
            "bars of several media or units stand on no common axis; narrow them, for instance with `--where medium=print`"
        );
    };
    Ok(((*quantity).to_owned(), group[0].clone()))
}

/// The benchmark that was asked for, else the first of the table that is not an equal share.
fn benchmark<'s>(study: &'s Study, words: &ChartWords, gaps: &FigureTable) -> Result<&'s Benchmark> {
    // A benchmark of one actor alone makes no figure.
    let of_table =
        |id: &str| gaps.figures.iter().filter(|figure| figure.of == id && figure.measure == "gap").take(2).count() == 2;
    let fitting: Vec<&Benchmark> = study.benchmarks.iter().filter(|benchmark| of_table(&benchmark.id)).collect();
    let ids: Vec<&str> = fitting.iter().map(|benchmark| benchmark.id.as_str()).collect();
    let found = match &words.benchmark {
        Some(id) => fitting.iter().find(|benchmark| benchmark.id == *id),
        None => fitting.iter().find(|benchmark| benchmark.kind != BenchmarkKind::Equal).or(fitting.first()),
    };
    let pool = &gaps.pool;
    ensure!(
        !ids.is_empty(),
        "no `[[benchmark]]` of the study speaks of two actors of the pool `{pool}`; try another `--pool`"
    );
    let word = words.benchmark.as_deref().unwrap_or_default();
    Ok(found.copied().ok_or_else(|| UnknownWord::among("benchmark", word, &ids))?)
}
