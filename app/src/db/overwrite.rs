//! Writing over what was deleted, so that it cannot be read from the bytes of the files.

use sqlx::sqlite::SqliteConnection;

use super::Db;

impl Db {
    /// Makes the database file anew of what is in it, and empties its log. Returns whether both are done: a reader that is at
    /// an older state keeps the log as it is. Readers go on meanwhile, writers wait: 2.3 s with 10 000 texts (350 MB).
    ///
    /// New deletions are written over at once (`secure_delete`), but not what lay in free pages before, nor what a page keeps
    /// of a row that has moved to another one.
    ///
    /// # Errors
    /// Those of the database, such as a full disk: for a while it takes twice its room.
    pub async fn overwrite_deleted(&self) -> Result<bool, sqlx::Error> {
        let mut writer = self.write.acquire().await?;
        // The copy that SQLite makes meanwhile holds nothing that was deleted, and may be larger than the memory that it deserves.
        sqlx::query("pragma temp_store = file").execute(&mut *writer).await?;
        let made_anew = sqlx::query("vacuum").execute(&mut *writer).await;
        sqlx::query("pragma temp_store = memory").execute(&mut *writer).await?;
        made_anew?;
        empty_log(&mut writer).await
    }

    /// Empties the log into the file, and returns whether no reader kept it from that.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn empty_log(&self) -> Result<bool, sqlx::Error> {
        empty_log(&mut *self.write.acquire().await?).await
    }
}

async fn empty_log(writer: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let (is_busy, _, _): (bool, i64, i64) =
        sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(writer).await?;
    Ok(!is_busy)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: &str = "kanariekvitter";

    async fn run(db: &Db, sql: &'static str) {
        let mut writer = db.write_quietly().await.unwrap();
        sqlx::query(sql).execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();
    }

    fn files_with(folder: &std::path::Path) -> Vec<String> {
        let is_in = |entry: std::fs::DirEntry| {
            let bytes = std::fs::read(entry.path()).unwrap();
            let has_it = bytes.windows(WORD.len()).any(|window| window == WORD.as_bytes());
            has_it.then(|| entry.file_name().into_string().unwrap())
        };
        std::fs::read_dir(folder).unwrap().filter_map(|entry| is_in(entry.unwrap())).collect()
    }

    #[tokio::test]
    async fn nothing_that_was_deleted_is_left_once_no_reader_holds_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        // What was deleted while nobody wrote over it.
        run(&db, "pragma secure_delete = off").await;
        for number in 0..200 {
            let mut writer = db.write_quietly().await.unwrap();
            sqlx::query("insert into tags (slug, name) values ('a' || $1, $2 || $1 || hex(zeroblob(900)))")
                .bind(number)
                .bind(WORD)
                .execute(&mut *writer)
                .await
                .unwrap();
            writer.commit().await.unwrap();
        }
        db.empty_log().await.unwrap();
        run(&db, "delete from tags").await;
        assert!(!files_with(folder.path()).is_empty());
        let mut reader = db.reader().begin().await.unwrap();
        sqlx::query("select count(*) from tags").execute(&mut *reader).await.unwrap();
        assert!(!db.overwrite_deleted().await.unwrap(), "a reader is at the state before");
        drop(reader);
        assert!(db.overwrite_deleted().await.unwrap());
        assert_eq!(files_with(folder.path()), [""; 0]);
    }
}
