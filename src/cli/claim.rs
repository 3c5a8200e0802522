//! `evenhand claim`: published statements against the data.

use anyhow::{Context as _, Result, ensure};

use super::exit::Exit;
use super::load::publishable_from;
use super::print;
use super::words::{ClaimWords, VerdictFormat};
use crate::audit::{Claim, Judged, claims_of, judge, parse_claim};
use crate::study::{Study, printed_path, read_text_file};
use crate::table::{in_english, judged_json, judged_text};

pub(super) fn run(words: &ClaimWords) -> Result<Exit> {
    let loaded = match publishable_from(&words.study, words.stored.tally.as_deref(), words.stored.asked().as_deref())? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let study = &in_english(&loaded.study);
    let claims = match claims(words, study)? {
        Ok(claims) => claims,
        Err(exit) => return Ok(exit),
    };
    let judged: Vec<Judged> =
        claims.iter().map(|claim| judge(study, &loaded.tally, claim)).collect::<Result<_, _>>()?;
    print::product(&match words.format {
        VerdictFormat::Human => judged.iter().map(|one| judged_text(study, one)).collect(),
        VerdictFormat::Json => format!("{:#}\n", judged_json(study, &judged)),
    })?;
    let n_against = judged.iter().filter(|one| one.verdict.is_against()).count();
    print::say(&tally_of(&judged));
    Ok(if n_against > 0 { Exit::Findings } else { loaded.exit() })
}

/// `8 claims: 1 supported, 7 only under another reading`
fn tally_of(judged: &[Judged]) -> String {
    let kinds = [
        ("supported", "supported as stated"),
        ("only-under-another-reading", "only under another reading"),
        ("within-interval", "within the interval"),
        ("not-supported", "not supported"),
        ("cannot-tell", "cannot be told"),
    ];
    let n_of = |word: &str| judged.iter().filter(|one| one.verdict.word() == word).count();
    let parts: Vec<String> = kinds
        .iter()
        .map(|(word, said)| (n_of(word), said))
        .filter(|(n, _)| *n > 0)
        .map(|(n, said)| format!("{n} {said}"))
        .collect();
    format!("{} claims: {}\n", judged.len(), parts.join(", "))
}

/// The claims of the command line, or of a file; the status to end with where some cannot be understood, which is then said.
fn claims(words: &ClaimWords, study: &Study) -> Result<Result<Vec<Claim>, Exit>> {
    if !words.says.is_empty() {
        let parsed = words.says.iter().map(|says| {
            parse_claim(study, says).map_err(|(message, hint)| {
                let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
                anyhow::anyhow!("E811 bad-claim: {message}{hint}")
            })
        });
        return Ok(Ok(parsed.collect::<Result<_>>()?));
    }
    let file = words.file.clone().unwrap_or_else(|| study.folder.join("claims.toml"));
    ensure!(
        file.is_file(),
        "`{}` is no file: name a file of claims, or give one as --say \"print space, Nur Otan, 52 %\"",
        file.display()
    );
    let text = read_text_file(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
    let (claims, findings) = claims_of(study, &printed_path(&file), &text);
    if findings.is_empty() {
        return Ok(Ok(claims));
    }
    print::findings(&findings, true);
    print::summary(&findings, None);
    Ok(Err(Exit::of(&findings)))
}
