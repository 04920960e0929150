//! The brand's SQL.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::Brand;
use crate::media::PictureId;

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
