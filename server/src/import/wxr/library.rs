//! What the first pass keeps of an export, for the second: files, reusable blocks, names. Never the posts themselves.

use std::collections::{HashMap, HashSet};

use app::import::{Finding, OldAddress};

use super::causes;
use super::export::Element;
use super::raw_item::RawItem;

/// The most text that reusable blocks may have together, in bytes.
const MOST_BLOCKS: usize = 8 * 1024 * 1024;

/// What is known of a site.
#[derive(Debug, Default)]
pub(super) struct Library {
    /// The site's address.
    pub(super) site: String,
    /// The ids of all items.
    ids: HashSet<String>,
    attachments: HashMap<String, Attachment>,
    /// Ids of attachments by the item that they belong to, in the file's order.
    children: HashMap<String, Vec<String>>,
    /// Ids of attachments by [`file_key`].
    by_file: HashMap<String, String>,
    blocks: HashMap<String, String>,
    blocks_size: usize,
    /// Names by login, in lower case.
    authors: HashMap<String, String>,
    categories: HashMap<String, Category>,
    addresses: HashMap<String, String>,
    /// What is to report about the file as a whole.
    pub(super) findings: Vec<Finding>,
}

/// A file of the media library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attachment {
    pub(super) url: String,
    pub(super) alt: String,
    pub(super) caption: String,
    pub(super) title: String,
}

#[derive(Debug)]
struct Category {
    name: String,
    parent: String,
}

impl Library {
    /// Takes an element that describes the site.
    pub(super) fn add_site(&mut self, element: &Element) {
        match &*element.name {
            "wp:base_blog_url" => self.site = without_slash(&element.text),
            "link" | "wp:base_site_url" if self.site.is_empty() => self.site = without_slash(&element.text),
            "wp:author" => self.add_author(element),
            "wp:category" => {
                let name = plain(element.child("wp:cat_name"));
                let parent = element.child("wp:category_parent").to_owned();
                self.categories
                    .insert(element.child("wp:category_nicename").to_owned(), Category { name, parent });
            }
            _ => {}
        }
    }

    fn add_author(&mut self, element: &Element) {
        let login = element.child("wp:author_login");
        if login.is_empty() {
            self.findings.push(Finding::new(causes::EMPTY_AUTHOR, "", ""));
            return;
        }
        let name = plain(element.child("wp:author_display_name"));
        let name = if name.is_empty() { login.to_owned() } else { name };
        let address = element.child("wp:author_email").to_lowercase();
        if !address.is_empty()
            && let Some(other) = self.addresses.insert(address, login.to_owned())
            && other != login
        {
            self.findings.push(Finding::new(causes::SHARED_ADDRESS, "", format!("{other} och {login}")));
        }
        self.authors.insert(login.to_lowercase(), name);
    }

    /// Takes what other items need of an item.
    pub(super) fn add_item(&mut self, item: &RawItem) {
        self.ids.insert(item.key().to_owned());
        match &*item.kind {
            "attachment" => self.add_attachment(item),
            "wp_block" if self.blocks_size + item.content.len() <= MOST_BLOCKS => {
                self.blocks_size += item.content.len();
                self.blocks.insert(item.id.clone(), item.content.clone());
            }
            _ => {}
        }
    }

    fn add_attachment(&mut self, item: &RawItem) {
        let file = item.meta("_wp_attached_file");
        let url = match (&*item.attachment_url, file) {
            ("", "") if super::super::html::is_picture(&item.guid) => item.guid.clone(),
            ("", "") => String::new(),
            ("", file) => format!("{}/wp-content/uploads/{file}", self.site),
            (url, _) => url.to_owned(),
        };
        if let Some(key) = file_key(&url) {
            self.by_file.insert(key, item.id.clone());
        }
        self.children.entry(item.parent.clone()).or_default().push(item.id.clone());
        let attachment = Attachment {
            url,
            alt: plain(item.meta("_wp_attachment_image_alt")),
            caption: plain(&item.excerpt),
            title: plain(&item.title),
        };
        self.attachments.insert(item.id.clone(), attachment);
    }

    /// Notes what only the whole file tells, after the first pass.
    pub(super) fn finish(&mut self) {
        self.addresses.clear();
        for category in self.categories.values() {
            if !category.parent.is_empty() && !self.categories.contains_key(&category.parent) {
                let detail = format!("{}: {}", category.name, category.parent);
                self.findings.push(Finding::new(causes::CATEGORY_PARENT, "", detail));
            }
        }
        self.findings.sort_by(|one, other| (one.cause, &one.detail).cmp(&(other.cause, &other.detail)));
    }

    /// Whether an item of the file has an id. Nought is nobody's.
    pub(super) fn has(&self, id: &str) -> bool {
        id.is_empty() || id == "0" || self.ids.contains(id)
    }

    pub(super) fn attachment(&self, id: &str) -> Option<&Attachment> {
        self.attachments.get(id)
    }

    /// Returns the files that belong to an item.
    pub(super) fn attachments_of(&self, id: &str) -> impl Iterator<Item = &Attachment> {
        self.children.get(id).into_iter().flatten().filter_map(|id| self.attachments.get(id))
    }

    /// Returns the file at an address, whichever of its sizes the address names.
    pub(super) fn attachment_at(&self, address: &str) -> Option<&Attachment> {
        self.by_file.get(&file_key(address)?).and_then(|id| self.attachments.get(id))
    }

    /// Returns the content of a reusable block.
    pub(super) fn block(&self, id: &str) -> Option<&str> {
        self.blocks.get(id).map(String::as_str)
    }

    /// Returns the name of a person by login.
    pub(super) fn author(&self, login: &str) -> Option<&str> {
        self.authors.get(&login.to_lowercase()).map(String::as_str)
    }

    /// Returns the name of a category. Where two of different places share one, the place is part of it.
    pub(super) fn category(&self, slug: &str, name: &str) -> String {
        let name = plain(name);
        let Some(category) = self.categories.get(slug) else { return name };
        let is_shared = self.categories.iter().any(|(other, known)| {
            other != slug
                && known.name.to_lowercase() == category.name.to_lowercase()
                && known.parent != category.parent
        });
        match self.categories.get(&category.parent) {
            Some(parent) if is_shared => format!("{} ({})", category.name, parent.name),
            _ => category.name.clone(),
        }
    }
}

/// Returns the plain text of a field that may hold entities and tags, once more encoded than XML asks for.
pub(super) fn plain(text: &str) -> String {
    super::super::html::plain_text(text)
}

fn without_slash(address: &str) -> String {
    address.trim().trim_end_matches('/').to_owned()
}

/// Returns the path of a file without what WordPress adds to the names of its sizes.
fn file_key(address: &str) -> Option<String> {
    let whole = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let path = OldAddress::parse(&unproxied(&whole))?.path;
    let (stem, extension) = path.rsplit_once('.')?;
    let is_size = |size: &str| {
        let is_number = |side: &str| !side.is_empty() && side.bytes().all(|digit| digit.is_ascii_digit());
        size.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height))
    };
    let stem = match stem.rsplit_once('-') {
        Some((stem, "scaled" | "rotated")) => stem,
        Some((stem, size)) if is_size(size) => stem,
        _ => stem,
    };
    Some(format!("{stem}.{extension}").to_lowercase())
}

/// Returns the address of a picture itself, for one that a service of WordPress passes on in another size.
pub(super) fn unproxied(address: &str) -> String {
    let Some((_, rest)) = address.split_once("//") else { return address.to_owned() };
    match rest.split_once('/') {
        Some(("i0.wp.com" | "i1.wp.com" | "i2.wp.com" | "i3.wp.com", inner)) => {
            format!("https://{}", inner.split(['?', '#']).next().unwrap_or_default())
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{file_key, unproxied};

    #[test]
    fn a_file_is_the_same_in_every_size_and_spelling() {
        for address in [
            "https://a.example/wp-content/uploads/2020/12/B.jpg",
            "//a.example/wp-content/uploads/2020/12/b-1024x683.jpg?w=3",
            "https://i0.wp.com/a.example/wp-content/uploads/2020/12/b.jpg?resize=300%2C200",
            "https://a.example/wp-content/uploads/2020/12/b-scaled.jpg",
        ] {
            assert_eq!(file_key(address).as_deref(), Some("/wp-content/uploads/2020/12/b.jpg"), "{address}");
        }
        assert_eq!(unproxied("https://a.example/i0.wp.com/b.jpg"), "https://a.example/i0.wp.com/b.jpg");
    }
}
