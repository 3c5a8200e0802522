//! A recount: what a sample of days that was counted again makes of declared totals.

use evenhand::measure::{Dimension, MeasureRequest, recount};
use evenhand::study::{Study, load};
use evenhand::tally::Tally;
use evenhand::unit::Share;

use crate::support::{root, sum_row};

fn read(sample: &str) -> (Study, Tally) {
    let study = load(&root().join(sample)).unwrap().product.unwrap();
    let checked = evenhand::run(&study);
    assert!(!checked.has_errors(), "{:#?}", checked.findings);
    (study, checked.product.0)
}

#[test]
fn a_recount_gives_the_textbook_estimates() {
    // Two strata of 4 and 3 clusters, of which 3 and 2 were recounted, worked through by hand with Cochran's formulas.
    let declared = [("one", [100, 120, 80, 110].as_slice()), ("two", [60, 50, 70].as_slice())];
    let recounted = [("one", [110, 118, 90].as_slice()), ("two", [66, 54].as_slice())];
    let tally = |outlets: &[(&str, &[i64])]| {
        let mut rows = Vec::new();
        for (outlet, amounts) in outlets {
            for (day, amount) in amounts.iter().enumerate() {
                let outlet = if *outlet == "one" { "first-channel" } else { "river-tv" };
                let date = format!("2016-02-2{}", day + 1);
                let values = [
                    ("quantity", "airtime"),
                    ("outlet", outlet),
                    ("date", &date),
                    ("genre", "news"),
                    ("actor", "harvest-union"),
                ];
                rows.push(sum_row(amount * 1_000, &values));
            }
        }
        Tally::of_sums(&rows)
    };
    let (mut study, _) = read("samples/four-weeks");
    study.publishing.least_clusters = 2;
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
    let found = recount(&tally(&declared), &tally(&recounted), &study, &request).unwrap();
    let row = found.rows.iter().find(|row| row.actor == "harvest-union").unwrap();
    assert_eq!((row.declared.whole(), row.declared_there.whole(), row.recounted.whole()), (590_000, 410_000, 438_000));
    assert_eq!((row.n_recounted, row.n_declared), (5, 7));
    assert_eq!(row.ratio, Share::of(438, 410));
    // Expanded: declared 4/3 * 300 + 3/2 * 110 = 565, recounted 4/3 * 318 + 3/2 * 120 = 604.
    let ratio = 604.0 / 565.0;
    let by_ratio = row.by_ratio.unwrap();
    assert!((by_ratio.total / 1_000.0 - ratio * 590.0).abs() < 1e-9);
    let spread = |pairs: &[(f64, f64)], ratio: f64| {
        let residuals: Vec<f64> = pairs.iter().map(|(d, r)| r - ratio * d).collect();
        let mean = residuals.iter().sum::<f64>() / residuals.len() as f64;
        residuals.iter().map(|e| (e - mean).powi(2)).sum::<f64>() / (residuals.len() as f64 - 1.0)
    };
    let (one, two) = ([(100.0, 110.0), (120.0, 118.0), (80.0, 90.0)], [(60.0, 66.0), (50.0, 54.0)]);
    let variance = |ratio: f64| {
        16.0 * (1.0 - 3.0 / 4.0) / 3.0 * spread(&one, ratio) + 9.0 * (1.0 - 2.0 / 3.0) / 2.0 * spread(&two, ratio)
    };
    // Student's t of 3 degrees of freedom at 95 %.
    let t = 3.182_446_305_284_263;
    let reach = t * variance(ratio).sqrt() * 590.0 / 565.0;
    let (low, high) = by_ratio.limits.unwrap();
    assert!(((high - low) / 2_000.0 - reach).abs() < 1e-6, "{} and {reach}", (high - low) / 2_000.0);
    assert!((row.weighted_ratio.unwrap() - ratio).abs() < 1e-12);
    let by_difference = row.by_difference.unwrap();
    assert!((by_difference.total / 1_000.0 - (590.0 + 604.0 - 565.0)).abs() < 1e-9);
    let (low, high) = by_difference.limits.unwrap();
    assert!(((high - low) / 2_000.0 - t * variance(1.0).sqrt()).abs() < 1e-6);
    // Fewer clusters than the study asks for have no interval, and contradict nothing.
    study.publishing.least_clusters = 8;
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
    let found = recount(&tally(&declared), &tally(&recounted), &study, &request).unwrap();
    assert!(found.rows.iter().all(|row| row.by_ratio.unwrap().limits.is_none() && !row.is_contradicted()));
    assert_eq!((found.n_common, found.n_undeclared), (5, 0));
}

#[test]
fn a_recount_of_everything_leaves_nothing_open() {
    let (study, tally) = read("samples/four-weeks");
    let half: Vec<evenhand::tally::SumRow> = tally
        .sum_rows()
        .unwrap()
        .into_iter()
        .map(|row| evenhand::tally::SumRow { amount: row.amount / 2, ..row })
        .collect();
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
    let found = recount(&tally, &Tally::of_sums(&half), &study, &request).unwrap();
    assert!(found.rows.iter().all(evenhand::measure::RecountRow::is_contradicted), "{found:#?}");
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[Dimension::Week]);
    assert!(recount(&tally, &tally, &study, &request).is_err());
}

#[test]
fn a_recounted_day_without_the_actor_counts_as_nothing() {
    let tally = |rows: &[(&str, &str, i64)]| {
        let row = |(day, actor, amount): &(&str, &str, i64)| {
            let values =
                [("quantity", "airtime"), ("outlet", "river-tv"), ("date", day), ("genre", "news"), ("actor", actor)];
            sum_row(amount * 1_000, &values)
        };
        Tally::of_sums(&rows.iter().map(row).collect::<Vec<_>>())
    };
    let [a, b, c, d] = ["2016-02-21", "2016-02-22", "2016-02-23", "2016-02-24"];
    let (one, two, three) = ("harvest-union", "civic-bloc", "green-shore");
    let declared = tally(&[(a, one, 100), (b, one, 140), (c, two, 50), (d, two, 70)]);
    let recounted = tally(&[(a, one, 110), (b, one, 150), (c, two, 60), (c, three, 5)]);
    let (mut study, _) = read("samples/four-weeks");
    study.publishing.least_clusters = 2;
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
    let found = recount(&declared, &recounted, &study, &request).unwrap();
    let row = found.rows.iter().find(|row| row.actor == one).unwrap();
    assert_eq!((row.n_recounted, row.n_declared), (3, 4));
    // Differences of 10, 10 and, on the day without it, 0 seconds: 4/3 of their sum is missing in the declared total.
    let by_difference = row.by_difference.unwrap();
    assert!((by_difference.total / 1_000.0 - (240.0 + 4.0 / 3.0 * 20.0)).abs() < 1e-9);
    let mean = 20.0 / 3.0_f64;
    let variance = 16.0 * (1.0 - 3.0 / 4.0) / 3.0 * ((2.0 * (10.0 - mean).powi(2) + mean * mean) / 2.0);
    // Student's t of 2 degrees of freedom at 95 %.
    let (low, high) = by_difference.limits.unwrap();
    assert!(((high - low) / 2_000.0 - 4.302_652_729_696_142 * variance.sqrt()).abs() < 1e-6);
    // Nothing declared of whom the recount found: no ratio.
    let row = found.rows.iter().find(|row| row.actor == three).unwrap();
    assert_eq!((row.ratio.clone(), row.weighted_ratio, row.by_ratio), (None, None, None));
    assert!(row.by_difference.is_some());
}

#[test]
fn days_that_all_say_the_same_say_nothing_of_the_others() {
    let (mut study, _) = read("samples/four-weeks");
    study.publishing.least_clusters = 2;
    let tally = |outlets: &[(&str, &[i64])]| {
        let row = |outlet: &str, day: usize, amount: i64| {
            let date = format!("2016-02-2{day}");
            let values = [
                ("quantity", "airtime"),
                ("outlet", outlet),
                ("date", &date),
                ("genre", "news"),
                ("actor", "civic-bloc"),
            ];
            sum_row(amount, &values)
        };
        let days = |(outlet, amounts): &(&str, &[i64])| {
            amounts.iter().enumerate().map(|(day, amount)| row(outlet, day, *amount)).collect::<Vec<_>>()
        };
        Tally::of_sums(&outlets.iter().flat_map(days).collect::<Vec<_>>())
    };
    let declared = tally(&[("river-tv", &[100, 100, 100]), ("coast-tv", &[70])]);
    let limits = |recounted: &[i64]| {
        let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
        let found = recount(&declared, &tally(&[("river-tv", recounted)]), &study, &request).unwrap();
        assert_eq!(found.without, ["coast-tv"]);
        found.rows[0].by_difference.unwrap().limits
    };
    assert_eq!(limits(&[110, 110]), None);
    // One day of an outlet is taken around zero: 9 (1 - 2/3) / 2 * 200 for the one, 4 (1 - 1/2) * 100 for the other.
    let request = MeasureRequest::new(study.pool("parties").unwrap(), &[]);
    let declared_twice = tally(&[("river-tv", &[100, 100, 100]), ("coast-tv", &[70, 70])]);
    let recounted = tally(&[("river-tv", &[110, 130]), ("coast-tv", &[80])]);
    let found = recount(&declared_twice, &recounted, &study, &request).unwrap();
    let (low, high) = found.rows[0].by_difference.unwrap().limits.unwrap();
    // Student's t of 1 degree of freedom at 95 %.
    assert!(((high - low) / 2.0 - 12.706_204_736_174_7 * 500.0_f64.sqrt()).abs() < 1e-4, "{low} {high}");
    // All of an outlet recounted leaves nothing open.
    assert_eq!(limits(&[110, 110, 110]), Some((400.0, 400.0)));
}

#[test]
fn a_total_is_contradicted_only_outside_of_both_intervals() {
    use evenhand::measure::{Estimated, RecountRow};
    use evenhand::unit::{Amount, Unit};
    let row = |declared: i64, limits: [Option<(f64, f64)>; 2]| {
        let amount = |whole| Amount::new(Unit::Time, whole);
        let [by_ratio, by_difference] = limits.map(|limits| Some(Estimated { total: 100.0, limits }));
        RecountRow {
            quantity: "airtime".to_owned(),
            group: Vec::new(),
            actor: String::new(),
            declared: amount(declared),
            declared_there: amount(declared),
            recounted: amount(100),
            ratio: None,
            weighted_ratio: None,
            n_recounted: 1,
            n_declared: 1,
            by_ratio,
            by_difference,
        }
    };
    let (narrow, wide) = (Some((95.0, 105.0)), Some((90.0, 110.0)));
    for (declared, limits, expected) in [
        (100, [narrow, wide], false),
        (89, [narrow, wide], true),
        (111, [narrow, wide], true),
        // Inside of one of them, and on its edge.
        (92, [narrow, wide], false),
        (90, [narrow, wide], false),
        (110, [wide, narrow], false),
        (111, [narrow, None], false),
    ] {
        assert_eq!(row(declared, limits).is_contradicted(), expected, "{declared} {limits:?}");
    }
}

#[test]
fn a_recount_of_several_quantities_has_them_in_the_order_of_the_study() {
    let (mut study, tally) = read("samples/kazakhstan-2012");
    let order = |study: &Study| {
        let request = MeasureRequest::new(study.pool("editorial").unwrap(), &[]);
        let mut quantities: Vec<String> =
            recount(&tally, &tally, study, &request).unwrap().rows.into_iter().map(|row| row.quantity).collect();
        quantities.dedup();
        quantities
    };
    assert_eq!(order(&study), ["airtime", "area", "appearances"]);
    study.quantities.reverse();
    assert_eq!(order(&study), ["appearances", "area", "airtime"]);
}
