//! Soft hyphens in long words. Swedish joins words into one ("tillgänglighetsredogörelse"), and not every browser knows
//! where they may be hyphenated. Browsers ignore soft hyphens when somebody searches the page.

use hypher::{Lang, hyphenate_bounded};

/// Fewest letters of a word that is hyphenated; a shorter one fits on any line.
const LONG: usize = 13;

/// Most letters of a word that is hyphenated; a longer one is no word.
const TOO_LONG: usize = 80;

/// Fewest letters before the first and after the last hyphen.
const FIRST: usize = 5;
const LAST: usize = 4;

/// Distance to the joint of a compound within which it is not hyphenated elsewhere, in bytes.
const NEAR: usize = 4;

/// First parts of compounds that are common in these texts and that the patterns miss.
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

/// Inserts soft hyphens into long words.
pub(super) fn insert(text: &str) -> String {
    let mut hyphenated = String::with_capacity(text.len() + 16);
    for word in text.split_inclusive(char::is_whitespace) {
        if word.len() < LONG || is_address(word) {
            hyphenated.push_str(word);
        } else {
            hyphenate(word, &mut hyphenated);
        }
    }
    hyphenated
}

/// Returns whether a word is a network address, a path, or anything else that is not read as a word.
fn is_address(word: &str) -> bool {
    let dot_inside = word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.');
    dot_inside
        || word.contains(['@', '/', '\\', '_', '\u{ad}', '#', '='])
        || word.contains(|c: char| c.is_numeric())
}

fn hyphenate(word: &str, hyphenated: &mut String) {
    for piece in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        if is_long(letters) {
            let mut done = 0;
            for position in positions(letters) {
                hyphenated.push_str(&letters[done..position]);
                hyphenated.push('\u{ad}');
                done = position;
            }
            hyphenated.push_str(&piece[done..]);
        } else {
            hyphenated.push_str(piece);
        }
    }
}

/// Returns where a word may be hyphenated: at its joint if that is known, and elsewhere as the patterns say, but not close
/// to the joint, where they are least reliable ("adventska-lender").
fn positions(word: &str) -> Vec<usize> {
    let joint = joint(word);
    let syllables = hyphenate_bounded(word, Lang::Swedish, FIRST, LAST);
    let ends = syllables.scan(0, |end, syllable| {
        *end += syllable.len();
        Some(*end)
    });
    let mut positions: Vec<usize> = ends
        .filter(|end| *end < word.len() && joint.is_none_or(|joint| end.abs_diff(joint) > NEAR))
        .collect();
    positions.extend(joint);
    positions.sort_unstable();
    positions
}

/// Returns where the first part of a compound ends.
fn joint(word: &str) -> Option<usize> {
    let small = word.to_lowercase();
    let part = FIRST_PARTS.iter().filter(|part| small.starts_with(**part)).max_by_key(|part| part.len())?;
    let rest = &small[part.len()..];
    let is_joint = part.ends_with('s') || !rest.starts_with(|c| "aeiouyåäö".contains(c));
    (is_joint && rest.chars().count() >= LAST).then_some(part.len())
}

/// Returns whether a word is long enough, and Swedish: the patterns know no other words, and capitals are abbreviations
/// or names.
fn is_long(letters: &str) -> bool {
    (LONG..=TOO_LONG).contains(&letters.chars().count())
        && letters.chars().all(|c| c.is_ascii_alphabetic() || "åäöéüÅÄÖÉÜ".contains(c))
        && letters.chars().skip(1).any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::insert;

    #[test]
    fn long_words_are_hyphenated() {
        for (word, expected) in [
            ("Tillgänglighetsredogörelse,", "Tillgäng|lighets|redogö|relse,"),
            ("samordningsförbund", "samord|nings|förbund"),
            ("Adventskalendern", "Advents|kalen|dern"),
            ("föräldragrupper", "föräldra|grupper"),
            ("arbetsmarknadsutbildning", "arbets|marknads|utbild|ning"),
        ] {
            assert_eq!(insert(word).replace('\u{ad}', "|"), expected);
        }
    }

    #[test]
    fn everything_else_is_unchanged() {
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
            assert_eq!(insert(text), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_soft_hyphens_is_added(text in "\\PC{0,80}", word in "[a-zåäöA-ZÅÄÖé]{0,100}") {
            for text in [text, word] {
                prop_assume!(!text.contains('\u{ad}'));
                prop_assert_eq!(insert(&text).replace('\u{ad}', ""), text);
            }
        }
    }
}
