//! The brand's SQL.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::Brand;
use crate::media::crop::Framing;
use crate::media::{Picture, PictureId};

type Row = (Option<PictureId>, Option<PictureId>, bool, Option<PictureId>, String, Option<PictureId>);

/// Reads the brand.
pub(in crate::site) async fn brand(reader: &SqlitePool) -> Result<Brand, sqlx::Error> {
    let (logo, logo_on_dark, logo_has_name, icon, initials, shared_picture): Row =
        sqlx::query_as("select logo, logo_on_dark, logo_has_name, icon, initials, shared_picture from brand")
            .fetch_one(reader)
            .await?;
    Ok(Brand { logo, logo_on_dark, logo_has_name, icon, initials, shared_picture })
}

/// Replaces the brand.
pub(in crate::site) async fn replace(
    writer: &mut SqliteConnection,
    brand: &Brand,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update brand set logo = $1, logo_on_dark = $2, logo_has_name = $3, icon = $4, initials = $5, shared_picture = $6",
    )
    .bind(brand.logo)
    .bind(brand.logo_on_dark)
    .bind(brand.logo_has_name)
    .bind(brand.icon)
    .bind(&brand.initials)
    .bind(brand.shared_picture)
    .execute(writer)
    .await?;
    Ok(())
}

/// Finds a picture with its widths, and whether it is available as SVG too.
pub(super) async fn picture(
    reader: &SqlitePool,
    id: PictureId,
) -> Result<Option<(Picture, bool)>, sqlx::Error> {
    let row: Option<(u32, u32, String, Option<String>, bool)> = sqlx::query_as(
        "select width, height, alt,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp'),
             exists (select 1 from picture_variants v where v.picture_id = i.id and v.media_type = 'image/svg+xml')
         from pictures i where id = $1",
    )
    .bind(id)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|(width, height, alt, widths, is_drawing)| {
        let widths = widths.unwrap_or_default();
        let mut widths: Vec<u32> = widths.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        // A logo is always shown whole, without words under it.
        let picture = Picture {
            id,
            width,
            height,
            widths,
            tone: None,
            framing: Framing::default(),
            renditions: Vec::new(),
            alt,
            caption: String::new(),
            credit: String::new(),
        };
        (picture, is_drawing)
    }))
}
