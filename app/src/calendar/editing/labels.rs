//! Saving the names of an edition's days alone, when somebody goes on from the page to something else.

use super::parse::{ParsedForm, parse_form};
use super::save::{labels_of, set_labels};
use super::undo::remember;
use super::{EditionError, EditionRecord, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::{EditionForm, EditionId, NewEdition};
use crate::staff::Staff;
use crate::state::AppState;

/// Why only the names of days could not be saved.
#[derive(Debug)]
pub(crate) enum LabelsError {
    /// Other fields of the form differ from what is saved, too.
    OtherChanges,
    /// The form is refused, or the edition does not exist.
    Edition(EditionError),
}

impl<E: Into<EditionError>> From<E> for LabelsError {
    fn from(error: E) -> Self {
        Self::Edition(error.into())
    }
}

/// Saves the names of days that a form holds, if nothing else in it was changed.
pub(crate) async fn save_labels(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
    form: &EditionForm,
) -> Result<EditionRecord, LabelsError> {
    let parsed = parse_form(form).map_err(EditionError::Invalid);
    let mut tx = state.db.write_content().await?;
    let edition = store::find(&mut *tx, id).await?.ok_or(EditionError::NotFound)?;
    let ParsedForm { edition: typed, mut labels, .. } = parsed?;
    if !is_same(&edition, &typed) {
        return Err(LabelsError::OtherChanges);
    }
    let saved = store::labels(&mut tx, id).await?;
    let saved_label = |day: u16| saved.iter().find(|(other, _)| *other == day).map_or("", |(_, label)| label);
    labels.retain(|day, label| saved_label(*day) != label);
    if labels.range(1..=edition.schedule.days()).next().is_none() {
        return Ok(edition);
    }
    let before = labels_of(&mut tx, &edition).await?;
    set_labels(&mut tx, id, &labels, edition.schedule.days()).await?;
    store::note_change(&mut tx, id, &staff.name).await?;
    let target = AuditTarget::Named(&edition.title);
    let now = state.clock.now_millis();
    audit_log::record(&mut tx, staff, AuditAction::EditionChanged, target, now).await?;
    remember(&mut tx, &edition, before, Vec::new(), ("namn på dagar".into(), now)).await?;
    tx.commit().await?;
    Ok(edition)
}

/// Whether a form says what is saved, whatever the names of days are.
fn is_same(edition: &EditionRecord, typed: &NewEdition) -> bool {
    parse_form(&edition.to_form()).is_ok_and(|saved| saved.edition == *typed)
}
