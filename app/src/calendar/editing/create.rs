//! Creating an edition.

use jiff::civil::Date;

use super::parse::{ParsedForm, parse_form};
use super::save::{SLUG_TAKEN, set_labels};
use super::{EditionError, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::store::add_edition;
use crate::calendar::{EditionForm, EditionId, EditionState, ShuffleSeed};
use crate::staff::Staff;
use crate::state::AppState;
use crate::{markdown, time};

/// Returns the form of the edition that somebody most likely wants to create: the next one of a December.
pub(crate) async fn default_form(state: &AppState) -> Result<EditionForm, sqlx::Error> {
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
        reminds_at: "08:00".into(),
        time_zone: crate::site::store::time_zone(state.db.reader()).await?,
        scene: "town".into(),
        order: "shuffled".into(),
        state: "draft".into(),
        ..EditionForm::default()
    })
}

/// Creates an edition as a draft with empty doors, whatever state the form has.
pub(crate) async fn create(
    state: &AppState,
    staff: &Staff,
    form: &EditionForm,
) -> Result<EditionId, EditionError> {
    let ParsedForm { mut edition, labels, .. } = parse_form(form).map_err(EditionError::Invalid)?;
    edition.state = EditionState::Draft;
    edition.seed = ShuffleSeed::random()?;
    let html = markdown::to_html(&edition.introduction);
    let mut tx = state.db.write_content().await?;
    if store::is_taken(&mut *tx, &edition.slug, EditionId::NONE).await? {
        return Err(EditionError::field("slug", SLUG_TAKEN));
    }
    let id = add_edition(&mut tx, &edition, &html).await?;
    store::save_redirect(&mut tx, id, "", &edition.slug).await?;
    set_labels(&mut tx, id, &labels, edition.schedule.days()).await?;
    let target = AuditTarget::Named(&edition.title);
    audit_log::record(&mut tx, staff, AuditAction::EditionBegun, target, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(id)
}
