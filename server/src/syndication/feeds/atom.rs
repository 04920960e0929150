//! Atom (RFC 4287).

use app::blog::FeedEntry;

use super::{Written, instant};
use crate::syndication::xml::Xml;

pub(super) fn write(written: &Written) -> String {
    let feed = &written.feed;
    let mut xml = Xml::new();
    let namespaces = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "sv")];
    xml.element("feed", &namespaces, |xml| {
        xml.text("id", &[], &written.name());
        xml.text("title", &[], &feed.title);
        xml.text("updated", &[], &instant(written.changed()));
        let this =
            [("rel", "self"), ("type", "application/atom+xml"), ("href", &written.link(&written.path))];
        xml.empty("link", &this);
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &written.link(&feed.home))],
        );
        xml.text("icon", &[], &written.link("/icon-192.png"));
        xml.element("author", &[], |xml| xml.text("name", &[], &feed.site));
        for one in &feed.entries {
            xml.element("entry", &[], |xml| entry(xml, written, one));
        }
    });
    xml.finish()
}

fn entry(xml: &mut Xml, written: &Written, entry: &FeedEntry) {
    xml.text("id", &[], &written.name_of(entry.id));
    xml.text("title", &[], &entry.title);
    xml.text("published", &[], &instant(entry.published));
    xml.text("updated", &[], &instant(entry.changed));
    let link = written.link(&entry.path);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &link)]);
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
