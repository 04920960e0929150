//! Whom a letter is due to, and about what.

use sqlx::sqlite::SqliteConnection;

use crate::comments::letters::News;
use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Notes news of a text for those who write it and, of comments, for those who have commented on it.
pub(in crate::comments) async fn concern(
    writer: &mut SqliteConnection,
    post: PostId,
    news: News,
    except: Option<StaffId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or ignore into review_news (staff_id, post_id, kind, happened_at)
         select s.id, $1, $2, $4 from staff s
         where s.state = 'active' and s.id is not $3 and (
             s.id = (select created_by from posts where id = $1)
             or s.id = (select staff_id from revisions where post_id = $1 order by number desc limit 1)
             or ($2 = 'comment'
                 and s.id in (select staff_id from comments where post_id = $1 and deleted_at is null)))",
    )
    .bind(post)
    .bind(news)
    .bind(except)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Notes news of a text for one person.
pub(in crate::comments) async fn tell(
    writer: &mut SqliteConnection,
    post: PostId,
    news: News,
    staff: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or ignore into review_news (staff_id, post_id, kind, happened_at) values ($1, $2, $3, $4)",
    )
    .bind(staff)
    .bind(post)
    .bind(news)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes the news of those who got no letter after an instant, and notes that they get one now.
pub(in crate::comments) async fn take_due(
    writer: &mut SqliteConnection,
    after: UnixMillis,
    now: UnixMillis,
) -> Result<Vec<(StaffId, PostId, News)>, sqlx::Error> {
    let due: Vec<(StaffId, PostId, News)> = sqlx::query_as(
        "delete from review_news
         where staff_id not in (select staff_id from review_letters where sent_at > $1 and sent_at <= $2)
         returning staff_id, post_id, kind",
    )
    .bind(after)
    .bind(now)
    .fetch_all(&mut *writer)
    .await?;
    for (staff, ..) in &due {
        note_letter(writer, *staff, now).await?;
    }
    Ok(due)
}

/// Notes that somebody gets a letter.
pub(in crate::comments) async fn note_letter(
    writer: &mut SqliteConnection,
    staff: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert or replace into review_letters (staff_id, sent_at) values ($1, $2)")
        .bind(staff)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Forgets when letters were sent that hold back no other one, and news that nobody was told of for so long that they know.
pub(in crate::comments) async fn forget(
    writer: &mut SqliteConnection,
    letters_until: UnixMillis,
    news_until: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from review_letters where sent_at <= $1")
        .bind(letters_until)
        .execute(&mut *writer)
        .await?;
    sqlx::query("delete from review_news where happened_at <= $1").bind(news_until).execute(writer).await?;
    Ok(())
}
