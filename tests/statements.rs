//! Statements of periods and dayparts: those that share days or hours are refused, and never added.

use evenhand::measure::{Condition, Dimension, Failure, MeasureRequest, share};
use evenhand::study::{Study, load};
use evenhand::tally::{Tally, key};

use crate::support::{CODEBOOK, STUDY, SmallStudy, sum_row};

/// Three periods, of which the first two share a day, and three dayparts, of which two share an hour.
fn study() -> Study {
    let period = |id: &str, from: u32, to: u32| {
        format!("[[period]]\nid = \"{id}\"\nfrom = 2020-03-{from:02}\nto = 2020-03-{to:02}\n\n")
    };
    let daypart = |id: &str, from: u32, to: u32| {
        format!("[[daypart]]\nid = \"{id}\"\nname = \"{id}\"\nfrom = \"{from:02}:00\"\nto = \"{to:02}:00\"\n\n")
    };
    let periods = [period("first", 1, 2), period("second", 2, 3), period("third", 3, 3)].concat();
    let dayparts = [daypart("morning", 6, 12), daypart("noon", 11, 14), daypart("evening", 18, 24)].concat();
    let folder = SmallStudy::new()
        .with("study.toml", format!("{STUDY}\n{periods}"))
        .with("codebook.toml", format!("{CODEBOOK}\n{dayparts}"));
    load(folder.path()).unwrap().product.unwrap()
}

/// Sums of a minute each, of a time and a daypart.
fn tally(rows: &[(&'static str, &str, &str)]) -> Tally {
    let sum = |(time, when, daypart): &(&'static str, &str, &str)| {
        let values = [
            (key::QUANTITY, "airtime"),
            (key::OUTLET, "one"),
            (key::GENRE, "news"),
            (key::ACTOR, "reds"),
            (time, when),
            (key::DAYPART, daypart),
        ];
        sum_row(60_000, &values)
    };
    Tally::of_sums(&rows.iter().map(sum).collect::<Vec<_>>())
}

/// Why it is refused, or how many shares there are.
fn measured(rows: &[(&'static str, &str, &str)], by: &[Dimension], only: Option<Condition>) -> Result<usize, String> {
    let study = study();
    let mut request = MeasureRequest::new(study.pool("editorial").unwrap(), by);
    request.conditions.extend(only);
    match share(&tally(rows), &study, &request) {
        Ok(table) => Ok(table.rows.iter().filter(|row| row.actor == "reds").count()),
        Err(Failure::OverlappingPeriods(a, b)) => Err(format!("periods {a} {b}")),
        Err(Failure::OverlappingDayparts(a, b)) => Err(format!("dayparts {a} {b}")),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn statements_of_periods_that_share_days_are_never_added() {
    let rows = [(key::PERIOD, "first", ""), (key::PERIOD, "second", ""), (key::PERIOD, "third", "")];
    let refused = |a: &str, b: &str| Err(format!("periods {a} {b}"));
    assert_eq!(measured(&rows, &[], None), refused("first", "second"));
    assert_eq!(measured(&rows, &[Dimension::Outlet], None), refused("first", "second"));
    assert_eq!(measured(&rows[1..], &[], None), refused("second", "third"));
    assert_eq!(measured(&[rows[0], rows[2]], &[], None), Ok(1));
    assert_eq!(measured(&rows, &[Dimension::Period], None), Ok(3));
    assert_eq!(measured(&rows, &[], Some(Condition::is(Dimension::Period, "second"))), Ok(1));
}

#[test]
fn statements_of_dayparts_that_share_hours_are_never_added() {
    let rows = ["morning", "noon", "evening"].map(|daypart| (key::PERIOD, "first", daypart));
    assert_eq!(measured(&rows, &[], None), Err("dayparts morning noon".to_owned()));
    assert_eq!(measured(&[rows[0], rows[2]], &[], None), Ok(1));
    assert_eq!(measured(&rows, &[Dimension::Daypart], None), Ok(3));
    assert_eq!(measured(&rows, &[], Some(Condition::is(Dimension::Daypart, "noon"))), Ok(1));
    // Rows of a day were on air once, whatever a codebook calls the hour.
    assert_eq!(measured(&rows.map(|(_, _, daypart)| (key::DATE, "2020-03-01", daypart)), &[], None), Ok(1));
}
