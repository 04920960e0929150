//! The last step: removes everything from the HTML but what the steps themselves write.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::pictures::is_local;

/// Removes all elements, attributes and schemes that the renderer does not use.
pub(super) fn clean(html: &str) -> String {
    RULES.clean(html).to_string()
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
        .add_tag_attributes("a", ["href", "id", "aria-label"])
        .add_tag_attribute_values("a", "rel", ["noopener"])
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
        .add_allowed_classes("span", ["visually-hidden"])
        .add_allowed_classes("td", ["center", "end"])
        .add_allowed_classes("th", ["center", "end"])
        .add_url_schemes(["http", "https", "mailto", "tel"])
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") => is_local(value).then_some(Cow::Borrowed(value)),
            ("img", "srcset") => are_local(value).then_some(Cow::Borrowed(value)),
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
    use super::clean;

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
            ("<h1 id=\"not-1\">a</h1>", "a"),
        ] {
            assert_eq!(clean(html), cleaned);
        }
    }
}
