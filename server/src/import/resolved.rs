//! Markdown that comes as Markdown.

use app::import::{Change, Link, Part, Resolver, rewrite};

/// Returns a text whose links and pictures lead to where they are now.
pub(super) fn resolved(markdown: &str, resolver: &mut dyn Resolver) -> String {
    rewrite(markdown, &mut |part| match part {
        Part::Link { is_wiki: true, .. } | Part::HtmlBlock(_) | Part::HtmlTag(_) => Change::Keep,
        Part::Link { address, .. } => match resolver.link(address) {
            Link::To(to) if to == address => Change::Keep,
            Link::To(to) => Change::Address(to),
            Link::Nowhere => Change::Words,
        },
        Part::Picture { address, alt, caption, .. } => {
            resolver.picture(address, alt, caption).map_or(Change::Words, Change::Address)
        }
    })
}
