//! What counts as telling who somebody is.

use super::*;

fn remarks_on(kind: PostKind, text: &PostContent) -> Vec<String> {
    let about = Surroundings { site_email: "kontakt@example.org".into(), ..Surroundings::default() };
    let remarks = remarks(kind, text, &Body::read(&text.body), &about);
    remarks.into_iter().filter_map(|remark| remark.passage).collect()
}

fn found(body: &str) -> Vec<String> {
    remarks_on(PostKind::Article, &PostContent { body: body.into(), ..PostContent::default() })
}

/// Numbers from the examples of the Swedish Tax Agency, which belong to nobody.
#[test]
fn personal_numbers_are_found_by_their_sum() {
    for number in [
        "811218-9876",
        "8112189876",
        "19811218-9876",
        "198112189876",
        "811218+9876",
        "701063-2391",
        "670919–9530",
    ] {
        assert_eq!(found(&format!("Han har {number}, säger han.")), [number], "{number}");
    }
    for other in [
        "811218-9875",
        "0701234567",
        "070-123 45 67",
        "212000-0142",
        "811318-9876",
        "811241-9876",
        "2026-12-07",
        "1234567890123",
        "20-01-2026",
        "8-1-1-2-1-8-9-8-7-6",
    ] {
        assert!(found(&format!("Numret är {other}.")).is_empty(), "{other}");
    }
}

#[test]
fn an_address_is_asked_about_once() {
    assert_eq!(
        found("Skriv till anna@exempel.se eller [Anna](mailto:anna@exempel.se)."),
        ["anna@exempel.se"]
    );
    assert_eq!(found("Skriv till [Anna](mailto:anna@exempel.se?subject=Hej)."), ["anna@exempel.se"]);
    for text in ["kontakt@example.org", "<kontakt@example.org>", "@mia", "klockan 8@9", "a@b@c.se", "x@y."] {
        assert!(found(text).is_empty(), "{text}");
    }
    let page = PostContent { body: "anna@exempel.se".into(), ..PostContent::default() };
    assert!(remarks_on(PostKind::Page, &page).is_empty());
}

#[test]
fn name_age_and_health_ask_for_a_second_look() {
    for (body, expected) in [
        ("Amina, 28 år, har diagnosen ADHD.", "Amina … diagnosen"),
        ("Amina är 28 år.\n\nHon fick diagnosen i våras.", "Amina … diagnosen"),
        ("– Amina (28) mår bättre av medicin mot ångest.", "Amina … ångest"),
        ("En kvinna från Borås, 34 år, med depression.", "Borås … depression"),
        ("Den 34-åriga deltagaren Amina är sjukskriven.", "Amina … sjukskriven"),
    ] {
        assert_eq!(found(body), [expected], "{body}");
    }
    let quote = PostContent {
        quote: "Min ångest är borta.".into(),
        source: "Amina, 28 år".into(),
        ..PostContent::default()
    };
    assert_eq!(remarks_on(PostKind::Guldkorn, &quote), ["Amina … ångest"]);
}

#[test]
fn two_of_the_three_are_harmless() {
    for text in [
        "Deltagare, 28 år, med ADHD.",
        "Hon är 28 år och har ångest.",
        "Amina, 28 år, bakar bröd i Borås.",
        "Amina har ADHD.",
        "Arbetsförmedlingen fyller 28 år och stöttar den som är sjukskriven.",
        "Efter 28 år på Volvo slutade hon.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
