//! The one spelling in which typed and pasted text is stored, compared and searched for.
//!
//! What looks the same can be written with different characters: a PDF gives "a" and a ring where a keyboard gives "å", a
//! page gives back the soft hyphens that it was shown with. Whoever reads text that came from outside calls one of these
//! functions first.

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Returns a text in normal form: composed letters (NFC), ligatures as letters, nothing that is there for the layout alone.
pub fn normalize(text: &str) -> String {
    if text.is_ascii()
        || (is_nfc_quick(text.chars()) == IsNormalized::Yes
            && !text.contains(|c| is_layout(c) || ligature(c).is_some()))
    {
        return text.to_owned();
    }
    let mut letters = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_layout(*c)) {
        match ligature(c) {
            Some(spelt) => letters.push_str(spelt),
            None => letters.push(c),
        }
    }
    letters.nfc().collect()
}

/// Returns a text in normal form as one trimmed line: control characters and line breaks become spaces.
pub fn line(typed: &str) -> String {
    normalize(typed).replace(|c: char| c.is_control() || is_separator(c), " ").trim().to_owned()
}

/// Returns a text in normal form with `\n` at the end of each line, however the sender breaks lines, and without other
/// control characters than tabs.
pub fn lines(typed: &str) -> String {
    let typed = normalize(typed).replace("\r\n", "\n");
    let typed = typed.replace(|c| matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}') || is_separator(c), "\n");
    typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Returns a password as it is hashed (RFC 8265, `OpaqueString`): every space is the plain one, letters are composed.
/// Unlike in other text nothing is dropped, since every character of a password counts.
pub fn password(typed: &str) -> String {
    typed.chars().map(|c| if c.is_whitespace() && !c.is_control() { ' ' } else { c }).nfc().collect()
}

/// Whether a character changes how a text is laid out and not what it says.
///
/// A zero-width joiner and non-joiner are spelling, in Persian as in emoji, and the marks of direction U+200E, U+200F and
/// U+061C act only where they stand: all stay. Embeddings, overrides and isolates need an end; without it they turn
/// around what follows on the page, and every text of ours has a direction of its own (`dir="auto"`).
const fn is_layout(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a character ends a line or paragraph and yet is no control character.
const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Returns the letters of a Latin ligature, which NFC leaves as one character and nobody types in a search.
const fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn control_characters_are_removed() {
        assert_eq!(line("  Små\tsteg\u{0} "), "Små steg");
        assert_eq!(lines("Ett\r\n\r\n\ttvå\u{7}  \rtre"), "Ett\n\n\ttvå  \ntre");
        assert_eq!(lines("rad\u{b}rad\u{2028}rad\u{2029}rad\u{85}rad"), "rad\nrad\nrad\nrad\nrad");
        assert_eq!(line("rad\u{2028}rad"), "rad rad");
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        assert_eq!(normalize("A\u{30a}tga\u{308}rder"), "Åtgärder");
        assert_eq!(normalize("till\u{ad}gäng\u{ad}lighet"), "tillgänglighet");
        assert_eq!(normalize("a\u{ad}\u{30a}r"), "år", "a soft hyphen between a letter and its ring");
        assert_eq!(normalize("eﬀektiv ﬁnansiering"), "effektiv finansiering");
        assert_eq!(normalize("\u{feff}Hej\u{200b} på\u{2060} dig"), "Hej på dig");
    }

    #[test]
    fn spelling_stays() {
        for text in
            ["می\u{200c}خواهم", "👩\u{200d}🚒", "مرحبا\u{200f}!", "C\u{200e} 3\u{61c}", "5\u{a0}000", "Å½²"]
        {
            assert_eq!(normalize(text), text);
        }
    }

    #[test]
    fn direction_ends_with_the_text() {
        assert_eq!(normalize("ett \u{202e}två\u{202c} \u{2067}tre"), "ett två tre");
    }

    #[test]
    fn a_password_is_the_same_on_every_keyboard() {
        assert_eq!(password("bla\u{30a}\u{a0}grytor"), "blå grytor");
        assert_eq!(password("bl\u{ad}å\u{200d}"), "bl\u{ad}å\u{200d}");
    }

    proptest! {
        #[test]
        fn normalizing_twice_changes_nothing(text in "[\\PCa\u{30a}\u{ad}\u{200c}ﬁ\u{1100}\u{1161}\u{3099}か]{0,60}") {
            for normal in [normalize, line, lines, password] {
                let once = normal(&text);
                prop_assert_eq!(normal(&once), once.clone());
            }
        }
    }
}
