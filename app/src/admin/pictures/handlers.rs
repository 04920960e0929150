//! What is done with a picture of the library.

use serde::{Deserialize, Serialize};

use crate::admin::flash::{Flash, redirect_with_flash};
use crate::error::AppError;
use crate::media::PictureId;
use crate::paths;
use crate::picture_library::trash::{self, Thrown};
use crate::picture_library::words::{self, Described, PictureWords};
use crate::picture_library::{LIBRARY_FLASH, PICTURE_FLASH, replace};
use crate::staff::Staff;
use crate::state::AppState;

/// What a picture's page needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct PictureMore {
    /// What was typed, if it was refused.
    pub(super) typed: Option<PictureWords>,
    /// Whether an exchange was just made, which can be undone.
    #[serde(default)]
    pub(super) is_replaced: bool,
}

/// What the library needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct LibraryMore {
    /// The picture that was thrown away.
    pub(super) thrown: Option<PictureId>,
    /// What became of the files that were sent.
    #[serde(default)]
    pub(super) files: super::UploadReport,
}

pub(super) async fn describe(
    state: &AppState,
    staff: &Staff,
    id: &str,
    typed: PictureWords,
) -> Result<(), AppError> {
    let id = parse(id)?;
    let flash = match words::describe(state, staff, id, &typed).await? {
        Described::Saved => Flash::done("Sparat.", PictureMore::default()),
        Described::Invalid(errors) => {
            Flash::invalid(errors, PictureMore { typed: Some(typed), ..PictureMore::default() })
        }
    };
    redirect_with_flash(state, PICTURE_FLASH, &paths::library_picture(id), &flash).await
}

pub(super) async fn trash(state: &AppState, staff: &Staff, id: &str) -> Result<(), AppError> {
    let id = parse(id)?;
    match trash::throw(state, staff, id).await? {
        Thrown::Trashed(name) => {
            let message = format!("”{name}” ligger i papperskorgen och raderas om trettio dagar.");
            let more = LibraryMore { thrown: Some(id), ..LibraryMore::default() };
            redirect_with_flash(state, LIBRARY_FLASH, paths::PICTURES, &Flash::done(message, more)).await
        }
        Thrown::InUse(uses) => {
            let places =
                if uses.len() == 1 { "ett ställe".to_owned() } else { format!("{} ställen", uses.len()) };
            let message = format!(
                "Bilden ligger kvar, för den används på {places}. Ta bort den där först, eller byt ut den. Ställena står under ”Används i”."
            );
            let flash = Flash::refused(message, PictureMore::default());
            redirect_with_flash(state, PICTURE_FLASH, &paths::library_picture(id), &flash).await
        }
    }
}

pub(super) async fn restore(state: &AppState, staff: &Staff, id: &str) -> Result<(), AppError> {
    let id = parse(id)?;
    trash::restore(state, staff, id).await?;
    let flash = Flash::done("Bilden är tillbaka i biblioteket.", PictureMore::default());
    redirect_with_flash(state, PICTURE_FLASH, &paths::library_picture(id), &flash).await
}

pub(super) async fn undo_replacement(state: &AppState, staff: &Staff, id: &str) -> Result<(), AppError> {
    let id = parse(id)?;
    let (page, flash) = match replace::undo(state, staff, id).await {
        Ok(former) => (former, Flash::done("Den förra bilden är tillbaka överallt.", PictureMore::default())),
        Err(AppError::NotFound) => {
            let message = "Bytet går inte att ångra längre: den förra bilden ligger inte i papperskorgen.";
            (id, Flash::refused(message, PictureMore::default()))
        }
        Err(error) => return Err(error),
    };
    redirect_with_flash(state, PICTURE_FLASH, &paths::library_picture(page), &flash).await
}

fn parse(id: &str) -> Result<PictureId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}
