//! Fits a text into a box: in the largest font size possible, in lines of about the same length, cut off where even the
//! smallest size is too large.

use unicode_normalization::char::is_combining_mark;

/// A box for text and the font sizes allowed in it, in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextBox {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) largest: f32,
    pub(crate) smallest: f32,
}

/// A text broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FittedText {
    pub(crate) size: f32,
    pub(crate) lines: Vec<String>,
}

/// The height of a line in relation to the font size.
pub(crate) const LEADING: f32 = 1.22;
const STEP: f32 = 4.0;
/// Longer words, longer than any real one, are broken, or they would never fit.
const MAX_WORD: usize = 26;

/// Fits a text into a box. `measure` returns the widths of pieces of text at a font size of one pixel; it is called once.
pub(crate) fn fit(text: &str, text_box: TextBox, measure: impl FnOnce(&[String]) -> Vec<f32>) -> FittedText {
    let mut pieces: Vec<String> = text.split_whitespace().flat_map(break_word).collect();
    pieces.extend(["…", "nn", "n n"].map(str::to_owned));
    let mut widths = measure(&pieces);
    let (apart, together) = (widths.pop().unwrap_or_default(), widths.pop().unwrap_or_default());
    let (space, dots) = (apart - together, widths.pop().unwrap_or_default());
    let words: Vec<(&str, f32)> = pieces.iter().map(String::as_str).zip(widths).collect();
    let mut size = text_box.largest;
    while size > text_box.smallest {
        if let Some(lines) = break_lines(&words, text_box.width / size, space)
            && lines.len() <= max_lines(text_box, size)
            && words.iter().all(|(_, width)| width * size <= text_box.width)
        {
            let lines = balance(&words, text_box.width / size, space, lines);
            return FittedText { size, lines: lines.iter().map(|line| join(line)).collect() };
        }
        size -= STEP;
    }
    let size = text_box.smallest;
    let lines = break_lines(&words, text_box.width / size, space).unwrap_or_default();
    FittedText {
        size,
        lines: truncate(&lines, max_lines(text_box, size), text_box.width / size, space, dots),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
fn max_lines(text_box: TextBox, size: f32) -> usize {
    (text_box.height / (size * LEADING)).floor().max(1.0) as usize
}

/// Breaks a word into pieces that can be fitted.
fn break_word(word: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for letter in word.chars() {
        if length >= MAX_WORD && may_break(pieces.last().map_or("", String::as_str), letter) {
            if let Some(piece) = pieces.last_mut().filter(|piece| piece.ends_with(is_hyphenated)) {
                piece.push('-');
            }
            pieces.push(String::new());
            length = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
        length += 1;
    }
    pieces
}

/// Whether a word may be broken before a letter: not between a letter and its marks, nor between Thai vowels and theirs.
fn may_break(before: &str, letter: char) -> bool {
    let is_bound =
        is_combining_mark(letter) || matches!(letter, '\u{e30}'..='\u{e33}' | '\u{e45}' | '\u{e46}');
    !is_bound && !before.ends_with(|c| matches!(c, '\u{e40}'..='\u{e44}'))
}

/// Whether words with a letter are hyphenated at the end of a line; scripts that have no spaces between words are not.
fn is_hyphenated(letter: char) -> bool {
    letter < '\u{530}'
}

type Line<'a> = Vec<(&'a str, f32)>;

/// Breaks words into lines, as many words a line as fit; nothing for no words.
fn break_lines<'a>(words: &[(&'a str, f32)], width: f32, space: f32) -> Option<Vec<Line<'a>>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut used = 0.0;
    for (word, wide) in words {
        match lines.last_mut() {
            Some(line) if used + space + wide <= width => {
                line.push((word, *wide));
                used += space + wide;
            }
            _ => {
                lines.push(vec![(word, *wide)]);
                used = *wide;
            }
        }
    }
    (!lines.is_empty()).then_some(lines)
}

/// Balances lines: the same number, but none much shorter than the others.
fn balance<'a>(words: &[(&'a str, f32)], width: f32, space: f32, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let widest = words.iter().map(|(_, width)| *width).fold(0.0, f32::max);
    let mut best = lines;
    let mut width = width;
    for _ in 0..60 {
        width *= 0.98;
        if width < widest {
            break;
        }
        match break_lines(words, width, space) {
            Some(lines) if lines.len() == best.len() => best = lines,
            _ => break,
        }
    }
    best
}

/// Takes the first lines, with an ellipsis where something is missing.
fn truncate(lines: &[Line<'_>], max: usize, width: f32, space: f32, dots: f32) -> Vec<String> {
    let mut taken: Vec<Line<'_>> = lines.iter().take(max).cloned().collect();
    if lines.len() <= max {
        return taken.iter().map(|line| join(line)).collect();
    }
    if let Some(last) = taken.last_mut() {
        let is_too_long =
            |line: &Line<'_>| line.iter().map(|(_, width)| width + space).sum::<f32>() - space + dots > width;
        while last.len() > 1 && is_too_long(last) {
            last.pop();
        }
    }
    let mut texts: Vec<String> = taken.iter().map(|line| join(line)).collect();
    if let Some(last) = texts.last_mut() {
        let end = last.trim_end_matches([',', '.', ';', ':', '–', '-']).len();
        last.truncate(end);
        last.push('…');
    }
    texts
}

fn join(line: &[(&str, f32)]) -> String {
    line.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: TextBox = TextBox { width: 1000.0, height: 320.0, largest: 80.0, smallest: 40.0 };

    /// Measures a font in which every character is half as wide as it is high.
    #[expect(clippy::cast_precision_loss, reason = "short words")]
    fn even(pieces: &[String]) -> Vec<f32> {
        pieces.iter().map(|piece| piece.chars().count() as f32 / 2.0).collect()
    }

    #[test]
    fn short_texts_are_large_and_long_ones_small() {
        let short = fit("Mod", BOX, even);
        assert_eq!((short.size, &*short.lines), (80.0, &["Mod".to_owned()][..]));
        let long = fit(&"steg ".repeat(40), BOX, even);
        assert!(long.size < 80.0 && long.lines.len() > 3, "{long:?}");
        assert_eq!(long.lines.join(" "), "steg ".repeat(40).trim());
    }

    #[test]
    fn lines_are_of_about_the_same_length() {
        let fitted = fit("en rad som nästan räcker till", BOX, even);
        let lengths: Vec<_> = fitted.lines.iter().map(|line| line.chars().count()).collect();
        assert_eq!(lengths.len(), 2);
        assert!(lengths[0].abs_diff(lengths[1]) < 10, "{:?}", fitted.lines);
    }

    #[test]
    fn no_text_exceeds_the_box() {
        for text in ["", "a", &"ord ".repeat(500), &"å".repeat(500), &format!("kort {}", "x".repeat(90))] {
            let fitted = fit(text, BOX, even);
            let wide = even(&fitted.lines).into_iter().fold(0.0, f32::max) * fitted.size;
            assert!(wide <= BOX.width, "{wide} for {text:.20}");
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let high = fitted.lines.len() as f32 * fitted.size * LEADING;
            assert!(high <= BOX.height, "{high} for {text:.20}");
        }
        assert!(fit(&"ord ".repeat(500), BOX, even).lines.last().unwrap().ends_with("ord…"));
    }
}
