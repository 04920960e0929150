//! The audit log's SQL.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{Actor, AuditAction};
use crate::ids::{PostId, StaffId};
use crate::time::UnixMillis;

/// What an action was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditTarget<'a> {
    /// A post.
    Post(PostId),
    /// A post and a detail, such as "lucka 7".
    PostWith(PostId, &'a str),
    /// Something with a name: an account, a tag, an edition, a section of the settings.
    Named(&'a str),
    /// The site as a whole.
    Site,
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AuditEntry {
    /// When it was recorded.
    pub at: UnixMillis,
    /// The name that the actor had then.
    pub staff_name: String,
    /// What was done.
    #[sqlx(try_from = "String")]
    pub action: AuditAction,
    /// The post that it was about.
    pub post_id: Option<PostId>,
    /// The target's name, or a detail beside the post; may be empty.
    pub about: String,
    /// The post's title now; `None` when it was deleted or withdrawn.
    pub title: Option<String>,
    /// The post's language as a BCP 47 tag; empty when it has no title.
    pub language: String,
}

/// Records what a staff member does, in the transaction in which it is done.
///
/// # Errors
/// When the database refuses; then the action must not be committed either.
pub async fn record(
    writer: &mut SqliteConnection,
    actor: impl Into<Actor<'_>>,
    action: AuditAction,
    target: AuditTarget<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let Actor { id, name } = actor.into();
    insert(writer, Some(id), name, action, target, now).await
}

/// Records what the program does by itself, under its own name.
///
/// # Errors
/// When the database refuses; then the action must not be committed either.
pub async fn record_by_system(
    writer: &mut SqliteConnection,
    action: AuditAction,
    target: AuditTarget<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    insert(writer, None, "Guldkorn", action, target, now).await
}

async fn insert(
    writer: &mut SqliteConnection,
    staff: Option<StaffId>,
    name: &str,
    action: AuditAction,
    target: AuditTarget<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let (post, about) = match target {
        AuditTarget::Post(post) => (Some(post), ""),
        AuditTarget::PostWith(post, about) => (Some(post), about),
        AuditTarget::Named(about) => (None, about),
        AuditTarget::Site => (None, ""),
    };
    sqlx::query(
        "insert into audit_log (at, staff_id, staff_name, action, post_id, about) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(now)
    .bind(staff)
    .bind(name)
    .bind(action.as_str())
    .bind(post)
    .bind(about)
    .execute(writer)
    .await?;
    Ok(())
}

/// Selects entries; `None` matches all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Entries of this account.
    pub staff: Option<StaffId>,
    /// Entries of this action.
    pub action: Option<AuditAction>,
}

/// Lists the newest entries first, at most `limit` after the first `skip`.
///
/// # Errors
/// When the database cannot be read.
pub async fn entries(
    reader: &SqlitePool,
    filter: AuditFilter,
    limit: u32,
    skip: u32,
) -> Result<Vec<AuditEntry>, sqlx::Error> {
    sqlx::query_as(
        "select l.at, l.staff_name, l.action, l.post_id, l.about, p.title, coalesce(p.language, '') as language
         from audit_log l left join posts p on p.id = l.post_id and p.state <> 'withdrawn'
         where ($1 is null or l.staff_id = $1) and ($2 is null or l.action = $2)
         order by l.id desc limit $3 offset $4",
    )
    .bind(filter.staff)
    .bind(filter.action.map(AuditAction::as_str))
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await
}

/// Counts the entries that a filter selects.
///
/// # Errors
/// When the database cannot be read.
pub async fn count(reader: &SqlitePool, filter: AuditFilter) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from audit_log where ($1 is null or staff_id = $1) and ($2 is null or action = $2)",
    )
    .bind(filter.staff)
    .bind(filter.action.map(AuditAction::as_str))
    .fetch_one(reader)
    .await
}

/// Lists the accounts that have entries, each with the name of its newest entry.
///
/// # Errors
/// When the database cannot be read.
pub async fn authors(reader: &SqlitePool) -> Result<Vec<(StaffId, String)>, sqlx::Error> {
    sqlx::query_as(
        "select staff_id, staff_name from audit_log
         where id in (select max(id) from audit_log where staff_id is not null group by staff_id)
         order by staff_name collate swedish",
    )
    .fetch_all(reader)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    const ANNA: Actor<'_> = Actor { id: StaffId(1), name: "Anna" };
    const BO: Actor<'_> = Actor { id: StaffId(2), name: "Bo" };

    #[tokio::test]
    async fn entries_are_listed_newest_first_and_never_rewritten() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        record(&mut writer, ANNA, AuditAction::Begun, AuditTarget::Post(PostId(7)), UnixMillis(1))
            .await
            .unwrap();
        record(&mut writer, ANNA, AuditAction::Invited, AuditTarget::Named("Bo"), UnixMillis(2))
            .await
            .unwrap();
        for change in
            ["update audit_log set at = 3", "delete from audit_log", "delete from audit_log where id = 1"]
        {
            let refused = sqlx::query(change).execute(&mut *writer).await.unwrap_err();
            assert!(refused.to_string().contains("never rewritten"), "{change}: {refused}");
        }
        writer.commit().await.unwrap();
        let listed = entries(db.reader(), AuditFilter::default(), 10, 0).await.unwrap();
        let listed: Vec<_> =
            listed.iter().map(|entry| (entry.action, entry.post_id, entry.about.as_str())).collect();
        let expected = [(AuditAction::Invited, None, "Bo"), (AuditAction::Begun, Some(PostId(7)), "")];
        assert_eq!(listed, expected);
        assert_eq!(entries(db.reader(), AuditFilter::default(), 1, 1).await.unwrap()[0].at, UnixMillis(1));
        assert_eq!(count(db.reader(), AuditFilter::default()).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn entries_of_a_person_or_an_action_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        record(&mut writer, ANNA, AuditAction::Begun, AuditTarget::Post(PostId(7)), UnixMillis(1))
            .await
            .unwrap();
        record(&mut writer, BO, AuditAction::Begun, AuditTarget::Post(PostId(8)), UnixMillis(2))
            .await
            .unwrap();
        record(&mut writer, BO, AuditAction::TagAdded, AuditTarget::Named("mod"), UnixMillis(3))
            .await
            .unwrap();
        let renamed = Actor { name: "Bo Öst", ..BO };
        record(&mut writer, renamed, AuditAction::TagAdded, AuditTarget::Named("steg"), UnixMillis(4))
            .await
            .unwrap();
        record_by_system(&mut writer, AuditAction::Deleted, AuditTarget::Post(PostId(9)), UnixMillis(5))
            .await
            .unwrap();
        writer.commit().await.unwrap();
        for (staff, action, expected) in [
            (None, None, &[5, 4, 3, 2, 1][..]),
            (Some(StaffId(2)), None, &[4, 3, 2]),
            (None, Some(AuditAction::Begun), &[2, 1]),
            (Some(StaffId(2)), Some(AuditAction::Begun), &[2]),
            (Some(StaffId(3)), None, &[]),
        ] {
            let filter = AuditFilter { staff, action };
            let found = entries(db.reader(), filter, 50, 0).await.unwrap();
            assert_eq!(found.iter().map(|entry| entry.at.0).collect::<Vec<_>>(), expected, "{filter:?}");
            assert_eq!(count(db.reader(), filter).await.unwrap() as usize, expected.len());
        }
        let names = [(StaffId(1), "Anna".to_owned()), (StaffId(2), "Bo Öst".to_owned())];
        assert_eq!(authors(db.reader()).await.unwrap(), names, "by the last name");
    }
}
