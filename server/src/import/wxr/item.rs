//! From an item of an export to one that moves in.

use std::collections::HashSet;

use app::import::{DraftReason, Finding, IndexEntry, Item, ItemStatus, Links, Resolver as _, SourceDate};
use app::posts::PostKind;

use super::library::{Library, plain};
use super::raw_item::RawItem;
use super::repair::{Damage, Repair};
use super::{Options, addresses, causes, content, dates, people, terms};
use crate::import::made_title::made_title;

/// A title that is longer is one into which somebody pasted a text, in characters.
const LONGEST_TITLE: usize = 200;
/// How many characters of a title a report shows.
const SHORT_TITLE: usize = 60;

/// What becomes of an item.
#[derive(Debug)]
pub(super) enum Fate {
    /// It becomes a post.
    Kept(PostKind),
    /// It is left out, and the report says so.
    Skipped(Finding),
    /// It is part of others.
    Part,
}

/// Types of WordPress and of well-known extensions that hold no content.
const INTERNAL: [&str; 27] = [
    "nav_menu_item",
    "wp_navigation",
    "wp_template",
    "wp_template_part",
    "wp_global_styles",
    "wp_font_family",
    "wp_font_face",
    "custom_css",
    "customize_changeset",
    "oembed_cache",
    "user_request",
    "acf-field",
    "acf-field-group",
    "wpcf7_contact_form",
    "wpforms",
    "flamingo_contact",
    "flamingo_inbound",
    "elementor_library",
    "elementor_font",
    "et_pb_layout",
    "fusion_template",
    "mc4wp-form",
    "jp_mem_plan",
    "jp_pay_order",
    "safecss",
    "scheduled-action",
    "wp_changeset",
];

/// Decides what becomes of an item.
pub(super) fn fate(item: &RawItem, options: &Options) -> Fate {
    let skipped = |cause| Fate::Skipped(Finding::new(cause, name(item), &*item.kind));
    let kind = match &*item.kind {
        "attachment" | "wp_block" => return Fate::Part,
        "revision" => return skipped(causes::REVISION),
        internal if INTERNAL.contains(&internal) => return skipped(causes::INTERNAL),
        own if options.types.contains_key(own) => {
            options.types.get(own).copied().unwrap_or(PostKind::Article)
        }
        "post" | "" => PostKind::Article,
        "page" => PostKind::Page,
        _ => return skipped(causes::OWN_TYPE),
    };
    match &*item.status {
        "auto-draft" => skipped(causes::AUTO_DRAFT),
        "trash" if !options.trash => skipped(causes::TRASH),
        "inherit" => skipped(causes::REVISION),
        _ if item.key().is_empty() => Fate::Skipped(Finding::new(causes::NO_ID, name(item), "")),
        _ => Fate::Kept(kind),
    }
}

/// Returns what a report calls an item.
pub(super) fn name(item: &RawItem) -> String {
    match (plain(&item.title), &*item.id) {
        (title, id) if title.is_empty() => format!("post {id}"),
        (title, "") => title,
        (title, id) => format!("{} ({id})", short(&title)),
    }
}

/// Returns the beginning of a title that is long.
fn short(title: &str) -> String {
    app::markdown::beginning(title, SHORT_TITLE)
}

/// Returns what the first pass tells of an item.
pub(super) fn entry(item: &RawItem, kind: PostKind) -> IndexEntry {
    let published = dates::dates(item, "", &mut |_| {}).published.and_then(SourceDate::millis);
    let title = plain(&item.title);
    let title = if title.is_empty() { made_title(&plain(&item.content)) } else { title };
    let (slug, _) = addresses::slug(item);
    IndexEntry {
        id: item.key().to_owned(),
        name: name(item),
        kind,
        title,
        slug,
        published,
        addresses: addresses::addresses(item),
    }
}

/// Converts an item, and tells of what did not come along.
pub(super) fn convert(
    item: &RawItem,
    kind: PostKind,
    repairs: &[Repair],
    library: &Library,
    links: &Links,
) -> (Item, Vec<Finding>) {
    let name = name(item);
    let mut findings = Vec::new();
    let mut made = Item::new(item.key(), &*name, kind);
    let base = if item.link.is_empty() { &library.site } else { &item.link };
    let mut references = links.of_item(&name, base).with_documents();
    let converted = content::convert(item, library, &mut references);
    made.cover = cover(item, library, &mut references);
    made.markdown = converted.markdown;
    made.documents = references.documents();
    made.visible_characters = Some(converted.visible_characters);
    let excerpt = plain(&item.excerpt);
    made.summary = if excerpt.is_empty() { converted.before_more } else { excerpt };
    let (pictures, found) = references.finish();
    made.pictures = pictures;
    findings.extend(found);

    let mut note = |finding: Finding| findings.push(finding);
    made.dates = dates::dates(item, &name, &mut note);
    made.authors = people::authors(item, &name, library, &mut note);
    made.tags = terms::tags(item, &name, library, &mut note);
    made.status = status(item, &name, &mut note);
    made.title = title(item, &made.markdown, &name, &mut note);
    tell(item, &name, library, &mut note);
    tell_of_repairs(item, repairs, &name, &mut note);
    (made, findings)
}

fn cover(
    item: &RawItem,
    library: &Library,
    references: &mut app::import::References<'_>,
) -> Option<app::import::ItemPicture> {
    let id = item.meta("_thumbnail_id").trim();
    if id.is_empty() || id == "0" || id == "-1" {
        return None;
    }
    match library.attachment(id).filter(|attachment| !attachment.url.is_empty()) {
        Some(attachment) => references.file(&attachment.url, &attachment.alt, &attachment.caption),
        None => {
            references.note(causes::COVER_MISSING, id);
            None
        }
    }
}

/// Decides how far an item had come: only what was plainly published was for all.
fn status(item: &RawItem, name: &str, note: &mut dyn FnMut(Finding)) -> ItemStatus {
    let mut draft = |reason, cause: Option<app::import::Cause>| {
        if let Some(cause) = cause {
            note(Finding::new(cause, name, if cause == causes::UNKNOWN_STATUS { &*item.status } else { "" }));
        }
        ItemStatus::Draft(reason)
    };
    match &*item.status {
        _ if item.has_password => draft(DraftReason::Password, Some(causes::PASSWORD)),
        "publish" => ItemStatus::Public,
        "future" => ItemStatus::Scheduled,
        "draft" | "trash" => draft(DraftReason::Draft, None),
        "pending" => draft(DraftReason::Pending, Some(causes::PENDING)),
        "private" => draft(DraftReason::Private, Some(causes::PRIVATE)),
        _ => draft(DraftReason::Unclear, Some(causes::UNKNOWN_STATUS)),
    }
}

fn title(item: &RawItem, markdown: &str, name: &str, note: &mut dyn FnMut(Finding)) -> String {
    let title = plain(&item.title);
    if title.is_empty() {
        let made = made_title(&app::markdown::plain_text(markdown));
        note(Finding::new(causes::TITLE_MADE, name, &*made));
        return made;
    }
    if item.title.split_whitespace().collect::<Vec<_>>().join(" ") != title && item.title.contains(['<', '&'])
    {
        note(Finding::new(causes::TITLE_MARKUP, name, &*item.title));
    }
    if title.chars().count() > LONGEST_TITLE {
        note(Finding::new(causes::TITLE_LONG, name, format!("{} tecken", title.chars().count())));
    }
    title
}

/// Tells of what an item has that has no place here.
fn tell(item: &RawItem, name: &str, library: &Library, note: &mut dyn FnMut(Finding)) {
    let mut found = |cause, detail: &str| note(Finding::new(cause, name, detail));
    let (slug, is_whole) = addresses::slug(item);
    if !is_whole && item.status == "publish" {
        found(causes::SLUG_MADE, &slug);
    }
    if item.is_sticky {
        found(causes::STICKY, "");
    }
    if item.comments.all > 0 {
        found(causes::COMMENTS, &item.comments.in_words());
    }
    let template = item.meta("_wp_page_template");
    if !template.is_empty() && template != "default" {
        found(causes::TEMPLATE, template);
    }
    if !library.has(&item.parent) {
        found(causes::PARENT_MISSING, &item.parent);
    } else if item.kind == "page" && !matches!(&*item.parent, "" | "0") {
        found(causes::PAGE_PARENT, &item.parent);
    }
    let mut own: HashSet<&str> = HashSet::new();
    for (key, _) in &item.meta {
        let is_own = !key.is_empty() && !key.starts_with('_') && !KNOWN_FIELDS.contains(&&**key);
        if is_own && own.insert(key) {
            found(causes::FIELD, key);
        }
    }
}

/// Fields whose names do not tell that they are WordPress's own.
const KNOWN_FIELDS: [&str; 8] = [
    "footnotes",
    "blogger_permalink",
    "blogger_blog",
    "blogger_author",
    "original_post_id",
    "jabber_published",
    "email_notification",
    "enclosure",
];

fn tell_of_repairs(item: &RawItem, repairs: &[Repair], name: &str, note: &mut dyn FnMut(Finding)) {
    for (damage, cause) in [(Damage::Control, causes::CONTROL), (Damage::Encoding, causes::BAD_BYTES)] {
        let lines: Vec<u64> =
            repairs.iter().filter(|repair| repair.damage == damage).map(|repair| repair.line).collect();
        if let Some(first) = lines.first() {
            note(Finding::new(cause, name, format!("{} st, den första på rad {first}", lines.len())));
        }
    }
    if is_double_encoded(&item.content) {
        note(Finding::new(causes::DOUBLE, name, ""));
    }
}

/// Whether a text shows at least twice what UTF-8 becomes when it is read as Windows-1252.
fn is_double_encoded(text: &str) -> bool {
    let pairs = text.chars().zip(text.chars().skip(1));
    let is_sign = |(one, other): &(char, char)| {
        (*one == 'Ã' && matches!(*other, '\u{80}'..='\u{bf}' | '…' | '„' | '–' | '‰'))
            || (*one == 'â' && *other == '€')
    };
    pairs.filter(is_sign).take(2).count() == 2
}

/// Tells of what a file of the media library lacks.
pub(super) fn part_findings(item: &RawItem, library: &Library) -> Vec<Finding> {
    if item.kind != "attachment" {
        return Vec::new();
    }
    let name = name(item);
    let mut findings = Vec::new();
    if item.attachment_url.is_empty() {
        findings.push(Finding::new(causes::NO_FILE, &*name, item.meta("_wp_attached_file")));
    }
    if !library.has(&item.parent) {
        findings.push(Finding::new(causes::PARENT_MISSING, &*name, &*item.parent));
    }
    findings
}
