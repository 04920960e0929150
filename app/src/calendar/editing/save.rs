//! Changing an edition.
//!
//! What readers have seen stays: an open door closes only when somebody has confirmed it, and the same goes for doors
//! that a change would open at once. No post loses its door by a change of the edition.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::format::day_list;
use super::moves::{opening, schedule_in_words};
use super::parse::{ParsedForm, parse_form};
use super::{EditionError, EditionRecord, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::store::{set_label, write_doors};
use crate::calendar::{
    EditionForm, EditionId, EditionState, EditionVersion, NewEdition, Schedule, ShuffleSeed,
};
use crate::field_errors::FieldErrors;
use crate::markdown;
use crate::staff::Staff;
use crate::state::AppState;

pub(super) const SLUG_TAKEN: &str = "En annan kalender har den adressen. Skriv en annan.";

/// What saving an edition did.
#[derive(Debug)]
pub(crate) struct Saved {
    pub(crate) action: AuditAction,
    /// How many texts got another day or time.
    pub(crate) moved: usize,
    /// The form that undoes it, if any did.
    pub(crate) undo: Option<EditionForm>,
}

/// Saves a form that was made of a version of an edition, with its columns, doors, labels and redirect and the entry in
/// the audit log in one transaction. `reshuffle` gives the windows a new order.
pub(crate) async fn save(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    form: &EditionForm,
    reshuffle: bool,
) -> Result<Saved, EditionError> {
    let now = state.clock.now();
    // Parsed and rendered before the transaction begins, so that nobody waits for it; refused only after the version
    // is known, since a conflict is reported before anything else.
    let parsed = parse_form(form).map(|parsed| (markdown::to_html(&parsed.edition.introduction), parsed));
    let mut tx = state.db.write_content().await?;
    let before = store::find(&mut *tx, id).await?.ok_or(EditionError::NotFound)?;
    if before.version != version {
        return Err(EditionError::Conflict);
    }
    let (html, ParsedForm { mut edition, is_confirmed, labels }) = parsed.map_err(EditionError::Invalid)?;
    edition.seed = if reshuffle { ShuffleSeed::random()? } else { before.seed };
    let moved = moved_texts(&mut tx, &before, &edition).await?;
    check(&mut tx, &before, &edition, is_confirmed.then_some(()).ok_or(moved), now).await?;
    let undo = match moved {
        0 => None,
        _ => Some(EditionForm { labels: labels_before(&mut tx, &before).await?, ..before.to_form() }),
    };
    store::save_redirect(&mut tx, id, &before.slug, &edition.slug).await?;
    store::update(&mut tx, id, &edition, &html, (&staff.name, now.into())).await?;
    write_doors(&mut tx, id, &edition.schedule).await?;
    set_labels(&mut tx, id, &labels, edition.schedule.days()).await?;
    let action = match (before.is_published(), edition.state) {
        (false, EditionState::Published) => AuditAction::EditionPublished,
        (true, EditionState::Draft) => AuditAction::EditionHidden,
        _ => AuditAction::EditionChanged,
    };
    let about = about(&before, &edition, moved);
    audit_log::record(&mut tx, staff, action, AuditTarget::Named(&about), now.into()).await?;
    tx.commit().await?;
    Ok(Saved { action, moved, undo })
}

/// Returns the edition's title for the audit log and, where the schedule changed, how, and how many texts it moved; and
/// the doors that are now its best, where others were.
fn about(before: &EditionRecord, after: &NewEdition, moved: usize) -> String {
    let mut changes = Vec::new();
    let schedule = schedule_in_words(&before.schedule, &after.schedule);
    if !schedule.is_empty() {
        changes.push(schedule);
        match moved {
            0 => {}
            1 => changes.push("en text fick en ny tid".to_owned()),
            _ => changes.push(format!("{moved} texter fick en ny tid")),
        }
    }
    if before.best_doors != after.best_doors {
        changes.push(match after.best_doors.days() {
            [] => "inga lyfts fram som årets bästa".to_owned(),
            _ => format!("årets bästa är lucka {}", after.best_doors),
        });
    }
    if changes.is_empty() { after.title.clone() } else { format!("{}: {}", after.title, changes.join(", ")) }
}

async fn labels_before(
    tx: &mut SqliteConnection,
    before: &EditionRecord,
) -> Result<BTreeMap<String, String>, sqlx::Error> {
    let mut labels: BTreeMap<_, _> =
        (1..=before.schedule.days()).map(|day| (day.to_string(), String::new())).collect();
    let named = store::labels(tx, before.id).await?;
    labels.extend(named.into_iter().map(|(day, label)| (day.to_string(), label)));
    Ok(labels)
}

/// Counts the texts whose doors open at another time after a change.
async fn moved_texts(
    tx: &mut SqliteConnection,
    before: &EditionRecord,
    after: &NewEdition,
) -> Result<usize, sqlx::Error> {
    let days = store::taken_days(tx, before.id).await?;
    Ok(days.into_iter().filter(|day| opening(&before.schedule, &after.schedule, *day).is_some()).count())
}

/// Sets the labels of days that the edition has.
pub(super) async fn set_labels(
    tx: &mut SqliteConnection,
    id: EditionId,
    labels: &BTreeMap<u16, String>,
    days: u16,
) -> Result<(), sqlx::Error> {
    for (day, label) in labels.range(1..=days) {
        set_label(tx, id, *day, label).await?;
    }
    Ok(())
}

/// Checks what a form alone does not show: other editions, the posts on the doors, and what readers have seen. What
/// nobody has confirmed is how many texts would move.
async fn check(
    tx: &mut SqliteConnection,
    before: &EditionRecord,
    after: &NewEdition,
    confirmed: Result<(), usize>,
    now: Timestamp,
) -> Result<(), EditionError> {
    let mut errors = FieldErrors::default();
    if store::is_taken(&mut *tx, &after.slug, before.id).await? {
        errors.add("slug", SLUG_TAKEN);
    }
    let without_door = store::hung_after(tx, before.id, after.schedule.days()).await?;
    if !without_door.is_empty() {
        errors.add("days", without_door_message(&without_door));
    }
    if let Err(moved) = confirmed
        && let Some(message) = surprise_message(before, after, moved, now)
    {
        errors.add("sure", message);
    }
    if errors.is_empty() { Ok(()) } else { Err(EditionError::Invalid(errors)) }
}

fn without_door_message(days: &[u16]) -> String {
    let subject = if days.len() == 1 { "Dag" } else { "Dagarna" };
    format!(
        "{subject} {} har texter, som skulle bli utan lucka. Flytta texterna till andra dagar först, eller behåll \
         dagarna.",
        day_list(days)
    )
}

/// Returns the message about texts that a change moves, and about doors that it opens or closes for readers at once, if
/// there are any. Publishing an edition is no surprise.
fn surprise_message(
    before: &EditionRecord,
    after: &NewEdition,
    moved: usize,
    now: Timestamp,
) -> Option<String> {
    let mut sentences = Vec::new();
    match moved {
        0 => {}
        1 => sentences.push("Det du ändrar ger en text en ny tid.".to_owned()),
        _ => sentences.push(format!("Det du ändrar ger {moved} texter en ny tid.")),
    }
    if before.is_published() {
        sentences.extend(doors_for_readers(before, after, now));
    }
    (!sentences.is_empty()).then(|| format!("{} Kryssa i rutan om det är meningen.", sentences.join(" ")))
}

fn doors_for_readers(before: &EditionRecord, after: &NewEdition, now: Timestamp) -> Vec<String> {
    let open = |schedule: &Schedule| schedule.open_days(now);
    let were_open = open(&before.schedule);
    let are_open = if after.state == EditionState::Published { open(&after.schedule) } else { Vec::new() };
    let closing: Vec<_> = were_open.iter().copied().filter(|day| !are_open.contains(day)).collect();
    let opening: Vec<_> = are_open.iter().copied().filter(|day| !were_open.contains(day)).collect();
    let mut sentences = Vec::new();
    if !closing.is_empty() {
        sentences.push(format!(
            "Det du ändrar stänger lucka {}, som redan är öppen för läsarna.",
            day_list(&closing)
        ));
    }
    if !opening.is_empty() {
        sentences.push(format!("Det du ändrar öppnar lucka {} genast.", day_list(&opening)));
    }
    sentences
}
