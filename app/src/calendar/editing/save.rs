//! Changing an edition.
//!
//! What moves is shown before it is saved: days that readers know of or on which texts hang, doors that open or close for
//! readers, and texts that lose their day. Only when somebody has confirmed it, it is done.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::moves::{Moves, schedule_in_words};
use super::parse::{ParsedForm, parse_form};
use super::undo::{LostDay, remember};
use super::{EditionError, EditionRecord, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::store::{set_label, write_doors};
use crate::calendar::{EditionForm, EditionId, EditionState, EditionVersion, NewEdition, ShuffleSeed};
use crate::markdown;
use crate::posts::Act;
use crate::posts::rearrange::{Decision, Placement, rearrange};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

pub(super) const SLUG_TAKEN: &str = "En annan kalender har den adressen. Skriv en annan.";

/// What saving an edition did.
#[derive(Debug)]
pub(crate) struct Saved {
    pub(crate) action: AuditAction,
    /// How many texts got another day or time.
    pub(crate) moved: usize,
    /// How many texts lost their day.
    pub(crate) lost: usize,
}

/// Saves a form that was made of a version of an edition, with its columns, doors, labels and redirect, the texts that lose
/// their day, what undoes it and the entry in the audit log in one transaction. `reshuffle` gives the windows a new order.
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
    let mut act = Act::begin(state, staff).await?;
    let tx = act.connection();
    let before = store::find(&mut *tx, id).await?.ok_or(EditionError::NotFound)?;
    if before.version != version {
        return Err(EditionError::Conflict);
    }
    let (html, mut parsed) = parsed.map_err(EditionError::Invalid)?;
    parsed.edition.seed = if reshuffle { ShuffleSeed::random()? } else { before.seed };
    if store::is_taken(&mut *tx, &parsed.edition.slug, id).await? {
        return Err(EditionError::field("slug", SLUG_TAKEN));
    }
    let labels = labels_of(tx, &before).await?;
    let taken = store::taken_days(tx, id).await?;
    let moves = Moves::between(&before, &parsed.edition, now);
    if !parsed.is_confirmed && moves.needs_confirmation(before.is_published(), &taken) {
        return Err(EditionError::NotSure);
    }
    let lost = take_days(&mut act, id, parsed.edition.schedule.days()).await?;
    let tx = act.connection();
    write(tx, &before, (&parsed, &html), (&staff.name, now.into())).await?;
    let action = action_of(&before, &parsed.edition);
    let saved = Saved { action, moved: moves.count_moved(&taken), lost: lost.len() };
    let about = about(&before, &parsed.edition, &saved);
    audit_log::record(tx, staff, action, AuditTarget::Named(&about), now.into()).await?;
    let words = changes(&before, &parsed, &labels, &saved).join(", ");
    remember(tx, &before, labels, lost, (words, now.into())).await?;
    act.commit().await?;
    Ok(saved)
}

/// Publishes an edition, or makes it a draft again, and leaves the rest of it as it is.
pub(crate) async fn set_state(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
    to: EditionState,
    is_sure: bool,
) -> Result<Saved, EditionError> {
    let edition = store::find(state.db.reader(), id).await?.ok_or(EditionError::NotFound)?;
    let sure = if is_sure { "1" } else { "" };
    let form = EditionForm { state: to.as_str().into(), sure: sure.into(), ..edition.to_form() };
    save(state, staff, (id, edition.version), &form, false).await
}

/// Writes an edition's columns, doors and labels, and the redirect from its former address.
pub(super) async fn write(
    tx: &mut SqliteConnection,
    before: &EditionRecord,
    (after, html): (&ParsedForm, &str),
    by: (&str, UnixMillis),
) -> Result<(), EditionError> {
    let ParsedForm { edition, labels, .. } = after;
    store::save_redirect(tx, before.id, &before.slug, &edition.slug).await?;
    store::update(tx, before.id, edition, html, by).await?;
    write_doors(tx, before.id, &edition.schedule).await?;
    set_labels(tx, before.id, labels, edition.schedule.days()).await?;
    Ok(())
}

/// Returns what the audit log calls a change.
pub(super) fn action_of(before: &EditionRecord, after: &NewEdition) -> AuditAction {
    match (before.is_published(), after.state) {
        (false, EditionState::Published) => AuditAction::EditionPublished,
        (true, EditionState::Draft) => AuditAction::EditionHidden,
        _ => AuditAction::EditionChanged,
    }
}

/// Takes the texts off the days that an edition of so many days lacks, and returns what gives them back.
async fn take_days(act: &mut Act<'_>, id: EditionId, days: u16) -> Result<Vec<LostDay>, EditionError> {
    let mut lost = Vec::new();
    for (day, post) in store::posts_after(act.connection(), id, days).await? {
        let decision = Decision::about(&act.post(post).await?);
        lost.push(LostDay { post, day, decision });
    }
    let placements: Vec<_> =
        lost.iter().map(|lost| Placement { post: lost.post, day: None, decision: None }).collect();
    rearrange(act, id, &placements).await?;
    Ok(lost)
}

/// Returns the edition's title for the audit log and, where the schedule changed, how, and how many texts it moved; and
/// the doors that are now its best, where others were.
fn about(before: &EditionRecord, after: &NewEdition, saved: &Saved) -> String {
    let changes = schedule_changes(before, after, saved);
    if changes.is_empty() { after.title.clone() } else { format!("{}: {}", after.title, changes.join(", ")) }
}

fn schedule_changes(before: &EditionRecord, after: &NewEdition, saved: &Saved) -> Vec<String> {
    let mut changes = schedule_in_words(&before.schedule, &after.schedule);
    let count = |number, what: &str| match number {
        0 => None,
        1 => Some(format!("en text {what}")),
        _ => Some(format!("{number} texter {what}")),
    };
    changes.extend(count(saved.moved, "fick en ny tid"));
    changes.extend(count(saved.lost, "blev utan dag"));
    if before.best_doors != after.best_doors {
        changes.push(match after.best_doors.days() {
            [] => "inga lyfts fram som årets bästa".to_owned(),
            _ => format!("årets bästa är lucka {}", after.best_doors),
        });
    }
    changes
}

/// Says what was changed, for the button that undoes it; nothing when everything is as it was.
fn changes(
    before: &EditionRecord,
    ParsedForm { edition: after, labels, .. }: &ParsedForm,
    labels_before: &BTreeMap<String, String>,
    saved: &Saved,
) -> Vec<String> {
    let leads = |edition: [&String; 4]| edition.map(String::clone);
    let is_renamed = |(day, label): (&u16, &String)| {
        labels_before.get(&day.to_string()).is_some_and(|before| before != label)
    };
    let fields = [
        (saved.action == AuditAction::EditionPublished, "kalendern publicerades"),
        (saved.action == AuditAction::EditionHidden, "kalendern blev utkast igen"),
        (before.title != after.title, "titel"),
        (
            leads([&before.lead, &before.lead_before, &before.lead_last, &before.lead_after])
                != leads([&after.lead, &after.lead_before, &after.lead_last, &after.lead_after]),
            "rader överst",
        ),
        (before.introduction != after.introduction, "om kalendern"),
        (before.slug != after.slug, "adress"),
        (before.reminds_at != after.reminds_at, "påminnelser"),
        (before.shows_reads != after.shows_reads, "statistik för läsarna"),
        (before.scene != after.scene, "utseende"),
        (before.order != after.order || before.seed != after.seed, "luckornas ordning"),
        (labels.iter().any(is_renamed), "namn på dagar"),
    ];
    let fields = fields.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, words)| words.to_owned());
    fields.chain(schedule_changes(before, after, saved)).collect()
}

/// Returns what the days of an edition are called; empty names, too, so that they can be given back.
pub(super) async fn labels_of(
    tx: &mut SqliteConnection,
    edition: &EditionRecord,
) -> Result<BTreeMap<String, String>, sqlx::Error> {
    let mut labels: BTreeMap<_, _> =
        (1..=edition.schedule.days()).map(|day| (day.to_string(), String::new())).collect();
    let named = store::labels(tx, edition.id).await?;
    labels.extend(named.into_iter().map(|(day, label)| (day.to_string(), label)));
    Ok(labels)
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
