//! The picture: a snowy wall with a lit window, the words in its light, and below it the site's mark and name.

use std::fmt::{Display, Write as _};

use super::Card;
use super::facade::Wall;
use super::format::{Area, Format};
use crate::drawing::{self, Align, SetText, TextBox, line};

/// Colours of the light theme, as in `style/tokens.css`, and of the light in a window.
const INK: &str = "#1b2a33";
const QUIET: &str = "#4d5c65";
const GOLD_INK: &str = "#a66d00";
const SNOW: &str = "#f2f6f6";
const SNOW_SHADE: &str = "#cddde2";
const LIGHT: &str = "#f8d583";
const GLOW: &str = "#fff0c9";
const CURTAIN: &str = "#fffdf7";

/// Distance between the boards of the wall.
const BOARD: u32 = 54;
/// Width of the window's casing.
const CASING: f32 = 34.0;

/// Side of the site's icon, and of the sign that it stands on.
const MARK: u32 = 72;
const SIGN: f32 = 96.0;

/// Draws the picture as PNG.
pub(super) fn draw(card: &Card, format: Format) -> Option<Vec<u8>> {
    let mut pixels = drawing::rasterise(&svg(card, format), format.width(), format.height())?;
    if let Some(mark) = &card.mark {
        let (left, top) = sign(format);
        #[expect(clippy::cast_possible_truncation, reason = "a place in the picture")]
        let place = |corner: f32| (corner + 12.0) as i32;
        drawing::stamp(&mut pixels, &mark.on_dark(MARK)?, place(left), place(top))?;
    }
    pixels.encode_png().ok()
}

/// Returns the corner of the sign with the icon.
fn sign(format: Format) -> (f32, f32) {
    let pane = format.pane();
    #[expect(clippy::cast_precision_loss, reason = "the height of a picture")]
    let middle = f32::midpoint(pane.bottom() + 40.0, format.height() as f32);
    (pane.left - CASING, middle - SIGN / 2.0)
}

/// Returns the picture as SVG.
fn svg(card: &Card, format: Format) -> String {
    let wall = Wall::of(card.words.facade);
    let mut svg = drawing::start_tag(format.width(), format.height());
    house(&mut svg, format, wall);
    window(&mut svg, format, wall);
    let sill = format.pane().bottom();
    let (decoration, half) = if card.words.day.is_some() {
        (include_str!("candlestick.svg"), 130.0)
    } else {
        (include_str!("geranium.svg"), 80.0)
    };
    let scale = if format == Format::Portrait { 1.3 } else { 1.0 };
    let (left, top) = (format.on_the_sill() - half * scale, sill - 150.0 * scale);
    put(&mut svg, format_args!(r#"<g transform="translate({left} {top}) scale({scale})">{decoration}</g>"#));
    words(&mut svg, card, format);
    foot(&mut svg, card, format, wall);
    svg.push_str("</svg>");
    svg
}

/// Writing to a string cannot fail.
fn put(svg: &mut String, what: impl Display) {
    _ = write!(svg, "{what}");
}

/// The wall of boards, and where there is room the snow that hangs from the roof.
fn house(svg: &mut String, format: Format, wall: Wall) {
    let (width, height) = (format.width(), format.height());
    put(svg, format_args!(r#"<rect width="{width}" height="{height}" fill="{}"/>"#, wall.colour));
    put(svg, format_args!(r#"<g fill="{}">"#, wall.shade));
    for top in (0..height).step_by(BOARD as usize).skip(1) {
        put(svg, format_args!(r#"<path d="M0 {top}h{width}v4H0z"/>"#));
    }
    svg.push_str("</g>");
    if format == Format::Wide {
        return;
    }
    put(svg, format_args!(r#"<path fill="{}" d="M0 0h{width}v44H0z"/>"#, wall.shade));
    let drifts =
        "c60 26 110 22 160 4s120-22 180 2 120 24 190 0 110-20 170 4 130 18 180-4 130-12 170 6 110 8 150-6";
    put(svg, format_args!(r#"<path fill="{SNOW_SHADE}" d="M0 0V30{drifts}V0z"/>"#));
    put(svg, format_args!(r#"<path fill="{SNOW}" d="M0 0V18{drifts}V0z"/>"#));
}

/// The casing, the pane with its light and curtain, and the snow on the sill.
fn window(svg: &mut String, format: Format, wall: Wall) {
    let Area { left, top, width, height } = format.pane();
    let (trim, shade) = (wall.trim, wall.shade);
    let (outer, above, across) = (left - CASING, top - CASING, 2.0f32.mul_add(CASING, width));
    put(
        svg,
        format_args!(
            r#"<path fill="{shade}" d="M{} {above}h{across}v{}h-{across}z"/>"#,
            outer + 10.0,
            height + CASING + 20.0
        ),
    );
    put(
        svg,
        format_args!(r#"<path fill="{trim}" d="M{outer} {above}h{across}v{}h-{across}z"/>"#, height + CASING),
    );
    // The board above the window is a little wider, and snow lies on it.
    let (eave, beam) = (outer - 18.0, across + 36.0);
    put(svg, format_args!(r#"<path fill="{trim}" d="M{eave} {}h{beam}v30h-{beam}z"/>"#, above - 12.0));
    put(
        svg,
        format_args!(
            r#"<path fill="{shade}" fill-opacity=".3" d="M{eave} {}h{beam}v5h-{beam}z"/>"#,
            above + 18.0
        ),
    );
    snow(svg, eave - 4.0, above - 12.0, beam + 8.0, 20.0);
    put(
        svg,
        format_args!(
            r#"<path fill="{shade}" d="M{} {}h{}v{}h-{}z"/>"#,
            left - 6.0,
            top - 6.0,
            width + 12.0,
            height + 6.0,
            width + 12.0
        ),
    );
    put(svg, format_args!(r#"<path fill="{LIGHT}" d="M{left} {top}h{width}v{height}h-{width}z"/>"#));
    let (inset, bottom) = (26.0, top + height);
    put(
        svg,
        format_args!(
            r#"<path fill="{GLOW}" d="M{} {bottom}V{}a60 60 0 0 1 60-60H{}a60 60 0 0 1 60 60V{bottom}z"/>"#,
            left + inset,
            top + inset + 60.0,
            left + width - inset - 60.0,
        ),
    );
    curtain(svg, format.pane());
    let ledge = across + 60.0;
    put(
        svg,
        format_args!(
            r#"<path fill="{shade}" d="M{} {}h{ledge}v16h-{ledge}z"/>"#,
            outer - 30.0,
            bottom + 30.0
        ),
    );
    put(svg, format_args!(r#"<path fill="{trim}" d="M{} {bottom}h{ledge}v34h-{ledge}z"/>"#, outer - 30.0));
    snow(svg, outer - 34.0, bottom + 12.0, 150.0, 16.0);
    snow(svg, outer + across - 112.0, bottom + 12.0, 146.0, 18.0);
}

/// A scalloped valance along the top of the pane.
fn curtain(svg: &mut String, pane: Area) {
    const SCALLOP: f32 = 84.0;
    put(
        svg,
        format_args!(
            r##"<path fill="{CURTAIN}" stroke="#eccd8a" stroke-width="3" d="M{} {}"##,
            pane.left,
            pane.top + 22.0
        ),
    );
    let mut from = 0.0;
    while from < pane.width {
        put(svg, format_args!("q{} 34 {SCALLOP} 0", SCALLOP / 2.0));
        from += SCALLOP;
    }
    put(svg, format_args!(r#"V{0}H{1}z"/>"#, pane.top - 3.0, pane.left));
}

/// Snow on a ledge.
fn snow(svg: &mut String, left: f32, base: f32, width: f32, high: f32) {
    let third = width / 3.0;
    put(
        svg,
        format_args!(
            r#"<path fill="{SNOW}" d="M{left} {base}q{} -{high} {third} -{high}t{third} 2q{} 2 {third} {}z"/>"#,
            third / 4.0,
            third * 0.7,
            high - 2.0,
        ),
    );
}

/// The quotation with its mark and source, or the title with what follows it.
fn words(svg: &mut String, card: &Card, format: Format) {
    let (words, area) = (&card.words, format.words());
    let (mark_size, smallest) = if format == Format::Wide { (140.0, 30.0) } else { (190.0, 36.0) };
    let mark = if words.is_quote { mark_size * 0.44 } else { 0.0 };
    let source = if words.source.is_empty() { String::new() } else { format!("– {}", words.source) };
    let small = TextBox { width: area.width, height: 92.0, largest: 36.0, smallest: 28.0 };
    let source = SetText::set(&source, small);
    let below = if source.is_empty() { 0.0 } else { source.height() + 26.0 };
    let room = area.height - mark - below;
    let title_room = if words.teaser.is_empty() { room } else { room * 0.62 };
    let text = TextBox { width: area.width, height: title_room, largest: 124.0, smallest };
    let text = SetText::set(&words.text, text);
    let rest = TextBox {
        width: area.width,
        height: (room - text.height() - 26.0).max(0.0),
        largest: 40.0,
        smallest: 30.0,
    };
    let teaser = if rest.height > 40.0 { SetText::set(&words.teaser, rest) } else { SetText::set("", rest) };
    let teaser_height = if teaser.is_empty() { 0.0 } else { teaser.height() + 26.0 };
    let middle = Align::Middle(area.middle());
    let mut top = area.top + (room - text.height() - teaser_height) / 2.0;
    if words.is_quote {
        let position = format!(r#"x="{}" text-anchor="middle" font-family="Fraunces""#, area.middle());
        line(svg, &position, top + mark_size * 0.72, mark_size, GOLD_INK, "”");
        top += mark;
    }
    text.write(svg, middle, top, INK);
    top += text.height();
    if !teaser.is_empty() {
        teaser.write(svg, middle, top + 26.0, INK);
        top += teaser_height;
    }
    source.write(svg, middle, top + 26.0, QUIET);
}

/// The site's mark and name on the wall, and the number of the house.
fn foot(svg: &mut String, card: &Card, format: Format, wall: Wall) {
    let ((left, top), right) = (sign(format), format.pane().right() + CASING);
    let middle = top + SIGN / 2.0;
    put(
        svg,
        format_args!(
            r##"<rect x="{left}" y="{top}" width="{SIGN}" height="{SIGN}" rx="20" fill="#0e2433"/>"##
        ),
    );
    let name = TextBox { width: 560.0, height: 60.0, largest: 44.0, smallest: 28.0 };
    let baseline = if card.host.is_empty() { middle + 15.0 } else { middle };
    SetText::set(&card.site_name, name).write_first(svg, left + 120.0, baseline, wall.ink);
    let host = TextBox { width: 560.0, height: 40.0, largest: 30.0, smallest: 24.0 };
    SetText::set(&card.host, host).write_first(svg, left + 120.0, baseline + 40.0, wall.ink);
    if let Some(day) = card.words.day {
        put(
            svg,
            format_args!(
                r##"<rect x="{}" y="{top}" width="112" height="96" rx="12" fill="#0e2433" stroke="#f0bc4e" stroke-width="4"/>"##,
                right - 114.0
            ),
        );
        let position = format!(r#"x="{}" text-anchor="middle" font-family="Fraunces""#, right - 58.0);
        line(svg, &position, middle + 20.0, 58.0, "#f0bc4e", &day.to_string());
    }
}
