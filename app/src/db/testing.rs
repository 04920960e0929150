//! What tests of the database write.

use super::Db;

/// Adds a tag, the smallest row that a site has.
pub(super) async fn add_tag(db: &Db, name: &str) {
    let mut writer = db.write_content().await.unwrap();
    let add = sqlx::query("insert into tags (slug, name) values ($1, $1)").bind(name);
    add.execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}
