//! `evenhand explain`: a figure down to its rows; the page of a code; and the licences.

use anyhow::{Result, bail, ensure};

use super::exit::Exit;
use super::load::{Loaded, publishable};
use super::words::{ExplainFormat, ExplainWords, OpenWord, Words};
use super::{codes, print};
use crate::diagnostic::nearest;
use crate::measure::{Behind, Key, MeasureRequest, UnknownWord, made_from, share};
use crate::table::{Explained, explained_csv, explained_json, explained_text, in_english};

pub(super) fn run(words: &ExplainWords) -> Result<Exit> {
    let all = codes::all();
    let Some(wanted) = words.what.as_deref().map(str::trim) else {
        let lines = all.iter().map(|code| format!("{} {} ({})\n", code.id, code.name, code.severity.word()));
        print::product(&lines.collect::<String>())?;
        return Ok(Exit::Done);
    };
    if wanted.contains('/') {
        return figure(words, wanted);
    }
    let found = all.iter().find(|code| code.id.eq_ignore_ascii_case(wanted) || code.name == wanted);
    let Some(code) = found else {
        let ids = || all.iter().map(|code| code.id).chain(all.iter().map(|code| code.name));
        let near = nearest(wanted, ids(), 2);
        let hint = near.first().map_or_else(String::new, |near| format!("did you mean `{near}`? "));
        bail!(
            "`{wanted}` is neither a code nor the key of a figure; {hint}`evenhand explain` lists the codes, and keys stand in \
             the column `key` of every CSV, such as share/editorial/area/medium=print/nur-otan"
        );
    };
    print::product(&format!("{} {} ({})\n\n{}\n", code.id, code.name, code.severity.word(), filled(code.page)))?;
    Ok(Exit::Done)
}

/// A figure down to its rows.
fn figure(words: &ExplainWords, wanted: &str) -> Result<Exit> {
    let key = Key::parse(wanted)?;
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let (study, tally) = loaded.within(key.period.as_deref())?;
    let study = in_english(&study);
    let ids: Vec<&str> = study.pools.iter().map(|pool| pool.id.as_str()).collect();
    ensure!(study.pool(&key.pool).is_some(), UnknownWord::among("pool", &key.pool, &ids));
    let found = key.find(&tally, &study, &loaded.reliability)?;
    let Some((table, figure)) = found else { return Err(no_figure(&loaded, &key)) };
    let behind = Behind::new(&study, &key)?;
    ensure!(
        behind.is_some() || words.format != ExplainFormat::Csv,
        "a {} is made from other figures and has no rows of its own; leave out --format csv to see which",
        key.measure
    );
    let (rows, n_in_place, left_out) = match &behind {
        Some(behind) => crate::rows_behind(&study, behind)?,
        None => (Vec::new(), 0, Vec::new()),
    };
    loaded.confirm()?;
    let explained = Explained {
        study: &study,
        key: &key,
        table: &table,
        figure: &figure,
        counts: &loaded.counts,
        rows: &rows,
        n_in_place,
        left_out: &left_out,
        made_from: &made_from(&study, &key, &table, &figure),
        of_denominator: words.open == OpenWord::Denominator,
    };
    let wholes = (figure.estimate.numerator.whole(), figure.estimate.denominator.whole());
    ensure!(
        behind.is_none() || explained.sums() == wholes,
        "invariant: the rows of `{wanted}` add up to {:?}, not to {wholes:?}; please report this",
        explained.sums()
    );
    print::product(&match words.format {
        ExplainFormat::Human => explained_text(&explained),
        ExplainFormat::Csv => explained_csv(&explained),
        ExplainFormat::Json => format!("{:#}\n", explained_json(&explained)),
    })?;
    Ok(loaded.exit())
}

/// The key with the nearest figure that there is.
fn no_figure(loaded: &Loaded, key: &Key) -> anyhow::Error {
    let study = &loaded.study;
    let keys = study.pool(&key.pool).and_then(|pool| {
        let request = MeasureRequest::new(pool, &key.by());
        let table = share(&loaded.tally, study, &request).ok()?.figures(request.who());
        Some(table.figures.iter().map(|figure| table.key(study, figure)).collect::<Vec<_>>())
    });
    let keys = keys.unwrap_or_default();
    let wanted = key.text();
    let near = nearest(&wanted, keys.iter().map(String::as_str), 1);
    let hint = near.first().map_or_else(
        || format!("`evenhand measure share {} --format csv` lists keys", study.folder.display()),
        |near| format!("did you mean `{near}`?"),
    );
    anyhow::anyhow!("no figure has the key `{wanted}`; {hint}")
}

/// Text broken into lines of at most 80 characters.
fn filled(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < 80) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// The licences of what the program carries with it.
pub(super) fn licences() -> Result<Exit> {
    let version = env!("CARGO_PKG_VERSION");
    print::product(&format!(
        "Evenhand {version}: {}\n\nIt carries these crates, each under its own licence:\n\n{}\nand these fonts:\n\n{}",
        env!("CARGO_PKG_LICENSE"),
        include_str!("crates.txt"),
        crate::chart::FONT_LICENCE
    ))?;
    Ok(Exit::Done)
}

/// No verb: the help, and the status of a command that could not run.
pub(super) fn no_verb() -> Result<Exit> {
    use clap::CommandFactory as _;
    print::say(&Words::command().render_help().to_string());
    Ok(Exit::CouldNotRun)
}
