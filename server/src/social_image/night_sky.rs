//! Draws the image of a text: on a night sky, above the lit windows of a street, with the site's name.

use std::borrow::Cow;
use std::fmt::Write as _;

use app::site::colours::{Palette, Theme, Token};

use super::{Card, HEIGHT, WIDTH};
use crate::drawing::{self, Align, SetText, TextBox, line};

/// The position of the text, in pixels.
const LEFT: f32 = 80.0;
const TOP: f32 = 124.0;
const TEXT: TextBox = TextBox { width: 1040.0, height: 340.0, largest: 104.0, smallest: 38.0 };
const LINE: TextBox = TextBox { width: 1040.0, height: 50.0, largest: 34.0, smallest: 24.0 };

/// Side of the site's icon.
const MARK: u32 = 64;

/// Returns the image as PNG, or the site's own where a letter of the text cannot be drawn; nothing if neither can.
pub(super) fn draw(card: &Card) -> Option<Vec<u8>> {
    let mut pixels = drawing::rasterise(&svg(&card.drawable()), WIDTH, HEIGHT)?;
    if let Some(mark) = &card.mark {
        drawing::stamp(&mut pixels, &mark.on_dark(MARK)?, 80, 520)?;
    }
    pixels.encode_png().ok()
}

fn svg(card: &Card) -> String {
    let source = if card.source.is_empty() { String::new() } else { format!("– {}", card.source) };
    let source = SetText::set(&source, LINE);
    let quote = SetText::set(&card.text, TextBox { height: TEXT.height - source.height(), ..TEXT });
    let overline = SetText::set(&card.overline, LINE);
    let name = SetText::set(&card.site_name, TextBox { width: 460.0, ..LINE });

    let colour = |token| card.colours.get(token).to_string();
    let (night, ink, gold) = (colour(Token::Night), colour(Token::Ink), colour(Token::Gold));
    let mut svg = drawing::start_tag(WIDTH, HEIGHT);
    // Writing to a string cannot fail.
    _ = write!(svg, r#"<rect width="{WIDTH}" height="{HEIGHT}" fill="{night}"/>"#);
    svg.push_str(&street(&card.colours));
    if card.is_quote {
        line(&mut svg, &format!(r#"x="{}" font-family="Fraunces""#, LEFT - 4.0), 170.0, 150.0, &gold, "”");
    }
    let mark_width = if card.is_quote { 92.0 } else { 0.0 };
    let right = LEFT + TEXT.width;
    overline.write(&mut svg, Align::Start(LEFT + mark_width, right), 64.0, &gold);
    let top = TOP + (TEXT.height - quote.height() - source.height()) / 2.0;
    quote.write(&mut svg, Align::Start(LEFT, right), top, &ink);
    source.write(&mut svg, Align::Start(LEFT, right), top + quote.height() + 14.0, &colour(Token::Quiet));
    name.write_first(&mut svg, 162.0, 572.0, &ink);
    svg.push_str("</svg>");
    svg
}

/// Returns the drawing of stars and street. Its houses are dark blue; on the ground of another colour they are as dark in
/// that colour. The light in the windows stays.
fn street(colours: &Theme) -> Cow<'static, str> {
    const HOUSES: [&str; 4] = ["#173044", "#1d3547", "#152c3f", "#1b3346"];
    let street = include_str!("sky.svg");
    if *colours == Palette::STANDARD.night {
        return Cow::Borrowed(street);
    }
    let (night, house) = (colours.get(Token::Night).to_string(), colours.get(Token::Sheet).to_string());
    let windows = street.replace("#0b1b27", &night);
    Cow::Owned(HOUSES.into_iter().fold(windows, |street, colour| street.replace(colour, &house)))
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::*;

    fn card(text: &str, is_quote: bool) -> Card {
        Card {
            text: text.to_owned(),
            is_quote,
            source: "deltagare, 28 år".to_owned(),
            overline: String::new(),
            site_name: "Guldkorn".to_owned(),
            mark: None,
            colours: Palette::STANDARD.night,
        }
    }

    #[test]
    fn any_text_becomes_an_image() {
        let hostile = "<script>&amp;</text>\u{0}]]>".repeat(40);
        for words in [
            "",
            "Mod",
            "🙂",
            "你好",
            &"สวัสดี".repeat(60),
            "مرحبا! (2026)",
            &"ett långt ord ".repeat(80),
            &"å".repeat(900),
            &hostile,
        ] {
            for is_quote in [true, false] {
                let png = draw(&card(words, is_quote)).expect("a picture");
                let decoded = Pixmap::decode_png(&png).expect("a PNG");
                assert_eq!((decoded.width(), decoded.height()), (WIDTH, HEIGHT));
                assert!(png.len() < 150_000, "{} bytes", png.len());
            }
        }
        assert_ne!(draw(&card("Mod", true)), draw(&card("Nod", true)));
    }

    #[test]
    fn a_title_that_no_font_has_gives_the_sites_own_image_and_never_half_a_title() {
        let own = draw(&Card { source: String::new(), ..card("Guldkorn", false) });
        assert!(own.is_some());
        for title in ["你好", "Mod 心", "Hej 你"] {
            assert_eq!(draw(&card(title, true)), own, "{title}");
        }
        let empty = draw(&card("", false));
        for title in ["مرحبا", "ሰላም", "Добро", "สวัสดี", "שלום"] {
            let drawn = draw(&card(title, false));
            assert!(drawn != own && drawn != empty, "{title}");
        }
    }

    /// Draws titles into a folder, for somebody to look at: `IMAGES=/tmp cargo nextest run draws_titles`.
    #[test]
    fn draws_titles_of_every_script() {
        let Ok(folder) = std::env::var("IMAGES") else { return };
        for (number, title) in [
            "Den första gången någon frågade mig",
            "خطوات صغيرة (2026): لم أكن وحدي!",
            "برای اولین بار می\u{200c}خواهم بگویم",
            "ብሩኽ ልደት ንኹላትና፡ ሎሚ መዓልቲ",
            "Ласкаво просимо, їжаку!",
            "ยินดีต้อนรับสู่โครงการของเราในวันนี้",
            "שלום לכולם, וברוכים הבאים!",
            "Chào mừng bạn, Łukasz och Đorđe",
            "مرحبا MIA Vidare في السويد",
        ]
        .into_iter()
        .enumerate()
        {
            let png = draw(&card(title, number % 2 == 1)).expect("a picture");
            std::fs::write(format!("{folder}/image-{number}.png"), png).expect("writes");
        }
    }
}
