//! Physical lines: the text of those that findings point at.
//!
//! People count lines, also those inside quotes and blank ones. `\n`, `\r\n` and a lone `\r` each end one.

use std::io::BufRead;

/// No more of a line is kept: who shows one cuts it far shorter.
const MOST_OF_A_LINE: usize = 64 * 1024;

/// Gives the physical lines of a text that are wanted, without their ends and without what makes them longer than 64 KiB; the others are passed without being looked at.
///
/// In: numbers of lines from 1, in ascending order.
pub(super) fn lines_at(mut text: impl BufRead, wanted: impl Iterator<Item = u64>, mut take: impl FnMut(u64, String)) {
    let mut wanted = wanted.peekable();
    let (mut number, mut line, mut after_return) = (1, Vec::new(), false);
    while let Some(next) = wanted.peek().copied() {
        let Ok(block) = text.fill_buf() else { return };
        if block.is_empty() {
            if number == next && !line.is_empty() {
                take(number, String::from_utf8_lossy(&line).into_owned());
            }
            return;
        }
        let start = usize::from(std::mem::take(&mut after_return) && block[0] == b'\n');
        let end = memchr::memchr2(b'\n', b'\r', &block[start..]).map(|end| start + end);
        if number == next {
            let stretch = &block[start..end.unwrap_or(block.len())];
            line.extend_from_slice(&stretch[..stretch.len().min(MOST_OF_A_LINE.saturating_sub(line.len()))]);
            if line.len() == MOST_OF_A_LINE {
                line.extend_from_slice("…".as_bytes());
            }
        }
        let Some(end) = end else {
            let n_read = block.len();
            text.consume(n_read);
            continue;
        };
        after_return = block[end] == b'\r';
        text.consume(end + 1);
        if number == next {
            take(number, String::from_utf8_lossy(&line).into_owned());
            line.clear();
            wanted.next();
        }
        number += 1;
    }
}

/// How many lines end in a text.
pub(super) fn count(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let is_alone = |place: &usize| bytes.get(place + 1) != Some(&b'\n');
    let n_alone = memchr::memchr_iter(b'\r', bytes).filter(is_alone).count();
    (memchr::memchr_iter(b'\n', bytes).count() + n_alone) as u64
}

/// Behind which `\n` a text may be cut so that no row is: the last one that stands in no quoted cell, by the number of quotation
/// marks before it. It is a guess, for within plain cells they are characters like others; where none seems to do, it is the
/// last. Nothing where none stands in its last part.
pub(super) fn last_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = bytes.len().saturating_sub(MOST_OF_A_LINE);
    let mut is_even = memchr::memchr_iter(b'"', bytes).count().is_multiple_of(2);
    for place in memchr::memchr2_iter(b'\n', b'"', &bytes[first..]).rev() {
        match bytes[first + place] {
            b'\n' if is_even => return Some(first + place + 1),
            b'\n' => {}
            _ => is_even = !is_even,
        }
    }
    memchr::memrchr(b'\n', &bytes[first..]).map(|place| first + place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_blank_and_foreign_line_ends_count() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"].join(end);
            let mut texts = Vec::new();
            lines_at(text.as_bytes(), 1..=9, |line, text| texts.push((line, text)));
            assert_eq!(count(&text), 6);
            let expected = ["a,b", "\"x", "y\",1", "", "", "c,2", "d,3"];
            assert_eq!(texts, (1..).zip(expected.map(str::to_owned)).collect::<Vec<_>>(), "{end:?}");
            let mut some = Vec::new();
            lines_at(text.as_bytes(), [2, 6].into_iter(), |_, text| some.push(text));
            assert_eq!(some, ["\"x", "c,2"], "{end:?}");
        }
    }

    #[test]
    fn a_text_is_cut_where_no_quotation_mark_is_open() {
        assert_eq!(last_end("a\n\"b\nc\"\nd"), Some("a\n\"b\nc\"\n".len()));
        assert_eq!(last_end("a\n\"b\nc\nd"), Some("a\n".len()));
        assert_eq!(last_end("\"a\nb"), Some("\"a\n".len()));
        assert_eq!(last_end("a,b"), None);
        assert_eq!(last_end(&format!("a\n{}", "x".repeat(MOST_OF_A_LINE))), None);
    }
}
