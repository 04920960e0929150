//! The page with advice on leaving no traces, for sites that have not written their own.
//!
//! Every sensitive text links to it, and nearly all of it is about what the program does, so the program can say it.

use leptos::prelude::*;

use crate::blog::contents;
use crate::error::AppError;
use crate::language::Language;
use crate::page_metadata::{PageKind, set_page_kind};
use crate::safety::{HelpBox, load_help};
use crate::state::AppState;
use crate::ui::{Document, Prose};
use crate::{markdown, site};

const TITLE: &str = "Surfa säkert";
const TEXT: &str = include_str!("safe_surfing.md");

/// Renders the page.
pub(super) async fn safe_surfing_page(state: &AppState) -> Result<Document, AppError> {
    let help = load_help(state).await?;
    let html = markdown::to_html(TEXT);
    let view = view! {
        <div class="wrap page">
            <article class="post column">
                <header><h1>{TITLE}</h1></header>
                {contents(&html, Language::default())}
                <Prose html lang=None/>
                <footer><HelpBox help=Some(help) language=Language::default() on_safe_surfing=true/></footer>
            </article>
        </div>
    };
    set_page_kind(PageKind::Sensitive);
    Ok(Document::new(site::safe_title(state).await?, String::new(), view))
}
