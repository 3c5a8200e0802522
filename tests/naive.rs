//! The program against a naive calculator: random studies, plain integers, every cell of every table.

mod calculator;
mod exact;
mod indices;
mod laws;
mod measures;
mod sheets;
mod study;
mod wide;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calculator::{Cell, Key, Table};
use study::{Dice, Pool, Study};

use crate::support::{evenhand, stderr, stdout};

/// Writes a study into a folder.
fn write(folder: &Path, study: &Study, dice: &mut Dice) {
    fs::create_dir_all(folder.join("data")).unwrap();
    fs::write(folder.join("codebook.toml"), study::codebook(study)).unwrap();
    fs::write(folder.join("study.toml"), study::settings(study)).unwrap();
    for source in &study.sources {
        for (path, bytes) in sheets::files(study, source, dice) {
            fs::write(folder.join(path), bytes).unwrap();
        }
    }
}

/// What the program prints, by heading.
fn printed(folder: &Path, words: &[&str]) -> Result<Vec<BTreeMap<String, String>>, String> {
    let output = evenhand(folder, &[&["measure"], words, &["--format", "csv"]].concat());
    if output.status.code() != Some(0) {
        return Err(stderr(&output));
    }
    let mut records = words::records(&stdout(&output)).into_iter();
    let heads = records.next().unwrap();
    Ok(records.map(|record| heads.iter().cloned().zip(record).collect()).collect())
}

fn near(text: &str, wanted: Option<f64>, tolerance: f64) -> bool {
    match wanted {
        None => text.is_empty(),
        Some(wanted) => {
            text.parse::<f64>().is_ok_and(|found| (found - wanted).abs() <= tolerance * wanted.abs().max(1e-3))
        }
    }
}

/// What differs between a printed row and a cell.
fn differences(row: &BTreeMap<String, String>, cell: &Cell) -> Vec<String> {
    let mut found = Vec::new();
    let texts = [
        ("numerator", cell.numerator.clone()),
        ("denominator", cell.denominator.clone()),
        ("percent", cell.percent.clone()),
        ("n_items", cell.n_items.to_string()),
        ("n_clusters", cell.n_clusters.to_string()),
        ("n_outlets", cell.n_outlets.to_string()),
    ];
    for (column, wanted) in texts {
        if row[column] != wanted {
            found.push(format!("{column}: printed {:?}, naive {wanted:?}", row[column]));
        }
    }
    if !cell.status.is_empty() && row["status"] != cell.status {
        found.push(format!("status: printed {:?}, naive {:?}", row["status"], cell.status));
    }
    // Where nothing varies the limits are noise around the figure, or there are none.
    let still = cell.interval.is_some_and(|(low, high)| high - low < 1e-9);
    if still && (row["low"].is_empty() || near(&row["low"], cell.share, 1e-9)) {
        return found;
    }
    if row["method"] != cell.method {
        found.push(format!("method: printed {:?}, naive {:?}", row["method"], cell.method));
    }
    let floats = [
        ("share", cell.share, 1e-12),
        ("low", cell.interval.map(|(low, _)| low), 1e-9),
        ("high", cell.interval.map(|(_, high)| high), 1e-9),
    ];
    for (column, wanted, tolerance) in floats {
        if !near(&row[column], wanted, tolerance) {
            found.push(format!("{column}: printed {:?}, naive {wanted:?}", row[column]));
        }
    }
    if cell.told_apart && !near(&row["design_effect"], cell.design_effect, 1e-9) {
        found.push(format!("design_effect: printed {:?}, naive {:?}", row["design_effect"], cell.design_effect));
    }
    if let Some(flags) = &cell.flags {
        // What coders agree on is another matter.
        let said: Vec<&str> = row["flags"]
            .split(';')
            .filter(|flag| !flag.is_empty() && !flag.contains("reliab") && !flag.contains("tentative"))
            .collect();
        if said != *flags {
            found.push(format!("flags: printed {said:?}, naive {flags:?}"));
        }
    }
    found
}

/// Every cell of a printed table against the naive one.
fn compared(rows: &[BTreeMap<String, String>], mut table: Table, by: &[&'static str]) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows {
        let group = by.iter().map(|dimension| (*dimension, row[*dimension].clone())).collect();
        let quantity = ["airtime", "area", "appearances"].into_iter().find(|word| *word == row["quantity"]).unwrap();
        let key: Key = (row["measure"].clone(), quantity, group, row["actor"].clone(), row["of"].clone());
        match table.remove(&key) {
            None => {
                found.push(format!("{}: printed alone: {} of {}", row["key"], row["numerator"], row["denominator"]));
            }
            Some(cell) => {
                let differences = differences(row, &cell);
                found.extend(differences.into_iter().map(|what| format!("{}: {what}", row["key"])));
            }
        }
    }
    found.extend(
        table.iter().map(|(key, cell)| format!("{key:?}: naive alone: {} of {}", cell.numerator, cell.denominator)),
    );
    found
}

/// What is asked of both.
struct Asked<'a> {
    pool: &'a Pool,
    measure: &'static str,
    by: Vec<&'static str>,
    only: Option<(&'static str, String)>,
}

/// One table of one study, by both.
fn check(seed: u64, folder: &Path, study: &Study, asked: &Asked) -> Vec<String> {
    let Asked { pool, measure, by, only } = asked;
    let dimensions = by.join(",");
    let narrow = only.as_ref().map(|(dimension, value)| format!("{dimension}={value}"));
    let mut words = vec![*measure, ".", "--pool", &pool.id];
    if let Some(narrow) = &narrow {
        words.extend(["--where", narrow]);
    }
    if !by.is_empty() {
        words.extend(["--by", &dimensions]);
    }
    let table = match *measure {
        "share" if by.last() == Some(&"group") => measures::share_of_groups(study, pool, &by[..by.len() - 1]),
        "share" => measures::share(study, pool, by, only.as_ref()),
        "tone" => measures::tone(study, pool, by),
        "voice" => measures::voice(study, pool, by),
        "trend" => measures::trend(study, pool, by[0]),
        "lead" => measures::lead(study, pool, by),
        "prominence" => measures::prominence(study, pool, by),
        "gap" => indices::gap(study, pool, by),
        "concentration" => indices::concentration(study, pool, by),
        "pools" => indices::pools(study),
        other => panic!("no measure {other}"),
    };
    let found = match printed(folder, &words) {
        Ok(rows) => compared(&rows, table, by.strip_suffix(&["group"]).unwrap_or(by)),
        // A pool that holds nothing has no table.
        Err(_) if table.values().all(|cell| ["no-coverage", "zero"].contains(&cell.status)) => Vec::new(),
        Err(why) => vec![
            why.lines()
                .take(40)
                .filter(|l| l.starts_with("error") || l.contains("-->"))
                .take(4)
                .collect::<Vec<_>>()
                .join(" / "),
        ],
    };
    found.into_iter().map(|what| format!("seed {seed}, {words:?}: {what}")).collect()
}

fn one_seed(seed: u64) -> Vec<String> {
    let study = Study::drawn(seed);
    let folder = tempfile::tempdir().unwrap();
    let dice = &mut Dice::new(seed ^ 0xffff);
    write(folder.path(), &study, dice);
    let mut found = Vec::new();
    for asked in asked(dice, &study) {
        found.extend(check(seed, folder.path(), &study, &asked));
    }
    if dice.percent(20) {
        found.extend(covered(seed, folder.path(), &study));
    }
    found
}

/// A few tables, drawn for a study.
fn asked<'a>(dice: &mut Dice, study: &'a Study) -> Vec<Asked<'a>> {
    const DIMENSIONS: [&str; 11] =
        ["outlet", "medium", "ownership", "genre", "capacity", "voice", "tone", "programme", "daypart", "day", "week"];
    let by = match dice.below(5) {
        0 => Vec::new(),
        1 => vec![dice.pick(&DIMENSIONS)],
        2 => vec![dice.pick(&DIMENSIONS), "group"],
        3 => vec!["group"],
        _ => vec![dice.pick(&DIMENSIONS[..5]), dice.pick(&DIMENSIONS[5..])],
    };
    let narrow = !by.contains(&"group") && dice.percent(40);
    let only = narrow.then(|| {
        let row = study.rows().nth(dice.below(study.rows().count())).unwrap();
        let dimension = dice.pick(&DIMENSIONS);
        (dimension, calculator::values(study, dimension, row)[0].clone())
    });
    let only = only.filter(|(_, value)| !value.is_empty());
    let mut list = vec![Asked { pool: &study.pools[dice.below(2)], measure: "share", by, only }];
    let by = if dice.percent(50) { vec![] } else { vec![dice.pick(&["outlet", "medium", "week"])] };
    let measure = dice.pick(&["tone", "voice", "lead", "gap", "concentration", "prominence"]);
    list.push(Asked { pool: &study.pools[dice.below(2)], measure, by, only: None });
    let by = vec![dice.pick(&["day", "week", "period"])];
    list.push(Asked { pool: &study.pools[dice.below(2)], measure: "trend", by, only: None });
    if dice.percent(30) {
        list.push(Asked { pool: &study.pools[0], measure: "pools", by: Vec::new(), only: None });
    }
    list
}

/// The table of coverage, by both.
fn covered(seed: u64, folder: &Path, study: &Study) -> Vec<String> {
    let rows = printed(folder, &["coverage", "."]).unwrap_or_default();
    let columns = ["quantity", "amount", "n_days", "n_items", "n_appearances"];
    let found: BTreeMap<String, [String; 5]> =
        rows.iter().map(|row| (row["outlet"].clone(), columns.map(|column| row[column].clone()))).collect();
    let wanted = indices::coverage(study);
    if found == wanted {
        Vec::new()
    } else {
        vec![format!("seed {seed}, coverage: printed {found:?}, naive {wanted:?}")]
    }
}

#[test]
fn the_program_agrees_with_a_naive_calculator() {
    let seeds = seeds(1, 40);
    let found: Vec<String> = seeds.flat_map(one_seed).collect();
    let shown: Vec<&str> = found.iter().map(String::as_str).take(40).collect();
    assert!(found.is_empty(), "{} differences\n{}", found.len(), shown.join("\n"));
}

/// So many seeds; `NAIVE_FROM` and `NAIVE_SEEDS` ask for others and for more.
fn seeds(from: u64, n: u64) -> std::ops::Range<u64> {
    let of = |name: &str, other| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(other);
    let from = of("NAIVE_FROM", from);
    from..from + of("NAIVE_SEEDS", n)
}
