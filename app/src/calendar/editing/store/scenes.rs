//! The SQL of an own scene that comes along to a new edition.

use sqlx::sqlite::SqliteConnection;

use crate::calendar::EditionId;

/// Gives an edition the pictures of another one's own scene, with the places of the doors that it has.
pub(in crate::calendar::editing) async fn copy(
    writer: &mut SqliteConnection,
    from: EditionId,
    to: EditionId,
    days: u16,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into scene_pictures (edition_id, layout, picture_id)
         select $2, layout, picture_id from scene_pictures where edition_id = $1",
    )
    .bind(from)
    .bind(to)
    .execute(&mut *writer)
    .await?;
    sqlx::query(
        "insert into scene_doors (edition_id, layout, day, x, y, width, height, number)
         select $2, layout, day, x, y, width, height, number from scene_doors where edition_id = $1 and day <= $3",
    )
    .bind(from)
    .bind(to)
    .bind(days)
    .execute(writer)
    .await?;
    Ok(())
}
