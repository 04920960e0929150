//! A post in the staff's lists.

use crate::posts::{GuldkornForm, Language, PostId, PostKind, PostState, PostStatus};
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

/// A post as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct ListedPost {
    pub(crate) id: PostId,
    pub(crate) kind: PostKind,
    pub(crate) form: Option<GuldkornForm>,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) state: PostState,
    pub(crate) public_from: Option<UnixMillis>,
    pub(crate) public_until: UnixMillis,
    pub(crate) trashed_at: Option<UnixMillis>,
    pub(crate) sensitive: bool,
    /// Whether somebody has begun it in plain words.
    pub(crate) has_easy_read: bool,
    /// When somebody last did something with it.
    pub(crate) changed_at: UnixMillis,
    /// Name of whoever did it.
    pub(crate) changed_by: Option<String>,
    /// Names of its tags, with commas between.
    pub(crate) tags: String,
    /// The door on which it hangs.
    pub(crate) day: Option<u16>,
    pub(crate) opens_at: Option<UnixMillis>,
    /// Whether there is a revision that readers do not have.
    pub(crate) has_newer_revision: bool,
    /// Who began it; none when the program added it.
    pub(crate) begun_by: Option<StaffId>,
    /// Who wrote the newest words and when, if they are not saved as a revision.
    pub(crate) draft_by: Option<String>,
    pub(crate) draft_at: Option<UnixMillis>,
    /// Names of others who have a draft of it.
    pub(crate) writers: Option<String>,
}

impl ListedPost {
    /// Returns how far it has come at an instant.
    pub(crate) fn status(&self, now: UnixMillis) -> PostStatus {
        PostStatus::of(self.state, (self.public_from, self.public_until), now)
    }

    /// Whether somebody may restore it from the trash, as far as a list can tell.
    pub(crate) fn may_be_restored_by(&self, staff: &Staff) -> bool {
        staff.role >= Role::Editor || self.begun_by == Some(staff.id)
    }

    /// Whether there are changes that somebody could publish.
    pub(crate) fn has_changes_to_publish(&self, now: UnixMillis) -> bool {
        self.has_newer_revision && self.status(now).is_decided()
    }
}
