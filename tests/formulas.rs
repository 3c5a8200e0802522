//! Formulas against figures that other packages published, and against what they promise.
//!
//! Cases of `../shared/conformance` are skipped where that folder is not; the typed ones hold on any machine.

use evenhand::measure::{
    Cluster, Interval, Range, Ratio, Statistic, Stratum, Sums, Variance, atkinson, bca, comprehensive_concentration,
    effective_number, entropy, evenness, gallagher, gini, herfindahl, largest, largest_gap, largest_ratio, linear,
    linearised, loosemore_hanby, normalised_herfindahl, percentile, rae, replicates, sainte_lague, slope, variance,
};
use evenhand::study::Weighting;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use serde_json::Value;

use crate::support::shared;

/// One row: stratum, cluster, above the line, below it.
type Row = (String, String, i64, i64);

/// A cluster and its units.
type Units = (String, Vec<Vec<i64>>);

/// A district, type of school, pupils, pupils tested, score.
type School<'a> = (String, &'a str, i64, i64, i64);

/// Rows as clusters of units; `drawn_from` clusters in each stratum, and units in each cluster.
fn sums(rows: &[Row], drawn_from: impl Fn(&str) -> Option<u64>, of_cluster: impl Fn(&str) -> Option<u64>) -> Sums {
    let mut strata: Vec<(String, Vec<Units>)> = Vec::new();
    for (stratum, cluster, above, below) in rows {
        let place = strata.iter().position(|(id, _)| id == stratum).unwrap_or_else(|| {
            strata.push((stratum.clone(), Vec::new()));
            strata.len() - 1
        });
        let clusters = &mut strata[place].1;
        let place = clusters.iter().position(|(id, _)| id == cluster).unwrap_or_else(|| {
            clusters.push((cluster.clone(), Vec::new()));
            clusters.len() - 1
        });
        clusters[place].1.push(vec![*above, *below]);
    }
    let strata = strata.into_iter().map(|(outlet, clusters)| Stratum {
        n_clusters: clusters.len(),
        n_days: clusters.len(),
        drawn_from: drawn_from(&outlet),
        clusters: clusters.into_iter().map(|(id, units)| Cluster { units, drawn_from: of_cluster(&id) }).collect(),
        outlet,
    });
    Sums { parts: vec!["above".to_owned(), "below".to_owned()], strata: strata.collect() }
}

fn ratio() -> Statistic {
    Statistic::of(Ratio { above: vec![(0, 1)], below: vec![1] })
}

/// Estimate and standard error, pooled.
fn ratio_of(sums: &Sums) -> (f64, f64) {
    let estimate = ratio().exact(sums, &Weighting::Pooled).unwrap().as_f64();
    (estimate, variance(&ratio(), sums, &Weighting::Pooled).unwrap().variance.sqrt())
}

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance, "{what}: {found} is not {expected}");
}

fn cases(file: &str) -> Option<Value> {
    let folder = shared("conformance")?;
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "tenths of published figures")]
fn tenths(number: f64) -> i64 {
    (number * 10.0).round() as i64
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

fn check(case: &Value, (estimate, error): (f64, f64)) {
    let id = case["id"].as_str().unwrap();
    for (part, found) in [("est", estimate), ("se", error)] {
        near(found, case["expected"][part].as_f64().unwrap(), case["tolerance"].as_f64().unwrap(), id);
        near(found, case["recomputed"][part].as_f64().unwrap(), found.abs() * 1e-9, id);
    }
}

#[test]
fn means_and_domain_ratios_of_eight_rows_are_those_of_r_survey() {
    let Some(file) = cases("08_survey_fpc_cluster_se.json") else { return };
    let data = &file["data"];
    for case in file["cases"].as_array().unwrap() {
        let (design, id) = (&case["design"], case["id"].as_str().unwrap());
        let by_stratum = !design["strata"].is_null();
        let two = design["psu"].as_str().unwrap().starts_with("stratid");
        let rows: Vec<Row> = (0..8)
            .map(|row| {
                let at = |column: &str| data[column][row].to_string();
                let x = tenths(data["x"][row].as_f64().unwrap());
                let weight = if design["weights"].is_null() { 1 } else { whole(&data["weight"][row]) };
                let is_in = if id.ends_with("x>4") { x > 40 } else { !id.ends_with("x<=4") || x <= 40 };
                let weight = weight * i64::from(is_in);
                let cluster = if two { at("stratid") } else { at("psuid") };
                (if by_stratum { at("stratid") } else { String::new() }, cluster, weight * x, weight * 10)
            })
            .collect();
        let population = |stratum: &str| match &design["fpc"] {
            Value::Number(all) => all.as_u64(),
            Value::String(_) => Some(if stratum == "1" { 15 } else { 12 }),
            _ => None,
        };
        let all = sums(&rows, population, |_| None);
        check(case, ratio_of(&all));
        // A cluster without the domain, left out of the list and counted, is the same.
        let mut sparse = all.clone();
        for stratum in &mut sparse.strata {
            stratum.clusters.retain(|cluster| cluster.amount(1) > 0);
        }
        check(case, ratio_of(&sparse));
    }
}

#[test]
fn ratios_of_183_schools_in_15_clusters_are_those_of_r_survey() {
    let Some(file) = cases("09_survey_apiclus1_ratio.json") else { return };
    let data: Vec<School<'_>> = file["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row[0].to_string(), row[1].as_str().unwrap(), whole(&row[2]), whole(&row[3]), whole(&row[4])))
        .collect();
    let of = |row: &dyn Fn(&School<'_>) -> (i64, i64)| {
        let rows: Vec<Row> = data
            .iter()
            .map(|school| {
                let (above, below) = row(school);
                (String::new(), school.0.clone(), above, below)
            })
            .collect();
        sums(&rows, |_| Some(757), |_| None)
    };
    // A total is the mean of the 15 districts, times 15 and the weight of a school.
    let times = 15.0 * file["data"][0][5].as_f64().unwrap();
    let total = |amount: &dyn Fn(&School<'_>) -> i64| {
        let mut districts = of(&|school| (amount(school), 0));
        for cluster in &mut districts.strata[0].clusters {
            cluster.units[0][1] = 1;
        }
        let (mean, error) = ratio_of(&districts);
        (mean * times, error * times)
    };
    for case in file["cases"].as_array().unwrap() {
        let found = match case["id"].as_str().unwrap() {
            "svyratio-api.stu/enroll" => ratio_of(&of(&|school| (school.3, school.2))),
            "svyratio-domain-H" => {
                let is_high = |school: &School<'_>| i64::from(school.1 == "H");
                ratio_of(&of(&|school| (school.3 * is_high(school), school.2 * is_high(school))))
            }
            "svymean-api00" => ratio_of(&of(&|school| (school.4, 1))),
            "svytotal-enroll" => total(&|school| school.2),
            other => total(&|school| i64::from(other.ends_with(school.1))),
        };
        check(case, found);
    }
}

#[test]
fn ratios_of_two_stages_are_those_of_r_survey() {
    let Some(file) = cases("10_survey_mu284_two_stage.json") else { return };
    let data = &file["data"];
    for case in file["cases"].as_array().unwrap() {
        let is_above = case["id"] == "ratio-y1>40";
        let rows: Vec<Row> = (0..15)
            .map(|row| {
                let (y, weight) = (whole(&data["y1"][row]), whole(&data["n2"][row]));
                let weight = if (y > 40) == is_above { weight } else { 0 };
                (String::new(), data["id1"][row].to_string(), weight * y, weight)
            })
            .collect();
        let of_cluster = |cluster: &str| {
            let row = (0..15).find(|row| data["id1"][*row] == cluster.parse::<i64>().unwrap()).unwrap();
            data["n2"][row].as_u64()
        };
        check(case, ratio_of(&sums(&rows, |_| Some(50), of_cluster)));
    }
}

/// Ten cities, in thousands: Davison and Hinkley, 1997, table 2.1; R `boot::city`.
const CITIES: [(i64, i64); 10] =
    [(138, 143), (93, 104), (61, 69), (179, 260), (48, 75), (37, 63), (29, 50), (23, 48), (30, 111), (2, 50)];

fn cities() -> Sums {
    let rows: Vec<Row> = CITIES.iter().enumerate().map(|(n, (u, x))| (String::new(), n.to_string(), *x, *u)).collect();
    sums(&rows, |_| None, |_| None)
}

#[test]
fn the_ratio_of_ten_cities_has_the_influence_and_variance_of_r_boot() {
    let (estimate, error) = ratio_of(&cities());
    near(estimate, 1.520_312_5, 1e-9, "ratio");
    let influence = [
        -1.043_798_828_125,
        -0.584_204_101_562_5,
        -0.370_922_852_5,
        -0.189_624_023_4,
        0.031_640_625,
        0.105_444_335_9,
        0.092_358_398_4,
        0.203_637_695_3,
        1.021_728_515_6,
        0.733_740_234_4,
    ];
    let values = linearised(&ratio(), &cities(), &Weighting::Pooled).unwrap();
    for (found, expected) in values[0].iter().zip(influence) {
        near(found[0] * 10.0, expected, 1e-6, "influence");
    }
    // The delta method of `boot` divides by n; a sample of clusters by n - 1.
    let delta = error * (9.0_f64 / 10.0).sqrt();
    near(delta * delta, 0.032_487_733_709_8, 1e-10, "variance");
    near(estimate - 1.959_963_985 * delta, 1.167_041_650, 1e-6, "low");
    near(estimate + 1.959_963_985 * delta, 1.873_583_350, 1e-6, "high");
}

#[test]
fn bootstrap_intervals_of_ten_cities_lie_as_those_of_r_boot() {
    let (cities, statistic) = (cities(), ratio());
    let drawn = replicates(std::slice::from_ref(&statistic), &cities, &Weighting::Pooled, (7, 9_999)).remove(0);
    assert_eq!(drawn.len(), 9_999);
    let (low, high) = percentile(&drawn, 95).unwrap();
    near(low, 1.242, 0.05, "percentile low");
    near(high, 2.109, 0.08, "percentile high");
    let (low, high) = bca(&drawn, 95, 1.520_312_5, &statistic, &cities, &Weighting::Pooled).unwrap();
    near(low, 1.243, 0.05, "bca low");
    near(high, 2.11, 0.08, "bca high");
}

#[test]
fn a_million_resamples_of_a_mean_give_the_intervals_of_scipy_and_r() {
    let data = [10.0, 12.0, 12.5, 12.5, 13.9, 15.0, 21.0, 22.0, 23.0, 34.0, 50.0, 81.0, 89.0, 121.0, 134.0, 213.0];
    let rows: Vec<Row> = data.iter().enumerate().map(|(n, x)| (String::new(), n.to_string(), tenths(*x), 10)).collect();
    let (all, statistic) = (sums(&rows, |_| None, |_| None), ratio());
    let drawn = replicates(std::slice::from_ref(&statistic), &all, &Weighting::Pooled, (1, 1_000_000)).remove(0);
    let (low, high) = percentile(&drawn, 95).unwrap();
    near(low, 28.86, 28.86 * 0.005, "percentile low");
    near(high, 84.21, 84.21 * 0.005, "percentile high");
    let mean = statistic.exact(&all, &Weighting::Pooled).unwrap().as_f64();
    let (low, high) = bca(&drawn, 95, mean, &statistic, &all, &Weighting::Pooled).unwrap();
    near(low, 32.31, 32.31 * 0.005, "bca low");
    near(high, 91.43, 91.43 * 0.005, "bca high");
}

fn shares(map: &Value, keys: &[String]) -> Vec<f64> {
    let of = |key: &String| map.get(key).and_then(Value::as_f64).unwrap_or(0.0);
    let total: f64 = keys.iter().map(of).sum();
    keys.iter().map(|key| of(key) / total).collect()
}

#[test]
fn distances_from_a_benchmark_are_those_of_published_packages() {
    let Some(file) = cases("12_disproportionality_gallagher_lh.json") else { return };
    for case in file["cases"].as_array().unwrap() {
        let keys: Vec<String> = case["votes"].as_object().unwrap().keys().cloned().collect();
        let (due, found) = (shares(&case["votes"], &keys), shares(&case["seats"], &keys));
        let index = |measure: &str| match measure {
            "loosemore_hanby" => loosemore_hanby(&found, &due),
            "gallagher" | "gallagher_lsq" => gallagher(&found, &due),
            "rae" => rae(&found, &due),
            "rose" => loosemore_hanby(&found, &due).map(|index| 1.0 - index),
            "1-gallagher" => gallagher(&found, &due).map(|index| 1.0 - index),
            "max_ratio_seats_over_votes" | "d_hondt" => largest_ratio(&found, &due),
            "sainte_lague" => sainte_lague(&found, &due),
            "lijphart" => largest_gap(&found, &due),
            "regression_slope" => slope(&found, &due),
            other => panic!("{other}"),
        };
        let tolerance = case["tolerance"].as_f64().unwrap();
        let wanted: Vec<(&str, f64)> = match case["expected"].as_object() {
            Some(several) => {
                several.iter().map(|(measure, value)| (measure.as_str(), value.as_f64().unwrap())).collect()
            }
            None => vec![(case["measure"].as_str().unwrap(), case["expected"].as_f64().unwrap())],
        };
        for (measure, expected) in wanted {
            near(index(measure).unwrap(), expected, tolerance, case["id"].as_str().unwrap());
        }
    }
}

fn as_shares(amounts: &[f64]) -> Vec<f64> {
    let total: f64 = amounts.iter().sum();
    amounts.iter().map(|amount| amount / total).collect()
}

/// Every index of a set of amounts, under the names of the cases.
fn index(measure: &str, amounts: &[f64]) -> Option<f64> {
    let shares = as_shares(amounts);
    #[expect(clippy::cast_precision_loss, reason = "a handful of amounts")]
    let n = shares.len() as f64;
    let positive: Vec<f64> = shares.iter().copied().filter(|share| *share > 0.0).collect();
    match measure {
        "effective_number" | "1/sum p^2" => effective_number(&shares),
        "shannon_nats" => entropy(&shares),
        "max_entropy" => Some(n.ln()),
        // Peers leave zeros out; here an actor without coverage counts.
        "pielou" | "pielou_evenness" => evenness(&positive),
        "exp_minus_H" => entropy(&shares).map(|entropy| (-entropy).exp()),
        "hhi" | "dominance" => herfindahl(&shares),
        "simpson" => herfindahl(&shares).map(|index| 1.0 - index),
        "hhi_normalised" => normalised_herfindahl(&shares),
        "gini" => gini(&shares),
        "gini_unbiased" | "gini*n/(n-1)" => gini(&shares).map(|gini| gini * n / (n - 1.0)),
        "theil_T" => entropy(&shares).map(|entropy| n.ln() - entropy),
        // An empty set has no entropy here; that peer prints 0.
        "shannon_base2" => Some(entropy(&positive).unwrap_or(0.0) / 2.0_f64.ln()),
        "max_share" => largest(&shares),
        "-ln(HHI)" => herfindahl(&shares).map(|index| -index.ln()),
        "0.5" => atkinson(&shares, 0.5),
        "1" => atkinson(&shares, 1.0),
        "comprehensive_concentration" => comprehensive_concentration(&shares),
        other => panic!("{other}"),
    }
}

#[test]
fn concentration_is_that_of_published_packages() {
    let Some(file) = cases("13_enp_hhi_gini_shannon.json") else { return };
    let mut n_checked = 0;
    for case in file["cases"].as_array().unwrap() {
        let (id, tolerance) = (case["id"].as_str().unwrap(), case["tolerance"].as_f64().unwrap());
        let measure = case["measure"].as_str().unwrap();
        let mut check = |measure: &str, amounts: &[f64], expected: f64| {
            near(index(measure, amounts).unwrap(), expected, tolerance, id);
            n_checked += 1;
        };
        match (&case["expected"], case["data"][0].is_array()) {
            (Value::Object(several), _) => {
                for (measure, expected) in several {
                    check(measure, &numbers(&case["data"]), expected.as_f64().unwrap());
                }
            }
            (Value::Array(several), true) => {
                for (amounts, expected) in case["data"].as_array().unwrap().iter().zip(several) {
                    check(measure, &numbers(amounts), expected.as_f64().unwrap());
                }
            }
            (expected, _) => check(measure, &numbers(&case["data"]), expected.as_f64().unwrap()),
        }
    }
    assert!(n_checked >= 30, "{n_checked}");
}

/// Coverage that varies from day to day: one party's part of a day swings around 40 %, and so does the length of the day.
fn simulated(random: &mut ChaCha8Rng) -> Sums {
    let mut uniform = || f64::from(random.next_u32()) / f64::from(u32::MAX);
    let mut rows: Vec<Row> = Vec::new();
    for outlet in ["one", "two", "three"] {
        for day in 0..10 {
            let part = 0.2 + 0.4 * uniform();
            #[expect(clippy::cast_possible_truncation, reason = "seconds of a day")]
            let (above, below) = {
                let length = 300.0 + 900.0 * uniform();
                ((length * part).round() as i64, length.round() as i64)
            };
            rows.push((outlet.to_owned(), day.to_string(), above, below));
        }
    }
    sums(&rows, |_| None, |_| None)
}

/// Percentage of the simulations whose interval holds the true 40 %.
fn coverage(n_simulations: u32, interval: impl Fn(&Sums) -> (f64, f64)) -> f64 {
    let mut random = ChaCha8Rng::seed_from_u64(20_120_115);
    let holds = (0..n_simulations).filter(|_| {
        let (low, high) = interval(&simulated(&mut random));
        low <= 0.4 && 0.4 <= high
    });
    f64::from(u32::try_from(holds.count()).unwrap()) * 100.0 / f64::from(n_simulations)
}

#[test]
fn an_interval_over_outlet_days_covers_and_one_over_seconds_does_not() {
    let of_days = coverage(800, |sums| {
        let (estimate, _) = ratio_of(sums);
        let variance = variance(&ratio(), sums, &Weighting::Pooled).unwrap();
        let interval = linear(estimate, variance, 95, Range::Share).unwrap();
        (interval.low, interval.high)
    });
    let of_replicates =
        coverage(300, |sums| percentile(&replicates(&[ratio()], sums, &Weighting::Pooled, (1, 400))[0], 95).unwrap());
    let of_seconds = coverage(800, |sums| {
        let (estimate, _) = ratio_of(sums);
        #[expect(clippy::cast_precision_loss, reason = "seconds of a month")]
        let reach = 1.96 * (estimate * (1.0 - estimate) / sums.amount(1) as f64).sqrt();
        (estimate - reach, estimate + reach)
    });
    assert!((90.0..=97.0).contains(&of_days), "{of_days} %");
    assert!((90.0..=97.0).contains(&of_replicates), "{of_replicates} %");
    assert!(of_seconds < 40.0, "{of_seconds} %");
}

#[test]
fn replicates_do_not_care_for_the_order_of_outlets_or_for_other_outlets() {
    let all = simulated(&mut ChaCha8Rng::seed_from_u64(1));
    let mut turned = all.clone();
    turned.strata.reverse();
    let drawn = |sums: &Sums| replicates(&[ratio()], sums, &Weighting::Pooled, (3, 200)).remove(0);
    assert_eq!(drawn(&all), drawn(&turned));
    let alone = |sums: &Sums| {
        let strata = sums.strata.iter().filter(|stratum| stratum.outlet == "two").cloned().collect();
        drawn(&Sums { strata, parts: sums.parts.clone() })
    };
    assert_eq!(alone(&all), alone(&turned));
    assert_ne!(drawn(&all), replicates(&[ratio()], &all, &Weighting::Pooled, (4, 200)).remove(0));
}

#[test]
fn one_cluster_has_no_variance() {
    let one = sums(&[(String::new(), "1".to_owned(), 3, 10)], |_| None, |_| None);
    let found = variance(&ratio(), &one, &Weighting::Pooled).unwrap();
    assert_eq!(found.degrees_of_freedom, 0);
    assert_eq!(linear(0.3, found, 95, Range::Share), None);
}

#[test]
fn bulletins_that_balance_within_a_day_have_a_design_effect_below_one() {
    let mut rows: Vec<Row> = Vec::new();
    for day in 0..12 {
        // What the morning gives the evening takes.
        let morning = 20 + (day * 7) % 60;
        rows.push((String::new(), day.to_string(), morning, 100));
        rows.push((String::new(), day.to_string(), 100 - morning, 100));
    }
    let found = variance(&ratio(), &sums(&rows, |_| None, |_| None), &Weighting::Pooled).unwrap();
    assert!(found.design_effect.unwrap() < 0.1, "{found:?}");
}

#[test]
fn what_cannot_be_said_of_a_set_of_shares_is_not_said() {
    let (nothing, one, halves) = ([0.0_f64; 0], [1.0], [0.5, 0.5]);
    for index in [herfindahl, entropy, evenness, gini, largest, effective_number, normalised_herfindahl] {
        assert_eq!(index(&nothing), None);
    }
    assert_eq!((normalised_herfindahl(&one), evenness(&one)), (None, None));
    assert_eq!((effective_number(&[0.0]), entropy(&[0.0]), gini(&[0.0])), (None, None, None));
    assert_eq!((atkinson(&[0.0, 0.0], 0.5), comprehensive_concentration(&nothing)), (None, None));
    for distance in [loosemore_hanby, gallagher, rae, largest_gap, largest_ratio, sainte_lague] {
        assert_eq!(distance(&nothing, &nothing), None);
    }
    assert_eq!(largest_ratio(&halves, &[0.0, 1.0]), Some(0.5), "a benchmark of nothing has no ratio");
    assert_eq!(sainte_lague(&halves, &[0.0, 1.0]), None);
    assert_eq!(slope(&[0.7, 0.3], &halves), None);
}

#[test]
fn indices_of_two_actors_are_those_done_by_hand() {
    let (equal, apart) = ([0.5, 0.5], [0.2, 0.8]);
    let of = |index: Option<f64>| index.unwrap();
    near(of(normalised_herfindahl(&equal)), 0.0, 1e-12, "equal");
    near(of(normalised_herfindahl(&[1.0, 0.0])), 1.0, 1e-12, "alone");
    near(of(gini(&apart)), 0.3, 1e-12, "gini");
    near(of(atkinson(&equal, 0.5)), 0.0, 1e-12, "atkinson of equal shares");
    near(of(atkinson(&apart, 1.0)), 0.2, 1e-12, "one less the geometric mean over the mean");
    near(of(atkinson(&apart, 0.5)), 0.1, 1e-12, "atkinson");
    near(of(comprehensive_concentration(&apart)), 0.8 + 0.04 * 1.8, 1e-12, "largest, and the rest");
    near(of(loosemore_hanby(&apart, &equal)), 0.3, 1e-12, "part that would move");
    near(of(gallagher(&apart, &equal)), 0.3, 1e-12, "gallagher");
    near(of(rae(&apart, &equal)), 0.3, 1e-12, "rae");
    near(of(largest_gap(&apart, &equal)), 0.3, 1e-12, "largest gap");
    near(of(largest_ratio(&apart, &equal)), 1.6, 1e-12, "largest ratio");
    near(of(sainte_lague(&apart, &equal)), 0.36, 1e-12, "sainte-lague");
    near(of(slope(&[0.1, 0.9], &apart)), 4.0 / 3.0, 1e-12, "the large gain");
}

#[test]
fn an_interval_is_kept_where_its_figure_can_lie() {
    let found = |estimate: f64, variance: f64, degrees_of_freedom: usize, range: Range| {
        linear(estimate, Variance { variance, degrees_of_freedom, design_effect: None }, 95, range)
            .map(|interval| (interval.low, interval.high))
    };
    // Student's t with ten degrees of freedom reaches 2.228139 standard errors.
    let is = |found: Option<(f64, f64)>, (low, high): (f64, f64)| {
        let found = found.unwrap();
        near(found.0, low, 1e-5, "low");
        near(found.1, high, 1e-5, "high");
    };
    is(found(0.9, 0.01, 10, Range::Any), (0.677_186, 1.122_814));
    is(found(0.9, 0.01, 10, Range::Difference), (0.677_186, 1.0));
    is(found(-0.9, 0.01, 10, Range::Difference), (-1.0, -0.677_186));
    is(found(0.5, 0.01, 10, Range::Share), (0.290_857, 0.709_143));
    is(found(0.5, 0.01, 1, Range::Any), (0.5 - 1.270_620, 0.5 + 1.270_620));
    for (estimate, variance, degrees_of_freedom) in [(0.0, 0.01, 10), (1.0, 0.01, 10), (0.5, 0.0, 10), (0.5, 0.01, 0)] {
        assert_eq!(found(estimate, variance, degrees_of_freedom, Range::Share), None, "{estimate} {variance}");
    }
}

#[test]
fn an_interval_that_touches_zero_holds_it() {
    let excludes = |low: f64, high: f64| {
        let (method, degrees_of_freedom, design_effect) = ("linear", 5, None);
        Interval { low, high, level: 95, method, degrees_of_freedom, design_effect }.excludes_zero()
    };
    assert!(excludes(0.1, 0.2) && excludes(-0.2, -0.1));
    assert!(!excludes(0.0, 0.2) && !excludes(-0.2, 0.0) && !excludes(-0.1, 0.1));
}

/// Two outlets whose days are all alike: half of the one's coverage, a quarter of the other's; a third has none.
fn alike() -> Sums {
    let day = |outlet: &str, day: i64, above: i64, below: i64| (outlet.to_owned(), day.to_string(), above, below);
    let days = (1..=5).flat_map(|n| [day("one", n, n, 2 * n), day("two", n, 10, 40), day("three", n, 0, 0)]);
    sums(&days.collect::<Vec<_>>(), |_| None, |_| None)
}

fn weighted(weights: &[(&str, &str)]) -> Weighting {
    let weights = weights.iter().map(|(outlet, weight)| ((*outlet).to_owned(), weight.parse().unwrap())).collect();
    Weighting::Weighted { weights, source: "by hand".into() }
}

#[test]
fn a_mean_of_outlets_is_the_same_in_every_replicate_of_days_that_are_alike() {
    for (weighting, mean) in [
        (Weighting::Mean, 0.375),
        (weighted(&[("one", "3"), ("two", "1"), ("three", "5")]), 0.4375),
        (weighted(&[("one", "0.5"), ("two", "1.5"), ("three", "1")]), 0.3125),
    ] {
        near(ratio().exact(&alike(), &weighting).unwrap().as_f64(), mean, 1e-12, "exact");
        let drawn = replicates(&[ratio()], &alike(), &weighting, (1, 40)).remove(0);
        assert_eq!(drawn.len(), 40);
        drawn.iter().for_each(|value| near(*value, mean, 1e-12, "replicate"));
        near(variance(&ratio(), &alike(), &weighting).unwrap().variance, 0.0, 1e-12, "variance");
    }
}

#[test]
fn the_variance_of_a_mean_of_outlets_is_made_of_theirs() {
    let all = simulated(&mut ChaCha8Rng::seed_from_u64(5));
    let weighting = weighted(&[("one", "1"), ("two", "2"), ("three", "1")]);
    let of_outlet = |stratum: &Stratum| {
        let alone = Sums { strata: vec![stratum.clone()], parts: all.parts.clone() };
        variance(&ratio(), &alone, &Weighting::Pooled).unwrap().variance
    };
    let parts: Vec<f64> = all.strata.iter().map(of_outlet).collect();
    let made = (parts[0] + 4.0 * parts[1] + parts[2]) / 16.0;
    assert_eq!(all.strata[1].outlet, "two");
    near(variance(&ratio(), &all, &weighting).unwrap().variance, made, made * 1e-9, "weighted");
    let made = parts.iter().sum::<f64>() / 9.0;
    near(variance(&ratio(), &all, &Weighting::Mean).unwrap().variance, made, made * 1e-9, "mean");
}

#[test]
fn a_ratio_less_itself_is_nothing_and_less_another_their_difference() {
    let all = simulated(&mut ChaCha8Rng::seed_from_u64(6));
    let itself = Statistic::difference(ratio().ratio, ratio().ratio);
    near(variance(&itself, &all, &Weighting::Pooled).unwrap().variance, 0.0, 1e-12, "variance");
    let whole = Ratio { above: vec![(1, 1)], below: vec![1] };
    let rest = Statistic::difference(whole, ratio().ratio);
    let share = ratio().exact(&all, &Weighting::Pooled).unwrap().as_f64();
    near(rest.exact(&all, &Weighting::Pooled).unwrap().as_f64(), 1.0 - share, 1e-12, "exact");
    let variances = [&rest, &ratio()].map(|statistic| variance(statistic, &all, &Weighting::Pooled).unwrap().variance);
    near(variances[0], variances[1], 1e-12, "the rest varies as the share does");
    let drawn = replicates(&[itself, rest, ratio()], &all, &Weighting::Pooled, (2, 50));
    assert!(drawn[0].iter().all(|value| value.abs() < 1e-12));
    near(drawn[1][0], 1.0 - drawn[2][49], 1e-12, "least of the one, most of the other");
}

/// One outlet with these amounts above the line, of ten each, and so many clusters in all.
fn outlet(above: &[i64], n_clusters: usize) -> Sums {
    let clusters = above.iter().map(|above| Cluster { units: vec![vec![*above, 10]], drawn_from: None }).collect();
    let stratum = Stratum { outlet: String::new(), n_clusters, n_days: n_clusters, drawn_from: None, clusters };
    Sums { parts: vec!["above".to_owned(), "below".to_owned()], strata: vec![stratum] }
}

#[test]
fn values_that_are_the_estimate_count_half_below_it() {
    // Linearised values that mirror each other have no acceleration: without bias these are the percentiles.
    let (sums, pooled) = (outlet(&[1, 3], 2), Weighting::Pooled);
    let of = |values: &[f64], sums: &Sums| bca(values, 95, 0.2, &ratio(), sums, &pooled);
    let values = [0.1, 0.2, 0.2, 0.3];
    let (found, expected) = (of(&values, &sums).unwrap(), percentile(&values, 95).unwrap());
    near(found.0, expected.0, 1e-9, "low");
    near(found.1, expected.1, 1e-9, "high");
    // All on one side, or clusters that say nothing of acceleration.
    assert_eq!(of(&[0.3, 0.4], &sums), None);
    assert_eq!(of(&[0.0, 0.1], &sums), None);
    assert_eq!(of(&values, &outlet(&[2, 2], 2)), None);
}

#[test]
fn a_replicate_without_a_denominator_is_left_out() {
    // Of three monitored days one has coverage: some draws miss it.
    let drawn = replicates(&[ratio()], &outlet(&[4], 3), &Weighting::Pooled, (1, 300)).remove(0);
    assert!((150..280).contains(&drawn.len()), "about 19 of 27: {}", drawn.len());
    assert!(drawn.iter().all(|value| (value - 0.4).abs() < 1e-12));
}

#[test]
fn a_monitored_cluster_without_coverage_is_a_zero_of_the_variance() {
    let listed = |sums: &Sums| {
        let mut all = sums.clone();
        let stratum = &mut all.strata[0];
        while stratum.clusters.len() < stratum.n_clusters {
            stratum.clusters.push(Cluster { units: vec![vec![0, 0]], drawn_from: None });
        }
        all
    };
    let two = Statistic::of(Ratio { above: vec![(0, 1)], below: vec![1] });
    let minus = Statistic::difference(two.ratio.clone(), Ratio { above: vec![(1, 1)], below: vec![1] });
    for sums in [outlet(&[1, 3, 7], 5), outlet(&[2, 9], 3)] {
        for statistic in [&two, &minus] {
            let of = |sums: &Sums| variance(statistic, sums, &Weighting::Pooled).unwrap().variance;
            near(of(&sums), of(&listed(&sums)), 1e-12, "variance");
        }
    }
    let mut both = outlet(&[1, 3, 7], 5);
    both.strata.extend(outlet(&[8, 9], 4).strata);
    both.strata[1].outlet = "two".to_owned();
    let mut all = listed(&both);
    while all.strata[1].clusters.len() < 4 {
        all.strata[1].clusters.push(Cluster { units: vec![vec![0, 0]], drawn_from: None });
    }
    let of = |sums: &Sums| variance(&two, sums, &Weighting::Pooled).unwrap().variance;
    near(of(&both), of(&all), 1e-12, "two outlets");
}

#[test]
fn an_outlet_with_one_cluster_is_taken_around_zero() {
    let mut both = outlet(&[1, 3], 2);
    both.strata.extend(outlet(&[8], 1).strata);
    both.strata[1].outlet = "two".to_owned();
    // 12 of 30: values of -3/30 and -1/30, spread around their mean, and of 4/30 as it is.
    let found = variance(&ratio(), &both, &Weighting::Pooled).unwrap();
    near(found.variance, 2.0 * 2.0 * (1.0_f64 / 30.0).powi(2) + (4.0_f64 / 30.0).powi(2), 1e-12, "variance");
}
