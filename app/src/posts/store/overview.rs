//! The SQL of the dashboard.

use sqlx::sqlite::SqlitePool;

use super::newest::{self, is_blank, join_newest, newest_columns};
use crate::audit_log::{AuditEntry, AuditFilter, entries};
use crate::db::publicity::public_after;
use crate::posts::{GuldkornForm, Language, PostId, PostKind, PostState};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// How many posts a list shows.
const SHOWN: u32 = 8;
const SCHEDULED: u32 = 5;
const RECENT: usize = 10;
/// How many entries of the audit log are read to find ten different posts.
const LINES: u32 = 100;

/// A post on the dashboard.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct DashboardPost {
    pub(crate) id: PostId,
    pub(crate) kind: PostKind,
    pub(crate) form: Option<GuldkornForm>,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) state: PostState,
    /// When it was last worked on, or when it will be public.
    pub(crate) at: Option<UnixMillis>,
    /// The door on which it hangs.
    pub(crate) day: Option<u16>,
    /// Who wrote the newest words and when, if they are not saved as a revision.
    pub(crate) draft_by: Option<String>,
    pub(crate) draft_at: Option<UnixMillis>,
}

/// The columns of a [`DashboardPost`] but `at`, after which the rest of a query follows.
macro_rules! dashboard_columns {
    () => {
        concat!(
            "select p.id, p.kind, p.state, d.day, s.name as draft_by, k.saved_at as draft_at, ",
            newest_columns!()
        )
    };
}

/// Returns the posts of which somebody has an unsaved draft, and those that somebody began and that are drafts; the
/// newest first.
pub(crate) async fn own(reader: &SqlitePool, staff: StaffId) -> Result<Vec<DashboardPost>, sqlx::Error> {
    sqlx::query_as(concat!(
        dashboard_columns!(),
        ", max(coalesce(k.saved_at, 0), p.updated_at) as at
         from posts p",
        join_newest!(),
        " left join doors d on d.post_id = p.id
         where p.state <> 'trash' and not ",
        is_blank!(),
        " and p.id in (
             select post_id from drafts where staff_id = $1
             union select id from posts indexed by posts_for_staff
             where kind in ('article', 'guldkorn', 'voice', 'page', 'rendition') and state = 'draft' and created_by = $1)
         order by at desc, p.id desc limit $2",
    ))
    .bind(staff)
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}

/// Returns what waits for somebody who may publish: posts that are ready, and changes of published ones; what has
/// waited longest comes first.
pub(crate) async fn waiting(reader: &SqlitePool) -> Result<Vec<DashboardPost>, sqlx::Error> {
    sqlx::query_as(concat!(
        dashboard_columns!(),
        ", coalesce((select max(j.at) from audit_log j where j.post_id = p.id), p.updated_at) as at
         from posts p",
        join_newest!(),
        " left join doors d on d.post_id = p.id
         where p.id in (
             select q.id from posts q indexed by posts_for_staff
             where q.kind in ('article', 'guldkorn', 'voice', 'page', 'rendition') and (q.state = 'ready' or (
                 q.state = 'published'
                 and q.published_revision < (select max(r.number) from revisions r where r.post_id = q.id))))
         order by at, p.id limit $1",
    ))
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}

/// Returns what becomes public next, of whatever kind.
pub(crate) async fn scheduled(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<DashboardPost>, sqlx::Error> {
    sqlx::query_as(concat!(
        dashboard_columns!(),
        ", p.public_from as at
         from posts p",
        join_newest!(),
        " left join doors d on d.post_id = p.id
         where ",
        public_after!("p", "$1"),
        " order by p.public_from, p.id limit $2",
    ))
    .bind(now)
    .bind(SCHEDULED)
    .fetch_all(reader)
    .await
}

/// Returns the posts that were taken away from their readers since an instant, the latest first.
pub(crate) async fn withdrawn(
    reader: &SqlitePool,
    since: UnixMillis,
) -> Result<Vec<DashboardPost>, sqlx::Error> {
    sqlx::query_as(concat!(
        dashboard_columns!(),
        ", p.updated_at as at
         from posts p",
        join_newest!(),
        " left join doors d on d.post_id = p.id
         where p.id in (
             select id from posts indexed by posts_for_staff
             where kind in ('article', 'guldkorn', 'voice', 'page', 'rendition') and state = 'withdrawn' and updated_at >= $1)
         order by at desc, p.id desc limit $2",
    ))
    .bind(since)
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}

/// Returns the last thing that was done with each of the posts that were worked on last, with their newest titles.
pub(crate) async fn recent(reader: &SqlitePool) -> Result<Vec<AuditEntry>, sqlx::Error> {
    let mut recent: Vec<AuditEntry> = Vec::with_capacity(RECENT);
    for line in entries(reader, AuditFilter::default(), LINES, 0).await? {
        let is_new = line.post_id.is_some() && recent.iter().all(|other| other.post_id != line.post_id);
        if is_new && recent.len() < RECENT {
            recent.push(line);
        }
    }
    newest::entitle(reader, &mut recent).await?;
    Ok(recent)
}
