//! Loads the page of a picture.

use super::handlers::PictureMore;
use super::views;
use crate::admin::crop;
use crate::admin::flash::{Flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::media::PictureId;
use crate::picture_library::PICTURE_FLASH;
use crate::picture_library::store::{pictures, uses};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// `/admin/bilder/{id}`.
pub(in crate::admin) async fn detail(
    state: &AppState,
    staff: &Staff,
    id: PictureId,
) -> Result<PrerenderedAdminPage, AppError> {
    let flash: Flash<PictureMore> = take_flash(state, PICTURE_FLASH).await?;
    let mut connection = state.db.reader().acquire().await?;
    let picture = pictures::find(&mut connection, id).await?;
    let uses = uses::uses_of(&mut connection, id).await?;
    let replaced = pictures::replaced_by(&mut connection, id).await?;
    drop(connection);
    let crop = match picture.trashed_at {
        None => crop::section(state, staff, id).await?,
        Some(_) => None,
    };
    let shown = views::Detail { picture, uses, replaced, now: state.clock.now_millis() };
    Ok(PrerenderedAdminPage {
        title: flash.title(shown.picture.name_or_word()),
        html: render_to_string(views::detail(&shown, &flash, crop, staff)),
    })
}
