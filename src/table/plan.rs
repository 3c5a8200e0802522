//! Tables of a sampling plan.

use super::figures::harmless;
use super::phrases::actor_line;
use super::{Alignment, Table};
use crate::measure::{Dimension, DoubleCoding, Needed, PlannedDay};
use crate::study::Study;

fn columns(names: &[(&str, Alignment)]) -> Vec<(String, Alignment)> {
    names.iter().map(|(name, alignment)| ((*name).to_owned(), *alignment)).collect()
}

/// The days to monitor.
pub fn days_table(study: &Study, days: &[PlannedDay]) -> Table {
    use Alignment::{Left, Right};
    let rows = days.iter().map(|planned| {
        vec![
            Dimension::Outlet.label(&planned.outlet, study).to_owned(),
            planned.day.to_string(),
            planned.day.format("%A").to_string(),
            planned.week.to_string(),
            planned.bulletins.join("; "),
        ]
    });
    Table {
        caption: "Days to monitor, in constructed weeks".to_owned(),
        columns: columns(&[("outlet", Left), ("day", Left), ("weekday", Left), ("week", Right), ("bulletins", Left)]),
        rows: rows.collect(),
        note: Some(format!(
            "Drawn at random with seed {}: of each weekday as many as weeks. Say `drawn_from` in `[uncertainty]` when you measure.",
            study.plan.seed
        )),
    }
}

/// The outlet-days that shares need.
pub fn needed_table(study: &Study, needed: &[Needed]) -> Table {
    use Alignment::{Left, Right};
    let wanted = format!("{}.{}", study.plan.within_tenths / 10, study.plan.within_tenths % 10);
    let rows = needed.iter().map(|needed| {
        let estimate = &needed.row.estimate;
        let effect = estimate.interval.and_then(|interval| interval.design_effect);
        vec![
            needed.row.group.join(", "),
            actor_line(study, &needed.row.actor),
            estimate.percent.map(|percent| percent.to_string()).unwrap_or_default(),
            estimate.base.n_clusters.to_string(),
            format!("{:.1}", needed.reach),
            effect.map_or_else(|| "–".to_owned(), |effect| format!("{effect:.2}")),
            needed.n_outlet_days.to_string(),
            needed.n_days.to_string(),
        ]
    });
    let for_wanted = format!("outlet-days for ±{wanted}");
    Table {
        caption: format!("Outlet-days needed for ±{wanted} points"),
        columns: columns(&[
            ("medium", Left),
            ("actor", Left),
            ("%", Right),
            ("outlet-days now", Right),
            ("± points now", Right),
            ("design effect", Right),
            (&for_wanted, Right),
            ("days of each outlet", Right),
        ]),
        rows: rows.collect(),
        note: Some(
            "From how much these shares varied from day to day so far. The design effect sets days against bulletins drawn one \
             by one: below 1, the bulletins of a day balance each other. More outlets than these would vary in their own way."
                .to_owned(),
        ),
    }
}

/// The items to code twice.
pub fn double_table(study: &Study, items: &[DoubleCoding]) -> Table {
    use Alignment::Left;
    let rows = items.iter().map(|double| {
        vec![
            Dimension::Outlet.label(&double.item.outlet, study).to_owned(),
            double.day.map(|day| day.to_string()).unwrap_or_default(),
            double.item.item.clone(),
            double.item.coder.clone(),
            double.second.clone(),
            format!("{}:{}", double.item.place.0, double.item.place.1),
        ]
    });
    let names = ["outlet", "day", "item", "coded by", "to be coded by", "place"].map(|name| (name, Left));
    Table {
        caption: format!("Items to code twice, {} % of those coded once", study.plan.double),
        columns: columns(&names),
        rows: rows.collect(),
        note: Some(format!(
            "Drawn at random with seed {}, the same part of every outlet and coder. The second coder must not see the first coding.",
            study.plan.seed
        )),
    }
}

/// A table as CSV.
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
