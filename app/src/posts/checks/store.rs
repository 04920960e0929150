//! The SQL of what a text is held against.

use crate::posts::PostId;
use sqlx::sqlite::SqlitePool;

use super::{Surroundings, Wording};

/// What the text with this number is held against. Nobody meets the title of a text in the trash or of one that was
/// withdrawn, so they do not count.
///
/// # Errors
/// When the database cannot be read.
pub async fn surroundings(reader: &SqlitePool, post_id: PostId) -> Result<Surroundings, sqlx::Error> {
    let titles = sqlx::query_scalar(
        "select title from posts where id <> $1 and state not in ('trash', 'withdrawn') order by id",
    )
    .bind(post_id)
    .fetch_all(reader)
    .await?;
    let wordings: Vec<Wording> =
        sqlx::query_as("select word, instead from wordings order by word collate swedish")
            .fetch_all(reader)
            .await?;
    Ok(Surroundings { titles, wordings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::posts::PostKind;
    use crate::posts::store::{NewPost, add_post, withdraw};
    use crate::time::UnixMillis;

    #[tokio::test]
    async fn all_other_texts_count_but_those_that_are_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("a database");
        let mut writer = db.write_content().await.expect("a transaction");
        let mut numbers = Vec::new();
        for (slug, title) in [("egen", "Egen"), ("annan", "Annan"), ("bort", "Bort"), ("slangd", "Slängd")] {
            let post = NewPost::draft(PostKind::Article, slug, title);
            numbers.push(add_post(&mut writer, &post, UnixMillis(0)).await.expect("saved"));
        }
        withdraw(&mut writer, numbers[2], UnixMillis(1)).await.expect("withdrawn");
        for change in [
            "update posts set state = 'trash', trashed_at = 1, trashed_from = 'draft' where slug = 'slangd'",
            "insert into wordings (word, instead) values ('individ', 'person'), ('brukare', 'person')",
        ] {
            sqlx::query(change).execute(&mut *writer).await.expect("changed");
        }
        writer.commit().await.expect("committed");

        let about = surroundings(db.reader(), numbers[0]).await.expect("read");
        assert_eq!(about.titles, ["Annan"]);
        let words: Vec<_> = about.wordings.iter().map(|wording| &*wording.word).collect();
        assert_eq!(words, ["brukare", "individ"]);
        assert_eq!(surroundings(db.reader(), numbers[1]).await.expect("read").titles, ["Egen"]);
    }
}
