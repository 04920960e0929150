//! A post as staff work on it.

use super::{DraftVersion, OriginalRef, PostContent, PostId, PostKind, PostStatus, Revision};
use crate::ids::EditionId;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

/// A post with its newest revision, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditablePost {
    /// Id in the database.
    pub id: PostId,
    /// What it is; never changes.
    pub kind: PostKind,
    /// The last part of its address, which readers may know.
    pub slug: String,
    /// How far it has come at the time of loading.
    pub status: PostStatus,
    /// From when it is published when it hangs on no door.
    pub published_at: Option<UnixMillis>,
    /// From when the public may see it; none: never, as it is now.
    pub public_from: Option<UnixMillis>,
    /// The first instant at which consent does not stand any more; never, for a text that tells of nobody.
    pub public_until: UnixMillis,
    /// The post that it tells in plain words or in another language, if it is a rendition.
    pub original: Option<OriginalRef>,
    /// The door on which it hangs.
    pub door: Option<DoorRef>,
    /// Number of its newest revision; `Revision::NONE` when nobody has saved one here.
    pub newest: Revision,
    /// Number of the revision that readers have, or would have.
    pub published_revision: Revision,
    /// Since when it is in the trash.
    pub trashed_at: Option<UnixMillis>,
    /// Who began it; none when the program added it, as for the demo site.
    pub begun_by: Option<StaffId>,
    /// When its row last changed.
    pub updated_at: UnixMillis,
    /// The content of its newest revision.
    pub content: PostContent,
    /// The newest draft, if somebody has autosaved one since that revision.
    pub draft: Option<NewestDraft>,
}

/// What somebody has written since the newest revision, and not saved as a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewestDraft {
    /// Whoever writes it.
    pub by: StaffId,
    /// Name of whoever writes it.
    pub name: String,
    /// Tells when it was last autosaved.
    pub version: DraftVersion,
    /// What is written so far.
    pub content: PostContent,
}

/// The door on which a post hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorRef {
    /// The edition's id.
    pub edition: EditionId,
    /// The last part of the edition's address.
    pub slug: String,
    /// The edition's title.
    pub title: String,
    /// Whether the public knows of the edition.
    pub is_published: bool,
    /// The door's number in its edition, from 1.
    pub day: u16,
    /// When it opens.
    pub opens_at: UnixMillis,
}

impl EditablePost {
    /// Returns the newest words: those of the newest draft, or of the newest revision if there is no newer draft.
    pub fn newest_words(&self) -> &PostContent {
        self.draft.as_ref().map_or(&self.content, |draft| &draft.content)
    }

    /// Returns the words that readers have or will have without anybody's further doing, or else the newest ones.
    pub fn words_for_readers(&self) -> &PostContent {
        if self.status.is_decided() { &self.content } else { self.newest_words() }
    }

    /// Whether it was begun and nobody has written a word: lists leave it out, and it is not kept.
    pub fn is_blank(&self) -> bool {
        self.status == PostStatus::Draft
            && self.newest == Revision::NONE
            && self.begun_by.is_some()
            && self.content.title.is_empty()
            && self.draft.is_none()
    }

    /// Whether somebody has saved a revision that readers do not have, though they have another.
    pub fn has_changes_to_publish(&self) -> bool {
        self.status.is_decided() && self.newest > self.published_revision
    }

    /// Returns who may change what readers have, or will have without anybody's further doing.
    pub fn least_to_decide(&self) -> Role {
        if self.status.is_decided() { Role::Editor } else { Role::Writer }
    }

    /// Whether somebody may change what readers have, or will have.
    pub fn may_be_decided_by(&self, staff: &Staff) -> bool {
        staff.role >= self.least_to_decide()
    }

    /// Whether somebody may put it into the trash: editors every post; writers what they began themselves and nobody
    /// has decided on.
    pub fn may_be_trashed_by(&self, staff: &Staff) -> bool {
        let is_own = self.begun_by == Some(staff.id);
        self.may_be_decided_by(staff) && (staff.role >= Role::Editor || is_own)
    }
}
