//! The SQL for what staff do with editions.

pub(super) mod changes;
pub(super) mod scenes;

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::EditionRecord;
use crate::calendar::NewEdition;
use crate::ids::{EditionId, PostId};
use crate::posts::store::newest::is_blank;
use crate::time::UnixMillis;

/// Returns all editions, newest first.
pub(crate) async fn all(reader: &SqlitePool) -> Result<Vec<EditionRecord>, sqlx::Error> {
    sqlx::query_as(
        "select id, slug, title, lead, lead_before, lead_last, lead_after, best_doors, introduction_markdown, first_day, days, opens_at,
             time_zone, scene, door_order, seed, reminds_at, shows_reads, state, version, changed_by
         from editions order by first_day desc, id desc",
    )
    .fetch_all(reader)
    .await
}

/// Finds an edition by its id.
pub(crate) async fn find(
    database: impl SqliteExecutor<'_>,
    id: EditionId,
) -> Result<Option<EditionRecord>, sqlx::Error> {
    sqlx::query_as(
        "select id, slug, title, lead, lead_before, lead_last, lead_after, best_doors, introduction_markdown, first_day, days, opens_at,
             time_zone, scene, door_order, seed, reminds_at, shows_reads, state, version, changed_by
         from editions where id = $1",
    )
    .bind(id)
    .fetch_optional(database)
    .await
}

/// A day as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct DayRow {
    pub(super) day: u16,
    pub(super) label: String,
    pub(super) opens_at: UnixMillis,
}

/// The days of an edition.
pub(super) async fn days(reader: &SqlitePool, edition: EditionId) -> Result<Vec<DayRow>, sqlx::Error> {
    sqlx::query_as("select day, label, opens_at from doors where edition_id = $1 order by day")
        .bind(edition)
        .fetch_all(reader)
        .await
}

/// Who has worked on a post.
#[derive(Debug, Clone, Default, sqlx::FromRow)]
pub(super) struct WrittenBy {
    pub(super) post: PostId,
    /// Whoever saved its newest revision, or began it; empty when nobody did here.
    pub(super) writer: String,
}

/// Returns who has worked on the posts on an edition's doors.
pub(super) async fn written_by(
    reader: &SqlitePool,
    edition: EditionId,
) -> Result<Vec<WrittenBy>, sqlx::Error> {
    sqlx::query_as(
        "select p.id as post,
             coalesce((select s.name from revisions r join staff s on s.id = r.staff_id
                       where r.post_id = p.id order by r.number desc limit 1),
                      (select name from staff where id = p.created_by), '') as writer
         from doors d join posts p on p.id = d.post_id where d.edition_id = $1",
    )
    .bind(edition)
    .fetch_all(reader)
    .await
}

/// Returns the days after the `last` one on which a post hangs that is not in the trash. One in the trash loses its door,
/// and is restored without one.
pub(super) async fn hung_after(
    writer: &mut SqliteConnection,
    edition: EditionId,
    last: u16,
) -> Result<Vec<u16>, sqlx::Error> {
    sqlx::query_scalar(
        "select d.day from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and d.day > $2 and p.state <> 'trash' order by d.day",
    )
    .bind(edition)
    .bind(last)
    .fetch_all(writer)
    .await
}

/// Returns the days that [`hung_after`] returns, with what hangs on them.
pub(super) async fn posts_after(
    writer: &mut SqliteConnection,
    edition: EditionId,
    last: u16,
) -> Result<Vec<(u16, PostId)>, sqlx::Error> {
    sqlx::query_as(
        "select d.day, p.id from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and d.day > $2 and p.state <> 'trash' order by d.day",
    )
    .bind(edition)
    .bind(last)
    .fetch_all(writer)
    .await
}

/// Returns the labels of an edition's days, without empty ones.
pub(super) async fn labels(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<(u16, String)>, sqlx::Error> {
    sqlx::query_as("select day, label from doors where edition_id = $1 and label <> ''")
        .bind(edition)
        .fetch_all(writer)
        .await
}

/// Deletes an edition with its doors.
pub(super) async fn delete(writer: &mut SqliteConnection, edition: EditionId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from editions where id = $1").bind(edition).execute(writer).await?;
    Ok(())
}

/// Whether an edition other than `except` has a slug.
pub(super) async fn is_taken(
    database: impl SqliteExecutor<'_>,
    slug: &str,
    except: EditionId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from editions where slug = $1 and id <> $2)")
        .bind(slug)
        .bind(except)
        .fetch_one(database)
        .await
}

/// Writes an edition's own columns and increases its version. `write_doors` writes the doors. Calendar programs are to
/// notice a change of what its calendar file says, so such changes are counted.
pub(super) async fn update(
    writer: &mut SqliteConnection,
    id: EditionId,
    edition: &NewEdition,
    introduction_html: &str,
    (changed_by, now): (&str, UnixMillis),
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update editions set reschedulings = reschedulings + 1, rescheduled_at = $7
         where id = $1 and (slug, first_day, days, opens_at, time_zone, reminds_at) <> ($2, $3, $4, $5, $6, $8)",
    )
    .bind(id)
    .bind(&edition.slug)
    .bind(edition.schedule.first_day().to_string())
    .bind(edition.schedule.days())
    .bind(edition.schedule.opens_at().strftime("%H:%M").to_string())
    .bind(edition.schedule.zone_name())
    .bind(now)
    .bind(&edition.reminds_at)
    .execute(&mut *writer)
    .await?;
    sqlx::query(
        "update editions set slug = $2, title = $3, lead = $4, introduction_markdown = $5, introduction_html = $6,
             first_day = $7, days = $8, opens_at = $9, time_zone = $10, scene = $11, door_order = $12, seed = $13,
             state = $14, changed_by = $15, reminds_at = $16, lead_before = $17, lead_after = $18, lead_last = $19,
             best_doors = $20, shows_reads = $21, version = version + 1
         where id = $1",
    )
    .bind(id)
    .bind(&edition.slug)
    .bind(&edition.title)
    .bind(&edition.lead)
    .bind(&edition.introduction)
    .bind(introduction_html)
    .bind(edition.schedule.first_day().to_string())
    .bind(edition.schedule.days())
    .bind(edition.schedule.opens_at().strftime("%H:%M").to_string())
    .bind(edition.schedule.zone_name())
    .bind(edition.scene)
    .bind(edition.order)
    .bind(edition.seed)
    .bind(edition.state)
    .bind(changed_by)
    .bind(&edition.reminds_at)
    .bind(&edition.lead_before)
    .bind(&edition.lead_after)
    .bind(&edition.lead_last)
    .bind(edition.best_doors.to_string())
    .bind(edition.shows_reads)
    .execute(writer)
    .await?;
    Ok(())
}

/// Notes that somebody has changed something of an edition that is in other tables.
pub(in crate::calendar) async fn note_change(
    writer: &mut SqliteConnection,
    id: EditionId,
    changed_by: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("update editions set changed_by = $2, version = version + 1 where id = $1")
        .bind(id)
        .bind(changed_by)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns the days on which a post hangs that can still come to readers.
pub(super) async fn taken_days(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<u16>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select d.day from doors d join posts p on p.id = d.post_id
             where d.edition_id = $1 and p.state not in ('trash', 'withdrawn') and not ",
        is_blank!(),
        " order by d.day"
    ))
    .bind(edition)
    .fetch_all(writer)
    .await
}

/// Saves a redirect from an edition's former slug, if it had another one, and deletes those from its present one.
pub(super) async fn save_redirect(
    writer: &mut SqliteConnection,
    id: EditionId,
    former: &str,
    current: &str,
) -> Result<(), sqlx::Error> {
    if !former.is_empty() && former != current {
        sqlx::query(
            "insert into edition_redirects (slug, edition_id) values ($1, $2)
             on conflict (slug) do update set edition_id = excluded.edition_id",
        )
        .bind(former)
        .bind(id)
        .execute(&mut *writer)
        .await?;
    }
    sqlx::query("delete from edition_redirects where slug = $1").bind(current).execute(writer).await?;
    Ok(())
}

/// Returns the slugs that editions once had, those of editions that are not public too.
///
/// # Errors
/// When the database cannot be read.
pub async fn former_slugs(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from edition_redirects order by slug").fetch_all(reader).await
}

/// Returns the present slug of the published edition that once had another.
pub(super) async fn redirect_from(reader: &SqlitePool, slug: &str) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select e.slug from edition_redirects r join editions e on e.id = r.edition_id
         where r.slug = $1 and e.state = 'published'",
    )
    .bind(slug)
    .fetch_optional(reader)
    .await
}
