//! Texts that should be marked as sensitive, so that a reader at risk gets help numbers and the quick exit.

use pulldown_cmark::{Event, Tag};

use super::body::Body;
use super::word_list::{Found, WordList};
use super::{Field, Remark};
use crate::posts::{PostContent, PostKind};

/// The words and numbers that a new site looks for, one entry a line, in the notation of `WordList`.
pub const SENSITIVE_WORDS: &str = include_str!("sensitive_words.txt");

/// How many of the words found are shown.
const SHOWN: usize = 4;

/// Shorter numbers also count things: "112 personer".
const SHORT_NUMBER: usize = 3;

/// Beginnings of the words before a short number that is called.
const CALLS: [&str; 6] = ["ring", "larm", "sos", "nödn", "nummer", "numret"];

/// Returns a remark when a text that is not marked holds one of the entries. Whoever says the word, a reader may need
/// the help.
pub(super) fn remark<'a>(
    kind: PostKind,
    text: &PostContent,
    body: &Body<'_>,
    entries: impl Iterator<Item = &'a str>,
) -> Option<Remark> {
    if text.sensitive {
        return None;
    }
    let entries: Vec<&str> = entries.collect();
    let list = WordList::new(entries.iter().copied());
    let fields =
        [&text.title, &text.quote, &text.source, &text.teaser, &text.picture_alt, &text.picture_caption];
    let texts = fields.into_iter().chain(body.blocks.iter().map(|block| &block.text));
    let mut words: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        if !words.iter().any(|one| one.to_lowercase() == word.to_lowercase()) {
            words.push(word.to_owned());
        }
    };
    for text in texts {
        list.search(text)
            .into_iter()
            .filter(|found| is_meant(text, found))
            .for_each(|found| add(found.passage));
    }
    linked_numbers(body, &entries).for_each(|number| add(&number));
    if words.len() < fewest(kind) {
        return None;
    }
    words.truncate(SHOWN);
    let sentence = "Handlar texten om våld eller något annat svårt? Kryssa i ”Känsligt innehåll”, så får läsaren \
                    hjälpnummer och knappen ”Lämna sidan”.";
    Some(Remark::about(Field::Sensitive, &words.join(", "), sentence))
}

/// How many words make it likely. A page about the project may well name violence or a number once.
const fn fewest(kind: PostKind) -> usize {
    match kind {
        PostKind::Page => 2,
        // That is decided about the original.
        PostKind::Rendition => usize::MAX,
        PostKind::Article | PostKind::Guldkorn | PostKind::Voice => 1,
    }
}

/// Whether a short number is one to call, not a count.
fn is_meant(text: &str, found: &Found<'_>) -> bool {
    let is_short =
        found.passage.len() <= SHORT_NUMBER && found.passage.bytes().all(|byte| byte.is_ascii_digit());
    if !is_short {
        return true;
    }
    let before = text[..found.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let mut after = text[found.start + found.passage.len()..].chars();
    let counts =
        after.next().is_some_and(char::is_whitespace) && after.next().is_some_and(char::is_alphanumeric);
    !counts
        || CALLS.iter().any(|call| before.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(call))
}

/// Numbers of the list that the text links to.
fn linked_numbers(body: &Body<'_>, entries: &[&str]) -> impl Iterator<Item = String> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let numbers: Vec<String> = entries
        .iter()
        .filter(|entry| !entry.contains(char::is_alphabetic))
        .map(|entry| digits(entry))
        .filter(|number| !number.is_empty())
        .collect();
    body.events.iter().filter_map(move |event| {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { return None };
        let number = digits(dest_url.strip_prefix("tel:")?);
        numbers.contains(&number).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(body: &str) -> String {
        words_in(PostKind::Article, body)
    }

    fn words_in(kind: PostKind, body: &str) -> String {
        let text = PostContent { body: body.into(), ..PostContent::default() };
        let remark = remark(kind, &text, &Body::read(body), SENSITIVE_WORDS.lines());
        remark.and_then(|remark| remark.passage).unwrap_or_default()
    }

    #[test]
    fn words_of_violence_and_emergency_numbers_ask_for_the_mark() {
        for (body, expected) in [
            ("Han slog mig. Jag ringde 114 14, och sedan 112.", "slog mig, 114 14, 112"),
            ("Hon lever med partnervåld.", "partnervåld"),
            ("Ring 112 om det är bråttom.", "112"),
            ("[Larma](tel:112)", "112"),
            ("> Jag fick bo på ett skyddat boende.", "skyddat boende"),
            ("Hon var rädd att han skulle ta sitt liv", "ta sitt liv"),
            ("Kvinnojouren svarade.", "Kvinnojouren"),
            ("Stöd mot hedersförtryck och könsstympning", "hedersförtryck, könsstympning"),
        ] {
            assert_eq!(words(body), expected, "{body}");
        }
    }

    #[test]
    fn ordinary_texts_do_not() {
        for body in [
            "Vi var 112 personer i salen.",
            "Det hotar att bli regn på hotellet.",
            "Våra tvålar doftar. Hon slog i knät. Klockan slog tolv.",
            "Hon tog sitt liv på allvar.",
            "Ring 08-112 00 00.",
        ] {
            assert_eq!(words(body), "", "{body}");
        }
    }

    #[test]
    fn a_page_may_name_a_number_once() {
        assert_eq!(words_in(PostKind::Page, "Är det bråttom? Ring 112."), "");
        assert_eq!(words_in(PostKind::Page, "Hjälp mot våld: ring 112."), "våld, 112");
    }

    #[test]
    fn a_text_that_is_marked_is_left_in_peace() {
        let text = PostContent { title: "Våld".into(), sensitive: true, ..PostContent::default() };
        assert_eq!(remark(PostKind::Article, &text, &Body::read(""), SENSITIVE_WORDS.lines()), None);
    }
}
