//! The words of pictures in the library.

use sqlx::sqlite::SqlitePool;

use crate::media::{LibraryWords, PictureId};

/// Finds the words of a picture; none when there is no such picture.
pub(crate) async fn library_words(
    reader: &SqlitePool,
    id: PictureId,
) -> Result<Option<LibraryWords>, sqlx::Error> {
    sqlx::query_as("select alt, caption, credit from pictures where id = $1")
        .bind(id)
        .fetch_optional(reader)
        .await
}
