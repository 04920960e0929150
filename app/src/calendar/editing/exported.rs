//! Editions that come back from an export.

use sqlx::sqlite::SqliteConnection;

use super::store;
use crate::calendar::NewEdition;
use crate::calendar::own_picture::{Layout, Places, replace_exported};
use crate::calendar::store::{add_edition, clear_labels, set_identity, set_label, write_doors};
use crate::ids::EditionId;
use crate::media::PictureId;
use crate::time::UnixMillis;

/// Who has changed an edition, as the staff read it.
const BY: &str = "guldkorn import";

/// An edition that comes back.
#[derive(Debug, Clone)]
pub(crate) struct ExportedEdition {
    /// Its id on every site.
    pub(crate) uid: String,
    /// What it says, under the address that is free for it here.
    pub(crate) edition: NewEdition,
    /// The text that presents it.
    pub(crate) introduction_html: String,
    /// How often its dates have changed, and when they last did.
    pub(crate) reschedulings: (u32, Option<UnixMillis>),
    /// What its days are called.
    pub(crate) labels: Vec<(u16, String)>,
    /// The pictures of its own for its scene, with the places of its doors.
    pub(crate) scene_pictures: Vec<(Layout, PictureId, Places)>,
}

/// Adds an edition with empty doors, and returns its id.
///
/// # Errors
/// When its address was taken meanwhile, or it breaks a rule of the schema.
pub(crate) async fn add_exported(
    writer: &mut SqliteConnection,
    exported: &ExportedEdition,
) -> Result<EditionId, sqlx::Error> {
    let id = add_edition(writer, &exported.edition, &exported.introduction_html).await?;
    store::save_redirect(writer, id, "", &exported.edition.slug).await?;
    write_rest(writer, id, exported).await?;
    Ok(id)
}

/// Writes an edition anew; what hangs on its doors stays. Returns the days that it no longer has and on which something hangs:
/// then nothing is written.
///
/// # Errors
/// When it breaks a rule of the schema.
pub(crate) async fn update_exported(
    writer: &mut SqliteConnection,
    id: EditionId,
    exported: &ExportedEdition,
    now: UnixMillis,
) -> Result<Vec<u16>, sqlx::Error> {
    let ExportedEdition { edition, introduction_html, .. } = exported;
    let without_door = store::hung_after(writer, id, edition.schedule.days()).await?;
    if without_door.is_empty() {
        store::update(writer, id, edition, introduction_html, (BY, now)).await?;
        write_doors(writer, id, &edition.schedule).await?;
        clear_labels(writer, id).await?;
        write_rest(writer, id, exported).await?;
    }
    Ok(without_door)
}

async fn write_rest(
    writer: &mut SqliteConnection,
    id: EditionId,
    exported: &ExportedEdition,
) -> Result<(), sqlx::Error> {
    set_identity(writer, id, &exported.uid, exported.reschedulings).await?;
    for (day, label) in &exported.labels {
        set_label(writer, id, *day, label).await?;
    }
    replace_exported(writer, id, &exported.scene_pictures).await?;
    Ok(())
}
