//! What a printed table says against itself, for people and machines.

use serde_json::{Value, json};

use crate::audit::TableFinding;
use crate::diagnostic::safe;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.verify-table/1";

/// Every test with how it came out, one a line.
pub fn table_findings_text(findings: &[TableFinding]) -> String {
    findings
        .iter()
        .map(|finding| format!("{}: {}\n", if finding.is_wrong() { "wrong" } else { "holds" }, safe(&words(finding))))
        .collect()
}

fn words(finding: &TableFinding) -> String {
    match finding {
        TableFinding::Sum { sum, total, difference } if difference == "0" => {
            format!("the parts add up to {total} ({sum})")
        }
        TableFinding::Sum { sum, total, difference } => {
            format!("the parts add up to {sum}, the total is printed as {total}: {difference} apart")
        }
        TableFinding::TotalAsSlice { parts } => {
            let parts = parts.iter().map(|(name, printed, right)| format!("{name} is {right}%, printed {printed}"));
            format!("the total is charted as a slice beside its own parts: {}", parts.collect::<Vec<_>>().join("; "))
        }
        TableFinding::PercentSum { sum, total, is_possible: true } => {
            format!("the percentages add up to {sum}, printed {total}")
        }
        TableFinding::PercentSum { sum, total, .. } => {
            format!("the percentages add up to {sum}, not to {total}: no rounding gives that")
        }
        TableFinding::Outside { name, printed } => format!("{name} is printed {printed}%: a part is 0 to 100"),
        TableFinding::ImpliedTotal { low, high, is_wrong } => {
            let outside = if *is_wrong { "; the one printed is not among them" } else { "" };
            format!("the percentages allow totals from {low} to {high}{outside}")
        }
        TableFinding::Percent { name, printed, exact, rules } if rules.is_empty() => {
            format!("{name} is {exact}%, printed {printed}: no rounding gives that")
        }
        TableFinding::Percent { name, printed, exact, rules } => {
            format!("{name} is {exact}%, printed {printed} ({})", rules.join(", "))
        }
        TableFinding::MixedRounding { rounded, cut_off } => {
            format!("two rounding rules in one table: {} rounded, {} cut off", rounded.join(", "), cut_off.join(", "))
        }
        TableFinding::Impossible { percent, n, is_possible: true } => format!("{percent}% of {n} is possible"),
        TableFinding::Impossible { percent, n, .. } => format!("no whole number out of {n} is {percent}%"),
        TableFinding::Quotient { what, claimed, exact, is_right: true } => {
            format!("{what} = {exact}, claimed {claimed}")
        }
        TableFinding::Quotient { what, claimed, exact, .. } => format!("{what} = {exact}, not {claimed}"),
    }
}

/// The same for machines.
pub fn table_findings_json(findings: &[TableFinding]) -> Value {
    let kind = |finding: &TableFinding| match finding {
        TableFinding::Sum { .. } => "sum",
        TableFinding::TotalAsSlice { .. } => "total-as-slice",
        TableFinding::PercentSum { .. } => "percent-sum",
        TableFinding::Outside { .. } => "outside",
        TableFinding::ImpliedTotal { .. } => "implied-total",
        TableFinding::Percent { .. } => "percent",
        TableFinding::MixedRounding { .. } => "mixed-rounding",
        TableFinding::Impossible { .. } => "count",
        TableFinding::Quotient { .. } => "quotient",
    };
    let findings = findings
        .iter()
        .map(|finding| json!({ "kind": kind(finding), "is_wrong": finding.is_wrong(), "words": words(finding) }));
    json!({ "schema": SCHEMA, "findings": findings.collect::<Vec<_>>() })
}
