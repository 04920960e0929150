//! Filling the doors that have opened without a text.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::fitness::unfit;
use super::store::{self, Listed};
use crate::error::AppError;
use crate::ids::{EditionId, PostId};
use crate::posts::checks;
use crate::posts::stand_in::{is_filled, stand_in};
use crate::posts::store::texts;
use crate::state::AppState;
use crate::time::UnixMillis;

/// Fills every door that has opened since the last time and on which nothing hangs that readers get: each once, and the
/// earliest opening first. All of it is one transaction, which also notes until when openings are dealt with.
pub(crate) async fn settle(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let editions = store::due_editions(state.db.reader(), now).await?;
    if editions.is_empty() {
        return Ok(());
    }
    let mut fit = HashMap::new();
    for edition in editions {
        fit.insert(edition, fit_reserves(state, edition, now).await?.into_iter());
    }
    let mut tx = state.db.write_content().await?;
    let mut has_filled = false;
    // Read again: somebody may have filled a door, or dealt with all of it, a moment ago.
    for (edition, day) in store::due_doors(&mut tx, now).await? {
        if is_filled(&mut tx, edition, day).await? {
            continue;
        }
        let Some(reserves) = fit.get_mut(&edition) else { continue };
        let Some(post) = next(&mut tx, edition, reserves, now).await? else {
            tracing::info!(day, "a door has opened without a text, and no reserve can be used");
            continue;
        };
        let displaced = stand_in(&mut tx, post, (edition, day), now).await?;
        store::add_filling(&mut tx, (edition, day), post, displaced, now).await?;
        has_filled = true;
        tracing::info!(day, "a reserve has filled a door");
    }
    store::note_settled(&mut tx, now).await?;
    // Pages that were rendered ahead for this instant stay true when every door had its text.
    if has_filled {
        tx.commit().await?;
    } else {
        tx.commit_quietly().await?;
    }
    Ok(())
}

/// Returns the reserves of an edition that can be used, in their order.
async fn fit_reserves(
    state: &AppState,
    edition: EditionId,
    now: UnixMillis,
) -> Result<Vec<Listed>, AppError> {
    let mut fit = Vec::new();
    for listed in store::listed(state.db.reader(), edition).await? {
        let post = texts::find(state.db.reader(), listed.post, now).await?;
        let facts = checks::facts(state, listed.post, &post.content).await?;
        if unfit(&post, Some(listed.revision), &facts).is_none() {
            fit.push(listed);
        }
    }
    Ok(fit)
}

/// Returns the next of them that nobody has changed since it was checked.
async fn next(
    writer: &mut SqliteConnection,
    edition: EditionId,
    fit: &mut impl Iterator<Item = Listed>,
    now: UnixMillis,
) -> Result<Option<PostId>, sqlx::Error> {
    for listed in fit {
        if store::is_listed(writer, edition, listed).await?
            && texts::load(writer, listed.post, now).await?.newest == listed.revision
        {
            return Ok(Some(listed.post));
        }
    }
    Ok(None)
}
