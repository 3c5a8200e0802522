//! Keys: the stable name of every figure, and the figure behind a name.

use super::figure::{COMMON_DAYS, Figure, FigureTable};
use super::{
    Condition, Dimension, Failure, MeasureRequest, Scope, concentration, gap, lead, pools, prominence, share, tone,
    trend, voice,
};
use crate::agreement::Reliability;
use crate::study::Study;
use crate::tally::Tally;

/// A key taken apart: `week-2:share/editorial/area/medium=print/nur-otan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Id of the period reported on.
    pub period: Option<String>,
    /// `share`, `tone-kind`, `lead` ...
    pub measure: String,
    /// Id of the pool.
    pub pool: String,
    /// Id of the quantity.
    pub quantity: String,
    /// What it is narrowed to beside: several values of a dimension, common days.
    pub scope: Scope,
    /// What it is broken down by, with its values; empty for what is not coded.
    pub group: Vec<(Dimension, String)>,
    /// Id of the actor or group of actors; empty for a figure of the whole group.
    pub actor: String,
    /// What else it is of.
    pub of: String,
}

/// A text that is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no key of a figure, expected measure/pool/quantity/dimension=value/actor as in the column `key` of a CSV"
)]
pub struct NoKey(pub String);

impl Key {
    /// Takes a key apart.
    ///
    /// Errors: [`NoKey`].
    pub fn parse(text: &str) -> Result<Key, NoKey> {
        let no_key = || NoKey(text.to_owned());
        let (period, rest) = match text.split_once(':') {
            Some((period, rest)) if !period.contains('/') => (Some(period.to_owned()), rest),
            _ => (None, text),
        };
        let plain = |part: &str| match part {
            "-" => String::new(),
            part => part.replace("%2F", "/").replace("%2B", "+").replace("%25", "%"),
        };
        let mut parts = rest.split('/');
        let mut next = || parts.next().map(plain).ok_or_else(no_key);
        let (measure, pool, quantity) = (next()?, next()?, next()?);
        let (mut group, mut scope) = (Vec::new(), Scope::default());
        let mut behind = Vec::new();
        for part in parts {
            if part == COMMON_DAYS && behind.is_empty() {
                scope.common_days = true;
                continue;
            }
            let pair = part.split_once('=').filter(|_| behind.is_empty());
            match pair.and_then(|(word, value)| Some((Dimension::parse(word).ok()?, value))) {
                Some((dimension, value)) if value.contains('+') => {
                    scope.conditions.push(Condition { dimension, values: value.split('+').map(plain).collect() });
                }
                Some((dimension, value)) => group.push((dimension, plain(value))),
                None => behind.push(plain(part)),
            }
        }
        let mut behind = behind.into_iter();
        let actor = behind.next().ok_or_else(no_key)?;
        let of = behind.next().unwrap_or_default();
        if behind.next().is_some() {
            return Err(no_key());
        }
        Ok(Key { period, measure, pool, quantity, scope, group, actor, of })
    }

    /// What a table is broken down by that holds the figure.
    pub fn by(&self) -> Vec<Dimension> {
        self.group.iter().map(|(dimension, _)| *dimension).collect()
    }

    /// The figure of this key and the table it stands in; `None` where no table has it.
    ///
    /// Errors: [`Failure`] where the table cannot be computed.
    pub fn find(
        &self,
        tally: &Tally,
        study: &Study,
        reliability: &Reliability,
    ) -> Result<Option<(FigureTable, Figure)>, Failure> {
        let Some(pool) = study.pool(&self.pool) else { return Ok(None) };
        let mut request = MeasureRequest::new(pool, &self.by()).knowing(reliability);
        request.conditions.clone_from(&self.scope.conditions);
        request.common_days = self.scope.common_days;
        if self.is_of_groups(study) {
            request.by.push(Dimension::Group);
        }
        if self.measure == "lead" {
            // Neighbours stand in every table; any other pair only where it is asked for.
            let values = vec![self.actor.clone(), self.of.clone()];
            request.conditions.push(Condition { dimension: Dimension::Actor, values });
        }
        let wanted = self.text();
        for table in self.tables(tally, study, &request) {
            let table = match table {
                Ok(table) => table,
                Err(Failure::NotCoded(_) | Failure::WrongBreakdown(_)) => continue,
                Err(failure) => return Err(failure),
            };
            if let Some(figure) = table.figures.iter().find(|figure| table.key(study, figure) == wanted).cloned() {
                return Ok(Some((table, figure)));
            }
        }
        Ok(None)
    }

    /// Is its actor a group of actors?
    pub(super) fn is_of_groups(&self, study: &Study) -> bool {
        study.codebook.actors.by_id(&self.actor).is_none() && study.codebook.groups.by_id(&self.actor).is_some()
    }

    /// The tables that may hold it.
    fn tables<'a>(
        &self,
        tally: &'a Tally,
        study: &'a Study,
        request: &'a MeasureRequest<'a>,
    ) -> Vec<Result<FigureTable, Failure>> {
        let has_time = self.by().iter().any(|by| matches!(by, Dimension::Day | Dimension::Week | Dimension::Period));
        match self.measure.as_str() {
            "share" | "rank" | "range" if self.of.contains(':') || self.measure != "share" => {
                vec![pools(tally, study, request)]
            }
            "share" => {
                let mut tables = vec![share(tally, study, request).map(|table| table.figures(request.who()))];
                tables.extend(has_time.then(|| trend(tally, study, request)));
                tables
            }
            "change" | "change-of-ends" | "cumulative" | "moving" => vec![trend(tally, study, request)],
            "lead" => vec![lead(tally, study, request)],
            "voice" | "voice-coded" => vec![voice(tally, study, request)],
            word if word.starts_with("tone") => vec![tone(tally, study, request)],
            "front-page" | "prime-time" | "mean-position" => vec![prominence(tally, study, request)],
            _ => vec![concentration(tally, study, request), gap(tally, study, request)],
        }
    }

    /// Id of the pool whose rows it is of: a share set beside the main pool's names its own as `pool:weighting`.
    pub fn pool_of_rows(&self) -> &str {
        let other = self.of.split_once(':').filter(|_| self.measure == "share").map(|(pool, _)| pool);
        other.unwrap_or(&self.pool)
    }

    /// The key as it is printed.
    pub fn text(&self) -> String {
        let mut parts = vec![self.measure.clone(), self.pool.clone(), self.quantity.clone()];
        parts.extend(self.scope.parts(&self.by()));
        parts.extend(self.group.iter().map(|(dimension, value)| format!("{}={}", dimension.word(), escaped(value))));
        parts.push(escaped(&self.actor));
        parts.extend(Some(self.of.clone()).filter(|of| !of.is_empty()));
        let period = self.period.as_ref().map_or_else(String::new, |period| format!("{period}:"));
        period + &parts.join("/")
    }

    /// The same figure of another measure.
    #[must_use]
    pub fn of_measure(&self, measure: &str, actor: &str) -> Key {
        Key { measure: measure.to_owned(), actor: actor.to_owned(), of: String::new(), ..self.clone() }
    }
}

/// A value inside a key: a programme's name may hold what parts of a key are told apart by.
pub(super) fn escaped(value: &str) -> String {
    match value {
        "" => "-".to_owned(),
        value => value.replace('%', "%25").replace('/', "%2F").replace('+', "%2B"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_printed_as_it_was_read() {
        for text in [
            "share/editorial/area/medium=print/nur-otan",
            "week-2:tone-kind/editorial/airtime/medium=television/outlet=one/reds/negative",
            "hhi/editorial/area/medium=print/-",
            "share/all/airtime/programme=Day%2FNight 100%25/reds",
            "share/all/airtime/genre=-/reds",
            "share/editorial/airtime/reds/editorial:mean",
            "share/editorial/airtime/days=common/outlet=one+two/medium=television/reds",
            "share/all/airtime/programme=One%2BTwo/reds",
        ] {
            assert_eq!(Key::parse(text).unwrap().text(), text);
        }
        assert_eq!(Key::parse("share/editorial").unwrap_err(), NoKey("share/editorial".to_owned()));
    }

    #[test]
    fn a_key_has_no_more_parts_than_its_figure() {
        for text in ["share/all/airtime/reds/one/two", "share/all/airtime", "", "week-2:share"] {
            assert!(Key::parse(text).is_err(), "{text}");
        }
        // What looks like a breakdown behind the actor is what the figure is of.
        let key = Key::parse("share/all/airtime/reds/medium=print").unwrap();
        assert_eq!((key.actor.as_str(), key.of.as_str(), key.group.len()), ("reds", "medium=print", 0));
        let key = Key::parse("share/all/airtime/reds/days=common").unwrap();
        assert!(!key.scope.common_days);
    }

    #[test]
    fn a_colon_behind_the_first_part_names_no_period() {
        let key = Key::parse("share/all/airtime/reds/editorial:mean").unwrap();
        assert_eq!((key.period.as_deref(), key.pool_of_rows()), (None, "editorial"));
        let key = Key::parse("week-2:rank/all/airtime/reds/editorial:mean").unwrap();
        assert_eq!((key.period.as_deref(), key.pool_of_rows()), (Some("week-2"), "all"));
    }
}
