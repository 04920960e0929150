//! The checks as a whole: whatever somebody types, they answer, and soon.

use std::sync::Arc;
use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::posts::{AltMode, GuldkornForm, PostId};

fn about(titles: usize) -> Surroundings {
    let title = |number| (PostId(1), format!("Ett inlägg om steg nummer {number}"));
    let wording = |word: &str| Wording { word: word.into(), instead: "person".into() };
    Surroundings {
        post: PostId(0),
        titles: Arc::new((0..titles).map(title).collect()),
        wordings: ["individ", "komma i arbete", "å", "a b"].map(wording).into(),
        sensitive_words: SENSITIVE_WORDS.into(),
        site: "Samverkan Vidare".into(),
        editions: vec!["Guldkornen i MIA".into()],
        introductions: vec!["Varje dag i december öppnar vi en lucka.".into()],
        day: Some(jiff::civil::date(2026, 12, 7)),
        ..Surroundings::default()
    }
}

fn everywhere(text: &str) -> PostContent {
    PostContent {
        title: text.into(),
        form: Some(GuldkornForm::Quote),
        quote: text.into(),
        source: String::new(),
        teaser: text.into(),
        body: text.into(),
        picture: Some("1".into()),
        picture_alt: text.into(),
        picture_alt_mode: AltMode::Own,
        picture_caption: text.into(),
        publish_at: text.into(),
        ..PostContent::default()
    }
}

#[test]
fn remarks_come_in_the_order_of_the_form() {
    let text = everywhere("TEST individ [här](/om) 08/123 45 67");
    let fields: Vec<_> =
        remarks(PostKind::Guldkorn, &text, &about(10)).iter().map(|remark| remark.field).collect();
    assert!(fields.is_sorted(), "{fields:?}");
    assert!(
        fields.contains(&Field::Title)
            && fields.contains(&Field::Body)
            && fields.contains(&Field::PictureAlt)
    );
}

#[test]
fn nobody_is_told_the_same_a_hundred_times() {
    let text = PostContent { body: "[Här](/om). ".repeat(100), ..PostContent::default() };
    assert_eq!(remarks(PostKind::Article, &text, &about(0)).len(), MOST);
}

#[test]
fn what_is_known_of_swedish_is_left_to_swedish_texts() {
    let swedish = PostContent { body: "En individ går. ".repeat(60), ..PostContent::default() };
    let other = PostContent { language: Language::parse("so"), ..swedish.clone() };
    assert!(!remarks(PostKind::Article, &swedish, &about(0)).is_empty());
    assert_eq!(remarks(PostKind::Article, &other, &about(0)), []);
    assert!(readability(&swedish, false).is_some() && readability(&other, false).is_none());
}

#[test]
fn an_empty_draft_is_not_nagged_at() {
    for kind in [PostKind::Article, PostKind::Guldkorn, PostKind::Page] {
        let empty = PostContent { form: Some(GuldkornForm::Quote), ..PostContent::default() };
        assert_eq!(remarks(kind, &empty, &about(10)), []);
    }
}

#[test]
fn what_is_missing_is_said_once() {
    for text in ["", "TEST", "En liten rubrik", "IMG_1234.jpg", ">"] {
        for kind in [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page] {
            let text = everywhere(text);
            let missing = missing(kind, &text, &PostFacts::default());
            let fields: Vec<Field> = missing.iter().map(|remark| remark.field).collect();
            let again: Vec<Remark> = remarks(kind, &text, &about(10))
                .into_iter()
                .filter(|remark| matches!(remark.field, Field::PictureAlt | Field::Source | Field::PublishAt))
                .filter(|remark| fields.contains(&remark.field))
                .collect();
            assert_eq!(again, [], "{kind:?}");
            assert!(missing.iter().all(|remark| !remark.in_words.is_empty()));
        }
    }
}

/// Sizes at which anything that grows with the square of the text would take minutes.
#[test]
fn no_text_takes_long() {
    let samples = [
        "Vi ses kl. 9. ",
        "Det är en vanlig mening med några ord i. ",
        "> Sagt.\n\n",
        "**a** ",
        "[a](b) ",
        "![",
        "0 ",
        "08-",
        "+",
        "....",
        ". ",
        "a.",
        "[[",
        "`a",
        "<a ",
        "&amp;",
        "[^1]",
        "(08) ",
        "1 ",
        "ord: Ord: ",
        "komma i ",
        "# a\n\n### b\n\n",
        "a",
        "Å. ",
        "*",
        "- ",
        "\u{301}",
        "|a",
    ];
    let about = about(2_000);
    for sample in samples {
        let text = everywhere(&sample.repeat(50_000 / sample.len()));
        let start = Instant::now();
        let _ = (
            remarks(PostKind::Guldkorn, &text, &about),
            missing(PostKind::Guldkorn, &text, &PostFacts::default()),
            readability(&text, false),
        );
        let took = start.elapsed();
        println!("{sample:?}: {took:?}");
        assert!(took.as_secs() < 5, "{sample:?}: {took:?}");
    }
}

/// An optimised build is ten times as quick, and then a writer never waits.
#[test]
fn an_ordinary_text_is_read_in_no_time() {
    let paragraph = "Hon ville börja arbeta, men ingen hade frågat när på dagen. Nu ringer hon 08-123 45 67 varje \
                     *måndag* och berättar hur det går.\n\n";
    let text = everywhere(&paragraph.repeat(80));
    let text = PostContent { title: "Steg".into(), teaser: String::new(), quote: String::new(), ..text };
    let about = about(500);
    let read = || {
        let start = Instant::now();
        let _ = (remarks(PostKind::Article, &text, &about), readability(&text, false));
        start.elapsed()
    };
    // The quickest of some: on a busy machine one may wait for its turn.
    let took = (0..5).map(|_| read()).min().unwrap_or_default();
    assert!(took.as_millis() < 150, "{took:?}");
}

proptest! {
    #[test]
    fn no_text_is_too_strange(
        text in "\\PC{0,120}",
        marks in "[-*_#>|`~!\\[\\]()<&\\\\^:.,? \n\t+0–\"aåÅ]{0,160}",
        digits in "[0-9 +()./–-]{0,80}",
    ) {
        for text in [text, marks, digits] {
            let text = everywhere(&text);
            for kind in [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page] {
                for remark in remarks(kind, &text, &about(10)).into_iter().chain(missing(kind, &text, &PostFacts::default())) {
                    prop_assert!(remark.sentence.ends_with('.'), "{}", remark.sentence);
                }
            }
            let _ = readability(&text, false);
        }
    }
}
