//! HTML within Markdown.

use app::import::{Resolver, escaped};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, comments, element, rewrite_str};

/// Converts HTML to Markdown: pictures are what they are, of everything else the words stay.
pub(super) fn convert(html: &str, resolver: &mut dyn Resolver) -> String {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img", |img| {
            let attribute = |name| {
                html_escape::decode_html_entities(&img.get_attribute(name).unwrap_or_default()).into_owned()
            };
            let (src, alt, title) = (attribute("src"), attribute("alt"), attribute("title"));
            let markdown = match resolver.picture(&src, &alt, &title) {
                Some(address) => format!("![{}]({address})", escaped(&alt)),
                None => escaped(&alt),
            };
            img.replace(&html_escape::encode_text(&markdown), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("script, style", |element| {
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("*", |element| {
            if !element.removed() {
                element.remove_and_keep_content();
            }
            Ok(())
        }))
        .append_element_content_handler(comments!("*", |comment| {
            comment.remove();
            Ok(())
        }));
    let text = rewrite_str(html, settings).unwrap_or_default();
    html_escape::decode_html_entities(&text).into_owned()
}
