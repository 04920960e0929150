//! From a title to the last part of an address.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Longer addresses are cut where a word ends.
const LONGEST: usize = 80;

/// Lower-case letters, digits and hyphens: "Någon hade redan tänt" becomes "nagon-hade-redan-tant", "Добро пожаловать"
/// "dobro-pozhalovat". Empty when the text has neither a letter nor a digit.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for letter in title.nfkc() {
        if letter.is_alphanumeric() {
            slug.extend(
                latin(letter).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()),
            );
        } else if !(is_combining_mark(letter) || is_unseen(letter) || slug.ends_with('-') || slug.is_empty())
        {
            slug.push('-');
        }
        if slug.len() > LONGEST {
            let end = slug.rfind('-').unwrap_or(LONGEST);
            slug.truncate(end);
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Returns a letter or digit in Latin letters: without its dots, rings and accents, or else transliterated.
fn latin(letter: char) -> String {
    let mut base = letter;
    let mut parts = 0;
    decompose_canonical(letter, |part| {
        base = if parts == 0 { part } else { base };
        parts += 1;
    });
    match letter {
        _ if base.is_ascii() => base.to_string(),
        'ø' | 'Ø' => "o".to_owned(),
        _ => any_ascii_char(letter).to_owned(),
    }
}

/// Whether a character is not seen and so separates no words: a soft hyphen, a joiner, a mark of direction.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Chooses one of several things by a slug: always the same for the same slug. `None` when there is nothing to choose from.
pub fn choose_by_slug<'a, T>(things: &'a [T], slug: &str) -> Option<&'a T> {
    // FNV-1a. Its low bits hardly differ between short slugs, so the high ones are folded in.
    let hash =
        slug.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let hash = usize::try_from(hash ^ (hash >> 15)).unwrap_or_default();
    things.get(hash.checked_rem(things.len())?)
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

    #[test]
    fn every_script_becomes_readable_latin_letters() {
        for (title, slug) in [
            ("Добро пожаловать", "dobro-pozhalovat"),
            ("Привіт, їжак", "privit-izhak"),
            ("مرحبا", "mrhb"),
            ("می\u{200c}خواهم", "mykhwhm"),
            ("ሰላም", "selam"),
            ("Łukasz och Đorđe", "lukasz-och-dorde"),
            ("Sámi giellaŋ ŧ", "sami-giellang-t"),
            ("שלום", "slvm"),
            ("สวัสดี", "swasdi"),
            ("Ελλάδα", "ellada"),
            ("你好", "nihao"),
        ] {
            assert_eq!(slug_of(title), slug, "{title}");
        }
    }

    #[test]
    fn what_is_not_seen_changes_no_address() {
        assert_eq!(slug_of("till\u{ad}gäng\u{ad}lighet"), "tillganglighet");
        assert_eq!(slug_of("A\u{30a}tga\u{308}rder"), slug_of("Åtgärder"));
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
