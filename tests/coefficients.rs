//! Coefficients of agreement against what established packages print.
//!
//! Cases of `../shared/conformance` are skipped where that folder is not; the typed ones hold on any machine.

use evenhand::agreement::{
    Kind, Ratings, Scheme, Weighting, alpha, alpha_interval, coefficient, cohen, full_agreement, holsti,
    probability_at_least, weighted_alpha, weights, within,
};
use evenhand::study::Level;
use serde_json::Value;

use crate::support::shared;

fn cases(file: &str) -> Option<(Value, Vec<Value>)> {
    let text = std::fs::read_to_string(shared("conformance")?.join(file)).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file["cases"].as_array().unwrap().clone();
    Some((file, cases))
}

fn text(code: &Value) -> Option<String> {
    match code {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        number => Some(number.to_string()),
    }
}

/// Coders by units, turned.
fn ratings(data: &Value, order: Option<&[String]>) -> Ratings {
    let coders = data.as_array().unwrap();
    let n_units = coders[0].as_array().unwrap().len();
    let units: Vec<Vec<Option<String>>> =
        (0..n_units).map(|unit| coders.iter().map(|coder| text(&coder[unit])).collect()).collect();
    Ratings::of_texts(&units, order)
}

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance, "{what}: {found} is not {expected}");
}

fn level(word: &str) -> Level {
    Level::WORDS.iter().find(|(known, _)| *known == word).unwrap().1
}

fn weighting(word: &str) -> Weighting {
    match word {
        "identity" => Weighting::Identity,
        "linear" => Weighting::Linear,
        "quadratic" => Weighting::Quadratic,
        "ordinal" => Weighting::Ordinal,
        "radical" => Weighting::Radical,
        "ratio" => Weighting::Ratio,
        "circular" => Weighting::Circular,
        "bipolar" => Weighting::Bipolar,
        other => panic!("{other}"),
    }
}

#[test]
fn krippendorffs_alpha_is_that_of_three_packages() {
    let Some((_, cases)) = cases("01_krippendorff_alpha.json") else { return };
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let (expected, tolerance) = (&case["expected"], case["tolerance"].as_f64().unwrap());
        let ratings = if case["layout"] == "triples coder,unit,value" {
            let rows = case["data"].as_array().unwrap();
            let names = |place: usize| {
                let all: std::collections::BTreeSet<&str> =
                    rows.iter().map(|row| row[place].as_str().unwrap()).collect();
                all.into_iter().collect::<Vec<_>>()
            };
            let (coders, units) = (names(0), names(1));
            let code = |unit: &str, coder: &str| {
                rows.iter().find(|row| row[0] == coder && row[1] == unit).and_then(|row| text(&row[2]))
            };
            let units: Vec<Vec<_>> =
                units.iter().map(|unit| coders.iter().map(|coder| code(unit, coder)).collect()).collect();
            Ratings::of_texts(&units, None)
        } else if case["measure"] == "krippendorff_alpha_parts" {
            parts(&case);
            continue;
        } else {
            let order: Option<Vec<String>> =
                case["domain"].as_array().map(|words| words.iter().map(|word| text(word).unwrap()).collect());
            ratings(&case["data"], order.as_deref())
        };
        let found = alpha(&ratings, level(case["level"].as_str().unwrap())).unwrap();
        near(found.value, expected.as_f64().unwrap(), tolerance, id);
        near(found.value, case["recomputed"].as_f64().unwrap(), 1e-9, id);
    }
}

/// Expected disagreements of the canonical example: upper triangles of the sums that are printed.
fn parts(case: &Value) {
    let rows = case["data"].as_array().unwrap();
    let n_units = rows[0].as_array().unwrap().len();
    let count = |unit: usize, row: &Value| u32::try_from(row[unit].as_u64().unwrap()).unwrap();
    let counts: Vec<Vec<u32>> = (0..n_units).map(|unit| rows.iter().map(|row| count(unit, row)).collect()).collect();
    let ratings = Ratings::of_counts(&counts);
    for (level, name) in [(Level::Nominal, "nominal"), (Level::Interval, "interval")] {
        let found = alpha(&ratings, level).unwrap();
        let n = found.n_codes as f64;
        let expected = case["expected"][format!("expected_disagreement_sum_{name}")].as_f64().unwrap();
        near(found.expected * n * (n - 1.0) / 2.0, expected, 0.0005, name);
    }
}

#[test]
fn where_packages_disagree_the_choice_is_ours() {
    // Ten units that three people code alike with one category: nothing to disagree on, so undefined, not 0 and not 1.
    let one = Ratings::of_texts(&vec![vec![Some("1".to_owned()); 3]; 10], None);
    assert_eq!(alpha(&one, Level::Nominal), None);
    assert_eq!(coefficient(Kind::Fleiss, &one, &weights(Weighting::Identity, &one.values)), None);
    assert_eq!(cohen(&one.pair(0, 1), &weights(Weighting::Identity, &one.values)), None);
    assert_eq!((full_agreement(&one), holsti(&one)), (Some(1.0), Some(1.0)));
    // Brennan and Prediger's for three coders: pairs, as Gwet has it, and not von Eye's units.
    let codes = [[1, 2, 4, 1, 2, 1, 1, 1, 2], [1, 2, 3, 1, 2, 1, 1, 2, 2], [1, 2, 3, 1, 2, 2, 1, 1, 2]];
    let units: Vec<Vec<Option<String>>> =
        (0..9).map(|unit| codes.iter().map(|coder| Some(coder[unit].to_string())).collect()).collect();
    let three = Ratings::of_texts(&units, None);
    let found = coefficient(Kind::BrennanPrediger, &three, &weights(Weighting::Identity, &three.values)).unwrap();
    near(found.value, 0.703_703_703_7, 1e-9, "Brennan-Prediger");
}

fn check_gwet(id: &str, found: evenhand::agreement::Coefficient, case: &Value) {
    let (expected, tolerance) = (&case["expected"], case["tolerance"].as_f64().unwrap());
    let pairs = [
        ("coefficient_value", found.value),
        ("pa", found.observed),
        ("pe", found.expected),
        ("se", found.standard_error),
    ];
    for (part, found) in pairs {
        if let Some(expected) = expected[part].as_f64() {
            near(found, expected, tolerance, &format!("{id} {part}"));
        }
        // The recomputed errors of the same formulas are exact.
        if let Some(recomputed) = case["recomputed"][part].as_f64().filter(|_| part != "se") {
            near(found, recomputed, 1e-9, &format!("{id} {part}"));
        }
    }
}

#[test]
fn coefficients_of_raw_ratings_are_those_of_irrcac() {
    for file in ["03_gwet_raw_ratings.json", "04_gwet_high_precision.json"] {
        let Some((all, cases)) = cases(file) else { return };
        for case in cases {
            let id = case["id"].as_str().unwrap();
            let dataset = case["dataset"].as_str().unwrap();
            let ratings = if let Some(counts) = case["data"].as_object() {
                let categories: Vec<&Value> = counts.values().collect();
                let n_units = categories[0].as_array().unwrap().len();
                let count = |row: &Value, unit: usize| u32::try_from(row[unit].as_u64().unwrap()).unwrap();
                let unit = |unit: usize| categories.iter().map(|row| count(row, unit)).collect();
                Ratings::of_counts(&(0..n_units).map(unit).collect::<Vec<Vec<u32>>>())
            } else {
                ratings(&all["datasets"][dataset], None)
            };
            let weights = weights(weighting(case["weights"].as_str().unwrap_or("identity")), &ratings.values);
            let kind = match case["measure"].as_str().unwrap() {
                "percent_agreement" => Kind::Percent,
                "gwet" | "gwet_ac1" => Kind::Gwet,
                "fleiss" => Kind::Fleiss,
                "conger" => Kind::Conger,
                "brennan_prediger" | "bp" => Kind::BrennanPrediger,
                "krippendorff_alpha_nominal" | "krippendorff" => {
                    let found = weighted_alpha(&ratings, &weights).unwrap();
                    if case["weights"].as_str().is_none_or(|word| word == "identity") {
                        near(found.value, alpha(&ratings, Level::Nominal).unwrap().value, 1e-12, id);
                    }
                    let mut case = case.clone();
                    if id == "R-README-dist6-alpha" {
                        // For counts without coders that package has another error than for ratings.
                        case["expected"]["se"] = Value::Null;
                    }
                    check_gwet(id, found, &case);
                    continue;
                }
                other => panic!("{other}"),
            };
            check_gwet(id, coefficient(kind, &ratings, &weights).unwrap(), &case);
        }
    }
}

/// A contingency table as pairs of codes.
fn pairs(table: &Value) -> Ratings {
    let mut units = Vec::new();
    for (a, row) in table.as_array().unwrap().iter().enumerate() {
        for (b, n) in row.as_array().unwrap().iter().enumerate() {
            let n = usize::try_from(n.as_u64().unwrap()).unwrap();
            units.extend(std::iter::repeat_n(vec![Some(a), Some(b)], n));
        }
    }
    let n_categories = u32::try_from(table.as_array().unwrap().len()).unwrap();
    Ratings::new(2, (1..=n_categories).map(f64::from).collect(), units)
}

#[test]
fn coefficients_of_two_coders_are_those_of_irrcac() {
    let Some((file, cases)) = cases("05_two_coder_tables_kappa_pi_ac.json") else { return };
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let ratings = pairs(&file["datasets"][case["dataset"].as_str().unwrap()]);
        let weights = weights(weighting(case["weights"].as_str().unwrap_or("identity")), &ratings.values);
        let found = match case["measure"].as_str().unwrap() {
            "cohen" => cohen(&ratings, &weights),
            "scott" => coefficient(Kind::Fleiss, &ratings, &weights),
            "gwet" => coefficient(Kind::Gwet, &ratings, &weights),
            "bp" | "brennan_prediger" => coefficient(Kind::BrennanPrediger, &ratings, &weights),
            "pa" | "percent_agreement" => coefficient(Kind::Percent, &ratings, &weights),
            "krippendorff" => weighted_alpha(&ratings, &weights),
            other => panic!("{other}"),
        };
        // These tables have errors with 1 / n in place of 1 / (n - 1).
        let mut found = found.unwrap();
        let n = found.n_units as f64;
        found.standard_error *= if case["measure"] == "cohen" { 1.0 } else { ((n - 1.0) / n).sqrt() };
        check_gwet(id, found, &case);
    }
}

#[test]
fn kappas_are_those_of_sas_and_r() {
    let Some((_, cases)) = cases("06_fleiss_cohen_statsmodels_SAS_irr.json") else { return };
    for case in cases {
        let (id, tolerance) = (case["id"].as_str().unwrap(), case["tolerance"].as_f64().unwrap());
        match case["layout"].as_str().unwrap() {
            "subjects x categories counts" => {
                let rows = case["data"].as_array().unwrap().iter();
                let counts: Vec<Vec<u32>> = rows
                    .map(|row| {
                        row.as_array().unwrap().iter().map(|n| u32::try_from(n.as_u64().unwrap()).unwrap()).collect()
                    })
                    .collect();
                let ratings = Ratings::of_counts(&counts);
                let found =
                    coefficient(Kind::Fleiss, &ratings, &weights(Weighting::Identity, &ratings.values)).unwrap();
                near(found.value, case["expected"].as_f64().unwrap(), tolerance, id);
            }
            "subjects x raters" => {
                let units: Vec<Vec<Option<String>>> = case["data"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|row| row.as_array().unwrap().iter().map(text).collect())
                    .collect();
                let ratings = Ratings::of_texts(&units, None);
                let found =
                    coefficient(Kind::Fleiss, &ratings, &weights(Weighting::Identity, &ratings.values)).unwrap();
                near(found.value, case["expected"].as_f64().unwrap(), tolerance, id);
            }
            "contingency" => {
                let ratings = pairs(&case["data"]);
                let kind = if id.contains("weighted") { Weighting::Linear } else { Weighting::Identity };
                let found = cohen(&ratings, &weights(kind, &ratings.values)).unwrap();
                let expected = &case["expected"];
                near(found.value, expected["kappa"].as_f64().unwrap(), tolerance, id);
                near(found.standard_error, expected["ase"].as_f64().unwrap(), tolerance, id);
                // SAS has the normal quantile.
                near(found.value - 1.959_964 * found.standard_error, expected["lo"].as_f64().unwrap(), 2e-4, id);
            }
            _ => {
                let of = |rater: &str| case[rater].as_array().unwrap().clone();
                let units: Vec<Vec<Option<String>>> =
                    of("rater2").iter().zip(of("rater3")).map(|(a, b)| vec![text(a), text(&b)]).collect();
                // R drops the code that nobody used, so that its weights are those of ranks.
                let mut ratings = Ratings::of_texts(&units, None);
                ratings.values = (1_u32..).take(ratings.values.len()).map(f64::from).collect();
                let weights = weights(weighting(case["weights"].as_str().unwrap()), &ratings.values);
                let found = cohen(&ratings, &weights).unwrap();
                near(found.value, case["expected"].as_f64().unwrap(), tolerance, id);
            }
        }
    }
}

#[test]
fn percentages_of_agreement_are_those_of_tidycomm() {
    let Some((_, cases)) = cases("07_percent_agreement_holsti_tidycomm.json") else { return };
    for case in cases {
        let id = case["id"].as_str().unwrap();
        if id == "tolerance-equal" {
            let one = Ratings::of_texts(&[vec![Some("0.9"), Some("1"), Some("1.1")]], None);
            assert_eq!((within(&one, 0.1), within(&one, 0.2)), (Some(0.0), Some(1.0)));
            continue;
        }
        let ratings = ratings(&case["data"], None);
        let identity = weights(Weighting::Identity, &ratings.values);
        let found = match case["measure"].as_str().unwrap() {
            "percent_agreement_all_coders" => full_agreement(&ratings).unwrap(),
            "holsti_mean_pairwise" => holsti(&ratings).unwrap(),
            "cohen_kappa" => cohen(&ratings, &identity).unwrap().value,
            "fleiss_kappa" => coefficient(Kind::Fleiss, &ratings, &identity).unwrap().value,
            "brennan_prediger" => coefficient(Kind::BrennanPrediger, &ratings, &identity).unwrap().value,
            // Another convention: see `where_packages_disagree_the_choice_is_ours`.
            "brennan_prediger_von_eye" => continue,
            other => panic!("{other}"),
        };
        near(found, case["expected"].as_f64().unwrap(), case["tolerance"].as_f64().unwrap(), id);
    }
}

#[test]
fn probabilities_of_marks_are_those_of_irrcac() {
    let Some((_, cases)) = cases("16_benchmark_scale_probabilities.json") else { return };
    for case in cases {
        let (estimate, error) = (case["coefficient"].as_f64().unwrap(), case["se"].as_f64().unwrap());
        let scale = case["scale"].as_str().unwrap();
        let marks = scale.split('[').skip(1).map(|band| band.split(',').next().unwrap());
        let marks: Vec<f64> = marks.map(|mark| mark.replace("-.", "-0.").parse().unwrap()).collect();
        for (mark, expected) in marks.into_iter().zip(case["expected"].as_array().unwrap()) {
            near(probability_at_least(mark, estimate, error), expected.as_f64().unwrap(), 5e-6, scale);
        }
    }
}

/// Krippendorff's example of 2011: four coders, twelve units.
fn canonical() -> Ratings {
    let data = serde_json::json!([
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]
    ]);
    ratings(&data, None)
}

#[test]
fn alpha_of_the_canonical_example_is_what_the_book_prints() {
    for (level, expected) in
        [(Level::Nominal, 0.743), (Level::Ordinal, 0.815), (Level::Interval, 0.849), (Level::Ratio, 0.797)]
    {
        near(alpha(&canonical(), level).unwrap().value, expected, 0.0006, level.word());
    }
}

#[test]
fn an_interval_of_alpha_holds_it_and_comes_out_the_same_again() {
    let scheme = Scheme { n_replicates: 500, seed: 3, level: 95 };
    let (low, high) = alpha_interval(&canonical(), Level::Nominal, scheme).unwrap();
    assert!(low < 0.743 && 0.743 < high && low > 0.2);
    assert_eq!(alpha_interval(&canonical(), Level::Nominal, scheme), Some((low, high)));
    // Many units of few patterns are drawn by pattern: a hundred times the units, a tenth of the width.
    let many = Ratings { times: vec![100.0; canonical().units.len()], ..canonical() };
    let (a, b) = alpha_interval(&many, Level::Nominal, scheme).unwrap();
    assert!((b - a) < (high - low) / 6.0 && a < 0.743 && 0.743 < b);
}

#[test]
fn units_coded_alike_may_be_put_together() {
    let one = canonical();
    let many = Ratings::new(one.n_coders, one.values.clone(), vec![one.units.clone(); 7].concat());
    let alike = many.alike();
    assert_eq!((alike.units.len(), alike.n_units()), (10, 84.0));
    for (all, few) in [
        (many.clone(), alike.clone()),
        (many.against_rest(1), alike.against_rest(1).alike()),
        (many.pair(0, 2), alike.pair(0, 2).alike()),
    ] {
        for how in [Weighting::Identity, Weighting::Quadratic] {
            let weighted = weights(how, &all.values);
            for kind in [Kind::Percent, Kind::BrennanPrediger, Kind::Gwet, Kind::Fleiss, Kind::Conger] {
                let (a, b) = (coefficient(kind, &all, &weighted).unwrap(), coefficient(kind, &few, &weighted).unwrap());
                near(a.value, b.value, 1e-12, "value");
                near(a.standard_error, b.standard_error, 1e-12, "standard error");
                assert_eq!(a.n_units, b.n_units);
            }
            let (a, b) = (weighted_alpha(&all, &weighted).unwrap(), weighted_alpha(&few, &weighted).unwrap());
            near(a.standard_error, b.standard_error, 1e-12, "standard error of alpha");
        }
        let (a, b) = (alpha(&all, Level::Interval).unwrap(), alpha(&few, Level::Interval).unwrap());
        near(a.value, b.value, 1e-12, "alpha");
        near(full_agreement(&all).unwrap(), full_agreement(&few).unwrap(), 1e-12, "full agreement");
        near(holsti(&all).unwrap(), holsti(&few).unwrap(), 1e-12, "Holsti");
    }
    let (a, b) = (many.pair(0, 1), alike.pair(0, 1).alike());
    let identity = weights(Weighting::Identity, &a.values);
    near(cohen(&a, &identity).unwrap().standard_error, cohen(&b, &identity).unwrap().standard_error, 1e-12, "Cohen");
}
