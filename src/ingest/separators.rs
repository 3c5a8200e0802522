//! Where the bytes stand that take a delimited text apart, sixteen looked at in one step.

use wide::u8x16;

const LANES: usize = 16;
const BLOCK: usize = 4 * LANES;
/// In no text that is UTF-8.
const NONE: u8 = 0xFF;

/// Adds the places of delimiters, quotation marks, line ends and NUL bytes in a text, counted from `from`, in their order.
///
/// Panics: a text that reaches beyond what a `u32` counts.
pub(super) fn find(text: &[u8], from: usize, delimiter: u8, found: &mut Vec<u32>) {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let place = |at: usize| u32::try_from(from + at).expect("invariant: the buffer of a text is bounded");
    for (number, block) in blocks.iter().enumerate() {
        note(block, place(number * BLOCK), delimiter, found);
    }
    if !rest.is_empty() {
        let mut block = [NONE; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        note(&block, place(blocks.len() * BLOCK), delimiter, found);
    }
}

#[inline]
fn note(block: &[u8; BLOCK], place: u32, delimiter: u8, found: &mut Vec<u32>) {
    let mut are_any = 0_u64;
    for (part, bytes) in block.as_chunks::<LANES>().0.iter().enumerate() {
        let bytes = u8x16::from(*bytes);
        let are = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
        let any = are(delimiter) | are(b'"') | are(b'\n') | are(b'\r') | are(0);
        are_any |= u64::from(any.to_bitmask()) << (part * LANES);
    }
    found.reserve(BLOCK);
    while are_any != 0 {
        found.push(place + are_any.trailing_zeros());
        are_any &= are_any - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_places_are_those_that_a_look_at_every_byte_finds(
            text in proptest::collection::vec(proptest::sample::select(b"abcdefx\xc4\x8d;,\"\n\r\0".to_vec()), 0..300),
            delimiter in proptest::sample::select(b",;x".to_vec()),
            from in 0..1_000_usize,
        ) {
            let is_one = |byte: u8| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r' | 0);
            let places = (0_usize..).zip(&text).filter(|(_, byte)| is_one(**byte));
            let expected: Vec<u32> = places.map(|(place, _)| u32::try_from(from + place).unwrap()).collect();
            let mut found = Vec::new();
            find(&text, from, delimiter, &mut found);
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
