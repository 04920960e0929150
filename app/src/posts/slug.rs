//! From a title to the last part of an address.

use unicode_normalization::UnicodeNormalization as _;

/// Longer addresses are cut where a word ends.
const LONGEST: usize = 80;

/// Lower-case letters, digits and hyphens: "Någon hade redan tänt" becomes "nagon-hade-redan-tant". Empty when
/// nothing of the title can be written so.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    // Taken apart, å is an a and a ring; the ring goes.
    for letter in title.nfkd().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'ø' => slug.push('o'),
            'æ' => slug.push_str("ae"),
            'ß' => slug.push_str("ss"),
            '\u{300}'..='\u{36f}' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() > LONGEST {
            let end = slug.rfind('-').unwrap_or(LONGEST);
            slug.truncate(end);
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Whether a text can be the last part of an address as it stands, at most so many characters of it.
pub fn is_slug(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len())
        && text.bytes().all(|letter| matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, slug_of};

    #[test]
    fn titles_become_addresses() {
        assert_eq!(slug_of("Någon hade redan tänt"), "nagon-hade-redan-tant");
        assert_eq!(slug_of("– Får jag? Ja: 3 × kaffe!"), "far-jag-ja-3-kaffe");
        assert_eq!(slug_of("ÅÄÖ é ñ ø ﬁ"), "aao-e-n-o-fi");
        assert_eq!(slug_of("…"), "");
        assert_eq!(slug_of(&"mod ".repeat(40)), "mod-".repeat(20).trim_end_matches('-'));
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_address_can_be_used(title in ".{0,200}") {
            let slug = slug_of(&title);
            prop_assert!(slug.len() <= LONGEST);
            prop_assert!(slug.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
