//! Beginning and changing an edition.
//!
//! What readers have seen stays: a door that is open closes only when somebody has said that it may, and the same
//! goes for doors that a change would open at once. A text never falls off its door by itself.

use crate::calendar::EditionId;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::sqlite::SqliteConnection;

use super::read::{Read, Wrong, read};
use super::store::{self, EditionRecord};
use super::words::ranges;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::store::{SaveError, add_edition, set_label, write_openings};
use crate::calendar::{EditionForm, EditionState, Schedule};
use crate::error::AppError;
use crate::staff::Staff;
use crate::state::AppState;
use crate::{markdown, time};

const TAKEN: &str = "En annan kalender har den adressen. Skriv en annan.";

/// What became of a new edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Begun {
    /// It is there: its number.
    Done(EditionId),
    /// What to do first.
    Wrong(Vec<Wrong>),
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saved {
    /// It is on the disk.
    Done(AuditAction),
    /// What to do first.
    Wrong(Vec<Wrong>),
    /// Somebody else has saved since.
    Overtaken,
    /// There is no such edition.
    Unknown,
}

/// The edition that somebody most likely wants to begin: the next one that starts on the first of December.
pub(crate) async fn proposal(state: &AppState) -> Result<EditionForm, AppError> {
    let today = time::at_home(state.clock.now()).date();
    let mut year = today.year();
    let is_past = |year| Date::new(year, 12, 1).is_ok_and(|first| first < today);
    while is_past(year) || store::is_taken(state.db.reader(), &year.to_string(), EditionId::NONE).await? {
        year += 1;
    }
    Ok(EditionForm {
        title: format!("Kalendern {year}"),
        slug: year.to_string(),
        first_day: format!("{year}-12-01"),
        days: "24".into(),
        opens_at: "00:00".into(),
        time_zone: time::HOME_ZONE.into(),
        scene: "town".into(),
        order: "shuffled".into(),
        state: "draft".into(),
        ..EditionForm::default()
    })
}

/// Begins an edition. Its doors are empty, and the public does not know of it.
pub(crate) async fn begin(state: &AppState, staff: &Staff, typed: &EditionForm) -> Result<Begun, AppError> {
    let Read { mut edition, labels, .. } = match read(typed, new_seed()?) {
        Ok(read) => read,
        Err(wrong) => return Ok(Begun::Wrong(wrong)),
    };
    edition.state = EditionState::Draft;
    let mut tx = state.db.write_content().await?;
    if store::is_taken(&mut *tx, &edition.slug, EditionId::NONE).await? {
        return Ok(Begun::Wrong(vec![("slug".into(), TAKEN.into())]));
    }
    let html = markdown::to_html(&edition.introduction);
    let id = match add_edition(&mut tx, &edition, &html).await {
        Ok(id) => id,
        Err(SaveError::Schedule(error)) => {
            return Ok(Begun::Wrong(vec![("first_day".into(), format!("Ändra datumen: {error}."))]));
        }
        Err(SaveError::Database(error)) => return Err(error.into()),
    };
    store::keep_address(&mut tx, id, "", &edition.slug).await?;
    set_labels(&mut tx, id, labels, edition.days).await?;
    let subject = AuditTarget::Named(&edition.title);
    audit_log::record(&mut tx, staff, AuditAction::EditionBegun, subject, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(Begun::Done(id))
}

/// Saves what somebody typed over the `version` that they had before them, with the windows in a new order if they
/// wish so.
pub(crate) async fn save(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, i64),
    typed: &EditionForm,
    shuffle: bool,
) -> Result<Saved, AppError> {
    let now = state.clock.now();
    let mut tx = state.db.write_content().await?;
    let Some(before) = store::find(&mut *tx, id).await? else { return Ok(Saved::Unknown) };
    if before.version != version {
        return Ok(Saved::Overtaken);
    }
    let seed = if shuffle { new_seed()? } else { before.seed.cast_unsigned() };
    let Read { edition, sure, labels } = match read(typed, seed) {
        Ok(read) => read,
        Err(wrong) => return Ok(Saved::Wrong(wrong)),
    };
    let schedule =
        match Schedule::parse(&edition.first_day, edition.days, &edition.opens_at, &edition.time_zone) {
            Ok(schedule) => schedule,
            Err(error) => {
                return Ok(Saved::Wrong(vec![("first_day".into(), format!("Ändra datumen: {error}."))]));
            }
        };
    let mut wrong = Vec::new();
    if store::is_taken(&mut *tx, &edition.slug, id).await? {
        wrong.push(("slug".into(), TAKEN.into()));
    }
    wrong.extend(fallen(&mut tx, id, edition.days).await?);
    if !sure {
        let is_public = edition.state == EditionState::Published;
        wrong.extend(unasked(&before, is_public.then_some(&schedule), now)?);
    }
    if !wrong.is_empty() {
        return Ok(Saved::Wrong(wrong));
    }
    store::keep_address(&mut tx, id, &before.slug, &edition.slug).await?;
    let html = markdown::to_html(&edition.introduction);
    store::update(&mut tx, id, &edition, &html, seed.cast_signed(), &staff.name).await?;
    write_openings(&mut tx, id, &schedule).await?;
    set_labels(&mut tx, id, labels, edition.days).await?;
    let action = match (before.is_public(), edition.state) {
        (false, EditionState::Published) => AuditAction::EditionPublished,
        (true, EditionState::Draft) => AuditAction::EditionHidden,
        _ => AuditAction::EditionChanged,
    };
    let subject = AuditTarget::Named(&edition.title);
    audit_log::record(&mut tx, staff, action, subject, now.into()).await?;
    tx.commit().await?;
    Ok(Saved::Done(action))
}

/// Names the days that there are.
async fn set_labels(
    tx: &mut SqliteConnection,
    id: EditionId,
    labels: BTreeMap<u16, String>,
    days: i64,
) -> Result<(), sqlx::Error> {
    for (day, label) in labels.iter().filter(|(day, _)| (1..=days).contains(&i64::from(**day))) {
        set_label(tx, id, *day, label).await?;
    }
    Ok(())
}

/// Texts that would have no door any longer.
async fn fallen(tx: &mut SqliteConnection, id: EditionId, days: i64) -> Result<Option<Wrong>, sqlx::Error> {
    let fallen = store::hung_after(tx, id, days).await?;
    Ok((!fallen.is_empty()).then(|| {
        let words = if fallen.len() == 1 { "Dag" } else { "Dagarna" };
        let sentence = format!(
            "{words} {} har texter, som skulle bli utan lucka. Flytta texterna till andra dagar först, eller \
             behåll dagarna.",
            ranges(&fallen)
        );
        ("days".into(), sentence)
    }))
}

/// Doors that readers would find closed, or open, at once; `after` is when they open, if the public is to know of
/// them. Publishing an edition is no surprise.
fn unasked(
    before: &EditionRecord,
    after: Option<&Schedule>,
    now: Timestamp,
) -> Result<Option<Wrong>, sqlx::Error> {
    if !before.is_public() {
        return Ok(None);
    }
    let open = |schedule: &Schedule| -> Vec<u16> {
        (1..=schedule.days()).filter(|day| schedule.is_open(*day, now)).collect()
    };
    let were = open(&before.schedule()?);
    let are = after.map(open).unwrap_or_default();
    let closing: Vec<_> = were.iter().copied().filter(|day| !are.contains(day)).collect();
    let opening: Vec<_> = are.iter().copied().filter(|day| !were.contains(day)).collect();
    let mut sentences = Vec::new();
    if !closing.is_empty() {
        sentences.push(format!(
            "Det du ändrar stänger lucka {}, som redan är öppen för läsarna.",
            ranges(&closing)
        ));
    }
    if !opening.is_empty() {
        sentences.push(format!("Det du ändrar öppnar lucka {} genast.", ranges(&opening)));
    }
    Ok((!sentences.is_empty()).then(|| {
        let sentence = format!("{} Kryssa i rutan om det är meningen.", sentences.join(" "));
        ("sure".into(), sentence)
    }))
}

/// A seed that nobody chose. It need not be secret.
fn new_seed() -> Result<u64, AppError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|error| {
        tracing::error!(%error, "no random numbers");
        AppError::Internal
    })?;
    Ok(u64::from(u32::from_le_bytes(bytes)))
}
