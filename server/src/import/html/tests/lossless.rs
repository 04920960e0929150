//! Whatever the HTML, its words, links and pictures come out again.

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::{Breaks, convert};

/// Words with everything in them that means something in Markdown.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zåäö]{1,6}",
        "[*_`~\\[\\]()#>|!.+=:\\\\&;^-]{1,4}",
        Just("1.".to_owned()),
        Just("https://x.example/a".to_owned()),
        Just("a_b_c".to_owned()),
        Just("&".to_owned()),
        Just("<b>".to_owned()),
    ];
    (proptest::collection::vec(word, 1..5), any::<bool>(), any::<bool>()).prop_map(
        |(words, before, after)| {
            let space = |is: bool| if is { " " } else { "" };
            format!("{}{}{}", space(before), words.join(" "), space(after))
        },
    )
}

fn inline() -> impl Strategy<Value = String> {
    let text = words().prop_map(|words| html_escape::encode_text(&words).into_owned());
    text.prop_recursive(3, 12, 4, |inner| {
        let name = prop_oneof![Just("b"), Just("i"), Just("s"), Just("code"), Just("span"), Just("em")];
        prop_oneof![
            (name, inner.clone()).prop_map(|(name, inner)| format!("<{name}>{inner}</{name}>")),
            inner.clone().prop_map(|inner| format!("<a href=\"/l\">{inner}</a>")),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("{one}{other}")),
            (inner.clone(), inner).prop_map(|(one, other)| format!("{one}<br>{other}")),
            Just("<img src=\"/b.png\" alt=\"\">".to_owned()),
        ]
    })
}

fn html() -> impl Strategy<Value = String> {
    let leaf = inline().prop_map(|inner| format!("<p>{inner}</p>"));
    leaf.prop_recursive(3, 16, 4, |inner| {
        let name = prop_oneof![
            Just("div"),
            Just("blockquote"),
            Just("h2"),
            Just("section"),
            Just("details"),
            Just("aside"),
            Just("b")
        ];
        prop_oneof![
            (name, inner.clone()).prop_map(|(name, inner)| format!("<{name}>{inner}</{name}>")),
            proptest::collection::vec(inner.clone(), 1..3)
                .prop_map(|items| { format!("<ul><li>{}</li></ul>", items.join("</li>\n<li>")) }),
            proptest::collection::vec(inner.clone(), 1..3)
                .prop_map(|items| format!("<ol><li>{}</li></ol>", items.join("</li><li>"))),
            (inner.clone(), inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c, d)| format!(
                "<table><tr><td>{a}</td><td>{b}</td></tr><tr><td>{c}</td><td>{d}</td></tr></table>"
            )),
            proptest::collection::vec(inner, 1..4).prop_map(|parts| parts.concat()),
        ]
    })
}

/// Returns the characters of a page that are not white space, without what the renderer adds.
fn shown(html: &str) -> String {
    let html =
        html.replace("<span class=\"visually-hidden\"> (annan webbplats)</span>", "").replace('\u{ad}', "");
    let text: String = Html::parse_fragment(&html).root_element().text().collect();
    text.chars().filter(|c| !c.is_whitespace()).map(straight).collect()
}

/// Undoes what Swedish typography does to signs.
fn straight(c: char) -> char {
    match c {
        '”' | '“' => '"',
        '’' => '\'',
        '–' | '—' => '-',
        c => c,
    }
}

fn count(html: &str, element: &str) -> usize {
    Html::parse_fragment(html).select(&Selector::parse(element).unwrap()).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_word_link_and_picture_is_shown(html in html()) {
        let (converted, _) = convert(&html, Breaks::Ignored);
        let page = app::markdown::to_html(&converted.markdown);
        // The renderer binds signs, such as three dots, so the plain text is compared sign by sign, and the page in letters.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&shown(&page)), letters(&shown(&html)), "{}", &converted.markdown);
        let plain: String = app::markdown::plain_text(&converted.markdown).chars().filter(|c| !c.is_whitespace()).collect();
        let meant: String = Html::parse_fragment(&html).root_element().text().collect();
        let meant: String = meant.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(&plain, &meant, "{}", &converted.markdown);
        prop_assert_eq!(converted.visible_characters, meant.chars().count());
        prop_assert_eq!(count(&page, "img"), count(&html, "img"), "{}", &converted.markdown);
        prop_assert!(!page.contains("<h1"));
    }

    #[test]
    fn nothing_that_is_typed_can_do_harm(html in "(<[a-z/!]{1,8}[ =\"'a-z:;>]{0,12}|[a-z&#;\\[\\]*_` \n|-]{1,8}){0,12}") {
        for breaks in [Breaks::Ignored, Breaks::Kept] {
            let (converted, _) = convert(&html, breaks);
            let page = app::markdown::to_html(&converted.markdown);
            prop_assert!(!page.contains("<script") && !page.contains("javascript:"));
        }
    }
}
