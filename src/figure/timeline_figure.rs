//! The figure of shares over time: one group of a trend.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, hues, length, printed_percent};
use crate::chart::{Hue, TimelineChart, TimelineLine, TimelinePoint, TimelineTime};
use crate::measure::{Dimension, Figure as Cell, FigureTable, Interval, Status, week_of};
use crate::study::{Pool, Study};
use crate::table::{
    Alignment, DASH, Table, actor, actors, capitalised, counted, days_of, figure_csv, losses, percent_number,
};
use crate::unit::{Percent, Share};
use crate::wording::say;

/// The most lines; of more actors, the last line is the rest.
const MOST_LINES: usize = 4;

/// One group of a trend, with its times in order.
struct Trend<'a> {
    cells: Vec<&'a Cell>,
    /// The place of the time among the dimensions, and which it is.
    at: usize,
    time: Dimension,
    /// The other values of the group.
    rest: Vec<String>,
    /// Value and first day of each time.
    times: Vec<(String, NaiveDate)>,
    /// The last day.
    to: NaiveDate,
}

impl<'a> Trend<'a> {
    fn of(study: &Study, pool: &Pool, table: &'a FigureTable, (quantity, rest): (&str, &[String])) -> Option<Self> {
        let is_time = |by: &Dimension| matches!(by, Dimension::Day | Dimension::Week);
        let at = table.by.iter().position(is_time)?;
        let time = table.by[at];
        let is_here = |cell: &&Cell| {
            let others = cell.group.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, value)| value);
            cell.quantity == quantity && others.eq(rest)
        };
        let cells = table.figures.iter().filter(is_here).collect();
        let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
        let mut times: Vec<(String, NaiveDate)> = Vec::new();
        for day in study.window.days().filter(|day| from <= *day && *day <= to) {
            let value = match time {
                Dimension::Day => day.to_string(),
                _ => week_of(day),
            };
            if times.last().is_none_or(|(last, _)| *last != value) {
                times.push((value, day));
            }
        }
        Some(Trend { cells, at, time, rest: rest.to_vec(), times, to })
    }

    /// The cells of a measure at each time.
    fn cells_of(&self, measure: &str, actor: &str) -> Vec<Option<&'a Cell>> {
        let at = |(value, _): &(String, NaiveDate)| {
            let mut here = self.cells.iter().filter(|cell| cell.group[self.at] == *value && cell.actor == actor);
            here.find(|cell| cell.measure == measure).copied()
        };
        self.times.iter().map(at).collect()
    }

    /// Every actor by cumulative share, largest first, ties by id; the actor in view before all.
    fn ranked(&self, focus: Option<&str>) -> Vec<&'a str> {
        let last = self.cells.iter().filter(|cell| cell.measure == "cumulative");
        let last: Vec<&&Cell> = last.collect();
        let value = last.last().map(|cell| cell.group[self.at].clone()).unwrap_or_default();
        let mut cells: Vec<&&Cell> = last.into_iter().filter(|cell| cell.group[self.at] == value).collect();
        cells.sort_by(|a, b| b.estimate.share.cmp(&a.estimate.share).then_with(|| a.actor.cmp(&b.actor)));
        let mut actors: Vec<&str> = cells.into_iter().map(|cell| cell.actor.as_str()).collect();
        if let Some(place) = focus.and_then(|focus| actors.iter().position(|actor| *actor == focus)) {
            let focus = actors.remove(place);
            actors.insert(0, focus);
        }
        actors
    }

    /// Is it one of its days?
    fn holds(&self, day: NaiveDate) -> bool {
        self.times.first().is_some_and(|(_, first)| *first <= day) && day <= self.to
    }

    /// The measure that lines show.
    fn shown(&self) -> &'static str {
        if self.time == Dimension::Day { "moving" } else { "share" }
    }

    /// The change that the whole window shows.
    fn change(&self, actor: &str) -> Option<&'a Cell> {
        let measure = match (self.time, self.times.len()) {
            (Dimension::Day, _) => "change-of-ends",
            (_, 2) => "change",
            _ => return None,
        };
        self.cells_of(measure, actor).into_iter().flatten().last()
    }
}

/// Draws the shares of one quantity and group over time. `rest` are the values of the group but the time.
///
/// Errors: [`Failure::NothingToShow`] for fewer than two times with coverage.
pub fn timeline_figure(
    drawing: Drawing<'_>,
    table: &FigureTable,
    (quantity, rest): (&str, &[String]),
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let by: Vec<Dimension> =
        table.by.iter().copied().filter(|by| !matches!(by, Dimension::Day | Dimension::Week)).collect();
    let stem = drawing.stem("timeline", pool, &by, rest);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    let trend = Trend::of(study, pool, table, (quantity, rest));
    let trend = trend.ok_or_else(|| refused("a timeline is of a trend by day or week"))?;
    let ranked = trend.ranked(study.report.focus.as_deref());
    let (Some(first), true) = (ranked.first(), ranked.len() > 1) else {
        return Err(refused("fewer than two actors have coverage"));
    };
    let has_share = |cell: &&&Cell| cell.estimate.share.is_some();
    if trend.cells_of(trend.shown(), first).iter().flatten().filter(has_share).count() < 2 {
        return Err(refused("fewer than two times have a share"));
    }
    let (lines, printed): (Vec<_>, Vec<_>) = lines(&drawing, pool, &trend, &ranked).into_iter().unzip();
    let chart = chart(drawing, pool, &by, (&trend, lines), (&ranked, &stem));
    let some = FigureTable { figures: trend.cells.iter().map(|cell| (*cell).clone()).collect(), ..table.clone() };
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(study, &chart, &printed))
}

fn chart(
    drawing: Drawing<'_>,
    pool: &Pool,
    by: &[Dimension],
    (trend, lines): (&Trend<'_>, Vec<TimelineLine>),
    (ranked, stem): (&[&str], &str),
) -> TimelineChart {
    let study = drawing.study;
    let times: Vec<TimelineTime> = times(study, trend);
    let place_of = |date: NaiveDate| trend.times.iter().rposition(|(_, first)| *first <= date);
    let events = study.events.iter().filter(|event| trend.holds(event.date));
    let events = events
        .filter_map(|event| Some((place_of(event.date)?, event.name.in_language(&study.languages.main).to_owned())));
    let unit = trend.cells.first().map(|cell| study.wording.unit(cell.estimate.denominator.unit()));
    let unit = unit.unwrap_or_default();
    let quantity = trend.cells.first().and_then(|cell| study.quantity(&cell.quantity));
    let quantity = quantity.map_or("", |quantity| quantity.name.in_language(&study.languages.main));
    let time = trend.time.word();
    let amount_heading = if quantity == unit {
        say!(study, "timeline-amount", quantity = quantity, time = time)
    } else {
        say!(study, "timeline-amount-in-unit", quantity = quantity, time = time, unit = unit)
    };
    TimelineChart {
        lettering: drawing.lettering(stem, said(drawing, pool, by, trend, (ranked, quantity))),
        weekend_words: if times.iter().any(|time| time.is_weekend) {
            say!(study, "timeline-weekend")
        } else {
            String::new()
        },
        times,
        lines,
        events: events.collect(),
        amount_heading,
        has_dots: trend.time == Dimension::Week,
    }
}

fn times(study: &Study, trend: &Trend<'_>) -> Vec<TimelineTime> {
    let amount = |value: &str| {
        let mut here = trend.cells.iter().filter(|cell| cell.measure == "share" && cell.group[trend.at] == value);
        here.next().map_or((0.0, Status::NoCoverage), |cell| (length(cell.estimate.denominator), cell.estimate.status))
    };
    let time = |(place, (value, first)): (usize, &(String, NaiveDate))| {
        let (amount, status) = amount(value);
        let last = trend.times.get(place + 1).map_or(trend.to, |(_, next)| *next - chrono::Days::new(1));
        let is_day = trend.time == Dimension::Day;
        TimelineTime {
            label: if is_day || last == *first {
                study.wording.short_day(*first)
            } else {
                let (from, to) = (study.wording.short_day(*first), study.wording.short_day(last));
                say!(study, "days", from = from, to = to)
            },
            amount,
            is_weekend: is_day && matches!(first.weekday(), Weekday::Sat | Weekday::Sun),
            is_missing: status == Status::NotRecorded,
        }
    };
    trend.times.iter().enumerate().map(time).collect()
}

/// The lines, and the shares of each as printed, by time.
type Printed = (TimelineLine, Vec<Option<String>>);

fn lines(drawing: &Drawing<'_>, pool: &Pool, trend: &Trend<'_>, ranked: &[&str]) -> Vec<Printed> {
    let study = drawing.study;
    let n_named = if ranked.len() > MOST_LINES { MOST_LINES - 1 } else { ranked.len() };
    let (named, others) = ranked.split_at(n_named);
    let hues = hues(drawing, pool, named);
    let mut lines: Vec<Printed> = Vec::new();
    for (place, (id, hue)) in named.iter().zip(hues).enumerate() {
        let cells = trend.cells_of(trend.shown(), id);
        let points = cells.iter().enumerate().filter_map(|(time, cell)| {
            let estimate = &(*cell)?.estimate;
            let limits = estimate.limits();
            Some(TimelinePoint { time, share: estimate.share.as_ref()?.as_f64(), limits })
        });
        let of_day = trend.cells_of("share", id);
        let of_day = of_day
            .iter()
            .enumerate()
            .filter_map(|(time, cell)| Some((time, (*cell)?.estimate.share.as_ref()?.as_f64())));
        let days = if place == 0 && trend.time == Dimension::Day { of_day.collect() } else { Vec::new() };
        let printed = cells.iter().map(|cell| (*cell)?.estimate.percent.map(|percent| percent_number(study, percent)));
        let printed: Vec<Option<String>> = printed.collect();
        let last = last_of(study, &printed);
        lines.push((TimelineLine { label: actor(study, id).0, last, hue, points: points.collect(), days }, printed));
    }
    if !others.is_empty() {
        lines.push(rest_line(study, trend, others));
    }
    lines
}

fn last_of(study: &Study, printed: &[Option<String>]) -> String {
    printed.iter().flatten().last().map_or_else(String::new, |percent| say!(study, "chart-percent", percent = percent))
}

/// The sum of the shares of those that are not named.
fn rest_line(study: &Study, trend: &Trend<'_>, others: &[&str]) -> Printed {
    let cells: Vec<Vec<Option<&Cell>>> = others.iter().map(|id| trend.cells_of(trend.shown(), id)).collect();
    let share_at = |time: usize| {
        let shares: Option<Vec<&Share>> = cells.iter().map(|line| line[time]?.estimate.share.as_ref()).collect();
        shares.map(Share::sum)
    };
    let shares: Vec<Option<Share>> = (0..trend.times.len()).map(share_at).collect();
    let printed = |share: &Share| percent_number(study, study.rounding.percent(share));
    let printed = shares.iter().map(|share| share.as_ref().map(printed));
    let printed: Vec<Option<String>> = printed.collect();
    let point = |(time, share): (usize, &Option<Share>)| {
        Some(TimelinePoint { time, share: share.as_ref()?.as_f64(), limits: None })
    };
    let points = shares.iter().enumerate().filter_map(point).collect();
    let (label, last) = (say!(study, "parts-others", n = others.len()), last_of(study, &printed));
    (TimelineLine { label, last, hue: Hue { place: MOST_LINES, own: None }, points, days: Vec::new() }, printed)
}

fn said(
    drawing: Drawing<'_>,
    pool: &Pool,
    by: &[Dimension],
    trend: &Trend<'_>,
    (ranked, quantity): (&[&str], &str),
) -> Said {
    let study = drawing.study;
    let place = drawing.place(trend.cells.first().map_or("", |cell| cell.quantity.as_str()), by, &trend.rest);
    let pool_name = pool.name.in_language(&study.languages.main);
    let dates = days_of(study, pool, by, &trend.rest);
    let first = ranked[0];
    let known = trend.cells_of(trend.shown(), first).into_iter().flatten();
    let known: Vec<&Cell> = known.filter(|cell| cell.estimate.share.is_some()).collect();
    let n_outlets = known.iter().map(|cell| cell.estimate.base.n_outlets).max().unwrap_or(0);
    let outlets = drawing.outlets(by, &trend.rest, n_outlets);
    let ends = [known[0], known[known.len() - 1]].map(|cell| printed_percent(study, &cell.estimate));
    let name = actor(study, first).0;
    let neutral = capitalised(&say!(study, "timeline-title", pool = pool_name, place = &place));
    Said {
        title: drawing::title(message(study, trend, (first, &name), &ends, &place), neutral),
        subtitle: vec![
            measure(study, trend.time, (quantity, &actors(study, pool, ranked.len())), &known),
            capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
        ],
        notes: notes(drawing, pool, trend, ranked),
        named: by.to_vec(),
        brief: if trend.time == Dimension::Day { say!(study, "timeline-brief") } else { String::new() },
        alt: say!(
            study,
            "timeline-alt",
            time = trend.time.word(),
            pool = pool_name,
            place = place,
            actor = name,
            first = &ends[0],
            last = &ends[1],
            dates = dates
        ),
    }
}

/// What lines, dots and shades show.
fn measure(study: &Study, time: Dimension, (quantity, actors): (&str, &str), known: &[&Cell]) -> String {
    let level = known.iter().find_map(|cell| cell.estimate.interval).map(|interval| interval.level);
    match (time, level) {
        (Dimension::Day, Some(level)) => {
            say!(study, "timeline-by-day-with-interval", quantity = quantity, actors = actors, level = level)
        }
        (Dimension::Day, None) => say!(study, "timeline-by-day", quantity = quantity, actors = actors),
        (_, Some(level)) => {
            say!(study, "timeline-by-week-with-interval", quantity = quantity, actors = actors, level = level)
        }
        (_, None) => say!(study, "timeline-by-week", quantity = quantity, actors = actors),
    }
}

/// What rose or fell, where the interval of the change leaves out zero.
fn message(
    study: &Study,
    trend: &Trend<'_>,
    (id, name): (&str, &str),
    [first, last]: &[String; 2],
    place: &str,
) -> Option<String> {
    let change = trend.change(id)?;
    change.estimate.interval.filter(Interval::excludes_zero)?;
    match change.estimate.percent.map(Percent::units)? {
        1.. => Some(say!(study, "timeline-rose", actor = name, first = first, last = last, place = place)),
        0 => None,
        _ => Some(say!(study, "timeline-fell", actor = name, first = first, last = last, place = place)),
    }
}

fn notes(drawing: Drawing<'_>, pool: &Pool, trend: &Trend<'_>, ranked: &[&str]) -> Vec<String> {
    let study = drawing.study;
    let first = ranked[0];
    let n_named = if ranked.len() > MOST_LINES { MOST_LINES - 1 } else { ranked.len() };
    let mut names: Vec<String> = ranked[..n_named].iter().map(|id| actor(study, id).0).collect();
    names.extend((ranked.len() > n_named).then(|| say!(study, "parts-others", n = ranked.len() - n_named)));
    let whole = trend.cells_of("cumulative", first).into_iter().flatten().last();
    let base = whole.map_or_else(String::new, |cell| {
        let estimate = &cell.estimate;
        let items = counted(study, estimate.base.n_items, "item");
        let days = counted(study, estimate.base.n_clusters, "outlet-day");
        let amount = estimate.denominator;
        let base = say!(study, "chart-base-in-items-and-days", amount = amount, items = items, days = days);
        base + &drawing.included(pool)
    });
    let moving = trend.cells_of("moving", first);
    let begins = moving.iter().position(Option::is_some).map(|place| trend.times[place].1);
    let moving = match (trend.time, begins) {
        (Dimension::Day, Some(day)) => say!(study, "timeline-moving-from", day = study.wording.short_day(day)),
        _ => say!(study, "timeline-without-line", names = study.wording.commas(&names)),
    };
    let is_of_group = |outlet: &str| {
        let entry = study.codebook.outlets.by_id(outlet);
        let medium = entry.map_or("", |entry| entry.own.medium.word());
        let owner = entry.and_then(|entry| entry.own.ownership.as_deref()).unwrap_or_default();
        let is_in_pool = pool.outlets.is_empty() || pool.outlets.iter().any(|id| id == outlet);
        is_in_pool && trend.rest.iter().all(|value| [medium, owner, outlet].contains(&value.as_str()))
    };
    let missing = losses(study, |loss| trend.holds(loss.date) && is_of_group(&loss.outlet));
    let missing = match missing.as_slice() {
        [] => String::new(),
        some => say!(study, "timeline-not-recorded", losses = study.wording.semicolons(some)),
    };
    let has_events = study.events.iter().any(|event| trend.holds(event.date));
    let events = if has_events { say!(study, "timeline-events") } else { String::new() };
    vec![
        base,
        [moving, missing, events].join(" ").trim().to_owned(),
        agreement_words(study, drawing.reliability, &["actor"]),
    ]
}

fn numbers(study: &Study, chart: &TimelineChart, printed: &[Vec<Option<String>>]) -> Table {
    use Alignment::{Left, Right};
    let columns = chart.lines.iter().map(|line| (say!(study, "heading-percent-of", name = &line.label), Right));
    let columns = std::iter::once((say!(study, "timeline-heading-time"), Left)).chain(columns).collect();
    let rows = chart.times.iter().enumerate().map(|(time, at)| {
        let share = |line: &Vec<Option<String>>| line[time].clone().unwrap_or_else(|| DASH.to_owned());
        std::iter::once(at.label.clone()).chain(printed.iter().map(share)).collect()
    });
    Table {
        caption: say!(study, "chart-numbers", title = &chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
