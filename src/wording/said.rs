//! What a message speaks of, and a message before it is said.

use chrono::NaiveDate;

use super::Wording;
use crate::unit::{Amount, Percent};

/// A value in a message, before it is written as the language writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A name, or words that were said already.
    Text(String),
    /// A whole number, which also chooses the plural.
    Count(i64),
    /// An amount with its unit.
    Amount(Amount),
    /// The number of a percentage, without a sign for it.
    Percent(Percent),
    /// From the first day to the last.
    Days(NaiveDate, NaiveDate),
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Said::Text(text)
    }
}

impl From<&String> for Said {
    fn from(text: &String) -> Self {
        Said::Text(text.clone())
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Said::Text(text.to_owned())
    }
}

impl From<Amount> for Said {
    fn from(amount: Amount) -> Self {
        Said::Amount(amount)
    }
}

impl From<Percent> for Said {
    fn from(percent: Percent) -> Self {
        Said::Percent(percent)
    }
}

impl From<(NaiveDate, NaiveDate)> for Said {
    fn from((from, to): (NaiveDate, NaiveDate)) -> Self {
        Said::Days(from, to)
    }
}

macro_rules! counts {
    ($($number:ty),*) => {
        $(impl From<$number> for Said {
            fn from(n: $number) -> Self {
                Said::Count(i64::try_from(n).unwrap_or(i64::MAX))
            }
        })*
    };
}
counts!(i64, i32, u8, u32, u64, usize);

/// A message before it is said: a room without readers keeps it, whoever prints it chooses the language.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    id: &'static str,
    said: Vec<(&'static str, Said)>,
}

impl Message {
    /// The message with this id and what it speaks of.
    pub fn new(id: &'static str, said: Vec<(&'static str, Said)>) -> Self {
        Message { id, said }
    }

    /// What it says in a language.
    pub fn say(&self, wording: &Wording) -> String {
        wording.say(self.id, &self.said)
    }
}
