//! Saving what somebody writes as a draft of their own, while it is being written: never as a revision, never before
//! readers.

use super::save::Basis;
use super::store::drafts::{self, Draft};
use super::store::revisions;
use super::{Act, DraftVersion, PostContent, PostError, PostId};
use crate::audit_log::AuditAction;
use crate::error::AppError;
use crate::staff::StaffId;

/// What became of a text that was to be autosaved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Autosaved {
    /// It is saved as this version of the draft.
    At(DraftVersion),
    /// It is the newest revision's text, so there is no draft.
    AlreadySaved,
    /// Nothing was written: another window of the same person saved this version of the draft, or a revision then.
    ElsewhereAt(DraftVersion),
}

/// Saves a writer's draft. Two windows of one person do not write over each other.
///
/// # Errors
/// `NotFound` when there is no such post.
pub async fn autosave(
    act: &mut Act<'_>,
    basis: Basis,
    content: &PostContent,
) -> Result<Autosaved, PostError> {
    let (id, by) = (basis.post, act.by.id);
    let post = act.post(id).await?;
    let before = drafts::find(&mut act.tx, id, by).await?;
    if let Some(before) = before
        .as_ref()
        .filter(|before| before.content == *content && before.base_revision == basis.base_revision)
    {
        return Ok(Autosaved::At(before.version));
    }
    // The text of the newest revision is saved, whatever it began from.
    let is_saved = *content == post.content;
    let saved = revisions::saved_after(&mut act.tx, id, basis.base_revision, by).await?;
    let elsewhere = before.as_ref().map(|before| before.version).max(saved.map(DraftVersion::at));
    if let Some(at) = elsewhere.filter(|at| *at > basis.draft_version && !is_saved) {
        return Ok(Autosaved::ElsewhereAt(at));
    }
    if is_saved {
        drafts::discard(&mut act.tx, id, by, basis.draft_version).await?;
        return Ok(Autosaved::AlreadySaved);
    }
    let version =
        DraftVersion::at(act.now).max(before.map_or(DraftVersion::NONE, |before| before.version.next()));
    let draft = Draft { base_revision: basis.base_revision, version, content: content.clone() };
    if post.is_blank() {
        act.log(AuditAction::Begun, id).await?;
    }
    drafts::save(&mut act.tx, id, by, &draft).await?;
    Ok(Autosaved::At(version))
}

/// Deletes a writer's own draft: the newest revision counts.
///
/// # Errors
/// When the database refuses.
pub async fn discard(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    Ok(drafts::discard(&mut act.tx, post, act.by.id, DraftVersion(i64::MAX)).await?)
}

/// Continues somebody else's draft: a copy of it replaces the writer's own. The other's stays.
///
/// # Errors
/// `NotFound` when the other has no draft of that post.
pub async fn take_over(act: &mut Act<'_>, post: PostId, from: StaffId) -> Result<(), PostError> {
    let theirs = drafts::find(&mut act.tx, post, from).await?.ok_or(AppError::NotFound)?;
    let own = drafts::find(&mut act.tx, post, act.by.id).await?;
    let version = DraftVersion::at(act.now).max(own.map_or(DraftVersion::NONE, |own| own.version.next()));
    Ok(drafts::save(&mut act.tx, post, act.by.id, &Draft { version, ..theirs }).await?)
}
