//! The checks as a whole: whatever somebody types, they answer, and soon.

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::posts::GuldkornForm;

fn about(titles: usize) -> Surroundings {
    let wording = |word: &str| Wording { word: word.into(), instead: "person".into() };
    Surroundings {
        titles: (0..titles).map(|number| format!("Ett inlägg om steg nummer {number}")).collect(),
        wordings: ["individ", "komma i arbete", "å", "a b"].map(wording).into(),
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
fn an_empty_draft_is_not_nagged_at() {
    for kind in [PostKind::Article, PostKind::Guldkorn, PostKind::Page] {
        let empty = PostContent { form: Some(GuldkornForm::Quote), ..PostContent::default() };
        assert_eq!(remarks(kind, &empty, &about(10)), []);
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
            missing(PostKind::Guldkorn, &text),
            readability(&text),
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
    let start = Instant::now();
    let _ = (remarks(PostKind::Article, &text, &about), readability(&text));
    let took = start.elapsed();
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
                for remark in remarks(kind, &text, &about(10)).into_iter().chain(missing(kind, &text)) {
                    prop_assert!(remark.sentence.ends_with('.'), "{}", remark.sentence);
                }
            }
            let _ = readability(&text);
        }
    }
}
