//! Words and how near they are to each other, for those who misspell.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Shorter words are too near to too many others.
const SHORTEST: usize = 4;

/// The words of a title that can be found though misspelt: each once, in lower case. Numbers are not among them:
/// one that is nearly right is wrong.
pub(super) fn words(title: &str) -> Vec<String> {
    let title: String = title.nfc().flat_map(char::to_lowercase).collect();
    let words = title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| can_be_misspelt(word));
    let mut words: Vec<_> = words.map(str::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a word is one that we would correct.
pub(super) fn can_be_misspelt(word: &str) -> bool {
    word.chars().count() >= SHORTEST && !word.contains(char::is_numeric)
}

/// A word without dots, rings and accents, as somebody types it who does not have them.
pub(super) fn folded(word: &str) -> String {
    word.nfd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase).collect()
}

/// How far a word is from another: the letters that differ when dots, rings and accents do not count, and when
/// they do. Two neighbours that changed places count as one.
pub(super) fn distance(one: &str, other: &str) -> (usize, usize) {
    let apart = strsim::osa_distance;
    (apart(&folded(one), &folded(other)), apart(&one.to_lowercase(), other))
}

/// What a word that differs from this one by one letter begins with or ends with: either its first or its last
/// half is left whole. The end is told backwards.
pub(super) fn halves(folded: &str) -> (String, String) {
    let letters: Vec<char> = folded.chars().collect();
    let half = letters.len().saturating_sub(1) / 2;
    let rest = letters.len().saturating_sub(1) - half;
    (letters.iter().take(half).collect(), letters.iter().rev().take(rest).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_fall_into_words() {
        assert_eq!(words("Små steg – små, SMÅ steg 2026 i november"), ["november", "steg"]);
        assert_eq!(folded("Återhämtning"), "aterhamtning");
    }

    #[test]
    fn forgotten_dots_are_nearer_than_another_letter() {
        assert_eq!(distance("aterhamtning", "återhämtning"), (0, 2));
        assert_eq!(distance("guldkron", "guldkorn"), (1, 1));
        assert_eq!(distance("guldkorm", "guldkorn"), (1, 1));
    }

    proptest! {
        #[test]
        fn one_letter_leaves_one_half_whole(word in "[a-zåäö]{4,12}", place in 0_usize..12, sign in "[a-z]", edit in 0..4) {
            let word = folded(&word);
            let letters: Vec<char> = word.chars().collect();
            let place = place % letters.len();
            let mut typed = letters.clone();
            let sign = sign.chars().next().unwrap_or('x');
            match edit {
                0 => typed.insert(place, sign),
                1 => _ = typed.remove(place),
                2 if place + 1 < typed.len() => typed.swap(place, place + 1),
                _ => typed[place] = sign,
            }
            let typed: String = typed.into_iter().collect();
            let backwards: String = word.chars().rev().collect();
            let (begins, ends) = halves(&typed);
            prop_assert!(distance(&typed, &word).0 <= 1);
            prop_assert!(word.starts_with(&begins) || backwards.starts_with(&ends), "{typed} {word}");
        }
    }
}
