//! A percent axis from zero: round steps, few of them, none cut off.

/// The end of the axis and the step of its ticks, both in percent, for a largest value in percent.
pub(super) fn percent_axis(largest: f64) -> (u32, u32) {
    const STEPS: [u32; 4] = [2, 5, 10, 20];
    let largest = largest.clamp(1.0, 100.0);
    let fits = |step: &&u32| f64::from(**step) * 6.0 >= largest;
    let step = STEPS.iter().find(fits).copied().unwrap_or(20);
    let mut end = step;
    while f64::from(end) < largest {
        end += step;
    }
    (end, step)
}

#[cfg(test)]
mod tests {
    use super::percent_axis;

    #[test]
    fn the_axis_ends_at_a_tick_beyond_the_largest_value() {
        assert_eq!(percent_axis(52.0), (60, 10));
        assert_eq!(percent_axis(17.0), (20, 5));
        assert_eq!(percent_axis(100.0), (100, 20));
        assert_eq!(percent_axis(0.0), (2, 2));
    }
}
