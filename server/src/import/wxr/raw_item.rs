//! An item of an export as it stands there. Each of its parts may be missing.

use super::export::Element;

/// An item: a post, a page, a file, a menu's entry.
#[derive(Debug, Default)]
pub(super) struct RawItem {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) link: String,
    pub(super) guid: String,
    pub(super) pub_date: String,
    pub(super) creator: String,
    pub(super) content: String,
    pub(super) excerpt: String,
    pub(super) name: String,
    pub(super) status: String,
    pub(super) kind: String,
    pub(super) parent: String,
    pub(super) date: String,
    pub(super) date_gmt: String,
    pub(super) modified: String,
    pub(super) modified_gmt: String,
    /// Whether it has a password, which itself is never kept.
    pub(super) has_password: bool,
    pub(super) is_sticky: bool,
    pub(super) attachment_url: String,
    pub(super) terms: Vec<Term>,
    pub(super) meta: Vec<(String, String)>,
    pub(super) comments: Comments,
}

/// A category, tag or another term of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) domain: String,
    pub(super) slug: String,
    pub(super) name: String,
}

/// How many comments an item has. They themselves are never kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Comments {
    pub(super) all: u64,
    /// Notices of other blogs.
    pub(super) pings: u64,
    /// Waiting for approval, or spam.
    pub(super) unapproved: u64,
    pub(super) binned: u64,
    pub(super) undated: u64,
}

/// The longest value of a field of one's own that is kept, in bytes: none that the import reads is longer.
const LONGEST_META: usize = 200_000;
/// How many fields of one's own an item may have.
const MOST_META: usize = 2000;

impl RawItem {
    /// Takes a part of it.
    pub(super) fn take(&mut self, part: Element) {
        let text = || part.text.trim().to_owned();
        match &*part.name {
            "wp:post_id" => self.id = text(),
            "title" => self.title = text(),
            "link" => self.link = text(),
            "guid" => self.guid = text(),
            "pubDate" => self.pub_date = text(),
            "dc:creator" => self.creator = text(),
            "content:encoded" => self.content = part.text,
            "excerpt:encoded" => self.excerpt = part.text,
            "wp:post_name" => self.name = text(),
            "wp:status" => self.status = text(),
            "wp:post_type" => self.kind = text(),
            "wp:post_parent" => self.parent = text(),
            "wp:post_date" => self.date = text(),
            "wp:post_date_gmt" => self.date_gmt = text(),
            "wp:post_modified" => self.modified = text(),
            "wp:post_modified_gmt" => self.modified_gmt = text(),
            "wp:post_password" => self.has_password = !part.text.is_empty(),
            "wp:is_sticky" => self.is_sticky = part.text.trim() == "1",
            "wp:attachment_url" => self.attachment_url = text(),
            "category" => self.terms.push(Term {
                domain: part.attribute("domain").to_owned(),
                slug: part.attribute("nicename").to_owned(),
                name: text(),
            }),
            "wp:postmeta" => {
                let (key, value) = (part.child("wp:meta_key"), part.child("wp:meta_value"));
                if self.meta.len() < MOST_META && value.len() <= LONGEST_META {
                    self.meta.push((key.to_owned(), value.to_owned()));
                }
            }
            "wp:comment" => self.comments.add(&part),
            _ => {}
        }
    }

    /// Returns the first value of a field; empty without one.
    pub(super) fn meta(&self, key: &str) -> &str {
        self.meta.iter().find(|(known, _)| known == key).map(|(_, value)| &**value).unwrap_or_default()
    }

    /// Returns all values of a field.
    pub(super) fn metas<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.meta.iter().filter(move |(known, _)| known == key).map(|(_, value)| &**value)
    }

    /// Returns its id. Its address stands for it where there is none.
    pub(super) fn key(&self) -> &str {
        [&self.id, &self.guid, &self.link]
            .into_iter()
            .find(|key| !key.is_empty())
            .map(|key| &**key)
            .unwrap_or_default()
    }
}

impl Comments {
    fn add(&mut self, comment: &Element) {
        self.all += 1;
        self.undated += u64::from(comment.child("wp:comment_date").starts_with(['0', '-']));
        match (comment.child("wp:comment_type"), comment.child("wp:comment_approved")) {
            ("pingback" | "trackback", _) => self.pings += 1,
            (_, "trash" | "post-trashed") => self.binned += 1,
            (_, "1" | "approved") => {}
            _ => self.unapproved += 1,
        }
    }

    /// Returns the numbers in words.
    pub(super) fn in_words(self) -> String {
        let mut words =
            if self.all == 1 { "1 kommentar".to_owned() } else { format!("{} kommentarer", self.all) };
        for (count, what) in [
            (self.pings, "från andra bloggar"),
            (self.unapproved, "ej godkända"),
            (self.binned, "i papperskorgen"),
            (self.undated, "utan datum"),
        ] {
            if count > 0 {
                words.extend([", ", &count.to_string(), " ", what]);
            }
        }
        words
    }
}
