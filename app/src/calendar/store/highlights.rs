//! Guldkorn that stand out: those which another page than their door's may show.

use sqlx::sqlite::SqlitePool;

use crate::calendar::{Edition, Highlight, link_to};
use crate::db::publicity::public_at;
use crate::posts::{GuldkornForm, Language};
use crate::time::UnixMillis;

#[derive(sqlx::FromRow)]
struct HighlightRow {
    day: u16,
    slug: String,
    title: String,
    language: Language,
    form: GuldkornForm,
    quote: String,
    source: String,
    teaser: String,
}

/// Returns an edition's public guldkorn by day. Sensitive ones are not among them: they are never shown unasked.
pub(in crate::calendar) async fn highlights(
    reader: &SqlitePool,
    edition: &Edition,
    now: UnixMillis,
) -> Result<Vec<Highlight>, sqlx::Error> {
    let rows: Vec<HighlightRow> = sqlx::query_as(concat!(
        "select d.day, p.slug, p.title, p.language, p.form, p.quote, p.source, p.teaser
         from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and p.form is not null and p.sensitive = 0 and ",
        public_at!("p", "$2"),
        " order by d.day"
    ))
    .bind(edition.id)
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|row| highlight(edition, row)).collect())
}

fn highlight(edition: &Edition, row: HighlightRow) -> Highlight {
    Highlight {
        edition: link_to(edition),
        facade: edition.facade_of(row.day),
        day: row.day,
        slug: row.slug,
        title: row.title,
        language: row.language,
        quote: Some(row.quote).filter(|quote| row.form == GuldkornForm::Quote && !quote.is_empty()),
        source: row.source,
        teaser: row.teaser,
    }
}
