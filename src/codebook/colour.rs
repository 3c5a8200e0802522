//! The colours of actors: whether they are seen on paper, and told apart.

use super::actor::Actor;
use super::codes::{ALIKE_COLOURS, PALE_COLOUR};
use super::{Entry, Register};
use crate::declaration::{Document, Table, WRONG_VALUE, Written};
use crate::unit::{Colour, Sight};

/// Contrast with paper below which a mark is hard to see. Source: WCAG 2.2, 1.4.11.
const LEAST_CONTRAST: f64 = 3.0;
/// Distance in Oklab below which two colours of a figure are taken for one; a just noticeable one is about 0.02.
const LEAST_DISTANCE: f64 = 0.08;
/// Contrast of neighbours below which they are one area in grey.
const LEAST_NEIGHBOUR_CONTRAST: f64 = 1.15;

/// Reads a colour; one that is hard to see on paper is a warning.
pub(super) fn read(written: Written<String>, table: &Table<'_>) -> Option<Written<Colour>> {
    let document = table.document();
    let Some(colour) = Colour::parse(&written.value) else {
        let message = format!("`{}` is no colour, expected one such as #1F6FB2", written.value);
        document.report(&WRONG_VALUE, written.span, message, None);
        return None;
    };
    let contrast = colour.contrast(Colour::WHITE);
    if contrast < LEAST_CONTRAST {
        let message = format!(
            "`{colour}` has a contrast of {:.1} with white, expected 3 or more",
            (contrast * 10.0).floor() / 10.0
        );
        document.report(&PALE_COLOUR, written.span.clone(), message, None);
    }
    Some(written.map(|_| colour))
}

/// Warns of two actors of one group whose colours are taken for one: by everybody, or, where they follow each other, by those who
/// see fewer colours, or in grey.
pub(super) fn compare(actors: &Register<Actor>, document: &Document) {
    let coloured: Vec<(&Entry<Actor>, &Written<Colour>)> =
        actors.iter().filter_map(|actor| Some((actor, actor.own.colour.as_ref()?))).collect();
    for (place, (actor, colour)) in coloured.iter().enumerate() {
        let before = coloured[..place].iter().rev().filter(|(other, _)| other.own.group == actor.own.group);
        for (distance, (other, known)) in before.enumerate() {
            let Some(why) = confused(known.value, colour.value, distance == 0) else { continue };
            let message = format!("`{}` is {why} `{}` of `{}`", colour.value, known.value, other.id);
            document.report(&ALIKE_COLOURS, colour.span.clone(), message, None);
        }
    }
}

/// In which way two colours are taken for one. Nobody can keep a dozen parties apart for those who see fewer colours, or in grey:
/// neighbours are.
fn confused(a: Colour, b: Colour, are_neighbours: bool) -> Option<&'static str> {
    let is_near = |sight| a.distance(b, sight) < LEAST_DISTANCE;
    if is_near(Sight::Full) {
        return Some("hardly another colour than");
    }
    if are_neighbours && (is_near(Sight::Deuteranopia) || is_near(Sight::Protanopia)) {
        return Some("hardly told, by those who see red and green alike, from");
    }
    (are_neighbours && a.contrast(b) < LEAST_NEIGHBOUR_CONTRAST).then_some("in grey as light as its neighbour")
}
