//! The text of an item.

use app::import::{Cause, Link, Resolver};

use super::super::html::{self, Breaks, Converted, Options};
use super::library::{Library, unproxied};
use super::raw_item::RawItem;
use super::{blocks, shortcodes};

/// Converts the text of an item.
pub(super) fn convert(item: &RawItem, library: &Library, resolver: &mut dyn Resolver) -> Converted {
    let mut resolver = Unproxied(resolver);
    let (html, breaks) = if blocks::has_blocks(&item.content) {
        (blocks::html(&item.content, item.meta("footnotes"), library, &mut resolver), Breaks::Ignored)
    } else {
        (item.content.clone(), Breaks::Kept)
    };
    let html = shortcodes::html(&html, item.key(), library, &mut resolver);
    let alt_of = |address: &str| library.attachment_at(address).map(|attachment| attachment.alt.clone());
    html::to_markdown(&html, Options { breaks, alt_of: Some(&alt_of) }, &mut resolver)
}

/// Asks for pictures by their own addresses.
struct Unproxied<'a>(&'a mut dyn Resolver);

impl Resolver for Unproxied<'_> {
    fn link(&mut self, address: &str) -> Link {
        self.0.link(address)
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str) -> Option<String> {
        self.0.picture(&unproxied(address), alt, caption)
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.0.note(cause, detail);
    }
}
