//! Who was asked to read a text, and who has.

use super::CommentError;
use super::follow::content_of;
use super::letters::{self, News};
use super::store::reminders::Waiting;
use super::store::{readings, reminders};
use super::write::commentable;
use crate::error::AppError;
use crate::posts::diff::{FieldDifference, differences};
use crate::posts::{EditablePost, PostId, Revision};
use crate::staff::accounts::{self, StaffAccount};
use crate::staff::{Role, Staff, StaffId};
use crate::state::AppState;
use crate::text_input::{line, lines};
use crate::time::{DAY, UnixMillis};

/// Most characters of the line to somebody who is asked.
pub(crate) const LONGEST_NOTE: usize = 300;
/// Most characters of what somebody wants changed.
pub(crate) const LONGEST_REASON: usize = 1000;

/// After so long somebody who was asked and has not answered is reminded, in milliseconds.
pub(super) const OVERDUE: i64 = 3 * DAY;

/// What somebody says after reading a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum ReadingState {
    /// It can stay as it is.
    Read,
    /// Something has to be changed.
    Changes,
}

/// What somebody has said after reading a revision of a text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Reading {
    pub(crate) staff: StaffId,
    pub(crate) name: String,
    pub(crate) revision: Revision,
    pub(crate) state: ReadingState,
    /// What is to be changed; may be empty when comments say it.
    pub(crate) reason: String,
    pub(crate) read_at: UnixMillis,
}

/// Somebody who was asked to read a text and has not yet.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Request {
    pub(crate) staff: StaffId,
    pub(crate) name: String,
    /// Who asked; none when that account is gone.
    pub(crate) asked_by: Option<StaffId>,
    /// The name of whoever asked; empty when that account is gone.
    pub(crate) asker: String,
    pub(crate) note: String,
    pub(crate) asked_at: UnixMillis,
    /// When they were reminded by letter.
    pub(crate) reminded_at: Option<UnixMillis>,
}

/// Who has read a text, who is to, and who could.
pub(crate) struct Read {
    pub(crate) readings: Vec<Reading>,
    pub(crate) requests: Vec<Request>,
    /// Whoever saved its newest revision.
    pub(crate) writer: Option<StaffId>,
    /// Everybody who can be asked.
    pub(crate) people: Vec<StaffAccount>,
}

impl Read {
    /// Loads who has read a text.
    pub(crate) async fn load(state: &AppState, post: PostId) -> Result<Self, AppError> {
        let reader = state.db.reader();
        let writer = readings::writer_of(&mut *reader.acquire().await?, post).await?;
        let mut people = accounts::active(reader, Role::Reviewer).await?;
        people.retain(|person| Some(person.id) != writer);
        Ok(Self {
            readings: readings::of_post(reader, post).await?,
            requests: readings::requests(reader, post).await?,
            writer,
            people,
        })
    }
}

/// Asks somebody to read a text.
pub(crate) async fn ask(
    state: &AppState,
    by: &Staff,
    post: PostId,
    person: StaffId,
    note: &str,
) -> Result<(), CommentError> {
    let note = line(note);
    if note.chars().count() > LONGEST_NOTE {
        return Err(CommentError::TooLong(LONGEST_NOTE));
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let post = commentable(&mut tx, post, now).await?;
    let is_writer = readings::writer_of(&mut tx, post.id).await? == Some(person);
    if is_writer || !readings::can_be_asked(&mut tx, person).await? {
        return Err(CommentError::Nobody);
    }
    readings::ask(&mut tx, post.id, (person, by.id), &note, now).await?;
    if person != by.id {
        letters::ask(state, &mut tx, post.id, person).await?;
    }
    tx.commit().await?;
    letters::notify_soon(state);
    Ok(())
}

/// Returns how many texts wait for whom to be read.
pub(crate) async fn waiting(state: &AppState) -> Result<Vec<Waiting>, AppError> {
    Ok(reminders::waiting(state.db.reader(), state.clock.now_millis() - OVERDUE).await?)
}

/// Takes the question to somebody back.
pub(crate) async fn cancel(state: &AppState, post: PostId, person: StaffId) -> Result<(), CommentError> {
    let mut tx = state.db.write_quietly().await?;
    if !readings::end_request(&mut tx, post, person).await? {
        return Err(CommentError::Changed);
    }
    Ok(tx.commit().await?)
}

/// Saves what somebody says after reading the newest revision of a text.
pub(crate) async fn give(
    state: &AppState,
    by: &Staff,
    (post, revision): (PostId, Revision),
    said: ReadingState,
    reason: &str,
) -> Result<(), CommentError> {
    let reason = lines(reason).trim().to_owned();
    if reason.chars().count() > LONGEST_REASON {
        return Err(CommentError::TooLong(LONGEST_REASON));
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let post = commentable(&mut tx, post, now).await?;
    if !is_saved(&post) {
        return Err(CommentError::NotSaved);
    }
    if revision != post.newest {
        return Err(CommentError::NewerText);
    }
    if readings::writer_of(&mut tx, post.id).await? == Some(by.id) {
        return Err(CommentError::OwnText);
    }
    let is_unclear = said == ReadingState::Changes && reason.is_empty();
    if is_unclear && !readings::has_open_thread(&mut tx, post.id, by.id).await? {
        return Err(CommentError::NoReason);
    }
    readings::save(&mut tx, (post.id, by.id), revision, said, &reason, now).await?;
    readings::end_request(&mut tx, post.id, by.id).await?;
    letters::concern(state, &mut tx, post.id, News::Reading, Some(by.id)).await?;
    tx.commit().await?;
    letters::notify_soon(state);
    Ok(())
}

/// Whether there is a revision that somebody can read: one that was saved, or what the program had added.
pub(crate) fn is_saved(post: &EditablePost) -> bool {
    post.newest > Revision::NONE || post.begun_by.is_none()
}

/// Returns what was changed in a text since a revision.
pub(crate) async fn since_reading(
    state: &AppState,
    post: &EditablePost,
    revision: Revision,
) -> Result<Vec<FieldDifference>, AppError> {
    let before = content_of(&mut *state.db.reader().acquire().await?, post, revision).await?;
    differences(before, post.content.clone()).await
}
