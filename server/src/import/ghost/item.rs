//! From a row of posts to an item that moves in.

use app::import::{
    DraftReason, Finding, IndexEntry, Item, ItemDates, ItemStatus, Links, OldAddress, Resolver as _,
    SourceDate,
};
use app::posts::PostKind;

use super::references::GhostReferences;
use super::row::Row;
use super::tables::Tables;
use super::{causes, text};
use crate::import::dates;
use crate::import::html::plain_text;
use crate::import::made_title::made_title;

/// What Ghost calls a text that has no title yet.
const UNTITLED: &str = "(Untitled)";

/// Returns what the first pass tells of a row; `None` without an id.
pub(super) fn entry(post: &Row) -> Option<IndexEntry> {
    let id = post.text("id");
    if id.is_empty() {
        return None;
    }
    let (title, slug) = (title(post), post.text("slug"));
    let name = if title.is_empty() { format!("inlägg {id}") } else { format!("{title} ({id})") };
    Some(IndexEntry {
        name,
        kind: kind(post),
        title,
        published: date(post, "published_at").and_then(SourceDate::millis),
        addresses: OldAddress::parse(&format!("/{slug}/")).filter(|_| !slug.is_empty()).into_iter().collect(),
        slug,
        id,
    })
}

/// Converts a post, and tells of what did not come along.
pub(super) fn convert(post: &Row, name: &str, tables: &Tables, links: &Links) -> (Item, Vec<Finding>) {
    let id = post.text("id");
    let mut references = GhostReferences { of_item: links.of_item(name, ""), links };
    let mut item = Item::new(&*id, name, kind(post));
    let converted = text::convert(post, &mut references);
    item.markdown = converted.markdown;
    item.visible_characters = Some(converted.visible_characters);
    item.title = title(post);
    if item.title.is_empty() {
        item.title = made_title(&app::markdown::plain_text(&item.markdown));
        references.note(causes::TITLE_MADE, &item.title);
    }
    item.summary = post.text("custom_excerpt");
    item.status = status(post, tables, &mut references);
    item.dates = ItemDates {
        published: date(post, "published_at"),
        modified: date(post, "updated_at"),
        created: date(post, "created_at"),
    };
    if item.dates.published.is_none() && !post.text("published_at").is_empty() {
        references.note(causes::BAD_DATE, &post.text("published_at"));
    }
    item.authors = authors(post, tables, &mut references);
    item.tags = tags(&id, tables, &mut references);
    item.cover = cover(post, tables, &mut references);
    tell(post, tables, &mut references);
    let (pictures, findings) = references.of_item.finish();
    item.pictures = pictures;
    (item, findings)
}

fn kind(post: &Row) -> PostKind {
    if post.text("type") == "page" || post.is_set("page") { PostKind::Page } else { PostKind::Article }
}

fn title(post: &Row) -> String {
    let title = plain_text(&post.text("title"));
    if title == UNTITLED { String::new() } else { title }
}

fn date(post: &Row, column: &str) -> Option<SourceDate> {
    dates::parse(&post.text(column))
}

/// Decides how far a post had come: only what was published for everybody on the site was public.
fn status(post: &Row, tables: &Tables, references: &mut GhostReferences<'_>) -> ItemStatus {
    let (status, visibility) = (post.text("status"), post.text("visibility"));
    let is_letter = tables.meta.get(&post.text("id")).is_some_and(|meta| meta.is_set("email_only"));
    if status == "sent" || is_letter {
        references.note(causes::LETTER, "");
        return ItemStatus::Draft(DraftReason::Private);
    }
    if !matches!(&*visibility, "public" | "") {
        references.note(causes::MEMBERS, &visibility);
        return ItemStatus::Draft(DraftReason::Members);
    }
    match &*status {
        "published" => ItemStatus::Public,
        "scheduled" => ItemStatus::Scheduled,
        "draft" | "" => ItemStatus::Draft(DraftReason::Draft),
        other => {
            references.note(causes::UNKNOWN_STATUS, other);
            ItemStatus::Draft(DraftReason::Unclear)
        }
    }
}

fn authors(post: &Row, tables: &Tables, references: &mut GhostReferences<'_>) -> Vec<String> {
    let mut ids: Vec<_> = tables.authors_of(&post.text("id")).map(str::to_owned).collect();
    if ids.is_empty() {
        ids.push(post.text("author_id"));
    }
    let mut names = Vec::new();
    for id in ids.into_iter().filter(|id| !id.is_empty()) {
        match tables.users.get(&id) {
            Some(name) => names.push(name.clone()),
            None => references.note(causes::AUTHOR_MISSING, &id),
        }
    }
    names
}

fn tags(id: &str, tables: &Tables, references: &mut GhostReferences<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for tag in tables.tags_of(id) {
        match tables.tags.get(tag) {
            None => references.note(causes::TAG_MISSING, tag),
            Some(tag) if tag.is_internal => references.note(causes::TAG_INTERNAL, &tag.name),
            Some(tag) if tag.name.trim().is_empty() || names.contains(&tag.name) => {}
            Some(tag) => names.push(tag.name.clone()),
        }
    }
    names
}

fn cover(
    post: &Row,
    tables: &Tables,
    references: &mut GhostReferences<'_>,
) -> Option<app::import::ItemPicture> {
    let address = Some(post.text("feature_image")).filter(|address| !address.is_empty());
    let address = address.unwrap_or_else(|| post.text("image"));
    if address.is_empty() {
        return None;
    }
    let words = |column| tables.meta.get(&post.text("id")).map(|meta| plain_text(&meta.text(column)));
    let [alt, caption] =
        ["feature_image_alt", "feature_image_caption"].map(|column| words(column).unwrap_or_default());
    references.of_item.file(&address, &alt, &caption)
}

/// Tells of columns that have no counterpart here.
fn tell(post: &Row, tables: &Tables, references: &mut GhostReferences<'_>) {
    if ["codeinjection_head", "codeinjection_foot"].iter().any(|column| !post.text(column).is_empty()) {
        references.note(causes::CODE, "");
    }
    let canonical = post.text("canonical_url");
    if !canonical.is_empty() && !canonical.starts_with('/') {
        references.note(causes::CANONICAL, &canonical);
    }
    if post.is_set("featured") {
        references.note(causes::FEATURED, "");
    }
    let meta = tables.meta.get(&post.text("id"));
    let columns = ["meta_title", "meta_description", "og_title", "og_description", "twitter_title"];
    if columns.iter().any(|column| meta.is_some_and(|meta| !meta.text(column).is_empty())) {
        references.note(causes::SEARCH_WORDS, "");
    }
}
