//! What must be there before a text is published. A draft may have holes.

use super::alternative::{Fault, fault};
use super::blanks;
use super::body::Body;
use super::quotations::is_any_empty;
use super::title::is_placeholder;
use super::{Field, LeadPicture, PostFacts, Remark, consent};
use crate::posts::{AltMode, GuldkornForm, PostContent, PostKind, tags};
use crate::{markdown, time};

/// What a post is that has nothing to read.
pub const EMPTY: &str = "tomt";

/// Returns what a post lacks, in the order of the form's fields. Empty: it may be published. That readers have a picture
/// without words keeps nobody from correcting something else: it is advice then.
pub fn missing(kind: PostKind, text: &PostContent, facts: &PostFacts) -> Vec<Remark> {
    let form = text.form.filter(|_| kind == PostKind::Guldkorn);
    let mut missing = Vec::new();
    missing.extend(title(&text.title).map(|remark| remark.missing("ingen egen rubrik")));
    if form == Some(GuldkornForm::Quote) {
        if text.quote.trim().is_empty() {
            missing.push(Remark::on(Field::Quote, "Skriv citatet.").missing(EMPTY));
        }
        if text.source.trim().is_empty() {
            let sentence = "Skriv vem som har sagt det, till exempel ”deltagare, 28 år”.";
            missing.push(Remark::on(Field::Source, sentence).missing("ingen källa"));
        }
    } else if is_empty(form, text) && (kind != PostKind::Rendition || text.quote.trim().is_empty()) {
        let sentence = match form {
            Some(GuldkornForm::Photo) => "Skriv några ord om bilden, här eller som bildtext.",
            _ => "Skriv texten.",
        };
        missing.push(Remark::on(Field::Body, sentence).missing(EMPTY));
    }
    let body = Body::read(&text.body);
    missing.extend(blanks::remarks(text, &body));
    if is_any_empty(&body) {
        let sentence = "Ett citat i texten är tomt. Skriv vad någon har sagt, eller ta bort det.";
        missing.push(Remark::on(Field::Body, sentence).missing("tomt citat"));
    }
    if !text.publish_at.is_empty() && time::parse_local(&text.publish_at).is_none() {
        let sentence = "Skriv dag och tid så här: 2026-12-07T08:00. Lämna tomt för att publicera genast.";
        missing.push(Remark::about(Field::PublishAt, &text.publish_at, sentence).missing("oläslig tid"));
    }
    if form == Some(GuldkornForm::Photo) && text.picture.is_none() {
        missing.push(Remark::on(Field::Picture, "Välj bilden.").missing("ingen bild"));
    }
    if !facts.lead.has_readers {
        missing.extend(description(text, &facts.lead).map(|remark| remark.missing("ingen bildbeskrivning")));
    }
    let too_long = text.tags.iter().filter(|name| tags::is_too_long(name));
    let about =
        |name: &String| Remark::about(Field::Tags, name, tags::NAME_TOO_LONG).missing("för lång etikett");
    missing.extend(too_long.map(about));
    missing.extend(consent::missing(facts.no_consent));
    if facts.rendition.is_some_and(|rendition| !rendition.original_is_decided) {
        let sentence = "Publicera originalet först, eller ge det en tid. Läsarna får den här texten tillsammans med det.";
        missing.push(Remark::on(Field::PublishAt, sentence).missing("originalet är inte publicerat"));
    }
    missing.sort_by_key(|remark| remark.field);
    missing
}

fn title(title: &str) -> Option<Remark> {
    if title.is_empty() {
        Some(Remark::on(Field::Title, "Skriv en rubrik."))
    } else if !title.contains(char::is_alphanumeric) {
        Some(Remark::about(Field::Title, title, "Skriv en rubrik med ord i."))
    } else if is_placeholder(title) {
        Some(Remark::about(Field::Title, title, "Byt ut rubriken mot en egen."))
    } else {
        None
    }
}

/// Whether there is nothing to read. A photo may tell with its caption alone, and other texts with pictures.
fn is_empty(form: Option<GuldkornForm>, text: &PostContent) -> bool {
    let captioned = form == Some(GuldkornForm::Photo) && !text.picture_caption.is_empty();
    !captioned && markdown::plain_text(&text.body).is_empty() && !text.body.contains("](/media/")
}

/// Returns what is to be done so that the lead picture has words, or is known to need none.
pub(super) fn description(text: &PostContent, lead: &LeadPicture) -> Option<Remark> {
    text.picture.as_ref()?;
    let sentence = match (text.picture_alt_mode, described(text, lead)) {
        (AltMode::Undecided, _) => {
            "Bestäm hur bilden beskrivs för den som inte ser den: med bildbibliotekets ord, med egna ord, eller inte alls."
        }
        (AltMode::Library, Some(Fault::Missing)) => {
            "Bilden har inga ord i bildbiblioteket. Skriv dem där, eller skriv egna ord här."
        }
        (AltMode::Library, Some(Fault::NoDescription)) => {
            "Orden i bildbiblioteket säger inte vad bilden visar. Rätta dem där, eller skriv egna ord här."
        }
        (AltMode::Own, Some(Fault::Missing)) => "Beskriv bilden för den som inte ser den.",
        (AltMode::Own, Some(Fault::NoDescription)) => {
            let sentence = "Beskriv med ord vad bilden visar.";
            return Some(Remark::about(Field::PictureAlt, &text.picture_alt, sentence));
        }
        // It needs none, or they are worth a remark and nothing is missing.
        (AltMode::Decorative, _)
        | (_, Some(Fault::SameAsCaption | Fault::SaysPicture | Fault::TooLong) | None) => {
            return None;
        }
    };
    Some(Remark::on(Field::PictureAlt, sentence))
}

/// Returns what is wrong with the words that readers get.
pub(super) fn described(text: &PostContent, lead: &LeadPicture) -> Option<Fault> {
    match text.picture_alt_mode {
        AltMode::Own => fault(&text.picture_alt, &text.picture_caption),
        AltMode::Library => fault(lead.library_alt.as_deref()?, &text.picture_caption),
        AltMode::Decorative | AltMode::Undecided => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::NoConsent;
    use super::*;

    fn fields(kind: PostKind, text: &PostContent) -> Vec<Field> {
        missing(kind, text, &PostFacts::default()).into_iter().map(|remark| remark.field).collect()
    }

    fn whole(form: Option<GuldkornForm>) -> PostContent {
        PostContent {
            title: "Elva sekunder".into(),
            form,
            quote: "Det gick.".into(),
            source: "deltagare, 28 år".into(),
            body: "Text.".into(),
            picture: Some("1".into()),
            picture_alt: "En röd bro i snö".into(),
            picture_alt_mode: AltMode::Own,
            publish_at: "2026-12-07T08:00".into(),
            ..PostContent::default()
        }
    }

    #[test]
    fn a_whole_text_lacks_nothing() {
        for form in [GuldkornForm::Quote, GuldkornForm::Story, GuldkornForm::Thought, GuldkornForm::Photo] {
            assert_eq!(fields(PostKind::Guldkorn, &whole(Some(form))), [], "{form:?}");
        }
        for kind in [PostKind::Article, PostKind::Voice, PostKind::Page] {
            assert_eq!(fields(kind, &whole(None)), []);
        }
        let bare_quote =
            PostContent { body: String::new(), picture: None, ..whole(Some(GuldkornForm::Quote)) };
        assert_eq!(fields(PostKind::Guldkorn, &bare_quote), []);
    }

    #[test]
    fn an_empty_one_lacks_these_in_order() {
        use Field::{Body, Picture, PublishAt, Quote, Source, Title};
        let empty = |form| PostContent { form, publish_at: "i morgon".into(), ..PostContent::default() };
        assert_eq!(fields(PostKind::Article, &empty(None)), [Title, Body, PublishAt]);
        let of = |form| fields(PostKind::Guldkorn, &empty(Some(form)));
        assert_eq!(of(GuldkornForm::Quote), [Title, Quote, Source, PublishAt]);
        assert_eq!(of(GuldkornForm::Photo), [Title, Body, PublishAt, Picture]);
        assert_eq!(of(GuldkornForm::Story), [Title, Body, PublishAt]);
    }

    #[test]
    fn a_title_is_somebodys_own() {
        for title in ["", "…", "En liten rubrik", "Nytt inlägg"] {
            let text = PostContent { title: title.into(), ..whole(None) };
            assert_eq!(fields(PostKind::Article, &text), [Field::Title], "{title}");
        }
    }

    #[test]
    fn a_body_of_marks_alone_is_none() {
        for body in [" \n", "#\n\n", "![]()"] {
            let text = PostContent { body: body.into(), ..whole(None) };
            assert_eq!(fields(PostKind::Article, &text), [Field::Body], "{body:?}");
        }
        let text = PostContent { body: "![En bro](/media/1/960.webp)".into(), ..whole(None) };
        assert_eq!(fields(PostKind::Article, &text), []);
        let photo = whole(Some(GuldkornForm::Photo));
        let captioned = PostContent { body: String::new(), picture_caption: "Bron.".into(), ..photo };
        assert_eq!(fields(PostKind::Guldkorn, &captioned), []);
    }

    #[test]
    fn nobody_publishes_an_empty_quotation() {
        let text = PostContent { body: "Text.\n\n>\n".into(), ..whole(None) };
        let missing = missing(PostKind::Article, &text, &PostFacts::default());
        assert_eq!(missing.iter().map(|remark| remark.in_words).collect::<Vec<_>>(), ["tomt citat"]);
    }

    fn about(lead: LeadPicture) -> PostFacts {
        PostFacts { lead, ..PostFacts::default() }
    }

    #[test]
    fn a_story_without_consent_is_not_published() {
        let facts = PostFacts { no_consent: Some(NoConsent::Asked), ..PostFacts::default() };
        let missing = missing(PostKind::Voice, &whole(None), &facts);
        assert_eq!(missing.iter().map(|remark| remark.in_words).collect::<Vec<_>>(), ["inget samtycke"]);
    }

    fn pictured(mode: AltMode, alt: &str) -> PostContent {
        PostContent { picture_alt: alt.into(), picture_alt_mode: mode, ..whole(None) }
    }

    #[test]
    fn a_lead_picture_is_described() {
        let blocked = &[Field::PictureAlt][..];
        for (mode, alt, expected) in [
            (AltMode::Own, "", blocked),
            (AltMode::Own, "IMG_1234.jpg", blocked),
            (AltMode::Own, "Bild på en bro", &[]),
            (AltMode::Decorative, "", &[]),
            (AltMode::Undecided, "", blocked),
            (AltMode::Undecided, "En röd bro", blocked),
            (AltMode::Library, "", &[]),
        ] {
            assert_eq!(fields(PostKind::Article, &pictured(mode, alt)), expected, "{mode:?} {alt}");
        }
        let without = PostContent { picture: None, ..pictured(AltMode::Undecided, "") };
        assert_eq!(fields(PostKind::Article, &without), [], "there is nothing to describe");
    }

    #[test]
    fn words_of_the_library_are_judged_as_they_are_there() {
        for (words, is_missing) in
            [("En röd bro", false), ("", true), ("IMG_1234", true), ("Bild på en bro", false)]
        {
            let facts = about(LeadPicture { library_alt: Some(words.into()), has_readers: false });
            let missing = missing(PostKind::Article, &pictured(AltMode::Library, "Egna ord"), &facts);
            assert_eq!(!missing.is_empty(), is_missing, "{words}");
        }
    }

    #[test]
    fn what_readers_have_already_keeps_nobody_from_correcting_the_rest() {
        let facts = about(LeadPicture { library_alt: Some(String::new()), has_readers: true });
        for mode in AltMode::ALL {
            assert_eq!(missing(PostKind::Article, &pictured(mode, ""), &facts), [], "{mode:?}");
        }
    }

    #[test]
    fn a_tag_has_a_name_that_fits() {
        let text = |name: String| PostContent { tags: vec!["mod".into(), name], ..whole(None) };
        assert_eq!(fields(PostKind::Article, &text("å".repeat(60))), []);
        assert_eq!(fields(PostKind::Article, &text("å".repeat(61))), [Field::Tags]);
    }

    #[test]
    fn a_time_can_be_read() {
        for (typed, is_read) in [
            ("", true),
            ("2026-12-07T08:00", true),
            ("2026-12-07T08:00:30", true),
            ("2026-12-07 08:00", true),
            ("2026-03-29T02:30", true),
            ("2026-12-07", false),
            ("2026-13-07T08:00", false),
            ("2026-12-07T25:00", false),
            ("2026-12-07T08:00Z", false),
            ("2026-12-07T08:00+01:00", false),
            ("9999-12-31T23:59:59", false),
            ("-9999-01-01T00:00", false),
            ("7 december kl. 8", false),
        ] {
            let text = PostContent { publish_at: typed.into(), ..whole(None) };
            assert_eq!(fields(PostKind::Article, &text).is_empty(), is_read, "{typed}");
        }
    }
}
