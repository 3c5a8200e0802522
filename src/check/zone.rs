//! E309, W309 and E311: times that the clock of the outlet skips, shows twice, or contradicts.

use chrono::{Duration, LocalResult, NaiveDateTime, Offset as _, TimeZone as _};
use chrono_tz::Tz;

use super::Verdicts;
use super::outside_window::date;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static SKIPPED: Code = Code {
    id: "E309",
    name: "time-does-not-exist",
    severity: Severity::Error,
    page: "On this day the clock of the outlet was put forward, and the time lies in the hour that it skipped. The \
           row was written by another clock, or on another day.",
};

pub(super) static TWICE: Code = Code {
    id: "W309",
    name: "time-exists-twice",
    severity: Severity::Warning,
    page: "On this day the clock of the outlet was put back, and the time was shown twice. The first is assumed: it \
           matters only to what is on air at once.",
};

pub(super) static CONTRADICTS: Code = Code {
    id: "E311",
    name: "offset-contradicts-zone",
    severity: Severity::Error,
    page: "The cell says how far its clock is from UTC (`+05:00`), and that is not what the clock of the outlet's \
           `zone` shows on that day. The row was written by another clock: its daypart, or even its day, may be \
           another.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    if study.zone.is_none() && study.codebook.outlets.iter().all(|outlet| outlet.own.zone.is_none()) {
        return;
    }
    let starts = sample.starts();
    let has_day_clock = sample.file.as_ref().is_some_and(|file| study.sources[file.source].has_day_clock());
    if !has_day_clock || starts.iter().all(Option::is_none) {
        return;
    }
    let (dates, offsets) = (sample.dates(), sample.offsets());
    let outlets = sample.ids(Field::Outlet);
    let heading = sample.heading(Field::Start);
    for row in 0..sample.n_rows() {
        let zone = outlets[row].and_then(|id| study.zone_of(id));
        let (Some(start), Some(day), Some(zone)) = (starts[row], dates[row].and_then(date), zone) else { continue };
        if verdicts.is_decided(row) {
            continue;
        }
        // The service day runs past midnight: 25:30 is half past one of the next day.
        let local = day.and_time(chrono::NaiveTime::MIN) + Duration::milliseconds(i64::from(start));
        let clock = local.format("%Y-%m-%d %H:%M");
        match minutes_ahead(zone, local) {
            LocalResult::None => {
                let message = format!("{clock} does not exist by the clock of {zone}");
                let hint = "was it written by another clock?".to_owned();
                verdicts.find(row, &SKIPPED, heading, message, Some(hint));
            }
            LocalResult::Ambiguous(first, _) if offsets[row].is_none() => {
                let message =
                    format!("{clock} exists twice by the clock of {zone}: the first, UTC{}, is taken", hours(first));
                verdicts.find(row, &TWICE, heading, message, None);
            }
            LocalResult::Ambiguous(..) => {}
            LocalResult::Single(ahead) => {
                if let Some(said) = offsets[row].filter(|said| *said != ahead) {
                    let message =
                        format!("the row says UTC{}, the clock of {zone} shows UTC{}", hours(said), hours(ahead));
                    let hint = "was it written by another clock, or is the outlet's `zone` wrong?".to_owned();
                    verdicts.find(row, &CONTRADICTS, heading, message, Some(hint));
                }
            }
        }
    }
}

/// How many minutes a zone's clock is ahead of UTC when it shows a time.
fn minutes_ahead(zone: Tz, local: NaiveDateTime) -> LocalResult<i32> {
    zone.from_local_datetime(&local).map(|moment| moment.offset().fix().local_minus_utc() / 60)
}

fn hours(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
