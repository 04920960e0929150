//! Who wrote an item.

use app::import::Finding;

use super::causes;
use super::library::{Library, plain};
use super::raw_item::RawItem;

/// Returns the names of those who wrote an item, each once, and tells what was uncertain.
pub(super) fn authors(
    item: &RawItem,
    name: &str,
    library: &Library,
    note: &mut dyn FnMut(Finding),
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: String| {
        let is_new =
            !name.is_empty() && !names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        if is_new {
            names.push(name);
        }
        is_new
    };
    if item.creator.is_empty() {
        note(Finding::new(causes::NO_AUTHOR, name, ""));
    } else if let Some(known) = library.author(&item.creator) {
        add(known.to_owned());
    } else {
        note(Finding::new(causes::UNKNOWN_AUTHOR, name, &*item.creator));
        add(plain(&item.creator));
    }
    // Co-authors are kept as terms.
    for term in item.terms.iter().filter(|term| term.domain == "author") {
        let login = term.slug.strip_prefix("cap-").unwrap_or(&term.slug);
        let known = library.author(login).or_else(|| library.author(&term.name));
        let extra = known.map_or_else(|| plain(&term.name), str::to_owned);
        if add(extra.clone()) {
            note(Finding::new(causes::EXTRA_AUTHOR, name, extra));
        }
    }
    names
}
