//! The pictures' rows, as the library reads and changes them.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::StaffId;
use crate::media::PictureId;
use crate::picture_library::LibraryPicture;
use crate::time::UnixMillis;

/// What [`LibraryPicture`] is read from.
macro_rules! library_columns {
    () => {
        "select i.id, i.name, i.width, i.height, i.alt, i.caption, i.credit, i.added_by, s.name as added_by_name,
             i.created_at, i.trashed_at, i.replaced_by,
             exists (select 1 from picture_variants v
                     where v.picture_id = i.id and v.media_type = 'image/svg+xml') as is_drawing,
             (select v.name from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp' order by v.width limit 1) as thumbnail,
             (select v.name from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp'
              order by v.width > 960, abs(960 - v.width) limit 1) as preview
         from pictures i left join staff s on s.id = i.added_by "
    };
}

/// Lists all pictures, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn list(connection: &mut SqliteConnection) -> Result<Vec<LibraryPicture>, sqlx::Error> {
    sqlx::query_as(concat!(library_columns!(), "order by i.created_at desc, i.name collate swedish, i.id"))
        .fetch_all(connection)
        .await
}

/// Finds a picture.
///
/// # Errors
/// `RowNotFound` when there is none.
pub(crate) async fn find(
    connection: &mut SqliteConnection,
    id: PictureId,
) -> Result<LibraryPicture, sqlx::Error> {
    sqlx::query_as(concat!(library_columns!(), "where i.id = $1")).bind(id).fetch_one(connection).await
}

/// Lists everybody who has sent a picture, by name.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn senders(reader: &SqlitePool) -> Result<Vec<(StaffId, String)>, sqlx::Error> {
    sqlx::query_as(
        "select id, name from staff where id in (select added_by from pictures) order by name collate swedish",
    )
    .fetch_all(reader)
    .await
}

/// Writes a picture's words.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn set_words(
    writer: &mut SqliteConnection,
    id: PictureId,
    [name, alt, caption, credit]: [&str; 4],
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set name = $2, alt = $3, caption = $4, credit = $5 where id = $1")
        .bind(id)
        .bind(name)
        .bind(alt)
        .bind(caption)
        .bind(credit)
        .execute(writer)
        .await?;
    Ok(())
}

/// Puts a picture into the trash, or takes it out.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn set_trashed(
    writer: &mut SqliteConnection,
    id: PictureId,
    since: Option<UnixMillis>,
    replaced_by: Option<PictureId>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set trashed_at = $2, replaced_by = $3 where id = $1")
        .bind(id)
        .bind(since)
        .bind(replaced_by)
        .execute(writer)
        .await?;
    Ok(())
}

/// Finds the picture in the trash whose place another one took.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn replaced_by(
    connection: &mut SqliteConnection,
    id: PictureId,
) -> Result<Option<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures where replaced_by = $1 order by trashed_at desc limit 1")
        .bind(id)
        .fetch_optional(connection)
        .await
}
