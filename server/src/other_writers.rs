//! Other processes that write to the same database, such as `guldkorn import` beside a server.

use std::time::Duration;

use app::db::Db;

/// How long readers may get what was cached before another process wrote.
const PERIOD: Duration = Duration::from_secs(1);

/// Looks every second whether another process has written, so that no page stays in the cache that is older than that.
pub(crate) async fn watch(db: Db) {
    let mut known = None;
    loop {
        if let Err(error) = db.notice_other_writers(&mut known).await {
            tracing::warn!(%error, "whether another process has written could not be seen");
        }
        tokio::time::sleep(PERIOD).await;
    }
}
