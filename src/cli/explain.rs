//! `evenhand explain`: the page of a code; and the licences.

use anyhow::Result;

use super::exit::Exit;
use super::words::{ExplainWords, Words};
use super::{codes, print};
use crate::measure::UnknownWord;

pub(super) fn run(words: &ExplainWords) -> Result<Exit> {
    let all = codes::all();
    let Some(wanted) = words.code.as_deref().map(str::trim) else {
        let lines = all.iter().map(|code| format!("{} {} ({})\n", code.id, code.name, code.severity.word()));
        print::product(&lines.collect::<String>())?;
        return Ok(Exit::Done);
    };
    let found = all.iter().find(|code| code.id.eq_ignore_ascii_case(wanted) || code.name == wanted);
    let Some(code) = found else {
        let ids: Vec<&str> = all.iter().map(|code| code.id).collect();
        return Err(UnknownWord::among("code", wanted, &ids).into());
    };
    print::product(&format!("{} {} ({})\n\n{}\n", code.id, code.name, code.severity.word(), filled(code.page)))?;
    Ok(Exit::Done)
}

/// Text broken into lines of at most 80 characters.
fn filled(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < 80) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// The licences of what the program carries with it.
pub(super) fn licences() -> Result<Exit> {
    print::product(crate::chart::FONT_LICENCE)?;
    Ok(Exit::Done)
}

/// No verb: the help, and the status of a command that could not run.
pub(super) fn no_verb() -> Result<Exit> {
    use clap::CommandFactory as _;
    print::say(&Words::command().render_help().to_string());
    Ok(Exit::CouldNotRun)
}
