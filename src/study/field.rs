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

/// A value for some of the fields: a map without a search.
#[derive(Debug, Clone)]
pub struct ByField<T>([Option<T>; Field::ALL.len()]);

impl<T> Default for ByField<T> {
    fn default() -> Self {
        ByField(std::array::from_fn(|_| None))
    }
}

impl<T> ByField<T> {
    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&T> {
        self.0[field as usize].as_ref()
    }

    /// Every value that is there.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().flatten()
    }

    /// The value of a field, a new one where there is none.
    pub fn entry(&mut self, field: Field) -> &mut T
    where
        T: Default,
    {
        self.0[field as usize].get_or_insert_default()
    }

    /// Gives a field its value.
    pub fn insert(&mut self, field: Field, value: T) {
        self.0[field as usize] = Some(value);
    }

    /// Takes the value of a field away.
    pub fn remove(&mut self, field: Field) -> Option<T> {
        self.0[field as usize].take()
    }
}

impl<T> FromIterator<(Field, T)> for ByField<T> {
    fn from_iter<I: IntoIterator<Item = (Field, T)>>(pairs: I) -> Self {
        let mut by_field = ByField::default();
        pairs.into_iter().for_each(|(field, value)| by_field.insert(field, value));
        by_field
    }
}
