//! The fonts of an image, and which of them has a character.
//!
//! The fonts themselves are asked, so that no list can differ from them. How they were made is in `server/fonts/README.md`.

use std::sync::LazyLock;

use resvg::usvg::fontdb::Database;
use skrifa::FontRef;
use skrifa::charmap::Charmap;

/// A font in the binary.
struct Font {
    family: &'static str,
    data: &'static [u8],
}

/// The fonts, in the order in which they are tried.
const FONTS: [Font; 6] = [
    Font { family: "Fraunces", data: include_bytes!("../../fonts/fraunces-title.ttf") },
    Font { family: "Noto Serif SemiBold", data: include_bytes!("../../fonts/noto-serif.ttf") },
    Font { family: "Noto Naskh Arabic SemiBold", data: include_bytes!("../../fonts/noto-naskh-arabic.ttf") },
    Font {
        family: "Noto Sans Ethiopic SemiBold",
        data: include_bytes!("../../fonts/noto-sans-ethiopic.ttf"),
    },
    Font { family: "Noto Serif Thai SemiBold", data: include_bytes!("../../fonts/noto-serif-thai.ttf") },
    Font { family: "Noto Serif Hebrew SemiBold", data: include_bytes!("../../fonts/noto-serif-hebrew.ttf") },
];

static CHARMAPS: LazyLock<Vec<(&'static str, Charmap<'static>)>> = LazyLock::new(|| {
    let charmap = |font: &Font| Some((font.family, Charmap::new(&FontRef::new(font.data).ok()?)));
    FONTS.iter().filter_map(charmap).collect()
});

/// Loads all fonts.
pub(crate) fn load(database: &mut Database) {
    for font in FONTS {
        database.load_font_data(font.data.to_vec());
    }
}

/// Returns the first font that has every letter and digit of a text; `None` when none has. A title of which half is missing
/// says something else, and the drawing library joins no letters of two fonts.
pub(crate) fn family_of(text: &str) -> Option<&'static str> {
    let has_all =
        |charmap: &Charmap<'_>| text.chars().filter(|c| c.is_alphanumeric()).all(|c| has(charmap, c));
    CHARMAPS.iter().find(|(_, charmap)| has_all(charmap)).map(|(family, _)| *family)
}

/// Removes the characters that a font lacks, such as emoji: nothing is better than an empty box. Whitespace of any kind and
/// length becomes one space.
pub(crate) fn drawable(text: &str, family: &str) -> String {
    let charmap = CHARMAPS.iter().find(|(known, _)| *known == family).map(|(_, charmap)| charmap);
    let mut drawable = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() && drawable.ends_with(' ') => {}
            c if c.is_whitespace() => drawable.push(' '),
            '\u{ad}' => {}
            '\u{2010}' | '\u{2011}' => drawable.push('-'),
            // Joiners and marks of direction need no glyph.
            '\u{200c}'..='\u{200f}' => drawable.push(c),
            c if charmap.is_some_and(|charmap| has(charmap, c)) => drawable.push(c),
            _ => {}
        }
    }
    drawable.trim().to_owned()
}

fn has(charmap: &Charmap<'_>, c: char) -> bool {
    charmap.map(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_font_is_found_by_its_name() {
        let mut database = Database::new();
        load(&mut database);
        let names: Vec<_> =
            database.faces().filter_map(|face| Some(face.families.first()?.0.clone())).collect();
        assert_eq!(names, FONTS.map(|font| font.family));
    }

    #[test]
    fn what_the_font_lacks_is_removed() {
        let shown = drawable(" kl.\u{a0}14 \n fika ☕🙂, Žižek\u{ad} ”så”\u{0} ", FONTS[0].family);
        assert_eq!(shown, "kl. 14 fika , Žižek ”så”");
    }

    #[test]
    fn every_language_of_a_text_has_a_font() {
        for text in [
            "Ett steg i taget",
            "خطوات صغيرة، پدر گفت؟ (MIA Vidare 2026)",
            "بەخێربێن",
            "می\u{200c}خواهم",
            "שלום ייִדיש, åäö",
            "ብሩኽ ልደት፡ 24 MIA",
            "Ласкаво просимо, їжак ґанок och åäö",
            "Добро пожаловать",
            "Łukasz och Đorđe",
            "Sámi giellaŋ ŧ",
            "ยินดีต้อนรับ 2026",
            "Chào mừng, Əziz, Ağaoğlu",
            "Καλώς ήρθατε",
        ] {
            let family = family_of(text).expect(text);
            assert_eq!(drawable(text, family), text);
        }
        for text in ["你好", "Mod 心", "مرحبا Привет"] {
            assert_eq!(family_of(text), None, "{text}");
        }
        assert_eq!(family_of("Fika ☕ 1️⃣"), Some(FONTS[0].family), "signs may be missing");
        assert_eq!(family_of(""), Some(FONTS[0].family));
    }
}
