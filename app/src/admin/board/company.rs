//! Who else has a board open, and whether it has changed.

use serde::Serialize;

use crate::admin::staff_stream::{Watched, WatchedPlace, others_here};
use crate::board;
use crate::calendar::editing;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::posts::Place;
use crate::staff::{Role, StaffId};
use crate::state::AppState;

/// What others do on a board that somebody has open.
#[derive(Debug, Clone, Copy)]
pub struct BoardCompany {
    /// The board's edition.
    pub edition: EditionId,
}

/// What the script of a board is told.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct BoardNews {
    /// "Anna och Bo är också här."
    here: String,
    /// The version of the board. A page that was made of another one is out of date.
    version: String,
    /// Whoever changed one of its texts last; empty when that is unknown, or the person who is told.
    by: String,
}

impl Watched for BoardCompany {
    type News = BoardNews;
    const LEAST_ROLE: Role = Role::Reviewer;

    async fn place(&self, state: &AppState) -> Result<WatchedPlace, AppError> {
        editing::find(state.db.reader(), self.edition).await?.ok_or(AppError::NotFound)?;
        Ok(WatchedPlace(Place::Board(self.edition)))
    }

    async fn look(&self, state: &AppState, staff: StaffId) -> Result<BoardNews, AppError> {
        // As of one moment: a change that comes between must not be told without its person.
        let mut moment = state.db.reader().begin().await?;
        let last = board::last_change(&mut moment).await?;
        Ok(BoardNews {
            here: others_here(state, Place::Board(self.edition), staff),
            version: board::version(&mut moment, self.edition).await?,
            by: last.filter(|(who, _)| *who != staff).map(|(_, name)| name).unwrap_or_default(),
        })
    }
}
