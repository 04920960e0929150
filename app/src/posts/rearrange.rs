//! Giving several guldkorn other doors of one edition at once, and giving them back.

use serde::{Deserialize, Serialize};

use super::hang::{after_taking_down, check};
use super::publish::log_published;
use super::store::doors;
use super::store::texts;
use super::{Act, EditablePost, PostError, PostId, PostStatus, Revision};
use crate::audit_log::AuditAction;
use crate::ids::EditionId;
use crate::staff::Role;
use crate::time::UnixMillis;

/// Where a post is to hang.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The post.
    pub post: PostId,
    /// The day on whose door it is to hang; none: on no door.
    pub day: Option<u16>,
    /// What an editor had decided about it, if that is to be as it was.
    pub decision: Option<Decision>,
}

/// An editor's decision that readers may have a post, as it was before the post changed its door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// From when it was published by a time of its own.
    published_at: Option<UnixMillis>,
    /// The revision that was decided on.
    revision: Revision,
}

impl Decision {
    /// Returns what is decided about a post.
    pub fn about(post: &EditablePost) -> Option<Self> {
        post.status.is_decided().then_some(Self { published_at: post.published_at, revision: post.newest })
    }

    /// Whether it still holds: nobody has taken it back by hand, or saved other words.
    fn holds_for(self, post: &EditablePost, act: &Act<'_>) -> bool {
        post.status.is_decided()
            || (post.status == PostStatus::Ready
                && post.newest == self.revision
                && act.by.role >= Role::Editor)
    }
}

/// Hangs each post on its door, in place of what hangs there, and takes down those that get none. Whoever calls it sees to
/// it that what hung on these doors has a place among the placements, too. Returns the posts as they were before, in the
/// order of the placements.
///
/// # Errors
/// `NoDoor`; `NotGuldkorn`; `InTrash`; `NotYours` when the role does not allow to move one of them.
pub async fn rearrange(
    act: &mut Act<'_>,
    edition: EditionId,
    placements: &[Placement],
) -> Result<Vec<EditablePost>, PostError> {
    let mut all_before = Vec::with_capacity(placements.len());
    for placement in placements {
        let before = act.post(placement.post).await?;
        check(act, &before)?;
        doors::take_down(&mut act.tx, placement.post).await?;
        all_before.push(before);
    }
    for (placement, before) in placements.iter().zip(&all_before) {
        match placement.day {
            Some(day) => hang_one(act, edition, day, before).await?,
            None if before.door.is_some() => after_taking_down(act, before).await?,
            None => {}
        }
        if let Some(decision) = placement.decision.filter(|decision| decision.holds_for(before, act)) {
            texts::publish(&mut act.tx, before.id, decision.published_at, act.now).await?;
            if before.status == PostStatus::Ready {
                log_published(act, before.id).await?;
            }
        }
    }
    Ok(all_before)
}

async fn hang_one(
    act: &mut Act<'_>,
    edition: EditionId,
    day: u16,
    before: &EditablePost,
) -> Result<(), PostError> {
    let door = act.door(edition, day).await?.ok_or(PostError::NoDoor)?;
    doors::hang(&mut act.tx, edition, day, before.id).await?;
    if before.status.is_decided() {
        texts::publish(&mut act.tx, before.id, None, act.now).await?;
    }
    act.log_about(AuditAction::Hung, before.id, &format!("lucka {day}, {}", door.edition_title)).await
}
