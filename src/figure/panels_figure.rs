//! Panels: the shares of each outlet of one medium, on one scale and in one order.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care};
use super::matrix_figure::{Outlet, grouped, heading};
use super::share_figure::{equal_share, printed};
use crate::chart::{Panel, PanelBar, PanelsChart};
use crate::measure::{Dimension, Figure as Cell, FigureTable, Interval, ShareRow, ShareTable, Status, Who, ranking};
use crate::study::{Pool, Study};
use crate::table::{
    Alignment, Table, actor, capitalised, counted, days, days_of, figure_csv, in_medium, outlets as outlets_words,
};
use crate::unit::Share;

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
    actors.extend(has_rest.then(|| (format!("others ({n_rest})"), false)));
    let panel = |(_, group, rows): &Outlet<'_>| {
        (heading(study, medium, &group[1]), self::panel(study, &group[1], rows, (&ids, has_rest)))
    };
    let said = said(drawing, pool, (outlets, withheld.len()), (tables.leads, focus), medium);
    let reference = equal_share(study, pool, rows).map(|(line, _)| line);
    let groups = grouped(outlets.iter().map(panel));
    let chart = PanelsChart { lettering: drawing.lettering(&stem, said), actors, groups, reference };
    let cells: Vec<&ShareRow> = outlets.iter().flat_map(|(.., rows)| rows.iter().copied()).collect();
    let csv = figure_csv(study, &tables.by_outlet.some(&cells).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, numbers(&chart))
}

fn panel(study: &Study, outlet: &str, rows: &[&ShareRow], (ids, has_rest): (&[&str], bool)) -> Panel {
    let bar = |id: &&str| {
        let row = rows.iter().find(|row| row.actor == **id);
        row.map_or(PanelBar { share: 0.0, limits: None, percent: "–".to_owned(), is_flagged: false }, |row| {
            PanelBar {
                share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
                limits: row.estimate.limits(),
                percent: printed(row),
                is_flagged: !row.estimate.flags.is_empty(),
            }
        })
    };
    let mut bars: Vec<PanelBar> = ids.iter().map(bar).collect();
    if has_rest {
        let rest = rows.iter().filter(|row| !ids.contains(&row.actor.as_str()));
        let share = Share::sum(rest.filter_map(|row| row.estimate.share.as_ref()));
        let percent = study.rounding.percent(&share).to_string();
        bars.push(PanelBar { share: share.as_f64(), limits: None, percent, is_flagged: false });
    }
    let name = Dimension::Outlet.label(outlet, study).to_owned();
    Panel { name, total: rows[0].estimate.denominator.to_string(), bars }
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    (outlets, n_withheld): (&[Outlet<'_>], usize),
    (leads, focus): (&FigureTable, &str),
    medium: &str,
) -> Said {
    let study = drawing.study;
    let language = &study.languages.main;
    let pool_name = pool.name.in_language(language);
    let (from, to) = days_of(study, pool, &[], &[]);
    let dates = days(from, to);
    let place = in_medium(medium);
    let quantity = study.quantity(outlets[0].0).map_or("", |quantity| quantity.name.in_language(language));
    let level = outlets.iter().flat_map(|(.., rows)| rows).find_map(|row| row.estimate.interval);
    let with = level.map_or_else(String::new, |interval| format!(", with {}% interval", interval.level));
    let dotted = equal_share(study, pool, &outlets[0].2)
        .map_or_else(String::new, |(line, _)| format!(". Dotted: {}", line.label));
    let n_outlets = i64::try_from(outlets.len()).unwrap_or(0);
    let name = actor(study, focus).0;
    let message = leads_everywhere(leads, outlets, focus)
        .then(|| format!("{name} had the largest share on each of {}", outlets_words(n_outlets, Some(medium))));
    let flags = outlets.iter().flat_map(|(.., rows)| rows).flat_map(|row| &row.estimate.flags);
    let withheld = if n_withheld == 0 {
        String::new()
    } else {
        format!(" Withheld: {}.", counted(i64::try_from(n_withheld).unwrap_or(0), "outlet"))
    };
    let of_focus = |(_, group, rows): &Outlet<'_>| {
        let row = rows.iter().find(|row| row.actor == focus);
        format!("{} {}%", Dimension::Outlet.label(&group[1], study), row.map(|row| printed(row)).unwrap_or_default())
    };
    let shares: Vec<String> = outlets.iter().map(of_focus).collect();
    Said {
        title: drawing::title(message, format!("{} {place}: the shares of each outlet", capitalised(pool_name))),
        subtitle: vec![
            format!("Share of the {quantity} of each outlet, %{with}{dotted}"),
            format!("{}, {dates}", capitalised(&outlets_words(n_outlets, Some(medium)))),
        ],
        notes: vec![
            format!(
                "Base: the amount beside each name. One scale and one order in all panels.{}{withheld}",
                drawing.included(pool)
            ),
            care(study, flags),
            agreement_words(drawing.reliability, &["actor"]),
        ],
        named: vec![Dimension::Medium],
        brief: "Base: the amount beside each name.".to_owned(),
        alt: format!(
            "Bar charts of the shares of {pool_name} {place}, one for each outlet; {name}: {}. {dates}.",
            shares.join(", ")
        ),
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

fn numbers(chart: &PanelsChart) -> Table {
    use Alignment::{Left, Right};
    let names = chart.actors.iter().map(|(name, _)| (format!("{name}, %"), Right));
    let columns =
        std::iter::once(("Outlet".to_owned(), Left)).chain(names).chain([("Amount".to_owned(), Right)]).collect();
    let rows = chart.groups.iter().flat_map(|(_, panels)| panels).map(|panel| {
        let bars = panel.bars.iter().map(|bar| bar.percent.clone());
        std::iter::once(panel.name.clone()).chain(bars).chain([panel.total.clone()]).collect()
    });
    Table {
        caption: format!("Numbers of the figure: {}", chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
