//! The pictures from which staff choose one.

use sqlx::sqlite::SqlitePool;

use crate::media::PictureId;
use crate::paths;

/// A picture of the library to choose.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct PictureChoice {
    pub(crate) id: PictureId,
    /// Name of the file as it was sent; may be empty.
    pub(crate) name: String,
    /// Alternative text; empty when the picture is decorative.
    pub(crate) alt: String,
    /// Width of the original in pixels.
    pub(crate) width: u32,
    /// Height of the original in pixels.
    pub(crate) height: u32,
    /// Whether it is also available as SVG, and so in any size.
    pub(crate) is_drawing: bool,
    /// Name of its smallest variant.
    pub(crate) thumbnail: String,
}

impl PictureChoice {
    /// Returns the address of its smallest variant.
    pub(crate) fn shown(&self) -> String {
        paths::picture(self.id, &self.thumbnail)
    }

    /// Returns what staff call it, in Swedish.
    pub(crate) fn words(&self) -> String {
        let words = [&self.alt, &self.name].into_iter().find(|words| !words.is_empty());
        words.cloned().unwrap_or_else(|| format!("Bild utan beskrivning, {} × {}", self.width, self.height))
    }
}

/// Lists the newest pictures that are not in the trash, and some others if they exist, the newest first.
pub(crate) async fn picture_choices(
    reader: &SqlitePool,
    others: &[PictureId],
    newest: u32,
) -> Result<Vec<PictureChoice>, sqlx::Error> {
    let others: Vec<String> = others.iter().map(|id| format!("\"{id}\"")).collect();
    sqlx::query_as(
        "select i.id, i.name, i.alt, i.width, i.height,
             (select v.name from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp' order by v.width limit 1) as thumbnail,
             exists (select 1 from picture_variants v
                     where v.picture_id = i.id and v.media_type = 'image/svg+xml') as is_drawing
         from pictures i
         where (i.id in (select value from json_each($1))
                or i.id in (select id from pictures where trashed_at is null order by created_at desc, id limit $2))
           and exists (select 1 from picture_variants v
                       where v.picture_id = i.id and v.media_type = 'image/webp')
         order by i.created_at desc, i.id",
    )
    .bind(format!("[{}]", others.join(",")))
    .bind(newest)
    .fetch_all(reader)
    .await
}
