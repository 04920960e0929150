//! Who else has a post open, and whether somebody has saved a newer version.

use super::{Company, views};
use crate::admin::staff_stream::{Watched, WatchedPlace, others_here};
use crate::error::AppError;
use crate::posts::store::{revisions, texts};
use crate::posts::{PostId, Revision};
use crate::staff::{Role, StaffId};
use crate::state::AppState;
use crate::ui::render_to_string;

/// What others do in a post that somebody has open in the editor.
#[derive(Debug, Clone, Copy)]
pub struct PostCompany {
    /// The post.
    pub post: PostId,
    /// The revision that the writing began from.
    pub base_revision: Revision,
}

impl Watched for PostCompany {
    type News = Company;
    const LEAST_ROLE: Role = Role::Writer;

    async fn place(&self, state: &AppState) -> Result<WatchedPlace, AppError> {
        texts::find(state.db.reader(), self.post, state.clock.now_millis()).await?;
        Ok(WatchedPlace(self.post.into()))
    }

    async fn look(&self, state: &AppState, staff: StaffId) -> Result<Company, AppError> {
        company(state, staff, self.post, self.base_revision).await
    }
}

/// Returns what the others do in a post at the moment.
pub(super) async fn company(
    state: &AppState,
    staff: StaffId,
    post: PostId,
    base_revision: Revision,
) -> Result<Company, AppError> {
    let newest = revisions::newest(state.db.reader(), post).await?;
    let newer = newest.filter(|newest| newest.number > base_revision);
    let now = state.clock.now_millis();
    Ok(Company {
        here: others_here(state, post.into(), staff),
        newer: newer.map(|newer| render_to_string(views::newer(&newer, now))).unwrap_or_default(),
    })
}
