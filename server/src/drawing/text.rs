//! Text in an image: set in a font that has its letters, broken into lines, and written as SVG.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use resvg::usvg::{Node, Tree};

use super::OPTIONS;
use super::fonts::{drawable, family_of};
use super::layout::{FittedText, LEADING, TextBox, fit};

/// A text in its font, broken into lines.
pub(crate) struct SetText {
    family: &'static str,
    fitted: FittedText,
}

/// Where lines begin or have their middle, in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Align {
    /// A text that is read from the left begins at the first edge, one that is read from the right at the second.
    Start(f32, f32),
    /// Every line has its middle here.
    Middle(f32),
    /// Every line ends here.
    End(f32),
}

impl SetText {
    /// Sets a text in a box; without the letters that its font lacks.
    pub(crate) fn set(text: &str, text_box: TextBox) -> Self {
        let family = family_of(text).unwrap_or_default();
        let fitted = fit(&drawable(text, family), text_box, |pieces| measure(pieces, family));
        Self { family, fitted }
    }

    /// Whether nothing of the text is left to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.fitted.lines.is_empty()
    }

    /// Returns the height of all lines, in pixels.
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    pub(crate) fn height(&self) -> f32 {
        self.fitted.lines.len() as f32 * self.fitted.size * LEADING
    }

    /// Writes the lines, the first one directly below `top`.
    pub(crate) fn write(&self, svg: &mut String, align: Align, top: f32, colour: &str) {
        let Self { family, fitted } = self;
        let mut baseline = top + fitted.size;
        let from_right = fitted.lines.first().is_some_and(|line| is_right_to_left(line));
        let (x, anchor) = match align {
            Align::Start(_, right) if from_right => (right, "end"),
            Align::Start(left, _) => (left, "start"),
            Align::Middle(middle) => (middle, "middle"),
            Align::End(end) => (end, "end"),
        };
        let position = format!(r#"x="{x}" text-anchor="{anchor}" font-family="{family}""#);
        for words in &fitted.lines {
            // The library takes every line for one that is read from the left; an embedding says otherwise.
            let (start, end) = if from_right { ("\u{202b}", "\u{202c}") } else { ("", "") };
            line(svg, &position, baseline, fitted.size, colour, &format!("{start}{words}{end}"));
            baseline += fitted.size * LEADING;
        }
    }

    /// Writes the first line alone, from a position and on a baseline of its own.
    pub(crate) fn write_first(&self, svg: &mut String, x: f32, baseline: f32, colour: &str) {
        let position = format!(r#"x="{x}" font-family="{}""#, self.family);
        let first = self.fitted.lines.first().map_or("", String::as_str);
        line(svg, &position, baseline, self.fitted.size, colour, first);
    }
}

/// Whether the first letter of a text is Arabic or Hebrew.
fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

/// Writes one line, with attributes for where it begins and its font.
pub(crate) fn line(svg: &mut String, position: &str, baseline: f32, size: f32, colour: &str, words: &str) {
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

    #[test]
    fn texts_are_measured() {
        let widths = measure(&["i".to_owned(), "mmm".to_owned()], "Fraunces");
        assert!(widths[0] > 0.1 && widths[1] > 5.0 * widths[0], "{widths:?}");
    }
}
