//! Creating an edition.

use jiff::civil::Date;

use super::earlier::{Copy, TextChoice, copies};
use super::parse::{ParsedForm, parse_form};
use super::save::{SLUG_TAKEN, set_labels};
use super::{EditionError, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::store::add_edition;
use crate::calendar::{EditionForm, EditionId, EditionState, ShuffleSeed};
use crate::posts::Act;
use crate::posts::copy::copy;
use crate::posts::rearrange::{Placement, rearrange};
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

/// Creates an edition as a draft, whatever state the form has, with copies of the chosen texts of an earlier one on its
/// doors. Returns its id and how many there are. Either all of it is there, or nothing.
pub(crate) async fn create(
    state: &AppState,
    staff: &Staff,
    form: &EditionForm,
    (from, chosen): (EditionId, &TextChoice),
) -> Result<(EditionId, usize), EditionError> {
    let ParsedForm { mut edition, labels, .. } = parse_form(form).map_err(EditionError::Invalid)?;
    edition.state = EditionState::Draft;
    edition.seed = ShuffleSeed::random()?;
    let html = markdown::to_html(&edition.introduction);
    let copies = copies(state, from, chosen, edition.schedule.days()).await?;
    let mut act = Act::begin(state, staff).await?;
    let tx = act.connection();
    if store::is_taken(&mut *tx, &edition.slug, EditionId::NONE).await? {
        return Err(EditionError::field("slug", SLUG_TAKEN));
    }
    let id = add_edition(tx, &edition, &html).await?;
    store::save_redirect(tx, id, "", &edition.slug).await?;
    set_labels(tx, id, &labels, edition.schedule.days()).await?;
    store::scenes::copy(tx, from, id, edition.schedule.days()).await?;
    let target = AuditTarget::Named(&edition.title);
    audit_log::record(tx, staff, AuditAction::EditionBegun, target, state.clock.now_millis()).await?;
    let mut placements = Vec::with_capacity(copies.len());
    for Copy { day, source, content, about } in &copies {
        let post = copy(&mut act, *source, content, about).await?;
        placements.push(Placement { post, day: Some(*day), decision: None });
    }
    rearrange(&mut act, id, &placements).await?;
    act.commit().await?;
    Ok((id, placements.len()))
}
