//! What the editor tells the next time it is shown.

use serde::{Deserialize, Serialize};

use crate::admin::flash;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::posts::{PostError, PostId};
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

const FORM: &str = "text";

/// The editor's flash message.
pub(in crate::admin::editor) type Flash = flash::Flash<More>;

/// What else the editor shows with a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::admin::editor) struct More {
    /// Whether to list what is missing for publication.
    pub(in crate::admin::editor) tells_missing: bool,
    /// A way to undo what was done.
    pub(in crate::admin::editor) undo: Option<Undo>,
    /// The ways on from a guldkorn that is done.
    pub(in crate::admin::editor) next: Option<NextSteps>,
    /// What was typed of a recording that was refused.
    #[serde(default)]
    pub(in crate::admin::editor) transcript: Option<String>,
}

/// Where to go on after a guldkorn on a door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::admin::editor) struct NextSteps {
    pub(in crate::admin::editor) edition: EditionId,
    /// The next day without a text, if there is one.
    pub(in crate::admin::editor) day: Option<u16>,
}

/// The step by which "Ångra" takes an action back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::admin::editor) enum Undo {
    RestoreFromTrash,
    /// Hangs a post where it hung, and publishes it there again if it was; day 0: takes it down.
    Hang {
        post: PostId,
        edition: EditionId,
        day: u16,
        was_decided: bool,
    },
    Publish,
    Withdraw,
    MarkReady,
    MakeDraft,
}

pub(super) fn done(sentence: impl Into<String>, undo: Option<Undo>) -> Flash {
    Flash::done(sentence, More { undo, ..More::default() })
}

/// Returns the message for a refusal, or the cause of a failure, which is none.
pub(super) fn refused(refusal: PostError) -> Result<Flash, AppError> {
    let tells_missing = refusal == PostError::Missing;
    Ok(Flash::refused(refusal.refusal()?, More { tells_missing, ..More::default() }))
}

/// Takes the message that waits for the editor, once.
pub(super) async fn take(state: &AppState) -> Result<Flash, AppError> {
    flash::take_flash(state, FORM).await
}

/// Leaves the message for the page that our client loads next.
pub(super) async fn leave(state: &AppState, flash: &Flash) -> Result<(), AppError> {
    crate::staff::flash::leave(state, &RequestContext::current()?, FORM, flash).await
}

/// Leaves a sentence for the editor, on a route that is no server function or for another page's form.
pub(in crate::admin) async fn leave_sentence(
    state: &AppState,
    request: &RequestContext,
    sentence: &str,
) -> Result<(), AppError> {
    crate::staff::flash::leave(state, request, FORM, &done(sentence, None)).await
}

/// Redirects to a page of the post, which shows the message.
pub(super) async fn redirect(state: &AppState, page: &str, flash: &Flash) -> Result<(), AppError> {
    flash::redirect_with_flash(state, FORM, page, flash).await
}

/// Leaves the message that a recording was refused, with what was typed of it.
pub(in crate::admin) async fn leave_refused_recording(
    state: &AppState,
    request: &RequestContext,
    refusal: &str,
    transcript: String,
) -> Result<(), AppError> {
    let transcript = Some(transcript).filter(|typed| !typed.is_empty());
    let flash = Flash::refused(refusal, More { transcript, ..More::default() });
    crate::staff::flash::leave(state, request, FORM, &flash).await
}
