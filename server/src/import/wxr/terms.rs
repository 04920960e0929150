//! Categories and tags, which are both tags here.

use app::import::Finding;

use super::causes;
use super::library::{Library, plain};
use super::raw_item::RawItem;

/// Slugs of the category that WordPress gives to whatever has none.
const NO_CATEGORY: [&str; 3] = ["uncategorized", "okategoriserad", "okategoriserade"];

/// Returns the names of an item's tags: its categories, then its tags. Tells of other ways in which it was sorted.
pub(super) fn tags(
    item: &RawItem,
    name: &str,
    library: &Library,
    note: &mut dyn FnMut(Finding),
) -> Vec<String> {
    let mut tags = Vec::new();
    for term in &item.terms {
        match &*term.domain {
            // Without a domain it is a category of an old export.
            "category" | "" if NO_CATEGORY.contains(&&*term.slug) => {}
            "category" | "" => tags.push(library.category(&term.slug, &term.name)),
            _ => {}
        }
    }
    for term in &item.terms {
        match &*term.domain {
            "post_tag" | "tag" => tags.push(plain(&term.name)),
            // Sorted above, or what WordPress keeps beside the terms of its own.
            "category" | "" | "author" | "post_format" | "nav_menu" | "wp_theme" | "language"
            | "post_translations" => {}
            own => note(Finding::new(causes::TAXONOMY, name, format!("{own}: {}", plain(&term.name)))),
        }
    }
    tags.retain(|tag| !tag.is_empty());
    tags
}
