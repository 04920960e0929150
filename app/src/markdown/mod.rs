//! From the Markdown that staff write to the HTML that readers get: one renderer for posts, pages, voices and the
//! calendar's own block.
//!
//! A text is read into events (`source`), each step changes one thing about them, and what is written out is
//! sanitised last. Whatever a writer types as HTML is text.

mod headings;
mod links;
mod notes;
mod phone;
mod pictures;
mod plain;
mod quotes;
mod refresh;
mod sanitise;
mod source;
mod store;
mod tables;
mod typography;

#[cfg(test)]
mod tests;

pub(crate) use phone::unlinked as unlinked_numbers;
pub(crate) use pictures::is_local;
pub use plain::{plain_text, word_count};
pub(crate) use quotes::unsourced;
pub use refresh::refresh;
pub(crate) use source::read;

/// Grows whenever the same text comes out differently, so that texts saved earlier are rendered again.
pub const VERSION: i64 = 2;

/// Renders Markdown to HTML that holds nothing executable and fits under the page's own first heading.
///
/// It is `CommonMark` with tables, footnotes and strikethrough. Beyond that: a picture alone in its paragraph with
/// a title is a figure with that caption; a quotation whose last paragraph begins with a dash names its source;
/// telephone numbers can be rung; spaces and long words follow Swedish typography.
pub fn to_html(markdown: &str) -> String {
    let events = headings::fit(source::read(markdown));
    let events = pictures::place(events);
    let events = quotes::name_sources(events);
    let events = tables::frame(events);
    let events = notes::gather(events, markdown);
    let events = phone::link(events);
    let events = typography::set(events);
    let events = links::mark(events);
    let events = pictures::write_sized(events);
    let mut html = String::with_capacity(markdown.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    sanitise::clean(&html)
}
