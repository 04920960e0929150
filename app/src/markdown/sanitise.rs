//! The last step: removes everything from the HTML but what the steps themselves write.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::contents;
use super::pictures::is_local;

/// Longest piece of text that the sanitiser gets, in bytes. The time that it needs to write a text grows with the square of
/// the text's length, if that has many signs to be escaped.
const MAX_TEXT: usize = 1024;
/// Longest name of a character reference, in bytes.
const MAX_REFERENCE: usize = 40;
/// Longest value of an attribute, in bytes, for the same reason. No address of a page is longer.
const MAX_ATTRIBUTE: usize = 4096;

/// Removes all elements, attributes and schemes that the renderer does not use.
pub(super) fn clean(html: &str) -> String {
    RULES.clean(&in_pieces(html)).to_string()
}

/// Divides long text in HTML by empty comments, which the sanitiser removes.
pub(crate) fn in_pieces(html: &str) -> String {
    let mut divided = String::with_capacity(html.len() + html.len() / 100);
    for (number, part) in html.split('<').enumerate() {
        let (tag, mut text) = if number == 0 { ("", part) } else { divide_after(part, '>') };
        if number > 0 {
            divided.push('<');
        }
        divided.push_str(tag);
        while text.len() > MAX_TEXT {
            let (piece, rest) = text.split_at(end_of_piece(text));
            divided.push_str(piece);
            divided.push_str("<!---->");
            text = rest;
        }
        divided.push_str(text);
    }
    divided
}

/// Divides a text after the first of a sign; without one, everything is before it.
fn divide_after(text: &str, sign: char) -> (&str, &str) {
    text.split_at(text.find(sign).map_or(text.len(), |at| at + sign.len_utf8()))
}

/// Returns where a text can be divided: between characters, and not in a character reference.
fn end_of_piece(text: &str) -> usize {
    let end = text.floor_char_boundary(MAX_TEXT);
    let tail = text.floor_char_boundary(end.saturating_sub(MAX_REFERENCE));
    text[tail..end].rfind('&').map_or(end, |at| tail + at)
}

static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::empty();
    rules
        .add_tags([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "div",
            "em",
            "figcaption",
            "figure",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "span",
            "strong",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ])
        .add_clean_content_tags(["script", "style"])
        .add_tag_attributes("a", ["href", "hreflang", "id", "type", "aria-label"])
        .add_tag_attributes("h2", ["id"])
        .add_tag_attribute_values("a", "rel", ["external", "noopener"])
        .add_tag_attributes("img", ["src", "srcset", "sizes", "width", "height", "alt"])
        .set_tag_attribute_value("img", "loading", "lazy")
        .add_tag_attributes("li", ["id"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("div", ["aria-label"])
        .add_tag_attribute_values("div", "tabindex", ["0"])
        .add_tag_attribute_values("div", "role", ["region"])
        .add_tag_attributes("section", ["aria-label"])
        .add_tag_attribute_values("section", "role", ["doc-endnotes"])
        .add_tag_attribute_values("th", "scope", ["col"])
        .add_allowed_classes("div", ["table"])
        .add_allowed_classes("figure", ["quote"])
        .add_allowed_classes("section", ["notes"])
        .add_tag_attribute_values("span", "lang", ["en"])
        .add_allowed_classes("span", ["visually-hidden"])
        .add_allowed_classes("td", ["center", "end"])
        .add_allowed_classes("th", ["center", "end"])
        .add_url_schemes(["http", "https", "mailto", "tel"])
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            (_, "alt") => Some(Cow::Borrowed(&value[..value.floor_char_boundary(MAX_ATTRIBUTE)])),
            _ if value.len() > MAX_ATTRIBUTE => None,
            ("img", "src") => is_local(value).then_some(Cow::Borrowed(value)),
            ("img", "srcset") => are_local(value).then_some(Cow::Borrowed(value)),
            ("h2", "id") => value.starts_with(contents::ID).then_some(Cow::Borrowed(value)),
            (_, "id") => value.starts_with("not").then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    rules
});

/// Returns whether each address of a `srcset` is a path on this site.
fn are_local(set: &str) -> bool {
    set.split(", ").all(|part| part.split_once(' ').is_some_and(|(address, _)| is_local(address)))
}

#[cfg(test)]
mod tests {
    use super::{MAX_ATTRIBUTE, MAX_TEXT, clean, in_pieces};

    #[test]
    fn no_text_or_attribute_is_long_enough_to_take_the_sanitisers_time() {
        for sign in ["&amp;", "&lt;", "\u{a0}", "a", "å", "& "] {
            let html = format!("<p>{}</p>", sign.repeat(100_000 / sign.len()));
            let pieces = in_pieces(&html);
            assert!(pieces.split(['<', '>']).all(|text| text.len() <= MAX_TEXT), "{sign}");
            assert_eq!(pieces.replace("<!---->", ""), html, "{sign}");
            let whole =
                if sign == "& " { html.replace('&', "&amp;") } else { html.replace('\u{a0}', "&nbsp;") };
            assert_eq!(clean(&html), whole, "{sign}");
        }
        assert_eq!(in_pieces("a<b>c"), "a<b>c");
        let long = "&amp;".repeat(MAX_ATTRIBUTE);
        assert_eq!(clean(&format!("<a href=\"/{long}\">a</a>")), "<a>a</a>");
        let image = clean(&format!("<img src=\"/a.png\" alt=\"{long}\">"));
        assert!(image.contains("alt=") && image.len() < 6 * MAX_ATTRIBUTE, "{image}");
    }

    #[test]
    fn what_no_step_writes_is_removed() {
        for (html, cleaned) in [
            ("<script>alert(1)</script>", ""),
            ("<p onclick=\"x()\" style=\"color:red\" id=\"main\" class=\"night\">a</p>", "<p>a</p>"),
            ("<a href=\"javascript:x()\" target=\"_blank\" rel=\"opener\">a</a>", "<a>a</a>"),
            (
                "<img src=\"https://x.example/a.png\" onerror=\"x()\" alt=\"\">",
                "<img loading=\"lazy\" alt=\"\">",
            ),
            ("<img srcset=\"/a.png 1w, //x.example/b.png 2w\">", "<img loading=\"lazy\">"),
            (
                "<div class=\"table close\" role=\"dialog\" tabindex=\"5\">a</div>",
                "<div class=\"table\">a</div>",
            ),
            ("<svg><style><img src=x onerror=x()></style></svg>", "<img loading=\"lazy\">"),
            ("<h1 id=\"not-1\">a</h1><h2 id=\"main\">b</h2>", "a<h2>b</h2>"),
        ] {
            assert_eq!(clean(html), cleaned);
        }
    }
}
