//! What front matter says, whichever program's habits it follows: Hugo, Jekyll, Eleventy, Zola, Obsidian.

use app::import::{DraftReason, ItemDates, ItemStatus, SourceDate};

use super::value::{Fields, Value};
use crate::import::dates;

/// What front matter says of a text.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) title: Option<String>,
    pub(super) slug: Option<String>,
    pub(super) summary: String,
    pub(super) status: ItemStatus,
    pub(super) dates: ItemDates,
    pub(super) is_page: bool,
    pub(super) language: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) authors: Vec<String>,
    /// Old addresses, with or without their first slash.
    pub(super) addresses: Vec<String>,
    /// Address, words and caption of the lead picture.
    pub(super) cover: Option<(String, String, String)>,
    /// Dates that cannot be read.
    pub(super) bad_dates: Vec<String>,
    /// Keys that mean nothing here.
    pub(super) unknown: Vec<String>,
    /// The day from which it was not to be read any more.
    pub(super) expires: Option<String>,
}

impl Meta {
    /// Reads the fields in their order: of two that mean the same, the first counts.
    pub(super) fn read(fields: &Fields) -> Self {
        let mut meta = Self::default();
        // Hugo publishes at this date, whatever the other says.
        let mut release = None;
        for (key, value) in fields {
            match &*key.to_lowercase() {
                "title" => meta.title = meta.title.or_else(|| text(value)),
                "slug" => meta.slug = meta.slug.or_else(|| text(value)),
                "description" | "summary" | "excerpt" | "lead" | "ingress" if meta.summary.is_empty() => {
                    meta.summary = text(value).unwrap_or_default();
                }
                "date" => meta.dates.published = meta.dates.published.or(meta.bad_dates.date(value)),
                "publishdate" | "publish_date" | "pubdate" | "published_at" => {
                    release = meta.bad_dates.date(value);
                }
                "lastmod" | "updated" | "modified" | "last_modified_at" | "updated_at" => {
                    meta.dates.modified = meta.dates.modified.or(meta.bad_dates.date(value));
                }
                "created" | "created_at" => {
                    meta.dates.created = meta.dates.created.or(meta.bad_dates.date(value));
                }
                "draft" if value.is_yes() == Some(true) => {
                    meta.status = ItemStatus::Draft(DraftReason::Draft);
                }
                "draft" | "private" if value.is_yes() == Some(false) => {}
                "private" => meta.status = ItemStatus::Draft(DraftReason::Private),
                "published" | "publish" => match value.is_yes() {
                    Some(false) => meta.status = ItemStatus::Draft(DraftReason::Draft),
                    Some(true) => {}
                    // Jekyll has a yes or no here, other programs a date.
                    None => meta.dates.published = meta.dates.published.or(meta.bad_dates.date(value)),
                },
                "status" => meta.status = status(value).unwrap_or(meta.status),
                "password" => meta.status = ItemStatus::Draft(DraftReason::Password),
                "expirydate" | "expires" => meta.expires = text(value),
                "type" | "layout" if value.text() == Some("page") => meta.is_page = true,
                "lang" | "language" => meta.language = text(value),
                "tags" | "tag" | "categories" | "category" => meta.tags.extend(value.texts()),
                "taxonomies" => {
                    for name in ["tags", "categories"] {
                        meta.tags.extend(value.field(name).map(Value::texts).unwrap_or_default());
                    }
                }
                "author" | "authors" => meta.authors.extend(authors(value)),
                "permalink" | "url" => meta.addresses.extend(text(value)),
                "aliases" | "redirect_from" | "alias" => meta.addresses.extend(lists(value)),
                "cover" | "image" | "featured_image" | "feature_image" | "thumbnail" | "banner" => {
                    meta.cover = meta.cover.or_else(|| cover(value));
                }
                _ => meta.unknown.push(key.clone()),
            }
        }
        meta.dates.published = release.or(meta.dates.published);
        meta
    }
}

/// The dates that could not be read.
trait BadDates {
    fn date(&mut self, value: &Value) -> Option<SourceDate>;
}

impl BadDates for Vec<String> {
    fn date(&mut self, value: &Value) -> Option<SourceDate> {
        let text = value.text()?;
        let date = dates::parse(text);
        if date.is_none() {
            self.push(text.to_owned());
        }
        date
    }
}

fn text(value: &Value) -> Option<String> {
    value.text().map(str::to_owned)
}

/// Returns the texts of a list, or one text with its commas: addresses may hold them.
fn lists(value: &Value) -> Vec<String> {
    match value {
        Value::List(_) => value.texts(),
        _ => text(value).into_iter().collect(),
    }
}

fn authors(value: &Value) -> Vec<String> {
    let name = |value: &Value| value.field("name").and_then(text).or_else(|| text(value));
    match value {
        Value::List(values) => values.iter().filter_map(name).collect(),
        _ => name(value).into_iter().collect(),
    }
}

fn cover(value: &Value) -> Option<(String, String, String)> {
    let field = |names: &[&str]| names.iter().find_map(|name| value.field(name).and_then(text));
    match value {
        Value::Table(_) => {
            let address = field(&["image", "src", "url", "path"])?;
            Some((address, field(&["alt"]).unwrap_or_default(), field(&["caption"]).unwrap_or_default()))
        }
        _ => {
            // Obsidian writes `[[omslag.png]]`, which YAML reads as a list within a list.
            let address = text(value)?;
            let address = address.trim_start_matches("[[").trim_end_matches("]]");
            Some((address.to_owned(), String::new(), String::new()))
        }
    }
}

/// Reads a status in a word. Only "published" is public; a word that nobody knows is none.
fn status(value: &Value) -> Option<ItemStatus> {
    Some(match &*value.text()?.to_lowercase() {
        "publish" | "published" | "public" | "publicerad" => ItemStatus::Public,
        "private" | "privat" => ItemStatus::Draft(DraftReason::Private),
        "pending" => ItemStatus::Draft(DraftReason::Pending),
        "future" | "scheduled" => ItemStatus::Scheduled,
        _ => ItemStatus::Draft(DraftReason::Draft),
    })
}

#[cfg(test)]
mod tests {
    use super::super::front_matter::{Front, split};
    use super::*;

    fn meta(front_matter: &str) -> Meta {
        match split(&format!("---\n{front_matter}\n---\n")).0 {
            Front::Fields(fields, _) => Meta::read(&fields),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_program_says_it_in_its_own_way() {
        let jekyll = meta(
            "title: A\ntags: ett, två\ncategories: [hem]\npermalink: /a.html\nredirect_from:\n - /b/\nauthor: Bo",
        );
        assert_eq!(jekyll.tags, ["ett", "två", "hem"]);
        assert_eq!(
            (jekyll.addresses, jekyll.authors),
            (vec!["/a.html".into(), "/b/".into()], vec!["Bo".to_owned()])
        );
        let hugo = meta(
            "date: 2020-01-01\npublishDate: 2031-01-01\ncover:\n  image: a.png\n  alt: En bro\nweight: 3",
        );
        assert_eq!(hugo.dates.published.map(|date| date.day().year()), Some(2031));
        assert_eq!(hugo.cover, Some(("a.png".into(), "En bro".into(), String::new())));
        assert_eq!(hugo.unknown, ["weight"]);
    }

    #[test]
    fn only_a_clear_yes_makes_a_draft_and_only_published_is_public() {
        assert_eq!(meta("draft: \"false\"").status, ItemStatus::Unsaid);
        assert_eq!(meta("draft: true").status, ItemStatus::Draft(DraftReason::Draft));
        assert_eq!(meta("published: false").status, ItemStatus::Draft(DraftReason::Draft));
        assert_eq!(meta("status: publish").status, ItemStatus::Public);
        assert_eq!(meta("status: granskas").status, ItemStatus::Draft(DraftReason::Draft));
        assert_eq!(meta("date: 2021-02-30").bad_dates, ["2021-02-30"]);
    }
}
