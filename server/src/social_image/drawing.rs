//! Draws the picture: the words on the night, the lit window, the site's name.

use std::fmt::Write as _;
use std::sync::LazyLock;

use quick_xml::escape::escape;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree};

use super::layout::{Fitted, LEADING, Room, fit};
use super::letters::shown;

/// What a picture says.
#[derive(Debug, Clone)]
pub(super) struct Card {
    pub(super) words: String,
    pub(super) is_quote: bool,
    /// Who said it; may be empty.
    pub(super) source: String,
    /// A line over the words; may be empty.
    pub(super) over: String,
    /// The site's name.
    pub(super) site: String,
}

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
const FONT: &[u8] = include_bytes!("../../fonts/fraunces-title.ttf");

/// Colours of the night, as in `style/tokens.css`.
const NIGHT: &str = "#0b1b27";
const INK: &str = "#f1ece0";
const QUIET: &str = "#a9b7bf";
const GOLD: &str = "#f0bc4e";

/// Where the words stand.
const LEFT: f32 = 80.0;
const TOP: f32 = 124.0;
const WORDS: Room = Room { width: 1040.0, height: 340.0, largest: 104.0, smallest: 38.0 };
const LINE: Room = Room { width: 1040.0, height: 50.0, largest: 34.0, smallest: 24.0 };

/// Read when the first picture is asked for.
static LETTERS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options { font_family: "Fraunces".to_owned(), ..Options::default() };
    options.fontdb_mut().load_font_data(FONT.to_vec());
    options
});

/// The picture as PNG; nothing if it cannot be drawn.
pub(super) fn draw(card: &Card) -> Option<Vec<u8>> {
    let tree = Tree::from_str(&picture(card), &LETTERS).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

fn picture(card: &Card) -> String {
    let source = if card.source.is_empty() { String::new() } else { format!("– {}", card.source) };
    let under = fit(&shown(&source), LINE, measure);
    let room = Room { height: WORDS.height - height(&under), ..WORDS };
    let words = fit(&shown(&card.words), room, measure);
    let over = fit(&shown(&card.over), LINE, measure);
    let name = fit(&shown(&card.site), Room { width: 460.0, ..LINE }, measure);

    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" font-family="Fraunces" xml:space="preserve"><rect width="{WIDTH}" height="{HEIGHT}" fill="{NIGHT}"/>"#
    );
    svg.push_str(include_str!("sky.svg"));
    if card.is_quote {
        line(&mut svg, LEFT - 4.0, 170.0, 150.0, GOLD, "”");
    }
    let beside_mark = if card.is_quote { 92.0 } else { 0.0 };
    text(&mut svg, &over, LEFT + beside_mark, 64.0, GOLD);
    let high = height(&words) + height(&under);
    let top = TOP + (WORDS.height - high) / 2.0;
    text(&mut svg, &words, LEFT, top, INK);
    text(&mut svg, &under, LEFT, top + height(&words) + 8.0, QUIET);
    line(&mut svg, 162.0, 572.0, name.size, INK, name.lines.first().map_or("", String::as_str));
    svg.push_str("</svg>");
    svg
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn height(fitted: &Fitted) -> f32 {
    fitted.lines.len() as f32 * fitted.size * LEADING
}

/// Lines from `top` on.
fn text(svg: &mut String, fitted: &Fitted, left: f32, top: f32, colour: &str) {
    let mut baseline = top + fitted.size;
    for words in &fitted.lines {
        line(svg, left, baseline, fitted.size, colour, words);
        baseline += fitted.size * LEADING;
    }
}

fn line(svg: &mut String, x: f32, baseline: f32, size: f32, colour: &str, words: &str) {
    // A string takes every letter.
    _ = write!(
        svg,
        r#"<text x="{x}" y="{baseline}" font-size="{size}" fill="{colour}">{}</text>"#,
        escape(words)
    );
}

/// The widths of pieces of text in letters of one pixel, worked out by drawing them large.
fn measure(pieces: &[String]) -> Vec<f32> {
    const SIZE: f32 = 100.0;
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" font-family="Fraunces">"#);
    for (number, piece) in pieces.iter().enumerate() {
        _ = write!(svg, r#"<text id="n{number}" font-size="{SIZE}">{}</text>"#, escape(piece.as_str()));
    }
    svg.push_str("</svg>");
    let Ok(tree) = Tree::from_str(&svg, &LETTERS) else { return vec![0.0; pieces.len()] };
    let width = |number: usize| match tree.node_by_id(&format!("n{number}")) {
        Some(Node::Text(text)) => text.bounding_box().width() / SIZE,
        _ => 0.0,
    };
    (0..pieces.len()).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(words: &str, is_quote: bool) -> Card {
        Card {
            words: words.to_owned(),
            is_quote,
            source: "deltagare, 28 år".to_owned(),
            over: String::new(),
            site: "Guldkorn".to_owned(),
        }
    }

    #[test]
    fn words_are_measured() {
        let widths = measure(&["i".to_owned(), "mmm".to_owned()]);
        assert!(widths[0] > 0.1 && widths[1] > 5.0 * widths[0], "{widths:?}");
    }

    #[test]
    fn whatever_is_written_becomes_a_picture() {
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
