//! What one member of staff does with posts, as one transaction.

use sqlx::sqlite::SqliteConnection;

use super::store::doors::{self, Door};
use super::store::texts;
use super::titles::Titles;
use super::{EditablePost, PostError, PostId, PreparedContent, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::db::WriteTransaction;
use crate::ids::EditionId;
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

/// A transaction in which a member of staff does something with posts, in as many steps as it takes. Dropped without
/// [`commit`](Self::commit), as after a refusal, it changes nothing: neither posts and doors nor the audit log.
pub struct Act<'a> {
    pub(super) state: &'a AppState,
    pub(super) by: &'a Staff,
    pub(super) now: UnixMillis,
    pub(super) tx: WriteTransaction,
    changes_titles: bool,
}

impl<'a> Act<'a> {
    /// Begins an act that may change what readers see.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin(state: &'a AppState, by: &'a Staff) -> Result<Self, sqlx::Error> {
        Ok(Self::of(state, by, state.db.write_content().await?))
    }

    /// Begins an act of which readers see nothing, so that pages stay cached.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin_quietly(state: &'a AppState, by: &'a Staff) -> Result<Self, sqlx::Error> {
        Ok(Self::of(state, by, state.db.write_quietly().await?))
    }

    fn of(state: &'a AppState, by: &'a Staff, tx: WriteTransaction) -> Self {
        Self { state, by, now: state.clock.now_millis(), tx, changes_titles: false }
    }

    /// Puts everything that was done on the disk.
    ///
    /// # Errors
    /// When the database cannot be written; then nothing was done.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.tx.commit().await?;
        if self.changes_titles {
            self.state.extensions.get::<Titles>().invalidate();
        }
        Ok(())
    }

    /// Loads a post as this act has left it.
    ///
    /// # Errors
    /// `NotFound` when there is no such post.
    pub async fn post(&mut self, id: PostId) -> Result<EditablePost, PostError> {
        Ok(texts::load(&mut self.tx, id, self.now).await?)
    }

    /// Returns a door as this act has left it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn door(&mut self, edition: EditionId, day: u16) -> Result<Option<Door>, PostError> {
        Ok(doors::find(&mut self.tx, edition, day).await?)
    }

    /// Returns the doors of an edition as this act has left them, in day order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) async fn doors(&mut self, edition: EditionId) -> Result<Vec<Door>, PostError> {
        Ok(doors::of_edition(&mut self.tx, edition).await?)
    }

    /// Returns the transaction, for what another room stores together with this act.
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Returns the next day of an edition without a text, or the first one if there is none after `day`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn next_empty_day(&mut self, edition: EditionId, day: u16) -> Result<Option<u16>, PostError> {
        Ok(doors::next_empty(&mut self.tx, edition, day).await?)
    }

    /// Writes content to where readers get it from, or will.
    pub(super) async fn write_content(
        &mut self,
        post: PostId,
        content: &PreparedContent,
    ) -> Result<(), PostError> {
        self.note_title();
        Ok(store::write_content(&mut self.tx, post, content, self.now).await?)
    }

    /// Notes that the title of some post has changed.
    pub(super) fn note_title(&mut self) {
        self.changes_titles = true;
    }

    /// Writes to the audit log what was done with a post.
    pub(crate) async fn log(&mut self, action: AuditAction, post: PostId) -> Result<(), PostError> {
        Ok(audit_log::record(&mut self.tx, self.by, action, AuditTarget::Post(post), self.now).await?)
    }

    /// Writes to the audit log what was done with a post, and with what else: "lucka 7".
    pub(super) async fn log_about(
        &mut self,
        action: AuditAction,
        post: PostId,
        about: &str,
    ) -> Result<(), PostError> {
        let subject = AuditTarget::PostWith(post, about);
        Ok(audit_log::record(&mut self.tx, self.by, action, subject, self.now).await?)
    }
}
