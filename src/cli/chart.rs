//! `evenhand chart`: one figure as PNG, SVG, CSV and alternative text.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};

use super::exit::Exit;
use super::load::publishable;
use super::print;
use super::words::{ChartKind, ChartWords, SizeWord};
use crate::audit::Record;
use crate::chart::Size;
use crate::measure::{Dimension, MeasureRequest, share};
use crate::report::{FigureRequest, share_figure};

pub(super) fn run(words: &ChartWords) -> Result<Exit> {
    let ChartKind::Share = words.kind;
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let (pool, conditions) = loaded.selection(&words.selection)?;
    // A figure names its place: what it is narrowed to is also what its one group is called by.
    if let Some(several) = conditions.iter().find(|condition| condition.values.len() > 1) {
        let (word, first) = (several.dimension.word(), &several.values[0]);
        bail!(
            "a figure shows one {word}, for its title can name but one; write `--where {word}={first}`, or use `measure`"
        );
    }
    let by: BTreeSet<Dimension> = conditions.iter().map(|condition| condition.dimension).collect();
    let by: Vec<Dimension> = by.into_iter().collect();
    let table = share(
        &loaded.tally,
        &loaded.study,
        &MeasureRequest {
            pool,
            by,
            conditions,
            common_days: words.selection.common_days,
            reliability: Some(&loaded.reliability),
        },
    )?;
    let groups = table.groups();
    let [(_, _, rows)] = groups.as_slice() else {
        let quantities: Vec<&str> = groups.iter().map(|(quantity, ..)| *quantity).collect();
        match quantities.as_slice() {
            [] => bail!("no coverage of `{}` is within what was asked for", pool.id),
            many => bail!(
                "the figure would mix {}, which are never drawn on one axis; narrow it, for instance with `--where quantity={}`",
                many.join(" and "),
                many[0]
            ),
        }
    };
    let record = Record::of(&loaded.study, &loaded.counts, &loaded.findings)?;
    let size = match words.size {
        SizeWord::Single => Size::Single,
        SizeWord::Double => Size::Double,
    };
    let figure = share_figure(
        &loaded.study,
        &record,
        FigureRequest { table: &table, rows, size, number: 1, reliability: &loaded.reliability, beside: &[] },
    )?;
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
