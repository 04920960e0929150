//! The words that were taken out of a text and those that were put in.

use std::time::{Duration, Instant};

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};

/// How long may be looked for the shortest difference. After that a longer one will do.
const PATIENCE: Duration = Duration::from_millis(150);

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// They stand in both texts.
    Same,
    /// They stand in the older text only.
    Removed,
    /// They stand in the newer text only.
    Added,
}

/// Some words, with the spaces and line breaks between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub kind: Kind,
    /// The words.
    pub text: String,
}

/// The difference between two texts, word by word. Those that are the same or were removed make up the older text,
/// those that are the same or were added the newer one, in order.
pub fn by_words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let deadline = Instant::now().checked_add(PATIENCE);
    let mut pieces = Pieces::default();
    for change in capture_diff_slices_deadline(Algorithm::Myers, &old, &new, deadline) {
        let (tag, removed, added) = change.as_tag_tuple();
        let (removed, added) = (old[removed].concat(), new[added].concat());
        match tag {
            DiffTag::Equal => pieces.unchanged(removed),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => pieces.change(&removed, &added),
        }
    }
    pieces.finish()
}

/// A text in words, runs of spaces or line breaks, and single signs.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let class = Class::of(first);
        let end = match class {
            Class::Sign => first.len_utf8(),
            _ => rest.find(|c| Class::of(c) != class).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Space,
    LineBreak,
    Sign,
}

impl Class {
    fn of(letter: char) -> Self {
        match letter {
            '\n' => Self::LineBreak,
            _ if letter.is_whitespace() => Self::Space,
            _ if letter.is_alphanumeric() => Self::Letter,
            _ => Self::Sign,
        }
    }
}

/// Collects pieces, so that what changed together is read together.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
    /// Spaces and signs that are the same, between changes: part of them if another one follows.
    between: String,
}

impl Pieces {
    fn unchanged(&mut self, text: String) {
        let is_change_open = !(self.removed.is_empty() && self.added.is_empty());
        if is_change_open && !text.contains(|c: char| c.is_alphanumeric() || c == '\n') {
            self.between.push_str(&text);
            return;
        }
        let text = std::mem::take(&mut self.between) + &text;
        self.close();
        self.push(Kind::Same, text);
    }

    fn change(&mut self, removed: &str, added: &str) {
        let between = std::mem::take(&mut self.between);
        for (side, text) in [(&mut self.removed, removed), (&mut self.added, added)] {
            side.push_str(&between);
            side.push_str(text);
        }
    }

    fn close(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.push(Kind::Removed, removed);
        self.push(Kind::Added, added);
    }

    fn push(&mut self, kind: Kind, text: String) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(&text),
            _ => self.done.push(Piece { kind, text }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.close();
        let between = std::mem::take(&mut self.between);
        self.push(Kind::Same, between);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `ett [-två-][+tre+] fyra`
    fn marked(before: &str, after: &str) -> String {
        let mark = |piece: &Piece| match piece.kind {
            Kind::Same => piece.text.clone(),
            Kind::Removed => format!("[-{}-]", piece.text),
            Kind::Added => format!("[+{}+]", piece.text),
        };
        by_words(before, after).iter().map(mark).collect()
    }

    #[test]
    fn words_are_told_apart() {
        for (before, after, expected) in [
            ("Ett två tre.", "Ett fyra tre.", "Ett [-två-][+fyra+] tre."),
            ("Ett två.", "Ett två!", "Ett två[-.-][+!+]"),
            ("Ett tre.", "Ett två tre.", "Ett [+två +]tre."),
            ("Ett två tre.", "Ett tre.", "Ett [-två -]tre."),
            ("ett två fyra", "sju åtta fyra", "[-ett två-][+sju åtta+] fyra"),
            ("Ett.\n\nTvå.", "Ett.\n\nNytt.\n\nTvå.", "Ett.\n\n[+Nytt.\n\n+]Två."),
            ("a  b", "a b", "a[-  -][+ +]b"),
            ("lika", "lika", "lika"),
            ("", "nytt", "[+nytt+]"),
            ("gammalt", "", "[-gammalt-]"),
            ("", "", ""),
        ] {
            assert_eq!(marked(before, after), expected);
        }
    }

    #[test]
    fn hostile_texts_end_quickly() {
        let numbered = |step: usize| {
            (0..25_000_usize).fold(String::new(), |text, at| text + &(at * step % 9_973).to_string() + " ")
        };
        for (before, after) in [
            (numbered(7_919), numbered(104_729)),
            ("a b ".repeat(25_000), "b a c ".repeat(17_000)),
            ("a\n".repeat(50_000), "\na".repeat(50_000)),
            (".".repeat(100_000), "!.".repeat(50_000)),
            ("x".repeat(100_000), "y".repeat(100_000)),
        ] {
            let start = Instant::now();
            rebuilds(&before, &after);
            assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
        }
    }

    fn rebuilds(before: &str, after: &str) {
        let pieces = by_words(before, after);
        let without = |kind: Kind| {
            pieces.iter().filter(|piece| piece.kind != kind).map(|piece| &*piece.text).collect::<String>()
        };
        assert_eq!(without(Kind::Added), before);
        assert_eq!(without(Kind::Removed), after);
        assert!(pieces.windows(2).all(|pair| pair[0].kind != pair[1].kind), "runs are joined");
        assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_rebuilt(one in "[ab .\n]{0,40}", other in "[ab .\n]{0,40}", strange in "\\PC{0,60}") {
            rebuilds(&one, &other);
            rebuilds(&one, &strange);
            rebuilds(&strange, &other);
        }
    }
}
