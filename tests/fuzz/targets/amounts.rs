//! One cell in every declared way of writing an amount.
#![no_main]

use evenhand::unit::{Amount, AmountFormat, AmountSizes, Decimal, DecimalMark, Unit, clock_duration};
use libfuzzer_sys::fuzz_target;

/// What machine files say of an amount is read again as just that amount.
fn prints_what_it_is(amount: Amount) {
    assert!((0..=AmountFormat::MOST).contains(&amount.whole()), "{amount:?}");
    let format = match amount.unit() {
        Unit::Time => AmountFormat::Seconds,
        Unit::Area => AmountFormat::SquareCm,
        Unit::Count => AmountFormat::Number,
    };
    let printed = amount.machine_number();
    let again = format.parse([&printed, ""], DecimalMark::Dot, AmountSizes::default());
    assert_eq!(again, Ok(amount), "{printed}");
    assert!(!amount.to_string().is_empty() && !amount.printed_digits().is_empty());
}

fuzz_target!(|text: &str| {
    let (first, second) = text.split_once('\n').unwrap_or((text, "2.5"));
    let size = second.parse::<Decimal>().ok();
    for mark in [DecimalMark::Dot, DecimalMark::Comma] {
        for sizes in [AmountSizes { clip: size, column_cm: size, page_cm2: size }, AmountSizes::default()] {
            for (_, format) in AmountFormat::WORDS {
                if let Ok(amount) = format.parse([first, second], mark, sizes) {
                    assert_eq!(amount.unit(), format.unit());
                    prints_what_it_is(amount);
                }
            }
        }
        if let Ok(number) = Decimal::parse(first, mark) {
            // `-0` prints as it is: nothing.
            let again: Decimal = number.to_string().parse().expect("what is printed is a number");
            assert_eq!(again, number);
            let (above, below) = number.as_fraction();
            assert_eq!(number.is_whole(), above % below == 0);
            for factor in [1, 100, 86_400_000] {
                let _ = number.times(factor);
                let _ = number.hundredth().times(factor);
            }
            let _ = Decimal::product(&[number, number, number.hundredth()]);
        }
    }
    let _ = clock_duration(first).map(prints_what_it_is);
});
