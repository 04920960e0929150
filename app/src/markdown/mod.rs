//! Renders the Markdown that staff write to the HTML that readers get: one renderer for posts, pages, voices and the
//! calendar's own block.
//!
//! A text is parsed into events (`parse`), each step changes one thing about them, and the HTML is sanitised last. HTML
//! that a writer types is shown as text.

mod blocks;
mod contents;
mod english;
mod escape;
mod footnotes;
mod headings;
mod links;
mod parse;
mod phone;
mod pictures;
mod plain_text;
mod quotation;
mod quotes;
mod rerender;
mod sanitise;
mod store;
mod tables;
mod typography;
mod words;

#[cfg(test)]
mod cases_tests;
#[cfg(test)]
mod tests;

pub(crate) use blocks::{BlockKind, blocks};
pub use contents::sections;
pub(crate) use escape::escaped;
pub(crate) use headings::lower_headings;
pub(crate) use links::without_hidden_words;
pub use parse::parse;
pub(crate) use phone::malformed_numbers;
pub(crate) use pictures::is_local;
pub use plain_text::{beginning, plain_text, word_count};
pub(crate) use quotation::quotation;
pub(crate) use quotes::unsourced_quotations;
pub use rerender::{RenderedState, rendered_state, rerender, rerender_outdated};
pub(crate) use sanitise::in_pieces;
pub(crate) use words::words;

/// Version of the renderer. Increase it whenever the same text comes out differently: then texts that were saved earlier
/// are rendered again at the next start.
pub const VERSION: i64 = 4;

/// Renders Markdown to HTML that holds nothing executable and fits under the page's own first heading.
///
/// It is `CommonMark` with tables, footnotes and strikethrough (`~~`). Beyond that: a picture alone in its paragraph with
/// a title is a figure with that caption; a quotation whose last paragraph begins with a dash names its source;
/// telephone numbers can be rung; spaces and long words follow Swedish typography; English terms of the field are
/// marked as English.
pub fn to_html(markdown: &str) -> String {
    let events = contents::mark_sections(headings::fit_levels(parse(markdown)), markdown);
    let events = pictures::make_figures(events);
    let events = quotes::make_figures(events);
    let events = tables::render(events);
    let events = footnotes::collect(events, markdown);
    let events = phone::link_numbers(events);
    let events = typography::apply(events);
    let events = english::mark_terms(events);
    let events = links::mark_external(events);
    let events = pictures::render_sized(events);
    let mut html = String::with_capacity(markdown.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    sanitise::clean(&html)
}
