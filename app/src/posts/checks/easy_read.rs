//! What makes a text in plain words (lättläst) hard after all. Source: MTM, Myndigheten för tillgängliga medier, "Så skriver du
//! lättläst samhällsinformation": short sentences, one thing at a time, words that people use.

use std::cmp::Reverse;

use super::body::{Block, Body};
use super::language::{sentences, words};
use super::{Field, Remark};

/// A sentence may have so many words.
const LONGEST: usize = 18;

/// Sentences should have no more words at the mean.
const MEAN: usize = 12;

/// The mean says something of so many sentences.
const FEWEST: usize = 4;

/// A word with so many letters is long, mostly because it is two.
const LONG_WORD: usize = 15;

/// So many are shown at a time; when they are mended there may be more.
const SHOWN: usize = 3;

/// Returns advice on the words of a text, in the order of the text. What somebody else said is left as it was said.
pub(super) fn remarks(body: &Body<'_>) -> Vec<Remark> {
    let own: Vec<&Block> = body.prose().filter(|block| !block.is_quoted).collect();
    let mut remarks = mean(&own);
    remarks.extend(long_sentences(&own));
    remarks.extend(crowded_lines(&own));
    remarks.extend(long_words(&own));
    remarks
}

fn mean(own: &[&Block]) -> Vec<Remark> {
    let counts: Vec<usize> =
        own.iter().flat_map(|block| sentences(&block.text)).map(|sentence| words(sentence).count()).collect();
    let mean = counts.iter().sum::<usize>().checked_div(counts.len()).unwrap_or_default();
    if counts.len() < FEWEST || mean <= MEAN {
        return Vec::new();
    }
    let sentence = format!(
        "Meningarna har {mean} ord i genomsnitt. I en lättläst text räcker högst {MEAN}. Dela de längsta."
    );
    vec![Remark::on(Field::Body, sentence)]
}

fn long_sentences(own: &[&Block]) -> Vec<Remark> {
    let mut long: Vec<(usize, usize, &str)> = own
        .iter()
        .flat_map(|block| sentences(&block.text))
        .enumerate()
        .map(|(place, sentence)| (place, words(sentence).count(), sentence))
        .filter(|(_, count, _)| *count > LONGEST)
        .collect();
    long.sort_by_key(|(_, count, _)| Reverse(*count));
    long.truncate(SHOWN);
    long.sort_unstable();
    long.into_iter()
        .map(|(_, count, sentence)| {
            let advice =
                format!("Meningen har {count} ord. Skriv högst {LONGEST}, helst färre: en sak i taget.");
            Remark::about(Field::Body, sentence, advice)
        })
        .collect()
}

/// Lines with more than two sentences: in plain words, a new thought begins on a new line.
fn crowded_lines(own: &[&Block]) -> Vec<Remark> {
    let lines = own.iter().flat_map(|block| block.text.lines());
    let crowded = lines.filter_map(|line| {
        let sentences = sentences(line);
        (sentences.len() > 2).then(|| sentences.first().map(|first| (*first).to_owned())).flatten()
    });
    crowded
        .take(SHOWN)
        .map(|first| {
            Remark::about(
                Field::Body,
                &first,
                "Börja en ny rad för varje ny tanke: högst två meningar på en rad.",
            )
        })
        .collect()
}

fn long_words(own: &[&Block]) -> Vec<Remark> {
    let mut long: Vec<&str> =
        own.iter().flat_map(|block| words(&block.text)).filter(|word| is_long(word)).collect();
    long.dedup();
    long.truncate(SHOWN);
    long.into_iter()
        .map(|word| {
            let advice = "Ordet är långt. Finns det ett vanligare? Förklara det annars, eller dela det med ett bindestreck.";
            Remark::about(Field::Body, word, advice)
        })
        .collect()
}

/// Whether a word is long. A hyphen divides it, and an address is no word.
fn is_long(word: &str) -> bool {
    let longest = word.split('-').map(|part| part.chars().filter(|c| c.is_alphabetic()).count()).max();
    longest.unwrap_or_default() >= LONG_WORD && !word.contains(['.', '@', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(text: &str) -> Vec<String> {
        let remarks = remarks(&Body::read(text));
        remarks.into_iter().map(|remark| remark.passage.unwrap_or(remark.sentence)).collect()
    }

    #[test]
    fn an_easy_text_has_nothing_to_mend() {
        assert_eq!(
            passages("Hon heter inte Anna.\nMen så kallar vi henne.\n\nHon var rädd först.\nNu arbetar hon."),
            [""; 0]
        );
        assert_eq!(passages("Vi hjälper dig att hitta arbets-marknads-åtgärder."), [""; 0]);
    }

    #[test]
    fn long_sentences_words_and_crowded_lines_are_named() {
        let long = format!("Ett{}.", " ord".repeat(18));
        assert!(matches!(&passages(&long)[..], [only] if only.starts_with("Ett ord")));
        assert_eq!(passages(&format!("Ett{}.", " ord".repeat(17))), [""; 0]);
        assert_eq!(passages("Ett. Två. Tre."), ["Ett."]);
        assert_eq!(passages("Ordet arbetsmarknadsåtgärder är långt."), ["arbetsmarknadsåtgärder"]);
        assert_eq!(passages(&format!("> {long}")), [""; 0], "others speak as they speak");
        let mean = passages(&format!("Ett{}.\n", " ord".repeat(13)).repeat(4));
        assert!(mean[0].starts_with("Meningarna har 14 ord"), "{mean:?}");
    }
}
