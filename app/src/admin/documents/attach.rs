//! Putting a document below a text, from the list and after sending it.

use super::handlers::{FORM, More};
use crate::admin::editor;
use crate::admin::flash::{Flash, redirect_with_flash};
use crate::documents::{Document, DocumentError, store};
use crate::error::AppError;
use crate::paths;
use crate::posts::attach as posts;
use crate::posts::{Act, PostError, PostId};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// Puts a document below a post and leads to the editor.
pub(super) async fn attach(state: &AppState, staff: &Staff, id: &str, text: PostId) -> Result<(), AppError> {
    let document = match id.parse() {
        Ok(id) => store::any_file(state.db.reader(), id).await?,
        Err(_) => None,
    };
    let Some(document) = document else {
        let flash = Flash::refused(DocumentError::Gone.to_string(), More::default());
        return redirect_with_flash(state, FORM, &paths::documents_for(text), &flash).await;
    };
    let request = RequestContext::current()?;
    let sentence = format!("Dokumentet ”{}” står nu under texten.", document.title);
    attach_and_tell(state, staff, &request, &document, text, &sentence).await
}

/// Puts a document below a post, leads to the editor and says so there.
pub(super) async fn attach_and_tell(
    state: &AppState,
    staff: &Staff,
    request: &RequestContext,
    document: &Document,
    text: PostId,
    sentence: &str,
) -> Result<(), AppError> {
    let mut act = Act::begin_quietly(state, staff).await?;
    let sentence = match posts::attach(&mut act, text, &document.path()).await {
        Ok(()) => {
            act.commit().await?;
            format!("{sentence} Spara eller publicera texten, så får läsarna det.")
        }
        Err(PostError::Failed(AppError::NotFound)) => return Err(AppError::NotFound),
        Err(refusal) => refusal.refusal()?.clone(),
    };
    request.redirect(&LocalPath::parse(&paths::edit_post(text)).ok_or(AppError::Internal)?);
    editor::leave_sentence(state, request, &sentence).await
}
