//! A desk on which somebody has pressed a button. What stands in the form is kept first: whatever is refused, nothing
//! is lost.

use super::super::Sent;
use super::said::{Said, say};
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::visit::Visit;
use crate::state::AppState;
use crate::writing::keep::{self, Kept};
use crate::writing::save::{self, Save};
use crate::writing::store::texts;
use crate::writing::{Manuscript, Refusal, Standing, Work};

/// A desk on which somebody has pressed a button.
pub(super) struct Pressed<'a> {
    pub(super) state: &'a AppState,
    pub(super) staff: &'a Staff,
    pub(super) work: Work,
    text: Manuscript,
    base: i64,
    known: i64,
}

impl<'a> Pressed<'a> {
    pub(super) async fn of(state: &'a AppState, staff: &'a Staff, sent: Sent) -> Result<Self, AppError> {
        let work = texts::find(state.db.reader(), sent.id, state.clock.now_millis()).await?;
        let text = Manuscript::read(work.kind, sent.typed);
        Ok(Self { state, staff, text, base: sent.base, known: sent.known, work })
    }

    pub(super) fn save(&self) -> Save<'_> {
        Save { post: self.work.id, base: self.base, known: self.known, text: &self.text }
    }

    /// Keeps what was typed, where the button does something else than saving it. A person has one draft of a text:
    /// what comes from a second window becomes a version.
    pub(super) async fn keep(&self) -> Result<(), AppError> {
        if self.work.standing == Standing::Trash {
            return Ok(());
        }
        if let Kept::Elsewhere(_) = keep::keep(self.state, self.staff, self.save()).await? {
            // Refused where somebody else has saved meanwhile; then the client still has it.
            let _: Result<(), Refusal> = save::save(self.state, self.staff, self.save()).await?;
        }
        Ok(())
    }

    /// Keeps what was typed, and leads to another page about the text.
    pub(super) async fn keep_and_go_to(&self, path: &str) -> Result<(), AppError> {
        self.keep().await?;
        Visit::here()?.go_to(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
        Ok(())
    }

    /// The text as it is now.
    pub(super) async fn again(&self) -> Result<Work, AppError> {
        Ok(texts::find(self.state.db.reader(), self.work.id, self.state.clock.now_millis()).await?)
    }

    /// Leads back to the desk, which says what was done, or why it was not and what to do instead.
    pub(super) async fn answer(&self, done: Result<(), Refusal>, said: Said) -> Result<(), AppError> {
        match done {
            Ok(()) => say(self.state, &paths::writing(self.work.id), &said).await,
            Err(refusal) => self.refuse(refusal).await,
        }
    }

    /// Leads back to the desk, which says why nothing was done, and what to do instead.
    pub(super) async fn refuse(&self, refusal: Refusal) -> Result<(), AppError> {
        let desk = paths::writing(self.work.id);
        self.keep().await?;
        let page = if refusal == Refusal::Newer { paths::comparison(self.work.id) } else { desk };
        let tells_missing = refusal == Refusal::Missing;
        say(self.state, &page, &Said { tells_missing, ..Said::refused(refusal.to_string()) }).await
    }
}
