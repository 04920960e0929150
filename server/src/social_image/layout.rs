//! Fits words into a box: as large as they can be, broken into lines of about one length, cut off where even the
//! smallest letters are too large.

/// A box for words, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) largest: f32,
    pub(super) smallest: f32,
}

/// Words in lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fitted {
    pub(super) size: f32,
    pub(super) lines: Vec<String>,
}

/// The height of a line in relation to its letters.
pub(super) const LEADING: f32 = 1.22;
const STEP: f32 = 4.0;
/// Words longer than any real one are broken, or they would never fit.
const LONGEST_WORD: usize = 26;

/// Fits a text into a room. `measure` tells the widths of pieces of text in letters of one pixel; it is asked once.
pub(super) fn fit(text: &str, room: Room, measure: impl FnOnce(&[String]) -> Vec<f32>) -> Fitted {
    let mut pieces: Vec<String> = text.split_whitespace().flat_map(broken).collect();
    pieces.extend(["…", "nn", "n n"].map(str::to_owned));
    let mut widths = measure(&pieces);
    let (apart, together) = (widths.pop().unwrap_or_default(), widths.pop().unwrap_or_default());
    let (space, dots) = (apart - together, widths.pop().unwrap_or_default());
    let words: Vec<(&str, f32)> = pieces.iter().map(String::as_str).zip(widths).collect();
    let mut size = room.largest;
    while size > room.smallest {
        if let Some(lines) = lines_within(&words, room.width / size, space)
            && lines.len() <= most_lines(room, size)
            && words.iter().all(|(_, width)| width * size <= room.width)
        {
            let lines = balanced(&words, room.width / size, space, lines);
            return Fitted { size, lines: lines.iter().map(|line| joined(line)).collect() };
        }
        size -= STEP;
    }
    let size = room.smallest;
    let lines = lines_within(&words, room.width / size, space).unwrap_or_default();
    Fitted { size, lines: cut(&lines, most_lines(room, size), room.width / size, space, dots) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
fn most_lines(room: Room, size: f32) -> usize {
    (room.height / (size * LEADING)).floor().max(1.0) as usize
}

/// A word in pieces that can be fitted.
fn broken(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let count = letters.len().div_ceil(LONGEST_WORD);
    letters
        .chunks(LONGEST_WORD)
        .enumerate()
        .map(|(number, piece)| {
            let end = if number + 1 < count { "-" } else { "" };
            piece.iter().collect::<String>() + end
        })
        .collect()
}

type Line<'a> = Vec<(&'a str, f32)>;

/// As many words a line as there is room for; nothing for no words.
fn lines_within<'a>(words: &[(&'a str, f32)], width: f32, space: f32) -> Option<Vec<Line<'a>>> {
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

/// The same number of lines, but none much shorter than the others.
fn balanced<'a>(words: &[(&'a str, f32)], width: f32, space: f32, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let widest = words.iter().map(|(_, width)| *width).fold(0.0, f32::max);
    let mut best = lines;
    let mut width = width;
    for _ in 0..60 {
        width *= 0.98;
        if width < widest {
            break;
        }
        match lines_within(words, width, space) {
            Some(lines) if lines.len() == best.len() => best = lines,
            _ => break,
        }
    }
    best
}

/// The first lines, with an ellipsis where something is missing.
fn cut(lines: &[Line<'_>], most: usize, width: f32, space: f32, dots: f32) -> Vec<String> {
    let mut kept: Vec<Line<'_>> = lines.iter().take(most).cloned().collect();
    if lines.len() <= most {
        return kept.iter().map(|line| joined(line)).collect();
    }
    if let Some(last) = kept.last_mut() {
        let long =
            |line: &Line<'_>| line.iter().map(|(_, width)| width + space).sum::<f32>() - space + dots > width;
        while last.len() > 1 && long(last) {
            last.pop();
        }
    }
    let mut texts: Vec<String> = kept.iter().map(|line| joined(line)).collect();
    if let Some(last) = texts.last_mut() {
        let end = last.trim_end_matches([',', '.', ';', ':', '–', '-']).len();
        last.truncate(end);
        last.push('…');
    }
    texts
}

fn joined(line: &[(&str, f32)]) -> String {
    line.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 1000.0, height: 320.0, largest: 80.0, smallest: 40.0 };

    /// Every letter is half as wide as it is high.
    #[expect(clippy::cast_precision_loss, reason = "short words")]
    fn even(pieces: &[String]) -> Vec<f32> {
        pieces.iter().map(|piece| piece.chars().count() as f32 / 2.0).collect()
    }

    #[test]
    fn short_words_are_large_and_long_texts_small() {
        let short = fit("Mod", ROOM, even);
        assert_eq!((short.size, &*short.lines), (80.0, &["Mod".to_owned()][..]));
        let long = fit(&"steg ".repeat(40), ROOM, even);
        assert!(long.size < 80.0 && long.lines.len() > 3, "{long:?}");
        assert_eq!(long.lines.join(" "), "steg ".repeat(40).trim());
    }

    #[test]
    fn lines_are_of_about_one_length() {
        let fitted = fit("en rad som nästan räcker till", ROOM, even);
        let lengths: Vec<_> = fitted.lines.iter().map(|line| line.chars().count()).collect();
        assert_eq!(lengths.len(), 2);
        assert!(lengths[0].abs_diff(lengths[1]) < 10, "{:?}", fitted.lines);
    }

    #[test]
    fn nothing_is_ever_outside_the_room() {
        for text in ["", "a", &"ord ".repeat(500), &"å".repeat(500), &format!("kort {}", "x".repeat(90))] {
            let fitted = fit(text, ROOM, even);
            let wide = even(&fitted.lines).into_iter().fold(0.0, f32::max) * fitted.size;
            assert!(wide <= ROOM.width, "{wide} for {text:.20}");
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let high = fitted.lines.len() as f32 * fitted.size * LEADING;
            assert!(high <= ROOM.height, "{high} for {text:.20}");
        }
        assert!(fit(&"ord ".repeat(500), ROOM, even).lines.last().unwrap().ends_with("ord…"));
    }
}
