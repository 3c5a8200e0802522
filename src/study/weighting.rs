//! How outlets are put together into one share.

use crate::codebook::Codebook;
use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::Decimal;

/// How outlets are put together. A rank that changes between two of them is a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weighting {
    /// Amounts are added over outlets: long outlets weigh more.
    Pooled,
    /// The mean of the outlets' shares: every outlet weighs the same.
    Mean,
    /// The mean with a weight per outlet (audience, circulation), which has a source.
    Weighted {
        /// Weight by outlet id.
        weights: Vec<(String, Decimal)>,
        /// Where the weights come from.
        source: String,
    },
}

impl Weighting {
    /// `pooled`, `mean` or `weighted`.
    pub fn word(&self) -> &'static str {
        match self {
            Weighting::Pooled => "pooled",
            Weighting::Mean => "mean",
            Weighting::Weighted { .. } => "weighted",
        }
    }
}

#[derive(Clone, Copy)]
enum Word {
    Pooled,
    Mean,
    Weighted,
}

/// Reads `weighting`, and where it is `weighted` also `weights` and `weights_source`.
pub(super) fn read_weighting(table: &Table<'_>, codebook: &Codebook) -> Weighting {
    let words = [("pooled", Word::Pooled), ("mean", Word::Mean), ("weighted", Word::Weighted)];
    let word = table.choice("weighting", &words).unwrap_or(Word::Pooled);
    let numbers = table.numbers("weights");
    let source = table.text("weights_source");
    let mut weights = Vec::new();
    for (outlet, weight) in numbers {
        if codebook.outlets.by_id(&outlet.value).is_none() {
            table.document().report_unknown(outlet.span, "outlet", &outlet.value, &codebook.outlets.ids());
        }
        weights.push((outlet.value, weight.value));
    }
    match (word, weights.is_empty(), source) {
        (Word::Pooled, true, None) => Weighting::Pooled,
        (Word::Mean, true, None) => Weighting::Mean,
        (Word::Weighted, false, Some(source)) => Weighting::Weighted { weights, source: source.value },
        (Word::Weighted, ..) => {
            let message = "`weighting = \"weighted\"` needs `weights` by outlet and their `weights_source`";
            table.document().report(&WRONG_VALUE, table.span(), message, None);
            Weighting::Pooled
        }
        _ => {
            let message = "`weights` and `weights_source` go with `weighting = \"weighted\"` only";
            table.document().report(&WRONG_VALUE, table.span(), message, None);
            Weighting::Pooled
        }
    }
}
