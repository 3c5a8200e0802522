//! Tone, voice and daypart.

use std::str::FromStr;

use crate::declaration::{Table, WRONG_VALUE};

/// One point of the tone scale.
#[derive(Debug, Clone)]
pub struct Tone {
    /// Its number on the scale: -1, 0, 1 or 1 to 5.
    pub value: i64,
    /// What it says of the actor, where the codebook says so; a scale around zero needs no saying.
    pub kind: Option<ToneKind>,
}

/// What a tone says of the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToneKind {
    /// Against.
    Negative,
    /// Neither.
    Neutral,
    /// For.
    Positive,
}

impl ToneKind {
    /// `negative`, `neutral` or `positive`.
    pub fn word(self) -> &'static str {
        match self {
            ToneKind::Negative => "negative",
            ToneKind::Neutral => "neutral",
            ToneKind::Positive => "positive",
        }
    }
}

impl Tone {
    pub(super) fn read(table: &Table<'_>) -> Option<Tone> {
        let value = table.require("value", table.integer("value", -10..=10))?;
        let words =
            [("negative", ToneKind::Negative), ("neutral", ToneKind::Neutral), ("positive", ToneKind::Positive)];
        Some(Tone { value: value.value, kind: table.choice("kind", &words) })
    }
}

/// Whether an actor is heard or talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoiceKind {
    /// The actor's own words: speaking time.
    Direct,
    /// Talked about: news time.
    Reported,
}

/// One way of coding the voice. Its id is `direct` or `reported`.
#[derive(Debug, Clone)]
pub struct Voice {
    /// Heard or talked about.
    pub kind: VoiceKind,
}

impl Voice {
    pub(super) fn read(table: &Table<'_>) -> Option<Voice> {
        let kind = table.choice("id", &[("direct", VoiceKind::Direct), ("reported", VoiceKind::Reported)])?;
        Some(Voice { kind })
    }
}

/// A time of the service day in milliseconds: it starts at 0:00 and may run past midnight, to 30:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServiceTime(pub i32);

impl ServiceTime {
    /// The last moment of the service day, 30:00.
    pub const LAST: ServiceTime = ServiceTime(30 * 3_600_000);
}

/// `18:00`
impl std::fmt::Display for ServiceTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let minutes = self.0 / 60_000;
        write!(f, "{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl ServiceTime {
    /// `18:00` or `18:00:30`, as nearly all clocks are written.
    fn plain(text: &[u8]) -> Option<ServiceTime> {
        let two = |at: usize| {
            let digit =
                |at: usize| text.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| i32::from(byte - b'0'));
            Some(digit(at)? * 10 + digit(at + 1)?)
        };
        let is_apart = |at: usize| text.get(at) == Some(&b':');
        let (hours, minutes) = (two(0)?, two(3).filter(|minutes| *minutes < 60 && is_apart(2))?);
        let seconds = match text.len() {
            5 => 0,
            8 => two(6).filter(|seconds| *seconds < 60 && is_apart(5))?,
            _ => return None,
        };
        Some(ServiceTime(((hours * 60 + minutes) * 60 + seconds) * 1_000)).filter(|time| *time <= ServiceTime::LAST)
    }
}

impl FromStr for ServiceTime {
    type Err = ();

    /// `18:00`, `18:00:30`, `18:00:30.5` or `25:30`.
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(time) = ServiceTime::plain(text.as_bytes()) {
            return Ok(time);
        }
        let text = crate::unit::latin_digits(text.trim());
        let clock = if text.matches(':').count() == 1 { format!("{text}:00") } else { text.into_owned() };
        let hours = clock.split(':').next().unwrap_or_default();
        if hours.len() > 2 {
            return Err(());
        }
        let time = crate::unit::clock_duration(&clock).map_err(drop)?;
        i32::try_from(time.whole()).ok().map(ServiceTime).filter(|time| *time <= ServiceTime::LAST).ok_or(())
    }
}

/// A part of the broadcast day. A daypart without times stands for the whole day of a published statement.
#[derive(Debug, Clone)]
pub struct Daypart {
    /// First moment and the moment after the last.
    pub hours: Option<(ServiceTime, ServiceTime)>,
    /// Is it prime time?
    pub is_prime: bool,
}

impl Daypart {
    pub(super) fn read(table: &Table<'_>) -> Option<Daypart> {
        let time = |key| {
            let written = table.text(key)?;
            let time = written.value.parse::<ServiceTime>();
            if time.is_err() {
                let message = format!("`{}` is no time of day, expected hh:mm up to 30:00", written.value);
                table.document().report(&WRONG_VALUE, written.span, message, None);
            }
            time.ok()
        };
        let (from, to) = (time("from"), time("to"));
        let is_prime = table.boolean("prime").unwrap_or(false);
        match (from, to) {
            (Some(from), Some(to)) if from < to => Some(Daypart { hours: Some((from, to)), is_prime }),
            (None, None) => Some(Daypart { hours: None, is_prime }),
            _ => {
                let message = "a daypart needs `from` before `to`, or neither";
                table.document().report(&WRONG_VALUE, table.span(), message, None);
                None
            }
        }
    }

    /// Does the daypart hold this moment?
    pub fn holds(&self, time: ServiceTime) -> bool {
        self.hours.is_some_and(|(from, to)| from <= time && time < to)
    }

    /// Do two dayparts share a minute? One without times covers the whole day.
    pub fn overlaps(&self, other: &Daypart) -> bool {
        match (self.hours, other.hours) {
            (Some((a, b)), Some((c, d))) => a < d && c < b,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_day_runs_to_thirty_hours() {
        assert_eq!("25:30".parse(), Ok(ServiceTime(91_800_000)));
        assert_eq!("30:00".parse(), Ok(ServiceTime::LAST));
        assert_eq!("30:01".parse::<ServiceTime>(), Err(()));
        assert_eq!("7".parse::<ServiceTime>(), Err(()));
        assert_eq!("0:00:01.5".parse(), Ok(ServiceTime(1_500)));
    }

    #[test]
    fn dayparts_overlap_where_they_share_a_minute() {
        let part = |from, to| Daypart { hours: Some((ServiceTime(from), ServiceTime(to))), is_prime: false };
        assert!(part(1080, 1440).overlaps(&part(1170, 1260)));
        assert!(!part(570, 1080).overlaps(&part(1080, 1440)));
    }
}
