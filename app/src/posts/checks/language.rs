//! Words and sentences, as far as a machine can tell them apart.

/// The words of a text, without the signs around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// A text for comparison: its words in small letters with single spaces between, and no other signs.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    key
}

/// Abbreviations after which a sentence goes on, whatever comes next.
const GOES_ON: [&str; 24] = [
    "kl", "t.ex", "ex", "bl.a", "a", "ca", "nr", "s", "sid", "st", "dr", "prof", "tel", "art", "kap", "f.d",
    "d", "jfr", "resp", "inkl", "exkl", "fr.o.m", "t.o.m", "p.g.a",
];

/// The sentences of one block. A line break that the writer made ends one, too.
pub(super) fn sentences(block: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = block.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        if !matches!(letter, '.' | '!' | '?' | '…' | ':' | '\n') {
            continue;
        }
        let mut end = place + letter.len_utf8();
        while let Some((at, next)) = letters.next_if(|(_, next)| ".!?…)”\"’»".contains(*next)) {
            end = at + next.len_utf8();
        }
        if ends(letter, &block[start..place], &block[end..]) {
            sentences.push(block[start..end].trim());
            start = end;
        }
    }
    sentences.push(block[start..].trim());
    sentences.retain(|sentence| words(sentence).next().is_some());
    sentences
}

/// How far is looked for the next word. Between two words there are few signs.
const SEEN: usize = 16;

/// Whether a sign ends the sentence between what stands before and after it.
fn ends(sign: char, before: &str, after: &str) -> bool {
    if sign == '\n' {
        return true;
    }
    let mut rest = after.chars();
    if !rest.next().is_none_or(char::is_whitespace) {
        return false;
    }
    // "Varför då? undrade hon": it goes on. A list or a quotation after a colon is a sentence of its own.
    let next = rest.take(SEEN).find(|c| c.is_alphanumeric());
    let begins_anew = next.is_none_or(|c| !c.is_lowercase());
    match sign {
        ':' => next.is_some_and(char::is_uppercase),
        '.' => begins_anew && !is_shortened(before),
        _ => begins_anew,
    }
}

fn is_shortened(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    // A letter of a name: "A. Berg".
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial || (word.len() < 8 && GOES_ON.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_sentences() {
        for (text, expected) in [
            ("Ett. Två! Tre?", vec!["Ett.", "Två!", "Tre?"]),
            ("– Varför då? undrade hon. Sedan: ja.", vec!["– Varför då? undrade hon.", "Sedan: ja."]),
            (
                "Kom kl. 14 till t.ex. Malmö. Ta med A. Berg.",
                vec!["Kom kl. 14 till t.ex. Malmö.", "Ta med A. Berg."],
            ),
            ("Hon sa ”nej.” Sedan gick hon.", vec!["Hon sa ”nej.”", "Sedan gick hon."]),
            ("Så här: Vi ringer.", vec!["Så här:", "Vi ringer."]),
            ("Hej\nHej då", vec!["Hej", "Hej då"]),
            ("www.exempel.se är 3.5 år", vec!["www.exempel.se är 3.5 år"]),
            ("… – !", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_compared_without_signs() {
        assert_eq!(key("  ”En – LITEN rubrik!” "), "en liten rubrik");
        assert_eq!(
            words("– Ja, ASF-företag (nya) … 12").collect::<Vec<_>>(),
            ["Ja", "ASF-företag", "nya", "12"]
        );
    }
}
