//! What a page says about itself in the document's `<head>`.
//!
//! Search engines and other sites that show a link read it; people and the client do not. So a page adds it to the
//! [`MetadataCollector`] while the server renders its body, and [`shell`](crate::shell) writes it into the head,
//! which the client never hydrates.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::use_context;

use crate::time::UnixMillis;

/// Collects the metadata of the page being rendered; given to its components as context. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct MetadataCollector(Arc<Mutex<PageMetadata>>);

/// The metadata of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageMetadata {
    /// The page's own title, without the site's name; empty for the start page.
    pub title: String,
    /// One or two sentences; empty for none.
    pub description: String,
    /// The content of `<meta name="robots">`, such as `noindex`; empty when search engines may do everything.
    pub robots: String,
    /// Decides which Open Graph and schema.org data the head holds; none for a page that is only a page.
    pub kind: Option<PageKind>,
    /// The picture that a visitor sees first, if there is one.
    pub lead_picture: Option<LeadPicture>,
    /// The address of a style sheet of the page's own; empty for none.
    pub style: String,
    /// The same text in other languages, its own among them; empty for a page in one language.
    pub alternates: Vec<Alternate>,
}

/// A page that tells the same in some language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternate {
    /// A BCP 47 tag; `x-default` for the one that is for everybody else.
    pub language: &'static str,
    /// Where it is, from the first slash.
    pub path: String,
}

/// The id of the element of a page's [`LeadPicture`], of which a page has one at most.
pub(crate) const LEAD_PICTURE: &str = "forsta-bilden";

/// The picture that a visitor sees first, which the browser may fetch before it knows the style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadPicture {
    /// The attribute `srcset` of its element.
    pub srcset: String,
    /// The attribute `sizes` of its element.
    pub sizes: &'static str,
}

/// What a page shows, for those who make a preview of its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    /// The start page, which stands for the whole site.
    Site,
    /// A published text.
    Text(TextMetadata),
    /// An edition of the calendar.
    Edition {
        /// The opening of the first door.
        first: UnixMillis,
        /// The opening of the last door.
        last: UnixMillis,
    },
    /// An open door; holds its social image.
    Door(SocialImage),
    /// A sensitive text or its door: previews get the neutral title and nothing else.
    Sensitive,
}

/// The metadata of a published text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMetadata {
    /// Its language, as a BCP 47 tag.
    pub language: &'static str,
    /// The author's name; empty for the organisation itself.
    pub author: String,
    /// When it became public.
    pub published: UnixMillis,
    /// When readers last saw it change.
    pub changed: UnixMillis,
    /// Its social image, if it has one.
    pub image: Option<SocialImage>,
    /// The names of its tags.
    pub tags: Vec<String>,
}

/// The image that other sites show beside a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocialImage {
    /// Where the server draws it, from the first slash.
    pub path: String,
    /// What its picture shows; empty where there is none but the title.
    pub alt: String,
}

impl MetadataCollector {
    /// Returns what the page has added so far: everything, once its body is rendered.
    pub fn collected(&self) -> PageMetadata {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn update(&self, update: impl FnOnce(&mut PageMetadata)) {
        update(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Sets the kind of the page being rendered.
pub(crate) fn set_page_kind(kind: PageKind) {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| metadata.kind = Some(kind));
    }
}

/// Sets the picture that a visitor of the page being rendered sees first, and returns whether it is that one: the first that
/// says so. Its element has the id [`LEAD_PICTURE`].
pub(crate) fn set_lead_picture(picture: LeadPicture) -> bool {
    let Some(collector) = use_context::<MetadataCollector>() else { return false };
    let mut is_first = false;
    collector.update(|metadata| {
        is_first = metadata.lead_picture.is_none();
        metadata.lead_picture.get_or_insert(picture);
    });
    is_first
}

/// Adds a style sheet of its own to the page being rendered.
pub(crate) fn set_page_style(address: &str) {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| address.clone_into(&mut metadata.style));
    }
}

/// Sets the pages that tell the same in other languages as the page being rendered.
pub(crate) fn set_page_alternates(alternates: Vec<Alternate>) {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| metadata.alternates = alternates);
    }
}

/// Sets the description of the page being rendered, which its view does not know.
pub(crate) fn set_page_description(description: &str) {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| description.clone_into(&mut metadata.description));
    }
}

/// Keeps the page being rendered out of search engines.
pub(crate) fn set_page_noindex() {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| "noindex".clone_into(&mut metadata.robots));
    }
}

/// Sets the title, description and robots directive of the page being rendered. An empty description or directive changes
/// nothing.
pub(crate) fn set_page_meta(title: &str, description: &str, robots: &str) {
    if let Some(collector) = use_context::<MetadataCollector>() {
        collector.update(|metadata| {
            title.clone_into(&mut metadata.title);
            if !description.is_empty() {
                description.clone_into(&mut metadata.description);
            }
            if !robots.is_empty() {
                robots.clone_into(&mut metadata.robots);
            }
        });
    }
}
