//! Where long words may be parted. Swedish joins words into one ("tillgänglighetsredogörelse"), and not every
//! browser knows where they may be parted; a soft hyphen says so, and is not there for those who search the page.

use hypher::{Lang, hyphenate_bounded};

/// A word with fewer letters fits on any line.
const LONG: usize = 13;

/// A word with more is none.
const TOO_LONG: usize = 80;

/// How many letters stay together at the beginning and at the end.
const FIRST: usize = 5;
const LAST: usize = 4;

/// How close to a joint a word is not parted, in bytes.
const NEAR: usize = 4;

/// First parts of long words that are common where this is read and that the patterns miss.
const FIRST_PARTS: [&str; 30] = [
    "advents",
    "anställnings",
    "arbets",
    "arbetsmarknads",
    "besöks",
    "etthundra",
    "exempel",
    "familje",
    "funktions",
    "försörjnings",
    "föräldra",
    "handlednings",
    "integritets",
    "jämställdhets",
    "klarspråks",
    "kunskaps",
    "kvinnofrids",
    "myndighets",
    "omklädnings",
    "projekt",
    "rehabiliterings",
    "samordnings",
    "samverkans",
    "språk",
    "sysselsättnings",
    "tillgänglighets",
    "uppföljnings",
    "utbildnings",
    "vardags",
    "verksamhets",
];

/// Puts soft hyphens into long words.
pub(super) fn allow(text: &str) -> String {
    let mut softened = String::with_capacity(text.len() + 16);
    for word in text.split_inclusive(char::is_whitespace) {
        if word.len() < LONG || is_address(word) {
            softened.push_str(word);
        } else {
            part(word, &mut softened);
        }
    }
    softened
}

/// A name of a place on the network or on a disk, or something that nobody reads aloud.
fn is_address(word: &str) -> bool {
    let dot_inside = word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.');
    dot_inside
        || word.contains(['@', '/', '\\', '_', '\u{ad}', '#', '='])
        || word.contains(|c: char| c.is_numeric())
}

fn part(word: &str, softened: &mut String) {
    for piece in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        if is_long(letters) {
            let mut done = 0;
            for place in places(letters) {
                softened.push_str(&letters[done..place]);
                softened.push('\u{ad}');
                done = place;
            }
            softened.push_str(&piece[done..]);
        } else {
            softened.push_str(piece);
        }
    }
}

/// Where a word may be parted: at its joint if we know it, and elsewhere as the patterns say, but not close to the
/// joint, where they know least ("adventska-lender").
fn places(word: &str) -> Vec<usize> {
    let joint = joint(word);
    let syllables = hyphenate_bounded(word, Lang::Swedish, FIRST, LAST);
    let ends = syllables.scan(0, |end, syllable| {
        *end += syllable.len();
        Some(*end)
    });
    let mut places: Vec<usize> = ends
        .filter(|end| *end < word.len() && joint.is_none_or(|joint| end.abs_diff(joint) > NEAR))
        .collect();
    places.extend(joint);
    places.sort_unstable();
    places
}

/// Where a word's first part ends.
fn joint(word: &str) -> Option<usize> {
    let small = word.to_lowercase();
    let part = FIRST_PARTS.iter().filter(|part| small.starts_with(**part)).max_by_key(|part| part.len())?;
    let rest = &small[part.len()..];
    let is_joint = part.ends_with('s') || !rest.starts_with(|c| "aeiouyåäö".contains(c));
    (is_joint && rest.chars().count() >= LAST).then_some(part.len())
}

/// Letters of Swedish only: of other words we know nothing. In capitals it is an abbreviation or a name.
fn is_long(letters: &str) -> bool {
    (LONG..=TOO_LONG).contains(&letters.chars().count())
        && letters.chars().all(|c| c.is_ascii_alphabetic() || "åäöéüÅÄÖÉÜ".contains(c))
        && letters.chars().skip(1).any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::allow;

    #[test]
    fn long_words_may_be_parted() {
        for (word, parted) in [
            ("Tillgänglighetsredogörelse,", "Tillgäng|lighets|redogö|relse,"),
            ("samordningsförbund", "samord|nings|förbund"),
            ("Adventskalendern", "Advents|kalen|dern"),
            ("föräldragrupper", "föräldra|grupper"),
            ("arbetsmarknadsutbildning", "arbets|marknads|utbild|ning"),
        ] {
            assert_eq!(allow(word).replace('\u{ad}', "|"), parted);
        }
    }

    #[test]
    fn the_rest_stays() {
        for text in [
            "kort text",
            "adventskal",
            "kontakt@tillganglighetsexempel.se",
            "www.tillganglighetsexempel.se.",
            "https://tillganglighetsexempel.se/tillganglighet",
            "ARBETSMARKNADSUTBILDNING",
            "kanarie3tillganglighet",
            "доброжелательность",
            "åäö\u{ad}arbetsmarknad",
        ] {
            assert_eq!(allow(text), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_soft_hyphens_is_added(text in "\\PC{0,80}", word in "[a-zåäöA-ZÅÄÖé]{0,100}") {
            for text in [text, word] {
                prop_assume!(!text.contains('\u{ad}'));
                prop_assert_eq!(allow(&text).replace('\u{ad}', ""), text);
            }
        }
    }
}
