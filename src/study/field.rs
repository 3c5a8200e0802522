//! Fields: what a column of a sheet may hold.

/// What a column of a sheet may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each variant is the word it stands for; the list of fields in the README explains them"
)]
pub enum Field {
    Date,
    Period,
    Outlet,
    Programme,
    Start,
    End,
    Daypart,
    Item,
    Actor,
    Capacity,
    Genre,
    Voice,
    Tone,
    Page,
    Position,
    Coder,
    Pass,
    Id,
    Quantity,
    Percent,
    Width,
    Height,
    Amount,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 23] = [
        Field::Date,
        Field::Period,
        Field::Outlet,
        Field::Programme,
        Field::Start,
        Field::End,
        Field::Daypart,
        Field::Item,
        Field::Actor,
        Field::Capacity,
        Field::Genre,
        Field::Voice,
        Field::Tone,
        Field::Page,
        Field::Position,
        Field::Coder,
        Field::Pass,
        Field::Id,
        Field::Quantity,
        Field::Percent,
        Field::Width,
        Field::Height,
        Field::Amount,
    ];
    /// The fields a path, a fixed value or a wide column may give.
    pub const FROM_PATH: [Field; 9] = [
        Field::Period,
        Field::Outlet,
        Field::Programme,
        Field::Daypart,
        Field::Actor,
        Field::Capacity,
        Field::Genre,
        Field::Voice,
        Field::Quantity,
    ];

    /// The word that names it in a study.
    pub fn word(self) -> &'static str {
        match self {
            Field::Date => "date",
            Field::Period => "period",
            Field::Outlet => "outlet",
            Field::Programme => "programme",
            Field::Start => "start",
            Field::End => "end",
            Field::Daypart => "daypart",
            Field::Item => "item",
            Field::Actor => "actor",
            Field::Capacity => "capacity",
            Field::Genre => "genre",
            Field::Voice => "voice",
            Field::Tone => "tone",
            Field::Page => "page",
            Field::Position => "position",
            Field::Coder => "coder",
            Field::Pass => "pass",
            Field::Id => "id",
            Field::Quantity => "quantity",
            Field::Percent => "percent",
            Field::Width => "width",
            Field::Height => "height",
            Field::Amount => "amount",
        }
    }
}
