//! Creating and ending review links, and what the preview's page says about them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::admin::site_identity::site_identity_for_staff;
use crate::error::AppError;
use crate::ids::ReviewLinkId;
use crate::paths;
use crate::posts::PostId;
use crate::preview::review_links::{self, LinkRef, ReviewLink, ReviewLinkError};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, flash};
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "preview";

/// What the page says the next time it is shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Flash {
    /// The post that it is about.
    post: PostId,
    message: String,
    is_error: bool,
    /// A link that was just created. Its secret is not here: the page derives it from the session.
    new_link: Option<LinkRef>,
}

/// The part of the page that is about a post's links.
pub(super) struct LinksSection {
    pub(super) message: String,
    pub(super) is_error: bool,
    pub(super) new_link: Option<NewLink>,
    pub(super) active: Vec<ReviewLink>,
}

/// A link that was just created, to be shown once.
#[derive(Clone)]
pub(super) struct NewLink {
    /// Words and address.
    pub(super) html: String,
    pub(super) path: String,
}

/// Loads the section, and takes what there is to say.
pub(super) async fn load(state: &AppState, post: PostId) -> Result<LinksSection, AppError> {
    let request = RequestContext::current()?;
    let flash: Option<Flash> = flash::take(state, &request, FORM).await?;
    let flash = flash.filter(|flash| flash.post == post).unwrap_or_default();
    let new_link = match flash.new_link {
        Some(link) => Some(show(state, link.path(&request.session_token()?)).await?),
        None => None,
    };
    let active = review_links::active(state, post).await?;
    Ok(LinksSection { message: flash.message, is_error: flash.is_error, new_link, active })
}

async fn show(state: &AppState, path: String) -> Result<NewLink, AppError> {
    let address = format!("{}{path}", site_identity_for_staff(state).await?.address);
    let html = render_to_string(view! {
        <h2 id="fresh-link">"Länk att skicka"</h2>
        <p>
            {format!(
                "Den som har länken kan läsa texten, utan att logga in, i {} dagar eller tills någon avslutar den. \
                 Länken visas bara nu.",
                review_links::DAYS,
            )}
        </p>
        <p><code>{address}</code></p>
    });
    Ok(NewLink { html, path })
}

/// Creates a link and redirects to the page that shows it.
pub(super) async fn create(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    allows_comments: bool,
) -> Result<(), AppError> {
    let session = RequestContext::current()?.session_token()?;
    let created = review_links::create(state, staff, &session, post, allows_comments).await;
    let created = created.map(|link| Flash { post, new_link: Some(link), ..Flash::default() });
    redirect(state, post, created).await
}

/// Ends a link and redirects to the page.
pub(super) async fn end(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    link: ReviewLinkId,
) -> Result<(), AppError> {
    let ended = review_links::end(state, staff, post, link).await;
    let message = "Länken är avslutad. Ingen kan öppna texten med den längre.".into();
    redirect(state, post, ended.map(|()| Flash { post, message, ..Flash::default() })).await
}

async fn redirect(
    state: &AppState,
    post: PostId,
    outcome: Result<Flash, ReviewLinkError>,
) -> Result<(), AppError> {
    let flash = match outcome {
        Ok(flash) => flash,
        Err(ReviewLinkError::App(error)) => return Err(error),
        Err(refusal) => Flash { post, message: refusal.to_string(), is_error: true, new_link: None },
    };
    let request = RequestContext::current()?;
    let page = format!("{}#dela", paths::preview_of_text(post));
    request.redirect(&LocalPath::parse(&page).ok_or(AppError::Internal)?);
    flash::leave(state, &request, FORM, &flash).await
}
