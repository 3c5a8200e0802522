//! Chapter 10: the rules of the study, held against its data.

use super::compose::Draft;
use crate::audit::{Kept, RuleVerdict};
use crate::table::{Alignment, Table, actor, capitalised, rule_place};
use crate::wording::say;

pub(super) fn tested(draft: &mut Draft<'_>) {
    use Alignment::{Left, Right};
    let study = draft.study;
    draft.chapter("rules", &say!(study, "document-chapter-rules"));
    let rules = draft.rules;
    if rules.is_empty() {
        draft.paragraph(say!(study, "document-no-rule-tested"));
        return;
    }
    draft.paragraph(say!(study, "rules-what-they-are"));
    let language = &study.languages.main;
    let lines = rules.iter().map(|verdict| {
        let rule = &verdict.rule;
        let of = |kept: Kept| verdict.rows.iter().filter(|row| row.kept == kept).count().to_string();
        vec![
            rule.name.in_language(language).to_owned(),
            format!("{}, {}", rule.source.in_language(language), rule.date),
            study.wording.word("rules", verdict.kept().word()),
            of(Kept::Kept),
            of(Kept::CannotTell),
            of(Kept::Broken),
        ]
    });
    let headings = [
        ("rules-heading-rule", Left),
        ("rules-heading-source", Left),
        ("rules-heading-verdict", Left),
        ("rules-heading-kept", Right),
        ("rules-heading-cannot-tell", Right),
        ("rules-heading-broken", Right),
    ];
    let table = Table {
        caption: say!(study, "rules-caption"),
        columns: headings.map(|(id, alignment)| (say!(study, id), alignment)).into(),
        rows: lines.collect(),
        note: Some(say!(study, "rules-note")),
    };
    draft.table(table);
    for verdict in rules.iter().filter(|verdict| verdict.kept() != Kept::Kept) {
        let table = not_kept(draft, verdict);
        draft.table(table);
    }
}

/// Every actor and place that a rule is not kept for.
fn not_kept(draft: &Draft<'_>, verdict: &RuleVerdict) -> Table {
    use Alignment::{Left, Right};
    let study = draft.study;
    let lines = verdict.rows.iter().filter(|row| row.kept != Kept::Kept).map(|row| {
        let sign = if row.difference.whole() > 0 { "+" } else { "" };
        let difference = study.wording.amount_number(row.difference).replace('-', "\u{2212}");
        vec![
            if row.actor.is_empty() { say!(study, "rules-all-actors") } else { actor(study, &row.actor).0 },
            capitalised(&rule_place(study, verdict, row)),
            study.wording.amount(row.has),
            study.wording.amount(row.due),
            format!("{sign}{difference}"),
            study.wording.amount(row.lost),
            study.wording.word("rules", row.kept.word()),
        ]
    });
    let headings = [
        ("heading-actor", Left),
        ("rules-heading-where", Left),
        ("rules-heading-had", Right),
        ("rules-heading-due", Right),
        ("rules-heading-difference", Right),
        ("rules-heading-lost", Right),
        ("rules-heading-verdict", Left),
    ];
    Table {
        caption: verdict.rule.name.in_language(&study.languages.main).to_owned(),
        columns: headings.map(|(id, alignment)| (say!(study, id), alignment)).into(),
        rows: lines.collect(),
        note: None,
    }
}
