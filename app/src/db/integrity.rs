//! Whether the file of a database is whole, as `SQLite` itself finds out.

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use sqlx::{ConnectOptions as _, Connection as _};

/// What `SQLite` says when nothing is wrong.
const FINE: &str = "ok";
/// How `SQLite` speaks of the index of a full-text table, which can be made again from its content.
const FULL_TEXT: [&str; 2] = ["FTS5 table", "fts5: "];
/// The result codes of `SQLite` for a file that is damaged, or that is no database (<https://sqlite.org/rescode.html>).
const DAMAGED: [i64; 2] = [11, 26];

/// Rows that refer to rows of another table that do not exist.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DanglingReference {
    /// The table with the references.
    pub table: String,
    /// The table that they refer to.
    pub parent: String,
    /// The number of such rows.
    pub rows: u32,
}

/// Returns what is wrong with the pages, indexes and values of a database, but for the index of full-text tables; empty
/// when nothing is. The words are those of `SQLite`.
///
/// # Errors
/// When the database is damaged so badly that it cannot be read; see [`is_damage`].
pub async fn problems(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    // Twenty of them: the first ones say enough.
    let found: Vec<String> = sqlx::query_scalar("pragma integrity_check(20)").fetch_all(reader).await?;
    Ok(found.into_iter().filter(|problem| problem != FINE && !is_full_text(problem)).collect())
}

fn is_full_text(problem: &str) -> bool {
    FULL_TEXT.iter().any(|words| problem.contains(words))
}

/// Returns the first thing that is wrong with the pages of a database, but for the index of full-text tables. It takes less
/// time than [`problems`], because it does not hold indexes against tables.
///
/// # Errors
/// See [`problems`].
pub async fn first_problem(reader: &SqlitePool) -> Result<Option<String>, sqlx::Error> {
    let found: Vec<String> = sqlx::query_scalar("pragma quick_check(5)").fetch_all(reader).await?;
    Ok(found.into_iter().find(|problem| problem != FINE && !is_full_text(problem)))
}

/// Returns what is wrong with one table; of a full-text table, with its index. Empty when nothing is.
///
/// # Errors
/// See [`problems`].
pub async fn problems_of_table(reader: &SqlitePool, table: &str) -> Result<Vec<String>, sqlx::Error> {
    // A connection that knows a full-text index of before somebody else's change would find it damaged.
    let mut connection = SqliteConnectOptions::clone(&reader.connect_options()).connect().await?;
    let found: Vec<String> = sqlx::query_scalar("select integrity_check from pragma_integrity_check($1)")
        .bind(table)
        .fetch_all(&mut connection)
        .await?;
    connection.close().await?;
    Ok(found.into_iter().filter(|problem| problem != FINE).collect())
}

/// Lists the references that lead nowhere.
///
/// # Errors
/// When the database cannot be read.
pub async fn dangling_references(reader: &SqlitePool) -> Result<Vec<DanglingReference>, sqlx::Error> {
    sqlx::query_as(
        "select \"table\", parent, count(*) as rows from pragma_foreign_key_check group by 1, 2 order by 1, 2",
    )
    .fetch_all(reader)
    .await
}

/// Whether an error says that the file is damaged, or holds values that nobody can have written.
pub fn is_damage(error: &sqlx::Error) -> bool {
    if matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)) {
        return true;
    }
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    // The low byte of an extended code is the plain one.
    code.and_then(|code| code.parse::<i64>().ok()).is_some_and(|code| DAMAGED.contains(&(code & 0xff)))
}
