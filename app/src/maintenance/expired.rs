//! Sessions, links, messages, comments and numbers of readings that have expired.

use crate::comments;
use crate::feedback;
use crate::preview::review_links;
use crate::staff;
use crate::state::AppState;
use crate::statistics;

/// Deletes them.
pub(super) async fn delete(state: &AppState) -> Result<(), sqlx::Error> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    staff::delete_expired(&mut tx, now).await?;
    review_links::store::delete_expired(&mut tx, now).await?;
    feedback::delete_old(&mut tx, now).await?;
    comments::delete_old(&mut tx, now).await?;
    statistics::delete_old(&mut tx, now).await?;
    tx.commit().await
}
