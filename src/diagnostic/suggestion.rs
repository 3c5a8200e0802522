//! "Did you mean": the nearest of the words that were possible.

/// The nearest candidate, where it is near enough to be meant.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let nearest = nearest(word, candidates, 1).pop()?;
    Some(format!("did you mean `{nearest}`?"))
}

/// The nearest candidates, nearest first, ties by the candidate itself; only those near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let allowed = (word.chars().count() / 3).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        assert_eq!(did_you_mean("durration", ["duration", "date"]), Some("did you mean `duration`?".to_owned()));
    }

    #[test]
    fn a_strange_word_finds_none() {
        assert_eq!(did_you_mean("headline", ["date", "actor"]), None);
    }
}
