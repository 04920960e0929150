//! Draws the image: a text on a night sky, a lit window, the site's name.

use std::fmt::Write as _;
use std::sync::LazyLock;

use quick_xml::escape::escape;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree};

use super::fonts::{self, drawable, family_of};
use super::layout::{FittedText, LEADING, TextBox, fit};

/// The texts of an image.
#[derive(Debug, Clone)]
pub(super) struct Card {
    pub(super) text: String,
    pub(super) is_quote: bool,
    /// The source of the quote; may be empty.
    pub(super) source: String,
    /// A line above the text; may be empty.
    pub(super) overline: String,
    pub(super) site_name: String,
}

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// Colours of the dark theme, as in `style/tokens.css`.
const NIGHT: &str = "#0b1b27";
const INK: &str = "#f1ece0";
const MUTED: &str = "#a9b7bf";
const GOLD: &str = "#f0bc4e";

/// The position of the text, in pixels.
const LEFT: f32 = 80.0;
const TOP: f32 = 124.0;
const TEXT: TextBox = TextBox { width: 1040.0, height: 340.0, largest: 104.0, smallest: 38.0 };
const LINE: TextBox = TextBox { width: 1040.0, height: 50.0, largest: 34.0, smallest: 24.0 };

/// Options with the fonts, loaded when the first image is drawn.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    fonts::load(options.fontdb_mut());
    options
});

impl Card {
    /// Returns the site's own image, for texts in letters that no font has.
    fn of_site(site_name: &str) -> Self {
        let site_name =
            Some(site_name).filter(|name| family_of(name).is_some()).unwrap_or_default().to_owned();
        Self {
            text: site_name.clone(),
            is_quote: false,
            source: String::new(),
            overline: String::new(),
            site_name,
        }
    }

    fn can_be_drawn(&self) -> bool {
        [&self.text, &self.source, &self.overline, &self.site_name]
            .into_iter()
            .all(|text| family_of(text).is_some())
    }
}

/// A text in its font, broken into lines.
struct SetText {
    family: &'static str,
    fitted: FittedText,
}

impl SetText {
    fn set(text: &str, text_box: TextBox) -> Self {
        let family = family_of(text).unwrap_or_default();
        let fitted = fit(&drawable(text, family), text_box, |pieces| measure(pieces, family));
        Self { family, fitted }
    }

    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    fn height(&self) -> f32 {
        self.fitted.lines.len() as f32 * self.fitted.size * LEADING
    }
}

/// Returns the image as PNG, or the site's own where a letter of the text cannot be drawn; nothing if neither can.
pub(super) fn draw(card: &Card) -> Option<Vec<u8>> {
    let svg = if card.can_be_drawn() { svg(card) } else { svg(&Card::of_site(&card.site_name)) };
    let tree = Tree::from_str(&svg, &OPTIONS).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

fn svg(card: &Card) -> String {
    let source = if card.source.is_empty() { String::new() } else { format!("– {}", card.source) };
    let source = SetText::set(&source, LINE);
    let quote = SetText::set(&card.text, TextBox { height: TEXT.height - source.height(), ..TEXT });
    let overline = SetText::set(&card.overline, LINE);
    let name = SetText::set(&card.site_name, TextBox { width: 460.0, ..LINE });

    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" xml:space="preserve"><rect width="{WIDTH}" height="{HEIGHT}" fill="{NIGHT}"/>"#
    );
    svg.push_str(include_str!("sky.svg"));
    if card.is_quote {
        line(&mut svg, &format!(r#"x="{}" font-family="Fraunces""#, LEFT - 4.0), 170.0, 150.0, GOLD, "”");
    }
    let mark_width = if card.is_quote { 92.0 } else { 0.0 };
    text(&mut svg, &overline, LEFT + mark_width, 64.0, GOLD);
    let top = TOP + (TEXT.height - quote.height() - source.height()) / 2.0;
    text(&mut svg, &quote, LEFT, top, INK);
    text(&mut svg, &source, LEFT, top + quote.height() + 14.0, MUTED);
    let position = format!(r#"x="162" font-family="{}""#, name.family);
    let first = name.fitted.lines.first().map_or("", String::as_str);
    line(&mut svg, &position, 572.0, name.fitted.size, INK, first);
    svg.push_str("</svg>");
    svg
}

/// Writes lines of text, the first one directly below `top`. A text that is read from the right begins there.
fn text(svg: &mut String, set: &SetText, left: f32, top: f32, colour: &str) {
    let SetText { family, fitted } = set;
    let mut baseline = top + fitted.size;
    let from_right = fitted.lines.first().is_some_and(|line| is_right_to_left(line));
    let position = if from_right {
        format!(r#"x="{}" text-anchor="end" font-family="{family}""#, LEFT + TEXT.width)
    } else {
        format!(r#"x="{left}" font-family="{family}""#)
    };
    for words in &fitted.lines {
        // The library takes every line for one that is read from the left; an embedding says otherwise.
        let (start, end) = if from_right { ("\u{202b}", "\u{202c}") } else { ("", "") };
        line(svg, &position, baseline, fitted.size, colour, &format!("{start}{words}{end}"));
        baseline += fitted.size * LEADING;
    }
}

/// Whether the first letter of a text is Arabic or Hebrew.
fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

fn line(svg: &mut String, position: &str, baseline: f32, size: f32, colour: &str, words: &str) {
    // Writing to a string cannot fail.
    _ = write!(
        svg,
        r#"<text {position} y="{baseline}" font-size="{size}" fill="{colour}">{}</text>"#,
        escape(words)
    );
}

/// Returns the widths of pieces of text at a font size of one pixel, measured at a large one.
fn measure(pieces: &[String], family: &str) -> Vec<f32> {
    const SIZE: f32 = 100.0;
    let mut svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" font-family="{family}">"#);
    for (index, piece) in pieces.iter().enumerate() {
        _ = write!(svg, r#"<text id="n{index}" font-size="{SIZE}">{}</text>"#, escape(piece.as_str()));
    }
    svg.push_str("</svg>");
    let Ok(tree) = Tree::from_str(&svg, &OPTIONS) else { return vec![0.0; pieces.len()] };
    let width = |index: usize| match tree.node_by_id(&format!("n{index}")) {
        Some(Node::Text(text)) => text.bounding_box().width() / SIZE,
        _ => 0.0,
    };
    (0..pieces.len()).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(text: &str, is_quote: bool) -> Card {
        Card {
            text: text.to_owned(),
            is_quote,
            source: "deltagare, 28 år".to_owned(),
            overline: String::new(),
            site_name: "Guldkorn".to_owned(),
        }
    }

    #[test]
    fn texts_are_measured() {
        let widths = measure(&["i".to_owned(), "mmm".to_owned()], "Fraunces");
        assert!(widths[0] > 0.1 && widths[1] > 5.0 * widths[0], "{widths:?}");
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
        let own = draw(&Card::of_site("Guldkorn"));
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
