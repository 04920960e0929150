//! Hanging a guldkorn on a door. Its opening is then the time of publication.

use super::publish::log_published;
use super::store::doors::{self, Door};
use super::store::texts;
use super::{
    Act, DoorRef, EditablePost, PostError, PostId, PostKind, PostState, PostStatus, PreparedContent,
};
use crate::audit_log::AuditAction;
use crate::ids::EditionId;
use crate::staff::Role;

/// What hanging a post on a door changed, to tell and undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorChange {
    /// The post as it was before.
    pub before: EditablePost,
    /// The door on which it hangs now, with what hung there before; none when it was taken down.
    pub door: Option<Door>,
}

/// Hangs a post on a door. What hung there gets the door from which the post comes, or is taken down.
///
/// # Errors
/// `NoDoor`; `NotGuldkorn`; `InTrash`; `NotYours` or `DoorNotYours` when the role does not allow to move one of the
/// two.
pub async fn hang(
    act: &mut Act<'_>,
    post: PostId,
    edition: EditionId,
    day: u16,
) -> Result<DoorChange, PostError> {
    hang_back(act, post, edition, day, None).await
}

/// Hangs a post on a door as [`hang`] does and, if `decided` is given, publishes it again as an editor had decided:
/// when that is its content still and nothing is missing.
///
/// # Errors
/// As [`hang`].
pub async fn hang_back(
    act: &mut Act<'_>,
    post: PostId,
    edition: EditionId,
    day: u16,
    decided: Option<&PreparedContent>,
) -> Result<DoorChange, PostError> {
    let before = act.post(post).await?;
    let door = doors::find(&mut act.tx, edition, day).await?.ok_or(PostError::NoDoor)?;
    check(act, &before)?;
    if door.post == Some(post) {
        return Ok(DoorChange { before, door: Some(door) });
    }
    let other = match door.post {
        Some(other) => Some(act.post(other).await?),
        None => None,
    };
    if other.as_ref().is_some_and(|other| !other.may_be_decided_by(act.by)) {
        return Err(PostError::DoorNotYours);
    }
    doors::take_down(&mut act.tx, post).await?;
    if let Some(other) = &other {
        doors::take_down(&mut act.tx, other.id).await?;
    }
    doors::hang(&mut act.tx, edition, day, post).await?;
    let is_again = decided
        .is_some_and(|decided| decided.content == before.content && decided.missing.is_empty())
        && act.by.role >= Role::Editor
        && before.status == PostStatus::Ready;
    if before.status.is_decided() || is_again {
        texts::publish(&mut act.tx, post, None, act.now).await?;
    }
    if is_again {
        log_published(act, post).await?;
    }
    if !before.is_blank() {
        act.log_about(AuditAction::Hung, post, &format!("lucka {day}, {}", door.edition_title)).await?;
    }
    match (&other, &before.door) {
        (Some(other), Some(place)) => {
            doors::hang(&mut act.tx, place.edition, place.day, other.id).await?;
            act.log_about(AuditAction::Hung, other.id, &in_words(place)).await?;
        }
        (Some(other), None) => after_taking_down(act, other).await?,
        (None, _) => {}
    }
    Ok(DoorChange { before, door: Some(door) })
}

/// Takes a post off its door.
///
/// # Errors
/// `NotGuldkorn`; `InTrash`; `NotYours` when the role does not allow it.
pub async fn take_down(act: &mut Act<'_>, post: PostId) -> Result<DoorChange, PostError> {
    let before = act.post(post).await?;
    check(act, &before)?;
    if before.door.is_some() {
        doors::take_down(&mut act.tx, post).await?;
        after_taking_down(act, &before).await?;
    }
    Ok(DoorChange { before, door: None })
}

/// Checks that somebody may move a post between doors.
pub(super) fn check(act: &Act<'_>, post: &EditablePost) -> Result<(), PostError> {
    if post.kind != PostKind::Guldkorn {
        return Err(PostError::NotGuldkorn);
    }
    if post.status == PostStatus::Trash {
        return Err(PostError::InTrash);
    }
    let may = post.may_be_decided_by(act.by) && act.by.role >= Role::Writer;
    if may { Ok(()) } else { Err(PostError::NotYours) }
}

/// Decides what a post is without its door. What readers have stays with them from the moment at which they got it.
/// What waited for its door has no time any more, so somebody has to decide again.
pub(super) async fn after_taking_down(act: &mut Act<'_>, post: &EditablePost) -> Result<(), PostError> {
    match post.status {
        PostStatus::Published => texts::publish(&mut act.tx, post.id, post.public_from, act.now).await?,
        // So that it comes back with a new consent where it was, and not at a time that nobody has chosen.
        _ if post.has_lost_consent() => {
            texts::publish(&mut act.tx, post.id, post.public_from, act.now).await?;
        }
        PostStatus::Scheduled => texts::set_state(&mut act.tx, post.id, PostState::Ready).await?,
        _ => {}
    }
    let about = post.door.as_ref().map(in_words).unwrap_or_default();
    act.log_about(AuditAction::TakenDown, post.id, &about).await
}

fn in_words(door: &DoorRef) -> String {
    format!("lucka {}, {}", door.day, door.title)
}
