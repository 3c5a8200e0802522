//! `evenhand rules`: dated, cited rules held against the data.

use anyhow::{Context as _, Result, bail, ensure};

use super::exit::Exit;
use super::load::publishable_from;
use super::print;
use super::words::{RulesWords, VerdictFormat};
use crate::audit::{Kept, RULES_FILE, Rule, RuleVerdict, rules_of};
use crate::diagnostic::one_line;
use crate::study::{Study, printed_path, read_text_file};
use crate::table::{in_english, rule_text, rules_json};
use crate::tally::Tally;

pub(super) fn run(words: &RulesWords) -> Result<Exit> {
    let loaded = match publishable_from(&words.study, words.stored.tally.as_deref(), words.stored.asked().as_deref())? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let study = &in_english(&loaded.study);
    let file = words.file.clone().unwrap_or_else(|| study.folder.join(RULES_FILE));
    ensure!(file.is_file(), "`{}` is no file: name a file of rules with --file", file.display());
    ensure!(
        file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")),
        "`{}` is no file of rules: they are TOML, a [[rule]] each",
        file.display()
    );
    let text = read_text_file(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
    let (rules, findings) = rules_of(study, &printed_path(&file), &text);
    if !findings.is_empty() {
        print::findings(&findings, true);
        print::summary(&findings, None);
        return Ok(Exit::of(&findings));
    }
    let of_items = rules.iter().find(|rule| rule.quota.is_of_items());
    if let Some(rule) = of_items.filter(|_| loaded.stored.is_some()) {
        bail!("rule `{}` speaks of single items, which stand in the sheets: leave out --tally", rule.id);
    }
    let verdicts: Vec<RuleVerdict> =
        rules.iter().map(|rule| crate::hold(study, &loaded.tally, rule)).collect::<Result<_, _>>()?;
    loaded.confirm()?;
    print::product(&match words.format {
        VerdictFormat::Human => verdicts.iter().map(|verdict| rule_text(study, verdict, words.study.all)).collect(),
        VerdictFormat::Json => format!("{:#}\n", rules_json(study, &verdicts)),
    })?;
    let n_broken = verdicts.iter().filter(|verdict| verdict.kept() == Kept::Broken).count();
    let n_of = |kept: Kept| verdicts.iter().filter(|verdict| verdict.kept() == kept).count();
    print::say(&format!(
        "{} rules: {} kept, {} cannot tell, {n_broken} broken\n",
        verdicts.len(),
        n_of(Kept::Kept),
        n_of(Kept::CannotTell)
    ));
    Ok(if n_broken > 0 { Exit::Findings } else { loaded.exit() })
}

/// The rules of the study's own file with their verdicts; none where it has no such file.
///
/// Errors: rules that cannot be understood, or coverage that cannot be measured.
pub(super) fn verdicts_of(study: &Study, tally: &Tally) -> Result<Vec<RuleVerdict>> {
    own_rules(study)?.iter().map(|rule| Ok(crate::hold(study, tally, rule)?)).collect()
}

/// Does a rule of the study's own file speak of single items?
///
/// Errors: rules that cannot be understood.
pub(super) fn are_of_items(study: &Study) -> Result<bool> {
    Ok(own_rules(study)?.iter().any(|rule| rule.quota.is_of_items()))
}

fn own_rules(study: &Study) -> Result<Vec<Rule>> {
    let file = study.folder.join(RULES_FILE);
    if !file.is_file() {
        return Ok(Vec::new());
    }
    let text = read_text_file(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
    let (rules, findings) = rules_of(study, &printed_path(&file), &text);
    if let Some(first) = findings.first() {
        bail!("{} (`evenhand rules` shows every mistake in `{}`)", one_line(first), file.display());
    }
    Ok(rules)
}
