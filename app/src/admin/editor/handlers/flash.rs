//! What the desk says the next time it is shown.

use crate::calendar::EditionId;
use crate::posts::PostId;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::staff::flash;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

const FORM: &str = "text";

/// A sentence, and a way to undo what it tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::admin::editor) struct Flash {
    pub(in crate::admin::editor) sentence: String,
    pub(in crate::admin::editor) is_error: bool,
    /// Whether what is missing for publication is to be told, too.
    pub(in crate::admin::editor) tells_missing: bool,
    pub(in crate::admin::editor) undo: Option<Undo>,
}

/// What undoes an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::admin::editor) enum Undo {
    /// Takes the text out of the trash.
    TakeFromTrash,
    /// Hangs a text where it hung; day 0: takes it down. What was decided about it counts again.
    Hang { post: PostId, edition: EditionId, day: u16, was_decided: bool },
    /// Publishes the text again.
    Publish,
    /// Takes it away from readers again.
    Withdraw,
    /// Says again that it is ready.
    SayReady,
    /// Makes it a draft again.
    MakeDraft,
}

impl Flash {
    pub(super) fn done(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), ..Self::default() }
    }

    pub(super) fn refused(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), is_error: true, ..Self::default() }
    }

    pub(super) fn with_undo(self, undo: impl Into<Option<Undo>>) -> Self {
        Self { undo: undo.into(), ..self }
    }
}

/// Takes what there is to say, once.
pub(super) async fn take_flash(state: &AppState) -> Result<Flash, AppError> {
    Ok(flash::take(state, &RequestContext::current()?, FORM).await?.unwrap_or_default())
}

/// Sends the browser to a page of the text, which says it.
pub(super) async fn redirect_with_flash(state: &AppState, path: &str, flash: &Flash) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    request.redirect(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
    flash::leave(state, &request, FORM, flash).await
}
