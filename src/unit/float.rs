//! Whole numbers as floats, for variances and places on paper; never for a printed share.

/// A whole amount: milliseconds of 285,000 years are exact.
#[expect(clippy::cast_precision_loss, reason = "exact below 2^53; variances need no more")]
pub fn float(whole: i64) -> f64 {
    whole as f64
}

/// A number of things: rows, units, replicates.
#[expect(clippy::cast_precision_loss, reason = "exact below 2^53; nobody counts further")]
pub fn count(n: usize) -> f64 {
    n as f64
}
