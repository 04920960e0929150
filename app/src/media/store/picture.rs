//! A picture of the library by its id, outside any text.

use sqlx::sqlite::SqlitePool;

use crate::media::crop::store::{FramingRow, framing_columns};
use crate::media::{Picture, PictureId};

#[derive(sqlx::FromRow)]
struct Row {
    width: u32,
    height: u32,
    alt: String,
    /// Comma-separated.
    widths: Option<String>,
    is_drawing: bool,
    #[sqlx(flatten)]
    framing: FramingRow,
}

/// Finds a picture, and whether it is available as SVG too. It has neither words under it nor renditions: whoever shows it
/// shows it whole, or cuts it anew.
pub(crate) async fn picture(
    reader: &SqlitePool,
    id: PictureId,
) -> Result<Option<(Picture, bool)>, sqlx::Error> {
    let row: Option<Row> = sqlx::query_as(concat!(
        "select i.width, i.height, i.alt,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp') as widths,
             exists (select 1 from picture_variants v
                     where v.picture_id = i.id and v.media_type = 'image/svg+xml') as is_drawing, ",
        framing_columns!(),
        " from pictures i where i.id = $1"
    ))
    .bind(id)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|Row { width, height, alt, widths, is_drawing, framing }| {
        let widths = widths.unwrap_or_default();
        let mut widths: Vec<u32> = widths.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        let picture = Picture {
            id,
            width,
            height,
            widths,
            tone: None,
            framing: framing.framing(),
            renditions: Vec::new(),
            alt,
            caption: String::new(),
            credit: String::new(),
        };
        (picture, is_drawing)
    }))
}
