//! A difference in rows: what is the same once, and what differs beside each other.

use super::words::{Kind, Piece};

/// A longer stretch that is the same is folded.
pub(super) const LONGEST: usize = 40;

/// How many words of a folded stretch stay in sight towards a change.
const IN_SIGHT: usize = 15;

/// A part of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Whole lines that are the same.
    Same(String),
    /// A line, or several, in which something differs.
    Changed(Vec<Piece>),
}

/// Cuts a difference at the line breaks that are the same in both texts.
pub(super) fn rows(pieces: &[Piece]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        if piece.kind == Kind::Same {
            cut(&mut rows, &mut line, &piece.text);
        } else if let Some(lines) = whole_lines(pieces, place) {
            close(&mut rows, &mut line);
            rows.push(Row::Changed(vec![Piece { kind: piece.kind, text: lines.to_owned() }]));
        } else {
            line.push(piece.clone());
        }
    }
    close(&mut rows, &mut line);
    rows
}

/// Puts a text that is the same into the rows: the rest of the line that we are in, whole lines, and the beginning
/// of the next.
fn cut(rows: &mut Vec<Row>, line: &mut Vec<Piece>, text: &str) {
    let same = |text: &str| Piece { kind: Kind::Same, text: text.to_owned() };
    let (Some(first), Some(last)) = (text.find('\n'), text.rfind('\n')) else {
        line.push(same(text));
        return;
    };
    line.push(same(&text[..first]));
    close(rows, line);
    if last > first {
        line.push(same(&text[first + 1..last]));
        close(rows, line);
    }
    line.push(same(&text[last + 1..]));
}

/// The lines that one text has and the other has nothing in place of. They stand on their own, without the line
/// before or after them.
fn whole_lines(pieces: &[Piece], place: usize) -> Option<&str> {
    let before = place.checked_sub(1).and_then(|place| pieces.get(place));
    let after = pieces.get(place + 1);
    let text = &*pieces.get(place)?.text;
    let is_alone = [before, after].into_iter().flatten().all(|piece| piece.kind == Kind::Same);
    let from_end = text.starts_with('\n') && after.is_none_or(|piece| piece.text.starts_with('\n'));
    let from_start = text.ends_with('\n') && before.is_none_or(|piece| piece.text.ends_with('\n'));
    let lines = text.trim_matches('\n');
    (is_alone && (from_end || from_start) && !lines.trim().is_empty()).then_some(lines)
}

fn close(rows: &mut Vec<Row>, line: &mut Vec<Piece>) {
    let line = std::mem::take(line);
    if line.is_empty() {
        return;
    }
    if line.iter().any(|piece| piece.kind != Kind::Same) {
        rows.push(Row::Changed(line));
        return;
    }
    let text: String = line.into_iter().map(|piece| piece.text).collect();
    match rows.last_mut() {
        Some(Row::Same(above)) => {
            above.push('\n');
            above.push_str(&text);
        }
        _ => rows.push(Row::Same(text)),
    }
}

pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A long stretch between changes of one line as its beginning, what is folded, and its end. Nothing for a short
/// one.
pub(super) fn fold(text: &str, is_first: bool, is_last: bool) -> Option<[&str; 3]> {
    if word_count(text) <= LONGEST {
        return None;
    }
    // A text's own beginning and end are not near any change.
    let head = if is_first { 0 } else { nth_end(text, IN_SIGHT) };
    let tail = if is_last { text.len() } else { text.len() - nth_end_from_end(text, IN_SIGHT) };
    (head < tail).then(|| [&text[..head], &text[head..tail], &text[tail..]])
}

/// Where the first words end, in bytes.
fn nth_end(text: &str, words: usize) -> usize {
    ends(text.char_indices().map(|(at, letter)| (at, letter.is_whitespace())), words).unwrap_or(text.len())
}

/// How many bytes the last words have.
fn nth_end_from_end(text: &str, words: usize) -> usize {
    let length = text.len();
    let backwards = text.char_indices().rev();
    ends(backwards.map(|(at, letter)| (length - at - letter.len_utf8(), letter.is_whitespace())), words)
        .unwrap_or(length)
}

fn ends(letters: impl Iterator<Item = (usize, bool)>, words: usize) -> Option<usize> {
    let (mut seen, mut in_word) = (0, false);
    for (at, is_space) in letters {
        if is_space && in_word {
            seen += 1;
            if seen == words {
                return Some(at);
            }
        }
        in_word = !is_space;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::by_words;
    use super::*;

    #[test]
    fn what_is_the_same_stands_once() {
        let rows = rows(&by_words("Ett.\nTvå.\n\nTre fyra.\nFem.", "Ett.\nTvå.\n\nTre sex.\nFem."));
        let [Row::Same(above), Row::Changed(line), Row::Same(below)] = &*rows else { panic!("{rows:?}") };
        assert_eq!((&**above, &**below), ("Ett.\nTvå.\n", "Fem."));
        assert_eq!(line.len(), 4);
    }

    #[test]
    fn a_new_paragraph_stands_on_its_own() {
        for (before, after) in
            [("Ett.\n\nTre.", "Ett.\n\nTvå.\n\nTre."), ("Ett.", "Ett.\n\nTvå."), ("Tre.", "Två.\n\nTre.")]
        {
            let own = Row::Changed(vec![Piece { kind: Kind::Added, text: "Två.".into() }]);
            assert!(rows(&by_words(before, after)).contains(&own), "{after}");
        }
    }

    #[test]
    fn a_long_stretch_keeps_its_ends() {
        let text = (1..=50).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        let [head, middle, tail] = fold(&text, false, false).unwrap();
        assert!(head.ends_with(" 15") && tail.starts_with("36 "), "{head}|{tail}");
        assert_eq!(word_count(middle), 20);
        assert_eq!(fold(&text, true, false).map(|[head, ..]| head), Some(""));
        assert_eq!(fold("ett två", false, false), None);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(one in "[ab \n]{0,60}", other in "[ab \n]{0,60}", long in "(å{1,3} ?){40,60}") {
            let mut sides = [String::new(), String::new()];
            for row in rows(&by_words(&one, &other)) {
                let line = match row {
                    Row::Same(text) => vec![Piece { kind: Kind::Same, text }],
                    Row::Changed(line) => line,
                };
                for (side, other) in sides.iter_mut().zip([Kind::Added, Kind::Removed]) {
                    side.extend(line.iter().filter(|piece| piece.kind != other).map(|piece| &*piece.text));
                }
            }
            let without_breaks = |text: &str| text.replace('\n', "");
            prop_assert_eq!(sides.map(|side| without_breaks(&side)), [without_breaks(&one), without_breaks(&other)]);
            for (is_first, is_last) in [(false, false), (true, false), (false, true), (true, true)] {
                if let Some(parts) = fold(&long, is_first, is_last) {
                    prop_assert_eq!(parts.concat(), long.clone());
                }
            }
        }
    }
}
