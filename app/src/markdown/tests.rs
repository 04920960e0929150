//! The renderer as a whole.

use proptest::prelude::*;

use super::*;

#[test]
fn html_in_the_text_is_text() {
    let html = to_html("Hej <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>");
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<svg"), "{html}");
    assert!(html.contains("&lt;script&gt;"), "{html}");
    assert_eq!(to_html("<div>\n*så*\n</div>\n"), "<p>&lt;div&gt;\n*så*\n&lt;/div&gt;\n</p>\n");
}

#[test]
fn code_is_left_as_it_is_typed() {
    let html = to_html("`kl. 14 \"tillgänglighetsredogörelse\" 112`\n\n    Ring 112 kl. 14 \"nu\"\n");
    assert_eq!(
        html,
        "<p><code>kl. 14 \"tillgänglighetsredogörelse\" 112</code></p>\n\
         <pre><code>Ring 112 kl. 14 \"nu\"\n</code></pre>\n"
    );
}

#[test]
fn addresses_are_left_as_they_are_typed() {
    let html =
        to_html("<https://tillganglighetsredogorelse.example/kl-14> [Så](/tillganglighetsredogorelse)");
    assert!(!html.contains('\u{ad}'), "{html}");
}

#[test]
fn what_is_nested_too_deep_loses_only_its_markup() {
    for text in
        [">".repeat(500) + " ord", "- ".repeat(500) + "ord", "*a ".repeat(500) + "ord" + &"*".repeat(500)]
    {
        let html = to_html(&text);
        assert!(html.contains("ord"), "{html}");
        assert!(html.matches("<blockquote").count() <= 30 && html.matches("<ul").count() <= 30, "{html}");
    }
}

proptest! {
    #[test]
    fn any_text_is_rendered(text in "\\PC{0,120}", marks in "[-*_#>|`~!\\[\\]()<&\\\\^: \n\ta0–\"]{0,160}") {
        for text in [text, marks] {
            let html = to_html(&text);
            prop_assert!(!html.contains("<script"));
            let _ = plain_text(&text);
        }
    }
}
