//! Posts as the database has them, and what they become.

use sqlx::sqlite::SqlitePool;

use crate::blog::types::{DoorRef, Tag, Teaser};
use crate::media::Picture;
use crate::time;

/// A public post as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PostRow {
    pub(crate) id: i64,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) form: Option<String>,
    pub(crate) quote: String,
    pub(crate) source: String,
    pub(crate) teaser: String,
    pub(crate) author: String,
    pub(crate) body_markdown: String,
    pub(crate) body_html: String,
    pub(crate) sensitive: bool,
    pub(crate) public_from: i64,
    #[sqlx(flatten)]
    picture: PictureRow,
}

/// A public post in a list, as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct TeaserRow {
    id: i64,
    slug: String,
    title: String,
    teaser: String,
    public_from: i64,
    #[sqlx(flatten)]
    picture: PictureRow,
}

#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(clippy::struct_field_names, reason = "the names of the queries' columns")]
struct PictureRow {
    picture_id: Option<String>,
    picture_alt: String,
    picture_caption: String,
    picture_width: Option<u32>,
    picture_height: Option<u32>,
    /// Comma-separated.
    picture_widths: Option<String>,
}

impl PictureRow {
    fn picture(&self) -> Option<Picture> {
        let mut widths: Vec<u32> =
            self.picture_widths.as_deref()?.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        Some(Picture {
            id: self.picture_id.clone()?,
            width: self.picture_width?,
            height: self.picture_height?,
            widths,
            alt: self.picture_alt.clone(),
            caption: self.picture_caption.clone(),
        })
    }
}

impl PostRow {
    /// Its picture, if it has one.
    pub(crate) fn picture(&self) -> Option<Picture> {
        self.picture.picture()
    }

    /// The post as a list shows it.
    pub(crate) async fn head(&self, reader: &SqlitePool) -> Result<Teaser, sqlx::Error> {
        let row = TeaserRow {
            id: self.id,
            slug: self.slug.clone(),
            title: self.title.clone(),
            teaser: self.teaser.clone(),
            public_from: self.public_from,
            picture: self.picture.clone(),
        };
        row.teaser(reader).await
    }
}

impl TeaserRow {
    pub(super) async fn teaser(self, reader: &SqlitePool) -> Result<Teaser, sqlx::Error> {
        let day = time::at_home(time::from_millis(self.public_from)).date();
        Ok(Teaser {
            tags: tags_of(reader, self.id).await?,
            door: door_of(reader, self.id).await?,
            picture: self.picture.picture(),
            date: time::date_with_year(day),
            iso_date: day.to_string(),
            slug: self.slug,
            title: self.title,
            teaser: self.teaser,
        })
    }
}

async fn tags_of(reader: &SqlitePool, post: i64) -> Result<Vec<Tag>, sqlx::Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select t.slug, t.name from post_tags pt join tags t on t.id = pt.tag_id
         where pt.post_id = $1 order by t.name",
    )
    .bind(post)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(slug, name)| Tag { slug, name }).collect())
}

async fn door_of(reader: &SqlitePool, post: i64) -> Result<Option<DoorRef>, sqlx::Error> {
    let row: Option<(String, String, u16)> = sqlx::query_as(
        "select e.slug, e.title, d.day from doors d join editions e on e.id = d.edition_id
         where d.post_id = $1 and e.state = 'published'",
    )
    .bind(post)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|(edition, edition_title, day)| DoorRef { edition, edition_title, day }))
}
