//! Pictures that everybody gets something of.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::alternative::{Fault, fault};
use super::body::Body;
use super::missing::{described, description};
use super::{Field, LeadPicture, Remark};
use crate::markdown;
use crate::posts::{AltMode, PostContent};

/// Returns a remark about the lead picture.
pub(super) fn lead(text: &PostContent, lead: &LeadPicture) -> Option<Remark> {
    text.picture.as_ref()?;
    match described(text, lead) {
        Some(fault @ (Fault::SameAsCaption | Fault::SaysPicture | Fault::TooLong)) => {
            let words = match text.picture_alt_mode {
                AltMode::Library => lead.library_alt.as_deref().unwrap_or_default(),
                _ => &text.picture_alt,
            };
            Some(remark(Field::PictureAlt, words, mended(fault)))
        }
        // Without a description it cannot be published, which is said already, unless readers have it.
        _ if lead.has_readers => description(text, lead),
        _ => None,
    }
}

/// Returns advice about words for a picture that nothing forbids.
pub fn alt_advice(alt: &str, caption: &str) -> Option<&'static str> {
    fault(alt, caption).filter(|fault| *fault != Fault::Missing).map(mended)
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
        Fault::TooLong => {
            "Beskrivningen är lång att lyssna på. Ta med det viktigaste, högst 150 tecken, och skriv resten i texten."
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

    fn lead_of(mode: AltMode, alt: &str, caption: &str) -> Option<String> {
        let text = PostContent {
            picture: Some("1".into()),
            picture_alt: alt.into(),
            picture_caption: caption.into(),
            picture_alt_mode: mode,
            ..PostContent::default()
        };
        let library_alt = Some("Bild på en bro".into());
        lead(&text, &LeadPicture { library_alt, has_readers: false }).map(|remark| remark.sentence)
    }

    #[test]
    fn the_words_for_the_lead_picture_could_be_better() {
        let says = |words: Option<String>, part| words.is_some_and(|words| words.contains(part));
        assert!(says(lead_of(AltMode::Own, "Bron", "Bron"), "två gånger"));
        assert!(says(lead_of(AltMode::Own, "Bild på en bro", ""), "Stryk"));
        assert!(says(lead_of(AltMode::Own, &"ord ".repeat(40), ""), "150 tecken"));
        assert!(says(lead_of(AltMode::Library, "", ""), "Stryk"), "the library's words");
        assert_eq!(lead_of(AltMode::Decorative, "", "Bron"), None);
        assert_eq!(lead_of(AltMode::Own, "En röd bro i snö", "Bron"), None);
        assert_eq!(lead(&PostContent::default(), &LeadPicture::default()), None);
    }

    #[test]
    fn what_readers_have_without_words_is_advice() {
        let text = PostContent { picture: Some("1".into()), ..PostContent::default() };
        let about = |has_readers| LeadPicture { library_alt: None, has_readers };
        assert!(lead(&text, &about(true)).is_some_and(|remark| remark.sentence.starts_with("Bestäm")));
        assert_eq!(lead(&text, &about(false)), None, "it is missing, which is said elsewhere");
    }

    #[test]
    fn advice_needs_words() {
        assert_eq!(alt_advice("", ""), None);
        assert!(alt_advice("IMG_1234", "").is_some_and(|sentence| sentence.contains("filnamn")));
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
