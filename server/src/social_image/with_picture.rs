//! Draws the image of a text that has a picture: the picture, and below it the title on a band of night.

use std::fmt::Write as _;
use std::path::Path;

use app::media::{Picture, cover};
use app::site::colours::Token;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use resvg::tiny_skia::Pixmap;

use super::{Card, HEIGHT, WIDTH};
use crate::drawing::{self, Align, SetText, TextBox};

/// The texts on the band, in pixels.
const LEFT: f32 = 64.0;
const RIGHT: f32 = 1136.0;
const TITLE: TextBox = TextBox { width: RIGHT - LEFT, height: 140.0, largest: 62.0, smallest: 34.0 };
const LINE: TextBox = TextBox { width: 700.0, height: 44.0, largest: 28.0, smallest: 22.0 };
const NAME: TextBox = TextBox { width: 420.0, height: 44.0, largest: 30.0, smallest: 22.0 };
/// What stands above the title, and below it: the row with the site's mark and name.
const ABOVE: f32 = 34.0;
const ROW: f32 = 92.0;
/// How far the snow on the band's edge reaches into the picture.
const SNOW: f32 = 20.0;
/// Side of the site's icon.
const MARK: u32 = 54;
const JPEG_QUALITY: u8 = 86;

/// Returns the image as JPEG; nothing when the picture's file cannot be read.
pub(super) fn draw(card: &Card, media_folder: &Path, picture: &Picture) -> Option<Vec<u8>> {
    let card = card.drawable();
    let text = if card.is_quote { format!("”{}”", card.text) } else { card.text.clone() };
    let title = SetText::set(&text, TITLE);
    let top = whole_pixels(f32_of(HEIGHT) - ABOVE - title.height() - ROW);
    let mut band = drawing::rasterise(&band(&card, &title, f32_of(top)), WIDTH, HEIGHT)?;
    if let Some(mark) = &card.mark {
        drawing::stamp(&mut band, &mark.on_dark(MARK)?, 64, 550)?;
    }
    let shown = cover(media_folder, picture, WIDTH, top + 4).ok()?;
    encode(&lay_over(&shown, &band))
}

fn band(card: &Card, title: &SetText, top: f32) -> String {
    let colour = |token| card.colours.get(token).to_string();
    let (night, ink) = (colour(Token::Night), colour(Token::Ink));
    let mut svg = drawing::start_tag(WIDTH, HEIGHT);
    let (crest, low) = (top - SNOW, top + 6.0);
    // Writing to a string cannot fail.
    _ = write!(
        svg,
        r##"<path fill="#dce8ec" d="M0 {top}C190 {crest} 330 {low} 560 {top}S960 {crest} 1200 {top}V{HEIGHT}H0z"/><path fill="{night}" d="M0 {a}C190 {top} 330 {b} 560 {a}S960 {top} 1200 {a}V{HEIGHT}H0z"/>"##,
        a = top + 12.0,
        b = low + 12.0,
    );
    title.write(&mut svg, Align::Start(LEFT, RIGHT), top + ABOVE - 6.0, &ink);
    let row = f32_of(HEIGHT) - ROW + 6.0;
    SetText::set(&card.site_name, NAME).write_first(&mut svg, LEFT + 66.0, row + 50.0, &ink);
    let (words, token) =
        if card.source.is_empty() { (&card.overline, Token::Gold) } else { (&card.source, Token::Quiet) };
    SetText::set(words, LINE).write(&mut svg, Align::End(RIGHT), row + 20.0, &colour(token));
    svg.push_str("</svg>");
    svg
}

/// Lays the band over the picture, which ends a little below the band's edge.
fn lay_over(picture: &RgbImage, band: &Pixmap) -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let Some(over) = band.pixel(x, y) else { return Rgb([0; 3]) };
        let below = picture.get_pixel_checked(x, y).map_or([0; 3], |pixel| pixel.0);
        let rest = 255 - u16::from(over.alpha());
        let [red, green, blue] = below.map(|colour| u16::from(colour) * rest / 255);
        // The band's colours are already multiplied by its opacity.
        let sum = |below: u16, over: u8| u8::try_from(below + u16::from(over)).unwrap_or(u8::MAX);
        Rgb([sum(red, over.red()), sum(green, over.green()), sum(blue, over.blue())])
    })
}

/// Encodes JPEG.
pub(super) fn encode(pixels: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    pixels.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)).ok()?;
    Some(bytes)
}

#[expect(clippy::cast_precision_loss, reason = "sides of an image")]
const fn f32_of(pixels: u32) -> f32 {
    pixels as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height within an image")]
fn whole_pixels(height: f32) -> u32 {
    height.round().max(0.0) as u32
}
