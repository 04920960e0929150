//! The guldkorn behind open doors.

use std::ops::RangeInclusive;

use sqlx::sqlite::SqlitePool;

use crate::calendar::Guldkorn;
use crate::consent::Scope;
use crate::db::publicity::public_at;
use crate::ids::EditionId;
use crate::media::{PictureRow, picture_columns};
use crate::posts::tags::Tag;
use crate::posts::{GuldkornForm, Language, PostId};
use crate::time::UnixMillis;

/// The columns of [`GuldkornRow`], of a post `p` with its picture `i`.
macro_rules! guldkorn_columns {
    () => {
        concat!(
            "p.slug, p.title, p.language, p.form, p.quote, p.source, p.teaser, p.body_html, p.sensitive, ",
            $crate::db::publicity::scope_columns!(),
            ", ",
            picture_columns!()
        )
    };
}

/// An open door with its guldkorn.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct OpenedDoor {
    /// Number of the door.
    pub(in crate::calendar) day: u16,
    /// What the day is called; empty for most.
    pub(in crate::calendar) label: String,
    /// The post that hangs there.
    pub(in crate::calendar) post: PostId,
    /// The public text on the door.
    pub(in crate::calendar) guldkorn: Guldkorn,
}

#[derive(sqlx::FromRow)]
struct OpenedDoorRow {
    day: u16,
    label: String,
    post: PostId,
    #[sqlx(flatten)]
    guldkorn: GuldkornRow,
}

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
    scope: Scope,
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
            scope: row.scope,
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
        "select ",
        guldkorn_columns!(),
        " from doors d join posts p on p.id = d.post_id left join pictures i on i.id = p.picture_id
         where d.edition_id = $1 and d.day = $2 and p.form is not null and ",
        public_at!("p", "$3")
    ))
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(Guldkorn::from))
}

/// Returns the open doors among some days of an edition on which a public guldkorn hangs, in order.
pub(in crate::calendar) async fn opened_doors(
    reader: &SqlitePool,
    edition: EditionId,
    days: RangeInclusive<u16>,
    now: UnixMillis,
) -> Result<Vec<OpenedDoor>, sqlx::Error> {
    let rows: Vec<OpenedDoorRow> = sqlx::query_as(concat!(
        "select d.day, d.label, p.id as post, ",
        guldkorn_columns!(),
        " from doors d join posts p on p.id = d.post_id left join pictures i on i.id = p.picture_id
         where d.edition_id = $1 and d.day between $2 and $3 and d.opens_at <= $4
             and p.form is not null and ",
        public_at!("p", "$4"),
        "
         order by d.day"
    ))
    .bind(edition)
    .bind(days.start())
    .bind(days.end())
    .bind(now)
    .fetch_all(reader)
    .await?;
    let door = |OpenedDoorRow { day, label, post, guldkorn }| OpenedDoor {
        day,
        label,
        post,
        guldkorn: guldkorn.into(),
    };
    Ok(rows.into_iter().map(door).collect())
}

/// Returns the tags of the public post on a door, in alphabetical order.
pub(in crate::calendar) async fn tags_on_door(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<Vec<Tag>, sqlx::Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(concat!(
        "select t.slug, t.name from doors d join posts p on p.id = d.post_id
             join post_tags pt on pt.post_id = p.id join tags t on t.id = pt.tag_id
         where d.edition_id = $1 and d.day = $2 and ",
        public_at!("p", "$3"),
        "
         order by t.name collate swedish"
    ))
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(slug, name)| Tag { slug, name }).collect())
}
