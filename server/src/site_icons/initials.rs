//! The icon of a site that has no picture for it: its initials on its own ground.

use std::fmt::Write as _;

use app::site::colours::{Palette, Token};

use crate::drawing::{self, Align, SetText, TextBox};

const SIDE: u32 = 96;
/// The letters' box, in the middle.
const LETTERS: TextBox = TextBox { width: 74.0, height: 74.0, largest: 60.0, smallest: 20.0 };
/// Draws initials as SVG without text: who shows it has none of our fonts. The colours are those of what is dark on every
/// page.
pub(super) fn draw(initials: &str, palette: &Palette) -> Option<String> {
    let letters = SetText::set(initials, LETTERS);
    let (ground, gold) = (palette.day.get(Token::Night), palette.night.get(Token::Gold).to_string());
    let mut svg = drawing::start_tag(SIDE, SIDE);
    // Writing to a string cannot fail.
    _ = write!(svg, r#"<rect width="{SIDE}" height="{SIDE}" rx="20" fill="{ground}"/>"#);
    // Capitals stand a little above the middle of their line.
    letters.write(&mut svg, Align::Middle(48.0), 48.0 - letters.height() * 0.47, &gold);
    svg.push_str("</svg>");
    drawing::outlined(&svg, SIDE, SIDE)
}

#[cfg(test)]
mod tests {
    use app::site::colours::Palette;

    fn draw(initials: &str) -> Option<String> {
        super::draw(initials, &Palette::STANDARD)
    }

    #[test]
    fn initials_are_outlines() {
        let drawn = draw("MV").unwrap();
        assert!(
            !drawn.contains("<text") && drawn.contains("<path") && drawn.contains("viewBox=\"0 0 96 96\""),
            "{drawn}"
        );
        assert_ne!(draw("MV"), draw("MO"));
        for strange in ["", "&<", "你好", "🙂", "ÅÄÖ", "مر"] {
            assert!(draw(strange).is_some(), "{strange}");
        }
    }
}
