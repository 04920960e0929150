//! The recording of a post: adding, taking away, bringing back, and what is said in it. It is no part of the post's versions.
//! Readers have it as soon as it is there, if they have the post; so only those change it who may change what readers have.

use super::{Act, EditablePost, PostError, PostId};
use crate::audit_log::AuditAction;
use crate::recordings::{Recording, RecordingError, store};
use crate::search_index::index_waiting;

/// Says who refuses: the rules of posts, or those of recordings.
#[derive(Debug)]
pub(crate) enum Refusal {
    Post(PostError),
    Recording(RecordingError),
}

impl From<RecordingError> for Refusal {
    fn from(error: RecordingError) -> Self {
        Self::Recording(error)
    }
}

impl From<PostError> for Refusal {
    fn from(error: PostError) -> Self {
        Self::Post(error)
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Recording(error.into())
    }
}

/// Gives a post a recording whose file is on the disk, in place of the one that it has. Returns false when it has that very
/// file already; then nothing was done.
///
/// # Errors
/// `InTrash`; `Forbidden`; `NotFound` when there is no such post.
pub(crate) async fn add(
    act: &mut Act<'_>,
    id: PostId,
    recording: &Recording,
    hash: &[u8],
) -> Result<bool, Refusal> {
    may_change(act, id).await?;
    let former = store::of_post_in(&mut act.tx, id).await?;
    if let Some(former) = &former
        && store::has_hash(&mut act.tx, former.id, hash).await?
    {
        return Ok(false);
    }
    store::remove_from(&mut act.tx, id, act.now).await?;
    store::add(&mut act.tx, id, recording, hash, Some(act.by.id), act.now).await?;
    let action = if former.is_some() { AuditAction::RecordingReplaced } else { AuditAction::RecordingAdded };
    finish(act, id, action).await?;
    Ok(true)
}

/// Writes down what is said in a post's recording.
///
/// # Errors
/// `Gone` when it has none.
pub(crate) async fn set_words(
    act: &mut Act<'_>,
    id: PostId,
    transcript: &str,
    is_verbatim: bool,
) -> Result<(), Refusal> {
    may_change(act, id).await?;
    let recording = store::of_post_in(&mut act.tx, id).await?.ok_or(RecordingError::Gone)?;
    if (recording.transcript.as_str(), recording.is_verbatim) == (transcript, is_verbatim) {
        return Ok(());
    }
    store::set_words(&mut act.tx, recording.id, transcript, is_verbatim).await?;
    finish(act, id, AuditAction::RecordingChanged).await
}

/// Takes a post's recording away. It can be brought back for a while.
///
/// # Errors
/// `Gone` when it has none.
pub(crate) async fn remove(act: &mut Act<'_>, id: PostId) -> Result<(), Refusal> {
    may_change(act, id).await?;
    store::of_post_in(&mut act.tx, id).await?.ok_or(RecordingError::Gone)?;
    store::remove_from(&mut act.tx, id, act.now).await?;
    finish(act, id, AuditAction::RecordingRemoved).await
}

/// Brings back the recording that was taken away last.
///
/// # Errors
/// `Gone` when there is none, or the post has another.
pub(crate) async fn bring_back(act: &mut Act<'_>, id: PostId) -> Result<(), Refusal> {
    may_change(act, id).await?;
    let last = store::last_removed(&mut act.tx, id).await?.ok_or(RecordingError::Gone)?;
    store::bring_back(&mut act.tx, last.id).await?;
    finish(act, id, AuditAction::RecordingRestored).await
}

async fn may_change(act: &mut Act<'_>, id: PostId) -> Result<EditablePost, Refusal> {
    let post = act.post(id).await?;
    if post.trashed_at.is_some() {
        return Err(PostError::InTrash.into());
    }
    if post.may_be_decided_by(act.by) { Ok(post) } else { Err(RecordingError::Forbidden.into()) }
}

async fn finish(act: &mut Act<'_>, id: PostId, action: AuditAction) -> Result<(), Refusal> {
    index_waiting(&mut act.tx).await?;
    act.log(action, id).await?;
    Ok(())
}
