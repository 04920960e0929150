//! The SQL of what is not public. Every function that writes is for copies only.

use sqlx::sqlite::SqliteConnection;

use super::{Names, Secret};
use crate::calendar::own_picture;
use crate::db::publicity::{hidden_at, known_at};
use crate::paths;
use crate::posts::store::address_slug;
use crate::time::{UnixMillis, at_home, from_millis};

/// Lists the texts that readers must not know at an instant.
pub(super) async fn secrets(
    connection: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<Vec<Secret>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, p.kind, ",
        address_slug!("p"),
        " as slug, p.title, p.quote, e.title as edition, d.day,
             exists (select 1 from post_redirects r where r.slug = p.slug)
                 or coalesce(",
        known_at!("p", "$1"),
        ", 0) as was_public
         from posts p left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
         where ",
        hidden_at!("p", "$1"),
        " order by p.id"
    ))
    .bind(now)
    .fetch_all(connection)
    .await
}

/// Lists what addresses are made of.
pub(super) async fn names(connection: &mut SqliteConnection) -> Result<Names, sqlx::Error> {
    let documents: Vec<(String, String)> =
        sqlx::query_as("select d.id, f.name from documents d join document_files f on f.id = d.file_id")
            .fetch_all(&mut *connection)
            .await?;
    let recordings: Vec<(String, String)> =
        sqlx::query_as("select id, format from recordings").fetch_all(&mut *connection).await?;
    let instants: Vec<UnixMillis> = sqlx::query_scalar(
        "select distinct at from (select published_at as at from posts union select public_from from posts
                                  union select opens_at from doors) where at is not null",
    )
    .fetch_all(&mut *connection)
    .await?;
    let days = instants.into_iter().map(|instant| at_home(from_millis(instant)).date());
    let mut months: Vec<_> = days.map(|day| (day.year(), day.month())).collect();
    months.sort_unstable();
    months.dedup();
    Ok(Names {
        editions: sqlx::query_as("select slug, days from editions order by id")
            .fetch_all(&mut *connection)
            .await?,
        posts: Vec::new(),
        tags: sqlx::query_scalar("select slug from tags order by id").fetch_all(&mut *connection).await?,
        pictures: sqlx::query_as("select picture_id, name from picture_files")
            .fetch_all(&mut *connection)
            .await?,
        scene_styles: own_picture::style_addresses(connection).await?,
        documents: documents.into_iter().map(|(id, name)| paths::document(id, &name)).collect(),
        recordings: recordings.into_iter().map(|(id, format)| paths::recording(id, &format)).collect(),
        months,
        words: Vec::new(),
    })
}

/// Keeps the reserves of all editions where they are.
pub(super) async fn switch_reserves_off(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("delete from reserve_switches").execute(writer).await?;
    Ok(())
}

/// Deletes all that readers must not know at an instant: texts, drafts, what closed doors are called, editions that are not
/// published, and tags, pictures and documents that only those have.
pub(super) async fn remove(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    for (step, has_time) in [
        // That a text was there may be known, as of one that somebody has withdrawn.
        (
            concat!(
                "insert or ignore into post_redirects (slug) select slug from posts where ",
                known_at!("$1"),
                " and ",
                hidden_at!("$1")
            ),
            true,
        ),
        (concat!("delete from posts where ", hidden_at!("$1")), true),
        ("update doors set label = '' where opens_at > $1", true),
        ("delete from recordings where post_id is null or removed_at is not null", false),
        ("delete from drafts", false),
        ("delete from editions where state = 'draft'", false),
        ("delete from tags where id not in (select tag_id from post_tags)", false),
        (
            "delete from pictures
             where id not in (select picture_id from post_pictures)
                 and not exists (select 1 from editions where instr(introduction_html, '/media/' || pictures.id || '/') > 0)
                 and id not in (select s.picture_id from scene_pictures s join editions e on e.id = s.edition_id
                                where e.scene = 'picture')
                 and not exists (select 1 from brand
                                 where pictures.id in (logo, logo_on_dark, icon, shared_picture))
                 and not exists (select 1 from funders where logo = pictures.id)",
            false,
        ),
        (
            "delete from documents
             where id not in (select document_id from post_documents)
                 and not exists (select 1 from editions
                                 where instr(introduction_html, '/dokument/' || documents.id || '/') > 0)",
            false,
        ),
    ] {
        let step = sqlx::query(step);
        let step = if has_time { step.bind(now) } else { step };
        step.execute(&mut *writer).await?;
    }
    Ok(())
}
