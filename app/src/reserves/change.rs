//! What staff do with the reserves of an edition.

use sqlx::sqlite::SqliteConnection;

use super::fitness::unfit;
use super::{ReserveError, store};
use crate::audit_log::{AuditAction, AuditTarget, record};
use crate::ids::{EditionId, PostId};
use crate::posts::checks;
use crate::posts::store::texts;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::UnixMillis;

/// The most reserves of an edition: no more are checked at an opening.
const MOST: usize = 60;

/// Makes a text the last reserve of an edition. With that an editor has decided that readers may have its saved words.
pub(crate) async fn add(
    state: &AppState,
    by: &Staff,
    edition: EditionId,
    post: PostId,
) -> Result<String, ReserveError> {
    let mut tx = state.db.write_content().await?;
    let title = add_displaced(state, &mut tx, by, edition, post).await?;
    tx.commit().await?;
    Ok(format!("”{title}” ligger nu sist bland reserverna."))
}

/// Does what [`add`] does within a transaction that may just have taken the text off its day. Returns the text's title.
pub(crate) async fn add_displaced(
    state: &AppState,
    writer: &mut SqliteConnection,
    by: &Staff,
    edition: EditionId,
    post: PostId,
) -> Result<String, ReserveError> {
    if by.role < Role::Editor {
        return Err(ReserveError::NotYours);
    }
    let now = state.clock.now_millis();
    let text = texts::load(writer, post, now).await?;
    let facts = checks::facts(state, post, &text.content).await?;
    if let Some(unfit) = unfit(&text, None, &facts) {
        return Err(unfit.into());
    }
    let title = store::edition_title(writer, edition).await?;
    let mut order = store::order(writer, edition).await?;
    if order.len() >= MOST {
        return Err(ReserveError::Full(MOST));
    }
    order.retain(|other| *other != post);
    store::add(writer, edition, post, text.newest).await?;
    order.push(post);
    store::set_order(writer, &order).await?;
    record(writer, by, AuditAction::ReserveAdded, AuditTarget::PostWith(post, &title), now).await?;
    Ok(text.content.title_or_untitled().to_owned())
}

/// Takes a text away from the reserves of an edition: it lies among the texts without a day.
pub(crate) async fn remove(
    state: &AppState,
    by: &Staff,
    edition: EditionId,
    post: PostId,
) -> Result<String, ReserveError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let title = store::edition_title(&mut tx, edition).await?;
    if !store::remove(&mut tx, edition, post).await? {
        return Err(ReserveError::Gone);
    }
    let order = store::order(&mut tx, edition).await?;
    store::set_order(&mut tx, &order).await?;
    record(&mut tx, by, AuditAction::ReserveRemoved, AuditTarget::PostWith(post, &title), now).await?;
    let text = texts::load(&mut tx, post, now).await?;
    tx.commit().await?;
    Ok(format!(
        "”{}” är inte reserv längre. Den ligger bland texterna utan dag.",
        text.newest_words().title_or_untitled()
    ))
}

/// Gives a reserve another place in the list, counted from 1; a place beyond the last is the last.
pub(crate) async fn reorder(
    state: &AppState,
    edition: EditionId,
    post: PostId,
    place: impl FnOnce(usize) -> usize,
) -> Result<String, ReserveError> {
    let mut tx = state.db.write_content().await?;
    let mut order = store::order(&mut tx, edition).await?;
    let from = order.iter().position(|other| *other == post).ok_or(ReserveError::Gone)?;
    order.remove(from);
    let to = place(from.saturating_add(1)).saturating_sub(1).min(order.len());
    order.insert(to, post);
    store::set_order(&mut tx, &order).await?;
    let text = texts::load(&mut tx, post, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(format!("”{}” är nu reserv nummer {}.", text.newest_words().title_or_untitled(), to.saturating_add(1)))
}

/// Switches the reserves of an edition on or off. From then on doors are filled; those that are open already are left
/// alone.
pub(crate) async fn switch(
    state: &AppState,
    by: &Staff,
    edition: EditionId,
    on: bool,
) -> Result<String, ReserveError> {
    let now: UnixMillis = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let title = store::edition_title(&mut tx, edition).await?;
    if store::switch(&mut tx, edition, on.then_some(now)).await? {
        let action = if on { AuditAction::ReservesOn } else { AuditAction::ReservesOff };
        record(&mut tx, by, action, AuditTarget::Named(&title), now).await?;
    }
    tx.commit().await?;
    Ok(if on {
        "Reserverna är på. En lucka som skulle öppnas tom fylls med den första som går att använda."
            .to_owned()
    } else {
        "Reserverna är av. En lucka utan text öppnas tom.".to_owned()
    })
}
