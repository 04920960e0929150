//! A desk on which somebody has pressed a button. What stands in the form is kept first: whatever is refused, nothing
//! is lost.

use super::super::Sent;
use super::flash::{Flash, redirect_with_flash};
use crate::error::AppError;
use crate::paths;
use crate::posts::autosave::{self, Autosaved};
use crate::posts::save::{self, Save};
use crate::posts::store::texts;
use crate::posts::{DraftVersion, EditablePost, PostContent, PostError, PostStatus, Revision};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// A desk on which somebody has pressed a button.
pub(super) struct Pressed<'a> {
    pub(super) state: &'a AppState,
    pub(super) staff: &'a Staff,
    pub(super) work: EditablePost,
    text: PostContent,
    base: Revision,
    known: DraftVersion,
}

impl<'a> Pressed<'a> {
    pub(super) async fn of(state: &'a AppState, staff: &'a Staff, sent: Sent) -> Result<Self, AppError> {
        let work = texts::find(state.db.reader(), sent.id, state.clock.now_millis()).await?;
        let text = PostContent::read(work.kind, sent.typed);
        Ok(Self { state, staff, text, base: sent.base, known: sent.known, work })
    }

    pub(super) fn save(&self) -> Save<'_> {
        Save { post: self.work.id, base: self.base, known: self.known, text: &self.text }
    }

    /// Keeps what was typed, where the button does something else than saving it. A person has one draft of a text:
    /// what comes from a second window becomes a version.
    pub(super) async fn keep(&self) -> Result<(), AppError> {
        if self.work.status == PostStatus::Trash {
            return Ok(());
        }
        if let Autosaved::ElsewhereAt(_) = autosave::autosave(self.state, self.staff, self.save()).await? {
            // Refused where somebody else has saved meanwhile; then the client still has it.
            let _: Result<(), PostError> = save::save(self.state, self.staff, self.save()).await?;
        }
        Ok(())
    }

    /// Keeps what was typed, and leads to another page about the text.
    pub(super) async fn keep_and_go_to(&self, path: &str) -> Result<(), AppError> {
        self.keep().await?;
        RequestContext::current()?.redirect(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
        Ok(())
    }

    /// The text as it is now.
    pub(super) async fn again(&self) -> Result<EditablePost, AppError> {
        Ok(texts::find(self.state.db.reader(), self.work.id, self.state.clock.now_millis()).await?)
    }

    /// Leads back to the desk, which says what was done, or why it was not and what to do instead.
    pub(super) async fn answer(&self, done: Result<(), PostError>, flash: Flash) -> Result<(), AppError> {
        match done {
            Ok(()) => redirect_with_flash(self.state, &paths::edit_post(self.work.id), &flash).await,
            Err(refusal) => self.refuse(refusal).await,
        }
    }

    /// Leads back to the desk, which says why nothing was done, and what to do instead.
    pub(super) async fn refuse(&self, refusal: PostError) -> Result<(), AppError> {
        let desk = paths::edit_post(self.work.id);
        self.keep().await?;
        let page = if refusal == PostError::Newer { paths::compare_post(self.work.id) } else { desk };
        let tells_missing = refusal == PostError::Missing;
        redirect_with_flash(
            self.state,
            &page,
            &Flash { tells_missing, ..Flash::refused(refusal.to_string()) },
        )
        .await
    }
}
