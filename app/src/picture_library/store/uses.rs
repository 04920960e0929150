//! What uses a picture, by SQL.

use sqlx::sqlite::{SqliteConnection, SqlitePool};
use sqlx::{AssertSqlSafe, FromRow};

use super::settings::SETTINGS;
use crate::ids::{EditionId, PostId};
use crate::media::PictureId;
use crate::picture_library::{LIBRARY_FLASH, PICTURE_FLASH, PictureUse, PostPlace};
use crate::posts::{Language, PostKind};

/// Of how many posts the stored texts are in memory at a time.
const POSTS_AT_ONCE: usize = 50;

#[derive(FromRow)]
struct PostRow {
    id: PostId,
    title: String,
    language: Language,
    kind: PostKind,
    is_shown: bool,
    is_trashed: bool,
    is_in_draft: bool,
}

/// Returns whether a post that readers have, or will have, describes a picture with the library's words.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::picture_library) async fn is_followed(
    connection: &mut SqliteConnection,
    id: PictureId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select 1 from posts
                        where picture_id = $1 and picture_alt_mode = 'library' and public_from is not null)",
    )
    .bind(id)
    .fetch_one(connection)
    .await
}

/// Lists everything that uses a picture, posts first, by title.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn uses_of(
    connection: &mut SqliteConnection,
    picture: PictureId,
) -> Result<Vec<PictureUse>, sqlx::Error> {
    let posts: Vec<PostRow> = sqlx::query_as(
        "select p.id, p.title, p.language, p.kind, p.state = 'trash' as is_trashed,
             exists (select 1 from post_pictures u where u.post_id = p.id and u.picture_id = $1) as is_shown,
             exists (select 1 from drafts d where d.post_id = p.id and instr(d.content, $1) > 0) as is_in_draft
         from posts p
         where p.id in (select post_id from post_pictures where picture_id = $1
                        union select post_id from drafts where instr(content, $1) > 0
                        union select post_id from revisions where instr(content, $1) > 0)
         order by p.title collate swedish, p.id",
    )
    .bind(picture)
    .fetch_all(&mut *connection)
    .await?;
    let mut uses: Vec<PictureUse> = posts.into_iter().map(PictureUse::from).collect();
    let editions: Vec<(EditionId, String)> = sqlx::query_as(
        "select id, title from editions
         where instr(introduction_markdown || introduction_html, $1) > 0
            or id in (select edition_id from scene_pictures where picture_id = $1)
         order by first_day desc",
    )
    .bind(picture)
    .fetch_all(&mut *connection)
    .await?;
    uses.extend(editions.into_iter().map(|(id, title)| PictureUse::Edition { id, title }));
    for setting in SETTINGS {
        let query = format!(
            "select exists (select 1 from {} where instr({}, $1) > 0)",
            setting.table, setting.column
        );
        if sqlx::query_scalar(AssertSqlSafe(query)).bind(picture).fetch_one(&mut *connection).await? {
            uses.push(PictureUse::Setting { words: setting.words, section: setting.section });
        }
    }
    Ok(uses)
}

impl From<PostRow> for PictureUse {
    fn from(row: PostRow) -> Self {
        let place = match (row.is_shown, row.is_trashed, row.is_in_draft) {
            (_, true, _) => PostPlace::Trash,
            (true, ..) => PostPlace::Text,
            (_, _, true) => PostPlace::Draft,
            _ => PostPlace::Version,
        };
        Self::Post { id: row.id, title: row.title, language: row.language, kind: row.kind, place }
    }
}

/// Lists every picture.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(reader: &SqlitePool) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures").fetch_all(reader).await
}

/// Lists the pictures that nothing shows: no post of any status, no edition's own text or scene, no setting.
pub(in crate::picture_library) async fn not_shown(
    connection: &mut SqliteConnection,
) -> Result<Vec<PictureId>, sqlx::Error> {
    let mut query = "select i.id from pictures i
         where not exists (select 1 from post_pictures u where u.picture_id = i.id)
           and not exists (select 1 from editions
                           where instr(introduction_markdown || introduction_html, i.id) > 0)
           and not exists (select 1 from scene_pictures s where s.picture_id = i.id)"
        .to_owned();
    for setting in SETTINGS {
        let condition = format!(
            " and not exists (select 1 from {} where instr({}, i.id) > 0)",
            setting.table, setting.column
        );
        query.push_str(&condition);
    }
    sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(connection).await
}

/// Reads every text that somebody may bring back: saved versions, drafts, and forms that wait for their writer. One pass
/// over them is cheaper than a search for each picture.
pub(in crate::picture_library) async fn for_each_stored_text(
    connection: &mut SqliteConnection,
    mut read: impl FnMut(&str),
) -> Result<(), sqlx::Error> {
    let last: i64 =
        sqlx::query_scalar("select coalesce(max(id), 0) from posts").fetch_one(&mut *connection).await?;
    // A part at a time, since the texts together may be larger than the memory that they deserve.
    for first in (1..=last).step_by(POSTS_AT_ONCE) {
        let texts: Vec<String> = sqlx::query_scalar(
            "select content from revisions where post_id >= $1 and post_id < $2
             union all select content from drafts where post_id >= $1 and post_id < $2",
        )
        .bind(first)
        .bind(first.saturating_add_unsigned(POSTS_AT_ONCE as u64))
        .fetch_all(&mut *connection)
        .await?;
        for text in &texts {
            read(text);
        }
    }
    let forms: Vec<String> = sqlx::query_scalar("select content from flashes where form not in ($1, $2)")
        .bind(LIBRARY_FLASH)
        .bind(PICTURE_FLASH)
        .fetch_all(&mut *connection)
        .await?;
    for form in &forms {
        read(form);
    }
    Ok(())
}
