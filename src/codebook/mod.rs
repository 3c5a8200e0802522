//! The codebook: outlets, actors, genres, tones, voices, capacities and dayparts, under every name coders write.
//!
//! In: the declarations of `codebook.toml`. Out: a [`Codebook`] whose ids are valid, unique and refer to each other.
//! Never: reads coded rows.
//! To add a kind of entry: its struct beside the others, a [`Register`] here, and its table in `read`.

mod actor;
mod codes;
mod colour;
mod entry;
mod folding;
mod genre;
mod id;
mod label;
mod outlet;
mod register;
mod tone;

pub use actor::{Actor, Office};
pub(crate) use codes::{CODES, UNSEEN};
pub use entry::{Capacity, Group, Programme};
pub use folding::folded;
pub use genre::{Genre, GenreKind};
pub use id::{read_id, read_id_text};
pub use label::Label;
pub use outlet::{Medium, Outlet};
pub use register::{Entry, Register};
pub use tone::{Daypart, ServiceTime, Tone, ToneKind, Voice, VoiceKind};

use crate::declaration::{Document, Table};

/// Everything a coder may write, and what it means.
#[derive(Debug, Clone)]
pub struct Codebook {
    /// The codebook's own version, printed in every report.
    pub version: String,
    /// Who owns the outlets: ids such as `state`, `private`.
    pub ownership: Vec<String>,
    /// Channels, newspapers, stations, sites.
    pub outlets: Register<Outlet>,
    /// Groups of actors: parties, office holders.
    pub groups: Register<Group>,
    /// Parties, candidates, office holders.
    pub actors: Register<Actor>,
    /// Programmes with their lengths.
    pub programmes: Register<Programme>,
    /// In which role a person appears.
    pub capacities: Register<Capacity>,
    /// News, advert, debate ...
    pub genres: Register<Genre>,
    /// The tone scale.
    pub tones: Register<Tone>,
    /// Direct and reported speech.
    pub voices: Register<Voice>,
    /// Parts of the broadcast day.
    pub dayparts: Register<Daypart>,
}

impl Codebook {
    /// Reads `codebook.toml`. `None` where it is not TOML at all; every other mistake is a finding in `document`.
    pub fn read(document: &Document) -> Option<Codebook> {
        document.read(Codebook::from_table)
    }

    /// The actor a coder means on a day: one name may be two entries whose dates do not overlap.
    pub fn actor_on(&self, spelling: &str, day: Option<chrono::NaiveDate>) -> Option<&Entry<Actor>> {
        let mut found = self.actors.find_all(spelling).peekable();
        let first = found.peek().copied();
        found.find(|actor| day.is_none_or(|day| actor.own.is_active_on(day))).or(first)
    }

    /// What a tone says of the actor: as declared, else by its sign where the scale has both signs. `None`: nobody says whether
    /// 1 is the best or the worst.
    pub fn tone_kind(&self, tone: &str) -> Option<ToneKind> {
        let declared = self.tones.by_id(tone)?;
        let values = || self.tones.iter().map(|tone| tone.own.value);
        let has_both_signs = values().any(|value| value < 0) && values().any(|value| value > 0);
        declared.own.kind.or_else(|| {
            has_both_signs.then(|| match declared.own.value.signum() {
                -1 => ToneKind::Negative,
                0 => ToneKind::Neutral,
                _ => ToneKind::Positive,
            })
        })
    }

    fn from_table(table: &Table<'_>) -> Codebook {
        let version = table.require("version", table.text("version")).map(|version| version.value);
        let ownership: Vec<String> = table.texts("ownership").into_iter().map(|word| word.value).collect();
        let groups = Register::read(table, "group", Group::read);
        let capacities = Register::read(table, "capacity", Capacity::read);
        let outlets = Register::read(table, "outlet", |entry| Outlet::read(entry, &ownership));
        let actors =
            Register::read_sharing(table, "actor", |entry| Actor::read(entry, &groups, &capacities), Actor::sharing);
        Actor::refuse_unknown_parties(&actors, table.document());
        colour::compare(&actors, table.document());
        Codebook {
            version: version.unwrap_or_default(),
            programmes: Register::read(table, "programme", Programme::read),
            genres: Register::read(table, "genre", Genre::read),
            tones: Register::read(table, "tone", Tone::read),
            voices: Register::read(table, "voice", Voice::read),
            dayparts: Register::read(table, "daypart", Daypart::read),
            ownership,
            outlets,
            groups,
            actors,
            capacities,
        }
    }
}
