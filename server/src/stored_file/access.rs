//! Who may have a file, and how long caches may keep it for others.

use app::consent::store::next_end;
use app::error::AppError;
use app::staff::guard;
use app::state::AppState;
use app::time::{MINUTE, UnixMillis};
use http::request::Parts;

/// As short as for pages: what was withdrawn is gone everywhere within a minute.
const CACHE_PUBLIC: &str = "public, max-age=60";
/// Asked for each time: within a minute something may not be public any more.
const CACHE_LAST_MINUTE: &str = "no-cache";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";
/// Kept by nobody, so that access ends with the link.
const CACHE_REVIEWER: &str = "private, no-store";

/// By what right somebody gets a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// It is public, and caches may have it until an instant: a minute before the next consent ends, so that none has it
    /// beyond.
    Public { until: UnixMillis },
    /// A member of the staff asks.
    Staff,
    /// Somebody with a link to a text that is being reviewed.
    Reviewer,
}

impl Access {
    /// Returns the `Cache-Control` of an answer that is given now.
    pub(crate) fn cache_control(self, now: UnixMillis) -> &'static str {
        match self {
            Self::Public { until } if now < until => CACHE_PUBLIC,
            Self::Public { .. } => CACHE_LAST_MINUTE,
            Self::Staff => CACHE_STAFF,
            Self::Reviewer => CACHE_REVIEWER,
        }
    }
}

/// Returns what a client may have: what is public, and staff also what `any` finds.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn find<T>(
    state: &AppState,
    request: &Parts,
    public: Option<T>,
    any: impl Future<Output = Result<Option<T>, sqlx::Error>>,
) -> Result<Option<(T, Access)>, AppError> {
    if let Some(public) = public {
        let end = next_end(state.db.reader(), state.clock.now_millis()).await?;
        let until = end.map_or(UnixMillis::MAX, |end| end - MINUTE);
        return Ok(Some((public, Access::Public { until })));
    }
    match guard::authenticate(state, request).await? {
        Some(_) => Ok(any.await?.map(|found| (found, Access::Staff))),
        None => Ok(None),
    }
}
