//! Voice: how much of an actor's coverage is the actor's own words.
//!
//! In: a tally; amounts of rows with a coded voice. Out: per (quantity, group, actor) a `voice` figure in 0..=1, and
//! `voice-coded`, the part of the actor's coverage that has a code. Formula: `direct / (direct + reported)`.
//! Source: speaking time over airtime, as OSCE/ODIHR and the Italian regulator (parola, notizia, antenna) define them.
//! Zero: an actor without coded voice has no figure. Errors: [`Failure::NotCoded`] where no voice is coded at all.

use super::figure::{FigureTable, Form};
use super::ground::Ground;
use super::interval::Range;
use super::select::Failure;
use super::statistic::Ratio;
use super::sums::Sums;
use super::tone::{Wanted, divided, is_never_coded, part_coded};
use super::{Dimension, MeasureRequest};
use crate::codebook::VoiceKind;
use crate::study::Study;
use crate::tally::Tally;

/// Computes the table.
///
/// Errors: [`Failure`] where no voice is coded, or where statements that overlap would be added.
pub fn voice(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let ground = Ground::new(tally, study, request)?;
    let table = divided(&ground, "voice", Dimension::Voice, |sums| wanted(study, sums))?;
    if is_never_coded(&table, "voice-coded") {
        return Err(Failure::NotCoded("no row of the pool has a voice: map its column as `voice` in study.toml"));
    }
    Ok(table)
}

fn wanted(study: &Study, sums: &Sums) -> Vec<Wanted> {
    let of = |kind: VoiceKind| {
        let voices = study.codebook.voices.iter().filter(move |voice| voice.own.kind == kind);
        voices.filter_map(|voice| sums.part(&voice.id)).collect::<Vec<usize>>()
    };
    let direct = of(VoiceKind::Direct);
    let coded: Vec<usize> = direct.iter().copied().chain(of(VoiceKind::Reported)).collect();
    let ratio = Ratio { above: direct.iter().map(|part| (*part, 1)).collect(), below: coded.clone() };
    let voice = Wanted { measure: "voice", of: String::new(), form: Form::Percent, range: Range::Share, ratio };
    vec![voice, part_coded("voice-coded", &coded, sums)]
}
