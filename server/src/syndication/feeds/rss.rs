//! RSS 2.0, with the whole text in `content:encoded`.

use app::blog::FeedEntry;
use app::time::{UnixMillis, at_home, from_millis};

use super::FeedContext;
use crate::syndication::xml::Xml;

pub(super) fn write(context: &FeedContext) -> String {
    let feed = &context.feed;
    let mut xml = Xml::new();
    let namespaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("rss", &namespaces, |xml| {
        xml.element("channel", &[], |xml| {
            xml.text("title", &[], &feed.title);
            xml.text("link", &[], &context.link(&feed.path));
            // RSS requires a description.
            let description = if feed.description.is_empty() { &feed.title } else { &feed.description };
            xml.text("description", &[], description);
            xml.text("language", &[], "sv");
            xml.text("lastBuildDate", &[], &date(context.updated()));
            let link = context.link(&context.path);
            xml.empty("atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", &link)]);
            for entry in &feed.entries {
                xml.element("item", &[], |xml| item(xml, context, entry));
            }
        });
    });
    xml.finish()
}

fn item(xml: &mut Xml, context: &FeedContext, entry: &FeedEntry) {
    xml.text("title", &[], &entry.title);
    xml.text("link", &[], &context.link(&entry.path));
    xml.text("guid", &[("isPermaLink", "false")], &context.entry_id(entry.id));
    xml.text("pubDate", &[], &date(entry.published));
    if !entry.author.is_empty() {
        xml.text("dc:creator", &[], &entry.author);
    }
    if let Some(lang) = entry.language.lang() {
        xml.text("dc:language", &[], lang);
    }
    // Readers expect one, and play it where it is a sound; the others stand on the page.
    let recording = entry.recording.as_ref();
    let recording =
        recording.map(|recording| (recording.path(), recording.bytes, recording.format.media_type()));
    let document = entry.documents.first();
    let document = document.map(|document| (document.path(), document.bytes, document.format.media_type()));
    if let Some((path, bytes, media_type)) = recording.or(document) {
        let (link, length) = (context.link(&path), bytes.to_string());
        xml.empty("enclosure", &[("url", &link), ("length", &length), ("type", media_type)]);
    }
    for tag in &entry.tags {
        xml.text("category", &[], tag);
    }
    if !entry.summary.is_empty() {
        xml.text("description", &[], &entry.summary);
    }
    if let Some(html) = &entry.html {
        xml.text("content:encoded", &[], html);
    }
}

/// "Mon, 7 Dec 2026 00:00:00 +0100"
fn date(millis: UnixMillis) -> String {
    jiff::fmt::rfc2822::to_string(&at_home(from_millis(millis))).unwrap_or_default()
}
