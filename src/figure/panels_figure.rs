//! Panels: the shares of each outlet of one medium, on one scale and in one order.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care};
use super::matrix_figure::{Outlet, grouped, heading};
use super::share_figure::{equal_share, printed, sentences};
use crate::chart::{Panel, PanelBar, PanelsChart};
use crate::measure::{Dimension, Figure as Cell, FigureTable, Interval, ShareRow, ShareTable, Status, Who, ranking};
use crate::study::{Pool, Study};
use crate::table::{
    Alignment, DASH, Table, actor, capitalised, counted, days_of, figure_csv, in_medium, outlets as outlets_words,
    percent_number,
};
use crate::unit::Share;
use crate::wording::say;

/// The most panels of one figure, and the most actors of a panel.
const MOST_PANELS: usize = 12;
const MOST_ACTORS: usize = 12;

/// What panels are drawn from: shares by medium, by medium and outlet, and leads by the same.
#[derive(Debug, Clone, Copy)]
pub struct PanelTables<'a> {
    /// Shares by medium, for the order of the actors.
    pub by_medium: &'a ShareTable,
    /// Shares by medium and outlet.
    pub by_outlet: &'a ShareTable,
    /// Leads by medium and outlet.
    pub leads: &'a FigureTable,
}

/// Figures that the outlets of a quantity and medium need; at least one.
pub fn panel_pages(by_outlet: &ShareTable, (quantity, medium): (&str, &str)) -> usize {
    let outlets = by_outlet.groups().into_iter().filter(|(of, group, rows)| {
        let is_withheld = rows.iter().any(|row| row.estimate.status == Status::Withheld);
        *of == quantity && group[0] == medium && !is_withheld
    });
    outlets.count().div_ceil(MOST_PANELS).max(1)
}

/// Draws page `page`, from 0, of the outlets of one quantity and medium.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two outlets.
pub fn panels_figure(
    drawing: Drawing<'_>,
    tables: PanelTables<'_>,
    (quantity, medium): (&str, &str),
    page: usize,
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&tables.by_outlet.pool));
    let is_here = |of: &str, group: &[String]| of == quantity && group[0] == medium;
    let all: Vec<Outlet<'_>> =
        tables.by_outlet.groups().into_iter().filter(|(of, group, _)| is_here(of, group)).collect();
    let suffix = if page == 0 { String::new() } else { format!("-{}", page + 1) };
    let kind = format!("panels{suffix}");
    let stem = drawing.stem(&kind, pool, &[Dimension::Medium], &[medium.to_owned()]);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    let (drawn, withheld): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(.., rows)| rows.iter().all(|row| row.estimate.status != Status::Withheld));
    if drawn.len() < 2 {
        return Err(refused("panels are for two outlets and more whose shares are not withheld"));
    }
    let outlets = drawn.chunks(MOST_PANELS).nth(page).ok_or_else(|| refused("there is no such page of panels"))?;
    let groups = tables.by_medium.groups();
    let of_medium = groups.iter().find(|(of, group, _)| is_here(of, group));
    let Some((.., rows)) = of_medium else { return Err(refused("the medium has no coverage of the pool")) };
    let order = ranking(study, rows, MOST_ACTORS);
    let mut ids: Vec<&str> = order.leading.iter().map(|row| row.actor.as_str()).collect();
    let has_rest = order.others.is_some();
    if let Some(place) = study.report.focus.as_deref().and_then(|focus| ids.iter().position(|id| *id == focus)) {
        let focus = ids.remove(place);
        ids.insert(0, focus);
    }
    let n_rest = order.others.map_or(0, |others| others.n_actors);
    let focus = study.report.focus.as_deref().unwrap_or(ids[0]);
    let mut actors: Vec<(String, bool)> = ids.iter().map(|id| (actor(study, id).0, *id == focus)).collect();
    actors.extend(has_rest.then(|| (say!(study, "chart-others", n = n_rest), false)));
    let panel = |(_, group, rows): &Outlet<'_>| {
        (heading(study, medium, &group[1]), self::panel(study, &group[1], rows, (&ids, has_rest)))
    };
    let said = said(drawing, pool, (outlets, withheld.len()), (tables.leads, focus), medium);
    let reference = equal_share(study, pool, rows).map(|(line, _)| line);
    let groups = grouped(outlets.iter().map(panel));
    let chart = PanelsChart { lettering: drawing.lettering(&stem, said), actors, groups, reference };
    let cells: Vec<&ShareRow> = outlets.iter().flat_map(|(.., rows)| rows.iter().copied()).collect();
    let csv = figure_csv(study, &tables.by_outlet.some(&cells).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, numbers(study, &chart))
}

fn panel(study: &Study, outlet: &str, rows: &[&ShareRow], (ids, has_rest): (&[&str], bool)) -> Panel {
    let bar = |id: &&str| {
        let row = rows.iter().find(|row| row.actor == **id);
        row.map_or(PanelBar { share: 0.0, limits: None, percent: DASH.to_owned(), is_flagged: false }, |row| PanelBar {
            share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
            limits: row.estimate.limits(),
            percent: printed(study, row),
            is_flagged: !row.estimate.flags.is_empty(),
        })
    };
    let mut bars: Vec<PanelBar> = ids.iter().map(bar).collect();
    if has_rest {
        let rest = rows.iter().filter(|row| !ids.contains(&row.actor.as_str()));
        let share = Share::sum(rest.filter_map(|row| row.estimate.share.as_ref()));
        let percent = percent_number(study, study.rounding.percent(&share));
        bars.push(PanelBar { share: share.as_f64(), limits: None, percent, is_flagged: false });
    }
    let name = Dimension::Outlet.label(outlet, study);
    Panel { name, total: study.wording.amount(rows[0].estimate.denominator), bars }
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    (outlets, n_withheld): (&[Outlet<'_>], usize),
    (leads, focus): (&FigureTable, &str),
    medium: &str,
) -> Said {
    let study = drawing.study;
    let pool_name = pool.name.in_language(&study.languages.main);
    let dates = days_of(study, pool, &[], &[]);
    let place = in_medium(study, medium);
    let counted_outlets = outlets_words(study, i64::try_from(outlets.len()).unwrap_or(0), Some(medium));
    let name = actor(study, focus).0;
    let message = leads_everywhere(leads, outlets, focus)
        .then(|| say!(study, "panels-title-largest", name = &name, outlets = &counted_outlets));
    let neutral = say!(study, "panels-title", pool = pool_name, place = &place);
    let flags = outlets.iter().flat_map(|(.., rows)| rows).flat_map(|row| &row.estimate.flags);
    let withheld = match n_withheld {
        0 => String::new(),
        n => say!(study, "chart-withheld", outlets = counted(study, n, "outlet")),
    };
    let of_focus = |(_, group, rows): &Outlet<'_>| {
        let percent = rows.iter().find(|row| row.actor == focus).map(|row| printed(study, row)).unwrap_or_default();
        let share = say!(study, "chart-percent", percent = percent);
        say!(study, "chart-name-and-share", name = Dimension::Outlet.label(&group[1], study), share = share)
    };
    let shares: Vec<String> = outlets.iter().map(of_focus).collect();
    Said {
        title: drawing::title(message, capitalised(&neutral)),
        subtitle: vec![
            subtitle(study, pool, outlets),
            capitalised(&say!(study, "chart-outlets-and-dates", outlets = counted_outlets, dates = dates)),
        ],
        notes: vec![
            sentences(&[say!(study, "panels-base"), say!(study, "panels-one-scale"), drawing.included(pool), withheld]),
            care(study, flags),
            agreement_words(study, drawing.reliability, &["actor"]),
        ],
        named: vec![Dimension::Medium],
        brief: say!(study, "panels-base"),
        alt: say!(
            study,
            "panels-alt",
            pool = pool_name,
            place = place,
            name = name,
            shares = study.wording.commas(&shares),
            dates = dates
        ),
    }
}

/// What is measured, the level of the intervals, and what the dotted line is.
fn subtitle(study: &Study, pool: &Pool, outlets: &[Outlet<'_>]) -> String {
    let quantity = study.quantity(outlets[0].0).map_or("", |quantity| quantity.name.in_language(&study.languages.main));
    let measure = match outlets.iter().flat_map(|(.., rows)| rows).find_map(|row| row.estimate.interval) {
        Some(interval) => {
            say!(study, "panels-subtitle-with-interval", quantity = quantity, level = interval.level)
        }
        None => say!(study, "chart-share-of-each-outlet", quantity = quantity),
    };
    match equal_share(study, pool, &outlets[0].2) {
        Some((line, _)) => say!(study, "panels-subtitle-with-line", measure = measure, line = line.label),
        None => measure,
    }
}

/// Is the actor ahead in every outlet, with an interval that leaves out zero?
fn leads_everywhere(leads: &FigureTable, outlets: &[Outlet<'_>], focus: &str) -> bool {
    outlets.iter().all(|(quantity, group, _)| {
        let mut here = leads.figures.iter().filter(|cell| cell.quantity == *quantity && cell.group == *group);
        let is_ahead = |cell: &Cell| {
            let estimate = &cell.estimate;
            estimate.status == Status::Stated
                && estimate.interval.is_some_and(|interval| Interval::excludes_zero(&interval))
        };
        here.next().is_some_and(|first| first.actor == focus && is_ahead(first))
    })
}

fn numbers(study: &Study, chart: &PanelsChart) -> Table {
    use Alignment::{Left, Right};
    let names = chart.actors.iter().map(|(name, _)| (say!(study, "heading-percent-of", name = name), Right));
    let (outlet, amount) = (say!(study, "heading-outlet"), say!(study, "heading-amount"));
    let columns = std::iter::once((outlet, Left)).chain(names).chain([(amount, Right)]).collect();
    let rows = chart.groups.iter().flat_map(|(_, panels)| panels).map(|panel| {
        let bars = panel.bars.iter().map(|bar| bar.percent.clone());
        std::iter::once(panel.name.clone()).chain(bars).chain([panel.total.clone()]).collect()
    });
    Table {
        caption: say!(study, "chart-numbers", title = &chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
