//! Plain pages, such as "Om". Below two of them stands what the product knows: the accessibility statement and what is
//! stored.

mod safe_surfing;

use leptos::prelude::*;

use self::safe_surfing::safe_surfing_page;
use crate::blog::{contents, load_post};
use crate::documents::DocumentList;
use crate::error::AppError;
use crate::paths;
use crate::posts::PostKind;
use crate::posts::rendition::RenditionLinks;
use crate::recordings::player;
use crate::safety::HelpBox;
use crate::state::AppState;
use crate::ui::{Document, Prose};
use crate::{privacy, site, statement};

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
    let language = page.head.language;
    let lang = language.lang();
    let generated = generated(state, slug).await?;
    let whole = format!("{}{generated}", page.body_html);
    let view = view! {
        <div class="wrap page">
            <article class="post column">
                <header>
                    <h1 lang=lang dir="auto">{page.head.title}</h1>
                    <RenditionLinks links=page.renditions/>
                </header>
                {player(page.recording, language)}
                {contents(&whole, language)}
                <Prose html=page.body_html lang/>
                {(!generated.is_empty()).then(|| view! { <Prose html=generated lang=None/> })}
                <DocumentList documents=page.documents language/>
                <footer><HelpBox help=page.help language on_safe_surfing/></footer>
            </article>
        </div>
    };
    Ok(Document::new(page.page_title, page.description, view))
}

/// Returns the HTML that the product adds below a page's own text; empty for most pages.
async fn generated(state: &AppState, slug: &str) -> Result<String, AppError> {
    Ok(match &*paths::page(slug) {
        paths::STATEMENT => statement::statement(&site::store::settings(state.db.reader()).await?),
        paths::PRIVACY => privacy::privacy(),
        _ => String::new(),
    })
}
