//! Applying a newer renderer to texts that were saved earlier.

use super::{VERSION, store, to_html};
use crate::db::Db;

/// Renders all texts again if an older renderer wrote them, all or none, and returns whether it did. Texts and tags of
/// before there was a normal form get it.
///
/// # Errors
/// Those of the database.
pub async fn rerender_outdated(db: &Db) -> Result<bool, sqlx::Error> {
    if store::version(db.reader()).await? >= VERSION {
        return Ok(false);
    }
    let mut change = db.write_content().await?;
    store::render_posts(&mut change, to_html).await?;
    store::render_introductions(&mut change, to_html).await?;
    store::normalize_tags(&mut change).await?;
    store::set_version(&mut change, VERSION).await?;
    change.commit().await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn site() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_content().await.unwrap();
        for number in 1..=250 {
            sqlx::query(
                "insert into posts (kind, slug, title, body_markdown, body_html, created_at, updated_at)
                 values ('article', $1, 'Titel', $2, '<p>gammalt</p>', 1, 1)",
            )
            .bind(format!("text-{number}"))
            .bind(format!("# Text {number}"))
            .execute(&mut *writer)
            .await
            .unwrap();
        }
        sqlx::query(
            "insert into editions (slug, title, introduction_markdown, introduction_html, first_day, days)
             values ('2026', 'Kalendern', 'Ring 112.', 'gammalt', '2026-12-01', 24)",
        )
        .execute(&mut *writer)
        .await
        .unwrap();
        writer.commit().await.unwrap();
        (folder, db)
    }

    async fn count(db: &Db, what: &'static str) -> i64 {
        sqlx::query_scalar(what).fetch_one(db.reader()).await.unwrap()
    }

    #[tokio::test]
    async fn texts_of_an_older_renderer_are_rendered_again_once() {
        let (_folder, db) = site().await;
        let generation = db.generation();
        assert!(rerender_outdated(&db).await.unwrap());
        assert!(db.generation() > generation, "pages in memory are out of date");
        assert_eq!(count(&db, "select count(*) from posts where body_html like '<h2>Text %'").await, 250);
        assert_eq!(
            count(&db, "select count(*) from editions where introduction_html like '%tel:112%'").await,
            1
        );
        assert_eq!(count(&db, "select count(*) from posts where version = 1 and updated_at = 1").await, 250);
        assert_eq!(count(&db, "select version from rendering").await, VERSION);
        assert!(!rerender_outdated(&db).await.unwrap());
    }

    #[tokio::test]
    async fn words_of_before_there_was_a_normal_form_get_it() {
        let (_folder, db) = site().await;
        let mut writer = db.write_content().await.unwrap();
        sqlx::query("update posts set title = 'A\u{30a}tga\u{308}rder', body_markdown = 'Till\u{ad}gänglig' where id = 7")
            .execute(&mut *writer)
            .await
            .unwrap();
        sqlx::query("insert into tags (slug, name) values ('stod', 'Sto\u{308}d'), ('mal', 'Mål'), ('mal-2', 'Ma\u{30a}l')")
            .execute(&mut *writer)
            .await
            .unwrap();
        writer.commit().await.unwrap();
        rerender_outdated(&db).await.unwrap();
        let words = "select count(*) from posts where title = 'Åtgärder' and body_markdown = 'Tillgänglig'
             and body_html = '<p>Tillgänglig</p>' || char(10) and version = 1 and updated_at = 1";
        assert_eq!(count(&db, words).await, 1);
        assert_eq!(count(&db, "select count(*) from tags where name in ('Stöd', 'Mål')").await, 2);
    }

    #[tokio::test]
    async fn what_a_newer_renderer_wrote_stays() {
        let (_folder, db) = site().await;
        let mut writer = db.write_content().await.unwrap();
        store::set_version(&mut writer, VERSION + 1).await.unwrap();
        writer.commit().await.unwrap();
        assert!(!rerender_outdated(&db).await.unwrap());
        assert_eq!(count(&db, "select count(*) from posts where body_html = '<p>gammalt</p>'").await, 250);
    }
}
