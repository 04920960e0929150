//! The SQL of the brand's colours.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{BrandColours, Rgb};

/// Reads the brand's colours.
pub(in crate::site) async fn brand_colours(reader: &SqlitePool) -> Result<BrandColours, sqlx::Error> {
    let row: Option<(Option<String>, Option<String>)> =
        sqlx::query_as("select main, accent from brand_colours").fetch_optional(reader).await?;
    let (main, accent) = row.unwrap_or_default();
    let colour = |text: Option<String>| text.as_deref().and_then(Rgb::parse);
    Ok(BrandColours { main: colour(main), accent: colour(accent) })
}

/// Replaces the brand's colours.
pub(in crate::site) async fn replace_brand_colours(
    writer: &mut SqliteConnection,
    brand: BrandColours,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into brand_colours (id, main, accent) values (1, $1, $2)
         on conflict (id) do update set main = excluded.main, accent = excluded.accent",
    )
    .bind(brand.main.map(|colour| colour.to_string()))
    .bind(brand.accent.map(|colour| colour.to_string()))
    .execute(writer)
    .await?;
    Ok(())
}
