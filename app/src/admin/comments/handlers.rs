//! What the page of a text's comments loads, and what its server functions do.

use serde::{Deserialize, Serialize};

use super::views::{self, Page};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::comments::{self, Change, CommentError, NewComment, Read, ReadingState};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::ids::CommentId;
use crate::paths;
use crate::posts::{PostId, Revision};
use crate::staff::{Staff, StaffId};
use crate::state::AppState;
use crate::ui::render_to_string;

/// Key of the page's flash.
const FLASH: &str = "comments";
/// How many readings are shown with what was changed since.
const MOST_DIFFERENCES: usize = 5;

/// A comment as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sent {
    pub(super) block: Option<usize>,
    pub(super) answers: CommentId,
    pub(super) words: String,
    pub(super) before: String,
    pub(super) body: String,
}

impl Sent {
    /// Returns what the ids of the form's fields end in: each form of the page has fields of its own.
    pub(super) fn form(&self) -> String {
        match self.block {
            _ if self.answers != CommentId::NONE => format!("svar-{}", self.answers),
            Some(block) => block.to_string(),
            None => "alla".to_owned(),
        }
    }
}

/// What the page needs of a form that came before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct More {
    pub(super) sent: Option<Sent>,
    /// What somebody wants changed, when it was not saved.
    pub(super) reason: String,
    /// The line to somebody, when it was not saved.
    pub(super) note: String,
    /// A comment that was added, to be led to.
    pub(super) added: Option<CommentId>,
    /// A comment that was deleted and can be taken back at once.
    pub(super) deleted: Option<CommentId>,
}

/// Renders a text with what is said about it.
pub(in crate::admin) async fn page(
    state: &AppState,
    staff: &Staff,
    post: PostId,
) -> Result<PrerenderedAdminPage, AppError> {
    let commented = comments::threads(state, post).await?;
    let read = Read::load(state, post).await?;
    let flash: Flash<More> = take_flash(state, FLASH).await?;
    let mut since = Vec::new();
    for reading in read.readings.iter().filter(|reading| reading.revision < commented.post.newest) {
        if since.len() < MOST_DIFFERENCES {
            let differences = comments::since_reading(state, &commented.post, reading.revision).await?;
            since.push((reading.staff, differences));
        }
    }
    let title = format!("Kommentarer: {}", commented.post.content.title_or_untitled());
    let html = render_to_string(views::page(&Page {
        staff,
        commented: &commented,
        read: &read,
        since,
        flash: &flash,
        script: &state.assets.staff_js,
        now: state.clock.now_millis(),
    }));
    Ok(PrerenderedAdminPage { title: flash.title(&title), html })
}

/// Adds a comment.
pub(super) async fn add(state: &AppState, staff: &Staff, post: PostId, sent: Sent) -> Result<(), AppError> {
    let new = NewComment {
        post,
        answers: Some(sent.answers).filter(|id| *id != CommentId::NONE),
        block: sent.block,
        words: sent.words.clone(),
        before: sent.before.clone(),
        body: sent.body.clone(),
    };
    let flash = match comments::write(state, staff, new).await {
        Ok(id) => {
            let words = if sent.answers == CommentId::NONE {
                "Kommentaren är sparad."
            } else {
                "Svaret är sparat."
            };
            Flash::done(words, More { added: Some(id), ..More::default() })
        }
        Err(error) => {
            let field = match error {
                CommentError::NotThere | CommentError::Several | CommentError::NoWords => "ord",
                _ => "kommentar",
            };
            let field = format!("{field}-{}", sent.form());
            refused(error, Some(field), More { sent: Some(sent), ..More::default() })?
        }
    };
    tell(state, post, &flash).await
}

/// Changes a comment.
pub(super) async fn change(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    id: CommentId,
    action: &str,
) -> Result<(), AppError> {
    let change = Change::parse(action).ok_or(AppError::Invalid)?;
    let flash = match comments::change(state, staff, post, id, change).await {
        Ok(()) => {
            let deleted = (change == Change::Delete).then_some(id);
            Flash::done(change.done(), More { deleted, ..More::default() })
        }
        Err(error) => refused(error, None, More::default())?,
    };
    tell(state, post, &flash).await
}

/// Asks somebody to read a text.
pub(super) async fn ask(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    person: StaffId,
    note: &str,
) -> Result<(), AppError> {
    let flash = match comments::ask(state, staff, post, person, note).await {
        Ok(()) => Flash::done("Frågan är ställd. Den står på personens skrivbord.", More::default()),
        Err(error) => {
            let field = if matches!(error, CommentError::Nobody) { "person" } else { "note" };
            refused(error, Some(field.into()), More { note: note.to_owned(), ..More::default() })?
        }
    };
    tell(state, post, &flash).await
}

/// Takes the question to somebody back.
pub(super) async fn cancel(state: &AppState, post: PostId, person: StaffId) -> Result<(), AppError> {
    let flash = match comments::cancel(state, post, person).await {
        Ok(()) => Flash::done("Frågan är tillbakatagen.", More::default()),
        Err(error) => refused(error, None, More::default())?,
    };
    tell(state, post, &flash).await
}

/// Saves what somebody says who has read a text.
pub(super) async fn give(
    state: &AppState,
    staff: &Staff,
    read: (PostId, Revision),
    action: &str,
    reason: &str,
) -> Result<(), AppError> {
    let (said, words) = match action {
        "last" => (ReadingState::Read, "Texten är markerad som läst av dig."),
        "andra" => (ReadingState::Changes, "Skribenten ser att du önskar ändringar."),
        _ => return Err(AppError::Invalid),
    };
    let flash = match comments::give(state, staff, read, said, reason).await {
        Ok(()) => Flash::done(words, More::default()),
        Err(error) => {
            let is_about_reason = matches!(error, CommentError::NoReason | CommentError::TooLong(_));
            let field = is_about_reason.then(|| "reason".to_owned());
            refused(error, field, More { reason: reason.to_owned(), ..More::default() })?
        }
    };
    tell(state, read.0, &flash).await
}

/// Returns what tells of a refusal, at its field if it is about one.
fn refused(error: CommentError, field: Option<String>, more: More) -> Result<Flash<More>, AppError> {
    let message = error.refusal()?;
    Ok(match field {
        Some(field) => Flash::invalid(FieldErrors::one(field, message), more),
        None => Flash::refused(message, more),
    })
}

async fn tell(state: &AppState, post: PostId, flash: &Flash<More>) -> Result<(), AppError> {
    redirect_with_flash(state, FLASH, &paths::comments(post), flash).await
}
