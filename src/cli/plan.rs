//! `evenhand plan`: days to monitor, outlet-days needed, items to code twice, a coding sheet.

use anyhow::{Context as _, Result, ensure};

use super::exit::Exit;
use super::load::publishable;
use super::tables::aligned;
use super::words::{Plan, PlanFormat, PlanWords};
use super::{place, print};
use crate::diagnostic::Checked;
use crate::measure::{double_codings, needed, planned_days};
use crate::output::write_file;
use crate::report::coding_sheet;
use crate::study::load_in;
use crate::table::{Table, days_table, double_table, in_english, markdown_table, needed_table, table_csv};

pub(super) fn run(words: &PlanWords) -> Result<Exit> {
    place::optional(words.out.as_deref(), "--out", words.clean)?;
    match words.what {
        Plan::Days | Plan::Sheet => before_coding(words),
        Plan::Size | Plan::Double => from_sheets(words),
    }
}

/// What is planned before anything is coded needs no sheets; bulletins are drawn from those that there are.
fn before_coding(words: &PlanWords) -> Result<Exit> {
    let Checked { product, findings } = load_in(&words.study.study, words.study.lang.as_deref())?;
    let Some(study) = product else {
        print::findings(&findings, words.study.all);
        return Ok(Exit::of(&findings));
    };
    place::beside(words.out.as_deref(), &study)?;
    if words.what == Plan::Sheet {
        let path = words.out.as_ref().context("a coding sheet is a workbook: name its file with `--out FILE.xlsx`")?;
        // It may be filled in by now.
        ensure!(!path.exists(), "`{}` is there already: name a new file", path.display());
        write_file(path, &coding_sheet(&study)?)?;
        print::product(&format!("{}\n", path.display()))?;
        return Ok(Exit::Done);
    }
    let study = if words.format == PlanFormat::Csv { in_english(&study) } else { study };
    let pilot = (study.plan.bulletins > 0).then(|| crate::run(&study).product.0);
    show(words, &days_table(&study, &planned_days(pilot.as_ref(), &study)?))?;
    Ok(Exit::Done)
}

fn from_sheets(words: &PlanWords) -> Result<Exit> {
    let mut loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    place::beside(words.out.as_deref(), &loaded.study)?;
    if words.format == PlanFormat::Csv {
        loaded.study = in_english(&loaded.study);
    }
    let study = &loaded.study;
    let table = if words.what == Plan::Size {
        let pool = study.pool(&study.report.pool).expect("invariant: the report's pool is one of the study's");
        let found = needed(&loaded.tally, study, pool)?;
        ensure!(!found.is_empty(), "no share of `{}` has an interval yet: the pilot has too few outlet-days", pool.id);
        needed_table(study, &found)
    } else {
        let candidates = crate::candidates(study);
        ensure!(!candidates.is_empty(), "no item has an id and one coding only: map `item` in study.toml");
        double_table(study, &double_codings(&candidates, study))
    };
    loaded.confirm()?;
    show(words, &table)?;
    Ok(loaded.exit())
}

fn show(words: &PlanWords, table: &Table) -> Result<()> {
    let text = printed(table, words.format);
    match &words.out {
        Some(path) => place::write(path, &text),
        None => print::product(&text),
    }
}

fn printed(table: &Table, format: PlanFormat) -> String {
    match format {
        PlanFormat::Table => aligned(table),
        PlanFormat::Csv => table_csv(table),
        PlanFormat::Md => markdown_table(table),
    }
}
