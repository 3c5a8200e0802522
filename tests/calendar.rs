//! What was to be recorded and what was lost: by outlet, and in the place that a figure speaks of.

use chrono::NaiveDate;
use evenhand::measure::{
    Completeness, Dimension, Figure, LedgerRow, MeasureRequest, completeness, ledger, share, trend,
};
use evenhand::study::{Study, load};

use crate::support::{STUDY, SmallStudy};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 3, day).unwrap()
}

/// The small study over ten days, with more of its calendar.
fn study(more: &str) -> Study {
    let text = format!("{}\n{more}\n", STUDY.replace("2020-03-03", "2020-03-10"));
    let folder = SmallStudy::new().with("study.toml", text);
    load(folder.path()).unwrap().product.unwrap()
}

/// Evenings on both channels, on one of them for four days; a day of each was lost, and half an evening of the other.
const EVENINGS: &str = "[[monitored]]\nfrom = \"18:00\"\nto = \"24:00\"\nlast = 2020-03-04\noutlets = [\"one\"]\n\n[[monitored]]\n\
                        from = \"18:00\"\nto = \"24:00\"\noutlets = [\"two\"]\n\n[[period]]\nid = \"end\"\nfrom = 2020-03-08\n\
                        to = 2020-03-09\n";
const LOSSES: &str = "[[not_recorded]]\noutlet = \"two\"\ndate = 2020-03-01\nreason = \"no tape\"\n\n[[not_recorded]]\n\
                      outlet = \"one\"\ndate = 2020-03-02\nreason = \"power cut\"\n\n[[not_recorded]]\noutlet = \"two\"\n\
                      date = 2020-03-09\nfrom = \"18:00\"\nto = \"21:00\"\nreason = \"tape full\"\n";

#[test]
fn the_ledger_has_the_days_and_losses_of_each_outlet_in_the_window() {
    let study = study(&format!("{EVENINGS}\n{LOSSES}"));
    let rows = |from: u32, to: u32| {
        let said = |row: LedgerRow| {
            let losses: Vec<NaiveDate> = row.losses.iter().map(|(day, _)| *day).collect();
            (row.outlet, row.n_planned, row.n_lost, losses)
        };
        ledger(&study.of_days((day(from), day(to)))).into_iter().map(said).collect::<Vec<_>>()
    };
    let of = |outlet: &str, n_planned: usize, n_lost: usize, losses: &[u32]| {
        (outlet.to_owned(), n_planned, n_lost, losses.iter().map(|loss| day(*loss)).collect::<Vec<_>>())
    };
    let paper = of("gazette", 0, 0, &[]);
    assert_eq!(rows(1, 10), [of("one", 4, 1, &[2]), of("two", 10, 1, &[1, 9]), paper.clone()]);
    assert_eq!(rows(2, 8), [of("one", 3, 1, &[2]), of("two", 7, 0, &[]), paper.clone()]);
    assert_eq!(rows(1, 1), [of("one", 1, 0, &[]), of("two", 1, 1, &[1]), paper.clone()]);
    assert_eq!(rows(3, 9), [of("one", 2, 0, &[]), of("two", 7, 0, &[9]), paper]);
}

#[test]
fn planned_hours_or_lost_ones_make_a_calendar() {
    assert_eq!(ledger(&study("")), []);
    let planned = |more: &str| ledger(&study(more)).iter().map(|row| row.n_planned).collect::<Vec<_>>();
    assert_eq!(planned(EVENINGS), [4, 10, 0]);
    // Where no hours are planned, all are.
    assert_eq!(planned(LOSSES), [10, 10, 10]);
}

#[test]
fn hours_are_those_of_the_place_that_a_figure_speaks_of() {
    let study = study(&format!("{EVENINGS}\n{LOSSES}"));
    let mut pool = study.pool("editorial").unwrap().clone();
    let hours = |pool: &_, by: &[Dimension], group: &[&str]| {
        let group: Vec<String> = group.iter().map(|value| (*value).to_owned()).collect();
        let Completeness { planned, lost } = completeness(&study, pool, by, &group, &[]).unwrap();
        (planned / 3_600_000, lost / 3_600_000)
    };
    assert_eq!(hours(&pool, &[], &[]), (84, 15));
    for (dimension, value, expected) in [
        (Dimension::Medium, "television", (84, 15)),
        (Dimension::Medium, "print", (0, 0)),
        (Dimension::Ownership, "state", (24, 6)),
        (Dimension::Outlet, "two", (60, 9)),
        (Dimension::Day, "2020-03-02", (12, 6)),
        (Dimension::Week, "2020-W10", (60, 6)),
        (Dimension::Period, "end", (12, 3)),
    ] {
        assert_eq!(hours(&pool, &[dimension], &[value]), expected, "{value}");
    }
    pool.days = Some((day(2), day(4)));
    assert_eq!(hours(&pool, &[], &[]), (36, 6));
    assert_eq!(hours(&pool, &[Dimension::Outlet, Dimension::Week], &["two", "2020-W10"]), (18, 0));
}

/// The width, on the logit scale, of the interval of the Reds on Channel One, from these lines of the sheet.
fn width(lines: &str, edit: impl Fn(String) -> String) -> f64 {
    let head = "date,channel,item,actor,capacity,genre,show,seconds,tone,pass\n";
    let declared = STUDY.replace("voice = \"voice\"", "programme = \"show\"").replace("2020-03-03", "2020-03-10");
    let folder =
        SmallStudy::new().with("study.toml", edit(declared)).with("data/television.csv", format!("{head}{lines}"));
    let study = load(folder.path()).unwrap().product.unwrap();
    let checked = evenhand::run(&study);
    assert!(!checked.has_errors(), "{:#?}", checked.findings);
    let request = MeasureRequest::new(study.pool("editorial").unwrap(), &[Dimension::Outlet]);
    let table = share(&checked.product.0, &study, &request).unwrap();
    let (low, high) = table.rows[0].estimate.limits().unwrap();
    // The sums of all days put together one by one vary as those taken at once.
    let request = MeasureRequest::new(study.pool("editorial").unwrap(), &[Dimension::Outlet, Dimension::Day]);
    let days = trend(&checked.product.0, &study, &request).unwrap().figures;
    let is_of_reds = |day: &&Figure| day.measure == "cumulative" && day.quantity == "airtime" && day.actor == "reds";
    let last = days.iter().rfind(is_of_reds).unwrap();
    let limits = last.estimate.limits().unwrap();
    assert!((limits.0 - low).abs() < 1e-9 && (limits.1 - high).abs() < 1e-9, "{limits:?}, {low} to {high}");
    let logit = |share: f64| (share / (1.0 - share)).ln();
    logit(high) - logit(low)
}

/// A line for each party: of 90 seconds the Reds have so many.
fn lines(day: u32, show: &str, seconds: u32) -> String {
    let line = |(actor, seconds): (&str, u32)| {
        format!("2020-03-{day:02},Channel One,{show}{day},{actor},,news,{show},{seconds},0,1\n")
    };
    [("Reds", seconds), ("Blues", 90 - seconds)].map(line).concat()
}

#[test]
fn programmes_of_days_that_were_drawn_are_corrected_by_the_days() {
    let of_day = |day| lines(day, "Morning", 20 + 7 * day % 11) + &lines(day, "Evening", 40 + 5 * day % 13);
    let sheet: String = (1..=10).map(of_day).collect();
    let width = |drawn_from: &str| {
        width(&sheet, |study| format!("{study}\n[uncertainty]\ncluster = \"programme\"\n{drawn_from}\n"))
    };
    // Ten of forty days, twenty programmes: three quarters of the variance are left.
    let part = width("drawn_from = 40") / width("");
    assert!((part - 0.75_f64.sqrt()).abs() < 1e-9, "{part}");
}

#[test]
fn a_day_that_was_recorded_without_coverage_is_a_zero_of_the_variance() {
    let sheet: String = (1..=8).map(|day| lines(day, "Evening", 20 + 7 * day % 11)).collect();
    let width = |calendar: &str| width(&sheet, |study| format!("{study}\n{calendar}\n"));
    let evenings = "[[monitored]]\nfrom = \"18:00\"\nto = \"24:00\"\n";
    let lost = "[[not_recorded]]\noutlet = \"one\"\ndate = 2020-03-10\nreason = \"no tape\"\n";
    // The sum of n deviations, of which those of days without coverage are zero, times n / (n - 1).
    let spread = |n: f64| (n / (n - 1.0)).sqrt();
    for (calendar, n_days) in
        [(evenings.to_owned(), 10.0), (format!("{evenings}\n{lost}"), 9.0), (lost.to_owned(), 9.0)]
    {
        let part = width(&calendar) / width("");
        assert!((part - spread(n_days) / spread(8.0)).abs() < 1e-9, "{calendar}: {part}");
    }
}
