//! Atom (RFC 4287).

use app::blog::FeedEntry;

use super::{FeedContext, instant};
use crate::syndication::xml::Xml;

pub(super) fn write(context: &FeedContext) -> String {
    let feed = &context.feed;
    let mut xml = Xml::new();
    let namespaces = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "sv")];
    xml.element("feed", &namespaces, |xml| {
        xml.text("id", &[], &context.feed_id());
        xml.text("title", &[], &feed.title);
        xml.text("updated", &[], &instant(context.updated()));
        let this =
            [("rel", "self"), ("type", "application/atom+xml"), ("href", &context.link(&context.path))];
        xml.empty("link", &this);
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &context.link(&feed.path))],
        );
        xml.text("icon", &[], &context.link("/icon-192.png"));
        xml.element("author", &[], |xml| xml.text("name", &[], &feed.site));
        for item in &feed.entries {
            let lang = item.language.lang().map(|lang| ("xml:lang", lang));
            xml.element("entry", lang.as_slice(), |xml| entry(xml, context, item));
        }
    });
    xml.finish()
}

fn entry(xml: &mut Xml, context: &FeedContext, entry: &FeedEntry) {
    xml.text("id", &[], &context.entry_id(entry.id));
    xml.text("title", &[], &entry.title);
    xml.text("published", &[], &instant(entry.published));
    xml.text("updated", &[], &instant(entry.changed));
    let link = context.link(&entry.path);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &link)]);
    for document in &entry.documents {
        let (link, length) = (context.link(&document.path()), document.bytes.to_string());
        let facts = [
            ("rel", "enclosure"),
            ("type", document.format.media_type()),
            ("hreflang", document.language.as_str()),
            ("length", &length),
            ("title", &document.title),
            ("href", &link),
        ];
        xml.empty("link", &facts);
    }
    if let Some(recording) = &entry.recording {
        let (link, length) = (context.link(&recording.path()), recording.bytes.to_string());
        let facts = [
            ("rel", "enclosure"),
            ("type", recording.format.media_type()),
            ("length", &length),
            ("title", "Lyssna"),
            ("href", &link),
        ];
        xml.empty("link", &facts);
    }
    if !entry.author.is_empty() {
        xml.element("author", &[], |xml| xml.text("name", &[], &entry.author));
    }
    for tag in &entry.tags {
        xml.empty("category", &[("term", tag)]);
    }
    if !entry.summary.is_empty() {
        xml.text("summary", &[], &entry.summary);
    }
    if let Some(html) = &entry.html {
        xml.text("content", &[("type", "html")], html);
    }
}
