//! The SQL for a post's newest words: those of the newest draft, where somebody has autosaved one after the newest
//! revision; otherwise those of that revision; for what the program had added, those of its row.
//!
//! The fragments speak of a post `p`. Staff read titles and forms by them, so that a list says what the editor says.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqlitePool};

use crate::audit_log::AuditEntry;
use crate::posts::PostId;

/// Joins the newest revision `r` and, if it is newer, the newest draft `k` with whoever wrote it, `s`.
macro_rules! join_newest {
    () => {
        " left join revisions r on r.post_id = p.id
              and r.number = (select max(number) from revisions where post_id = p.id)
          left join drafts k on k.post_id = p.id and k.staff_id = (
              select o.staff_id from drafts o where o.post_id = p.id and o.saved_at >= coalesce(r.saved_at, 0)
              order by o.saved_at desc, o.staff_id limit 1)
          left join staff s on s.id = k.staff_id"
    };
}

/// The columns `title`, `form` and `language` of the newest words, after [`join_newest`].
macro_rules! newest_columns {
    () => {
        "case when coalesce(k.content, r.content) is null then p.title
              else coalesce(nullif(json_extract(coalesce(k.content, r.content), '$.title'), ''), 'Namnlös text')
          end as title,
          coalesce(json_extract(coalesce(k.content, r.content), '$.form'), p.form) as form,
          coalesce(json_extract(coalesce(k.content, r.content), '$.language'), p.language) as language"
    };
}

/// When a post or its newest words were changed last, after [`join_newest`]; 0 without a post.
macro_rules! changed_at {
    () => {
        "max(coalesce(k.saved_at, 0), coalesce(r.saved_at, 0), coalesce(p.updated_at, 0))"
    };
}

/// Whether a post is blank: somebody began it and has not written a word.
macro_rules! is_blank {
    () => {
        "(p.state = 'draft' and p.published_revision = 0 and p.created_by is not null and p.title = 'Namnlös text'
          and not exists (select 1 from drafts where post_id = p.id)
          and not exists (select 1 from revisions where post_id = p.id))"
    };
}

pub(crate) use {changed_at, is_blank, join_newest, newest_columns};

/// Gives entries of the audit log the newest titles of the posts that they are about. Without a title stay those of posts
/// that are withdrawn, deleted or blank.
pub(crate) async fn entitle(reader: &SqlitePool, entries: &mut [AuditEntry]) -> Result<(), sqlx::Error> {
    let posts: Vec<PostId> = entries.iter().filter_map(|entry| entry.post_id).collect();
    let titles = titles(reader, &posts).await?;
    for entry in entries {
        let newest = entry.post_id.and_then(|post| titles.get(&post));
        entry.title = entry.title.take().and(newest.cloned());
    }
    Ok(())
}

/// Returns the newest titles of posts.
async fn titles(reader: &SqlitePool, posts: &[PostId]) -> Result<HashMap<PostId, String>, sqlx::Error> {
    let mut query = QueryBuilder::<Sqlite>::new(concat!(
        "select id, title from (select p.id, ",
        newest_columns!(),
        " from posts p",
        join_newest!(),
        " where not ",
        is_blank!(),
        ") where id in ("
    ));
    let mut ids = query.separated(", ");
    for post in posts {
        ids.push_bind(*post);
    }
    ids.push_unseparated(")");
    let rows: Vec<(PostId, String)> = query.build_query_as().fetch_all(reader).await?;
    Ok(rows.into_iter().collect())
}
