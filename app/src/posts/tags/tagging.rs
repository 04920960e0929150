//! Giving subjects to texts and taking them away, without anybody opening the texts.

use crate::posts::{PostId, Revision};
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::posts::save::{finish, keep_original};
use crate::posts::store::revisions::{self, NewRevision};
use crate::posts::store::{drafts, put_only_tags, texts};
use crate::posts::tags::{is_same_tag, tag_spelling};
use crate::posts::{EditablePost, PostContent, PostError, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;

/// What is done with a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    /// Texts get it.
    Give,
    /// Texts lose it.
    Take,
}

/// What became of it for one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagged {
    /// It was so before.
    Already,
    /// It is so, for readers as well if they have the text.
    Done,
    /// A version says so, and readers have another until somebody publishes it.
    Saved,
}

/// Gives a text a subject, or takes it away, as a new version. What readers have changes at once when somebody does it
/// who may publish: then they get the version that they have, with nothing else changed, and what was saved meanwhile
/// stays the newest. What people are writing goes on from there.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn retag(
    state: &AppState,
    by: &Staff,
    post: PostId,
    name: &str,
    tagging: Tagging,
) -> Result<Result<Tagged, PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    if work.status == PostStatus::Trash {
        return Ok(Err(PostError::InTrash));
    }
    let name = tag_spelling(&mut tx, name).await?;
    let done = add_versions(&mut tx, &work, by, &name, tagging, now).await?;
    if done != Tagged::Already {
        let action = if tagging == Tagging::Give { AuditAction::Tagged } else { AuditAction::Untagged };
        audit_log::record(&mut tx, by, action, AuditTarget::PostWith(post, &name), now).await?;
    }
    finish(tx, Ok(done)).await
}

async fn add_versions(
    writer: &mut SqliteConnection,
    work: &EditablePost,
    by: &Staff,
    name: &str,
    tagging: Tagging,
    now: UnixMillis,
) -> Result<Tagged, sqlx::Error> {
    let newest = tagging.applied(&work.text, name);
    let reaches_readers = work.may_be_decided_by(by);
    let published_revision = if reaches_readers && work.has_changes_to_publish() {
        tagging.applied(&revisions::content(writer, work.id, work.published_revision).await?, name)
    } else {
        None
    };
    if newest.is_none() && published_revision.is_none() {
        return Ok(Tagged::Already);
    }
    let newest = newest.unwrap_or_else(|| work.text.clone());
    let mut number = keep_original(writer, work).await?;
    let mut versions = Vec::from_iter(&published_revision);
    versions.push(&newest);
    for text in versions {
        number = number.next();
        let version = NewRevision { number, text, by: Some(by.id), saved_at: now, restored_from: None };
        revisions::add(writer, work.id, version).await?;
    }
    let for_readers = match &published_revision {
        Some(text) => Some((number.before(), text)),
        None => (reaches_readers && !work.has_changes_to_publish()).then_some((number, &newest)),
    };
    if let Some((number, text)) = for_readers {
        put_only_tags(writer, work.id, &text.tags, now).await?;
        revisions::give_readers(writer, work.id, number).await?;
    }
    carry_drafts(writer, work, number, name, tagging).await?;
    Ok(if for_readers.is_some() { Tagged::Done } else { Tagged::Saved })
}

/// Whoever is writing began from the version before: the subject changes there, too, so that saving is no conflict.
async fn carry_drafts(
    writer: &mut SqliteConnection,
    work: &EditablePost,
    number: Revision,
    name: &str,
    tagging: Tagging,
) -> Result<(), sqlx::Error> {
    for (staff, mut draft) in drafts::all_from(writer, work.id, work.newest).await? {
        draft.text = tagging.applied(&draft.text, name).unwrap_or(draft.text);
        draft.base = number;
        drafts::keep(writer, work.id, staff, &draft).await?;
    }
    Ok(())
}

impl Tagging {
    /// The text with or without the subject; nothing if that is how it is.
    fn applied(self, text: &PostContent, name: &str) -> Option<PostContent> {
        let has = text.tags.iter().any(|known| is_same_tag(known, name));
        if has == (self == Self::Give) {
            return None;
        }
        let mut text = text.clone();
        match self {
            Self::Give => text.tags.push(name.to_owned()),
            Self::Take => text.tags.retain(|known| !is_same_tag(known, name)),
        }
        Some(text)
    }
}
