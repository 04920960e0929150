//! The words of titles, and how similar words are: for those who misspell.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Returns a text without what some write within words and others do not: the vowel signs of Arabic and Hebrew, and tatweel,
/// which only makes a word wider. For SQLite's tokenizer such a sign ends the word.
pub(super) fn without_points(text: &str) -> Cow<'_, str> {
    let is_point = |c: char| {
        matches!(c, '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{06df}'..='\u{06e8}'
            | '\u{06ea}'..='\u{06ed}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c5}'
            | '\u{05c7}')
    };
    if text.contains(is_point) {
        Cow::Owned(text.chars().filter(|c| !is_point(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Length in characters of the shortest words that are corrected: shorter ones are too similar to too many others.
const MIN_LENGTH: usize = 4;

/// Returns the words of a title that are found though misspelt: each once, in lower case. Numbers are not among them,
/// since one that is nearly right is wrong.
pub(super) fn title_words(title: &str) -> Vec<String> {
    let title: String = title.nfc().flat_map(char::to_lowercase).collect();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| can_be_misspelt(word));
    let mut words: Vec<_> = words.map(str::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Returns whether the spelling of a word may be corrected.
pub(crate) fn can_be_misspelt(word: &str) -> bool {
    word.chars().count() >= MIN_LENGTH && !word.contains(char::is_numeric)
}

/// Returns a word in lower case without dots, rings and accents, as somebody types it who does not have them.
pub(crate) fn fold(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Returns the edit distance between two words without regard to dots, rings and accents, and with regard to them. Two
/// letters that changed places count as one edit.
pub(crate) fn distance(one: &str, other: &str) -> (usize, usize) {
    let edits = strsim::osa_distance;
    (edits(&fold(one), &fold(other)), edits(&one.to_lowercase(), other))
}

/// Returns the first half of a word, and its last half backwards. A word that differs from it by one edit begins with
/// the one or ends with the other, so that an index of words finds it.
pub(crate) fn halves(folded: &str) -> (String, String) {
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
    fn titles_are_split_into_words() {
        assert_eq!(title_words("Små steg – små, SMÅ steg 2026 i november"), ["november", "steg"]);
        assert_eq!(fold("Återhämtning"), "aterhamtning");
    }

    #[test]
    fn vowel_signs_and_wide_words_are_none() {
        assert_eq!(without_points("خُطُوَاتٌ صَغِيرَة"), "خطوات صغيرة");
        assert_eq!(without_points("خطـــوات"), "خطوات");
        assert_eq!(without_points("ייִדיש"), "יידיש");
        for untouched in ["Återhämtning", "ንእሽቶ ስጉምቲ", "Київ", "سۆرانی"] {
            assert!(matches!(without_points(untouched), Cow::Borrowed(_)), "{untouched}");
        }
    }

    #[test]
    fn missing_dots_are_nearer_than_another_letter() {
        assert_eq!(distance("aterhamtning", "återhämtning"), (0, 2));
        assert_eq!(distance("guldkron", "guldkorn"), (1, 1));
        assert_eq!(distance("guldkorm", "guldkorn"), (1, 1));
    }

    proptest! {
        #[test]
        fn one_edit_leaves_one_half_whole(word in "[a-zåäö]{4,12}", at in 0_usize..12, letter in "[a-z]", edit in 0..4) {
            let word = fold(&word);
            let letters: Vec<char> = word.chars().collect();
            let at = at % letters.len();
            let mut typed = letters.clone();
            let letter = letter.chars().next().unwrap_or('x');
            match edit {
                0 => typed.insert(at, letter),
                1 => _ = typed.remove(at),
                2 if at + 1 < typed.len() => typed.swap(at, at + 1),
                _ => typed[at] = letter,
            }
            let typed: String = typed.into_iter().collect();
            let backwards: String = word.chars().rev().collect();
            let (begins, ends) = halves(&typed);
            prop_assert!(distance(&typed, &word).0 <= 1);
            prop_assert!(word.starts_with(&begins) || backwards.starts_with(&ends), "{typed} {word}");
        }
    }
}
