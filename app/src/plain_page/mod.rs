//! Plain pages, such as "Om".

mod safe_surfing;

use leptos::prelude::*;

use self::safe_surfing::safe_surfing_page;
use crate::blog::{contents, load_post};
use crate::documents::DocumentList;
use crate::error::AppError;
use crate::paths;
use crate::posts::PostKind;
use crate::safety::HelpBox;
use crate::state::AppState;
use crate::ui::{Document, Prose};

/// Renders `/{slug}`. The page about safe surfing is there also when nobody has written one.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such page.
pub(crate) async fn plain_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    let on_safe_surfing = paths::page(slug) == paths::SAFE_SURFING;
    let page = match load_post(state, &[PostKind::Page], slug).await {
        Err(AppError::NotFound) if on_safe_surfing => return safe_surfing_page(state).await,
        page => page?,
    };
    let lang = page.head.language.lang();
    let view = view! {
        <div class="wrap page">
            <article class="post column">
                <header><h1 lang=lang dir="auto">{page.head.title}</h1></header>
                {contents(&page.body_html, lang)}
                <Prose html=page.body_html lang/>
                <DocumentList documents=page.documents/>
                <footer><HelpBox help=page.help on_safe_surfing/></footer>
            </article>
        </div>
    };
    Ok(Document::new(page.page_title, page.description, view))
}
