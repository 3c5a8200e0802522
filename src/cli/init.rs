//! `evenhand init --from FILE`: a study for somebody's own sheet, to be read and mended.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::exit::Exit;
use super::words::InitWords;
use super::{place, print};
use crate::diagnostic::{Diagnostic, safe};
use crate::ingest::{Proposal, propose};
use crate::output::write_new_folder;
use crate::study::Field;
use crate::unit::{AmountFormat, Unit};

/// The texts that `init` writes: of study.toml and of codebook.toml, and what is unsure about them.
///
/// Errors: what makes the file no table.
#[doc(hidden)]
pub fn proposed(from: &Path) -> Result<(String, String, Vec<String>), Vec<Diagnostic>> {
    let mut proposal = propose(from)?;
    // A heading may have several lines, and would end the comment or the line it stands in.
    proposal.unsure.iter_mut().for_each(|line| *line = safe(line));
    let name = from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((study_text(&proposal, &name), codebook_text(&proposal), proposal.unsure))
}

pub(super) fn run(words: &InitWords) -> anyhow::Result<Exit> {
    place::new_folder(words.folder.as_deref(), words.clean)?;
    let (study, codebook, unsure) = match proposed(&words.from) {
        Ok(proposed) => proposed,
        Err(findings) => {
            print::findings(&findings, true);
            return Ok(Exit::CouldNotRun);
        }
    };
    let name = words.from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match &words.folder {
        Some(folder) => {
            write_study(folder, &words.from, &name, &study, &codebook)?;
            print::say(&format!("written: {}/study.toml, codebook.toml, data/{name}\n", folder.display()));
        }
        None => print::product(&study)?,
    }
    if !unsure.is_empty() {
        print::say("unsure, please look at:\n");
    }
    for line in &unsure {
        print::say(&format!("  - {line}\n"));
    }
    if let Some(folder) = &words.folder {
        print::say(&format!("next: read both files, mend them, then `evenhand check {}`\n", folder.display()));
    }
    Ok(Exit::Done)
}

/// Writes the study with a copy of its sheet; all of it or nothing.
fn write_study(folder: &Path, from: &Path, name: &str, study: &str, codebook: &str) -> anyhow::Result<()> {
    let n_bytes = from.metadata().map_or(0, |found| found.len());
    write_new_folder(folder, n_bytes, |built| {
        fs::create_dir(built.join("data"))?;
        fs::copy(from, built.join("data").join(name))?;
        fs::write(built.join("study.toml"), study)?;
        fs::write(built.join("codebook.toml"), codebook)
    })?;
    Ok(())
}

/// `text` as a TOML string of one line, which may be a key or stand in a comment.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out + "\""
}

fn study_text(proposal: &Proposal, name: &str) -> String {
    let mut out =
        String::from("# Proposed from the sheet by `evenhand init --from`. Read it, and mend what is not so.\n");
    for line in &proposal.unsure {
        let _ = writeln!(out, "# unsure: {line}");
    }
    let _ = write!(out, "\ntitle = {}\npublisher = \"(who publishes)\"\n", quoted(&format!("Coverage in {name}")));
    let (from, to) = match proposal.days {
        Some((from, to)) => (from.to_string(), to.to_string()),
        None => ("2000-01-01".to_owned(), "2000-12-31".to_owned()),
    };
    let _ = write!(out, "\n[window]\nfrom = {from}\nto = {to}\n");
    let mut taken = BTreeSet::new();
    for (number, period) in proposal.words.get(&Field::Period).into_iter().flatten().enumerate() {
        let id = id_of(period, "period", number + 1, &mut taken);
        let _ = write!(out, "\n# Written in the sheet as {}; say which days it is.\n", quoted(period));
        let _ = write!(out, "[[period]]\nid = {}\nfrom = {from}\nto = {to}\n", quoted(&id));
    }
    let quantity = match proposal.amount.unit() {
        Unit::Time => "airtime",
        Unit::Area => "area",
        Unit::Count => "appearances",
    };
    let file = glob::Pattern::escape(name);
    let _ = write!(out, "\n[[source]]\nid = \"sheet\"\nfiles = {}\n", quoted(&format!("data/{file}")));
    for (key, value) in &proposal.settings {
        let _ = writeln!(out, "{key} = {value}");
    }
    let _ = write!(out, "amount = \"{}\"\nquantity = \"{quantity}\"\n", proposal.amount.word());
    if !proposal.ignored.is_empty() {
        let patterns: Vec<String> = proposal.ignored.iter().map(|h| quoted(&glob::Pattern::escape(h))).collect();
        let _ = writeln!(out, "ignore = [{}]", patterns.join(", "));
    }
    let is_counted = proposal.amount == AmountFormat::OnePerRow;
    out.push_str("\n[source.columns]\n");
    for (field, heading) in proposal.columns.iter().filter(|(field, _)| **field != Field::Amount || !is_counted) {
        let _ = writeln!(out, "{} = {}", field.word(), quoted(heading));
    }
    let voices: Vec<(&String, &str)> =
        proposal.words.get(&Field::Voice).into_iter().flatten().map(|w| (w, voice(w))).collect();
    if !voices.is_empty() {
        out.push_str("\n# `direct` is speech that is heard, `reported` the rest.\n[source.values.voice]\n");
        for (word, voice) in voices {
            let _ = writeln!(out, "{} = \"{voice}\"", quoted(word));
        }
    }
    out.push_str("\n[[pool]]\nid = \"all\"\nname = \"all actors\"\ngroups = [\"party\"]\n");
    out
}

fn codebook_text(proposal: &Proposal) -> String {
    let mut out = String::from(
        "# Proposed from the words of the sheet. Merge spellings of one name under `aliases`.\nversion = \"1\"\n",
    );
    let medium = if proposal.amount.unit() == Unit::Area { "print" } else { "television" };
    entries(&mut out, proposal, Field::Outlet, |_| format!("medium = \"{medium}\"\n"));
    out.push_str("\n[[group]]\nid = \"party\"\nname = \"Parties\"\n");
    entries(&mut out, proposal, Field::Actor, |_| "group = \"party\"\n".to_owned());
    entries(&mut out, proposal, Field::Capacity, |_| String::new());
    entries(&mut out, proposal, Field::Genre, |word| format!("kind = \"{}\"\n", genre_kind(word)));
    entries(&mut out, proposal, Field::Tone, |word| format!("value = {}\n", tone(word)));
    if proposal.words.get(&Field::Voice).is_some_and(|words| !words.is_empty()) {
        out.push_str(
            "\n[[voice]]\nid = \"direct\"\nname = \"Direct\"\n\n[[voice]]\nid = \"reported\"\nname = \"Reported\"\n",
        );
    }
    out
}

/// One entry for each word; words that fold alike are one.
fn entries(out: &mut String, proposal: &Proposal, field: Field, own: impl Fn(&str) -> String) {
    let mut by_folded: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for word in proposal.words.get(&field).into_iter().flatten() {
        by_folded.entry(crate::codebook::folded(word)).or_default().push(word);
    }
    let mut taken = BTreeSet::new();
    for (number, spellings) in by_folded.values().enumerate() {
        let id = id_of(spellings[0], field.word(), number + 1, &mut taken);
        let _ = write!(out, "\n[[{}]]\nid = {}\nname = {}\n", field.word(), quoted(&id), quoted(spellings[0]));
        if spellings.len() > 1 {
            let aliases: Vec<String> = spellings[1..].iter().map(|spelling| quoted(spelling)).collect();
            let _ = writeln!(out, "aliases = [{}]", aliases.join(", "));
        }
        out.push_str(&own(spellings[0]));
    }
}

/// An id that is like the word, where the word has Latin letters; else its kind and number. No two are alike.
fn id_of(word: &str, kind: &str, number: usize, taken: &mut BTreeSet<String>) -> String {
    let plain = word.nfd().filter(char::is_ascii).collect::<String>().to_lowercase();
    let parts: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let id: String = parts.join("-").chars().take(36).collect();
    let has_letters = id.chars().any(|c| c.is_ascii_alphabetic()) || (kind == "period" && !id.is_empty());
    let numbered = (number..).map(|number| format!("{kind}-{number}"));
    let mut possible = has_letters.then_some(id).into_iter().chain(numbered);
    let id = possible.find(|id| !taken.contains(id)).expect("invariant: numbers do not end");
    taken.insert(id.clone());
    id
}

fn voice(word: &str) -> &'static str {
    let word = word.to_lowercase();
    let direct = ["direct", "parol", "quote", "speech", "own", "пряма", "тікелей", "voce", "talk"];
    let is_reported = word.starts_with("indirect") || word.contains("косвен") || word.contains("жанама");
    if direct.iter().any(|known| word.contains(known)) && !is_reported { "direct" } else { "reported" }
}

fn genre_kind(word: &str) -> &'static str {
    let word = word.to_lowercase();
    let campaign = ["advert", "paid", "spot", "реклам", "publici", "жарнама", "агитац", "campaign", "free air"];
    if campaign.iter().any(|known| word.contains(known)) { "campaign" } else { "editorial" }
}

fn tone(word: &str) -> i32 {
    let folded = word.to_lowercase();
    let begins = |known: &[&str]| known.iter().any(|start| folded.starts_with(start));
    match folded.parse::<i32>() {
        Ok(value) if (-5..=5).contains(&value) => value,
        _ if begins(&["pos", "поз", "good", "fav", "+", "оң"]) => 1,
        _ if begins(&["neg", "нег", "bad", "unfav", "отр", "теріс"]) => -1,
        _ => 0,
    }
}
