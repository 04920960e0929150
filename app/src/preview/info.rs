//! What the preview's page says about a post or an edition: what it is called, and when it becomes public.

use super::build::{is_gone, public_from};
use crate::calendar::{EditionId, editing};
use crate::error::AppError;
use crate::paths;
use crate::posts::PostId;
use crate::posts::store::{drafts, texts};
use crate::staff::StaffId;
use crate::state::AppState;
use crate::time::UnixMillis;

/// What is known of the target of a preview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PreviewInfo {
    /// Title of the post or edition; may be empty.
    pub title: String,
    /// When the post becomes public, or the edition's first door opens; none while nobody has decided.
    pub public_from: Option<UnixMillis>,
    /// For a post the door that it hangs on; for an edition all doors.
    pub doors: Vec<DoorInfo>,
    /// The words that the preview shows, if they are not saved as a version.
    pub unsaved: Option<UnsavedWords>,
    /// Whether the post was withdrawn or trashed, so that nobody outside may see it.
    pub is_gone: bool,
}

/// Words that are not saved as a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnsavedWords {
    /// The staff member's own.
    Own,
    /// Somebody else's, by name, and when they were last autosaved.
    Of(String, UnixMillis),
}

/// A door as the preview's page links to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorInfo {
    /// Day of the edition, from 1.
    pub day: u16,
    /// When the door opens.
    pub opens_at: UnixMillis,
    /// Path of the door's page.
    pub path: String,
    /// Whether nothing hangs there that readers could get.
    pub is_empty: bool,
}

/// Loads what is known of a post to a staff member who may be writing it.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such post.
pub async fn post_info(state: &AppState, post: PostId, staff: StaffId) -> Result<PreviewInfo, AppError> {
    let mut reader = state.db.reader().acquire().await?;
    let mut work = texts::load(&mut reader, post, state.clock.now_millis()).await?;
    let draft = drafts::find(&mut reader, post, staff).await?;
    drop(reader);
    let unsaved = match (draft, work.draft.take()) {
        (Some(own), _) => {
            work.content = own.content;
            Some(UnsavedWords::Own)
        }
        (None, Some(theirs)) => {
            work.content = theirs.content;
            Some(UnsavedWords::Of(theirs.name, theirs.version.saved_at()))
        }
        (None, None) => None,
    };
    let door = work.door.as_ref().map(|place| DoorInfo {
        day: place.day,
        opens_at: place.opens_at,
        path: paths::door(&place.slug, place.day),
        is_empty: false,
    });
    Ok(PreviewInfo {
        public_from: public_from(&work),
        doors: door.into_iter().collect(),
        unsaved,
        is_gone: is_gone(&work),
        title: work.content.title,
    })
}

/// Loads what is known of an edition.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such edition.
pub async fn edition_info(state: &AppState, edition: EditionId) -> Result<PreviewInfo, AppError> {
    let edition = editing::find(state.db.reader(), edition).await?.ok_or(AppError::NotFound)?;
    let days = editing::days(state, &edition).await?;
    let doors: Vec<_> = days
        .iter()
        .map(|day| DoorInfo {
            day: day.number,
            opens_at: day.opens_at,
            path: paths::door(&edition.slug, day.number),
            is_empty: !day.is_taken(),
        })
        .collect();
    let public_from = doors.first().map(|door| door.opens_at);
    Ok(PreviewInfo { title: edition.title, public_from, doors, ..PreviewInfo::default() })
}
