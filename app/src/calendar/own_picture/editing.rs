//! What staff do with a scene: choose it, choose its pictures, place its doors. Each is one transaction with its entry in the
//! audit log, and refused when somebody else has saved the edition since the page was made.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::checks::is_usable_on_phone;
use super::pixels::Pixels;
use super::{Layout, Number, Place, Places, ScenePicture, arrange, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::SceneKind;
use crate::calendar::editing::{self, EditionError, EditionRecord, note_change};
use crate::ids::{EditionId, EditionVersion};
use crate::media::PictureId;
use crate::media::store::picture;
use crate::staff::Staff;
use crate::state::AppState;

/// Parts in a hundred by which proportions may differ before doors no longer stand on what they stood on.
const TOLERANCE: u64 = 1;

/// An edition and the pictures of its scene, whatever scene it has now.
pub(crate) struct EditedScene {
    pub(crate) edition: EditionRecord,
    pub(crate) pictures: Vec<ScenePicture>,
}

impl EditedScene {
    /// Returns the picture for some screens.
    pub(crate) fn picture(&self, layout: Layout) -> Option<&ScenePicture> {
        self.pictures.iter().find(|picture| picture.layout == layout)
    }

    /// Returns the days in the order in which they stand in a scene that is arranged by itself.
    pub(crate) fn days_in_order(&self) -> Vec<u16> {
        self.edition.shuffled_days().unwrap_or_else(|| (1..=self.edition.schedule.days()).collect())
    }
}

/// What becomes of the doors when a picture is exchanged for one of other proportions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoorFate {
    /// Somebody is asked first.
    Ask,
    /// They keep their places.
    Keep,
    /// They are arranged anew.
    Arrange,
}

/// What choosing a picture did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PictureChosen {
    /// Nothing: the new picture has other proportions, and somebody has to say what becomes of the doors.
    Asks,
    /// The picture is another; the places before, where they changed.
    Done(Option<Places>),
}

/// Loads an edition and its pictures.
pub(crate) async fn load(state: &AppState, id: EditionId) -> Result<EditedScene, EditionError> {
    let mut connection = state.db.reader().acquire().await?;
    let edition = editing::find(&mut *connection, id).await?.ok_or(EditionError::NotFound)?;
    let pictures = store::pictures(&mut connection, id).await?;
    Ok(EditedScene { edition, pictures })
}

/// Whether an edition's scene works on a phone, as each but a picture of its own does.
pub(crate) async fn works_on_phone(state: &AppState, edition: &EditionRecord) -> Result<bool, sqlx::Error> {
    if edition.scene != SceneKind::Picture {
        return Ok(true);
    }
    let mut connection = state.db.reader().acquire().await?;
    let pictures = store::pictures(&mut connection, edition.id).await?;
    Ok(pictures.is_empty() || is_usable_on_phone(&pictures, edition.schedule.days()))
}

/// Sets in which picture the doors are shown.
pub(crate) async fn choose_scene(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    kind: SceneKind,
) -> Result<(), EditionError> {
    let mut tx = state.db.write_content().await?;
    let edition = of_version(&mut tx, id, version).await?;
    store::set_kind(&mut tx, id, kind).await?;
    let about = format!("{}: utseendet är {}", edition.title, kind.name().to_lowercase());
    note(&mut tx, state, staff, id, &about).await?;
    Ok(tx.commit().await?)
}

/// Sets or takes away the picture for some screens. Doors keep their places on a picture of the same proportions; on a first
/// picture they are arranged, so that nobody begins with an empty one.
pub(crate) async fn choose_picture(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    (layout, chosen): (Layout, Option<PictureId>),
    fate: DoorFate,
) -> Result<PictureChosen, EditionError> {
    let scene = load(state, id).await?;
    let before = scene.picture(layout);
    if before.map(|picture| picture.id) == chosen {
        return Ok(PictureChosen::Done(None));
    }
    let Some(chosen) = chosen else {
        let mut tx = state.db.write_content().await?;
        let edition = of_version(&mut tx, id, version).await?;
        store::set_picture(&mut tx, id, layout, None).await?;
        note(&mut tx, state, staff, id, &about(&edition, layout, "är borttagen")).await?;
        tx.commit().await?;
        return Ok(PictureChosen::Done(None));
    };
    let (new, _) = picture(state.db.reader(), chosen).await?.ok_or(EditionError::NotFound)?;
    let size = (new.width, new.height);
    let places = before.map(|picture| picture.places_of(u16::MAX)).unwrap_or_default();
    let is_alike = before.is_none_or(|before| are_alike((before.width, before.height), size));
    let arranges = places.is_empty() || fate == DoorFate::Arrange;
    if !arranges && !is_alike && fate == DoorFate::Ask {
        return Ok(PictureChosen::Asks);
    }
    let new_places = if arranges { arrange(&scene.days_in_order(), size) } else { places };
    let doors = with_numbers(state, chosen, new.widths.first().copied(), new_places).await;
    let mut tx = state.db.write_content().await?;
    let edition = of_version(&mut tx, id, version).await?;
    store::set_picture(&mut tx, id, layout, Some(chosen)).await?;
    store::set_doors(&mut tx, id, layout, &doors).await?;
    note(&mut tx, state, staff, id, &about(&edition, layout, "är en annan")).await?;
    tx.commit().await?;
    let replaced = before.filter(|_| arranges).map(|picture| picture.places_of(u16::MAX));
    Ok(PictureChosen::Done(replaced.filter(|places| !places.is_empty())))
}

/// Places the doors on a picture, and returns where they were.
pub(crate) async fn place_doors(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    layout: Layout,
    places: Places,
) -> Result<Places, EditionError> {
    let scene = load(state, id).await?;
    let shown = scene.picture(layout).ok_or(EditionError::NotFound)?;
    let doors = with_numbers(state, shown.id, shown.widths.first().copied(), places).await;
    let mut tx = state.db.write_content().await?;
    let edition = of_version(&mut tx, id, version).await?;
    store::set_doors(&mut tx, id, layout, &doors).await?;
    note(&mut tx, state, staff, id, &about(&edition, layout, "har fått luckorna på nya platser")).await?;
    tx.commit().await?;
    Ok(shown.places_of(u16::MAX))
}

/// Whether two sizes have the same proportions, within one percent.
fn are_alike(one: (u32, u32), other: (u32, u32)) -> bool {
    let (one, other) = (u64::from(one.0) * u64::from(other.1), u64::from(other.0) * u64::from(one.1));
    one.abs_diff(other) * 100 <= one.max(other) * TOLERANCE
}

fn about(edition: &EditionRecord, layout: Layout, what: &str) -> String {
    format!("{}: {} {what}", edition.title, layout.the_picture())
}

async fn of_version(
    tx: &mut SqliteConnection,
    id: EditionId,
    version: EditionVersion,
) -> Result<EditionRecord, EditionError> {
    let edition = editing::find(&mut *tx, id).await?.ok_or(EditionError::NotFound)?;
    if edition.version == version { Ok(edition) } else { Err(EditionError::Conflict) }
}

async fn note(
    tx: &mut SqliteConnection,
    state: &AppState,
    staff: &Staff,
    id: EditionId,
    about: &str,
) -> Result<(), sqlx::Error> {
    note_change(tx, id, &staff.name).await?;
    let (target, now) = (AuditTarget::Named(about), state.clock.now_millis());
    audit_log::record(tx, staff, AuditAction::EditionChanged, target, now).await
}

/// Decides how the number of each door is seen, from the picture's smallest file. Where it cannot be read, all get a plate.
async fn with_numbers(
    state: &AppState,
    picture: PictureId,
    width: Option<u32>,
    places: Places,
) -> BTreeMap<u16, (Place, Number)> {
    let unread = places.iter().map(|(day, place)| (*day, (*place, Number::Plate))).collect();
    let Some(width) = width else { return unread };
    let folder = state.media_folder.clone();
    let deciding = tokio::task::spawn_blocking(move || {
        let pixels = Pixels::read(&folder, picture, &format!("{width}.webp"))?;
        let number = |(day, place): (u16, Place)| (day, (place, Number::on(&pixels, place)));
        Some(places.into_iter().map(number).collect())
    });
    deciding.await.ok().flatten().unwrap_or(unread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_within_one_percent_are_alike() {
        assert!(are_alike((1600, 900), (800, 450)) && are_alike((1600, 900), (1600, 905)));
        assert!(!are_alike((1600, 900), (1600, 920)) && !are_alike((1600, 900), (900, 1600)));
    }
}
