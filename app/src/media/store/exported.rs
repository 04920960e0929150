//! What a picture that comes back from an export has beside its files, and which pictures are here.

use sqlx::sqlite::SqliteConnection;

use crate::media::PictureId;

/// Returns every picture with the SHA-256 of the file that was sent, in hexadecimal digits; empty where it is not known.
pub(crate) async fn known_pictures(
    connection: &mut SqliteConnection,
) -> Result<Vec<(PictureId, String)>, sqlx::Error> {
    sqlx::query_as("select id, coalesce(lower(hex(file_hash)), '') from pictures order by created_at desc")
        .fetch_all(connection)
        .await
}

/// Sets the words under a picture and who made it.
pub(in crate::media) async fn set_words(
    writer: &mut SqliteConnection,
    id: PictureId,
    caption: &str,
    credit: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set caption = $2, credit = $3 where id = $1")
        .bind(id)
        .bind(caption)
        .bind(credit)
        .execute(writer)
        .await?;
    Ok(())
}
