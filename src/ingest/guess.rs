//! What a column of an unknown sheet probably holds: by its heading, and by its cells.

use super::record::{Kind, Record};
use super::row::{read_date, time_part};
use crate::study::{DateOrder, Field};
use crate::unit::{AmountFormat, AmountSizes, DecimalMark};

/// Words of headings, in the languages sheets come in; a heading that is such a word, or begins or ends with it.
const WORDS: [(Field, &[&str]); 18] = [
    (Field::Date, &["date", "day", "datum", "data", "fecha", "дата", "күні", "dzień", "tarih", "jour", "giorno"]),
    (Field::Period, &["period", "week", "month", "semaine", "semana", "неделя", "период", "апта", "tydzień", "mois"]),
    (
        Field::Outlet,
        &[
            "outlet",
            "channel",
            "station",
            "canale",
            "chaîne",
            "chaine",
            "canal",
            "paper",
            "newspaper",
            "газета",
            "канал",
            "сми",
            "телеканал",
            "site",
            "сайт",
            "басылым",
            "арна",
            "sender",
            "stacja",
            "kanal",
            "media",
            "medium",
            "издание",
        ],
    ),
    (
        Field::Programme,
        &["programme", "program", "programma", "emission", "émission", "передача", "программа", "bulletin", "show"],
    ),
    (Field::Start, &["start", "begin", "начало", "début", "inicio", "timestamp", "басталуы", "time in"]),
    (Field::End, &["end", "конец", "окончание", "fin", "time out"]),
    (Field::Item, &["item", "story", "article", "материал", "сюжет", "номер", "post"]),
    (
        Field::Actor,
        &[
            "actor",
            "party",
            "candidate",
            "candidat",
            "candidato",
            "subject",
            "партия",
            "кандидат",
            "субъект",
            "partito",
            "partido",
            "parti",
            "partia",
            "speaker",
            "categoria",
            "name",
            "персона",
            "актор",
            "guest",
        ],
    ),
    (Field::Capacity, &["capacity", "role", "роль", "статус", "qualité", "function", "должность"]),
    (Field::Genre, &["genre", "type", "format", "жанр", "тип", "rubrique", "gatunek", "жанры"]),
    (Field::Voice, &["voice", "speech", "quote", "tempo", "речь", "parole", "direct", "голос", "дауыс", "głos"]),
    (Field::Tone, &["tone", "tonality", "ton", "тон", "тональность", "slant", "evaluation", "оценка", "tono"]),
    (Field::Page, &["page", "полоса", "страница", "seite", "pagina", "página", "page_no"]),
    (Field::Position, &["position", "order", "rank_in_bulletin", "порядок"]),
    (Field::Coder, &["coder", "кодировщик", "кодер", "monitor", "codeur", "codificador", "coder_id"]),
    (Field::Pass, &["pass", "copy", "проход", "coding"]),
    (Field::Id, &["id", "row_id", "no", "№", "nr"]),
    (
        Field::Amount,
        &[
            "duration",
            "seconds",
            "sec",
            "length",
            "durata",
            "durée",
            "duree",
            "duración",
            "длительность",
            "секунд",
            "сек",
            "хронометраж",
            "минут",
            "minutes",
            "min",
            "area",
            "cm2",
            "cm²",
            "space",
            "площадь",
            "см2",
            "clips",
            "time",
            "ұзақтығы",
            "elapsed",
            "size",
            "czas",
        ],
    ),
];

/// The orders in which a column may be what its cells look like.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub n_filled: usize,
    /// How many cells are a date in each order, as [`DateOrder::WORDS`] has them.
    pub n_dates: [usize; 3],
    pub n_numbers: usize,
    pub n_commas: usize,
    pub n_clocks: [usize; 2],
    pub n_words: usize,
    pub n_small: usize,
    pub n_distinct: usize,
    pub n_durations: usize,
    pub n_typed_dates: usize,
}

/// Looks at the cells of a column.
pub(super) fn content(records: &[Record], index: usize) -> Content {
    let mut content = Content::default();
    let mut distinct: Vec<&str> = Vec::new();
    let reads =
        |cell: &str, format: AmountFormat| format.parse([cell, ""], DecimalMark::Dot, AmountSizes::default()).is_ok();
    for record in records {
        let (cell, kind) = (record.cell(index), record.kind(index));
        if cell.is_empty() {
            continue;
        }
        content.n_filled += 1;
        if distinct.len() < 400 && !distinct.contains(&cell) {
            distinct.push(cell);
        }
        content.n_typed_dates += usize::from(kind == Kind::Date);
        content.n_durations += usize::from(kind == Kind::Duration);
        for (count, (_, order)) in content.n_dates.iter_mut().zip(DateOrder::WORDS) {
            *count += usize::from(read_date(time_part(cell).0, order).is_some());
        }
        let is_comma = cell.contains(',') && reads(&cell.replace(',', "."), AmountFormat::Seconds);
        content.n_commas += usize::from(is_comma);
        content.n_numbers += usize::from(is_comma || reads(cell.trim_start_matches('-'), AmountFormat::Seconds));
        content.n_clocks[0] += usize::from(reads(cell, AmountFormat::HoursMinutesSeconds));
        content.n_clocks[1] += usize::from(reads(cell, AmountFormat::MinutesSeconds));
        content.n_words += usize::from(reads(cell, AmountFormat::Words));
        content.n_small += usize::from(matches!(cell, "-2" | "-1" | "0" | "1" | "2"));
    }
    content.n_distinct = distinct.len();
    content
}

impl Content {
    fn is_mostly(&self, n: usize) -> bool {
        self.n_filled > 0 && n * 10 >= self.n_filled * 9
    }

    /// The orders in which every date can be read; the first alone is sure.
    pub(super) fn date_orders(&self) -> Vec<DateOrder> {
        let best = self.n_dates.iter().copied().max().unwrap_or(0);
        let orders = DateOrder::WORDS.iter().zip(self.n_dates);
        orders.filter(|(_, n)| *n == best && best > 0).map(|((_, order), _)| *order).collect()
    }

    /// Can the cells be what a field holds?
    pub(super) fn may_be(&self, field: Field) -> bool {
        let is_date = self.is_mostly(self.n_dates.iter().copied().max().unwrap_or(0));
        let is_clock = self.is_mostly(self.n_clocks[0].max(self.n_clocks[1]) + self.n_durations);
        let is_number = self.is_mostly(self.n_numbers);
        match field {
            Field::Date => is_date,
            Field::Start | Field::End => is_clock || is_number || is_date,
            Field::Amount => is_number || is_clock || self.is_mostly(self.n_words),
            Field::Tone => !is_date && self.n_distinct <= 9,
            Field::Pass => self.is_mostly(self.n_small) && self.n_distinct <= 4,
            Field::Voice | Field::Genre | Field::Capacity => !is_date && !is_clock && self.n_distinct <= 40,
            Field::Outlet | Field::Actor => !is_date && !is_clock && self.n_distinct < 400,
            _ => true,
        }
    }

    /// How the amounts are written, and whether that is sure.
    pub(super) fn amount(&self, heading: &str) -> (AmountFormat, bool) {
        let heading = heading.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        if self.is_mostly(self.n_clocks[0] + self.n_durations) {
            (AmountFormat::HoursMinutesSeconds, true)
        } else if self.is_mostly(self.n_clocks[1]) {
            (AmountFormat::MinutesSeconds, false)
        } else if !self.is_mostly(self.n_numbers) {
            (AmountFormat::Words, true)
        } else if has(&["cm", "см", "area", "space", "площ"]) {
            (AmountFormat::SquareCm, has(&["cm", "см"]))
        } else if has(&["min", "мин", "elapsed"]) {
            (AmountFormat::Minutes, has(&["min", "мин"]))
        } else {
            (AmountFormat::Seconds, has(&["sec", "сек", "(s)", "_s"]))
        }
    }
}

/// How much a heading speaks for a field: 0 is not at all.
pub(super) fn heading_score(heading: &str, field: Field) -> u32 {
    let heading = heading.trim().to_lowercase();
    let words = WORDS.iter().find(|(known, _)| *known == field).map_or(&[][..], |(_, words)| words);
    let parts: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric() && c != '²' && c != '№').collect();
    let score = |(place, word): (usize, &&str)| {
        let is_part = parts.contains(word);
        let begins = word.chars().count() > 3 && parts.iter().any(|part| part.starts_with(*word));
        // Earlier words of a field are surer than later ones.
        let base = if heading == **word {
            60
        } else if is_part {
            40
        } else if begins {
            20
        } else {
            0
        };
        if base == 0 { 0 } else { base + 20 - u32::try_from(place.min(20)).unwrap_or(20) / 2 }
    };
    words.iter().enumerate().map(score).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_speaks_for_its_field() {
        let best = |heading: &str| {
            Field::ALL
                .into_iter()
                .max_by_key(|field| heading_score(heading, *field))
                .filter(|f| heading_score(heading, *f) > 0)
        };
        assert_eq!(best("DURATA"), Some(Field::Amount));
        assert_eq!(best("Газета"), Some(Field::Outlet));
        assert_eq!(best("MICRO_CATEGORIA"), Some(Field::Actor));
        assert_eq!(best("duration_s"), Some(Field::Amount));
        assert_eq!(best("Тональность"), Some(Field::Tone));
        assert_eq!(best("zzz"), None);
    }
}
