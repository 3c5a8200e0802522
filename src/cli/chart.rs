//! `evenhand chart`: one figure as PNG, SVG, CSV and alternative text.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};

use super::exit::Exit;
use super::load::{Loaded, publishable};
use super::print;
use super::words::{ChartKind, ChartWords, SizeWord};
use crate::audit::Record;
use crate::chart::Size;
use crate::measure::{Dimension, FigureTable, MeasureRequest, UnknownWord, gap, share, tone, voice};
use crate::report::{
    Drawing, Figure, FigureRequest, benchmark_figure, matrix_figure, share_figure, stack_figure, tone_figure,
    voice_figure,
};
use crate::study::{Benchmark, BenchmarkKind, Study};

pub(super) fn run(words: &ChartWords) -> Result<Exit> {
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let mut request = loaded.request(&words.selection, Vec::new())?;
    // A figure names its place: what it is narrowed to is also what its one group is called by.
    if let Some(several) = request.conditions.iter().find(|condition| condition.values.len() > 1) {
        let (word, first) = (several.dimension.word(), &several.values[0]);
        bail!(
            "a figure shows one {word}, for its title can name but one; write `--where {word}={first}`, or use `measure`"
        );
    }
    let by: BTreeSet<Dimension> = request.conditions.iter().map(|condition| condition.dimension).collect();
    request.by = by.into_iter().collect();
    let figure = drawn(&loaded, words, &request)?;
    fs::create_dir_all(&words.out).with_context(|| format!("`{}` cannot be made", words.out.display()))?;
    let mut written = String::new();
    for file in figure.files("") {
        let path = words.out.join(&file.path);
        let mut temporary = tempfile::NamedTempFile::new_in(&words.out)?;
        temporary.write_all(&file.bytes)?;
        temporary.persist(&path).with_context(|| format!("`{}` cannot be written", path.display()))?;
        written += &format!("{}\n", path.display());
    }
    print::product(&written)?;
    loaded.say_rejected();
    Ok(loaded.exit())
}

fn drawn(loaded: &Loaded, words: &ChartWords, request: &MeasureRequest<'_>) -> Result<Figure> {
    let (tally, study) = (&loaded.tally, &loaded.study);
    if matches!(words.kind, ChartKind::Matrix | ChartKind::Stack) {
        return over_outlets(loaded, words, request);
    }
    let table = share(tally, study, request)?;
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
    let record = Record::of(study, &loaded.counts, &loaded.findings)?;
    let drawing = drawing(loaded, words, &record);
    anyhow::ensure!(
        words.benchmark.is_none() || words.kind == ChartKind::Benchmark,
        "`--benchmark` belongs to `chart benchmark`"
    );
    Ok(match words.kind {
        ChartKind::Share => share_figure(drawing, FigureRequest { table: &table, rows, beside: &[] })?,
        ChartKind::Tone => tone_figure(drawing, &tone(tally, study, request)?, (quantity, group))?,
        ChartKind::Voice => voice_figure(drawing, &voice(tally, study, request)?, (quantity, group))?,
        ChartKind::Stack | ChartKind::Matrix => unreachable!("drawn above"),
        ChartKind::Benchmark => {
            let gaps = gap(tally, study, request)?;
            benchmark_figure(drawing, &gaps, rows, benchmark(study, words, &gaps)?)?
        }
    })
}

fn drawing<'a>(loaded: &'a Loaded, words: &ChartWords, record: &'a Record) -> Drawing<'a> {
    let size = match words.size {
        SizeWord::Single => Size::Single,
        SizeWord::Double => Size::Double,
    };
    Drawing { study: &loaded.study, record, reliability: &loaded.reliability, size, number: 1 }
}

/// A figure whose rows are outlets.
fn over_outlets(loaded: &Loaded, words: &ChartWords, request: &MeasureRequest<'_>) -> Result<Figure> {
    let (tally, study) = (&loaded.tally, &loaded.study);
    let table = |by: &[Dimension]| share(tally, study, &MeasureRequest { by: by.to_vec(), ..request.clone() });
    let by_outlet = table(&[Dimension::Medium, Dimension::Outlet])?;
    let record = Record::of(study, &loaded.counts, &loaded.findings)?;
    let drawing = drawing(loaded, words, &record);
    if words.kind == ChartKind::Matrix {
        anyhow::ensure!(
            words.size == SizeWord::Double,
            "a matrix needs both columns of a page: leave out `--size 85mm`"
        );
        return Ok(matrix_figure(drawing, &by_outlet)?);
    }
    let by_medium = table(&[Dimension::Medium])?;
    let groups = by_medium.groups();
    let [(quantity, group, _)] = groups.as_slice() else {
        bail!(
            "bars of several media or units stand on no common axis; narrow them, for instance with `--where medium=print`"
        );
    };
    Ok(stack_figure(drawing, (&by_medium, &by_outlet), (quantity, &group[0]))?)
}

/// The benchmark that was asked for, else the first of the table that is not an equal share.
fn benchmark<'s>(study: &'s Study, words: &ChartWords, gaps: &FigureTable) -> Result<&'s Benchmark> {
    let of_table = |id: &str| gaps.figures.iter().any(|figure| figure.of == id && figure.measure == "gap");
    let fitting: Vec<&Benchmark> = study.benchmarks.iter().filter(|benchmark| of_table(&benchmark.id)).collect();
    let ids: Vec<&str> = fitting.iter().map(|benchmark| benchmark.id.as_str()).collect();
    let found = match &words.benchmark {
        Some(id) => fitting.iter().find(|benchmark| benchmark.id == *id),
        None => fitting.iter().find(|benchmark| benchmark.kind != BenchmarkKind::Equal).or(fitting.first()),
    };
    let word = words.benchmark.as_deref().unwrap_or("(any)");
    Ok(found.copied().ok_or_else(|| UnknownWord::among("benchmark", word, &ids))?)
}
