//! Draws the image: a text on a night sky, a lit window, the site's name.

use std::fmt::Write as _;
use std::sync::LazyLock;

use quick_xml::escape::escape;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree};

use super::glyphs::drawable;
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
const FONT: &[u8] = include_bytes!("../../fonts/fraunces-title.ttf");

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

/// Options with the font, loaded when the first image is drawn.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options { font_family: "Fraunces".to_owned(), ..Options::default() };
    options.fontdb_mut().load_font_data(FONT.to_vec());
    options
});

/// Returns the image as PNG; nothing if it cannot be drawn.
pub(super) fn draw(card: &Card) -> Option<Vec<u8>> {
    let tree = Tree::from_str(&svg(card), &OPTIONS).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

fn svg(card: &Card) -> String {
    let source = if card.source.is_empty() { String::new() } else { format!("– {}", card.source) };
    let source = fit(&drawable(&source), LINE, measure);
    let room = TextBox { height: TEXT.height - height(&source), ..TEXT };
    let quote = fit(&drawable(&card.text), room, measure);
    let overline = fit(&drawable(&card.overline), LINE, measure);
    let name = fit(&drawable(&card.site_name), TextBox { width: 460.0, ..LINE }, measure);

    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" font-family="Fraunces" xml:space="preserve"><rect width="{WIDTH}" height="{HEIGHT}" fill="{NIGHT}"/>"#
    );
    svg.push_str(include_str!("sky.svg"));
    if card.is_quote {
        line(&mut svg, LEFT - 4.0, 170.0, 150.0, GOLD, "”");
    }
    let mark_width = if card.is_quote { 92.0 } else { 0.0 };
    text(&mut svg, &overline, LEFT + mark_width, 64.0, GOLD);
    let high = height(&quote) + height(&source);
    let top = TOP + (TEXT.height - high) / 2.0;
    text(&mut svg, &quote, LEFT, top, INK);
    text(&mut svg, &source, LEFT, top + height(&quote) + 8.0, MUTED);
    line(&mut svg, 162.0, 572.0, name.size, INK, name.lines.first().map_or("", String::as_str));
    svg.push_str("</svg>");
    svg
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn height(fitted: &FittedText) -> f32 {
    fitted.lines.len() as f32 * fitted.size * LEADING
}

/// Writes lines of text, the first one directly below `top`.
fn text(svg: &mut String, fitted: &FittedText, left: f32, top: f32, colour: &str) {
    let mut baseline = top + fitted.size;
    for words in &fitted.lines {
        line(svg, left, baseline, fitted.size, colour, words);
        baseline += fitted.size * LEADING;
    }
}

fn line(svg: &mut String, x: f32, baseline: f32, size: f32, colour: &str, words: &str) {
    // Writing to a string cannot fail.
    _ = write!(
        svg,
        r#"<text x="{x}" y="{baseline}" font-size="{size}" fill="{colour}">{}</text>"#,
        escape(words)
    );
}

/// Returns the widths of pieces of text at a font size of one pixel, measured at a large one.
fn measure(pieces: &[String]) -> Vec<f32> {
    const SIZE: f32 = 100.0;
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" font-family="Fraunces">"#);
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
        let widths = measure(&["i".to_owned(), "mmm".to_owned()]);
        assert!(widths[0] > 0.1 && widths[1] > 5.0 * widths[0], "{widths:?}");
    }

    #[test]
    fn any_text_becomes_an_image() {
        let hostile = "<script>&amp;</text>\u{0}]]>".repeat(40);
        for words in ["", "Mod", "🙂", &"ett långt ord ".repeat(80), &"å".repeat(900), &hostile] {
            for is_quote in [true, false] {
                let png = draw(&card(words, is_quote)).expect("a picture");
                let decoded = Pixmap::decode_png(&png).expect("a PNG");
                assert_eq!((decoded.width(), decoded.height()), (WIDTH, HEIGHT));
                assert!(png.len() < 150_000, "{} bytes", png.len());
            }
        }
        assert_ne!(draw(&card("Mod", true)), draw(&card("Nod", true)));
    }
}
