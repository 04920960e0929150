//! From Markdown to the HTML that readers get: rendered by one renderer, then sanitised.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders Markdown (`CommonMark` with tables, footnotes and strikethrough) to HTML that holds nothing executable.
///
/// Headings start at the second level: the first belongs to the page. Tables sit in a region that can be scrolled
/// by keyboard, so that they never widen the page.
pub fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).flat_map(|event| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, attrs }) => {
            vec![Event::Start(Tag::Heading { level: HeadingLevel::H2, id, classes, attrs })]
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1)) => vec![Event::End(TagEnd::Heading(HeadingLevel::H2))],
        Event::Start(Tag::Table(alignments)) => {
            vec![Event::Html(TABLE_START.into()), Event::Start(Tag::Table(alignments))]
        }
        Event::End(TagEnd::Table) => vec![Event::End(TagEnd::Table), Event::Html("</div>".into())],
        // What a writer types is text, never markup.
        Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
        other => vec![other],
    });
    let mut rendered = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut rendered, events);
    sanitise(&rendered)
}

const TABLE_START: &str = r#"<div class="table" tabindex="0" role="region" aria-label="Tabell">"#;

fn sanitise(html: &str) -> String {
    ammonia::Builder::default()
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .add_tag_attributes("div", ["tabindex", "role", "aria-label"])
        .add_allowed_classes("div", ["table", "footnote-definition"])
        .add_allowed_classes("sup", ["footnote-reference", "footnote-definition-label"])
        .add_tag_attributes("div", ["id"])
        .link_rel(Some("noopener"))
        .clean(html)
        .to_string()
}

/// How many words the text has, for the time it takes to read.
pub fn word_count(markdown: &str) -> usize {
    let words = Parser::new(markdown).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.split_whitespace().count()),
        _ => None,
    });
    words.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_leave_the_first_level_to_the_page() {
        assert_eq!(to_html("# Rubrik"), "<h2>Rubrik</h2>\n");
        assert_eq!(to_html("## Rubrik"), "<h2>Rubrik</h2>\n");
    }

    #[test]
    fn markup_in_the_text_is_text() {
        let html =
            to_html("Hej <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>");
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<svg"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn links_lead_only_to_harmless_schemes() {
        let html = to_html("[a](javascript:alert(1)) [b](data:text/html,x) [c](tel:114 14) [d](<tel:11414>)");
        assert!(!html.contains("javascript:") && !html.contains("data:"), "{html}");
        assert!(html.contains(r#"href="tel:11414""#), "{html}");
    }

    #[test]
    fn tables_and_footnotes_survive_sanitising() {
        let html = to_html("| A | B |\n|---|---|\n| 1 | 2 |\n\nText[^1].\n\n[^1]: Noten.");
        assert!(
            html.contains(r#"<div class="table" tabindex="0" role="region" aria-label="Tabell"><table>"#),
            "{html}"
        );
        assert!(html.contains("<tbody>") && html.contains("Noten."), "{html}");
        assert!(html.contains(r##"href="#1""##) && html.contains(r#"id="1""#), "{html}");
    }
}
