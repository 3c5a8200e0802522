//! Laws that hold for any sample: sums do not care for order or splitting, shares of a whole make one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use evenhand::measure::{Dimension, MeasureRequest, share};
use evenhand::study::load;
use evenhand::tally::Tally;
use evenhand::unit::{Rounding, RoundingRule, Share, percent_column};
use proptest::prelude::*;

use crate::support::{CODEBOOK, STUDY, SmallStudy, stderr};

const HEAD: &str = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n";

#[derive(Debug, Clone)]
struct Row {
    day: u8,
    channel: &'static str,
    item: u8,
    actor: &'static str,
    genre: &'static str,
    seconds: u32,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (2_u8..=3, 0..2_usize, 0_u8..6, 0..3_usize, 0..2_usize, 0_u32..4_000);
    let row = row.prop_map(|(day, channel, item, actor, genre, seconds)| Row {
        day,
        channel: ["one", "two"][channel],
        item,
        actor: ["Reds", "Blues", "President"][actor],
        genre: ["news", "advert"][genre],
        seconds,
    });
    // No two rows alike: a repeated row is an error.
    prop::collection::vec(row, 1..40).prop_map(|mut rows| {
        for (row, number) in rows.iter_mut().zip(0..) {
            row.seconds = row.seconds * 40 + number;
        }
        rows
    })
}

fn sheet<'a>(rows: impl IntoIterator<Item = &'a Row>) -> String {
    let mut text = HEAD.to_owned();
    for row in rows {
        let Row { day, channel, item, actor, genre, seconds } = row;
        // An item belongs to one day, channel and genre: its id says so.
        writeln!(text, "2020-03-{day:02},{channel},{channel}{day}{genre}{item},{actor},,{genre},,{seconds},,1")
            .unwrap();
    }
    text
}

fn tally(sheet: &str) -> (SmallStudy, evenhand::study::Study, Tally) {
    let small = SmallStudy::new().with("data/television.csv", sheet);
    let study = load(small.path()).unwrap().product.unwrap();
    let checked = evenhand::run(&study);
    assert!(!checked.has_errors(), "{:?}", checked.findings);
    (small, study, checked.product.0)
}

/// The sheet of print is in every tally of the small study: without it, sums of halves are sums of the whole.
fn television_only(sheet: &str) -> Tally {
    let study = crate::support::STUDY;
    let cut = study.find("[[source]]\nid = \"print\"").unwrap();
    let pools = study.find("[[pool]]").unwrap();
    let text = format!("{}{}", &study[..cut], &study[pools..]);
    let small = SmallStudy::new().with("study.toml", text).with("data/television.csv", sheet);
    let study = load(small.path()).unwrap().product.unwrap();
    evenhand::run(&study).product.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tally_of_a_whole_is_the_sum_of_the_tallies_of_its_parts(rows in rows(), cut in 0_u8..6) {
        let (first, second): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.item < cut);
        prop_assume!(!first.is_empty() && !second.is_empty());
        let parts = television_only(&sheet(first)).plus(&television_only(&sheet(second)));
        prop_assert_eq!(parts, television_only(&sheet(&rows)));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows()) {
        let turned: Vec<&Row> = rows.iter().rev().collect();
        prop_assert_eq!(tally(&sheet(&rows)).2, tally(&sheet(turned)).2);
    }

    #[test]
    fn shares_of_a_group_sum_to_one_and_agree_with_plain_integers(rows in rows()) {
        let (_folder, study, tally) = tally(&sheet(&rows));
        let table = share(&tally, &study, &MeasureRequest::new(&study.pools[0], &[Dimension::Outlet])).unwrap();
        for (quantity, group, cells) in table.groups() {
            let total = cells[0].estimate.denominator.whole();
            let shares: Vec<Share> = cells.iter().filter_map(|cell| cell.estimate.share.clone()).collect();
            prop_assert_eq!(shares.len(), if total == 0 { 0 } else { cells.len() });
            prop_assert!(total == 0 || Share::sum(&shares).is_whole());
            if quantity == "airtime" {
                for cell in cells {
                    let naive: i64 = rows
                        .iter()
                        .filter(|row| row.channel == group[0] && row.genre == "news" && row.actor.to_lowercase() == cell.actor)
                        .map(|row| i64::from(row.seconds) * 1_000)
                        .sum();
                    prop_assert_eq!(cell.estimate.numerator.whole(), naive);
                }
            }
        }
    }

    #[test]
    fn largest_remainder_always_sums_to_one_hundred(parts in prop::collection::vec(0_i64..1_000_000, 1..20), decimals in 0_u8..4) {
        let total: i64 = parts.iter().sum();
        prop_assume!(total > 0);
        let shares: Vec<Share> = parts.iter().map(|part| Share::of(*part, total).unwrap()).collect();
        let rounding = Rounding { rule: RoundingRule::LargestRemainder, decimals };
        let sum: evenhand::unit::Percent = percent_column(&shares, rounding).into_iter().sum();
        prop_assert!(sum.is_hundred());
    }
}

#[test]
fn a_stored_tally_reads_back_as_it_was() {
    let (_folder, _, tally) = tally(crate::support::TELEVISION);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sums.parquet");
    std::fs::write(&file, tally.parquet("made up").unwrap()).unwrap();
    assert_eq!(Tally::load(&file).unwrap(), (tally, "made up".to_owned()));
}

#[test]
fn an_item_counts_once_however_many_actors_share_it() {
    let (_folder, study, tally) = tally(crate::support::TELEVISION);
    let table = share(&tally, &study, &MeasureRequest::new(&study.pools[0], &[Dimension::Outlet])).unwrap();
    let one = table.rows.iter().find(|row| row.group == ["one"]).unwrap();
    assert_eq!((one.estimate.base.n_items, one.estimate.base.n_clusters), (1, 1));
    assert_eq!(one.estimate.numerator.machine_number(), "30");
    assert_eq!(one.estimate.denominator.machine_number(), "40");
}

#[test]
fn folded_office_holders_count_for_their_party() {
    let (_folder, study, tally) = tally(crate::support::TELEVISION);
    let table = share(&tally, &study, &MeasureRequest::new(&study.pools[1], &[Dimension::Outlet])).unwrap();
    let one = table.rows.iter().find(|row| row.group == ["one"]).unwrap();
    assert_eq!((one.actor.as_str(), one.estimate.numerator.machine_number()), ("reds", "70".to_owned()));
    assert_eq!(one.estimate.percent.unwrap().to_string(), "87.5");
    assert!(table.rows.iter().all(|row| row.actor != "president"));
}

#[test]
fn the_mean_of_outlets_may_rank_otherwise_than_their_sum() {
    let small = SmallStudy::new();
    let study = crate::support::STUDY.replace(
        "groups = [\"party\"]\ngenre_kinds = [\"editorial\"]\noffice",
        "groups = [\"party\"]\ngenre_kinds = [\"editorial\"]\nweighting = \"mean\"\noffice",
    );
    let small = small.with("study.toml", study);
    let study = load(small.path()).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    let table = share(&tally, &study, &MeasureRequest::new(&study.pools[1], &[Dimension::Medium])).unwrap();
    // Channel One 70 of 80, Channel Two 10 of 40: the mean is 56.25, the pooled share 66.7.
    assert_eq!(table.rows[0].estimate.share, Share::of(9, 16));
}

#[test]
fn a_breakdown_has_each_dimension_once_and_what_is_not_coded_has_one_name() {
    let study = load(SmallStudy::new().path()).unwrap().product.unwrap();
    let by = [Dimension::Medium, Dimension::Actor, Dimension::Outlet, Dimension::Medium, Dimension::Quantity];
    let request = MeasureRequest::new(study.pool("editorial").unwrap(), &by);
    assert_eq!(request.dimensions(), [Dimension::Medium, Dimension::Outlet]);
    for dimension in [Dimension::Outlet, Dimension::Genre, Dimension::Programme, Dimension::Period, Dimension::Medium] {
        assert_eq!(dimension.label("", &study), "not coded", "{dimension:?}");
    }
}

#[test]
fn rows_shown_are_those_of_the_whole_table() {
    let text = format!(
        "{}part,place,page\n{}",
        HEAD.replace('\n', ","),
        [
            "2020-03-01,one,1,Reds,candidate,news,direct,30,0,1,evening,1,1",
            "2020-03-01,one,2,Blues,candidate,news,reported,20,1,1,morning,2,3",
            "2020-03-02,one,3,Blues,candidate,news,direct,40,-1,1,evening,3,1",
            "2020-03-02,two,4,Reds,candidate,news,reported,25,,1,evening,5,",
            "2020-03-02,two,5,President,office-holder,news,direct,50,1,1,evening,4,2",
        ]
        .join("\n")
    );
    let dayparts =
        ["morning", "evening"].map(|id| format!("\n[[daypart]]\nid = \"{id}\"\nname = \"{id}\"\nprime = true\n"));
    let columns = "pass = \"pass\"\ndaypart = \"part\"\nposition = \"place\"\npage = \"page\"";
    let study = SmallStudy::new()
        .with("codebook.toml", CODEBOOK.to_owned() + &dayparts.concat())
        .with("study.toml", STUDY.replace("pass = \"pass\"", columns))
        .with("data/television.csv", text + "\n");
    let rows = |measure: &[&str], more: &[&str]| {
        let output = study.run(&[&["measure"], measure, more, &["--format", "csv"]].concat());
        assert_eq!(output.status.code(), Some(0), "{measure:?}: {}", stderr(&output));
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        rows
    };
    for measure in [
        &["share", "--by", "outlet"][..],
        &["tone", "--by", "medium"],
        &["voice"],
        &["trend", "--by", "day"],
        &["prominence", "--by", "outlet"],
        &["pools"],
        &["gap"],
    ] {
        let (all, some) = (rows(measure, &[]), rows(measure, &["--where", "actor=blues"]));
        let of_blues: Vec<_> = all.into_iter().filter(|row| row["actor"] == "blues").collect();
        assert!(!of_blues.is_empty(), "{measure:?}");
        let shown: Vec<_> = some.into_iter().filter(|row| !row["actor"].is_empty()).collect();
        assert_eq!(shown, of_blues, "{measure:?}");
    }
}

#[test]
fn weights_of_one_proportion_give_one_figure_and_one_interval() {
    let mut text = HEAD.to_owned();
    for day in 1..=3 {
        for item in 1..=3 {
            for (channel, seconds) in [("one", 20 + 7 * day + item), ("two", 50 + 3 * day * item)] {
                let start = format!("2020-03-{day:02},{channel},{channel}{day}{item}");
                writeln!(text, "{start},Reds,candidate,news,direct,{seconds},0,1").unwrap();
                writeln!(text, "{start},Blues,candidate,news,direct,{},0,1", 100 - seconds).unwrap();
            }
        }
    }
    let of = |weights: &str| {
        let weighted = format!("weighting = \"weighted\"\nweights = {{ {weights} }}\nweights_source = \"a survey\"");
        let study = STUDY
            .replace("genre_kinds = [\"editorial\"]\n\n", &format!("genre_kinds = [\"editorial\"]\n{weighted}\n\n"));
        let study = format!("{study}\n[publishing]\nleast_clusters = 2\n");
        let folder = SmallStudy::new().with("study.toml", study).with("data/television.csv", &text);
        let study = load(folder.path()).unwrap().product.unwrap();
        let tally = evenhand::run(&study).product.0;
        let request = MeasureRequest::new(study.pool("editorial").unwrap(), &[Dimension::Medium]);
        let row = share(&tally, &study, &request).unwrap().rows.remove(0);
        (row.estimate.share.clone().unwrap(), row.estimate.limits().unwrap())
    };
    let (share, (low, high)) = of("one = 2, two = 1, gazette = 1");
    for weights in ["one = 1, two = 0.5, gazette = 1", "one = 0.02, two = 0.010, gazette = 3"] {
        let (other, limits) = of(weights);
        assert_eq!(other, share, "{weights}");
        assert!((limits.0 - low).abs() < 1e-12 && (limits.1 - high).abs() < 1e-12, "{weights}: {limits:?}");
    }
    assert_ne!(of("one = 1, two = 1, gazette = 1").0, share);
}
