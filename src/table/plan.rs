//! Tables of a sampling plan.

use chrono::Datelike as _;

use super::agreement::media;
use super::figures::harmless;
use super::phrases::{DASH, actor_line, percent_number};
use super::{Alignment, Table};
use crate::measure::{Dimension, DoubleCoding, Needed, PlannedDay};
use crate::study::Study;
use crate::wording::say;

/// The days to monitor.
pub fn days_table(study: &Study, days: &[PlannedDay]) -> Table {
    use Alignment::{Left, Right};
    let rows = days.iter().map(|planned| {
        vec![
            Dimension::Outlet.label(&planned.outlet, study),
            planned.day.to_string(),
            say!(study, &format!("weekday-{}", planned.day.weekday().number_from_monday())),
            planned.week.to_string(),
            planned.bulletins.join("; "),
        ]
    });
    Table {
        caption: say!(study, "plan-days-caption"),
        columns: vec![
            (say!(study, "dimension-outlet"), Left),
            (say!(study, "dimension-day"), Left),
            (say!(study, "column-weekday"), Left),
            (say!(study, "dimension-week"), Right),
            (say!(study, "column-bulletins"), Left),
        ],
        rows: rows.collect(),
        note: Some(say!(study, "plan-days-drawn", seed = study.plan.seed.to_string())),
    }
}

/// The outlet-days that shares need.
pub fn needed_table(study: &Study, needed: &[Needed]) -> Table {
    use Alignment::{Left, Right};
    let wanted = format!("{}.{}", study.plan.within_tenths / 10, study.plan.within_tenths % 10);
    let wanted = study.wording.number(&wanted);
    let rows = needed.iter().map(|needed| {
        let estimate = &needed.row.estimate;
        let effect = estimate.interval.and_then(|interval| interval.design_effect);
        let effect = effect.map(|effect| study.wording.number(&format!("{effect:.2}")));
        vec![
            media(study, &needed.row.group),
            actor_line(study, &needed.row.actor),
            estimate.percent.map(|percent| percent_number(study, percent)).unwrap_or_default(),
            estimate.base.n_clusters.to_string(),
            study.wording.number(&format!("{:.1}", needed.reach)),
            effect.unwrap_or_else(|| DASH.to_owned()),
            needed.n_outlet_days.to_string(),
            needed.n_days.to_string(),
        ]
    });
    Table {
        caption: say!(study, "plan-size-caption", points = &wanted),
        columns: vec![
            (say!(study, "dimension-medium"), Left),
            (say!(study, "dimension-actor"), Left),
            (say!(study, "column-percent"), Right),
            (say!(study, "column-outlet-days-now"), Right),
            (say!(study, "column-points-now"), Right),
            (say!(study, "column-design-effect"), Right),
            (say!(study, "column-outlet-days-for", points = &wanted), Right),
            (say!(study, "column-days-of-each-outlet"), Right),
        ],
        rows: rows.collect(),
        note: Some(say!(study, "plan-size-note")),
    }
}

/// The items to code twice.
pub fn double_table(study: &Study, items: &[DoubleCoding]) -> Table {
    use Alignment::Left;
    let rows = items.iter().map(|double| {
        vec![
            Dimension::Outlet.label(&double.item.outlet, study),
            double.day.map(|day| day.to_string()).unwrap_or_default(),
            double.item.item.clone(),
            double.item.coder.clone(),
            double.second.clone(),
            format!("{}:{}", double.item.place.0, double.item.place.1),
        ]
    });
    Table {
        caption: say!(study, "plan-double-caption", percent = study.plan.double),
        columns: vec![
            (say!(study, "dimension-outlet"), Left),
            (say!(study, "dimension-day"), Left),
            (say!(study, "column-item"), Left),
            (say!(study, "column-coded-by"), Left),
            (say!(study, "column-to-be-coded-by"), Left),
            (say!(study, "column-place"), Left),
        ],
        rows: rows.collect(),
        note: Some(say!(study, "plan-double-drawn", seed = study.plan.seed.to_string())),
    }
}

/// A table as CSV. Machines read English: it is made of the study in English.
pub fn table_csv(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    writer.write_record(&heading).expect("invariant: writing to memory cannot fail");
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| harmless(cell)).collect();
        writer.write_record(&cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}
