//! Applying a newer renderer to texts that were saved earlier.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{VERSION, store, to_html};
use crate::db::Db;

/// How the HTML that is stored beside texts compares with what the renderer of this binary makes of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderedState {
    /// Written by the same version; the titles of the posts and editions that come out differently all the same.
    Current(Vec<String>),
    /// Written by an older version, which the next start mends; its number.
    Older(i64),
    /// Written by a newer version; its number.
    Newer(i64),
}

/// Compares the HTML beside every text with what rendering gives now.
///
/// # Errors
/// Those of the database.
pub async fn rendered_state(reader: &SqlitePool) -> Result<RenderedState, sqlx::Error> {
    let version = store::version(reader).await?;
    Ok(match version.cmp(&VERSION) {
        std::cmp::Ordering::Less => RenderedState::Older(version),
        std::cmp::Ordering::Greater => RenderedState::Newer(version),
        std::cmp::Ordering::Equal => RenderedState::Current(store::different(reader, to_html).await?),
    })
}

/// Renders all texts again. Texts and tags of before there was a normal form get it.
///
/// # Errors
/// Those of the database.
pub async fn rerender(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    store::render_posts(writer, to_html).await?;
    store::render_introductions(writer, to_html).await?;
    store::normalize_tags(writer).await?;
    store::set_version(writer, VERSION).await
}

/// Renders all texts again if an older renderer wrote them, all or none, and returns whether it did.
///
/// # Errors
/// Those of the database.
pub async fn rerender_outdated(db: &Db) -> Result<bool, sqlx::Error> {
    if store::version(db.reader()).await? >= VERSION {
        return Ok(false);
    }
    let mut change = db.write_content().await?;
    rerender(&mut change).await?;
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
    async fn texts_that_come_out_differently_are_named_and_mended() {
        let (_folder, db) = site().await;
        assert_eq!(rendered_state(db.reader()).await.unwrap(), RenderedState::Older(0));
        rerender_outdated(&db).await.unwrap();
        assert_eq!(rendered_state(db.reader()).await.unwrap(), RenderedState::Current(Vec::new()));
        let mut writer = db.write_content().await.unwrap();
        for change in [
            "update posts set body_html = '<p>Annat</p>', title = 'Den ändrade' where id = 207",
            "update editions set introduction_html = ''",
        ] {
            sqlx::query(change).execute(&mut *writer).await.unwrap();
        }
        writer.commit().await.unwrap();
        let different = RenderedState::Current(vec!["Den ändrade".into(), "Kalendern".into()]);
        assert_eq!(rendered_state(db.reader()).await.unwrap(), different);
        let mut writer = db.write_content().await.unwrap();
        rerender(&mut writer).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(rendered_state(db.reader()).await.unwrap(), RenderedState::Current(Vec::new()));
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
