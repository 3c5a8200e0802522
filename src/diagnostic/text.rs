//! Text from somebody's file, made safe to show: a cell may hold escape sequences or turn the line's direction.

/// At most this many characters of a cell are shown.
const SHOWN: usize = 60;

/// `text` with control, zero-width and direction-changing characters written as escapes.
pub fn safe(text: &str) -> String {
    cut(text, usize::MAX)
}

/// The same for a text of several lines: line ends, tabs and the joiners of Persian and Indian scripts stay.
pub fn printable(text: &str) -> String {
    let is_sound = |c: char| matches!(c, '\n' | '\t') || !is_unseen(c);
    if text.chars().all(is_sound) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_sound(c) { c.to_string() } else { safe(&c.to_string()) }).collect()
}

/// The same, cut at 60 characters.
pub fn shown(text: &str) -> String {
    cut(text, SHOWN)
}

/// The same for a whole line of a file, cut at 160 characters.
pub(super) fn shown_line(text: &str) -> String {
    cut(text, 160)
}

/// `1 row`, `3 rows`.
pub fn counted(n: u64, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

fn cut(text: &str, limit: usize) -> String {
    let mut safe = String::with_capacity(text.len());
    for (count, character) in text.chars().enumerate() {
        if count == limit {
            safe.push('…');
            break;
        }
        match character {
            '\t' => safe.push(' '),
            c if is_unsafe(c) && (c as u32) < 0x100 => safe.push_str(&format!("\\x{:02x}", c as u32)),
            c if is_unsafe(c) => safe.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => safe.push(c),
        }
    }
    safe
}

/// Cannot the character be seen where it stands in a name? Of no width, a control, or turning the direction of writing.
/// The joiners of Persian and Indian scripts change how letters look and are seen.
pub fn is_unseen(c: char) -> bool {
    is_unsafe(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

/// Does the character steer a reader's program, or turn the direction of writing, where a text is to be one line? Or is it none
/// at all (U+FFFE, U+FFFF), which XML cannot hold?
pub fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{fffe}' | '\u{ffff}')
}

/// Is it of a script that is read from right to left?
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

fn is_unsafe(c: char) -> bool {
    is_steering(c)
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{2029}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_could_steer_a_terminal_is_shown_as_an_escape() {
        assert_eq!(shown("a\u{1b}[31mb"), "a\\x1b[31mb");
        assert_eq!(shown("Nur\u{202e}Otan"), "Nur\\u{202e}Otan");
        assert_eq!(shown("Нұр Отан"), "Нұр Отан");
    }

    #[test]
    fn a_long_cell_is_cut() {
        assert_eq!(shown(&"x".repeat(70)).chars().count(), 61);
    }
}
