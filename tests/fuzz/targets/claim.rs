//! Claims in words, in CSV, in TOML, and rules: understood with a study, and held against its figures. The first byte says which.
#![no_main]

use evenhand::audit::{Claim, claims_of, judge, parse_claim, rules_of};
use evenhand::diagnostic::Diagnostic;
use evenhand::hold;
use evenhand::study::Study;
use evenhand::table::{judged_json, judged_text, rule_text, rules_json};
use evenhand::tally::Tally;
use evenhand_fuzz::{Folder, SMALL, follow, is_harmless, say};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static KNOWN: (Study, Tally, Folder) = {
        let folder = Folder::with(&SMALL);
        let study = folder.study();
        let tally = follow(&study);
        (study, tally, folder)
    };
}

fn hold_claim(study: &Study, tally: &Tally, claim: &Claim) {
    if let Ok(judged) = judge(study, tally, claim) {
        is_harmless(&judged_text(study, &judged));
        judged_json(study, &[judged]);
    }
}

/// Judging takes a dozen tables: one claim is enough.
fn hold_claims(study: &Study, tally: &Tally, (claims, findings): (Vec<Claim>, Vec<Diagnostic>)) {
    say(&findings);
    if let Some(claim) = claims.first() {
        hold_claim(study, tally, claim);
    }
}

fuzz_target!(|text: &str| {
    let mut characters = text.chars();
    let kind = characters.next();
    let text = characters.as_str();
    KNOWN.with(|(study, tally, _)| match kind {
        Some('c') => hold_claims(study, tally, claims_of(study, "claims.csv", text)),
        Some('t') => hold_claims(study, tally, claims_of(study, "claims.toml", text)),
        Some('r') => {
            let (rules, findings) = rules_of(study, "rules.toml", text);
            say(&findings);
            if let Some(rule) = rules.first() {
                if let Ok(verdict) = hold(study, tally, rule) {
                    is_harmless(&rule_text(study, &verdict, true));
                    rules_json(study, &[verdict]);
                }
            }
        }
        _ => {
            if let Ok(claim) = parse_claim(study, text) {
                hold_claim(study, tally, &claim);
            }
        }
    });
});
