//! Weights of disagreements: 1 for the same category, less the further two are apart.
//!
//! In: the values of the categories, ascending. Out: a symmetric matrix with ones on its diagonal.
//! Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed., 2014, ch. 3 and appendix B. Checked against: R `irrCAC`.

/// How disagreements are weighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// Every disagreement is the same: for names.
    Identity,
    /// By the distance of values.
    Linear,
    /// By its square.
    Quadratic,
    /// By the number of categories between two: for an order.
    Ordinal,
    /// By the root of the distance.
    Radical,
    /// By the square of the distance over the sum: for amounts.
    Ratio,
    /// Around a circle: hours of the day.
    Circular,
    /// By distance from both ends.
    Bipolar,
}

/// The matrix of weights.
pub fn weights(weighting: Weighting, values: &[f64]) -> Vec<Vec<f64>> {
    let (low, high) = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0));
    let apart = |k: usize, l: usize| (values[k] - values[l]).abs();
    let pair = |k: usize, l: usize| match weighting {
        Weighting::Identity => 1.0,
        Weighting::Linear => apart(k, l) / (high - low),
        Weighting::Quadratic => (apart(k, l) / (high - low)).powi(2),
        Weighting::Radical => (apart(k, l) / (high - low)).sqrt(),
        Weighting::Ordinal => between(k, l) / between(0, values.len() - 1),
        Weighting::Ratio => {
            let relative = |a: f64, b: f64| ((a - b) / (a + b)).powi(2);
            relative(values[k], values[l]) / relative(high, low)
        }
        Weighting::Circular => (std::f64::consts::PI * apart(k, l) / (high - low + 1.0)).sin().powi(2),
        Weighting::Bipolar => {
            let sum = values[k] + values[l];
            apart(k, l).powi(2) / ((sum - 2.0 * low) * (2.0 * high - sum))
        }
    };
    let distance: Vec<Vec<f64>> =
        (0..values.len()).map(|k| (0..values.len()).map(|l| if k == l { 0.0 } else { pair(k, l) }).collect()).collect();
    let most = match weighting {
        Weighting::Circular | Weighting::Bipolar => distance.iter().flatten().copied().fold(0.0, f64::max),
        _ => 1.0,
    };
    let most = if most > 0.0 { most } else { 1.0 };
    distance.into_iter().map(|row| row.into_iter().map(|distance| 1.0 - distance / most).collect()).collect()
}

/// Pairs among the categories from one to another.
#[expect(clippy::cast_precision_loss, reason = "categories are counted in tens")]
fn between(k: usize, l: usize) -> f64 {
    let n = k.abs_diff(l) + 1;
    (n * (n - 1) / 2) as f64
}
