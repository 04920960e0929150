//! What the page's server functions do.

use serde::{Deserialize, Serialize};

use super::query::{address, asking_address};
use crate::admin::flash::{Flash, redirect_with_flash};
use crate::calendar::editing::EditionError;
use crate::calendar::own_picture::{
    self, DoorFate, EditedScene, Layout, PictureChosen, Places, TypedPlaces, arrange, is_usable_on_phone,
};
use crate::calendar::{EditionId, EditionVersion, SceneKind};
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::state::AppState;

/// Key of the page's flash.
pub(super) const FLASH: &str = "scene";

/// Value of the button that arranges the doors in the order of the days, also where the edition shuffles them.
pub(super) const BY_DAY: &str = "days";

const CONFLICT: &str = "Någon annan har ändrat kalendern sedan du öppnade sidan. Inget av ditt är sparat än. Spara igen om \
                        det är ditt som ska gälla.";

/// What the page needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SceneMore {
    /// The fields of a table that was refused, to be shown again.
    pub(super) typed: Option<TypedPlaces>,
    /// Where doors were before they were placed, and on which picture.
    pub(super) undo: Option<(Layout, Places)>,
}

/// What is to become of the doors.
pub(super) struct Wish {
    pub(super) typed: TypedPlaces,
    /// Not empty when they are to be arranged.
    pub(super) arrange: String,
    /// Not empty when these places come back: JSON.
    pub(super) undo: String,
}

pub(super) async fn choose_scene(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    scene: &str,
) -> Result<(), AppError> {
    let kind = SceneKind::parse(scene);
    let flash = match own_picture::choose_scene(state, staff, (id, version), kind).await {
        Ok(()) => Flash::done(chosen_message(&own_picture::load(state, id).await?), SceneMore::default()),
        Err(error) => refusal(error, SceneMore::default())?,
    };
    redirect_with_flash(state, FLASH, &paths::edit_scene(id), &flash).await
}

fn chosen_message(scene: &EditedScene) -> String {
    let kind = scene.edition.scene;
    match kind {
        SceneKind::Picture if scene.pictures.is_empty() => {
            "Utseendet är sparat. Välj en bild nu. Tills dess visas luckorna som rutor.".to_owned()
        }
        _ => format!("Utseendet är sparat: {}.", kind.name().to_lowercase()),
    }
}

pub(super) async fn choose_picture(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    (layout, picture): (&str, &str),
    fate: &str,
) -> Result<(), AppError> {
    let layout = Layout::parse(layout).ok_or(AppError::Invalid)?;
    let chosen = match picture {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::Invalid)?),
    };
    let fate = match fate {
        "keep" => DoorFate::Keep,
        "arrange" => DoorFate::Arrange,
        _ => DoorFate::Ask,
    };
    let done = own_picture::choose_picture(state, staff, (id, version), (layout, chosen), fate).await;
    let flash = match (done, chosen) {
        (Ok(PictureChosen::Asks), Some(picture)) => {
            let flash = Flash::done("", SceneMore::default());
            return redirect_with_flash(state, FLASH, &asking_address(id, layout, picture), &flash).await;
        }
        (Ok(PictureChosen::Done(before)), Some(_)) => {
            let undo = before.map(|places| (layout, places));
            Flash::done("Bilden är vald. Se över luckornas platser.", SceneMore { undo, typed: None })
        }
        (Ok(_), _) => Flash::done(
            "Bilden är borttagen från kalendern. Den finns kvar i biblioteket.",
            SceneMore::default(),
        ),
        (Err(error), _) => refusal(error, SceneMore::default())?,
    };
    redirect_with_flash(state, FLASH, &address(id, layout), &flash).await
}

pub(super) async fn place_doors(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    layout: &str,
    wish: Wish,
) -> Result<(), AppError> {
    let layout = Layout::parse(layout).ok_or(AppError::Invalid)?;
    let scene = own_picture::load(state, id).await?;
    let picture = scene.picture(layout).ok_or(AppError::NotFound)?;
    let size = (picture.width, picture.height);
    let days = scene.edition.schedule.days();
    let Wish { typed, arrange: order, undo } = wish;
    let wished = match (&*undo, &*order) {
        ("", "") => own_picture::parse(&typed, days).map(|places| (places, "Luckornas platser är sparade.")),
        ("", order) => {
            let order = if order == BY_DAY { (1..=days).collect() } else { scene.days_in_order() };
            Ok((arrange(&order, size), "Luckorna är utlagda. Flytta dem som du vill ha dem."))
        }
        (undo, _) => {
            let places: Places = serde_json::from_str(undo).map_err(|_| AppError::Invalid)?;
            Ok((places, "Luckorna ligger där de låg förut."))
        }
    };
    let refused = SceneMore { typed: Some(typed), undo: None };
    let flash = match wished {
        Err(errors) => Flash::invalid(errors, refused),
        Ok((places, message)) => {
            match own_picture::place_doors(state, staff, (id, version), layout, places).await {
                Ok(before) => {
                    let now = own_picture::load(state, id).await?;
                    let is_usable = is_usable_on_phone(&now.pictures, days);
                    let phone =
                        if is_usable { "" } else { " På en telefon visas de i ett rutnät under bilden." };
                    let more = SceneMore { typed: None, undo: Some((layout, before)) };
                    Flash::done(format!("{message}{phone}"), more)
                }
                Err(error) => refusal(error, refused)?,
            }
        }
    };
    redirect_with_flash(state, FLASH, &address(id, layout), &flash).await
}

/// Returns the flash that tells why nothing was saved.
fn refusal(error: EditionError, more: SceneMore) -> Result<Flash<SceneMore>, AppError> {
    match error {
        EditionError::Conflict => Ok(Flash::refused(CONFLICT, more)),
        error => Err(error.into()),
    }
}
