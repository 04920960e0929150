//! The journal's SQL.

use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::AuditAction;
use crate::staff::Staff;

/// What an action was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A text, by its number.
    Post(PostId),
    /// A text, and what else: "lucka 7".
    PostAnd(PostId, &'a str),
    /// Somebody or something with a name.
    Named(&'a str),
    /// The site as a whole.
    Site,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    /// When, in milliseconds UTC.
    pub at: UnixMillis,
    /// The name of whoever did it.
    pub staff_name: String,
    /// What, as [`AuditAction::as_str`].
    pub action: String,
    /// The number of the text that it was about.
    pub post_id: Option<PostId>,
    /// What else it was about; may be empty.
    pub about: String,
    /// The text's title now; none when the text was deleted or withdrawn.
    pub title: Option<String>,
}

/// Writes down what somebody does, in the transaction in which it is done.
///
/// # Errors
/// When the database refuses.
pub async fn note(
    writer: &mut SqliteConnection,
    by: &Staff,
    action: AuditAction,
    subject: Subject<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    add(writer, Some(by.id), &by.name, action, subject, now).await
}

/// Writes down what the program does by itself.
///
/// # Errors
/// When the database refuses.
pub async fn note_by_program(
    writer: &mut SqliteConnection,
    action: AuditAction,
    subject: Subject<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    add(writer, None, "Guldkorn", action, subject, now).await
}

async fn add(
    writer: &mut SqliteConnection,
    by: Option<StaffId>,
    name: &str,
    action: AuditAction,
    subject: Subject<'_>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let (post, about) = match subject {
        Subject::Post(post) => (Some(post), ""),
        Subject::PostAnd(post, about) => (Some(post), about),
        Subject::Named(about) => (None, about),
        Subject::Site => (None, ""),
    };
    sqlx::query(
        "insert into audit_log (at, staff_id, staff_name, action, post_id, about) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(now)
    .bind(by)
    .bind(name)
    .bind(action.as_str())
    .bind(post)
    .bind(about)
    .execute(writer)
    .await?;
    Ok(())
}

/// Which lines of the journal somebody wants to see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// What this person did, by the account's number.
    pub staff: Option<StaffId>,
    /// Deeds of this kind.
    pub action: Option<AuditAction>,
}

/// The newest lines, from the `skip`th on.
///
/// # Errors
/// When the database cannot be read.
pub async fn lines(
    reader: &SqlitePool,
    filter: Filter,
    limit: u32,
    skip: u32,
) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as(
        "select j.at, j.staff_name, j.action, j.post_id, j.about, p.title
         from audit_log j left join posts p on p.id = j.post_id and p.state <> 'withdrawn'
         where ($1 is null or j.staff_id = $1) and ($2 is null or j.action = $2)
         order by j.id desc limit $3 offset $4",
    )
    .bind(filter.staff)
    .bind(filter.action.map(AuditAction::as_str))
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await
}

/// How many lines there are.
///
/// # Errors
/// When the database cannot be read.
pub async fn count(reader: &SqlitePool, filter: Filter) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from audit_log where ($1 is null or staff_id = $1) and ($2 is null or action = $2)",
    )
    .bind(filter.staff)
    .bind(filter.action.map(AuditAction::as_str))
    .fetch_one(reader)
    .await
}

/// Whoever stands in the journal: number and name, the name as it was last.
///
/// # Errors
/// When the database cannot be read.
pub async fn people(reader: &SqlitePool) -> Result<Vec<(StaffId, String)>, sqlx::Error> {
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
    use crate::staff::Role;

    fn anna() -> Staff {
        Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
    }

    #[tokio::test]
    async fn what_was_done_is_told_newest_first_and_never_rewritten() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        note(&mut writer, &anna(), AuditAction::Begun, Subject::Post(PostId(7)), UnixMillis(1))
            .await
            .unwrap();
        note(&mut writer, &anna(), AuditAction::Invited, Subject::Named("Bo"), UnixMillis(2)).await.unwrap();
        for change in
            ["update audit_log set at = 3", "delete from audit_log", "delete from audit_log where id = 1"]
        {
            let refused = sqlx::query(change).execute(&mut *writer).await.unwrap_err();
            assert!(refused.to_string().contains("never rewritten"), "{change}: {refused}");
        }
        writer.commit().await.unwrap();
        let told = lines(db.reader(), Filter::default(), 10, 0).await.unwrap();
        let told: Vec<_> =
            told.iter().map(|line| (line.action.as_str(), line.post_id, line.about.as_str())).collect();
        assert_eq!(told, [("invited", None, "Bo"), ("begun", Some(PostId(7)), "")]);
        assert_eq!(lines(db.reader(), Filter::default(), 1, 1).await.unwrap()[0].at, UnixMillis(1));
        assert_eq!(count(db.reader(), Filter::default()).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn the_lines_of_a_person_or_of_a_kind_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        let bo = Staff { id: StaffId(2), name: "Bo".into(), ..anna() };
        note(&mut writer, &anna(), AuditAction::Begun, Subject::Post(PostId(7)), UnixMillis(1))
            .await
            .unwrap();
        note(&mut writer, &bo, AuditAction::Begun, Subject::Post(PostId(8)), UnixMillis(2)).await.unwrap();
        note(&mut writer, &bo, AuditAction::TagAdded, Subject::Named("mod"), UnixMillis(3)).await.unwrap();
        let renamed = Staff { name: "Bo Öst".into(), ..bo };
        note(&mut writer, &renamed, AuditAction::TagAdded, Subject::Named("steg"), UnixMillis(4))
            .await
            .unwrap();
        note_by_program(&mut writer, AuditAction::Deleted, Subject::Post(PostId(9)), UnixMillis(5))
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
            let filter = Filter { staff, action };
            let found = lines(db.reader(), filter, 50, 0).await.unwrap();
            assert_eq!(found.iter().map(|line| line.at.0).collect::<Vec<_>>(), expected, "{filter:?}");
            assert_eq!(count(db.reader(), filter).await.unwrap() as usize, expected.len());
        }
        let names = [(StaffId(1), "Anna".to_owned()), (StaffId(2), "Bo Öst".to_owned())];
        assert_eq!(people(db.reader()).await.unwrap(), names, "by the last name");
    }
}
