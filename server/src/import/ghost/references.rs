//! Where links of Ghost's texts lead.

use app::import::{Cause, Link, Links, OldAddress, References, Resolver};

use super::causes;

/// Where Ghost keeps pictures and files.
const FILES: &str = "/content/";

/// Whether an address opens a page for members.
pub(super) fn is_portal(address: &str) -> bool {
    address.contains("#/portal")
}

/// The [`Resolver`] of a post: as that of any item, but for links to what only Ghost has.
#[derive(Debug)]
pub(super) struct GhostReferences<'a> {
    pub(super) of_item: References<'a>,
    pub(super) links: &'a Links,
}

impl Resolver for GhostReferences<'_> {
    fn link(&mut self, address: &str) -> Link {
        let address = address.trim();
        if is_portal(address) {
            self.note(causes::PORTAL, address);
            return Link::Nowhere;
        }
        if address.starts_with(FILES) {
            self.note(causes::FILE, address);
            return Link::Nowhere;
        }
        let is_known = |old| self.links.path_at(&old).is_some();
        if address.starts_with('/') && !OldAddress::parse(address).is_some_and(is_known) {
            self.note(causes::NO_PAGE, address);
        }
        self.of_item.link(address)
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str) -> Option<String> {
        self.of_item.picture(address, alt, caption)
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.of_item.note(cause, detail);
    }
}
