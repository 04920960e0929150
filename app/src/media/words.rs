//! A picture's words in the library, as a text that shows it reads them.

use sqlx::sqlite::SqlitePool;

use super::PictureId;

/// The words of a picture in the library; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct LibraryWords {
    /// Alternative text.
    pub alt: String,
    /// Words under the picture.
    pub caption: String,
    /// Who took or made it.
    pub credit: String,
}

impl LibraryWords {
    /// Finds the words of a picture; none when there is no such picture.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn find(reader: &SqlitePool, id: PictureId) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as("select alt, caption, credit from pictures where id = $1")
            .bind(id)
            .fetch_optional(reader)
            .await
    }
}
