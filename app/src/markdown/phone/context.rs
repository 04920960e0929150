//! Judges by the words around digits whether they are a telephone number.

use std::ops::Range;

/// Beginnings of words before a short number that say it is to be dialled. `112` alone may be anything.
const DIALLED: [&str; 12] =
    ["ring", "larm", "tel", "numret", "nöd", "sos", "polis", "nås", "når", "sms", "jour", "akut"];

/// Words before digits that say they are something else.
pub(super) const OTHER_NUMBERS: [&str; 16] = [
    "kl", "klockan", "år", "året", "den", "sid", "sidan", "bankgiro", "plusgiro", "bg", "pg", "konto", "org",
    "orgnr", "isbn", "dnr",
];

/// Words after digits that say how many or how much.
const UNITS: [&str; 27] = [
    "kr",
    "kronor",
    "sek",
    "euro",
    "procent",
    "personer",
    "deltagare",
    "st",
    "stycken",
    "år",
    "km",
    "m",
    "meter",
    "kg",
    "gram",
    "dagar",
    "veckor",
    "månader",
    "timmar",
    "minuter",
    "gånger",
    "sidor",
    "barn",
    "kvinnor",
    "män",
    "platser",
    "tusen",
];

/// Returns whether nothing is joined to the digits: no letter, no range, no address, no decimals.
pub(super) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let mut before = text[..range.start].chars().rev();
    let alone_before = match (before.next(), before.next()) {
        (Some(':' | '–' | '—'), second) => !second.is_some_and(char::is_numeric),
        (Some(first), _) => first.is_whitespace() || "(\"”’'»>|•*".contains(first),
        (None, _) => true,
    };
    let mut after = text[range.end..].chars();
    let alone_after = match (after.next(), after.next()) {
        (Some('-' | '–' | '‑' | '.' | ',' | ':'), Some(second)) => !second.is_ascii_digit(),
        (Some(first), second) if first.is_whitespace() => {
            // More digits: then nobody knows where the number ends. A percent sign: then it is none.
            !second.is_some_and(|c| c.is_ascii_digit() || c == '%' || c == '§')
        }
        (Some(first), _) => !first.is_alphanumeric() && !"%_@/=&#§€$".contains(first),
        (None, _) => true,
    };
    alone_before && alone_after
}

/// Returns whether a digit stands right before, with a space between.
pub(super) fn follows_digit(text: &str, start: usize) -> bool {
    text[..start].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Returns whether the digits count something or say when it is.
pub(super) fn is_counted_or_timed(text: &str, before: &str, range: &Range<usize>) -> bool {
    let after =
        words(&text[range.end..]).next().filter(|_| text[range.end..].starts_with(char::is_whitespace));
    let last = last_words(text, before, range.start).next();
    after.is_some_and(|word| UNITS.contains(&word.to_lowercase().as_str()))
        || last.is_some_and(|word| OTHER_NUMBERS.contains(&word.as_str()))
}

/// Returns whether a place name follows digits in two groups, as it does a postcode.
pub(super) fn is_postcode(text: &str, range: &Range<usize>) -> bool {
    let after = text[range.end..].strip_prefix([' ', '\u{a0}']);
    text[range.clone()].contains([' ', '\u{a0}'])
        && after.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Returns whether one of the last words says that a number is to be dialled.
pub(super) fn is_to_be_dialled(text: &str, before: &str, start: usize) -> bool {
    last_words(text, before, start).take(6).any(|word| DIALLED.iter().any(|call| word.starts_with(call)))
}

/// Returns the words before a position in lower case, the last one first.
fn last_words(text: &str, before: &str, start: usize) -> impl Iterator<Item = String> {
    let near = &text[text.ceil_char_boundary(start.saturating_sub(super::CONTEXT_BYTES))..start];
    let mut last: Vec<String> = words(before).chain(words(near)).map(str::to_lowercase).collect();
    last.reverse();
    last.into_iter()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
