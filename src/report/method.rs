//! Chapters 2 to 4 and 7: what was monitored, how it was measured, how sure the figures are, what they are not.

use super::compose::Draft;
use super::document::Block;
use crate::figure::{Drawing, Failure, agreement_figure, calendar_figure};
use crate::measure::{Flag, description};
use crate::study::{Cluster, IntervalMethod, Study};
use crate::table::{
    Alignment, OF_INTERVALS, Table, agreement_table, capitalised, coder_interval_table, counted, coverage_table, days,
};

pub(super) fn monitored(draft: &mut Draft<'_>) -> Result<(), Failure> {
    let study = draft.study;
    draft.chapter("monitored", "2 What was monitored");
    let window = &study.window;
    draft.paragraph(format!(
        "{} were monitored on the {} of {}. Items are counted once; an item that several actors share is coded in several rows, and its amount stands in each of them as coded.",
        capitalised(&counted(study.codebook.outlets.len(), "outlet")),
        counted(window.n_days(), "day"),
        days(window.from, window.to)
    ));
    let findings = draft.findings;
    draft.table(coverage_table(study, &findings.coverage, &findings.ledger));
    draft.figure(|drawing| calendar_figure(drawing, &findings.calendar, &findings.ledger))
}

pub(super) fn measured(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("method", "3 How it was measured");
    let rounding = study.rounding;
    draft.paragraph(
        "The coded row is an appearance: one actor inside one item, with its length in time, its area in print, or counted \
         once where appearances are counted. Times are whole milliseconds and areas whole square millimetres; sums are integers, \
         and a share is divided once, at the end.",
    );
    draft.paragraph(format!(
        "Percentages are rounded {} to {} on the exact quotient, so that the rows of a table may not sum to 100. Times, areas and items are never added to each other.",
        rounding.rule.word(),
        counted(i64::from(rounding.decimals), "decimal")
    ));
    if let Some(words) = crate::table::allocations(study) {
        draft.paragraph(words);
    }
    draft.section("pools", "Denominators");
    let mut rows = Vec::new();
    for pool in &study.pools {
        let said = description(study, pool).into_iter().filter(|(_, words)| words != "all");
        for (number, (what, words)) in said.enumerate() {
            let name =
                if number == 0 { capitalised(pool.name.in_language(&study.languages.main)) } else { String::new() };
            rows.push(vec![name, what.to_owned(), words]);
        }
    }
    draft.table(Table {
        caption: "What each denominator holds; what is not named is whole".to_owned(),
        columns: ["Denominator", "Respect", "Holds"].map(|name| (name.to_owned(), Alignment::Left)).into(),
        rows,
        note: None,
    });
}

pub(super) fn certainty(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("certainty", "4 How sure the figures are");
    draft.paragraph(
        "Each share is the exact share of what was coded in the window: it is a fact of the monitored days, and speaks for no \
         media or days that were not monitored.",
    );
    let words = intervals(draft.study);
    draft.paragraph(words);
    let limits = draft.study.publishing;
    let flags = [Flag::SmallBase, Flag::FewClusters, Flag::Rough, Flag::OneCluster, Flag::WideInterval];
    let meanings: Vec<String> = flags.iter().map(|flag| flag.meaning(&limits)).collect();
    draft.paragraph(format!(
        "Words stand beside a figure that rests on little, and under the policy “withhold” in its place; [u] in a table is such a \
         figure. The policy here is “{}”; \
         the thresholds: {}.",
        limits.policy.word(),
        meanings.join("; ")
    ));
    draft.paragraph(
        "All items in the monitored window were coded. Intervals describe how much a share varies from day to day; they are not \
         the sampling error of a survey and do not include coder error.",
    );
    let copies = draft.record.rows.out_of_scope.get("N411").copied().unwrap_or(0);
    let (study, findings) = (draft.study, draft.findings);
    if findings.agreement.rows.is_empty() {
        draft.paragraph("The sheets hold no second coding: agreement between coders is not known.");
        return Ok(());
    }
    draft.section("agreement", "Agreement between coders");
    draft.paragraph(format!(
        "{} of a second coding are in the sheets of the whole study. They are left out of every share and show how alike two people code the same item.",
        capitalised(&counted(copies, "row"))
    ));
    // Second codings are of the whole study, whatever the period.
    let whole = draft.whole;
    draft.figure(|drawing| agreement_figure(Drawing { study: whole, ..drawing }, &findings.agreement))?;
    draft.table(agreement_table(study, &findings.agreement, false));
    if findings.coder_intervals.iter().any(|interval| interval.limits.is_some()) {
        let with_limits: Vec<_> = findings.coder_intervals.iter().filter(|i| i.limits.is_some()).cloned().collect();
        draft.table(coder_interval_table(study, &with_limits, study.uncertainty.level));
    }
    Ok(())
}

/// How intervals were made, in a paragraph.
fn intervals(study: &Study) -> String {
    let choices = &study.uncertainty;
    let cluster = match choices.cluster {
        Cluster::Day => "days",
        Cluster::Programme => "programmes of a day",
    };
    let method = match choices.method {
        IntervalMethod::None => return "No interval is given: the study asks for none.".to_owned(),
        IntervalMethod::Linear => {
            "from the linearised variance of the ratio, with Student's t, on the logit scale".to_owned()
        }
        IntervalMethod::Percentile | IntervalMethod::Bca => format!(
            "from {} replicates of a bootstrap ({}, seed {})",
            choices.replicates,
            choices.method.word(),
            choices.seed
        ),
    };
    format!(
        "The {} % intervals are {method}: outlets are strata, {cluster} of an outlet are what varies. {OF_INTERVALS}",
        choices.level
    )
}

pub(super) fn limitations(draft: &mut Draft<'_>) {
    draft.chapter("limitations", "11 Limitations");
    draft.blocks.push(Block::List(vec![
        "Shares speak of the outlets that were monitored, which were chosen and are no sample of all media.".to_owned(),
        if draft.findings.ledger.is_empty() {
            "A day without a coded row may be a day without coverage or a day that was not recorded: the sheets do not say which."
        } else {
            "Lost recordings are gaps and no zeros; what they would have held is not known."
        }
        .to_owned(),
        "Items shared by several actors count for each of them as coded; other ways of dividing them give other shares.".to_owned(),
        "A share is an amount, not a judgement: tone, topic and newsworthiness are not in it.".to_owned(),
    ]));
}
