//! Links that say where they lead. Some readers hear nothing of a page but its links.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::body::Body;
use super::language::key;
use super::{Field, Remark};

/// Words that say nothing without those around them.
const EMPTY: [&str; 52] = [
    "här",
    "klicka här",
    "klicka",
    "tryck här",
    "gå hit",
    "hit",
    "se här",
    "läs här",
    "läs mer",
    "läs mera",
    "läs mer här",
    "läs vidare",
    "läs hela",
    "läs hela inlägget",
    "läs hela inlägget här",
    "läs hela texten",
    "läs hela artikeln",
    "läs inlägget",
    "fortsätt läsa",
    "till inlägget",
    "läs mer om det här",
    "här kan du läsa mer",
    "mer",
    "mera",
    "mer info",
    "mer information",
    "för mer information",
    "läs artikeln",
    "artikeln",
    "länk",
    "länken",
    "en länk",
    "denna länk",
    "den här länken",
    "via länken",
    "följ länken",
    "se länk",
    "sidan",
    "denna sida",
    "den här sidan",
    "webbplatsen",
    "hemsida",
    "hemsidan",
    "info",
    "information",
    "pdf",
    "dokument",
    "ladda ner",
    "det här",
    "detta",
    "read more",
    "click here",
];

pub(super) fn remarks(body: &Body<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    // The words of the link that we are in.
    let mut link: Option<String> = None;
    let mut in_code = false;
    for event in &body.events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            // A mailbox is called by its address.
            Event::Start(Tag::Link { link_type, dest_url, .. }) if *link_type != LinkType::Email => {
                link = Some(if dest_url.starts_with("mailto:") { "mailto:".into() } else { String::new() });
            }
            Event::End(TagEnd::Link) => {
                if let Some(words) = link.take() {
                    remarks.extend(about(&words));
                }
            }
            Event::Text(text) | Event::Code(text) if link.is_some() => {
                if let Some(words) = &mut link {
                    words.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(words) = &mut link {
                    words.push(' ');
                }
            }
            Event::Text(text) if !in_code => remarks.extend(bare(text)),
            _ => {}
        }
    }
    remarks
}

fn about(words: &str) -> Option<Remark> {
    let words = words.trim();
    if words.starts_with("mailto:") {
        return None;
    }
    if words.is_empty() {
        return Some(Remark::on(Field::Body, "En länk har inga ord. Skriv vart den leder."));
    }
    if is_address(words) {
        let sentence = "Skriv vart länken leder med ord i stället för med adressen.";
        return Some(Remark::about(Field::Body, words, sentence));
    }
    EMPTY.contains(&&*key(words)).then(|| {
        let sentence = "Länkens ord säger inte vart den leder. Skriv vad läsaren hittar där.";
        Remark::about(Field::Body, words, sentence)
    })
}

/// Addresses in running text, which are no links at all.
fn bare(text: &str) -> impl Iterator<Item = Remark> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| "()[]<>\"”’'.,;:!?".contains(c)))
        .filter(|word| is_address(word))
        .map(|word| {
            let sentence = "Adressen är ingen länk. Skriv vart den leder med ord och gör dem till en länk.";
            Remark::about(Field::Body, word, sentence)
        })
}

fn is_address(word: &str) -> bool {
    let begins = |start: &str| word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    !word.contains(char::is_whitespace)
        && ["http://", "https://", "www."].iter().any(|start| begins(start) && word.len() > start.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks_on(text: &str) -> Vec<Option<String>> {
        remarks(&Body::read(text)).into_iter().map(|remark| remark.passage).collect()
    }

    #[test]
    fn words_that_say_nothing() {
        for words in [
            "här",
            "Klicka här!",
            "Läs mer …",
            "Läs hela inlägget »",
            "**LÄNK**",
            "länken",
            "Den här\nsidan",
            "https://digg.se/a",
            "www.digg.se",
        ] {
            assert_eq!(remarks_on(&format!("Se [{words}](https://digg.se).")).len(), 1, "{words}");
        }
        assert_eq!(remarks_on("<https://digg.se/a>"), [Some("https://digg.se/a".to_owned())]);
        assert_eq!(remarks_on("Ett [](/om) och [![](/media/1/1.webp)](/om)"), [None, None]);
        assert_eq!(
            remarks_on("Läs på www.digg.se, eller https://digg.se."),
            ["www.digg.se", "https://digg.se"].map(|words| Some(words.to_owned()))
        );
    }

    #[test]
    fn words_that_say_something() {
        for text in [
            "[anmäl det till Digg](https://digg.se)",
            "[här finns alla nummer](/hjalp)",
            "[kontakt@example.org](mailto:kontakt@example.org) <kontakt@example.org>",
            "[020-50 50 50](tel:+4620505050)",
            "[![En röd bro](/media/1/1.webp)](/bron)",
            "Klicka här. Läs mer. Länken är trasig: `https://digg.se`",
            "Skriv inte www. eller http:// i titeln.",
            "```\nhttps://digg.se\n```",
        ] {
            assert_eq!(remarks_on(text), [], "{text}");
        }
    }
}
