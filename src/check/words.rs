//! Words that several checks need.

/// A length of time in words: `5 h 02 min`, `1 min 05 s`, `12.5 s`.
pub(super) fn time(milliseconds: i64) -> String {
    let (seconds, part) = (milliseconds / 1_000, milliseconds % 1_000);
    match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) if part > 0 => format!("{s}.{} s", format!("{part:03}").trim_end_matches('0')),
        (0, 0, s) => format!("{s} s"),
        (0, m, 0) => format!("{m} min"),
        (0, m, s) => format!("{m} min {s:02} s"),
        (h, m, 0) => format!("{h} h {m:02} min"),
        (h, m, s) => format!("{h} h {m:02} min {s:02} s"),
    }
}

/// An amount in the words of its unit.
pub(super) fn amount(unit: crate::unit::Unit, whole: i64) -> String {
    match unit {
        crate::unit::Unit::Time => time(whole),
        crate::unit::Unit::Area => format!("{}.{:02} cm²", whole / 100, whole % 100),
        crate::unit::Unit::Count => whole.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_time_reads_as_people_say_it() {
        assert_eq!(
            [18_120_000, 65_000, 12_500, 0, 1_800_000].map(time),
            ["5 h 02 min", "1 min 05 s", "12.5 s", "0 s", "30 min"]
        );
    }
}
