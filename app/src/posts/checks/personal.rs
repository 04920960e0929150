//! What points out a person: a personal number, an e-mail address, or a name beside age and health.

use pulldown_cmark::{Event, Tag};

use super::body::Body;
use super::word_list::WordList;
use super::{Field, Remark, Surroundings};
use crate::posts::{PostContent, PostKind};

/// Words about somebody's health, in the notation of `WordList`.
const HEALTH: &str = include_str!("health_words.txt");

/// Capitalised words that name no person: authorities that texts of such a project are full of.
const AUTHORITIES: [&str; 8] = [
    "Arbetsförmedlingen",
    "Försäkringskassan",
    "Samordningsförbundet",
    "Socialtjänsten",
    "Migrationsverket",
    "Kriminalvården",
    "Region",
    "Sverige",
];

pub(super) fn remarks(
    kind: PostKind,
    text: &PostContent,
    body: &Body<'_>,
    about: &Surroundings,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let passages = passages(text, body);
    for (field, passage) in &passages {
        remarks.extend(personal_numbers(passage).map(|number| {
            let sentence = "Det ser ut som ett personnummer. Ta bort det innan texten publiceras.";
            Remark::about(*field, number, sentence)
        }));
    }
    // A page such as the one about contact is there to tell addresses.
    if kind != PostKind::Page {
        remarks.extend(addresses(&passages, body, &about.site_email));
    }
    remarks.extend(identifying(&passages));
    remarks
}

/// Everything that somebody reads, each with its field.
fn passages<'a>(text: &'a PostContent, body: &'a Body<'_>) -> Vec<(Field, &'a str)> {
    let fields = [
        (Field::Title, &text.title),
        (Field::Quote, &text.quote),
        (Field::Source, &text.source),
        (Field::Teaser, &text.teaser),
        (Field::PictureAlt, &text.picture_alt),
        (Field::PictureCaption, &text.picture_caption),
    ];
    let blocks = body.blocks.iter().map(|block| (Field::Body, block.text.as_str()));
    fields.into_iter().map(|(field, text)| (field, text.as_str())).chain(blocks).collect()
}

/// Finds Swedish personal and co-ordination numbers, with or without a century.
fn personal_numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '–');
    text.split(move |c: char| !is_part(c))
        .map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()))
        .filter(|word| is_personal_number(word))
}

fn is_personal_number(word: &str) -> bool {
    let digits: Vec<u32> = word.chars().filter_map(|c| c.to_digit(10)).collect();
    let own = match digits.len() {
        10 => digits.as_slice(),
        12 if matches!(digits.get(..2), Some([1, 9] | [2, 0])) => digits.get(2..).unwrap_or_default(),
        _ => return false,
    };
    let is_parted = !word.bytes().all(|byte| byte.is_ascii_digit());
    // The sign stands before the last four; without one, ten digits after a 0 are a telephone number.
    let last = word.char_indices().rev().nth(3).map_or("", |(place, _)| &word[place..]);
    let is_parted_rightly = last.bytes().all(|byte| byte.is_ascii_digit())
        && word.chars().filter(|c| !c.is_ascii_digit()).count() == 1
        && word.chars().rev().nth(4).is_some_and(|c| !c.is_ascii_digit());
    if is_parted && !is_parted_rightly || !is_parted && digits.len() == 10 && own.first() == Some(&0) {
        return false;
    }
    let two =
        |at: usize| own.get(at..at + 2).map_or(0, |pair| pair.iter().fold(0, |sum, digit| sum * 10 + digit));
    let (month, day) = (two(2), two(4));
    // A co-ordination number has 60 added to its day.
    (1..=12).contains(&month) && (1..=31).contains(&(day % 60)) && day <= 91 && has_luhn_sum(own)
}

fn has_luhn_sum(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    sum.is_multiple_of(10)
}

fn addresses(passages: &[(Field, &str)], body: &Body<'_>, own: &str) -> Vec<Remark> {
    let links = body.events.iter().filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let address = dest_url.strip_prefix("mailto:")?;
            Some((Field::Body, address.split('?').next().unwrap_or(address)))
        }
        _ => None,
    });
    let written =
        passages.iter().flat_map(|(field, text)| text.split_whitespace().map(|word| (*field, word)));
    let mut found: Vec<(Field, &str)> = Vec::new();
    for (field, word) in written.chain(links) {
        let word = word.trim_start_matches("mailto:").trim_matches(|c: char| !c.is_alphanumeric());
        let is_known =
            word.eq_ignore_ascii_case(own) || found.iter().any(|(_, one)| one.eq_ignore_ascii_case(word));
        if is_address(word) && !is_known {
            found.push((field, word));
        }
    }
    let sentence = "E-postadressen syns för alla och samlas in av reklamutskick. Är det meningen? Hänvisa annars till \
                    sidan Kontakt.";
    found.into_iter().map(|(field, word)| Remark::about(field, word, sentence)).collect()
}

fn is_address(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    !name.is_empty()
        && !host.contains('@')
        && host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty())
}

/// A name or place beside an age, in a text that speaks of health. Each alone is harmless; together they may be
/// somebody.
fn identifying(passages: &[(Field, &str)]) -> Option<Remark> {
    // Hardly any text tells an age, and to look for that is quick.
    if !passages.iter().any(|(_, text)| may_tell_age(text)) {
        return None;
    }
    let health = WordList::new(HEALTH.lines());
    let illness = passages.iter().find_map(|(_, text)| health.search(text).into_iter().next())?;
    let (field, who) = passages.iter().filter(|(_, text)| may_tell_age(text)).find_map(|(field, text)| {
        let is_ill = !health.search(text).is_empty();
        aged(text, is_ill).map(|who| (*field, who))
    })?;
    let sentence = "Namn eller plats, ålder och hälsa står i samma text och kan peka ut en person. Har personen sagt ja? \
                    Ta annars bort något av det.";
    Some(Remark::about(field, &format!("{who} … {}", illness.passage), sentence))
}

fn may_tell_age(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && ["år", "("].iter().any(|sign| text.contains(sign))
}

/// Returns the capitalised word beside an age, or any in a passage that also speaks of health.
fn aged(text: &str, is_ill: bool) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &'_ str| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let age = (0..words.len()).find(|&at| {
        let Some(word) = words.get(at).map(|word| bare(word)) else { return false };
        let is_number = |text: &str| text.parse::<u8>().is_ok_and(|age| (1..=110).contains(&age));
        let number = word.trim_end_matches(|c: char| c.is_alphabetic());
        let unit = word.strip_prefix(number).unwrap_or_default();
        let next = words.get(at + 1).map(|word| bare(word)).unwrap_or_default();
        is_number(number) && (matches!(unit, "åring" | "åriga" | "årig") || unit.is_empty() && next == "år")
            // "Amina (28)"
            || is_number(number) && words.get(at).is_some_and(|word| word.starts_with('('))
    })?;
    let is_name = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() > 1
            && letters.all(char::is_lowercase)
            && !AUTHORITIES.contains(&word)
    };
    let trimmed = |word: &'_ str| -> Option<(usize, usize)> {
        let start = word.find(char::is_alphanumeric)?;
        Some((start, start + word[start..].trim_end_matches(|c: char| !c.is_alphanumeric()).len()))
    };
    let shown = |at: usize| {
        let word = words.get(at).copied().filter(|word| is_name(word))?;
        let (from, to) = trimmed(word)?;
        word.get(from..to)
    };
    // "Amina, 28 år", "Amina är 28 år"
    let beside = [1, 2].into_iter().filter_map(|back| age.checked_sub(back)).find_map(|at| {
        let between = words.get(at + 1..age).unwrap_or_default();
        let leads = between.iter().all(|word| matches!(*word, "är" | "fyllde" | "fyller" | "var"));
        leads.then(|| shown(at)).flatten()
    });
    let within = || {
        (1..words.len()).find_map(|at| {
            let begins_sentence = words.get(at - 1).is_some_and(|word| {
                word.trim_end_matches(['”', '"', '»', ')', '*'])
                    .ends_with(['.', '!', '?', ':', '…', '–', '—'])
                    || !word.contains(char::is_alphanumeric)
            });
            (!begins_sentence).then(|| shown(at)).flatten()
        })
    };
    beside.filter(|word| !FIRST_WORDS.contains(word)).or_else(|| if is_ill { within() } else { None })
}

/// Words that begin a sentence before an age and name nobody: "Hon är 28 år."
const FIRST_WORDS: [&str; 12] =
    ["Hon", "Han", "Hen", "Den", "Det", "Jag", "Du", "Deltagare", "Deltagaren", "Kvinna", "Man", "Mannen"];

#[cfg(test)]
mod tests;
