//! What staff know of a text or an edition before they look at it: what it is called, and when it becomes public.

use super::prepare::{is_gone, public_from};
use super::store;
use crate::calendar::EditionId;
use crate::error::AppError;
use crate::paths;
use crate::posts::PostId;
use crate::posts::store::{drafts, texts};
use crate::staff::StaffId;
use crate::state::AppState;
use crate::time::UnixMillis;

/// What there is to look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The title; may be empty.
    pub title: String,
    /// When it becomes public, or when its first door opens, in milliseconds UTC; nothing if nobody has decided.
    pub from: Option<UnixMillis>,
    /// For a text: the door that it hangs on. For an edition: all doors.
    pub doors: Vec<Door>,
    /// Whether somebody's own unsaved words are shown.
    pub is_unsaved: bool,
    /// Whether it was withdrawn or thrown away: nobody outside may see it.
    pub is_gone: bool,
}

/// A door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// Its number.
    pub day: u16,
    /// When it opens, in milliseconds UTC.
    pub opens: UnixMillis,
    /// Its page.
    pub path: String,
}

/// What is known of a text to somebody who may be writing it.
///
/// # Errors
/// [`AppError::NotFound`] when there is none.
pub async fn plan_of_text(state: &AppState, post: PostId, staff: StaffId) -> Result<Plan, AppError> {
    let mut reader = state.db.reader().acquire().await?;
    let mut work = texts::load(&mut reader, post, state.clock.now_millis()).await?;
    let draft = drafts::find(&mut reader, post, staff).await?;
    drop(reader);
    let is_unsaved = draft.is_some();
    if let Some(draft) = draft {
        work.content = draft.content;
    }
    let door = work.door.as_ref().map(|door| Door {
        day: door.day,
        opens: door.opens_at,
        path: paths::door(&door.slug, door.day),
    });
    Ok(Plan {
        from: public_from(&work),
        doors: door.into_iter().collect(),
        is_unsaved,
        is_gone: is_gone(&work),
        title: work.content.title,
    })
}

/// What is known of an edition.
///
/// # Errors
/// [`AppError::NotFound`] when there is none.
pub async fn plan_of_edition(state: &AppState, edition: EditionId) -> Result<Plan, AppError> {
    let reader = state.db.reader();
    let (slug, title) = store::edition(reader, edition).await?;
    let doors = store::doors(reader, edition).await?;
    let doors = doors.into_iter().map(|(day, opens)| Door { day, opens, path: paths::door(&slug, day) });
    let doors: Vec<_> = doors.collect();
    Ok(Plan { title, from: doors.first().map(|door| door.opens), doors, ..Plan::default() })
}
