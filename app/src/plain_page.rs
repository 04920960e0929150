//! Plain pages, such as "Om".

use leptos::prelude::*;

use crate::blog::load_post;
use crate::error::AppError;
use crate::paths;
use crate::posts::PostKind;
use crate::safety::HelpBox;
use crate::state::AppState;
use crate::ui::{Document, Prose};

/// Renders `/{slug}`.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such page.
pub(crate) async fn plain_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    let page = load_post(state, &[PostKind::Page], slug).await?;
    let lang = page.head.language.lang();
    let on_safe_surfing = paths::page(slug) == paths::SAFE_SURFING;
    let view = view! {
        <div class="wrap page">
            <article class="post column">
                <header><h1 lang=lang dir="auto">{page.head.title}</h1></header>
                <Prose html=page.body_html lang/>
                <footer><HelpBox help=page.help on_safe_surfing/></footer>
            </article>
        </div>
    };
    Ok(Document::new(page.page_title, page.description, view))
}
