//! Review links: by one, somebody without an account sees one post for two weeks, or until a staff member ends it, and may
//! comment on it if the link was made so.
//!
//! A link's address is shown once, on the page that follows, and is stored nowhere: its secret is derived from the token
//! of the staff member's session, which only that browser has. The database has the secret's hash, and the flash names
//! the link by a random number that opens nothing without the session.

mod error;
mod retention;
pub mod store;

use serde::{Deserialize, Serialize};

use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::ReviewLinkId;
use crate::paths;
use crate::posts::PostId;
use crate::staff::Staff;
use crate::staff::token::Token;
use crate::state::AppState;

pub use error::ReviewLinkError;
pub(crate) use retention::declared;
pub use store::{OpenedLink, ReviewLink};

/// How many days a link leads to its post.
pub const DAYS: i64 = 14;

const DAY: i64 = 24 * 60 * 60_000;

/// Names a new link without its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LinkRef {
    post: PostId,
    nonce: i64,
}

impl LinkRef {
    fn random(post: PostId) -> Result<Self, AppError> {
        let mut bits = [0; 8];
        getrandom::fill(&mut bits).map_err(|error| {
            tracing::error!(%error, "no random bits");
            AppError::Internal
        })?;
        Ok(Self { post, nonce: i64::from_ne_bytes(bits) })
    }

    fn token(self, session: &Token) -> Token {
        session.derive(b"guldkorn review link", [self.post.0, self.nonce])
    }

    /// Returns the link's path, if `session` is the one in which it was created.
    pub(crate) fn path(self, session: &Token) -> String {
        paths::review_link(&self.token(session).text())
    }
}

/// Creates a link to a post, by which one may comment or only read.
pub(crate) async fn create(
    state: &AppState,
    staff: &Staff,
    session: &Token,
    post: PostId,
    allows_comments: bool,
) -> Result<LinkRef, ReviewLinkError> {
    let link = LinkRef::random(post)?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    if !store::is_reviewable(&mut tx, post).await? {
        return Err(ReviewLinkError::PostRemoved);
    }
    let hash = link.token(session).hash();
    store::add(&mut tx, &hash, post, staff.id, allows_comments, (now, now + DAYS * DAY)).await?;
    audit_log::record(&mut tx, staff, AuditAction::Shared, AuditTarget::Post(post), now).await?;
    tx.commit().await?;
    Ok(link)
}

/// Ends a link to a post.
pub(crate) async fn end(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    link: ReviewLinkId,
) -> Result<(), ReviewLinkError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    if !store::end(&mut tx, post, link).await? {
        return Err(ReviewLinkError::AlreadyEnded);
    }
    audit_log::record(&mut tx, staff, AuditAction::Unshared, AuditTarget::Post(post), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Lists the links that lead to a post now, newest first.
pub(crate) async fn active(state: &AppState, post: PostId) -> Result<Vec<ReviewLink>, AppError> {
    Ok(store::active(state.db.reader(), post, state.clock.now_millis()).await?)
}

/// Finds what a link opens; none for every link that leads nowhere.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn find(state: &AppState, token: &str) -> Result<Option<OpenedLink>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    Ok(store::find(state.db.reader(), &token.hash(), state.clock.now_millis()).await?)
}
