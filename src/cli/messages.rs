//! `evenhand words`: the messages of a language, for whoever translates or rewords them.

use anyhow::Result;

use super::exit::Exit;
use super::print;
use super::words::MessageWords;
use crate::wording::built_in_text;

pub(super) fn run(words: &MessageWords) -> Result<Exit> {
    let (tag, text) = built_in_text(&words.language);
    if tag != words.language {
        print::say(&format!("there is no catalogue of `{}` yet: these are the messages of `{tag}`\n", words.language));
    }
    print::product(&text)?;
    Ok(Exit::Done)
}
