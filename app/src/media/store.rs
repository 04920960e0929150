//! The pictures' SQL.

use crate::ids::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// A picture's file.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Variant {
    /// The file's name in the picture's folder.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its size in bytes.
    pub bytes: i64,
}

/// A picture to be saved.
#[derive(Debug, Clone)]
pub struct NewPicture {
    /// 128 random bits in hexadecimal.
    pub id: String,
    /// Width of the original in pixels.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// The files, already in the picture's folder.
    pub variants: Vec<Variant>,
    /// Words for those who do not see it; empty when it is decoration.
    pub alt: String,
    /// Who of the staff sent it.
    pub added_by: Option<StaffId>,
}

/// A file of a picture, if something public uses the picture: a post, an edition's own text, or the foot.
///
/// # Errors
/// When the database cannot be read.
pub async fn public_variant(
    reader: &SqlitePool,
    id: &str,
    name: &str,
    now: UnixMillis,
) -> Result<Option<Variant>, sqlx::Error> {
    sqlx::query_as(
        "select name, media_type, width, bytes from picture_variants
         where picture_id = $1 and name = $2
           and (exists (select 1 from post_pictures u join posts p on p.id = u.post_id
                        where u.picture_id = $1 and p.public_from <= $3)
                or exists (select 1 from editions
                           where state = 'published' and instr(introduction_html, '/media/' || $1 || '/') > 0)
                or exists (select 1 from funders where instr(logo, '/media/' || $1 || '/') = 1))",
    )
    .bind(id)
    .bind(name)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// A file of a picture, whoever uses it. For staff.
///
/// # Errors
/// When the database cannot be read.
pub async fn any_variant(reader: &SqlitePool, id: &str, name: &str) -> Result<Option<Variant>, sqlx::Error> {
    sqlx::query_as(
        "select name, media_type, width, bytes from picture_variants where picture_id = $1 and name = $2",
    )
    .bind(id)
    .bind(name)
    .fetch_optional(reader)
    .await
}

/// The address of a picture in its smallest size, to show it to staff.
///
/// # Errors
/// When the database cannot be read.
pub async fn address(reader: &SqlitePool, id: &str) -> Result<Option<String>, sqlx::Error> {
    let name: Option<String> = sqlx::query_scalar(
        "select name from picture_variants where picture_id = $1 and media_type = 'image/webp' order by width limit 1",
    )
    .bind(id)
    .fetch_optional(reader)
    .await?;
    Ok(name.map(|name| crate::paths::picture(id, &name)))
}

/// Saves a picture whose files are already on the disk.
///
/// # Errors
/// When the database refuses.
pub async fn add_picture(
    writer: &mut SqliteConnection,
    picture: &NewPicture,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into pictures (id, width, height, alt, added_by, created_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&picture.id)
    .bind(picture.width)
    .bind(picture.height)
    .bind(&picture.alt)
    .bind(picture.added_by)
    .bind(now)
    .execute(&mut *writer)
    .await?;
    for variant in &picture.variants {
        sqlx::query(
            "insert into picture_variants (picture_id, name, media_type, width, bytes)
             values ($1, $2, $3, $4, $5)",
        )
        .bind(&picture.id)
        .bind(&variant.name)
        .bind(&variant.media_type)
        .bind(variant.width)
        .bind(variant.bytes)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}
