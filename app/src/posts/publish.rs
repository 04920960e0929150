//! Publishing and what undoes it.

use super::save::{Basis, add_revision};
use super::store::{revisions, texts};
use super::{
    Act, EditablePost, PostContent, PostError, PostId, PostState, PostStatus, PreparedContent, store,
};
use crate::audit_log::AuditAction;
use crate::staff::Role;
use crate::time::{self, UnixMillis};

/// Saves a revision and marks the post as ready for somebody who may publish.
///
/// # Errors
/// `InTrash`; `Newer` when somebody saved a revision after the base.
pub async fn mark_ready(act: &mut Act<'_>, basis: Basis, content: &PreparedContent) -> Result<(), PostError> {
    let post = act.post(basis.post).await?;
    add_revision(act, &post, basis, content, None).await?;
    if post.status == PostStatus::Draft {
        texts::set_state(&mut act.tx, post.id, PostState::Ready).await?;
        act.log(AuditAction::SaidReady, post.id).await?;
    }
    Ok(())
}

/// Makes a post a draft again, whether it was ready, withdrawn or scheduled. `newest` is its newest revision, if that
/// was prepared.
///
/// # Errors
/// `InTrash`; `NotYours` when readers have the post, which must be withdrawn so that they are told, or when the role
/// does not allow it.
pub async fn make_draft(
    act: &mut Act<'_>,
    post: PostId,
    newest: Option<PreparedContent>,
) -> Result<(), PostError> {
    let post = act.post(post).await?;
    match post.status {
        PostStatus::Trash => return Err(PostError::InTrash),
        PostStatus::Published => return Err(PostError::NotYours),
        _ if !post.may_be_decided_by(act.by) => return Err(PostError::NotYours),
        _ => {}
    }
    store::remember_address(&mut act.tx, post.id, act.now).await?;
    texts::set_state(&mut act.tx, post.id, PostState::Draft).await?;
    write_newest(act, &post, newest).await?;
    act.log(AuditAction::MadeDraft, post.id).await
}

/// Saves a revision and gives it to readers: now, at its time, or when its door opens. For editors.
///
/// # Errors
/// `NotYours` for writers; `Missing`; `InTrash`; `Newer` when somebody saved a revision after the base.
pub async fn publish(act: &mut Act<'_>, basis: Basis, content: &PreparedContent) -> Result<(), PostError> {
    if act.by.role < Role::Editor {
        return Err(PostError::NotYours);
    }
    if !content.missing.is_empty() {
        return Err(PostError::Missing);
    }
    let post = act.post(basis.post).await?;
    let number = add_revision(act, &post, basis, content, None).await?;
    act.write_content(post.id, content).await?;
    revisions::set_published(&mut act.tx, post.id, number).await?;
    let from = public_from(&post, content, act.now);
    texts::publish(&mut act.tx, post.id, from, act.now).await?;
    log_published(act, post.id).await
}

/// Writes to the audit log that a post was published, or scheduled where readers do not have it yet.
pub(super) async fn log_published(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    let is_public = act.post(post).await?.status == PostStatus::Published;
    act.log(if is_public { AuditAction::Published } else { AuditAction::Scheduled }, post).await
}

/// Returns from when readers have it. None for a post on a door: were it taken down, it must not come out at once.
fn public_from(post: &EditablePost, content: &PostContent, now: UnixMillis) -> Option<UnixMillis> {
    if post.door.is_some() {
        return None;
    }
    let was_public = matches!(post.status, PostStatus::Published | PostStatus::Withdrawn);
    let already = post.published_at.filter(|at| was_public && *at <= now);
    time::parse_local(&content.publish_at).or(already).or(Some(now))
}

/// Takes a post away from its readers, or from those who would have had it. For editors. `newest` is its newest
/// revision, if that was prepared.
///
/// # Errors
/// `NotPublished`; `NotYours` for writers.
pub async fn withdraw(
    act: &mut Act<'_>,
    post: PostId,
    newest: Option<PreparedContent>,
) -> Result<(), PostError> {
    let post = act.post(post).await?;
    if !post.status.is_decided() {
        return Err(PostError::NotPublished);
    }
    if !post.may_be_decided_by(act.by) {
        return Err(PostError::NotYours);
    }
    store::withdraw(&mut act.tx, post.id, act.now).await?;
    write_newest(act, &post, newest).await?;
    act.log(AuditAction::Withdrawn, post.id).await
}

/// Writes the newest revision of a post that readers do not have any more, if they had another one.
async fn write_newest(
    act: &mut Act<'_>,
    post: &EditablePost,
    newest: Option<PreparedContent>,
) -> Result<(), PostError> {
    if post.newest <= post.published_revision {
        return Ok(());
    }
    let newest = match newest.filter(|newest| newest.content == post.content) {
        Some(newest) => newest,
        // Somebody saved a moment ago.
        None => PreparedContent::prepare(post.kind, post.content.clone()).await?,
    };
    act.write_content(post.id, &newest).await?;
    Ok(revisions::set_published(&mut act.tx, post.id, post.newest).await?)
}
