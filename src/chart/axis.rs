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

/// The same axis with as few ticks as a length has room for.
pub(super) fn spaced((end, step): (u32, u32), length: f64, least: f64) -> (u32, u32) {
    let mut step = step;
    while step < end && length * f64::from(step) / f64::from(end) < least {
        step *= 2;
    }
    (end, step)
}

/// The smallest round step, of 1, 2 or 5 times a power of ten, that is at least `least`.
pub(super) fn amount_step(least: f64) -> f64 {
    let mut unit = 0.1;
    loop {
        for times in [1.0, 2.0, 5.0] {
            if times * unit >= least {
                return times * unit;
            }
        }
        unit *= 10.0;
    }
}

/// The largest round amount, of 1, 2 or 5 times a power of ten, that is no more than `most`.
pub(super) fn amount_within(most: f64) -> f64 {
    let mut found = 0.1;
    let mut unit = 0.1;
    while unit <= most {
        found = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|times| times * unit)
            .filter(|amount| *amount <= most)
            .fold(found, f64::max);
        unit *= 10.0;
    }
    found
}

/// A tick's amount, whole or with the decimal of its step, before a language writes it.
pub(super) fn amount_digits(amount: f64) -> String {
    if amount.fract() == 0.0 { format!("{amount:.0}") } else { format!("{amount:.1}") }
}

#[cfg(test)]
mod tests {
    use super::{amount_digits, amount_step, amount_within, percent_axis};

    #[test]
    fn amounts_have_the_decimal_of_their_step() {
        assert_eq!(amount_digits(0.0), "0");
        assert_eq!(amount_digits(0.5), "0.5");
        assert_eq!(amount_digits(20_000.0), "20000");
    }

    #[test]
    fn a_step_is_round_and_large_enough() {
        assert!((amount_step(3.0) - 5.0).abs() < 1e-9);
        assert!((amount_step(11.0) - 20.0).abs() < 1e-9);
        assert!((amount_step(0.05) - 0.1).abs() < 1e-9);
    }

    #[test]
    fn a_tick_stands_below_the_longest_bar() {
        for (most, tick) in [(82.3, 50.0), (199.0, 100.0), (20.0, 20.0), (0.3, 0.2)] {
            assert!((amount_within(most) - tick).abs() < 1e-9, "{most}");
        }
    }

    #[test]
    fn the_axis_ends_at_a_tick_beyond_the_largest_value() {
        assert_eq!(percent_axis(52.0), (60, 10));
        assert_eq!(percent_axis(17.0), (20, 5));
        assert_eq!(percent_axis(100.0), (100, 20));
        assert_eq!(percent_axis(0.0), (2, 2));
    }
}
