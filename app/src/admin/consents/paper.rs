//! The form that a person has signed: an editor adds it to an entry, and an editor alone gets it back.

use http::HeaderMap;
use http::request::Parts;

use super::handlers::{FORM, More};
use super::person::keys;
use crate::admin::flash::Flash;
use crate::consent::store::papers;
use crate::consent::{Keys, Paper, PaperError};
use crate::error::AppError;
use crate::paths;
use crate::posts::{Act, PostId, consent as ledger};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, flash};
use crate::state::AppState;

/// Keeps a form that an editor has sent, and returns the headers of the redirect to the entry, which tells.
///
/// # Errors
/// [`AppError::NotFound`] when the post is gone; when the database cannot be written.
pub async fn receive_consent_paper(
    state: &AppState,
    staff: &Staff,
    request: &Parts,
    post: PostId,
    sent: Result<Paper, PaperError>,
) -> Result<HeaderMap, AppError> {
    let more = More::about(post);
    let flash = match keep(state, staff, post, sent).await? {
        Ok(()) => Flash::done("Blanketten är sparad. Bara redaktörer kan öppna den.", more),
        Err(refusal) => Flash::refused(refusal, more),
    };
    let request = RequestContext::of(request);
    request.redirect(&LocalPath::parse(&paths::consent(post)).ok_or(AppError::Internal)?);
    flash::leave(state, &request, FORM, &flash).await?;
    Ok(request.response_headers())
}

/// Seals and keeps a form; otherwise returns what to tell its sender.
async fn keep(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    sent: Result<Paper, PaperError>,
) -> Result<Result<(), String>, AppError> {
    let paper = match sent {
        Ok(paper) => paper,
        Err(refusal) => return Ok(Err(refusal.to_string())),
    };
    let Ok(keys) = Keys::load_or_make(&state.media_folder).await.inspect_err(|error| {
        tracing::error!(%error, "the key file of the consent ledger cannot be read");
    }) else {
        return Ok(Err(PaperError::NoKey.to_string()));
    };
    let sealing = tokio::task::spawn_blocking(move || paper.seal(&keys, post)).await;
    let Ok(Ok(sealed)) = sealing else { return Ok(Err(PaperError::NoKey.to_string())) };
    let mut act = Act::begin_quietly(state, staff).await?;
    match ledger::keep_paper(&mut act, post, &sealed).await {
        Ok(()) => Ok(Ok(act.commit().await?)),
        Err(refusal) => {
            // The flash needs the writer.
            drop(act);
            Ok(Err(refusal.refusal()?))
        }
    }
}

/// Opens the form of a text; none when there is none, or the key is not there.
///
/// # Errors
/// When the database cannot be read.
pub async fn consent_paper(state: &AppState, post: PostId) -> Result<Option<Paper>, AppError> {
    let Some(sealed) = papers::sealed(state.db.reader(), post).await? else { return Ok(None) };
    let keys = keys(state).await;
    let opening = tokio::task::spawn_blocking(move || Paper::open(&keys, post, &sealed)).await;
    let paper = opening.map_err(|_| AppError::Internal)?;
    Ok(paper.inspect_err(|error| tracing::warn!(%post, %error, "a signed form cannot be opened")).ok())
}
