//! Sentences that are too long to be read in one breath.

use std::cmp::Reverse;

use super::body::Body;
use super::language::{sentences, words};
use super::{Field, Remark};

/// A sentence may have so many words.
const LONGEST: usize = 25;

/// So many are shown at a time; when they are mended there may be more.
const SHOWN: usize = 3;

/// The longest sentences, in the order of the text. What somebody else said is left as it was said.
pub(super) fn remarks(body: &Body<'_>) -> Vec<Remark> {
    let own = body.prose().filter(|block| !block.is_quoted);
    let mut long: Vec<(usize, usize, &str)> = own
        .flat_map(|block| sentences(&block.text))
        .map(|sentence| (words(sentence).count(), sentence))
        .filter(|(count, _)| *count > LONGEST)
        .enumerate()
        .map(|(place, (count, sentence))| (place, count, sentence))
        .collect();
    long.sort_by_key(|(_, count, _)| Reverse(*count));
    long.truncate(SHOWN);
    long.sort_unstable();
    long.into_iter()
        .map(|(_, count, sentence)| {
            Remark::about(
                Field::Body,
                sentence,
                format!("Meningen har {count} ord. Dela den i två eller korta den."),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks_on(text: &str) -> Vec<String> {
        remarks(&Body::read(text)).into_iter().filter_map(|remark| remark.passage).collect()
    }

    fn sentence(first: &str, count: usize) -> String {
        format!("{first}{}.", " ord".repeat(count - 1))
    }

    #[test]
    fn only_the_longest_are_shown() {
        let text = [("Ett", 26), ("Två", 40), ("Tre", 25), ("Fyra", 30), ("Fem", 27)]
            .map(|(first, count)| sentence(first, count))
            .join(" ");
        let firsts: Vec<_> =
            remarks_on(&text).iter().map(|passage| passage.split(' ').next().map(str::to_owned)).collect();
        assert_eq!(firsts, ["Två", "Fyra", "Fem"].map(|first| Some(first.to_owned())));
    }

    #[test]
    fn short_ones_and_what_others_said_are_not() {
        let long = sentence("Ett", 30);
        for text in [
            sentence("Ett", 25),
            format!("> {long}\n>\n> – hon"),
            format!("- {}\n- {}", sentence("Ett", 20), sentence("Två", 20)),
            format!("| A |\n|---|\n| {long} |"),
            format!("```\n{long}\n```"),
        ] {
            assert_eq!(remarks_on(&text), [""; 0], "{text}");
        }
    }
}
