//! Undoing the last change of an edition's settings, until the next one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::moves::Moves;
use super::parse::{ParsedForm, parse_form};
use super::save::{action_of, write};
use super::{EditionError, EditionRecord, store};
use crate::audit_log::{self, AuditTarget};
use crate::calendar::{EditionForm, EditionId, EditionVersion, ShuffleSeed};
use crate::error::AppError;
use crate::markdown;
use crate::posts::rearrange::{Decision, Placement, rearrange};
use crate::posts::{Act, PostId, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

/// A change of an edition's settings, with what was there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    /// The form that would save the edition as it was, with the names of all its days.
    pub(super) form: EditionForm,
    /// What decided the order of the windows.
    pub(super) seed: i64,
    /// The texts that lost their days by it.
    pub(super) lost: Vec<LostDay>,
    /// What was changed, in words.
    pub(super) about: String,
}

/// A text that lost its day, and what was decided about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LostDay {
    pub(super) post: PostId,
    pub(super) day: u16,
    pub(super) decision: Option<Decision>,
}

/// The last change, as the edition's page tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LastChange {
    /// What was changed, in words.
    pub(crate) about: String,
    pub(crate) changed_at: UnixMillis,
    /// Whether readers notice at once when it is undone.
    pub(crate) concerns_readers: bool,
}

impl Change {
    /// Returns the edition as it was, with the names of its days.
    fn before(&self) -> Result<ParsedForm, EditionError> {
        let mut parsed = parse_form(&self.form).map_err(EditionError::Invalid)?;
        parsed.edition.seed = ShuffleSeed(self.seed);
        Ok(parsed)
    }

    /// Whether readers notice at once when an edition becomes as it was.
    fn concerns_readers(&self, edition: &EditionRecord, back: &ParsedForm, now: Timestamp) -> bool {
        let gives_back = edition.is_published() && self.lost.iter().any(|lost| lost.decision.is_some());
        gives_back || Moves::between(edition, &back.edition, now).concerns_readers()
    }
}

/// Remembers what a change made of an edition, in place of the change before.
pub(super) async fn remember(
    tx: &mut SqliteConnection,
    before: &EditionRecord,
    labels: BTreeMap<String, String>,
    lost: Vec<LostDay>,
    (about, now): (String, UnixMillis),
) -> Result<(), sqlx::Error> {
    let form = EditionForm { labels, ..before.to_form() };
    let change = Change { form, seed: before.seed.0, lost, about };
    store::changes::save(tx, before.id, before.version.next(), &change, now).await
}

/// Returns the last change of an edition, if it can be undone: none when something else of it has changed since.
pub(crate) async fn last_change(
    state: &AppState,
    edition: &EditionRecord,
) -> Result<Option<LastChange>, AppError> {
    let known = store::changes::find(state.db.reader(), edition.id).await?;
    let Some((version, changed_at, change)) = known else { return Ok(None) };
    let Some(back) = change.before().ok().filter(|_| version == edition.version) else { return Ok(None) };
    let concerns_readers = change.concerns_readers(edition, &back, state.clock.now());
    Ok(Some(LastChange { about: change.about, changed_at, concerns_readers }))
}

/// Makes an edition what it was before its last change, with the texts that lost their days back on them. Refuses when
/// something has changed since. `is_sure` says that somebody has confirmed that readers notice.
pub(crate) async fn undo(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    is_sure: bool,
) -> Result<(), EditionError> {
    let now = state.clock.now();
    let mut act = Act::begin(state, staff).await?;
    let edition = store::find(act.connection(), id).await?.ok_or(EditionError::NotFound)?;
    let known = store::changes::find(act.connection(), id).await?;
    let (made, _, change) = known.ok_or(EditionError::NothingToUndo)?;
    if made != edition.version || version != edition.version {
        return Err(EditionError::ChangedSince);
    }
    let back = change.before()?;
    check_texts(&mut act, id, back.edition.schedule.days(), &change.lost).await?;
    if store::is_taken(act.connection(), &back.edition.slug, id).await? {
        return Err(EditionError::AddressTaken);
    }
    if !is_sure && change.concerns_readers(&edition, &back, now) {
        return Err(EditionError::NotSure);
    }
    let html = markdown::to_html(&back.edition.introduction);
    write(act.connection(), &edition, (&back, &html), (&staff.name, now.into())).await?;
    let placements: Vec<_> = change
        .lost
        .iter()
        .map(|lost| Placement { post: lost.post, day: Some(lost.day), decision: lost.decision })
        .collect();
    rearrange(&mut act, id, &placements).await?;
    store::changes::forget(act.connection(), id).await?;
    let about = format!("{}: ångrade {}", back.edition.title, change.about);
    let action = action_of(&edition, &back.edition);
    audit_log::record(act.connection(), staff, action, AuditTarget::Named(&about), now.into()).await?;
    act.commit().await?;
    Ok(())
}

/// Refuses when a day that would go has got a text, or when a text that is to get its day back has another one.
async fn check_texts(
    act: &mut Act<'_>,
    id: EditionId,
    days: u16,
    lost: &[LostDay],
) -> Result<(), EditionError> {
    if !store::hung_after(act.connection(), id, days).await?.is_empty() {
        return Err(EditionError::TextsMoved);
    }
    for text in lost {
        let is_loose = act
            .post(text.post)
            .await
            .is_ok_and(|post| post.door.is_none() && !matches!(post.status, PostStatus::Trash));
        if !is_loose {
            return Err(EditionError::TextsMoved);
        }
    }
    Ok(())
}
