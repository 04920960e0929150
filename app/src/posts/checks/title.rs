//! Titles that were forgotten, that are taken, or that do not fit.

use super::language::key;
use super::{Field, Remark};

/// What stands in a title until somebody writes one.
const PLACEHOLDERS: [&str; 26] = [
    "rubrik",
    "en rubrik",
    "en liten rubrik",
    "liten rubrik",
    "min rubrik",
    "ny rubrik",
    "rubrik här",
    "skriv en rubrik",
    "skriv rubrik här",
    "titel",
    "en titel",
    "ny titel",
    "skriv en titel",
    "namnlös",
    "namnlöst",
    "utan namn",
    "utan titel",
    "utan rubrik",
    "test",
    "testar",
    "ny sida",
    "ny text",
    "nytt inlägg",
    "nytt guldkorn",
    "untitled",
    "xxx",
];

/// More letters make a list hard to look through.
const LONGEST: usize = 90;

/// Shorter titles are near to too many others.
const SHORTEST_NEAR: usize = 5;

/// Whether nobody has chosen this title.
pub(super) fn is_placeholder(title: &str) -> bool {
    let key = key(title);
    let name = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    PLACEHOLDERS.contains(&name) || key.contains("lorem ipsum") || key.starts_with("kopia av ")
}

pub(super) fn remarks<'a>(title: &str, others: impl Iterator<Item = &'a str>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if title.is_empty() {
        return remarks;
    }
    // A placeholder is missing a title of its own, which is said already.
    if !is_placeholder(title) {
        remarks.extend(taken(title, others));
    }
    let length = title.chars().count();
    if length > LONGEST {
        let sentence = format!(
            "Rubriken har {length} tecken. Korta den till högst {LONGEST}, så får den plats i listor."
        );
        remarks.push(Remark::about(Field::Title, title, sentence));
    }
    let is_loud =
        title.chars().filter(|c| c.is_alphabetic()).count() > 4 && !title.contains(char::is_lowercase);
    if is_loud && title.contains(char::is_uppercase) {
        let sentence = "Skriv rubriken med små bokstäver efter den första. Bara versaler är svårt att läsa.";
        remarks.push(Remark::about(Field::Title, title, sentence));
    }
    remarks
}

/// Returns a remark when other posts have the same title, or one that nobody could tell from it.
fn taken<'a>(title: &str, others: impl Iterator<Item = &'a str>) -> Option<Remark> {
    let own = key(title);
    if own.is_empty() {
        return None;
    }
    let own = Letters::of(&own);
    let (mut same, mut near) = (0_usize, None);
    for other in others {
        // Another length in bytes than a few letters can explain: spares the rest of the work.
        if other.len() > title.len() * 2 + 8 {
            continue;
        }
        let letters = Letters::of(&key(other));
        if letters.text == own.text {
            same += 1;
        } else if near.is_none() && own.is_near(&letters) {
            near = Some(other);
        }
    }
    match (same, near) {
        (0, None) => None,
        (0, Some(near)) => {
            let sentence = format!(
                "Rubriken liknar ”{near}”, som redan finns. Är det ett skrivfel? Välj annars en som skiljer sig mer."
            );
            Some(Remark::about(Field::Title, title, sentence))
        }
        (1, _) => {
            let sentence = "En annan text har samma rubrik. Välj en som bara passar den här.";
            Some(Remark::about(Field::Title, title, sentence))
        }
        (same, _) => {
            let sentence = format!("{same} andra texter har samma rubrik. Välj en som bara passar den här.");
            Some(Remark::about(Field::Title, title, sentence))
        }
    }
}

/// A title for comparison.
struct Letters {
    text: String,
    /// How many letters it has.
    count: usize,
    /// The numbers in it: two that differ are two titles, "Vecka 1" and "Vecka 2".
    digits: String,
}

impl Letters {
    fn of(key: &str) -> Self {
        let digits = key.chars().filter(|c| c.is_numeric()).collect();
        Self { count: key.chars().count(), digits, text: key.to_owned() }
    }

    /// Whether one letter is another, too many, missing or has changed places with its neighbour.
    fn is_near(&self, other: &Self) -> bool {
        self.count.min(other.count) >= SHORTEST_NEAR
            && self.count.abs_diff(other.count) <= 1
            && self.digits == other.digits
            && differ_by_one(&self.text, &other.text)
    }
}

/// Whether two words differ by one letter that is another, too many, missing or has changed places with its neighbour.
/// In one pass each: what is the same at both ends is cut off, and little may be left. Equal to an optimal string
/// alignment distance of at most 1.
pub(super) fn differ_by_one(one: &str, other: &str) -> bool {
    let begins =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let (one, other) = (&one[begins..], &other[begins..]);
    let ends = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum::<usize>();
    let left = (&one[..one.len() - ends], &other[..other.len() - ends]);
    let (mine, theirs): (Vec<char>, Vec<char>) = (left.0.chars().collect(), left.1.chars().collect());
    match (&*mine, &*theirs) {
        ([_] | [], [_] | []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sentences(title: &str, others: &[&str]) -> Vec<String> {
        remarks(title, others.iter().copied()).into_iter().map(|remark| remark.sentence).collect()
    }

    #[test]
    fn nobody_chose_these() {
        for title in [
            "En liten rubrik",
            "RUBRIK",
            "Titel",
            "Namnlös 3",
            "Test",
            "test 2",
            "Lorem ipsum dolor",
            "Ny sida",
            "”Nytt inlägg”",
            "Kopia av Elva sekunder",
        ] {
            assert!(is_placeholder(title), "{title}");
        }
        for title in
            ["", "Rubriken som försvann", "Testet", "En titel är inget", "Guldkorn", "Sida vid sida", "7"]
        {
            assert!(!is_placeholder(title), "{title}");
        }
    }

    #[test]
    fn a_title_is_for_one_text() {
        let others = ["Guldkornen", "Vecka 1", "Elva sekunder", "Mod", "Elva sekunder", "elva   sekunder!"];
        assert!(sentences("Gulkornen", &others)[0].contains("liknar ”Guldkornen”"));
        assert!(sentences("Gudlkornen", &others)[0].contains("liknar ”Guldkornen”"));
        assert!(sentences("Guldkornén", &others)[0].contains("liknar"));
        assert!(sentences("Elva Sekunder", &others)[0].starts_with("3 andra texter"));
        assert!(sentences("guldkornen", &others)[0].starts_with("En annan text"));
        for title in ["Vecka 2", "Mods", "Guldkorn", "Elva minuter", "", "…"] {
            assert_eq!(sentences(title, &others), [""; 0], "{title}");
        }
    }

    #[test]
    fn a_title_fits_into_lists_and_does_not_shout() {
        assert!(sentences(&"ord ".repeat(23), &[])[0].starts_with("Rubriken har 92 tecken"));
        assert!(sentences("LUCIA ÄR HÄR", &[])[0].starts_with("Skriv rubriken med små"));
        for title in ["ASF", "MIA 2026", "2026-12-07", "Lucia på ASF", "12 345"] {
            assert_eq!(sentences(title, &[]), [""; 0], "{title}");
        }
    }

    proptest! {
        #[test]
        fn one_letter_is_what_it_says(one in "[abå]{0,6}", other in "[abå]{0,6}") {
            prop_assert_eq!(differ_by_one(&one, &other), strsim::osa_distance(&one, &other) <= 1);
        }
    }
}
