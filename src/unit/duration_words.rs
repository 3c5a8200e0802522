//! Durations in words: `12 dni 11 godzin`, `54 horas, 48 minutos`, `5 мин. 10 сек.`

use super::{Decimal, DecimalMark, UnreadableAmount, latin_digits};

/// How words for each unit begin, in lower case, with the unit's length in milliseconds. The longest beginning that fits
/// decides: Polish `minut` is a minute, French `mois` is nothing.
const BEGINNINGS: [(i64, &[&str]); 4] = [
    (
        86_400_000,
        &[
            "d",
            "day",
            "jour",
            "j",
            "dia",
            "día",
            "dias",
            "días",
            "giorn",
            "gg",
            "tag",
            "dzie",
            "dni",
            "dn",
            "dan",
            "zi",
            "zile",
            "gün",
            "сут",
            "дн",
            "ден",
            "дня",
            "дней",
            "күн",
            "тәул",
            "օր",
            "დღე",
            "يوم",
            "أيام",
        ],
    ),
    (
        3_600_000,
        &[
            "h",
            "hr",
            "hour",
            "heure",
            "hora",
            "ora",
            "ore",
            "or",
            "stund",
            "std",
            "godz",
            "g",
            "sat",
            "saat",
            "sa",
            "hod",
            "ч",
            "час",
            "годин",
            "сағ",
            "ժամ",
            "საათ",
            "ساع",
        ],
    ),
    (60_000, &["m", "min", "mn", "'", "′", "’", "dk", "dak", "м", "мин", "хв", "хвил", "мін", "րոպե", "წუთ", "دق"]),
    (
        1_000,
        &[
            "s",
            "sec",
            "sek",
            "seg",
            "''",
            "\"",
            "″",
            "”",
            "sn",
            "san",
            "с",
            "сек",
            "секунд",
            "վրկ",
            "վայրկյան",
            "წამ",
            "ثان",
        ],
    ),
];

/// Words between parts.
const BETWEEN: [&str; 12] = ["and", "et", "y", "e", "i", "und", "ve", "și", "si", "и", "та", "және"];

/// A duration in words, in milliseconds.
///
/// Errors: a part without its unit, a word that names none, a unit that stands twice or after a smaller one.
pub(super) fn duration_in_words(cell: &str, mark: DecimalMark) -> Result<i64, UnreadableAmount> {
    let text = latin_digits(cell).to_lowercase();
    let (mut rest, mut sum, mut smallest) = (text.trim(), 0_i64, i64::MAX);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !is_number(c)).unwrap_or(rest.len());
        // A comma behind a number stands between parts, not inside it.
        let number = rest[..digits].trim_end_matches([',', '.']);
        let number = Decimal::parse(number, mark).map_err(|_| UnreadableAmount::Unreadable)?;
        rest = rest[digits..].trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || c.is_ascii_digit() || ",.;".contains(c));
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let unit = length_of(word).filter(|unit| *unit < smallest).ok_or(UnreadableAmount::Unreadable)?;
        sum = number.times(unit).ok().and_then(|part| sum.checked_add(part)).ok_or(UnreadableAmount::OutOfRange)?;
        (rest, smallest) = (pass_between(behind), unit);
    }
    if smallest == i64::MAX { Err(UnreadableAmount::Unreadable) } else { Ok(sum) }
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// The length of the unit a word names, by its longest known beginning.
fn length_of(word: &str) -> Option<i64> {
    // A beginning of one or two letters is an abbreviation: only the whole word is one.
    let fits = |beginning: &&&str| {
        if beginning.chars().count() > 2 { word.starts_with(**beginning) } else { word == **beginning }
    };
    let found =
        BEGINNINGS.iter().flat_map(|(unit, words)| words.iter().filter(fits).map(|beginning| (beginning.len(), *unit)));
    found.max().map(|(_, unit)| unit)
}

fn pass_between(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || ",.;".contains(c));
    let word = text.split_whitespace().next().unwrap_or_default();
    if BETWEEN.contains(&word) { text[word.len()..].trim_start() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(cell: &str) -> Option<i64> {
        duration_in_words(cell, DecimalMark::Dot).ok().map(|milliseconds| milliseconds / 1_000)
    }

    #[test]
    fn words_of_many_languages_are_read() {
        assert_eq!(seconds("12 dni 11 godzin"), Some(12 * 86_400 + 11 * 3_600));
        assert_eq!(seconds("54 horas, 48 minutos"), Some(54 * 3_600 + 48 * 60));
        assert_eq!(seconds("1 h 05 min 3 s"), Some(3_903));
        assert_eq!(seconds("1h05m"), Some(3_900));
        assert_eq!(seconds("2 heures et 3 minutes"), Some(7_380));
        assert_eq!(seconds("5 мин. 10 сек."), Some(310));
        assert_eq!(seconds("2 сағат 15 минут"), Some(8_100));
        assert_eq!(seconds("3' 20''"), Some(200));
        assert_eq!(seconds("1 saat 2 dakika"), Some(3_720));
        assert_eq!(seconds("2 Stunden und 1 Minute"), Some(7_260));
        assert_eq!(seconds("3 ore e 20 minuti"), Some(12_000));
        assert_eq!(seconds("1.5 hours"), Some(5_400));
        assert_eq!(seconds("7 години 3 хвилини"), Some(25_380));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for cell in ["", "12", "dni", "12 bananas", "5 min 2 h", "3 min 4 min", "min 3", "2 mois"] {
            assert_eq!(seconds(cell), None, "{cell}");
        }
    }

    #[test]
    fn marks_of_a_number_and_between_parts_are_told_apart() {
        assert_eq!(seconds("1.5 min"), Some(90));
        assert_eq!(seconds("5 min., 10 sec.;"), Some(310));
        assert_eq!(seconds("2 h et 3 min et 4 s"), Some(7_384));
        assert_eq!(duration_in_words("1,5 min", DecimalMark::Comma), Ok(90_000));
        assert_eq!(duration_in_words("99999999999999999 d", DecimalMark::Dot), Err(UnreadableAmount::OutOfRange));
    }

    #[test]
    fn an_abbreviation_is_a_whole_word() {
        assert_eq!(seconds("2 h"), Some(7_200));
        assert_eq!(seconds("2 hm"), None);
        assert_eq!(seconds("2 hrx"), None);
        assert_eq!(seconds("3 dx"), None);
        // The longest beginning decides: `minut` is no `m`, `september` no second.
        assert_eq!(seconds("3 minuta"), Some(180));
    }
}
