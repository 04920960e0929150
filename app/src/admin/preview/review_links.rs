//! Links for somebody outside, as the room deals with them.

use crate::posts::PostId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::paths;
use crate::preview::review_links::{self, ReviewLink};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, flash};
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "preview";

/// What the page says the next time it is shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Flash {
    /// The text that it is about.
    post: PostId,
    sentence: String,
    is_error: bool,
    /// Whether to make a link. It is made when it is shown: so it is written down nowhere.
    make_link: bool,
}

/// What there is to say and to show of a text's links.
pub(super) struct Desk {
    pub(super) sentence: String,
    pub(super) is_error: bool,
    /// A link that was just made: words and address as HTML, and its path.
    pub(super) link: Option<(String, String)>,
    pub(super) living: Vec<ReviewLink>,
}

/// The desk of a text's links.
pub(super) async fn desk(state: &AppState, staff: &Staff, post: PostId) -> Result<Desk, AppError> {
    let request = RequestContext::current()?;
    let flash: Option<Flash> = flash::take(state, &request, FORM).await?;
    let flash = flash.filter(|flash| flash.post == post).unwrap_or_default();
    let path = if flash.make_link { review_links::make(state, post, staff).await? } else { None };
    let link = match path {
        Some(path) => Some((fresh(format!("{}{path}", crate::site::address(state).await?)), path)),
        None => None,
    };
    let living = review_links::living(state, post).await?;
    Ok(Desk { sentence: flash.sentence, is_error: flash.is_error, link, living })
}

pub(super) async fn ask_for_link(state: &AppState, post: PostId) -> Result<(), AppError> {
    let flash = if review_links::may_be_made(state, post).await? {
        Flash { post, make_link: true, ..Flash::default() }
    } else {
        refused(post, "Texten går inte att dela, eftersom den är borttagen.")
    };
    redirect_with_flash(state, flash).await
}

pub(super) async fn end_link(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    share: i64,
) -> Result<(), AppError> {
    let flash = if review_links::end(state, post, share, staff).await? {
        let sentence = "Länken är avslutad. Ingen kan öppna texten med den längre.".into();
        Flash { post, sentence, ..Flash::default() }
    } else {
        refused(post, "Länken var redan avslutad.")
    };
    redirect_with_flash(state, flash).await
}

fn refused(post: PostId, sentence: &str) -> Flash {
    Flash { post, sentence: sentence.into(), is_error: true, ..Flash::default() }
}

async fn redirect_with_flash(state: &AppState, flash: Flash) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    let room = format!("{}#dela", paths::preview_of_text(flash.post));
    request.redirect(&LocalPath::parse(&room).ok_or(AppError::Internal)?);
    flash::leave(state, &request, FORM, &flash).await
}

fn fresh(address: String) -> String {
    render_to_string(view! {
        <h2 id="fresh-link">"Länk att skicka"</h2>
        <p>
            {format!(
                "Den som har länken kan läsa texten, utan att logga in, i {} dagar eller tills någon avslutar den. \
                 Länken visas bara nu.",
                review_links::DAYS,
            )}
        </p>
        <p><code>{address}</code></p>
    })
}
