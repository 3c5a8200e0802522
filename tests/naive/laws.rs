//! Laws of arithmetic that every table keeps, on random studies.

use std::collections::BTreeMap;
use std::path::Path;

use super::study::{Dice, Line, Pool, Quantity, Row, Study};
use super::{printed, write};
use crate::support::{evenhand, stderr, stdout};

type Printed = Vec<BTreeMap<String, String>>;

/// Runs a law on a few random studies, with a folder for each.
fn on_studies(from: u64, law: impl Fn(u64, &mut Dice, Study)) {
    for seed in super::seeds(from, 2) {
        law(seed, &mut Dice::new(seed ^ 0xabcd), Study::drawn(seed));
    }
}

/// The tables of a study, written down anew.
fn tables(study: &Study, spelling: u64, words: &[&[&str]]) -> Vec<Printed> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), study, &mut Dice::new(spelling));
    let table = |words: &&[&str]| {
        let found = printed(folder.path(), words);
        // A pool may hold nothing; whatever else is refused is a fault of the test.
        found.unwrap_or_else(|why| if why.contains("error: no ") { Vec::new() } else { panic!("{words:?}: {why}") })
    };
    words.iter().map(table).collect()
}

const SOME: [&[&str]; 4] = [
    &["share", ".", "--by", "outlet"],
    &["tone", "."],
    &["trend", ".", "--by", "day"],
    &["share", ".", "--pool", "b-other", "--by", "genre,week"],
];

/// The study with whole amounts for each actor of a shared item.
///
/// Parts of a part need not add up to the last millisecond.
fn undivided(mut study: Study) -> Study {
    for source in &mut study.sources {
        source.allocation = source.allocation.map(|_| "full");
        for line in &mut source.lines {
            line.rows.iter_mut().for_each(|row| row.amount = line.written);
        }
    }
    study
}

/// Amounts and figures of rows by key, without what is said beside them.
fn figures(rows: &Printed, columns: &[&str]) -> BTreeMap<String, Vec<String>> {
    rows.iter().map(|row| (row["key"].clone(), columns.iter().map(|column| row[*column].clone()).collect())).collect()
}

fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap()
}

fn thousandths(row: &BTreeMap<String, String>, column: &str) -> i128 {
    let (whole, rest) = row[column].split_once('.').unwrap_or((&row[column], ""));
    format!("{whole}{rest:0<3}").parse().unwrap()
}

fn lines(study: &mut Study) -> impl Iterator<Item = &mut Vec<Line>> {
    study.sources.iter_mut().map(|source| &mut source.lines)
}

#[test]
fn how_a_desk_spells_and_cuts_its_sheets_changes_no_number() {
    on_studies(1, |seed, _, study| {
        let first = tables(&study, seed, &SOME);
        assert_eq!(first, tables(&study, seed + 1_000, &SOME), "seed {seed}");
    });
}

#[test]
fn the_order_of_rows_and_sources_changes_no_number() {
    on_studies(11, |seed, dice, study| {
        let mut turned = study.clone();
        for lines in lines(&mut turned) {
            for at in (1..lines.len()).rev() {
                lines.swap(at, dice.below(at + 1));
            }
        }
        turned.sources.reverse();
        // Blank cells below a date mean the one above, so that such a sheet has an order.
        assert_eq!(tables(&study, seed, &SOME), tables(&turned, seed + 1, &SOME), "seed {seed}");
    });
}

#[test]
fn rows_out_of_scope_change_no_number() {
    on_studies(21, |seed, _, study| {
        let mut less = study.clone();
        let window = study.from..=study.to;
        for lines in lines(&mut less) {
            lines.retain(|line| window.contains(&line.rows[0].day) && line.rows[0].pass == 1);
        }
        if less.sources.iter().any(|source| source.lines.is_empty()) {
            return;
        }
        let columns = ["numerator", "denominator", "share", "percent", "low", "high", "n_items", "n_clusters"];
        for (all, some) in tables(&study, seed, &SOME).iter().zip(&tables(&less, seed, &SOME)) {
            assert_eq!(figures(all, &columns), figures(some, &columns), "seed {seed}");
        }
    });
}

#[test]
fn amounts_times_seven_change_no_share() {
    on_studies(31, |seed, _, study| {
        let study = undivided(study);
        let mut times = study.clone();
        for source in &mut times.sources {
            if ["one-per-row", "page-share", "start-end"].contains(&source.format) {
                source.format = if source.quantity == Quantity::Area { "mm2" } else { "milliseconds" };
                source.format = if source.quantity == Quantity::Appearances { "count" } else { source.format };
            }
            for line in &mut source.lines {
                line.written *= 7;
                line.rows.iter_mut().for_each(|row| row.amount *= 7);
            }
        }
        for (once, seven) in tables(&study, seed, &SOME).iter().zip(&tables(&times, seed, &SOME)) {
            let columns = ["share", "percent", "n_items", "n_clusters"];
            assert_eq!(figures(once, &columns), figures(seven, &columns), "seed {seed}");
            for (once, seven) in once.iter().zip(seven) {
                assert_eq!(thousandths(once, "numerator") * 7, thousandths(seven, "numerator"), "seed {seed}");
            }
        }
    });
}

#[test]
fn other_ids_change_no_number() {
    on_studies(41, |seed, _, study| {
        let mut named = study.clone();
        named.actors.iter_mut().for_each(|actor| actor.id = format!("x{}", actor.id.chars().rev().collect::<String>()));
        named.outlets.iter_mut().for_each(|outlet| outlet.id.insert(0, 'q'));
        let values = |rows: &Printed| {
            let columns =
                ["measure", "quantity", "actor_name", "of", "medium", "numerator", "denominator", "share", "percent"];
            let mut list: Vec<_> = rows.iter().map(|row| columns.map(|column| row[column].clone())).collect();
            list.sort();
            list
        };
        for (one, other) in tables(&study, seed, &SOME).iter().zip(&tables(&named, seed, &SOME)) {
            assert_eq!(values(one), values(other), "seed {seed}");
        }
    });
}

#[test]
fn an_item_coded_in_two_halves_changes_no_amount() {
    on_studies(51, |seed, _, study| {
        let study = undivided(study);
        let mut halves = study.clone();
        for source in &mut halves.sources {
            if source.quantity == Quantity::Appearances || !source.has.item {
                continue;
            }
            source.format = if source.quantity == Quantity::Area { "mm2" } else { "milliseconds" };
            source.lines = source.lines.iter().flat_map(halved).collect();
        }
        let columns = ["numerator", "denominator", "share", "percent", "n_items", "n_clusters"];
        for (whole, parts) in tables(&study, seed, &SOME).iter().zip(&tables(&halves, seed, &SOME)) {
            assert_eq!(figures(whole, &columns), figures(parts, &columns), "seed {seed}");
        }
    });
}

/// A line as two lines of one item that make it up.
fn halved(line: &Line) -> [Line; 2] {
    let first = line.written / 2;
    [first, line.written - first].map(|amount| Line {
        written: amount,
        rows: line.rows.iter().map(|row| Row { amount, ..row.clone() }).collect(),
        minute: line.minute,
    })
}

#[test]
fn what_nobody_names_changes_nothing() {
    on_studies(61, |seed, _, study| {
        let mut more = study.clone();
        let mut silent = more.outlets[0].clone();
        (silent.id, silent.name) = ("silent".to_owned(), "Nobody listens");
        more.outlets.push(silent);
        more.pools.iter_mut().for_each(|pool| pool.weights.push(5));
        assert_eq!(tables(&study, seed, &SOME), tables(&more, seed, &SOME), "seed {seed}");
    });
}

#[test]
fn folding_moves_exactly_what_the_office_holders_have() {
    on_studies(71, |seed, _, mut study| {
        let groups = vec!["party", "movement", "office"];
        let pool = |id: &str, office_holders| Pool {
            id: id.to_owned(),
            groups: groups.clone(),
            office_holders,
            weighting: "pooled",
            ..Pool::default()
        };
        study.pools = vec![pool("apart", "separate"), pool("folded", "folded")];
        let found = tables(&study, seed, &[&["share", "."], &["share", ".", "--pool", "folded"]]);
        let amounts = |rows: &Printed| -> BTreeMap<(String, String), i128> {
            rows.iter()
                .map(|row| ((row["quantity"].clone(), row["actor"].clone()), thousandths(row, "numerator")))
                .collect()
        };
        let mut apart = amounts(&found[0]);
        for actor in study.actors.iter().filter(|actor| actor.party.is_some()) {
            for quantity in ["airtime", "area", "appearances"] {
                if let Some(moved) = apart.remove(&(quantity.to_owned(), actor.id.clone())) {
                    let party = study.actors[actor.party.unwrap()].id.clone();
                    *apart.get_mut(&(quantity.to_owned(), party)).unwrap() += moved;
                }
            }
        }
        assert_eq!(apart, amounts(&found[1]), "seed {seed}");
    });
}

#[test]
fn parts_of_a_whole_add_up_to_it() {
    on_studies(81, |seed, dice, study| {
        let by = dice.pick(&["outlet", "genre", "tone", "voice", "day", "week", "capacity", "ownership"]);
        let found = tables(&study, seed, &[&["share", "."], &["share", ".", "--by", by]]);
        for whole in &found[0] {
            let same = |row: &&BTreeMap<String, String>| {
                ["quantity", "actor"].iter().all(|column| row[*column] == whole[*column])
            };
            for column in ["numerator", "denominator"] {
                let parts: i128 = found[1].iter().filter(same).map(|row| thousandths(row, column)).sum();
                assert_eq!(parts, thousandths(whole, column), "seed {seed}, {by}, {}", whole["key"]);
            }
        }
    });
}

#[test]
fn a_mean_of_outlets_is_the_mean_of_their_shares() {
    on_studies(91, |seed, _, mut study| {
        study.pools[0].weighting = "mean";
        let found = tables(&study, seed, &[&["share", "."], &["share", ".", "--by", "outlet"]]);
        for whole in found[0].iter().filter(|row| !row["share"].is_empty()) {
            let same = |row: &&BTreeMap<String, String>| {
                ["quantity", "actor"].iter().all(|column| row[*column] == whole[*column])
            };
            let of_outlets: Vec<f64> = found[1]
                .iter()
                .filter(same)
                .filter(|row| !row["share"].is_empty())
                .map(|row| number(row, "share"))
                .collect();
            let mean = of_outlets.iter().sum::<f64>() / of_outlets.len() as f64;
            assert!((mean - number(whole, "share")).abs() < 1e-12, "seed {seed}, {}", whole["key"]);
        }
    });
}

#[test]
fn the_last_cumulative_share_is_that_of_the_whole() {
    on_studies(101, |seed, _, study| {
        let found = tables(&study, seed, &[&["share", "."], &["trend", ".", "--by", "day"]]);
        let columns = ["numerator", "denominator", "share", "low", "high", "n_items", "n_clusters"];
        for whole in found[0].iter().filter(|row| !row["share"].is_empty()) {
            let same = |row: &&BTreeMap<String, String>| {
                row["measure"] == "cumulative"
                    && ["quantity", "actor"].iter().all(|column| row[*column] == whole[*column])
            };
            let last = found[1].iter().filter(same).max_by_key(|row| row["day"].clone()).unwrap();
            assert_eq!(columns.map(|column| &last[column]), columns.map(|column| &whole[column]), "seed {seed}");
        }
    });
}

#[test]
fn leads_add_up_along_the_ranks() {
    on_studies(111, |seed, _, study| {
        let found = tables(&study, seed, &[&["share", "."], &["lead", "."], &["gap", "."]]);
        let share = |quantity: &str, actor: &str| {
            let row = found[0].iter().find(|row| row["quantity"] == quantity && row["actor"] == actor).unwrap();
            number(row, "share")
        };
        for row in &found[1] {
            let lead = share(&row["quantity"], &row["actor"]) - share(&row["quantity"], &row["of"]);
            assert!(lead >= 0.0 && (lead - number(row, "share")).abs() < 1e-12, "seed {seed}, {}", row["key"]);
        }
        for quantity in ["airtime", "area", "appearances"] {
            let even = found[2].iter().filter(|row| row["measure"] == "gap" && row["of"] == "even");
            let sum: f64 = even.filter(|row| row["quantity"] == quantity).map(|row| number(row, "share")).sum();
            assert!(sum.abs() < 1e-12, "seed {seed}: gaps to an even share sum to {sum}");
        }
    });
}

#[test]
fn tones_make_up_what_is_coded_and_that_is_part_of_the_actor() {
    on_studies(121, |seed, _, study| {
        let found = tables(&study, seed, &[&["share", "."], &["tone", "."]]);
        let of = |measure: &str, row: &BTreeMap<String, String>, column: &str| -> i128 {
            let same = |other: &&BTreeMap<String, String>| {
                other["measure"] == measure && ["quantity", "actor"].iter().all(|column| other[*column] == row[*column])
            };
            found.iter().flatten().filter(same).map(|row| thousandths(row, column)).sum()
        };
        for row in found[1].iter().filter(|row| row["measure"] == "tone-coded") {
            let coded = thousandths(row, "numerator");
            assert_eq!(
                (of("tone", row, "numerator"), of("tone-kind", row, "numerator")),
                (coded, coded),
                "seed {seed}"
            );
            assert_eq!(of("share", row, "numerator"), thousandths(row, "denominator"), "seed {seed}");
        }
    });
}

#[test]
fn actors_shown_alone_keep_their_figures() {
    on_studies(131, |seed, dice, study| {
        let narrow = format!("actor={}", dice.pick(&study.actors).id);
        let words: [&[&str]; 2] =
            [&["share", ".", "--by", "week"], &["share", ".", "--by", "week", "--where", &narrow]];
        let found = tables(&study, seed, &words);
        let all: Printed = found[0].iter().filter(|row| format!("actor={}", row["actor"]) == narrow).cloned().collect();
        assert_eq!(all, found[1], "seed {seed}");
    });
}

#[test]
fn rounded_shares_stay_near_the_exact_ones() {
    on_studies(141, |seed, _, mut study| {
        for rule in ["half-up", "half-even", "truncate", "largest-remainder"] {
            study.rule = rule;
            let found = tables(&study, seed, &[&["share", ".", "--by", "outlet"]]);
            let unit = 0.1_f64.powi(i32::try_from(study.decimals).unwrap());
            let mut sums: BTreeMap<[&String; 2], f64> = BTreeMap::new();
            for row in found[0].iter().filter(|row| !row["share"].is_empty()) {
                let (exact, printed) = (number(row, "share") * 100.0, number(row, "percent"));
                let off = printed - exact;
                let kept = match rule {
                    "truncate" => off < 1e-9 && off > -unit,
                    "largest-remainder" => off.abs() < unit,
                    _ => off.abs() < unit / 2.0 + 1e-9,
                };
                assert!(kept, "seed {seed}, {rule}: {printed} of {exact}");
                assert!(thousandths(row, "numerator") > 0 || printed == 0.0 && row["status"] == "zero", "seed {seed}");
                *sums.entry([&row["quantity"], &row["outlet"]]).or_default() += printed;
            }
            let whole = rule != "largest-remainder" || sums.values().all(|sum| (sum - 100.0).abs() < 1e-9);
            assert!(whole, "seed {seed}: {sums:?}");
        }
    });
}

fn run(folder: &Path, words: &[&str]) -> String {
    let output = evenhand(folder, words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", stderr(&output));
    stdout(&output)
}

#[test]
fn stored_sums_of_parts_give_the_figures_of_the_sheets() {
    on_studies(151, |seed, dice, study| {
        if study.sources.len() < 2 {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &study, dice);
        let (first, others) = study.sources.split_first().unwrap();
        run(folder, &["tally", ".", "--part", &format!("data/{}-*", first.id), "-o", "part-0.parquet"]);
        let mut parts = vec!["tally".to_owned(), "merge".to_owned()];
        for (at, source) in others.iter().enumerate() {
            let file = format!("part-{}.parquet", at + 1);
            run(folder, &["tally", ".", "--part", &format!("data/{}-*", source.id), "-o", &file]);
            parts.push(file);
        }
        // The order of the parts is as little as that of the sheets.
        parts.extend(["part-0.parquet", "-o", "merged.parquet"].map(str::to_owned));
        run(folder, &parts.iter().map(String::as_str).collect::<Vec<_>>());
        run(folder, &["tally", ".", "-o", "whole.parquet"]);
        let bytes = |file: &str| std::fs::read(folder.join(file)).unwrap();
        assert!(bytes("merged.parquet") == bytes("whole.parquet"), "seed {seed}");
        for words in SOME {
            let of_sums = [words, &["--tally", "merged.parquet"]].concat();
            let [of_sheets, of_sums] = [words, &of_sums].map(|words| printed(folder, words).unwrap_or_default());
            // How alike coders code stands in the sheets, so that flags may differ.
            let columns = ["numerator", "denominator", "share", "percent", "low", "high", "n_items", "design_effect"];
            assert_eq!(figures(&of_sheets, &columns), figures(&of_sums, &columns), "seed {seed}, {words:?}");
        }
    });
}
