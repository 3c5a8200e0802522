//! What things cost, as a ratio to a peer that does the bare minimum of the same in the same run.
//!
//! `cargo bench` prints one line for each: our time, the peer's, and their ratio, medians of several rounds in turn. Times are this
//! machine's of this minute; the ratios are what to compare. Peers are plain Rust without a check: they read, add and forget.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "what a bench says")]
#![expect(clippy::cast_precision_loss, reason = "peers count to millions")]

mod growth;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use evenhand::agreement::{Ratings, alpha};
use evenhand::measure::{Dimension, MeasureRequest, share};
use evenhand::study::{IntervalMethod, Level, load};

const ROUNDS: usize = 7;

/// Times two things in turn, so that what else the machine does falls on both.
fn race(what: &str, mut ours: impl FnMut(), mut peer: impl FnMut()) {
    let timed = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let (mut us, mut them) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        us.push(timed(&mut ours));
        them.push(timed(&mut peer));
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1_000.0
    };
    let (us, them) = (median(&mut us), median(&mut them));
    println!("{what:<48} {us:>10.1} ms {them:>10.1} ms   x{:.2}", us / them);
}

/// Keeps a result from being left out of the work.
fn forget<T>(result: T) {
    let _ = black_box(result);
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A study of so many rows of six channels and six parties over four weeks: codebook and pools of a sample.
fn study(folder: &Path, n_rows: u64) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/four-weeks");
    fs::create_dir_all(folder.join("data")).unwrap();
    fs::copy(sample.join("codebook.toml"), folder.join("codebook.toml")).unwrap();
    // The appearances are thrown together: that two are on air at once is no finding here.
    let text = fs::read_to_string(sample.join("study.toml")).unwrap();
    let quiet = "\n[severity]\nE405 = \"note\"\nE410 = \"note\"\nW403 = \"note\"\nE403 = \"note\"\n";
    fs::write(
        folder.join("study.toml"),
        text.replace("[[not_recorded]]", "[[not_planned]]").split("[[not_planned]]").next().unwrap().to_owned()
            + &tail(&text)
            + quiet,
    )
    .unwrap();
    let channels = ["first-channel", "river-tv", "news-24", "coast-tv", "studio-five", "open-screen"];
    let parties = ["harvest-union", "civic-bloc", "green-shore", "new-course", "labour-list", "free-forum"];
    let mut chance = Chance(7);
    let mut sheet = String::from("date,channel,programme,start,item,party,genre,voice,seconds,tone,coder,pass\n");
    for row in 0..n_rows {
        let day = row * 28 / n_rows;
        let date = chrono::NaiveDate::from_ymd_opt(2016, 2, 20).unwrap()
            + chrono::TimeDelta::days(i64::try_from(day).unwrap());
        let mut pick = |words: &[&'static str]| words[usize::try_from(chance.below(words.len() as u64)).unwrap()];
        let (channel, party, voice, tone) =
            (pick(&channels), pick(&parties), pick(&["direct", "reported"]), pick(&["-1", "0", "1"]));
        let (hour, minute, seconds) = (18 + chance.below(5), chance.below(60), 1 + chance.below(90));
        writeln!(
            sheet,
            "{date},{channel},The day,{hour}:{minute:02},i{row},{party},news,{voice},{seconds},{tone},c1,1"
        )
        .unwrap();
    }
    fs::write(folder.join("data/television.csv"), sheet).unwrap();
}

/// Everything of a study's text behind its last lost recording.
fn tail(text: &str) -> String {
    let last = text.rfind("[[not_recorded]]").unwrap();
    let next = text[last + 2..].find("\n[[pool]]").unwrap();
    text[last + 2 + next..].to_owned()
}

/// The sums of a sheet by channel, day and party, as a script would make them.
fn bare_sums(sheet: &Path) -> HashMap<(String, String, String), u64> {
    let mut reader = csv::Reader::from_path(sheet).unwrap();
    let mut sums = HashMap::new();
    for record in reader.records().map(Result::unwrap) {
        let key = (record[1].to_owned(), record[0].to_owned(), record[5].to_owned());
        *sums.entry(key).or_insert(0) += record[8].parse::<u64>().unwrap();
    }
    sums
}

fn bare_shares(sums: &HashMap<(String, String, String), u64>) -> HashMap<(&str, &str), f64> {
    let mut parts: HashMap<(&str, &str), u64> = HashMap::new();
    let mut wholes: HashMap<&str, u64> = HashMap::new();
    for ((channel, _, party), seconds) in sums {
        *parts.entry((channel, party)).or_default() += seconds;
        *wholes.entry(channel).or_default() += seconds;
    }
    parts.iter().map(|(key, part)| (*key, *part as f64 / wholes[key.0] as f64)).collect()
}

fn main() {
    // `cargo test --benches` asks whether there are tests here; there are none.
    if std::env::args().any(|word| word == "--test" || word == "--list") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    if std::env::args().any(|word| word == "growth") {
        return growth::run(folder.path());
    }
    println!("{:<48} {:>13} {:>13}   ratio", "", "ours", "peer");
    for n_rows in [10_000, 100_000, 1_000_000] {
        let place = folder.path().join(n_rows.to_string());
        study(&place, n_rows);
        let (loaded, sheet) = (load(&place).unwrap().product.unwrap(), place.join("data/television.csv"));
        assert_eq!(evenhand::run(&loaded).product.1.used, n_rows, "every row counts");
        race(
            &format!("tally of {n_rows} rows, each checked"),
            || forget(evenhand::run(&loaded)),
            || forget(bare_sums(&sheet)),
        );
    }
    let mut loaded = load(&folder.path().join("100000")).unwrap().product.unwrap();
    let tally = evenhand::run(&loaded).product.0;
    let sums = bare_sums(&folder.path().join("100000/data/television.csv"));
    let by = [Dimension::Outlet];
    race(
        "shares by outlet, with intervals",
        || forget(share(&tally, &loaded, &MeasureRequest::new(&loaded.pools[0], &by)).unwrap()),
        || forget(bare_shares(&sums)),
    );
    loaded.uncertainty.method = IntervalMethod::Percentile;
    race(
        "the same with 10,000 bootstrap replicates",
        || forget(share(&tally, &loaded, &MeasureRequest::new(&loaded.pools[0], &by)).unwrap()),
        || forget(bare_bootstrap(&sums, 10_000)),
    );
    let mut chance = Chance(3);
    let units: Vec<Vec<Option<i64>>> = (0..20_000)
        .map(|_| (0..5).map(|_| (chance.below(5) > 0).then(|| i64::try_from(chance.below(5)).unwrap())).collect())
        .collect();
    race(
        "Krippendorff's alpha of 20,000 units, 5 coders",
        || forget(alpha(&Ratings::of_wholes(&units), Level::Interval)),
        || forget(bare_alpha(&units)),
    );
    let program = env!("CARGO_BIN_EXE_evenhand");
    let run = |words: &[&str]| {
        let done = Command::new(program).args(words).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let out = folder.path().join("out").to_string_lossy().into_owned();
    race(
        "one figure at 300 dpi, to checking its study",
        || run(&["chart", "share", "samples/kazakhstan-2012", "--where", "medium=print", "--out", &out]),
        || run(&["check", "samples/kazakhstan-2012"]),
    );
    let report = folder.path().join("report").to_string_lossy().into_owned();
    race(
        "a report with all its figures, to one figure",
        || run(&["report", "samples/kazakhstan-2012", "--out", &report, "--force"]),
        || run(&["chart", "share", "samples/kazakhstan-2012", "--where", "medium=print", "--out", &out]),
    );
}

/// Days drawn again within each channel, row by row.
fn bare_bootstrap(sums: &HashMap<(String, String, String), u64>, n_replicates: usize) -> f64 {
    let mut days: HashMap<&str, HashMap<&str, [u64; 6]>> = HashMap::new();
    let mut parties: Vec<&str> = sums.keys().map(|(_, _, party)| party.as_str()).collect();
    parties.sort_unstable();
    parties.dedup();
    for ((channel, day, party), seconds) in sums {
        let at = parties.iter().position(|known| known == party).unwrap();
        days.entry(channel).or_default().entry(day).or_default()[at] += seconds;
    }
    let mut chance = Chance(1);
    let mut last = 0.0;
    for days in days.into_values() {
        let days: Vec<[u64; 6]> = days.into_values().collect();
        for _ in 0..n_replicates {
            let mut drawn = [0_u64; 6];
            for _ in 0..days.len() {
                let day = &days[usize::try_from(chance.below(days.len() as u64)).unwrap()];
                drawn.iter_mut().zip(day).for_each(|(sum, seconds)| *sum += seconds);
            }
            last = drawn[0] as f64 / drawn.iter().sum::<u64>() as f64;
        }
    }
    last
}

/// Every pair of values of every unit, and of all units together through their frequencies.
fn bare_alpha(units: &[Vec<Option<i64>>]) -> f64 {
    let (mut observed, mut frequencies) = (0.0, HashMap::<i64, f64>::new());
    for unit in units {
        let values: Vec<i64> = unit.iter().flatten().copied().collect();
        if values.len() < 2 {
            continue;
        }
        for value in &values {
            *frequencies.entry(*value).or_default() += 1.0;
        }
        let pairs = values.iter().flat_map(|a| values.iter().map(move |b| ((a - b) * (a - b)) as f64));
        observed += pairs.sum::<f64>() / (values.len() as f64 - 1.0);
    }
    let n: f64 = frequencies.values().sum();
    let expected: f64 = frequencies
        .iter()
        .flat_map(|(a, n_a)| frequencies.iter().map(move |(b, n_b)| n_a * n_b * ((a - b) * (a - b)) as f64))
        .sum();
    1.0 - (n - 1.0) * observed / expected
}
