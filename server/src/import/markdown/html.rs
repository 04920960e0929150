//! HTML within Markdown.

use std::cell::RefCell;

use app::import::{Cause, Resolver, escaped};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, comments, element, rewrite_str};

const EVENT: Cause = Cause::note("event-removed", "Attribut som kör kod togs bort");
const SCRIPT: Cause = Cause::note("script-removed", "Skript och stilmallar togs bort");

/// Converts HTML to Markdown: pictures are what they are, of everything else the words stay.
pub(super) fn convert(html: &str, resolver: &mut dyn Resolver) -> String {
    let resolver = RefCell::new(resolver);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img", |img| {
            let attribute = |name| {
                html_escape::decode_html_entities(&img.get_attribute(name).unwrap_or_default()).into_owned()
            };
            let (src, alt, title) = (attribute("src"), attribute("alt"), attribute("title"));
            let markdown = match resolver.borrow_mut().picture(&src, &alt, &title) {
                Some(address) => format!("![{}]({address})", escaped(&alt)),
                None => escaped(&alt),
            };
            img.replace(&html_escape::encode_text(&markdown), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("script, style", |element| {
            resolver.borrow_mut().note(SCRIPT, &element.tag_name());
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("*", |element| {
            for event in element.attributes().iter().filter(|attribute| attribute.name().starts_with("on")) {
                resolver.borrow_mut().note(EVENT, &event.name());
            }
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
