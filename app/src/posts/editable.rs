//! A text as staff work on it: its newest version, and how far it has come.

use super::{PostContent, PostStatus};
use crate::ids::EditionId;
use crate::posts::{PostId, PostKind, Revision};
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;

/// A text in the staff's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditablePost {
    /// Its number.
    pub id: PostId,
    /// What it is.
    pub kind: PostKind,
    /// The last part of its address now.
    pub slug: String,
    /// How far it has come.
    pub status: PostStatus,
    /// The same as the database has it.
    pub state: String,
    /// From when it is published when it hangs on no door, in milliseconds UTC.
    pub published_at: Option<UnixMillis>,
    /// From when the public may see it; nothing: never, as it is now.
    pub public_from: Option<UnixMillis>,
    /// Where it hangs.
    pub place: Option<DoorRef>,
    /// The number of its newest version; 0 when nobody has saved one here.
    pub newest: Revision,
    /// The number of the version that readers have, or would have.
    pub published_revision: Revision,
    /// Since when it is in the trash, in milliseconds UTC.
    pub trashed_at: Option<UnixMillis>,
    /// Whether it was put in by the program, not begun by somebody here.
    pub is_from_elsewhere: bool,
    /// When its row last changed, in milliseconds UTC.
    pub updated_at: UnixMillis,
    /// Its newest version.
    pub text: PostContent,
}

/// The door on which a text hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorRef {
    /// The edition's number.
    pub edition: EditionId,
    /// The last part of the edition's address.
    pub slug: String,
    /// The edition's title.
    pub title: String,
    /// Whether the public knows of the edition.
    pub is_published: bool,
    /// The door's number.
    pub day: u16,
    /// When it opens, in milliseconds UTC.
    pub opens_at: UnixMillis,
}

impl EditablePost {
    /// Whether somebody has saved a version that readers do not have, though they have another.
    pub fn has_changes_to_publish(&self) -> bool {
        self.status.is_decided() && self.newest > self.published_revision
    }

    /// Who may change what readers have, or will have without anybody's further doing.
    pub fn least_to_decide(&self) -> Role {
        if self.status.is_decided() { Role::Editor } else { Role::Writer }
    }

    /// Whether somebody may change what readers have, or will have.
    pub fn may_be_decided_by(&self, staff: &Staff) -> bool {
        staff.role >= self.least_to_decide()
    }
}
