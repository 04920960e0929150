//! Saving: a writer's text becomes the newest revision.

use super::store::drafts;
use super::store::revisions::{self, NewRevision};
use super::{Act, DraftVersion, EditablePost, PostError, PostId, PreparedContent, Revision};
use crate::audit_log::AuditAction;

/// Number of the revision that a post gets which the program had added.
const FIRST: Revision = Revision(1);

/// What an open editor knew of a post when it sent its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The post that is open.
    pub post: PostId,
    /// The newest revision when the writing began.
    pub base_revision: Revision,
    /// The draft that this window saved last.
    pub draft_version: DraftVersion,
}

/// Saves a revision. Readers keep what they have of a published post.
///
/// # Errors
/// `InTrash`; `Newer` when somebody saved a revision after the base.
pub async fn save(act: &mut Act<'_>, basis: Basis, content: &PreparedContent) -> Result<(), PostError> {
    let post = act.post(basis.post).await?;
    add_revision(act, &post, basis, content, None).await?;
    Ok(())
}

/// Saves the content of an older revision as the newest one.
///
/// # Errors
/// `InTrash`; `Newer` when somebody saved a revision after the base.
pub async fn restore(
    act: &mut Act<'_>,
    basis: Basis,
    number: Revision,
    content: &PreparedContent,
) -> Result<(), PostError> {
    let post = act.post(basis.post).await?;
    add_revision(act, &post, basis, content, Some(number)).await?;
    Ok(())
}

/// Adds a revision and returns its number. The draft that this window saved is deleted; that of another window stays.
/// A post that readers do not have is at once as it was saved.
pub(super) async fn add_revision(
    act: &mut Act<'_>,
    post: &EditablePost,
    basis: Basis,
    content: &PreparedContent,
    restored_from: Option<Revision>,
) -> Result<Revision, PostError> {
    if post.trashed_at.is_some() {
        return Err(PostError::InTrash);
    }
    let is_the_same = content.content == post.content;
    if basis.base_revision != post.newest && !is_the_same {
        return Err(PostError::Newer);
    }
    if post.is_blank() {
        act.log(AuditAction::Begun, post.id).await?;
    }
    drafts::discard(&mut act.tx, post.id, act.by.id, basis.draft_version).await?;
    if is_the_same && post.newest > Revision::NONE {
        return Ok(post.newest);
    }
    let number = keep_original(act, post).await?.next();
    let by = Some(act.by.id);
    let revision = NewRevision { number, content, by, saved_at: act.now, restored_from };
    revisions::add(&mut act.tx, post.id, revision).await?;
    let action = if restored_from.is_some() { AuditAction::BroughtBack } else { AuditAction::Saved };
    act.log(action, post.id).await?;
    // What waits for consent comes back as an editor has decided on it, not as somebody saved it meanwhile.
    if !post.status.is_decided() && !post.has_lost_consent() {
        act.write_content(post.id, content).await?;
        revisions::set_published(&mut act.tx, post.id, number).await?;
    }
    Ok(number)
}

/// Saves what the program had added as the first revision before anybody changes it. Returns the newest number.
pub(super) async fn keep_original(act: &mut Act<'_>, post: &EditablePost) -> Result<Revision, PostError> {
    if post.newest > Revision::NONE || post.begun_by.is_some() {
        return Ok(post.newest);
    }
    let original = NewRevision {
        number: FIRST,
        content: &post.content,
        by: None,
        saved_at: post.updated_at,
        restored_from: None,
    };
    revisions::add(&mut act.tx, post.id, original).await?;
    revisions::set_published(&mut act.tx, post.id, FIRST).await?;
    Ok(FIRST)
}
