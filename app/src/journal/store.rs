//! The journal's SQL.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::Deed;
use crate::staff::Staff;

/// What a deed was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A text, by its number.
    Post(i64),
    /// A text, and what else: "lucka 7".
    PostAnd(i64, &'a str),
    /// Somebody or something with a name.
    Named(&'a str),
    /// The site as a whole.
    Site,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    /// When, in milliseconds UTC.
    pub at: i64,
    /// The name of whoever did it.
    pub staff_name: String,
    /// What, as [`Deed::as_str`].
    pub deed: String,
    /// The number of the text that it was about.
    pub post_id: Option<i64>,
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
    deed: Deed,
    subject: Subject<'_>,
    now: i64,
) -> Result<(), sqlx::Error> {
    add(writer, Some(by.id), &by.name, deed, subject, now).await
}

/// Writes down what the program does by itself.
///
/// # Errors
/// When the database refuses.
pub async fn note_by_program(
    writer: &mut SqliteConnection,
    deed: Deed,
    subject: Subject<'_>,
    now: i64,
) -> Result<(), sqlx::Error> {
    add(writer, None, "Guldkorn", deed, subject, now).await
}

async fn add(
    writer: &mut SqliteConnection,
    by: Option<i64>,
    name: &str,
    deed: Deed,
    subject: Subject<'_>,
    now: i64,
) -> Result<(), sqlx::Error> {
    let (post, about) = match subject {
        Subject::Post(post) => (Some(post), ""),
        Subject::PostAnd(post, about) => (Some(post), about),
        Subject::Named(about) => (None, about),
        Subject::Site => (None, ""),
    };
    sqlx::query(
        "insert into journal (at, staff_id, staff_name, deed, post_id, about) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(now)
    .bind(by)
    .bind(name)
    .bind(deed.as_str())
    .bind(post)
    .bind(about)
    .execute(writer)
    .await?;
    Ok(())
}

/// The newest lines, from the `skip`th on.
///
/// # Errors
/// When the database cannot be read.
pub async fn newest(reader: &SqlitePool, limit: u32, skip: u32) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as(
        "select j.at, j.staff_name, j.deed, j.post_id, j.about, p.title
         from journal j left join posts p on p.id = j.post_id and p.state <> 'withdrawn'
         order by j.id desc limit $1 offset $2",
    )
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await
}

/// How many lines there are.
///
/// # Errors
/// When the database cannot be read.
pub async fn count(reader: &SqlitePool) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar("select count(*) from journal").fetch_one(reader).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::staff::Role;

    fn anna() -> Staff {
        Staff { id: 1, email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
    }

    #[tokio::test]
    async fn what_was_done_is_told_newest_first_and_never_rewritten() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        note(&mut writer, &anna(), Deed::Begun, Subject::Post(7), 1).await.unwrap();
        note(&mut writer, &anna(), Deed::Invited, Subject::Named("Bo"), 2).await.unwrap();
        for change in ["update journal set at = 3", "delete from journal", "delete from journal where id = 1"]
        {
            let refused = sqlx::query(change).execute(&mut *writer).await.unwrap_err();
            assert!(refused.to_string().contains("never rewritten"), "{change}: {refused}");
        }
        writer.commit().await.unwrap();
        let lines = newest(db.reader(), 10, 0).await.unwrap();
        let told: Vec<_> =
            lines.iter().map(|line| (line.deed.as_str(), line.post_id, line.about.as_str())).collect();
        assert_eq!(told, [("invited", None, "Bo"), ("begun", Some(7), "")]);
        assert_eq!(newest(db.reader(), 1, 1).await.unwrap()[0].at, 1);
        assert_eq!(count(db.reader()).await.unwrap(), 2);
    }
}
