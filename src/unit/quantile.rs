//! Quantiles of replicates.

/// The quantile of ascending values, linear between neighbours; `None` of no values.
///
/// Source: type 7 of Hyndman and Fan, 1996, the default of R and NumPy.
pub fn quantile(ascending: &[f64], part: f64) -> Option<f64> {
    let last = ascending.len().checked_sub(1)?;
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place among thousands of values"
    )]
    let (place, floor) = {
        let place = part.clamp(0.0, 1.0) * last as f64;
        (place, place.floor() as usize)
    };
    let (low, high) = (ascending[floor], ascending[(floor + 1).min(last)]);
    Some(low + (high - low) * (place - place.floor()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_lies_between_its_neighbours() {
        let values = [1.0, 2.0, 4.0];
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 0.75), Some(3.0));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn a_part_outside_of_the_whole_is_an_end() {
        let values = [1.0, 2.0, 4.0, 8.0];
        assert_eq!(quantile(&values, -0.1), Some(1.0));
        assert_eq!(quantile(&values, 1.1), Some(8.0));
        assert_eq!(quantile(&values, 0.5), Some(3.0));
        assert_eq!(quantile(&[5.0], 0.3), Some(5.0));
    }
}
