//! JSON Feed 1.1.

use app::blog::FeedEntry;
use app::documents::Document;
use serde::Serialize;

use super::{FeedContext, instant};

/// The content of a sensitive text: JSON Feed requires one.
const NO_TEXT: &str = "Läs texten på webbplatsen.";

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    icon: String,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    /// Of the item, where it is not the feed's.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'static str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: String,
    mime_type: &'static str,
    title: &'a str,
    size_in_bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_in_seconds: Option<u64>,
}

pub(super) fn write(context: &FeedContext) -> String {
    let feed = &context.feed;
    let json = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: context.link(&feed.path),
        feed_url: context.link(&context.path),
        description: &feed.description,
        icon: context.link("/icon-512.png"),
        language: "sv",
        authors: [Author { name: &feed.site }],
        items: feed.entries.iter().map(|entry| item(context, entry)).collect(),
    };
    serde_json::to_string(&json).unwrap_or_default()
}

fn item<'a>(context: &FeedContext, entry: &'a FeedEntry) -> Item<'a> {
    Item {
        id: context.entry_id(entry.id),
        url: context.link(&entry.path),
        title: &entry.title,
        language: entry.language.lang(),
        summary: &entry.summary,
        content_html: entry.html.as_deref(),
        content_text: entry.html.is_none().then_some(NO_TEXT),
        date_published: instant(entry.published),
        date_modified: instant(entry.changed),
        authors: (!entry.author.is_empty()).then_some([Author { name: &entry.author }]),
        tags: &entry.tags,
        attachments: attachments(context, entry),
    }
}

fn attachments<'a>(context: &FeedContext, entry: &'a FeedEntry) -> Vec<Attachment<'a>> {
    let recording = entry.recording.iter().map(|recording| Attachment {
        url: context.link(&recording.path()),
        mime_type: recording.format.media_type(),
        title: "Lyssna",
        size_in_bytes: recording.bytes,
        duration_in_seconds: Some(recording.millis.div_ceil(1_000)),
    });
    recording.chain(entry.documents.iter().map(|document| attachment(context, document))).collect()
}

fn attachment<'a>(context: &FeedContext, document: &'a Document) -> Attachment<'a> {
    Attachment {
        url: context.link(&document.path()),
        mime_type: document.format.media_type(),
        title: &document.title,
        size_in_bytes: document.bytes,
        duration_in_seconds: None,
    }
}
