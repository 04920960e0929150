//! Numbers in words.

/// Returns a number as Swedish running text has it: up to twelve in words, and in digits above. Of things that take
/// "en": "en lucka", "två dagar".
pub fn number_words(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Returns a text with a capital at its beginning, as a sentence or a heading has.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words() {
        assert_eq!([0, 1, 8, 12, 13].map(number_words), ["noll", "en", "åtta", "tolv", "13"]);
    }

    #[test]
    fn a_capital_is_at_the_beginning() {
        assert_eq!(["åtta dagar kvar", "13 dagar", ""].map(capitalized), ["Åtta dagar kvar", "13 dagar", ""]);
    }
}
