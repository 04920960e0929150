//! The SQL of the staff's lists: first which posts, in short columns and by one index (`posts_for_staff`); then what a row
//! shows of each.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqlitePool};

use super::newest::{is_blank, join_newest, newest_columns};
use crate::db::publicity;
use crate::posts::list::{Author, EasyRead, Filter, FilterKind, ListedPost, Sort};
use crate::posts::{PostId, PostStatus};
use crate::search_index;
use crate::time::{UnixMillis, year_span};

/// Whether the post `p` is there in plain words, as far as somebody has begun.
macro_rules! has_easy_read {
    () => {
        "exists (select 1 from posts easy where easy.original_id = p.id and easy.easy_read = 1 and easy.state <> 'trash')"
    };
}

/// Counts the posts that match a filter.
pub(crate) async fn count(reader: &SqlitePool, filter: &Filter, now: UnixMillis) -> Result<u32, sqlx::Error> {
    let mut query = QueryBuilder::new("select count(*) from posts p indexed by posts_for_staff where ");
    narrow(&mut query, filter, now);
    query.build_query_scalar().fetch_one(reader).await
}

/// Returns the posts that match a filter, from the `skip`th on.
pub(crate) async fn page(
    reader: &SqlitePool,
    filter: &Filter,
    now: UnixMillis,
    limit: u32,
    skip: u32,
) -> Result<Vec<ListedPost>, sqlx::Error> {
    let mut query = QueryBuilder::new("select p.id from posts p indexed by posts_for_staff where ");
    narrow(&mut query, filter, now);
    query.push(match filter.sort {
        Sort::Changed => {
            " order by coalesce((select max(j.at) from audit_log j where j.post_id = p.id), p.updated_at) desc, p.id desc"
        }
        Sort::Published => " order by p.public_from desc, p.id desc",
        Sort::Title => " order by p.title collate swedish, p.id",
    });
    query.push(" limit ").push_bind(limit).push(" offset ").push_bind(skip);
    let ids: Vec<PostId> = query.build_query_scalar().fetch_all(reader).await?;
    listed(reader, &ids).await
}

/// Returns all pages, by title.
pub(crate) async fn pages(reader: &SqlitePool) -> Result<Vec<ListedPost>, sqlx::Error> {
    let ids: Vec<PostId> = sqlx::query_scalar(concat!(
        "select p.id from posts p indexed by posts_for_staff where p.kind = 'page' and not ",
        is_blank!(),
        " order by p.title collate swedish, p.id"
    ))
    .fetch_all(reader)
    .await?;
    listed(reader, &ids).await
}

/// Returns the title of a post.
///
/// # Errors
/// `RowNotFound` when there is no such post.
pub(crate) async fn title(reader: &SqlitePool, post: PostId) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select title from posts where id = $1").bind(post).fetch_one(reader).await
}

/// Whether there is any post, except pages.
pub(crate) async fn is_any(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select exists (select 1 from posts p where p.kind not in ('page', 'rendition') and not ",
        is_blank!(),
        ")"
    ))
    .fetch_one(reader)
    .await
}

fn narrow(query: &mut QueryBuilder<Sqlite>, filter: &Filter, now: UnixMillis) {
    query.push(match filter.kind {
        None => "p.kind in ('article', 'guldkorn', 'voice')",
        Some(FilterKind::Article) => "p.kind = 'article'",
        Some(FilterKind::Guldkorn | FilterKind::Form(_)) => "p.kind = 'guldkorn'",
        Some(FilterKind::Voice) => "p.kind = 'voice'",
    });
    query.push(concat!(" and not ", is_blank!()));
    if let Some(FilterKind::Form(form)) = filter.kind {
        query.push(" and p.form = ").push_bind(form.as_str());
    }
    query.push(match filter.status {
        None => " and p.state <> 'trash'",
        Some(PostStatus::Draft) => " and p.state = 'draft'",
        Some(PostStatus::Ready) => " and p.state = 'ready'",
        Some(PostStatus::Scheduled | PostStatus::Published) => " and p.state = 'published' and ",
        Some(PostStatus::Withdrawn) => " and (p.state = 'withdrawn' or p.state = 'published' and ",
        Some(PostStatus::Trash) => " and p.state = 'trash'",
    });
    match filter.status {
        Some(PostStatus::Scheduled) => publicity::push_before(query, now),
        Some(PostStatus::Published) => publicity::push_public_at(query, now),
        Some(PostStatus::Withdrawn) => {
            publicity::push_ended_at(query, now);
            query.push(")");
        }
        _ => {}
    }
    match &filter.author {
        Some(Author::Byline(name)) => {
            query.push(" and p.author = ").push_bind(name.clone());
        }
        Some(Author::Begun(staff)) => {
            query.push(" and p.created_by = ").push_bind(*staff);
        }
        None => {}
    }
    query.push(match filter.easy_read {
        None => "",
        Some(EasyRead::There) => concat!(" and ", has_easy_read!()),
        Some(EasyRead::Missing) => concat!(" and not ", has_easy_read!()),
    });
    if let Some(year) = filter.year.and_then(year_span) {
        query.push(" and coalesce(p.public_from, p.updated_at) between ").push_bind(year.start);
        query.push(" and ").push_bind(year.end - 1);
    }
    if !filter.tag.is_empty() {
        query.push(
            " and p.id in (select pt.post_id from tags t join post_tags pt on pt.tag_id = t.id where t.slug = ",
        );
        query.push_bind(filter.tag.clone()).push(")");
    }
    if let Some(words) = search_index::match_expression(&filter.words) {
        query
            .push(" and (p.id in (select rowid from search_index where search_index match ")
            .push_bind(words);
        // What nobody has saved is not in the index.
        query.push(") or p.id in (select post_id from drafts where instr(content, ");
        query.push_bind(filter.words.trim().to_owned()).push(") > 0))");
    }
}

/// Returns what a row shows of each post, in the same order.
async fn listed(reader: &SqlitePool, ids: &[PostId]) -> Result<Vec<ListedPost>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(
        concat!("select p.id, p.kind, p.slug, p.state, p.public_from, p.public_until, p.trashed_at, p.sensitive, ", has_easy_read!(), " as has_easy_read, p.created_by as begun_by,
             k.saved_at as draft_at, s.name as draft_by, ", newest_columns!(), ",
             coalesce(j.at, p.updated_at) as changed_at, j.staff_name as changed_by, t.tags, d.day, d.opens_at,
             coalesce(r.number, 0) > p.published_revision as has_newer_revision,
             (select group_concat(w.name, ', ') from drafts o join staff w on w.id = o.staff_id
              where o.post_id = p.id and o.staff_id is not k.staff_id) as writers
         from posts p join search_tags t on t.post_id = p.id", join_newest!(), "
         left join doors d on d.post_id = p.id
         left join audit_log j on j.id = (select max(id) from audit_log where post_id = p.id)
         where p.id in ("),
    );
    let mut placeholders = query.separated(", ");
    for id in ids {
        placeholders.push_bind(*id);
    }
    placeholders.push_unseparated(")");
    let rows: Vec<ListedPost> = query.build_query_as().fetch_all(reader).await?;
    let mut rows: HashMap<PostId, ListedPost> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}
