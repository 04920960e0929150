//! The SQL of stories that are hidden until they are erased.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::consent::ConsentState;
use crate::erasure::pending::Pending;
use crate::ids::PostId;
use crate::posts::PostState;
use crate::time::UnixMillis;

/// Returns the state of a text as it is stored.
pub(in crate::erasure) async fn state_of(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<PostState, sqlx::Error> {
    sqlx::query_scalar("select state from posts where id = $1").bind(post).fetch_one(connection).await
}

/// Finds a hidden text.
pub(in crate::erasure) async fn find(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<Pending>, sqlx::Error> {
    sqlx::query_as(
        "select post_id, due_at, state as post_state, consent as consent_state, withdrawn_at
         from pending_erasures where post_id = $1",
    )
    .bind(post)
    .fetch_optional(connection)
    .await
}

/// Adds a text that is to be erased.
pub(in crate::erasure) async fn add(
    writer: &mut SqliteConnection,
    pending: &Pending,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into pending_erasures (post_id, due_at, state, consent, withdrawn_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(pending.post_id)
    .bind(pending.due_at)
    .bind(pending.post_state)
    .bind(pending.consent_state)
    .bind(pending.withdrawn_at)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes a text out of those that are to be erased, and returns what it was.
pub(in crate::erasure) async fn take(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<Pending>, sqlx::Error> {
    sqlx::query_as(
        "delete from pending_erasures where post_id = $1
         returning post_id, due_at, state as post_state, consent as consent_state, withdrawn_at",
    )
    .bind(post)
    .fetch_optional(writer)
    .await
}

/// Sets what the ledger says about a text to what it was.
pub(in crate::erasure) async fn set_consent(
    writer: &mut SqliteConnection,
    post: PostId,
    state: ConsentState,
    withdrawn_at: Option<UnixMillis>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update consents set state = $2, withdrawn_at = $3, version = version + 1 where post_id = $1",
    )
    .bind(post)
    .bind(state)
    .bind(withdrawn_at)
    .execute(writer)
    .await?;
    Ok(())
}

/// Lists the texts whose time has passed.
pub(in crate::erasure) async fn due(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from pending_erasures where due_at <= $1")
        .bind(now)
        .fetch_all(reader)
        .await
}
