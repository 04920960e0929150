//! What is left out is nowhere in the file.

use app::export::layout;
use data_encoding::HEXLOWER;

use super::columns::{LEFT_OUT, columns, names};
use super::{execute, exported, full_site, list};
use crate::test_app::TestApp;

/// Stands wherever an export must not look.
const MARK: &str = "hemligtmarke";

/// Columns whose values are of a fixed set, ids or days.
const CLOSED: &str = "number role state consent given_how given_on kind rhythm day done_on trashed_from replaced_by shape id picture_id \
    document_id";

#[tokio::test]
async fn nothing_that_is_left_out_is_anywhere_in_the_file() {
    let app = full_site().await;
    execute(&app, include_str!("secrets.sql")).await;
    check_marks(&app).await;
    let (done, files) = exported(&app).await;
    let hex = HEXLOWER.encode(MARK.as_bytes());
    for (path, content) in &files {
        let content = String::from_utf8_lossy(content).to_lowercase();
        for word in [MARK, &hex, "0123456789abcdef0123456789abcdef", "argon2"] {
            assert!(!content.contains(word) && !path.contains(word), "{word} in {path}");
        }
    }
    assert_eq!(done.unsaved, 2, "two texts have words that nobody has saved");
    let posts: Vec<app::export::Post> = list(&files, layout::POSTS);
    assert!(posts.iter().any(|post| post.slug == "en-sida"), "their saved words are in the file");
}

/// Checks that every column of text that is left out holds the mark, so that a new one is not forgotten.
async fn check_marks(app: &TestApp) {
    let reader = app.state.db.reader();
    let mut checked = 0;
    for (table, column, kind) in columns(reader).await {
        let is_left_out = LEFT_OUT.iter().any(|(of, columns, _)| *of == table && names(columns, &column));
        if !is_left_out || !["TEXT", "BLOB"].contains(&&*kind.to_uppercase()) || names(CLOSED, &column) {
            continue;
        }
        let query = format!(
            "select exists (select 1 from {table} where instr({column}, '{MARK}') > 0
             or instr(hex({column}), hex('{MARK}')) > 0)"
        );
        let is_marked: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(reader).await.unwrap();
        assert!(is_marked, "{table}.{column}: plant the mark in secrets.sql");
        checked += 1;
    }
    assert!(checked > 25, "{checked}");
}
