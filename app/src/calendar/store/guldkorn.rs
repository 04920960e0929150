//! The guldkorn behind an open door.

use sqlx::sqlite::SqlitePool;

use crate::calendar::Guldkorn;
use crate::ids::EditionId;
use crate::media::{PictureRow, picture_columns};
use crate::posts::{GuldkornForm, Language};
use crate::time::UnixMillis;

#[derive(sqlx::FromRow)]
struct GuldkornRow {
    slug: String,
    title: String,
    language: Language,
    form: GuldkornForm,
    quote: String,
    source: String,
    teaser: String,
    body_html: String,
    sensitive: bool,
    #[sqlx(flatten)]
    picture: PictureRow,
}

impl From<GuldkornRow> for Guldkorn {
    fn from(row: GuldkornRow) -> Self {
        Self {
            slug: row.slug,
            title: row.title,
            language: row.language,
            form: row.form,
            quote: row.quote,
            source: row.source,
            teaser: row.teaser,
            body_html: row.body_html,
            picture: row.picture.picture(),
            sensitive: row.sensitive,
        }
    }
}

/// Returns the guldkorn on an open door, if one hangs there and is public.
pub(in crate::calendar) async fn guldkorn_on_door(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<Option<Guldkorn>, sqlx::Error> {
    let row: Option<GuldkornRow> = sqlx::query_as(concat!(
        "select p.slug, p.title, p.language, p.form, p.quote, p.source, p.teaser, p.body_html, p.sensitive, ",
        picture_columns!(),
        " from doors d join posts p on p.id = d.post_id left join pictures i on i.id = p.picture_id
         where d.edition_id = $1 and d.day = $2 and p.form is not null and p.public_from <= $3"
    ))
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(Guldkorn::from))
}
