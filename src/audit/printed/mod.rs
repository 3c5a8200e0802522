//! A printed table against itself, without any data: sums, percentages, implied totals, ratios and means.
//!
//! In: a table as it was published, as CSV (`name`, `amount`, `percent`; a row called total) or TOML (`total`, `[[row]]`, `[[ratio]]`,
//! `[[mean]]`, `[[count]]`). Out: a [`TableFinding`] for everything that could be tested, right or wrong. Amounts are numbers or clock
//! times (`59:11:06`, `42:58` is minutes and seconds); they are exact fractions, and every test is one comparison of those.
//! Source of the test of counts: Brown and Heathers, The GRIM test, 2017.

mod number;
mod percentages;
mod read;

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};

use number::{decimal, like, rounded, whole};
use percentages::{is_possible, outside, percent_sum, percentages};
use read::{find_total, of_csv, of_toml};

/// E813: a printed table that cannot be read.
pub(in crate::audit) static BAD_TABLE: Code = Code {
    id: "E813",
    name: "bad-printed-table",
    severity: Severity::Error,
    page: "A printed table is a CSV with the columns `name`, `amount` and `percent` (one of the last two may be missing), in which a \
           row called total holds the sum, or TOML with `[[row]]`s of these keys, a `total`, and `[[ratio]]`, `[[mean]]` and \
           `[[count]]` for headlines. Amounts are numbers or clock times; `42:58` is minutes and seconds.",
};

/// Of any size: a published table may hold a number of thirty decimals, and a sum of such has more.
type Number = BigRational;

/// A percentage or amount as it was printed.
#[derive(Debug, Clone, PartialEq)]
struct Printed {
    text: String,
    value: Number,
    decimals: u32,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    amount: Option<Printed>,
    percent: Option<Printed>,
    is_total: bool,
}

/// What was tested, and how it came out. Numbers are texts, exact or with two decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFinding {
    /// The parts add up to the total that is printed, or miss it by so much.
    Sum {
        /// The sum of the parts.
        sum: String,
        /// The total as printed.
        total: String,
        /// The total less the sum; `0` where they agree.
        difference: String,
    },
    /// The percentages take the total for one of the slices.
    TotalAsSlice {
        /// The shares of the parts: name, as printed, as they are of the total.
        parts: Vec<(String, String, String)>,
    },
    /// The percentages of the parts add up to the total's, or to a hundred, within what their rounding allows.
    PercentSum {
        /// The sum.
        sum: String,
        /// The total's percentage as printed, or `100`.
        total: String,
        /// Can it be rounding?
        is_possible: bool,
    },
    /// A percentage that no part can have.
    Outside {
        /// Of what.
        name: String,
        /// As printed.
        printed: String,
    },
    /// Which totals the printed percentages allow.
    ImpliedTotal {
        /// The least.
        low: String,
        /// The largest.
        high: String,
        /// A printed total lies outside.
        is_wrong: bool,
    },
    /// A percentage, and the rules of rounding that give it.
    Percent {
        /// Of what.
        name: String,
        /// As printed.
        printed: String,
        /// With two decimals more.
        exact: String,
        /// `half-up`, `half-even`, `truncate`; none where no rule gives it.
        rules: Vec<&'static str>,
    },
    /// No one rule gives all percentages, though each has one.
    MixedRounding {
        /// Those that are only rounded.
        rounded: Vec<String>,
        /// Those that are only cut off.
        cut_off: Vec<String>,
    },
    /// Percentages that a count of so many cannot give.
    Impossible {
        /// As printed.
        percent: String,
        /// Out of how many.
        n: BigInt,
        /// Can it be?
        is_possible: bool,
    },
    /// A headline that divides two amounts.
    Quotient {
        /// `59:11:06 / 42:58`
        what: String,
        /// As claimed.
        claimed: String,
        /// As it is.
        exact: String,
        /// Does it round to what is claimed?
        is_right: bool,
    },
}

impl TableFinding {
    /// Does it stand against the table?
    pub fn is_wrong(&self) -> bool {
        match self {
            TableFinding::Sum { difference, .. } => difference != "0",
            TableFinding::ImpliedTotal { is_wrong, .. } => *is_wrong,
            TableFinding::Percent { rules, .. } => rules.is_empty(),
            TableFinding::Impossible { is_possible, .. } => !is_possible,
            TableFinding::Quotient { is_right, .. } => !is_right,
            TableFinding::PercentSum { is_possible, .. } => !is_possible,
            TableFinding::TotalAsSlice { .. } | TableFinding::MixedRounding { .. } | TableFinding::Outside { .. } => {
                true
            }
        }
    }
}

#[derive(Debug, Default)]
struct Published {
    rows: Vec<Row>,
    quotients: Vec<(String, Number, Printed)>,
    counts: Vec<(Printed, BigInt)>,
}

/// Tests a table. Every mistake in writing it down is a finding of the second list.
pub fn verify_table(place: &str, text: &str) -> (Vec<TableFinding>, Vec<Diagnostic>) {
    let is_toml = std::path::Path::new(place).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let (mut published, mut findings) = if is_toml { of_toml(place, text) } else { of_csv(place, text) };
    find_total(&mut published.rows);
    if findings.is_empty() && published.rows.is_empty() && published.quotients.is_empty() && published.counts.is_empty()
    {
        findings.push(Diagnostic::new(&BAD_TABLE, Place::file(place), "the table has no row"));
    }
    let tested = test(&published);
    if tested.is_empty() && findings.is_empty() {
        let message = "nothing of the table can be tested: a single number stands against nothing";
        findings.push(Diagnostic::new(&BAD_TABLE, Place::file(place), message));
    }
    (tested, findings)
}

fn test(published: &Published) -> Vec<TableFinding> {
    let mut found = Vec::new();
    let parts: Vec<&Row> = published.rows.iter().filter(|row| !row.is_total).collect();
    let total = published.rows.iter().find(|row| row.is_total).and_then(|row| row.amount.as_ref());
    let amounts: Vec<&Printed> = parts.iter().filter_map(|row| row.amount.as_ref()).collect();
    let sum: Number = amounts.iter().map(|amount| &amount.value).sum();
    let is_whole = amounts.len() == parts.len() && !amounts.is_empty();
    // Percentages far below a hundred say that the rows are some of the parts.
    let percents: Vec<&Printed> = parts.iter().filter_map(|row| row.percent.as_ref()).collect();
    let in_all: Number = percents.iter().map(|percent| &percent.value).sum();
    found.extend(outside(&published.rows));
    let said_total = published.rows.iter().find(|row| row.is_total).and_then(|row| row.percent.as_ref());
    let are_some = said_total.is_none() && percents.len() == parts.len() && in_all < whole(98);
    if let (Some(total), true) = (total, is_whole && amounts.len() > 1 && !are_some) {
        found.push(TableFinding::Sum {
            sum: like(total, &sum),
            total: total.text.clone(),
            difference: if total.value == sum { "0".to_owned() } else { like(total, &(&total.value - &sum)) },
        });
    }
    let tested = percentages(published, &parts, total, is_whole.then_some(sum));
    let is_sliced = tested.iter().any(|finding| matches!(finding, TableFinding::TotalAsSlice { .. }));
    found.extend(tested);
    if percents.len() == parts.len() && percents.len() > 1 && !are_some && !is_sliced {
        found.push(percent_sum(&percents, said_total));
    }
    for (what, exact, claimed) in &published.quotients {
        let is_right =
            ["half-up", "half-even"].iter().any(|rule| rounded(exact, claimed.decimals, rule) == claimed.value);
        found.push(TableFinding::Quotient {
            what: what.clone(),
            claimed: claimed.text.clone(),
            exact: decimal(exact, 2),
            is_right,
        });
    }
    for (percent, n) in &published.counts {
        found.push(TableFinding::Impossible {
            percent: percent.text.clone(),
            n: n.clone(),
            is_possible: is_possible(percent, n),
        });
    }
    found
}
