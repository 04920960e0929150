//! Pictures that everybody gets something of.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::alternative::{Fault, fault};
use super::body::Body;
use super::{Field, Remark};
use crate::markdown;
use crate::posts::PostContent;

/// Returns a remark about the lead picture.
pub(super) fn lead(text: &PostContent) -> Option<Remark> {
    if text.picture.is_none() || text.picture_decorative {
        return None;
    }
    match fault(&text.picture_alt, &text.picture_caption)? {
        // Without a description it cannot be published, which is said already.
        Fault::Missing | Fault::NoDescription => None,
        fault => Some(remark(Field::PictureAlt, &text.picture_alt, mended(fault))),
    }
}

/// Returns remarks about the pictures within the text.
pub(super) fn in_text(body: &Body<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    // The picture that we are in: whether it lies here, its caption, its words so far.
    let mut picture: Option<(bool, &str, String)> = None;
    for event in &body.events {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) if picture.is_none() => {
                picture = Some((markdown::is_local(dest_url), title, String::new()));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, _, alt)) = &mut picture {
                    alt.push_str(words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, _, alt)) = &mut picture {
                    alt.push(' ');
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some((is_here, caption, alt)) = picture.take() {
                    remarks.extend(within(is_here, caption, &alt));
                }
            }
            _ => {}
        }
    }
    remarks
}

fn within(is_here: bool, caption: &str, alt: &str) -> Option<Remark> {
    let words = if alt.trim().is_empty() { caption } else { alt };
    if !is_here {
        let sentence = "Bilden ligger på en annan webbplats och visas inte här. Ladda upp den i stället.";
        return Some(remark(Field::Body, words, sentence));
    }
    let sentence = match fault(alt, caption)? {
        Fault::Missing => {
            "En bild i texten har ingen beskrivning. Beskriv den för den som inte ser den, om den inte bara är till \
             för utseendet."
        }
        fault => mended(fault),
    };
    Some(remark(Field::Body, words, sentence))
}

const fn mended(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "Beskriv bilden för den som inte ser den.",
        Fault::NoDescription => "Beskriv vad bilden visar. Ett filnamn eller ordet ”bild” hjälper ingen.",
        Fault::SameAsCaption => {
            "Beskrivningen är likadan som bildtexten och läses upp två gånger. Beskriv i stället det som syns."
        }
        Fault::SaysPicture => "Stryk orden om att det är en bild. Skärmläsaren säger det redan.",
    }
}

fn remark(field: Field, words: &str, sentence: &str) -> Remark {
    if words.trim().is_empty() { Remark::on(field, sentence) } else { Remark::about(field, words, sentence) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead_of(alt: &str, caption: &str, decorative: bool) -> Option<String> {
        let text = PostContent {
            picture: Some("1".into()),
            picture_alt: alt.into(),
            picture_caption: caption.into(),
            picture_decorative: decorative,
            ..PostContent::default()
        };
        lead(&text).map(|remark| remark.sentence)
    }

    #[test]
    fn the_words_for_the_lead_picture_could_be_better() {
        assert!(lead_of("Bron", "Bron", false).is_some_and(|sentence| sentence.contains("två gånger")));
        assert!(lead_of("Bild på en bro", "", false).is_some_and(|sentence| sentence.starts_with("Stryk")));
        assert_eq!(lead_of("", "Bron", true), None);
        assert_eq!(lead_of("En röd bro i snö", "Bron", false), None);
        assert_eq!(lead(&PostContent::default()), None);
    }

    #[test]
    fn pictures_in_the_text_are_described() {
        let remarks_on = |text: &str| in_text(&Body::read(text)).len();
        for text in [
            "![](/media/1/960.webp)",
            "![IMG_1234](/media/1/960.webp)",
            "![Bron](/media/1/960.webp \"Bron\")",
            "![Bild på *bron*](/media/1/960.webp)",
            "![En röd bro](https://annan.example/bro.jpg)",
        ] {
            assert_eq!(remarks_on(text), 1, "{text}");
        }
        assert_eq!(
            remarks_on("![En röd\n*bro*](/media/1/960.webp \"Bron\") och ![Två hus](/media/2/960.webp)"),
            0
        );
    }
}
