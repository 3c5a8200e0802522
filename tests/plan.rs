//! Sampling plans: what is drawn, how evenly, and that the same seed draws the same.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use evenhand::measure::{Dimension, MeasureRequest, needed, share};
use evenhand::study::load;

use calamine::{Data, Reader as _, Xlsx};

use crate::support::{STUDY, SmallStudy, stderr, stdout};

type Row = BTreeMap<String, String>;

fn rows(study: &SmallStudy, words: &[&str]) -> Vec<Row> {
    let output = study.run(&[words, &["--format", "csv"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The small study over four weeks, without its sheets.
fn four_weeks(plan: &str) -> SmallStudy {
    let text = format!("{}\n[plan]\n{plan}\n", STUDY.replace("2020-03-03", "2020-03-28"));
    SmallStudy::new().with("study.toml", text).without("data/television.csv").without("data/print.csv")
}

#[test]
fn constructed_weeks_hold_every_weekday_of_every_outlet_alike() {
    let days = rows(&four_weeks("weeks = 2"), &["plan", "days"]);
    let mut by_weekday: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for row in &days {
        *by_weekday.entry((&row["outlet"], &row["weekday"])).or_default() += 1;
    }
    assert_eq!(by_weekday.len() % 7, 0);
    assert!(by_weekday.values().all(|n| *n == 2), "{by_weekday:?}");
    assert_eq!(days, rows(&four_weeks("weeks = 2"), &["plan", "days"]));
    assert_ne!(days, rows(&four_weeks("weeks = 2\nseed = 2"), &["plan", "days"]));
    let output = SmallStudy::new().run(&["plan", "days"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("constructed weeks need 1; lengthen it, or lower `weeks` in `[plan]`"),
        "{}",
        stderr(&output)
    );
}

/// Items of two outlets by three coders, 210 of them.
fn coded(plan: &str) -> SmallStudy {
    let mut text = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass,coder,show\n".to_owned();
    for item in 0..210_u32 {
        let (channel, coder) =
            (["Channel One", "Channel Two"][(item % 2) as usize], ["C1", "C2", "C3"][(item % 3) as usize]);
        let show = ["Morning", "Noon", "Night"][(item / 2 % 3) as usize];
        let day = 1 + item / 21;
        writeln!(
            text,
            "2020-03-{day:02},{channel},T{item},Reds,candidate,news,direct,{},0,1,{coder},{show}",
            20 + item % 17
        )
        .unwrap();
        writeln!(
            text,
            "2020-03-{day:02},{channel},T{item},Blues,candidate,news,direct,{},0,1,{coder},{show}",
            20 + item % 11
        )
        .unwrap();
    }
    let (television, pools) = (STUDY.find("[[source]]\nid = \"print\"").unwrap(), STUDY.find("[[pool]]").unwrap());
    let columns = "pass = \"pass\"\ncoder = \"coder\"\nprogramme = \"show\"";
    let base = format!("{}{}", &STUDY[..television], &STUDY[pools..]).replace("pass = \"pass\"", columns);
    let text_of_study = format!("{}\n[plan]\n{plan}\n", base.replace("2020-03-03", "2020-03-10"));
    SmallStudy::new().with("study.toml", text_of_study).with("data/television.csv", text)
}

#[test]
fn items_to_code_twice_are_the_same_part_of_every_outlet_and_coder() {
    let items = rows(&coded("double = 10"), &["plan", "double"]);
    assert_eq!(items.len(), 21);
    let mut by_coder: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for row in &items {
        *by_coder.entry((&row["outlet"], &row["coded by"])).or_default() += 1;
        assert_ne!(row["coded by"], row["to be coded by"]);
    }
    // Six strata of 35 items: three and a half of each.
    assert!(by_coder.len() == 6 && by_coder.values().all(|n| (3..=4).contains(n)), "{by_coder:?}");
    assert!(items[0]["place"].starts_with("data/television.csv:"));
}

#[test]
fn a_narrower_interval_needs_more_days() {
    let days = |within: &str| {
        let found = rows(&coded(&format!("within = {within}")), &["plan", "size"]);
        found[0].iter().find(|(heading, _)| heading.starts_with("outlet-days for")).unwrap().1.parse::<u32>().unwrap()
    };
    let (wide, narrow) = (days("0.4"), days("0.1"));
    assert!(narrow > 12 * wide && narrow < 20 * wide, "{wide} {narrow}");
}

#[test]
fn bulletins_are_drawn_from_those_of_the_outlet() {
    let found = rows(&coded("weeks = 1\nbulletins = 2"), &["plan", "days"]);
    let n_bulletins = |row: &Row| row["bulletins"].split("; ").filter(|name| !name.is_empty()).count();
    let expected = |row: &Row| if row["outlet"] == "Gazette" { 0 } else { 2 };
    assert!(found.iter().all(|row| n_bulletins(row) == expected(row)), "{found:?}");
}

#[test]
fn a_coding_sheet_lists_the_codebook_and_is_the_same_each_time() {
    let study = four_weeks("weeks = 1");
    for name in ["a.xlsx", "b.xlsx"] {
        let output = study.run(&["plan", "sheet", "--out", name]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let [a, b] = ["a.xlsx", "b.xlsx"].map(|name| std::fs::read(study.path().join(name)).unwrap());
    assert!(a == b);
    let mut book = Xlsx::new(std::io::Cursor::new(a)).unwrap();
    let coding = book.worksheet_range("coding").unwrap();
    let headings: Vec<String> = coding.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(headings[..2], ["date", "outlet"]);
    let lists = book.worksheet_range("lists").unwrap();
    let actors = headings.iter().position(|heading| heading == "actor").unwrap();
    let cell = |row: u32| lists.get_value((row, u32::try_from(actors).unwrap())).filter(|cell| **cell != Data::Empty);
    let listed: Vec<&Data> = (0..10).filter_map(cell).collect();
    assert_eq!(
        listed,
        [&Data::String("Reds".into()), &Data::String("Blues".into()), &Data::String("President".into())]
    );
    let refused = study.run(&["plan", "sheet"]);
    assert!(stderr(&refused).contains("name its file with `--out FILE.xlsx`"));
}

#[test]
fn days_needed_grow_with_the_square_of_the_half_width() {
    let study = coded("within = 0.2");
    let study = load(study.path()).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    let pool = study.pool("editorial").unwrap();
    let shares = share(&tally, &study, &MeasureRequest::new(pool, &[Dimension::Medium])).unwrap();
    let found = needed(&tally, &study, pool).unwrap();
    assert_eq!(found.len(), shares.rows.len());
    for (needed, row) in found.iter().zip(&shares.rows) {
        let (low, high) = row.estimate.limits().unwrap();
        // In points; twenty outlet-days of two outlets.
        assert!((needed.reach - (high - low) * 50.0).abs() < 1e-9);
        let n = 20.0 * (needed.reach / 0.2).powi(2);
        assert!((needed.n_outlet_days as f64 - n) < 1.0 && needed.n_outlet_days as f64 >= n, "{n} {needed:?}");
        assert_eq!(needed.n_days, (needed.n_outlet_days + 1) / 2);
    }
}

#[test]
fn weeks_are_numbered_from_one_and_bulletins_are_different_ones() {
    let found = rows(&coded("weeks = 1\nbulletins = 3"), &["plan", "days"]);
    assert!(found.iter().all(|row| row["week"] == "1"), "{:?}", found[0]);
    let drawn = found.iter().filter(|row| row["outlet"] != "Gazette").map(|row| row["bulletins"].as_str());
    assert!(drawn.into_iter().all(|bulletins| bulletins == "Morning; Night; Noon"), "{:?}", found[0]);
    let refused = four_weeks("weeks = 1\nbulletins = 1").run(&["plan", "days"]);
    assert!(stderr(&refused).contains("bulletins cannot be drawn"), "{}", stderr(&refused));
}

#[test]
fn what_is_left_over_goes_to_the_largest_rests_and_the_load_is_even() {
    use evenhand::agreement::Candidate;
    use evenhand::measure::double_codings;
    let study = coded("double = 10");
    let study = load(study.path()).unwrap().product.unwrap();
    let all = evenhand::candidates(&study);
    // Of each stratum the first so many items: 5 and 19 and 26 and 30 and 12 and 8, a tenth of which is 10 in all.
    let mut left = [5, 19, 26, 30, 12, 8].into_iter();
    let strata = all.chunk_by(|a, b| (&a.outlet, &a.coder) == (&b.outlet, &b.coder));
    let some: Vec<Candidate> = strata.flat_map(|stratum| stratum[..left.next().unwrap()].to_vec()).collect();
    let found = double_codings(&some, &study);
    let mut sizes: Vec<usize> = found
        .chunk_by(|a, b| (&a.item.outlet, &a.item.coder) == (&b.item.outlet, &b.item.coder))
        .map(<[_]>::len)
        .collect();
    sizes.sort_unstable();
    // 0.5, 1.9, 2.6, 3.0, 1.2, 0.8: the units that are missing go to 0.9, 0.8 and 0.6.
    assert_eq!(sizes, [1, 1, 2, 3, 3]);
    let mut load: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for coding in &found {
        *load.entry((&coding.item.coder, &coding.second)).or_default() += 1;
    }
    let few = found.iter().any(|coding| coding.second.is_empty() || coding.second == coding.item.coder);
    assert!(!few && load.len() == 6, "each coder's items go to both others: {load:?}");
}
