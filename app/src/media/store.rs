//! The pictures' SQL.

mod choices;
mod exported;
mod picture;
mod stored;
mod words;

use std::collections::HashMap;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{PictureId, Tone};
use crate::db::publicity::public_at;
use crate::ids::StaffId;
use crate::paths;
use crate::time::UnixMillis;

pub(crate) use crate::media::intake::svg::DRAWING;
pub(crate) use choices::{PictureChoice, picture_choices};
pub(crate) use exported::known_pictures;
pub(super) use exported::set_words;
pub(crate) use picture::picture;
pub use stored::{StoredPicture, stored_pictures};
pub(crate) use words::library_words;

/// A file of a picture, in one width and format.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Variant {
    /// Name in the picture's folder, such as "960.webp".
    pub name: String,
    /// Media type, such as "image/webp".
    pub media_type: String,
    /// Width in pixels.
    pub width: u32,
    /// Size in bytes.
    pub bytes: i64,
}

/// A picture to be saved.
#[derive(Debug, Clone)]
pub struct NewPicture {
    /// Id under which its files are already in the media folder.
    pub id: PictureId,
    /// Width of the original in pixels.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// One for each width and format that is in the media folder.
    pub variants: Vec<Variant>,
    /// Alternative text; empty when the picture is decorative.
    pub alt: String,
    /// The staff member who sent it; none for pictures of the demo site.
    pub added_by: Option<StaffId>,
}

/// Finds a file of a picture that something public uses: a post, an edition's own text or scene, the brand, or the foot of the
/// page.
///
/// # Errors
/// Those of the database.
pub async fn public_variant(
    reader: &SqlitePool,
    id: PictureId,
    name: &str,
    now: UnixMillis,
) -> Result<Option<Variant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select name, media_type, width, bytes from picture_files
         where picture_id = $1 and name = $2
           and (exists (select 1 from post_pictures u join posts p on p.id = u.post_id
                        where u.picture_id = $1 and ",
        public_at!("p", "$3"),
        ")
                or exists (select 1 from editions
                           where state = 'published' and instr(introduction_html, '/media/' || $1 || '/') > 0)
                or exists (select 1 from scene_pictures s join editions e on e.id = s.edition_id
                           where s.picture_id = $1 and e.state = 'published' and e.scene = 'picture')
                or exists (select 1 from brand
                           where $1 in (logo, logo_on_dark, icon, shared_picture))
                or exists (select 1 from funders where logo = $1))"
    ))
    .bind(id)
    .bind(name)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Finds a file of a picture, whatever uses it. For staff and those who have a review link.
///
/// # Errors
/// Those of the database.
pub async fn any_variant(
    reader: &SqlitePool,
    id: PictureId,
    name: &str,
) -> Result<Option<Variant>, sqlx::Error> {
    sqlx::query_as(
        "select name, media_type, width, bytes from picture_files where picture_id = $1 and name = $2",
    )
    .bind(id)
    .bind(name)
    .fetch_optional(reader)
    .await
}

/// Finds the address of a picture's smallest variant, to show it to staff.
pub(crate) async fn thumbnail_address(
    reader: &SqlitePool,
    id: PictureId,
) -> Result<Option<String>, sqlx::Error> {
    let name: Option<String> = sqlx::query_scalar(
        "select name from picture_variants where picture_id = $1 and media_type = 'image/webp' order by width limit 1",
    )
    .bind(id)
    .fetch_optional(reader)
    .await?;
    Ok(name.map(|name| paths::picture(id, &name)))
}

/// Finds the addresses of the smallest variants of many pictures, by the pictures' ids.
pub(crate) async fn thumbnail_addresses(
    reader: &SqlitePool,
    ids: &[&str],
) -> Result<HashMap<String, String>, sqlx::Error> {
    let ids = serde_json::to_string(ids).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let names: Vec<(String, String)> = sqlx::query_as(
        "select id, name from (select a.value as id, (
             select name from picture_variants where picture_id = a.value and media_type = 'image/webp'
             order by width limit 1) as name from json_each($1) a) where name is not null",
    )
    .bind(ids)
    .fetch_all(reader)
    .await?;
    Ok(names.into_iter().map(|(id, name)| (id.clone(), paths::picture(id, &name))).collect())
}

/// Finds the picture that was made of a file, by the file's SHA-256, and takes it into use again, also out of the trash.
pub(super) async fn reuse(
    writer: &mut SqliteConnection,
    file_hash: &[u8],
) -> Result<Option<(PictureId, u32, u32)>, sqlx::Error> {
    sqlx::query_as(
        "update pictures set unused_since = null, trashed_at = null, replaced_by = null
         where id = (select id from pictures where file_hash = $1 order by created_at limit 1)
         returning id, width, height",
    )
    .bind(file_hash)
    .fetch_optional(writer)
    .await
}

/// Gives a picture the name by which staff find it.
///
/// # Errors
/// Those of the database.
pub async fn set_name(writer: &mut SqliteConnection, id: PictureId, name: &str) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set name = $2 where id = $1").bind(id).bind(name).execute(writer).await?;
    Ok(())
}

/// Notes of which file a picture was made.
pub(super) async fn set_file_hash(
    writer: &mut SqliteConnection,
    id: PictureId,
    file_hash: &[u8],
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set file_hash = $2 where id = $1")
        .bind(id)
        .bind(file_hash)
        .execute(writer)
        .await?;
    Ok(())
}

/// Lists pictures whose tone nobody has looked for, each with its smallest WebP file, if it has one.
pub(crate) async fn without_tone(
    reader: &SqlitePool,
    limit: u32,
) -> Result<Vec<(PictureId, Option<String>)>, sqlx::Error> {
    sqlx::query_as(
        "select i.id, (select name from picture_variants v
                       where v.picture_id = i.id and v.media_type = 'image/webp' order by width limit 1)
         from pictures i where not tone_known order by created_at desc limit $1",
    )
    .bind(limit)
    .fetch_all(reader)
    .await
}

/// Saves the tone that was found, or that there is none.
pub(crate) async fn set_tone(
    writer: &mut SqliteConnection,
    id: PictureId,
    tone: Option<Tone>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set tone = $2, tone_known = 1 where id = $1")
        .bind(id)
        .bind(tone)
        .execute(writer)
        .await?;
    Ok(())
}

/// Adds the rows of a picture whose files are already on the disk.
///
/// # Errors
/// Those of the database.
pub async fn add_picture(
    writer: &mut SqliteConnection,
    picture: &NewPicture,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into pictures (id, width, height, alt, added_by, created_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(picture.id)
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
        .bind(picture.id)
        .bind(&variant.name)
        .bind(&variant.media_type)
        .bind(variant.width)
        .bind(variant.bytes)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}
