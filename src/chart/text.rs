//! Breaking text into lines that fit, by the widths of the embedded fonts.

use super::Weight;
use super::font;

/// Breaks `text` at blanks into lines of at most `width` pixels. A word wider than that stands alone, cut with `…`.
pub(super) fn wrapped(text: &str, width: f64, px: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| font::width(line, px, weight) <= width) {
            Some(line) => *lines.last_mut().expect("invariant: it was longer") = line,
            None => lines.push(cut(word, width, px, weight)),
        }
    }
    balance(&mut lines, width, px, weight);
    lines
}

/// A last line that holds a lone short word takes one more from the line before.
fn balance(lines: &mut [String], width: f64, px: f64, weight: Weight) {
    let [.., before, last] = lines else { return };
    while font::width(last, px, weight) < 0.25 * width {
        let Some((rest, word)) = before.rsplit_once(' ') else { return };
        let longer = format!("{word} {last}");
        if font::width(&longer, px, weight) > width {
            return;
        }
        (*last, *before) = (longer, rest.to_owned());
    }
}

/// `text` with as many characters as fit, and `…` for the rest.
pub(super) fn cut(text: &str, width: f64, px: f64, weight: Weight) -> String {
    if font::width(text, px, weight) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        if font::width(&format!("{kept}{character}…"), px, weight) > width {
            break;
        }
        kept.push(character);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// `x`, or the nearest place between `low` and `high`. Where a text is wider than its room there is none: it begins where the room
/// does, and the layout is refused for what it covers.
pub(super) fn within(x: f64, low: f64, high: f64) -> f64 {
    x.min(high).max(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "Share of the space of the seven registered parties in editorial coverage, in per cent of their sum";
        for line in wrapped(text, 400.0, 30.0, Weight::Regular) {
            assert!(font::width(&line, 30.0, Weight::Regular) <= 400.0, "{line}");
        }
    }

    #[test]
    fn no_word_is_lost() {
        let text = "one two three four five six seven";
        assert_eq!(wrapped(text, 150.0, 30.0, Weight::Bold).join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_says_so() {
        let line = cut("Nordrhein-Westfälischer", 150.0, 30.0, Weight::Regular);
        assert!(line.ends_with('…') && font::width(&line, 30.0, Weight::Regular) <= 150.0, "{line}");
    }
}
