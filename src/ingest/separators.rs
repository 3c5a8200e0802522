//! Where the bytes stand that take a delimited text apart, sixteen looked at in one step.

use wide::u8x16;

const LANES: usize = 16;
const BLOCK: usize = 4 * LANES;
/// In no text that is UTF-8.
const NONE: u8 = 0xFF;

/// A byte that takes a text apart, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separator(u32);

/// Set where it is no delimiter.
const OTHER: u32 = 1 << 31;

impl Separator {
    #[inline]
    pub(super) fn place(self) -> u32 {
        self.0 & !OTHER
    }

    #[inline]
    pub(super) fn is_delimiter(self) -> bool {
        self.0 < OTHER
    }
}

/// What was found in a text, in its order.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Delimiters, quotation marks, line ends and NUL bytes.
    pub separators: Vec<Separator>,
    /// Bytes beside one of them that are no graphic ASCII: blanks, and parts of letters. The first and the last byte that was looked
    /// at may stand here without a separator beside them.
    pub odd: Vec<u32>,
}

/// The last byte of the block before: is it a separator, or else an odd byte if the next is one?
#[derive(Debug, Clone, Copy)]
struct Last {
    is_separator: bool,
    is_not_graphic: bool,
}

impl Found {
    /// Looks through a text, whose places are counted from `from`.
    ///
    /// Panics: a text that reaches beyond 2 GiB.
    pub(super) fn look_through(&mut self, text: &[u8], from: usize, delimiter: u8) {
        let place = |at: usize| {
            let place = u32::try_from(from + at).ok().filter(|place| *place < OTHER);
            place.expect("invariant: the buffer of a text is bounded")
        };
        let mut last = Last { is_separator: true, is_not_graphic: false };
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        for (number, block) in blocks.iter().enumerate() {
            last = self.note(block, place(number * BLOCK), delimiter, last, BLOCK);
        }
        if !rest.is_empty() {
            let mut block = [NONE; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            last = self.note(&block, place(blocks.len() * BLOCK), delimiter, last, rest.len());
        }
        if last.is_not_graphic {
            self.odd.push(place(text.len() - 1));
        }
    }

    /// Notes what stands in the first bytes of a block, as many as are of the text.
    #[inline]
    fn note(&mut self, block: &[u8; BLOCK], place: u32, delimiter: u8, last: Last, n_bytes: usize) -> Last {
        let (mut are_delimiters, mut are_others, mut are_graphic) = (0_u64, 0_u64, 0_u64);
        for (part, bytes) in block.as_chunks::<LANES>().0.iter().enumerate() {
            let bytes = u8x16::from(*bytes);
            let are = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
            let at = part * LANES;
            are_delimiters |= u64::from(are(delimiter).to_bitmask()) << at;
            are_others |= u64::from((are(b'"') | are(b'\n') | are(b'\r') | are(0)).to_bitmask()) << at;
            let within = bytes.max(u8x16::splat(b'!')).simd_eq(bytes) & bytes.min(u8x16::splat(b'~')).simd_eq(bytes);
            are_graphic |= u64::from(within.to_bitmask()) << at;
        }
        let are_all = are_delimiters | are_others;
        if last.is_not_graphic && are_all & 1 == 1 {
            self.odd.push(place - 1);
        }
        let are_not_graphic = !are_graphic & !are_all & (u64::MAX >> (BLOCK - n_bytes));
        let are_odd = are_not_graphic & (are_all << 1 | u64::from(last.is_separator) | are_all >> 1);
        each_bit(are_odd, |at| self.odd.push(place + at));
        self.separators.reserve(BLOCK);
        each_bit(are_all, |at| {
            let other = if are_others >> at & 1 == 1 { OTHER } else { 0 };
            self.separators.push(Separator((place + at) | other));
        });
        let is_at_end = |bits: u64| bits >> (n_bytes - 1) & 1 == 1;
        Last { is_separator: is_at_end(are_all), is_not_graphic: is_at_end(are_not_graphic & !are_odd) }
    }
}

/// The places of the bits that are set.
#[inline]
fn each_bit(mut bits: u64, mut take: impl FnMut(u32)) {
    while bits != 0 {
        take(bits.trailing_zeros());
        bits &= bits - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_places_are_those_that_a_look_at_every_byte_finds(
            text in proptest::collection::vec(proptest::sample::select(b"abcx!~\x7f\t\xc4\x8d ;,\"\n\r\0".to_vec()), 0..300),
            delimiter in proptest::sample::select(b",;x".to_vec()),
            from in 1..1_000_usize,
        ) {
            let is_other = |byte: u8| matches!(byte, b'"' | b'\n' | b'\r' | 0);
            let is_one = |byte: u8| byte == delimiter || is_other(byte);
            let place = |at: usize| u32::try_from(from + at).unwrap();
            let mut found = Found::default();
            found.look_through(&text, from, delimiter);
            let all: Vec<_> = found.separators.iter().map(|one| (one.place(), one.is_delimiter())).collect();
            let expected = text.iter().enumerate().filter(|(_, byte)| is_one(**byte));
            let expected: Vec<_> = expected.map(|(at, byte)| (place(at), !is_other(*byte))).collect();
            proptest::prop_assert_eq!(all, expected);
            let is_odd = |at: usize| {
                let beside = at == 0 || at + 1 == text.len() || is_one(text[at - 1]) || is_one(text[at + 1]);
                beside && !is_one(text[at]) && !text[at].is_ascii_graphic()
            };
            let expected: Vec<u32> = (0..text.len()).filter(|at| is_odd(*at)).map(place).collect();
            proptest::prop_assert_eq!(found.odd, expected);
        }
    }
}
